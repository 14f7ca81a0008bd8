"""A selection that runs through several messages, with the pointer and with keys, also where no row is built."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from app.ui.look.theme import ThemeController
from app.ui.transcript import TranscriptView
from app.ui.transcript.row import MessageRow
from tests.transcript_fixtures import Script


@pytest.fixture
def view(theme: ThemeController, qtbot: QtBot) -> TranscriptView:
    """An empty transcript, shown."""
    view = TranscriptView(theme)
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.show()
    return view


def texts_of(view: TranscriptView, node_id: str) -> list[QTextEdit | QPlainTextEdit]:
    row = view._window.built[node_id]
    assert isinstance(row, MessageRow)
    return row.texts()


def drag(origin: QTextEdit | QPlainTextEdit, place: QPoint) -> None:
    """Move the pointer to a place of the screen, its button down since it went down in ``origin``."""
    move = QMouseEvent(
        QMouseEvent.Type.MouseMove, QPointF(origin.viewport().mapFromGlobal(place)), QPointF(place),
        Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(origin.viewport(), move)


def copied(text: QTextEdit | QPlainTextEdit) -> str:
    QTest.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    return QGuiApplication.clipboard().text()


def chat(turns: int) -> Script:
    script = Script()
    for number in range(turns):
        script.user(f"question {number}")
        script.answer(f"answer **{number}**")
    return script


def test_a_drag_goes_on_from_one_message_into_others(view: TranscriptView) -> None:
    view.set_conversation(chat(2).opened)
    (first,), (last,) = texts_of(view, "c1-n0"), texts_of(view, "c1-n3")
    QTest.mousePress(first.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(0, 5))
    drag(first, last.viewport().mapToGlobal(QPoint(last.width() - 2, 8)))
    assert copied(first) == (
        "question 0\n\n**Baton**\n\nanswer **0**\n\n**You**\n\nquestion 1\n\nanswer 1"
    )  # what is whole as Markdown, the ends as they are read
    (between,) = texts_of(view, "c1-n2")
    assert between.textCursor().selectedText() == "question 1"
    drag(first, first.viewport().mapToGlobal(QPoint(first.width() - 2, 8)))
    assert not between.textCursor().hasSelection()
    QTest.mouseRelease(first.viewport(), Qt.MouseButton.LeftButton)


def test_a_drag_upwards_selects_backwards(view: TranscriptView) -> None:
    view.set_conversation(chat(2).opened)
    (upper,), (lower,) = texts_of(view, "c1-n1"), texts_of(view, "c1-n2")
    end = QPoint(lower.width() - 2, 8)
    QTest.mousePress(lower.viewport(), Qt.MouseButton.LeftButton, pos=end)
    drag(lower, upper.viewport().mapToGlobal(QPoint(0, 8)))
    assert copied(lower) == "answer 0\n\nquestion 1"
    QTest.mouseRelease(lower.viewport(), Qt.MouseButton.LeftButton)


def test_a_drag_beyond_the_edge_scrolls_until_the_button_is_up(view: TranscriptView, qtbot: QtBot) -> None:
    view.set_conversation(chat(40).opened)
    window = view._window
    (last,) = texts_of(view, "c1-n79")
    QTest.mousePress(last.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(last.width() - 2, 8))
    above = view.mapToGlobal(QPoint(300, -200))
    QCursor.setPos(above)  # Qt tells widgets that move beneath the pointer where it is
    drag(last, above)
    qtbot.waitUntil(lambda: "c1-n40" in window.built, timeout=20_000)
    QTest.mouseRelease(last.viewport(), Qt.MouseButton.LeftButton)
    assert "c1-n79" in window.built  # where it began stays
    value = window.verticalScrollBar().value()
    lines = copied(last)
    assert "question 25" in lines
    assert lines.endswith("answer 39")
    assert window.verticalScrollBar().value() == value


def test_all_of_a_conversation_is_selected_and_copied_though_little_of_it_is_built(view: TranscriptView) -> None:
    view.set_conversation(chat(100).opened)
    view._window.setFocus()
    QTest.keyClick(view._window, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view._window, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    text = QGuiApplication.clipboard().text()
    assert text.startswith("**You**\n\nquestion 0\n\n**Baton**\n\nanswer **0**\n\n**You**")
    assert text.endswith("answer **99**")
    view._window.verticalScrollBar().setValue(0)
    assert len(view._window.built) < 40
    (first,) = texts_of(view, "c1-n0")
    assert first.textCursor().selectedText() == "question 0"  # also in rows that are built later


def test_shift_and_an_arrow_go_on_into_the_next_message(view: TranscriptView) -> None:
    view.set_conversation(chat(2).opened)
    (first,) = texts_of(view, "c1-n0")
    cursor = first.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    cursor.movePosition(cursor.MoveOperation.WordLeft)
    first.setTextCursor(cursor)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(first, key, Qt.KeyboardModifier.ShiftModifier)
    assert copied(first) == "0\n\nan"
    QTest.keyClick(first, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert copied(first) == "0\n\na"
    QTest.keyClick(first, Qt.Key.Key_Left)
    assert not texts_of(view, "c1-n1")[0].textCursor().hasSelection()


def test_another_conversation_has_nothing_selected(view: TranscriptView) -> None:
    view.set_conversation(chat(2).opened)
    view._selection.select_all()
    other = Script("c2")
    other.user("hello")
    view.set_conversation(other.opened)
    assert not texts_of(view, "c2-n0")[0].textCursor().hasSelection()
    assert not view._selection.is_spanning
