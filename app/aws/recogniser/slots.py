"""An operation's parameters as flat slots, nested ones too, each with the words of its name. Refuses to fill any."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from app.aws.recogniser.fitting import SUFFIXES, SYNONYMS
from app.aws.recogniser.meanings import NOISE, SAME
from app.aws.search.words import name_words
from app.domain.aws import Operation, OperationId, ParameterShape, ShapeKind

_DEPTH = 3
_KEPT = 512
_ENDS = {"ids": "id", "arns": "arn"}
_SCALARS = frozenset({ShapeKind.STRING, ShapeKind.INTEGER, ShapeKind.FLOAT, ShapeKind.BOOLEAN, ShapeKind.TIMESTAMP})
_WRAPPED = frozenset({"value"})


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for one value, or for a list of such. ``path``: names of structures, ``[]`` for a list's element."""

    path: tuple[str, ...]
    shape: ParameterShape
    words: tuple[str, ...]
    outer: tuple[str, ...]
    many: bool
    required: bool
    core: frozenset[str] = frozenset()  # the words without what the name ends in
    suffix: str = ""
    wanted: frozenset[str] = frozenset()  # words that people say for it
    choices: tuple[str, ...] = ()  # of an enumeration, or those that the documentation lists
    strict: bool = False  # its pattern is one that not just any name has

    @property
    def depth(self) -> int:
        """How many structures the slot lies in."""
        return sum(1 for part in self.path if part != "[]") - 1


_MADE: dict[OperationId, tuple[Slot, ...]] = {}


def slots(operation: Operation) -> tuple[Slot, ...]:
    """Every slot of an operation, the shallow ones first."""
    made = _MADE.get(operation.id)
    if made is None:
        found = [
            _described(slot, operation)
            for shape in operation.parameters
            for slot in _slots(shape, (shape.name,), (), required=shape.required)
        ]
        made = tuple(sorted(found, key=lambda slot: slot.depth))
        if len(_MADE) >= _KEPT:
            _MADE.clear()
        _MADE[operation.id] = made
    return made


def _described(slot: Slot, operation: Operation) -> Slot:
    words = slot.words or slot.outer
    suffix = words[-1] if words and words[-1] in SUFFIXES else ""
    core = frozenset(words) - SUFFIXES - {"list", "set"}
    wanted = set(words) - NOISE
    if not core and slot.depth:
        core = frozenset(slot.outer) - SUFFIXES
        wanted |= core
    if not core and not slot.depth:  # a bare Name is the name of what the operation is about
        wanted |= set(name_words(operation.id.operation)[1:])
    for word in tuple(wanted or core):
        wanted |= SAME.get(word, set())
    for word, others in SYNONYMS.items():
        if any(other == core for other in others):
            wanted.add(word)
    wanted |= core - {"db", "of", "the"}
    told = slot.outer if slot.path[-1] == "[]" else ()
    wanted |= set(told)
    return replace(
        slot,
        core=core,
        suffix=suffix,
        wanted=frozenset(wanted),
        choices=slot.shape.enum or _told(slot.shape),
        strict=_is_strict(slot.shape.pattern),
    )


_LISTED = re.compile(
    r"(?:[Vv]alid [Vv]alues?(?: for this parameter)?(?: are)?|[Ff]ollowing (?:values|processes|types)|"
    r"[Pp]ossible [Vv]alues(?: are)?)\s*:\s*(.{3,600})"
)
_EXPLAINED = re.compile(r"(?:^|[.] |\s)([A-Za-z][\w./-]{1,40}) [-–] [A-Z]")
_SENTENCE = frozenset({"If", "The", "Default", "For", "This", "Constraints", "You", "Must", "When", "Default:", "To"})


def _told(shape: ParameterShape) -> tuple[str, ...]:
    """The values of a text that its documentation lists."""
    if shape.kind is not ShapeKind.STRING or (listed := _LISTED.search(shape.documentation)) is None:
        return ()
    if explained := _EXPLAINED.findall(listed[1]):
        return tuple(dict.fromkeys(explained))
    found: list[str] = []
    for word in re.split(r"[\s|,]+", listed[1]):
        if word in _SENTENCE:
            break
        plain = word.strip("\"'`.;:…")
        if re.fullmatch(r"[A-Za-z][\w./-]{1,40}", plain) and plain not in {"and", "or"}:
            found.append(plain)
        if word.endswith("."):
            break
    return tuple(dict.fromkeys(found))


def _is_strict(pattern: str | None) -> bool:
    if not pattern:
        return False
    try:
        return not any(re.fullmatch(pattern, text) for text in ("some-name", "name", "12"))
    except re.error:
        return False


def _slots(shape: ParameterShape, path: tuple[str, ...], outer: tuple[str, ...], *, required: bool) -> Iterator[Slot]:
    words = tuple(_ENDS.get(word, word) for word in name_words(path[-1])) if path[-1] != "[]" else ()
    if shape.kind in _SCALARS:
        if path[-1] == "[]":
            yield Slot(path[:-1], shape, outer, (), True, required)
        elif words and set(words) == _WRAPPED and len(path) > 1:
            yield Slot(path, shape, outer, (), False, required)
        else:
            yield Slot(path, shape, words, outer, False, required)
    elif shape.kind is ShapeKind.STRUCTURE and len(path) <= 2 * _DEPTH and not shape.recursive:
        for member in shape.members:
            yield from _slots(member, (*path, member.name), words or outer, required=required and member.required)
    elif shape.kind is ShapeKind.LIST and shape.element is not None and len(path) <= _DEPTH:
        yield from _slots(shape.element, (*path, "[]"), words or outer, required=required)


def placed(values: dict[str, object], path: tuple[str, ...], value: object) -> None:
    """Put a value at a path, making the structures and the one-element lists on the way."""
    here: object = values
    for place, part in enumerate(path):
        last = place == len(path) - 1
        following = path[place + 1] if not last else ""
        if part == "[]":
            assert isinstance(here, list)
            if not here:
                here.append({})
            here = here[0]
            continue
        assert isinstance(here, dict)
        if last:
            here[part] = value
        else:
            here = here.setdefault(part, [] if following == "[]" else {})


def at(values: Mapping[str, object], path: tuple[str, ...]) -> object:
    """The value at a path, or ``None``."""
    here: object = values
    for part in path:
        if part == "[]":
            if not isinstance(here, list) or not here:
                return None
            here = here[0]
        elif isinstance(here, Mapping):
            here = here.get(part)
        else:
            return None
    return here
