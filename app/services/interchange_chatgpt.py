"""Reads a conversation of ChatGPT's export: a ``mapping`` of nodes linked by ``parent`` and ``children``.

The shape as of 2026: ``conversations.json`` (large accounts get ``conversations-000.json`` and on) is a list of objects
with ``conversation_id`` or ``id``, ``title``, ``create_time`` and ``update_time`` (seconds), ``current_node`` and
``mapping``; a node's ``message`` may be null. What a message says lies in ``content``, by its ``content_type``.
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
    grown,
    id_of,
    joined,
    list_of,
    object_of,
    text_of,
    tool_text,
)

_STATES = {"in_progress": NodeState.INTERRUPTED, "finished_partial_completion": NodeState.STOPPED}


def read_chatgpt(item: Mapping[str, Any], repairs: Repairs) -> OpenedConversation:
    """The conversation. Raises ``ValueError`` that says what of it does not fit the shape."""
    mapping = object_of(item, "mapping")
    parents = _parents(mapping)
    system: list[str] = []
    messages = []
    for key in _in_order(mapping, parents):
        node = mapping[key]
        message = object_of(node, "message", key)
        role, parts = _content(message, key)
        if role == "system":
            system.extend(part.text for part in parts if isinstance(part, TextPart))
            parts = ()
        slug = text_of(object_of(message, "metadata", key), "model_slug", key)
        messages.append(
            Linked(
                id=key,
                parent=parents[key],
                role=Role.USER if role == "user" else Role.ASSISTANT,
                parts=parts,
                created_at=repairs.time_of(message, "create_time"),
                state=_STATES.get(text_of(message, "status", key), NodeState.COMPLETE),
                model=f"openai:{slug}" if slug else None,
            )
        )
    return grown(
        messages,
        repairs,
        conversation_id=id_of(item.get("conversation_id") or item.get("id"), item),
        title=text_of(item, "title"),
        created_at=repairs.time_of(item, "create_time"),
        updated_at=repairs.time_of(item, "update_time"),
        leaf=text_of(item, "current_node") or None,
        pinned=item.get("is_starred") is True,
        system_prompt=joined(dict.fromkeys(system)),
    )


def _parents(mapping: Mapping[str, Any]) -> dict[str, str | None]:
    """Each node's parent, from its own word, or else from the node that lists it as a child."""
    listed: dict[str, str] = {}
    for key, node in mapping.items():
        if not isinstance(node, dict):
            raise ValueError(tr("{key}: a message should be an object", key=key))
        for child in list_of(node, "children", key):
            if isinstance(child, str):
                listed.setdefault(child, key)
    parents: dict[str, str | None] = {}
    for key, node in mapping.items():
        named = text_of(node, "parent", key)
        parents[key] = named if named in mapping else listed.get(key)
    return parents


def _in_order(mapping: Mapping[str, Any], parents: Mapping[str, str | None]) -> list[str]:
    """The nodes' keys, siblings as their parent lists them (oldest first), the others as the file has them."""
    place: dict[str, int] = {}
    for key, node in mapping.items():
        for number, child in enumerate(list_of(node, "children", key)):
            if isinstance(child, str) and parents.get(child) == key:
                place.setdefault(child, number)
    return sorted(mapping, key=lambda key: place.get(key, 0))


def _content(message: Mapping[str, Any], key: str) -> tuple[str, tuple[Part, ...]]:
    """Who speaks, and what a person is meant to see of it."""
    if not message:
        return "", ()
    author = object_of(message, "author", key)
    role = text_of(author, "role", key)
    if role not in ("user", "assistant", "system", "tool"):
        raise ValueError(tr("{key}: the author's role should be user, assistant, system or tool", key=key))
    content = object_of(message, "content", key)
    metadata = object_of(message, "metadata", key)
    kind = text_of(content, "content_type", key)
    if kind == "user_editable_context":  # the person's standing instructions
        texts = (text_of(content, "user_profile", key), text_of(content, "user_instructions", key))
        return "system", _texts(joined(texts))
    if kind == "model_editable_context" or metadata.get("is_visually_hidden_from_conversation") is True:
        return role, ()
    name = text_of(author, "name", key) or "tool"
    recipient = text_of(message, "recipient", key) or "all"
    if kind == "thoughts":
        thoughts = [thought for thought in list_of(content, "thoughts", key) if isinstance(thought, dict)]
        return role, _reasoning(joined(text_of(t, "content", key) or text_of(t, "summary", key) for t in thoughts))
    if kind == "reasoning_recap":
        return role, _reasoning(text_of(content, "content", key))
    text = _text(content, kind, key)
    if role == "tool":
        return role, (tool_text("Result of", name, text),) if text.strip() else ()
    if role == "assistant" and recipient != "all":
        language = text_of(content, "language", key)
        return role, (tool_text("Asked", recipient, text, "" if language == "unknown" else language),) if text else ()
    attached = [
        f"[attached: {text_of(entry, 'name', key) or 'a file'}]"
        for entry in list_of(metadata, "attachments", key)
        if isinstance(entry, dict)
    ]
    return role, _texts(joined([text, *attached]))


def _text(content: Mapping[str, Any], kind: str, key: str) -> str:
    match kind:
        case "code" | "execution_output" | "system_error":
            return text_of(content, "text", key) or joined(_pieces(content, key))
        case "tether_quote":
            return joined((text_of(content, "title", key), text_of(content, "url", key), text_of(content, "text", key)))
        case "tether_browsing_display":
            return joined((text_of(content, "summary", key), text_of(content, "result", key)))
        case _:
            return joined(_pieces(content, key)) or text_of(content, "text", key)


def _pieces(content: Mapping[str, Any], key: str) -> list[str]:
    found = []
    for piece in list_of(content, "parts", key):
        if isinstance(piece, str):
            found.append(piece)
        elif isinstance(piece, dict):
            kind = text_of(piece, "content_type", key)
            if isinstance(piece.get("text"), str):
                found.append(piece["text"])
            elif "asset_pointer" in piece or kind.endswith("_pointer"):
                found.append(f"[{kind.partition('_')[0] or 'file'}: {text_of(piece, 'asset_pointer', key)}]")
            else:
                found.append(as_json(piece))
        elif piece is not None:
            raise ValueError(tr("{key}: a part should be a text or an object", key=key))
    return found


def _texts(text: str) -> tuple[Part, ...]:
    return (TextPart(text=text),) if text.strip() else ()


def _reasoning(text: str) -> tuple[Part, ...]:
    return (ReasoningPart(text=text),) if text.strip() else ()
