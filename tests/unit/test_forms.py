"""Answers of one form: the JSON in an answer, schemas that can be used, and the one time a model is asked again."""

from __future__ import annotations

import json
import math
import socket
import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import BudgetError, UsageError
from app.domain.messages import Role, ToolCallPart
from app.domain.models import Capabilities
from app.domain.stream import (
    AnswerFold,
    AskedAgain,
    Finished,
    FinishReason,
    FormProblem,
    ReasoningDelta,
    StreamEvent,
    TextDelta,
    ToolCallRequested,
    Usage,
)
from app.providers.scripted import words
from app.services.forms.reading import MOST_LEVELS, read_json
from app.services.forms.validation import problems_of, schema_problem
from tests.spending_fixtures import Desk
from tests.storage_fixtures import json_values

Desks = Callable[..., Desk]
SCHEMA = {
    "type": "object",
    "properties": {"count": {"type": "integer"}, "names": {"type": "array", "items": {"type": "string"}}},
    "required": ["count"],
    "additionalProperties": False,
}
GOOD, BAD = '{"count": 4}', '{"count": "four", "more": 1}'
TAKES = Capabilities(context_tokens=100_000, json_schema=True)


def folded(events: list[StreamEvent]) -> AnswerFold:
    fold = AnswerFold()
    for event in events:
        fold.add(event)
    return fold


# --- reading


@given(
    json_values, st.sampled_from(["{}", "```json\n{}\n```", "Here it is:\n\n```\n{}\n```\nThat is all.", "  {}\n\n"])
)
def test_json_is_found_whole_or_in_the_one_code_block(value: object, around: str) -> None:
    text = json.dumps(value)
    read = read_json(around.replace("{}", text))
    assert read.problem is None
    assert read.value == value
    assert read.text == text


@given(st.text())
def test_any_text_is_read_or_refused_with_a_sentence(text: str) -> None:
    read = read_json(text)
    assert read.problem is None or read.problem.endswith(".")


@given(json_values, st.integers(0, 60))
def test_a_text_that_was_cut_is_never_half_read(value: object, at: int) -> None:
    text = json.dumps([value, "end"])
    assert read_json(text[: min(at, len(text) - 1)]).problem is not None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "The answer is empty."),
        ("  \n ", "The answer is empty."),
        ("I am sorry, I cannot.", "It is no JSON"),
        ('{"a": 1, "b": {"c": 1, "c": 2}}', "The name 'c' stands twice"),
        ('{"a": NaN}', "NaN is no JSON"),
        ("[-Infinity]", "-Infinity is no JSON"),
        ("[1e999]", "The number 1e999 is too large"),
        ("[" + "9" * 5_000 + "]", "too many digits"),
        ("[" * 200 + "]" * 200, f"more than {MOST_LEVELS} levels"),
        ("[" * 500_000, "more than"),
        ('{"a":' * 500_000, "more than"),
        ("```json\n1\n```\n```json\n2\n```", "more than one code block"),
        ('{"a": 1} and {"b": 2}', "It is no JSON: extra data at line 1, column 10."),
        ("'x" + "y" * 5_000_000, "longer than"),
    ],
)
def test_what_programs_would_read_differently_is_refused(text: str, problem: str) -> None:
    assert problem in (read_json(text).problem or "")


def test_a_code_block_inside_a_value_is_text() -> None:
    text = json.dumps({"a": "```json\n1\n```"})
    assert read_json(text).value == {"a": "```json\n1\n```"}


# --- schemas


@pytest.mark.parametrize(
    ("schema", "problem"),
    [
        ([], "A JSON schema is an object"),
        ({"type": "objekt"}, "This is no JSON schema: $.type: 'objekt'"),
        ({"minimum": "x"}, "This is no JSON schema"),
        ({"$ref": "https://example.com/schema.json"}, "Baton fetches nothing"),
        ({"properties": {"a": {"$ref": "other.json#/x"}}}, "Baton fetches nothing"),
        ({"$ref": "#/$defs/missing"}, "'#/$defs/missing', which is not in it"),
        ({"pattern": "(["}, "'([' is no pattern"),
        ({"patternProperties": {"*": {}}}, "'*' is no pattern"),
        ({"patternProperties": {"^a": {}}, "unevaluatedProperties": False}, "unevaluatedProperties together"),
        ({"const": math.nan}, "The schema is no plain JSON."),
        ({"enum": ["x" * 300_000]}, "longer than"),
    ],
)
def test_a_schema_that_cannot_be_used_is_refused_with_the_reason(schema: object, problem: str) -> None:
    assert problem in (schema_problem(schema) or "")


