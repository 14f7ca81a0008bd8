"""The server for this machine: limits on time and size, and clients that go away; over real sockets."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field

import pytest

from app.domain.errors import UsageError
from app.domain.serving import HttpAnswer, HttpHead
from app.system.http_limits import HttpLimits
from app.system.http_server import LoopbackHttpServer

PLAIN = b"GET /plain HTTP/1.1\r\nHost: x\r\n\r\n"


@dataclass
class Site:
    """Answers by path; ``/endless`` are pieces until nobody reads."""

    bodies: list[bytes] = field(default_factory=list)
    released: asyncio.Event = field(default_factory=asyncio.Event)
    cancelled: asyncio.Event = field(default_factory=asyncio.Event)
    begun: asyncio.Event = field(default_factory=asyncio.Event)

    def refusal(self, head: HttpHead) -> HttpAnswer | None:
        return self.fault(401, "no") if head.path == "/closed" else None

    async def answer(self, head: HttpHead, body: bytes) -> HttpAnswer:
        self.bodies.append(body)
        self.begun.set()
        match head.path:
            case "/endless":
                return HttpAnswer(status=200, body=self._endless(), done=self._done)
            case "/breaks":
                raise ZeroDivisionError
            case "/breaks-late":
                return HttpAnswer(status=200, body=self._breaking(), done=self._done)
            case "/hangs":
                try:
                    await asyncio.Event().wait()
                finally:
                    self.cancelled.set()
        return HttpAnswer(status=200, body=b"plain")

    def fault(self, status: int, message: str) -> HttpAnswer:
        return HttpAnswer(status=status, body=message.encode())

    async def _endless(self) -> AsyncGenerator[bytes]:
        while True:
            yield b"piece " * 1000

    async def _breaking(self) -> AsyncGenerator[bytes]:
        yield b"begun"
        raise ZeroDivisionError

    async def _done(self) -> None:
        self.released.set()


@dataclass
class Client:
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    async def send(self, data: bytes) -> Client:
        self.writer.write(data)
        await self.writer.drain()
        return self

    async def rest(self) -> bytes:
        """Everything until the server closes."""
        async with asyncio.timeout(20):
            try:
                return await self.reader.read()
            except ConnectionResetError:
                return b""


Connect = Callable[..., Awaitable[Client]]


@pytest.fixture
def site() -> Site:
    return Site()


@pytest.fixture
async def connect(site: Site) -> AsyncIterator[Connect]:
    """Connects to a server with the limits that the first call names."""
    servers: dict[HttpLimits, tuple[LoopbackHttpServer, int]] = {}
    clients: list[Client] = []

    async def connected(**limits: float) -> Client:
        wanted = HttpLimits(**limits)
        if wanted not in servers:
            server = LoopbackHttpServer(wanted)
            servers[wanted] = (server, await server.start(site, host="127.0.0.1", port=0))
        client = Client(*await asyncio.open_connection("127.0.0.1", servers[wanted][1]))
        clients.append(client)
        return client

    yield connected
    for server, _ in servers.values():
        await server.stop()
    for client in clients:
        client.writer.close()


async def test_half_a_head_is_waited_for_no_longer_than_the_limit(connect: Connect) -> None:
    client = await connect(head_s=0.05)
    await client.send(b"POST /plain HTTP/1.1\r\nHost:")
    assert (await client.rest()).startswith(b"HTTP/1.1 408 ")


async def test_bytes_that_drip_do_not_prolong_the_head(connect: Connect) -> None:
    client = await connect(head_s=0.2)

    async def drip() -> None:
        for byte in b"POST /plain HTTP/1.1\r\nX: " + b"a" * 10_000:
            await client.send(bytes([byte]))
            await asyncio.sleep(0.005)

    dripping = asyncio.ensure_future(drip())
    assert (await client.rest()).startswith(b"HTTP/1.1 408 ")
    dripping.cancel()
    await asyncio.wait([dripping])
    if not dripping.cancelled():
        dripping.exception()


async def test_half_a_body_is_waited_for_no_longer_than_the_limit(connect: Connect) -> None:
    client = await connect(body_s=0.05)
    await client.send(b"POST /plain HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf")
    assert (await client.rest()).startswith(b"HTTP/1.1 408 ")


async def test_a_kept_connection_that_asks_nothing_is_closed_without_a_word(connect: Connect) -> None:
    client = await connect(idle_s=0.05)
    await client.send(PLAIN)
    answer = await client.rest()
    assert answer.count(b"HTTP/1.1") == 1
    assert answer.endswith(b"plain")


async def test_a_body_beyond_the_limit_is_refused_announced_or_not(connect: Connect, site: Site) -> None:
    announced = await connect(body_bytes=10)
    await announced.send(b"POST /plain HTTP/1.1\r\nHost: x\r\nContent-Length: 11\r\n\r\n")
    announced.writer.write_eof()
    assert (await announced.rest()).startswith(b"HTTP/1.1 413 ")
    chunked = await connect(body_bytes=10)
    await chunked.send(b"POST /plain HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nb\r\nhello world\r\n")
    chunked.writer.write_eof()
    assert (await chunked.rest()).startswith(b"HTTP/1.1 413 ")
    just = await connect(body_bytes=10)
    await just.send(b"POST /plain HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\nConnection: close\r\n\r\n0123456789")
    assert (await just.rest()).startswith(b"HTTP/1.1 200 ")
    assert site.bodies == [b"0123456789"]


async def test_a_refused_request_is_refused_before_its_body_is_read(connect: Connect, site: Site) -> None:
    client = await connect()
    await client.send(b"POST /closed HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n")
    assert (await client.reader.readline()).startswith(b"HTTP/1.1 401 ")
    await client.send(b"x" * 1_000_000)  # who sends all the same gets to read the answer
    client.writer.write_eof()
    assert (await client.rest()).endswith(b"no")
    assert site.bodies == []


async def test_beyond_the_most_connections_an_idle_one_makes_room_and_busy_ones_do_not(
    connect: Connect, site: Site
) -> None:
    limits = {"connections": 2}
    idle, busy = await connect(**limits), await connect(**limits)
    await idle.send(PLAIN)
    assert (await idle.reader.readuntil(b"plain")).startswith(b"HTTP/1.1 200 ")
    site.begun.clear()
    await busy.send(PLAIN.replace(b"/plain", b"/hangs"))
    await site.begun.wait()
    third = await connect(**limits)
    assert await idle.rest() == b"", "it made room"
    site.begun.clear()
    await third.send(PLAIN.replace(b"/plain", b"/hangs"))
    await site.begun.wait()
    fourth = await connect(**limits)
    fourth.writer.write_eof()
    assert (await fourth.rest()).startswith(b"HTTP/1.1 503 ")


async def test_who_leaves_cancels_the_answer_that_is_being_made(connect: Connect, site: Site) -> None:
    client = await connect()
    await client.send(PLAIN.replace(b"/plain", b"/hangs"))
    await site.begun.wait()
    client.writer.close()
    async with asyncio.timeout(20):
        await site.cancelled.wait()


async def test_who_leaves_in_the_middle_of_a_stream_releases_it(connect: Connect, site: Site) -> None:
    client = await connect()
    await client.send(PLAIN.replace(b"/plain", b"/endless"))
    assert await client.reader.readexactly(1000)
    client.writer.close()
    async with asyncio.timeout(20):
        await site.released.wait()


async def test_who_does_not_read_is_given_up(connect: Connect, site: Site) -> None:
    client = await connect(write_s=0.1)
    client.writer.transport.pause_reading()
    client.writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    await client.send(PLAIN.replace(b"/plain", b"/endless"))
    async with asyncio.timeout(20):
        await site.released.wait()


async def test_a_defect_is_told_and_one_in_a_stream_cuts_it_so_that_it_looks_cut(
    connect: Connect, site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    client = await connect()
    await client.send(PLAIN.replace(b"/plain", b"/breaks"))
    assert (await client.reader.readuntil(b"details.")).startswith(b"HTTP/1.1 500 ")
    late = await connect()
    await late.send(PLAIN.replace(b"/plain", b"/breaks-late"))
    answer = await late.rest()
    assert not answer.endswith(b"0\r\n\r\n")
    assert site.released.is_set()
    assert "ZeroDivisionError" in caplog.text


async def test_stopping_ends_what_runs_and_frees_the_port(site: Site) -> None:
    server = LoopbackHttpServer()
    port = await server.start(site, host="127.0.0.1", port=0)
    _, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(PLAIN.replace(b"/plain", b"/hangs"))
    await site.begun.wait()
    with pytest.raises(UsageError, match="served already"):
        await server.start(site, host="127.0.0.1", port=0)
    await server.stop()
    await server.stop()
    assert site.cancelled.is_set()
    writer.close()
    with pytest.raises(OSError, match=r"."):
        await asyncio.open_connection("127.0.0.1", port)
    assert await server.start(site, host="127.0.0.1", port=port) == port
    await server.stop()


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.0.1", "example.com", "x.localhost", ""])
async def test_no_address_but_loopback_is_listened_at(site: Site, host: str) -> None:
    with pytest.raises(UsageError):
        await LoopbackHttpServer().start(site, host=host, port=0)


async def test_the_sixth_version_of_the_loopback_address_is_listened_at(site: Site) -> None:
    server = LoopbackHttpServer()
    port = await server.start(site, host="::1", port=0)
    reader, writer = await asyncio.open_connection("::1", port)
    writer.write(PLAIN)
    assert (await reader.readuntil(b"plain")).startswith(b"HTTP/1.1 200 ")
    writer.close()
    await server.stop()
