"""How an answer ended, where it did not simply end, and what can be done about it. Qt-free; ends nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from app.domain.conversation import Node, NodeState
from app.domain.language import tr
from app.domain.messages import ReasoningPart
from app.domain.remedies import Remedy, RemedyKind
from app.domain.stream import CONTEXT_FULL, FinishReason
from app.services.continuing import can_go_on
from app.ui.markdown import mark_direction
from app.ui.transcript.items import Ending, Item, Notice, ToolLine
from app.ui.transcript.live import asked_again_words
from app.ui.transcript.thread import Row


def form_of(row: Row) -> list[Item]:
    """What became of the form that was asked for."""
    node = row.node
    items: list[Item] = []
    if node.asked_again:
        words = asked_again_words(len(node.asked_again))
        items.append(ToolLine(icon="refresh", text=words, detail=mark_direction("\n".join(node.asked_again))))
    if node.form_problem is not None:
        text = tr("This answer does not follow the schema. {problem}", problem=mark_direction(node.form_problem))
        items.append(Notice(ending=Ending.CUT, text=text, question_id=row.question_id))
    return items


def endings_of(row: Row, title_of: Callable[[str], str], *, is_last: bool) -> list[Item]:
    node = row.node
    goes_on = node.id if is_last and can_go_on(node) else None
    match node.state:
        case NodeState.FAILED:
            text = node.error or tr("The answer could not be finished. Try again.")
            following = node.route.next if node.route is not None else None
            return [
                Notice(
                    ending=Ending.FAILED,
                    text=mark_direction(text),
                    question_id=row.question_id,
                    goes_on=goes_on,
                    broken_id=None if following is None else node.id,
                    next_model="" if following is None else title_of(following),
                    remedy=_mending(node),
                )
            ]
        case NodeState.STOPPED:
            text = tr("Stopped. What came is kept.") if _holds_anything(node) else tr("Stopped.")
            return [Notice(ending=Ending.STOPPED, text=text, question_id=row.question_id, goes_on=goes_on)]
        case NodeState.INTERRUPTED:
            if _holds_anything(node):
                text = tr("Baton ended while this was being written. What came is kept.")
            else:
                text = tr("Baton ended while this was being written.")
            return [Notice(ending=Ending.INTERRUPTED, text=text, question_id=row.question_id, goes_on=goes_on)]
        case NodeState.COMPLETE | NodeState.STREAMING:
            return _cuts(node, row.question_id, goes_on)
        case _:
            assert_never(node.state)


def _mending(node: Node) -> Remedy | None:
    """The way out of a failed answer, where it is not to ask once more: that has a button anyway."""
    remedy = node.remedy
    return None if remedy is None or remedy.kind is RemedyKind.RETRY else remedy


def _holds_anything(node: Node) -> bool:
    message = node.message
    thought = any(isinstance(part, ReasoningPart) and part.text for part in message.parts)
    return bool(message.text or message.tool_calls or thought)


def _cuts(node: Node, question_id: str | None, goes_on: str | None) -> list[Item]:
    match node.finish_reason:
        case FinishReason.LENGTH if node.finish_detail == CONTEXT_FULL:
            text = tr("The answer ends here because the model's context is full.")
            if goes_on:
                text = tr(
                    "The answer ends here because the model's context is full. "
                    "It can go on once the oldest turns are dropped or summarised."
                )
            return [Notice(ending=Ending.CUT, text=text, goes_on=goes_on)]
        case FinishReason.LENGTH:
            text = tr("The answer reached its length limit. Let it go on, or allow more output tokens.")
            return [Notice(ending=Ending.CUT, text=text, goes_on=goes_on)]
        case FinishReason.FILTERED:
            text = tr("The provider's filter ended this answer. Put it differently, or choose another model.")
            return [Notice(ending=Ending.CUT, text=text, question_id=question_id)]
        case FinishReason.STOP | FinishReason.TOOL_CALLS | FinishReason.CANCELLED | None:
            return []
        case _:
            assert_never(node.finish_reason)
