"""The branch as a model is sent it: what was never answered, or never said, is left out."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.domain.conversation import Node, NodeState
from app.domain.messages import Message, Part, ReasoningPart, Role, TextPart, ToolCallPart, ToolResultPart
from app.services.prompt import sendable


def path_of(*turns: tuple[Role, tuple[Part, ...]], state: NodeState = NodeState.COMPLETE) -> list[Node]:
    """A branch of these messages; ``state`` is that of every answer."""
    return [
        Node(
            id=str(place),
            conversation_id="c",
            parent_id=str(place - 1) if place else None,
            message=Message(role=role, parts=parts),
            created_at=datetime(2026, 1, 1, tzinfo=UTC),
            state=state if role is Role.ASSISTANT else NodeState.COMPLETE,
        )
        for place, (role, parts) in enumerate(turns)
    ]


def call(call_id: str) -> ToolCallPart:
    return ToolCallPart(call_id=call_id, name="find_operations", arguments="{}")


def result(call_id: str) -> ToolResultPart:
    return ToolResultPart(call_id=call_id, name="find_operations", content="done")


ASKED = (Role.USER, (TextPart(text="what runs?"),))
GO_ON = (Role.USER, (TextPart(text="go on"),))


@pytest.mark.parametrize("state", list(NodeState))
def test_a_call_without_a_result_is_left_out_and_the_words_beside_it_stay(state: NodeState) -> None:
    stopped = (Role.ASSISTANT, (TextPart(text="Let me look."), call("c1")))
    sent = sendable(path_of(ASKED, stopped, GO_ON, state=state))
    assert [message.parts for message in sent] == [ASKED[1], (TextPart(text="Let me look."),), GO_ON[1]]


def test_of_several_calls_those_with_a_result_stay() -> None:
    sent = sendable(path_of(ASKED, (Role.ASSISTANT, (call("c1"), call("c2"))), (Role.TOOL, (result("c2"),)), GO_ON))
    assert [message.parts for message in sent] == [ASKED[1], (call("c2"),), (result("c2"),), GO_ON[1]]


def test_an_answer_that_said_nothing_is_left_out_whole() -> None:
    silent = (Role.ASSISTANT, (ReasoningPart(text="Hm"), call("c1")))
    assert [message.text for message in sendable(path_of(ASKED, silent, GO_ON, state=NodeState.STOPPED))] == [
        "what runs?",
        "go on",
    ]
    assert [message.text for message in sendable(path_of(ASKED, (Role.ASSISTANT, ()), GO_ON))] == [
        "what runs?",
        "go on",
    ]
