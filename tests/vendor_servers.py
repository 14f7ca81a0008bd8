"""A local HTTP server that speaks four vendors' protocols, and fails in every way they do, as told by a script.

It speaks Anthropic's Messages (``/v1/messages``), OpenAI's Chat Completions (``/v1/chat/completions``) and OpenAI's
Responses (``/v1/responses``), all streamed, and lists models (``/v1/models``); and Amazon Bedrock's Converse, in
frames (:mod:`tests.bedrock_frames`). Point a provider at it::

    with VendorServer() as server:
        server.script(Answer(Say("Hello"), CallTool("find", {"text": "buckets"})), Failure(429, retry_after="2"))
        ANTHROPIC_BASE_URL=server.url        # and ANTHROPIC_API_KEY=anything, if no ``keys`` were given
        OPENAI_BASE_URL=server.openai_url    # also the address of a compatible endpoint

Each request takes the next reply of the script; with the script used up, the server echoes the last thing said.
``server.requests`` holds what came in. An answer can be cut into pieces of any size, wait for
:meth:`VendorServer.go_on`, break off, turn malformed or end with an error event. No framework, loopback only.
"""

from __future__ import annotations

import contextlib
import datetime
import ipaddress
import json
import select
import socket
import ssl
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Self
from urllib.parse import parse_qs

from tests.bedrock_frames import KINDS, STREAM_TYPE, event_frame, exception_frame


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
    arguments: dict[str, Any]
    call_id: str = "call_1"


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


Step = Say | Think | CallTool | Wait | Cut | Garble | FailNow


@dataclass(frozen=True, init=False)
class Answer:
    """A streamed answer. ``chunk_bytes`` cuts the stream into pieces of that size, wherever that falls.

    ``finish`` is the vendor-neutral reason: stop, length, tools (by itself where a tool is called), filtered, pause.
    """

    steps: tuple[Step, ...]
    finish: str = ""
    input_tokens: int = 12
    output_tokens: int = 7
    cached_tokens: int = 0
    written_tokens: int = 0
    reasoning_tokens: int = 0
    chunk_bytes: int | None = None

    def __init__(self, *steps: Step | str, **more: Any) -> None:
        object.__setattr__(self, "steps", tuple(Say(step) if isinstance(step, str) else step for step in steps))
        for name, value in more.items():
            object.__setattr__(self, name, value)

    @property
    def reason(self) -> str:
        """The reason to give at the end."""
        return self.finish or ("tools" if any(isinstance(step, CallTool) for step in self.steps) else "stop")


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


Reply = Answer | Failure | Raw


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
            self.certificate, key = _self_signed(folder)
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

    def _next(self, path: str, body: Any) -> Reply:
        with self._lock:
            return self._replies.pop(0) if self._replies else Answer(Say(f"You said: {_last_said(path, body)}"))

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

    def __init__(self, *arguments: Any) -> None:
        self._connections: set[socket.socket] = set()
        super().__init__(*arguments)

    def process_request(self, request: Any, client_address: Any) -> None:
        self._connections.add(request)
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
            else:
                self._fail(Failure(404, "No such page."))

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers.get("content-length", 0))) or b"null")
            self._record(body)
            if self._refused():
                return
            reply = owner._next(self.path, body)
            match reply:
                case Failure():
                    self._fail(reply)
                case Raw():
                    self._stream(iter(reply.chunks), reply.content_type, reply.status)
                case Answer() if self.path.endswith("/count-tokens"):
                    self._send_json(200, {"inputTokens": reply.input_tokens})
                case Answer():
                    is_bedrock = self.path.endswith("/converse-stream")
                    self._stream(self._pieces(reply, body), STREAM_TYPE if is_bedrock else "text/event-stream", 200)

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

        def _stream(self, pieces: Iterator[bytes | Step], content_type: str, status: int) -> None:
            self.send_response(status)
            self.send_header("content-type", content_type)
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

        def _fail(self, failure: Failure) -> None:
            headers = dict(failure.headers)
            if failure.retry_after is not None:
                headers["retry-after"] = failure.retry_after
            if failure.body is not None:
                kind = "application/json" if failure.body.startswith(b"{") else "text/html"
                self._send(failure.status, failure.body, kind, headers)
                return
            if "/model/" in self.path or self.path in owner.bedrock_lists:
                headers["x-amzn-errortype"] = f"{failure.kind or KINDS.get(failure.status, 'ValidationException')}:"
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


def _event(data: Any, name: str | None = None) -> bytes:
    head = f"event: {name}\n" if name else ""
    return f"{head}data: {json.dumps(data, ensure_ascii=False)}\n\n".encode()


def _cut_up(text: str, size: int) -> Iterator[str]:
    for start in range(0, len(text), size):
        yield text[start : start + size]


