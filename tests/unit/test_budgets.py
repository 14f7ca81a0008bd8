"""Budgets: what is refused before it is sent, what is stopped while it is written, and what the person is told once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import aclosing, suppress
from datetime import date, datetime

import pytest

from app.domain.errors import BudgetError
from app.domain.messages import Message
from app.domain.models import ModelId
from app.domain.ports import ChatRequest
from app.domain.spending import Budget, Scope, Terms, Unit, first_of_next_month
from app.domain.stream import StreamEvent, TextDelta, Usage
from app.providers.scripted import words
from tests.spending_fixtures import BERLIN, Desk

Desks = Callable[..., Desk]
CENT = [*words("Hi."), Usage(input_tokens=0, output_tokens=100)]  # $0.01


def cents(_: object) -> list[object]:
    return list(CENT)


def written(events: list[StreamEvent]) -> str:
    return "".join(event.text for event in events if isinstance(event, TextDelta))


@pytest.mark.parametrize(
    ("setting", "value", "words_of_it", "resets"),
    [
        ("budget_day_usd", 0.02, "today's budget of $0.02", "tomorrow"),
        ("budget_month_usd", 0.02, "this month's budget of $0.02", "it begins anew on 1 Dec"),
        ("budget_day_tokens", 200, "today's budget of 200 tokens", "tomorrow"),
        ("budget_month_tokens", 200, "this month's budget of 200 tokens", "it begins anew on 1 Dec"),
    ],
)
async def test_nothing_is_sent_once_a_budget_is_used_up(
    desk_of: Desks, setting: str, value: float, words_of_it: str, resets: str
) -> None:
    desk = desk_of(cents, **{setting: value})
    await desk.ask("")
    await desk.ask("")
    with pytest.raises(BudgetError) as raised:
        await desk.ask("")
    assert len(desk.provider.requests) == 2
    assert words_of_it in raised.value.message
    assert "is used up" in raised.value.message
    assert resets in raised.value.remedy
    assert "Settings > Budgets" in raised.value.remedy


async def test_a_chat_has_its_own_budget_and_others_go_on(desk_of: Desks) -> None:
    desk = desk_of(cents)
    terms = Terms(conversation_id="c1", budget_usd=0.01)
    await desk.ask("", terms=terms)
    with pytest.raises(BudgetError) as raised:
        await desk.ask("", terms=terms)
    assert "this chat's budget of $0.01" in raised.value.message
    assert "in the dock" in raised.value.remedy
    await desk.ask("", terms=Terms(conversation_id="c2", budget_usd=0.01))
    with pytest.raises(BudgetError):
        await desk.ask("", terms=Terms(conversation_id="c1", budget_tokens=100))
    await desk.ask("", terms=Terms(conversation_id="c1", budget_tokens=300))


async def test_a_new_day_and_a_new_month_begin_anew(desk_of: Desks) -> None:
    desk = desk_of(cents, budget_day_usd=0.01, budget_month_usd=0.02)
    desk.calendar.now = datetime(2026, 11, 29, 23, 59, tzinfo=BERLIN)
    await desk.ask("")
    with pytest.raises(BudgetError):
        await desk.ask("")
    desk.calendar.advance(minutes=1)
    await desk.ask("")
    desk.calendar.advance(minutes=1)
    with pytest.raises(BudgetError):
        await desk.ask("")
    desk.calendar.advance(days=1)
    await desk.ask("")


async def test_what_is_read_alone_may_be_too_much(desk_of: Desks) -> None:
    desk = desk_of(cents, budget_day_usd=0.01)
    with pytest.raises(BudgetError) as raised:
        await desk.ask("x" * 8_000)  # about 2,000 tokens, two cents
    assert "would read is more than is left of today's budget" in raised.value.message
    assert desk.provider.requests == []
    # How much is written nobody knows, so a short question goes.
    await desk.ask("x" * 800)


async def test_an_answer_that_goes_beyond_is_stopped_and_what_came_is_kept(desk_of: Desks) -> None:
    endless = [TextDelta(text="x" * 40)] * 100  # ten tokens each, a tenth of a cent
    desk = desk_of([*endless], budget_day_usd=0.01)
    came: list[StreamEvent] = []
    request = ChatRequest(model="script", messages=(Message.user(""),))
    with pytest.raises(BudgetError) as raised:  # noqa: PT012  (what came before it is looked at)
        async with aclosing(desk.models.stream(ModelId("scripted", "script"), request)) as events:  # type: ignore[type-var]
            async for event in events:
                came += [event]
    assert "it used today's budget of $0.01 up" in raised.value.message
    assert 360 <= len(written(came)) <= 440
    (row,) = await desk.rows()
    assert row["outcome"] == "stopped"
    assert row["output_tokens"] == pytest.approx(100, abs=11)


async def test_models_on_this_machine_are_never_stopped(desk_of: Desks) -> None:
    desk = desk_of(cents, is_private=True, budget_day_tokens=1)
    for _ in range(3):
        await desk.ask("a long question " * 20)
    assert len(desk.provider.requests) == 3


async def test_the_person_is_warned_once_of_each_budget(desk_of: Desks) -> None:
    desk = desk_of(cents, budget_day_usd=0.10, budget_month_usd=1.0)
    for _ in range(7):
        await desk.ask("")
    assert desk.warned == []
    await desk.ask("")
    assert desk.warned == ["Today's budget of $0.10 is used up to 80% ($0.0800)."]
    await desk.ask("")
    assert len(desk.warned) == 1
    # Another Baton does not say it again: the log tells that it was crossed before.
    other = desk_of(lambda _: [*words("Hi."), Usage(output_tokens=10)])
    await other.ask("")
    assert other.warned == []


async def test_when_to_warn_is_a_setting(desk_of: Desks) -> None:
    desk = desk_of(cents, budget_day_usd=0.10, budget_warn_percent=50)
    for _ in range(5):
        await desk.ask("")
    assert desk.warned == ["Today's budget of $0.10 is used up to 50% ($0.0500)."]


async def test_two_batons_share_what_is_used(desk_of: Desks) -> None:
    first, second = desk_of(cents, budget_day_usd=0.02), desk_of(cents)
    await first.ask("")
    await second.ask("")
    for desk in (first, second):
        with pytest.raises(BudgetError):
            await desk.ask("")


async def test_requests_beside_each_other_count_against_one_budget(desk_of: Desks) -> None:
    held = asyncio.Event()
    long = [TextDelta(text="x" * 360), held, *words("end")]  # 90 tokens, nine tenths of a cent
    desk = desk_of(lambda _: list(long), budget_day_usd=0.01)
    first = asyncio.create_task(desk.ask(""))
    while not desk.provider.requests:  # noqa: ASYNC110  (it raises no event)
        await asyncio.sleep(0)
    for _ in range(50):
        await asyncio.sleep(0)
    with pytest.raises(BudgetError):
        await desk.ask("")
    held.set()
    with suppress(BudgetError):
        await first


async def test_a_price_nobody_knows_is_told_once_or_stops(desk_of: Desks) -> None:
    desk = desk_of(cents, price=None, budget_day_usd=0.01)
    await desk.ask("")
    await desk.ask("")
    assert desk.warned == [
        "The price of 'scripted:script' is unknown: today's budget of $0.01 does not count it.",
    ]
    await desk.settings.change({"budget_unpriced": "stop"})
    with pytest.raises(BudgetError) as raised:
        await desk.ask("")
    assert "the price of 'scripted:script' is unknown" in raised.value.message
    assert len(desk.provider.requests) == 2
    # A budget of tokens needs no price.
    await desk.settings.change({"budget_day_usd": 0.0, "budget_day_tokens": 1_000})
    await desk.ask("")


async def test_an_unwanted_end_leaves_nothing_counted_as_being_written(desk_of: Desks) -> None:
    desk = desk_of([TextDelta(text="x" * 360), asyncio.Event()], CENT, budget_day_usd=0.019)
    request = ChatRequest(model="script", messages=(Message.user(""),))
    async with aclosing(desk.models.stream(ModelId("scripted", "script"), request)) as events:  # type: ignore[type-var]
        async for event in events:
            if isinstance(event, TextDelta):
                break
    assert (await desk.spent_usd())[0] == pytest.approx(0.009, abs=0.001)
    await desk.ask("")
    with pytest.raises(BudgetError):
        await desk.ask("")


def test_words_of_a_budget() -> None:
    assert (
        Budget(scope=Scope.CHAT, unit=Unit.TOKENS, limit=1_500, used=20).words == "this chat's budget of 1,500 tokens"
    )
    assert Budget(scope=Scope.DAY, unit=Unit.USD, limit=5, used=0.0004).used_words == "$0.0004"
    assert first_of_next_month(date(2026, 12, 31)) == date(2027, 1, 1)
    assert first_of_next_month(date(2026, 1, 31)) == date(2026, 2, 1)
