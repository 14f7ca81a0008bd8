"""Conversations and actions for tests of the transcript and the confirmation, built from the domain's own values."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from app.domain.aws import (
    Account,
    AccountKind,
    Action,
    ActionState,
    Call,
    Classification,
    Identity,
    Operation,
    OperationId,
    ParameterShape,
    PlanProposal,
    Proposal,
    Risk,
)
from app.domain.conversation import Conversation, Node, NodeState, OpenedConversation, Tree
from app.domain.messages import Message, Part, Role, TextPart
from app.ui.look.theme import ThemeController

START = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
IDENTITY = Identity(account_id="123456789012", arn="arn:aws:iam::123456789012:user/ana", alias="prod-eu")


@pytest.fixture
def theme(qapp: QApplication) -> ThemeController:
    """The theme, light."""
    return ThemeController(choice="light")


class Script:
    """Writes a conversation, message by message, down one branch unless told otherwise."""

    def __init__(self, conversation_id: str = "c1") -> None:
        self.id = conversation_id
        self.nodes: list[Node] = []
        self.actions: list[Action] = []

    def user(self, text: str, *, parent: str | None = "last", node_id: str | None = None) -> Node:
        """A message of the person's."""
        return self.add(Message.user(text), parent=parent, node_id=node_id)

    def answer(
        self,
        *parts: Part | str,
        state: NodeState = NodeState.COMPLETE,
        parent: str | None = "last",
        node_id: str | None = None,
        **more: object,
    ) -> Node:
        """An answer of a model's; texts become text parts."""
        made = tuple(TextPart(text=part) if isinstance(part, str) else part for part in parts)
        return self.add(
            Message(role=Role.ASSISTANT, parts=made),
            parent=parent,
            node_id=node_id,
            state=state,
            **{"model": "anthropic:claude-test", **more},
        )

    def tools(self, *parts: Part) -> Node:
        """Results of tools."""
        return self.add(Message(role=Role.TOOL, parts=parts))

    def add(self, message: Message, *, parent: str | None = "last", node_id: str | None = None, **more: object) -> Node:
        """Any message."""
        if parent == "last":
            parent = self.nodes[-1].id if self.nodes else None
        node = Node(
            id=node_id or f"{self.id}-n{len(self.nodes)}",
            conversation_id=self.id,
            parent_id=parent,
            message=message,
            created_at=START + timedelta(seconds=len(self.nodes)),
            **more,  # type: ignore[arg-type]
        )
        self.nodes.append(node)
        return node

    @property
    def conversation(self) -> Conversation:
        """The head, its leaf the last message."""
        return Conversation(
            id=self.id,
            title="Test",
            created_at=START,
            updated_at=START,
            leaf_id=self.nodes[-1].id if self.nodes else None,
        )

    @property
    def opened(self) -> OpenedConversation:
        """What the history would hand over."""
        return OpenedConversation(conversation=self.conversation, tree=Tree.of(self.nodes), actions=tuple(self.actions))


def action(
    operation: str = "ec2:DescribeInstances",
    *,
    risk: Risk = Risk.READ,
    state: ActionState = ActionState.DONE,
    parameters: dict[str, object] | None = None,
    action_id: str = "a1",
    **more: object,
) -> Action:
    """An action in the account ``prod``."""
    values: dict[str, object] = {"conversation_id": "c1", "identity": IDENTITY, **more}
    return Action(
        id=action_id,
        call=Call(id=OperationId.parse(operation), parameters=parameters or {}, account="prod", region="eu-west-1"),
        risk=risk,
        state=state,
        proposed_at=START + timedelta(minutes=5),
        **values,  # type: ignore[arg-type]
    )


def proposal(
    operation: str = "s3:CreateBucket",
    *,
    shapes: Sequence[ParameterShape] = (),
    parameters: dict[str, object] | None = None,
    risk: Risk = Risk.WRITE,
    demo: bool = False,
    sentence: str = "Create the bucket 'logs' in eu-west-1.",
    verb: str = "Create bucket",
    reasons: tuple[str, ...] = ("It changes something.",),
    action_id: str = "a1",
    **more: object,
) -> Proposal:
    """A proposal as the gate makes them."""
    id = OperationId.parse(operation)
    account = (
        Account(key="demo", title="Demo account", kind=AccountKind.DEMO)
        if demo
        else Account(key="prod", title="prod", kind=AccountKind.PROFILE)
    )
    return Proposal(
        action_id=action_id,
        call=Call(id=id, parameters=parameters or {}, account=account.key, region="eu-west-1"),
        operation=Operation(
            id=id,
            service_title=id.service.upper(),
            summary="Does it.",
            documentation="Does it, in detail.",
            parameters=tuple(shapes),
            classification=Classification(risk=risk, reasons=reasons, iam_actions=(f"{id.service}:{id.operation}",)),
        ),
        account=account,
        identity=IDENTITY,
        sentence=sentence,
        verb=verb,
        **more,  # type: ignore[arg-type]
    )


def plan_proposal(steps: int | Sequence[Proposal] = 3, **more: object) -> PlanProposal:
    """A plan as the gate makes them: ``steps`` of its own, or so many that create a bucket."""
    if isinstance(steps, int):
        steps = [
            proposal(
                sentence=f"Create the bucket 'logs-{number}' in eu-west-1", parameters={"Bucket": f"logs-{number}"}
            )
            for number in range(1, steps + 1)
        ]
    values: dict[str, object] = {
        "risk": max((step.operation.classification.risk for step in steps), key=list(Risk).index),
        "sentence": f"Run {len(steps)} steps in eu-west-1",
        "verb": f"Run {len(steps)} steps",
        **more,
    }
    return PlanProposal(plan_id="p1", steps=tuple(steps), **values)  # type: ignore[arg-type]


async def until(condition: Callable[[], object], *, seconds: float = 10) -> None:
    """Wait until ``condition`` holds, with the event loop running."""
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110  (conditions of widgets, which no asyncio.Event tells of)
            await asyncio.sleep(0.005)
