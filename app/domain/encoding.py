"""How the domain's values are written as plain JSON values and read back; refuses what does not fit a value's types.

A value is a JSON object of its fields, without those that hold their default; a message's part carries its ``type``.
Storage and interchange share this one spelling, so that what is on disk can be exported without loss.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, cast

from app.domain.language import marked, tr
from app.domain.messages import AttachmentPart, ReasoningPart, TextPart, ToolCallPart, ToolResultPart

T = TypeVar("T")
Decode = Callable[[object], Any]

_TAGS: dict[type, str] = {
    TextPart: "text",
    ReasoningPart: "reasoning",
    ToolCallPart: "tool_call",
    ToolResultPart: "tool_result",
    AttachmentPart: "attachment",
}


def to_plain(value: object) -> Any:
    """``value`` as JSON values: objects, arrays, texts, numbers, booleans and ``None``.

    Times become ISO 8601 text in UTC; a time without a zone is taken as UTC. Raises ``TypeError`` for what has no
    JSON form.
    """
    if value is None or type(value) is str or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, str):
        return value
    if isinstance(value, datetime):
        return as_utc(value).isoformat()
    if isinstance(value, Mapping):
        return {str(key): to_plain(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [to_plain(item) for item in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _object(value)
    raise TypeError(f"a {type(value).__name__} has no JSON form")


def from_plain(kind: type[T], plain: object, *, where: str = "") -> T:
    """A ``kind`` from what :func:`to_plain` made. Fields nobody knows are passed over, absent ones take their default.

    Raises ``ValueError`` that says where the fault lies (``where`` names the whole) and what was expected.
    """
    try:
        return cast("T", _decoder(cast("Any", kind))(plain))
    except _MisfitError as misfit:
        place = f"{where or kind.__name__.lower()}{misfit.place}"
        raise ValueError(tr(misfit.sentence, where=place, **misfit.values)) from None


def as_utc(moment: datetime) -> datetime:
    """The same moment in UTC; a time without a zone is taken as UTC."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


class _MisfitError(Exception):
    """What does not fit, and where. The place is put together on the way out: nearly everything fits, and thousands
    of messages are read at once. ``sentence``, which is marked, says ``{where}`` and the ``values``.
    """

    def __init__(self, sentence: str, place: str = "", /, **values: object) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.place = place
        self.values = values

    def within(self, step: str) -> _MisfitError:
        """The same, seen from what holds it."""
        self.place = step + self.place
        return self


def _object(value: Any) -> dict[str, Any]:
    plain: dict[str, Any] = {}
    tag = _TAGS.get(type(value))
    if tag is not None:
        plain["type"] = tag
    for name, default in _defaults(cast("Any", type(value))):
        item = getattr(value, name)
        if default is dataclasses.MISSING or item != default:
            plain[name] = to_plain(item)
    return plain


@cache
def _defaults(kind: type) -> tuple[tuple[str, Any], ...]:
    found = []
    for field in dataclasses.fields(kind):
        default = field.default
        if default is dataclasses.MISSING and field.default_factory is not dataclasses.MISSING:
            default = field.default_factory()
        found.append((field.name, default))
    return tuple(found)


@cache
def _decoder(hint: Any) -> Decode:
    if hint is object or hint is Any:
        return lambda plain: plain
    origin = typing.get_origin(hint)
    if origin in (types.UnionType, typing.Union):
        return _union(typing.get_args(hint))
    if origin is tuple:
        return _tuple(_decoder(typing.get_args(hint)[0]))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return lambda plain: _expect(plain, dict, _OBJECT)
    if isinstance(hint, type):
        if issubclass(hint, StrEnum):
            return _enum(hint)
        if dataclasses.is_dataclass(hint):
            return _dataclass(hint)
        scalar = _SCALARS.get(hint)
        if scalar is not None:
            return scalar
    raise TypeError(f"{hint!r} cannot be read from JSON")


