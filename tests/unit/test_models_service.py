"""The model service over scripted providers: lists, keys, checks, retries, silence."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import aclosing

import pytest

from app.domain.errors import (
    BatonError,
    KeyProblemError,
    MalformedReplyError,
    NotFoundError,
    ProviderFaultError,
    RateLimitedError,
    StreamCutError,
    TimedOutError,
    UnreachableError,
    UnsupportedError,
    UsageError,
)
from app.domain.models import Capabilities, Endpoint, EndpointPreset, ModelId, ModelInfo
from app.domain.ports import ChatProvider, ChatRequest
from app.domain.settings import Settings
from app.domain.stream import Finished, FinishReason, Progress, StreamEvent, TextDelta
from app.providers.scripted import ScriptedProvider, Turn, words
from app.services.limits.requests import RequestLimits
from app.services.models import KeyOrigin, ModelService
from app.services.settings import SettingsService
from app.system.keyring import MemorySecretStore
from tests.provider_fixtures import ask

MODEL = ModelId("scripted", "script")


class MemorySettings:
    """A settings file that is none."""

    notices: Sequence[str] = ()

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def load(self) -> Settings:
        return self.settings

    def save(self, settings: Settings) -> None:
        self.settings = settings


class Vendor:
    """A provider that needs a key, lists what it is told to, and also takes names it does not list."""

    needs_key = True

    def __init__(self, name: str, listed: Callable[[], Sequence[str]]) -> None:
        self.name = name
        self.title = name.title()
        self.asked = 0
        self._listed = listed

    async def models(self) -> Sequence[ModelInfo]:
        self.asked += 1
        return [ModelInfo(id=ModelId(self.name, name), title=name.upper()) for name in self._listed()]

    def unlisted(self, model: str) -> ModelInfo:
        return ModelInfo(id=ModelId(self.name, model), title=model, capabilities=Capabilities(context_tokens=4096))

    async def stream(self, request: ChatRequest) -> AsyncIterator[StreamEvent]:
        yield TextDelta(text=request.model)
        yield Finished(reason=FinishReason.STOP)

    async def aclose(self) -> None:
        pass


class Slept:
    """A sleep that takes no time and remembers how long it was to be."""

    def __init__(self) -> None:
        self.waits: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.waits.append(seconds)
        await asyncio.sleep(0)


class Clock:
    """A clock that stands still until it is set."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


def service(
    *providers: ChatProvider,
    secrets: MemorySecretStore | None = None,
    sleep: Slept | None = None,
    clock: Clock | None = None,
    settings: Settings | None = None,
    environ: Mapping[str, str] | None = None,
    well_known: Sequence[EndpointPreset] = (),
) -> ModelService:
    by_name = {provider.name: provider for provider in providers}
    kept = SettingsService(MemorySettings(settings or Settings()))
    clock = clock or Clock()
    return ModelService(
        settings=kept,
        secrets=secrets or MemorySecretStore(),
        providers=lambda: by_name,
        well_known=well_known,
        key_variables={"vendor": "VENDOR_API_KEY"},
        environ=environ or {},
        limits=RequestLimits(settings=lambda: kept.current, sleep=sleep or Slept(), clock=clock, jitter=lambda: 1.0),
        clock=clock,
    )


def keyed(*names: str) -> MemorySecretStore:
    secrets = MemorySecretStore()
    for name in names:
        secrets.set(name, f"sk-{name}-secret")
    return secrets


async def answer(models: ModelService, request: ChatRequest | None = None, model: ModelId = MODEL) -> list[StreamEvent]:
    async with aclosing(models.stream(model, request or ask())) as events:  # type: ignore[type-var]
        return [event async for event in events]


def failing(problem: Exception) -> Callable[[], Sequence[str]]:
    def listed() -> Sequence[str]:
        raise problem

    return listed


async def test_one_providers_fault_never_hides_another() -> None:
    good = Vendor("good", lambda: ["a", "b"])
    down = Vendor("down", failing(UnreachableError("It cannot be reached.", remedy="Start it.")))
    broken = Vendor("broken", failing(RuntimeError("a bug")))
    found = {
        status.name: status
        for status in await service(good, down, broken, secrets=keyed("good", "down", "broken")).statuses()
    }
    assert [info.id.name for info in found["good"].models] == ["a", "b"]
    assert found["down"].problem == "It cannot be reached. Start it."
    assert found["down"].models == ()
    assert "Broken" in (found["broken"].problem or "")


