"""The head of the settings' page of kept answers: how many there are, what room they take, and their deletion."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.domain.caching import CacheInfo
from app.ui.look.stylesheet import set_look
from app.ui.look.tokens import BETWEEN
from app.ui.wording import size_words


class KeptAnswersPage(QWidget):
    """``clear_requested``: delete them all."""

    clear_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = QLabel("…")
        set_look(self.words, "strong")
        self.clear = QPushButton("Clear kept answers")
        self.clear.setEnabled(False)
        self.clear.clicked.connect(self.clear_requested)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(BETWEEN)
        line.addWidget(self.words, 1)
        line.addWidget(self.clear)

    def set_info(self, info: CacheInfo) -> None:
        """Show how much is kept."""
        answers = "1 answer is kept" if info.answers == 1 else f"{info.answers:,} answers are kept"
        since = f", since {info.oldest.astimezone():%Y-%m-%d}" if info.oldest is not None else ""
        words = f"{answers}: {size_words(info.size_bytes)}{since}." if info.answers else "No answers are kept."
        self.words.setText(words)
        self.clear.setEnabled(bool(info.answers))
