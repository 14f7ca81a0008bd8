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
_SHORT = 20  # characters of a text that may be a switch


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


def opened(value: object, depth: int = 0) -> object:
    """``value`` with the JSON that its texts hold in their place: parsed once, however often it is looked through."""
    if depth > DEEPEST:
        return value
    if isinstance(value, str):
        found = document(value)
        return value if found is None else opened(found, depth + 1)
    if isinstance(value, Mapping):
        kind = Repeated if isinstance(value, Repeated) else dict
        return kind({name: opened(inner, depth + 1) for name, inner in value.items()})
    if isinstance(value, (list, tuple)):
        return [opened(inner, depth + 1) for inner in value]
    return value


def leaves(value: object) -> Iterator[tuple[tuple[str, ...], object]]:
    """Every value that holds no others, with the names it stands under, outermost first; JSON in texts is opened."""
    waiting: list[tuple[tuple[str, ...], object, int]] = [((), value, 0)]
    while waiting:
        path, one, depth = waiting.pop()
        if depth > DEEPEST:
            continue
        if isinstance(one, str) and (found := document(one)) is not None:
            yield path, one
            waiting.append((path, found, depth + 1))
        elif isinstance(one, Mapping):
            waiting += [((*path, str(key)), inner, depth + 1) for key, inner in reversed(list(one.items()))]
        elif isinstance(one, (list, tuple)):
            waiting += [(path, inner, depth + 1) for inner in reversed(one)]
        else:
            yield path, one


def structures(value: object) -> Iterator[Mapping[str, object]]:
    """Every structure in ``value``, itself first; JSON in texts is opened."""
    waiting: list[tuple[object, int]] = [(value, 0)]
    while waiting:
        one, depth = waiting.pop()
        if depth > DEEPEST:
            continue
        if isinstance(one, str):
            waiting.append((document(one), depth + 1))
        elif isinstance(one, Mapping):
            yield one
            waiting += [
                (inner, depth + 1) for inner in reversed(list(one.values())) if not isinstance(inner, (int, float))
            ]
        elif isinstance(one, (list, tuple)):
            waiting += [(inner, depth + 1) for inner in reversed(one)]


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
    return value is True or (isinstance(value, str) and len(value) < _SHORT and value.strip().casefold() == "true")


def is_false(value: object) -> bool:
    """Whether a value switches something off."""
    if isinstance(value, str):
        return len(value) < _SHORT and value.strip().casefold() in ("false", "disabled", "off")
    return value is False
