"""A machine that runs short of memory: what is idle is unloaded and said, before anything swaps."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from app.domain.messages import Message
from app.domain.ports import ChatRequest
from app.domain.settings import Settings
from app.domain.stream import TextDelta
from app.llama.memory import MemoryState
from app.llama.supervisor import LlamaSupervisor
from tests import gguf_files
from tests.llama_fixtures import WORKER_COMMAND, local_model, plan_for

SHORT = MemoryState(free_bytes=10**8, total_bytes=32 * 10**9)
ENOUGH = MemoryState(free_bytes=20 * 10**9, total_bytes=32 * 10**9)


class Memory:
    """What the machine says of its memory."""

    def __init__(self) -> None:
        self.now = ENOUGH

    def __call__(self) -> MemoryState:
        return self.now


@pytest.fixture
def memory() -> Memory:
    return Memory()


@pytest.fixture
async def supervisor(memory: Memory) -> AsyncIterator[LlamaSupervisor]:
    supervisor = LlamaSupervisor(WORKER_COMMAND, settings=Settings, memory=memory, look_every_s=0.01)
    yield supervisor
    await supervisor.aclose()


async def answer(supervisor: LlamaSupervisor, path: Path) -> None:
    request = ChatRequest(model="m", messages=(Message.user("Go."),), parameters={"max_tokens": 2})
    async for _ in supervisor.stream(local_model(path), plan_for(path), request):
        pass


async def test_idle_model_is_unloaded_and_said(supervisor: LlamaSupervisor, memory: Memory, tmp_path: Path) -> None:
    said: asyncio.Queue[str] = asyncio.Queue()
    supervisor.listen(said.put_nowait)
    path = gguf_files.write_tiny_gguf(tmp_path / "idle.gguf")
    await answer(supervisor, path)
    memory.now = SHORT
    async with asyncio.timeout(20):
        text = await said.get()
    assert "Memory runs short" in text
    assert "'idle' was unloaded" in text
    assert supervisor.loaded == ()
    memory.now = ENOUGH
    await answer(supervisor, path)
    assert [plan.model for plan in supervisor.loaded] == ["idle"]


async def test_model_at_work_stays_and_is_warned_of_once(
    supervisor: LlamaSupervisor, memory: Memory, tmp_path: Path
) -> None:
    said: asyncio.Queue[str] = asyncio.Queue()
    supervisor.listen(said.put_nowait)
    path = gguf_files.write_tiny_gguf(tmp_path / "busy.gguf", context=131_072, layers=4)
    request = ChatRequest(model="m", messages=(Message.user("Talk."),), parameters={"max_tokens": 100_000})
    events = supervisor.stream(local_model(path), plan_for(path, context=131_072), request)
    async for event in events:
        if isinstance(event, TextDelta):
            break
    memory.now = SHORT
    async with asyncio.timeout(20):
        text = await said.get()
        assert "Close other programs" in text
        for _ in range(5):
            await anext(events)
    assert said.empty()
    assert [plan.model for plan in supervisor.loaded] == ["busy"]
    await events.aclose()
