"""The three wire protocols against a real local server: what comes out as domain events, and what goes in as JSON."""

from __future__ import annotations

import asyncio
import json
from contextlib import aclosing
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.errors import UnsupportedError
from app.domain.messages import (
    Message,
    ReasoningPart,
    Role,
    TextPart,
    ToolCallPart,
    ToolResultPart,
    ToolSpec,
)
from app.domain.stream import (
    CONTEXT_FULL,
    Finished,
    FinishReason,
    TextDelta,
    ToolCallProgress,
    Usage,
)
from app.providers.openai import Compatibility
from app.providers.openai_chat import Dialect
from tests.provider_fixtures import KEY, Makers, ask, collect, fold
from tests.vendor_servers import Answer, CallTool, Failure, Raw, Say, Think, VendorServer, Wait

VENDORS = ("anthropic", "openai", "compatible")
FIND = ToolSpec(
    name="find",
    description="Find operations.",
    parameters={"type": "object", "properties": {"text": {"type": "string"}}},
)


def model_of(vendor: str) -> str:
    return {"anthropic": "claude-opus-5-5", "openai": "gpt-6-sol", "compatible": "llama-3.3-70b"}[vendor]


@pytest.mark.parametrize("vendor", VENDORS)
async def test_text_streams_in_pieces_and_ends_with_usage_and_a_reason(
    makers: Makers, vendor_server: VendorServer, vendor: str
) -> None:
    vendor_server.script(
        Answer("Grüße from 東京 🚀", input_tokens=40, cached_tokens=30, written_tokens=4, output_tokens=9)
    )
    events = await collect(getattr(makers, vendor)(vendor_server), ask(model=model_of(vendor)))
    texts = [event.text for event in events if isinstance(event, TextDelta)]
    assert len(texts) > 1
    assert "".join(texts) == "Grüße from 東京 🚀"
    usage = next(event for event in events if isinstance(event, Usage))
    assert (usage.input_tokens, usage.cached_input_tokens, usage.cache_write_tokens) == (40, 30, 4)
    assert usage.output_tokens == 9
    assert events[-1] == Finished(reason=FinishReason.STOP)
    assert sum(isinstance(event, Finished) for event in events) == 1


@pytest.mark.parametrize("vendor", VENDORS)
async def test_several_tool_calls_of_one_turn_come_whole_and_apart(
    makers: Makers, vendor_server: VendorServer, vendor: str
) -> None:
    vendor_server.script(
        Answer(
            "Looking.",
            CallTool("find", {"text": "buckets", "deep": {"a": [1, 2]}}, "call_a"),
            CallTool("find", {"text": "users"}, "call_b"),
        )
    )
    request = ask(model=model_of(vendor), tools=(FIND,))
    events = await collect(getattr(makers, vendor)(vendor_server), request)
    answer = await fold_of(events)
    assert [(call.call_id, call.name, json.loads(call.arguments)) for call in answer.tool_calls] == [
        ("call_a", "find", {"text": "buckets", "deep": {"a": [1, 2]}}),
        ("call_b", "find", {"text": "users"}),
    ]
    assert answer.text == "Looking."
    assert events[-1] == Finished(reason=FinishReason.TOOL_CALLS)
    progress = [event for event in events if isinstance(event, ToolCallProgress)]
    assert progress[-1].argument_chars == len(json.dumps({"text": "users"}))


async def fold_of(events: list[object]) -> Message:
    from app.domain.stream import AnswerFold

    answer = AnswerFold()
    for event in events:
        answer.add(event)  # type: ignore[arg-type]
    return answer.message


