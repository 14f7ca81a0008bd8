"""Blocks of code in the transcript: long ones folded and numbered, long lines broken where that is wanted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from app.domain.conversation import NodeState
from app.domain.stream import TextDelta
from app.services.turn_updates import NodeAdded, NodeEnded, NodeStreamed
from app.ui.look.theme import ThemeController
from app.ui.transcript import TranscriptView
from app.ui.transcript.code import CodeSegment
from app.ui.transcript.row import MessageRow
from tests.transcript_fixtures import Script

LONG = "\n".join(f"line = {number}" for number in range(60))


@pytest.fixture
def view(theme: ThemeController, qtbot: QtBot) -> TranscriptView:
    """An empty transcript, shown."""
    view = TranscriptView(theme)
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show()
    return view


def codes_of(view: TranscriptView, node_id: str) -> list[CodeSegment]:
    row = view._window.built[node_id]
    assert isinstance(row, MessageRow)
    return [segment for segment in row.segments if isinstance(segment, CodeSegment)]


def test_a_long_block_is_folded_and_unfolds(view: TranscriptView) -> None:
    script = Script()
    script.answer(f"```python\n{LONG}\n```")
    view.set_conversation(script.opened)
    (code,) = codes_of(view, "c1-n0")
    folded = code.height()
    assert code._fold.text() == "All 60 lines"
    assert code._text.toPlainText() == LONG  # whatever is in sight, all of it can be found and copied
    code._fold.click()
    assert code.height() > folded + 100
    assert code._fold.text() == "Fold"


def test_a_block_that_was_watched_being_written_does_not_fold_away(view: TranscriptView, qtbot: QtBot) -> None:
    script = Script()
    question = script.user("Write")
    view.set_conversation(script.opened)
    answer = script.answer(parent=question.id, state=NodeState.STREAMING)
    view.apply(NodeAdded(node=answer))
    view.apply(NodeStreamed(node_id=answer.id, event=TextDelta(text=f"```python\n{LONG}\n")))
    qtbot.waitUntil(lambda: bool(codes_of(view, answer.id)))
    height = codes_of(view, answer.id)[0].height()
    script.nodes.pop()
    whole = script.answer(f"```python\n{LONG}\n```", parent=question.id, node_id=answer.id)
    view.apply(NodeEnded(node=whole))
    assert codes_of(view, answer.id)[0].height() == height


def test_only_long_blocks_have_numbers(view: TranscriptView) -> None:
    script = Script()
    script.answer(f"```python\n{LONG}\n```\n\n```sh\nls\n```")
    view.set_conversation(script.opened)
    long, short = codes_of(view, "c1-n0")
    assert long._text.numbers_width > 0
    assert short._text.numbers_width == 0


def test_long_lines_are_broken_in_every_block_once_that_is_asked_for(view: TranscriptView) -> None:
    script = Script()
    script.answer(f"```sh\n{'x' * 300}\n```\n\n```sh\n{'y' * 300}\n```")
    view.set_conversation(script.opened)
    first, second = codes_of(view, "c1-n0")
    before = [first.height(), second.height()]
    button = next(b for b in first.findChildren(QToolButton) if b.accessibleName() == "Wrap long lines")
    button.click()
    assert [first.height() > before[0], second.height() > before[1]] == [True, True]
    assert first._text.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    button.click()
    assert [first.height(), second.height()] == before
