"""The list of local models: adding, naming, noticing what changed, forgetting; the person's files are never deleted."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.errors import ModelFileError, NewerVersionError, NotFoundError, UsageError
from app.domain.models import Adapter
from app.domain.settings import Settings
from app.llama.files.found_models import FoundModels
from app.llama.files.model_files import GgufModelStore
from app.llama.hub.catalogue import HubConnection
from app.llama.hub.download import HubDownloader
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


def test_an_adapter_is_laid_over_a_model_rescaled_and_taken_off(
    store: GgufModelStore, tmp_path: Path, probe: MachineProbe
) -> None:
    base = store.add(gguf_files.write_tiny_gguf(tmp_path / "m.gguf"))
    lora = gguf_files.write_lora(tmp_path / "lora.gguf")
    assert store.set_adapter("m", str(lora), 0.5).adapters == (Adapter(path=str(lora), scale=0.5),)
    assert store.set_adapter("m", str(lora), 2).adapters == (Adapter(path=str(lora), scale=2.0),)
    assert reopened(store, tmp_path, probe).model("m").adapters == (Adapter(path=str(lora), scale=2.0),)
    lora.rename(tmp_path / "away.gguf")
    assert "adapter" in (store.model("m").problem or "")
    (tmp_path / "away.gguf").rename(lora)
    assert store.model("m").problem is None
    with pytest.raises(NotFoundError, match=r"lora\.gguf"):
        store.remove_adapter("m", "other.gguf")
    assert store.remove_adapter("m", "lora.gguf") == base
    with pytest.raises(NotFoundError, match="none at all"):
        store.remove_adapter("m", "lora.gguf")


def test_an_adapter_that_is_known_is_named_by_its_name_and_is_no_model_to_load(
    store: GgufModelStore, tmp_path: Path
) -> None:
    store.add(gguf_files.write_tiny_gguf(tmp_path / "m.gguf"))
    assert store.add(gguf_files.write_lora(tmp_path / "style.gguf")).kind == "adapter"
    assert store.set_adapter("m", "style", 1).adapters == (Adapter(path=str(tmp_path / "style.gguf")),)
    assert store.remove_adapter("m", "style").adapters == ()


@pytest.mark.parametrize("scale", [0, float("nan"), float("inf"), 11, -10.5])
def test_absurd_scale_of_an_adapter_is_refused(store: GgufModelStore, tmp_path: Path, scale: float) -> None:
    store.add(gguf_files.write_tiny_gguf(tmp_path / "m.gguf"))
    with pytest.raises(UsageError, match="scale"):
        store.set_adapter("m", str(gguf_files.write_lora(tmp_path / "lora.gguf")), scale)


def test_what_is_no_adapter_or_for_another_model_is_refused(store: GgufModelStore, tmp_path: Path) -> None:
    model = gguf_files.write_tiny_gguf(tmp_path / "m.gguf")
    store.add(model)
    with pytest.raises(ModelFileError, match="is no adapter"):
        store.set_adapter("m", str(model), 1)
    with pytest.raises(ModelFileError, match="is for qwen2 models, and 'm' is a llama model"):
        store.set_adapter("m", str(gguf_files.write_lora(tmp_path / "q.gguf", architecture="qwen2")), 1)
    with pytest.raises(ModelFileError, match="There is no file"):
        store.set_adapter("m", str(tmp_path / "nothing.gguf"), 1)
    with pytest.raises(ModelFileError, match="no GGUF"):
        store.set_adapter("m", str(gguf_files.write_not_gguf(tmp_path / "list.gguf")), 1)
    store.add(gguf_files.write_lora(tmp_path / "style.gguf"))
    with pytest.raises(ModelFileError, match="an adapter itself"):
        store.set_adapter("style", "style", 1)


def test_file_without_an_ending_is_a_model_too(store: GgufModelStore, tmp_path: Path) -> None:
    path = gguf_files.write_tiny_gguf(tmp_path / "made.gguf").rename(tmp_path / "sha256-0123.blob")
    assert store.add(path).name == "sha256-0123.blob"


@pytest.mark.parametrize(
    "change",
    [
        {"adapters": [{"path": 3, "scale": 1}]},
        {"adapters": [{"path": "x", "scale": float("nan")}]},
        {"adapters": 7},
        {"source": []},
    ],
)
def test_list_with_nonsense_about_adapters_is_kept_aside(
    store: GgufModelStore, tmp_path: Path, change: dict[str, object]
) -> None:
    store.add(gguf_files.write_tiny_gguf(tmp_path / "m.gguf"))
    registry = tmp_path / "data" / "models.json"
    data = json.loads(registry.read_text())
    data["models"][0] |= change
    registry.write_text(json.dumps(data))
    assert store.models() == ()
    assert len(store.notices) == 1


def test_list_of_an_earlier_baton_without_adapters_and_sources_is_read(store: GgufModelStore, tmp_path: Path) -> None:
    added = store.add(gguf_files.write_tiny_gguf(tmp_path / "m.gguf"))
    registry = tmp_path / "data" / "models.json"
    data = json.loads(registry.read_text())
    del data["models"][0]["adapters"], data["models"][0]["source"]
    registry.write_text(json.dumps(data))
    assert store.models() == (added,)


def test_damaged_record_of_a_download_hides_nothing(store: GgufModelStore, tmp_path: Path) -> None:
    folder = tmp_path / "models" / "owner--repo"
    folder.mkdir(parents=True)
    gguf_files.write_tiny_gguf(folder / "d.gguf")
    for number, content in enumerate(["", "{", "[]", '{"files": []}', '{"repository": 1, "file": 2, "files": [3]}']):
        (folder / f"{number}.download.json").write_text(content)
    climbing = {"version": 1, "repository": "o/r", "file": "x", "files": [{"name": "../../evil", "size": 1}]}
    (folder / "climbing.download.json").write_text(json.dumps(climbing))
    assert store.unfinished() == ()
    assert [model.name for model in store.models()] == ["d"]
