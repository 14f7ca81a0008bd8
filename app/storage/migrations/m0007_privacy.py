"""Schema 7: what was hidden from models elsewhere, and what they were sent; gone with its conversation."""

from __future__ import annotations

import sqlite3

# No foreign keys: what belongs to a conversation that was deleted meanwhile must fail to be written, not fail the
# answer. A message that was sent is a piece, named by its content and by the piece before it, so that a long chat's
# requests share all but their ends.
_STATEMENTS = (
    """CREATE TABLE masked (
        conversation_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        number INTEGER NOT NULL,
        value BLOB NOT NULL,
        PRIMARY KEY (conversation_id, kind, value)
    )""",
    "CREATE UNIQUE INDEX masked_by_number ON masked (conversation_id, kind, number)",
    """CREATE TABLE signed_thinking (
        conversation_id TEXT NOT NULL,
        signature TEXT NOT NULL,
        text BLOB NOT NULL,
        PRIMARY KEY (conversation_id, signature)
    )""",
    """CREATE TABLE sent (
        number INTEGER PRIMARY KEY,
        conversation_id TEXT NOT NULL,
        node_id TEXT NOT NULL,
        last_piece TEXT,
        body TEXT NOT NULL
    )""",
    "CREATE INDEX sent_by_node ON sent (conversation_id, node_id)",
    """CREATE TABLE sent_pieces (
        conversation_id TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        before TEXT,
        data BLOB NOT NULL,
        PRIMARY KEY (conversation_id, sha256)
    )""",
    """CREATE TRIGGER conversations_deleted_with_privacy AFTER DELETE ON conversations BEGIN
        DELETE FROM masked WHERE conversation_id = old.id;
        DELETE FROM signed_thinking WHERE conversation_id = old.id;
        DELETE FROM sent WHERE conversation_id = old.id;
        DELETE FROM sent_pieces WHERE conversation_id = old.id;
    END""",
)


def migrate(connection: sqlite3.Connection) -> None:
    """From schema 6."""
    for statement in _STATEMENTS:
        connection.execute(statement)
