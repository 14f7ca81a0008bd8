"""What was sent for an answer, in the window: by the key and by the button under the answer, originals on request."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from app.domain.ports import FoundSecret
from app.providers.scripted import words
from app.ui.dialogs.sent import NOTHING_LEFT, SentView
from tests.ui.test_shell_window import Driver, Runner
from tests.ui_fixtures import NoRules, nameless, until

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
SECRET = "hunter" + "2-and-more"


@pytest.fixture
def run(qt_loop: object, tmp_path: Path) -> Runner:
    return Runner(qt_loop, tmp_path / "home")  # type: ignore[arg-type]  # the fixture's own type


async def opened(driver: Driver) -> SentView:
    driver.press(Qt.Key.Key_W, CTRL_SHIFT)
    await until(lambda: driver.controller.sent.view is not None and driver.controller.sent.view.isVisible())
    assert driver.controller.sent.view is not None
    return driver.controller.sent.view


async def say_to(driver: Driver, model: str, text: str) -> None:
    driver.controller.models.use(model)
    await until(lambda: driver.session.conversation.settings.model == model)
    await driver.say(text)


def test_the_key_shows_what_left_with_its_marks_and_the_originals_only_on_request(run: Runner) -> None:
    async def drive(driver: Driver) -> None:
        await say_to(driver, "cloud:script", f"password={SECRET} and now?")
        view = await opened(driver)
        assert "1 message went to cloud:script. Hidden: 1 password." in view.summary.text()
        assert "password=[hidden password 1] and now?" in view.text.toPlainText()
        assert SECRET not in view.text.toPlainText()
        assert not nameless(view)
        view.originals.setFocus()
        driver.press(Qt.Key.Key_Space)
        assert f"[hidden password 1] = {SECRET}" in view.text.toPlainText()
        QTest.mouseClick(view.copy, Qt.MouseButton.LeftButton)
        assert "[hidden password 1]" in QApplication.clipboard().text()
        assert SECRET not in QApplication.clipboard().text()
        driver.press(Qt.Key.Key_Escape)
        await until(lambda: not view.isVisible())
        assert SECRET not in view.text.toPlainText()
        assert not (await opened(driver)).originals.isChecked()

    run(drive, [words("Done.")], elsewhere=True)


def test_of_a_model_on_this_machine_it_says_that_nothing_left(run: Runner) -> None:
    async def drive(driver: Driver) -> None:
        await driver.say(f"password={SECRET}")
        view = await opened(driver)
        assert view.summary.text() == NOTHING_LEFT
        assert view.text.toPlainText() == ""
        assert not view.originals.isEnabled()
        assert not view.copy.isEnabled()

    run(drive, [words("Done.")], elsewhere=True)


def test_the_button_under_an_answer_shows_that_very_answers_request(run: Runner) -> None:
    async def drive(driver: Driver) -> None:
        await say_to(driver, "cloud:script", "first")
        await driver.say(f"second, password={SECRET}")
        buttons = [
            button
            for button in driver.window.transcript.findChildren(QToolButton)
            if button.accessibleName() == "What was sent" and button.isVisible()
        ]
        buttons.sort(key=lambda button: button.mapToGlobal(button.rect().topLeft()).y())
        QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
        await until(lambda: driver.controller.sent.view is not None and driver.controller.sent.view.isVisible())
        assert driver.controller.sent.view is not None
        text = driver.controller.sent.view.text.toPlainText()
        assert "first" in text
        assert "second" not in text

    run(drive, [words("Done."), words("Done again.")], elsewhere=True)


def test_the_details_of_an_answer_count_what_was_hidden(run: Runner) -> None:
    async def drive(driver: Driver) -> None:
        await say_to(driver, "cloud:script", f"password={SECRET}")
        from app.ui.transcript.footer import FooterSegment

        (footer,) = [item for item in driver.window.transcript.findChildren(FooterSegment) if item.isVisible()]
        assert "Hidden in what was sent: 1" in footer._details.text()

    run(drive, [words("Done.")], elsewhere=True)


class UnreadRules(NoRules):
    """Rules that are read when a text first is."""

    is_ready = False

    def __init__(self) -> None:
        self.threads: list[str] = []

    def find(self, _text: str) -> Sequence[FoundSecret]:
        self.threads.append(threading.current_thread().name)
        self.is_ready = True
        return ()


def test_the_rules_for_secrets_are_read_ahead_of_the_first_message_to_a_model_elsewhere(run: Runner) -> None:
    rules = UnreadRules()

    async def drive(driver: Driver) -> None:
        driver.controller.models.use("cloud:script")
        await until(lambda: rules.is_ready)
        assert rules.threads == [name for name in rules.threads if name != threading.main_thread().name]
        assert len(rules.threads) == 1

    run(drive, [words("Hi.")], elsewhere=True, rules=rules)


def test_they_are_not_read_for_models_on_this_machine(run: Runner) -> None:
    rules = UnreadRules()

    async def drive(driver: Driver) -> None:
        await driver.say("hello")
        preparation = driver.controller.preparation
        await until(lambda: not preparation.is_waiting)
        await driver.app.models.prepare(driver.controller.models.answering)  # type: ignore[arg-type]  # it answered
        assert not rules.threads

    run(drive, [words("Hi.")], elsewhere=True, rules=rules)
