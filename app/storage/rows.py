"""Rows of the history and the values they hold; every statement that writes a conversation stands here."""

from __future__ import annotations

import sqlite3
from dataclasses import fields
from datetime import datetime
from functools import lru_cache
from typing import Any

from app.domain.aws import Action, ActionState
from app.domain.context import LeftOut
from app.domain.conversation import Conversation, ConversationSettings, Node, NodeState
from app.domain.encoding import from_plain, to_plain
from app.domain.language import marked, tr
from app.domain.messages import Message, Role, TextPart
from app.domain.remedies import Remedy
from app.domain.routing import Route
from app.domain.stream import FinishReason, Usage
from app.storage.columns import dumped, loaded, micros, moment, storable
from app.storage.indexing import OF_ACTION, OF_MESSAGE, OF_TITLE, Passage, asker_of, note_action, put_passage
from app.storage.passages import action_text, message_text, stored_message, title_text

CONVERSATION = (
    "id, title, created_at, updated_at, settings, leaf_id, pinned, titled, model_titled, folder, archived, deleted_at"
)
NODE = "id, conversation_id, parent_id, created_at, model, state, body"
_UNFINISHED = (ActionState.PROPOSED, ActionState.WAITING, ActionState.RUNNING)
_FACTS: dict[str, Any] = {
    "route": Route,
    "cached_at": datetime,
    "cost_usd": float,
    "masked": int,
    "form_problem": str,
    "asked_again": tuple[str, ...],
    "remedy": Remedy,
}
"""What else is known of an answer, by its field of a node; written where it is not the default."""
_DEFAULTS = {item.name: item.default for item in fields(Node)}
_UNREADABLE = marked("This message is damaged on disk and cannot be shown. Export the conversation and restart Baton.")


def conversation_from(row: tuple[Any, ...]) -> Conversation:
    """The conversation in a row of :data:`CONVERSATION`. What of it is damaged is replaced by defaults."""
    identity, title, created, updated, settings, leaf, pinned, titled, model_titled, folder, archived, deleted = row
    return Conversation(
        id=str(identity),
        title=str(title),
        created_at=_time(created),
        updated_at=_time(updated),
        settings=_settings(settings),
        leaf_id=None if leaf is None else str(leaf),
        pinned=bool(pinned),
        titled=bool(titled),
        model_titled=bool(model_titled),
        folder=str(folder),
        archived=bool(archived),
        deleted_at=None if deleted is None else _time(deleted),
    )


@lru_cache(256)
def _settings(text: object) -> ConversationSettings:
    """Kept, because thousands of conversations are held alike."""
    try:
        return from_plain(ConversationSettings, loaded(text))
    except ValueError:
        return ConversationSettings()


def node_from(row: tuple[Any, ...]) -> Node:
    """The node in a row of :data:`NODE`. One whose content is damaged says so in its place; the branch stays whole."""
    identity, conversation_id, parent_id, created, model, state, body = row
    try:
        plain = loaded(body)
        if not isinstance(plain, dict):
            raise ValueError("no object")
        return Node(
            id=identity,
            conversation_id=conversation_id,
            parent_id=parent_id,
            created_at=moment(created),
            model=model,
            state=NodeState(state),
            message=from_plain(Message, plain.get("message")),
            usage=None if plain.get("usage") is None else from_plain(Usage, plain["usage"]),
            finish_reason=None if plain.get("finish_reason") is None else FinishReason(plain["finish_reason"]),
            finish_detail=_text(plain.get("finish_detail")),
            error=plain.get("error"),
            left_out=None if plain.get("left_out") is None else from_plain(LeftOut, plain["left_out"]),
            **{name: _optional(kind, plain.get(name)) for name, kind in _FACTS.items() if name in plain},
        )
    except ValueError:
        return Node(
            id=str(identity),
            conversation_id=conversation_id,
            parent_id=parent_id,
            created_at=_time(created),
            message=Message(role=Role.ASSISTANT, parts=(TextPart(text=""),)),
            state=NodeState.FAILED,
            error=tr(_UNREADABLE),
        )


def _optional(kind: Any, value: Any) -> Any:
    return None if value is None else from_plain(kind, value)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _time(value: Any) -> datetime:
    try:
        return moment(value)
    except ValueError:
        return moment(0)  # damaged


def node_body(node: Node) -> str:
    """What of a node lies in its ``body``."""
    plain: dict[str, Any] = {"message": to_plain(node.message)}
    if node.usage is not None:
        plain["usage"] = to_plain(node.usage)
    if node.finish_reason is not None:
        plain["finish_reason"] = node.finish_reason.value
    if node.finish_detail:
        plain["finish_detail"] = node.finish_detail
    if node.error is not None:
        plain["error"] = node.error
    if node.left_out is not None:
        plain["left_out"] = to_plain(node.left_out)
    plain |= {name: to_plain(value) for name in _FACTS if (value := getattr(node, name)) != _DEFAULTS[name]}
    return dumped(plain)


