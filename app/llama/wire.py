"""The JSON forms of what travels between supervisor and worker: requests, events, and the checks on both.

Pure. Every surprise in what is read is a :class:`ProtocolError`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import assert_never

from app.domain.errors import UnsupportedError
from app.domain.language import parts, retold, tr
from app.domain.messages import (
    AttachmentPart,
    Message,
    Part,
    ReasoningPart,
    Role,
    TextPart,
    ToolCallPart,
    ToolResultPart,
    ToolSpec,
)
from app.domain.ports import ChatRequest, CompletionRequest
from app.domain.stream import (
    AskedAgain,
    Finished,
    FinishReason,
    FormProblem,
    FromCache,
    Metered,
    Progress,
    RateLimits,
    ReasoningDelta,
    Scores,
    Sent,
    StreamEvent,
    TextDelta,
    TokenScore,
    ToolCallProgress,
    ToolCallRequested,
    Usage,
)

MAX_LINE_BYTES = 64 * 1024 * 1024
_MADE = "_made"


class ProtocolError(ValueError):
    """A line that is no message of this version."""


def plain_said(name: str, text: str) -> dict[str, object]:
    """A text for the person as JSON values: in English, and with what it takes to say it in their language."""
    made = parts(text)
    return {name: text} if made is None else {name: text, f"{name}{_MADE}": made}


def plain_event(event: StreamEvent) -> dict[str, object]:
    """An event as JSON values; :func:`read_event` reads it back."""
    match event:
        case TextDelta(text=text):
            return {"type": "text", "text": text}
        case ReasoningDelta(text=text):
            return {"type": "reasoning", "text": text}
        case ToolCallProgress(name=name, argument_chars=chars):
            return {"type": "call_progress", "name": name, "argument_chars": chars}
        case ToolCallRequested(call=call):
            return {"type": "call", "call": _plain_part(call)}
        case Usage():
            return {
                "type": "usage",
                "input_tokens": event.input_tokens,
                "output_tokens": event.output_tokens,
                "cached_input_tokens": event.cached_input_tokens,
                "reasoning_tokens": event.reasoning_tokens,
                "first_token_s": event.first_token_s,
                "duration_s": event.duration_s,
            }
        case Progress(text=text, fraction=fraction):
            return {"type": "progress", **plain_said("text", text), "fraction": fraction}
        case Scores(tokens=tokens):
            return {
                "type": "scores",
                "tokens": [
                    {
                        "data": token.data.hex(),
                        "logprob": _finite(token.logprob),
                        "alternatives": [
                            {"data": data.hex(), "logprob": _finite(logprob)} for data, logprob in token.alternatives
                        ],
                    }
                    for token in tokens
                ],
            }
        case Finished(reason=reason, detail=detail):
            return {"type": "finished", "reason": reason.value, "detail": detail}
        case RateLimits() | Sent() | FromCache() | Metered() | AskedAgain() | FormProblem():
            raise ProtocolError("a worker has no limits, sends nothing, keeps no answers and judges none")
        case _:
            assert_never(event)


def read_event(fields: Fields) -> StreamEvent:
    """Raises :class:`ProtocolError`."""
    match fields.text("type"):
        case "text":
            return TextDelta(text=fields.text("text"))
        case "reasoning":
            return ReasoningDelta(text=fields.text("text"))
        case "call_progress":
            return ToolCallProgress(name=fields.text("name"), argument_chars=fields.whole("argument_chars"))
        case "call":
            part = _part(fields.inner("call"))
            if not isinstance(part, ToolCallPart):
                raise ProtocolError("a call that is none")
            return ToolCallRequested(call=part)
        case "usage":
            return Usage(
                input_tokens=fields.whole("input_tokens"),
                output_tokens=fields.whole("output_tokens"),
                cached_input_tokens=fields.whole("cached_input_tokens"),
                reasoning_tokens=fields.whole("reasoning_tokens"),
                first_token_s=fields.number_or_none("first_token_s"),
                duration_s=fields.number_or_none("duration_s"),
            )
        case "progress":
            return Progress(text=fields.said("text"), fraction=fields.number_or_none("fraction"))
        case "scores":
            return Scores(
                tokens=tuple(
                    TokenScore(
                        data=token.data("data"),
                        logprob=token.number("logprob"),
                        alternatives=tuple(
                            (other.data("data"), other.number("logprob")) for other in token.items("alternatives")
                        ),
                    )
                    for token in fields.items("tokens")
                )
            )
        case "finished":
            try:
                reason = FinishReason(fields.text("reason"))
            except ValueError as error:
                raise ProtocolError(str(error)) from None
            return Finished(reason=reason, detail=fields.text("detail"))
        case other:
            raise ProtocolError(f"unknown event {other!r}")


def plain_request(request: ChatRequest | CompletionRequest) -> dict[str, object]:
    """A request as JSON values; :func:`read_request` reads it back. Vendors' signatures stay behind."""
    if isinstance(request, CompletionRequest):
        return {
            "model": request.model,
            "prompt": request.prompt,
            "parameters": dict(request.parameters),
            "schema": None if request.schema is None else dict(request.schema),
            "logprobs": request.logprobs,
        }
    return {
        "model": request.model,
        "messages": [
            {"role": message.role.value, "parts": [_plain_part(part) for part in message.parts]}
            for message in request.messages
        ],
        "system": request.system,
        "tools": [
            {"name": tool.name, "description": tool.description, "parameters": tool.parameters}
            for tool in request.tools
        ],
        "parameters": dict(request.parameters),
        "schema": None if request.schema is None else dict(request.schema),
        "conversation_id": request.conversation_id,
        "tool_choice": request.tool_choice,
        "logprobs": request.logprobs,
        "narrowed": {name: dict(schema) for name, schema in request.narrowed.items()},
    }