@pytest.mark.parametrize("vendor", ["anthropic", "openai"])
async def test_reasoning_goes_back_signed_to_the_model_that_issued_it_while_its_tools_work(
    makers: Makers, vendor_server: VendorServer, vendor: str
) -> None:
    vendor_server.script(
        Answer(Think("Buckets, then.", signature="c2lnMQ=="), CallTool("find", {"text": "s3"})), Answer("Done.")
    )
    provider = getattr(makers, vendor)(vendor_server)
    request = ask("list", model=model_of(vendor), tools=(FIND,))
    first = (await fold(provider, request)).message
    thought = first.parts[0]
    assert isinstance(thought, ReasoningPart)
    assert thought.text == "Buckets, then."
    assert thought.vendor == f"{vendor}:{model_of(vendor)}"
    result = Message(
        role=Role.TOOL, parts=(ToolResultPart(call_id="call_1", name="find", content="no", is_error=True),)
    )
    followed = replace(request, messages=(*request.messages, first, result))
    await fold(provider, followed)
    sent = vendor_server.chats[-1].body
    if vendor == "anthropic":
        blocks = sent["messages"][1]["content"]
        assert blocks[0] == {"type": "thinking", "thinking": "Buckets, then.", "signature": "c2lnMQ=="}
        assert blocks[1]["type"] == "tool_use"
        back = sent["messages"][2]["content"][0]
        assert (back["type"], back["tool_use_id"], back["is_error"]) == ("tool_result", "call_1", True)
    else:
        kinds = [item.get("type", item.get("role")) for item in sent["input"]]
        assert kinds == ["user", "reasoning", "function_call", "function_call_output"]
        assert sent["input"][1]["encrypted_content"] == "c2lnMQ=="
        assert sent["input"][1]["summary"] == [{"type": "summary_text", "text": "Buckets, then."}]
        assert "failed" in sent["input"][3]["output"]


@pytest.mark.parametrize("vendor", VENDORS)
async def test_reasoning_of_another_model_or_an_earlier_turn_is_never_sent(
    makers: Makers, vendor_server: VendorServer, vendor: str
) -> None:
    model = model_of(vendor)
    foreign = ReasoningPart(text="FOREIGN", signature="Zm9yZWlnbg==", vendor="other:model")
    older = ReasoningPart(text="OLDER", signature="b2xkZXI=", vendor=f"{vendor}:{model}")
    messages = (
        Message.user("one"),
        Message(role=Role.ASSISTANT, parts=(older, TextPart(text="first"))),
        Message.user("two"),
        Message(role=Role.ASSISTANT, parts=(foreign, ToolCallPart(call_id="c", name="find", arguments="{}"))),
        Message(role=Role.TOOL, parts=(ToolResultPart(call_id="c", name="find", content="x"),)),
    )
    await fold(getattr(makers, vendor)(vendor_server), ask(*messages, model=model, tools=(FIND,)))
    sent = json.dumps(vendor_server.chats[-1].body)
    assert "first" in sent
    for secret in ("FOREIGN", "Zm9yZWlnbg==", "OLDER", "b2xkZXI="):
        assert secret not in sent


async def test_hidden_thinking_goes_back_as_it_came(makers: Makers, vendor_server: VendorServer) -> None:
    vendor_server.script(Answer(Think(redacted=True, signature="RU5D"), CallTool("find", {})), Answer("ok"))
    provider = makers.anthropic(vendor_server)
    request = ask("go", model="claude-opus-5-5", tools=(FIND,))
    first = (await fold(provider, request)).message
    result = Message(role=Role.TOOL, parts=(ToolResultPart(call_id="call_1", name="find", content="x"),))
    await fold(provider, replace(request, messages=(*request.messages, first, result)))
    assert vendor_server.chats[-1].body["messages"][1]["content"][0] == {"type": "redacted_thinking", "data": "RU5D"}


async def test_a_compatible_vendor_that_wants_its_reasoning_back_gets_it(
    makers: Makers, vendor_server: VendorServer
) -> None:
    vendor_server.script(Answer(Think("Hm."), CallTool("find", {})), Answer("ok"))
    provider = makers.compatible(
        vendor_server, compatibility=Compatibility(dialect=Dialect(reasoning_field="reasoning_content"))
    )
    request = ask("go", tools=(FIND,))
    first = (await fold(provider, request)).message
    result = Message(role=Role.TOOL, parts=(ToolResultPart(call_id="call_1", name="find", content="x"),))
    await fold(provider, replace(request, messages=(*request.messages, first, result)))
    assert vendor_server.chats[-1].body["messages"][1]["reasoning_content"] == "Hm."


