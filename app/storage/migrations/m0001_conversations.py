"""Schema 1: conversations, their messages and their AWS actions."""

from __future__ import annotations

import sqlite3

# Ids are unique within a conversation only: vendors' exports reuse theirs. A message names its parent by a deferred
# key without cascade, because a cascade along a long chain runs into SQLite's limit on nested triggers. An action's
# conversation is no foreign key: one that ends after its conversation was deleted must still be recorded.
_STATEMENTS = (
    """CREATE TABLE conversations (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        settings TEXT NOT NULL,
        leaf_id TEXT,
        pinned INTEGER NOT NULL,
        titled INTEGER NOT NULL
    )""",
    "CREATE INDEX conversations_listed ON conversations (pinned DESC, updated_at DESC, number DESC)",
    """CREATE TABLE nodes (
        number INTEGER PRIMARY KEY,
        conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
        id TEXT NOT NULL,
        parent_id TEXT,
        created_at INTEGER NOT NULL,
        model TEXT,
        state TEXT NOT NULL,
        writer TEXT,
        body TEXT NOT NULL,
        UNIQUE (conversation_id, id),
        FOREIGN KEY (conversation_id, parent_id) REFERENCES nodes (conversation_id, id) DEFERRABLE INITIALLY DEFERRED
    )""",
    "CREATE INDEX nodes_in_order ON nodes (conversation_id, number)",
    "CREATE INDEX nodes_by_parent ON nodes (conversation_id, parent_id)",
    "CREATE INDEX nodes_unfinished ON nodes (number) WHERE writer IS NOT NULL",
    """CREATE TABLE actions (
        number INTEGER PRIMARY KEY,
        conversation_id TEXT NOT NULL,
        id TEXT NOT NULL,
        state TEXT NOT NULL,
        writer TEXT,
        body TEXT NOT NULL,
        UNIQUE (conversation_id, id)
    )""",
    "CREATE INDEX actions_unfinished ON actions (number) WHERE writer IS NOT NULL",
    """CREATE TRIGGER conversations_deleted AFTER DELETE ON conversations BEGIN
        DELETE FROM actions WHERE conversation_id = old.id;
    END""",
)


def migrate(connection: sqlite3.Connection) -> None:
    """From an empty file."""
    for statement in _STATEMENTS:
        connection.execute(statement)
