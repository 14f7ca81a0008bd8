"""Kept answers: what makes two requests the same, which answers are kept, how long, and how much room they take."""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing, closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.caching import KeptAnswer
from app.domain.messages import (
    AttachmentPart,
    Message,
    ReasoningPart,
    Role,
    TextPart,
    ToolCallPart,
    ToolResultPart,
    ToolSpec,
)
from app.domain.models import Capabilities, ModelId, ModelInfo
from app.domain.parameters import TEMPERATURE
from app.domain.ports import ChatRequest
from app.domain.spending import Terms
from app.domain.stream import (
    Finished,
    FinishReason,
    FromCache,
    StreamEvent,
    TextDelta,
    ToolCallRequested,
)
from app.providers.scripted import ScriptedProvider, words
from app.services.answer_cache import AnswerCacheService
from app.services.answer_key import request_key
from app.services.settings import SettingsService
from app.storage.answer_cache import SqliteAnswerCache
from app.storage.conversations import SqliteConversationStore
from app.storage.database import Database
from app.storage.settings_file import TomlSettingsStore
from tests.spending_fixtures import Desk
from tests.storage_fixtures import a_conversation, a_node, an_answer, json_objects, texts

Desks = Callable[..., Desk]
COLD = {"temperature": 0}
MODEL = ModelId("anthropic", "m")


def text_of(events: list[StreamEvent]) -> str:
    return "".join(event.text for event in events if isinstance(event, TextDelta))


async def test_the_same_question_at_temperature_0_is_answered_once(desk_of: Desks) -> None:
    desk = desk_of(words("Four."), words("Five."))
    first = await desk.ask("how many?", parameters=COLD)
    again = await desk.ask("how many?", parameters={"temperature": 0.0})
    assert text_of(first) == text_of(again) == "Four."
    assert [event for event in again if isinstance(event, FromCache)] == [
        FromCache(at=desk.calendar.now.astimezone(UTC))
    ]
    assert isinstance(again[-1], Finished)
    assert len(desk.provider.requests) == 1
    kept = (await desk.rows())[-1]
    assert (kept["outcome"], kept["input_tokens"], kept["cost_nanos"]) == ("cached", 0, 0)
    assert text_of(await desk.ask("how many", parameters=COLD)) == "Five."


async def test_other_temperatures_are_asked_again_unless_kept_answers_are_wanted(desk_of: Desks) -> None:
    desk = desk_of(words("One."), words("Two."), words("Three."), words("Four."))
    assert text_of(await desk.ask()) == "One."
    assert text_of(await desk.ask()) == "Two."
    assert text_of(await desk.ask(parameters={"temperature": 0.5})) == "Three."
    wanted = Terms(cached=True)
    assert text_of(await desk.ask(terms=wanted)) == "Four."
    assert text_of(await desk.ask(terms=wanted)) == "Four."


async def test_a_model_that_is_greedy_by_itself_needs_no_parameter(desk_of: Desks) -> None:
    greedy = Capabilities(parameters=(dataclasses.replace(TEMPERATURE, default=0.0),))
    desk = desk_of(words("One."), words("Two."), capabilities=greedy)
    assert [text_of(await desk.ask()) for _ in range(2)] == ["One.", "One."]
    assert text_of(await desk.ask(parameters={"temperature": 1.0})) == "Two."


async def test_who_wants_no_kept_answer_gets_none(desk_of: Desks) -> None:
    desk = desk_of(words("One."), words("Two."), words("Three."))
    await desk.ask(parameters=COLD)
    assert text_of(await desk.ask(parameters=COLD, terms=Terms(cached=False))) == "Two."
    await desk.settings.change({"cache_answers": False})
    assert text_of(await desk.ask(parameters=COLD)) == "Three."


async def test_answering_again_asks_the_model_and_keeps_the_new_answer(desk_of: Desks) -> None:
    desk = desk_of(words("One."), words("Two."))
    await desk.ask(parameters=COLD)
    assert text_of(await desk.ask(parameters=COLD, terms=Terms(fresh=True))) == "Two."
    assert text_of(await desk.ask(parameters=COLD)) == "Two."


@pytest.mark.parametrize(
    "turn",
    [
        [*words("Let me look."), ToolCallRequested(call=ToolCallPart(call_id="1", name="t", arguments="{}"))],
        [*words("Cut"), Finished(reason=FinishReason.LENGTH)],
        [*words("No."), Finished(reason=FinishReason.FILTERED)],
        [TextDelta(text="  \n")],
    ],
    ids=["tool call", "cut", "filtered", "empty"],
)
async def test_what_is_no_whole_answer_is_not_kept(desk_of: Desks, turn: list[object]) -> None:
    desk = desk_of(turn, words("Two."))
    await desk.ask(parameters=COLD)
    assert text_of(await desk.ask(parameters=COLD)) == "Two."


