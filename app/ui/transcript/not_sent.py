"""The place in a conversation above which nothing is sent to the model, said in a line that unfolds to its summary."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QTextEdit, QWidget

from app.domain.language import plural
from app.ui.look.stylesheet import set_look
from app.ui.markdown.blocks import Prose
from app.ui.markdown.render import literal
from app.ui.transcript.items import Item, NotSent
from app.ui.transcript.prose import RichText
from app.ui.transcript.segment import Segment, Surroundings
from app.ui.widgets.disclosure import Disclosure

_RULE_PX = 16  # of the line on either side, at least
_PAD_PX = 12


class NotSentSegment(Segment):
    """``—— The 6 oldest turns are not sent to the model ——``"""

    gap = 0

    def __init__(self, surroundings: Surroundings, parent: QWidget) -> None:
        super().__init__(surroundings, parent)
        self._item = NotSent(key="", turns=0)
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_look(self._words, "muted")
        self._button = Disclosure(self, surroundings.theme)
        self._button.clicked.connect(self._toggled)
        self._text = RichText(surroundings, self)

    def bind(self, item: Item) -> None:
        assert isinstance(item, NotSent)
        text_changed = item.summary != self._item.summary
        self._item = item
        turns = item.turns
        self._words.setText(
            plural(
                "The oldest turn is not sent to the model",
                "The {count} oldest turns are not sent to the model",
                turns,
            )
        )
        self._words.setVisible(not item.summary)
        self._button.setText(
            plural(
                "A summary of the oldest turn is sent in its place",
                "A summary of the {count} oldest turns is sent in their place",
                turns,
            )
        )
        self._button.setVisible(bool(item.summary))
        unfolded = bool(item.summary) and item.key in self.surroundings.state.unfolded
        self._button.setChecked(unfolded)
        self._text.setVisible(unfolded)
        if unfolded and (text_changed or not self._text.toPlainText()):
            self._write()

    def height_for(self, width: int) -> int:
        room = max(width - 2 * (_RULE_PX + _PAD_PX), 80)
        head: QWidget = self._button if self._item.summary else self._words
        wide = min(head.sizeHint().width() if self._item.summary else self._one_line_width(), room)
        tall = self._button.sizeHint().height() if self._item.summary else self._words.heightForWidth(wide)
        head.setGeometry((width - wide) // 2, 0, wide, tall)
        if not self._button.isChecked():
            return tall
        body = self._text.height_for(width - 16)
        self._text.setGeometry(16, tall + 8, width - 16, body)
        return tall + 8 + body

    def restyle(self) -> None:
        if self._button.isChecked():
            self._write()
        self.update()

    def documents(self) -> list[QTextEdit | QPlainTextEdit]:
        return [self._text] if self._button.isChecked() else []

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = QColor(self.theme.tokens.line)
        head = (self._button if self._item.summary else self._words).geometry()
        middle = head.center().y()
        painter.fillRect(QRect(0, middle, max(head.left() - _PAD_PX, 0), 1), colour)
        right = head.right() + _PAD_PX
        painter.fillRect(QRect(right, middle, max(self.width() - right, 0), 1), colour)
        if self._button.isChecked():
            painter.fillRect(QRect(2, self._text.y(), 2, self._text.height()), colour)
        painter.end()

    def _one_line_width(self) -> int:
        return self._words.fontMetrics().horizontalAdvance(self._words.text()) + 4

    def _write(self) -> None:
        pieces = literal(self._item.summary.strip())
        self._text.set_html("".join(piece.html for piece in pieces if isinstance(piece, Prose)), muted=True)

    def _toggled(self) -> None:
        self.surroundings.state.unfolded.symmetric_difference_update({self._item.key})
        item, self._item = self._item, NotSent(key="", turns=0)
        self.bind(item)
        self.surroundings.resized(self)
