"""Amazon Bedrock against a real local server that answers in AWS's own frames: events out, Converse's JSON in."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import json
import logging
import os
import threading
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.aws.accounts.accounts import BotoAccountDirectory
from app.aws.accounts.clients import AccountClients
from app.aws.bedrock_access import BedrockAccess
from app.aws.demo.account import DemoAccount
from app.domain.bedrock import BedrockOperation
from app.domain.checks import CheckState
from app.domain.errors import (
    AwsAccessDeniedError,
    AwsCredentialsError,
    AwsParameterError,
    BatonError,
    ContextOverflowError,
    MalformedReplyError,
    NotFoundError,
    ProviderFaultError,
    RateLimitedError,
    StreamCutError,
    TimedOutError,
    UnreachableError,
    UnsupportedError,
)
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
from app.domain.models import ModelId
from app.domain.settings import Settings
from app.domain.stream import CONTEXT_FULL, Finished, FinishReason, TextDelta, ToolCallProgress, Usage
from app.providers.bedrock import BedrockProvider
from app.providers.connection import Connections
from app.providers.prices import PriceList
from app.providers.profiles import Profile
from app.system import logs
from tests.bedrock_frames import STREAM_TYPE, error_frame, event_frame, exception_frame
from tests.provider_fixtures import KEY, Makers, ask, bedrock_account, collect, fold
from tests.vendor_servers import Answer, CallTool, Cut, FailNow, Failure, Garble, Raw, Say, Think, VendorServer, Wait

CLAUDE = "eu.anthropic.claude-sonnet-4-5-20250929-v1:0"
ADAPTIVE = "global.anthropic.claude-opus-5-5-v1:0"
OLD_CLAUDE = "anthropic.claude-3-7-sonnet-20250219-v1:0"
NOVA = "amazon.nova-lite-v1:0"
LLAMA = "us.meta.llama3-3-70b-instruct-v1:0"
GPT = "openai.gpt-oss-120b-1:0"
FIND = ToolSpec(
    name="find",
    description="Find operations.",
    parameters={"type": "object", "properties": {"text": {"type": "string"}}},
)
WHOLE = Answer(
    Think("Hm.", signature="c2lnbmVk"),
    "Grüße 東京 🚀",
    CallTool("find", {"text": "a", "n": [1, {"x": None}]}, "tooluse_a"),
    CallTool("find", {"text": "b"}, "tooluse_b"),
    input_tokens=40,
    cached_tokens=30,
    written_tokens=4,
    output_tokens=9,
)


@pytest.fixture
def account(vendor_server: VendorServer) -> BedrockAccess:
    return bedrock_account(vendor_server)


@pytest.fixture
def bedrock(makers: Makers, vendor_server: VendorServer, account: BedrockAccess) -> BedrockProvider:
    return makers.bedrock(vendor_server, account)


def frames_of(*frames: bytes) -> Raw:
    return Raw(chunks=frames, content_type=STREAM_TYPE)


def end() -> bytes:
    return event_frame("messageStop", {"stopReason": "end_turn"})


def text(words: str) -> bytes:
    return event_frame("contentBlockDelta", {"delta": {"text": words}, "contentBlockIndex": 0})


async def test_text_thinking_and_parallel_tools_stream_and_end_with_usage_and_a_reason(
    bedrock: BedrockProvider, vendor_server: VendorServer
) -> None:
    vendor_server.script(WHOLE)
    events = await collect(bedrock, ask(model=CLAUDE, tools=(FIND,)))
    answer = (await fold(bedrock, ask(model=CLAUDE))).message  # the script is used up: it echoes
    assert answer.text == "You said: hello"
    pieces = [event.text for event in events if isinstance(event, TextDelta)]
    assert len(pieces) > 1
    assert "".join(pieces) == "Grüße 東京 🚀"
    usage = next(event for event in events if isinstance(event, Usage))
    assert (usage.input_tokens, usage.cached_input_tokens, usage.cache_write_tokens) == (40, 30, 4)
    assert usage.output_tokens == 9
    assert [event for event in events if isinstance(event, ToolCallProgress)][-1].argument_chars == 13
    assert events[-1] == Finished(reason=FinishReason.TOOL_CALLS)


async def test_calls_come_whole_and_apart_and_the_thinking_is_bound_to_the_model(
    bedrock: BedrockProvider, vendor_server: VendorServer
) -> None:
    vendor_server.script(WHOLE)
    message = (await fold(bedrock, ask(model=CLAUDE, tools=(FIND,)))).message
    assert message.parts[0] == ReasoningPart(text="Hm.", signature="c2lnbmVk", vendor=f"bedrock:{CLAUDE}")
    assert [(call.call_id, json.loads(call.arguments)) for call in message.tool_calls] == [
        ("tooluse_a", {"text": "a", "n": [1, {"x": None}]}),
        ("tooluse_b", {"text": "b"}),
    ]


async def test_the_request_is_signed_for_the_address_it_goes_to_and_holds_no_secret(
    bedrock: BedrockProvider, vendor_server: VendorServer
) -> None:
    await fold(bedrock, ask(model=CLAUDE))
    [sent] = vendor_server.chats
    assert sent.path == f"/model/{CLAUDE.replace(':', '%3A')}/converse-stream"
    assert "/eu-west-1/bedrock/aws4_request" in sent.headers["authorization"]
    assert KEY not in json.dumps([sent.headers, sent.body])


@given(size=st.integers(1, 300))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_same_events_come_however_the_bytes_are_cut(
    vendor_server: VendorServer, account: BedrockAccess, size: int
) -> None:
    async def both() -> None:
        connections = Connections(timeout_s=lambda: 10.0)
        provider = Makers(connections).bedrock(vendor_server, account)
        request = ask(model=CLAUDE, tools=(FIND,))
        vendor_server.script(WHOLE, replace_chunks(WHOLE, size))
        try:
            assert await collect(provider, request) == await collect(provider, request)
        finally:
            await connections.aclose()

    asyncio.run(both())


def replace_chunks(answer: Answer, size: int) -> Answer:
    fields = {
        name: getattr(answer, name) for name in ("input_tokens", "cached_tokens", "written_tokens", "output_tokens")
    }
    return Answer(*answer.steps, chunk_bytes=size, **fields)


SHORT = (
    text("Hi.") + end() + event_frame("metadata", {"usage": {"inputTokens": 1, "outputTokens": 1, "totalTokens": 2}})
)


async def test_an_answer_that_ends_at_any_byte_is_whole_or_said_to_be_cut(
    bedrock: BedrockProvider, vendor_server: VendorServer
) -> None:
    whole_from = len(text("Hi.") + end())
    for size in sorted({*range(0, len(SHORT), 5), len(text("Hi.")), whole_from - 1, whole_from, whole_from + 1}):
        vendor_server.script(frames_of(SHORT[:size]) if size else frames_of())
        if size >= whole_from:
            assert (await fold(bedrock, ask(model=CLAUDE))).message.text == "Hi."
            continue
        with pytest.raises(StreamCutError):
            await collect(bedrock, ask(model=CLAUDE))


@pytest.mark.parametrize("position", range(0, 120, 7))
async def test_a_byte_that_flipped_on_the_way_is_noticed(
    bedrock: BedrockProvider, vendor_server: VendorServer, position: int
) -> None:
    damaged = bytearray(SHORT)
    damaged[position] ^= 0x40
    vendor_server.script(frames_of(bytes(damaged)))
    with pytest.raises((MalformedReplyError, StreamCutError)):
        await collect(bedrock, ask(model=CLAUDE))


@given(data=st.binary(max_size=400))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_comes_in_place_of_frames_is_an_error_that_says_so(
    vendor_server: VendorServer, account: BedrockAccess, data: bytes
) -> None:
    async def take() -> None:
        connections = Connections(timeout_s=lambda: 10.0)
        vendor_server.script(frames_of(text("x"), data))
        try:
            with pytest.raises(BatonError):
                await collect(Makers(connections).bedrock(vendor_server, account), ask(model=CLAUDE))
        finally:
            await connections.aclose()

    asyncio.run(take())


EVENTS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "delta",
                    "start",
                    "contentBlockIndex",
                    "text",
                    "toolUse",
                    "input",
                    "reasoningContent",
                    "usage",
                    "stopReason",
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(
    content=EVENTS,
    kind=st.sampled_from(
        ["contentBlockStart", "contentBlockDelta", "contentBlockStop", "messageStop", "metadata", "new"]
    ),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_events_of_any_shape_are_borne(
    vendor_server: VendorServer, account: BedrockAccess, content: object, kind: str
) -> None:
    async def take() -> None:
        connections = Connections(timeout_s=lambda: 10.0)
        vendor_server.script(frames_of(event_frame(kind, json.dumps(content).encode()), text("x"), end()))
        try:
            assert (
                await fold(Makers(connections).bedrock(vendor_server, account), ask(model=CLAUDE))
            ).finished is not None
        finally:
            await connections.aclose()

    asyncio.run(take())


async def test_a_megabyte_in_one_delta_and_text_that_is_no_unicode(
    bedrock: BedrockProvider, vendor_server: VendorServer
) -> None:
    vendor_server.script(frames_of(text("x" * 1_000_000), end()))
    assert len((await fold(bedrock, ask(model=CLAUDE))).message.text) == 1_000_000
    vendor_server.script(frames_of(event_frame("contentBlockDelta", b'{"delta": {"text": "\xff\xfe"}}'), end()))
    with pytest.raises(MalformedReplyError):
        await collect(bedrock, ask(model=CLAUDE))


@pytest.mark.parametrize(
    ("frame", "error"),
    [
        (exception_frame("throttlingException", "Too many tokens, please wait."), RateLimitedError),
        (exception_frame("internalServerException", "Oh."), ProviderFaultError),
        (exception_frame("modelStreamErrorException", "The model broke."), ProviderFaultError),
        (exception_frame("serviceUnavailableException", "Busy."), ProviderFaultError),
        (exception_frame("modelTimeoutException", "Slow."), TimedOutError),
        (exception_frame("validationException", "Input is too long for requested model."), ContextOverflowError),
        (exception_frame("validationException", "Odd."), UnsupportedError),
        (exception_frame("accessDeniedException", "no"), AwsAccessDeniedError),
        (exception_frame("somethingNewException", "What?"), BatonError),
        (error_frame("InternalServerError", "Oh."), BatonError),
    ],
)
async def test_every_error_amid_a_stream_is_told_after_what_came(
    bedrock: BedrockProvider, vendor_server: VendorServer, frame: bytes, error: type[BatonError]
) -> None:
    vendor_server.script(frames_of(text("Half an "), frame))
    events = bedrock.stream(ask(model=CLAUDE))
    seen = [await anext(events)]  # type: ignore[call-overload]
    with pytest.raises(error) as caught:
        await anext(events)  # type: ignore[call-overload]
    assert seen == [TextDelta(text="Half an ")]
    assert caught.value.message
    assert "Exception" not in str(caught.value)


@pytest.mark.parametrize(
    ("status", "kind", "said", "error", "words"),
    [
        (429, "", "Too many requests", RateLimitedError, "Wait a moment"),
        (429, "ModelNotReadyException", "The model is not ready", ProviderFaultError, "moment"),
        (408, "", "Timed out", TimedOutError, "Try again"),
        (424, "", "The model failed", ProviderFaultError, "another model"),
        (500, "", "Oh", ProviderFaultError, "Try again"),
        (503, "", "Busy", ProviderFaultError, "moment"),
        (400, "", "prompt is too long: 300000 tokens > 200000 maximum", ContextOverflowError, "more context"),
        (400, "", "The provided model identifier is invalid.", NotFoundError, "baton models --refresh"),
        (
            400,
            "",
            "Invocation with on-demand throughput isn't supported.",
            UnsupportedError,
            "inference profile|region",
        ),
        (400, "", "toolConfig is odd", UnsupportedError, "dock"),
        (404, "", "No such model", NotFoundError, "baton models --refresh"),
        (403, "", "You don't have access to the model with the specified model ID.", AwsAccessDeniedError, "console"),
        (
            403,
            "",
            "User: arn:aws:iam::1:user/a is not authorized to perform: bedrock:InvokeModelWithResponseStream",
            AwsAccessDeniedError,
            "administrator",
        ),
        (
            403,
            "ExpiredTokenException",
            "The security token included in the request is expired",
            AwsCredentialsError,
            "",
        ),
        (403, "UnrecognizedClientException", "The security token is invalid", AwsCredentialsError, "aws configure"),
        (403, "InvalidSignatureException", "Signature expired: 2020", AwsCredentialsError, ""),
        (418, "TeapotException", "I am a teapot", BatonError, ""),
    ],
)
async def test_every_refusal_is_told_with_what_to_do(
    bedrock: BedrockProvider,
    vendor_server: VendorServer,
    status: int,
    kind: str,
    said: str,
    error: type[BatonError],
    words: str,
) -> None:
    vendor_server.script(Failure(status, said, kind=kind))
    with pytest.raises(error) as caught:
        await collect(bedrock, ask(model=CLAUDE))
    assert any(part in str(caught.value) for part in words.split("|"))
    assert "Exception" not in str(caught.value)


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b"{" * 3000])
async def test_a_refusal_in_another_form_is_told_too(
    bedrock: BedrockProvider, vendor_server: VendorServer, body: bytes
) -> None:
    for status in (302, 400, 403, 407, 500, 502):
        vendor_server.script(Failure(status, body=body, headers={"location": "http://127.0.0.1:9/"}))
        with pytest.raises(BatonError):
            await collect(bedrock, ask(model=CLAUDE))
    assert len(vendor_server.chats) == 6, "no redirect was followed"


async def test_a_refusal_without_a_code_speaks_of_credentials_and_no_key(
    bedrock: BedrockProvider, vendor_server: VendorServer
) -> None:
    for status, error in ((401, AwsCredentialsError), (403, AwsAccessDeniedError)):
        vendor_server.script(Failure(status, body=b"{}"))
        with pytest.raises(error) as caught:
            await collect(bedrock, ask(model=CLAUDE))
        assert "key" not in caught.value.message


async def test_steps_that_fail_in_mid_answer_are_told(bedrock: BedrockProvider, vendor_server: VendorServer) -> None:
    for step, error in ((Cut(), StreamCutError), (Garble(), MalformedReplyError), (FailNow(), ProviderFaultError)):
        vendor_server.script(Answer(Say("Half"), step))
        with pytest.raises(error):
            await collect(bedrock, ask(model=CLAUDE))
    vendor_server.script(Raw(chunks=[b"data: {}\n\n"]))
    with pytest.raises(MalformedReplyError):
        await collect(bedrock, ask(model=CLAUDE))


async def test_stopping_closes_the_connection_and_leaves_no_thread(
    bedrock: BedrockProvider, vendor_server: VendorServer
) -> None:
    await fold(bedrock, ask(model=CLAUDE))  # threads that sign are there by now
    for steps in ((Wait(),), (Say("Half"), Wait())):
        before = set(threading.enumerate())
        vendor_server.script(Answer(*steps))
        task = asyncio.create_task(collect(bedrock, ask(model=CLAUDE)))
        assert await asyncio.to_thread(vendor_server.waiting.wait, 10)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert await asyncio.to_thread(vendor_server.gone.wait, 10)
        vendor_server.gone.clear()
        left = {thread for thread in set(threading.enumerate()) - before if "process_request" not in thread.name}
        assert all("asyncio" in thread.name for thread in left), "threads of the loop's own pool only"


async def test_leaving_the_iterator_stops_the_models_work(
    bedrock: BedrockProvider, vendor_server: VendorServer
) -> None:
    vendor_server.script(Answer(Say("Half"), Wait()))
    async with aclosing(bedrock.stream(ask(model=CLAUDE))) as events:  # type: ignore[type-var]
        async for _ in events:
            break
    assert await asyncio.to_thread(vendor_server.gone.wait, 10)


async def test_a_model_that_falls_silent_times_out(vendor_server: VendorServer, account: BedrockAccess) -> None:
    connections = Connections(timeout_s=lambda: 0.2)
    try:
        for steps in ((Wait(),), (Say("Half"), Wait())):
            vendor_server.script(Answer(*steps))
            with pytest.raises(TimedOutError):
                await collect(Makers(connections).bedrock(vendor_server, account), ask(model=CLAUDE))
    finally:
        await connections.aclose()


async def test_where_nothing_listens_it_says_so(makers: Makers) -> None:
    with VendorServer() as server:
        provider = makers.bedrock(server)
    with pytest.raises(UnreachableError):
        await collect(provider, ask(model=CLAUDE))


@pytest.mark.parametrize(
    ("finish", "reason", "detail"),
    [
        ("length", FinishReason.LENGTH, ""),
        ("context", FinishReason.LENGTH, CONTEXT_FULL),
        ("filtered", FinishReason.FILTERED, "content_filtered"),
        ("guardrail_intervened", FinishReason.FILTERED, "guardrail_intervened"),
        ("stop_sequence", FinishReason.STOP, "stop_sequence"),
        ("a_new_reason", FinishReason.STOP, "a_new_reason"),
    ],
)
async def test_the_reason_of_the_end_is_told(
    bedrock: BedrockProvider, vendor_server: VendorServer, finish: str, reason: FinishReason, detail: str
) -> None:
    vendor_server.script(Answer("No.", finish=finish))
    assert (await fold(bedrock, ask(model=CLAUDE))).finished == Finished(reason=reason, detail=detail)


async def test_an_answer_that_bedrock_could_not_read_is_a_fault_and_a_missing_usage_is_none(
    bedrock: BedrockProvider, vendor_server: VendorServer
) -> None:
    vendor_server.script(Answer("Half", finish="malformed_tool_use"))
    with pytest.raises(ProviderFaultError):
        await collect(bedrock, ask(model=CLAUDE))
    vendor_server.script(frames_of(text("Hi."), end()))
    assert (await fold(bedrock, ask(model=CLAUDE))).usage is None


async def test_the_turn_goes_back_with_its_signed_thinking_calls_and_results(
    bedrock: BedrockProvider, vendor_server: VendorServer
) -> None:
    vendor_server.script(
        Answer(
            Think("Hm.", signature="c2ln"), Think(redacted=True, signature="RU5D"), CallTool("find", {"text": "s3"})
        ),
        Answer("Done."),
    )
    request = ask("list", model=CLAUDE, tools=(FIND,))
    first = (await fold(bedrock, request)).message
    result = Message(role=Role.TOOL, parts=(ToolResultPart(call_id="call_1", name="find", content=" ", is_error=True),))
    await fold(bedrock, replace(request, messages=(*request.messages, first, result)))
    _, said, answered = vendor_server.chats[-1].body["messages"]
    assert said["role"] == "assistant"
    assert said["content"] == [
        {"reasoningContent": {"reasoningText": {"text": "Hm.", "signature": "c2ln"}}},
        {"reasoningContent": {"redactedContent": "RU5D"}},
        {"toolUse": {"toolUseId": "call_1", "name": "find", "input": {"text": "s3"}}},
    ]
    back = {"toolUseId": "call_1", "content": [{"text": "(nothing)"}], "status": "error"}
    assert answered["content"][0] == {"toolResult": back}


async def test_thinking_of_another_model_or_turn_is_never_sent(
    bedrock: BedrockProvider, vendor_server: VendorServer
) -> None:
    foreign = ReasoningPart(text="FOREIGN", signature="eA==", vendor="anthropic:claude-sonnet-4-5")
    older = ReasoningPart(text="OLDER", signature="eA==", vendor=f"bedrock:{CLAUDE}")
    messages = (
        Message.user("one"),
        Message(role=Role.ASSISTANT, parts=(older, TextPart(text="first"))),
        Message.user("two"),
        Message(role=Role.ASSISTANT, parts=(foreign, ToolCallPart(call_id="c", name="find", arguments="{}"))),
        Message(role=Role.TOOL, parts=(ToolResultPart(call_id="c", name="find", content="x"),)),
    )
    await fold(bedrock, ask(*messages, model=CLAUDE, tools=(FIND,)))
    sent = json.dumps(vendor_server.chats[-1].body)
    assert "first" in sent
    assert "FOREIGN" not in sent
    assert "OLDER" not in sent


async def test_ids_of_other_vendors_are_made_to_fit_and_still_match(
    bedrock: BedrockProvider, vendor_server: VendorServer
) -> None:
    strange = "fc_ä|" + "x" * 80
    messages = (
        Message.user("go"),
        Message(role=Role.ASSISTANT, parts=(ToolCallPart(call_id=strange, name="find", arguments="{broken"),)),
        Message(role=Role.TOOL, parts=(ToolResultPart(call_id=strange, name="find", content="x"),)),
    )
    await fold(bedrock, ask(*messages, model=CLAUDE, tools=(FIND,)))
    _, call, result = vendor_server.chats[-1].body["messages"]
    asked = call["content"][0]["toolUse"]
    assert asked["input"] == {"invalid_arguments": "{broken"}
    assert asked["toolUseId"] == result["content"][0]["toolResult"]["toolUseId"]
    assert len(asked["toolUseId"]) <= 64


@pytest.mark.parametrize("more", [{}, {"tools": (FIND,), "tool_choice": "none"}])
async def test_without_tools_the_calls_of_before_are_told_as_text(
    bedrock: BedrockProvider, vendor_server: VendorServer, more: dict[str, object]
) -> None:
    messages = (
        Message.user("go"),
        Message(role=Role.ASSISTANT, parts=(ToolCallPart(call_id="c", name="find", arguments='{"a": 1}'),)),
        Message(role=Role.TOOL, parts=(ToolResultPart(call_id="c", name="find", content="x"),)),
    )
    await fold(bedrock, ask(*messages, model=CLAUDE, **more))
    sent = vendor_server.chats[-1].body
    assert "toolConfig" not in sent
    assert [message["content"][0]["text"] for message in sent["messages"]] == [
        "go",
        '[Called find with {"a": 1}]',
        "[find answered: x]",
    ]


@pytest.mark.parametrize(
    ("choice", "sent"), [("auto", None), ("required", {"any": {}}), ("find", {"tool": {"name": "find"}})]
)
async def test_the_choice_of_a_tool_is_sent(
    bedrock: BedrockProvider, vendor_server: VendorServer, choice: str, sent: object
) -> None:
    await fold(bedrock, ask(model=CLAUDE, tools=(FIND,), tool_choice=choice))
    config = vendor_server.chats[-1].body["toolConfig"]
    assert config.get("toolChoice") == sent
    assert config["tools"][0]["toolSpec"]["inputSchema"] == {"json": FIND.parameters}


async def test_what_stays_the_same_is_marked_to_be_cached(
    bedrock: BedrockProvider, vendor_server: VendorServer
) -> None:
    mark = {"cachePoint": {"type": "default"}}
    await fold(bedrock, ask("x", model=CLAUDE, system="Be brief.", tools=(FIND,)))
    sent = vendor_server.chats[-1].body
    assert sent["system"] == [{"text": "Be brief."}, mark]
    assert sent["messages"][-1]["content"][-1] == mark
    await fold(bedrock, ask("x", model=CLAUDE, tools=(FIND,)))
    assert vendor_server.chats[-1].body["toolConfig"]["tools"][-1] == mark
    await fold(bedrock, ask("x", model=LLAMA, system="Be brief.", tools=(FIND,)))
    assert "cachePoint" not in json.dumps(vendor_server.chats[-1].body)


async def test_parameters_go_where_converse_and_each_model_want_them(
    bedrock: BedrockProvider, vendor_server: VendorServer
) -> None:
    async def sent(model: str, **parameters: object) -> dict[str, object]:
        await fold(bedrock, ask(model=model, parameters=parameters))
        body: dict[str, object] = vendor_server.chats[-1].body
        return {name: body[name] for name in body if name not in ("messages", "system")}

    assert await sent(CLAUDE) == {}
    assert await sent(CLAUDE, temperature=0.2, max_tokens=9, stop=["END"], top_k=5) == {
        "inferenceConfig": {"temperature": 0.2, "maxTokens": 9, "stopSequences": ["END"]},
        "additionalModelRequestFields": {"top_k": 5},
    }
    assert await sent(NOVA, top_p=0.5, top_k=5) == {
        "inferenceConfig": {"topP": 0.5},
        "additionalModelRequestFields": {"inferenceConfig": {"topK": 5}},
    }
    thinking = await sent(CLAUDE, reasoning_effort="low")
    assert thinking["additionalModelRequestFields"] == {"thinking": {"type": "enabled", "budget_tokens": 4096}}
    assert thinking["inferenceConfig"] == {"maxTokens": 12_288}
    adaptive = await sent(ADAPTIVE, reasoning_effort="max")
    assert adaptive["outputConfig"] == {"effort": "max"}
    assert adaptive["additionalModelRequestFields"] == {"thinking": {"type": "adaptive", "display": "summarized"}}
    assert (await sent(GPT, reasoning_effort="high"))["additionalModelRequestFields"] == {"reasoning_effort": "high"}
    assert (await sent("us.amazon.nova-2-lite-v1:0", reasoning_effort="low"))["additionalModelRequestFields"] == {
        "reasoningConfig": {"type": "enabled", "maxReasoningEffort": "low"}
    }


@pytest.mark.parametrize(
    ("model", "more"),
    [
        (CLAUDE, {"parameters": {"temperature": 0.2, "top_p": 0.5}}),
        (CLAUDE, {"parameters": {"temperature": 0.2, "reasoning_effort": "low"}}),
        (CLAUDE, {"parameters": {"max_tokens": 900, "reasoning_effort": "low"}}),
        (CLAUDE, {"parameters": {"seed": 1}}),
        (CLAUDE, {"logprobs": 2}),
        (LLAMA, {"parameters": {"top_k": 5}}),
        (NOVA, {"parameters": {"reasoning_effort": "low"}}),
        (OLD_CLAUDE, {"parameters": {"reasoning_effort": "low"}, "schema": {"type": "object"}}),
        ("amazon.titan-text-express-v1", {"system": "Be brief."}),
        ("amazon.titan-text-express-v1", {"tools": (FIND,)}),
        ("amazon.titan-text-express-v1", {"schema": {"type": "object"}}),
        (CLAUDE, {"tools": (replace(FIND, name="no blanks allowed"),)}),
    ],
)
async def test_what_a_model_does_not_take_is_refused(
    bedrock: BedrockProvider, vendor_server: VendorServer, model: str, more: dict[str, object]
) -> None:
    if more.get("tools") and model == CLAUDE:
        vendor_server.script(Failure(400, "Value at 'toolConfig.tools.1.name' failed: pattern"))
    with pytest.raises(UnsupportedError):
        await fold(bedrock, ask(model=model, **more))
    assert len(vendor_server.chats) == bool(more.get("tools") and model == CLAUDE)


@pytest.mark.parametrize("more", [{"tools": (FIND,), "tool_choice": "other"}, {"tool_choice": "required"}])
async def test_a_tool_that_is_not_there_cannot_be_asked_for(
    bedrock: BedrockProvider, vendor_server: VendorServer, more: dict[str, object]
) -> None:
    with pytest.raises(UnsupportedError):
        await fold(bedrock, ask(model=CLAUDE, **more))
    assert vendor_server.requests == []


async def test_a_throttled_account_waits_as_long_as_it_is_told(
    bedrock: BedrockProvider, vendor_server: VendorServer
) -> None:
    vendor_server.script(Failure(429, "slow down", retry_after="17"))
    with pytest.raises(RateLimitedError) as caught:
        await collect(bedrock, ask(model=CLAUDE))
    assert caught.value.retry_after_s == 17.0


async def test_a_stream_that_is_cut_or_stays_open_after_its_last_word_is_an_answer(
    bedrock: BedrockProvider, vendor_server: VendorServer
) -> None:
    vendor_server.script(frames_of(SHORT[:-1]))
    assert (await fold(bedrock, ask(model=CLAUDE))).message.text == "Hi."
    for left in (exception_frame("throttlingException", "too late"), b"\0" * 40):
        vendor_server.script(frames_of(SHORT, left))
        assert (await fold(bedrock, ask(model=CLAUDE))).message.text == "Hi."


def attached(name: str, media_type: str, data: bytes) -> tuple[AttachmentPart, dict[str, bytes]]:
    digest = hashlib.sha256(data).hexdigest()
    return AttachmentPart(name=name, media_type=media_type, sha256=digest, size_bytes=len(data)), {digest: data}


async def test_pictures_and_pdfs_go_as_blocks_under_names_that_converse_takes(
    bedrock: BedrockProvider, vendor_server: VendorServer
) -> None:
    picture, blobs = attached("Schön.png", "image/png", b"\x89PNG")
    first, more = attached("Ré{sumé}  v2.pdf", "application/pdf", b"%PDF-1")
    second, again = attached("R sum v2.pdf", "application/pdf", b"%PDF-2")
    message = Message(role=Role.USER, parts=(picture, first, second, first))
    await fold(bedrock, ask(message, model=CLAUDE, blobs=blobs | more | again))
    content = vendor_server.chats[-1].body["messages"][0]["content"]
    assert content[0] == {"image": {"format": "png", "source": {"bytes": base64.b64encode(b"\x89PNG").decode()}}}
    names = [block["document"]["name"] for block in content if "document" in block]
    assert names == ["R sum v2 pdf", "R sum v2 pdf (2)", "R sum v2 pdf"]
    assert "v2.pdf" in content[-2]["text"], "Converse takes a document only beside some text"


async def test_files_a_model_does_not_take_are_refused(bedrock: BedrockProvider, vendor_server: VendorServer) -> None:
    for model, name, kind in (
        (CLAUDE, "a.tiff", "image/tiff"),
        (LLAMA, "a.png", "image/png"),
        ("amazon.nova-micro-v1:0", "a.pdf", "application/pdf"),
        (CLAUDE, "a.bin", "application/octet-stream"),
    ):
        part, blobs = attached(name, kind, b"x")
        with pytest.raises(UnsupportedError):
            await fold(bedrock, ask(Message(role=Role.USER, parts=(part,)), model=model, blobs=blobs))
    part, _ = attached("a.png", "image/png", b"x")
    with pytest.raises(UnsupportedError, match="gone"):
        await fold(bedrock, ask(Message(role=Role.USER, parts=(part,)), model=CLAUDE))
    assert vendor_server.requests == []


async def test_a_person_who_knows_better_is_believed(makers: Makers, account: BedrockAccess) -> None:
    def blind(_model: ModelId, profile: Profile) -> Profile:
        return replace(profile, images=False, json_schema=False)

    provider = BedrockProvider(account=account, connections=makers.connections, prices=PriceList(), adjust=blind)
    part, blobs = attached("a.png", "image/png", b"x")
    for request in (
        ask(Message(role=Role.USER, parts=(part,)), model=CLAUDE, blobs=blobs),
        ask(model=CLAUDE, schema={"type": "object"}),
    ):
        with pytest.raises(UnsupportedError):
            await fold(provider, request)


async def test_a_schema_is_the_format_of_the_answer_where_the_model_knows_it(
    bedrock: BedrockProvider, vendor_server: VendorServer
) -> None:
    vendor_server.script(Answer('{"a": 1}'))
    assert (await fold(bedrock, ask(model=CLAUDE, schema={"type": "object"}))).message.text == '{"a": 1}'
    form = vendor_server.chats[-1].body["outputConfig"]["textFormat"]
    assert form["type"] == "json_schema"
    assert json.loads(form["structure"]["jsonSchema"]["schema"]) == {"type": "object"}


async def test_a_schema_is_a_tool_elsewhere_whose_input_is_the_answers_text(
    bedrock: BedrockProvider, vendor_server: VendorServer
) -> None:
    vendor_server.script(Answer(CallTool("answer", {"a": 1})))
    answer = await fold(bedrock, ask(model=NOVA, schema={"type": "object"}))
    assert json.loads(answer.message.text) == {"a": 1}
    assert answer.message.tool_calls == ()
    assert answer.finished == Finished(reason=FinishReason.STOP)
    assert vendor_server.chats[-1].body["toolConfig"]["toolChoice"] == {"tool": {"name": "answer"}}
    vendor_server.script(Answer(CallTool("find", {})))
    answer = await fold(bedrock, ask(model=NOVA, schema={"type": "object"}, tools=(FIND,)))
    assert answer.finished == Finished(reason=FinishReason.TOOL_CALLS)
    assert vendor_server.chats[-1].body["toolConfig"]["toolChoice"] == {"any": {}}


async def test_a_model_that_refuses_the_format_is_asked_by_a_tool_and_remembered(
    bedrock: BedrockProvider, vendor_server: VendorServer
) -> None:
    refusal = Failure(400, "outputConfig.textFormat is not supported by this model.")
    vendor_server.script(refusal, Answer(CallTool("answer", {"a": 1})), Answer(CallTool("answer", {"a": 2})))
    for number in (1, 2):
        answer = await fold(bedrock, ask(model=CLAUDE, schema={"type": "object"}))
        assert json.loads(answer.message.text) == {"a": number}
    assert len(vendor_server.chats) == 3


async def test_tokens_are_counted_by_aws_for_the_model_behind_a_profile(
    bedrock: BedrockProvider, vendor_server: VendorServer
) -> None:
    vendor_server.count = 123
    request = ask("x", model=CLAUDE, system="S", tools=(FIND,), parameters={"max_tokens": 5})
    assert await bedrock.count_tokens(request) == 123
    sent = vendor_server.chats[-1]
    assert sent.path == "/model/anthropic.claude-sonnet-4-5-20250929-v1%3A0/count-tokens"
    assert set(sent.body["input"]["converse"]) == {"messages", "system", "toolConfig"}
    with pytest.raises(UnsupportedError):
        await bedrock.count_tokens(ask("x", model=LLAMA))


APPLICATION = "arn:aws:bedrock:eu-west-1:123456789012:application-inference-profile/abc123"


def a_model(model: str, *, types: tuple[str, ...] = ("ON_DEMAND",), **more: object) -> dict[str, object]:
    return {
        "modelId": model,
        "modelName": "A model",
        "providerName": "Vendor",
        "outputModalities": ["TEXT"],
        "responseStreamingSupported": True,
        "inferenceTypesSupported": list(types),
        **more,
    }


def a_profile(name: str, model: str, kind: str = "SYSTEM_DEFINED", arn: str = "") -> dict[str, object]:
    behind = f"arn:aws:bedrock:eu-west-1::foundation-model/{model}"
    return {
        "inferenceProfileId": name,
        "inferenceProfileArn": arn or f"arn:aws:bedrock:eu-west-1:1:inference-profile/{name}",
        "inferenceProfileName": f"Profile {name}",
        "models": [{"modelArn": behind}],
        "type": kind,
    }


async def test_models_and_profiles_that_answer_in_streams_are_listed(
    bedrock: BedrockProvider, vendor_server: VendorServer
) -> None:
    claude = "anthropic.claude-sonnet-4-5-20250929-v1:0"
    vendor_server.bedrock_lists = {
        "/foundation-models": {
            "modelSummaries": [
                a_model(claude, types=("INFERENCE_PROFILE",)),
                a_model(NOVA, modelLifecycle={"status": "LEGACY"}),
                a_model("amazon.titan-embed-text-v2:0", outputModalities=["EMBEDDING"]),
                a_model("cohere.rerank-v3-5:0", responseStreamingSupported=False),
                a_model("ai21.jamba-1-5-large-v1:0", types=("PROVISIONED",)),
                "nonsense",
            ]
        },
        "/inference-profiles": {
            "inferenceProfileSummaries": [
                a_profile(CLAUDE, claude),
                a_profile("abc123", NOVA, "APPLICATION", APPLICATION),
                a_profile("eu.unknown", "unknown.model"),
                {"models": []},
            ]
        },
    }
    found = {str(info.id): info for info in await bedrock.models()}
    assert set(found) == {f"bedrock:{NOVA}", f"bedrock:{CLAUDE}", f"bedrock:{APPLICATION}"}
    assert found[f"bedrock:{NOVA}"].title == "Vendor A model (legacy)"
    assert found[f"bedrock:{CLAUDE}"].capabilities.reasoning
    assert found[f"bedrock:{CLAUDE}"].capabilities.documents
    assert not found[f"bedrock:{CLAUDE}"].is_private
    own, behind = found[f"bedrock:{APPLICATION}"], found[f"bedrock:{NOVA}"]
    assert own.capabilities.parameters == behind.capabilities.parameters, "it is known by the model behind it"
    assert own.capabilities.images
    assert "Amazon Bedrock's own list" in own.source
    await fold(bedrock, ask("x", model=APPLICATION, parameters={"top_k": 3}))
    assert vendor_server.chats[-1].path.endswith("abc123/converse-stream")


async def test_profiles_come_page_by_page_and_need_a_right_of_their_own(
    bedrock: BedrockProvider, vendor_server: VendorServer
) -> None:
    vendor_server.bedrock_lists = {"/foundation-models": {"modelSummaries": [a_model(NOVA)]}}
    vendor_server.list_reply = None
    with pytest.raises(NotFoundError):
        await bedrock.models()  # the address knows no profiles at all
    vendor_server.bedrock_lists["/inference-profiles"] = {"inferenceProfileSummaries": [], "nextToken": "more"}
    assert [str(info.id) for info in await bedrock.models()] == [f"bedrock:{NOVA}"]
    paths = [request.path for request in vendor_server.requests]
    assert "/inference-profiles?nextToken=more" in paths
    vendor_server.list_reply = Failure(403, "not authorized")
    with pytest.raises(AwsAccessDeniedError):
        await bedrock.models()


@pytest.fixture
def access() -> BedrockAccess:
    clients = AccountClients(DemoAccount(["/nonexistent/command"]))
    return BedrockAccess(clients, BotoAccountDirectory(clients), settings=Settings)


def configure(text: str) -> None:
    Path(os.environ["AWS_CONFIG_FILE"]).write_text(text, encoding="utf-8")


def test_without_a_profile_it_is_not_in_the_way(access: BedrockAccess) -> None:
    with pytest.raises(AwsCredentialsError) as caught:
        access.request(BedrockOperation.LIST_FOUNDATION_MODELS, {})
    assert "aws configure sso" in caught.value.remedy
    check = access.check()
    assert check.state is CheckState.OK
    assert "aws configure sso" in check.remedy


def test_without_a_region_it_says_where_to_choose_one(access: BedrockAccess) -> None:
    configure("[default]\naws_access_key_id = AKIAEXAMPLEEXAMPLE00\naws_secret_access_key = x\n")
    with pytest.raises(AwsParameterError, match="No region") as caught:
        access.request(BedrockOperation.LIST_FOUNDATION_MODELS, {})
    assert "Settings" in caught.value.remedy


def test_a_sign_in_that_expired_is_renewed_by_the_command_that_is_told(access: BedrockAccess) -> None:
    configure(
        "[default]\nregion = eu-west-1\nsso_session = corp\nsso_account_id = 123456789012\nsso_role_name = r\n"
        "[sso-session corp]\nsso_start_url = https://example.awsapps.com/start\nsso_region = eu-west-1\n"
    )
    with pytest.raises(AwsCredentialsError) as caught:
        access.request(BedrockOperation.CONVERSE_STREAM, {"modelId": CLAUDE, "messages": []})
    assert "baton aws login default" in caught.value.remedy


def test_the_profile_and_the_region_are_those_of_the_settings(vendor_server: VendorServer, makers: Makers) -> None:
    provider = makers.bedrock(vendor_server, bedrock_account(vendor_server, bedrock_region="us-east-1"))
    configure(
        Path(os.environ["AWS_CONFIG_FILE"]).read_text(encoding="utf-8")
        + "[profile other]\nregion = ap-south-1\naws_access_key_id = AKIAOTHEROTHEROTHER0\naws_secret_access_key = y\n"
        + f"endpoint_url = {vendor_server.url}\n"
    )
    asyncio.run(_once(provider))
    assert "/us-east-1/bedrock/" in vendor_server.chats[-1].headers["authorization"]
    clients = AccountClients(DemoAccount(["/nonexistent/command"]))
    chosen = BedrockAccess(
        clients, BotoAccountDirectory(clients), settings=lambda: Settings(bedrock_profile="other")
    ).request(BedrockOperation.LIST_FOUNDATION_MODELS, {})
    assert "AKIAOTHEROTHEROTHER0" in chosen.headers["Authorization"]
    assert "/ap-south-1/bedrock/" in chosen.headers["Authorization"]
    assert "AKIA" not in repr(chosen)


async def _once(provider: BedrockProvider) -> None:
    connections = Connections(timeout_s=lambda: 10.0)
    provider._connections = connections
    await collect(provider, ask(model=CLAUDE))
    await connections.aclose()


async def test_no_request_is_logged_even_where_debugging_is_switched_on(
    bedrock: BedrockProvider, vendor_server: VendorServer, tmp_path: Path
) -> None:
    root = logging.getLogger()
    before = (root.level, list(root.handlers), logging.raiseExceptions)
    logs.configure(tmp_path / "log.txt", lambda written: written)
    root.setLevel(logging.DEBUG)
    try:
        await fold(bedrock, ask("A word that nobody else says: Zwetschge", model=CLAUDE))
    finally:
        for handler in set(root.handlers) - set(before[1]):
            root.removeHandler(handler)
            handler.close()
        root.setLevel(before[0])
        logging.raiseExceptions = before[2]
    logged = (tmp_path / "log.txt").read_text(encoding="utf-8") if (tmp_path / "log.txt").exists() else ""
    assert "Zwetschge" not in logged
    assert "Signature=" not in logged


def test_nothing_but_the_four_operations_is_ever_signed(access: BedrockAccess) -> None:
    for operation in ("s3:ListBuckets", "bedrock-runtime:InvokeModel", "bedrock:CreateGuardrail", "sts:AssumeRole"):
        with pytest.raises(ValueError, match="BedrockOperation"):
            access.request(operation, {})  # type: ignore[arg-type]


async def test_the_doctor_says_which_profile_and_region_and_asks_only_for_the_list(
    vendor_server: VendorServer, account: BedrockAccess
) -> None:
    vendor_server.bedrock_lists = {"/foundation-models": {"modelSummaries": [a_model(NOVA)]}}
    check = await asyncio.to_thread(account.check)
    assert check.state is CheckState.OK
    assert "'default'" in check.finding
    assert "eu-west-1" in check.finding
    assert [request.path for request in vendor_server.requests] == ["/foundation-models"]
    vendor_server.list_reply = Failure(403, "no", kind="AccessDeniedException")
    assert (await asyncio.to_thread(account.check)).state is CheckState.WARNING
