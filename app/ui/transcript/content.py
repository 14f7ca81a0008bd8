"""Turns a row of a thread into the items shown: text, code, thinking, tools, actions, endings and the footer. Qt-free.

Owns the words around a message; refuses to show what a tool or a model said as anything but their text.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import assert_never

from app.domain.aws import Action
from app.domain.context import turns_words
from app.domain.conversation import Node, NodeState
from app.domain.messages import (
    AttachmentPart,
    ReasoningPart,
    Role,
    TextPart,
    ToolCallPart,
    ToolResultPart,
)
from app.domain.models import RULES_MODEL, ModelInfo
from app.domain.remedies import Remedy, RemedyKind
from app.domain.routing import AUTO_MODEL
from app.domain.stream import CONTEXT_FULL, FinishReason, Usage
from app.domain.usage import cost_usd
from app.services.forms.reading import read_json
from app.ui.markdown import StreamingMarkdown, mark_direction, merged, parse_written
from app.ui.transcript.items import (
    ActionItem,
    Branch,
    Editor,
    Ending,
    Files,
    Footer,
    Item,
    JsonAnswer,
    LongText,
    Notice,
    NotSent,
    PlanItem,
    Thinking,
    ToolLine,
    Tools,
    Waiting,
)
from app.ui.transcript.live import LiveAnswer, LiveReasoning, LiveText, asked_again_words
from app.ui.transcript.thread import Row, Thread
from app.ui.transcript.tool_lines import tool_line, writing_words

LONG_CHARS = 12_000  # a person's message beyond this, or beyond LONG_LINES lines, is shown in a box of its own
LONG_LINES = 120
SLICE_CHARS = 8_000  # of an answer parsed at once: about a frame's time
MARKDOWN_CHARS = 150_000  # of one text laid out as Markdown; what comes after is shown in a box, as written
JSON_CHARS = 1_000_000  # of an answer that is shown as a tree
KEPT_VALUES = 40
KEPT_TEXTS = 300  # parsed answers kept; about the rows a person scrolls back and forth over


_UNPRICED = "Nobody told what this model costs. Correct facts… in the dock beside the chat takes its price."


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
            items += _form(row)
            items += _endings(row, self._title, is_last=node.id == thread.leaf_id)
            if row.ends:
                items.append(self._footer(thread, row))
        return items

    def _question(self, thread: Thread, row: Row, *, editing: bool) -> list[Item]:
        node = row.node
        text = node.message.text
        if editing:
            return [Editor(node_id=node.id, text=text)]
        pinned = node.id in thread.pinned
        shown: list[Item] = [Tools(node_id=node.id, text=text, branch=branch_of(thread, node.id), pinned=pinned)]
        if files := node.message.attachments:
            seen = frozenset(file.sha256 for file in files if file.sha256 in self.thumbnails)
            shown.append(Files(files=files, seen=seen))
        if len(text) > LONG_CHARS or text.count("\n") > LONG_LINES:
            shown.append(LongText(text=text))
        elif text:
            shown += merged(parse_written(text))
        shown += self._loose(thread, row)
        return shown

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

    def _cost(self, thread: Thread, row: Row) -> float | None:
        """What a turn's answers cost: at the prices of their day, or of today for those that were logged before."""
        total = 0.0
        for node_id in row.answers:
            node = thread.node(node_id)
            if node is None or node.usage is None:
                continue
            cost = node.cost_usd
            if cost is None and node.model is not None:
                info = self.model_of(node.model)
                cost = cost_usd(node.usage, None if info is None else info.price)
            if cost is None:
                return None
            total += cost
        return total

    def _is_unpriced(self, thread: Thread, row: Row) -> bool:
        """Whether somebody bills one of a turn's answers, and nobody here knows how much."""
        models = [node.model for node_id in row.answers if (node := thread.node(node_id)) is not None]
        known = [info for model in models if model is not None and (info := self.model_of(model)) is not None]
        return any(info.price is None and not info.is_private for info in known)

    def _title(self, model: str) -> str:
        """What a model is called."""
        info = self.model_of(model)
        return mark_direction(info.title if info is not None else model.partition(":")[2] or model)

    def _footer(self, thread: Thread, row: Row) -> Footer:
        node = row.node
        facts: list[str] = []
        details: list[str] = []
        tip = ""
        if node.model is not None:
            is_rules = node.model == str(RULES_MODEL)
            facts.append("no model" if is_rules else mark_direction(node.model.partition(":")[2] or node.model))
            details.append(f"Model: {mark_direction(node.model)}")
        if (route := node.route) is not None:
            if failed := [failure for failure in route.failures if failure.model != node.model]:
                facts.insert(0, f"instead of {mark_direction(failed[0].model.partition(':')[2] or failed[0].model)}")
            elif route.asked == AUTO_MODEL:
                facts.insert(0, "automatic")
            details += [
                f"{mark_direction(failure.model)} did not answer: {mark_direction(failure.why)}" for failure in failed
            ]
            if route.reason and not failed:
                details.append(mark_direction(route.reason))
        usage = thread.usage_of(row)
        if usage is not None:
            # The line is cut at its end where it is short of room: what it cost must stand before what it took.
            if node.cached_at is not None:
                facts.append("given before")
            elif usage.input_tokens or usage.output_tokens:
                if (cost := self._cost(thread, row)) is not None:
                    facts.append(money(cost))
                elif self._is_unpriced(thread, row):
                    facts.append("price unknown")
                    details.append(_UNPRICED)
                    tip = _UNPRICED
            facts += _usage_facts(usage)
            details += _usage_details(usage, thread.tokens_a_second(row))
            details += _cost_details(thread, row)
        if (turns := thread.turns_left_out(node)) and node.left_out is not None:
            sent = "sent as a summary" if node.left_out.summary else "not sent"
            details.append(f"{turns_words(turns).capitalize()}: {sent}")
        if masked := sum(answer.masked for node_id in row.answers if (answer := thread.node(node_id)) is not None):
            details.append(f"Hidden in what was sent: {masked}")
        texts = [answer.message.text for node_id in row.answers if (answer := thread.node(node_id)) is not None]
        return Footer(
            key=f"{node.id}/details",
            facts=tuple(facts),
            tip=tip,
            details=tuple(details),
            markdown="\n\n".join(text for text in texts if text),
            question_id=row.question_id,
            branch=branch_of(thread, row.answers[0]),
            node_id=node.id,
            pinned=any(node_id in thread.pinned for node_id in row.answers),
        )


