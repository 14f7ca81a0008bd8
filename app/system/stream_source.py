"""A model that is none: a local server that answers every chat at a set pace, and knows when each answer began.

It speaks as much of Chat Completions as a measurement needs. Binds loopback alone; refuses to be a server for anything
else.
"""

from __future__ import annotations

import json
import random
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self

MODEL = "stream"
EDGE_DELTAS = 4_000
_PAUSE_S = 0.3
_WORDS = ("the", "instance", "bucket", "policy", "`iam:PassRole`", "region", "**eu-west-1**", "subnet", "and", "queue")


class StreamSource:
    """Answers each chat request as its last message says: a number of deltas, a blank, and how many a second.

    Answers begin with a heading that numbers them from 0: ``Part 0.`` Between its first and its last
    :data:`EDGE_DELTAS`, a long one comes ``hurry`` times as fast.

    ``began_s`` has the monotonic clock's seconds at which the first delta of each answer was handed to the system.
    """

    def __init__(self, *, hurry: float = 1.0) -> None:
        self._hurry = hurry
        self.began_s: list[float] = []
        source = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_: object) -> None:
                """Say nothing."""

            def do_GET(self) -> None:
                self._whole({"object": "list", "data": [{"id": MODEL, "object": "model", "owned_by": "baton"}]})

            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers.get("Content-Length", "0"))))
                deltas, rate = _asked(body)
                self.send_response(200)
                self.send_header("Content-Type", "text/event-stream")
                self.send_header("Connection", "close")
                self.end_headers()
                self.close_connection = True
                with suppress(OSError):  # nobody reads any more
                    source._stream(self, deltas, rate)

            def _whole(self, answer: object) -> None:
                data = json.dumps(answer).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, name="stream source", daemon=True)

    @property
    def url(self) -> str:
        """The address of the endpoint."""
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def _stream(self, handler: BaseHTTPRequestHandler, deltas: int, rate: float) -> None:
        time.sleep(_PAUSE_S)  # so that whoever asked is at rest again
        start = time.monotonic()
        for number, text in enumerate(_texts(deltas, f"Part {len(self.began_s)}.")):
            hurried = min(max(number - EDGE_DELTAS, 0), max(deltas - 2 * EDGE_DELTAS, 0))
            due = start + (number - hurried + hurried / self._hurry) / rate
            if (left := due - time.monotonic()) > 0:
                time.sleep(left)
            if number == 0:
                self.began_s.append(time.monotonic())
            handler.wfile.write(_chunk({"content": text}))
        handler.wfile.write(_chunk({}, finish="stop"))
        handler.wfile.write(b"data: [DONE]\n\n")


def _asked(body: dict[str, object]) -> tuple[int, float]:
    messages = body.get("messages")
    text = "1 1"
    if isinstance(messages, list) and messages and isinstance(content := messages[-1].get("content"), str):
        text = content
    deltas, _, rate = text.partition(" ")
    return (int(deltas), float(rate)) if deltas.isdecimal() and rate else (1, 1.0)


def _texts(deltas: int, heading: str) -> Iterator[str]:
    """Words as models write them: headings, paragraphs, lists and now and then a block of code."""
    chance = random.Random(7)  # noqa: S311 - words to show
    for number in range(deltas):
        place = number % 400
        if place == 0:
            yield f"\n\n## {heading}\n\n"
        elif place == 300:
            yield "\n\n```python\n"
        elif place == 380:
            yield "\n```\n\n"
        elif number % 60 == 0:
            yield "\n\n- " if number % 120 else "\n\n"
        else:
            yield chance.choice(_WORDS) + " "


def _chunk(delta: dict[str, str], *, finish: str | None = None) -> bytes:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    chunk = {"id": "c", "object": "chat.completion.chunk", "created": 0, "model": MODEL, "choices": [choice]}
    return f"data: {json.dumps(chunk)}\n\n".encode()
