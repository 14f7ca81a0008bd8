"""Events that are JSON and nonsense: the folds take them as data, and never fall over."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.models import ModelId
from app.domain.stream import AnswerFold
from app.providers.anthropic import _told
from app.providers.anthropic_wire import MessagesStream
from app.providers.openai_chat import ChatStream
from app.providers.openai_responses import ResponsesStream
from app.providers.profiles import Profile

WORDS = [
    "type", "index", "delta", "content_block", "message", "usage", "id", "name", "input", "text", "thinking",
    "signature", "data", "partial_json", "stop_reason", "stop_details", "explanation", "choices", "content",
    "tool_calls", "function", "arguments", "finish_reason", "reasoning", "item", "output_index", "response", "error",
    "incomplete_details", "reason", "call_id", "encrypted_content", "prompt_tokens", "prompt_tokens_details",
    "input_tokens", "output_tokens", "cached_tokens", "capabilities", "supported", "effort", "types", "adaptive",
    "max_tokens",
]  # fmt: skip
KINDS = [
    "message_start", "content_block_start", "content_block_delta", "content_block_stop", "message_delta",
    "message_stop", "text", "text_delta", "thinking", "thinking_delta", "redacted_thinking", "signature_delta",
    "tool_use", "input_json_delta", "response.output_item.added", "response.output_text.delta",
    "response.refusal.delta", "response.reasoning_summary_part.added", "response.reasoning_summary_text.delta",
    "response.function_call_arguments.delta", "response.output_item.done", "response.completed",
    "response.incomplete", "response.failed", "error", "function_call", "reasoning", "message", "max_output_tokens",
]  # fmt: skip

numbers = st.integers(-3, 10**12) | st.floats()
leaves = st.none() | st.booleans() | numbers | st.sampled_from(KINDS) | st.text(max_size=9)
values = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(WORDS), inner, max_size=5),
    max_leaves=5,
)
indices = st.integers(0, 2) | st.lists(st.none(), max_size=1) | st.none() | st.dictionaries(st.just("a"), leaves)
functions = st.fixed_dictionaries({}, optional={"name": values, "arguments": values})
calls = st.lists(
    st.fixed_dictionaries({}, optional={"index": indices, "id": values, "function": functions}), max_size=2
)
blocks = st.fixed_dictionaries(
    {"type": st.sampled_from(KINDS)},
    optional={"id": values, "name": values, "text": values, "thinking": values, "signature": values, "input": values},
)
usages = st.dictionaries(st.sampled_from(WORDS), numbers | values, max_size=4)
choices = st.fixed_dictionaries(
    {"delta": st.fixed_dictionaries({}, optional={"tool_calls": calls, "content": values, "reasoning": values})}
)
events = st.lists(
    st.fixed_dictionaries(
        {"type": st.sampled_from(KINDS)},
        optional={
            "index": indices,
            "output_index": indices,
            "delta": blocks | values,
            "content_block": blocks,
            "item": blocks,
            "message": st.fixed_dictionaries({"usage": usages}),
            "response": st.fixed_dictionaries({"usage": usages}) | values,
            "usage": usages,
            "choices": st.lists(choices, max_size=2) | values,
            "error": values,
        },
    ),
    max_size=8,
)
ISSUER = ModelId("x", "m")


@given(events)
@settings(max_examples=150, deadline=None)
def test_no_sequence_of_json_objects_breaks_a_fold(stream: list[dict[str, Any]]) -> None:
    for fold in (MessagesStream(ISSUER), ChatStream(ISSUER), ResponsesStream(ISSUER)):
        answer = AnswerFold()
        for event in stream:
            for out in fold.feed(event):
                answer.add(out)
        for out in fold.finish():
            answer.add(out)
        assert answer.finished is not None
        for call in answer.message.tool_calls:
            assert isinstance(call.arguments, str)
            assert isinstance(call.call_id, str)


@given(
    st.dictionaries(st.sampled_from([*WORDS, "output", "summary", "refusal"]), values | st.lists(blocks), max_size=6)
)
@settings(max_examples=150, deadline=None)
def test_no_whole_answer_of_a_batch_breaks_a_fold(message: dict[str, Any]) -> None:
    for fold in (MessagesStream(ISSUER), ResponsesStream(ISSUER)):
        answer = AnswerFold()
        for out in fold.whole(message):
            answer.add(out)
        assert answer.finished is not None


@given(st.dictionaries(st.sampled_from(WORDS), values, max_size=6))
@settings(max_examples=100, deadline=None)
def test_no_entry_of_a_list_breaks_what_is_told_of_a_model(entry: dict[str, Any]) -> None:
    told = _told(entry, Profile())
    assert told.context_tokens is None or told.context_tokens > 0
    json.dumps([told.context_tokens, told.max_output_tokens])
