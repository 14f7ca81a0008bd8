"""Results as text for other programs (JSON, Markdown), and the order of cells people expect. Qt-free."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

from app.domain.aws import CallResult, Table

_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_DIGITS = re.compile(r"(\d+)")


def as_json(result: CallResult) -> str:
    """The whole answer as indented JSON."""
    return json.dumps(result.data, indent=2, ensure_ascii=False, default=str)


def as_markdown(table: Table) -> str:
    """The table as a Markdown table."""
    lines = [_line(table.columns), _line(["---"] * len(table.columns))]
    lines += [_line(row) for row in table.rows]
    return "\n".join(lines) + "\n"


def order_key(cell: str) -> tuple[int, float, tuple[tuple[int, int, str], ...]]:
    """A key that sorts as people count: numbers by value, ``i-9`` before ``i-10``, empty cells first."""
    if not cell:
        return (0, 0.0, ())
    if _NUMBER.fullmatch(cell):
        return (1, float(cell), ())
    pieces = tuple(
        (0, int(piece), "") if piece.isdecimal() else (1, 0, piece.casefold())
        for piece in _DIGITS.split(cell[:200])
        if piece
    )
    return (2, 0.0, pieces)


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
        lines[limit:] = [(0, "…", "more than can be shown here; copy the parameters to see all")]
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
