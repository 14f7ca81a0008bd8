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
from app.domain.ports import ChatRequest, CompletionRequest
from app.domain.stream import StreamEvent
from app.llama.wire import (
    Fields,
    ProtocolError,
    plain_event,
    plain_request,
    plain_said,
    read_event,
    read_request,
)

VERSION = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Load:
    """Load a model, as :class:`~app.domain.models.LoadPlan` says in the fields of the same names.

    ``adapters`` are LoRA files with their scales. ``cache_bytes``: the most that states of evicted conversations may
    take in main memory. ``embeds``: it is an embedding model, and answers :class:`Embed` alone.
    """

    path: str
    context_tokens: int
    gpu_layers: int
    threads: int
    sequences: int = 8
    batch_tokens: int = 512
    tensor_split: tuple[float, ...] = ()
    kv_type: str = "f16"
    flash_attention: bool = True
    adapters: tuple[tuple[str, float], ...] = ()
    cache_bytes: int = 0
    embeds: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Generate:
    """Answer a request; its reports carry ``id``."""

    id: int
    request: ChatRequest | CompletionRequest


@dataclass(frozen=True, kw_only=True, slots=True)
class Count:
    """Ask how many tokens a request is; the report carries ``id``."""

    id: int
    request: ChatRequest


@dataclass(frozen=True, kw_only=True, slots=True)
class Embed:
    """Ask for the vectors of texts; the report carries ``id``."""

    id: int
    texts: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Cancel:
    """Stop the request ``id``, whether it runs or waits. One that is over is no error."""

    id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class DescribeDevices:
    """Ask what can compute here."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckFile:
    """Ask whether llama.cpp can read all of a file but its weights."""

    path: str


Command = Load | Generate | Count | Embed | Cancel | DescribeDevices | CheckFile


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
class Counted:
    """The answer to :class:`Count`."""

    id: int
    tokens: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Embedded:
    """The answer to :class:`Embed`: each vector as little-endian 32-bit floats in base64."""

    id: int
    vectors: tuple[str, ...]
    tokens: int


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
    """Something that computes. ``kind`` is ``cpu``, ``gpu``, ``igpu`` (integrated) or ``other``. Sizes are bytes."""

    name: str
    title: str
    kind: str
    free_bytes: int
    total_bytes: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Devices:
    """What can compute here, and what this build of llama.cpp is; ``backends`` are the kinds it is built for."""

    devices: tuple[Device, ...]
    build: str
    backends: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Checked:
    """llama.cpp can read the file."""


Report = Hello | Loading | Loaded | Said | Counted | Embedded | Failed | Alive | Logged | Devices | Checked

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
    fields = Fields.parse(line)
    match fields.text("type"):
        case "load":
            return Load(
                path=fields.text("path"),
                context_tokens=fields.whole("context_tokens"),
                gpu_layers=fields.whole("gpu_layers"),
                threads=fields.whole("threads"),
                sequences=fields.whole("sequences"),
                batch_tokens=fields.whole("batch_tokens"),
                tensor_split=fields.numbers("tensor_split"),
                kv_type=fields.text("kv_type"),
                flash_attention=fields.flag("flash_attention"),
                adapters=tuple((item.text("path"), item.number("scale")) for item in fields.items("adapters")),
                cache_bytes=fields.whole("cache_bytes"),
                embeds=fields.flag("embeds"),
            )
        case "generate":
            return Generate(id=fields.whole("id"), request=read_request(fields.inner("request")))
        case "count":
            request = read_request(fields.inner("request"))
            if not isinstance(request, ChatRequest):
                raise ProtocolError("a count of no conversation")
            return Count(id=fields.whole("id"), request=request)
        case "embed":
            return Embed(id=fields.whole("id"), texts=fields.texts("texts"))
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
    fields = Fields.parse(line)
    match fields.text("type"):
        case "hello":
            return Hello(version=fields.whole("version"), pid=fields.whole("pid"))
        case "loading":
            return Loading(fraction=fields.number("fraction"))
        case "loaded":
            return Loaded(
                context_tokens=fields.whole("context_tokens"),
                notes=tuple(note.said("text") for note in fields.items("notes")),
            )
        case "said":
            return Said(id=fields.whole("id"), event=read_event(fields.inner("event")))
        case "counted":
            return Counted(id=fields.whole("id"), tokens=fields.whole("tokens"))
        case "embedded":
            return Embedded(id=fields.whole("id"), vectors=fields.texts("vectors"), tokens=fields.whole("tokens"))
        case "failed":
            return Failed(
                id=fields.whole_or_none("id"),
                kind=fields.text("kind"),
                message=fields.said("message"),
                remedy=fields.said("remedy"),
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
                build=fields.said("build"),
                backends=fields.texts("backends"),
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
                "sequences": message.sequences,
                "batch_tokens": message.batch_tokens,
                "tensor_split": list(message.tensor_split),
                "kv_type": message.kv_type,
                "flash_attention": message.flash_attention,
                "adapters": [{"path": path, "scale": scale} for path, scale in message.adapters],
                "cache_bytes": message.cache_bytes,
                "embeds": message.embeds,
            }
        case Generate():
            return {"type": "generate", "id": message.id, "request": plain_request(message.request)}
        case Count():
            return {"type": "count", "id": message.id, "request": plain_request(message.request)}
        case Embed():
            return {"type": "embed", "id": message.id, "texts": list(message.texts)}
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
            notes = [plain_said("text", note) for note in message.notes]
            return {"type": "loaded", "context_tokens": message.context_tokens, "notes": notes}
        case Said():
            return {"type": "said", "id": message.id, "event": plain_event(message.event)}
        case Counted():
            return {"type": "counted", "id": message.id, "tokens": message.tokens}
        case Embedded():
            return {
                "type": "embedded",
                "id": message.id,
                "vectors": list(message.vectors),
                "tokens": message.tokens,
            }
        case Failed():
            return {
                "type": "failed",
                "id": message.id,
                "kind": message.kind,
                **plain_said("message", message.message),
                **plain_said("remedy", message.remedy),
                "detail": message.detail,
            }
        case Alive():
            return {"type": "alive"}
        case Logged():
            return {"type": "logged", "text": message.text}
        case Devices():
            return {
                "type": "devices",
                **plain_said("build", message.build),
                "backends": list(message.backends),
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
