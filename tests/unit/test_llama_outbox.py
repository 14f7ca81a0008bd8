"""What a worker says of its answers leaves gathered, in order, and at once where that matters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.stream import (
    Finished,
    FinishReason,
    Progress,
    ReasoningDelta,
    Scores,
    StreamEvent,
    TextDelta,
    TokenScore,
    Usage,
)
from app.llama import protocol
from app.llama.outbox import EVERY_S, MOST_EVERY_S, Outbox


class Wire:
    """What was written, and a clock that the test moves."""

    def __init__(self) -> None:
        self.now = 0.0
        self.writes: list[bytes] = []
        self.outbox = Outbox(self.writes.append, clock=lambda: self.now)

    @property
    def said(self) -> list[tuple[int, StreamEvent]]:
        reports = [protocol.decode_report(line) for line in b"".join(self.writes).splitlines()]
        return [(report.id, report.event) for report in reports if isinstance(report, protocol.Said)]

    def text(self, id: int) -> str:
        return "".join(event.text for whose, event in self.said if whose == id and isinstance(event, TextDelta))

    def token(self, id: int, text: str) -> None:
        self.outbox.say(id, TextDelta(text=text))
        self.outbox.flush_due()


def test_first_text_leaves_at_once_and_what_follows_is_gathered() -> None:
    wire = Wire()
    wire.now = 10.0
    wire.outbox.begin(1)
    wire.token(1, "a")
    assert wire.text(1) == "a"
    for letter in "bcd":
        wire.now += EVERY_S / 4
        wire.token(1, letter)
    assert wire.text(1) == "a"
    wire.now += EVERY_S
    wire.token(1, "e")
    assert wire.said[1:] == [(1, TextDelta(text="bcde"))]


def test_slow_answer_leaves_token_by_token() -> None:
    wire = Wire()
    wire.outbox.begin(1)
    for number, letter in enumerate("abc", start=1):
        wire.now += EVERY_S
        wire.token(1, letter)
        assert len(wire.said) == number


def test_the_end_takes_all_that_waits_with_it() -> None:
    wire = Wire()
    wire.now = 10.0
    wire.outbox.begin(1)
    wire.token(1, "a")
    wire.token(1, "b")
    wire.outbox.say(1, Usage(output_tokens=2))
    wire.outbox.say(1, Finished(reason=FinishReason.STOP))
    assert [type(event) for _, event in wire.said] == [TextDelta, TextDelta, Usage, Finished]
    assert wire.text(1) == "ab"


def test_failure_comes_behind_the_text_before_it() -> None:
    wire = Wire()
    wire.now = 10.0
    wire.outbox.begin(1)
    wire.token(1, "a")
    wire.token(1, "b")
    wire.outbox.put(1, protocol.Failed(id=1, kind="internal", message="It broke."), ends=True)
    assert wire.text(1) == "ab"
    assert isinstance(protocol.decode_report(b"".join(wire.writes).splitlines()[-1]), protocol.Failed)


def test_many_answers_leave_in_one_piece_and_wait_no_longer_than_is_bearable() -> None:
    wire = Wire()
    wire.now = 10.0
    for id in range(1, 9):
        wire.outbox.begin(id)
        wire.token(id, "a")
    before = len(wire.writes)
    for id in range(1, 9):
        wire.outbox.say(id, TextDelta(text="b"))
    wire.now += MOST_EVERY_S
    wire.outbox.flush_due()
    assert len(wire.writes) == before + 1
    assert [wire.text(id) for id in range(1, 9)] == ["ab"] * 8


EVENTS = st.one_of(
    st.text(min_size=1, max_size=5).map(lambda text: TextDelta(text=text)),
    st.text(min_size=1, max_size=5).map(lambda text: ReasoningDelta(text=text)),
    st.binary(min_size=1, max_size=3).map(lambda data: Scores(tokens=(TokenScore(data=data, logprob=-1.0),))),
    st.just(Progress(text="Reading")),
)


@given(st.lists(st.tuples(st.integers(1, 3), EVENTS, st.floats(0, 0.2)), max_size=40))
def test_nothing_is_lost_doubled_or_put_in_another_order(said: list[tuple[int, StreamEvent, float]]) -> None:
    wire = Wire()
    for id, event, pause_s in said:
        wire.outbox.say(id, event)
        wire.now += pause_s
        wire.outbox.flush_due()
    for id in (1, 2, 3):
        wire.outbox.say(id, Finished(reason=FinishReason.STOP))
        own = [event for whose, event in wire.said if whose == id][:-1]
        assert _flat(own) == _flat([event for whose, event, _ in said if whose == id])


def _flat(events: list[StreamEvent]) -> list[object]:
    """Texts as single characters, so that it makes no difference how they are cut."""
    flat: list[object] = []
    for event in events:
        match event:
            case TextDelta(text=text) | ReasoningDelta(text=text):
                flat += [(type(event), character) for character in text]
            case _:
                flat.append(event)
    return flat
