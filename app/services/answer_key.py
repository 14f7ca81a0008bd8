"""What makes two requests the same: the key under which an answer is kept.

What the key leaves out (ids, times, signatures) must not change an answer; files count by their contents.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from app.domain.encoding import to_plain
from app.domain.messages import (
    AttachmentPart,
    Message,
    Part,
    ReasoningPart,
    TextPart,
    ToolCallPart,
    ToolResultPart,
)
from app.domain.models import ModelId
from app.domain.ports import ChatRequest


def request_key(model: ModelId, request: ChatRequest, *, address: str = "") -> str:
    """The SHA-256 of everything that decides what ``model`` answers, as 64 hexadecimal digits. ``address``: where its
    provider is reached, as another server under the same name is another model.
    """
    plain = {
        "version": 1,
        "model": str(model),
        "address": address,
        "system": request.system,
        "messages": _messages(request.messages),
        "tools": [[tool.name, tool.description, _canonical(tool.parameters)] for tool in request.tools],
        "parameters": _canonical(request.parameters),
        "schema": None if request.schema is None else _canonical(request.schema),
        "tool_choice": request.tool_choice,
    }
    text = json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _messages(messages: Sequence[Message]) -> list[object]:
    calls: dict[str, int] = {}
    return [[message.role.value, [_part(part, calls) for part in message.parts]] for message in messages]


def _part(part: Part, calls: dict[str, int]) -> list[object]:
    match part:
        case TextPart(text=text):
            return ["text", text]
        case ReasoningPart(text=text):
            return ["reasoning", text]
        case ToolCallPart(call_id=call_id, name=name, arguments=arguments):
            return ["call", calls.setdefault(call_id, len(calls)), name, arguments]
        case ToolResultPart(call_id=call_id, name=name, content=content, is_error=is_error):
            return ["result", calls.setdefault(call_id, len(calls)), name, content, is_error]
        case AttachmentPart():
            return ["file", part.name, part.media_type, part.sha256, part.text_sha256]


def _canonical(value: Mapping[str, Any]) -> object:
    """JSON values in which equal numbers are written alike: 0 and 0.0, 1 and 1.0."""

    def alike(item: object) -> object:
        match item:
            case bool() | None | str():
                return item
            case float() if item.is_integer() and abs(item) < 2**53:
                return int(item)
            case dict():
                return {str(key): alike(inner) for key, inner in item.items()}
            case list():
                return [alike(inner) for inner in item]
            case _:
                return item

    return alike(to_plain(value))