_OBJECT = marked("an object")
_LIST = marked("a list")
_TEXT = marked("a text")
_TIME = marked("a time")
_NUMBER = marked("a number")
_INTEGER = marked("a whole number")
_BOOLEAN = marked("true or false")
_OTHER = marked("that")
_ONE_OF = marked("{where} should be one of {names}, not {given}")
_WORDS: dict[type, str] = {
    type(None): marked("nothing"),
    bool: _BOOLEAN,
    int: _NUMBER,
    float: _NUMBER,
    str: _TEXT,
    list: _LIST,
    dict: _OBJECT,
}
"""What JSON's values are called in a sentence for a person."""


def _expect(plain: object, kind: type, words: str) -> Any:
    if isinstance(plain, kind) and (kind is bool or not isinstance(plain, bool)):
        return plain
    given = tr(_WORDS.get(type(plain), _OTHER))
    raise _MisfitError(marked("{where} should be {wanted}, not {given}"), wanted=tr(words), given=given)


def _text(plain: object) -> str:
    if type(plain) is str:
        return plain
    text: str = _expect(plain, str, _TEXT)
    return text


def _float(plain: object) -> float:
    try:
        return float(_expect(plain, int if isinstance(plain, int) else float, _NUMBER))
    except OverflowError:
        digits = len(str(plain))
        raise _MisfitError(marked("{where} should be a number, not one of {count} digits"), count=digits) from None


def _datetime(plain: object) -> datetime:
    text = _expect(plain, str, _TIME)
    try:
        return as_utc(datetime.fromisoformat(text))
    except (ValueError, OverflowError):
        raise _MisfitError(marked("{where} should be a time, not {given}"), given=repr(text[:40])) from None


_SCALARS: dict[type, Decode] = {
    str: _text,
    int: lambda plain: _expect(plain, int, _INTEGER),
    bool: lambda plain: _expect(plain, bool, _BOOLEAN),
    float: _float,
    datetime: _datetime,
}


def _enum(kind: type[StrEnum]) -> Decode:
    known = {member.value: member for member in kind}

    def decode(plain: object) -> StrEnum:
        member = known.get(plain) if isinstance(plain, str) else None
        if member is None:
            raise _MisfitError(_ONE_OF, names=", ".join(known), given=repr(str(plain)[:40]))
        return member

    return decode


def _tuple(element: Decode) -> Decode:
    def decode(plain: object) -> tuple[Any, ...]:
        items: list[Any] = []
        try:
            items.extend(element(item) for item in _expect(plain, list, _LIST))  # those before the misfit stay
        except _MisfitError as misfit:
            raise (misfit.within(f"[{len(items)}]") if isinstance(plain, list) else misfit) from None
        return tuple(items)

    return decode


def _union(members: tuple[Any, ...]) -> Decode:
    optional = types.NoneType in members
    kinds = [member for member in members if member is not types.NoneType]
    if len(kinds) == 1:
        only = _decoder(kinds[0])
        return lambda plain: None if plain is None and optional else only(plain)
    tagged = {_TAGS[kind]: _decoder(kind) for kind in kinds}

    def decode(plain: object) -> Any:
        tag = _expect(plain, dict, _OBJECT).get("type")
        decoder = tagged.get(tag) if isinstance(tag, str) else None
        if decoder is None:
            raise _MisfitError(_ONE_OF, ".type", names=", ".join(tagged), given=repr(str(tag)[:40]))
        return decoder(plain)

    return decode


def _dataclass(kind: type) -> Decode:
    hints = typing.get_type_hints(kind)
    required = {name for name, default in _defaults(kind) if default is dataclasses.MISSING}
    decoders: list[tuple[str, Decode]] | None = None

    def decode(plain: object) -> Any:
        nonlocal decoders
        if decoders is None:
            decoders = [(name, _decoder(hints[name])) for name, _ in _defaults(kind)]
        given = _expect(plain, dict, _OBJECT)
        values: dict[str, Any] = {}
        for name, decoder in decoders:
            if name in given:
                try:
                    values[name] = decoder(given[name])
                except _MisfitError as misfit:
                    raise misfit.within(f".{name}") from None
            elif name in required:
                raise _MisfitError(marked("{where} has no {name}"), name=name)
        return kind(**values)

    return decode
