"""One HTTP/1.1 connection: reads requests within limits, has the site answer them, and writes the answers as they come.

The protocol itself is h11's. A program that goes away in the middle cancels its answer; one that sends half a request,
or does not read its answer, is waited for no longer than the limits say.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from contextlib import aclosing

import h11

from app.domain.ports import HttpSite
from app.domain.serving import HttpAnswer, HttpHead
from app.system.http_limits import HttpLimits

log = logging.getLogger(__name__)

_BLOCK_BYTES = 65_536
_MOST_IN_ADVANCE = 262_144  # bytes of a next request that may come while one is answered
_MOST_DISCARDED = 64 << 20  # bytes of a refused body that are read, so that its sender gets to read why


class _Gone(Exception):  # noqa: N818  # a turn of events, not an error
    """The program is no longer there."""


class HttpConnection:
    """A connection from its opening to its end; :meth:`run` once, or :meth:`turn_away`."""

    def __init__(
        self, site: HttpSite, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, limits: HttpLimits
    ) -> None:
        self._site = site
        self._reader = reader
        self._writer = writer
        self._limits = limits
        self._h11 = h11.Connection(h11.SERVER, max_incomplete_event_size=limits.head_bytes)
        self._is_first = True
        self.is_idle = False
        """Whether it waits for a next request, of which nothing has come yet."""

    async def run(self) -> None:
        """Answer requests until either side closes the connection."""
        try:
            while await self._exchange():
                self._is_first = False
        except (_Gone, OSError):
            pass
        finally:
            await self._close()

    async def turn_away(self) -> None:
        """Say that too many programs are connected, and close."""
        try:
            with contextlib.suppress(_Gone, OSError):
                await self._refuse(self._site.fault(503, "Too many programs are connected. Try again in a moment."))
        finally:
            await self._close()

    async def _exchange(self) -> bool:
        """One request and its answer; whether another may follow."""
        try:
            head = await self._read_head()
            if head is None:
                return False
            refusal = self._site.refusal(head)
            if refusal is None and _length(head) > self._limits.body_bytes:
                refusal = self._too_large()
            if refusal is not None:
                await self._refuse(refusal)
                return False
            body = await self._read_body()
        except TimeoutError:
            await self._refuse(self._site.fault(408, "The request did not come in time."))
            return False
        except h11.RemoteProtocolError as error:
            await self._refuse(self._site.fault(error.error_status_hint, f"This is no HTTP request: {error}."))
            return False
        if body is None:
            await self._refuse(self._too_large())
            return False
        await self._answer(head, body)
        if self._h11.our_state is not h11.DONE or self._h11.their_state is not h11.DONE:
            return False
        self._h11.start_next_cycle()
        return True

    async def _read_head(self) -> HttpHead | None:
        if not self._is_first and not self._h11.trailing_data[0]:
            self.is_idle = True
            try:
                async with asyncio.timeout(self._limits.idle_s):
                    await self._receive()
            except TimeoutError:
                return None
            finally:
                self.is_idle = False
        async with asyncio.timeout(self._limits.head_s):
            event = await self._event()
        match event:
            case h11.Request():
                return _head(event)
            case _:  # closed between two requests
                return None

    async def _read_body(self) -> bytes | None:
        """The whole body, or ``None`` for one that is too large."""
        pieces: list[bytes] = []
        size = 0
        async with asyncio.timeout(self._limits.body_s):
            if self._h11.they_are_waiting_for_100_continue:
                await self._write(self._h11.send(h11.InformationalResponse(status_code=100, headers=[])))
            while True:
                match event := await self._event():
                    case h11.Data():
                        size += len(event.data)
                        if size > self._limits.body_bytes:
                            return None
                        pieces.append(bytes(event.data))
                    case h11.EndOfMessage():
                        return b"".join(pieces)
                    case _:
                        raise _Gone

    async def _event(self) -> h11.Request | h11.Data | h11.EndOfMessage | h11.ConnectionClosed:
        while True:
            event = self._h11.next_event()
            match event:
                case h11.NEED_DATA:
                    await self._receive()
                case h11.Request() | h11.Data() | h11.EndOfMessage() | h11.ConnectionClosed():
                    return event
                case _:
                    raise _Gone

    async def _receive(self) -> None:
        self._h11.receive_data(await self._reader.read(_BLOCK_BYTES))

    async def _answer(self, head: HttpHead, body: bytes) -> None:
        """Have the request answered, and stop that as soon as nobody waits for it."""
        watch = asyncio.ensure_future(self._watch())
        work = asyncio.ensure_future(self._answered(head, body))
        try:
            await asyncio.wait((watch, work), return_when=asyncio.FIRST_COMPLETED)
            if not work.done():
                raise _Gone
            work.result()
        finally:
            watch.cancel()
            work.cancel()
            await asyncio.wait((watch, work))
            if not work.cancelled():
                work.exception()  # looked at above, or of no interest to a program that is gone

    async def _answered(self, head: HttpHead, body: bytes) -> None:
        try:
            answer = await self._site.answer(head, body)
        except Exception:  # a defect of our own: the program is told, the log has the rest
            log.exception("a request for %s failed", head.path)
            answer = self._site.fault(500, "Something went wrong that Baton did not foresee; its log has the details.")
        try:
            await self._send(answer, bodiless=head.method == "HEAD")
        finally:
            if answer.done is not None:
                await answer.done()

    async def _watch(self) -> None:
        """Return once the program is gone; what it sends meanwhile is kept for the next exchange."""
        kept = 0
        with contextlib.suppress(OSError):
            while kept <= _MOST_IN_ADVANCE and (data := await self._reader.read(_BLOCK_BYTES)):
                self._h11.receive_data(data)
                kept += len(data)

    async def _send(self, answer: HttpAnswer, *, bodiless: bool = False, closes: bool = False) -> None:
        headers = [("date", _http_date()), *answer.headers.items()]
        if closes:
            headers.append(("connection", "close"))
        match answer.body:
            case bytes():
                headers.append(("content-length", str(len(answer.body))))
                whole = self._h11.send(h11.Response(status_code=answer.status, headers=headers)) or b""
                if not bodiless:
                    whole += self._h11.send(h11.Data(data=answer.body)) or b""
                await self._write(whole + (self._h11.send(h11.EndOfMessage()) or b""))
            case pieces:
                await self._write(self._h11.send(h11.Response(status_code=answer.status, headers=headers)))
                async with aclosing(pieces):
                    async for piece in pieces:
                        await self._write(self._h11.send(h11.Data(data=piece)))
                await self._write(self._h11.send(h11.EndOfMessage()))

    async def _write(self, data: bytes | None) -> None:
        self._writer.write(data or b"")
        try:
            async with asyncio.timeout(self._limits.write_s):
                await self._writer.drain()
        except TimeoutError:
            self._writer.transport.abort()
            raise _Gone from None

    async def _refuse(self, answer: HttpAnswer) -> None:
        """Send a last answer, and read what still comes, so that closing does not take the answer from its reader."""
        if self._h11.our_state not in (h11.IDLE, h11.SEND_RESPONSE):
            raise _Gone
        await self._send(answer, closes=True)
        if self._writer.can_write_eof():
            self._writer.write_eof()
        discarded = 0
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(self._limits.linger_s):
                while discarded < _MOST_DISCARDED and (data := await self._reader.read(_BLOCK_BYTES)):
                    discarded += len(data)

    def _too_large(self) -> HttpAnswer:
        return self._site.fault(
            413, f"The request is larger than the {self._limits.body_bytes >> 20} MiB that Baton takes."
        )

    async def _close(self) -> None:
        if self._h11.our_state is h11.SEND_BODY:
            # The answer was cut: closed in the ordinary way, one without a length would look whole.
            self._writer.transport.abort()
        self._writer.close()
        with contextlib.suppress(OSError, TimeoutError):
            async with asyncio.timeout(self._limits.linger_s):
                await self._writer.wait_closed()


def _head(request: h11.Request) -> HttpHead:
    headers: dict[str, str] = {}
    for name, value in request.headers:
        text = name.decode("ascii")
        # A repeated header is one list. Of those that decide over a request, such a list is nothing that is taken.
        headers[text] = f"{headers[text]}, {value.decode('latin-1')}" if text in headers else value.decode("latin-1")
    path = request.target.decode("latin-1").partition("?")[0]
    return HttpHead(method=request.method.decode("ascii"), path=path, headers=headers)


def _length(head: HttpHead) -> int:
    """What the request says of its body's length; h11 has seen to it that it is a number."""
    return int(head.headers.get("content-length", "0"))


def _http_date() -> str:
    from email.utils import formatdate

    return formatdate(usegmt=True)
