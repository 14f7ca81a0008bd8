"""A GPU that takes less than was planned: the load is tried again smaller, down to the processor, and says so."""

from __future__ import annotations

import dataclasses
import json
import sys
from pathlib import Path

import pytest

from app.domain.errors import OutOfMemoryError
from app.domain.messages import Message
from app.domain.models import DeviceShare, LoadPlan
from app.domain.ports import ChatRequest
from app.domain.settings import Settings
from app.domain.stream import Finished, Progress
from app.llama import protocol
from app.llama.supervisor import LlamaSupervisor
from tests.llama_fixtures import local_model, plan_for

# A worker on a machine whose GPU has memory for so many layers; it speaks the protocol and runs no model.
NARROW_GPU = """
import json, sys
room = int(sys.argv[1])
def say(**report): print(json.dumps(report), flush=True)
say(type="hello", version=VERSION, pid=0)
for line in sys.stdin:
    command = json.loads(line)
    if command["type"] == "load":
        with open(sys.argv[2], "a") as log:
            log.write(json.dumps([command["gpu_layers"], command["tensor_split"]]) + "\\n")
        if command["gpu_layers"] > room:
            say(type="failed", id=None, kind="memory", message="'m' does not fit in memory.", remedy="", detail="")
        else:
            say(type="loaded", context_tokens=4096, notes=[])
    elif command["type"] == "generate":
        say(type="said", id=command["id"], event={"type": "finished", "reason": "stop", "detail": ""})
""".replace("VERSION", str(protocol.VERSION))


@pytest.fixture
def planned(tmp_path: Path) -> LoadPlan:
    """All 12 layers on two unequal GPUs."""
    path = tmp_path / "m.gguf"
    path.write_bytes(b"GGUF")
    shares = tuple(
        DeviceShare(
            name=name,
            title=name,
            kind=kind,
            layers=layers,
            weights_bytes=layers * 10**8,
            context_bytes=layers * 10**6,
            working_bytes=10**6,
            free_bytes=10**10,
        )
        for name, kind, layers in (("GPU0", "gpu", 8), ("GPU1", "gpu", 4), ("CPU", "cpu", 0))
    )
    return dataclasses.replace(
        plan_for(path), layers_total=12, layers_on_gpu=12, gpu_layers=13, tensor_split=(8, 5), devices=shares
    )


async def load(tmp_path: Path, plan: LoadPlan, *, room: int) -> tuple[list[list[object]], list[str], LoadPlan]:
    """What was tried, what was said, and the plan that the model is loaded by."""
    log = tmp_path / "tried.jsonl"
    supervisor = LlamaSupervisor((sys.executable, "-c", NARROW_GPU, str(room), str(log)), settings=Settings)
    request = ChatRequest(model="m", messages=(Message.user("hi"),))
    try:
        events = [event async for event in supervisor.stream(local_model(tmp_path / "m.gguf"), plan, request)]
        assert isinstance(events[-1], Finished)
        (loaded,) = supervisor.loaded
    finally:
        await supervisor.aclose()
    tried = [json.loads(line) for line in log.read_text().splitlines()]
    return tried, [event.text for event in events if isinstance(event, Progress)], loaded


async def test_load_that_fails_on_the_gpu_is_tried_smaller_and_says_so(tmp_path: Path, planned: LoadPlan) -> None:
    tried, said, loaded = await load(tmp_path, planned, room=8)
    layers = [attempt[0] for attempt in tried]
    assert layers[0] == 13
    assert layers == sorted(layers, reverse=True)
    assert 0 < layers[-1] <= 8
    assert loaded.layers_on_gpu < 12
    assert any("did not load on the GPU" in text for text in said)


async def test_processor_is_the_last_try(tmp_path: Path, planned: LoadPlan) -> None:
    tried, said, loaded = await load(tmp_path, planned, room=0)
    assert tried[-1] == [0, []]
    assert loaded.device == "CPU"
    assert "processor only" in said[-1] or any("processor only" in text for text in said)


async def test_all_on_the_gpu_or_not_at_all_is_not_made_smaller(tmp_path: Path, planned: LoadPlan) -> None:
    with pytest.raises(OutOfMemoryError, match="does not fit"):
        await load(tmp_path, dataclasses.replace(planned, policy="gpu"), room=4)
    assert len((tmp_path / "tried.jsonl").read_text().splitlines()) == 1
