"""Paints the rows of the list of chats and of what a search found; refuses to know what a click does."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain.conversation import Conversation
from app.domain.language import tr
from app.domain.numerals import clock, day, number
from app.domain.searching import SearchHit
from app.ui.look.icons import icon
from app.ui.look.theme import ThemeController, focus_pen, scaled, small_font
from app.ui.sidebar.conversation_list import ROW_ROLE, RUNNING_ROLE, FolderRow
from app.ui.sidebar.hits import HitGroup, snippet_runs

_Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 32
HIT_HEIGHT = 26
_INDENT = 14


class ConversationDelegate(QStyledItemDelegate):
    """Paints headings, conversations and search hits."""

    def __init__(self, theme: ThemeController, parent: QObject, *, height: int) -> None:
        super().__init__(parent)
        self._theme = theme
        self._height = height
        self.current_id: str | None = None

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        height = HIT_HEIGHT if isinstance(index.data(ROW_ROLE), SearchHit) else self._height
        return QSize(100, scaled(height))

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: _Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setMaxLength(200)
        editor.setAccessibleName(tr("Title"))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: _Index) -> None:
        editor.setGeometry(option.rect.adjusted(2, 1, -2, -1))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, str):
            self._paint_heading(painter, option.rect, option.font, tr(row))
        else:
            self._paint_background(painter, option, row)
            inner = option.rect.adjusted(10, 0, -10, 0)
            if isinstance(row, SearchHit):
                self._paint_hit(painter, inner.adjusted(12, 0, 0, 0), option.font, row)
            elif isinstance(row, HitGroup):
                self._paint_group(painter, inner, option.font, row)
            elif isinstance(row, FolderRow):
                self._paint_folder(painter, inner, option.font, row)
            else:
                self._paint_conversation(painter, inner, option.font, row, running=bool(index.data(RUNNING_ROLE)))
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, font: QFont, text: str) -> None:
        small = small_font(font)
        small.setWeight(QFont.Weight.DemiBold)
        painter.setFont(small)
        painter.setPen(QColor(self._theme.tokens.muted))
        painter.drawText(rect.adjusted(10, 8, -10, 0), int(Qt.AlignmentFlag.AlignVCenter), text)

    def _paint_background(self, painter: QPainter, option: QStyleOptionViewItem, row: object) -> None:
        tokens = self._theme.tokens
        shown = isinstance(row, Conversation) and row.id == self.current_id
        box = option.rect.adjusted(0, 1, 0, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if shown or (option.state & QStyle.StateFlag.State_Selected and isinstance(row, Conversation)):
            if shown:
                painter.setPen(QColor(tokens.chosen_line))
            painter.setBrush(QColor(tokens.pressed))
            painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), 6, 6)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(tokens.hover))
            painter.drawRoundedRect(box, 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(focus_pen(tokens))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)

    def _paint_conversation(
        self, painter: QPainter, inner: QRect, font: QFont, row: Conversation, *, running: bool
    ) -> None:
        tokens = self._theme.tokens
        if running:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawEllipse(_at(painter, inner, QRect(inner.right() - 7, inner.center().y() - 3, 7, 7)))
            inner = _at(painter, inner, inner.adjusted(0, 0, -14, 0))
        elif row.pinned:
            side = scaled(14)
            pin = QRect(inner.right() + 1 - side, inner.center().y() - side // 2 + 1, side, side)
            icon("pin", tokens.muted).paint(painter, _at(painter, inner, pin))
            inner = _at(painter, inner, inner.adjusted(0, 0, -side - 6, 0))
        if row.folder and row.deleted_at is None and not row.archived and not row.pinned:
            inner = _at(painter, inner, inner.adjusted(_INDENT * (row.folder.count("/") + 1), 0, 0, 0))
        painter.setFont(font)
        painter.setPen(QColor(tokens.text))
        title = QFontMetrics(font).elidedText(row.title, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter), title)

    def _paint_folder(self, painter: QPainter, inner: QRect, font: QFont, row: FolderRow) -> None:
        tokens = self._theme.tokens
        left, middle = inner.left() + _INDENT * row.depth, inner.center().y()
        small, side = scaled(14), scaled(16)
        mark = "chevron-down" if row.is_open else "chevron-right"
        icon(mark, tokens.muted).paint(painter, _at(painter, inner, QRect(left - 4, middle - small // 2, small, small)))
        beside = QRect(left - 1 + small, middle - side // 2, side, side)
        icon("folder", tokens.muted).paint(painter, _at(painter, inner, beside))
        painter.setFont(font)
        metrics = QFontMetrics(font)
        count = number(row.count)
        room = metrics.horizontalAdvance(count) + 8
        painter.setPen(QColor(tokens.muted))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), count)
        painter.setPen(QColor(tokens.text))
        name = _at(painter, inner, inner.adjusted(left + small + side + 6 - inner.left(), 0, -room, 0))
        title = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, name.width())
        painter.drawText(name, int(Qt.AlignmentFlag.AlignVCenter), title)

    def _paint_group(self, painter: QPainter, inner: QRect, font: QFont, row: HitGroup) -> None:
        tokens = self._theme.tokens
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        count = number(row.count)
        painter.setFont(font)
        painter.setPen(QColor(tokens.muted))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), count)
        room = inner.width() - QFontMetrics(font).horizontalAdvance(count) - 8
        painter.setFont(bold)
        painter.setPen(QColor(tokens.text))
        title = QFontMetrics(bold).elidedText(row.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter), title)

    def _paint_hit(self, painter: QPainter, inner: QRect, font: QFont, hit: SearchHit) -> None:
        """A snippet, and when it was said."""
        tokens = self._theme.tokens
        small = small_font(font)
        painter.setFont(small)
        painter.setPen(QColor(tokens.muted))
        if hit.node_id:
            when = moment_words(hit.created_at)
            painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), when)
            inner = _at(painter, inner, inner.adjusted(0, 0, -QFontMetrics(small).horizontalAdvance(when) - 8, 0))
        left = inner.left()
        for text, found in snippet_runs(hit.snippet):
            small.setWeight(QFont.Weight.DemiBold if found else QFont.Weight.Normal)
            painter.setFont(small)
            painter.setPen(QColor(tokens.accent if found else tokens.muted))
            room = inner.right() - left
            if room <= 0:
                break
            piece = QFontMetrics(small).elidedText(text, Qt.TextElideMode.ElideRight, room)
            flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
            place = _at(painter, inner, QRect(left, inner.top(), room, inner.height()))
            painter.drawText(place, flags, piece)
            left += QFontMetrics(small).horizontalAdvance(piece)


def _at(painter: QPainter, whole: QRect, place: QRect) -> QRect:
    """Where ``place`` is in ``whole``: on its other side where lines begin on the right."""
    return QStyle.visualRect(painter.layoutDirection(), whole, place)


def moment_words(moment: datetime) -> str:
    """A day in few letters: ``14:05`` for today, ``3 Nov``, ``3 Nov 25``."""
    local, today = moment.astimezone(), datetime.now().astimezone()
    if local.date() == today.date():
        return clock(local)
    return day(local, year=local.year != today.year)
