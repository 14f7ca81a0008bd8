"""Results as text for other programs (JSON, Markdown), and the order of cells people expect. Qt-free."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from app.domain.aws import Table
from app.domain.language import tr

_NUMBER = re.compile(r"-?\d+(\.\d+)?(e[+-]?\d+)?")
_QUANTITY = re.compile(r"[$€£]?\s?(-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)\s?([A-Za-zµ%]{1,7})")
_FACTORS = {
    "%": 1.0,
    "usd": 1.0,
    "eur": 1.0,
    "b": 1.0,
    "bytes": 1.0,
    "kb": 1e3,
    "mb": 1e6,
    "gb": 1e9,
    "tb": 1e12,
    "pb": 1e15,
    "kib": 2.0**10,
    "mib": 2.0**20,
    "gib": 2.0**30,
    "tib": 2.0**40,
    "pib": 2.0**50,
    "ms": 1e-3,
    "s": 1.0,
    "sec": 1.0,
    "min": 60.0,
    "h": 3_600.0,
    "hours": 3_600.0,
    "days": 86_400.0,
    "d": 86_400.0,
}
_TIME = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?")
_GROUPED = re.compile(r"[$€£]?\s?(-?\d{1,3}(?:,\d{3})*(?:\.\d+)?)")
_DIGITS = re.compile(r"(\d+)")


def as_json(value: object) -> str:
    """A whole answer as indented JSON."""
    return json.dumps(value, indent=2, ensure_ascii=False, default=str)


def beginning_of_json(value: object, chars: int) -> tuple[str, bool]:
    """The first ``chars`` or so of a value as indented JSON, and whether that is not all; quick for any value."""
    pieces: list[str] = []
    length = 0
    for piece in json.JSONEncoder(indent=2, ensure_ascii=False, default=str).iterencode(value):
        pieces.append(piece)
        length += len(piece)
        if length > chars:
            return "".join(pieces)[:chars], True
    return "".join(pieces), False


def as_markdown(table: Table) -> str:
    """The table as a Markdown table."""
    lines = [_line(table.columns), _line(["---"] * len(table.columns))]
    lines += [_line(row) for row in table.rows]
    return "\n".join(lines) + "\n"


def order_key(cell: str) -> tuple[int, float, tuple[tuple[int, int, str], ...]]:
    """A key that sorts as people count: numbers, sizes and spans by value, times by when they are, ``i-9`` before
    ``i-10``, empty cells first.
    """
    if not cell:
        return (0, 0.0, ())
    if cell[0].isdigit() or cell[0] in "-$€£":
        if _NUMBER.fullmatch(cell):
            return (1, float(cell), ())
        if (quantity := _QUANTITY.fullmatch(cell)) and quantity[2].lower() in _FACTORS:
            return (1, float(quantity[1].replace(",", "")) * _FACTORS[quantity[2].lower()], ())
        if (grouped := _GROUPED.fullmatch(cell)) is not None:
            return (1, float(grouped[1].replace(",", "")), ())
        if _TIME.fullmatch(cell) and (at := _seconds(cell)) is not None:
            return (1, at, ())
    pieces = tuple(
        (0, int(piece), "") if piece.isdecimal() else (1, 0, piece.casefold())
        for piece in _DIGITS.split(cell[:200])
        if piece
    )
    return (2, 0.0, pieces)


def _seconds(cell: str) -> float | None:
    """A time as seconds since 1970; without an offset it counts as UTC, as the tables are written."""
    try:
        moment = datetime.fromisoformat(cell)
    except ValueError:
        return None
    return (moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)).timestamp()


def tree_lines(value: object, *, limit: int = 400) -> list[tuple[int, str, str]]:
    """A JSON value as lines of (depth, name, value), at most ``limit`` of them; containers have an empty value."""
    lines: list[tuple[int, str, str]] = []
    # A list used as a stack, not recursion: the depth of what a model wrote has no bound.
    waiting: list[tuple[int, str, object]] = [(0, "", value)]
    while waiting and len(lines) <= limit:
        depth, name, item = waiting.pop()
        if isinstance(item, Mapping) and (item or not name):
            children: list[tuple[str, object]] = [(str(key), child) for key, child in item.items()]
        elif isinstance(item, Sequence) and not isinstance(item, str) and item:
            children = [(str(number), child) for number, child in enumerate(item, start=1)]
        else:
            lines.append((depth - 1, name, _plain(item)))
            continue
        if name:
            lines.append((depth - 1, name, ""))
        waiting.extend((depth + 1, key, child) for key, child in reversed(children))
    if len(lines) > limit:
        lines[limit:] = [(0, "…", tr("more than can be shown here; copy the parameters to see all"))]
    return lines


def _plain(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case None:
            return "null"
        case str():
            return value
        case _:
            return json.dumps(value, ensure_ascii=False, default=str)


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(" ".join(cell.replace("|", "\\|").split()) for cell in cells) + " |"
