"""Deletes the bytes that no message names any more, once the deletion of a conversation can no longer be undone."""

from __future__ import annotations

import sqlite3

UNDO_S = 3_600
"""How long a deleted conversation's files are kept: longer than its deletion can be undone."""


def drop_loose(connection: sqlite3.Connection, *, older_than_s: int = UNDO_S) -> None:
    """Delete what has been used by nothing for so long. Runs inside the caller's transaction, or in one of its own."""
    old = (
        "SELECT sha256 FROM loose_blobs WHERE since <= CAST(strftime('%s', 'now') AS INTEGER) - ?"
        " AND NOT EXISTS (SELECT 1 FROM blob_uses WHERE blob_uses.sha256 = loose_blobs.sha256)"
    )
    loose = [row[0] for row in connection.execute(old, (older_than_s,)).fetchall()]
    for sha256 in loose:
        connection.execute("DELETE FROM blobs WHERE sha256 = ?", (sha256,))
        connection.execute("DELETE FROM loose_blobs WHERE sha256 = ?", (sha256,))
