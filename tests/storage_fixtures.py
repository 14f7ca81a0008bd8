"""The history's database for tests, and Hypothesis strategies for what it holds."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from app.domain.aws import Action, ActionState, Call, CallResult, Decision, Identity, OperationId, Origin, Risk, Table
from app.domain.context import LeftOut, Overflow
from app.domain.conversation import Conversation, ConversationSettings, Node, NodeState, OpenedConversation, Tree
from app.domain.messages import Message, Part, ReasoningPart, Role, TextPart, ToolCallPart, ToolResultPart
from app.domain.searching import Search, searched
from app.domain.stream import FinishReason, Usage
from app.storage.audit import SqliteAuditLog
from app.storage.conversations import SqliteConversationStore
from app.storage.database import Database

# A shared machine may be slow for a while; that is no failure.
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

BEGUN = datetime(2026, 11, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = Database(tmp_path / "baton.db")
    yield opened
    await opened.aclose()


@pytest.fixture
def store(database: Database) -> SqliteConversationStore:
    return SqliteConversationStore(database)


@pytest.fixture
def audit(database: Database) -> SqliteAuditLog:
    return SqliteAuditLog(database)


def a_conversation(identity: str = "c1", title: str = "Buckets", **more: object) -> Conversation:
    conversation = Conversation(id=identity, title=title, created_at=BEGUN, updated_at=BEGUN)
    return replace(conversation, **more)  # type: ignore[arg-type]  # a test names real fields


def a_node(
    identity: str, text: str = "hello", *, parent: str | None = None, conversation: str = "c1", **more: object
) -> Node:
    node = Node(
        id=identity, conversation_id=conversation, parent_id=parent, message=Message.user(text), created_at=BEGUN
    )
    return replace(node, **more)  # type: ignore[arg-type]  # a test names real fields


def an_answer(text: str) -> Message:
    return Message(role=Role.ASSISTANT, parts=(TextPart(text=text),))


def an_action(identity: str = "a1", *, conversation: str | None = "c1", **more: object) -> Action:
    action = Action(
        id=identity,
        call=Call(
            id=OperationId("s3", "CreateBucket"), parameters={"Bucket": "logs"}, account="demo", region="us-east-1"
        ),
        risk=Risk.WRITE,
        conversation_id=conversation,
        proposed_at=BEGUN,
        sentence="Create the bucket logs",
    )
    return replace(action, **more)  # type: ignore[arg-type]  # a test names real fields


# Any text, half surrogate pairs and control characters included: models, tools and vendors' exports send them.
texts = st.text(st.characters(exclude_categories=()), max_size=40)
ids = st.text("abcdefghij0123456789-", min_size=1, max_size=12)
times = st.datetimes(datetime(1971, 1, 1), datetime(2100, 1, 1)).map(lambda at: at.replace(tzinfo=UTC))  # noqa: DTZ001 - UTC is set here
numbers = st.floats(allow_nan=False, allow_infinity=False)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | numbers | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
json_objects = st.dictionaries(texts, json_values, max_size=3)
parts: st.SearchStrategy[Part] = st.one_of(
    st.builds(TextPart, text=texts),
    st.builds(ReasoningPart, text=texts, signature=st.none() | texts, vendor=st.none() | texts),
    st.builds(ToolCallPart, call_id=texts, name=texts, arguments=texts),
    st.builds(ToolResultPart, call_id=texts, name=texts, content=texts, is_error=st.booleans()),
)
messages = st.builds(Message, role=st.sampled_from(Role), parts=st.lists(parts, max_size=3).map(tuple))
usages = st.builds(
    Usage, input_tokens=st.integers(0, 10**6), output_tokens=st.integers(0, 10**6), duration_s=st.none() | numbers
)
tables = st.builds(
    Table,
    columns=st.lists(texts, max_size=2).map(tuple),
    rows=st.lists(st.lists(texts, max_size=2).map(tuple), max_size=2).map(tuple),
)
results = st.builds(
    CallResult, data=json_objects, table=st.none() | tables, truncated=st.booleans(), duration_s=numbers
)
_SETTLED = sorted(set(ActionState) - {ActionState.PROPOSED, ActionState.WAITING, ActionState.RUNNING})


@st.composite
def opened_conversations(draw: st.DrawFn, identity: str | None = None) -> OpenedConversation:
    """A conversation as it may stand in a store with nothing unfinished: any tree, any text."""
    identity = draw(ids) if identity is None else identity
    nodes: list[Node] = []
    for node_id in draw(st.lists(ids, min_size=1, max_size=6, unique=True)):
        node = st.builds(
            Node,
            id=st.just(node_id),
            conversation_id=st.just(identity),
            parent_id=st.sampled_from([None, *(node.id for node in nodes)]),
            message=messages,
            created_at=times,
            state=st.sampled_from(sorted(set(NodeState) - {NodeState.STREAMING})),
            model=st.none() | st.just("anthropic:some-model"),
            usage=st.none() | usages,
            finish_reason=st.none() | st.sampled_from(FinishReason),
            finish_detail=texts,
            error=st.none() | texts,
            left_out=st.none() | st.builds(LeftOut, until=texts, summary=texts),
        )
        nodes.append(draw(node))
    actions = []
    for action_id in draw(st.lists(ids, max_size=2, unique=True)):
        action = st.builds(
            Action,
            id=st.just(action_id),
            call=st.builds(
                Call,
                id=st.builds(OperationId, texts, texts),
                parameters=json_objects,
                account=texts,
                region=texts,
            ),
            risk=st.sampled_from(Risk),
            reasons=st.lists(texts, max_size=2).map(tuple),
            state=st.sampled_from(_SETTLED),
            origin=st.sampled_from(Origin),
            decision=st.none() | st.sampled_from(Decision),
            conversation_id=st.just(identity),
            call_id=st.none() | texts,
            proposed_at=times,
            finished_at=st.none() | times,
            identity=st.none() | st.builds(Identity, account_id=texts, arn=texts, alias=st.none() | texts),
            sentence=texts,
            result=st.none() | results,
            error=st.none() | texts,
        )
        actions.append(draw(action))
    head = st.builds(
        Conversation,
        id=st.just(identity),
        title=st.text(max_size=20).filter(lambda title: "\x00" not in title),
        created_at=times,
        updated_at=times,
        settings=st.builds(
            ConversationSettings,
            model=st.none() | texts,
            parameters=json_objects,
            system_prompt=st.none() | texts,
            system_prompt_from=st.none() | texts,
            overflow=st.none() | st.sampled_from(Overflow),
        ),
        leaf_id=st.sampled_from([node.id for node in nodes]),
        pinned=st.booleans(),
        titled=st.booleans(),
    )
    return OpenedConversation(conversation=draw(head), tree=Tree.of(nodes), actions=actions)


def later(seconds: float) -> datetime:
    return BEGUN + timedelta(seconds=seconds)


def asked(text: str) -> Search:
    """What a person searches for who types that."""
    return searched(text, BEGUN.date())
