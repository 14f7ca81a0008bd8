"""The question before Baton is closed while work goes on. Closing once more is an answer too: it is closed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from app.domain.language import tr
from app.domain.work import Work
from app.services.work.words import quit_question
from app.ui.look.stylesheet import set_look
from app.ui.look.tokens import BETWEEN, INSIDE

_WIDTH = 480


class ClosingQuestion(QFrame):
    """Says what becomes of the work. The way back has the focus."""

    stay_chosen = Signal()
    quit_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_look(self, "popup")
        self.title = QLabel()
        set_look(self.title, "heading")
        self.words = QLabel()
        for label in (self.title, self.words):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.stay = QPushButton(tr("Keep working"))
        self.stay.clicked.connect(self.stay_chosen)
        self.leave = QPushButton(tr("Stop it and quit"))
        set_look(self.leave, "danger")
        self.leave.clicked.connect(self.quit_chosen)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.stay)
        buttons.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(BETWEEN)
        column.addWidget(self.title)
        column.addWidget(self.words)
        column.addSpacing(INSIDE)
        column.addLayout(buttons)
        self.setFocusProxy(self.stay)
        self._lines = column

    def set_works(self, works: Sequence[Work]) -> None:
        """Ask about these."""
        many = len(works) > 1
        self.title.setText(
            tr("{count} pieces of work go on. Quit all the same?", count=len(works))
            if many
            else tr("Work goes on. Quit?")
        )
        self.words.setText(quit_question(works))
        self.leave.setText(tr("Stop them and quit") if many else tr("Stop it and quit"))
        self.setAccessibleName(f"{self.title.text()} {self.words.text()}")

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, self._lines.totalHeightForWidth(_WIDTH))  # the words are broken into lines