def put_conversation(connection: sqlite3.Connection, conversation: Conversation) -> None:
    """Write a conversation's head, new or changed. Never replaces the row: that would delete its messages."""
    title = storable(conversation.title)
    connection.execute(
        f"INSERT INTO conversations ({CONVERSATION}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608 - our own names
        " ON CONFLICT (id) DO UPDATE SET title = excluded.title, created_at = excluded.created_at,"
        " updated_at = excluded.updated_at, settings = excluded.settings, leaf_id = excluded.leaf_id,"
        " pinned = excluded.pinned, titled = excluded.titled, model_titled = excluded.model_titled,"
        " folder = excluded.folder, archived = excluded.archived, deleted_at = excluded.deleted_at",
        (
            conversation.id,
            title,
            micros(conversation.created_at),
            micros(conversation.updated_at),
            dumped(to_plain(conversation.settings)),
            conversation.leaf_id,
            conversation.pinned,
            conversation.titled,
            conversation.model_titled,
            storable(conversation.folder),
            conversation.archived,
            None if conversation.deleted_at is None else micros(conversation.deleted_at),
        ),
    )
    put_folder(connection, conversation.folder)
    text = title_text(title, titled=conversation.titled or conversation.model_titled)
    at = micros(conversation.created_at)
    put_passage(connection, Passage(conversation_id=conversation.id, kind=OF_TITLE, owner="", text=text, at=at))


def put_folder(connection: sqlite3.Connection, path: str) -> None:
    """Make sure that a folder is there, and what it lies in."""
    parent = path.rpartition("/")[0]
    for folder in filter(None, (parent, path)):
        connection.execute("INSERT INTO folders (path) VALUES (?) ON CONFLICT DO NOTHING", (storable(folder),))


def insert_node(connection: sqlite3.Connection, node: Node, writer: str) -> None:
    """Write a new node; one that is being written belongs to ``writer``."""
    body = node_body(node)
    connection.execute(
        f"INSERT INTO nodes ({NODE}, writer) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - our own names
        (
            node.id,
            node.conversation_id,
            node.parent_id,
            micros(node.created_at),
            None if node.model is None else storable(node.model),
            node.state.value,
            body,
            writer if node.state is NodeState.STREAMING else None,
        ),
    )
    if node.state is not NodeState.STREAMING:
        _index_node(connection, node)
    for file in node.message.attachments:
        for sha256 in filter(None, (file.sha256, file.text_sha256)):
            connection.execute(
                "INSERT INTO blob_uses (conversation_id, kind, owner, sha256) VALUES (?, 'message', ?, ?)"
                " ON CONFLICT DO NOTHING",
                (node.conversation_id, node.id, sha256),
            )


def update_node(connection: sqlite3.Connection, node: Node, writer: str) -> bool:
    """Replace what a node holds; false where there is none.

    While it is being written only the body changes: no index is touched, and it is searched once it is final.
    """
    key = (node.conversation_id, node.id)
    if node.state is NodeState.STREAMING:
        sql = "UPDATE nodes SET body = ? WHERE conversation_id = ? AND id = ? AND writer = ?"
        if connection.execute(sql, (node_body(node), *key, writer)).rowcount:
            return True
    model = None if node.model is None else storable(node.model)
    changed = connection.execute(
        "UPDATE nodes SET body = ?, state = ?, model = ?, writer = ? WHERE conversation_id = ? AND id = ?",
        (node_body(node), node.state.value, model, writer if node.state is NodeState.STREAMING else None, *key),
    )
    if changed.rowcount and node.state is not NodeState.STREAMING:
        _index_node(connection, node)
    return bool(changed.rowcount)


def put_action(connection: sqlite3.Connection, action: Action, writer: str) -> None:
    """Write an action, new or changed; an unfinished one belongs to ``writer``."""
    connection.execute(
        "INSERT INTO actions (conversation_id, id, state, writer, body) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (conversation_id, id) DO UPDATE SET state = excluded.state, writer = excluded.writer,"
        " body = excluded.body",
        (
            action.conversation_id or "",
            action.id,
            action.state.value,
            writer if action.state in _UNFINISHED else None,
            dumped(to_plain(action)),
        ),
    )
    index_action(connection, action)


def index_action(connection: sqlite3.Connection, action: Action) -> None:
    """Make an action's card searchable, where its conversation is on disk."""
    if action.state in _UNFINISHED or action.conversation_id is None:
        return
    if connection.execute("SELECT 1 FROM conversations WHERE id = ?", (action.conversation_id,)).fetchone():
        note_action(connection, action.conversation_id, action)
        passage = Passage(
            conversation_id=action.conversation_id,
            kind=OF_ACTION,
            owner=action.id,
            text=action_text(action),
            at=micros(action.proposed_at),
            node_id=asker_of(connection, action.conversation_id, action.call_id),
        )
        put_passage(connection, passage)


def index_node(connection: sqlite3.Connection, conversation_id: str, node_id: str) -> None:
    """Make a node searchable as it is stored; a damaged one is left out."""
    row = connection.execute(
        "SELECT created_at, model, body FROM nodes WHERE conversation_id = ? AND id = ?", (conversation_id, node_id)
    ).fetchone()
    if row is None:
        return
    message = stored_message(row[2])
    if message is not None:
        _index_message(connection, conversation_id, node_id, message, at=row[0], model=row[1])


def _index_node(connection: sqlite3.Connection, node: Node) -> None:
    model = None if node.model is None else storable(node.model)
    at = micros(node.created_at)
    _index_message(connection, node.conversation_id, node.id, node.message, at=at, model=model)


def _index_message(
    connection: sqlite3.Connection, conversation_id: str, node_id: str, message: Message, *, at: int, model: str | None
) -> None:
    passage = Passage(
        conversation_id=conversation_id,
        kind=OF_MESSAGE,
        owner=node_id,
        text=message_text(message),
        at=at,
        node_id=node_id,
        role=message.role.value,
        model=model,
    )
    put_passage(connection, passage)
