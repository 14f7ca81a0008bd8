"""The server itself: what comes in, what is scripted for it, and every way in which a reply may go wrong."""

from __future__ import annotations

import contextlib
import json
import select
import socket
import ssl
import tempfile
import threading
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Self
from urllib.parse import parse_qs

from tests.bedrock_frames import KINDS, STREAM_TYPE, event_frame
from tests.vendor_servers.anthropic import messages_events
from tests.vendor_servers.batches import Batches, multipart
from tests.vendor_servers.bedrock import converse_events
from tests.vendor_servers.openai import chat_events, responses_events
from tests.vendor_servers.script import Answer, Beat, Failure, Raw, Reply, Say, Step, Wait
from tests.vendor_servers.tls import self_signed


@dataclass(frozen=True)
class Received:
    """A request as it came in; header names in lower case."""

    method: str
    path: str
    headers: dict[str, str]
    body: Any


class VendorServer:
    """The server; starts on entering, on a free port of loopback, and ends every connection on leaving.

    ``keys``: keys that are accepted (any, and none, if not given). ``models``: entries for ``/v1/models``; an entry
    without ``type`` gets what each vendor's list has. ``tls``: serve https with a certificate nobody signed, whose file
    is :attr:`certificate`.
    """

    def __init__(
        self,
        *,
        keys: Sequence[str] | None = None,
        models: Sequence[dict[str, Any]] = ({"id": "test-model"},),
        tls: bool = False,
    ) -> None:
        self.keys = None if keys is None else set(keys)
        self.models: list[dict[str, Any]] = list(models)
        self.list_reply: Failure | None = None
        """Answers every request for the list of models, if given."""
        self.list_pages: dict[str, dict[str, Any]] | None = None
        """Pages of the list of models by the ``after_id`` that asks for them (empty for the first), if given."""
        self.bedrock_lists: dict[str, dict[str, Any]] = {}
        """Bedrock's lists by path (``/foundation-models``, ``/inference-profiles``)."""
        self.requests: list[Received] = []
        self.count: int | Failure = 42
        """What the vendors' counters of tokens answer."""
        self.batches = Batches(self._scripted)
        self.connections = 0
        """How many connections were ever made."""
        self.certificate: Path | None = None
        self.gone = threading.Event()
        """Set once a client left before its answer was whole."""
        self.waiting = threading.Event()
        """Set while an answer stands at a :class:`Wait`."""
        self._replies: list[Reply] = []
        self._lock = threading.Lock()
        self._go_on = threading.Event()
        self._stopping = threading.Event()
        self._tls = tls
        self._stack = contextlib.ExitStack()
        self._server = _Server(("127.0.0.1", 0), _handler(self))
        self._server.on_connection = self._count_connection
        self._server.daemon_threads = False

    @property
    def url(self) -> str:
        """The root, as Anthropic's SDK wants it."""
        return f"{'https' if self._tls else 'http'}://127.0.0.1:{self._server.server_address[1]}"

    @property
    def openai_url(self) -> str:
        """The address with ``/v1``, as OpenAI's SDK wants it."""
        return f"{self.url}/v1"

    def script(self, *replies: Reply) -> Self:
        """Add replies, one for each request to come (model lists are not scripted)."""
        with self._lock:
            self._replies += replies
        return self

    def go_on(self) -> None:
        """Let an answer that waits, or comes to wait, go on."""
        self._go_on.set()

    @property
    def chats(self) -> list[Received]:
        """The requests for an answer, without those for the list of models."""
        return [request for request in self.requests if request.method == "POST"]

    def __enter__(self) -> Self:
        if self._tls:
            folder = Path(self._stack.enter_context(tempfile.TemporaryDirectory()))
            self.certificate, key = self_signed(folder)
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(self.certificate, key)
            self._server.socket = context.wrap_socket(
                self._server.socket, server_side=True, do_handshake_on_connect=False
            )
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopping.set()
        self._go_on.set()
        self._server.shutdown()
        self._server.end_connections()
        self._server.server_close()
        self._thread.join()
        self._stack.close()

    def _count_connection(self) -> None:
        self.connections += 1

    def _next(self, path: str, body: Any) -> Reply:
        return self._scripted() or Answer(Say(f"You said: {_last_said(path, body)}"))

    def _scripted(self) -> Reply | None:
        with self._lock:
            return self._replies.pop(0) if self._replies else None

    def _hold(self, connection: socket.socket) -> bool:
        """Stand still until told to go on; false where the client is gone first."""
        self.waiting.set()
        try:
            while not self._go_on.is_set():
                readable, _, _ = select.select([connection], [], [], 0.02)
                if readable and not _alive(connection):
                    return False
            self._go_on.clear()
            return not self._stopping.is_set()
        finally:
            self.waiting.clear()


