"""A real worker with a real llama.cpp: answers, thinking, calls, limits, parameters, and what it remembers."""

from __future__ import annotations

import asyncio
import json
import sys
from contextlib import aclosing
from pathlib import Path

import pytest

from app.domain.errors import ContextOverflowError, ModelFileError, OutOfMemoryError, UnsupportedError, WorkerDiedError
from app.domain.messages import Message, ReasoningPart, Role, TextPart, ToolCallPart, ToolResultPart, ToolSpec
from app.domain.models import ModelId
from app.domain.ports import ChatRequest
from app.domain.settings import Settings
from app.domain.stream import AnswerFold, Finished, FinishReason, Progress, StreamEvent, TextDelta, Usage
from app.llama.files.model_files import GgufModelStore
from app.llama.probe import MachineProbe
from app.llama.supervisor import LlamaSupervisor
from app.providers.local import LocalProvider
from tests import gguf_files
from tests.llama_fixtures import WORKER_COMMAND, local_model, plan_for

# A worker that finds every file good: what is tested is what comes after that.
ANY_FILE_WILL_DO = 'print(\'{"type": "checked"}\', flush=True); input()'

FIND = ToolSpec(name="find", description="Find operations.", parameters={"type": "object", "properties": {}})


def request(*messages: Message | str, tools: tuple[ToolSpec, ...] = (), **parameters: object) -> ChatRequest:
    said = tuple(Message.user(message) if isinstance(message, str) else message for message in messages)
    return ChatRequest(model="m", messages=said, tools=tools, parameters={"max_tokens": 60, **parameters})


async def ask(supervisor: LlamaSupervisor, path: Path, wanted: ChatRequest, *, context: int = 4096) -> AnswerFold:
    fold = AnswerFold()
    async for event in supervisor.stream(local_model(path), plan_for(path, context=context), wanted):
        fold.add(event)
    return fold


async def test_answer_ends_with_usage_and_reason(supervisor: LlamaSupervisor, tmp_path: Path) -> None:
    path = gguf_files.write_tiny_gguf(tmp_path / "m.gguf", reply="Four instances run in eu-west-1.", ends=True)
    fold = await ask(supervisor, path, request("What runs?"))
    assert fold.message.text == "Four instances run in eu-west-1."
    assert fold.finished == Finished(reason=FinishReason.STOP)
    assert fold.usage is not None
    assert fold.usage.input_tokens > 10
    assert fold.usage.output_tokens == 6  # five words and the end
    assert fold.usage.first_token_s is not None
    assert fold.usage.duration_s is not None
    assert 0 < fold.usage.first_token_s <= fold.usage.duration_s


async def test_longest_answer_is_kept_to(supervisor: LlamaSupervisor, tmp_path: Path) -> None:
    path = gguf_files.write_tiny_gguf(tmp_path / "m.gguf")
    fold = await ask(supervisor, path, request("Talk.", max_tokens=7))
    assert fold.usage is not None
    assert fold.usage.output_tokens == 7
    assert fold.finished is not None
    assert fold.finished.reason is FinishReason.LENGTH
    assert gguf_files.REPLY.startswith(fold.message.text)


async def test_characters_split_over_tokens_arrive_whole(supervisor: LlamaSupervisor, tmp_path: Path) -> None:
    text = "Vier Büchsen 🪣 für größere Mengen: 日本語."
    path = gguf_files.write_tiny_gguf(tmp_path / "m.gguf", reply=text, ends=True, split_characters=True)
    deltas = [
        event.text
        async for event in supervisor.stream(local_model(path), plan_for(path), request("Go."))
        if isinstance(event, TextDelta)
    ]
    assert "".join(deltas) == text
    assert not any("\ufffd" in delta for delta in deltas)


async def test_tool_is_asked_for_and_its_result_answered(supervisor: LlamaSupervisor, tmp_path: Path) -> None:
    call = '<tool_call>{"name": "find", "arguments": {"text": "buckets"}}</tool_call>'
    path = gguf_files.write_tiny_gguf(
        tmp_path / "m.gguf", replies={"result:": "There are two buckets.", "buckets": call}
    )
    fold = await ask(supervisor, path, request("List my buckets", tools=(FIND,)))
    assert [(part.name, json.loads(part.arguments)) for part in fold.message.tool_calls] == [
        ("find", {"text": "buckets"})
    ]
    assert fold.finished == Finished(reason=FinishReason.TOOL_CALLS)
    result = ToolResultPart(call_id=fold.message.tool_calls[0].call_id, name="find", content="result: a, b")
    messages = (Message.user("List my buckets"), fold.message, Message(role=Role.TOOL, parts=(result,)))
    again = await ask(supervisor, path, request(*messages, tools=(FIND,)))
    assert again.message.parts == (TextPart(text="There are two buckets."),)


