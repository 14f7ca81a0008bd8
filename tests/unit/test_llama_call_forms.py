"""Every form of tool calls: what is written is read back, and all that a grammar allows is a call that was offered."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import jsonschema
import pytest

from app.domain.errors import UnsupportedError
from app.domain.messages import ToolSpec
from app.domain.stream import AnswerFold
from app.llama.formats.answer_grammar import AnswerGrammars, text_parameters
from app.llama.formats.call_forms import FORMS, HERMES, BareForm, CallForm
from app.llama.formats.grammar import Grammar
from app.llama.formats.harmony import HarmonyParser
from app.llama.formats.tool_calls import AnswerParser
from tests.gguf_files import write_tiny_gguf
from tests.grammar_sampling import GrammarSampling

FIND = ToolSpec(
    name="find",
    description="Find operations.",
    parameters={
        "type": "object",
        "properties": {"limit": {"type": "integer", "minimum": 1, "maximum": 25}, "text": {"type": "string"}},
        "required": ["text"],
        "additionalProperties": False,
    },
)
PROPOSE = ToolSpec(
    name="propose-call",
    description="Propose a call.",
    parameters={
        "type": "object",
        "properties": {
            "operation": {"enum": ["ListBuckets", "DeleteBucket"]},
            "number_as_text": {"type": "string", "pattern": "^[0-9]{3}$"},
            "parameters": {"type": "object", "properties": {"Tags": {"type": "array", "items": {"type": "boolean"}}}},
            "region": {"type": ["string", "null"], "maxLength": 5},
        },
        "required": ["operation", "parameters"],
        "additionalProperties": False,
    },
)
TOOLS = (FIND, PROPOSE)
CALLS: Sequence[tuple[str, Mapping[str, Any]]] = (
    ("find", {"limit": 3, "text": "buckets in Zürich"}),
    ("propose-call", {"operation": "ListBuckets", "parameters": {"Tags": [True, False]}, "region": "us"}),
)
NAMED_FORMS = [(" ".join(marks), form) for marks, form in FORMS]
IDS = [f"{number} {name}" for number, (name, _) in enumerate(NAMED_FORMS)]
EACH_FORM = pytest.mark.parametrize("form", [form for _, form in NAMED_FORMS], ids=IDS)


@pytest.fixture(scope="module")
def sampling(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GrammarSampling]:
    sampling = GrammarSampling(write_tiny_gguf(tmp_path_factory.mktemp("forms") / "tiny.gguf", varied=True))
    yield sampling
    sampling.close()


def read(text: str, form: CallForm | None, thought_end: str = "") -> list[tuple[str, Any]]:
    parser = (
        HarmonyParser(new_id=lambda: "1")
        if form is None
        else AnswerParser(tools=text_parameters(TOOLS), new_id=lambda: "1", thought_end=thought_end)
    )
    fold = AnswerFold()
    for event in (*parser.feed(text), *parser.finish()):
        fold.add(event)
    assert fold.message.text == "", f"{text!r} left {fold.message.text!r}"
    return [(call.name, json.loads(call.arguments)) for call in fold.message.tool_calls]


def grammar(form: CallForm | None, tools: Sequence[ToolSpec] = TOOLS, **wanted: Any) -> Grammar:
    given = {"narrowed": {}, "choice": "auto", "schema": None, "thoughts": (), "thought_end": ""} | wanted
    made = AnswerGrammars(form=form, control_texts=()).of(tools, **given)
    assert made is not None
    return made


def assert_offered(calls: Sequence[tuple[str, Any]]) -> None:
    schemas = {tool.name: tool.parameters for tool in TOOLS}
    assert calls
    for name, arguments in calls:
        jsonschema.Draft202012Validator(schemas[name]).validate(arguments)


@EACH_FORM
def test_what_is_written_is_read_back(form: CallForm) -> None:
    for number in (1, 2):
        assert read(form.write(CALLS[:number]), form) == [(name, dict(arguments)) for name, arguments in CALLS[:number]]


@EACH_FORM
def test_model_may_write_what_is_written_for_it(form: CallForm, sampling: GrammarSampling) -> None:
    assert sampling.follows(grammar(form).text, form.write(CALLS[:1]))


@EACH_FORM
def test_whatever_the_grammar_allows_is_a_call_that_was_offered(form: CallForm, sampling: GrammarSampling) -> None:
    text = grammar(form).text
    drawn = [call for seed in range(6) if (call := sampling.draw(text, seed)) is not None]
    assert drawn
    for call in drawn:
        assert_offered(read(call, form))


@EACH_FORM
def test_grammar_waits_for_what_begins_a_call(form: CallForm) -> None:
    made = grammar(form)
    (pattern,) = made.lazy_patterns
    written = form.write(CALLS[:1])
    before = "" if isinstance(form, BareForm) else "I look. "
    match = re.search(pattern, before + written)
    assert match is not None
    assert match.start(1) == len(before)
    assert re.search(pattern, "Plain words about tools and calls, {}.") is None


def test_opener_that_is_one_token_is_waited_for_as_such() -> None:
    made = AnswerGrammars(form=HERMES, control_texts=["<tool_call>"]).of(
        TOOLS, narrowed={}, choice="auto", schema=None, thoughts=(), thought_end=""
    )
    assert made is not None
    assert (made.lazy_tokens, made.lazy_patterns) == (("<tool_call>",), ())


@EACH_FORM
def test_tool_that_must_be_asked_for_is_the_only_one(form: CallForm, sampling: GrammarSampling) -> None:
    made = grammar(form, choice="find")
    assert (made.lazy_patterns, made.lazy_tokens) == ((), ())
    for seed in range(3):
        text = sampling.draw(made.text, seed)
        assert text is None or {name for name, _ in read(text, form)} == {"find"}


def test_some_tool_that_must_be_asked_for_may_be_thought_about_first(sampling: GrammarSampling) -> None:
    made = grammar(HERMES, choice="required", thoughts=(("<think>", "</think>"),))
    call = HERMES.write(CALLS[:1])
    assert sampling.follows(made.text, call)
    assert sampling.follows(made.text, f"<think>A < b, </thin or so.</think>\n\n{call}")
    assert not sampling.follows(made.text, f"Well. {call}")
    opened = grammar(HERMES, choice="required", thought_end="</think>")
    assert sampling.follows(opened.text, f"Hm.</think>{call}")


def test_answer_by_a_schema_may_be_a_call_where_tools_are_offered(sampling: GrammarSampling) -> None:
    made = grammar(HERMES, schema={"type": "object", "properties": {"n": {"type": "integer"}}, "required": ["n"]})
    assert (made.lazy_patterns, made.lazy_tokens) == ((), ())
    assert sampling.follows(made.text, '{"n": 1}')
    assert sampling.follows(made.text, HERMES.write(CALLS[:1]))
    assert not sampling.follows(made.text, "Text.")


def test_answer_by_a_schema_may_be_thought_about_first(sampling: GrammarSampling) -> None:
    made = grammar(HERMES, (), schema={"type": "integer"}, thoughts=(("<think>", "</think>"),))
    assert sampling.follows(made.text, "<think>One and one.</think>\n2")
    assert sampling.follows(made.text, "2")


def test_channels_hold_calls_and_answers(sampling: GrammarSampling) -> None:
    call = '<|channel|>commentary to=functions.find <|constrain|>json<|message|>{"text": "x"}'
    thought = "<|channel|>analysis<|message|>Hm.<|end|><|start|>assistant"
    forced = grammar(None, choice="required")
    assert sampling.follows(forced.text, call)
    assert sampling.follows(forced.text, thought + call)
    assert sampling.follows(forced.text, ' to=functions.find<|channel|>commentary json<|message|>{"text": "x"}')
    assert not sampling.follows(forced.text, "<|channel|>final<|message|>No.")
    for seed in range(4):
        text = sampling.draw(forced.text, seed)
        assert text is None or not read_calls_only(text) or assert_offered(read_calls_only(text)) is None
    answer = grammar(None, (), schema={"type": "integer"})
    assert sampling.follows(answer.text, f"{thought}<|channel|>final<|message|>2")
    lazy = grammar(None)
    assert any(re.search(pattern, call) for pattern in lazy.lazy_patterns)
    assert not any(re.search(pattern, "Say to=functions.find.") for pattern in lazy.lazy_patterns)


def read_calls_only(text: str) -> list[tuple[str, Any]]:
    parser = HarmonyParser(new_id=lambda: "1")
    fold = AnswerFold()
    for event in (*parser.feed(text), *parser.finish()):
        fold.add(event)
    return [(call.name, json.loads(call.arguments)) for call in fold.message.tool_calls]


def test_tool_whose_arguments_cannot_be_held_is_named() -> None:
    odd = ToolSpec(name="odd", description="", parameters={"type": "object", "properties": {"a": {"not": {}}}})
    with pytest.raises(UnsupportedError, match=r"'odd'.*'not'"):
        grammar(HERMES, (FIND, odd))


def test_choice_of_a_tool_that_is_not_offered_is_refused() -> None:
    with pytest.raises(UnsupportedError, match="'nope'"):
        grammar(HERMES, choice="nope")


def test_text_that_looks_like_a_number_stays_a_text_where_the_tool_says_so() -> None:
    tags = next(form for name, form in NAMED_FORMS if name == "<tool_call> <function=")
    call = ("propose-call", {"operation": "ListBuckets", "number_as_text": "123", "parameters": {}})
    assert read(tags.write([call]), tags) == [call]


def test_long_texts_are_counted_where_no_escapes_are_written(sampling: GrammarSampling) -> None:
    gemma = next(form for name, form in NAMED_FORMS if name == "<|tool_call>")
    parameters = {
        "type": "object",
        "properties": {"text": {"type": "string", "minLength": 2, "maxLength": 100}},
        "required": ["text"],
    }
    tool = ToolSpec(name="tell", description="", parameters=parameters)
    text = grammar(gemma, (tool,)).text
    assert len(text) < 20_000
    for length, fits in ((1, False), (2, True), (100, True), (101, False)):
        assert sampling.follows(text, gemma.write([("tell", {"text": "x" * length})])) is fits
