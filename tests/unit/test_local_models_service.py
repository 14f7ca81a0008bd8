"""The service of local models over a store and an engine in memory: the list, the plan, removal, a stopped download."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from app.domain.errors import NotFoundError
from app.domain.ports import LocalModelStore
from app.domain.settings import Settings
from app.services.local_models import LocalModelService
from app.services.settings import SettingsService
from tests.model_files_fake import EmptyHub, MemoryEngine, MemoryModelFiles
from tests.unit.test_models_service import MemorySettings


def service(files: LocalModelStore, engine: MemoryEngine | None = None) -> LocalModelService:
    return LocalModelService(
        store=files,
        hub=EmptyHub(),
        engine=engine or MemoryEngine(),
        settings=SettingsService(MemorySettings(Settings())),
    )


async def test_files_are_added_planned_downloaded_and_removed_and_each_change_of_the_list_is_told() -> None:
    local = service(MemoryModelFiles())
    changes: list[int] = []
    end = local.subscribe(lambda: changes.append(len(changes)))
    await local.add(Path("/models/tiny.gguf"))
    seen: list[int] = []
    pulled = await local.pull("big", None, lambda step: seen.append(step.done_bytes))
    await asyncio.sleep(0)
    assert pulled.name == "big"
    assert seen == [1, 2]
    assert [model.name for model in await local.models()] == ["tiny", "big"]
    assert (await local.plan("tiny")).context_tokens == 8192
    await local.remove("tiny")
    assert len(changes) == 3
    with pytest.raises(NotFoundError):
        await local.remove("tiny")
    end()
    await local.remove("big")
    assert len(changes) == 3


async def test_a_model_that_is_removed_is_unloaded_first_and_others_stay() -> None:
    files = MemoryModelFiles()
    engine = MemoryEngine(files.plan("tiny", Settings()), files.plan("other", Settings()))
    local = service(files, engine)
    await local.add(Path("/models/tiny.gguf"))
    assert [plan.model for plan in local.loaded] == ["tiny", "other"]
    await local.remove("tiny")
    assert [plan.model for plan in local.loaded] == ["other"]
    await local.unload()
    assert local.loaded == ()


async def test_cancelling_a_download_stops_it() -> None:
    files = MemoryModelFiles()
    local = service(files)
    task = asyncio.create_task(local.pull("endless", None, lambda step: None))
    await asyncio.to_thread(files.blocks_read.wait, 5)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert files.cancelled_seen.is_set()
    assert files.known == {}
