"""Schema 8: which conversation uses which bytes, so that what nothing uses any more can be deleted.

A use is a row of ``blob_uses``: ``owner`` is what uses the bytes within the conversation, such as a message's id, and
``kind`` by whom it is kept. With its last use a blob becomes loose; it is deleted a while later, so that a conversation
whose deletion is undone still has its files.
"""

from __future__ import annotations

import sqlite3

from app.storage.columns import loaded

_STATEMENTS = (
    """CREATE TABLE blob_uses (
        conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        owner TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        PRIMARY KEY (conversation_id, kind, owner, sha256)
    ) WITHOUT ROWID""",
    "CREATE INDEX blob_uses_by_blob ON blob_uses (sha256)",
    "CREATE TABLE loose_blobs (sha256 TEXT PRIMARY KEY, since INTEGER NOT NULL) WITHOUT ROWID",
    """CREATE TRIGGER blob_uses_removed AFTER DELETE ON blob_uses
    WHEN NOT EXISTS (SELECT 1 FROM blob_uses WHERE sha256 = old.sha256) BEGIN
        INSERT INTO loose_blobs (sha256, since) VALUES (old.sha256, CAST(strftime('%s', 'now') AS INTEGER))
            ON CONFLICT (sha256) DO UPDATE SET since = excluded.since;
    END""",
    """CREATE TRIGGER blob_uses_added AFTER INSERT ON blob_uses BEGIN
        DELETE FROM loose_blobs WHERE sha256 = new.sha256;
    END""",
)


def migrate(connection: sqlite3.Connection) -> None:
    """From schema 7."""
    for statement in _STATEMENTS:
        connection.execute(statement)
    fill(connection)


def fill(connection: sqlite3.Connection) -> None:
    """Note what the messages that are there use. One that cannot be read uses nothing."""
    rows = connection.execute("SELECT conversation_id, id, body FROM nodes WHERE instr(body, '\"attachment\"') > 0")
    for conversation_id, node_id, body in rows.fetchall():
        for sha256 in used_by(body):
            connection.execute(
                "INSERT INTO blob_uses (conversation_id, kind, owner, sha256) VALUES (?, 'message', ?, ?)"
                " ON CONFLICT DO NOTHING",
                (conversation_id, node_id, sha256),
            )


def used_by(body: str) -> set[str]:
    """The blobs that a message's stored body names."""
    try:
        parts = loaded(body)["message"]["parts"]
        names = {part.get(name) for part in parts for name in ("sha256", "text_sha256")}
    except (ValueError, KeyError, TypeError, AttributeError):
        return set()
    return {name for name in names if isinstance(name, str) and name}