def read_request(fields: Fields) -> ChatRequest | CompletionRequest:
    """Raises :class:`ProtocolError`."""
    schema = None if fields.get("schema") is None else fields.inner("schema").values
    if "prompt" in fields.values:
        return CompletionRequest(
            model=fields.text("model"),
            prompt=fields.text("prompt"),
            parameters=fields.inner("parameters").values,
            schema=schema,
            logprobs=fields.whole_or_none("logprobs"),
        )
    conversation_id = fields.get("conversation_id")
    narrowed = fields.inner("narrowed")
    return ChatRequest(
        model=fields.text("model"),
        messages=tuple(_message(item) for item in fields.items("messages")),
        system=fields.text("system"),
        tools=tuple(
            ToolSpec(
                name=item.text("name"), description=item.text("description"), parameters=item.inner("parameters").values
            )
            for item in fields.items("tools")
        ),
        parameters=fields.inner("parameters").values,
        schema=schema,
        conversation_id=None if conversation_id is None else fields.text("conversation_id"),
        tool_choice=fields.text("tool_choice"),
        logprobs=fields.whole_or_none("logprobs"),
        narrowed={name: narrowed.inner(name).values for name in narrowed.values},
    )


def _message(fields: Fields) -> Message:
    try:
        role = Role(fields.text("role"))
    except ValueError as error:
        raise ProtocolError(str(error)) from None
    return Message(role=role, parts=tuple(_part(item) for item in fields.items("parts")))


def _plain_part(part: Part) -> dict[str, object]:
    match part:
        case TextPart(text=text):
            return {"type": "text", "text": text}
        case ReasoningPart(text=text):
            return {"type": "reasoning", "text": text}
        case ToolCallPart():
            return {"type": "call", "call_id": part.call_id, "name": part.name, "arguments": part.arguments}
        case ToolResultPart():
            return {
                "type": "result",
                "call_id": part.call_id,
                "name": part.name,
                "content": part.content,
                "is_error": part.is_error,
            }
        case AttachmentPart(name=name):
            raise UnsupportedError(
                tr("A local model takes no files, and {name!r} is one.", name=name),
                remedy=tr("Choose a model that does, or take it out."),
            )
        case _:
            assert_never(part)