async def test_what_depends_on_how_aws_is_now_is_asked_again(desk_of: Desks) -> None:
    desk = desk_of(words("One."), words("Two."), words("Three."), words("Four."))
    call = Message(role=Role.ASSISTANT, parts=(ToolCallPart(call_id="1", name="t", arguments="{}"),))
    result = Message(role=Role.TOOL, parts=(ToolResultPart(call_id="1", name="t", content="7"),))
    turn = (Message.user("how many?"), call, result)

    async def ask(*messages: Message) -> str:
        request = ChatRequest(model="script", messages=messages, parameters=COLD)
        return text_of([event async for event in desk.models.stream(ModelId("scripted", "script"), request)])

    assert await ask(*turn) == "One."
    assert await ask(*turn) == "Two."
    # A later question about them is one about the chat.
    later = (*turn, an_answer("Seven."), Message.user("in words?"))
    assert await ask(*later) == "Three."
    assert await ask(*later) == "Three."


async def test_an_answer_is_forgotten_after_its_days(desk_of: Desks) -> None:
    desk = desk_of(words("One."), words("Two."), cache_days=2)
    await desk.ask(parameters=COLD)
    desk.calendar.advance(days=2, seconds=-1)
    assert text_of(await desk.ask(parameters=COLD)) == "One."
    desk.calendar.advance(seconds=2)
    assert (await desk.answers.info()).answers == 0
    assert text_of(await desk.ask(parameters=COLD)) == "Two."


async def test_an_answer_from_a_later_time_is_not_given(desk_of: Desks) -> None:
    desk = desk_of(words("one"), words("two"))
    await desk.ask("a", parameters=COLD)
    desk.calendar.advance(days=-1)
    assert text_of(await desk.ask("a", parameters=COLD)) == "two"


async def test_another_server_under_the_same_name_is_asked_itself(database: Database, tmp_path: Path) -> None:
    settings = SettingsService(TomlSettingsStore(tmp_path / "settings.toml"))
    where = ["http://one.test"]

    class Server(ScriptedProvider):
        @property
        def address(self) -> str:
            return where[0]

    provider = Server([])
    cache = AnswerCacheService(SqliteAnswerCache(database), settings, providers=lambda: {"scripted": provider})
    model = ModelInfo(id=ModelId("scripted", "m"), title="m", capabilities=Capabilities())
    request = ChatRequest(model="m", messages=(Message.user("who?"),), parameters=COLD)

    async def ask() -> str:
        async def answer(_request: ChatRequest) -> AsyncGenerator[StreamEvent]:
            yield TextDelta(text=where[0])
            yield Finished(reason=FinishReason.STOP)

        async with aclosing(cache.stream(model, request, answer)) as events:
            return text_of([event async for event in events])

    assert await ask() == await ask() == "http://one.test"
    where[0] = "http://two.test"
    assert await ask() == "http://two.test"
    where[0] = "http://one.test"
    assert await ask() == "http://one.test"


async def test_a_deleted_chat_takes_its_answers_with_it(desk_of: Desks) -> None:
    desk = desk_of(words("One."), words("Two."))
    store = SqliteConversationStore(desk.database)
    await store.add_conversation(a_conversation("c1"), [a_node("n")])
    await desk.ask(parameters=COLD, terms=Terms(conversation_id="c1"))
    await store.erase(["c1"])
    assert (await desk.answers.info()).answers == 0
    assert text_of(await desk.ask(parameters=COLD)) == "Two."


async def test_all_are_cleared_on_request(desk_of: Desks) -> None:
    desk = desk_of(lambda _: words("One."))
    for text in ("a", "b"):
        await desk.ask(text, parameters=COLD)
    info = await desk.answers.info()
    assert (info.answers, info.oldest) == (2, desk.calendar.now)
    assert 300 < info.size_bytes < 1_000
    assert await desk.answers.clear() == 2
    assert (await desk.answers.info()).answers == 0


async def test_a_long_answer_comes_in_pieces(desk_of: Desks) -> None:
    long = "word " * 5_000
    desk = desk_of([TextDelta(text=long)])
    await desk.ask(parameters=COLD)
    again = await desk.ask(parameters=COLD)
    pieces = [event for event in again if isinstance(event, TextDelta)]
    assert text_of(again) == long
    assert len(pieces) > 10


