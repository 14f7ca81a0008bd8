"""A line over the transcript of a chat that lies in the archive or the bin: it says so, and offers to bring it back.

Emits the wish; refuses to move a chat.
"""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from app.domain.conversation import Conversation
from app.domain.language import tr
from app.domain.numerals import date_of
from app.domain.searching import Place, place_of
from app.services.chat_places import BIN_DAYS
from app.ui.look.icons import icon
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import ThemeController
from app.ui.look.tokens import BETWEEN, GRID, INSIDE

_ICON_PX = 16


class PlaceStrip(QFrame):
    """``bring_back_requested`` (the chat's id, where it lies)."""

    bring_back_requested = Signal(str, object)

    def __init__(self, theme: ThemeController) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[str, Place] = ("", Place.CHATS)
        set_look(self, "bar")
        self._mark = QLabel()
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.back = QPushButton(tr("Bring it back"))
        self.back.clicked.connect(lambda: self.bring_back_requested.emit(*self._shown))
        line = QHBoxLayout(self)
        line.setContentsMargins(BETWEEN, GRID, BETWEEN, GRID)
        line.setSpacing(INSIDE)
        line.addWidget(self._mark)
        line.addWidget(self.words, 1)
        line.addWidget(self.back)
        theme.changed.connect(self._draw)
        self.hide()

    def set_chat(self, head: Conversation | None) -> None:
        """Say where this chat lies; ``None``, or one in the list: say nothing."""
        self._shown = ("", Place.CHATS) if head is None else (head.id, place_of(head))
        if head is None or self._shown[1] is Place.CHATS:
            self.hide()
            return
        if head.deleted_at is not None:
            day = (head.deleted_at + timedelta(days=BIN_DAYS)).astimezone()
            words = tr("This chat lies in the bin, and is deleted for good on {day}.", day=date_of(day))
        else:
            words = tr("This chat lies in the archive.")
        self.words.setText(words)
        self.setAccessibleName(words)
        self.back.setAccessibleName(tr("Bring this chat back"))
        self.back.setAccessibleDescription(words)
        self._draw()
        self.show()

    def _draw(self) -> None:
        name = "trash" if self._shown[1] is Place.BIN else "archive"
        self._mark.setPixmap(icon(name, self._theme.tokens.muted).pixmap(_ICON_PX, _ICON_PX))
