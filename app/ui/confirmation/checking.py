"""Checks one value against its shape while it is typed, in sentences. Qt-free; the gate checks everything again.

What is not checked here (enumerations and patterns, which AWS itself extends) the operation's model decides.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import assert_never

from app.domain.aws import ParameterShape, ShapeKind
from app.domain.language import marked, tr
from app.domain.numerals import exact, plainly_spaced


def problem_of(shape: ParameterShape, value: object) -> str | None:
    """What is wrong with this very value, not with what it holds; ``None`` where nothing is."""
    if not fits_kind(shape, value):
        return tr("Must be {kind}.", kind=tr(KIND_WORDS[shape.kind]))
    match value:
        case bool():
            return None
        case int() | float():
            return _out_of_bounds(shape, float(value), _NUMBER)
        case str() if shape.kind is ShapeKind.TIMESTAMP:
            return None if is_timestamp(value) else tr("Must be a time as in 2026-11-20T09:00:00Z.")
        case str() if shape.kind is ShapeKind.STRING:
            if shape.required and not value and shape.minimum is None:
                return tr("Must not be empty.")
            return _out_of_bounds(shape, len(value), _TEXT)
        case list():
            return _out_of_bounds(shape, len(value), _LIST)
        case _:
            return None


def fits_kind(shape: ParameterShape, value: object) -> bool:
    """Whether ``value`` is of the shape's type at all."""
    match shape.kind:
        case ShapeKind.STRING | ShapeKind.TIMESTAMP:
            return isinstance(value, str)
        case ShapeKind.INTEGER:
            return isinstance(value, int) and not isinstance(value, bool)
        case ShapeKind.FLOAT:
            return isinstance(value, int | float) and not isinstance(value, bool) and value == value
        case ShapeKind.BOOLEAN:
            return isinstance(value, bool)
        case ShapeKind.BLOB:
            return isinstance(value, str) or (isinstance(value, Mapping) and set(value) == {"base64"})
        case ShapeKind.LIST:
            return isinstance(value, list)
        case ShapeKind.MAP | ShapeKind.STRUCTURE:
            return isinstance(value, Mapping)
        case ShapeKind.DOCUMENT:
            return True
        case _:
            assert_never(shape.kind)


def is_timestamp(text: str) -> bool:
    """Whether ``text`` is an ISO 8601 date or time."""
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def number_of(shape: ParameterShape, text: str) -> int | float | None:
    """The number a person typed, or ``None`` where it is none of the shape's kind."""
    cleaned = text.strip()
    try:
        if shape.kind is ShapeKind.INTEGER:
            return int(cleaned) if cleaned.lstrip("+-").isascii() else None
        number = float(cleaned)
    except ValueError:
        return None
    return number if number - number == 0 else None  # neither infinite nor "not a number"


KIND_WORDS = {
    ShapeKind.STRING: marked("a text"),
    ShapeKind.INTEGER: marked("a whole number"),
    ShapeKind.FLOAT: marked("a number"),
    ShapeKind.BOOLEAN: marked("true or false"),
    ShapeKind.TIMESTAMP: marked("a time as in 2026-11-20T09:00:00Z"),
    ShapeKind.BLOB: marked('a text, or {"base64": "…"}'),
    ShapeKind.LIST: marked("a list"),
    ShapeKind.MAP: marked("a set of names and values"),
    ShapeKind.STRUCTURE: marked("a set of named fields"),
    ShapeKind.DOCUMENT: "JSON",
}
_NUMBER = (marked("Must be at least {bound}."), marked("Must be at most {bound}."))
_TEXT = (marked("Must be at least {bound} characters."), marked("Must be at most {bound} characters."))
_LIST = (marked("Must be at least {bound} entries."), marked("Must be at most {bound} entries."))


def _out_of_bounds(shape: ParameterShape, size: float, words: tuple[str, str]) -> str | None:
    too_low, too_high = words
    if shape.minimum is not None and size < shape.minimum:
        return tr(too_low, bound=plainly_spaced(exact(shape.minimum)))
    if shape.maximum is not None and size > shape.maximum:
        return tr(too_high, bound=plainly_spaced(exact(shape.maximum)))
    return None
