"""A conversation in memory keeps what the person chose, whatever the store still says."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime

import pytest

from app.domain.conversation import Conversation, ConversationSettings, Node, OpenedConversation, Tree
from app.domain.messages import Message
from app.services.turn_updates import ConversationChanged, NodeAdded
from app.ui.session import Session

NOW = datetime(2026, 11, 20, tzinfo=UTC)
STORED = Conversation(
    id="c",
    title="stored",
    created_at=NOW,
    updated_at=NOW,
    settings=ConversationSettings(model="here:tiny"),
    leaf_id="n",
)
NODE = Node(id="n", conversation_id="c", parent_id=None, message=Message.user("hello"), created_at=NOW)


@pytest.fixture
def session() -> Session:
    """A chat in which another model was just chosen; the store has not heard of it."""
    session = Session.new(dataclasses.replace(STORED, title="", leaf_id=None))
    session.take(NodeAdded(node=NODE))
    session.conversation = dataclasses.replace(
        session.conversation, settings=ConversationSettings(model="builtin:rules")
    )
    return session


def test_the_end_of_a_turn_brings_its_title_and_keeps_the_model_chosen_meanwhile(session: Session) -> None:
    session.take(ConversationChanged(conversation=STORED))
    assert session.conversation.title == "stored"
    assert session.conversation.settings.model == "builtin:rules"


def test_a_stopped_turn_brings_what_the_store_holds_and_keeps_the_model_chosen_meanwhile(session: Session) -> None:
    session.settle(OpenedConversation(conversation=STORED, tree=Tree.of([NODE]), actions=()))
    assert session.conversation.title == "stored"
    assert session.conversation.settings.model == "builtin:rules"


def test_the_rest_of_a_long_chat_joins_its_end_and_what_came_meanwhile() -> None:
    whole = [
        dataclasses.replace(NODE, id=f"n{number}", parent_id=f"n{number - 1}" if number else None)
        for number in range(4)
    ]
    head = dataclasses.replace(STORED, leaf_id="n3")
    end = Tree.of([dataclasses.replace(whole[2], parent_id=None), whole[3]])
    session = Session(OpenedConversation(conversation=head, tree=end, actions=()), is_whole=False)
    assert session.node("n2") is None  # an edit of it would become the first message of all
    new = dataclasses.replace(NODE, id="n4", parent_id="n3")
    session.take(NodeAdded(node=new))
    is_all = session.complete(OpenedConversation(conversation=head, tree=Tree.of(whole), actions=()))
    assert not is_all
    assert session.is_whole
    assert [node.id for node in session.path()] == ["n0", "n1", "n2", "n3", "n4"]
    assert session.node("n2") == whole[2]
