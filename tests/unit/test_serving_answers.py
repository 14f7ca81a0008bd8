"""Any answer a model can give comes through the API's streams and whole answers as it was given: read by OpenAI's own
client, over its HTTP transport.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

import httpx2
import openai
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import WorkerDiedError
from app.domain.messages import Message, ToolCallPart
from app.domain.ports import ChatRequest, CompletionRequest, Embeddings
from app.domain.stream import (
    Finished,
    FinishReason,
    Progress,
    ReasoningDelta,
    Scores,
    StreamEvent,
    TextDelta,
    TokenScore,
    ToolCallProgress,
    ToolCallRequested,
    Usage,
)
from app.services.serving.answers import STREAM_END, Heading, piece
from app.services.serving.chat_answer import ChatAnswer
from app.services.serving.chat_request import ChatCall
from app.services.serving.generation import Delivery
from app.services.serving.text_answers import CompletionAnswer, embeddings_body
from app.services.serving.text_requests import CompletionCall, EmbeddingCall
from tests.storage_fixtures import unhurried

HEADING = Heading(id="x-1", created=1, model="local:m")

texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
calls = st.builds(ToolCallPart, call_id=st.uuids().map(str), name=st.sampled_from(["find", "weather"]), arguments=texts)
scores = st.builds(
    TokenScore,
    data=st.binary(max_size=5),
    logprob=st.floats(max_value=0, allow_nan=False),
    alternatives=st.lists(st.tuples(st.binary(max_size=3), st.floats(max_value=0, allow_nan=False)), max_size=2).map(
        tuple
    ),
)
said = st.one_of(
    st.builds(TextDelta, text=texts),
    st.builds(ReasoningDelta, text=texts),
    st.builds(ToolCallProgress, name=st.just("find"), argument_chars=st.integers(0, 9)),
    st.builds(ToolCallRequested, call=calls),
    st.builds(Progress, text=texts),
    st.builds(Scores, tokens=st.lists(scores, max_size=3).map(tuple)),
)

ends = st.sampled_from([FinishReason.STOP, FinishReason.LENGTH, FinishReason.TOOL_CALLS, FinishReason.FILTERED])
usages = st.builds(Usage, input_tokens=st.integers(0, 999), output_tokens=st.integers(0, 999))
answers = st.builds(
    lambda events, usage, reason: [*events, usage, Finished(reason=reason)], st.lists(said, max_size=12), usages, ends
)
choices = st.lists(answers, min_size=1, max_size=3)


def chat(n: int, *, first_call_only: bool = False) -> ChatAnswer:
    request = ChatRequest(model="m", messages=(Message.user("hello"),), logprobs=2)
    delivery = Delivery(n=n, stream=True, include_usage=True)
    return ChatAnswer(ChatCall(request=request, delivery=delivery, first_call_only=first_call_only), HEADING)


def interleaved(streams: Sequence[Sequence[StreamEvent]]) -> list[tuple[int, StreamEvent]]:
    """As streams beside each other come: one event of each in turn."""
    longest = max(map(len, streams))
    return [(i, stream[at]) for at in range(longest) for i, stream in enumerate(streams) if at < len(stream)]


class Replying:
    """OpenAI's client over a transport that replies with what was set last; made once, for that takes a while."""

    def __init__(self) -> None:
        self._reply = httpx2.Response(200)
        transport = httpx2.MockTransport(lambda _request: self._reply)
        self.client = openai.OpenAI(
            base_url="http://127.0.0.1/v1", api_key="x", http_client=httpx2.Client(transport=transport)
        )

    def streams(self, body: bytes) -> openai.OpenAI:
        self._reply = httpx2.Response(200, headers={"content-type": "text/event-stream"}, content=body)
        return self.client

    def answers(self, body: bytes) -> openai.OpenAI:
        self._reply = httpx2.Response(200, headers={"content-type": "application/json"}, content=body)
        return self.client


@pytest.fixture(scope="module")
def replying() -> Iterator[Replying]:
    replying = Replying()
    yield replying
    replying.client.close()


def text_of(events: Sequence[StreamEvent]) -> str:
    return "".join(event.text for event in events if isinstance(event, TextDelta))


def reasoning_of(events: Sequence[StreamEvent]) -> str:
    return "".join(event.text for event in events if isinstance(event, ReasoningDelta))


def calls_of(events: Sequence[StreamEvent]) -> list[tuple[str, str, str]]:
    found = [event.call for event in events if isinstance(event, ToolCallRequested)]
    return [(call.call_id, call.name, call.arguments) for call in found]


def tokens_of(events: Sequence[StreamEvent]) -> list[list[int]]:
    return [list(token.data) for event in events if isinstance(event, Scores) for token in event.tokens]


