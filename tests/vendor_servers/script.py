"""What a vendor's server is told to answer: answers of steps, failures, and bytes as they are."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Say:
    """Text, streamed in pieces of about ``piece`` characters."""

    text: str
    piece: int = 5


@dataclass(frozen=True)
class Think:
    """Visible thinking; ``signature`` is Anthropic's, and the encrypted content of OpenAI's. ``redacted``: hidden."""

    text: str = ""
    signature: str = "c2lnbmVk"
    redacted: bool = False


@dataclass(frozen=True)
class CallTool:
    """A tool call, its arguments streamed in pieces."""

    name: str
    arguments: dict[str, Any] | str
    call_id: str = "call_1"

    @property
    def written(self) -> str:
        """The arguments as the model writes them; a text stands as it is, JSON or not."""
        return self.arguments if isinstance(self.arguments, str) else json.dumps(self.arguments)


@dataclass(frozen=True, init=False)
class CallTogether:
    """Several tool calls whose pieces come in turns."""

    calls: tuple[CallTool, ...]

    def __init__(self, *calls: CallTool) -> None:
        object.__setattr__(self, "calls", calls)


@dataclass(frozen=True)
class Beat:
    """Signs of life without a word, as vendors and proxies send them, until the client is gone."""


@dataclass(frozen=True)
class Wait:
    """The answer stops here until :meth:`VendorServer.go_on` or until the client is gone."""


@dataclass(frozen=True)
class Cut:
    """The connection breaks here, in the middle of the stream."""


@dataclass(frozen=True)
class Garble:
    """One event here is no JSON."""


@dataclass(frozen=True)
class FailNow:
    """An error event amid the stream, as vendors send it when they are overloaded."""

    kind: str = "overloaded_error"
    message: str = "Overloaded"


Step = Say | Think | CallTool | CallTogether | Wait | Beat | Cut | Garble | FailNow


@dataclass(frozen=True, init=False)
class Answer:
    """A streamed answer. ``chunk_bytes`` cuts the stream into pieces of that size, wherever that falls.

    ``finish`` is the vendor-neutral reason: stop, length, tools (by itself where a tool is called), filtered, pause.
    ``counts``: whether usage is told. ``headers`` go with it; ``gzip``: the stream is compressed. ``after`` comes
    once all is said.
    """

    steps: tuple[Step, ...]
    finish: str = ""
    input_tokens: int = 12
    output_tokens: int = 7
    cached_tokens: int = 0
    written_tokens: int = 0
    reasoning_tokens: int = 0
    chunk_bytes: int | None = None
    counts: bool = True
    headers: Mapping[str, str] = field(default_factory=dict)
    gzip: bool = False
    after: Step | None = None

    def __init__(self, *steps: Step | str, **more: Any) -> None:
        object.__setattr__(self, "steps", tuple(Say(step) if isinstance(step, str) else step for step in steps))
        object.__setattr__(self, "headers", {})
        for name, value in more.items():
            object.__setattr__(self, name, value)

    @property
    def reason(self) -> str:
        """The reason to give at the end."""
        calls = any(isinstance(step, (CallTool, CallTogether)) for step in self.steps)
        return self.finish or ("tools" if calls else "stop")


@dataclass(frozen=True)
class Failure:
    """An error reply. Without ``body`` it is shaped as the vendor asked would shape it."""

    status: int
    message: str = "It did not work."
    kind: str = ""
    code: str | None = None
    retry_after: str | None = None
    body: bytes | None = None
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Raw:
    """Bytes as they are, sent in the chunks given."""

    chunks: Sequence[bytes]
    content_type: str = "text/event-stream"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


Reply = Answer | Failure | Raw


def event(data: Any, name: str | None = None) -> bytes:
    """One server-sent event."""
    head = f"event: {name}\n" if name else ""
    return f"{head}data: {json.dumps(data, ensure_ascii=False)}\n\n".encode()


def cut_up(text: str, size: int) -> Iterator[str]:
    """``text`` in pieces of ``size`` characters."""
    for start in range(0, len(text), size):
        yield text[start : start + size]


def in_turns(calls: Sequence[CallTool], size: int) -> Iterator[tuple[int, str]]:
    """The arguments' pieces of several calls, one of each in turn, with the call's place."""
    rest = [list(cut_up(call.written, size)) for call in calls]
    while any(rest):
        for place, pieces in enumerate(rest):
            if pieces:
                yield place, pieces.pop(0)
