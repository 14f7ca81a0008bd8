"""Labels for text that may hold anything: nothing unseen stays unseen, no word is too long for its line."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui.look.stylesheet import set_look
from app.ui.markdown import mark_unseen

_BREAK_EVERY = 20


class Words(QLabel):
    """Plain text that wraps anywhere it must, and never asks for more width than there is."""

    def __init__(self, parent: QWidget, text: str = "", *, look: str = "") -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if look:
            set_look(self, look)
        self.say(text)

    def say(self, text: str) -> None:
        """Show ``text``, with everything unseen written out."""
        marked = mark_unseen(text)
        self.setText(breakable(marked))
        self.setAccessibleName(marked)


def breakable(text: str) -> str:
    """``text`` with places to break lines in words too long for any line."""
    return " ".join(
        "\u200b".join(word[start : start + _BREAK_EVERY] for start in range(0, len(word), _BREAK_EVERY))
        if len(word) > _BREAK_EVERY
        else word
        for word in text.split(" ")
    )
