"""Settings > About: what this is, and what works on this machine; checks nothing itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app import __version__
from app.domain.checks import Check, CheckState
from app.domain.language import marked, tr
from app.services.doctor import way_out
from app.ui.look.icons import icon
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import ThemeController
from app.ui.look.tokens import GRID, INSIDE

_NAMES = {
    "display": marked("display"),
    "folders": marked("folders"),
    "log": marked("log"),
    "keyring": marked("keyring"),
    "secrets": marked("secrets"),
    "gpu": marked("gpu"),
    "memory": marked("memory"),
    "policy": marked("policy"),
    "network": marked("network"),
    "providers": marked("providers"),
}


class AboutPage(QWidget):
    """``check_requested``: the person wants the checks run (again). ``remedy_wanted``: what a finding offers."""

    check_requested = Signal()
    remedy_wanted = Signal(object)

    def __init__(self, theme: ThemeController) -> None:
        super().__init__()
        self._theme = theme
        self._found: tuple[Check, ...] = ()
        title = QLabel(f"Baton {__version__}")
        set_look(title, "heading")
        words = QLabel(
            tr(
                "One window for every model, and a sentence turned into an AWS action that is shown, agreed to and "
                "recorded. MIT licence. Baton sends nothing home: requests go to the models and accounts you choose."
            )
        )
        words.setWordWrap(True)
        set_look(words, "muted")
        head = QLabel(tr("What works on this machine"))
        set_look(head, "strong")
        self.check_button = QPushButton(tr("Check again"))
        self._copy = QPushButton(tr("Copy"))
        self._copy.setToolTip(tr("Copy the findings as text"))
        self._copy.clicked.connect(self._copy_findings)
        self.check_button.clicked.connect(self.check_requested)
        line = QHBoxLayout()
        line.addWidget(head, 1)
        line.addWidget(self._copy)
        line.addWidget(self.check_button)
        self._list = QVBoxLayout()
        self._list.setSpacing(INSIDE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(title)
        column.addWidget(words)
        column.addSpacing(INSIDE)
        column.addLayout(line)
        column.addLayout(self._list)
        column.addStretch(1)

    def set_checks(self, checks: Sequence[Check]) -> None:
        """Show what was found."""
        self._found = tuple(checks)
        self.check_button.setEnabled(True)
        self.check_button.setText(tr("Check again"))
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for check in self._found:
            self._list.addWidget(self._row(check))

    def set_checking(self) -> None:
        """Say that the checks are running."""
        self.check_button.setEnabled(False)
        self.check_button.setText(tr("Checking …"))

    def _row(self, check: Check) -> QWidget:
        tokens = self._theme.tokens
        picture, colour, words = {
            CheckState.OK: ("check", tokens.good, tr("works")),
            CheckState.WARNING: ("alert", tokens.write, tr("warning")),
            CheckState.FAULT: ("close", tokens.destructive, tr("fault")),
        }[check.state]
        mark = QLabel()
        mark.setPixmap(icon(picture, colour).pixmap(16, 16))
        mark.setAccessibleName(words)
        name = _name(check)
        text = QLabel(f"{name}: {check.finding}")
        text.setWordWrap(True)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(text)
        if check.remedy:
            remedy = QLabel(check.remedy)
            remedy.setWordWrap(True)
            remedy.setTextFormat(Qt.TextFormat.PlainText)
            remedy.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            set_look(remedy, "muted")
            column.addWidget(remedy)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, GRID // 2, 0, GRID // 2)
        line.setSpacing(INSIDE)
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(column, 1)
        if (way := way_out(check)) is not None:
            button = QPushButton(way.words)
            button.setAccessibleName(f"{name}: {way.words}")
            button.clicked.connect(partial(self.remedy_wanted.emit, way))
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _copy_findings(self) -> None:
        lines = [f"{check.name}: {check.state}: {check.finding} {check.remedy}".strip() for check in self._found]
        QApplication.clipboard().setText("\n".join([f"Baton {__version__}", *lines]))


def _name(check: Check) -> str:
    """What was checked; names of products are the same in every language."""
    return tr(_NAMES[check.name]) if check.name in _NAMES else check.name
