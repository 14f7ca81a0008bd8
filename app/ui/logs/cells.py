"""Paints a cell of the log's table by itself: through the style sheet each costs several times as much, and all that
are seen are painted whenever entries come in. Texts that were laid out are kept for as long as they are seen again.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QStaticText
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app.domain.logs import LogLevel
from app.ui.logs.model import LogModel

_PAD_PX = 6
_TEXTS_KEPT = 1_000
# As numbers: asking a set of flags takes longer than painting the text.
_SELECTED, _HAS_FOCUS = QStyle.StateFlag.State_Selected.value, QStyle.StateFlag.State_HasFocus.value


class LogDelegate(QStyledItemDelegate):
    """Of ``model``, in ``table``."""

    def __init__(self, table: QTableView, model: LogModel) -> None:
        super().__init__(table)
        self._model = model
        self._font = table.font()
        self._laid_out = lru_cache(_TEXTS_KEPT)(self._lay_out)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row, column = index.row(), index.column()
        if not 0 <= row < len(self._model.shown):
            return
        entry = self._model.shown[row]
        rect, palette, state = option.rect, option.palette, option.state.value
        if state & _SELECTED:
            painter.fillRect(rect, palette.brush(QPalette.ColorRole.Highlight))
            painter.setPen(palette.color(QPalette.ColorRole.HighlightedText))
        elif column == 1 and entry.level >= LogLevel.WARNING:
            painter.setPen(self._model.colour(entry))
        else:
            painter.setPen(palette.color(QPalette.ColorRole.Text))
        if option.font != self._font:
            self._font = QFont(option.font)  # the option goes
            self._laid_out.cache_clear()
        text, size = self._laid_out(self._model.cell(entry, column), rect.width() - 2 * _PAD_PX)
        begins_right = option.direction == Qt.LayoutDirection.RightToLeft
        x = rect.right() - _PAD_PX - size.width() if begins_right else rect.left() + _PAD_PX
        painter.setFont(self._font)
        painter.drawStaticText(QPointF(x, rect.top() + (rect.height() - size.height()) / 2), text)
        if state & _HAS_FOCUS:
            painter.setPen(palette.color(QPalette.ColorRole.Text))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _lay_out(self, words: str, room_px: int) -> tuple[QStaticText, QSizeF]:
        text = QStaticText(QFontMetrics(self._font).elidedText(words, Qt.TextElideMode.ElideRight, room_px))
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.prepare(font=self._font)
        return text, text.size()
