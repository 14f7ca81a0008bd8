"""One chat turn: the person's message, the model's answer, the tools it asks for, written through as it happens."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass

from app.domain.aws import Action
from app.domain.conversation import Conversation, Node
from app.domain.ports import ConsentAsker, ConversationStore
from app.domain.stream import StreamEvent
from app.services.aws import AwsService
from app.services.models import ModelService
from app.services.settings import SettingsService


@dataclass(frozen=True, kw_only=True, slots=True)
class NodeAdded:
    """A message stands in the tree (the person's, an answer that begins, results of tools)."""

    node: Node


@dataclass(frozen=True, kw_only=True, slots=True)
class NodeStreamed:
    """An answer that is being written got one event more."""

    node_id: str
    event: StreamEvent


@dataclass(frozen=True, kw_only=True, slots=True)
class NodeEnded:
    """An answer is final: complete, stopped or failed (``node.error`` says why, with the remedy)."""

    node: Node


@dataclass(frozen=True, kw_only=True, slots=True)
class ActionChanged:
    """An AWS action is new or changed; ``action.call_id`` names the tool call in the transcript it belongs to."""

    action: Action


@dataclass(frozen=True, kw_only=True, slots=True)
class ConversationChanged:
    """The conversation's head changed (title, leaf, time)."""

    conversation: Conversation


TurnUpdate = NodeAdded | NodeStreamed | NodeEnded | ActionChanged | ConversationChanged


class ChatService:
    """Turns."""

    def __init__(
        self, *, store: ConversationStore, models: ModelService, aws: AwsService, settings: SettingsService
    ) -> None: ...

    def send(
        self, conversation: Conversation, text: str, *, consent: ConsentAsker, parent_id: str | None = None
    ) -> AsyncIterator[TurnUpdate]:
        """Add the person's message under ``parent_id`` (the leaf shown, to go on; an edited message's own parent, to
        branch; ``None`` for a new root) and answer it. A conversation not yet written is written first.

        Errors of the model end the answer's node as ``FAILED`` and are not raised. Cancelling the consuming task (or
        closing the iterator) stops the answer: what came is kept, marked ``STOPPED``.
        """
        raise NotImplementedError

    def answer_again(
        self, conversation: Conversation, node_id: str, *, consent: ConsentAsker
    ) -> AsyncIterator[TurnUpdate]:
        """Answer the person's message ``node_id`` once more, as a sibling of the answers it has."""
        raise NotImplementedError
