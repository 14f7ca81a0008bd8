"""The service that serves: its key, how many it answers at once, and streams of a model that takes its time."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2
import pytest

from app.domain.errors import BatonError, OutOfMemoryError, UsageError, WorkerDiedError
from app.domain.models import LoadPlan, LocalModel
from app.domain.ports import ChatRequest, CompletionRequest
from app.domain.stream import Finished, FinishReason, Progress, StreamEvent, TextDelta
from app.providers.local import LocalProvider
from app.services.models import ModelService
from app.services.serving.local_runner import LocalRunner
from app.services.serving.service import ServingService
from app.services.settings import SettingsService
from app.storage.settings_file import TomlSettingsStore
from app.system.http_server import LoopbackHttpServer
from app.system.keyring import MemorySecretStore
from tests.model_files_fake import MemoryEngine, MemoryModelFiles


class Loading(asyncio.Event):
    """Waited for with reports of progress."""


Step = StreamEvent | BatonError | asyncio.Event
WORDS = TextDelta(text="words")
END = Finished(reason=FinishReason.STOP)


class ScriptedEngine(MemoryEngine):
    """Answers every request by the same steps: events are yielded, errors raised, ``asyncio.Event`` values waited for;
    ``Loading`` reports its progress meanwhile.
    """

    def __init__(self) -> None:
        super().__init__()
        self.steps: list[Step] = [WORDS, END]
        self.running = 0

    async def stream(
        self, model: LocalModel, plan: LoadPlan, request: ChatRequest | CompletionRequest
    ) -> AsyncGenerator[StreamEvent]:
        self.running += 1
        try:
            for step in self.steps:
                match step:
                    case Loading():
                        while not step.is_set():
                            yield Progress(text="Loading tiny", fraction=0.5)
                            await asyncio.sleep(0.005)
                    case asyncio.Event():
                        await step.wait()
                    case BatonError():
                        raise step
                    case _:
                        yield step
        finally:
            self.running -= 1


@dataclass
class Offer:
    """A serving service over a scripted engine, and a client that has the key."""

    service: ServingService
    engine: ScriptedEngine
    keys: MemorySecretStore
    clients: list[httpx2.AsyncClient] = field(default_factory=list)

    async def client(self) -> httpx2.AsyncClient:
        state = self.service.state if self.service.state.is_on else await self.service.start(port=0)
        client = httpx2.AsyncClient(
            base_url=state.url, headers={"Authorization": f"Bearer {await self.service.key()}"}, timeout=30
        )
        self.clients.append(client)
        return client


@pytest.fixture
async def offer(tmp_path: Path) -> AsyncIterator[Callable[..., Offer]]:
    made: list[Offer] = []

    def make(**more: Any) -> Offer:
        settings = SettingsService(TomlSettingsStore(tmp_path / "settings.toml"))
        files, engine = MemoryModelFiles(), ScriptedEngine()
        files.add(Path("/models/tiny.gguf"))
        local = LocalProvider(store=files, engine=engine, settings=lambda: settings.current)
        keys = MemorySecretStore()
        models = ModelService(settings=settings, secrets=keys, providers=lambda: {"local": local})
        service = ServingService(
            server=LoopbackHttpServer(),
            keys=keys,
            runner=LocalRunner(models=models, store=files, engine=engine, settings=settings),
            settings=settings,
            **more,
        )
        made.append(Offer(service, engine, keys))
        return made[-1]

    yield make
    for one in made:
        for client in one.clients:
            await client.aclose()
        await one.service.stop()
        assert one.service.state.running == ()


def hello(**more: object) -> dict[str, object]:
    return {"model": "tiny", "messages": [{"role": "user", "content": "hello"}], **more}


async def until(holds: Callable[[], object]) -> None:
    async with asyncio.timeout(20):
        while not holds():  # noqa: ASYNC110  (nothing here raises an event)
            await asyncio.sleep(0.002)


async def test_a_key_is_made_once_kept_and_replaced_on_request(offer: Callable[..., Offer]) -> None:
    one = offer()
    key = await one.service.key()
    assert len(key) > 40
    assert one.keys.get("serve") == key
    assert await one.service.key() == key
    assert await one.service.new_key() != key
    assert await one.service.key() != key


async def test_the_state_tells_what_runs_and_listeners_hear_of_it(offer: Callable[..., Offer]) -> None:
    one = offer()
    heard = []
    end = one.service.subscribe(heard.append)
    client = await one.client()
    gate = asyncio.Event()
    one.engine.steps = [gate, WORDS, END]
    asking = asyncio.ensure_future(client.post("/chat/completions", json=hello(), headers={"User-Agent": "prog/1"}))
    await until(lambda: one.service.state.running)
    (running,) = one.service.state.running
    assert (running.what, running.model, running.program) == ("chat", "tiny", "prog/1")
    gate.set()
    assert (await asking).status_code == 200
    await until(lambda: not one.service.state.running)
    assert one.service.state.asked == 1
    assert [len(state.running) for state in heard] == [0, 1, 0]
    end()
    await one.service.stop()
    assert len(heard) == 3
    assert not one.service.state.is_on


async def test_beyond_what_can_be_answered_at_once_a_program_is_asked_to_wait(offer: Callable[..., Offer]) -> None:
    one = offer()
    client = await one.client()
    gate = asyncio.Event()
    one.engine.steps = [gate, WORDS, END]
    asking = [asyncio.ensure_future(client.post("/chat/completions", json=hello())) for _ in range(64)]
    await until(lambda: len(one.service.state.running) == 64)
    refused = await client.post("/chat/completions", json=hello())
    assert (refused.status_code, refused.headers["retry-after"]) == (429, "1")
    assert refused.json()["error"]["type"] == "rate_limit_error"
    gate.set()
    assert {(await one).status_code for one in asking} == {200}
    assert (await client.post("/chat/completions", json=hello())).status_code == 200


@pytest.mark.parametrize("stream", [True, False])
@pytest.mark.parametrize(("error", "status"), [(OutOfMemoryError("It is full."), 503), (WorkerDiedError("Gone."), 503)])
async def test_what_fails_before_a_word_was_said_has_a_status(
    offer: Callable[..., Offer], stream: bool, error: BatonError, status: int
) -> None:
    one = offer()
    client = await one.client()
    one.engine.steps = [Progress(text="Loading tiny", fraction=0.5), error]
    failed = await client.post("/chat/completions", json=hello(stream=stream))
    assert failed.status_code == status
    assert failed.json()["error"]["message"] == error.message


async def test_what_fails_in_the_middle_of_a_stream_is_its_last_piece(offer: Callable[..., Offer]) -> None:
    one = offer()
    client = await one.client()
    one.engine.steps = [WORDS, WorkerDiedError("Gone.")]
    failed = await client.post("/chat/completions", json=hello(stream=True))
    assert failed.status_code == 200
    last = failed.text.strip().split("\n\n")[-1]
    assert json.loads(last.removeprefix("data: "))["error"]["code"] == "model_stopped"


async def test_the_first_word_is_sent_at_once_and_one_choice_does_not_wait_for_another(
    offer: Callable[..., Offer],
) -> None:
    one = offer()
    client = await one.client()
    gate = asyncio.Event()
    one.engine.steps = [WORDS, gate, END]
    async with client.stream("POST", "/chat/completions", json=hello(stream=True, n=2)) as answer:
        lines = answer.aiter_lines()
        told = []
        async with asyncio.timeout(20):
            while len(told) < 2:  # the gate is shut: nothing after the first words can be meant
                line = await anext(lines)
                if '"words"' in line:
                    told.append(json.loads(line.removeprefix("data: "))["choices"][0]["index"])
        assert sorted(told) == [0, 1]
        gate.set()
        assert [line async for line in lines][-2] == "data: [DONE]"


@pytest.mark.parametrize("kind", [asyncio.Event, Loading])
async def test_a_model_that_takes_its_time_keeps_the_stream_alive(
    offer: Callable[..., Offer], kind: type[asyncio.Event]
) -> None:
    one = offer(silence_s=0.02)
    client = await one.client()
    gate = kind()
    one.engine.steps = [gate, WORDS, END]
    async with client.stream("POST", "/chat/completions", json=hello(stream=True)) as answer:
        lines = answer.aiter_lines()
        async with asyncio.timeout(20):
            comments = 0
            while comments < 3:
                comments += (await anext(lines)).startswith(": ")
        gate.set()
        assert [line async for line in lines if '"words"' in line]


async def test_a_program_that_leaves_ends_all_its_answers(offer: Callable[..., Offer]) -> None:
    one = offer()
    client = await one.client()
    one.engine.steps = [WORDS, asyncio.Event(), END]
    async with client.stream("POST", "/chat/completions", json=hello(stream=True, n=3)) as answer:
        await anext(answer.aiter_lines())
        await until(lambda: one.engine.running == 3)
    await until(lambda: one.engine.running == 0)
    await until(lambda: not one.service.state.running)


async def test_it_is_started_once(offer: Callable[..., Offer]) -> None:
    one = offer()
    await one.service.start(port=0)
    with pytest.raises(UsageError, match="already"):
        await one.service.start(port=0)
    await one.service.stop()
    await one.service.stop()
    assert (await one.service.start(port=0)).is_on
