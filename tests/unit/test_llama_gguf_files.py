"""The small models that other tests lean on are real ones."""

from __future__ import annotations

import json
import urllib.request
from pathlib import Path

import gguf

from tests import gguf_files
from tests.llama_fixtures import LlamaServer


def test_tiny_model_is_small_and_readable(tmp_path: Path) -> None:
    path = gguf_files.write_tiny_gguf(tmp_path / "tiny.gguf")
    assert path.stat().st_size < 2_000_000
    fields = gguf.GGUFReader(path).fields
    assert fields["general.architecture"].contents() == "llama"
    assert "tokenizer.chat_template" in fields


def test_same_seed_writes_the_same_file(tmp_path: Path) -> None:
    first = gguf_files.write_tiny_gguf(tmp_path / "a.gguf", varied=True, seed=3)
    second = gguf_files.write_tiny_gguf(tmp_path / "b.gguf", varied=True, seed=3)
    assert first.read_bytes() == second.read_bytes()


def test_llama_cpps_own_server_answers_with_the_scripted_reply(llama_server: LlamaServer) -> None:
    body = {"model": llama_server.model, "messages": [{"role": "user", "content": "finish"}], "max_tokens": 50}
    request = urllib.request.Request(
        f"{llama_server.url}/chat/completions",
        data=json.dumps(body).encode(),
        headers={"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        choice = json.load(answer)["choices"][0]
    assert choice["message"]["content"] == "This answer has an end."
    assert choice["finish_reason"] == "stop"
