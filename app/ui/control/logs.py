"""The log's window and the report of a problem: filled while they are open, saved where the person says."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from app.domain.errors import BatonError
from app.domain.language import tr
from app.domain.logs import LogEntry
from app.ui.control.desk import Desk
from app.ui.logs.report_dialog import ReportDialog
from app.ui.logs.window import LogWindow
from app.ui.widgets.problem_line import WayOut

_LOOK_EVERY_MS = 250


class LogController(QObject):
    """Builds both on their first use."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._window: LogWindow | None = None
        self._dialog: ReportDialog | None = None
        self._count = 0
        self._gathering: asyncio.Task[None] | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_EVERY_MS)
        self._clock.timeout.connect(self._look)

    @property
    def window(self) -> LogWindow | None:
        """The log's window, once it was opened."""
        return self._window

    @property
    def dialog(self) -> ReportDialog | None:
        """The report's dialog, once it was opened."""
        return self._dialog

    def show(self) -> None:
        """Show the log."""
        if self._window is None:
            window = self._window = LogWindow(self._desk.window, self._desk.theme)
            window.copy_requested.connect(
                lambda entries: self._desk.scope.spawn(self._copy_entries(entries), name="copy the log")
            )
            window.save_requested.connect(lambda entries: self._save(window, entries, "baton-log.txt"))
            window.report_requested.connect(self.report)
            window.finished.connect(lambda _: self._clock.stop())
            self._desk.scope.spawn(self._read(), name="read the log")
        else:
            self._clock.start()
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
        self._window.table.setFocus()

    def report(self) -> None:
        """Gather a report, and show it."""
        if self._dialog is None:
            dialog = self._dialog = ReportDialog(self._desk.window)
            dialog.gather_requested.connect(self._gather)
            dialog.copy_requested.connect(self._copy)
            dialog.save_requested.connect(lambda text: self._save(dialog, text, "baton-report.txt"))
        self._dialog.begin()

    def close(self) -> None:
        """Put both away."""
        self._clock.stop()
        for top in (self._window, self._dialog):
            if top is not None:
                top.close()

    async def tell_of_crash(self) -> None:
        """Where the last run was brought down, offer to report it."""
        crashes = await asyncio.to_thread(self._desk.app.logs.crashes)
        if crashes and crashes[0].is_new:
            self._desk.warn(
                tr("Baton was brought down by a fault the last time it ran. Your chats are as they were."),
                stays=True,
                action=tr("Report a problem…"),
                call=self.report,
            )

    async def _read(self) -> None:
        assert self._window is not None
        self._window.add(await asyncio.to_thread(self._desk.app.logs.earlier))
        self._look()
        if self._desk.app.logs.problem is not None:
            self._desk.warn(self._desk.app.logs.problem)
        self._clock.start()

    def _look(self) -> None:
        entries, self._count = self._desk.app.logs.after(self._count)
        if self._window is not None:
            self._window.add(entries)

    def _gather(self, with_names: bool) -> None:
        if self._gathering is not None:
            self._gathering.cancel()
        self._gathering = self._desk.scope.spawn(self._gathered(with_names), name="gather a report")

    async def _gathered(self, with_names: bool) -> None:
        assert self._dialog is not None
        try:
            self._dialog.set_report(await self._desk.app.reporter.gather(with_names=with_names))
        except BatonError as error:
            way = self._desk.way_out(error, lambda: self._gather(with_names))
            self._dialog.set_problem(str(error), way)

    async def _copy_entries(self, entries: Sequence[LogEntry]) -> None:
        self._copy(await asyncio.to_thread(_text_of, entries))

    def _copy(self, text: str) -> None:
        QApplication.clipboard().setText(text)
        self._desk.say(tr("It was copied."))

    def _save(self, above: QWidget, text: str | Sequence[LogEntry], name: str) -> None:
        path, _ = QFileDialog.getSaveFileName(above, tr("Save"), str(Path.home() / name), tr("Text (*.txt);;*"))
        if path:
            work = self.save_to(Path(path), text, other=lambda: self._save(above, text, name))
            self._desk.scope.spawn(work, name="save a text")

    async def save_to(self, path: Path, text: str | Sequence[LogEntry], *, other: Callable[[], object]) -> None:
        """Write ``text`` where the person wants it; nobody else may read it. Tells of a failure where it is shown;
        ``other`` asks for another place.
        """
        try:
            await asyncio.to_thread(_write, path, text)
        except OSError as error:
            words = tr(
                "{path!r} cannot be written: {reason}. Choose another folder.", path=str(path), reason=error.strerror
            )
            if self._dialog is not None and self._dialog.isVisible():
                self._dialog.set_problem(words, WayOut(words=tr("Choose another folder…"), call=other))
            else:
                self._desk.warn(words, action=tr("Choose another folder…"), call=other)
            return
        if self._dialog is not None and self._dialog.isVisible():
            self._dialog.set_saved(tr("Saved as {name}.", name=path.name))
        else:
            self._desk.say(tr("Saved as {name}.", name=path.name))


def _text_of(entries: Sequence[LogEntry]) -> str:
    """For a thread: the times alone of 100,000 entries take a second."""
    return "\n".join(entry.line for entry in entries)


def _write(path: Path, text: str | Sequence[LogEntry]) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text if isinstance(text, str) else _text_of(text))
