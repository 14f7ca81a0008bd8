"""A small HTTP/1.1 server for this machine alone: listens, bounds how many connect, and closes each of them.

Runs on the loop it is started on, asyncio's or qasync's. Refuses every address that is not loopback. One connection is
:mod:`app.system.http_connection`'s. No web framework stands here: those found have no limit on the time that a
request's head may take, install signal handlers, or wake the loop while nothing happens, all of which the window bars.
"""

from __future__ import annotations

import asyncio
import errno
import logging
from contextlib import suppress
from typing import TYPE_CHECKING

from app.domain.errors import UsageError
from app.domain.hosts import is_this_machine
from app.domain.language import tr
from app.domain.ports import HttpSite
from app.system.http_limits import HttpLimits

if TYPE_CHECKING:
    from app.system.http_connection import HttpConnection  # h11 is read when something is served

log = logging.getLogger(__name__)


class LoopbackHttpServer:
    """The port ``HttpServer``."""

    def __init__(self, limits: HttpLimits | None = None) -> None:
        self._limits = limits or HttpLimits()
        self._site: HttpSite | None = None
        self._server: asyncio.Server | None = None
        self._connections: dict[asyncio.Task[None], HttpConnection] = {}

    async def start(self, site: HttpSite, *, host: str, port: int) -> int:
        """Listen, and return the port. Raises ``UsageError`` for a host elsewhere and for a port that is not free."""
        if not is_this_machine(host) or host.endswith(".localhost"):
            raise UsageError(
                tr("{host} is not an address of this machine alone.", host=repr(host)),
                remedy=tr("Baton serves programs on the same machine: leave --host out, or give 127.0.0.1 or ::1."),
            )
        if self._server is not None:
            raise UsageError(tr("Something is served already."), remedy=tr("Stop it first."))
        self._site = site
        address = "127.0.0.1" if host == "localhost" else host
        try:
            self._server = await asyncio.start_server(self._connected, address, port)
        except (OSError, OverflowError) as error:
            raise _cannot_listen(error, address, port) from error
        chosen: int = self._server.sockets[0].getsockname()[1]
        return chosen

    async def stop(self) -> None:
        """Listen no longer and end every connection, with the answers that run in them."""
        server, self._server = self._server, None
        if server is not None:
            server.close()
        while self._connections:
            for task in self._connections:
                task.cancel()
            await asyncio.wait(self._connections)
        if server is not None:
            await server.wait_closed()

    def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        assert self._site is not None
        if self._server is None:
            writer.transport.abort()
            return
        from app.system.http_connection import HttpConnection

        connection = HttpConnection(self._site, reader, writer, self._limits)
        full = len(self._connections) >= self._limits.connections and not self._end_an_idle_one()
        # A coroutine of our own, not of the stream's: here the task is held, and its end is seen.
        work = connection.turn_away() if full else connection.run()
        task = asyncio.get_running_loop().create_task(work, name="HTTP connection")
        self._connections[task] = connection
        task.add_done_callback(self._ended)

    def _end_an_idle_one(self) -> bool:
        """Make room: a program's kept connection is opened again at no cost, a new program's request is not."""
        for task, connection in self._connections.items():
            if connection.is_idle:
                task.cancel()
                return True
        return False

    def _ended(self, task: asyncio.Task[None]) -> None:
        del self._connections[task]
        with suppress(asyncio.CancelledError):
            if (fault := task.exception()) is not None:
                log.error("an HTTP connection failed", exc_info=fault)


def _cannot_listen(error: OSError | OverflowError, address: str, port: int) -> UsageError:
    if isinstance(error, OverflowError):
        return UsageError(
            tr("{port} is no port.", port=port), remedy=tr("Choose one from 1024 to 65535, or 0 for any that is free.")
        )
    match error.errno:
        case errno.EADDRINUSE:
            return UsageError(
                tr("Port {port} is in use by another program.", port=port),
                remedy=tr("Choose another port, or 0 for any that is free."),
            )
        case errno.EACCES:
            return UsageError(
                tr("Port {port} may not be used by this account.", port=port),
                remedy=tr("Choose one above 1023, or 0 for any free one."),
            )
        case _:
            return UsageError(
                tr(
                    "Baton cannot listen at {address}, port {port}: {why}.",
                    address=address,
                    port=port,
                    why=error.strerror,
                ),
                remedy=tr("Choose another."),
            )
