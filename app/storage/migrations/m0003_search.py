"""Schema 3: full-text search over titles, messages and actions, kept by triggers and filled from what is there."""

from __future__ import annotations

import sqlite3

from app.domain.aws import Action
from app.domain.encoding import from_plain
from app.storage.columns import loaded
from app.storage.passages import TOKENIZER, action_text, message_text, stored_message, title_text

# Prefix indexes make the first letters of a word as quick as a whole one.
_STATEMENTS = (
    """CREATE TABLE passages (
        number INTEGER PRIMARY KEY,
        conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        owner TEXT NOT NULL,
        text TEXT NOT NULL,
        UNIQUE (conversation_id, kind, owner)
    )""",
    f"""CREATE VIRTUAL TABLE search USING fts5 (
        text, content = 'passages', content_rowid = 'number', {TOKENIZER}, prefix = '1 2 3'
    )""",
    """CREATE TRIGGER passages_added AFTER INSERT ON passages BEGIN
        INSERT INTO search (rowid, text) VALUES (new.number, new.text);
    END""",
    """CREATE TRIGGER passages_removed AFTER DELETE ON passages BEGIN
        INSERT INTO search (search, rowid, text) VALUES ('delete', old.number, old.text);
    END""",
    """CREATE TRIGGER passages_changed AFTER UPDATE OF text ON passages BEGIN
        INSERT INTO search (search, rowid, text) VALUES ('delete', old.number, old.text);
        INSERT INTO search (rowid, text) VALUES (new.number, new.text);
    END""",
)


def migrate(connection: sqlite3.Connection) -> None:
    """From schema 2."""
    for statement in _STATEMENTS:
        connection.execute(statement)
    fill(connection)


def fill(connection: sqlite3.Connection) -> None:
    """Lay everything into the empty index. A row that cannot be read stays where it is and is left out."""
    heads = connection.execute("SELECT id, title, titled FROM conversations ORDER BY number")
    for conversation_id, title, titled in heads:
        _add(connection, conversation_id, "title", "", title_text(title, titled=bool(titled)))
    nodes = connection.execute("SELECT conversation_id, id, body FROM nodes WHERE state <> 'streaming' ORDER BY number")
    for conversation_id, node_id, body in nodes:
        message = stored_message(body)
        _add(connection, conversation_id, "node", node_id, "" if message is None else message_text(message))
    actions = connection.execute(
        "SELECT conversation_id, id, body FROM actions WHERE conversation_id IN (SELECT id FROM conversations)"
    )
    for conversation_id, action_id, body in actions:
        try:
            text = action_text(from_plain(Action, loaded(body)))
        except ValueError:
            continue
        _add(connection, conversation_id, "action", action_id, text)


def _add(connection: sqlite3.Connection, conversation_id: str, kind: str, owner: str, text: str) -> None:
    if text.strip():
        connection.execute(
            "INSERT INTO passages (conversation_id, kind, owner, text) VALUES (?, ?, ?, ?)",
            (conversation_id, kind, owner, text),
        )
