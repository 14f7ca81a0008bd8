"""Serving over HTTP, and files of lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from app.domain.serving import HttpAnswer, HttpHead


class HttpSite(Protocol):
    """What an HTTP server serves. Never raises a ``BatonError``: a failure is an answer too."""

    def refusal(self, head: HttpHead) -> HttpAnswer | None:
        """Why a request is not taken, told by its head alone; its body is then not read."""
        ...

    async def answer(self, head: HttpHead, body: bytes) -> HttpAnswer:
        """Answer a request. Cancelled where nobody waits for the answer any more."""
        ...

    def fault(self, status: int, message: str) -> HttpAnswer:
        """What the server itself has to say: a request that makes no sense, one too large, too many at once."""
        ...


class HttpServer(Protocol):
    """Serves one site on this machine alone, on the loop it was started on."""

    async def start(self, site: HttpSite, *, host: str, port: int) -> int:
        """Listen, and return the port (``port`` 0 takes a free one). Raises ``UsageError``."""
        ...

    async def stop(self) -> None:
        """Listen no longer, and cancel what is being answered. Safe to call twice."""
        ...


class ResultFile(Protocol):
    """Lines that are kept as they come. Blocking."""

    def earlier(self) -> Iterator[bytes]:
        """The whole lines that were there when the file was opened; once, before the first :meth:`append`."""
        ...

    def append(self, line: bytes) -> None:
        """Write a line, its newline included. It then outlives the process, and a second later the machine.

        Raises ``DiskFullError`` and ``StorageError``; what was written of the line is then taken back.
        """
        ...

    def close(self) -> None:
        """Put everything on disk. Safe to call twice."""
        ...


class LineFiles(Protocol):
    """Files of lines, and the standard streams, called ``-``. Blocking. Raises ``UsageError`` and ``StorageError``.

    Beside a file of results may lie a note: what must be known to go on with it. It is whole or not there.
    """

    def count(self, path: str) -> int | None:
        """How many lines are not blank, or ``None`` where that cannot be told in advance."""
        ...

    def lines(self, path: str) -> Iterator[bytes | None]:
        """The lines without their ends; ``None`` for one that is longer than a line may be."""
        ...

    def results(self, path: str, *, resume: bool) -> ResultFile:
        """Open a file for results. One that holds something is taken with ``resume`` only."""
        ...

    def note(self, path: str) -> bytes | None:
        """The note beside the results at ``path``, if there is one."""
        ...

    def write_note(self, path: str, note: bytes | None) -> None:
        """Keep a note beside the results at ``path``, or take it away; what returned outlives the machine."""
        ...
