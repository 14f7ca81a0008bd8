"""Reads a conversation of LibreChat's export: messages linked by ``parentMessageId``, or nested in ``children``.

The shape as of 2026: an object with ``conversationId``, ``endpoint``, ``title``, ``exportAt``, ``options`` where they
were wanted, and ``messages`` (a list) or, for a recursive export, ``messagesTree``, whose messages hold their answers
in ``children``. A message has ``messageId``, ``isCreatedByUser``, ``text`` and, of newer versions, ``content``: parts
with a ``type`` (text, think, tool_call, image_file, error). A root's parent is a fixed id that is no message.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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

_PROVIDERS = {"openAI": "openai", "azureOpenAI": "openai", "anthropic": "anthropic", "bedrock": "bedrock"}


def is_librechat(item: Mapping[str, Any]) -> bool:
    """Whether ``item`` has the shape of a conversation of LibreChat."""
    return "conversationId" in item and ("messages" in item or "messagesTree" in item)


def read_librechat(item: Mapping[str, Any], repairs: Repairs) -> OpenedConversation:
    """The conversation. Raises ``ValueError`` that says what of it does not fit the shape."""
    options = object_of(item, "options")
    linked: list[Linked] = []
    known: set[str] = set()
    for number, (message, above) in enumerate(_walked(item), start=1):
        where = tr("message {number}", number=number)
        identity = id_of(message.get("messageId"), {"number": number, "message": as_json(message.get("text"))})
        if identity in known:
            raise ValueError(tr("two of its messages have the same messageId"))
        known.add(identity)
        linked.append(_message(message, identity, above, text_of(item, "endpoint"), where, repairs))
    return grown(
        linked,
        repairs,
        conversation_id=id_of(item.get("conversationId"), item),
        title=text_of(item, "title"),
        created_at=None,
        updated_at=None,
        leaf=None,
        system_prompt=joined(
            dict.fromkeys(text_of(options, name, "options") for name in ("system", "promptPrefix", "instructions"))
        ),
    )


def _walked(item: Mapping[str, Any]) -> Iterator[tuple[Mapping[str, Any], str | None]]:
    """Each message, its parent before it, with the id of the one it is nested in."""
    held = item.get("messagesTree") if item.get("messagesTree") is not None else item.get("messages")
    if isinstance(held, dict):
        held = held.get("children") if "messageId" not in held and "children" in held else [held]
    if not isinstance(held, list):
        raise ValueError(tr("its messages should be a list"))
    waiting: list[tuple[Any, str | None]] = [(message, None) for message in reversed(held)]
    while waiting:  # not by recursion: a long chat is nested as deeply as it is long
        message, above = waiting.pop()
        if not isinstance(message, dict):
            raise ValueError(tr("a message should be an object"))
        yield message, above
        identity = message.get("messageId")
        children = list_of(message, "children", tr("a message"))
        waiting += [(child, identity if isinstance(identity, str) else None) for child in reversed(children)]


def _message(
    message: Mapping[str, Any], identity: str, above: str | None, endpoint: str, where: str, repairs: Repairs
) -> Linked:
    by_user = message.get("isCreatedByUser")
    if not isinstance(by_user, bool):
        sender = text_of(message, "sender", where).lower()
        if not sender:
            raise ValueError(tr("{where}: isCreatedByUser should be true or false", where=where))
        by_user = sender == "user"
    model = text_of(message, "model", where)
    endpoint = text_of(message, "endpoint", where) or endpoint
    provider = (
        _PROVIDERS.get(endpoint) or "".join(c for c in endpoint.lower() if c.isalnum() or c == "-") or "librechat"
    )
    state = NodeState.COMPLETE
    if message.get("error") is True:
        state = NodeState.FAILED
    elif message.get("unfinished") is True:
        state = NodeState.STOPPED
    return Linked(
        id=identity,
        parent=above or text_of(message, "parentMessageId", where) or None,
        role=Role.USER if by_user else Role.ASSISTANT,
        parts=tuple(_parts(message, where)),
        created_at=repairs.time_of(message, "createdAt"),
        state=state,
        model=f"{provider}:{model}" if model and not by_user else None,
    )


def _parts(message: Mapping[str, Any], where: str) -> list[Part]:
    parts: list[Part] = []
    for block in list_of(message, "content", where):
        if block is None:
            continue
        if not isinstance(block, dict):
            raise ValueError(tr("{where}: a part of its content should be an object", where=where))
        parts += _block(block, where)
    if not any(isinstance(part, TextPart) for part in parts):
        parts += _texts(text_of(message, "text", where))
    for name in ("files", "attachments"):
        files = [file for file in list_of(message, name, where) if isinstance(file, dict)]
        parts += _texts(joined(f"[attached: {text_of(file, 'filename', where) or 'a file'}]" for file in files))
    return parts


def _block(block: Mapping[str, Any], where: str) -> list[Part]:
    kind = text_of(block, "type", where)
    match kind:
        case "text" | "error":
            return _texts(_value(block.get("text") if "text" in block else block.get("error"), where))
        case "think":
            text = _value(block.get("think"), where)
            return [ReasoningPart(text=text)] if text.strip() else []
        case "tool_call":
            call = object_of(block, "tool_call", where)
            function = object_of(call, "function", where)
            name = text_of(call, "name", where) or text_of(function, "name", where) or "tool"
            asked = call.get("args") if call.get("args") is not None else function.get("arguments")
            output = call.get("output") if call.get("output") is not None else function.get("output")
            parts: list[Part] = []
            if asked:
                parts.append(tool_text("Asked", name, asked if isinstance(asked, str) else as_json(asked), "json"))
            if output:
                parts.append(tool_text("Result of", name, output if isinstance(output, str) else as_json(output)))
            return parts
        case "image_file" | "image_url" | "video_url" | "input_audio":
            return _texts(f"[attached: {kind.partition('_')[0]}]")
        case _:
            return []  # updates of agents and the like: nothing a person saw


def _value(held: object, where: str) -> str:
    if isinstance(held, dict):
        held = held.get("value")
    if held is None:
        return ""
    if not isinstance(held, str):
        raise ValueError(tr("{where}: a part's text should be a text", where=where))
    return held


def _texts(text: str) -> list[Part]:
    return [TextPart(text=text)] if text.strip() else []