def test_a_schema_nested_beyond_measure_is_refused() -> None:
    deep: dict[str, object] = {}
    for _ in range(3_000):
        deep = {"items": deep}
    assert "levels deep" in (schema_problem(deep) or "")


@pytest.mark.parametrize(
    "schema",
    [
        SCHEMA,
        {},
        {"$ref": "#/$defs/tree", "$defs": {"tree": {"properties": {"kids": {"items": {"$ref": "#/$defs/tree"}}}}}},
        {"$schema": "http://json-schema.org/draft-07/schema#", "definitions": {"a": {}}, "$ref": "#/definitions/a"},
    ],
)
def test_usual_schemas_are_taken(schema: dict[str, object]) -> None:
    assert schema_problem(schema) is None


def test_problems_name_their_place() -> None:
    assert problems_of(SCHEMA, {"count": 1}) == ()
    found = problems_of(SCHEMA, {"count": 1.5, "names": ["a", 2], "x": 0})
    assert set(found) == {
        "$.count: 1.5 is not of type 'integer'",
        "$.names[1]: 2 is not of type 'string'",
        "$: 'x' is not allowed here",
    }


def test_many_problems_are_cut_to_a_few() -> None:
    found = problems_of({"items": {"type": "string"}}, [{"long": "x" * 10_000}, *range(10_000)])
    assert len(found) == 10
    assert max(map(len, found)) < 500


@pytest.mark.parametrize(
    ("schema", "value", "fits"),
    [
        ({"pattern": "^a+$"}, "aaa", True),
        ({"pattern": "^a+$"}, "aab", False),
        ({"patternProperties": {"^n_": {"type": "integer"}}, "additionalProperties": False}, {"n_a": 1}, True),
        ({"patternProperties": {"^n_": {"type": "integer"}}, "additionalProperties": False}, {"n_a": "x"}, False),
        ({"patternProperties": {"^n_": {"type": "integer"}}, "additionalProperties": False}, {"m": 1}, False),
        ({"properties": {"a": {}}, "additionalProperties": {"type": "string"}}, {"a": 1, "b": "x"}, True),
        ({"properties": {"a": {}}, "additionalProperties": {"type": "string"}}, {"b": 1}, False),
        ({"uniqueItems": True}, [1, "1", True, {"a": 1}], True),
        ({"uniqueItems": True}, [{"a": 1}, {"a": 1.0}], False),
    ],
)
def test_what_baton_checks_itself_agrees_with_the_library(schema: dict[str, object], value: object, fits: bool) -> None:
    from jsonschema import Draft202012Validator

    assert Draft202012Validator(schema).is_valid(value) is fits
    assert (problems_of(schema, value) == ()) is fits


HOSTILE_PATTERN = r"^(.*?,){40}P"
BOMB = {
    "$ref": "#/$defs/l30",
    "$defs": {
        "l0": {"type": "string"},
        **{f"l{n}": {"anyOf": [{"$ref": f"#/$defs/l{n - 1}"}, {"$ref": f"#/$defs/l{n - 1}"}]} for n in range(1, 31)},
    },
}


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        ({"pattern": HOSTILE_PATTERN}, "1," * 60),
        ({"patternProperties": {HOSTILE_PATTERN: {}}}, {"1," * 60: 1}),
        (BOMB, 1),
    ],
    ids=["pattern", "names", "branches"],
)
def test_a_check_without_end_is_given_up(schema: dict[str, object], value: object) -> None:
    began = time.process_time()
    (problem,) = problems_of(schema, value, limit_s=0.3)
    assert "could not be checked within 0.3 s" in problem
    assert time.process_time() - began < 10  # and not for ever


def test_a_schema_that_refers_to_itself_without_end_is_told() -> None:
    (problem,) = problems_of({"$ref": "#"}, 1, limit_s=5)
    assert "without end" in problem or "could not be checked" in problem


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> object:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    (problem,) = problems_of({"$ref": "http://127.0.0.1:1/x.json"}, 1)
    assert "'http://127.0.0.1:1/x.json', which is not in it" in problem


# --- asking


async def test_an_answer_that_follows_the_schema_is_left_alone(desk_of: Desks) -> None:
    desk = desk_of(words(GOOD), capabilities=TAKES)
    fold = folded(await desk.ask(schema=SCHEMA))
    assert fold.message.text == GOOD
    assert (fold.asked_again, fold.form_problem) == ((), None)
    (request,) = desk.provider.requests
    assert request.schema == SCHEMA
    assert request.system == ""


async def test_a_model_that_takes_no_schema_is_told_it_in_words(desk_of: Desks) -> None:
    desk = desk_of(words(f"```json\n{GOOD}\n```"))
    fold = folded(await desk.ask(schema=SCHEMA, system="Be brief."))
    assert fold.form_problem is None
    (request,) = desk.provider.requests
    assert request.schema is None
    assert request.system.startswith("Be brief.\n\n")
    assert json.dumps(SCHEMA) in request.system