@pytest.mark.parametrize("vendor", VENDORS)
async def test_arguments_that_nest_too_deeply_do_not_spoil_the_conversation(
    makers: Makers, vendor_server: VendorServer, vendor: str
) -> None:
    deep = Message(role=Role.ASSISTANT, parts=(ToolCallPart(call_id="c", name="find", arguments="[" * 100_000),))
    result = Message(role=Role.TOOL, parts=(ToolResultPart(call_id="c", name="find", content="No JSON."),))
    request = ask(Message.user("a"), deep, result, Message.user("b"), model=model_of(vendor), tools=(FIND,))
    vendor_server.script(Answer("Still here."))
    answer = await fold(getattr(makers, vendor)(vendor_server), request)
    assert answer.message.text == "Still here."


@pytest.mark.parametrize("vendor", VENDORS)
async def test_arguments_that_are_no_object_are_sent_back_as_the_text_they_were(
    makers: Makers, vendor_server: VendorServer, vendor: str
) -> None:
    call = Message(role=Role.ASSISTANT, parts=(ToolCallPart(call_id="c9", name="find", arguments='{"broken'),))
    result = Message(role=Role.TOOL, parts=(ToolResultPart(call_id="c9", name="find", content="No JSON."),))
    request = ask(Message.user("a"), call, result, Message.user("b"), model=model_of(vendor), tools=(FIND,))
    await fold(getattr(makers, vendor)(vendor_server), request)
    sent = vendor_server.chats[-1].body
    if vendor == "anthropic":
        assert sent["messages"][1]["content"][0]["input"] == {"invalid_arguments": '{"broken'}
        kinds = [block["type"] for block in sent["messages"][2]["content"]]
        assert kinds == ["tool_result", "text"]
    elif vendor == "openai":
        assert json.loads(sent["input"][1]["arguments"]) == {"invalid_arguments": '{"broken'}
        assert sent["input"][2]["type"] == "function_call_output"
        assert sent["input"][2]["call_id"] == "c9"
    else:
        assert [message["role"] for message in sent["messages"]] == ["user", "assistant", "tool", "user"]
        assert json.loads(sent["messages"][1]["tool_calls"][0]["function"]["arguments"]) == {
            "invalid_arguments": '{"broken'
        }


@pytest.mark.parametrize(
    ("vendor", "finish", "reason"),
    [
        ("anthropic", "length", FinishReason.LENGTH),
        ("anthropic", "context", FinishReason.LENGTH),
        ("anthropic", "filtered", FinishReason.FILTERED),
        ("anthropic", "pause", FinishReason.STOP),
        ("openai", "length", FinishReason.LENGTH),
        ("openai", "filtered", FinishReason.FILTERED),
        ("compatible", "length", FinishReason.LENGTH),
        ("compatible", "filtered", FinishReason.FILTERED),
    ],
)
async def test_the_reason_of_the_end_is_told(
    makers: Makers, vendor_server: VendorServer, vendor: str, finish: str, reason: FinishReason
) -> None:
    vendor_server.script(Answer("No.", finish=finish))
    answer = await fold(getattr(makers, vendor)(vendor_server), ask(model=model_of(vendor)))
    assert answer.finished is not None
    assert answer.finished.reason is reason
    assert (answer.finished.detail == CONTEXT_FULL) is (finish == "context")


