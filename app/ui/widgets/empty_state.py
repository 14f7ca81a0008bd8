"""What stands where a list has nothing in it: what will be there, and the one act that brings it. Does not do it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.look.stylesheet import set_look
from app.ui.look.tokens import BETWEEN, INSIDE


class EmptyState(QWidget):
    """Words, and below them a button that is not there without a text. ``pressed``: it was clicked."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.words.setWordWrap(True)
        set_look(self.words, "muted")
        self.button = QPushButton()
        set_look(self.button, "link")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(BETWEEN, BETWEEN, BETWEEN, BETWEEN)
        column.setSpacing(INSIDE)
        column.addWidget(self.words)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def say(self, words: str, action: str = "") -> None:
        """Show these words, and ``action`` on the button."""
        self.words.setText(words)
        self.button.setText(action)
        self.button.setVisible(bool(action))
