"""The overview of a conversation's branches: a list to look at, to go through by keys and to jump from.

Shows the outline that it is given; refuses to read or change a conversation.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from app.domain.language import plural, tr
from app.domain.numerals import moment_of, number
from app.ui.dialogs.branch_outline import BranchLine
from app.ui.look.icons import icon
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import ThemeController
from app.ui.look.tokens import BETWEEN, GRID, INSIDE, TURN
from app.ui.markdown import mark_direction

_Index = QModelIndex | QPersistentModelIndex
_LINE = Qt.ItemDataRole.UserRole + 1
_ROW_PX = 46
_INDENT_PX = 20
_MOST_LEVELS = 12  # drawn; what lies deeper stands under the last


class BranchModel(QAbstractListModel):
    """The lines. ``title_of`` gives what a model is called."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: Sequence[BranchLine] = ()
        self.title_of: Callable[[str], str] = lambda model: model

    def set_lines(self, lines: Sequence[BranchLine]) -> None:
        """Replace all of them."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        match role:
            case _ if role == _LINE:
                return line
            case Qt.ItemDataRole.DisplayRole:
                return line.words
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(line)
            case _:
                return None

    def _spoken(self, line: BranchLine) -> str:
        level, words, details = line.level + 1, line.words, self.details(line)
        if line.count <= 1 and line.is_question:
            return tr("Level {level}, You: {words}, {details}", level=level, words=words, details=details)
        if line.count <= 1:
            return tr("Level {level}, Answer: {words}, {details}", level=level, words=words, details=details)
        number, count = line.number, line.count
        if line.is_question:
            return tr(
                "Level {level}, version {number} of {count}, You: {words}, {details}",
                level=level,
                number=number,
                count=count,
                words=words,
                details=details,
            )
        return tr(
            "Level {level}, version {number} of {count}, Answer: {words}, {details}",
            level=level,
            number=number,
            count=count,
            words=words,
            details=details,
        )

    def details(self, line: BranchLine) -> str:
        """Model, time and length in words."""
        facts = [self.title_of(line.model)] if line.model else []
        facts.append(moment_of(line.at))
        facts.append(plural("1 message", "{number} messages", line.messages, number=number(line.messages)))
        if line.is_shown:
            facts.append(tr("shown now"))
        return " · ".join(facts)


class BranchDelegate(QStyledItemDelegate):
    """Paints a line: its place in the tree, its first words, and what is known of it."""

    def __init__(self, theme: ThemeController, model: BranchModel, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(200, _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line: BranchLine = index.data(_LINE)
        tokens, rect = self._theme.tokens, QRect(option.rect)
        level = min(line.level, _MOST_LEVELS)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(
                QPen(QColor(tokens.accent)) if option.state & QStyle.StateFlag.State_HasFocus else Qt.PenStyle.NoPen
            )
            painter.setBrush(QColor(tokens.pressed))
            painter.drawRoundedRect(rect.toRectF().adjusted(1.5, 1.5, -1.5, -1.5), 6, 6)
        painter.setPen(QColor(tokens.line))
        for rail in range(level + 1):
            x = rect.left() + 14 + rail * _INDENT_PX
            painter.drawLine(x, rect.top(), x, rect.bottom())
        left = rect.left() + 14 + level * _INDENT_PX
        colour = QColor(tokens.accent if line.is_shown else tokens.muted)
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(colour if line.is_shown else QColor(tokens.background))
        painter.drawEllipse(left - 4, rect.top() + 11, 8, 8)
        inner = rect.adjusted(0, 0, -12, 0)
        inner.setLeft(left + 14)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if line.is_shown else QFont.Weight.Normal)
        small = QFont(option.font)
        small.setPixelSize(12)
        top = QRect(inner.left(), inner.top() + 5, inner.width(), 19)
        if line.count > 1:
            painter.setFont(small)
            painter.setPen(QColor(tokens.muted))
            version = tr("{number} of {count}", number=line.number, count=line.count)
            painter.drawText(top, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), version)
            top.setRight(top.right() - QFontMetrics(small).horizontalAdvance(version) - 12)
        name = "chat" if line.is_question else "sparkle"
        icon(name, tokens.muted).paint(painter, QRect(top.left(), top.top() + 2, 14, 14))
        top.setLeft(top.left() + 20)
        painter.setFont(font)
        painter.setPen(QColor(tokens.text))
        words = QFontMetrics(font).elidedText(mark_direction(line.words), Qt.TextElideMode.ElideRight, top.width())
        painter.drawText(top, int(Qt.AlignmentFlag.AlignVCenter), words)
        below = QRect(top.left(), inner.top() + 24, inner.right() - top.left(), 17)
        painter.setFont(small)
        painter.setPen(QColor(tokens.muted))
        facts = QFontMetrics(small).elidedText(self._model.details(line), Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, int(Qt.AlignmentFlag.AlignVCenter), facts)
        painter.restore()


class BranchList(QListView):
    """The list: Enter shows a branch, Left goes to the line it forks from, Right to its first version, Del deletes."""

    entered_line = Signal(str)
    deleted_line = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        line = index.data(_LINE) if index.isValid() else None
        if not isinstance(line, BranchLine):
            super().keyPressEvent(event)
            return
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered_line.emit(line.node_id)
            case Qt.Key.Key_Delete:
                self.deleted_line.emit(line.node_id)
            case Qt.Key.Key_Left:
                if line.parent is not None:
                    self.setCurrentIndex(self.model().index(line.parent, 0))
            case Qt.Key.Key_Right:
                after = self.model().index(index.row() + 1, 0)
                following = after.data(_LINE) if after.isValid() else None
                if isinstance(following, BranchLine) and following.parent == index.row():
                    self.setCurrentIndex(after)
            case _:
                super().keyPressEvent(event)


class BranchView(QFrame):
    """A panel for an overlay. ``chosen`` and ``delete_requested`` carry the first message of a branch."""

    chosen = Signal(str)
    delete_requested = Signal(str)

    def __init__(self, theme: ThemeController) -> None:
        super().__init__()
        set_look(self, "popup")
        title = QLabel(tr("Branches of this chat"))
        set_look(title, "heading")
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        set_look(self.summary, "muted")
        self.model = BranchModel(self)
        self.list = BranchList()
        self.list.setAccessibleName(tr("Branches of this chat"))
        self.list.setAccessibleDescription(
            tr("Enter shows a branch, Left goes to where it begins, Right to its versions, Delete deletes it")
        )
        self.list.setModel(self.model)
        self.list.setItemDelegate(BranchDelegate(theme, self.model, self))
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.show_button = QPushButton(tr("Show"))
        set_look(self.show_button, "primary")
        self.delete_button = QPushButton(tr("Delete from here on"))
        foot = QHBoxLayout()
        foot.addWidget(self.delete_button)
        foot.addStretch(1)
        foot.addWidget(self.show_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TURN, TURN, TURN, BETWEEN)
        layout.setSpacing(INSIDE)
        layout.addWidget(title)
        layout.addWidget(self.summary)
        layout.addSpacing(GRID)
        layout.addWidget(self.list, 1)
        layout.addLayout(foot)
        self.setFocusProxy(self.list)
        self.list.entered_line.connect(self.chosen)
        self.list.deleted_line.connect(self.delete_requested)
        self.list.doubleClicked.connect(lambda _index: self._emit(self.chosen))
        self.show_button.clicked.connect(lambda: self._emit(self.chosen))
        self.delete_button.clicked.connect(lambda: self._emit(self.delete_requested))
        theme.changed.connect(lambda _tokens: self.list.viewport().update())

    def sizeHint(self) -> QSize:
        return QSize(760, 620)

    def set_lines(self, lines: Sequence[BranchLine], title_of: Callable[[str], str]) -> None:
        """Show the branches, with the last one that is shown in the transcript chosen."""
        self.model.title_of = title_of
        self.model.set_lines(lines)
        ends = len(lines) - len({line.parent for line in lines if line.parent is not None})
        messages = sum(line.messages for line in lines)
        if ends < 2:
            self.summary.setText(
                tr(
                    "This chat has one branch. Edit a message or answer again, and its versions stand here side by "
                    "side."
                )
            )
        else:
            self.summary.setText(
                tr(
                    "{branches} branches, {messages} messages. The filled dots lead to what is shown.",
                    branches=number(ends),
                    messages=number(messages),
                )
            )
        current = next((row for row in range(len(lines) - 1, -1, -1) if lines[row].is_shown), 0)
        if lines:
            self.list.setCurrentIndex(self.model.index(current, 0))
            self.list.scrollTo(self.model.index(current, 0), QAbstractItemView.ScrollHint.PositionAtCenter)
        self.show_button.setEnabled(bool(lines))
        self.delete_button.setEnabled(ends > 1)

    def _emit(self, signal: Any) -> None:
        line = self.list.currentIndex().data(_LINE)
        if isinstance(line, BranchLine):
            signal.emit(line.node_id)
