"""A conversation as it is held in memory: what the store had, and what a running turn has added since.

Keeps turns apart: whatever comes for one conversation changes only its own session. No Qt, no I/O.
"""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import assert_never

from app.domain.aws import Action
from app.domain.conversation import Conversation, Node, NodeState, OpenedConversation, Tree
from app.domain.messages import Role
from app.domain.models import ModelInfo
from app.domain.removals import branch_of, turn_of
from app.domain.stream import AnswerFold
from app.domain.usage import CHARS_A_TOKEN, cost_usd
from app.services.turn_updates import (
    ActionChanged,
    ContextKept,
    ConversationChanged,
    NodeAdded,
    NodeEnded,
    NodeRouted,
    NodeStreamed,
    TurnUpdate,
)
from app.ui.dock.dock import ChatUsage


class Session:
    """One conversation. ``draft`` is what stands in the composer while another one is shown, and ``draft_model`` the
    model that is to answer it alone.
    """

    def __init__(self, opened: OpenedConversation, *, is_whole: bool = True) -> None:
        self.conversation = opened.conversation
        self.is_whole = is_whole  # else ``opened`` is only the end of the branch, and the rest is on its way
        self._cut_id = None if is_whole else next(iter(opened.tree.nodes))
        self.draft = ""
        self.draft_model = ""
        self._nodes = dict(opened.tree.nodes)
        self._actions = {action.id: action for action in opened.actions}
        self._folds: dict[str, AnswerFold] = {}

    @classmethod
    def new(cls, conversation: Conversation) -> Session:
        """A conversation that has no message yet."""
        return cls(OpenedConversation(conversation=conversation, tree=Tree.of(()), actions=()))

    def complete(self, opened: OpenedConversation) -> bool:
        """Take in the rest; whether that is all, with nothing known here beyond it."""
        mine = {node_id: node for node_id, node in self._nodes.items() if node_id != self._cut_id}
        news = {node_id: node for node_id, node in mine.items() if opened.tree.nodes.get(node_id) != node}
        actions = {action.id: action for action in opened.actions}
        is_all = (
            not news
            and not self._folds
            and actions.keys() >= self._actions.keys()
            and opened.conversation == self.conversation
        )
        self._nodes = dict(opened.tree.nodes) | news
        self._actions = actions | self._actions
        self.is_whole, self._cut_id = True, None
        return is_all

    @property
    def id(self) -> str:
        """The conversation's id."""
        return self.conversation.id

    @property
    def is_written(self) -> bool:
        """Whether it stands in the history."""
        return bool(self._nodes)

    def take(self, update: TurnUpdate) -> None:
        """Add what a turn reports."""
        match update:
            case NodeAdded(node=node):
                self._nodes[node.id] = node
                self.conversation = dataclasses.replace(self.conversation, leaf_id=node.id)
                if node.state is NodeState.STREAMING:
                    self._folds[node.id] = AnswerFold.going_on(node.message.parts)
            case ContextKept(node=node) | NodeRouted(node=node):
                self._nodes[node.id] = node
            case NodeStreamed(node_id=node_id, event=event):
                if (fold := self._folds.get(node_id)) is not None:
                    fold.add(event)
            case NodeEnded(node=node):
                self._nodes[node.id] = node
                self._folds.pop(node.id, None)
            case ActionChanged(action=action):
                self._actions[action.id] = action
            case ConversationChanged(conversation=conversation):
                self.take_head(conversation)
            case _:
                assert_never(update)

    def opened(self) -> OpenedConversation:
        """Everything up to this moment, an answer that is being written included."""
        nodes = []
        for node in self._nodes.values():
            fold = self._folds.get(node.id)
            nodes.append(node if fold is None else dataclasses.replace(node, message=fold.message))
        return OpenedConversation(
            conversation=self.conversation, tree=Tree.of(nodes), actions=tuple(self._actions.values())
        )

    def settle(self, opened: OpenedConversation) -> list[TurnUpdate]:
        """Take over what the store holds after a turn was stopped; returns what that changes, for the transcript."""
        updates: list[TurnUpdate] = []
        for node in opened.tree.nodes.values():
            known = self._nodes.get(node.id)
            if known is None:
                updates.append(NodeAdded(node=node))
                if node.state is not NodeState.STREAMING and node.message.role is Role.ASSISTANT:
                    updates.append(NodeEnded(node=node))
            elif known.state is not node.state or node.id in self._folds:
                updates.append(NodeEnded(node=node))
        updates += [ActionChanged(action=action) for action in opened.actions if self._actions.get(action.id) != action]
        for update in updates:
            self.take(update)
        self._folds.clear()
        self.take_head(opened.conversation)
        return updates

    def take_head(self, conversation: Conversation) -> None:
        """Take over title, leaf and times from the store, but not the settings.

        Those are changed here alone, and the newest may still be on their way to the store.
        """
        self.conversation = dataclasses.replace(conversation, settings=self.conversation.settings)

    def path(self) -> Sequence[Node]:
        """The branch shown, from its root."""
        return tuple(self._backwards())[::-1]

    def _backwards(self) -> Iterator[Node]:
        """The branch shown, from its end: most of what is asked for stands there."""
        node = self._nodes.get(self.conversation.leaf_id or "")
        while node is not None:
            yield node
            node = self._nodes.get(node.parent_id or "")

    def last(self, role: Role) -> Node | None:
        """The newest message of ``role`` on the branch shown."""
        return next((node for node in self._backwards() if node.message.role is role), None)

    def action(self, action_id: str) -> Action | None:
        """An action of this conversation, whole as long as Baton runs."""
        return self._actions.get(action_id)

    def replace(self, opened: OpenedConversation) -> None:
        """Take over what the store holds, messages and actions that are gone included."""
        self._nodes = dict(opened.tree.nodes)
        self._actions = {action.id: action for action in opened.actions}
        self.take_head(opened.conversation)

    def question_of(self, node_id: str) -> Node | None:
        """The person's message that a message answers, or itself."""
        node = self._nodes.get(node_id)
        while node is not None and node.message.role is not Role.USER:
            node = self._nodes.get(node.parent_id) if node.parent_id else None
        return node

    def text_of(self, node_id: str) -> str:
        """A message's text; of an answer, all that its model said in this turn of the branch shown."""
        node = self._nodes[node_id]
        question = self.question_of(node_id)
        if node.message.role is Role.USER or question is None:
            return node.message.text
        path = list(self.path())
        if node not in path:
            return node.message.text
        after = itertools.takewhile(lambda one: one.message.role is not Role.USER, path[path.index(question) + 1 :])
        return "\n\n".join(one.message.text for one in after if one.message.role is Role.ASSISTANT and one.message.text)

    def first_answer(self, node_id: str) -> Node:
        """Where this version of the answer begins: its first message, of which it may have several."""
        node = self._nodes[node_id]
        while node.parent_id is not None and self._nodes[node.parent_id].message.role is not Role.USER:
            node = self._nodes[node.parent_id]
        return node

    def is_all(self, node_id: str, *, whole_branch: bool) -> bool:
        """Whether nothing would be left of the conversation without this turn, or this branch."""
        tree = Tree.of(self._nodes.values())
        return len((branch_of if whole_branch else turn_of)(tree, node_id)) == len(self._nodes)

    def nodes(self) -> Sequence[Node]:
        """Every message of every branch, oldest first."""
        return tuple(self._nodes.values())

    def node(self, node_id: str) -> Node | None:
        """A message of this conversation; not one whose place in it is not known yet."""
        return None if node_id == self._cut_id else self._nodes.get(node_id)

    def context_tokens(self) -> int:
        """What the branch shown takes of a model's context: as its last request was counted, and roughly since."""
        chars = 0
        for node in self._backwards():
            if node.usage is not None and node.usage.input_tokens:
                return node.usage.input_tokens + node.usage.output_tokens + chars // CHARS_A_TOKEN
            chars += len(node.message.text)
        return chars // CHARS_A_TOKEN

    def messages(self) -> Mapping[str, Node] | None:
        """Every message of every branch by its id, as it stands now; ``None`` where not all are here yet."""
        return dict(self._nodes) if self.is_whole else None

    def usage(self, models: Mapping[str, ModelInfo]) -> ChatUsage:
        """What all requests of the conversation used, on every branch; ``models`` by id give the prices.

        May be asked on any thread.
        """
        used = [node for node in self.nodes() if node.usage is not None]
        cost, unpriced, speeds = 0.0, 0, []
        for node in used:
            assert node.usage is not None
            model = models.get(node.model or "")
            price = node.cost_usd
            if price is None and model is not None:
                price = cost_usd(node.usage, model.price)
            if price is not None:
                cost += price
            elif model is None or not model.is_private:
                unpriced += 1
            writing_s = (node.usage.duration_s or 0.0) - (node.usage.first_token_s or 0.0)
            if writing_s > 0 and node.usage.output_tokens > 1:
                speeds.append(node.usage.output_tokens / writing_s)
        usages = [node.usage for node in used if node.usage is not None]
        return ChatUsage(
            requests=len(usages),
            input_tokens=sum(item.input_tokens for item in usages),
            cached_tokens=sum(item.cached_input_tokens for item in usages),
            output_tokens=sum(item.output_tokens for item in usages),
            duration_s=sum(item.duration_s or 0.0 for item in usages),
            cost_usd=cost,
            unpriced=unpriced,
            speeds=tuple(speeds),
        )
