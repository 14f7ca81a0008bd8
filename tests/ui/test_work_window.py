"""Long work in the window: shown in its frame, listed and stopped by keys, asked about before Baton is closed."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import KeyProblemError
from app.domain.work import Work, WorkState
from app.providers.scripted import words
from app.services.work.tray import this_task
from app.ui.widgets.overlay import Overlay
from app.ui.work.panel import WorkPanel, WorkRow
from tests.ui.test_shell_window import Driver, Runner
from tests.ui_fixtures import nameless, settled, until


@pytest.fixture
def run(qt_loop: asyncio.AbstractEventLoop, tmp_path: Path) -> Runner:
    return Runner(qt_loop, tmp_path / "baton")


def begin(person: Driver, title: str = "Count the stars") -> asyncio.Task[None]:
    """Some work that goes on until it is stopped."""

    async def work() -> None:
        with person.app.work.doing(title, unit="reads", stop=this_task(), on_quit="The count is lost.") as report:
            report.reached(40, 100)
            await asyncio.Event().wait()

    return person.controller._desk.scope.spawn(work(), name=title)


def row(person: Driver) -> WorkRow:
    (only,) = person.controller.work.panel.rows.values()
    return only


def test_work_is_shown_with_number_and_share_and_is_stopped_by_keys(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        indicator = person.window.header.work_button
        assert not indicator.isVisible()
        task = begin(person)
        await until(indicator.isVisible)
        assert indicator.text() == "1"
        assert indicator.accessibleName() == "At work: Count the stars, 40 per cent done"
        person.press(Qt.Key.Key_F9)
        panel = person.controller.work.panel
        assert panel.isVisible()
        assert QApplication.focusWidget() is row(person)
        assert row(person).state.text() == "40 of 100 reads"
        assert row(person).bar.value() == 400
        assert nameless(panel) == []
        person.press(Qt.Key.Key_Delete)
        await until(task.done)
        assert task.cancelled()
        await until(lambda: row(person).state.text() == "Stopped.")
        person.press(Qt.Key.Key_Delete)
        await until(lambda: not panel.rows)
        assert QApplication.focusWidget() is panel.empty
        person.press(Qt.Key.Key_Escape)
        await until(lambda: not panel.isVisible())
        assert not indicator.isVisible()

    run(drive)


def test_work_on_a_thread_reaches_the_window(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        end = threading.Event()

        def build() -> None:
            with person.app.work.doing("Build", unit="services") as report:
                report.reached(1, 4)
                end.wait(20)
                report.ends_with("Built.")

        building = asyncio.ensure_future(asyncio.to_thread(build))
        try:
            await until(person.window.header.work_button.isVisible)
        finally:
            end.set()
        await building
        await until(lambda: person.window.header.work_button.accessibleName() == "Work is done")
        person.controller.show_work()
        assert row(person).state.text() == "Built."

    run(drive)


def test_failed_work_says_why_and_its_button_opens_what_helps(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        with pytest.raises(KeyProblemError), person.app.work.doing("Ask a vendor"):
            raise KeyProblemError("The key is wrong.", provider="keyed")
        await until(person.window.header.work_button.isVisible)
        assert person.window.header.work_button.accessibleName() == "Work failed"
        person.controller.show_work()
        assert row(person).work.state is WorkState.FAILED
        assert row(person).remedy.text() == "Fix the key…"
        QTest.mouseClick(row(person).remedy, Qt.MouseButton.LeftButton)
        dialog = person.controller.preferences.dialog
        assert dialog is not None
        await until(lambda: dialog.isVisible() and dialog.page == "Keys")

    run(drive)


def test_closing_asks_while_work_goes_on_and_says_what_becomes_of_it(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        task = begin(person)
        await until(lambda: person.app.work.active)
        question = person.controller.work.question
        person.controller.quit()
        assert question.isVisible()
        assert question.words.text() == "• Count the stars: The count is lost."
        assert QApplication.focusWidget() is question.stay
        person.press(Qt.Key.Key_Space)
        await until(lambda: not question.isVisible())
        assert not task.done()
        person.controller.quit()
        assert question.isVisible()
        task.cancel()  # it ends while the person thinks about it
        await until(lambda: not question.isVisible())
        begin(person)  # what goes on now is stopped with the window
        await until(lambda: person.app.work.active)

    run(drive)


def test_closing_does_not_ask_about_work_that_is_simply_done_anew(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        with person.app.work.doing("Build the list", stop=lambda: None):
            assert person.controller.may_quit()

    run(drive)


def test_an_import_that_is_stopped_keeps_nothing_half(run: Runner, tmp_path: Path) -> None:
    async def drive(person: Driver) -> None:
        await person.say("what is running?")
        file = tmp_path / "all.json"
        await person.controller.conversations.export_to(file, "", "json")
        (work,) = person.app.work.works
        assert (work.title, work.outcome) == ("Export all chats to all.json", "Saved as all.json.")
        importing = person.controller._desk.scope.spawn(
            person.controller.conversations.import_from(file), name="import"
        )
        await until(lambda: person.app.work.active)
        person.app.work.stop(person.app.work.active[0].id)
        await asyncio.wait([importing])
        await settled()
        assert importing.cancelled()
        assert [work.state for work in person.app.work.works] == [WorkState.STOPPED, WorkState.DONE]
        assert len(await person.app.history.list()) == 1

    run(drive, [words("Four instances.")])


def test_the_panel_is_as_high_as_what_it_lists(qapp: QApplication, qtbot: QtBot) -> None:
    window, panel = QWidget(), WorkPanel()
    qtbot.addWidget(window)
    window.resize(700, 700)
    window.show()
    overlay = Overlay(window, panel)
    panel.set_works([Work(id=1, title="Load")])
    overlay.open()
    one = panel.height()
    assert panel.rows[1].height() >= panel.rows[1].sizeHint().height()
    panel.set_works([Work(id=number, title="Load") for number in range(1, 4)])
    assert one < panel.height() < 480
    panel.set_works([Work(id=number, title="Load") for number in range(1, 40)])
    assert panel.height() == 480