async def test_anthropics_request_carries_cache_marks_schema_effort_and_a_limit(
    makers: Makers, vendor_server: VendorServer
) -> None:
    request = ask(
        "hello",
        model="claude-opus-5-5",
        system="Be brief.",
        tools=(FIND,),
        parameters={"reasoning_effort": "low", "stop": ["END"]},
        schema={"type": "object", "properties": {"n": {"type": "integer", "minimum": 1}}, "required": ["n"]},
    )
    await fold(makers.anthropic(vendor_server), request)
    sent = vendor_server.chats[0].body
    assert sent["system"] == [{"type": "text", "text": "Be brief.", "cache_control": {"type": "ephemeral"}}]
    assert sent["messages"][-1]["content"][-1]["cache_control"] == {"type": "ephemeral"}
    held = {
        "type": "object",
        "properties": {"n": {"type": "integer", "description": "{minimum: 1}"}},
        "required": ["n"],
        "additionalProperties": False,
    }
    assert sent["output_config"] == {"effort": "low", "format": {"type": "json_schema", "schema": held}}
    assert sent["tools"][-1]["cache_control"] == {"type": "ephemeral"}
    assert sent["thinking"] == {"type": "adaptive", "display": "summarized"}
    assert sent["stop_sequences"] == ["END"]
    assert sent["max_tokens"] > 8_000
    assert vendor_server.chats[0].headers["authorization"] == f"Bearer {KEY}"


async def test_older_claude_models_think_by_a_budget_below_the_limit(
    makers: Makers, vendor_server: VendorServer
) -> None:
    provider = makers.anthropic(vendor_server)
    await fold(provider, ask(model="claude-sonnet-4-5", parameters={"reasoning_effort": "high"}))
    sent = vendor_server.chats[-1].body
    assert sent["thinking"]["type"] == "enabled"
    assert 1024 <= sent["thinking"]["budget_tokens"] < sent["max_tokens"]
    await fold(provider, ask(model="claude-sonnet-4-5", parameters={"reasoning_effort": "high", "max_tokens": 3000}))
    sent = vendor_server.chats[-1].body
    assert sent["max_tokens"] == 3000
    assert 1024 <= sent["thinking"]["budget_tokens"] < 3000


@pytest.mark.parametrize(
    ("vendor", "model", "parameters"),
    [
        ("anthropic", "claude-opus-5-5", {"temperature": 0.2}),
        ("anthropic", "claude-opus-4-6", {"temperature": 0.2, "reasoning_effort": "low"}),
        ("anthropic", "claude-sonnet-4-5", {"temperature": 0.2, "top_p": 0.5}),
        ("anthropic", "claude-sonnet-4-5", {"reasoning_effort": "low", "max_tokens": 900}),
        ("anthropic", "claude-opus-5-5", {"seed": 1}),
        ("openai", "gpt-6-sol", {"stop": ["x"]}),
        ("openai", "gpt-4o", {"reasoning_effort": "low"}),
        ("compatible", "llama-3.3", {"mirostat": 2}),
    ],
)
async def test_what_a_model_does_not_take_is_refused_and_never_dropped(
    makers: Makers, vendor_server: VendorServer, vendor: str, model: str, parameters: dict[str, object]
) -> None:
    with pytest.raises(UnsupportedError):
        await fold(getattr(makers, vendor)(vendor_server), ask(model=model, parameters=parameters))
    assert vendor_server.requests == []


async def test_openais_request_stores_nothing_and_asks_for_encrypted_reasoning(
    makers: Makers, vendor_server: VendorServer
) -> None:
    request = ask(
        "hello",
        model="gpt-6-sol",
        system="Be brief.",
        tools=(FIND,),
        parameters={"reasoning_effort": "low", "max_tokens": 500},
        schema={"type": "object"},
        conversation_id="c-1",
    )
    await fold(makers.openai(vendor_server), request)
    sent = vendor_server.chats[0].body
    assert sent["store"] is False
    assert sent["include"] == ["reasoning.encrypted_content"]
    assert sent["reasoning"] == {"effort": "low", "summary": "auto"}
    assert sent["instructions"] == "Be brief."
    assert sent["max_output_tokens"] == 500
    assert sent["text"]["format"]["schema"] == {"type": "object"}
    assert sent["tools"][0]["name"] == "find"
    assert sent["prompt_cache_key"] == "c-1"


