"""Schema 9: the search's index in the order of time, with marks for its filters; which AWS actions a chat has."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from app.domain.aws import Action
from app.domain.encoding import from_plain
from app.storage.columns import loaded, micros
from app.storage.indexing import OF_ACTION, OF_MESSAGE, OF_TITLE, Passage, asker_of, note_action, put_passage
from app.storage.passages import TOKENIZER, action_text, message_text, stored_message, title_text

# Prefix indexes make the first letters of a word, from the second on, as quick as a whole one. A number is a time, see
# indexing.py.
_STATEMENTS = (
    "DROP TRIGGER passages_added",
    "DROP TRIGGER passages_removed",
    "DROP TRIGGER passages_changed",
    "DROP TABLE search",
    "DROP TABLE passages",
    """CREATE TABLE passages (
        number INTEGER PRIMARY KEY,
        conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        owner TEXT NOT NULL,
        node_id TEXT,
        facets TEXT NOT NULL,
        text TEXT NOT NULL,
        UNIQUE (conversation_id, kind, owner)
    )""",
    f"""CREATE VIRTUAL TABLE search USING fts5 (
        text, facets, content = 'passages', content_rowid = 'number', {TOKENIZER}, prefix = '2 3 4 5'
    )""",
    "CREATE TABLE searched_models (number INTEGER PRIMARY KEY, model TEXT NOT NULL UNIQUE)",
    """CREATE TABLE acted (
        conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
        service TEXT NOT NULL,
        risk TEXT NOT NULL,
        PRIMARY KEY (conversation_id, service, risk)
    ) WITHOUT ROWID""",
)
_TRIGGERS = {
    "passages_added": """AFTER INSERT ON passages BEGIN
        INSERT INTO search (rowid, text, facets) VALUES (new.number, new.text, new.facets);
    END""",
    "passages_removed": """AFTER DELETE ON passages BEGIN
        INSERT INTO search (search, rowid, text, facets) VALUES ('delete', old.number, old.text, old.facets);
    END""",
    "passages_changed": """AFTER UPDATE OF text, facets ON passages BEGIN
        INSERT INTO search (search, rowid, text, facets) VALUES ('delete', old.number, old.text, old.facets);
        INSERT INTO search (rowid, text, facets) VALUES (new.number, new.text, new.facets);
    END""",
}


def migrate(connection: sqlite3.Connection) -> None:
    """From schema 8."""
    for statement in _STATEMENTS:
        connection.execute(statement)
    fill(connection)


def fill(connection: sqlite3.Connection) -> None:
    """Lay everything into the empty index. A row that cannot be read stays where it is and is left out."""
    lay(connection, _passages)


def lay(connection: sqlite3.Connection, passages: Callable[[sqlite3.Connection], None]) -> None:
    """Index all the ``passages`` that are written by that, which is far quicker than one by one."""
    for name in _TRIGGERS:
        connection.execute(f"DROP TRIGGER IF EXISTS {name}")
    passages(connection)
    connection.execute("INSERT INTO search (search) VALUES ('rebuild')")
    for name, body in _TRIGGERS.items():
        connection.execute(f"CREATE TRIGGER {name} {body}")


def _passages(connection: sqlite3.Connection) -> None:
    heads = connection.execute("SELECT id, title, titled, created_at FROM conversations ORDER BY number")
    for conversation_id, title, titled, at in heads:
        text = title_text(title, titled=bool(titled))
        put_passage(connection, Passage(conversation_id=conversation_id, kind=OF_TITLE, owner="", text=text, at=at))
    nodes = connection.execute(
        "SELECT conversation_id, id, created_at, model, body FROM nodes WHERE state <> 'streaming' ORDER BY number"
    )
    for conversation_id, node_id, at, model, body in nodes:
        message = stored_message(body)
        passage = Passage(
            conversation_id=conversation_id,
            kind=OF_MESSAGE,
            owner=node_id,
            text="" if message is None else message_text(message),
            at=at,
            node_id=node_id,
            role="" if message is None else message.role.value,
            model=model,
        )
        put_passage(connection, passage)
    actions = connection.execute(
        "SELECT conversation_id, id, body FROM actions WHERE conversation_id IN (SELECT id FROM conversations)"
    )
    for conversation_id, action_id, body in actions:
        try:
            action = from_plain(Action, loaded(body))
        except ValueError:
            continue
        note_action(connection, conversation_id, action)
        passage = Passage(
            conversation_id=conversation_id,
            kind=OF_ACTION,
            owner=action_id,
            text=action_text(action),
            at=micros(action.proposed_at),
            node_id=asker_of(connection, conversation_id, action.call_id),
        )
        put_passage(connection, passage)
