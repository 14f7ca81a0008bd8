"""The question what becomes of a long pasted text: a file beside the message, or a part of it. Holds the text."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from app.domain.language import tr
from app.domain.numerals import number
from app.ui.look.stylesheet import set_look
from app.ui.look.tokens import INSIDE
from app.ui.wording import short_count

LONG_CHARS = 8_000
LONG_LINES = 200

GIANT_CHARS = 200_000
GIANT_LINES = 2_000


def is_giant(text: str) -> bool:
    """Whether a pasted text becomes a file unasked: the field would stand still over it."""
    return len(text) > GIANT_CHARS or text.count("\n") >= GIANT_LINES


def is_long(text: str) -> bool:
    """Whether a pasted text is better a file beside the message."""
    return len(text) > LONG_CHARS or text.count("\n") >= LONG_LINES


class PasteOffer(QFrame):
    """``attach_chosen`` and ``insert_chosen`` carry the text; Esc takes neither."""

    attach_chosen = Signal(str)
    insert_chosen = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        set_look(self, "surface")
        self._words = QLabel()
        self.attach = QPushButton(tr("Attach as a file"))
        self.insert = QPushButton(tr("Insert here"))
        set_look(self.attach, "primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(INSIDE, INSIDE, INSIDE, INSIDE)
        row.setSpacing(INSIDE)
        row.addWidget(self._words, 1)
        row.addWidget(self.insert)
        row.addWidget(self.attach)
        self.attach.clicked.connect(lambda: self._choose(self.attach_chosen))
        self.insert.clicked.connect(lambda: self._choose(self.insert_chosen))
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether a text waits for the choice."""
        return bool(self._text)

    def offer(self, text: str) -> None:
        """Ask about ``text``, and take the focus."""
        self._text = text
        lines = text.count("\n") + 1
        self._words.setText(
            tr(
                "A long text was pasted: {lines} lines, {letters} letters.",
                lines=number(lines),
                letters=short_count(len(text)),
            )
        )
        self.setAccessibleName(self._words.text())
        self.show()
        self.attach.setFocus(Qt.FocusReason.OtherFocusReason)

    def drop(self) -> None:
        """Forget the text."""
        self._text = ""
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.drop()
                self.closed.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                button = self.insert if self.insert.hasFocus() else self.attach
                button.click()
            case Qt.Key.Key_Left:
                self.insert.setFocus(Qt.FocusReason.TabFocusReason)
            case Qt.Key.Key_Right:
                self.attach.setFocus(Qt.FocusReason.TabFocusReason)
            case _:
                super().keyPressEvent(event)

    def _choose(self, signal: object) -> None:
        text, self._text = self._text, ""
        self.hide()
        signal.emit(text)  # type: ignore[attr-defined]  # a bound signal, which has no type of its own