async def test_a_compatible_request_carries_every_parameter_and_the_schema(
    makers: Makers, vendor_server: VendorServer
) -> None:
    parameters = {
        "temperature": 0.1,
        "top_p": 0.9,
        "max_tokens": 64,
        "stop": ["END"],
        "seed": 7,
        "frequency_penalty": 0.5,
        "presence_penalty": -0.5,
    }
    provider = makers.compatible(
        vendor_server, compatibility=Compatibility(dialect=Dialect(names={"seed": "random_seed"}))
    )
    await fold(provider, ask("x", system="S", parameters=parameters, schema={"type": "object"}, tools=(FIND,)))
    sent = vendor_server.chats[0].body
    assert sent["messages"][0] == {"role": "system", "content": "S"}
    assert sent["random_seed"] == 7
    assert {name: sent[name] for name in parameters if name != "seed"} == {
        name: value for name, value in parameters.items() if name != "seed"
    }
    assert sent["response_format"]["json_schema"]["schema"] == {"type": "object"}
    assert sent["stream_options"] == {"include_usage": True}
    assert sent["tools"][0]["function"]["name"] == "find"


async def test_a_server_that_refuses_stream_options_is_asked_again_without(
    makers: Makers, vendor_server: VendorServer
) -> None:
    vendor_server.script(Failure(400, "Unknown field: stream_options"), Answer("Hi"), Answer("Again"))
    provider = makers.compatible(vendor_server)
    assert (await fold(provider, ask())).message.text == "Hi"
    assert (await fold(provider, ask())).message.text == "Again"
    assert ["stream_options" in request.body for request in vendor_server.chats] == [True, False, False]


async def test_an_account_that_may_not_see_summaries_is_asked_again_without(
    makers: Makers, vendor_server: VendorServer
) -> None:
    said = "Your organization must be verified to generate reasoning summaries."
    vendor_server.script(Failure(400, said), Answer("Hi"))
    assert (await fold(makers.openai(vendor_server), ask(model="gpt-6-sol"))).message.text == "Hi"
    assert "summary" not in vendor_server.chats[1].body["reasoning"]


def chunk(**delta: object) -> dict[str, object]:
    return {"choices": [{"delta": delta, "finish_reason": None}]}


def sse(*chunks: dict[str, object], finish: str = "stop") -> Raw:
    end = {"choices": [{"delta": {}, "finish_reason": finish}]}
    lines = [f"data: {json.dumps(item)}\n\n".encode() for item in (*chunks, end)]
    return Raw([*lines, b"data: [DONE]\n\n"])


@pytest.mark.parametrize(
    ("fragments", "expected"),
    [
        pytest.param(
            [[{"function": {"name": "find", "arguments": {"text": "a"}}}]],
            [("find", {"text": "a"})],
            id="arguments as an object, no id and no index",
        ),
        pytest.param(
            [
                [{"index": 0, "id": "1", "function": {"name": "find", "arguments": '{"te'}}],
                [{"index": 0, "id": "", "function": {"name": "", "arguments": 'xt": "a"}'}}],
            ],
            [("find", {"text": "a"})],
            id="names that come again empty",
        ),
        pytest.param(
            [
                [{"index": 0, "id": "1", "function": {"name": "find", "arguments": '{"text": "a"}'}}],
                [{"index": 0, "id": "2", "function": {"name": "find", "arguments": '{"text": "b"}'}}],
            ],
            [("find", {"text": "a"}), ("find", {"text": "b"})],
            id="parallel calls that share an index",
        ),
        pytest.param(
            [
                [{"function": {"name": "find", "arguments": '{"text": "a"}'}}],
                [{"function": {"name": "find", "arguments": '{"text": "b"}'}}],
            ],
            [("find", {"text": "a"}), ("find", {"text": "b"})],
            id="whole calls one after the other without anything to tell them apart",
        ),
        pytest.param(
            [
                [
                    {"index": 0, "id": "1", "function": {"name": "find", "arguments": '{"text"'}},
                    {"index": 1, "id": "2", "function": {"name": "list", "arguments": "{"}},
                ],
                [{"index": 1, "function": {"arguments": "}"}}, {"index": 0, "function": {"arguments": ': "a"}'}}],
            ],
            [("find", {"text": "a"}), ("list", {})],
            id="interleaved by index",
        ),
        pytest.param([[{"index": 0, "function": {"name": "list"}}]], [("list", {})], id="no arguments at all"),
    ],
)
async def test_compatible_servers_may_write_tool_calls_in_their_own_way(
    makers: Makers,
    vendor_server: VendorServer,
    fragments: list[list[dict[str, object]]],
    expected: list[tuple[str, dict[str, object]]],
) -> None:
    vendor_server.script(sse(*(chunk(tool_calls=fragment) for fragment in fragments)))
    answer = await fold(makers.compatible(vendor_server), ask(tools=(FIND,)))
    calls = answer.message.tool_calls
    assert [(call.name, json.loads(call.arguments)) for call in calls] == expected
    assert len({call.call_id for call in calls}) == len(expected)
    assert all(call.call_id for call in calls)
    assert answer.finished is not None
    assert answer.finished.reason is FinishReason.TOOL_CALLS