def messages_events(answer: Answer, model: str) -> Iterator[bytes | Step]:
    """``answer`` as Anthropic's Messages API streams it."""

    def event(kind: str, **more: Any) -> bytes:
        return _event({"type": kind, **more}, kind)

    usage = {
        "input_tokens": answer.input_tokens - answer.cached_tokens - answer.written_tokens,
        "cache_read_input_tokens": answer.cached_tokens,
        "cache_creation_input_tokens": answer.written_tokens,
        "output_tokens": 1,
    }
    message = {"id": "msg_1", "type": "message", "role": "assistant", "model": model, "content": [], "usage": usage}
    yield event("message_start", message=message | {"stop_reason": None, "stop_sequence": None})
    yield event("ping")
    block: dict[str, object]
    for index, step in enumerate(answer.steps):
        match step:
            case Say(text=text, piece=piece):
                yield event("content_block_start", index=index, content_block={"type": "text", "text": ""})
                for part in _cut_up(text, piece):
                    yield event("content_block_delta", index=index, delta={"type": "text_delta", "text": part})
            case Think(redacted=True, signature=signature):
                block = {"type": "redacted_thinking", "data": signature}
                yield event("content_block_start", index=index, content_block=block)
            case Think(text=text, signature=signature):
                block = {"type": "thinking", "thinking": "", "signature": ""}
                yield event("content_block_start", index=index, content_block=block)
                for part in _cut_up(text, 7):
                    yield event("content_block_delta", index=index, delta={"type": "thinking_delta", "thinking": part})
                signed = {"type": "signature_delta", "signature": signature}
                yield event("content_block_delta", index=index, delta=signed)
            case CallTool(name=name, arguments=arguments, call_id=call_id):
                block = {"type": "tool_use", "id": call_id, "name": name, "input": {}}
                yield event("content_block_start", index=index, content_block=block)
                for part in _cut_up(json.dumps(arguments), 6):
                    delta = {"type": "input_json_delta", "partial_json": part}
                    yield event("content_block_delta", index=index, delta=delta)
            case Garble():
                yield b"event: content_block_delta\ndata: {this is no JSON\n\n"
                continue
            case FailNow(kind=kind, message=said):
                yield event("error", error={"type": kind, "message": said})
                return
            case _:
                yield step
                continue
        yield event("content_block_stop", index=index)
    stop = {
        "stop": "end_turn",
        "tools": "tool_use",
        "length": "max_tokens",
        "filtered": "refusal",
        "pause": "pause_turn",
        "context": "model_context_window_exceeded",
    }[answer.reason]
    final = {
        "output_tokens": answer.output_tokens,
        "output_tokens_details": {"thinking_tokens": answer.reasoning_tokens},
    }
    yield event("message_delta", delta={"stop_reason": stop, "stop_sequence": None}, usage=final)
    yield event("message_stop")


