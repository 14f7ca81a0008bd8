"""Where conversations lie: the chats, their folders, the archive and the bin. Refuses to look at their messages."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence

from app.domain.conversation import Conversation
from app.domain.searching import Place
from app.storage import rows
from app.storage.columns import storable
from app.storage.loose_blobs import drop_loose

_LISTED = {
    Place.CHATS: "deleted_at IS NULL AND archived = 0 ORDER BY pinned DESC, updated_at DESC, number DESC",
    Place.ARCHIVE: "deleted_at IS NULL AND archived = 1 ORDER BY pinned DESC, updated_at DESC, number DESC",
    Place.BIN: "deleted_at IS NOT NULL ORDER BY deleted_at DESC, number DESC",
}


def listed(at: sqlite3.Connection, place: Place, limit: int, offset: int) -> list[Conversation]:
    """A page of what lies in ``place``."""
    sql = f"SELECT {rows.CONVERSATION} FROM conversations WHERE {_LISTED[place]} LIMIT ? OFFSET ?"  # noqa: S608 - our own names
    return [rows.conversation_from(row) for row in at.execute(sql, (limit, offset))]


def changed_heads(
    at: sqlite3.Connection, ids: Sequence[str], change: Callable[[Conversation], Conversation]
) -> list[Conversation]:
    """Change the heads of those that are there."""
    changed = []
    sql = f"SELECT {rows.CONVERSATION} FROM conversations WHERE id = ?"  # noqa: S608 - our own names
    for identity in dict.fromkeys(ids):
        row = at.execute(sql, (identity,)).fetchone()
        if row is not None:
            changed.append(change(rows.conversation_from(row)))
            rows.put_conversation(at, changed[-1])
    return changed


def erase(at: sqlite3.Connection, ids: Sequence[str]) -> None:
    """Delete conversations with all that belongs to them, and what files are loose for long enough."""
    for identity in ids:
        at.execute("DELETE FROM conversations WHERE id = ?", (identity,))
    drop_loose(at)


def erase_old(at: sqlite3.Connection, deleted_before: int) -> list[str]:
    """Erase what has lain in the bin since before that time in microseconds."""
    found = at.execute("SELECT id FROM conversations WHERE deleted_at < ?", (deleted_before,)).fetchall()
    ids = [identity for (identity,) in found]
    erase(at, ids)
    return ids


def folders(at: sqlite3.Connection) -> list[str]:
    """The paths of all folders."""
    return sorted((path for (path,) in at.execute("SELECT path FROM folders")), key=lambda path: path.casefold())


def move_folder(at: sqlite3.Connection, path: str, to: str) -> None:
    """Rename a folder and those within it, or take them away."""
    moved = [found for found in folders(at) if found == path or found.startswith(f"{path}/")]
    for old in moved:
        new = storable(to + old[len(path) :]) if to else ""
        at.execute("DELETE FROM folders WHERE path = ?", (old,))
        rows.put_folder(at, new)
        at.execute("UPDATE conversations SET folder = ? WHERE folder = ?", (new, old))
