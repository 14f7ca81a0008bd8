"""Reads a conversation of Claude's export: ``chat_messages`` linked by ``parent_message_uuid``.

The shape as of 2026: ``conversations.json`` is a list of objects with ``uuid``, ``name``, ``created_at`` and
``updated_at`` (ISO 8601) and ``chat_messages``, each with ``uuid``, ``sender`` (human or assistant), ``content`` blocks
(text, thinking, tool_use, tool_result), ``attachments`` and ``files``. ``text`` is often empty nowadays; older exports
have nothing else, and no parents. A root's parent is a fixed uuid that is no message.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.domain.conversation import NodeState, OpenedConversation
from app.domain.language import tr
from app.domain.messages import Part, ReasoningPart, Role, TextPart
from app.services.interchange_shape import (
    Linked,
    Repairs,
    as_json,
    fenced,
    grown,
    id_of,
    joined,
    list_of,
    text_of,
    tool_text,
)

_ROLES = {"human": Role.USER, "user": Role.USER, "assistant": Role.ASSISTANT}
_STATES = {"user_canceled": NodeState.STOPPED}


def read_claude(item: Mapping[str, Any], repairs: Repairs) -> OpenedConversation:
    """The conversation. Raises ``ValueError`` that says what of it does not fit the shape."""
    chat = list_of(item, "chat_messages")
    is_row = not any(isinstance(message, dict) and message.get("parent_message_uuid") for message in chat)
    messages: list[Linked] = []
    known: set[str] = set()
    for number, message in enumerate(chat, start=1):
        where = tr("message {number}", number=number)
        if not isinstance(message, dict):
            raise ValueError(tr("{where} should be an object", where=where))
        role = _ROLES.get(text_of(message, "sender", where))
        if role is None:
            raise ValueError(tr("{where}: the sender should be human or assistant", where=where))
        identity = id_of(message.get("uuid"), {"number": number, "message": message})
        if identity in known:
            raise ValueError(tr("two of its messages have the same uuid"))
        known.add(identity)
        parent = text_of(message, "parent_message_uuid", where)
        if is_row and messages:
            parent = messages[-1].id
        messages.append(
            Linked(
                id=identity,
                parent=parent or None,
                role=role,
                parts=_parts(message, where),
                created_at=repairs.time_of(message, "created_at"),
                state=_STATES.get(text_of(message, "stop_reason", where), NodeState.COMPLETE),
            )
        )
    return grown(
        messages,
        repairs,
        conversation_id=id_of(item.get("uuid"), item),
        title=text_of(item, "name"),
        created_at=repairs.time_of(item, "created_at"),
        updated_at=repairs.time_of(item, "updated_at"),
        leaf=text_of(item, "current_leaf_message_uuid") or None,
        pinned=item.get("is_starred") is True,
    )


def _parts(message: Mapping[str, Any], where: str) -> tuple[Part, ...]:
    parts: list[Part] = []
    for block in list_of(message, "content", where):
        if not isinstance(block, dict):
            raise ValueError(tr("{where}: a block of its content should be an object", where=where))
        part = _block(block, where)
        if part is not None:
            parts.append(part)
    if not any(isinstance(part, TextPart) for part in parts) and text_of(message, "text", where).strip():
        parts.append(TextPart(text=text_of(message, "text", where)))
    for entry in (*list_of(message, "attachments", where), *list_of(message, "files", where)):
        if not isinstance(entry, dict):
            continue
        name = text_of(entry, "file_name", where) or "pasted text"
        content = text_of(entry, "extracted_content", where)
        parts.append(TextPart(text=f"[attached: {name}]" + (f"\n\n{fenced(content)}" if content else "")))
    return tuple(parts)


def _block(block: Mapping[str, Any], where: str) -> Part | None:
    match text_of(block, "type", where):
        case "text":
            text = text_of(block, "text", where)
            return TextPart(text=text) if text.strip() else None
        case "thinking":
            # Its signature is left out: it is valid for the account and the model that gave it only.
            text = text_of(block, "thinking", where)
            return ReasoningPart(text=text) if text.strip() else None
        case "tool_use":
            return tool_text("Asked", text_of(block, "name", where) or "tool", as_json(block.get("input")), "json")
        case "tool_result":
            text = _result(block.get("content"), where)
            return tool_text("Result of", text_of(block, "name", where) or "tool", text) if text.strip() else None
        case _:
            return None  # accounting, flags and the like: nothing a person saw


def _result(content: object, where: str) -> str:
    if isinstance(content, str):
        return content
    if content is None:
        return ""
    if not isinstance(content, list):
        return as_json(content)
    texts = []
    for piece in content:
        if isinstance(piece, dict) and piece.get("type") == "text":
            texts.append(text_of(piece, "text", where))
        elif isinstance(piece, dict):
            texts.append(as_json(piece))
        else:
            texts.append(str(piece))
    return joined(texts)