def chat_events(answer: Answer, model: str) -> Iterator[bytes | Step]:
    """``answer`` as Chat Completions streams it."""

    def chunk(delta: dict[str, Any], finish: str | None = None) -> bytes:
        choice = {"index": 0, "delta": delta, "finish_reason": finish}
        return _event(
            {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": model, "choices": [choice]}
        )

    yield chunk({"role": "assistant", "content": ""})
    calls = 0
    for step in answer.steps:
        match step:
            case Say(text=text, piece=piece):
                for part in _cut_up(text, piece):
                    yield chunk({"content": part})
            case Think(text=text):
                for part in _cut_up(text, 7):
                    yield chunk({"reasoning_content": part})
            case CallTool(name=name, arguments=arguments, call_id=call_id):
                head = {"index": calls, "id": call_id, "type": "function", "function": {"name": name, "arguments": ""}}
                yield chunk({"tool_calls": [head]})
                for part in _cut_up(json.dumps(arguments), 6):
                    yield chunk({"tool_calls": [{"index": calls, "function": {"arguments": part}}]})
                calls += 1
            case Garble():
                yield b"data: {this is no JSON\n\n"
            case FailNow(kind=kind, message=said):
                yield _event({"error": {"message": said, "type": kind, "code": None}})
                return
            case _:
                yield step
    finish = {"stop": "stop", "tools": "tool_calls", "length": "length", "filtered": "content_filter"}
    yield chunk({}, finish.get(answer.reason, "stop"))
    usage = {
        "prompt_tokens": answer.input_tokens,
        "completion_tokens": answer.output_tokens,
        "total_tokens": answer.input_tokens + answer.output_tokens,
        "prompt_tokens_details": {"cached_tokens": answer.cached_tokens, "cache_write_tokens": answer.written_tokens},
        "completion_tokens_details": {"reasoning_tokens": answer.reasoning_tokens},
    }
    yield _event({"id": "c1", "object": "chat.completion.chunk", "choices": [], "usage": usage})
    yield b"data: [DONE]\n\n"


def responses_events(answer: Answer, model: str) -> Iterator[bytes | Step]:
    """``answer`` as OpenAI's Responses API streams it."""

    def event(kind: str, **more: Any) -> bytes:
        return _event({"type": kind, **more}, kind)

    yield event("response.created", response={"id": "resp_1", "model": model, "status": "in_progress"})
    refused = answer.reason == "filtered"
    for index, step in enumerate(answer.steps):
        where = {"output_index": index, "item_id": f"item_{index}"}
        match step:
            case Say(text=text, piece=piece):
                yield event("response.output_item.added", output_index=index, item={"type": "message", "id": "m"})
                kind = "response.refusal.delta" if refused else "response.output_text.delta"
                for part in _cut_up(text, piece):
                    yield event(kind, delta=part, content_index=0, **where)
                yield event("response.output_item.done", output_index=index, item={"type": "message", "id": "m"})
            case Think(text=text, signature=signature):
                item = {"type": "reasoning", "id": f"rs_{index}", "summary": []}
                yield event("response.output_item.added", output_index=index, item=item)
                yield event("response.reasoning_summary_part.added", summary_index=0, **where)
                for part in _cut_up(text, 7):
                    yield event("response.reasoning_summary_text.delta", delta=part, summary_index=0, **where)
                item |= {"encrypted_content": signature}
                yield event("response.output_item.done", output_index=index, item=item)
            case CallTool(name=name, arguments=arguments, call_id=call_id):
                item = {"type": "function_call", "id": "fc", "call_id": call_id, "name": name, "arguments": ""}
                yield event("response.output_item.added", output_index=index, item=item)
                for part in _cut_up(json.dumps(arguments), 6):
                    yield event("response.function_call_arguments.delta", delta=part, **where)
                item |= {"arguments": json.dumps(arguments)}
                yield event("response.output_item.done", output_index=index, item=item)
            case Garble():
                yield b"event: response.output_text.delta\ndata: {this is no JSON\n\n"
            case FailNow(message=said):
                yield event("response.failed", response={"status": "failed", "error": _failed(said)})
                return
            case _:
                yield step
    usage = {
        "input_tokens": answer.input_tokens,
        "input_tokens_details": {"cached_tokens": answer.cached_tokens, "cache_write_tokens": answer.written_tokens},
        "output_tokens": answer.output_tokens,
        "output_tokens_details": {"reasoning_tokens": answer.reasoning_tokens},
        "total_tokens": answer.input_tokens + answer.output_tokens,
    }
    response: dict[str, Any] = {"id": "resp_1", "model": model, "status": "completed", "usage": usage}
    if answer.reason == "length":
        response |= {"status": "incomplete", "incomplete_details": {"reason": "max_output_tokens"}}
        yield event("response.incomplete", response=response)
    else:
        yield event("response.completed", response=response)


def converse_events(answer: Answer, model: str) -> Iterator[bytes | Step]:
    """``answer`` as Bedrock's ConverseStream streams it."""
    yield event_frame("messageStart", {"role": "assistant"})
    for index, step in enumerate(answer.steps):
        at = {"contentBlockIndex": index}

        def delta(content: dict[str, Any], at: dict[str, int] = at) -> bytes:
            return event_frame("contentBlockDelta", {"delta": content, **at})

        match step:
            case Say(text=text, piece=piece):
                for part in _cut_up(text, piece):
                    yield delta({"text": part})
            case Think(redacted=True, signature=signature):
                yield delta({"reasoningContent": {"redactedContent": signature}})
            case Think(text=text, signature=signature):
                for part in _cut_up(text, 7):
                    yield delta({"reasoningContent": {"text": part}})
                yield delta({"reasoningContent": {"signature": signature}})
            case CallTool(name=name, arguments=arguments, call_id=call_id):
                start = {"toolUse": {"toolUseId": call_id, "name": name}}
                yield event_frame("contentBlockStart", {"start": start, **at})
                for part in _cut_up(json.dumps(arguments), 6):
                    yield delta({"toolUse": {"input": part}})
            case Garble():
                yield event_frame("contentBlockDelta", b"{this is no JSON")
                continue
            case FailNow(kind=kind, message=said):
                yield exception_frame("serviceUnavailableException" if kind == "overloaded_error" else kind, said)
                return
            case _:
                yield step
                continue
        yield event_frame("contentBlockStop", at)
    stop = {
        "stop": "end_turn",
        "tools": "tool_use",
        "length": "max_tokens",
        "filtered": "content_filtered",
        "context": "model_context_window_exceeded",
    }.get(answer.reason, answer.reason)
    yield event_frame("messageStop", {"stopReason": stop})
    usage = {
        "inputTokens": answer.input_tokens - answer.cached_tokens - answer.written_tokens,
        "cacheReadInputTokens": answer.cached_tokens,
        "cacheWriteInputTokens": answer.written_tokens,
        "outputTokens": answer.output_tokens,
        "totalTokens": answer.input_tokens + answer.output_tokens,
    }
    yield event_frame("metadata", {"usage": usage, "metrics": {"latencyMs": 5}})


def _failed(said: str) -> dict[str, str]:
    return {"code": "server_error", "message": said}


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


def _self_signed(folder: Path) -> tuple[Path, Path]:
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "baton test")])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    certificate_file, key_file = folder / "certificate.pem", folder / "key.pem"
    certificate_file.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    key_file.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return certificate_file, key_file