class _Server(ThreadingHTTPServer):
    allow_reuse_address = True
    on_connection: Callable[[], None]

    def __init__(self, *arguments: Any) -> None:
        self._connections: set[socket.socket] = set()
        super().__init__(*arguments)

    def process_request(self, request: Any, client_address: Any) -> None:
        self._connections.add(request)
        self.on_connection()
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self._connections.discard(request)
        super().shutdown_request(request)

    def end_connections(self) -> None:
        for connection in list(self._connections):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that leaves, or does not trust the certificate, is part of the play."""


def _handler(owner: VendorServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def log_message(self, *_: Any) -> None:
            pass

        def do_GET(self) -> None:
            self._record(None)
            if self._refused():
                return
            path, _, query = self.path.partition("?")
            if owner.list_reply is not None:
                self._fail(owner.list_reply)
            elif path in owner.bedrock_lists:
                self._send_json(200, owner.bedrock_lists[path])
            elif path.endswith("/models") and owner.list_pages is not None:
                after = parse_qs(query).get("after_id", [""])[0]
                self._send_json(200, owner.list_pages[after])
            elif path.endswith("/models"):
                self._send_json(200, _model_list(owner.models))
            elif not self._batches(None):
                self._fail(Failure(404, "No such page."))

        def do_DELETE(self) -> None:
            self._record(None)
            if not self._refused() and not self._batches(None):
                self._fail(Failure(404, "No such page."))

        def do_POST(self) -> None:
            raw = self.rfile.read(int(self.headers.get("content-length", 0)))
            kind = self.headers.get("content-type", "")
            body = multipart(kind, raw) if kind.startswith("multipart/") else json.loads(raw or b"null")
            self._record(body)
            if self._refused() or self._batches(body):
                return
            if self.path.endswith(("/count_tokens", "/input_tokens", "/count-tokens")):
                self._count()
                return
            reply = owner._next(self.path, body)
            match reply:
                case Failure():
                    self._fail(reply)
                case Raw():
                    self._stream(iter(reply.chunks), reply.content_type, reply.status, reply.headers)
                case Answer():
                    headers = {**reply.headers, **({"content-encoding": "gzip"} if reply.gzip else {})}
                    pieces = self._pieces(reply, body)
                    kind = STREAM_TYPE if self.path.endswith("/converse-stream") else "text/event-stream"
                    self._stream(_packed(pieces) if reply.gzip else pieces, kind, 200, headers)

        def _count(self) -> None:
            if isinstance(owner.count, Failure):
                self._fail(owner.count)
            else:
                self._send_json(
                    200, {"object": "response.input_tokens", "input_tokens": owner.count, "inputTokens": owner.count}
                )

        def _batches(self, body: Any) -> bool:
            match owner.batches.answer(self.command, self.path, body):
                case None:
                    return False
                case bytes() as content:
                    self._send(200, content, "application/x-jsonl", {})
                case _ if owner.batches.loses_the_reply and self.command == "POST" and owner.batches.all:
                    self.close_connection = True
                case status, value:
                    self._send_json(status, value)
            return True

        def _record(self, body: Any) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            owner.requests.append(Received(self.command, self.path, headers, body))

        def _refused(self) -> bool:
            key = self.headers.get("x-api-key") or self.headers.get("authorization", "").removeprefix("Bearer ")
            if owner.keys is None or key in owner.keys:
                return False
            said = "invalid x-api-key" if "/messages" in self.path else f"Incorrect API key provided: {key}."
            self._fail(Failure(401, said, kind="authentication_error", code="invalid_api_key"))
            return True

        def _pieces(self, answer: Answer, body: Any) -> Iterator[bytes | Step]:
            encode: Callable[[Answer, str], Iterator[bytes | Step]] = _encoder(self.path)
            pending = b""
            for item in encode(answer, str(body.get("model", ""))):
                if isinstance(item, bytes) and answer.chunk_bytes is not None:
                    pending += item
                    while len(pending) >= answer.chunk_bytes:
                        yield pending[: answer.chunk_bytes]
                        pending = pending[answer.chunk_bytes :]
                else:
                    if pending:
                        yield pending
                        pending = b""
                    yield item
            if pending:
                yield pending
            if answer.after is not None:
                yield answer.after

        def _stream(
            self, pieces: Iterator[bytes | Step], content_type: str, status: int, headers: Mapping[str, str]
        ) -> None:
            self.send_response_only(status)
            named = {"date": self.date_time_string(), "content-type": content_type, **headers}
            for name, value in named.items():
                self.send_header(name, value)
            self.send_header("transfer-encoding", "chunked")
            self.end_headers()
            try:
                for piece in pieces:
                    match piece:
                        case bytes():
                            self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
                            self.wfile.flush()
                        case Wait() if owner._hold(self.connection):
                            pass
                        case Beat():
                            self._beat()
                            return
                        case Wait():
                            owner.gone.set()
                            self.close_connection = True
                            return
                        case _:  # Cut: without the last chunk, the client knows that something is missing
                            self.close_connection = True
                            return
                self.wfile.write(b"0\r\n\r\n")
            except OSError:
                owner.gone.set()
                self.close_connection = True

        def _beat(self) -> None:
            """Say nothing, often, until the client is gone (which the next write tells) or the server stops."""
            beats = next(beats for part, beats in _BEATS.items() if part in self.path)
            while not owner._stopping.wait(0.02):
                for beat in beats:
                    self.wfile.write(b"%x\r\n%s\r\n" % (len(beat), beat))
                self.wfile.flush()
            self.close_connection = True

        def _fail(self, failure: Failure) -> None:
            headers = dict(failure.headers)
            if failure.retry_after is not None:
                headers["retry-after"] = failure.retry_after
            if failure.body is not None:
                kind = "application/json" if failure.body.startswith(b"{") else "text/html"
                self._send(failure.status, failure.body, kind, headers)
                return
            if "/model/" in self.path or self.path in owner.bedrock_lists:
                if failure.kind or failure.status in KINDS:
                    headers["x-amzn-errortype"] = f"{failure.kind or KINDS[failure.status]}:"
                self._send(
                    failure.status, json.dumps({"message": failure.message}).encode(), "application/json", headers
                )
                return
            kind = failure.kind or _KINDS.get(failure.status, "invalid_request_error")
            if "/messages" in self.path:
                shape: Any = {"type": "error", "error": {"type": kind, "message": failure.message}}
            else:
                shape = {"error": {"message": failure.message, "type": kind, "param": None, "code": failure.code}}
            self._send(failure.status, json.dumps(shape).encode(), "application/json", headers)

        def _send_json(self, status: int, value: Any) -> None:
            self._send(status, json.dumps(value).encode(), "application/json", {})

        def _send(self, status: int, body: bytes, content_type: str, headers: dict[str, str]) -> None:
            self.send_response(status)
            for name, value in {"content-type": content_type, "content-length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

    return Handler


_BEATS = {
    "/messages": (b": keep-alive\n\n", b'event: ping\ndata: {"type": "ping"}\n\n'),
    "/converse-stream": (event_frame("messageStart", {"role": "assistant"}),),
    "": (b": OPENROUTER PROCESSING\n\n", b'data: {"choices": [{"index": 0, "delta": {"content": ""}}]}\n\n'),
}
"""Signs of life that vendors and proxies send."""
_KINDS = {
    401: "authentication_error",
    403: "permission_error",
    404: "not_found_error",
    413: "request_too_large",
    429: "rate_limit_error",
    500: "api_error",
    529: "overloaded_error",
}


def _encoder(path: str) -> Callable[[Answer, str], Iterator[bytes | Step]]:
    if path.endswith("/messages"):
        return messages_events
    if path.endswith("/converse-stream"):
        return converse_events
    return responses_events if path.endswith("/responses") else chat_events


def _packed(pieces: Iterator[bytes | Step]) -> Iterator[bytes | Step]:
    packer = zlib.compressobj(wbits=31)
    for piece in pieces:
        yield packer.compress(piece) + packer.flush(zlib.Z_SYNC_FLUSH) if isinstance(piece, bytes) else piece
    yield packer.flush()


def _model_list(models: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """One list that satisfies all three vendors' SDKs."""
    data = [
        {"object": "model", "type": "model", "created": 1, "owned_by": "test", "display_name": entry["id"], **entry}
        for entry in models
    ]
    return {"object": "list", "data": data, "has_more": False, "last_id": data[-1]["id"] if data else None}


def _last_said(path: str, body: Any) -> str:
    turns = body.get("input" if path.endswith("/responses") else "messages") or []
    content = turns[-1].get("content", "") if turns and isinstance(turns[-1], dict) else ""
    if isinstance(content, str):
        return content
    return " ".join(filter(None, (str(part.get("text", part.get("content", ""))) for part in content)))


def _alive(connection: socket.socket) -> bool:
    try:
        if isinstance(connection, ssl.SSLSocket):
            return bool(connection.pending()) or bool(connection.recv(1))
        return bool(connection.recv(1, socket.MSG_PEEK))
    except OSError:
        return False
