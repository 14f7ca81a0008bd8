"""Lays passages into the search's index, with the marks that make its filters quick.

A passage's number is the time it is of, in milliseconds, so that the index's own order is the order of time: the newest
matches come straight off its end, and a span of days is a span of numbers. Beside its text, a passage has *facets*:
words of private-use characters, which no person can ask for by typing, for its kind, conversation, speaker and model.
The index crosses those with the words of a search without reading a passage that does not match.
"""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass

from app.domain.aws import Action
from app.storage.columns import dumped, storable

OF_TITLE, OF_MESSAGE, OF_ACTION = "title", "node", "action"
_KINDS = {OF_TITLE: "\ue000", OF_MESSAGE: "\ue001", OF_ACTION: "\ue002"}
_ROLES = {"user": "\ue003", "assistant": "\ue004"}
_FIRST_CONVERSATION, _CONVERSATIONS = 0xF0000, 60_000
_FIRST_MODEL, _MODELS = 0x100000, 60_000
_FACET = re.compile("[\ue000-\ue004\U000f0000-\U0010ea60]")
_STEP = 1_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Passage:
    """A piece of text that can be found. ``at`` in microseconds since 1970; ``node_id`` is the message it leads to."""

    conversation_id: str
    kind: str
    owner: str
    text: str
    at: int
    node_id: str | None = None
    role: str = ""
    model: str | None = None


def put_passage(connection: sqlite3.Connection, passage: Passage) -> None:
    """Write a passage, new or changed; one without words is taken out."""
    key = (passage.conversation_id, passage.kind, passage.owner)
    held = connection.execute(
        "SELECT number, text, facets, node_id FROM passages WHERE conversation_id = ? AND kind = ? AND owner = ?", key
    ).fetchone()
    if not passage.text.strip():
        if held is not None:
            connection.execute("DELETE FROM passages WHERE number = ?", (held[0],))
        return
    facets = _facets(connection, passage)
    text = _FACET.sub(" ", passage.text)
    if held is None:
        connection.execute(
            "INSERT INTO passages (number, conversation_id, kind, owner, node_id, facets, text)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (_free_number(connection, passage.at), *key, passage.node_id, facets, text),
        )
    elif held[1:] != (text, facets, passage.node_id):
        connection.execute(
            "UPDATE passages SET text = ?, facets = ?, node_id = ? WHERE number = ?",
            (text, facets, passage.node_id, held[0]),
        )


def number_at(at: int) -> int:
    """The first number a passage of that time, in microseconds, can have."""
    try:
        return max(1, at // 1_000)
    except TypeError:
        return 1  # a damaged time sorts first


def kind_facet(kind: str) -> str:
    """What marks a kind of passage."""
    return _KINDS[kind]


def role_facet(role: str) -> str:
    """What marks messages of a speaker."""
    return _ROLES[role]


def model_facet(number: int) -> str:
    """What marks the answers of a model, by its number in ``searched_models``."""
    return _digits(number, _FIRST_MODEL, _MODELS)


def conversation_facet(number: int) -> str:
    """What marks the passages of a conversation, by its number."""
    return _digits(number, _FIRST_CONVERSATION, _CONVERSATIONS)


def _digits(number: int, first: int, base: int) -> str:
    """``number`` in few characters: one alone is in no index of beginnings."""
    text = ""
    while True:
        number, digit = divmod(number, base)
        text = chr(first + digit) + text
        if not number:
            return text


def note_action(connection: sqlite3.Connection, conversation_id: str, action: Action) -> None:
    """Remember that a conversation, which is on disk, has an action of that service and risk."""
    connection.execute(
        "INSERT INTO acted (conversation_id, service, risk) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        (conversation_id, storable(action.call.id.service), action.risk.value),
    )


def asker_of(connection: sqlite3.Connection, conversation_id: str, call_id: str | None) -> str | None:
    """The message that asked for the tool call of an action."""
    if not call_id:
        return None
    found = connection.execute(
        "SELECT id FROM nodes WHERE conversation_id = ? AND instr(body, ?) ORDER BY number DESC",
        (conversation_id, '"type":"tool_call","call_id":' + dumped(call_id)),
    ).fetchone()
    return found[0] if found is not None else None


def _facets(connection: sqlite3.Connection, passage: Passage) -> str:
    row = connection.execute("SELECT number FROM conversations WHERE id = ?", (passage.conversation_id,)).fetchone()
    found = [_KINDS[passage.kind]]
    if row is not None:
        found.append(conversation_facet(row[0]))
    if passage.role in _ROLES:
        found.append(_ROLES[passage.role])
    if passage.model is not None:
        found.append(model_facet(_model_number(connection, passage.model)))
    return " ".join(found)


def _model_number(connection: sqlite3.Connection, model: str) -> int:
    model = storable(model)
    row = connection.execute("SELECT number FROM searched_models WHERE model = ?", (model,)).fetchone()
    if row is None:
        row = connection.execute("INSERT INTO searched_models (model) VALUES (?) RETURNING number", (model,)).fetchone()
    return int(row[0])


def _free_number(connection: sqlite3.Connection, at: int) -> int:
    """The number of that time, or the next free one: messages of an import often have one time."""
    number = number_at(at)
    while connection.execute("SELECT 1 FROM passages WHERE number = ?", (number,)).fetchone() is not None:
        (highest,) = connection.execute(
            "SELECT max(number) FROM passages WHERE number BETWEEN ? AND ?", (number, number + _STEP)
        ).fetchone()
        number = highest + 1
    return number
