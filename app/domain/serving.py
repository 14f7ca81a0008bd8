"""What passes between an HTTP server and what it serves, and how serving stands. Speaks no protocol itself."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class HttpHead:
    """A request without its body. ``path`` has no query; header names are in small letters, one value each."""

    method: str
    path: str
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class HttpAnswer:
    """What is sent back: bytes as a whole, or pieces as they come.

    Whoever takes an answer awaits ``done`` once, whatever becomes of it: it ends the work that makes the pieces.
    """

    status: int
    body: bytes | AsyncGenerator[bytes]
    headers: Mapping[str, str] = field(default_factory=dict)
    done: Callable[[], Awaitable[None]] | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ServedAnswer:
    """An answer that another program waits for now. ``what`` is ``chat``, ``completion`` or ``embeddings``."""

    number: int
    what: str
    model: str
    program: str  # as it calls itself
    began: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class ServingState:
    """Whether local models are offered to other programs, and what is done for them now.

    ``url`` is the address that programs are given, or empty where nothing is served. ``only``: the one model offered,
    or ``None`` for all. ``asked``: how many answers were asked for since it began.
    """

    url: str = ""
    port: int = 0
    only: str | None = None
    running: tuple[ServedAnswer, ...] = ()
    asked: int = 0

    @property
    def is_on(self) -> bool:
        """Whether other programs can ask now."""
        return bool(self.url)
