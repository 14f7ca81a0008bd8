"""Where a text stands in one row of the conversation: in its documents, its cards, and answers shown as a tree.

Marks and moves nothing (:mod:`app.ui.transcript.found_marks`); of rows that are not built it counts only.
"""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from app.domain.aws import Action, Risk, plain_parameters
from app.domain.messages import ToolCallPart
from app.ui.transcript.card import ActionSegment
from app.ui.transcript.content import Contents
from app.ui.transcript.items import JsonMode
from app.ui.transcript.json_model import paths_with
from app.ui.transcript.json_view import JsonSegment
from app.ui.transcript.plan_card import PlanSegment
from app.ui.transcript.row import MessageRow
from app.ui.transcript.segment import Segment, ViewState, matches_in
from app.ui.transcript.thread import Row, Thread

Place = tuple[QTextEdit | QPlainTextEdit, QTextCursor] | tuple[JsonSegment, int]
"""A spot in a document, or which of a tree's values it is."""


def places_in(row: MessageRow, text: str) -> list[Place]:
    """Every place of ``text`` in a row, in reading order."""
    places: list[Place] = []
    for segment in row.segments:
        if isinstance(segment, JsonSegment):
            places += [(segment, nth) for nth in range(segment.places(text))]
        for document in segment.documents():
            places += [(document, cursor) for cursor in matches_in(document.document(), text)]
    return places


def count_in_trees(contents: Contents, state: ViewState, thread: Thread | None, text: str, row: Row) -> int | None:
    """At how many values ``text`` stands in an answer that is shown as a tree; ``None`` for any other row."""
    if thread is None or not text:
        return None
    answers = contents.json_answers(thread, row)
    trees = [answer for answer in answers if state.json_modes.get(answer.key, JsonMode.TREE) is JsonMode.TREE]
    return sum(len(paths_with(answer.value, text)) for answer in trees) if trees else None


def count_in_cards(state: ViewState, thread: Thread | None, text: str, row: Row) -> int:
    """How often ``text`` stands in the cards of actions and plans of a row, the cells of their tables included."""
    if thread is None or not text:
        return 0
    return sum(_count_in_action(action, state, text) for action in _actions_in(thread, row))


def card_at(row: MessageRow, text: str, nth: int) -> Segment | None:
    """The card of a row that is built in which the ``nth`` of its cards' places stands."""
    for segment in row.segments:
        if isinstance(segment, ActionSegment | PlanSegment):
            nth -= sum(_count_in_action(action, segment.surroundings.state, text) for action in segment.shown_actions)
            if nth < 0:
                return segment
    return None


def _actions_in(thread: Thread, row: Row) -> list[Action]:
    """Of every card of a row, in reading order; a plan's card shows all of its steps."""
    live = thread.live.get(row.node.id)
    parts = row.node.message.parts if live is None else live.parts
    called = [thread.action_of(part.call_id) for part in parts if isinstance(part, ToolCallPart)]
    plans: set[str] = set()
    found: list[Action] = []
    for action in (*called, *(thread.actions[action_id] for action_id in row.loose)):
        if action is not None and action.plan_id is None:
            found.append(action)
        elif action is not None and action.plan_id is not None and action.plan_id not in plans:
            plans.add(action.plan_id)
            found += thread.plan(action.plan_id)
    return found


def _count_in_action(action: Action, state: ViewState, text: str) -> int:
    """What is covered is not searched: that it was found would tell of it."""
    call, result = action.call, action.result
    texts = [call.id.service, call.id.operation, action.sentence, action.error or "", call.region or ""]
    texts.append(plain_parameters(call.parameters))
    is_covered = action.risk is Risk.SENSITIVE_READ and action.id not in state.shown_secrets
    if result is not None and result.table is not None and not is_covered:
        texts += result.table.columns
        texts += (cell for cells in result.table.rows for cell in cells)
    return "\x00".join(texts).casefold().count(text.casefold())
