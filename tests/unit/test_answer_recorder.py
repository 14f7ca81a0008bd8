"""An answer's times: measured while it is recorded, unless its provider knows better."""

from __future__ import annotations

import pytest

from app.domain.conversation import Node, NodeState
from app.domain.stream import Finished, FinishReason, Progress, TextDelta, Usage
from app.services.answer import AnswerRecorder
from app.storage.conversations import SqliteConversationStore
from tests.storage_fixtures import a_conversation, a_node, an_answer


class Clock:
    """A clock that stands still until it is set."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def recorder(store: SqliteConversationStore, clock: Clock) -> AnswerRecorder:
    """Records an answer that is in the store already, as a turn does."""
    await store.add_conversation(a_conversation())
    node: Node = a_node("a", message=an_answer(""), state=NodeState.STREAMING)
    await store.add_node(node)
    return AnswerRecorder(store, node, clock=clock)


def say(recorder: AnswerRecorder, clock: Clock) -> None:
    """Two seconds of loading, the first word, three seconds of others."""
    recorder.add(Progress(text="Loading"))
    clock.now += 2
    recorder.add(TextDelta(text="one"))
    clock.now += 3
    recorder.add(TextDelta(text=" two"))


async def test_an_answer_is_timed_to_its_first_word_and_to_its_end(recorder: AnswerRecorder, clock: Clock) -> None:
    say(recorder, clock)
    recorder.add(Usage(input_tokens=7, output_tokens=2))
    recorder.add(Finished(reason=FinishReason.STOP))
    usage = (await recorder.end(NodeState.COMPLETE)).usage
    assert usage == Usage(input_tokens=7, output_tokens=2, first_token_s=2.0, duration_s=5.0)


async def test_a_stopped_answer_is_timed_too(recorder: AnswerRecorder, clock: Clock) -> None:
    say(recorder, clock)
    assert (await recorder.end(NodeState.STOPPED)).usage == Usage(first_token_s=2.0, duration_s=5.0)


async def test_an_answer_without_a_word_has_no_first_one(recorder: AnswerRecorder, clock: Clock) -> None:
    clock.now += 4
    assert (await recorder.end(NodeState.FAILED, error="Nothing came.")).usage == Usage(duration_s=4.0)


async def test_what_the_provider_measured_itself_stands(recorder: AnswerRecorder, clock: Clock) -> None:
    say(recorder, clock)
    recorder.add(Usage(output_tokens=2, first_token_s=0.25, duration_s=0.0))
    assert (await recorder.end(NodeState.COMPLETE)).usage == Usage(output_tokens=2, first_token_s=0.25, duration_s=0.0)
