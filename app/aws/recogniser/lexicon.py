"""What the recogniser knows of English and of the daily operations, loaded once. Refuses to know any one sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from app.aws.data import data_table
from app.aws.search.words import singular

_REGION = re.compile(r"\((.+)\)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Lexicon:
    """The words of ``recogniser.toml`` and ``recogniser_terse.toml``, in the shapes the recogniser looks them up in.

    ``phrases`` and ``services`` are keyed by sequences of words; ``forms`` by ``service:Operation``; ``regions`` maps
    a region's code, and the words of each name it goes by, to the code; ``mains`` a service to the thing its name
    stands for (*the lambda nightly*); ``made`` a noun said as a verb (*snapshot vol-1*) to the verb that makes it,
    ``snapped`` what such a verb is said of. ``lookups`` tells by the name of a kind how the account is asked for its
    ids, ``kinds`` of which kind a parameter's ids are.
    """

    popular: frozenset[str]
    rare: frozenset[str]
    glue: frozenset[str]
    modifiers: frozenset[str]
    weak: frozenset[str]
    talk: frozenset[str]
    everyday: frozenset[str]
    verbs: Mapping[str, tuple[str, ...]]
    phrases: Mapping[tuple[str, ...], tuple[str, ...]]
    services: Mapping[tuple[str, ...], tuple[str, ...]]
    homes: Mapping[str, tuple[str, ...]]
    forms: Mapping[str, tuple[str, ...]]
    needs: Mapping[str, tuple[str, ...]]
    regions: Mapping[tuple[str, ...], str]
    ports: Mapping[str, int]
    ids: Mapping[str, tuple[str, ...]]
    mains: Mapping[str, str]
    made: Mapping[str, str]
    snapped: frozenset[str]
    verbing: Mapping[str, tuple[str, ...]]
    lookups: Mapping[str, Mapping[str, str]]
    kinds: Mapping[str, str]


@cache
def lexicon() -> Lexicon:
    """The lexicon, read on first use."""
    table, hasty = data_table("recogniser.toml"), data_table("recogniser_terse.toml")
    for part in ("verbs", "phrases", "services", "homes"):
        table[part] |= hasty[part]
    for operation, forms in hasty["forms"].items():
        table["forms"][operation] = list(dict.fromkeys([*table["forms"].get(operation, ()), *forms]))
    for verb in hasty["again"]:
        table["verbs"].setdefault(f"re{verb}", table["verbs"].get(verb, [verb]))
    return Lexicon(
        popular=frozenset([*table["popular"], *hasty["popular"]]),
        rare=frozenset(table["rare"]),
        glue=frozenset(table["glue"]),
        modifiers=frozenset(table["modifiers"]),
        weak=frozenset(table["weak"]),
        talk=frozenset(table["talk"]),
        everyday=frozenset(table["everyday"].split()),
        verbs={word: tuple(heads) for word, heads in table["verbs"].items()},
        phrases={tuple(key.split()): tuple(value.split()) for key, value in table["phrases"].items()},
        services={
            tuple(singular(word) for word in key.split()): tuple(value) for key, value in table["services"].items()
        },
        homes={word: tuple(services) for word, services in table["homes"].items()},
        forms={operation: tuple(forms) for operation, forms in table["forms"].items()},
        needs={operation: tuple(names) for operation, names in table["needs"].items()},
        regions=_regions(table["regions"]),
        ports=dict(table["ports"]),
        mains=dict(table["mains"]),
        made=dict(table["made"]),
        snapped=frozenset(hasty["snapped"]),
        verbing={verb: tuple(said.split()) for verb, said in hasty["verbing"].items()},
        lookups=hasty["lookups"],
        kinds=hasty["kinds"],
        ids={prefix: tuple(names.split()) for prefix, names in table["ids"].items()},
    )


def _regions(nicknames: Mapping[str, str]) -> dict[tuple[str, ...], str]:
    from botocore.loaders import Loader

    found: dict[tuple[str, ...], str] = {}
    for partition in Loader().load_data("partitions")["partitions"]:
        for code, about in partition["regions"].items():
            if code.endswith("-global"):
                continue
            found[(code,)] = code
            if name := _REGION.search(about["description"]):
                words = tuple(name[1].replace(".", "").casefold().split())
                if words not in {("central",), ("us-east",), ("us-west",)}:
                    found.setdefault(words, code)
    found.update({tuple(name.split()): code for name, code in nicknames.items()})
    return found
