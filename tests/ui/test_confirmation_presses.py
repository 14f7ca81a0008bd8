"""Only a press meant for it answers a question: held keys, double clicks and the click that raises a window do not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from app.domain.aws import Approval, Consent
from app.ui.confirmation.question import QuestionPage
from tests.sheet_fixtures import BUCKET, Desk
from tests.transcript_fixtures import plan_proposal, proposal, until
from tests.ui_fixtures import settled

PRESS, RELEASE = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
KEYS = [Qt.Key.Key_Return, Qt.Key.Key_Space]


def send(target: QWidget, kind: QEvent.Type, key: Qt.Key, *, repeats: bool = False) -> None:
    """One key event, as the system sends it."""
    text = "\r" if key is Qt.Key.Key_Return else " "
    QApplication.sendEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text, repeats, 1))


def double_press(target: QWidget) -> None:
    """The second press of a double click, and its release, as the system sends them."""
    place = QPointF(target.rect().center())
    for kind in (QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease):
        event = QMouseEvent(
            kind,
            place,
            target.mapToGlobal(place),
            Qt.MouseButton.LeftButton,
            Qt.MouseButton.LeftButton if kind is QEvent.Type.MouseButtonDblClick else Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(target, event)


def page(desk: Desk) -> QuestionPage:
    assert isinstance(desk.sheet.page, QuestionPage)
    return desk.sheet.page


@pytest.mark.parametrize("key", KEYS)
def test_a_key_held_since_before_the_sheet_opened_answers_nothing(desk: Desk, key: Qt.Key) -> None:
    async def hands() -> None:
        send(desk.below, PRESS, key)
        asked = desk.ask(proposal(shapes=(BUCKET,), parameters={"Bucket": "logs"}))
        await desk.shown()
        act = desk.button("Create bucket")
        for _ in range(30):
            focus = QApplication.focusWidget()
            assert focus is not None
            send(focus, PRESS, key, repeats=True)
            send(focus, RELEASE, key, repeats=True)
            await settled()
        assert not asked.done()
        await until(act.isEnabled)
        act.setFocus()
        for _ in range(30):
            send(act, PRESS, key, repeats=True)
            send(act, RELEASE, key, repeats=True)
        send(act, RELEASE, key)
        await settled()
        assert not asked.done()
        QTest.keyClick(act, key)
        assert await asked == Consent(granted=True)

    desk.run(hands)


def test_the_time_before_yes_begins_again_as_long_as_a_key_repeats(desk: Desk) -> None:
    async def hands() -> None:
        asked = desk.ask(proposal())
        await desk.shown()
        cancel = desk.button("Cancel")
        timer = page(desk)._arming
        await until(lambda: timer.remainingTime() < timer.interval() // 2)
        send(cancel, PRESS, Qt.Key.Key_Return, repeats=True)
        assert timer.remainingTime() > timer.interval() // 2
        assert not asked.done()
        desk.press("Cancel")
        await asked

    desk.run(hands)


@pytest.mark.parametrize("key", KEYS)
def test_repeats_that_are_not_marked_as_such_answer_nothing(desk: Desk, key: Qt.Key) -> None:
    async def hands() -> None:
        asked = desk.ask(proposal())
        await desk.shown()
        act = desk.button("Create bucket")
        await until(act.isEnabled)
        act.setFocus()
        for _ in range(30):
            send(act, PRESS, key)
        await settled()
        assert not asked.done()
        desk.button("Cancel").setFocus()  # what was begun elsewhere does not end here
        send(desk.button("Cancel"), RELEASE, key)
        await settled()
        assert not asked.done()
        desk.press("Cancel")
        assert (await asked).granted is False

    desk.run(hands)


def test_a_press_that_began_before_yes_counted_is_no_yes(desk: Desk) -> None:
    async def hands() -> None:
        asked = desk.ask(proposal())
        await desk.shown()
        act = desk.button("Create bucket")
        waited: list[None] = []
        page(desk)._arming.timeout.connect(lambda: waited.append(None))
        QTest.mousePress(act, Qt.MouseButton.LeftButton)
        await until(lambda: waited)
        await settled()
        assert not act.isEnabled()  # the button of the mouse is still down
        QTest.mouseRelease(act, Qt.MouseButton.LeftButton)
        await settled()
        assert not asked.done()
        await until(act.isEnabled)
        desk.press("Create bucket")
        assert (await asked).granted

    desk.run(hands)


def test_the_second_half_of_a_double_click_is_no_yes(desk: Desk) -> None:
    async def hands() -> None:
        asked = desk.ask(proposal())
        await desk.shown()
        act = desk.button("Create bucket")
        QTest.mouseClick(act, Qt.MouseButton.LeftButton)  # too early
        await until(act.isEnabled)
        double_press(act)
        await settled()
        assert not asked.done()
        desk.press("Cancel")
        await asked

    desk.run(hands)


def test_a_double_click_on_yes_does_not_answer_the_next_question_too(desk: Desk) -> None:
    async def hands() -> None:
        first = desk.ask(proposal(verb="Do it"))
        second = desk.ask(proposal(verb="Do it", action_id="a2"))
        await desk.shown()
        await until(desk.button("Do it").isEnabled)
        place = desk.button("Do it").mapTo(desk.window, desk.button("Do it").rect().center())
        desk.press("Do it")
        assert (await first).granted
        await desk.shown()
        under = desk.window.childAt(place)
        assert under is not None
        double_press(under)
        await settled()
        assert not second.done()
        desk.press("Cancel")
        assert (await second).granted is False

    desk.run(hands)


def test_the_click_that_brings_the_window_to_the_front_is_no_yes(desk: Desk) -> None:
    async def hands() -> None:
        asked = desk.ask(proposal())
        await desk.shown()
        act = desk.button("Create bucket")
        await until(act.isEnabled)
        act.setFocus()
        other = QMainWindow()
        try:
            other.show()
            other.activateWindow()
            await until(lambda: not desk.window.isActiveWindow())
            desk.press("Create bucket")  # the press comes before the window is in front
            await settled()
            assert not asked.done()
            desk.window.activateWindow()
            await until(desk.window.isActiveWindow)
            assert not act.isEnabled()  # and where it comes after
            assert QApplication.focusWidget() is desk.button("Cancel")
            desk.press("Create bucket")
            await settled()
            assert not asked.done()
            await until(act.isEnabled)
            desk.press("Create bucket")
            assert (await asked).granted
        finally:
            other.close()
            other.deleteLater()

    desk.run(hands)


@pytest.mark.parametrize("words", ["Run 2 steps", "Step by step"])
def test_a_held_key_lets_no_plan_run(desk: Desk, words: str) -> None:
    async def hands() -> None:
        asked = desk.ask_plan(plan_proposal(2))
        await desk.shown()
        act = desk.button(words)
        await until(act.isEnabled)
        act.setFocus()
        for key in KEYS:
            for _ in range(10):
                send(act, PRESS, key, repeats=True)
            send(act, RELEASE, key)
        double_press(act)
        await settled()
        assert not asked.done()
        desk.press("Cancel")
        assert (await asked).approval is Approval.NONE

    desk.run(hands)
