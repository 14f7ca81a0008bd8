"""Conversations as trees: every edit and every regeneration is a sibling, and nothing is overwritten.

Owns the values and the walks over a tree; refuses to know where a tree is stored.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from app.domain.context import LeftOut, Overflow
from app.domain.language import tr
from app.domain.messages import Message
from app.domain.remedies import Remedy
from app.domain.routing import Route
from app.domain.stream import FinishReason, Usage

if TYPE_CHECKING:
    from app.domain.aws import Action  # seldom any; its module takes longer to read than this one


class NodeState(StrEnum):
    """What became of a message."""

    COMPLETE = "complete"
    STREAMING = "streaming"  # an answer is being written now, by a living process
    INTERRUPTED = "interrupted"  # Baton ended while it was being written
    STOPPED = "stopped"  # the person stopped it
    FAILED = "failed"  # an error ended it; what came before is kept


NO_AWS = "none"
"""The account key of a conversation that has nothing to do with AWS: its model is offered no tools."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ConversationSettings:
    """What a conversation remembers of how it is held. ``None`` means the default of the settings."""

    model: str | None = None  # "provider:model"
    parameters: Mapping[str, object] = field(default_factory=dict)  # only those set by the person
    system_prompt: str | None = None
    system_prompt_from: str | None = None  # the prompt of the library it was made of, while it stands as it was made
    account: str | None = None  # "demo" or a profile's name
    region: str | None = None
    overflow: Overflow | None = None  # where the chat is longer than the model's context
    private: bool = False  # nothing of it leaves this machine, whatever the router would choose
    schema: Mapping[str, object] | None = None  # a JSON schema that every answer follows
    pinned: tuple[str, ...] = ()  # messages that are always sent, however long the chat is
    budget_usd: float | None = None  # what the chat may cost in all
    budget_tokens: int | None = None  # what it may read and write in all
    cached_answers: bool | None = None  # whether the same request may be answered from the cache


@dataclass(frozen=True, kw_only=True, slots=True)
class Conversation:
    """A conversation's head, without its messages. Times are UTC. ``leaf_id`` is the end of the branch being shown."""

    id: str
    title: str
    created_at: datetime
    updated_at: datetime
    settings: ConversationSettings = field(default_factory=ConversationSettings)
    leaf_id: str | None = None
    pinned: bool = False
    titled: bool = False  # the person (or an import) named it; Baton no longer does
    model_titled: bool = False  # the model that answers named it
    folder: str = ""  # the path of the folder it lies in, such as "Work/Costs"
    archived: bool = False
    deleted_at: datetime | None = None  # since when it lies in the bin


@dataclass(frozen=True, kw_only=True, slots=True)
class Node:
    """One message in a conversation's tree. A root has no parent; several roots are branches of the first message."""

    id: str
    conversation_id: str
    parent_id: str | None
    message: Message
    created_at: datetime
    state: NodeState = NodeState.COMPLETE
    model: str | None = None
    usage: Usage | None = None
    finish_reason: FinishReason | None = None
    finish_detail: str = ""  # the provider's own word, where it says more than the reason
    error: str | None = None  # one sentence for the person, with its remedy
    remedy: Remedy | None = None  # what one press can do about the error
    left_out: LeftOut | None = None  # what of the branch before it the model was not sent
    route: Route | None = None  # why this model answered, where another was asked or it was chosen
    cached_at: datetime | None = None  # when the answer was first given, where it comes from the cache
    cost_usd: float | None = None  # at the prices of its day; ``None`` where they were unknown
    masked: int = 0  # how many secrets and identifiers were hidden in what was sent
    form_problem: str | None = None  # why it does not follow the schema that was asked for
    asked_again: tuple[str, ...] = ()  # why the model was asked once more for the form: what its first answer lacked


@dataclass(frozen=True, slots=True)
class Tree:
    """The nodes of one conversation, in order of creation, with the walks over them."""

    nodes: Mapping[str, Node]
    children: Mapping[str | None, Sequence[str]]

    @classmethod
    def of(cls, nodes: Iterable[Node]) -> Tree:
        """Build the tree. Raises ``ValueError`` where a parent is missing or comes after its child."""
        by_id: dict[str, Node] = {}
        children: dict[str | None, list[str]] = {}
        for node in nodes:
            if node.parent_id is not None and node.parent_id not in by_id:
                raise ValueError(
                    tr(
                        "node {node} names the parent {parent}, which does not stand before it",
                        node=repr(node.id),
                        parent=repr(node.parent_id),
                    )
                )
            by_id[node.id] = node
            children.setdefault(node.parent_id, []).append(node.id)
        return cls(by_id, children)

    def path(self, leaf_id: str | None) -> tuple[Node, ...]:
        """From the root to ``leaf_id``, both included; empty for ``None``."""
        path: list[Node] = []
        at = leaf_id
        while at is not None:
            node = self.nodes[at]
            path.append(node)
            at = node.parent_id
        return tuple(reversed(path))

    def siblings(self, node_id: str) -> tuple[str, ...]:
        """The branches that stand where ``node_id`` stands, itself included, oldest first."""
        return tuple(self.children[self.nodes[node_id].parent_id])

    def newest_leaf(self, node_id: str) -> str:
        """The leaf reached from ``node_id`` by always taking the newest child."""
        at = node_id
        while children := self.children.get(at):
            at = children[-1]
        return at


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenedConversation:
    """A conversation with all its branches and its AWS actions.

    ``files`` are the bytes of what was given along, by their SHA-256, where they come with it out of an export.
    """

    conversation: Conversation
    tree: Tree
    actions: Sequence[Action]
    files: Mapping[str, bytes] = field(default_factory=dict)


def title_from(text: str, *, limit: int = 48) -> str:
    """A conversation's first title: the first line with words in it, cut at a word, at most ``limit`` characters."""
    for line in text.splitlines():
        words = line.lstrip("#>*-` \t").split()
        if not words:
            continue
        whole = " ".join(words)
        if len(whole) <= limit:
            return whole
        kept, room = "", limit - 1  # for the ellipsis
        for word in words:
            longer = f"{kept} {word}" if kept else word
            if len(longer) > room:
                break
            kept = longer
        return (kept or words[0][:room]) + "…"
    return tr("New chat", "a title")