async def test_without_a_system_prompt_the_words_come_with_the_first_message(desk_of: Desks) -> None:
    desk = desk_of(words(GOOD), capabilities=Capabilities(system_prompt=False))
    await desk.ask("how many?", schema=SCHEMA)
    (message,) = desk.provider.requests[0].messages
    assert json.dumps(SCHEMA) in message.text
    assert message.text.endswith("how many?")


async def test_a_model_is_asked_once_more_with_what_was_wrong(desk_of: Desks) -> None:
    first = [ReasoningDelta(text="hm", signature="s"), *words(BAD), Usage(input_tokens=10, output_tokens=5)]
    desk = desk_of(first, [*words(GOOD), Usage(input_tokens=30, output_tokens=3)], capabilities=TAKES)
    events = await desk.ask("how many?", schema=SCHEMA)
    fold = folded(events)
    assert fold.message.text == GOOD
    assert fold.form_problem is None
    assert len(fold.asked_again) == 2
    assert fold.usage is not None
    assert (fold.usage.input_tokens, fold.usage.output_tokens) == (40, 8)
    assert sum(isinstance(event, Finished) for event in events) == 1
    again = desk.provider.requests[1].messages
    assert [message.role for message in again] == [Role.USER, Role.ASSISTANT, Role.USER]
    assert again[1].text == BAD
    assert len(again[1].parts) == 1
    assert "$.count: 'four' is not of type 'integer'" in again[2].text
    assert "'more' is not allowed here" in again[2].text
    assert [row["outcome"] for row in await desk.rows()] == ["ok", "ok"]


async def test_a_second_wrong_answer_stays_with_the_reason(desk_of: Desks) -> None:
    desk = desk_of(words("I will not."), words("Never."), capabilities=TAKES)
    events = await desk.ask(schema=SCHEMA)
    fold = folded(events)
    assert fold.message.text == "Never."
    assert fold.form_problem == "It is no JSON: expecting value at line 1, column 1."
    assert len(desk.provider.requests) == 2
    assert isinstance(events[-1], Finished)
    assert isinstance(events[-2], FormProblem)


async def test_an_empty_answer_is_asked_for_again_without_an_empty_message(desk_of: Desks) -> None:
    desk = desk_of([TextDelta(text=" ")], words(GOOD), capabilities=TAKES)
    assert folded(await desk.ask("how many?", schema=SCHEMA)).message.text == GOOD
    (message,) = desk.provider.requests[1].messages
    assert message.text.startswith("how many?")
    assert "The answer is empty." in message.text


@pytest.mark.parametrize(
    ("reason", "problem"),
    [(FinishReason.LENGTH, "reached its length limit"), (FinishReason.FILTERED, "filter ended the answer")],
)
async def test_what_was_cut_is_not_asked_for_again(desk_of: Desks, reason: FinishReason, problem: str) -> None:
    desk = desk_of([*words('{"count":'), Finished(reason=reason)], capabilities=TAKES)
    fold = folded(await desk.ask(schema=SCHEMA))
    assert problem in (fold.form_problem or "")
    assert fold.message.text == '{"count":'
    assert len(desk.provider.requests) == 1


async def test_a_step_that_asks_for_tools_is_not_judged(desk_of: Desks) -> None:
    call = ToolCallRequested(call=ToolCallPart(call_id="1", name="t", arguments="{}"))
    desk = desk_of([*words("Let me look."), call], capabilities=TAKES)
    events = await desk.ask(schema=SCHEMA)
    assert not any(isinstance(event, (AskedAgain, FormProblem)) for event in events)
    assert len(desk.provider.requests) == 1


@pytest.mark.parametrize("schema", [{"type": "objekt"}, {"minimum": "x"}, {"$ref": "https://example.com/x"}])
async def test_a_schema_that_came_with_an_import_is_checked_before_anything_is_sent(
    desk_of: Desks, schema: dict[str, object]
) -> None:
    desk = desk_of(words(GOOD), capabilities=TAKES)
    for _ in range(2):
        with pytest.raises(UsageError):
            await desk.ask(schema=schema)
    assert desk.provider.requests == []
    await desk.ask(schema=SCHEMA)


async def test_a_budget_holds_for_the_second_request_too(desk_of: Desks) -> None:
    costly = [*words(BAD), Usage(input_tokens=0, output_tokens=100)]
    desk = desk_of(costly, words(GOOD), capabilities=TAKES, budget_day_usd=0.01)
    with pytest.raises(BudgetError):
        await desk.ask("", schema=SCHEMA)
    assert len(desk.provider.requests) == 1
