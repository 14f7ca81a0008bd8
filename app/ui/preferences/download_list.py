"""The downloads of Settings > Model files: how far each is, and the buttons its state allows. Downloads nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.domain.hub import Download, DownloadState
from app.domain.language import tr
from app.domain.numerals import number
from app.ui.look.stylesheet import set_look
from app.ui.look.tokens import BETWEEN, GRID, INSIDE
from app.ui.wording import breakable, duration_words, size_words


class DownloadRow(QFrame):
    """One download."""

    paused = Signal(int)
    resumed = Signal(int)
    cancelled = Signal(int)
    dismissed = Signal(int)
    use_requested = Signal(str)

    def __init__(self, download: Download) -> None:
        super().__init__()
        set_look(self, "card")
        self._download = download
        self._title = QLabel()
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        set_look(self._title, "strong")
        self.state = QLabel()
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 1000)
        self.main_button = QPushButton()
        self.end_button = QPushButton()
        words = QVBoxLayout()
        words.setSpacing(GRID)
        words.addWidget(self._title)
        words.addWidget(self._bar)
        words.addWidget(self.state)
        line = QHBoxLayout(self)
        line.setContentsMargins(BETWEEN, 12, 12, 12)
        line.setSpacing(INSIDE)
        line.addLayout(words, 1)
        line.addWidget(self.main_button, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.end_button, 0, Qt.AlignmentFlag.AlignTop)
        self.main_button.clicked.connect(self._act)
        self.end_button.clicked.connect(self._end)
        self.set_download(download)

    def set_download(self, download: Download) -> None:
        """Show where it stands."""
        self._download = download
        name = download.file_name.rpartition("/")[2] or download.repository
        self._title.setText(breakable(name))
        self._title.setAccessibleName(name)
        self._title.setToolTip(download.repository)
        total = download.total_bytes
        self._bar.setVisible(download.state is not DownloadState.DONE)
        if total:
            self._bar.setRange(0, 1000)
            self._bar.setValue(round(download.done_bytes / total * 1000))
        else:
            self._bar.setRange(0, 0 if download.state is DownloadState.RUNNING else 1000)
        main, end = {
            DownloadState.WAITING: (tr("Pause"), tr("Cancel")),
            DownloadState.RUNNING: (tr("Pause"), tr("Cancel")),
            DownloadState.PAUSED: (tr("Go on"), tr("Cancel")),
            DownloadState.FAILED: (tr("Try again"), tr("Cancel")),
            DownloadState.DONE: (tr("Use"), tr("Close")),
        }[download.state]
        self.main_button.setVisible(download.state is not DownloadState.DONE or _is_for_chat(download))
        for button, text in ((self.main_button, main), (self.end_button, end)):
            button.setText(text)
            button.setAccessibleName(f"{text}: {name}")
        self.state.setText(progress_words(download))
        looks = {DownloadState.FAILED: "error", DownloadState.DONE: "good"}
        set_look(self.state, looks.get(download.state, "muted"))

    def _act(self) -> None:
        match self._download.state:
            case DownloadState.WAITING | DownloadState.RUNNING:
                self.paused.emit(self._download.id)
            case DownloadState.PAUSED | DownloadState.FAILED:
                self.resumed.emit(self._download.id)
            case DownloadState.DONE:
                if self._download.model is not None:
                    self.use_requested.emit(self._download.model.name)
                self.dismissed.emit(self._download.id)

    def _end(self) -> None:
        if self._download.state is DownloadState.DONE:
            self.dismissed.emit(self._download.id)
        else:
            self.cancelled.emit(self._download.id)


class DownloadList(QWidget):
    """The rows; hidden where there is none."""

    paused = Signal(int)
    resumed = Signal(int)
    cancelled = Signal(int)
    dismissed = Signal(int)
    use_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[int, DownloadRow] = {}
        head = QLabel(tr("Downloads"))
        set_look(head, "section")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(INSIDE)
        self._column.addWidget(head)
        self.hide()

    def set_downloads(self, downloads: Sequence[Download]) -> None:
        """Show these, and no others."""
        wanted = {download.id: download for download in downloads}
        for id in [id for id in self.rows if id not in wanted]:
            row = self.rows.pop(id)
            row.hide()
            row.deleteLater()
        for id, download in wanted.items():
            if id in self.rows:
                self.rows[id].set_download(download)
                continue
            row = self.rows[id] = DownloadRow(download)
            row.paused.connect(self.paused)
            row.resumed.connect(self.resumed)
            row.cancelled.connect(self.cancelled)
            row.dismissed.connect(self.dismissed)
            row.use_requested.connect(self.use_requested)
            self._column.addWidget(row)
        self.setVisible(bool(self.rows))


def progress_words(download: Download) -> str:
    """How far a download is, how fast, and how long it still takes; or why it stands still."""
    done = size_words(download.done_bytes) if download.done_bytes else ""
    if done and download.total_bytes:
        done = tr("{done} of {total}", done=done, total=size_words(download.total_bytes))
    match download.state:
        case DownloadState.WAITING:
            return tr("Waiting for another download")
        case DownloadState.RUNNING:
            size = size_words(round(download.bytes_per_s))
            speed = tr("{size}/s", size=size) if download.bytes_per_s > 0 else ""
            left = download.seconds_left
            time = tr("{time} left", time=_rounded(left)) if left is not None else ""
            return " · ".join(part for part in (done or tr("Asking the hub …"), speed, time, download.note) if part)
        case DownloadState.PAUSED:
            return tr("Paused at {done}", done=done) if done else tr("Paused")
        case DownloadState.FAILED:
            return download.problem
        case DownloadState.DONE:
            return tr("Downloaded")


def _rounded(seconds: float) -> str:
    if seconds < 60:
        return duration_words(max(1, round(seconds))).replace(".0 s", " s")
    if seconds < 3600:
        return tr("{minutes} min", minutes=number(seconds / 60))
    return tr("{hours} h", hours=number(seconds / 3600, 1))


def _is_for_chat(download: Download) -> bool:
    return download.model is not None and download.model.kind == "chat"
