"""Schema 11: messages that were deleted and can be brought back for a while; the tree itself stays as it is."""

from __future__ import annotations

import sqlite3

_STATEMENTS = (
    """CREATE TABLE removals (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
        at INTEGER NOT NULL,
        leaf_id TEXT
    )""",
    "CREATE INDEX removals_in_order ON removals (conversation_id, number)",
    """CREATE TABLE removed_nodes (
        conversation_id TEXT NOT NULL,
        node_id TEXT NOT NULL,
        removal TEXT NOT NULL REFERENCES removals (id) ON DELETE CASCADE,
        PRIMARY KEY (conversation_id, node_id)
    ) WITHOUT ROWID""",
    "CREATE INDEX removed_nodes_together ON removed_nodes (removal)",
)


def migrate(connection: sqlite3.Connection) -> None:
    """From the schema before."""
    for statement in _STATEMENTS:
        connection.execute(statement)