async def test_providers_are_asked_at_the_same_time() -> None:
    ready = asyncio.Barrier(2)

    class Meeting(Vendor):
        async def models(self) -> Sequence[ModelInfo]:
            await ready.wait()
            return await super().models()

    both = service(Meeting("one", lambda: ["a"]), Meeting("two", lambda: ["b"]), secrets=keyed("one", "two"))
    async with asyncio.timeout(5):
        assert [len(status.models) for status in await both.statuses()] == [1, 1]


async def test_a_provider_without_a_key_is_not_asked_and_says_how_to_get_one() -> None:
    vendor = Vendor("vendor", lambda: ["a"])
    [status] = await service(vendor).statuses()
    assert (vendor.asked, status.has_key, status.needs_key) == (0, False, True)
    assert "baton keys set vendor" in (status.problem or "")


async def test_lists_are_kept_for_an_hour_and_refreshed_on_request_and_after_a_new_key() -> None:
    vendor, clock = Vendor("vendor", lambda: ["a"]), Clock()
    models = service(vendor, secrets=keyed("vendor"), clock=clock)
    for _ in range(3):
        [status] = await models.statuses()
        assert len(status.models) == 1
    assert vendor.asked == 1
    await models.statuses(refresh=True)
    assert vendor.asked == 2
    clock.now += 3601
    await models.statuses()
    assert vendor.asked == 3
    await models.set_key("vendor", "sk-another")
    await models.statuses()
    assert vendor.asked == 4


async def test_a_failed_list_is_asked_for_again_next_time() -> None:
    outcomes: list[Exception | None] = [UnreachableError("Down."), None]

    def listed() -> Sequence[str]:
        outcome = outcomes.pop(0)
        if outcome is not None:
            raise outcome
        return ["a"]

    models = service(Vendor("vendor", listed), secrets=keyed("vendor"))
    assert (await models.statuses())[0].problem is not None
    assert (await models.statuses())[0].problem is None


async def test_a_keyless_endpoint_that_was_never_switched_on_is_left_alone_but_answers_when_named() -> None:
    ollama = Endpoint(name="ollama", url="http://localhost:1/v1", needs_key=False)
    dormant = ScriptedProvider([words("hi")], name="ollama")
    known = (EndpointPreset(endpoint=ollama),)
    models = service(dormant, well_known=known)
    assert await models.statuses() == []
    assert (await answer(models, model=ModelId("ollama", "script")))[-1] == Finished(reason=FinishReason.STOP)
    switched_on = service(dormant, well_known=known, settings=Settings(endpoints=(ollama,)))
    assert [status.name for status in await switched_on.statuses()] == ["ollama"]


async def test_info_knows_listed_unlisted_and_unknown_models() -> None:
    vendor = Vendor("vendor", lambda: ["a"])
    models = service(vendor, ScriptedProvider(), secrets=keyed("vendor"))
    assert (await models.info(ModelId("vendor", "a"))).title == "A"
    assert (await models.info(ModelId("vendor", "ft:new"))).capabilities.context_tokens == 4096
    with pytest.raises(NotFoundError, match="nobody"):
        await models.info(ModelId("nobody", "x"))
    with pytest.raises(NotFoundError, match="scripted:other"):
        await models.info(ModelId("scripted", "other"))


async def test_info_of_a_provider_that_is_down_or_keyless_still_says_what_is_assumed() -> None:
    down = Vendor("down", failing(UnreachableError("Down.")))
    keyless = Vendor("vendor", lambda: ["a"])
    models = service(down, keyless, secrets=keyed("down"))
    assert (await models.info(ModelId("down", "x"))).capabilities.context_tokens == 4096
    assert (await models.info(ModelId("vendor", "x"))).capabilities.context_tokens == 4096
    assert keyless.asked == 0


