"""Requests in OpenAI's form: what is read out of them, and that nothing is ever passed over in silence."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.messages import Message, ReasoningPart, Role, TextPart, ToolCallPart, ToolResultPart
from app.domain.parameters import MAX_TOKENS, SEED, STOP, TEMPERATURE, ParameterKind, ParameterSpec
from app.services.serving.chat_request import ChatCall, read_chat
from app.services.serving.json_body import BadRequestError, JsonObject, parse_object
from app.services.serving.text_requests import read_completion, read_embeddings
from tests.storage_fixtures import unhurried

BIAS = ParameterSpec(name="logit_bias", title="Bias", help="", kind=ParameterKind.STRINGS)
SPECS = (TEMPERATURE, MAX_TOKENS, SEED, STOP, BIAS)
HELLO = [{"role": "user", "content": "hello"}]

FIELDS = """
messages role content name tool_calls tool_call_id type function arguments id tools tool_choice parallel_tool_calls
response_format json_schema schema strict n stream stream_options include_usage stop logprobs top_logprobs seed
logit_bias max_tokens max_completion_tokens temperature user store prompt input encoding_format echo suffix best_of
""".split()  # noqa: SIM905  # a list of forty words is read more easily so
words = st.sampled_from(["", "auto", "function", "user", "json_schema", "x", "é\n", "\ud800"])
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words | st.sampled_from(FIELDS), inner, max_size=3),
    max_leaves=8,
)

bodies = st.dictionaries(st.sampled_from(FIELDS), json_values, max_size=6)


def chat(**more: Any) -> ChatCall:
    return read_chat(JsonObject({"messages": HELLO, **more}), model="m", specs=SPECS)


def refused_field(read: Callable[[], object]) -> str | None:
    """The field a request was refused for, empty where it is none in particular, or ``None`` where it was taken."""
    try:
        read()
    except BadRequestError as error:
        return error.field or ""
    return None


@unhurried
@given(bodies, st.booleans())
def test_a_body_of_any_json_is_read_or_refused_by_a_field(body: dict[str, Any], good_messages: bool) -> None:
    for read in (
        lambda body: read_chat(body, model="m", specs=SPECS),
        lambda body: read_completion(body, model="m", specs=SPECS),
        read_embeddings,
    ):
        values = copy.deepcopy(body)
        if good_messages:
            values |= {"messages": HELLO}
        field = refused_field(lambda values=values, read=read: read(JsonObject(values)))
        assert field is None or field.split(".")[0].split("[")[0] in {*values, "messages", "prompt", "input"}


@unhurried
@given(st.binary(max_size=60))
def test_any_bytes_are_an_object_or_refused(body: bytes) -> None:
    assert refused_field(lambda: parse_object(body)) in (None, "")


@unhurried
@given(st.sampled_from(["messages", "tools", "response_format", "nonsense", "top"]), st.text(min_size=1, max_size=12))
def test_a_field_that_nobody_knows_is_refused_wherever_it_stands(place: str, name: str) -> None:
    tool = {"type": "function", "function": {"name": "f", "parameters": {}}}
    body: dict[str, Any] = {"messages": copy.deepcopy(HELLO), "tools": [tool], "response_format": {"type": "text"}}
    unknown = f"x-{name}"
    match place:
        case "messages":
            body["messages"][0][unknown] = 1
        case "tools":
            tool["function"][unknown] = 1
        case "response_format":
            body["response_format"][unknown] = 1
        case _:
            body[unknown] = 1
    with pytest.raises(BadRequestError, match="not a field") as refused:
        read_chat(JsonObject(body), model="m", specs=SPECS)
    assert refused.value.field is not None
    assert unknown[:80] in refused.value.field


def test_a_conversation_with_tools_becomes_the_domains_messages() -> None:
    call = {"id": "c1", "type": "function", "function": {"name": "weather", "arguments": '{"city": "Bern"}'}}
    other = {"id": "c2", "type": "function", "function": {"name": "clock", "arguments": "{}"}}
    dialogue = [
        {"role": "system", "content": "Be brief."},
        {"role": "developer", "content": [{"type": "text", "text": "Be "}, {"type": "text", "text": "kind."}]},
        {"role": "user", "content": "weather?"},
        {"role": "assistant", "content": None, "reasoning_content": "Hm.", "tool_calls": [call, other]},
        {"role": "tool", "tool_call_id": "c2", "content": "noon"},
        {"role": "tool", "tool_call_id": "c1", "content": "sunny", "name": "weather"},
        {"role": "assistant", "content": "Sunny."},
        {"role": "user", "content": "thanks"},
    ]
    request = chat(messages=dialogue).request
    assert request.system == "Be brief.\n\nBe kind."
    assert request.messages[1:3] == (
        Message(
            role=Role.ASSISTANT,
            parts=(
                ReasoningPart(text="Hm."),
                ToolCallPart(call_id="c1", name="weather", arguments='{"city": "Bern"}'),
                ToolCallPart(call_id="c2", name="clock", arguments="{}"),
            ),
        ),
        Message(
            role=Role.TOOL,
            parts=(
                ToolResultPart(call_id="c2", name="clock", content="noon"),
                ToolResultPart(call_id="c1", name="weather", content="sunny"),
            ),
        ),
    )
    assert request.messages[3] == Message(role=Role.ASSISTANT, parts=(TextPart(text="Sunny."),))


CALL = {"id": "c1", "type": "function", "function": {"name": "f", "arguments": "{}"}}


@pytest.mark.parametrize(
    ("messages", "field"),
    [
        ([*HELLO, {"role": "system", "content": "late"}], "messages[1].role"),
        ([{"role": "king", "content": "x"}], "messages[0].role"),
        ([{"role": "user"}], "messages[0].content"),
        ([{"role": "user", "content": 5}], "messages[0].content"),
        ([{"role": "user", "content": "x", "name": "ada"}], "messages[0].name"),
        ([*HELLO, {"role": "tool", "tool_call_id": "c1", "content": "x"}], "messages[1].tool_call_id"),
        ([*HELLO, {"role": "assistant", "tool_calls": [CALL]}], "messages[1].tool_calls"),
        ([*HELLO, {"role": "assistant", "tool_calls": [CALL]}, *HELLO], "messages[1].tool_calls"),
        ([*HELLO, {"role": "assistant", "tool_calls": [CALL, CALL]}], "messages[1].tool_calls[1].id"),
        ([*HELLO, {"role": "assistant", "content": "x", "audio": {"id": "a"}}], "messages[1].audio"),
        (["hello"], "messages[0]"),
        ("hello", "messages"),
    ],
)
def test_a_conversation_that_no_model_could_be_given_is_refused_at_its_place(messages: Any, field: str) -> None:
    with pytest.raises(BadRequestError) as refused:
        chat(messages=messages)
    assert refused.value.field == field


def test_the_names_and_forms_of_clients_are_understood() -> None:
    request = chat(
        max_completion_tokens=5, stop="end", temperature=1, logit_bias={"5": -100, "7": 2.5}, user="ada", seed=None
    ).request
    assert request.parameters == {
        "max_tokens": 5,
        "stop": ["end"],
        "temperature": 1,
        "logit_bias": ["#5=-100", "#7=2.5"],
    }
    pairs = chat(logit_bias=[[5, 1.5], ["word", False]]).request
    assert pairs.parameters == {"logit_bias": ["#5=1.5", "word=-inf"]}
    assert chat(max_tokens=10**9).request.parameters == {"max_tokens": 1_000_000}, "the context's end comes first"


@pytest.mark.parametrize(
    ("form", "schema"),
    [
        ({"type": "text"}, None),
        ({"type": "json_object"}, {"type": "object"}),
        ({"type": "json_schema", "json_schema": {"name": "x", "schema": {"type": "array"}}}, {"type": "array"}),
    ],
)
def test_a_form_of_answer_becomes_a_schema(form: dict[str, Any], schema: object) -> None:
    assert chat(response_format=form).request.schema == schema


def test_a_tool_can_be_named_forbidden_or_required() -> None:
    tools = [{"type": "function", "function": {"name": "f"}}]
    named = {"type": "function", "function": {"name": "f"}}
    choices = [("auto", "auto"), ("none", "none"), ("required", "required"), (named, "f")]
    for given_choice, wanted in choices:
        assert chat(tools=tools, tool_choice=given_choice).request.tool_choice == wanted
    with pytest.raises(BadRequestError, match="does not list"):
        chat(tools=tools, tool_choice={"type": "function", "function": {"name": "g"}})


def test_several_answers_have_seeds_of_their_own() -> None:
    assert [request.parameters.get("seed") for request in chat(n=3, seed=5).requests] == [5, 6, 7]
    assert [request.parameters for request in chat(n=2).requests] == [{}, {}]


def test_prompts_and_answers_are_counted_together() -> None:
    call = read_completion(JsonObject({"prompt": ["a", "b"], "n": 2}), model="m", specs=SPECS)
    assert [request.prompt for request in call.requests] == ["a", "a", "b", "b"]
    with pytest.raises(BadRequestError, match="more than 64"):
        read_completion(JsonObject({"prompt": ["a"] * 33, "n": 2}), model="m", specs=SPECS)


def test_a_schema_nested_without_end_is_refused() -> None:
    schema: dict[str, Any] = {}
    for _ in range(500):
        schema = {"items": schema}
    body = parse_object(json.dumps({"messages": HELLO, "json_schema": schema}).encode())
    with pytest.raises(BadRequestError, match="nested more than"):
        read_chat(body, model="m", specs=SPECS)
