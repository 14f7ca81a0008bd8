"""The format of gpt-oss: channels to text, thinking and calls, whatever the cutting."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from app.domain.messages import Message, ReasoningPart, TextPart, ToolCallPart
from app.domain.stream import AnswerFold
from app.llama.formats.harmony import MARKERS, HarmonyParser


def parse(pieces: Sequence[str]) -> Message:
    numbers = itertools.count(1)
    parser = HarmonyParser(new_id=lambda: str(next(numbers)))
    fold = AnswerFold()
    for piece in pieces:
        for event in parser.feed(piece):
            fold.add(event)
    for event in parser.finish():
        fold.add(event)
    return fold.message


def test_thinking_then_answer() -> None:
    text = (
        "<|channel|>analysis<|message|>Two and two.<|end|><|start|>assistant<|channel|>final<|message|>Four.<|return|>"
    )
    assert parse([text]).parts == (ReasoningPart(text="Two and two."), TextPart(text="Four."))


def test_call_whose_end_also_ends_the_answer() -> None:
    text = '<|channel|>commentary to=functions.find <|constrain|>json<|message|>{"text": "buckets"}'
    assert parse([text]).parts == (ToolCallPart(call_id="1", name="find", arguments='{"text": "buckets"}'),)


def test_recipient_before_the_channel_and_text_before_the_call() -> None:
    text = (
        "<|channel|>commentary<|message|>I look.<|end|>"
        "<|start|>assistant to=functions.find<|channel|>commentary json<|message|>{}<|call|>"
    )
    assert parse([text]).parts == (TextPart(text="I look."), ToolCallPart(call_id="1", name="find", arguments="{}"))


def test_call_cut_off_becomes_text() -> None:
    assert parse(['<|channel|>commentary to=functions.find<|message|>{"text": "bu']).parts == (
        TextPart(text='{"text": "bu'),
    )


def test_answer_without_channels_is_text() -> None:
    for text in ("Plain words.", "assistant professors know.", "to=day"):
        assert parse([text]).parts == (TextPart(text=text),)


@given(
    fragments=st.lists(
        st.sampled_from(
            [*MARKERS, "analysis", "final", "commentary", " to=functions.find", "{}", "{", "words", "assistant"]
        ),
        max_size=14,
    ),
    cuts=st.lists(st.integers(0, 200), max_size=20),
)
def test_any_cutting_gives_the_same_answer(fragments: list[str], cuts: list[int]) -> None:
    text = "".join(fragments)
    edges = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    whole = parse([text])
    assert parse([text[start:stop] for start, stop in itertools.pairwise(edges)]) == whole
    assert parse(list(text)) == whole
