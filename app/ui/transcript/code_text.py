"""Read-only monospaced text, with the numbers of its lines where they are wanted. Knows no language and no button."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from app.ui.look.stylesheet import set_look
from app.ui.look.theme import monospace_font
from app.ui.transcript.segment import wheel_stays_inside
from app.ui.transcript.selection import ConversationSelection

TAB_CHARS = 4
_NUMBER_GAP_PX = 12


class CodeText(QPlainTextEdit):
    """Text that gives the wheel back at its ends."""

    def __init__(self, parent: QWidget, *, size_px: int) -> None:
        super().__init__(parent)
        self.selection: ConversationSelection | None = None  # the row's, where this text is part of one
        self._size_px = size_px
        self._wraps = False
        self._numbers: _Numbers | None = None
        set_look(self, "plain")
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # code is read so everywhere
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setReadOnly(True)
        self.setAcceptDrops(False)
        self.setUndoRedoEnabled(False)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.document().setDocumentMargin(0)
        self.set_size(size_px)

    def set_size(self, size_px: int) -> None:
        """Change the size of the text, in device-independent pixels."""
        self._size_px = size_px
        font = monospace_font(size_px)
        self.document().setDefaultFont(font)
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        # A long line is cut at any letter: so its lines can be counted without laying it out.
        option.setWrapMode(QTextOption.WrapMode.WrapAnywhere if self._wraps else QTextOption.WrapMode.NoWrap)
        option.setTabStopDistance(TAB_CHARS * QFontMetricsF(font).horizontalAdvance(" "))
        self.document().setDefaultTextOption(option)

    def set_wraps(self, wraps: bool) -> None:
        """Break lines at the right edge, or scroll sideways."""
        if wraps != self._wraps:
            self._wraps = wraps
            mode = QPlainTextEdit.LineWrapMode
            self.setLineWrapMode(mode.WidgetWidth if wraps else mode.NoWrap)
            bar = Qt.ScrollBarPolicy
            self.setHorizontalScrollBarPolicy(bar.ScrollBarAlwaysOff if wraps else bar.ScrollBarAsNeeded)
            self.set_size(self._size_px)

    def lines_at(self, width: int) -> int:
        """How many lines the text has where it may be so wide, numbers included."""
        if not self._wraps:
            return self.blockCount()
        advance = QFontMetricsF(self.document().defaultFont()).horizontalAdvance("m")
        columns = max(math.floor((width - self.numbers_width - 1) / advance), 1)
        lines = self.toPlainText().split("\n")
        return sum(max(1, math.ceil(len(line.expandtabs(TAB_CHARS)) / columns)) for line in lines)

    @property
    def numbers_width(self) -> int:
        """What the numbers of the lines take of the width."""
        return 0 if self._numbers is None or self._numbers.isHidden() else self._numbers.width_wanted()

    def set_numbered(self, numbered: bool, colour: str) -> None:
        """Show the numbers of the lines, in ``colour``."""
        if numbered and self._numbers is None:
            self._numbers = _Numbers(self)
        if self._numbers is not None:
            self._numbers.colour = colour
            self._numbers.setVisible(numbered)
            self.setViewportMargins(self.numbers_width, 0, 0, 0)
            self._numbers.update()

    def paint_numbers(self, painter: QPainter, colour: str, width: int) -> None:
        """Draw the numbers of the lines in sight."""
        painter.setFont(self.document().defaultFont())
        painter.setPen(QColor(colour))
        block = self.firstVisibleBlock()
        offset = self.contentOffset()
        while block.isValid():
            box = self.blockBoundingGeometry(block).translated(offset)
            if box.top() > self.viewport().height():
                break
            line = QRect(0, round(box.top()), width - _NUMBER_GAP_PX, round(self.fontMetrics().height()))
            painter.drawText(line, int(Qt.AlignmentFlag.AlignRight), str(block.blockNumber() + 1))
            block = block.next()

    def number_width(self) -> int:
        """What the highest number takes."""
        advance = QFontMetricsF(self.document().defaultFont()).horizontalAdvance("0")
        return math.ceil(len(str(self.blockCount())) * advance) + _NUMBER_GAP_PX

    def changeEvent(self, event: QEvent) -> None:
        if event.type() not in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            super().changeEvent(event)  # the style sheet's font is the chrome's; this text has its own

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.selection is not None:
            self.selection.begin(self)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self.selection is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self.selection.drag(self, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.selection is not None:
            self.selection.end_drag()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if wheel_stays_inside(self, event):
            super().wheelEvent(event)
            event.accept()
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
            return
        if self.selection is not None:
            if event.matches(QKeySequence.StandardKey.Copy) and self.selection.copy():
                return
            if event.matches(QKeySequence.StandardKey.SelectAll):
                self.selection.select_all()
                return
            if self.selection.take_key(self, event):
                return
        super().keyPressEvent(event)


class _Numbers(QWidget):
    """The strip beside the text. Nothing of it is selected or read aloud."""

    def __init__(self, text: CodeText) -> None:
        super().__init__(text)
        self._text = text
        self.colour = "#000000"
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        text.updateRequest.connect(lambda *_: self._follow())
        text.blockCountChanged.connect(lambda _: self._follow())

    def width_wanted(self) -> int:
        return self._text.number_width()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._text.paint_numbers(painter, self.colour, self.width())
        painter.end()

    def _follow(self) -> None:
        self.setGeometry(0, 0, self.width_wanted(), self._text.viewport().height())
        self.update()
