"""What the supervisor and its worker say to each other: one JSON object a line. Refuses whatever it does not know.

Commands go to the worker, reports come back. Both sides run the same code, so a version that differs is an error and
is not negotiated.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import assert_never

from app.domain.errors import (
    BatonError,
    ContextOverflowError,
    ModelFileError,
    OutOfMemoryError,
    UnsupportedError,
    WorkerDiedError,
)
from app.domain.messages import Message, Part, ReasoningPart, Role, TextPart, ToolCallPart, ToolResultPart, ToolSpec
from app.domain.ports import ChatRequest
from app.domain.stream import (
    Finished,
    FinishReason,
    Progress,
    ReasoningDelta,
    StreamEvent,
    TextDelta,
    ToolCallProgress,
    ToolCallRequested,
    Usage,
)

VERSION = 1
ALL_LAYERS = 10_000  # more than any model has
MAX_LINE_BYTES = 64 * 1024 * 1024


class ProtocolError(ValueError):
    """A line that is no message of this version."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Load:
    """Load a model. ``gpu_layers`` is how many layers go to the GPU; ``ALL_LAYERS`` takes the output layer too."""

    path: str
    context_tokens: int
    gpu_layers: int
    threads: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Generate:
    """Answer a request; its reports carry ``id``."""

    id: int
    request: ChatRequest


@dataclass(frozen=True, kw_only=True, slots=True)
class Cancel:
    """Stop the request ``id``, whether it runs or waits. One that is over is no error."""

    id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class DescribeDevices:
    """Ask what can compute here."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckFile:
    """Ask whether llama.cpp can read a file's metadata and vocabulary."""

    path: str


Command = Load | Generate | Cancel | DescribeDevices | CheckFile


@dataclass(frozen=True, kw_only=True, slots=True)
class Hello:
    """The worker's first word."""

    version: int
    pid: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Loading:
    """How much of the model is loaded, between 0 and 1."""

    fraction: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Loaded:
    """The model is ready. ``notes`` are sentences about it for the doctor (a missing chat template)."""

    context_tokens: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """One event of the answer ``id``. The last one is ``Finished``."""

    id: int
    event: StreamEvent


