"""How much a vendor may send: bounds on a whole answer, on one line of it, and on what an error is told with.

Counts what comes over the wire, below every SDK. Refuses to judge what it is: files of results have no bound here, and
are read a line at a time.
"""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx2

from app.domain.errors import MalformedReplyError
from app.domain.language import tr

ANSWER_BYTES = 64 * 1024 * 1024
LINE_BYTES = 16 * 1024 * 1024
ERROR_BYTES = 64 * 1024
_FILES = ("application/octet-stream", "application/x-ndjson", "jsonl")
_LINE_ENDS = (b"\n", b"\r")


def too_much(host: str) -> MalformedReplyError:
    """The error for more than any answer is long."""
    return MalformedReplyError(
        tr("{host!r} sent more than an answer can be long, and was stopped.", host=host),
        remedy=tr("What came is kept; check the address in Settings > Endpoints, or try again."),
    )


class BoundedTransport(httpx2.AsyncBaseTransport):
    """A transport that reads no reply without an end. Closes the one it is given."""

    def __init__(self, inner: httpx2.AsyncBaseTransport) -> None:
        self._inner = inner

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """The reply, which raises ``MalformedReplyError`` while it is read, once it is too long."""
        reply = await self._inner.handle_async_request(request)
        assert isinstance(reply.stream, httpx2.AsyncByteStream)
        kind = reply.headers.get("content-type", "")
        if reply.status_code >= 400 or not any(file in kind for file in _FILES):
            reply.stream = _Bounded(
                reply.stream,
                host=request.url.host,
                is_error=reply.status_code >= 400,
                in_lines=kind.startswith("text/event-stream"),
            )
        return reply

    async def aclose(self) -> None:
        """Close the transport below."""
        await self._inner.aclose()


class _Bounded(httpx2.AsyncByteStream):
    def __init__(self, inner: httpx2.AsyncByteStream, *, host: str, is_error: bool, in_lines: bool) -> None:
        self._inner = inner
        self._host = host
        self._is_error = is_error
        self._in_lines = in_lines

    async def __aiter__(self) -> AsyncIterator[bytes]:
        size = line = 0
        async for chunk in self._inner:
            size += len(chunk)
            if self._is_error and size > ERROR_BYTES:
                # What is wrong is said at its beginning: the status and that much are told.
                yield chunk[: len(chunk) - (size - ERROR_BYTES)]
                return
            last = max(chunk.rfind(end) for end in _LINE_ENDS)
            line = line + len(chunk) if last < 0 else len(chunk) - last - 1
            if size > ANSWER_BYTES or (self._in_lines and line > LINE_BYTES):
                raise too_much(self._host)
            yield chunk

    async def aclose(self) -> None:
        await self._inner.aclose()
