"""Finds passages by their words and leads each to the message it belongs to.

Refuses to weigh more than the newest two thousand matches, so that a search stays quick however long the history is.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import Any

from app.domain.ports import SearchHit
from app.storage.columns import dumped, loaded, moment
from app.storage.passages import TOKENIZER, query, shown

_WEIGHED = 2_000
_SNIPPET_WORDS = 16
_SNIPPET_CHARS = 50_000

_SNIPPET = f"snippet(search, 0, char(1), char(2), '…', {_SNIPPET_WORDS})"


def find(connection: sqlite3.Connection, text: str, limit: int) -> list[SearchHit]:
    """Hits for ``text``: titles first, then messages and actions, the most recently used conversation first."""
    asked = query(text)
    if asked is None or limit <= 0:
        return []
    hits: dict[tuple[str, str], SearchHit] = {}
    rows = _best(connection, asked, limit)
    snippets = _snippets(connection, asked, [(row[0], row[-1]) for row in rows])
    for number, conversation_id, kind, owner, title, leaf_id, updated, _ in rows:
        node_id = _message(connection, conversation_id, kind, owner) or leaf_id or ""
        created = connection.execute(
            "SELECT created_at FROM nodes WHERE conversation_id = ? AND id = ?", (conversation_id, node_id)
        ).fetchone()
        hit = SearchHit(
            conversation_id=conversation_id,
            conversation_title=title,
            node_id=node_id,
            snippet=shown(snippets[number]),
            created_at=moment(created[0] if created is not None else updated),
        )
        # An action and the message that asked for it are one place.
        hits.setdefault((conversation_id, f"title:{owner}" if kind == "title" else node_id), hit)
    return list(hits.values())


def _best(connection: sqlite3.Connection, asked: str, limit: int) -> list[tuple[Any, ...]]:
    # The newest matches come straight off the end of the index. Weighing all of them (bm25) would read every match's
    # length: seconds for a word that stands in each of 100,000 messages.
    newest = connection.execute(
        "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?", (asked, _WEIGHED)
    )
    return connection.execute(
        "SELECT p.number, p.conversation_id, p.kind, p.owner, c.title, c.leaf_id, c.updated_at, p.text"
        " FROM passages p JOIN conversations c ON c.id = p.conversation_id"
        " WHERE p.number IN (SELECT value FROM json_each(?))"
        " ORDER BY p.kind = 'title' DESC, c.updated_at DESC, p.number DESC LIMIT ?",
        (json.dumps([number for (number,) in newest]), limit),
    ).fetchall()


def _snippets(connection: sqlite3.Connection, asked: str, passages: list[tuple[int, str]]) -> dict[int, str]:
    """The place in each passage where the words stand.

    Cut out by an index of these passages alone: the great one would look through all matches for each of them. It is
    asked for very long passages only, whose words may stand far behind.
    """
    with closing(sqlite3.connect(":memory:")) as small:
        small.execute(f"CREATE VIRTUAL TABLE search USING fts5 (text, {TOKENIZER})")
        small.executemany(
            "INSERT INTO search (rowid, text) VALUES (?, ?)", [(at, text[:_SNIPPET_CHARS]) for at, text in passages]
        )
        found = dict(small.execute(f"SELECT rowid, {_SNIPPET} FROM search WHERE search MATCH ?", (asked,)))  # noqa: S608 - our own text
    for number, _ in passages:
        if number not in found:
            sql = f"SELECT {_SNIPPET} FROM search WHERE search MATCH ? AND rowid = ?"  # noqa: S608 - our own text
            row = connection.execute(sql, (asked, number)).fetchone()
            found[number] = row[0] if row is not None else ""
    return found


def _message(connection: sqlite3.Connection, conversation_id: str, kind: str, owner: str) -> str | None:
    """The message a passage leads to: itself, or the one that asked for the action."""
    if kind == "node":
        return owner
    if kind == "title":
        return None
    action = connection.execute(
        "SELECT body FROM actions WHERE conversation_id = ? AND id = ?", (conversation_id, owner)
    ).fetchone()
    try:
        call_id = None if action is None else loaded(action[0]).get("call_id")
    except (ValueError, AttributeError):
        return None  # a damaged action
    if not isinstance(call_id, str) or not call_id:
        return None
    found = connection.execute(
        "SELECT id FROM nodes WHERE conversation_id = ? AND instr(body, ?) ORDER BY number LIMIT 1",
        (conversation_id, '"call_id":' + dumped(call_id)),
    ).fetchone()
    return found[0] if found is not None else None
