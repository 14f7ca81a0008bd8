"""The window of the playbooks, by clicks and keys: choose, run, see what was found, ask to have it mended."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from app.domain.aws import Call, OperationId
from app.domain.playbooks import (
    Finding,
    FindingFix,
    PlaceFailure,
    Playbook,
    PlaybookFix,
    PlaybookListing,
    PlaybookRead,
    PlaybookReport,
    Reach,
    Severity,
)
from app.services.playbooks.service import Progress
from app.ui.look.theme import ThemeController
from app.ui.playbooks.window import PlaybookWindow
from tests.ui.test_shell_window import Driver, Runner
from tests.ui_fixtures import nameless, until

DELETE = OperationId("ec2", "DeleteVolume")


def playbook(name: str, title: str, topic: str = "cost", reach: Reach = Reach.REGION) -> Playbook:
    return Playbook(
        name=name,
        title=title,
        about=f"About {title}.",
        topic=topic,
        reach=reach,
        reads=(PlaybookRead(name="volumes", operation=OperationId("ec2", "DescribeVolumes")),),
        rows="volumes.Volumes",
        columns={"Volume": "item.VolumeId"},
        fixes=(PlaybookFix(title="Delete the volume", calls=((DELETE, {}),)),),
        is_shipped=True,
    )


VOLUMES = playbook("volumes", "Unattached volumes")
BUCKETS = playbook("buckets", "Public buckets", "security", Reach.GLOBAL)


def finding(number: int, *, mendable: bool = True) -> Finding:
    call = Call(id=DELETE, parameters={"VolumeId": f"vol-{number}"}, account="demo", region="eu-west-1")
    fixes = (FindingFix(title="Delete the volume", calls=(call,)),) if mendable else ()
    return Finding(account="demo", region="eu-west-1", severity=Severity.LOW, cells=(f"vol-{number}",), fixes=fixes)


def report(findings: Sequence[Finding], **more: object) -> PlaybookReport:
    return PlaybookReport(
        playbook=VOLUMES,
        findings=tuple(findings),
        looked_at=len(findings),
        places=1,
        **more,  # type: ignore[arg-type]  # as named by the test
    )


def test_a_run_that_met_nothing_does_not_praise_it() -> None:
    assert report([]).sentence == "There is nothing here to look at."


class Heard:
    """What the window asked for."""

    def __init__(self, window: PlaybookWindow) -> None:
        self.runs: list[tuple[str, str]] = []
        self.stops = 0
        self.fixes: list[tuple[list[Finding], str]] = []
        self.saved: list[object] = []
        window.page.run_requested.connect(lambda name, where: self.runs.append((name, where)))
        window.page.stop_requested.connect(self._stop)
        window.page.fix_requested.connect(lambda found, title: self.fixes.append((list(found), title)))
        window.page.save_requested.connect(self.saved.append)

    def _stop(self) -> None:
        self.stops += 1


@pytest.fixture
def copied() -> list[str]:
    return []


@pytest.fixture
def window(qapp: QApplication, copied: list[str]) -> Iterator[PlaybookWindow]:
    parent = QWidget()
    theme = ThemeController(qapp)
    shown = PlaybookWindow(parent, theme, copied.append)
    shown.page.set_places("Demo account", "eu-west-1")
    shown.set_listing(PlaybookListing(playbooks=(VOLUMES, BUCKETS)))
    shown.choose("volumes")
    shown.show()
    yield shown
    parent.deleteLater()


def select(window: PlaybookWindow, *rows: int) -> None:
    model = window.page.table.selectionModel()
    model.clearSelection()
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in rows:
        model.select(window.page.table.model().index(row, 0), flags)


def menu_titles(window: PlaybookWindow) -> list[str]:
    QTest.mouseClick(window.page.fix, Qt.MouseButton.LeftButton)
    menu = next(item for item in window.page.findChildren(QMenu) if item.isVisible())
    return [action.text() for action in menu.actions()]


def test_the_chosen_playbook_is_run_here_or_everywhere(window: PlaybookWindow) -> None:
    heard = Heard(window)
    assert window.page.title.text() == "Unattached volumes"
    QTest.mouseClick(window.page.run, Qt.MouseButton.LeftButton)
    window.page.where.setCurrentIndex(1)
    QTest.mouseClick(window.page.run, Qt.MouseButton.LeftButton)
    assert heard.runs == [("volumes", "here"), ("volumes", "everywhere")]


def test_without_a_choice_the_first_playbook_is_shown_at_the_top_of_its_page(window: PlaybookWindow) -> None:
    window.choose("")
    assert window.page.playbook is not None
    assert window.page.words.text() == "It has not been run yet."
    QApplication.processEvents()
    assert window.page.where.y() < window.page.height() // 3, "the parts do not spread over an empty page"
    assert window.page.where.width() >= window.page.where.sizeHint().width()


def test_where_there_is_no_playbook_nothing_is_said_of_a_run(window: PlaybookWindow) -> None:
    window.set_listing(PlaybookListing())
    assert window.page.words.text() == "Choose a playbook in the list."


def test_the_focus_stays_with_the_run_while_it_goes_on_and_ends(window: PlaybookWindow) -> None:
    window.activateWindow()
    window.page.run.setFocus()
    window.set_running("volumes", Progress(done=0, known=1, found=0))
    assert window.focusWidget() is window.page.stop
    window.set_running("volumes", None)
    assert window.focusWidget() is window.page.run


def test_a_playbook_of_a_whole_account_asks_for_no_region(window: PlaybookWindow) -> None:
    window.choose("buckets")
    assert window.page.title.text() == "Public buckets"
    assert not window.page.where.isEnabled()


def test_the_filter_finds_and_return_runs_once_however_long_it_is_held(window: PlaybookWindow) -> None:
    heard = Heard(window)
    QTest.keyClicks(window.filter, "public")
    assert window.page.title.text() == "Public buckets"
    QTest.keyClick(window.filter, Qt.Key.Key_Return)
    held = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True)
    QApplication.sendEvent(window.filter, held)
    assert heard.runs == [("buckets", "here")]


def test_a_run_shows_how_far_it_is_and_can_be_stopped(window: PlaybookWindow) -> None:
    heard = Heard(window)
    window.set_running("volumes", Progress(done=3, known=12, found=2))
    assert window.page.progress.isVisible()
    assert window.page.words.text() == "Reading: 3 of 12, 2 found"
    assert not window.page.run.isVisible()
    QTest.mouseClick(window.page.stop, Qt.MouseButton.LeftButton)
    assert heard.stops == 1
    window.choose("buckets")
    assert not window.page.progress.isVisible(), "another playbook is not being run"
    assert not window.page.run.isEnabled(), "one at a time"
    window.set_running("volumes", None)
    assert window.page.run.isEnabled()


def test_rows_are_chosen_and_their_fix_is_asked_for(window: PlaybookWindow) -> None:
    heard = Heard(window)
    window.set_report(report([finding(1), finding(2), finding(3)]))
    assert window.page.words.text() == "3 findings, 3 looked at."
    assert not window.page.fix.isEnabled(), "nothing is chosen"
    select(window, 0, 2)
    assert window.page.chosen.text() == "2 chosen"
    assert menu_titles(window) == ["Delete the volume…"]
    menu = next(item for item in window.page.findChildren(QMenu) if item.isVisible())
    menu.actions()[0].trigger()
    assert [(one.cells[0], title) for found, title in heard.fixes for one in found] == [
        ("vol-1", "Delete the volume"),
        ("vol-3", "Delete the volume"),
    ]


def test_the_sorted_and_filtered_rows_are_the_ones_that_are_mended(window: PlaybookWindow) -> None:
    heard = Heard(window)
    window.set_report(report([finding(number) for number in range(12)]))
    window.page.table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    select(window, 0)
    assert [one.cells[0] for one in window.page.chosen_findings()] == ["vol-11"]
    QTest.keyClicks(window.page.filter, "vol-7")
    select(window, 0)
    menu_titles(window)
    next(item for item in window.page.findChildren(QMenu) if item.isVisible()).actions()[0].trigger()
    assert [one.cells[0] for one in heard.fixes[0][0]] == ["vol-7"]


def test_more_than_one_question_can_hold_is_not_offered(window: PlaybookWindow) -> None:
    window.set_report(report([finding(number) for number in range(30)]))
    select(window, *range(30))
    assert not window.page.fix.isEnabled()
    assert window.page.chosen.text() == "30 chosen; 25 can be fixed at once."


def test_what_not_every_chosen_finding_has_is_not_offered(window: PlaybookWindow) -> None:
    window.set_report(report([finding(1), finding(2, mendable=False)]))
    select(window, 0, 1)
    assert not window.page.fix.isEnabled()


def test_what_could_not_be_looked_at_is_told_and_found_nothing_is_no_empty_table(window: PlaybookWindow) -> None:
    failure = PlaceFailure(account="demo", region="us-east-1", error="You may not do this.", count=3)
    window.set_report(report([], failures=(failure,)))
    assert "You may not do this. (3 times)" in window.page.failures.text()
    assert window.page.words.text() == "Nothing found, 0 looked at; 1 could not be looked at."
    assert not window.page.table.isVisible()
    assert not window.page.save.isVisible()


def test_hostile_names_cannot_hide_what_they_are(window: PlaybookWindow) -> None:
    hostile = playbook("x", "Harmless\u202egnp.exe")
    window.set_listing(PlaybookListing(playbooks=(hostile,), problems=("'y' \u202e is broken",)))
    assert "\u202e" not in window.page.title.text()
    assert "\u202e" not in window.problems.text()


def test_every_control_has_a_name(window: PlaybookWindow) -> None:
    window.set_report(report([finding(number) for number in range(12)]))
    assert nameless(window) == []


async def listed(person: Driver) -> list[str]:
    person.controller.open_palette()
    titles: list[str] = []

    def found() -> bool:
        model = person.controller.palette.view.model()
        titles[:] = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
        return any("Mine" in title for title in titles)

    await until(found)
    return titles


def test_the_palette_offers_what_lies_in_the_folder(qt_loop: asyncio.AbstractEventLoop, tmp_path: Path) -> None:
    folder = tmp_path / "baton"
    (folder / "playbooks").mkdir(parents=True)
    (folder / "playbooks" / "mine.yaml").write_text("title: Mine\n", encoding="utf-8")

    async def scenario(person: Driver) -> None:
        assert not person.controller.playbooks.known, "nothing is looked for before somebody asks"
        await listed(person)
        assert [head.name for head in person.controller.playbooks.known] == ["mine"]

    Runner(qt_loop, folder)(scenario)