@pytest.mark.parametrize("body", [b"", b"\x00" * 50, "no bytes", b"x\x9c\xabV*"])
async def test_a_damaged_answer_counts_as_none(desk_of: Desks, tmp_path: Path, body: object) -> None:
    desk = desk_of(words("One."), words("Two."))
    await desk.ask(parameters=COLD)
    with closing(sqlite3.connect(tmp_path / "baton.db")) as at:
        at.execute("UPDATE kept_answers SET body = ?", (body,))
        at.commit()
    assert text_of(await desk.ask(parameters=COLD)) == "Two."
    assert text_of(await desk.ask(parameters=COLD)) == "Two."


async def test_those_unused_the_longest_make_room(database: Database) -> None:
    cache = SqliteAnswerCache(database)
    now = datetime.now(UTC)
    never = now - timedelta(days=99)
    noise = [bytes(range(32, 127)).decode() * 20 + str(number) for number in range(6)]
    for number, text in enumerate(noise[:4]):
        kept = KeptAnswer(message=an_answer(text), at=now)
        await cache.put(f"k{number}", kept, limit_bytes=10**6, not_before=never)
    each = (await cache.info(not_before=never)).size_bytes // 4
    assert await cache.get("k0", not_before=never) is not None  # used now
    kept = KeptAnswer(message=an_answer(noise[4]), at=now)
    await cache.put("k4", kept, limit_bytes=4 * each, not_before=never)
    held = [name for name in ("k0", "k1", "k2", "k3", "k4") if await cache.get(name, not_before=never)]
    assert "k4" in held
    assert "k0" in held
    assert "k1" not in held
    assert (await cache.info(not_before=never)).size_bytes <= 4 * each
    # What alone is more than the room is not kept, and drives nothing out.
    huge = KeptAnswer(message=an_answer("".join(chr(200 + n % 300) for n in range(9_000))), at=now)
    await cache.put("huge", huge, limit_bytes=500, not_before=never)
    assert await cache.get("huge", not_before=never) is None


requests = st.builds(
    ChatRequest,
    model=st.just("m"),
    system=texts,
    messages=st.lists(texts.map(Message.user), min_size=1, max_size=3).map(tuple),
    parameters=st.dictionaries(
        st.sampled_from(["temperature", "max_tokens", "stop"]), st.integers(0, 3) | st.floats(0, 2)
    ),
    schema=st.none() | json_objects,
    tools=st.lists(st.builds(ToolSpec, name=texts, description=texts, parameters=json_objects), max_size=2).map(tuple),
    tool_choice=st.sampled_from(["auto", "none"]),
)


@given(requests, requests)
def test_requests_have_the_same_key_only_where_they_ask_the_same(one: ChatRequest, two: ChatRequest) -> None:
    key = request_key(MODEL, one)
    assert len(key) == 64
    assert key == request_key(MODEL, dataclasses.replace(one, conversation_id="c", terms=Terms(fresh=True)))
    assert key != request_key(ModelId("openai", "m"), one)
    assert key != request_key(MODEL, dataclasses.replace(one, system=one.system + "."))
    assert (key == request_key(MODEL, two)) == (_plain(one) == _plain(two))


def _plain(request: ChatRequest) -> tuple[object, ...]:
    spelled = repr(sorted(request.parameters.items()))
    return (
        request.system,
        request.messages,
        {name: float(value) for name, value in request.parameters.items()} if spelled else {},  # type: ignore[arg-type]
        None if request.schema is None else _spelled(request.schema),
        [(tool.name, tool.description, _spelled(tool.parameters)) for tool in request.tools],
        request.tool_choice,
    )


def _spelled(value: object) -> object:
    """Equal where JSON is: 1 and 1.0 are, 1 and true are not; the order of names counts for nothing."""
    match value:
        case bool() | None | str():
            return repr(value)
        case int() | float():
            return ("number", float(value))
        case dict():
            return sorted((name, _spelled(inner)) for name, inner in value.items())
        case list():
            return [_spelled(inner) for inner in value]
    raise AssertionError(value)


def test_the_key_knows_no_ids_and_no_signatures_but_every_file() -> None:
    def request(call_id: str, signature: str, sha256: str = "a" * 64) -> ChatRequest:
        file = AttachmentPart(name="a.png", media_type="image/png", sha256=sha256, size_bytes=3)
        asked = ToolCallPart(call_id=call_id, name="t", arguments="{}")
        return ChatRequest(
            model="m",
            messages=(
                Message(role=Role.USER, parts=(TextPart(text="hi"), file)),
                Message(role=Role.ASSISTANT, parts=(ReasoningPart(text="hm", signature=signature), asked)),
                Message(role=Role.TOOL, parts=(ToolResultPart(call_id=call_id, name="t", content="7"),)),
                Message.user("and?"),
            ),
        )

    key = request_key(MODEL, request("call_1", "s1"))
    assert key == request_key(MODEL, request("toolu_9", "s2"))
    assert key != request_key(MODEL, request("call_1", "s1", sha256="b" * 64))
