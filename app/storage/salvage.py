"""Reads what can be read of a damaged database into another; never touches the damaged file, only a copy of it.

The other one is empty, or the newest backup: then what is read goes over what stands there, because it is newer.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app.domain.aws import Action
from app.domain.encoding import from_plain
from app.domain.language import marked, tr
from app.domain.messages import Message
from app.storage import engine, removals, usage_rows
from app.storage.aside import COMPANIONS
from app.storage.columns import loaded, moment
from app.storage.migrations import m0008_blob_uses, m0009_filters
from app.storage.schemas import put_schema

_TABLES = {
    "conversations": "id, title, created_at, updated_at, settings, leaf_id, pinned, titled",
    "nodes": "conversation_id, id, parent_id, created_at, model, state, writer, body",
    "actions": "conversation_id, id, state, writer, body",
    "audit": "at, what, action_id, data, previous, digest",
    "usage": usage_rows.ROW,
}
_PRIVACY = {
    "masked": "conversation_id, kind, number, value",
    "signed_thinking": "conversation_id, signature, text",
    "sent": "number, conversation_id, node_id, last_piece, body",
    "sent_pieces": "conversation_id, sha256, before, data",
}
_MOST_ROWS = 10**8
"""A last number beyond this is damage."""
_RECOVERED = marked("Recovered messages")


@dataclass(frozen=True, kw_only=True, slots=True)
class Salvaged:
    """How much was read from the damaged file, in rows."""

    conversations: int = 0
    messages: int = 0
    is_described_anew: bool = False
    """Whether the tables could be read only by Baton's own description of them: the file's was damaged."""


def salvage(damaged: Path, fresh: sqlite3.Connection, key: engine.FileKey | None = None) -> Salvaged:
    """Copy every whole row of ``damaged`` into ``fresh``, a database of the latest schema, in one transaction.

    A message whose conversation was lost gets one named so; a message whose parent was lost becomes a root, because
    nothing that can be read is left behind. ``key`` opens the damaged file. Raises what :func:`engine.errors` names, or
    ``OSError``, where nothing can be opened.
    """
    with tempfile.TemporaryDirectory(prefix="baton-salvage-", dir=damaged.parent) as folder:
        copy = Path(folder) / "copy.db"
        shutil.copyfile(damaged, copy)
        for companion in COMPANIONS:
            beside = damaged.with_name(damaged.name + companion)
            if beside.exists() and companion != "-shm":  # SQLite builds the shared memory anew from the log
                shutil.copyfile(beside, copy.with_name(copy.name + companion))
        with closing(engine.connect(copy, key)) as described:
            described.text_factory = bytes
            is_described_anew = put_schema(described)
        with closing(engine.connect(copy, key)) as source:
            source.text_factory = bytes
            if is_described_anew:
                source.execute("PRAGMA writable_schema = ON")
            source.execute("PRAGMA cell_size_check = ON")
            fresh.execute("BEGIN IMMEDIATE")
            try:
                told = _copy(source, fresh)
                fresh.execute("COMMIT")
            except BaseException:
                if fresh.in_transaction:
                    fresh.execute("ROLLBACK")
                raise
    return replace(told, is_described_anew=is_described_anew)


def _copy(source: sqlite3.Connection, fresh: sqlite3.Connection) -> Salvaged:
    conversations: set[str] = set()
    nodes: dict[str, set[str]] = {}
    for conversation, identity in fresh.execute("SELECT conversation_id, id FROM nodes").fetchall():
        nodes.setdefault(conversation, set()).add(identity)
    for row in _rows(source, "conversations"):
        identity, title, created, updated, settings, leaf, pinned, titled = row[1:]
        if not _is_text(identity, title, settings) or not _is_time(created) or not _is_time(updated):
            continue
        try:
            loaded(settings)
        except ValueError:
            settings = "{}"
        if _put(fresh, "conversations", "id", (identity, title, created, updated, settings, leaf, pinned, titled)):
            conversations.add(identity)
    messages = 0
    for row in _rows(source, "nodes"):
        conversation, identity, parent, created, model, state, writer, body = row[1:]
        if not _is_text(conversation, identity, state, body) or not _is_time(created) or not _is_message(body):
            continue
        if conversation not in conversations:  # its head was lost here; a backup may have it
            _insert(fresh, "conversations", (conversation, tr(_RECOVERED), created, created, "{}", None, 0, 1))
            conversations.add(conversation)
        known = nodes.setdefault(conversation, set())
        parent = parent if parent in known else None
        values = (
            conversation,
            identity,
            parent,
            created,
            model,
            state,
            writer or ("0/lost/0" if state == "streaming" else None),
            body,
        )
        if _put(fresh, "nodes", "conversation_id, id", values, keep=("parent_id", "created_at")):
            known.add(identity)
            messages += 1
    _copy_places(source, fresh)
    # A head whose messages are all lost would be a chat that opens empty; its title is in the damaged file, which is
    # kept.
    fresh.execute(
        "DELETE FROM conversations WHERE NOT EXISTS (SELECT 1 FROM nodes WHERE conversation_id = conversations.id)"
    )
    conversations &= {conversation for conversation, known in nodes.items() if known}
    for row in _rows(source, "actions"):
        if _is_text(row[1], row[2], row[3], row[5]) and _is_action(row[5]):
            _put(fresh, "actions", "conversation_id, id", row[1:])
    for row in _rows(source, "audit"):
        if _is_text(*row[1:]):
            _insert(fresh, "audit", row, numbered=True)
    (counted,) = fresh.execute("SELECT coalesce(max(number), -1) FROM usage").fetchone()
    for row in _rows(source, "usage"):
        if row[0] > counted and usage_rows.is_whole(row[1:]):
            usage_rows.insert(fresh, row[1:])
    fresh.execute(
        "UPDATE conversations SET leaf_id = (SELECT n.id FROM nodes n WHERE n.conversation_id = conversations.id"
        " ORDER BY n.number DESC LIMIT 1) WHERE NOT EXISTS (SELECT 1 FROM nodes n"
        " WHERE n.conversation_id = conversations.id AND n.id = conversations.leaf_id)"
    )
    _copy_blobs(source, fresh)
    _copy_privacy(source, fresh)
    fresh.execute("DELETE FROM passages")
    m0009_filters.fill(fresh)
    m0008_blob_uses.fill(fresh)
    removals.copied(source, fresh)
    return Salvaged(conversations=len(conversations), messages=messages)


def _copy_privacy(source: sqlite3.Connection, fresh: sqlite3.Connection) -> None:
    """What was hidden from models, and what they were sent: each table up to its first bad page."""
    source.text_factory = lambda content: content.decode("utf-8", "replace")
    for table, columns in _PRIVACY.items():
        marks = ", ".join("?" * len(columns.split(",")))
        rows: list[tuple[Any, ...]] = []
        with suppress(*engine.errors()):
            rows.extend(source.execute(f"SELECT {columns} FROM {table}"))  # noqa: S608 - our own names
        fresh.executemany(f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({marks})", rows)  # noqa: S608 - as above


def _copy_places(source: sqlite3.Connection, fresh: sqlite3.Connection) -> None:
    """Where conversations lie: folder, archive, bin. An older schema knows none of them."""
    with suppress(*engine.errors()):
        for row in source.execute("SELECT path FROM folders"):
            fresh.execute("INSERT INTO folders (path) VALUES (?) ON CONFLICT DO NOTHING", _decoded(row))
    with suppress(*engine.errors()):
        places = "SELECT folder, archived, deleted_at, model_titled, id FROM conversations"
        for row in source.execute(places):
            folder, archived, deleted, model_titled, identity = _decoded(row)
            if _is_text(folder, identity) and (deleted is None or _is_time(deleted)):
                fresh.execute(
                    "UPDATE conversations SET folder = ?, archived = ?, deleted_at = ?, model_titled = ? WHERE id = ?",
                    (folder, bool(archived), deleted, bool(model_titled), identity),
                )


def _copy_blobs(source: sqlite3.Connection, fresh: sqlite3.Connection) -> None:
    """Files given along, each that can still be read; the store tells a damaged one when it is asked for."""
    numbers: list[int] = []
    with suppress(*engine.errors()):  # an older schema, or a page that is lost: what came before it is there
        numbers.extend(number for (number,) in source.execute("SELECT rowid FROM blobs"))
    for number in numbers:
        try:
            row = source.execute("SELECT sha256, size, data FROM blobs WHERE rowid = ?", (number,)).fetchone()
        except engine.errors():
            continue
        if row is not None and isinstance(row[0], bytes) and isinstance(row[1], int) and isinstance(row[2], bytes):
            values = (row[0].decode("ascii", "replace"), row[1], row[2])
            fresh.execute("INSERT INTO blobs (sha256, size, data) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", values)


def _rows(source: sqlite3.Connection, table: str) -> Iterator[tuple[Any, ...]]:
    """Rows in order of their number: from the front up to the first bad page, then one by one, then from the back.

    By number alone: an index, which SQLite may think quicker, would have all rows read before the first is given.
    """
    rows = f"SELECT number, {_TABLES[table]} FROM {table} NOT INDEXED"  # noqa: S608 - our own names
    reached = -1
    try:
        for row in source.execute(f"{rows} ORDER BY number"):
            reached = row[0]
            yield _decoded(row)
        return
    except engine.errors(UnicodeDecodeError):
        pass
    behind: list[tuple[Any, ...]] = []
    with suppress(*engine.errors(UnicodeDecodeError)):  # what came before an error is kept
        behind.extend(
            _decoded(row) for row in source.execute(f"{rows} WHERE number > ? ORDER BY number DESC", (reached,))
        )
    last = behind[-1][0] if behind else _last(source, table) + 1
    for number in range(reached + 1, last):
        with suppress(*engine.errors(UnicodeDecodeError)):
            row = source.execute(f"{rows} WHERE number = ?", (number,)).fetchone()
            if row is not None:
                yield _decoded(row)
    yield from reversed(behind)


def _last(source: sqlite3.Connection, table: str) -> int:
    with suppress(*engine.errors(UnicodeDecodeError)):
        (number,) = source.execute(f"SELECT max(number) FROM {table} NOT INDEXED").fetchone()  # noqa: S608 - as above
        return number if isinstance(number, int) and number < _MOST_ROWS else -1
    return -1


def _decoded(row: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(value.decode("utf-8", "replace") if isinstance(value, bytes) else value for value in row)


def _insert(fresh: sqlite3.Connection, table: str, values: tuple[object, ...], *, numbered: bool = False) -> bool:
    columns = ("number, " if numbered else "") + _TABLES[table]
    marks = ", ".join("?" * len(values))
    try:
        fresh.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", values)  # noqa: S608 - our own names
    except engine.errors() as error:
        if not engine.is_constraint(error):
            raise
        return False
    return True


def _put(
    fresh: sqlite3.Connection, table: str, key: str, values: tuple[object, ...], *, keep: tuple[str, ...] = ()
) -> bool:
    """Insert a row, or lay it over the one of the same ``key``, whose columns ``keep`` stay."""
    names = [name.strip() for name in _TABLES[table].split(",")]
    over = ", ".join(f"{name} = excluded.{name}" for name in names if name not in keep and name not in key.split(", "))
    sql = f"INSERT INTO {table} ({_TABLES[table]}) VALUES ({', '.join('?' * len(values))})"  # noqa: S608 - our own names
    try:
        fresh.execute(f"{sql} ON CONFLICT ({key}) DO UPDATE SET {over}", values)
    except engine.errors() as error:
        if not engine.is_constraint(error):
            raise
        return False
    return True


def _is_text(*values: object) -> bool:
    return all(isinstance(value, str) for value in values)


def _is_time(value: Any) -> bool:
    try:
        moment(value)
    except ValueError:
        return False
    return True


def _is_message(body: object) -> bool:
    try:
        from_plain(Message, loaded(body)["message"])
    except (ValueError, KeyError, TypeError):
        return False
    return True


def _is_action(body: object) -> bool:
    try:
        from_plain(Action, loaded(body))
    except ValueError:
        return False
    return True