def branch_of(thread: Thread, node_id: str) -> Branch | None:
    """Where a message stands among its siblings; ``None`` where it has none."""
    siblings = thread.siblings(node_id)
    if len(siblings) < 2:
        return None
    at = siblings.index(node_id)
    return Branch(
        number=at + 1,
        count=len(siblings),
        older=siblings[at - 1] if at else None,
        newer=siblings[at + 1] if at + 1 < len(siblings) else None,
    )


def money(dollars: float) -> str:
    """A small amount of US dollars, as precise as it matters."""
    if dollars >= 1:
        return f"${dollars:,.2f}"
    if dollars >= 0.001:
        return f"${dollars:.3f}"
    return "under $0.001" if dollars > 0 else "free"


def duration(seconds: float) -> str:
    """A stretch of time as people say it: ``0.4 s``, ``12 s``, ``3 min 20 s``."""
    return f"{seconds:.1f} s" if seconds < 10 else elapsed(round(seconds))


def elapsed(whole: int) -> str:
    """Whole seconds as people say them."""
    if whole < 60:
        return f"{whole} s"
    minutes, rest = divmod(whole, 60)
    return f"{minutes} min {rest} s" if rest else f"{minutes} min"


def _usage_facts(usage: Usage) -> list[str]:
    facts = []
    if usage.input_tokens or usage.output_tokens:
        facts.append(f"{usage.input_tokens:,} → {usage.output_tokens:,} tokens")
    if usage.duration_s is not None:
        facts.append(duration(usage.duration_s))
    return facts


