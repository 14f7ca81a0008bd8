"""A vendor that is none: a local server that sends each protocol's answer, a piece of the wire for each delta.

Speaks as much of the protocols as a measurement needs; binds loopback alone.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

MODELS = {"/v1/messages": "claude-opus-5-5", "/v1/responses": "gpt-6-sol", "/v1/chat/completions": "llama-3.3-70b"}
"""The paths of the protocols, each with a name of a model that its provider takes for one of its own."""
_WORDS = ("the", "instance", "bucket", "policy", "role", "region", "subnet", "and", "queue", "is")


class DeltaSource:
    """Answers each request with ``deltas`` words, at most ``rate`` of them a second."""

    def __init__(self, *, deltas: int, rate: float) -> None:
        pieces = {path: [*_pieces(path, deltas)] for path in MODELS}

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def log_message(self, *_: object) -> None:
                """Say nothing."""

            def do_POST(self) -> None:
                self.rfile.read(int(self.headers.get("content-length", "0")))
                self.send_response(200)
                self.send_header("content-type", "text/event-stream")
                self.send_header("transfer-encoding", "chunked")
                self.end_headers()
                with suppress(OSError):  # nobody reads any more
                    _send(self, pieces[self.path], rate)

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, name="delta source", daemon=True)

    @property
    def url(self) -> str:
        """The root of every protocol."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


def _send(handler: BaseHTTPRequestHandler, pieces: Sequence[bytes], rate: float) -> None:
    start = time.monotonic()
    for number, piece in enumerate(pieces):
        if (left := start + number / rate - time.monotonic()) > 0:
            time.sleep(left)
        handler.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
    handler.wfile.write(b"0\r\n\r\n")


def _pieces(path: str, deltas: int) -> Iterator[bytes]:
    texts = [f"{_WORDS[number % len(_WORDS)]} " for number in range(deltas)]
    if path == "/v1/messages":
        yield from _messages(texts)
    elif path == "/v1/responses":
        yield from _responses(texts)
    else:
        yield from _chat(texts)


def _named(kind: str, **more: Any) -> bytes:
    return f"event: {kind}\ndata: {json.dumps({'type': kind, **more})}\n\n".encode()


def _messages(texts: Sequence[str]) -> Iterator[bytes]:
    usage = {"input_tokens": 12, "output_tokens": 1}
    message = {"id": "m", "type": "message", "role": "assistant", "model": "m", "content": [], "usage": usage}
    yield _named("message_start", message=message | {"stop_reason": None, "stop_sequence": None})
    yield _named("content_block_start", index=0, content_block={"type": "text", "text": ""})
    for text in texts:
        yield _named("content_block_delta", index=0, delta={"type": "text_delta", "text": text})
    yield _named("content_block_stop", index=0)
    yield _named("message_delta", delta={"stop_reason": "end_turn", "stop_sequence": None}, usage={"output_tokens": 9})
    yield _named("message_stop")


def _responses(texts: Sequence[str]) -> Iterator[bytes]:
    yield _named("response.created", sequence_number=0, response={"id": "r", "status": "in_progress", "output": []})
    item = {"type": "message", "id": "i", "role": "assistant", "status": "in_progress", "content": []}
    yield _named("response.output_item.added", sequence_number=1, output_index=0, item=item)
    for number, text in enumerate(texts, 2):
        where = {"item_id": "i", "output_index": 0, "content_index": 0, "sequence_number": number}
        yield _named("response.output_text.delta", delta=text, logprobs=[], obfuscation="x" * 12, **where)
    usage = {"input_tokens": 12, "output_tokens": 9, "total_tokens": 21}
    yield _named("response.completed", sequence_number=0, response={"id": "r", "status": "completed", "usage": usage})


def _chat(texts: Sequence[str]) -> Iterator[bytes]:
    for number, text in enumerate([*texts, ""]):
        finish = "stop" if number == len(texts) else None
        choice = {"index": 0, "delta": {"content": text} if text else {}, "logprobs": None, "finish_reason": finish}
        chunk = {"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]}
        yield f"data: {json.dumps(chunk)}\n\n".encode()
    yield b"data: [DONE]\n\n"
