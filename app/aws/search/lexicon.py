"""How people name AWS things, read from ``resources/aws/search*.toml``. Refuses to rank operations."""

from __future__ import annotations

import itertools
import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from app.aws.data import data_table
from app.aws.search.words import name_words, text_words

Words = tuple[str, ...]
SAYING_TABLES = ("search_operations.toml", "search_changes.toml")
SEARCH_TABLES = ("search.toml", *SAYING_TABLES)
SWITCHED_ON = "on!"  # "on" where it ends a saying or a clause, and so says what something is to be
_ORDINARY_POPULARITY = 0.25
_CHOICE = re.compile(r"\(([^()]*)\)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Meaning:
    """What a phrase stands for: runs of words in operations' names, and services it is usually said of."""

    runs: tuple[Words, ...]
    services: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True, slots=True)
class Idiom:
    """A whole idea: ``words`` in a row in a sentence (stop words apart) mean these operations, the likeliest first.

    ``whole``: the words stand for themselves, stop words included. ``verbs``: only with one of these groups of verbs.
    """

    words: Words
    operations: tuple[str, ...]
    whole: bool
    verbs: frozenset[str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Lexicon:
    """Everything in the files, in normal form.

    ``sayings`` are sets of words, in any order, that speak of an operation; a word in capitals stands for every verb
    of that group. ``telling`` says how much each of their words tells. ``common`` are the operations people use.
    """

    meanings: Mapping[Words, Meaning]
    verbs: Mapping[str, Mapping[str, float]]
    verb_groups: Mapping[str, frozenset[str]]
    idioms: Mapping[str, Sequence[Idiom]]
    sayings: Sequence[tuple[str, Words]]
    telling: Mapping[str, float]
    classes: Mapping[str, frozenset[str]]
    common: frozenset[str]
    aliases: Mapping[Words, frozenset[str]]
    weak: frozenset[Words]
    popularity: Mapping[str, float]
    stop: frozenset[str]
    rewrites: Mapping[Words, Words]
    doubles: frozenset[str]
    longest: int = field(default=1)

    def popularity_of(self, service: str) -> float:
        """Between 0 and 1."""
        return self.popularity.get(service, _ORDINARY_POPULARITY)


def load_lexicon() -> Lexicon:
    """Read and normalise the files (some tens of milliseconds)."""
    table = data_table("search.toml")
    stop = frozenset(word for entry in table["stop"]["words"] for word in text_words(entry))
    meanings: dict[Words, Meaning] = {}
    for entry in table["terms"]:
        for phrase in entry["phrases"]:
            words = _content(phrase, stop)
            runs = (*(text_words(run) for run in entry.get("words", ())), words)
            meanings[words] = _merged(
                meanings.get(words), Meaning(runs=runs, services=frozenset(entry.get("services", ())))
            )
    verbs: dict[str, dict[str, float]] = {}
    groups: dict[str, set[str]] = {}
    for name, entry in table["verbs"].items():
        for spoken in entry["words"]:
            word = text_words(spoken)[0]
            groups.setdefault(word, set()).add(name)
            strengths = verbs.setdefault(word, {})
            for operation_verb, strength in entry["operations"].items():
                strengths[operation_verb] = max(strength, strengths.get(operation_verb, 0.0))
    aliases: dict[Words, set[str]] = {}
    for service, phrases in table["aliases"].items():
        for phrase in phrases:
            aliases.setdefault(text_words(phrase), set()).add(service)
    classes: dict[str, set[str]] = {}
    for name, members in table["classes"].items():
        for member in members:
            classes.setdefault(text_words(member)[0], set()).add(name)
    group_names = frozenset(name.upper() for name in table["verbs"])
    operations, changes = (data_table(name) for name in SAYING_TABLES)
    sayings, common = _sayings(operations, changes, group_names)
    frequency = Counter(word for _, words in sayings for word in words)
    total = 1 + len(sayings)
    phrases_known = [*meanings, *aliases]
    idioms: dict[str, list[Idiom]] = {}
    for idiom in _idioms(table["idioms"], stop):
        idioms.setdefault(idiom.words[0], []).append(idiom)
    return Lexicon(
        meanings=meanings,
        verbs=verbs,
        verb_groups={word: frozenset(names) for word, names in groups.items()},
        idioms=idioms,
        sayings=sayings,
        telling={word: math.log(total / count) * (0.6 if word.isupper() else 1.0) for word, count in frequency.items()},
        classes={word: frozenset(names) for word, names in classes.items()},
        common=common,
        aliases={words: frozenset(services) for words, services in aliases.items()},
        weak=frozenset(text_words(word) for word in table["weak"]["words"]),
        popularity={service: entry["weight"] for entry in table["popularity"] for service in entry["services"]},
        stop=stop,
        rewrites={text_words(said): text_words(plain) for said, plain in table["rewrites"].items()},
        doubles=frozenset(table["doubles"]["words"]),
        longest=max(len(words) for words in phrases_known),
    )


def packed(lexicon: Lexicon) -> str:
    """The lexicon without its sayings as JSON, which opens far faster than the files it was read from."""
    return json.dumps({
        "meanings": [
            [" ".join(words), [" ".join(run) for run in meaning.runs], sorted(meaning.services)]
            for words, meaning in lexicon.meanings.items()
        ],
        "verbs": lexicon.verbs,
        "groups": {word: sorted(names) for word, names in lexicon.verb_groups.items()},
        "idioms": [
            [" ".join(idiom.words), idiom.operations, idiom.whole, sorted(idiom.verbs)]
            for idioms in lexicon.idioms.values()
            for idiom in idioms
        ],
        "telling": lexicon.telling,
        "classes": {word: sorted(names) for word, names in lexicon.classes.items()},
        "common": sorted(lexicon.common),
        "aliases": {" ".join(words): sorted(services) for words, services in lexicon.aliases.items()},
        "weak": sorted(" ".join(words) for words in lexicon.weak),
        "popularity": lexicon.popularity,
        "stop": sorted(lexicon.stop),
        "rewrites": {" ".join(said): " ".join(plain) for said, plain in lexicon.rewrites.items()},
        "doubles": sorted(lexicon.doubles),
        "longest": lexicon.longest,
    })  # fmt: skip


def unpacked(text: str) -> Lexicon:
    """What ``packed`` wrote."""
    table: Mapping[str, Any] = json.loads(text)
    idioms: dict[str, list[Idiom]] = {}
    for words, operations, whole, verbs in table["idioms"]:
        idiom = Idiom(words=tuple(words.split()), operations=tuple(operations), whole=whole, verbs=frozenset(verbs))
        idioms.setdefault(idiom.words[0], []).append(idiom)
    return Lexicon(
        meanings={
            tuple(words.split()): Meaning(runs=tuple(tuple(run.split()) for run in runs), services=frozenset(services))
            for words, runs, services in table["meanings"]
        },
        verbs=table["verbs"],
        verb_groups={word: frozenset(names) for word, names in table["groups"].items()},
        idioms=idioms,
        sayings=(),
        telling=table["telling"],
        classes={word: frozenset(names) for word, names in table["classes"].items()},
        common=frozenset(table["common"]),
        aliases={tuple(words.split()): frozenset(services) for words, services in table["aliases"].items()},
        weak=frozenset(tuple(words.split()) for words in table["weak"]),
        popularity=table["popularity"],
        stop=frozenset(table["stop"]),
        rewrites={tuple(said.split()): tuple(plain.split()) for said, plain in table["rewrites"].items()},
        doubles=frozenset(table["doubles"]),
        longest=table["longest"],
    )


def _content(phrase: str, stop: frozenset[str]) -> Words:
    words = text_words(phrase)
    return tuple(word for word in words if word not in stop) or words


def _merged(known: Meaning | None, more: Meaning) -> Meaning:
    if known is None:
        return more
    return Meaning(runs=tuple(dict.fromkeys((*known.runs, *more.runs))), services=known.services | more.services)


def _idioms(entries: Iterable[Mapping[str, Sequence[str]]], stop: frozenset[str]) -> Iterator[Idiom]:
    for entry in entries:
        for phrase in entry["phrases"]:
            words = text_words(phrase)
            content = _content(phrase, stop)
            whole = len(content) < 2
            yield Idiom(
                words=words if whole else content,
                operations=tuple(entry["operations"]),
                whole=whole,
                verbs=frozenset(entry.get("verbs", ())),
            )


def _sayings(
    operations: Mapping[str, Mapping[str, str]], changes: Mapping[str, Mapping[str, str]], groups: frozenset[str]
) -> tuple[list[tuple[str, Words]], frozenset[str]]:
    """The operations' sayings, choices multiplied out; and the operations people use, which the first table names."""
    sayings: dict[tuple[str, Words], None] = {}
    common: set[str] = set()
    for service, named in operations.items():
        for name, phrases in named.items():
            names = [f"{service}:{word}" for word in phrases.split()] if name == "common" else [f"{service}:{name}"]
            common.update(names)
            if name != "common":
                sayings.update(dict.fromkeys(_said_of(names[0], phrases, groups)))
    for operation in sorted(common):
        for words in _said_by_name(operation.partition(":")[2]):
            sayings[operation, words] = None
    for service, named in changes.items():
        for name, phrases in named.items():
            sayings.update(dict.fromkeys(_said_of(f"{service}:{name}", phrases, groups)))
    return list(sayings), frozenset(common)


def _said_of(operation: str, phrases: str, groups: frozenset[str]) -> Iterator[tuple[str, Words]]:
    for phrase in phrases.split(";"):
        for words in _choices(phrase, groups):
            yield operation, words


_VERB_GROUPS = {
    "create": ("CREATE",),
    "delete": ("DELETE",),
    "update": ("UPDATE",),
    "modify": ("UPDATE",),
    "put": ("CREATE", "UPDATE"),
    "start": ("START", "RUN"),
    "stop": ("STOP",),
    "attach": ("ATTACH",),
    "associate": ("ATTACH",),
    "add": ("ATTACH",),
    "register": ("ATTACH", "CREATE"),
    "detach": ("DETACH",),
    "disassociate": ("DETACH",),
    "remove": ("DETACH", "DELETE"),
    "deregister": ("DELETE", "DETACH"),
    "enable": ("ENABLE",),
    "disable": ("DISABLE",),
    "reboot": ("RESTART",),
    "cancel": ("STOP",),
    "send": ("SEND",),
    "restore": ("RESTORE",),
    "tag": ("TAG",),
    "untag": ("UNTAG",),
    "set": ("UPDATE",),
    "run": ("RUN",),
    "invoke": ("RUN",),
    "resume": ("START",),
    "pause": ("STOP",),
    "suspend": ("STOP",),
    "terminate": ("DELETE", "STOP"),
    "import": ("IMPORT",),
    "copy": ("COPY",),
    "list": ("",),
    "describe": ("",),
    "get": ("",),
}


def _said_by_name(name: str) -> Iterator[Words]:
    """What an operation's own name says of it: the group of its verb, and its nouns."""
    verb, *nouns = (word for word in name_words(name) if word not in _JOINING)
    for group in _VERB_GROUPS.get(verb, (verb,)) if nouns else ():
        yield tuple(dict.fromkeys((group, *nouns) if group else nouns))


_JOINING = frozenset({"v2", "for", "by", "in", "to", "from", "of", "with", "on"})


@lru_cache(maxsize=16_384)
def _spoken(word: str) -> Words:
    return text_words(word)


def _choices(phrase: str, groups: frozenset[str]) -> Iterator[Words]:
    """``(grow|extend) disk`` as ``grow disk`` and ``extend disk``."""
    parts = [[part] if index % 2 == 0 else part.split("|") for index, part in enumerate(_CHOICE.split(phrase.strip()))]
    for chosen in itertools.product(*parts):
        words: list[str] = []
        for word in " ".join(chosen).split():
            words.extend((word,) if word in groups else _spoken(word))
        if words[-1:] == ["on"]:
            words[-1] = SWITCHED_ON
        yield tuple(dict.fromkeys(words))
