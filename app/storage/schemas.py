"""What the tables of every version of the history are; and the mending of a file that describes them wrongly.

SQLite reads nothing of a file whose description of one table, index or trigger it does not understand, though every
row be whole. So a damaged copy is given Baton's own description, and only where each table begins is taken from it.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import Any

from app.storage import engine
from app.storage.faults import is_damage
from app.storage.migrations import LATEST, schema_version, upgrade

_ALIKE = 0.8
"""Two descriptions are of one table where so much of them is the same."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Table:
    name: str
    sql: str
    bare: str
    """Its columns alone: without the keys, whose indexes the file may describe wrongly too."""


def held_schema(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    """What the file says it holds, but for what SQLite makes by itself."""
    found = connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    return {(name, sql) for name, sql in found if _is_ours(name)}


@cache
def known_schema(version: int) -> frozenset[tuple[str, str]]:
    """What a history of that version holds."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as intact:
        upgrade(intact, to=version)
        return frozenset(held_schema(intact))


def version_of(held: set[tuple[str, str]]) -> int | None:
    """The version whose schema is exactly ``held``, the newest of several."""
    return next((version for version in range(LATEST, 0, -1) if known_schema(version) == held), None)


def put_schema(connection: sqlite3.Connection) -> bool:
    """Where the file's schema is damaged, describe its tables as Baton made them, and no index or trigger.

    Returns whether that was needed; the file is to be opened anew then, with ``PRAGMA writable_schema = ON``, which has
    SQLite pass over what it does not understand. Raises what :func:`engine.errors` names.
    """
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        is_readable = True
    except engine.errors(UnicodeDecodeError):
        is_readable = False
    connection.execute("PRAGMA writable_schema = ON")  # what cannot be understood is passed over
    rows: list[tuple[str, Any, str]] = []
    with suppress(*engine.errors()):  # a page that is damaged: what came before it is kept
        for name, root, sql in connection.execute("SELECT name, rootpage, sql FROM sqlite_schema"):
            rows.append((_text(name), root, _text(sql)))
    held = {(name, sql) for name, _, sql in rows if sql and _is_ours(name)}
    version = schema_version(connection)
    if not 0 < version <= LATEST:  # damaged too
        version = max(range(LATEST, 0, -1), key=lambda at: -len(known_schema(at) ^ held))
    if is_readable and known_schema(version) <= held:
        connection.execute("PRAGMA writable_schema = OFF")
        return False
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    rooted = [row for row in rows if isinstance(row[1], int) and 1 < row[1] <= pages]
    found = _found(_tables(version), rooted)
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute("DELETE FROM sqlite_schema")
        connection.executemany(
            "INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES ('table', ?1, ?1, ?2, ?3)",
            [(table.name, root, table.bare) for table, root in found],
        )
        connection.execute("COMMIT")
    except engine.errors() as error:
        if not is_damage(error):
            raise
        if connection.in_transaction:  # its pages cannot be written either: it is read as far as it is understood
            connection.execute("ROLLBACK")
    return True


def _found(tables: list[_Table], rows: list[tuple[str, int, str]]) -> list[tuple[_Table, int]]:
    """Each table with its first page: by its whole description, else by its name, else by what is most alike."""
    found: list[tuple[_Table, int]] = []
    left = list(rows)
    for is_it in (_is_same, _is_named_so, _is_alike):
        for table in [table for table in tables if table not in [known for known, _ in found]]:
            row = next((row for row in left if is_it(table, row)), None)
            if row is not None:
                found.append((table, row[1]))
                left.remove(row)
    return found


def _is_same(table: _Table, row: tuple[str, int, str]) -> bool:
    return row[2] == table.sql


def _is_named_so(table: _Table, row: tuple[str, int, str]) -> bool:
    return row[0] == table.name


def _is_alike(table: _Table, row: tuple[str, int, str]) -> bool:
    return SequenceMatcher(None, table.sql, row[2], autojunk=False).ratio() >= _ALIKE


def _tables(version: int) -> list[_Table]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as intact:
        upgrade(intact, to=version)
        rows = intact.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY rowid").fetchall()
        return [
            _Table(name=name, sql=sql, bare=_bare(intact, name, sql))
            for name, sql in rows
            if _is_ours(name) and name != "search"
        ]


def _bare(intact: sqlite3.Connection, name: str, sql: str) -> str:
    if sql.rstrip().upper().endswith("WITHOUT ROWID"):  # where its key stands is how its rows lie
        return sql
    columns = []
    for _, column, kind, _, default, key in intact.execute(f'PRAGMA table_info("{name}")'):
        # A row older than the column is told what the column was added with.
        end = " PRIMARY KEY" if key and kind == "INTEGER" and column == "number" else ""
        columns.append(f'"{column}" {kind}{end}' + (f" DEFAULT {default}" if default is not None else ""))
    return f'CREATE TABLE "{name}" ({", ".join(columns)})'


def _is_ours(name: str) -> bool:
    return not name.startswith(("sqlite_", "search_"))


def _text(value: Any) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value or "")
