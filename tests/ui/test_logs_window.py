"""The log's window shows what is noted as it comes; a report of a problem is read before it is saved."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.logs import LogEntry, LogLevel
from app.system.logs import FileLogBook
from app.ui.logs.finding import EntryFinder
from app.ui.logs.model import MOST_ENTRIES, LogModel
from app.ui.logs.window import LogWindow
from app.ui.look.theme import ThemeController
from app.ui.look.tokens import LIGHT
from tests.ui.test_shell_window import Driver, Runner
from tests.ui_fixtures import nameless, until

BEGAN = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)


def entry(number: int, *, level: LogLevel = LogLevel.INFO, text: str = "") -> LogEntry:
    return LogEntry(
        at=BEGAN + timedelta(seconds=number), level=level, source="app.services.chat", text=text or f"entry {number}"
    )


@pytest.fixture
def run(qt_loop: asyncio.AbstractEventLoop, tmp_path: Path) -> Runner:
    return Runner(qt_loop, tmp_path / "baton")


@pytest.fixture
def window(qapp: QApplication) -> Iterator[LogWindow]:
    parent = QWidget()
    theme = ThemeController(parent)
    window = LogWindow(parent, theme)
    window.show()
    yield window
    window.close()
    parent.deleteLater()


def wait(model: LogModel) -> None:
    while model.is_filtering:
        QApplication.processEvents()


def found(window: LogWindow) -> None:
    while window.finder.is_looking:
        QApplication.processEvents()


def texts(model: LogModel) -> list[str]:
    return [item.text for item in model.shown]


def test_entries_are_filtered_by_level_and_by_every_word_wherever_it_stands(window: LogWindow) -> None:
    window.add([entry(1), entry(2, level=LogLevel.WARNING, text="no answer of LLM"), entry(3, level=LogLevel.ERROR)])
    wait(window.model)
    assert texts(window.model) == ["entry 1", "no answer of LLM", "entry 3"]
    window.level.setCurrentIndex(1)
    wait(window.model)
    assert texts(window.model) == ["no answer of LLM", "entry 3"]
    QTest.keyClicks(window.search, "llm chat")
    wait(window.model)
    assert texts(window.model) == ["no answer of LLM"]
    assert window.count.text() == "1 of 3 entries"
    window.search.clear()
    window.level.setCurrentIndex(0)
    wait(window.model)
    assert window.count.text() == "3 entries"


def test_without_the_filter_enter_goes_from_match_to_match_and_round(window: LogWindow) -> None:
    window.only.setChecked(False)
    window.add([entry(number, text="match" if number % 2 else "other") for number in range(4)])
    wait(window.model)
    window.search.setFocus()
    QTest.keyClicks(window.search, "match")
    rows = []
    for _ in range(3):
        QTest.keyClick(window.search, Qt.Key.Key_Return)
        found(window)
        rows.append(window.table.currentIndex().row())
    assert rows == [1, 3, 1]
    QTest.keyClick(window, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    found(window)
    assert window.table.currentIndex().row() == 3
    assert window.detail.toPlainText().endswith("match")
    window.search.setText("nothing has this")
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    found(window)
    assert "No entry holds" in window.count.text()


class Clock:
    """A millisecond passes between two looks."""

    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        self.now_s += 0.001
        return self.now_s


def test_the_window_has_its_turn_between_slices_of_filtering_and_of_finding(qapp: QApplication) -> None:
    clock = Clock()
    model = LogModel(LIGHT, clock=clock)
    model.add([entry(number) for number in range(5_000)])
    model._look()
    assert 0 < len(model.shown) < 1_000
    assert model.is_filtering
    wait(model)
    finder = EntryFinder(model, lambda: model.shown, clock)
    rows: list[int] = []
    finder.found.connect(rows.append)
    finder.begin(["entry", "4999"], 0, 1)
    assert finder.is_looking
    assert rows == []
    while finder.is_looking:
        QApplication.processEvents()
    assert rows == [4_999]
    finder.begin(["nothing has this"], 0, 1)
    finder.stop()
    QApplication.processEvents()
    assert rows == [4_999], "rows that are others now are not gone to"
    model.deleteLater()


def test_the_end_is_followed_until_somebody_scrolls_up_to_read(window: LogWindow) -> None:
    bar = window.table.verticalScrollBar()
    window.add([entry(number) for number in range(500)])
    wait(window.model)
    QApplication.processEvents()
    assert bar.value() == bar.maximum()
    bar.triggerAction(bar.SliderAction.SliderPageStepSub)
    assert not window.follow.isChecked()
    place = bar.value()
    window.add([entry(501)])
    wait(window.model)
    assert bar.value() == place
    bar.triggerAction(bar.SliderAction.SliderToMaximum)
    assert window.follow.isChecked()


def test_what_is_copied_is_what_is_chosen_or_else_all_that_is_shown(window: LogWindow) -> None:
    copied: list[Sequence[LogEntry]] = []
    window.copy_requested.connect(copied.append)
    window.add([entry(1), LogEntry(at=BEGAN, level=LogLevel.ERROR, source="app", text="broke", detail="Traceback: x")])
    wait(window.model)
    window.table.selectRow(0)
    QTest.mouseClick(window.copy, Qt.MouseButton.LeftButton)
    assert [item.text for item in copied[0]] == ["entry 1", "broke"]
    QTest.mouseClick(window.clear, Qt.MouseButton.LeftButton)
    assert window.chosen() == []
    window.add([entry(9)])
    wait(window.model)
    assert texts(window.model) == ["entry 9"]


def test_a_hundred_thousand_entries_come_in_slices_and_more_push_the_oldest_out(qapp: QApplication) -> None:
    model = LogModel(LIGHT)
    model.add([entry(number) for number in range(MOST_ENTRIES)])
    assert model.is_filtering
    assert not model.shown, "nothing is looked at before the event loop goes round"
    wait(model)
    assert model.rowCount() == MOST_ENTRIES
    model.add([entry(MOST_ENTRIES, level=LogLevel.ERROR)])
    wait(model)
    assert model.total <= MOST_ENTRIES
    assert model.rowCount() == model.total
    assert model.shown[-1].level is LogLevel.ERROR
    assert model.shown[0].at > BEGAN
    model.deleteLater()


def test_what_is_kept_is_shown_though_it_was_noted_in_the_same_instant_as_what_went(qapp: QApplication) -> None:
    model = LogModel(LIGHT)
    model.set_filter(LogLevel.WARNING)
    levels = (LogLevel.INFO, LogLevel.WARNING)
    model.add([LogEntry(at=BEGAN, level=levels[number % 2], source="app", text="") for number in range(MOST_ENTRIES)])
    wait(model)
    model.add([entry(1, level=LogLevel.WARNING)])
    wait(model)
    went = MOST_ENTRIES + 1 - model.total
    assert went > 1
    assert model.rowCount() == MOST_ENTRIES // 2 - went // 2 + 1
    model.deleteLater()


@pytest.mark.parametrize(("start", "step"), [(100, 1), (100, -1)], ids=["down", "up"])
def test_a_search_goes_round_once_and_meets_every_row_however_many_are_noted_meanwhile(
    qapp: QApplication, start: int, step: int
) -> None:
    shown = [entry(number, text=f"[{number}]") for number in range(200)]
    parent = QWidget()
    finder = EntryFinder(parent, lambda: shown, Clock())
    rows: list[int] = []
    finder.found.connect(rows.append)

    def search(words: str) -> None:
        finder.begin([words], start, step)
        for _ in range(200):
            shown.extend(entry(0, text="more") for _ in range(5))
            QApplication.processEvents()
        assert not finder.is_looking
        del shown[200:]

    for row in (0, 99, 101, 199):
        search(f"[{row}]")
    search("nothing has this")
    assert rows == [0, 99, 101, 199, -1]
    parent.deleteLater()


def test_what_is_noted_while_the_window_is_open_appears_and_an_earlier_run_stands_before_it(
    run: Runner, tmp_path: Path
) -> None:
    earlier = FileLogBook(tmp_path / "baton" / "logs" / "baton.log", lambda text: text)
    earlier.handle(logging.LogRecord("app.old", logging.WARNING, "", 1, "of the last run", (), None))
    earlier.close()

    async def drive(person: Driver) -> None:
        log = person.app.logs
        assert isinstance(log, FileLogBook)
        person.press(Qt.Key.Key_F12)
        window = person.controller.logs.window
        assert window is not None
        await until(lambda: texts(window.model) == ["of the last run"])
        assert nameless(window) == []
        log.handle(logging.LogRecord("app.new", logging.ERROR, "", 1, "key %s", ("sk-" + "a1" * 20,), None))
        await until(lambda: len(window.model.shown) == 2)
        assert window.model.shown[1].text == "key [hidden API key 1]"
        log.close()

    run(drive)


def test_a_report_is_shown_changed_and_saved_as_the_person_left_it(run: Runner, tmp_path: Path) -> None:
    async def drive(person: Driver) -> None:
        person.press(Qt.Key.Key_F12, Qt.KeyboardModifier.ShiftModifier)
        dialog = person.controller.logs.dialog
        assert dialog is not None
        assert not dialog.save.isEnabled()
        await until(lambda: "## Versions" in dialog.edit.toPlainText())
        assert nameless(dialog) == []
        dialog.edit.setPlainText(dialog.edit.toPlainText().replace("Baton: test", "Baton: struck out"))
        saved: list[str] = []
        dialog.save_requested.disconnect()
        dialog.save_requested.connect(saved.append)
        QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
        file = tmp_path / "report.txt"
        asked_again: list[str] = []
        other = lambda: asked_again.append("where?")  # noqa: E731
        await person.controller.logs.save_to(file, saved[0], other=other)
        assert "Baton: struck out" in file.read_text(encoding="utf-8")
        assert dialog.words.text() == "Saved as report.txt."
        await person.controller.logs.save_to(tmp_path / "none" / "report.txt", saved[0], other=other)
        assert "cannot be written" in dialog.words.text()
        assert dialog.words.button.text() == "Choose another folder…"
        dialog.words.button.click()
        assert asked_again == ["where?"]
        dialog.names.click()
        await until(lambda: "Baton: test" in dialog.edit.toPlainText())

    run(drive)
