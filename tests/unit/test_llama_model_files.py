"""The list of local models: adding, naming, noticing what changed, forgetting; the person's files are never deleted."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.errors import ModelFileError, NewerVersionError, NotFoundError, UsageError
from app.domain.settings import Settings
from app.llama.found_models import FoundModels
from app.llama.hub import HubConnection
from app.llama.hub_download import HubDownloader
from app.llama.model_files import GgufModelStore
from app.llama.probe import MachineProbe
from tests import gguf_files
from tests.llama_fixtures import WORKER_COMMAND


@pytest.fixture(scope="module")
def probe() -> MachineProbe:
    return MachineProbe(WORKER_COMMAND)


@pytest.fixture
def store(tmp_path: Path, probe: MachineProbe) -> GgufModelStore:
    return GgufModelStore(
        tmp_path / "models",
        tmp_path / "data" / "models.json",
        probe=probe,
        downloader=HubDownloader(HubConnection("http://127.0.0.1:9")),
        found=FoundModels.on_this_machine({}, tmp_path / "someone"),
    )


def reopened(store: GgufModelStore, tmp_path: Path, probe: MachineProbe) -> GgufModelStore:
    return GgufModelStore(
        tmp_path / "models",
        tmp_path / "data" / "models.json",
        probe=probe,
        downloader=HubDownloader(HubConnection("http://127.0.0.1:9")),
        found=FoundModels.on_this_machine({}, tmp_path / "someone"),
    )


def test_added_file_is_known_by_its_place_also_after_a_restart(
    store: GgufModelStore, tmp_path: Path, probe: MachineProbe
) -> None:
    path = gguf_files.write_tiny_gguf(tmp_path / "My model Q4.gguf")
    added = store.add(path)
    assert (added.name, added.path, added.problem) == ("My-model-Q4", str(path), None)
    assert (added.architecture, added.quantisation, added.context_tokens) == ("llama", "F16", 8192)
    assert reopened(store, tmp_path, probe).models() == (added,)
    assert not (tmp_path / "models").exists()


def test_same_file_added_twice_is_one_model_and_a_namesake_gets_a_number(store: GgufModelStore, tmp_path: Path) -> None:
    first = gguf_files.write_tiny_gguf(tmp_path / "m.gguf")
    (tmp_path / "other").mkdir()
    second = gguf_files.write_tiny_gguf(tmp_path / "other" / "M.gguf")
    assert store.add(first).name == "m"
    assert store.add(first).name == "m"
    assert store.add(second).name == "M-2"
    assert len(store.models()) == 2


@pytest.mark.parametrize(
    ("write", "words"),
    [
        (gguf_files.write_not_gguf, "no GGUF"),
        (gguf_files.write_truncated_tensors, "incomplete"),
        (gguf_files.write_unknown_architecture, "does not know"),
    ],
)
def test_unusable_file_is_refused_and_not_listed(
    store: GgufModelStore, tmp_path: Path, write: Callable[[Path], Path], words: str
) -> None:
    with pytest.raises(ModelFileError, match=words):
        store.add(write(tmp_path / "bad.gguf"))
    assert store.models() == ()


def test_absent_file_and_folder_are_refused(store: GgufModelStore, tmp_path: Path) -> None:
    with pytest.raises(ModelFileError, match="There is no file"):
        store.add(tmp_path / "nothing.gguf")
    with pytest.raises(ModelFileError, match="is a folder"):
        store.add(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.timeout(20)
def test_pipe_is_refused_without_waiting_for_it(store: GgufModelStore, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.gguf"
    os.mkfifo(pipe)
    with pytest.raises(ModelFileError, match="is a pipe"):
        store.add(pipe)


def test_file_that_went_or_broke_is_listed_with_its_problem(store: GgufModelStore, tmp_path: Path) -> None:
    path = gguf_files.write_tiny_gguf(tmp_path / "m.gguf")
    store.add(path)
    content = path.read_bytes()
    path.unlink()
    assert "no longer there" in (store.model("m").problem or "")
    path.write_bytes(content[:-90_000])
    assert "incomplete" in (store.model("m").problem or "")
    with pytest.raises(ModelFileError, match="incomplete"):
        store.plan("m", Settings())
    path.write_bytes(content)
    assert store.model("m").problem is None


def test_removing_forgets_the_model_and_leaves_the_persons_file(store: GgufModelStore, tmp_path: Path) -> None:
    path = gguf_files.write_tiny_gguf(tmp_path / "m.gguf")
    store.add(path)
    store.remove("m")
    assert store.models() == ()
    assert path.exists()
    with pytest.raises(NotFoundError):
        store.remove("m")


def test_downloaded_model_is_found_without_the_list_and_deleted_on_removal(
    store: GgufModelStore, tmp_path: Path
) -> None:
    folder = tmp_path / "models" / "owner--repo"
    folder.mkdir(parents=True)
    path = gguf_files.write_tiny_gguf(folder / "d.gguf")
    assert [model.name for model in store.models()] == ["d"]
    store.remove("d")
    assert not path.exists()
    assert store.models() == ()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"version": 1, "models": [{"name": 3}]}', "\x00\xff"])
def test_damaged_list_is_kept_aside_and_begun_afresh(
    store: GgufModelStore, tmp_path: Path, content: str, probe: MachineProbe
) -> None:
    registry = tmp_path / "data" / "models.json"
    registry.parent.mkdir()
    registry.write_bytes(content.encode("latin-1"))
    assert store.models() == ()
    assert len(store.notices) == 1
    kept = list(registry.parent.glob("models.json.damaged-*"))
    assert [file.read_bytes() for file in kept] == [content.encode("latin-1")]
    store.add(gguf_files.write_tiny_gguf(tmp_path / "m.gguf"))
    assert [model.name for model in reopened(store, tmp_path, probe).models()] == ["m"]


def test_facts_of_an_older_baton_are_read_again_from_the_file(
    store: GgufModelStore, tmp_path: Path, probe: MachineProbe
) -> None:
    store.add(gguf_files.write_tiny_gguf(tmp_path / "m.gguf"))
    registry = tmp_path / "data" / "models.json"
    data = json.loads(registry.read_text())
    del data["models"][0]["facts"]["kind"]
    registry.write_text(json.dumps(data))
    again = reopened(store, tmp_path, probe)
    assert (again.model("m").problem, again.model("m").kind, again.notices) == (None, "chat", ())
    assert again.plan("m", Settings()).fits
    assert json.loads(registry.read_text())["models"][0]["facts"]["kind"] == "chat"


def test_list_of_a_newer_version_is_left_alone(store: GgufModelStore, tmp_path: Path) -> None:
    registry = tmp_path / "data" / "models.json"
    registry.parent.mkdir()
    registry.write_text(json.dumps({"version": 99, "models": []}))
    with pytest.raises(NewerVersionError):
        store.models()
    with pytest.raises(NewerVersionError):
        store.add(gguf_files.write_tiny_gguf(tmp_path / "m.gguf"))
    assert json.loads(registry.read_text())["version"] == 99


def test_plan_says_what_a_model_takes(store: GgufModelStore, tmp_path: Path) -> None:
    store.add(gguf_files.write_tiny_gguf(tmp_path / "m.gguf", context=2048))
    plan = store.plan("m", Settings(local_threads=3))
    assert (plan.fits, plan.context_tokens, plan.threads, plan.layers_total) == (True, 2048, 3, 2)
    assert plan.free_memory_bytes > plan.weights_bytes + plan.context_bytes + plan.working_bytes > 0


def test_model_is_found_in_any_case_and_an_unknown_one_names_the_known(store: GgufModelStore, tmp_path: Path) -> None:
    store.add(gguf_files.write_tiny_gguf(tmp_path / "Mine.gguf"))
    assert store.model("mine").name == "Mine"
    with pytest.raises(NotFoundError, match="Mine"):
        store.model("other")


def test_devices_are_described(probe: MachineProbe) -> None:
    found = probe.devices()
    assert "llama-cpp-python" in found.build
    assert any(device.kind == "cpu" for device in found.devices)
    assert probe.machine().threads >= 1


def test_repository_that_is_none_is_refused_before_anything_is_asked(store: GgufModelStore) -> None:
    for repository in ("../etc", "name", "a/b/c", "a/..", "https://hub/x"):
        with pytest.raises(UsageError):
            store.pull(repository, None, Settings(), lambda _step: None, lambda: False)
