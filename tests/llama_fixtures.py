"""Fixtures for local models: small GGUF files, the supervisor, and llama-cpp-python's own server on loopback."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.domain.models import LoadPlan, LocalModel
from app.domain.settings import Settings
from app.llama.supervisor import LlamaSupervisor
from tests.gguf_files import write_tiny_gguf

WORKER_COMMAND = (sys.executable, "-c", "from app.llama.worker import main; main()")
"""Starts the worker without the command line around it."""

_START_LIMIT_S = 60.0


@dataclass(frozen=True, kw_only=True)
class LlamaServer:
    """A running OpenAI-compatible server. ``url`` ends in ``/v1``; ``reply`` is how its answers begin."""

    url: str
    model: str
    reply: str


@pytest.fixture
def tiny_gguf(tmp_path: Path) -> Path:
    """A model that answers the standard reply, over and over."""
    return write_tiny_gguf(tmp_path / "tiny.gguf")


@pytest.fixture
async def supervisor() -> AsyncIterator[LlamaSupervisor]:
    """Runs the worker itself, and leaves no process behind."""
    supervisor = LlamaSupervisor(WORKER_COMMAND, settings=Settings)
    yield supervisor
    await supervisor.aclose()
    assert supervisor.process_ids == ()


def local_model(path: Path) -> LocalModel:
    """The file as the store would know it."""
    return LocalModel(name=path.stem, path=str(path), size_bytes=path.stat().st_size)


def plan_for(path: Path, *, context: int = 4096, fits: bool = True, weights: int = 1_000_000) -> LoadPlan:
    """Loads the file without a GPU. ``context`` is in tokens, ``weights`` in bytes."""
    return LoadPlan(
        model=path.stem,
        layers_total=2,
        layers_on_gpu=0,
        context_tokens=context,
        weights_bytes=weights,
        context_bytes=1_000_000,
        working_bytes=1_000_000,
        free_memory_bytes=0,
        main_memory_bytes=weights + 2_000_000,
        total_bytes=weights + 2_000_000,
        device="CPU",
        threads=1,  # with more, tests that run side by side wait for each other
        fits=fits,
        reason="" if fits else "It takes 900 GiB of memory, and 8 GiB are free.",
    )


@pytest.fixture(scope="session")
def llama_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LlamaServer]:
    """``python -m llama_cpp.server`` with a small model, on a free loopback port; one for the whole session."""
    folder = tmp_path_factory.mktemp("llama_server")
    reply = "A server on this machine says hello. It runs a small model. "
    model = write_tiny_gguf(folder / "served.gguf", reply=reply, replies={"finish": "This answer has an end."})
    port = _free_port()
    url = f"http://127.0.0.1:{port}/v1"
    command = [sys.executable, "-m", "llama_cpp.server", "--model", str(model), "--model_alias", "tiny"]
    command += ["--host", "127.0.0.1", "--port", str(port), "--n_ctx", "8192", "--verbose", "false"]
    log = folder / "server.log"
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
        try:
            _wait_until_answering(url, process, log)
            yield LlamaServer(url=url, model="tiny", reply=reply)
        finally:
            process.kill()
            process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_answering(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + _START_LIMIT_S
    while time.monotonic() < deadline:
        if process.poll() is not None:
            pytest.fail(f"the server ended with {process.returncode}:\n{log.read_text(errors='replace')[-2000:]}")
        try:
            with urllib.request.urlopen(f"{url}/models", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)  # between two polls of the port; the loop ends by the answer or the deadline
    pytest.fail(f"the server did not answer:\n{log.read_text(errors='replace')[-2000:]}")
