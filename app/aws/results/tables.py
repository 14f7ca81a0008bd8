"""An answer as a table: which list in it is the answer, which columns are worth showing, and in which order.

Pure functions over JSON values. Refuses to make a table of what is no list, and to show more than eight columns that
nobody asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from app.aws.results.columns import VIEWS
from app.aws.results.costs import cost_table
from app.domain.aws import OperationId, Table, rows_at, value_at
from app.domain.aws.tables import tag_of
from app.domain.wording import singular

MAX_COLUMNS = 8
MAX_ASKED_COLUMNS = 40
_CELL_CHARS = 200
_LISTED = 4

_ISO_TIME = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|\+00:00)?$")
_TIME_NAME = re.compile(r"(?:time|date|timestamp|created|modified)(?:utc|at)?$", re.IGNORECASE)
_MILLISECONDS = range(10**12, 10**13)


def table_of(operation: OperationId, data: Mapping[str, object], shape: Any = None) -> Table | None:
    """The table of an answer, or ``None`` where it is no list. ``shape``: botocore's output shape, which names the
    columns of an empty list.
    """
    if (costs := cost_table(operation, data)) is not None:
        return costs
    view = VIEWS.get((operation.service, operation.operation))
    if view is not None:
        rows = [
            tuple(_cell(value_at(row, _path(column)), column) for column in view.columns)
            for row in rows_at(data, view.rows)
        ]
        # A column with nothing in it says nothing, unless there are no rows at all.
        kept = [at for at in range(len(view.columns)) if not rows or any(row[at] for row in rows)] or [0]
        return Table(
            columns=tuple(_heading(view.columns[at]) for at in kept),
            rows=tuple(tuple(row[at] for at in kept) for row in rows),
            source=view.rows,
            fields=tuple(_path(view.columns[at]) for at in kept),
        )
    found = _main_list(data, shape)
    if found is None:
        return None
    source, items, element = found
    return _by_rule(source, items, element)


def table_of_value(value: object) -> Table | None:
    """What a person's own question to an answer gave, as a table: every member of its items is a column, in the order
    asked for. ``None`` for what is no list.
    """
    if not isinstance(value, list):
        return None
    mappings = [item for item in value if isinstance(item, Mapping)]
    if mappings and len(mappings) == len(value):
        names = list(dict.fromkeys(str(key) for item in mappings for key in item))[:MAX_ASKED_COLUMNS]
        return Table(
            columns=tuple(names),
            rows=tuple(tuple(_cell(item.get(name), name) for name in names) for item in mappings),
        )
    if value and all(isinstance(item, list) for item in value):
        width = min(max(len(item) for item in value), MAX_ASKED_COLUMNS)
        return Table(
            columns=tuple(str(number) for number in range(1, width + 1)),
            rows=tuple(tuple(_cell(item[at], "") if at < len(item) else "" for at in range(width)) for item in value),
        )
    return Table(columns=("Value",), rows=tuple((_cell(item, ""),) for item in value))


# --- by view


def _heading(column: str) -> str:
    heading, equals, _ = column.partition("=")
    return heading if equals else column.rpartition(".")[2]


def _path(column: str) -> str:
    return column.partition("=")[2] or column


# --- by rule


def _main_list(data: Mapping[str, object], shape: Any) -> tuple[str, Sequence[object], Any] | None:
    """The list that is the answer, its path first: the longest one at the top, or one level down in the answer's only
    structure.
    """
    candidates = _lists(data, shape)
    above = ""
    if candidates and _says_more_than_a_list(data, candidates):
        return None
    if not candidates:
        structures = [(name, value) for name, value in data.items() if isinstance(value, Mapping)]
        inner_names = structures or [
            (name, {}) for name in _members(shape) if _kind(_member(shape, name)) == "structure"
        ]
        if len(inner_names) == 1:
            name, value = inner_names[0]
            candidates = _lists(value, _member(shape, name), only="Items")
            above = f"{name}."
    if not candidates:
        return None
    filled = [item for item in candidates if item[1]]
    name, items, element = max(filled or candidates[:1], key=lambda item: len(item[1]))
    return f"{above}{name}[]", items, element


def _says_more_than_a_list(data: Mapping[str, object], candidates: Sequence[tuple[str, Sequence[object], Any]]) -> bool:
    """Whether the lists in an answer are its details: plain texts beside the members that matter (GetSecretValue)."""
    if any(_kind(element) == "structure" for _, _, element in candidates):
        return False
    if any(isinstance(item, Mapping) for _, items, _ in candidates for item in items):
        return False
    return any(
        not isinstance(value, list | bool | int) and not re.search(r"(?i)token|marker|next|name$|arn$", name)
        for name, value in data.items()
    )


def _lists(data: Mapping[str, object], shape: Any, only: str | None = None) -> list[tuple[str, Sequence[object], Any]]:
    found: list[tuple[str, Sequence[object], Any]] = []
    names = list(dict.fromkeys([*data, *_members(shape)]))
    for name in names:
        member = _member(shape, name)
        value = data.get(name)
        if only is not None and name != only:
            continue
        if isinstance(value, list):
            found.append((name, value, getattr(member, "member", None)))
        elif value is None and _kind(member) == "list":
            found.append((name, [], member.member))
    return found


def _members(shape: Any) -> Iterable[str]:
    return shape.members if _kind(shape) == "structure" else ()


def _member(shape: Any, name: str) -> Any:
    return shape.members.get(name) if _kind(shape) == "structure" else None


def _kind(shape: Any) -> str:
    return str(getattr(shape, "type_name", ""))


def _by_rule(source: str, items: Sequence[object], element: Any) -> Table:
    noun = singular(source.removesuffix("[]").rpartition(".")[2])
    if not any(isinstance(item, Mapping) for item in items) and (items or _kind(element) != "structure"):
        return Table(columns=(noun,), rows=tuple((_cell(item, noun),) for item in items), source=source, fields=("@",))
    rows = [item if isinstance(item, Mapping) else {noun: item} for item in items]
    names = list(dict.fromkeys(key for row in rows for key in row)) or list(_members(element))
    has_name = "Name" in names
    tagged = not has_name and any(tag_of(row, "Name") for row in rows)
    ranks = {key: _rank(key, noun) for key in names if not _is_dull(key, rows)}
    if 1 not in ranks.values() and (first := next((key for key in ranks if key.lower().endswith("id")), None)):
        ranks[first] = 1
    shown = sorted(ranks, key=lambda key: (ranks[key], names.index(key)))
    paths = (["Name=tag:Name"] if tagged else []) + shown
    paths = paths[:MAX_COLUMNS]
    return Table(
        columns=tuple(path.partition("=")[0] for path in paths),
        rows=tuple(
            tuple(_cell(tag_of(row, "Name") if path == "Name=tag:Name" else row.get(path), path) for path in paths)
            for row in rows
        ),
        source=source,
        fields=tuple(_path(path) for path in paths),
    )


def _is_dull(key: str, rows: Sequence[Mapping[str, object]]) -> bool:
    """Tags have their own column, and a column with nothing in it says nothing (unless there are no rows at all)."""
    if key.lower() in {"tags", "tagset", "taglist", "responsemetadata"}:
        return True
    return bool(rows) and all(row.get(key) in (None, "", [], {}) for row in rows)


def _rank(key: str, noun: str) -> int:
    """Lower comes first: what names a thing, what identifies it, how it is, what it is, since when, and the rest."""
    low, own = key.lower(), noun.lower()
    if low in {"name", own + "name", own, "key", "title"}:
        return 0
    if low in {"id", own + "id", own + "identifier"}:
        return 1
    if low.endswith(("name", "identifier")):
        return 2
    if low.endswith(("state", "status")):
        return 3
    if low.endswith(("type", "class", "engine", "runtime", "kind")):
        return 4
    if low.endswith("id"):
        return 5
    if _TIME_NAME.search(key):
        return 6
    if low.endswith(("size", "count", "version", "region", "zone")):
        return 7
    if low.endswith("arn"):
        return 10
    return 8


# --- cells


def _cell(value: object, name: str) -> str:
    text = _text(value, name)
    text = " ".join(text.split())
    return text if len(text) <= _CELL_CHARS else text[: _CELL_CHARS - 1] + "…"


def _text(value: object, name: str, depth: int = 0) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case str():
            time = _ISO_TIME.match(value)
            return f"{time[1]} {time[2]}" if time else value
        case int() if value in _MILLISECONDS and _TIME_NAME.search(name):
            return f"{datetime.fromtimestamp(value / 1000, UTC):%Y-%m-%d %H:%M:%S}"
        case float():
            return f"{value:.12g}"
        case list():
            shown = [_text(item, name, depth + 1) for item in value[:_LISTED]]
            more = f" +{len(value) - _LISTED}" if len(value) > _LISTED else ""
            return ", ".join(text for text in shown if text) + more
        case Mapping():
            return _compact(value, name, depth)
    return str(value)


def _compact(value: Mapping[Any, object], name: str, depth: int) -> str:
    """A structure in a cell: its name or state where it has one, else its members, briefly."""
    for key in ("Name", "Code", "Value", "State", "Status", "Arn", "S", "N"):
        inner = value.get(key)
        if isinstance(inner, str | int) and not isinstance(inner, bool):
            return _text(inner, name, depth + 1)
    if depth > 1:
        return "{…}"
    return ", ".join(f"{key}: {_text(inner, str(key), depth + 1)}" for key, inner in list(value.items())[:_LISTED])