async def test_a_list_is_not_asked_for_at_every_turn_for_a_name_it_does_not_hold_or_while_it_fails() -> None:
    clock = Clock()
    good, down = Vendor("good", lambda: ["a"]), Vendor("down", failing(UnreachableError("Down.")))
    models = service(good, down, secrets=keyed("good", "down"), clock=clock)
    for _ in range(3):
        await models.info(ModelId("good", "unlisted"))
        await models.info(ModelId("down", "unlisted"))
    assert (good.asked, down.asked) == (1, 1)
    clock.now += 61
    await models.info(ModelId("down", "unlisted"))
    assert down.asked == 2


async def test_parameters_are_checked_before_anything_is_asked() -> None:
    provider = ScriptedProvider([words("hi")])
    models = service(provider)
    for parameters in ({"temperature": 9.0}, {"nonsense": 1}, {"reasoning_effort": "extreme"}):
        with pytest.raises(UnsupportedError):
            await answer(models, ask(parameters=parameters))
    assert provider.requests == []


async def test_the_request_reaches_the_provider_under_the_models_own_name() -> None:
    provider = ScriptedProvider([words("hi")])
    await answer(service(provider), ask(model="anything at all"))
    assert provider.requests[0].model == "script"


async def test_a_busy_vendor_is_asked_again_after_the_wait_it_wants_and_the_person_is_told() -> None:
    slept = Slept()
    provider = ScriptedProvider([[RateLimitedError("Too many requests.", retry_after_s=12)], words("at last")])
    events = await answer(service(provider, sleep=slept))
    assert sum(slept.waits) == 12
    assert isinstance(events[0], Progress)
    assert "12 s" in events[0].text
    assert TextDelta(text="at ") in events


async def test_retries_end_after_two_and_the_fault_is_told() -> None:
    slept = Slept()
    fault = ProviderFaultError("It has a fault of its own.")
    provider = ScriptedProvider([[fault], [fault], [fault], words("never")])
    with pytest.raises(ProviderFaultError):
        await answer(service(provider, sleep=slept))
    assert len(provider.requests) == 3
    assert slept.waits == [0.5, 1.0]


@pytest.mark.parametrize(
    "fault",
    [
        KeyProblemError("No.", provider="x"),
        RateLimitedError("Wait.", retry_after_s=61),
        TimedOutError("Late."),
        MalformedReplyError("Odd."),
        UnsupportedError("No."),
    ],
)
async def test_what_another_try_would_not_mend_is_not_tried_again(fault: BatonError) -> None:
    slept = Slept()
    provider = ScriptedProvider([[fault], words("never")])
    with pytest.raises(type(fault)):
        await answer(service(provider, sleep=slept))
    assert (len(provider.requests), slept.waits) == (1, [])


async def test_a_provider_that_refused_a_key_is_asked_again_once_another_is_there_whoever_set_it() -> None:
    secrets = keyed("scripted")
    provider = ScriptedProvider([[KeyProblemError("No.", provider="scripted")], words("Welcome.")])
    models = service(provider, secrets=secrets)
    with pytest.raises(KeyProblemError):
        await answer(models)
    assert (await models.skip("scripted")) is not None
    assert (await models.statuses())[0].skipped is not None
    secrets.set("scripted", "sk-another")  # as another process does, behind the service's back
    assert (await models.statuses())[0].skipped is None
    assert await models.skip("scripted") is None
    assert TextDelta(text="Welcome.") in await answer(models)


async def test_nothing_is_tried_again_once_the_answer_began() -> None:
    provider = ScriptedProvider([[TextDelta(text="Half"), StreamCutError("It broke off.")], words("never")])
    got: list[StreamEvent] = []

    async def listen() -> None:
        async for event in service(provider).stream(MODEL, ask()):
            got.append(event)  # noqa: PERF401 what came before the fault is looked at

    with pytest.raises(StreamCutError):
        await listen()
    assert got == [TextDelta(text="Half")]
    assert len(provider.requests) == 1


async def test_progress_before_the_first_word_does_not_stop_a_retry() -> None:
    provider = ScriptedProvider([[Progress(text="Loading"), UnreachableError("Gone.")], words("back")])
    events = await answer(service(provider))
    assert TextDelta(text="back") in events


async def test_a_stream_that_ends_without_an_end_is_a_cut() -> None:
    class Endless(ScriptedProvider):
        async def stream(self, request: ChatRequest) -> AsyncIterator[StreamEvent]:
            yield TextDelta(text="Half")

    with pytest.raises(StreamCutError):
        await answer(service(Endless()))


