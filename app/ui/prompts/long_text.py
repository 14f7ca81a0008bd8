"""A field of several lines that takes a long paste without standing still. Plain text only."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QPlainTextEdit

_LONGEST_WRAPPED_WORD = 20_000
"""Letters; the time Qt takes to break a line grows with the square of a word's length."""


class LongTextEdit(QPlainTextEdit):
    """Wraps its lines, unless a word is too long for that; Tab goes on to the next field."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Replace what stands there."""
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self._make_room_for(text)
        self.setPlainText(text)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            text = source.text().replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
            self._make_room_for(text)
            self.textCursor().insertText(text)
            self.ensureCursorVisible()

    def _make_room_for(self, text: str) -> None:
        if any(len(word) > _LONGEST_WRAPPED_WORD for word in text.split()):
            self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
