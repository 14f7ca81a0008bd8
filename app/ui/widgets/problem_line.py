"""Why something did not work, said where it was asked for, with the one button that helps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.ui.look.stylesheet import set_look
from app.ui.look.tokens import INSIDE


@dataclass(frozen=True, kw_only=True, slots=True)
class WayOut:
    """What one press does about a problem: ``words`` on the button, and what it calls."""

    words: str
    call: Callable[[], object]


class ProblemLine(QWidget):
    """Hidden while there is no problem. What comes to stand there is announced."""

    def __init__(self) -> None:
        super().__init__()
        self._way: WayOut | None = None
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.button = QPushButton()
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._press)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(INSIDE)
        line.addWidget(self.words, 1)
        line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def text(self) -> str:
        """What is said."""
        return self.words.text()

    def show_problem(self, text: str, way: WayOut | None = None, *, look: str = "error") -> None:
        """Say why, and offer ``way``; nothing for an empty text."""
        self._way = way
        set_look(self.words, look)
        self.words.setText(text)
        self.button.setVisible(way is not None)
        if way is not None:
            self.button.setText(way.words)
            self.button.setAccessibleDescription(text)
        self.setVisible(bool(text))
        if text and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _press(self) -> None:
        if self._way is not None:
            self._way.call()
