"""Queues, learned limits, waits, time-outs and breakers in front of every provider."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import aclosing
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import (
    BatonError,
    ContextOverflowError,
    KeyProblemError,
    ProviderFaultError,
    RateLimitedError,
    TimedOutError,
    UnreachableError,
    UnsupportedError,
)
from app.domain.ports import ChatRequest
from app.domain.settings import Settings
from app.domain.stream import Finished, FinishReason, Progress, RateLimits, StreamEvent, TextDelta
from app.providers.scripted import ScriptedProvider, words
from app.services.limits.allowance import Allowance
from app.services.limits.backoff import LONGEST_BACKOFF_S, retry_in_s
from app.services.limits.breaker import COOL_DOWN_S, FAILURES, LONGEST_ASKED_S, WINDOW_S, Breaker, BreakerState, Skip
from app.services.limits.lane import Lane, Urgency
from app.services.limits.requests import RequestLimits
from tests.provider_fixtures import Makers, ask
from tests.vendor_servers import Answer, Raw, VendorServer


class Time:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds
        await asyncio.sleep(0)


def limits(time: Time, settings: Settings | None = None) -> RequestLimits:
    return RequestLimits(settings=lambda: settings or Settings(), sleep=time.sleep, clock=time, jitter=lambda: 1.0)


async def told(
    limited: RequestLimits, provider: ScriptedProvider, urgency: Urgency = Urgency.PERSON
) -> list[StreamEvent]:
    request = ChatRequest(model="script", messages=ask().messages)
    async with aclosing(limited.stream(provider, request, urgency=urgency)) as events:
        return [event async for event in events]


async def asked(provider: ScriptedProvider, times: int) -> None:
    """Let the loop run until ``provider`` was asked so often."""
    for _ in range(10_000):
        if len(provider.requests) >= times:
            return
        await asyncio.sleep(0)
    pytest.fail(f"asked {len(provider.requests)} times, not {times}")


def said(events: Sequence[StreamEvent]) -> str:
    return "".join(event.text for event in events if isinstance(event, TextDelta))


def waits(events: Sequence[StreamEvent]) -> list[str]:
    return [event.text for event in events if isinstance(event, Progress)]


async def test_what_a_vendor_says_of_its_limits_is_taken_in_and_never_passed_on() -> None:
    time = Time()
    limited = limits(time)
    provider = ScriptedProvider(
        [[RateLimits(requests_left=0, requests_reset_s=3.0), *words("one")], words("two")], name="cloud", title="Cloud"
    )
    first = await told(limited, provider)
    assert not any(isinstance(event, RateLimits) for event in first)
    assert time.slept == []
    second = await told(limited, provider)
    assert said(second) == "two"
    assert sum(time.slept) == 3.0
    assert waits(second) == [f"Waiting for the limit of Cloud: {left} s" for left in (3, 2, 1)]


async def test_a_limit_of_tokens_that_requests_use_up_is_waited_for_too() -> None:
    time = Time()
    limited = limits(time)
    provider = ScriptedProvider(
        [[RateLimits(tokens_left=1, tokens_reset_s=2.0), *words("one")], words("two"), words("three")], name="cloud"
    )
    await told(limited, provider)
    await told(limited, provider)
    assert time.slept == []  # one token is left, and the request takes it
    await told(limited, provider)
    assert sum(time.slept) == 2.0


async def test_a_wait_longer_than_the_person_finds_acceptable_fails_at_once_but_a_batch_waits() -> None:
    time = Time()
    limited = limits(time, Settings(rate_limit_wait_s=10))
    provider = ScriptedProvider(
        [[RateLimits(requests_left=0, requests_reset_s=30.0), *words("one")], words("two")], name="cloud"
    )
    await told(limited, provider)
    with pytest.raises(RateLimitedError) as caught:
        await told(limited, provider)
    assert caught.value.retry_after_s == 30.0
    assert len(provider.requests) == 1
    assert said(await told(limited, provider, Urgency.BATCH)) == "two"
    assert sum(time.slept) == 30.0


async def test_a_provider_that_is_to_be_asked_again_is_asked_whatever_wait_it_named_before() -> None:
    limited = limits(Time())
    provider = ScriptedProvider([[RateLimitedError("Busy.", retry_after_s=86_400)], words("Here.")], name="cloud")
    with pytest.raises(RateLimitedError):
        await told(limited, provider)
    limited.reset("cloud")
    assert said(await told(limited, provider)) == "Here."


async def test_what_one_request_is_told_to_wait_holds_for_those_beside_it() -> None:
    time = Time()
    limited = limits(time)
    provider = ScriptedProvider(
        [[RateLimitedError("Busy.", retry_after_s=7)], words("one"), words("two")], name="cloud"
    )
    assert said(await told(limited, provider)) == "one"
    assert sum(time.slept) == 7
    refused = ScriptedProvider([[RateLimitedError("Busy.", retry_after_s=70)], words("late")], name="other")
    with pytest.raises(RateLimitedError):
        await told(limited, refused)
    with pytest.raises(RateLimitedError, match="used up"):
        await told(limited, refused)
    assert len(refused.requests) == 1  # the second was not even sent


async def test_no_more_requests_go_at_once_than_the_setting_allows_and_waiting_is_told() -> None:
    gate = asyncio.Event()
    provider = ScriptedProvider(lambda _: [TextDelta(text="x"), gate], name="cloud", title="Cloud")
    limited = limits(Time(), Settings(requests_at_once=2))
    running = [asyncio.create_task(told(limited, provider)) for _ in range(3)]
    await asked(provider, 2)
    for _ in range(20):
        await asyncio.sleep(0)
    assert len(provider.requests) == 2
    gate.set()
    events = await asyncio.gather(*running)
    assert waits(events[2]) == ["Waiting for Cloud: 2 requests are before this one."]
    assert len(provider.requests) == 3


async def test_a_local_model_has_no_queue_here() -> None:
    gate = asyncio.Event()
    provider = ScriptedProvider(lambda _: [TextDelta(text="x"), gate], name="local")
    limited = limits(Time(), Settings(requests_at_once=1))
    running = [asyncio.create_task(told(limited, provider)) for _ in range(3)]
    await asked(provider, 3)
    gate.set()
    await asyncio.gather(*running)


async def test_chats_go_before_batches_and_else_who_came_first() -> None:
    order: list[str] = []
    lane = Lane(lambda: 1)
    first = lane.join(Urgency.BATCH)
    tickets = {
        name: lane.join(urgency)
        for name, urgency in (
            ("batch 1", Urgency.BATCH),
            ("chat 1", Urgency.PERSON),
            ("batch 2", Urgency.BATCH),
            ("chat 2", Urgency.PERSON),
        )
    }
    assert lane.ahead(tickets["batch 1"]) == 3
    lane.leave(first)
    while tickets:
        [name] = [name for name, ticket in tickets.items() if ticket.admitted.is_set()]
        order.append(name)
        lane.leave(tickets.pop(name))
    assert order == ["chat 1", "chat 2", "batch 1", "batch 2"]


@given(
    st.lists(st.tuples(st.sampled_from(["join", "leave"]), st.sampled_from(Urgency), st.integers(0, 9)), max_size=60)
)
def test_a_lane_never_admits_more_than_it_may_and_never_stands_still(steps: list[tuple[str, Urgency, int]]) -> None:
    lane = Lane(lambda: 3)
    held: list = []  # type: ignore[type-arg]
    for step, urgency, at in steps:
        if step == "join":
            held.append(lane.join(urgency))
        elif held:
            lane.leave(held.pop(at % len(held)))
        admitted = sum(ticket.admitted.is_set() for ticket in held)
        assert admitted == min(3, len(held))


async def test_who_is_stopped_while_waiting_gives_the_place_up() -> None:
    gate = asyncio.Event()
    provider = ScriptedProvider(lambda _: [TextDelta(text="x"), gate], name="cloud")
    limited = limits(Time(), Settings(requests_at_once=1))
    first = asyncio.create_task(told(limited, provider))
    second = asyncio.create_task(told(limited, provider))
    third = asyncio.create_task(told(limited, provider))
    for _ in range(20):
        await asyncio.sleep(0)
    second.cancel()
    gate.set()
    await asyncio.gather(first, third)
    assert len(provider.requests) == 2


async def test_a_server_that_only_gives_signs_of_life_ends_by_the_wait_for_the_first_word() -> None:
    class Heartbeats(ScriptedProvider):
        async def stream(self, request: ChatRequest) -> AsyncIterator[StreamEvent]:
            try:
                while True:
                    yield Progress(text="still here")
                    await asyncio.sleep(0)
            finally:
                self.closed += 1

    provider = Heartbeats(name="cloud", title="Cloud")
    with pytest.raises(TimedOutError, match="did not begin an answer within"):
        await told(limits(Time(), Settings(first_token_timeout_s=0)), provider)
    assert provider.closed == 1


async def test_a_real_stream_of_pings_ends_by_the_wait_for_the_first_word(
    makers: Makers, vendor_server: VendorServer
) -> None:
    def pings() -> Iterator[bytes]:
        while not vendor_server.gone.wait(0.02):
            yield b'event: ping\ndata: {"type": "ping"}\n\n'

    vendor_server.script(Answer("Warm."), Raw(pings()))  # type: ignore[arg-type]  # it only iterates
    provider = makers.anthropic(vendor_server)

    async def answer(settings: Settings) -> str:
        limited = RequestLimits(settings=lambda: settings)
        async with aclosing(limited.stream(provider, ask(model="test-model"), urgency=Urgency.PERSON)) as events:
            return said([event async for event in events])

    assert await answer(Settings()) == "Warm."  # the vendor's SDK is imported by now
    with pytest.raises(TimedOutError, match="did not begin an answer within 1 s"):
        await answer(Settings(first_token_timeout_s=1))
    assert await asyncio.to_thread(vendor_server.gone.wait, 10)


async def test_once_an_answer_began_only_silence_ends_it() -> None:
    provider = ScriptedProvider([[TextDelta(text="Half"), asyncio.Event()]], name="cloud", title="Cloud")
    with pytest.raises(TimedOutError, match="sent nothing for 0 s"):
        await told(limits(Time(), Settings(first_token_timeout_s=3600, request_timeout_s=0)), provider)


@given(st.integers(0, 5), st.floats(0, 1), st.none() | st.floats(0, 100))
def test_a_backoff_is_drawn_within_its_bounds(attempt: int, draw: float, patience_s: float | None) -> None:
    wait_s = retry_in_s(ProviderFaultError("Busy."), attempt, patience_s=patience_s, jitter=lambda: draw)
    if attempt >= 2:
        assert wait_s is None
    else:
        assert wait_s is not None
        assert 0 <= wait_s <= min(LONGEST_BACKOFF_S, 0.5 * 2**attempt)
        assert patience_s is None or wait_s <= patience_s


def test_drawn_waits_differ_so_that_clients_do_not_come_back_at_once() -> None:
    drawn = {retry_in_s(ProviderFaultError("Busy."), 1, patience_s=None) for _ in range(20)}
    assert len(drawn) > 1


@given(
    st.none() | st.integers(-5, 10**9),
    st.none() | st.floats(allow_nan=True, allow_infinity=True),
    st.integers(0, 10**6),
)
def test_nonsense_in_headers_never_makes_anybody_wait_for_ever(
    left: int | None, reset_s: float | None, taken: int
) -> None:
    allowance = Allowance()
    allowance.learn(RateLimits(requests_left=left, requests_reset_s=reset_s), 100.0)
    allowance.take(taken)
    assert 0 <= allowance.wait_s(100.0) <= 3600
    assert allowance.wait_s(100.0 + 3601) == 0


def breaker(time: Time) -> Breaker:
    return Breaker(clock=time, jitter=lambda: 0.5)


def fail(it: Breaker, fault: BatonError | None = None) -> None:
    it.asked()
    it.failed(fault or ProviderFaultError("It has a fault."), patience_s=60)


def test_a_breaker_opens_after_failures_in_a_row_lets_one_try_and_closes_when_that_is_answered() -> None:
    time = Time()
    it = breaker(time)
    for _ in range(FAILURES - 1):
        fail(it)
    assert it.skip() is None
    fail(it)
    skip = it.skip()
    assert skip is not None
    at = datetime(2026, 11, 26, 12, 30, tzinfo=UTC)
    assert f"{FAILURES} failures" in skip.sentence(at)
    assert skip.left_s == COOL_DOWN_S
    time.now += COOL_DOWN_S
    assert it.state is BreakerState.HALF_OPEN
    assert it.skip() is None
    it.asked()
    assert it.skip() is not None  # while one tries, the others wait
    it.answered()
    assert (it.state, it.skip()) == (BreakerState.CLOSED, None)


def test_a_trial_that_fails_keeps_it_open_for_longer() -> None:
    time = Time()
    it = breaker(time)
    for _ in range(FAILURES):
        fail(it)
    time.now += COOL_DOWN_S
    fail(it, UnreachableError("Gone."))
    skip = it.skip()
    assert skip is not None
    assert skip.left_s == 2 * COOL_DOWN_S


def test_failures_that_lie_far_apart_do_not_open_it() -> None:
    time = Time()
    it = breaker(time)
    for _ in range(3 * FAILURES):
        fail(it)
        time.now += WINDOW_S / (FAILURES - 2)
    assert it.skip() is None


def test_a_long_retry_after_opens_it_until_then_and_a_short_one_does_not() -> None:
    time = Time()
    it = breaker(time)
    fail(it, RateLimitedError("Wait.", retry_after_s=20))
    assert it.skip() is None
    fail(it, RateLimitedError("Wait.", retry_after_s=300))
    skip = it.skip()
    assert skip is not None
    assert skip.left_s == 300


def test_a_key_problem_opens_it_until_it_is_reset() -> None:
    time = Time()
    it = breaker(time)
    fail(it, KeyProblemError("Cloud did not accept the key.", provider="cloud"))
    time.now += 10**6
    skip = it.skip()
    assert skip is not None
    assert skip.sentence(datetime.now(UTC)) == "Skipped until its key changes: Cloud did not accept the key."
    it.reset()
    assert it.skip() is None


@pytest.mark.parametrize("fault", [UnsupportedError("No."), ContextOverflowError("Long.")])
def test_what_only_tells_of_the_request_does_not_count(fault: BatonError) -> None:
    it = breaker(Time())
    for _ in range(3 * FAILURES):
        fail(it, fault)
    assert it.skip() is None


async def test_a_provider_that_fails_is_named_as_skipped_until_it_is_reset() -> None:
    time = Time()
    limited = limits(time)
    fault = ProviderFaultError("It has a fault.")
    provider = ScriptedProvider([[fault]] * 6, name="cloud")  # two requests, each sent three times
    for _ in range(2):
        with pytest.raises(ProviderFaultError):
            await told(limited, provider)
    assert list(limited.skips()) == ["cloud"]
    limited.reset("cloud")
    assert limited.skips() == {}


async def test_a_stopped_trial_does_not_leave_the_breaker_half_open_for_ever() -> None:
    time = Time()
    limited = limits(time)
    gate = asyncio.Event()
    turns: list[list[object]] = [[UnreachableError("Gone.")] for _ in range(6)]
    provider = ScriptedProvider([*turns, [gate], [Finished(reason=FinishReason.STOP)]], name="cloud")  # type: ignore[list-item]
    for _ in range(2):
        with pytest.raises(UnreachableError):
            await told(limited, provider)
    time.now += 10 * COOL_DOWN_S
    trial = asyncio.create_task(told(limited, provider))
    await asked(provider, 7)
    assert limited.skip("cloud") is not None
    trial.cancel()
    await asyncio.gather(trial, return_exceptions=True)
    assert limited.skip("cloud") is None


async def test_a_wait_of_days_is_kept_for_an_hour_and_then_asked_about_again() -> None:
    time = Time()
    it = breaker(time)
    fail(it, RateLimitedError("Wait.", retry_after_s=30 * 86_400.0))
    skip = it.skip()
    assert skip is not None
    assert skip.left_s == LONGEST_ASKED_S
    provider = ScriptedProvider(
        [[RateLimitedError("Busy.", retry_after_s=30 * 86_400.0)], words("Here.")], name="cloud"
    )
    assert said(await told(limits(time), provider, Urgency.BATCH)) == "Here."
    assert sum(time.slept) == LONGEST_ASKED_S


def test_the_day_is_said_where_it_is_not_today() -> None:
    now = datetime(2026, 11, 26, 23, 50).astimezone()
    assert Skip(why="5 failures", left_s=300).sentence(now) == "Skipped until 23:55: 5 failures."
    assert Skip(why="5 failures", left_s=900).sentence(now) == "Skipped until 00:05 on 27 Nov: 5 failures."
