"""Turns a row of a thread into the items shown: text, code, thinking, tools, actions, endings and the footer. Qt-free.

Owns the words around a message; refuses to show what a tool or a model said as anything but their text.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import assert_never

from app.domain.aws import Action
from app.domain.conversation import Node
from app.domain.messages import (
    AttachmentPart,
    ReasoningPart,
    Role,
    TextPart,
    ToolCallPart,
    ToolResultPart,
)
from app.domain.models import ModelInfo
from app.services.forms.reading import read_json
from app.ui.markdown import StreamingMarkdown, mark_direction, merged, parse_written
from app.ui.transcript.endings import endings_of, form_of
from app.ui.transcript.facts import branch_of, footer_of
from app.ui.transcript.items import (
    ActionItem,
    Editor,
    Files,
    Item,
    JsonAnswer,
    LongText,
    NotSent,
    PlanItem,
    Thinking,
    Tools,
    Waiting,
)
from app.ui.transcript.live import LiveAnswer, LiveReasoning, LiveText
from app.ui.transcript.thread import Row, Thread
from app.ui.transcript.tool_lines import tool_line, writing_words

LONG_CHARS = 12_000  # a person's message beyond this, or beyond LONG_LINES lines, is shown in a box of its own
LONG_LINES = 120
SLICE_CHARS = 8_000  # of an answer parsed at once: about a frame's time
MARKDOWN_CHARS = 150_000  # of one text laid out as Markdown; what comes after is shown in a box, as written
JSON_CHARS = 1_000_000  # of an answer that is shown as a tree
KEPT_VALUES = 40
KEPT_TEXTS = 300  # parsed answers kept; about the rows a person scrolls back and forth over


@dataclass(slots=True)
class _Parsed:
    """A finished text on its way through the parser."""

    text: str
    markdown: StreamingMarkdown = field(default_factory=StreamingMarkdown)
    fed: int = 0
    shown: int = 0
    blocks: list[Item] | None = None

    def advance(self) -> None:
        # A tail that no block has closed yet is looked at again with each slice: then a longer one is taken.
        step = max(SLICE_CHARS, self.markdown.open_chars)
        end = min(self.fed + step, MARKDOWN_CHARS)
        self.markdown.feed(self.text[self.fed : end])
        self.fed = end
        if end >= min(len(self.text), MARKDOWN_CHARS):
            rest = self.text[MARKDOWN_CHARS:]
            self.blocks = [*merged(self.markdown.finish()), *([LongText(text=rest)] if rest else [])]

    @property
    def worth_showing(self) -> bool:
        """Whether enough is new: showing each slice would lay everything before it out each time."""
        if self.blocks is None and self.fed < 2 * self.shown:
            return False
        self.shown = self.fed
        return True


class Contents:
    """Makes the items of rows, and remembers what was parsed.

    A long answer is parsed a slice at a time: :attr:`unfinished` names rows that :meth:`advance` goes on with.
    :attr:`model_of` knows what a model (``provider:model``) is called and costs.
    """

    def __init__(self) -> None:
        self.model_of: Callable[[str], ModelInfo | None] = lambda _: None
        self._parsed: OrderedDict[tuple[str, int], _Parsed] = OrderedDict()
        self._values: OrderedDict[str, tuple[str, JsonAnswer | None]] = OrderedDict()
        self.unfinished: dict[str, _Parsed] = {}
        self._prepared = ""  # the answer that was parsed ahead last
        self.undoing: set[str] = set()  # actions and plans, by their ids, that are being taken back
        self.thumbnails: set[str] = set()  # pictures, by their hashes, whose thumbnails are there

    def advance(self) -> str | None:
        """Parse one slice more of some long answer; returns its row where it should be shown again."""
        if not self.unfinished:
            return None
        node_id, parsed = next(iter(self.unfinished.items()))
        if parsed.blocks is None:
            parsed.advance()
        if parsed.blocks is not None:
            del self.unfinished[node_id]
        return node_id if parsed.worth_showing else None

    def prepare(self, thread: Thread, row: Row) -> bool:
        """Parse a finished answer before it is shown; false where that was done, or there is nothing to parse."""
        node = row.node
        if node.message.role is Role.USER or node.id in thread.live or node.id == self._prepared:
            return False
        self._prepared = node.id
        texts = ((at, part.text) for at, part in enumerate(node.message.parts) if isinstance(part, TextPart))
        if all((known := self._parsed.get((node.id, at))) is not None and known.text == text for at, text in texts):
            return False
        self._answer(thread, row)
        return True

    def items(self, thread: Thread, row: Row, *, editing: bool) -> list[Item]:
        """Everything one row shows, top to bottom."""
        above = []
        if row.left_out is not None:
            key = f"{row.node.id}/not-sent"
            above.append(NotSent(key=key, turns=row.turns_left_out, summary=mark_direction(row.left_out.summary)))
        return [*above, *self._said(thread, row, editing=editing)]

    def _said(self, thread: Thread, row: Row, *, editing: bool) -> list[Item]:
        node = row.node
        if node.message.role is Role.USER:
            return self._question(thread, row, editing=editing)
        live = thread.live.get(node.id)
        items = self._live(thread, row, live) if live is not None else self._answer(thread, row)
        items += self._loose(thread, row)
        if live is None:
            items += form_of(row)
            items += endings_of(row, self._title, is_last=node.id == thread.leaf_id)
            if row.ends:
                items.append(footer_of(thread, row, self.model_of))
        return items

    def _question(self, thread: Thread, row: Row, *, editing: bool) -> list[Item]:
        node = row.node
        text = node.message.text
        if editing:
            kept = [self._files(node)] if node.message.attachments else []
            return [*kept, Editor(node_id=node.id, text=text, has_files=bool(kept))]
        pinned = node.id in thread.pinned
        shown: list[Item] = [Tools(node_id=node.id, text=text, branch=branch_of(thread, node.id), pinned=pinned)]
        if node.message.attachments:
            shown.append(self._files(node))
        if len(text) > LONG_CHARS or text.count("\n") > LONG_LINES:
            shown.append(LongText(text=text))
        elif text:
            shown += merged(parse_written(text))
        shown += self._loose(thread, row)
        return shown

    def _files(self, node: Node) -> Files:
        files = node.message.attachments
        return Files(files=files, seen=frozenset(file.sha256 for file in files if file.sha256 in self.thumbnails))

    def _loose(self, thread: Thread, row: Row) -> list[Item]:
        """The actions no tool call stands for; those of one plan together, where the first of them stands."""
        items: list[Item] = []
        plans: set[str] = set()
        for action_id in row.loose:
            action = thread.actions[action_id]
            if action.plan_id is None or action.plan_id not in plans:
                items.append(self._action(thread, action))
            if action.plan_id is not None:
                plans.add(action.plan_id)
        return items

    def _action(self, thread: Thread, action: Action) -> Item:
        if action.plan_id is None:
            return ActionItem(action=action, undoing=action.id in self.undoing)
        steps = thread.plan(action.plan_id)
        return PlanItem(
            plan_id=action.plan_id,
            actions=steps,
            undoing=frozenset(step.id for step in steps if step.id in self.undoing),
            undoing_all=action.plan_id in self.undoing,
        )

    def _answer(self, thread: Thread, row: Row) -> list[Item]:
        items: list[Item] = []
        results = {result.call_id: result for result in row.results}
        thinking = iter(thread.thinking_s.get(row.node.id, ()))
        for index, part in enumerate(row.node.message.parts):
            match part:
                case TextPart(text=text):
                    answer = self._json(thread, row, index, text)
                    if answer is None:
                        self._take_over(thread, row.node.id, index, text)
                    items += [answer] if answer is not None else self._blocks(row.node.id, index, text)
                case ReasoningPart(text=text):
                    seconds = next(thinking, None)
                    if text.strip():
                        items.append(Thinking(key=f"{row.node.id}/{index}", text=text, seconds=seconds))
                case ToolCallPart():
                    items.append(self._tool(thread, part, results.get(part.call_id)))
                case ToolResultPart():
                    pass  # shown with the call it answers
                case AttachmentPart():
                    pass  # models answer with none
                case _:
                    assert_never(part)
        return items

    def _live(self, thread: Thread, row: Row, live: LiveAnswer) -> list[Item]:
        items: list[Item] = []
        results = {result.call_id: result for result in row.results}
        for index, part in enumerate(live.parts):
            match part:
                case LiveText(markdown=markdown):
                    items += merged(markdown.blocks())
                case LiveReasoning():
                    items.append(
                        Thinking(
                            key=f"{row.node.id}/{index}",
                            text=part.text,
                            running=part.ended_at is None,
                            seconds=part.seconds,
                        )
                    )
                case ToolCallPart():
                    items.append(self._tool(thread, part, results.get(part.call_id)))
                case _:
                    assert_never(part)
        if live.progress is not None:
            items.append(Waiting(text=live.progress.text, fraction=live.progress.fraction))
        elif live.writing_call is not None:
            items.append(Waiting(text=writing_words(live.writing_call.name)))
        elif not live.parts:
            items.append(Waiting(text="Waiting for the first words…"))
        return items

    def _tool(self, thread: Thread, call: ToolCallPart, result: ToolResultPart | None) -> Item:
        action = thread.action_of(call.call_id)
        return tool_line(call, result) if action is None else self._action(thread, action)

    def json_answers(self, thread: Thread, row: Row) -> list[JsonAnswer]:
        """The parts of a finished answer that are shown as values."""
        if row.node.message.role is not Role.ASSISTANT or row.node.id in thread.live:
            return []
        parts = enumerate(row.node.message.parts)
        found = (self._json(thread, row, at, part.text) for at, part in parts if isinstance(part, TextPart))
        return [answer for answer in found if answer is not None]

    def _json(self, thread: Thread, row: Row, index: int, text: str) -> JsonAnswer | None:
        """The answer as a value, where it is nothing but an object or a list; a code block where JSON was wanted."""
        begins = text.lstrip()[:1]
        fenced = begins == "`" and thread.conversation.settings.schema is not None
        if (begins not in ("{", "[") and not fenced) or len(text) > JSON_CHARS:
            return None
        key = f"{row.node.id}/{index}/json"
        known = self._values.get(key)
        if known is None or known[0] != text:
            read = read_json(text)
            value = read.value if isinstance(read.value, (dict, list)) and read.value else None
            known = self._values[key] = (text, None if value is None else JsonAnswer(key=key, text=text, value=value))
        self._values.move_to_end(key)
        while len(self._values) > KEPT_VALUES:
            self._values.popitem(last=False)
        return known[1]

    def _take_over(self, thread: Thread, node_id: str, index: int, text: str) -> None:
        """An answer that was watched being written is parsed already, but for its very end."""
        if thread.ended is None or thread.ended[0] != node_id or len(text) > MARKDOWN_CHARS:
            return
        part = thread.ended[1].parts[index] if index < len(thread.ended[1].parts) else None
        if (node_id, index) not in self._parsed and isinstance(part, LiveText) and part.markdown.source == text:
            blocks: list[Item] = [*merged(part.markdown.finish())]
            self._parsed[node_id, index] = _Parsed(text=text, markdown=part.markdown, fed=len(text), blocks=blocks)

    def _blocks(self, node_id: str, index: int, text: str) -> Sequence[Item]:
        key = (node_id, index)
        parsed = self._parsed.get(key)
        if parsed is None or parsed.text != text:
            parsed = self._parsed[key] = _Parsed(text=text)
            parsed.advance()
        self._parsed.move_to_end(key)
        while len(self._parsed) > KEPT_TEXTS:
            self._parsed.popitem(last=False)
        if parsed.blocks is None:
            self.unfinished[node_id] = parsed
            return merged(parsed.markdown.blocks())
        return parsed.blocks

    def _title(self, model: str) -> str:
        """What a model is called."""
        info = self.model_of(model)
        return mark_direction(info.title if info is not None else model.partition(":")[2] or model)