async def test_model_without_a_template_calls_tools_by_the_instruction(
    supervisor: LlamaSupervisor, tmp_path: Path
) -> None:
    reply = 'I look.\n<tool_call>{"name": "find", "arguments": {}}</tool_call>'
    path = gguf_files.write_tiny_gguf(tmp_path / "m.gguf", chat_template=False, reply=reply, ends=True)
    fold = await ask(supervisor, path, request("List", tools=(FIND,)))
    assert [type(part) for part in fold.message.parts] == [TextPart, ToolCallPart]
    assert "chat template" in supervisor.notes("m")[0]


async def test_thinking_arrives_as_reasoning(supervisor: LlamaSupervisor, tmp_path: Path) -> None:
    path = gguf_files.write_tiny_gguf(tmp_path / "m.gguf", reply="<think>two and two</think>\nFour.", ends=True)
    fold = await ask(supervisor, path, request("2+2?"))
    assert fold.message.parts == (ReasoningPart(text="two and two"), TextPart(text="Four."))


async def test_stop_text_ends_the_answer_before_it(supervisor: LlamaSupervisor, tmp_path: Path) -> None:
    path = gguf_files.write_tiny_gguf(tmp_path / "m.gguf", reply="One bucket. Two buckets. ")
    fold = await ask(supervisor, path, request("Count.", stop=["t. Tw"]))
    assert fold.message.text == "One bucke"
    assert fold.finished == Finished(reason=FinishReason.STOP)


async def test_schema_is_followed_whatever_the_model_wants(supervisor: LlamaSupervisor, tmp_path: Path) -> None:
    path = gguf_files.write_tiny_gguf(tmp_path / "m.gguf", varied=True)
    schema = {
        "type": "object",
        "properties": {"risk": {"enum": ["read", "write"]}, "safe": {"type": "boolean"}},
        "required": ["risk", "safe"],
        "additionalProperties": False,
    }
    wanted = ChatRequest(model="m", messages=(Message.user("Judge."),), schema=schema, parameters={"seed": 1})
    fold = await ask(supervisor, path, wanted)
    answer = json.loads(fold.message.text)
    assert set(answer) == {"risk", "safe"}
    assert answer["risk"] in ("read", "write")
    with_tools = ChatRequest(
        model="m", messages=wanted.messages, schema=schema, tools=(FIND,), parameters={"seed": 1, "max_tokens": 300}
    )
    assert (await ask(supervisor, path, with_tools)).finished is not None


async def test_schema_that_cannot_be_followed_is_refused(supervisor: LlamaSupervisor, tmp_path: Path) -> None:
    path = gguf_files.write_tiny_gguf(tmp_path / "m.gguf")
    schema = {"$ref": "https://example.invalid/schema.json"}
    wanted = ChatRequest(model="m", messages=(Message.user("x"),), schema=schema)
    with pytest.raises(UnsupportedError, match="schema"):
        await ask(supervisor, path, wanted)
    assert (await ask(supervisor, path, request("And now?"))).finished is not None


async def test_seed_decides_and_temperature_zero_repeats(supervisor: LlamaSupervisor, tmp_path: Path) -> None:
    path = gguf_files.write_tiny_gguf(tmp_path / "m.gguf", varied=True)

    async def said(**parameters: object) -> str:
        return (await ask(supervisor, path, request("Talk.", **parameters))).message.text

    assert await said(seed=1) == await said(seed=1) != await said(seed=2)
    assert await said(temperature=0.0) == await said(temperature=0.0)


async def test_penalties_change_the_answer(supervisor: LlamaSupervisor, tmp_path: Path) -> None:
    path = gguf_files.write_tiny_gguf(tmp_path / "m.gguf", varied=True)
    plain = await ask(supervisor, path, request("Talk.", temperature=0.0))
    repeat = await ask(supervisor, path, request("Talk.", temperature=0.0, repeat_penalty=1.8))
    presence = await ask(supervisor, path, request("Talk.", temperature=0.0, presence_penalty=2.0))
    assert len({plain.message.text, repeat.message.text, presence.message.text}) == 3


async def test_context_overflow_says_both_numbers(supervisor: LlamaSupervisor, tmp_path: Path) -> None:
    path = gguf_files.write_tiny_gguf(tmp_path / "m.gguf")
    with pytest.raises(ContextOverflowError, match=r"takes \d+ tokens.*room for 512") as caught:
        await ask(supervisor, path, request("x" * 2000), context=512)
    assert "context" in caught.value.remedy


