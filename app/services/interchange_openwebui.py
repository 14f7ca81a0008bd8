"""Reads a conversation of Open WebUI's export: messages linked by ``parentId`` and ``childrenIds``.

The shape as of 2026: a list of objects with ``id``, ``title``, ``chat``, ``created_at`` and ``updated_at`` (seconds),
``pinned`` and ``archived``. ``chat.history.messages`` holds each message under its id, with ``role``, ``content``,
``timestamp`` (seconds), ``model``, ``files`` and ``error``; ``currentId`` is the one shown. Chats of the first versions
have the row ``chat.messages`` instead. What an answer thought, and what tools it used, stands within its content, as
HTML's ``details`` with a ``type``. Answers of several models to one question are its children.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from app.domain.conversation import NodeState, OpenedConversation
from app.domain.language import tr
from app.domain.messages import Part, ReasoningPart, Role, TextPart
from app.services.interchange_shape import (
    Linked,
    Repairs,
    grown,
    id_of,
    joined,
    list_of,
    object_of,
    text_of,
    texts_of,
    tool_text,
)

_DETAILS = re.compile(r'<details type="(reasoning|tool_calls|code_interpreter)"([^>]*)>(.*?)(?:</details>\n?|\Z)', re.S)
_SUMMARY = re.compile(r"\s*<summary>.*?</summary>", re.S)
_ATTRIBUTE = re.compile(r'([a-z_]+)="([^"]*)"')
_ROLES = {"user": Role.USER, "assistant": Role.ASSISTANT, "system": None}
_MOST_SECONDS = 10**11  # beyond, a time is in milliseconds or in nanoseconds, as some versions wrote


def is_open_webui(item: Mapping[str, Any]) -> bool:
    """Whether ``item`` has the shape of a chat of Open WebUI."""
    chat = item.get("chat")
    return isinstance(chat, dict) and ("history" in chat or "messages" in chat)


def read_open_webui(item: Mapping[str, Any], repairs: Repairs) -> OpenedConversation:
    """The conversation. Raises ``ValueError`` that says what of it does not fit the shape."""
    chat = object_of(item, "chat")
    history = object_of(chat, "history", "chat")
    messages = object_of(history, "messages", "chat.history")
    linked, system = _tree(messages, repairs) if messages else _row(chat, repairs)
    parameters = chat.get("params")
    told = text_of(parameters, "system", "chat.params") if isinstance(parameters, dict) else ""
    return grown(
        linked,
        repairs,
        conversation_id=id_of(item.get("id") or chat.get("id"), item),
        title=text_of(item, "title") or text_of(chat, "title", "chat"),
        created_at=_time(item, "created_at", repairs) or _time(chat, "timestamp", repairs),
        updated_at=_time(item, "updated_at", repairs),
        leaf=text_of(history, "currentId", "chat.history") or None,
        pinned=item.get("pinned") is True,
        system_prompt=joined(dict.fromkeys([told or text_of(chat, "system", "chat"), *system])),
    )


def _tree(messages: Mapping[str, Any], repairs: Repairs) -> tuple[list[Linked], list[str]]:
    parents: dict[str, str] = {}
    place: dict[str, int] = {}
    for key, message in messages.items():
        if not isinstance(message, dict):
            raise ValueError(tr("{key}: a message should be an object", key=key))
        for number, child in enumerate(list_of(message, "childrenIds", key)):
            if isinstance(child, str):
                parents.setdefault(child, key)
                place.setdefault(child, number)
    linked: list[Linked] = []
    system: list[str] = []
    for key in sorted(messages, key=lambda key: place.get(key, 0)):
        message = messages[key]
        named = text_of(message, "parentId", key)
        linked.append(_message(message, key, named if named in messages else parents.get(key), system, repairs))
    return linked, system


def _row(chat: Mapping[str, Any], repairs: Repairs) -> tuple[list[Linked], list[str]]:
    linked: list[Linked] = []
    system: list[str] = []
    for number, message in enumerate(list_of(chat, "messages", "chat"), start=1):
        if not isinstance(message, dict):
            raise ValueError(tr("message {number} should be an object", number=number))
        key = id_of(message.get("id"), {"number": number, "message": message})
        linked.append(_message(message, key, linked[-1].id if linked else None, system, repairs))
    if len({message.id for message in linked}) != len(linked):
        raise ValueError(tr("two of its messages have the same id"))
    return linked, system


def _message(message: Mapping[str, Any], key: str, parent: str | None, system: list[str], repairs: Repairs) -> Linked:
    said = text_of(message, "role", key)
    if said not in _ROLES:
        raise ValueError(tr("{key}: the role should be user, assistant or system", key=key))
    role = _ROLES[said]
    content = message.get("content")
    text = content if isinstance(content, str) else texts_of(content, key)
    if role is None:
        system.append(text)
        parts: list[Part] = []
    else:
        parts = _answer(text) if role is Role.ASSISTANT else _texts(text)
        parts += _texts(_attached(message, key))
    model = text_of(message, "model", key) or text_of(message, "modelName", key)
    error = message.get("error")
    if isinstance(error, dict) and isinstance(error.get("content"), str):
        parts += _texts(error["content"])
    return Linked(
        id=key,
        parent=parent,
        role=role or Role.ASSISTANT,
        parts=tuple(parts),
        created_at=_time(message, "timestamp", repairs),
        state=NodeState.INTERRUPTED if role is Role.ASSISTANT and message.get("done") is False else NodeState.COMPLETE,
        model=f"open-webui:{model}" if model else None,
    )


def _answer(content: str) -> list[Part]:
    parts: list[Part] = []
    at = 0
    for found in _DETAILS.finditer(content):
        parts += _texts(content[at : found.start()])
        at = found.end()
        attributes = {name: html.unescape(value) for name, value in _ATTRIBUTE.findall(found[2])}
        inside = html.unescape(_SUMMARY.sub("", found[3], count=1)).strip("\n")
        if found[1] == "reasoning":
            thought = "\n".join(re.sub(r"^> ?", "", line) for line in inside.splitlines())
            if thought.strip():
                parts.append(ReasoningPart(text=thought))
            continue
        name = attributes.get("name") or ("code" if found[1] == "code_interpreter" else "tool")
        asked = _unquoted(attributes.get("arguments", ""))
        result = _unquoted(attributes.get("result") or attributes.get("output", ""))
        if found[1] == "code_interpreter":
            parts += _texts(inside)
        elif asked.strip():
            parts.append(tool_text("Asked", name, asked, "json"))
        if (result or (inside if found[1] == "tool_calls" else "")).strip():
            parts.append(tool_text("Result of", name, result or inside))
    return parts + _texts(content[at:])


def _unquoted(text: str) -> str:
    """A text that may be a JSON string of it, or of JSON."""
    try:
        held = json.loads(text)
    except (ValueError, RecursionError):
        return text
    return held if isinstance(held, str) else json.dumps(held, ensure_ascii=False, indent=2)


def _attached(message: Mapping[str, Any], key: str) -> str:
    files = [file for file in list_of(message, "files", key) if isinstance(file, dict)]
    names = [file.get("name") if isinstance(file.get("name"), str) else "" for file in files]
    kinds = [file.get("type") if isinstance(file.get("type"), str) else "" for file in files]
    return joined(f"[attached: {name or kind or 'a file'}]" for name, kind in zip(names, kinds, strict=True))


def _time(item: Mapping[str, Any], name: str, repairs: Repairs) -> datetime | None:
    value = item.get(name)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        for unit in (10**9, 10**6, 10**3):
            if value > _MOST_SECONDS and value / unit < _MOST_SECONDS and value / unit > _MOST_SECONDS / 1000:
                return datetime.fromtimestamp(value / unit, UTC)
    return repairs.time_of(item, name)


def _texts(text: str) -> list[Part]:
    return [TextPart(text=text.strip("\n"))] if text.strip() else []