async def test_a_silent_provider_times_out_and_its_stream_is_closed() -> None:
    provider = ScriptedProvider([[TextDelta(text="Half"), asyncio.Event()]])
    models = service(provider, settings=Settings(request_timeout_s=0))
    with pytest.raises(TimedOutError):
        await answer(models)
    assert provider.closed == 1


async def test_closing_the_stream_closes_the_providers() -> None:
    provider = ScriptedProvider([[TextDelta(text="Half"), asyncio.Event()]])
    async with aclosing(service(provider).stream(MODEL, ask())) as events:  # type: ignore[type-var]
        assert await anext(events) == TextDelta(text="Half")
    assert provider.closed == 1


async def test_cancelling_the_listener_closes_the_providers_stream() -> None:
    begun, never = asyncio.Event(), asyncio.Event()

    def turn(_: ChatRequest) -> Turn:
        begun.set()
        yield never

    provider = ScriptedProvider(turn)
    task = asyncio.create_task(answer(service(provider)))
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert provider.closed == 1


async def test_cancelling_during_the_wait_for_a_retry_stops_it() -> None:
    waiting = asyncio.Event()

    class Stuck(Slept):
        async def __call__(self, seconds: float) -> None:
            waiting.set()
            await asyncio.Event().wait()

    provider = ScriptedProvider([[ProviderFaultError("Busy.")], words("never")])
    task = asyncio.create_task(answer(service(provider, sleep=Stuck())))
    await waiting.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert len(provider.requests) == 1


async def test_keys_are_set_listed_by_name_and_removed() -> None:
    secrets = MemorySecretStore()
    models = service(Vendor("vendor", lambda: ["a"]), ScriptedProvider(), secrets=secrets)
    assert await models.set_key("vendor", "  sk-abc-123\n") is None
    assert secrets.get("vendor") == "sk-abc-123"
    assert await models.key_origins() == {"vendor": KeyOrigin.KEYRING}
    await models.remove_key("vendor")
    assert await models.key_origins() == {}
    with pytest.raises(NotFoundError):
        await models.remove_key("vendor")


@pytest.mark.parametrize("key", ["", "  \n", "two words", "schlüssel", "a\nb", "x" * 5000])
async def test_what_is_no_key_is_refused_and_changes_nothing(key: str) -> None:
    secrets = keyed("vendor")
    with pytest.raises(UsageError) as caught:
        await service(Vendor("vendor", list), secrets=secrets).set_key("vendor", key)
    assert secrets.get("vendor") == "sk-vendor-secret"
    assert not key.strip() or key not in str(caught.value)


@pytest.mark.parametrize("provider", ["nobody", "scripted", ""])
async def test_a_key_for_who_takes_none_is_refused(provider: str) -> None:
    with pytest.raises(UsageError, match="vendor"):
        await service(Vendor("vendor", list), ScriptedProvider()).set_key(provider, "sk-x")


async def test_a_key_of_the_environment_is_used_shown_as_such_and_never_stored() -> None:
    secrets = MemorySecretStore()
    vendor = Vendor("vendor", lambda: ["a"])
    models = service(vendor, secrets=secrets, environ={"VENDOR_API_KEY": "sk-env"})
    assert [status.key_variable for status in await models.statuses() if status.name == vendor.name] == [
        "VENDOR_API_KEY"
    ]
    assert await models.key_origins() == {"vendor": KeyOrigin.ENVIRONMENT}
    [status] = await models.statuses()
    assert (status.has_key, len(status.models)) == (True, 1)
    assert secrets.get("vendor") is None
    with pytest.raises(NotFoundError, match="VENDOR_API_KEY"):
        await models.remove_key("vendor")


async def test_a_key_that_lives_for_this_run_only_says_so() -> None:
    secrets = MemorySecretStore(problem="There is no system keyring.")
    models = service(Vendor("vendor", list), secrets=secrets)
    assert await models.set_key("vendor", "sk-x") == "There is no system keyring."
    assert models.keyring_problem == "There is no system keyring."
    assert await models.key_origins() == {"vendor": KeyOrigin.THIS_RUN}