async def test_answer_ends_where_the_context_is_full(supervisor: LlamaSupervisor, tmp_path: Path) -> None:
    path = gguf_files.write_tiny_gguf(tmp_path / "m.gguf")
    fold = await ask(supervisor, path, request("Talk.", max_tokens=100_000), context=512)
    assert fold.finished == Finished(reason=FinishReason.LENGTH, detail="the context is full")
    assert fold.usage is not None
    assert fold.usage.input_tokens + fold.usage.output_tokens == 512


async def test_conversation_goes_on_without_reading_its_beginning_again(
    supervisor: LlamaSupervisor, tmp_path: Path
) -> None:
    path = gguf_files.write_tiny_gguf(tmp_path / "m.gguf")
    opening = "y" * 1500
    first = await ask(supervisor, path, request(opening))
    second = await ask(supervisor, path, request(opening, first.message, "Go on."))
    assert first.usage is not None
    assert second.usage is not None
    assert first.usage.cached_input_tokens == 0
    assert second.usage.cached_input_tokens >= first.usage.input_tokens
    fresh = LlamaSupervisor(WORKER_COMMAND, settings=Settings)
    alone = await ask(fresh, path, request(opening, first.message, "Go on."))
    await fresh.aclose()
    assert alone.message == second.message


async def test_long_prompt_tells_how_far_it_is_read(supervisor: LlamaSupervisor, tmp_path: Path) -> None:
    path = gguf_files.write_tiny_gguf(tmp_path / "m.gguf")
    events = [
        event
        async for event in supervisor.stream(local_model(path), plan_for(path), request("x" * 3000))
        if isinstance(event, Progress)
    ]
    reading = [event.fraction for event in events if event.text == "Reading the conversation"]
    assert len(reading) >= 5
    assert reading == sorted(reading, key=lambda fraction: fraction or 0.0)


async def test_control_tokens_in_a_message_do_not_end_its_turn(supervisor: LlamaSupervisor, tmp_path: Path) -> None:
    path = gguf_files.write_tiny_gguf(tmp_path / "m.gguf")
    plain = await ask(supervisor, path, request("<|im_end|>"))
    assert plain.usage is not None
    empty = await ask(supervisor, path, request("!"))
    assert empty.usage is not None
    # as a control token it would count as one, like the exclamation mark; as text it is a dozen bytes
    assert plain.usage.input_tokens > empty.usage.input_tokens + 8


async def test_requests_to_one_model_take_turns(supervisor: LlamaSupervisor, tmp_path: Path) -> None:
    path = gguf_files.write_tiny_gguf(tmp_path / "m.gguf")
    order: list[int] = []

    async def one(number: int) -> None:
        fold = await ask(supervisor, path, request("Talk."))
        assert fold.finished is not None
        order.append(number)

    async with asyncio.TaskGroup() as group:
        for number in range(4):
            group.create_task(one(number))
    assert order == [0, 1, 2, 3]
    assert len(supervisor.process_ids) == 1


async def test_two_models_answer_from_two_processes(supervisor: LlamaSupervisor, tmp_path: Path) -> None:
    one = gguf_files.write_tiny_gguf(tmp_path / "one.gguf", reply="I am the first.", ends=True)
    two = gguf_files.write_tiny_gguf(tmp_path / "two.gguf", reply="I am the second.", ends=True)
    answers = await asyncio.gather(ask(supervisor, one, request("Who?")), ask(supervisor, two, request("Who?")))
    assert [answer.message.text for answer in answers] == ["I am the first.", "I am the second."]
    assert len(supervisor.process_ids) == 2


async def test_idle_model_is_unloaded_and_comes_back(tmp_path: Path) -> None:
    path = gguf_files.write_tiny_gguf(tmp_path / "m.gguf", reply="Here.", ends=True)
    supervisor = LlamaSupervisor(WORKER_COMMAND, settings=lambda: Settings(local_idle_minutes=1), idle_unit_s=0.05)
    await ask(supervisor, path, request("Hello"))
    async with asyncio.timeout(20):
        while supervisor.loaded:  # noqa: ASYNC110 - a poll with a bound; unloading announces itself to nobody
            await asyncio.sleep(0.01)
    assert (await ask(supervisor, path, request("Hello"))).message.text == "Here."
    await supervisor.aclose()


async def test_number_that_is_none_is_refused_and_the_next_question_answered(
    supervisor: LlamaSupervisor, tmp_path: Path
) -> None:
    path = gguf_files.write_tiny_gguf(tmp_path / "m.gguf", reply="Yes.", ends=True)
    for number in (float("inf"), float("nan")):
        wanted = ChatRequest(model="m", messages=(Message.user("x"),), schema={"const": [number]})
        with pytest.raises(UnsupportedError, match="number"):
            await ask(supervisor, path, wanted)
    assert (await ask(supervisor, path, request("Hi"))).message.text == "Yes."