@unhurried
@given(choices)
def test_a_stream_of_any_events_is_read_back_as_they_were(replying: Replying, streams: list[list[StreamEvent]]) -> None:
    answer = chat(len(streams))
    made = [piece(value) for index, event in interleaved(streams) for value in answer.add(index, event)]
    last = answer.last_piece()
    assert last is not None
    client = replying.streams(b"".join([*made, piece(last), STREAM_END]))
    chunks = list(client.chat.completions.create(model="m", messages=[], stream=True))
    for index, events in enumerate(streams):
        own = [choice for chunk in chunks for choice in chunk.choices if choice.index == index]
        assert own[0].delta.role == "assistant"
        assert "".join(choice.delta.content or "" for choice in own) == text_of(events)
        reasoning = "".join(choice.delta.to_dict().get("reasoning_content") or "" for choice in own)
        assert reasoning == reasoning_of(events)
        told = [call for choice in own for call in choice.delta.tool_calls or ()]
        assert [(call.id, call.function.name, call.function.arguments) for call in told] == calls_of(events)
        assert [call.index for call in told] == list(range(len(told)))
        scored = [score for choice in own if choice.logprobs for score in choice.logprobs.content]
        assert [score.bytes for score in scored] == tokens_of(events)
        assert [choice.finish_reason for choice in own if choice.finish_reason] == [own[-1].finish_reason]
    usage = chunks[-1].usage
    assert usage is not None
    counted = [event for events in streams for event in events if isinstance(event, Usage)]
    assert usage.completion_tokens == sum(item.output_tokens for item in counted)
    assert usage.prompt_tokens == counted[0].input_tokens, "one prompt is read once"


@unhurried
@given(choices)
def test_a_whole_answer_of_any_events_is_read_back_as_they_were(
    replying: Replying, streams: list[list[StreamEvent]]
) -> None:
    answer = chat(len(streams))
    for index, event in interleaved(streams):
        list(answer.add(index, event))
    client = replying.answers(json.dumps(answer.whole()).encode())
    whole = client.chat.completions.create(model="m", messages=[])
    for events, choice in zip(streams, whole.choices, strict=True):
        assert (choice.message.content or "") == text_of(events)
        assert choice.message.to_dict().get("reasoning_content", "") == reasoning_of(events)
        told = choice.message.tool_calls or ()
        assert [(call.id, call.function.name, call.function.arguments) for call in told] == calls_of(events)
        assert [score.bytes for score in choice.logprobs.content] == tokens_of(events)


@unhurried
@given(answers)
def test_where_one_call_is_wanted_the_first_is_given(events: list[StreamEvent]) -> None:
    answer = chat(1, first_call_only=True)
    for event in events:
        list(answer.add(0, event))
    told = answer.whole()["choices"][0]["message"].get("tool_calls", [])
    assert [call["id"] for call in told] == [call_id for call_id, _, _ in calls_of(events)[:1]]


plain = st.lists(
    st.one_of(st.builds(TextDelta, text=texts), st.builds(Scores, tokens=st.lists(scores, max_size=3).map(tuple))),
    max_size=10,
)


@unhurried
@given(plain, texts, st.booleans())
def test_a_completed_text_is_read_back_streamed_and_whole(
    replying: Replying, events: list[StreamEvent], prompt: str, echo: bool
) -> None:
    call = CompletionCall(
        requests=(CompletionRequest(model="m", prompt=prompt, logprobs=None if echo else 1),),
        delivery=Delivery(n=1, stream=True, include_usage=False),
        echo=echo,
    )
    answer = CompletionAnswer(call, HEADING)
    whole_events = [*events, Usage(input_tokens=1, output_tokens=2), Finished(reason=FinishReason.STOP)]
    made = [piece(value) for event in whole_events for value in answer.add(0, event)]
    wanted = (prompt if echo else "") + text_of(events)
    client = replying.streams(b"".join([*made, STREAM_END]))
    chunks = list(client.completions.create(model="m", prompt="x", stream=True))
    assert "".join(chunk.choices[0].text for chunk in chunks) == wanted
    client = replying.answers(json.dumps(answer.whole()).encode())
    whole = client.completions.create(model="m", prompt="x")
    assert whole.choices[0].text == wanted
    streamed = [
        offset for chunk in chunks if chunk.choices[0].logprobs for offset in chunk.choices[0].logprobs.text_offset
    ]
    if not echo:
        assert streamed == whole.choices[0].logprobs.text_offset
        assert len(streamed) == len(tokens_of(events))


@unhurried
@given(st.lists(st.lists(st.floats(-1, 1, width=32), min_size=3, max_size=3), min_size=1, max_size=4))
def test_vectors_are_read_back_by_the_client_in_both_encodings(replying: Replying, vectors: list[list[float]]) -> None:
    for packed in (True, False):
        call = EmbeddingCall(texts=("x",) * len(vectors), base64=packed)
        body = embeddings_body(call, Embeddings(vectors=vectors, input_tokens=5), model="local:m")
        client = replying.answers(body)
        found = client.embeddings.create(model="m", input="x", **({} if packed else {"encoding_format": "float"}))
        assert [item.embedding for item in found.data] == vectors
        assert [item.index for item in found.data] == list(range(len(vectors)))
        assert found.usage.prompt_tokens == 5


def test_an_answer_that_somebody_stopped_is_no_answer() -> None:
    with pytest.raises(WorkerDiedError):
        list(chat(1).add(0, Finished(reason=FinishReason.CANCELLED)))
