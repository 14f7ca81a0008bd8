"""Findings about a call's parameters, and the ways to look through parameters. Refuses to know any operation.

Parameters hold documents as text too: policies, templates. Where a text is JSON, it is looked through like the rest.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.domain.aws import Risk

DEEPEST = 40
"""Levels of nesting that are looked at."""
LONGEST = 300_000
"""Characters of a text that is looked into; AWS takes no policy as long as that, and no template by value."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in the parameters. ``risk`` is what it raises the call to, ``None`` where it only wants to be seen."""

    risk: Risk | None
    sentence: str


class Repeated(dict[str, object]):
    """A JSON object that gives one name twice: which of the two counts depends on who reads it."""


def document(text: str) -> Mapping[str, object] | list[object] | None:
    """The JSON object or list that a text is, else ``None``."""
    if text.lstrip()[:1] not in ("{", "[") or len(text) > LONGEST:
        return None
    try:
        found = json.loads(text, object_pairs_hook=_object)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, (dict, list)) else None


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    kind = dict if len({name.casefold() for name, _ in pairs}) == len(pairs) else Repeated
    return kind(pairs)


def leaves(value: object, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], object]]:
    """Every value that holds no others, with the names it stands under, outermost first; JSON in texts is opened."""
    if len(path) > DEEPEST:
        return
    if isinstance(value, str) and (opened := document(value)) is not None:
        yield path, value
        yield from leaves(opened, (*path, ""))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from leaves(inner, (*path, str(key)))
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from leaves(inner, (*path, "") if isinstance(inner, (list, tuple)) else path)
    else:
        yield path, value


def structures(value: object, depth: int = 0) -> Iterator[Mapping[str, object]]:
    """Every structure in ``value``, itself first; JSON in texts is opened."""
    if depth > DEEPEST:
        return
    if isinstance(value, str):
        opened = document(value)
        if opened is not None:
            yield from structures(opened, depth + 1)
    elif isinstance(value, Mapping):
        yield value
        for inner in value.values():
            yield from structures(inner, depth + 1)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from structures(inner, depth + 1)


def holds(value: object, wanted: str, depth: int = 0) -> bool:
    """Whether a parameter named ``wanted`` stands anywhere inside; what is too deep to look at counts as if it did."""
    if depth > DEEPEST:
        return True
    if isinstance(value, Mapping):
        return wanted in value or any(holds(inner, wanted, depth + 1) for inner in value.values())
    return isinstance(value, (list, tuple)) and any(holds(inner, wanted, depth + 1) for inner in value)


def folded(structure: Mapping[str, object]) -> dict[str, object]:
    """A structure's own members by their names in small letters."""
    return {str(name).casefold(): value for name, value in structure.items()}


def as_list(value: object) -> Sequence[object]:
    """What AWS takes as one value or as a list of them, as a list; nothing for ``None``."""
    if value is None:
        return []
    return value if isinstance(value, (list, tuple)) else [value]


def is_true(value: object) -> bool:
    """Whether a value switches something on, in the ways attributes are spelled."""
    return value is True or (isinstance(value, str) and value.strip().casefold() == "true")


def is_false(value: object) -> bool:
    """Whether a value switches something off."""
    return value is False or (isinstance(value, str) and value.strip().casefold() in ("false", "disabled", "off"))
