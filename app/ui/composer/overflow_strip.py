"""What a person is asked above the composer before a chat that is longer than its model's context is sent.

Emits the choice; refuses to know what becomes of it.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.domain.context import Overflow, OverflowQuestion
from app.domain.language import plural, tr
from app.ui.look.icons import icon
from app.ui.look.sizes import hold_size
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import ThemeController, scaled
from app.ui.look.tokens import BETWEEN, COLUMN_WIDTH, GRID, INSIDE
from app.ui.wording import short_count

_ICON_PX = 16


class OverflowStrip(QWidget):
    """``chosen(Overflow, remember)`` is ``DROP`` or ``SUMMARISE``; ``stopped``; ``more_context_requested``."""

    chosen = Signal(object, bool)
    stopped = Signal()
    more_context_requested = Signal()

    def __init__(self, theme: ThemeController) -> None:
        super().__init__()
        self._theme = theme
        self._mark = QLabel()
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.drop = QPushButton()
        self.drop.clicked.connect(lambda: self._choose(Overflow.DROP))
        self.summarise = QPushButton()
        self.summarise.clicked.connect(lambda: self._choose(Overflow.SUMMARISE))
        self.stop = QPushButton(tr("Stop"))
        self.stop.setToolTip(tr("Send nothing; the message stays (Esc)"))
        self.stop.clicked.connect(self.stopped)
        self.remember = QCheckBox(tr("Remember for this chat"))
        self.more = QPushButton(tr("Load with more context…"))
        set_look(self.more, "link")
        self.more.clicked.connect(self.more_context_requested)
        card = QFrame()
        set_look(card, "composer")
        head = QHBoxLayout()
        head.setSpacing(INSIDE)
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(INSIDE)
        for button in (self.drop, self.summarise, self.stop):
            buttons.addWidget(button)
        buttons.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(BETWEEN)
        foot.addWidget(self.remember)
        foot.addStretch(1)
        foot.addWidget(self.more)
        column = QVBoxLayout(card)
        column.setContentsMargins(14, 12, 14, 10)
        column.setSpacing(INSIDE + GRID)
        column.addLayout(head)
        column.addLayout(buttons)
        column.addLayout(foot)
        hold_size(card, widest_px=COLUMN_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(BETWEEN, INSIDE, BETWEEN, 0)
        row.addStretch(1)
        row.addWidget(card, 1000)
        row.addStretch(1)
        self.setAccessibleName(tr("The chat is longer than the model's context"))
        theme.changed.connect(self._recolour)
        self._recolour()
        self.hide()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What takes the focus, in order."""
        return (self.drop, self.summarise, self.stop, self.remember, self.more)

    def show_question(self, question: OverflowQuestion) -> None:
        """Ask; the focus goes to the choice that changes nothing."""
        self._words.setText(question_words(question))
        self.drop.setText(plural("Drop the oldest turn", "Drop the {count} oldest turns", question.turns))
        self.drop.setAccessibleDescription(tr("They stay in the history, and are no longer sent"))
        self.summarise.setText(
            tr("Try the summary again")
            if question.problem
            else plural("Summarise it", "Summarise them", question.turns)
        )
        self.summarise.setAccessibleDescription(tr("The same model writes a summary, which is sent in their place"))
        self.remember.setChecked(False)
        self.more.setVisible(question.is_local)
        self.show()
        self.stop.setFocus(Qt.FocusReason.OtherFocusReason)
        event = QAccessibleAnnouncementEvent(self, self._words.text())
        QAccessible.updateAccessibility(event)

    def _choose(self, choice: Overflow) -> None:
        self.chosen.emit(choice, self.remember.isChecked())

    def _recolour(self) -> None:
        self._mark.setPixmap(icon("alert", self._theme.tokens.write).pixmap(scaled(_ICON_PX), scaled(_ICON_PX)))


def question_words(question: OverflowQuestion) -> str:
    """What stands in the way, with its numbers."""
    room = question.room
    taken, whole = short_count(question.tokens), short_count(room.context_tokens)
    if question.estimated:
        taken = tr("about {tokens}", tokens=taken)
    kept = short_count(room.reserved_tokens)
    if question.is_local:
        words = tr(
            "This message and the chat take {taken} tokens; the model is loaded with {whole}, "
            "{kept} of them kept for the answer.",
            taken=taken,
            whole=whole,
            kept=kept,
        )
    else:
        words = tr(
            "This message and the chat take {taken} tokens; the model has room for {whole}, "
            "{kept} of them kept for the answer.",
            taken=taken,
            whole=whole,
            kept=kept,
        )
    return f"{question.problem} {words}" if question.problem else words
