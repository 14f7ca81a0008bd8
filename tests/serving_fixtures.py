"""``baton serve`` as other programs meet it: a process of its own, a key, an address, and raw sockets where clients are
too polite.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import gguf
import psutil
import pytest

from tests.gguf_files import write_tiny_gguf
from tests.window_fixtures import PROGRAM, ROOT, run_baton, until

KEY = "sk-a-key-for-tests-0123456789"
REPLIES = {
    "result:": "It is 21 degrees.",
    "weather": '<tool_call>{"name": "weather", "arguments": {"city": "Bern"}}</tool_call>',
    "both": '<tool_call>{"name": "weather", "arguments": {"city": "Bern"}}</tool_call>\n'
    '<tool_call>{"name": "weather", "arguments": {"city": "Zürich"}}</tool_call>',
    "think": "<think>Let me see.</think>Forty-two.",
    "characters": "Grüße: 日本語 🙂\u2028\x85 end.",
    "finish": "This ends here.",
}


@dataclass(frozen=True, kw_only=True)
class Reply:
    """What came back to one request."""

    status: int
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def error(self) -> Any:
        """The error object; fails where the body is none of OpenAI's form."""
        error = self.json["error"]
        assert set(error) == {"message", "type", "param", "code"}, error
        return error


@dataclass
class Served:
    """A running ``baton serve``."""

    process: subprocess.Popen[bytes]
    url: str

    @property
    def port(self) -> int:
        return int(self.url.split(":")[2].partition("/")[0])

    def ask(self, path: str, body: object = None, *, key: str | None = KEY, **headers: str) -> Reply:
        """One request: a GET without a body, else a POST of bytes as they are or of JSON."""
        data = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
        request = urllib.request.Request(self.url.removesuffix("/v1") + path, data=data)
        request.add_header("Content-Type", "application/json")
        if key is not None:
            request.add_header("Authorization", f"Bearer {key}")
        for name, value in headers.items():
            request.add_header(name.replace("_", "-"), value)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return Reply(status=answer.status, body=answer.read())
        except urllib.error.HTTPError as error:
            with error:
                return Reply(status=error.code, body=error.read())

    def chat(self, text: str, **more: object) -> Reply:
        """One chat completion by the model ``tiny``."""
        return self.ask(
            "/v1/chat/completions", {"model": "tiny", "messages": [{"role": "user", "content": text}], **more}
        )

    @contextmanager
    def connected(self) -> Iterator[socket.socket]:
        """A bare connection."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=60) as bare:
            yield bare

    def workers(self) -> list[psutil.Process]:
        """The models' processes."""
        return psutil.Process(self.process.pid).children(recursive=True)

    def end(self, number: int = signal.SIGTERM) -> int:
        """Ask it to end, and wait."""
        self.process.send_signal(number)
        return self.process.wait(timeout=60)


class Serving:
    """Starts ``baton serve`` and ends what it started."""

    def __init__(self, folder: Path, **variables: str) -> None:
        self._folder = folder
        self._variables = variables
        self._running: list[subprocess.Popen[bytes]] = []

    def start(self, *arguments: str, key: str | None = KEY, errors: int | None = None) -> Served:
        """Start it on a free port; returns once programs can connect. ``key`` ``None`` leaves it its own; ``errors`` is
        where stderr goes, a file without it.
        """
        given = () if key is None else ("--key-stdin",)
        with (self._folder / "serve.err").open("wb") as file:
            process = subprocess.Popen(
                [*PROGRAM, "serve", "--port", "0", *given, *arguments],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=file if errors is None else errors,
                cwd=ROOT,
                env={**os.environ, **self._variables},
            )
        self._running.append(process)
        assert process.stdin is not None
        assert process.stdout is not None
        if key is not None:
            process.stdin.write(key.encode() + b"\n")
        process.stdin.close()
        url = process.stdout.readline().decode().strip()
        assert url.startswith("http://127.0.0.1:"), self.told
        return Served(process, url)

    @property
    def told(self) -> str:
        """What the last one wrote to stderr."""
        return (self._folder / "serve.err").read_text(errors="replace")

    def close(self) -> None:
        """End everything, and see that no model's process is left."""
        for process in self._running:
            children = psutil.Process(process.pid).children(recursive=True) if process.poll() is None else []
            process.kill()
            process.wait()
            if process.stdout is not None:
                process.stdout.close()
            for child in children:
                until(partial(_is_gone, child), "its workers end with it")


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[Serving]:
    """Starts servers over the models of the test's home."""
    serving = Serving(tmp_path)
    yield serving
    serving.close()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One server for a module's tests, over the models ``tiny`` (a fixed reply, or one of several by a word of the
    last message), ``varied`` (another text for each seed) and ``vectors`` (embeddings).
    """
    folder = tmp_path_factory.mktemp("served")
    variables = {"BATON_HOME": str(folder / "home"), "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}
    add_model(write_tiny_gguf(folder / "tiny.gguf", replies=REPLIES), **variables)
    add_model(write_tiny_gguf(folder / "varied.gguf", varied=True), **variables)
    add_model(write_tiny_gguf(folder / "vectors.gguf", varied=True, pooling=gguf.PoolingType.MEAN), **variables)
    serving = Serving(folder, **variables)
    yield serving.start()
    serving.close()


def _is_gone(process: psutil.Process) -> bool:
    return not process.is_running()


def add_model(path: Path, **variables: str) -> None:
    """Make a model file known in the test's home, or the one that ``variables`` name."""
    added = run_baton("models", "add", str(path), limit_s=120.0, **variables)
    assert (added.status, added.err) == (0, "")
