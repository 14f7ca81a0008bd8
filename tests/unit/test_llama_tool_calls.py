"""The parser of what local models write: every format, any cutting, nothing swallowed."""

from __future__ import annotations

import itertools
import json
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.messages import Message, ReasoningPart, TextPart, ToolCallPart
from app.domain.stream import AnswerFold, StreamEvent, ToolCallProgress
from app.llama.formats.call_reading import MARKERS as CALL_MARKERS
from app.llama.formats.tool_calls import MARKERS as THOUGHT_MARKERS
from app.llama.formats.tool_calls import AnswerParser

MARKERS = (*sorted(CALL_MARKERS), *sorted(THOUGHT_MARKERS))
TOOLS = ("find", "propose")


def parse(pieces: Sequence[str], *, tools: Sequence[str] = TOOLS, thinking: bool = False) -> Message:
    numbers = itertools.count(1)
    parser = AnswerParser(
        tools=dict.fromkeys(tools, frozenset({"raw"})),
        new_id=lambda: f"call_{next(numbers)}",
        thought_end="</think>" if thinking else "",
    )
    fold = AnswerFold()
    for piece in pieces:
        for event in parser.feed(piece):
            fold.add(event)
    for event in parser.finish():
        fold.add(event)
    return fold.message


def calls(text: str) -> list[tuple[str, object]]:
    return [(call.name, json.loads(call.arguments)) for call in parse([text]).tool_calls]


@pytest.mark.parametrize(
    "text",
    [
        '<tool_call>\n{"name": "find", "arguments": {"text": "buckets"}}\n</tool_call>',
        "<tool_call><function=find><parameter=text>\nbuckets\n</parameter></function></tool_call>",
        '{"name": "find", "parameters": {"text": "buckets"}}',
        '<|python_tag|>{"name": "find", "parameters": {"text": "buckets"}}',
        '[TOOL_CALLS][{"name": "find", "arguments": {"text": "buckets"}}]',
        '[TOOL_CALLS]find{"text": "buckets"}',
        '[TOOL_CALLS]find[ARGS]{"text": "buckets"}',
        '[TOOL_CALLS]find[CALL_ID]a1b2c3d4e[ARGS]{"text": "buckets"}',
        '<function=find>{"text": "buckets"}</function>',
        "<function=find>\n<parameter=text>\nbuckets\n</parameter>\n</function>\n</tool_call>",
        "<tool_call>find\n<arg_key>text</arg_key>\n<arg_value>buckets</arg_value>\n</tool_call>",
        '<tool_call>{"name": "find", "arguments": {"text": "buckets"}}',
        '<|python_tag|>find.call(text="buckets")',
        '<｜tool▁call▁begin｜>function<｜tool▁sep｜>find\n```json\n{"text": "buckets"}\n```<｜tool▁call▁end｜>',
        '<|tool_call|>[{"name": "find", "arguments": {"text": "buckets"}}]<|/tool_call|>',
        ' functools[{"name": "find", "arguments": {"text": "buckets"}}]',
        '<|START_ACTION|>[{"tool_call_id": "0", "tool_name": "find", "parameters": {"text": "buckets"}}]<|END_ACTION|>',
        '<|tool_call>call:find{text:<|"|>buckets<|"|>}<tool_call|>',
        "<start_function_call>call:find{text:<escape>buckets<escape>}<end_function_call>",
    ],
)
def test_each_known_format_gives_the_call_and_no_text(text: str) -> None:
    assert calls(text) == [("find", {"text": "buckets"})]
    assert parse([text]).text == ""


@pytest.mark.parametrize(
    "text",
    [
        '<tool_call>{"name":"find","arguments":{}}</tool_call>\n<tool_call>{"name":"propose","arguments":{}}</tool_call>',
        '{"name":"find","parameters":{}}; {"name":"propose","parameters":{}}',
        '[TOOL_CALLS][{"name":"find","arguments":{}}, {"name":"propose","arguments":{}}]',
        "[TOOL_CALLS]find{}[TOOL_CALLS]propose{}",
    ],
)
def test_several_calls_in_one_answer(text: str) -> None:
    assert calls(text) == [("find", {}), ("propose", {})]
    assert parse([text]).text == ""


def test_text_before_and_after_a_call_is_kept() -> None:
    message = parse(['I look.\n<tool_call>{"name":"find","arguments":{}}</tool_call>\nThere.'])
    assert [type(part) for part in message.parts] == [TextPart, ToolCallPart, TextPart]
    assert message.text == "I look.\n\n\n\nThere."


def test_closing_tag_inside_an_argument_does_not_end_the_call() -> None:
    text = '<tool_call>{"name":"find","arguments":{"text":"</tool_call> as text"}}</tool_call>'
    assert calls(text) == [("find", {"text": "</tool_call> as text"})]


def test_thinking_is_reasoning_and_the_rest_is_text() -> None:
    assert parse(["<think>hm\nwell</think>\n\nYes."]).parts == (
        ReasoningPart(text="hm\nwell"),
        TextPart(text="Yes."),
    )


