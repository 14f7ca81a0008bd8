"""Models that other programs keep: found where those keep them, by their names; nonsense is passed."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from pathlib import Path

import pytest

from app.domain.hub import FoundModel
from app.domain.settings import Settings
from app.llama.files.found_models import FoundModels
from app.llama.files.model_files import GgufModelStore
from app.llama.hub.catalogue import HubConnection
from app.llama.hub.download import HubDownloader
from app.llama.probe import MachineProbe
from tests.gguf_files import write_lora, write_tiny_gguf
from tests.llama_fixtures import WORKER_COMMAND

MODEL, ADAPTER = "application/vnd.ollama.image.model", "application/vnd.ollama.image.adapter"
PROBE = MachineProbe(WORKER_COMMAND)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "someone").mkdir()
    return tmp_path / "someone"


def found_in(home: Path, **environ: str) -> list[FoundModel]:
    return [
        found for found in FoundModels.on_this_machine(environ, home).all() if found.path.startswith(str(home.parent))
    ]


def add_blob(folder: Path, data: bytes) -> str:
    digest = hashlib.sha256(data).hexdigest()
    (folder / "blobs").mkdir(parents=True, exist_ok=True)
    (folder / "blobs" / f"sha256-{digest}").write_bytes(data)
    return f"sha256:{digest}"


def add_manifest(folder: Path, name: str, *layers: tuple[str, str]) -> None:
    path = folder / "manifests" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    content = {"schemaVersion": 2, "layers": [{"mediaType": kind, "digest": digest} for kind, digest in layers]}
    path.write_text(json.dumps(content))


def test_ollamas_models_have_the_names_it_gives_them(home: Path) -> None:
    folder = home / ".ollama" / "models"
    data = write_tiny_gguf(home / "made.gguf").read_bytes()
    digest = add_blob(folder, data)
    template = ("application/vnd.ollama.image.template", digest)
    add_manifest(folder, "registry.ollama.ai/library/llama3.2/3b", (MODEL, digest), template)
    lora = add_blob(folder, write_lora(home / "lora.gguf").read_bytes())
    other = add_blob(folder, data + b"\0")
    add_manifest(folder, "registry.ollama.ai/ada/tuned/latest", (MODEL, other), (ADAPTER, lora))
    third = add_blob(folder, data + b"\0\0")
    add_manifest(folder, "hf.co/owner/repo-GGUF/Q4_K_M", (MODEL, third))
    (home / "made.gguf").unlink()
    found = {model.name: model for model in found_in(home)}
    assert set(found) == {"llama3.2:3b", "ada/tuned:latest", "hf.co/owner/repo-GGUF:Q4_K_M"}
    assert found["llama3.2:3b"].size_bytes == len(data)
    assert found["llama3.2:3b"].source == "Ollama"
    assert [Path(path).name for path in found["ada/tuned:latest"].adapters] == [lora.replace(":", "-")]
    assert {model.name for model in found_in(home, OLLAMA_MODELS=str(folder))} == set(found)
    assert found_in(home, OLLAMA_MODELS=str(home / "nowhere")) == []


def test_damaged_manifests_and_blobs_that_are_gone_or_no_models_are_passed(home: Path) -> None:
    folder = home / ".ollama" / "models"
    gone = "sha256:" + "0" * 64
    text = add_blob(folder, b"not a model")
    add_manifest(folder, "registry.ollama.ai/library/gone/1b", (MODEL, gone))
    add_manifest(folder, "registry.ollama.ai/library/text/1b", (MODEL, text))
    add_manifest(folder, "registry.ollama.ai/library/climbs/1b", (MODEL, "sha256:../../../etc/passwd"))
    for number, content in enumerate(["", "{", "[]", "null", '{"layers": 3}', '{"layers": [{"mediaType": 1}]}']):
        (folder / "manifests" / "registry.ollama.ai" / "library" / "bad").mkdir(exist_ok=True)
        (folder / "manifests" / "registry.ollama.ai" / "library" / "bad" / str(number)).write_text(content)
    (folder / "manifests" / "stray").write_text("{}")
    assert found_in(home) == []


def test_lm_studios_models_are_found_also_where_its_settings_put_them(home: Path, tmp_path: Path) -> None:
    usual = home / ".lmstudio" / "models" / "publisher" / "repo"
    usual.mkdir(parents=True)
    write_tiny_gguf(usual / "one-Q4_K_M.gguf")
    write_tiny_gguf(usual / "mmproj-one.gguf")
    (usual / "notes.gguf").write_text("no model")
    elsewhere = tmp_path / "big disk" / "publisher" / "repo"
    elsewhere.mkdir(parents=True)
    write_tiny_gguf(elsewhere / "two.gguf")
    (home / ".lmstudio" / "settings.json").write_text(json.dumps({"downloadsFolder": str(tmp_path / "big disk")}))
    old = home / ".cache" / "lm-studio" / "models"
    old.mkdir(parents=True)
    write_tiny_gguf(old / "three.gguf")
    pointed = tmp_path / "moved" / "models"
    pointed.mkdir(parents=True)
    write_tiny_gguf(pointed / "four.gguf")
    (home / ".lmstudio-home-pointer").write_text(str(tmp_path / "moved"))
    assert [(model.name, model.source) for model in found_in(home)] == [
        ("four", "LM Studio"),
        ("one-Q4_K_M", "LM Studio"),
        ("three", "LM Studio"),
        ("two", "LM Studio"),
    ]
    (home / ".lmstudio" / "settings.json").write_text("{ not json")
    assert len(found_in(home)) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_the_hubs_cache_and_llama_cpps_are_found_each_file_once(home: Path, tmp_path: Path) -> None:
    hub = home / ".cache" / "huggingface" / "hub" / "models--owner--repo"
    (hub / "blobs").mkdir(parents=True)
    write_tiny_gguf(hub / "blobs" / "abc")
    for revision in ("r1", "r2"):
        (hub / "snapshots" / revision).mkdir(parents=True)
        (hub / "snapshots" / revision / "m-Q8_0.gguf").symlink_to(hub / "blobs" / "abc")
    cache = home / ".cache" / "llama.cpp"
    cache.mkdir(parents=True)
    data = write_tiny_gguf(cache / "split-00001-of-00002.gguf").read_bytes()
    (cache / "split-00002-of-00002.gguf").write_bytes(data)
    write_tiny_gguf(cache / "half-00001-of-00002.gguf")
    found = found_in(home)
    assert [(model.name, model.source) for model in found] == [("m-Q8_0", "Hugging Face cache"), ("split", "llama.cpp")]
    assert found[1].size_bytes == 2 * len(data)
    assert found_in(home, HF_HOME=str(tmp_path / "no"), LLAMA_CACHE=str(tmp_path / "no")) == []


def test_a_folder_that_cannot_be_read_and_a_pipe_in_one_do_not_stop_the_search(home: Path) -> None:
    folder = home / ".lmstudio" / "models"
    folder.mkdir(parents=True)
    write_tiny_gguf(folder / "good.gguf")
    (folder / "dangling.gguf").symlink_to(folder / "nothing")
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe.gguf")
    assert [model.name for model in found_in(home)] == ["good"]


def test_an_ollama_model_is_used_where_it_lies_under_its_name_and_with_its_adapter(home: Path, tmp_path: Path) -> None:
    folder = home / ".ollama" / "models"
    digest = add_blob(folder, write_tiny_gguf(tmp_path / "m.gguf").read_bytes())
    lora = add_blob(folder, write_lora(tmp_path / "lora.gguf").read_bytes())
    add_manifest(folder, "registry.ollama.ai/library/qwen3/8b", (MODEL, digest), (ADAPTER, lora))
    store = GgufModelStore(
        tmp_path / "models",
        tmp_path / "models.json",
        probe=PROBE,
        downloader=HubDownloader(HubConnection("http://127.0.0.1:9")),
        found=FoundModels.on_this_machine({}, home),
    )
    [found] = [found for found in store.discover() if found.path.startswith(str(home))]
    assert found.known_as == ""
    model = store.add(Path(found.path))
    assert (model.name, model.source, model.is_downloaded, model.problem) == ("qwen3-8b", "Ollama", False, None)
    assert [(Path(adapter.path).name, adapter.scale) for adapter in model.adapters] == [(lora.replace(":", "-"), 1.0)]
    assert store.plan("qwen3-8b", Settings()).fits
    [found] = [found for found in store.discover() if found.path.startswith(str(home))]
    assert found.known_as == "qwen3-8b"
    store.remove("qwen3-8b")
    assert Path(found.path).exists()