async def test_longest_idle_model_gives_way_where_memory_is_short(tmp_path: Path) -> None:
    one = gguf_files.write_tiny_gguf(tmp_path / "one.gguf")
    two = gguf_files.write_tiny_gguf(tmp_path / "two.gguf")
    free = [100_000_000]
    supervisor = LlamaSupervisor(WORKER_COMMAND, settings=Settings, free_memory=lambda: free[0])
    big = {"weights": 60_000_000}

    async def load(path: Path) -> None:
        async for _ in supervisor.stream(local_model(path), plan_for(path, **big), request("x", max_tokens=1)):
            pass

    await load(one)
    free[0] = 40_000_000
    await load(two)
    assert [plan.model for plan in supervisor.loaded] == ["two"]
    free[0] = 0
    three = gguf_files.write_tiny_gguf(tmp_path / "three.gguf")
    with pytest.raises(OutOfMemoryError):
        await anext(supervisor.stream(local_model(three), plan_for(three, weights=900_000_000), request("x")))
    assert [plan.model for plan in supervisor.loaded] == ["two"]
    await supervisor.aclose()


async def test_model_that_does_not_fit_is_refused_before_anything_is_loaded(
    supervisor: LlamaSupervisor, tmp_path: Path
) -> None:
    path = gguf_files.write_tiny_gguf(tmp_path / "m.gguf")
    with pytest.raises(OutOfMemoryError, match="900 GiB"):
        await anext(supervisor.stream(local_model(path), plan_for(path, fits=False), request("x")))
    assert supervisor.process_ids == ()


async def test_file_too_big_for_memory_is_refused_in_words(tmp_path: Path) -> None:
    registry = tmp_path / "models.json"
    store = GgufModelStore(tmp_path / "models", registry, probe=MachineProbe((sys.executable, "-c", ANY_FILE_WILL_DO)))
    model = store.add(gguf_files.write_too_big(tmp_path / "huge.gguf"))
    plan = store.plan(model.name, Settings())
    assert not plan.fits
    assert "GiB of memory" in plan.reason
    engine = LlamaSupervisor(WORKER_COMMAND, settings=Settings)
    provider = LocalProvider(store=store, engine=engine, settings=Settings)
    with pytest.raises(OutOfMemoryError, match="GiB are free"):
        await anext(provider.stream(ChatRequest(model="huge", messages=(Message.user("Hi"),))))
    assert engine.process_ids == ()
    await provider.aclose()


async def test_nothing_is_started_after_closing(supervisor: LlamaSupervisor, tmp_path: Path) -> None:
    path = gguf_files.write_tiny_gguf(tmp_path / "m.gguf")
    await supervisor.aclose()
    with pytest.raises(WorkerDiedError, match="closing"):
        await ask(supervisor, path, request("Hello"))
    assert supervisor.process_ids == ()


async def test_unload_ends_every_process(supervisor: LlamaSupervisor, tmp_path: Path) -> None:
    path = gguf_files.write_tiny_gguf(tmp_path / "m.gguf", reply="Here.", ends=True)
    await ask(supervisor, path, request("Hello"))
    await supervisor.unload()
    assert supervisor.process_ids == ()
    assert (await ask(supervisor, path, request("Hello"))).message.text == "Here."


async def test_provider_lists_and_answers_with_models_of_the_list(tmp_path: Path) -> None:
    settings = Settings(local_context_tokens=1024)
    store = GgufModelStore(tmp_path / "models", tmp_path / "models.json", probe=MachineProbe(WORKER_COMMAND))
    store.add(gguf_files.write_tiny_gguf(tmp_path / "good.gguf", reply="Private.", ends=True))
    gone = gguf_files.write_tiny_gguf(tmp_path / "gone.gguf")
    store.add(gone)
    gone.unlink()
    engine = LlamaSupervisor(WORKER_COMMAND, settings=lambda: settings)
    provider = LocalProvider(store=store, engine=engine, settings=lambda: settings)
    (info,) = await provider.models()
    assert (info.id, info.is_private, info.capabilities.context_tokens) == (ModelId("local", "good"), True, 1024)
    assert info.capabilities.tools
    events: list[StreamEvent] = []
    async with aclosing(provider.stream(ChatRequest(model="good", messages=(Message.user("Hi"),)))) as stream:
        async for event in stream:
            events.append(event)  # noqa: PERF401 - the stream is closed by its context
    assert any(isinstance(event, Usage) for event in events)
    assert events[-1] == Finished(reason=FinishReason.STOP)
    with pytest.raises(ModelFileError, match="no longer there"):
        await anext(provider.stream(ChatRequest(model="gone", messages=(Message.user("Hi"),))))
    await provider.aclose()
    await provider.aclose()
    assert engine.process_ids == ()
