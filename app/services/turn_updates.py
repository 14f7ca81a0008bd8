"""What a front end is told of a turn while it goes on."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.aws import Action
from app.domain.conversation import Conversation, Node
from app.domain.stream import StreamEvent


@dataclass(frozen=True, kw_only=True, slots=True)
class NodeAdded:
    """A message stands in the tree (the person's, an answer that begins, results of tools)."""

    node: Node


@dataclass(frozen=True, kw_only=True, slots=True)
class ContextKept:
    """What of the branch an answer's model is not sent: ``node.left_out``, that is its ``turns`` oldest turns."""

    node: Node
    turns: int


@dataclass(frozen=True, kw_only=True, slots=True)
class NodeRouted:
    """An answer that is being written comes from another model than was said before: ``node.model``, ``node.route``."""

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


TurnUpdate = NodeAdded | ContextKept | NodeRouted | NodeStreamed | NodeEnded | ActionChanged | ConversationChanged
