"""What single keywords of a JSON schema say, and JSON values as schemas compare them. Follows no reference. Pure."""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import Decimal
from typing import Never

from app.domain.errors import UnsupportedError
from app.domain.language import marked, tr

REMEDY = marked("Use a simpler schema, or choose a cloud model.")

Schema = Mapping[str, object]
Branch = tuple[Schema, ...]
"""Schemas of which all must hold, by their own keywords alone: references and combinations are resolved."""

Bound = tuple[Decimal, bool]
"""A bound, and whether it is itself excluded."""


def wrong(why: str) -> Never:
    """Raises :class:`UnsupportedError` for what is no schema; ``why`` is in the person's language."""
    raise UnsupportedError(tr("This is no JSON schema: {why}.", why=why), remedy=tr("Correct the schema."))


def list_of(schema: Schema, keyword: str) -> list[object]:
    """A keyword's list, empty where it is absent. Raises :class:`UnsupportedError`."""
    value = schema.get(keyword, [])
    if not isinstance(value, list):
        wrong(tr("{keyword!r} must be a list", keyword=keyword))
    return value


def mapping_of(schema: Schema, keyword: str) -> dict[str, object]:
    """A keyword's object, empty where it is absent. Raises :class:`UnsupportedError`."""
    value = schema.get(keyword, {})
    if not isinstance(value, dict):
        wrong(tr("{keyword!r} must be an object", keyword=keyword))
    return value


def prefix_items(schema: Schema) -> list[object]:
    if "prefixItems" in schema:
        return list_of(schema, "prefixItems")
    items = schema.get("items")
    return items if isinstance(items, list) else []


def limits(branch: Branch, least: str, most: str) -> tuple[int, int | None]:
    minimum, maximum = 0, None
    for schema in branch:
        for keyword in (least, most):
            value = schema.get(keyword)
            if value is None:
                continue
            if isinstance(value, bool) or not isinstance(value, (int, float)) or value != value // 1 or value < 0:
                wrong(tr("{keyword!r} must be a whole number, not {value}", keyword=keyword, value=f"{value!r:.60}"))
            if keyword == least:
                minimum = max(minimum, int(value))
            else:
                maximum = int(value) if maximum is None else min(maximum, int(value))
    return minimum, maximum


def bounds(branch: Branch) -> tuple[Bound | None, Bound | None]:
    lows: list[Bound] = []
    highs: list[Bound] = []
    for schema in branch:
        for keyword, found in (("minimum", lows), ("maximum", highs)):
            excluding = f"exclusive{keyword.capitalize()}"
            excluded = schema.get(excluding)
            if keyword in schema:
                found.append((_number(keyword, schema[keyword]), excluded is True))
            if excluded is not None and not isinstance(excluded, bool):
                found.append((_number(excluding, excluded), True))
    low = max(lows, key=lambda bound: (bound[0], bound[1]), default=None)
    high = min(highs, key=lambda bound: (bound[0], not bound[1]), default=None)
    return low, high


def _number(keyword: str, value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        wrong(tr("{keyword!r} must be a number, not {value}", keyword=keyword, value=f"{value!r:.60}"))
    exact = exactly(value)
    if abs(exact) > Decimal(10) ** 30:
        raise UnsupportedError(
            tr("The JSON schema's {keyword!r} is too large a number.", keyword=keyword), remedy=tr(REMEDY)
        )
    return exact


def exactly(value: float) -> Decimal:
    """A number as it was written."""
    return Decimal(value) if isinstance(value, int) else Decimal(repr(value))


def kinds_of(value: object) -> set[str]:
    """The types that a value is of."""
    match value:
        case bool():
            return {"boolean"}
        case int():
            return {"integer", "number"}
        case float():
            return {"integer", "number"} if value.is_integer() else {"number"}
        case str():
            return {"string"}
        case list():
            return {"array"}
        case dict():
            return {"object"}
        case _:
            return {"null"}


def equal(one: object, other: object) -> bool:
    """Equality as JSON Schema has it: 1 is 1.0, and true is no number."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(equal, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(equal(value, other[name]) for name, value in one.items())
    return (type(one) is type(other) and one == other) or (
        isinstance(one, (int, float)) and isinstance(other, (int, float)) and one == other
    )


def unmet(what: str) -> UnsupportedError:
    """What to tell about a schema without a value."""
    return UnsupportedError(
        tr("{what} leaves no answer that a local model could give: it contradicts itself, or has no end.", what=what),
        remedy=tr("Check its required names, its bounds and its references to itself."),
    )


def too_large(what: str) -> UnsupportedError:
    """What to tell about a schema whose grammar would be too large."""
    return UnsupportedError(tr("{what} is too large to be followed by a local model.", what=what), remedy=tr(REMEDY))
