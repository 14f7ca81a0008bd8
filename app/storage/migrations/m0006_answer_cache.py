"""Schema 6: answers kept to be given again, by the key of what was asked; a chat's go when it is deleted."""

from __future__ import annotations

import sqlite3

_STATEMENTS = (
    """CREATE TABLE kept_answers (
        key TEXT PRIMARY KEY,
        at INTEGER NOT NULL,
        used_at INTEGER NOT NULL,
        size INTEGER NOT NULL,
        conversation_id TEXT,
        body BLOB NOT NULL
    )""",
    "CREATE INDEX kept_answers_unused ON kept_answers (used_at, size)",
    "CREATE INDEX kept_answers_old ON kept_answers (at, size)",
    "CREATE INDEX kept_answers_of_chats ON kept_answers (conversation_id) WHERE conversation_id IS NOT NULL",
    """CREATE TRIGGER kept_answers_forgotten AFTER DELETE ON conversations BEGIN
        DELETE FROM kept_answers WHERE conversation_id = old.id;
    END""",
)


def migrate(connection: sqlite3.Connection) -> None:
    """From schema 5."""
    for statement in _STATEMENTS:
        connection.execute(statement)
