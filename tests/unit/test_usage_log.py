"""The usage log: an entry for every request however it ended, sums that are exact, calendars, old and damaged files."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import aclosing, closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.conversation import NodeState
from app.domain.errors import ProviderFaultError, RateLimitedError
from app.domain.messages import Message
from app.domain.models import ModelId, Price
from app.domain.ports import ChatRequest
from app.domain.spending import Outcome, Purpose, Terms, UsageBy, UsageEntry, error_kind
from app.domain.stream import Metered, Progress, ReasoningDelta, TextDelta, Usage
from app.providers.scripted import words
from app.services.answer import AnswerRecorder
from app.services.spending.meter import Meter
from app.storage.conversations import SqliteConversationStore
from app.storage.database import Database
from app.storage.migrations import upgrade
from app.storage.usage import SqliteUsageLog
from tests.spending_fixtures import Desk
from tests.storage_fixtures import a_conversation, a_node, an_answer, unhurried

Desks = Callable[..., Desk]
COUNTED = Usage(input_tokens=1_000, cached_input_tokens=400, output_tokens=50)
COST = 600 * 10 / 1e6 + 400 * 1 / 1e6 + 50 * 100 / 1e6


async def test_a_request_is_logged_with_its_tokens_at_the_price_of_its_day(desk_of: Desks) -> None:
    desk = desk_of([*words("Four instances."), COUNTED])
    await desk.ask(terms=Terms(conversation_id="c1"))
    (row,) = await desk.rows()
    assert row["outcome"] == "ok"
    assert row["purpose"] == "chat"
    assert (row["provider"], row["model"], row["conversation_id"]) == ("scripted", "script", "c1")
    assert (row["input_tokens"], row["cached_input_tokens"], row["output_tokens"]) == (1_000, 400, 50)
    assert row["cost_nanos"] == round(COST * 1e9)
    assert row["estimated"] == 0
    assert row["day"] == "2026-11-26"
    assert isinstance(row["duration_s"], float)
    assert await desk.spent_usd("c1") == pytest.approx((COST, COST, COST))


async def test_no_word_of_a_request_or_an_answer_is_in_the_log(desk_of: Desks) -> None:
    desk = desk_of([TextDelta(text="the answer-xyzzy"), ProviderFaultError("it said xyzzy")])
    with pytest.raises(ProviderFaultError):
        await desk.ask("the question-xyzzy", system="the system-xyzzy")
    assert "xyzzy" not in repr(await desk.rows())


async def test_an_unknown_price_is_no_price_of_nothing(desk_of: Desks) -> None:
    desk = desk_of([*words("Hm."), COUNTED], price=None)
    await desk.ask()
    (row,) = await desk.rows()
    assert row["cost_nanos"] is None
    _, total = await desk.spending.report(UsageBy.DAY)
    assert (total.requests, total.unpriced, total.cost_usd) == (1, 1, 0.0)


async def test_a_refused_request_costs_nothing_and_its_failure_has_a_kind(desk_of: Desks) -> None:
    desk = desk_of([RateLimitedError("Slow down.", retry_after_s=3_600)])
    with pytest.raises(RateLimitedError):
        await desk.ask("a long question " * 100)
    (row,) = await desk.rows()
    assert (row["outcome"], row["error"]) == ("failed", "rate-limited")
    assert (row["input_tokens"], row["output_tokens"], row["cost_nanos"]) == (0, 0, 0)


@pytest.mark.parametrize("refusal", [[], [Progress(text="Slow down. Trying again in 9 s.")]])
async def test_a_request_stopped_before_it_was_answered_costs_nothing(
    desk_of: Desks, refusal: list[Progress], store: SqliteConversationStore
) -> None:
    desk = desk_of([*refusal, asyncio.Event()])
    await store.add_conversation(a_conversation())
    node = a_node("a", message=an_answer(""), state=NodeState.STREAMING)
    await store.add_node(node)
    recorder = AnswerRecorder(store, node)

    async def listen() -> None:
        request = ChatRequest(model="script", messages=(Message.user("a long question " * 100),))
        async with aclosing(desk.models.stream(ModelId("scripted", "script"), request)) as events:  # type: ignore[type-var]
            async for event in events:
                recorder.add(event)

    task = asyncio.create_task(listen())
    while not desk.provider.requests:  # noqa: ASYNC110  (it raises no event)
        await asyncio.sleep(0)
    for _ in range(50):
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    (row,) = await desk.rows()
    assert (row["outcome"], row["input_tokens"], row["cost_nanos"], row["estimated"]) == ("stopped", 0, 0, 0)
    stopped = await recorder.end(NodeState.STOPPED)
    assert stopped.usage is not None
    assert (stopped.usage.input_tokens, stopped.cost_usd) == (0, 0.0)


async def test_of_an_answer_only_the_model_that_answered_counts() -> None:
    meter = Meter(whole=True)
    price = Price(input=10.0, output=100.0)
    meter.add(Metered(input_tokens=500, price=price))  # refused; then the next was asked
    meter.add(Progress(text="Busy. Asking the other."))
    meter.add(Metered(input_tokens=400, price=price))
    for event in (*words("Hi."), Usage(input_tokens=410, output_tokens=1)):
        meter.add(event)
    assert (meter.usage.input_tokens, meter.usage.output_tokens) == (410, 1)
    assert meter.cost_usd == pytest.approx(410 * 10 / 1e6 + 100 / 1e6)
    assert not meter.estimated


async def test_an_answer_that_broke_off_is_estimated_by_what_came(desk_of: Desks) -> None:
    desk = desk_of([TextDelta(text="x" * 400), ReasoningDelta(text="é" * 40), ProviderFaultError("Broken.")])
    with pytest.raises(ProviderFaultError):
        await desk.ask("y" * 800)
    (row,) = await desk.rows()
    assert row["outcome"] == "failed"
    assert row["estimated"] == 1
    assert row["input_tokens"] == 208  # 800 letters, and what is around a message and a request
    assert row["output_tokens"] == 130  # 100 for the letters, 30 for those of another script
    assert row["cost_nanos"] == round((208 * 10 + 130 * 100) / 1e6 * 1e9)


async def test_a_stopped_answer_is_logged_though_its_task_is_cancelled(desk_of: Desks) -> None:
    never = asyncio.Event()
    desk = desk_of([Usage(input_tokens=900, output_tokens=1), TextDelta(text="z" * 400), never])
    heard = asyncio.Event()

    async def listen() -> None:
        request = ChatRequest(model="script", messages=(Message.user("hi"),))
        async with aclosing(desk.models.stream(ModelId("scripted", "script"), request)) as events:  # type: ignore[type-var]
            async for event in events:
                if isinstance(event, TextDelta):
                    heard.set()

    task = asyncio.create_task(listen())
    await heard.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    (row,) = await desk.rows()
    assert row["outcome"] == "stopped"
    # What the vendor said at the start of the prompt counts; of the answer at least what came.
    assert (row["input_tokens"], row["output_tokens"], row["estimated"]) == (900, 100, 1)


async def test_a_model_on_this_machine_costs_nothing_and_is_no_part_of_a_budget(desk_of: Desks) -> None:
    desk = desk_of([*words("Hi."), COUNTED], is_private=True, price=None)
    events = await desk.ask(terms=Terms(conversation_id="c1"))
    assert isinstance(events[0], Metered)
    (row,) = await desk.rows()
    assert (row["is_private"], row["cost_nanos"]) == (1, 0)
    spent = (await desk.spending.standing(Terms(conversation_id="c1"))).spent
    assert (spent.today.requests, spent.chat.tokens) == (0, 0)
    assert await desk.report(UsageBy.MODEL) == [("scripted:script", 1, 0.0)]


async def test_what_a_deleted_chat_cost_stays_without_its_title(desk_of: Desks) -> None:
    desk = desk_of([*words("Hi."), COUNTED])
    store = SqliteConversationStore(desk.database)
    await store.add_conversation(a_conversation("c1", "My buckets"), [a_node("n")])
    await desk.ask(terms=Terms(conversation_id="c1"))
    (line,), _ = await desk.spending.report(UsageBy.CONVERSATION)
    assert (line.key, line.title) == ("c1", "My buckets")
    await store.erase(["c1"])
    (line,), _ = await desk.spending.report(UsageBy.CONVERSATION)
    assert (line.key, line.title) == ("c1", "")
    assert line.spent.cost_usd == pytest.approx(COST)


async def test_a_day_is_one_of_the_persons_calendar_through_summer_time_and_journeys(desk_of: Desks) -> None:
    desk = desk_of(lambda _: [*words("Hi."), COUNTED])
    berlin, tokyo = ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Tokyo")
    # The night in which the hour from 2 to 3 comes twice, to its last minute.
    for moment in (
        datetime(2026, 10, 24, 23, 59, tzinfo=berlin),
        datetime(2026, 10, 25, 0, 0, tzinfo=berlin),
        datetime(2026, 10, 25, 2, 30, tzinfo=berlin),
        datetime(2026, 10, 25, 2, 30, tzinfo=berlin, fold=1),
        datetime(2026, 10, 25, 23, 59, tzinfo=berlin),
        datetime(2026, 10, 26, 0, 1, tzinfo=tokyo),  # still the 25th in Berlin
    ):
        desk.calendar.now = moment
        await desk.ask()
    assert [(day, requests) for day, requests, _ in await desk.report(UsageBy.DAY)] == [
        ("2026-10-26", 1),
        ("2026-10-25", 4),
        ("2026-10-24", 1),
    ]


async def test_a_clock_that_was_set_back_counts_by_what_it_shows(desk_of: Desks) -> None:
    desk = desk_of(lambda _: [*words("Hi."), COUNTED])
    await desk.ask()
    desk.calendar.advance(days=-40)
    assert await desk.spent_usd() == (0.0, 0.0, 0.0)
    await desk.ask()
    assert (await desk.spent_usd())[:2] == pytest.approx((COST, COST))


async def test_what_could_not_be_written_is_written_with_the_next(desk_of: Desks, tmp_path: Path) -> None:
    desk = desk_of(lambda _: [*words("Hi."), COUNTED])
    await desk.ask()
    with closing(sqlite3.connect(tmp_path / "baton.db")) as other:
        other.execute("ALTER TABLE usage RENAME TO elsewhere")
        answered = await desk.ask()
        assert [event.text for event in answered if isinstance(event, TextDelta)] == ["Hi."]
        other.execute("ALTER TABLE elsewhere RENAME TO usage")
        other.commit()
    await desk.ask()
    assert len(await desk.rows()) == 3


def test_kinds_of_failures_are_words() -> None:
    assert error_kind(RateLimitedError("x")) == "rate-limited"
    assert error_kind(ValueError("secret")) == "value"


entries = st.builds(
    UsageEntry,
    at=st.datetimes(datetime(2026, 1, 1), datetime(2026, 3, 31)).map(lambda at: at.replace(tzinfo=UTC)),  # noqa: DTZ001
    provider=st.sampled_from(["a", "b"]),
    model=st.sampled_from(["x", "y:z", "ü\ud800"]),
    is_private=st.booleans(),
    purpose=st.sampled_from(Purpose),
    outcome=st.sampled_from(Outcome),
    usage=st.builds(
        Usage,
        input_tokens=st.integers(0, 10**7),
        output_tokens=st.integers(0, 10**7),
        cached_input_tokens=st.integers(0, 10**7),
    ),
    conversation_id=st.none() | st.sampled_from(["c1", "c2"]),
    cost_usd=st.none() | st.floats(0, 100),
)


@given(st.lists(st.lists(entries, max_size=6), max_size=4), st.integers(0, 89))
@unhurried
def test_sums_are_those_of_the_entries_however_they_came(batches: list[list[UsageEntry]], offset: int) -> None:
    day = date(2026, 1, 1) + timedelta(days=offset)

    async def check() -> None:
        database = Database(Path(folder) / "baton.db")
        usage_log = SqliteUsageLog(database)
        try:
            for batch in batches:
                await usage_log.record(batch)
            spent = await usage_log.spent(day=day, conversation_id="c1")
            every = [entry for batch in batches for entry in batch]
            billed = [entry for entry in every if not entry.is_private]
            month = [entry for entry in billed if (entry.at.year, entry.at.month) == (day.year, day.month)]
            today = [entry for entry in month if entry.at.date() == day]
            chat = [entry for entry in billed if entry.conversation_id == "c1"]
            for sums, counted in ((spent.today, today), (spent.month, month), (spent.chat, chat)):
                assert sums.requests == len(counted)
                assert sums.tokens == sum(e.usage.input_tokens + e.usage.output_tokens for e in counted)
                assert sums.unpriced == sum(e.cost_usd is None for e in counted)
                assert sums.cost_usd == pytest.approx(sum(e.cost_usd or 0 for e in counted), abs=1e-8)
            for by in UsageBy:
                for span in ({"first": None, "last": None}, {"first": day, "last": day + timedelta(days=20)}):
                    lines = await usage_log.lines(by, **span, limit=1_000)
                    total = await usage_log.total(**span)
                    assert sum(line.spent.requests for line in lines) == total.requests
                    assert sum(line.spent.cost_usd for line in lines) == pytest.approx(total.cost_usd, abs=1e-8)
        finally:
            await database.aclose()

    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(check())


async def test_the_log_outlives_damage_to_the_history(desk_of: Desks, tmp_path: Path) -> None:
    desk = desk_of(lambda _: [*words("Hi."), COUNTED])
    store = SqliteConversationStore(desk.database)
    await store.add_conversation(a_conversation("c1"), [a_node("n")])
    for _ in range(3):
        await desk.ask(terms=Terms(conversation_id="c1"))
    await desk.database.aclose()
    with closing(sqlite3.connect(tmp_path / "baton.db")) as at:
        at.execute("PRAGMA writable_schema = ON")
        at.execute("UPDATE sqlite_schema SET sql = 'CREATE TABLE audit_head (x)' WHERE name = 'audit_head'")
        at.commit()
    again = desk_of()
    assert await again.spent_usd("c1") == pytest.approx((3 * COST, 3 * COST, 3 * COST))


async def test_an_old_history_gets_a_log_and_keeps_its_chats(desk_of: Desks, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "baton.db", isolation_level=None)) as at:
        at.execute("PRAGMA journal_mode = WAL")
        upgrade(at, to=4)
        at.execute(
            "INSERT INTO conversations (id, title, created_at, updated_at, settings, pinned, titled)"
            " VALUES ('c1', 'Old', 1, 1, '{}', 0, 0)"
        )
    desk = desk_of([*words("Hi."), COUNTED])
    await desk.ask(terms=Terms(conversation_id="c1"))
    ((line),), _ = await desk.spending.report(UsageBy.CONVERSATION)
    assert (line.title, line.spent.requests) == ("Old", 1)
