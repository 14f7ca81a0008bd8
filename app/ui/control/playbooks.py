"""Playbooks from the window: listed, run one at a time, what they find mended after the person agreed."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog

from app.domain.aws import Action, ActionState, PlanState
from app.domain.conversation import NO_AWS
from app.domain.errors import BatonError
from app.domain.language import tr
from app.domain.numerals import number
from app.domain.playbooks import Finding, PlaybookHead, PlaybookReport
from app.domain.spreadsheets import as_csv
from app.services.playbooks.service import Progress
from app.ui.control.desk import Desk
from app.ui.playbooks.page import EVERYWHERE
from app.ui.playbooks.window import PlaybookWindow


class PlaybookController(QObject):
    """Builds the window on its first use; closing it leaves a run going. ``known_changed``: others can be run now."""

    known_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._window: PlaybookWindow | None = None
        self._task: asyncio.Task[None] | None = None
        self._known: Sequence[PlaybookHead] = ()

    @property
    def window(self) -> PlaybookWindow | None:
        """The window, once it was opened."""
        return self._window

    @property
    def known(self) -> Sequence[PlaybookHead]:
        """The playbooks as they were last looked for."""
        return self._known

    def look(self) -> None:
        """Look which playbooks there are, in the background; ``known_changed`` tells of news."""
        self._desk.scope.spawn(self._look(), name="look for playbooks")

    def open(self, name: str = "") -> None:
        """Show the window, with the playbook ``name`` chosen."""
        if self._window is None:
            window = self._window = PlaybookWindow(self._desk.window, self._desk.theme, self._copy)
            window.folder_requested.connect(self._open_folder)
            window.page.run_requested.connect(self._run)
            window.page.stop_requested.connect(self._stop)
            window.page.fix_requested.connect(self._fix)
            window.page.save_requested.connect(self._save)
        if name:
            self._window.choose(name)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
        self._window.filter.setFocus()
        self._desk.scope.spawn(self._list(), name="list playbooks")
        self._desk.scope.spawn(self._show_place(), name="show where playbooks look")

    def close(self) -> None:
        """Put the window away; a run ends with the window's tasks."""
        if self._window is not None:
            self._window.close()

    async def _look(self) -> None:
        heads = await self._desk.app.playbooks.heads()
        if heads != self._known:
            self._known = heads
            self.known_changed.emit()

    async def _list(self) -> None:
        listing = await self._desk.app.playbooks.listing()
        if self._window is not None:
            self._window.set_listing(listing)

    async def _place(self) -> tuple[str, str, str]:
        """The account's key and title, and the region, of the chat shown."""
        settings, aws = self._desk.session.conversation.settings, self._desk.app.aws
        account = await aws.account(None if settings.account == NO_AWS else settings.account)
        return account.key, account.title, settings.region or await aws.region(account)

    async def _show_place(self) -> None:
        _, title, region = await self._place()
        if self._window is not None:
            self._window.page.set_places(title, region)

    def _run(self, name: str, where: str) -> None:
        if self._task is None:
            self._task = self._desk.scope.spawn(self._running(name, where), name=f"playbook {name}")
            self._task.add_done_callback(lambda _: self._ended(name))

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _ended(self, name: str) -> None:
        self._task = None
        if self._window is not None and not self._desk.scope.is_closed:
            self._window.set_running(name, None)

    async def _running(self, name: str, where: str) -> None:
        assert self._window is not None
        window, playbooks = self._window, self._desk.app.playbooks
        window.set_running(name, Progress(done=0, known=1, found=0))
        key, _, region = await self._place()
        regions = await self._desk.app.aws.regions(key) if where == EVERYWHERE else [region]
        playbook = await playbooks.playbook(name)
        places = await playbooks.places([key], regions)
        with self._desk.app.work.doing(
            playbook.title,
            unit="reads",
            stop=self._stop,
            again=lambda: self._run(name, where),
            on_quit=tr("What it found by then is lost."),
        ) as work:

            def tell(progress: Progress) -> None:
                window.set_running(name, progress)
                work.reached(progress.done, progress.known, note=tr("{count} found", count=number(progress.found)))

            report = await playbooks.run(playbook, places, consent=self._desk.consent, progress=tell)
            work.ends_with(report.sentence)
        window.set_running(name, None)
        window.set_report(report)
        if not window.isVisible():
            words = tr("{title}: {text}", title=report.playbook.title, text=report.sentence)
            self._desk.say(words, action=tr("Show"), call=lambda: self.open(name))

    def _fix(self, findings: Sequence[Finding], title: str) -> None:
        self._desk.scope.spawn(self._mend(findings, title), name="mend findings")

    async def _mend(self, findings: Sequence[Finding], title: str) -> None:
        assert self._window is not None
        fixes = [fix for finding in findings for fix in finding.fixes if fix.title == title]
        # The question stands in the main window, over which this one would lie.
        self._window.hide()
        self._desk.window.activateWindow()
        try:
            ended = await self._desk.app.playbooks.fix(fixes, consent=self._desk.consent)
        finally:
            self._window.show()
        if ended.state in (ActionState.DONE, PlanState.DONE):
            words = ended.sentence if isinstance(ended, Action) else ended.title
            self._desk.say(tr("Done: {what}. Run the playbook again to see what is left.", what=words))
        elif ended.error:
            self._desk.warn(ended.error)

    def _save(self, report: PlaybookReport) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self._window, tr("Save the findings"), f"{report.playbook.name}.csv", "CSV (*.csv)"
        )
        if path:
            self._desk.scope.spawn(self._write(Path(path), as_csv(report.table)), name="save findings")

    async def _write(self, path: Path, text: str) -> None:
        try:
            await asyncio.to_thread(path.write_text, text, encoding="utf-8")
        except OSError as error:
            problem = tr("{path!r} could not be written: {reason}.", path=str(path), reason=error.strerror)
            raise BatonError(problem) from error
        self._desk.say(tr("The findings are in {path}.", path=path))

    def _copy(self, text: str) -> None:
        QApplication.clipboard().setText(text)

    def _open_folder(self) -> None:
        folder = Path(self._desk.app.playbooks.own_folder)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self._desk.warn(tr("{path!r} cannot be made: {reason}.", path=str(folder), reason=error.strerror))
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._desk.warn(tr("Your playbooks lie in {folder}.", folder=folder))