@dataclass(frozen=True, kw_only=True, slots=True)
class Failed:
    """A command failed; ``id`` is ``None`` where it was not a request. ``kind`` names the error to raise."""

    id: int | None
    kind: str
    message: str
    remedy: str = ""
    detail: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Alive:
    """The worker computes and has nothing else to say yet."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Logged:
    """A warning or an error that llama.cpp logged."""

    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Device:
    """Something that computes. ``kind`` is ``cpu``, ``gpu`` or ``other``. Sizes are bytes."""

    name: str
    title: str
    kind: str
    free_bytes: int
    total_bytes: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Devices:
    """What can compute here, and what this build of llama.cpp is."""

    devices: tuple[Device, ...]
    build: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Checked:
    """llama.cpp can read the file."""


Report = Hello | Loading | Loaded | Said | Failed | Alive | Logged | Devices | Checked

_ERRORS: dict[str, type[BatonError]] = {
    "context": ContextOverflowError,
    "file": ModelFileError,
    "memory": OutOfMemoryError,
    "unsupported": UnsupportedError,
    "internal": WorkerDiedError,
}


def failure(error: BatonError, *, id: int | None) -> Failed:
    """The report that carries ``error`` to the supervisor."""
    kind = next((name for name, type_ in _ERRORS.items() if isinstance(error, type_)), "internal")
    return Failed(id=id, kind=kind, message=error.message, remedy=error.remedy, detail=error.detail)


def error_of(report: Failed) -> BatonError:
    """The error that ``report`` carried."""
    return _ERRORS.get(report.kind, WorkerDiedError)(report.message, remedy=report.remedy, detail=report.detail)


def encode(message: Command | Report) -> bytes:
    """One line, its newline included. ASCII, so that no character can break a line or the encoding."""
    return json.dumps(_plain(message), separators=(",", ":"), allow_nan=False).encode("ascii") + b"\n"


def decode_command(line: bytes) -> Command:
    """Raises :class:`ProtocolError`."""
    fields = _Fields.parse(line)
    match fields.text("type"):
        case "load":
            return Load(
                path=fields.text("path"),
                context_tokens=fields.whole("context_tokens"),
                gpu_layers=fields.whole("gpu_layers"),
                threads=fields.whole("threads"),
            )
        case "generate":
            return Generate(id=fields.whole("id"), request=_request(fields.inner("request")))
        case "cancel":
            return Cancel(id=fields.whole("id"))
        case "describe_devices":
            return DescribeDevices()
        case "check_file":
            return CheckFile(path=fields.text("path"))
        case other:
            raise ProtocolError(f"unknown command {other!r}")


def decode_report(line: bytes) -> Report:
    """Raises :class:`ProtocolError`."""
    fields = _Fields.parse(line)
    match fields.text("type"):
        case "hello":
            return Hello(version=fields.whole("version"), pid=fields.whole("pid"))
        case "loading":
            return Loading(fraction=fields.number("fraction"))
        case "loaded":
            return Loaded(context_tokens=fields.whole("context_tokens"), notes=fields.texts("notes"))
        case "said":
            return Said(id=fields.whole("id"), event=_event(fields.inner("event")))
        case "failed":
            return Failed(
                id=fields.whole_or_none("id"),
                kind=fields.text("kind"),
                message=fields.text("message"),
                remedy=fields.text("remedy"),
                detail=fields.text("detail"),
            )
        case "alive":
            return Alive()
        case "logged":
            return Logged(text=fields.text("text"))
        case "devices":
            return Devices(
                devices=tuple(
                    Device(
                        name=item.text("name"),
                        title=item.text("title"),
                        kind=item.text("kind"),
                        free_bytes=item.whole("free_bytes"),
                        total_bytes=item.whole("total_bytes"),
                    )
                    for item in fields.items("devices")
                ),
                build=fields.text("build"),
            )
        case "checked":
            return Checked()
        case other:
            raise ProtocolError(f"unknown report {other!r}")


def _plain(message: Command | Report) -> dict[str, object]:
    match message:
        case Load():
            return {
                "type": "load",
                "path": message.path,
                "context_tokens": message.context_tokens,
                "gpu_layers": message.gpu_layers,
                "threads": message.threads,
            }
        case Generate():
            return {"type": "generate", "id": message.id, "request": _plain_request(message.request)}
        case Cancel():
            return {"type": "cancel", "id": message.id}
        case DescribeDevices():
            return {"type": "describe_devices"}
        case CheckFile():
            return {"type": "check_file", "path": message.path}
        case Hello():
            return {"type": "hello", "version": message.version, "pid": message.pid}
        case Loading():
            return {"type": "loading", "fraction": message.fraction}
        case Loaded():
            return {"type": "loaded", "context_tokens": message.context_tokens, "notes": list(message.notes)}
        case Said():
            return {"type": "said", "id": message.id, "event": _plain_event(message.event)}
        case Failed():
            return {
                "type": "failed",
                "id": message.id,
                "kind": message.kind,
                "message": message.message,
                "remedy": message.remedy,
                "detail": message.detail,
            }
        case Alive():
            return {"type": "alive"}
        case Logged():
            return {"type": "logged", "text": message.text}
        case Devices():
            return {
                "type": "devices",
                "build": message.build,
                "devices": [
                    {
                        "name": device.name,
                        "title": device.title,
                        "kind": device.kind,
                        "free_bytes": device.free_bytes,
                        "total_bytes": device.total_bytes,
                    }
                    for device in message.devices
                ],
            }
        case Checked():
            return {"type": "checked"}
        case _:
            assert_never(message)


def _plain_event(event: StreamEvent) -> dict[str, object]:
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
            return {"type": "progress", "text": text, "fraction": fraction}
        case Finished(reason=reason, detail=detail):
            return {"type": "finished", "reason": reason.value, "detail": detail}
        case _:
            assert_never(event)


def _event(fields: _Fields) -> StreamEvent:
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
            return Progress(text=fields.text("text"), fraction=fields.number_or_none("fraction"))
        case "finished":
            try:
                reason = FinishReason(fields.text("reason"))
            except ValueError as error:
                raise ProtocolError(str(error)) from None
            return Finished(reason=reason, detail=fields.text("detail"))
        case other:
            raise ProtocolError(f"unknown event {other!r}")


def _plain_request(request: ChatRequest) -> dict[str, object]:
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
    }


def _request(fields: _Fields) -> ChatRequest:
    schema = fields.get("schema")
    conversation_id = fields.get("conversation_id")
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
        schema=None if schema is None else fields.inner("schema").values,
        conversation_id=None if conversation_id is None else fields.text("conversation_id"),
    )


def _message(fields: _Fields) -> Message:
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
        case _:
            assert_never(part)


def _part(fields: _Fields) -> Part:
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


@dataclass(frozen=True, slots=True)
class _Fields:
    """A JSON object read with checks; every surprise is a :class:`ProtocolError`."""

    values: dict[str, object]

    @classmethod
    def parse(cls, line: bytes) -> _Fields:
        if len(line) > MAX_LINE_BYTES:
            raise ProtocolError("a line too long to be a message")
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise ProtocolError(f"not JSON: {error}") from None
        return cls._of(value)

    @classmethod
    def _of(cls, value: object) -> _Fields:
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

    def texts(self, name: str) -> tuple[str, ...]:
        value = self.get(name)
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise ProtocolError(f"the field {name!r} is no list of texts")
        return tuple(value)

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

    def inner(self, name: str) -> _Fields:
        return self._of(self.get(name))

    def items(self, name: str) -> list[_Fields]:
        value = self.get(name)
        if not isinstance(value, list):
            raise ProtocolError(f"the field {name!r} is no list")
        return [self._of(item) for item in value]