def _part(fields: Fields) -> Part:
    match fields.text("type"):
        case "text":
            return TextPart(text=fields.text("text"))
        case "reasoning":
            return ReasoningPart(text=fields.text("text"))
        case "call":
            return ToolCallPart(
                call_id=fields.text("call_id"), name=fields.text("name"), arguments=fields.text("arguments")
            )
        case "result":
            return ToolResultPart(
                call_id=fields.text("call_id"),
                name=fields.text("name"),
                content=fields.text("content"),
                is_error=fields.get("is_error") is True,
            )
        case other:
            raise ProtocolError(f"unknown part {other!r}")


def _finite(value: float) -> float:
    """JSON has no infinities; a chance of nothing, or none that could be computed, is less than any that counts."""
    return value if -1e30 < value < 1e30 else -1e30


@dataclass(frozen=True, slots=True)
class Fields:
    """A JSON object read with checks; every surprise is a :class:`ProtocolError`."""

    values: dict[str, object]

    @classmethod
    def parse(cls, line: bytes) -> Fields:
        if len(line) > MAX_LINE_BYTES:
            raise ProtocolError("a line too long to be a message")
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise ProtocolError(f"not JSON: {error}") from None
        return cls._of(value)

    @classmethod
    def _of(cls, value: object) -> Fields:
        if not isinstance(value, dict):
            raise ProtocolError(f"an object was expected, not {type(value).__name__}")
        return cls(value)

    def get(self, name: str) -> object:
        if name not in self.values:
            raise ProtocolError(f"the field {name!r} is missing")
        return self.values[name]

    def text(self, name: str) -> str:
        value = self.get(name)
        if not isinstance(value, str):
            raise ProtocolError(f"the field {name!r} is no text")
        return value

    def said(self, name: str) -> str:
        """A text for the person, in their language where it came with what that takes: :func:`plain_said`."""
        return retold(self.text(name), self.values.get(f"{name}{_MADE}"))

    def texts(self, name: str) -> tuple[str, ...]:
        value = self.get(name)
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise ProtocolError(f"the field {name!r} is no list of texts")
        return tuple(value)

    def data(self, name: str) -> bytes:
        try:
            return bytes.fromhex(self.text(name))
        except ValueError:
            raise ProtocolError(f"the field {name!r} holds no bytes") from None

    def flag(self, name: str) -> bool:
        value = self.get(name)
        if not isinstance(value, bool):
            raise ProtocolError(f"the field {name!r} is neither true nor false")
        return value

    def numbers(self, name: str) -> tuple[float, ...]:
        value = self.get(name)
        if not isinstance(value, list):
            raise ProtocolError(f"the field {name!r} is no list of numbers")
        return tuple(Fields({name: item}).number(name) for item in value)

    def whole(self, name: str) -> int:
        value = self.get(name)
        if isinstance(value, bool) or not isinstance(value, int):
            raise ProtocolError(f"the field {name!r} is no whole number")
        return value

    def whole_or_none(self, name: str) -> int | None:
        return None if self.get(name) is None else self.whole(name)

    def number(self, name: str) -> float:
        value = self.get(name)
        if isinstance(value, bool) or not isinstance(value, (int, float)) or value != value:
            raise ProtocolError(f"the field {name!r} is no number")
        return value

    def number_or_none(self, name: str) -> float | None:
        return None if self.get(name) is None else self.number(name)

    def inner(self, name: str) -> Fields:
        return self._of(self.get(name))

    def items(self, name: str) -> list[Fields]:
        value = self.get(name)
        if not isinstance(value, list):
            raise ProtocolError(f"the field {name!r} is no list")
        return [self._of(item) for item in value]
