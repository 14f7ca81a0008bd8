"""Schema 10: where a conversation lies (a folder, the archive, the bin), and whether a model named it."""

from __future__ import annotations

import sqlite3

# A folder is its path, such as "Work/Costs", and stands here so that it may be empty. What lies in the bin is listed
# nowhere else, so the list's index leaves it out.
_STATEMENTS = (
    "CREATE TABLE folders (path TEXT PRIMARY KEY) WITHOUT ROWID",
    "ALTER TABLE conversations ADD COLUMN folder TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE conversations ADD COLUMN archived INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE conversations ADD COLUMN deleted_at INTEGER",
    "ALTER TABLE conversations ADD COLUMN model_titled INTEGER NOT NULL DEFAULT 0",
    "DROP INDEX conversations_listed",
    """CREATE INDEX conversations_listed ON conversations (archived, pinned DESC, updated_at DESC, number DESC)
        WHERE deleted_at IS NULL""",
    "CREATE INDEX conversations_in_bin ON conversations (deleted_at) WHERE deleted_at IS NOT NULL",
    "CREATE INDEX conversations_in_folders ON conversations (folder) WHERE folder <> ''",
)


def migrate(connection: sqlite3.Connection) -> None:
    """From schema 9."""
    for statement in _STATEMENTS:
        connection.execute(statement)