def _usage_details(usage: Usage, tokens_a_second: float | None) -> list[str]:
    details = [f"Read: {usage.input_tokens:,} tokens", f"Written: {usage.output_tokens:,} tokens"]
    if usage.cached_input_tokens:
        details.insert(1, f"Of these reused from the prompt cache: {usage.cached_input_tokens:,} tokens")
    if usage.reasoning_tokens:
        details.append(f"Of these for thinking: {usage.reasoning_tokens:,} tokens")
    if usage.first_token_s is not None:
        details.append(f"First word after {duration(usage.first_token_s)}")
    if tokens_a_second is not None:
        details.append(f"Written at {tokens_a_second:.1f} tokens a second")
    return details


def _cost_details(thread: Thread, row: Row) -> list[str]:
    details = []
    for node_id in row.answers:
        if (node := thread.node(node_id)) is not None and node.cached_at is not None:
            at = node.cached_at.astimezone()
            details.append(f"Given before, on {at:%Y-%m-%d at %H:%M}: nobody was asked. Answer again asks the model.")
    costs = [node.cost_usd for node_id in row.answers if (node := thread.node(node_id)) is not None]
    if len(costs) > 1 and None not in costs:
        parts = " + ".join(money(cost) for cost in costs if cost is not None)
        details.append(f"Cost of its {len(costs)} requests: {parts}")
    return details


def _form(row: Row) -> list[Item]:
    """What became of the form that was asked for."""
    node = row.node
    items: list[Item] = []
    if node.asked_again:
        words = asked_again_words(len(node.asked_again))
        items.append(ToolLine(icon="refresh", text=words, detail=mark_direction("\n".join(node.asked_again))))
    if node.form_problem is not None:
        text = f"This answer does not follow the schema. {mark_direction(node.form_problem)}"
        items.append(Notice(ending=Ending.CUT, text=text, question_id=row.question_id))
    return items


def _endings(row: Row, title_of: Callable[[str], str], *, is_last: bool) -> list[Item]:
    node = row.node
    match node.state:
        case NodeState.FAILED:
            text = node.error or "The answer could not be finished. Try again."
            following = node.route.next if node.route is not None else None
            return [
                Notice(
                    ending=Ending.FAILED,
                    text=mark_direction(text),
                    question_id=row.question_id,
                    broken_id=None if following is None else node.id,
                    next_model="" if following is None else title_of(following),
                    remedy=_mending(node),
                )
            ]
        case NodeState.STOPPED:
            return [Notice(ending=Ending.STOPPED, text=f"Stopped.{_kept(node)}", question_id=row.question_id)]
        case NodeState.INTERRUPTED:
            text = f"Baton ended while this was being written.{_kept(node)}"
            return [Notice(ending=Ending.INTERRUPTED, text=text, question_id=row.question_id)]
        case NodeState.COMPLETE | NodeState.STREAMING:
            return _cuts(node, row.question_id, is_last=is_last)
        case _:
            assert_never(node.state)


def _mending(node: Node) -> Remedy | None:
    """The way out of a failed answer, where it is not to ask once more: that has a button anyway."""
    remedy = node.remedy
    return None if remedy is None or remedy.kind is RemedyKind.RETRY else remedy


def _kept(node: Node) -> str:
    message = node.message
    thought = any(isinstance(part, ReasoningPart) and part.text for part in message.parts)
    return " What came is kept." if message.text or message.tool_calls or thought else ""


def _cuts(node: Node, question_id: str | None, *, is_last: bool) -> list[Item]:
    match node.finish_reason:
        case FinishReason.LENGTH if node.finish_detail == CONTEXT_FULL:
            text = "The answer ends here because the model's context is full."
            if is_last:
                text += " It can go on once the oldest turns are dropped or summarised."
            return [Notice(ending=Ending.CUT, text=text, goes_on=is_last)]
        case FinishReason.LENGTH:
            text = "The answer reached its length limit. Let it go on, or allow more output tokens."
            return [Notice(ending=Ending.CUT, text=text, goes_on=is_last)]
        case FinishReason.FILTERED:
            text = "The provider's filter ended this answer. Put it differently, or choose another model."
            return [Notice(ending=Ending.CUT, text=text, question_id=question_id)]
        case FinishReason.STOP | FinishReason.TOOL_CALLS | FinishReason.CANCELLED | None:
            return []
        case _:
            assert_never(node.finish_reason)
