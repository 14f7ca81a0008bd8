"""The head of the settings' page of kept answers: how many there are, what room they take, and their deletion."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.domain.caching import CacheInfo
from app.domain.language import plural, tr
from app.domain.numerals import date_of, number
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
        self.clear = QPushButton(tr("Clear kept answers"))
        self.clear.setEnabled(False)
        self.clear.clicked.connect(self.clear_requested)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(BETWEEN)
        line.addWidget(self.words, 1)
        line.addWidget(self.clear)

    def set_info(self, info: CacheInfo) -> None:
        """Show how much is kept."""
        size = size_words(info.size_bytes)
        if not info.answers:
            words = tr("No answers are kept.")
        elif info.oldest is None:
            words = plural(
                "1 answer is kept: {size}.",
                "{number} answers are kept: {size}.",
                info.answers,
                number=number(info.answers),
                size=size,
            )
        else:
            words = plural(
                "1 answer is kept: {size}, since {day}.",
                "{number} answers are kept: {size}, since {day}.",
                info.answers,
                number=number(info.answers),
                size=size,
                day=date_of(info.oldest),
            )
        self.words.setText(words)
        self.clear.setEnabled(bool(info.answers))
