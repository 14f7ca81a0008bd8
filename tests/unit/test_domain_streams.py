"""The fold of a stream: whatever comes in whatever pieces, the message is the same and nothing is lost."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from app.domain.messages import Part, ReasoningPart, Role, TextPart, ToolCallPart
from app.domain.stream import (
    AnswerFold,
    Finished,
    FinishReason,
    Progress,
    ReasoningDelta,
    StreamEvent,
    TextDelta,
    ToolCallProgress,
    ToolCallRequested,
    Usage,
)

CALL = ToolCallPart(call_id="1", name="find", arguments='{"text": "buckets"}')

EVENTS: st.SearchStrategy[StreamEvent] = st.one_of(
    st.builds(TextDelta, text=st.text(max_size=4)),
    st.builds(ReasoningDelta, text=st.text(max_size=4), signature=st.none() | st.text(max_size=2)),
    st.just(ToolCallRequested(call=CALL)),
    st.just(ToolCallProgress(name="find", argument_chars=3)),
    st.just(Progress(text="loading")),
    st.builds(Usage, output_tokens=st.integers(0, 9)),
)


def folded(events: Sequence[StreamEvent]) -> AnswerFold:
    fold = AnswerFold()
    for event in events:
        fold.add(event)
    return fold


@given(st.lists(EVENTS))
def test_no_character_is_lost_or_moved(events: list[StreamEvent]) -> None:
    fold = folded(events)
    said = "".join(event.text for event in events if isinstance(event, TextDelta))
    thought = "".join(event.text for event in events if isinstance(event, ReasoningDelta))
    calls = sum(isinstance(event, ToolCallRequested) for event in events)
    assert "".join(part.text for part in fold.parts if isinstance(part, TextPart)) == said
    assert "".join(part.text for part in fold.parts if isinstance(part, ReasoningPart)) == thought
    assert sum(isinstance(part, ToolCallPart) for part in fold.parts) == calls
    assert fold.message.role is Role.ASSISTANT


@given(st.lists(EVENTS), st.data())
def test_looking_at_it_on_the_way_changes_nothing(events: list[StreamEvent], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(events)))
    fold = folded(events[:at])
    assert fold.parts == folded(events[:at]).parts
    for event in events[at:]:
        fold.add(event)
    assert fold.parts == folded(events).parts


@given(st.lists(st.text(min_size=1, max_size=3), min_size=1))
def test_text_in_pieces_is_one_part(pieces: list[str]) -> None:
    assert folded([TextDelta(text=piece) for piece in pieces]).parts == (TextPart(text="".join(pieces)),)


def test_a_signature_closes_its_thinking_and_a_call_stands_where_it_came() -> None:
    fold = folded(
        [
            ReasoningDelta(text="hm", vendor="anthropic"),
            ReasoningDelta(text="", signature="proof", vendor="anthropic"),
            ReasoningDelta(text="more"),
            TextDelta(text="a"),
            ToolCallRequested(call=CALL),
            TextDelta(text="b"),
            Usage(output_tokens=1),
            Usage(output_tokens=2),
            Finished(reason=FinishReason.TOOL_CALLS),
        ]
    )
    expected: tuple[Part, ...] = (
        ReasoningPart(text="hm", signature="proof", vendor="anthropic"),
        ReasoningPart(text="more"),
        TextPart(text="a"),
        CALL,
        TextPart(text="b"),
    )
    assert fold.parts == expected
    assert fold.usage == Usage(output_tokens=2)
    assert fold.finished == Finished(reason=FinishReason.TOOL_CALLS)
    assert fold.message.text == "a\n\nb"
    assert fold.message.tool_calls == (CALL,)
