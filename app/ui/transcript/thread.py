"""A conversation as the transcript follows it: the tree, the branch shown, its actions and the answers being written.

Owns what changes with each update; refuses Qt, storage and every decision about looks.
"""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, Self, assert_never

from app.domain.aws import Action
from app.domain.context import LeftOut
from app.domain.conversation import Conversation, Node, NodeState, OpenedConversation, Tree
from app.domain.messages import Part, Role, ToolCallPart, ToolResultPart
from app.domain.stream import Usage
from app.services.context_budget import turns_left_out
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
from app.ui.transcript.live import LiveAnswer


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One row of the transcript: a message of the person's, or one answer of a model's.

    A turn is a question and everything until the next. ``begins``: first row of its speaker's; ``ends``: last row of
    an answer, which carries the footer. ``answers``: the ids of the answers of this turn up to here.
    ``results``: what tools answered to this row's calls. ``loose``: actions no tool call of the branch stands for.
    ``left_out``: what the newest answer was not sent, where it ends just above; it stands for ``turns_left_out`` turns.
    """

    node: Node
    begins: bool
    ends: bool
    question_id: str | None = None
    answers: tuple[str, ...] = ()
    results: tuple[ToolResultPart, ...] = ()
    loose: tuple[str, ...] = ()
    left_out: LeftOut | None = None
    turns_left_out: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Size:
    """How much a row holds."""

    chars: int
    breaks: int
    parts: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """What an update touched: the branch as a whole, or only some rows (by node id)."""

    branch: bool = False
    rows: frozenset[str] = frozenset()
    streamed: bool = False  # only by more of an answer, which may be shown a little later


NOTHING = Change()


class Guess(Protocol):
    """Says about how high a row will be."""

    def __call__(self, thread: Thread, row: Row) -> int: ...


class Thread:
    """One conversation, kept current."""

    def __init__(self, opened: OpenedConversation) -> None:
        self.conversation: Conversation = opened.conversation
        self.pinned: frozenset[str] = frozenset(opened.conversation.settings.pinned)
        self._nodes: dict[str, Node] = dict(opened.tree.nodes)
        self._children: dict[str | None, list[str]] = {
            parent: list(children) for parent, children in opened.tree.children.items()
        }
        self._leaf_id = self._known(opened.conversation.leaf_id)
        self.actions: dict[str, Action] = {action.id: action for action in opened.actions}
        self._action_of_call: dict[str, str] = {
            action.call_id: action.id for action in opened.actions if action.call_id is not None
        }
        self.live: dict[str, LiveAnswer] = {}
        self.ended: tuple[str, LiveAnswer] | None = None  # the answer that ended last, as it was watched being written
        self.thinking_s: dict[str, tuple[float, ...]] = {}  # of answers that were watched being written
        self._rows: list[Row] | None = None
        self._sizes: dict[str, Size] = {}
        self.guessed: tuple[Guess, dict[str, int]] | None = None  # how heights were guessed ahead, and each row's
        for node in self._nodes.values():
            if node.state is NodeState.STREAMING:
                self.live[node.id] = LiveAnswer(node.message.parts)

    def adopt(self, older: Thread) -> None:
        """Take over what only the thread watched before knows: the unsaved end of answers still being written."""
        self.thinking_s = older.thinking_s
        for node_id, answer in older.live.items():
            node = self._nodes.get(node_id)
            if node is not None and node.state is NodeState.STREAMING:
                self.live[node_id] = answer

    @property
    def tree(self) -> Tree:
        """The tree as it stands."""
        return Tree(self._nodes, self._children)

    def node(self, node_id: str) -> Node | None:
        """A message of any branch."""
        return self._nodes.get(node_id)

    def siblings(self, node_id: str) -> Sequence[str]:
        """The branches that stand where ``node_id`` stands."""
        return self._children[self._nodes[node_id].parent_id]

    def action_of(self, call_id: str) -> Action | None:
        """The action a tool call became."""
        action_id = self._action_of_call.get(call_id)
        return None if action_id is None else self.actions[action_id]

    def plan(self, plan_id: str) -> tuple[Action, ...]:
        """The steps of a plan, in their order."""
        return tuple(
            sorted((action for action in self.actions.values() if action.plan_id == plan_id), key=lambda one: one.step)
        )

    def usage_of(self, row: Row) -> Usage | None:
        """Tokens and time of a whole turn: of every answer in it."""
        usages = [usage for node_id in row.answers if (usage := self._nodes[node_id].usage) is not None]
        if not usages:
            return None
        durations = [usage.duration_s for usage in usages if usage.duration_s is not None]
        return Usage(
            input_tokens=sum(usage.input_tokens for usage in usages),
            output_tokens=sum(usage.output_tokens for usage in usages),
            cached_input_tokens=sum(usage.cached_input_tokens for usage in usages),
            cache_write_tokens=sum(usage.cache_write_tokens for usage in usages),
            reasoning_tokens=sum(usage.reasoning_tokens for usage in usages),
            first_token_s=usages[0].first_token_s,
            duration_s=sum(durations) if durations else None,
        )

    def tokens_a_second(self, row: Row) -> float | None:
        """How fast a turn's answers were written, the time before their first words left out."""
        tokens, seconds = 0, 0.0
        for node_id in row.answers:
            usage = self._nodes[node_id].usage
            if usage is not None and usage.duration_s is not None and usage.output_tokens > 1:
                tokens += usage.output_tokens
                seconds += usage.duration_s - (usage.first_token_s or 0.0)
        return tokens / seconds if seconds > 0 else None

    @property
    def leaf_id(self) -> str | None:
        """The end of the branch shown."""
        return self._leaf_id

    @property
    def rows(self) -> list[Row]:
        """The rows of the branch shown, first to last."""
        if self._rows is None:
            self._rows = self._laid_out()
        return self._rows

    def turn_from(self, at: int, by: int) -> Row | None:
        """Where the next (+1) message begins after row ``at``, or the previous (-1) before it; the first has itself
        before it, and ``None`` comes after the last. There must be rows.
        """
        starts = [number for number, row in enumerate(self.rows) if row.begins]
        if by < 0:
            earlier = [number for number in starts if number < at]
            return self.rows[earlier[-1] if earlier else starts[0]]
        later = [number for number in starts if number > at]
        return self.rows[later[0]] if later else None

    def size_of(self, row: Row) -> Size:
        """How much a row holds, to guess its height by. An answer that is being written counts as it began."""
        node = row.node
        size = self._sizes.get(node.id)
        if size is None or node.id in self.live:
            texts = [text for part in node.message.parts if isinstance(text := getattr(part, "text", None), str)]
            size = self._sizes[node.id] = Size(
                chars=sum(map(len, texts)),
                breaks=sum(text.count("\n") for text in texts),
                parts=len(node.message.parts) + 2 * bool(node.message.attachments),
            )
        return size

    def prepare(self, guess: Guess) -> Self:
        """Work out on any thread what would take a long conversation's first picture more than a frame."""
        self.guessed = (guess, {row.node.id: guess(self, row) for row in self.rows})
        return self

    def apply(self, update: TurnUpdate) -> Change:
        """Take an update in; one that is not about this conversation changes nothing."""
        match update:
            case NodeAdded(node=node):
                return self._added(node)
            case NodeStreamed(node_id=node_id, event=event):
                written = self._nodes.get(node_id)
                if written is None:
                    return NOTHING
                if node_id not in self.live:
                    self.live[node_id] = LiveAnswer(written.message.parts)
                    self._put(dataclasses.replace(written, state=NodeState.STREAMING))
                self.live[node_id].add(event)
                return Change(rows=frozenset({node_id}), streamed=True)
            case NodeEnded(node=node):
                if node.id not in self._nodes:
                    return self._added(node) if node.conversation_id == self.conversation.id else NOTHING
                before = self._left_out
                self._end(node)
                if self._left_out != before:
                    self._rows = None
                    return Change(branch=True)
                return Change(rows=frozenset({node.id}))
            case ContextKept(node=node):
                if node.id not in self._nodes:
                    return NOTHING
                self._put(node)
                self._rows = None
                return Change(branch=True)
            case NodeRouted(node=node):
                if node.id not in self._nodes:
                    return NOTHING
                self._put(node)
                return Change(rows=frozenset({node.id}))
            case ActionChanged(action=action):
                return self._acted(action)
            case ConversationChanged(conversation=conversation):
                if conversation.id != self.conversation.id:
                    return NOTHING
                self.conversation = conversation
                leaf_id = self._known(conversation.leaf_id)
                if leaf_id is None or leaf_id == self._leaf_id:
                    return NOTHING
                self._leaf_id = leaf_id
                self._rows = None
                return Change(branch=True)
            case _:
                assert_never(update)

    def stop_streaming(self) -> Change:
        """Nobody is writing any more: what still counts as being written was stopped."""
        stopped = tuple(self.live)
        for node_id in stopped:
            node = self._nodes[node_id]
            message = dataclasses.replace(node.message, parts=self.live[node_id].message_parts)
            self._end(dataclasses.replace(node, state=NodeState.STOPPED, message=message))
        return Change(rows=frozenset(stopped)) if stopped else NOTHING

    @property
    def _left_out(self) -> LeftOut | None:
        """What is left out of the branch shown: as its newest answer had it, of which that is known."""
        for node in reversed(self.tree.path(self._leaf_id)):
            if node.message.role is Role.ASSISTANT and (node.left_out or node.state is NodeState.COMPLETE):
                return node.left_out
        return None

    def _end(self, node: Node) -> None:
        live = self.live.pop(node.id, None)
        if live is not None:
            self.ended = (node.id, live)
            before = self.thinking_s.get(node.id, ())  # of an answer that went on
            self.thinking_s[node.id] = (*before, *live.thinking_s[len(before) :])
        self._put(node)

    def _put(self, node: Node) -> None:
        """Replace what a message holds; its row stays where it is."""
        self._sizes.pop(node.id, None)
        self._nodes[node.id] = node
        for number in range(len(self._rows or ()) - 1, -1, -1):
            assert self._rows is not None
            if self._rows[number].node.id == node.id:
                self._rows[number] = dataclasses.replace(self._rows[number], node=node)
                return

    def _added(self, node: Node) -> Change:
        if node.conversation_id != self.conversation.id:
            return NOTHING
        if node.id in self._nodes:
            self._put(node)
        else:
            self._children.setdefault(node.parent_id, []).append(node.id)
            self._nodes[node.id] = node
            self._append(node)
        if node.state is NodeState.STREAMING:
            self.live.setdefault(node.id, LiveAnswer(node.message.parts))
        self._leaf_id = node.id
        return Change(branch=True)

    def _append(self, node: Node) -> None:
        """Go on with the rows where a new message goes on with the branch; else they are laid out again."""
        # An action that came before the call it stands for finds its place now.
        if not self._rows or node.parent_id != self._leaf_id or self._rows[-1].loose:
            self._rows = None
            return
        last = self._rows[-1]
        match node.message.role:
            case Role.TOOL:
                results = tuple(part for part in node.message.parts if isinstance(part, ToolResultPart))
                self._rows[-1] = dataclasses.replace(last, results=results)
            case Role.USER:
                self._rows.append(Row(node=node, begins=True, ends=True, question_id=node.id))
            case Role.ASSISTANT:
                if last.answers:
                    self._rows[-1] = dataclasses.replace(last, ends=False)
                self._rows.append(
                    Row(
                        node=node,
                        begins=not last.answers,
                        ends=True,
                        question_id=last.question_id,
                        answers=(*last.answers, node.id),
                    )
                )
            case _:
                assert_never(node.message.role)

    def _acted(self, action: Action) -> Change:
        known = action.id in self.actions
        if not known and action.conversation_id != self.conversation.id:
            return NOTHING
        self.actions[action.id] = action
        if action.call_id is not None:
            self._action_of_call[action.call_id] = action.id
        if not known and not any(row for row in self.rows[-1:] if self._calls(row, action)):
            self._rows = None
        return Change(rows=frozenset(self._row_ids_of(action)))

    def rows_with(self, key: str) -> list[str]:
        """The rows that show an action, or a plan, by its id."""
        wanted = (action for action in self.actions.values() if key in (action.id, action.plan_id))
        return list(dict.fromkeys(row_id for action in wanted for row_id in self._row_ids_of(action)))

    def _row_ids_of(self, action: Action) -> list[str]:
        return [row.node.id for row in reversed(self.rows) if action.id in row.loose or self._calls(row, action)][:1]

    def _calls(self, row: Row, action: Action) -> bool:
        return any(call.call_id == action.call_id for call in self.calls_of(row.node))

    def calls_of(self, node: Node) -> Sequence[ToolCallPart]:
        """The tool calls of a message, also while it is being written."""
        live = self.live.get(node.id)
        if live is None:
            return node.message.tool_calls
        return [part for part in live.parts if isinstance(part, ToolCallPart)]

    def turns_left_out(self, node: Node) -> int:
        """How many turns before an answer its model was not sent."""
        return 0 if node.left_out is None else turns_left_out(self.tree.path(node.id), node.left_out)

    def set_pinned(self, pinned: Sequence[str]) -> bool:
        """Take over which messages are always sent; whether that changes anything."""
        before, self.pinned = self.pinned, frozenset(pinned)
        return before != self.pinned

    def _known(self, leaf_id: str | None) -> str | None:
        return leaf_id if leaf_id in self._nodes else None

    def _laid_out(self) -> list[Row]:
        path = self.tree.path(self._leaf_id)
        left_out = self._left_out
        first_kept = next(
            (after.id for node, after in itertools.pairwise(path) if left_out and node.id == left_out.until), None
        )
        loose = self._loose_actions(path)
        rows: list[Row] = []
        question_id: str | None = None
        answers: list[str] = []
        results: dict[str | None, Sequence[Part]] = {
            node.parent_id: node.message.parts for node in path if node.message.role is Role.TOOL
        }
        shown = [node for node in path if node.message.role is not Role.TOOL]
        for node, following in itertools.zip_longest(shown, shown[1:]):
            if node.message.role is Role.USER:
                question_id, answers = node.id, []
            else:
                answers.append(node.id)
            rows.append(
                Row(
                    node=node,
                    begins=node.message.role is Role.USER or len(answers) == 1,
                    ends=following is None or following.message.role is Role.USER,
                    question_id=question_id,
                    answers=tuple(answers),
                    results=tuple(part for part in results.get(node.id, ()) if isinstance(part, ToolResultPart)),
                    loose=tuple(loose.get(node.id, ())),
                    left_out=left_out if node.id == first_kept else None,
                    turns_left_out=turns_left_out(path, left_out) if node.id == first_kept else 0,
                )
            )
        return rows

    def _loose_actions(self, path: Sequence[Node]) -> dict[str, list[str]]:
        """Actions that stand for no tool call of any branch, by the message they come after."""
        if not self.actions:
            return {}
        called = {call.call_id for node in self._nodes.values() for call in self.calls_of(node)}
        shown = [node for node in path if node.message.role is not Role.TOOL]
        loose: dict[str, list[str]] = {}
        for action in self.actions.values():
            if action.call_id in called or not shown:
                continue
            before = [node for node in shown if node.created_at <= action.proposed_at]
            loose.setdefault((before or shown)[-1 if before else 0].id, []).append(action.id)
        return loose