def test_thinking_that_the_prompt_opened() -> None:
    assert parse(["hm</think>Yes."], thinking=True).parts == (ReasoningPart(text="hm"), TextPart(text="Yes."))


@pytest.mark.parametrize(
    ("opening", "close"),
    [("[THINK]", "[/THINK]"), ("<seed:think>", "</seed:think>"), ("<|channel>thought", "<channel|>")],
)
def test_other_tags_of_thinking(opening: str, close: str) -> None:
    assert parse([f"{opening}hm{close}Yes."]).parts == (ReasoningPart(text="hm"), TextPart(text="Yes."))


def test_call_in_the_midst_of_thinking_is_thinking() -> None:
    text = '<think>I could <tool_call>{"name":"find","arguments":{}}</tool_call>.</think>No.'
    assert parse([text]).tool_calls == ()


def test_thinking_tag_in_the_middle_of_an_answer_is_text() -> None:
    text = "The tag <think> opens thoughts, </think> ends them."
    assert parse([text]).parts == (TextPart(text=text),)


@pytest.mark.parametrize(
    "text",
    [
        '<tool_call>{"name": "find", "arg',
        "<tool_call>not JSON</tool_call> after",
        '<tool_call>{"arguments": {}}</tool_call>',
        '[TOOL_CALLS] [{"name": "find"',
        "[TOOL_CALLS]",
        "[TOOL_CALLS][1, 2]",
        '{"name": "unknown", "parameters": {}}',
        '{"result": [1, 2, 3]}',
        '<|python_tag|>print("hello")',
        "a < b and <tool",
        "functools.partial(find)",
        "<tool_call>words</tool_call>",
        "<function=find",
        "<|tool_call>call:find{text:",
        '<|python_tag|>find.call(text="buck',
        "<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>find",
    ],
)
def test_what_is_no_call_stays_text_to_the_last_character(text: str) -> None:
    message = parse([text])
    assert message.tool_calls == ()
    assert message.text == text


def test_without_tools_markers_are_text() -> None:
    text = '<tool_call>{"name":"find","arguments":{}}</tool_call>'
    assert parse([text], tools=()).parts == (TextPart(text=text),)


def test_text_is_not_held_back_longer_than_a_marker_could_be() -> None:
    parser = AnswerParser(tools=dict.fromkeys(TOOLS, frozenset()), new_id=lambda: "x")
    said = "".join(getattr(event, "text", "") for event in parser.feed("Plain words, then <tool"))
    assert said == "Plain words, then "


def test_call_being_written_tells_its_name_and_size() -> None:
    parser = AnswerParser(tools=dict.fromkeys(TOOLS, frozenset()), new_id=lambda: "x")
    events: list[StreamEvent] = []
    for piece in ('<tool_call>{"name": "find", ', '"arguments": {"text": "buck'):
        events += parser.feed(piece)
    progress = [event for event in events if isinstance(event, ToolCallProgress)]
    assert [event.name for event in progress] == ["find", "find"]
    assert progress[0].argument_chars < progress[1].argument_chars


FRAGMENTS = st.sampled_from(
    [
        *MARKERS,
        '{"name": "find", "arguments": {"a": "b"}}',
        '{"name": "nope", "parameters": {}}',
        '{"x": 1, "name": "find"}',
        "<function=find><parameter=a>1</parameter></function>",
        "find\n<arg_key>a</arg_key><arg_value>1</arg_value>",
        "<tool_call>find",
        'call:find{a:<|"|>x<|"|>,b:[1,{c:true}]}',
        "function<｜tool▁sep｜>find\n```json\n{}\n```",
        'find.call(a=1, b="x")',
        '<invoke name="find"><parameter name="raw">1</parameter></invoke>',
        "call:",
        "<escape>",
        ",",
        "(",
        ")",
        'find{"a": 1}',
        "find",
        "[",
        "]",
        "{",
        "}",
        '"',
        "\\",
        "<",
        ";",
        " ",
        "\n",
        "words ",
        "é🪣",
    ]
)


@given(
    fragments=st.lists(FRAGMENTS, max_size=12),
    cuts=st.lists(st.integers(0, 400), max_size=40),
    tools=st.sampled_from([TOOLS, ()]),
    thinking=st.booleans(),
)
def test_any_cutting_gives_the_same_answer(
    fragments: list[str], cuts: list[int], tools: tuple[str, ...], thinking: bool
) -> None:
    text = "".join(fragments)
    edges = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    pieces = [text[start:stop] for start, stop in itertools.pairwise(edges)]
    whole = parse([text], tools=tools, thinking=thinking)
    assert parse(pieces, tools=tools, thinking=thinking) == whole
    assert parse(list(text), tools=tools, thinking=thinking) == whole


@given(text=st.text())
def test_text_without_markers_comes_through_unchanged(text: str) -> None:
    if not text.strip() or any(marker in text for marker in MARKERS):
        return
    assert parse([text]).parts == (TextPart(text=text),)
