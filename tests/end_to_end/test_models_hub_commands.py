"""``baton models`` against a hub on loopback, each command a process of its own, as scripts use them."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.gguf_files import write_lora, write_tiny_gguf
from tests.hub_server import Hub
from tests.window_fixtures import PROGRAM, Ran, run_baton

Baton = Callable[..., Ran]


@pytest.fixture
def baton(hub: Hub, whole_home: Path, tmp_path: Path) -> Baton:
    """Runs a command with the hub on loopback and the home of somebody else."""
    someone = tmp_path / "someone"
    someone.mkdir()

    def ran(*arguments: str, **variables: str) -> Ran:
        return run_baton(*arguments, HF_ENDPOINT=hub.url, HF_HOME=str(someone / "hf"), HOME=str(someone), **variables)

    return ran


@pytest.fixture(scope="session")
def model_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return write_tiny_gguf(tmp_path_factory.mktemp("made") / "made.gguf").read_bytes()


def test_a_model_is_searched_listed_downloaded_shown_and_removed(hub: Hub, baton: Baton, model_bytes: bytes) -> None:
    hub.models = [{"id": f"owner/m{number}", "downloads": 1000 - number, "likes": 2} for number in range(30)]
    hub.page = 12
    found = baton("models", "search", "m", "--limit", "30", "--json").json
    assert [model["repository"] for model in found["models"]] == [f"owner/m{number}" for number in range(30)]
    shown = baton("models", "search", "m1", "--limit", "2")
    assert shown.out.splitlines()[0] == "owner/m1\t999\t2\t?\t"
    assert len(shown.out.splitlines()) == 2
    nothing = baton("models", "search", "nothing-like-it")
    assert (nothing.status, nothing.out) == (0, "")
    assert "No model fits" in nothing.err

    for quantisation in ("Q4_K_M", "Q8_0"):
        hub.files[f"repo-{quantisation}.gguf"] = model_bytes
    hub.files["repo-F16.gguf"] = b"x"
    hub.sizes["repo-F16.gguf"] = 10**15
    listed = baton("models", "files", "owner/repo", "--json").json
    assert [(f["file"], f["fit"], f["recommended"]) for f in listed["files"]] == [
        ("repo-Q4_K_M.gguf", "fits", True),
        ("repo-Q8_0.gguf", "fits", False),
        ("repo-F16.gguf", "too big", False),
    ]
    shown = baton("models", "files", "owner/repo")
    assert "recommended" in shown.out.splitlines()[0]
    assert "baton models pull owner/repo --file repo-Q4_K_M.gguf" in shown.err

    pulled = baton("models", "pull", "owner/repo", "--file", "q8_0")
    assert (pulled.status, pulled.out.split()[0]) == (0, "local:repo-Q8_0")
    [local] = baton("models", "local", "--json").json
    assert (local["name"], local["source"], local["kind"]) == ("repo-Q8_0", "owner/repo", "chat")
    assert baton("models", "remove", "local:repo-Q8_0").status == 0
    assert not Path(local["path"]).exists()


def test_wrong_names_and_refusals_are_one_line_on_stderr(hub: Hub, baton: Baton, model_bytes: bytes) -> None:
    hub.files["a-Q4_0.gguf"] = hub.files["b-Q4_0.gguf"] = model_bytes
    for arguments, status, words in (
        (("files", "no-repository"), 2, "owner/name"),
        (("files", "owner/absent"), 1, "no public repository"),
        (("pull", "owner/repo"), 2, "--file: a-Q4_0.gguf, b-Q4_0.gguf"),
        (("pull", "owner/repo", "--file", "c"), 1, "holds no file 'c'"),
        (("adapter", "absent", "x.gguf"), 1, "no local model"),
        (("search", "x", "--limit", "0"), 2, "--limit"),
    ):
        ran = baton("models", *arguments)
        assert (ran.status, ran.out) == (status, ""), arguments
        assert words in ran.err
        assert len(ran.err.splitlines()) == 1
    hub.status = 200
    hub.answer = lambda handler: handler.send(200, b"<html>", {"Content-Type": "text/html"}) or True  # type: ignore[func-returns-value]
    ran = baton("models", "search", "x")
    assert ran.status == 1
    assert "HF_ENDPOINT" in ran.err


def test_a_token_of_the_environment_opens_a_gated_model_and_is_printed_nowhere(
    hub: Hub, baton: Baton, model_bytes: bytes, whole_home: Path
) -> None:
    hub.files["m.gguf"] = model_bytes

    def answer(handler: object) -> bool:
        if handler.headers["Authorization"] == "Bearer hf_secret":  # type: ignore[attr-defined]
            return False
        handler.send(401, b"{}", {"X-Error-Code": "GatedRepo"})  # type: ignore[attr-defined]
        return True

    hub.answer = answer
    refused = baton("models", "pull", "owner/repo")
    assert refused.status == 1
    assert "baton keys set huggingface" in refused.err
    opened = baton("models", "pull", "owner/repo", HF_TOKEN="hf_secret")
    assert opened.status == 0, opened.err
    assert baton("keys", "list", HF_TOKEN="hf_secret").out == "huggingface  from the environment\n"
    written = b"".join(
        path.read_bytes() for path in whole_home.rglob("*") if path.is_file() and path.suffix in (".log", ".json")
    )
    assert b"hf_secret" not in written
    assert "hf_secret" not in opened.out + opened.err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one process")
def test_ctrl_c_stops_a_download_at_once_and_the_next_run_goes_on(
    hub: Hub, baton: Baton, whole_home: Path, model_bytes: bytes, tmp_path: Path
) -> None:
    data = hub.files["m.gguf"] = model_bytes + bytes(2_000_000)
    hub.stall_after = 1_500_000
    environment = {**os.environ, "HF_ENDPOINT": hub.url, "HOME": str(tmp_path / "someone")}
    child = subprocess.Popen(
        [*PROGRAM, "models", "pull", "owner/repo"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    deadline = time.monotonic() + 60
    while sum(part.stat().st_size for part in whole_home.rglob("*.part")) < 1_500_000:
        assert time.monotonic() < deadline
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=25)
    assert (child.returncode, out, err.strip()) == (130, b"", b"baton: stopped")
    hub.go_on.set()
    pulled = baton("models", "pull", "owner/repo")
    assert pulled.status == 0, pulled.err
    assert hub.ranges[-1] == "bytes=1500000-"
    [local] = baton("models", "local", "--json").json
    assert Path(local["path"]).stat().st_size == len(data)


def test_what_ollama_keeps_is_discovered_added_and_given_an_adapter(
    baton: Baton, tmp_path: Path, model_bytes: bytes
) -> None:
    folder = tmp_path / "someone" / ".ollama" / "models"
    digest = hashlib.sha256(model_bytes).hexdigest()
    (folder / "blobs").mkdir(parents=True)
    (folder / "blobs" / f"sha256-{digest}").write_bytes(model_bytes)
    manifest = folder / "manifests" / "registry.ollama.ai" / "library" / "qwen3" / "8b"
    manifest.parent.mkdir(parents=True)
    layer = {"mediaType": "application/vnd.ollama.image.model", "digest": f"sha256:{digest}"}
    manifest.write_text(json.dumps({"layers": [layer]}))
    [found] = baton("models", "discover", "--json").json
    assert (found["name"], found["source"], found["known_as"]) == ("qwen3:8b", "Ollama", "")
    added = baton("models", "discover", "--add")
    assert (added.status, added.out.split("\t")[3]) == (0, "local:qwen3-8b")
    lora = write_lora(tmp_path / "style.gguf")
    laid = baton("models", "adapter", "local:qwen3-8b", str(lora), "--scale", "0.8")
    assert laid.out == "local:qwen3-8b has style.gguf at 0.8\n"
    assert "style.gguf x 0.8" in baton("models", "local").out
    assert baton("models", "adapter", "qwen3-8b", "style.gguf", "--remove").out == "local:qwen3-8b has no adapter\n"
    assert baton("models", "adapter", "qwen3-8b", str(lora), "--scale", "nan").status == 2