async def test_content_in_parts_reasoning_by_any_name_and_usage_on_the_last_chunk_are_read(
    makers: Makers, vendor_server: VendorServer
) -> None:
    thinking = {"type": "thinking", "thinking": [{"type": "text", "text": "A "}]}
    usage = {"usage": {"prompt_tokens": 5, "completion_tokens": 2, "prompt_cache_hit_tokens": 3}}
    vendor_server.script(
        sse(
            chunk(content=[thinking]),
            chunk(reasoning="B"),
            chunk(content=[{"type": "text", "text": "Hello"}]),
            chunk(content=None),
            chunk(content=" there") | usage,
        )
    )
    answer = await fold(makers.compatible(vendor_server), ask())
    assert [part.text for part in answer.parts if not isinstance(part, ToolCallPart)] == ["A B", "Hello there"]
    assert answer.usage == Usage(input_tokens=5, output_tokens=2, cached_input_tokens=3)


@pytest.mark.parametrize("vendor", VENDORS)
async def test_closing_the_stream_ends_the_connection_at_once(
    makers: Makers, vendor_server: VendorServer, vendor: str
) -> None:
    vendor_server.script(Answer(Say("Hello"), Wait(), Say("never")))
    provider = getattr(makers, vendor)(vendor_server)
    async with aclosing(provider.stream(ask(model=model_of(vendor)))) as events:
        async for event in events:
            if isinstance(event, TextDelta):
                break
    assert await asyncio.to_thread(vendor_server.gone.wait, 5)


@pytest.mark.parametrize("vendor", VENDORS)
async def test_cancelling_who_waits_for_the_first_word_ends_the_connection_at_once(
    makers: Makers, vendor_server: VendorServer, vendor: str
) -> None:
    vendor_server.script(Answer(Wait(), Say("never")))
    provider = getattr(makers, vendor)(vendor_server)
    task = asyncio.create_task(collect(provider, ask(model=model_of(vendor))))
    assert await asyncio.to_thread(vendor_server.waiting.wait, 5)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await asyncio.to_thread(vendor_server.gone.wait, 5)


STEPS = (
    Think("Überlegung ✓", signature="c2ln"),
    Say("Antwort: 東京 🚀\r\n\r\ndata: not an event\n"),
    CallTool("find", {"text": "a\u2028b", "n": [1, {"x": None}]}),
)


@pytest.mark.parametrize("vendor", VENDORS)
@given(size=st.integers(1, 400))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_same_events_come_however_the_bytes_are_cut(vendor_server: VendorServer, vendor: str, size: int) -> None:
    async def both() -> None:
        from app.providers.connection import Connections

        connections = Connections(timeout_s=lambda: 10.0)
        provider = getattr(Makers(connections), vendor)(vendor_server)
        request = ask(model=model_of(vendor), tools=(FIND,))
        vendor_server.script(Answer(*STEPS), Answer(*STEPS, chunk_bytes=size))
        try:
            assert await collect(provider, request) == await collect(provider, request)
        finally:
            await connections.aclose()

    asyncio.run(both())
