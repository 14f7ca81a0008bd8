"""The report of a problem, read and changed by the person before it is saved. Gathers, writes and sends nothing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app.domain.language import plural, tr
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import monospace_font
from app.ui.look.tokens import BETWEEN, INSIDE
from app.ui.widgets.problem_line import ProblemLine, WayOut


class ReportDialog(QDialog):
    """``gather_requested`` says whether accounts may be named; ``save_requested`` and ``copy_requested`` carry the text
    as the person left it.
    """

    gather_requested = Signal(bool)
    save_requested = Signal(str)
    copy_requested = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Report a problem"))
        self.setModal(False)
        self.resize(860, 640)
        self.setMinimumSize(560, 400)
        lead = QLabel(
            tr(
                "This is everything that would be in the report: versions, what works here, changed settings, crashes "
                "and the end of the log. Keys, messages, names of accounts and your home folder's name are taken out. "
                "Read it, strike out what you do not want to give away, and save it. Baton sends it to nobody."
            )
        )
        lead.setWordWrap(True)
        set_look(lead, "muted")
        self.names = QCheckBox(tr("Call my AWS accounts by their names"))
        self.names.toggled.connect(self._gather)
        self.edit = QPlainTextEdit()
        self.edit.setAccessibleName(tr("The report"))
        self.edit.setFont(monospace_font())
        self.edit.setTabChangesFocus(True)
        self.edit.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.words = ProblemLine()
        self.copy = QPushButton(tr("Copy"))
        self.copy.clicked.connect(lambda: self.copy_requested.emit(self.edit.toPlainText()))
        self.save = QPushButton(tr("Save…"))
        set_look(self.save, "primary")
        self.save.clicked.connect(lambda: self.save_requested.emit(self.edit.toPlainText()))
        self.leave = QPushButton(tr("Close"))
        self.leave.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.setSpacing(INSIDE)
        foot.addWidget(self.words, 1)
        foot.addStretch()  # while nothing is said
        for button in (self.leave, self.copy, self.save):
            button.setAutoDefault(False)
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(BETWEEN, BETWEEN, BETWEEN, BETWEEN)
        column.setSpacing(INSIDE)
        column.addWidget(lead)
        column.addWidget(self.names)
        column.addWidget(self.edit, 1)
        column.addLayout(foot)

    def begin(self) -> None:
        """Gather anew, and show it."""
        self._gather()
        self.show()
        self.raise_()
        self.activateWindow()

    def set_report(self, text: str) -> None:
        """Show what was gathered."""
        self._set_ready(True, plural("1 line", "{count} lines", len(text.splitlines())))
        self.edit.setPlainText(text)
        self.edit.setFocus()

    def set_problem(self, words: str, way: WayOut | None = None) -> None:
        """Say why there is no report, or why it could not be saved."""
        self._set_ready(bool(self.edit.toPlainText()), words, look="error", way=way)

    def set_saved(self, words: str) -> None:
        """Say where it lies now."""
        self._set_ready(True, words, look="good")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() not in ("\r", "\n"):  # Enter presses no button here
            super().keyPressEvent(event)

    def _gather(self) -> None:
        self._set_ready(False, tr("Gathering …"))
        self.edit.clear()
        self.gather_requested.emit(self.names.isChecked())

    def _set_ready(self, ready: bool, words: str, *, look: str = "muted", way: WayOut | None = None) -> None:
        self.copy.setEnabled(ready)
        self.save.setEnabled(ready)
        self.names.setEnabled(ready or look == "error")
        self.words.show_problem(words, way, look=look)
