"""A filter line over a list of choices: the palette, the model picker and the account picker are made of it.

Owns filtering, keyboard and painting; refuses to know what a choice means.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.domain.language import tr
from app.ui.look.icons import icon
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import ThemeController, scaled, small_font
from app.ui.look.tokens import GRID, INSIDE, Tokens
from app.ui.widgets.fuzzy import score

_Index = QModelIndex | QPersistentModelIndex

CHOICE_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """One line of the list. ``words`` are found by the filter too; ``trailing`` stands at the right edge.

    A choice that is not ``enabled`` is shown with its ``detail`` as the reason, and cannot be chosen.
    """

    id: str
    title: str
    detail: str = ""
    group: str = ""
    trailing: str = ""
    words: str = ""
    icon: str = ""
    enabled: bool = True
    current: bool = False


class ChoiceModel(QAbstractListModel):
    """The choices that fit the filter, with their groups' headings between them (a heading is a ``str``)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()
        self._rows: list[Choice | str] = []
        self._typed = ""

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Replace all choices, keeping the filter."""
        self._choices = tuple(choices)
        self._fill()

    def set_filter(self, typed: str) -> None:
        """Show what fits ``typed``, best first within each group."""
        self._typed = typed.strip()
        self._fill()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == CHOICE_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row if isinstance(row, str) else row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if isinstance(row, str):
                return row
            return ", ".join(part for part in (row.title, row.detail, row.trailing) if part)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, Choice):
            return row.detail or None
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        row = self._rows[index.row()]
        if isinstance(row, str) or not row.enabled:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def first(self) -> int:
        """The row to select at once: the current choice where nothing is typed, else the first that can be chosen."""
        usable = [n for n, row in enumerate(self._rows) if isinstance(row, Choice) and row.enabled]
        if not self._typed:
            for n in usable:
                row = self._rows[n]
                if isinstance(row, Choice) and row.current:
                    return n
        return usable[0] if usable else -1

    def _fill(self) -> None:
        self.beginResetModel()
        groups: dict[str, list[tuple[float, Choice]]] = {}
        for choice in self._choices:
            fit = 0.0
            if self._typed:
                found = score(self._typed, f"{choice.title} {choice.group} {choice.words}")
                if found is None:
                    continue
                fit = found
            groups.setdefault(choice.group, []).append((fit, choice))
        if self._typed:
            for members in groups.values():
                members.sort(key=lambda pair: -pair[0])
            ordered = sorted(groups.items(), key=lambda item: -item[1][0][0])
        else:
            ordered = list(groups.items())
        self._rows = []
        for group, members in ordered:
            if group:
                self._rows.append(group)
            self._rows.extend(choice for _, choice in members)
        self.endResetModel()


class ChoiceDelegate(QStyledItemDelegate):
    """Paints headings, one-line and two-line choices."""

    def __init__(self, theme: ThemeController, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        row = index.data(CHOICE_ROLE)
        if isinstance(row, str):
            return QSize(80, scaled(28))
        return QSize(80, scaled(46 if row.detail else 32))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(CHOICE_ROLE)
        tokens = self._theme.tokens
        rect: QRect = option.rect
        font = QFont(option.font)
        state = option.state
        painter.save()
        if isinstance(row, str):
            _paint_heading(painter, rect, font, row, tokens)
        else:
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            _paint_choice(painter, rect, font, row, tokens, chosen=chosen, direction=option.direction)
        painter.restore()


def _paint_heading(painter: QPainter, rect: QRect, font: QFont, text: str, tokens: Tokens) -> None:
    font = small_font(font)
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(QColor(tokens.muted))
    painter.drawText(rect.adjusted(10, 4, -10, 0), int(Qt.AlignmentFlag.AlignVCenter), text)


def _paint_choice(
    painter: QPainter,
    rect: QRect,
    font: QFont,
    choice: Choice,
    tokens: Tokens,
    *,
    chosen: bool,
    direction: Qt.LayoutDirection,
) -> None:
    def placed(place: QRect) -> QRect:
        return QStyle.visualRect(direction, rect, place)

    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if chosen:
        painter.setBrush(QColor(tokens.pressed))
        painter.setPen(QColor(tokens.chosen_line))
        painter.drawRoundedRect(rect.adjusted(0, 1, -1, -2), 6, 6)
    inner = rect.adjusted(10, 0, -10, 0)
    middle = Qt.AlignmentFlag.AlignVCenter
    begins = int(middle | QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft))
    mark = "check" if choice.current else choice.icon
    if mark:
        colour = tokens.accent if choice.current else tokens.muted
        side = scaled(16)
        icon(mark, colour).paint(painter, placed(QRect(inner.left(), inner.center().y() - side // 2 + 1, side, side)))
    inner.setLeft(inner.left() + scaled(24))
    metrics = QFontMetrics(font)
    if choice.trailing:
        painter.setFont(small_font(font))
        painter.setPen(QColor(tokens.muted))
        width = painter.fontMetrics().horizontalAdvance(choice.trailing)
        ends = int(middle | QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignRight))
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # keys are read so: Ctrl+,
        painter.drawText(placed(inner), ends, choice.trailing)
        painter.setLayoutDirection(direction)
        inner.setRight(inner.right() - width - 12)
    painter.setFont(font)
    painter.setPen(QColor(tokens.text if choice.enabled else tokens.muted))
    if not choice.detail:
        title = metrics.elidedText(choice.title, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(placed(inner), begins, title)
        return
    line_px = scaled(18)
    top = QRect(inner.left(), inner.top() + scaled(5), inner.width(), line_px)
    title = metrics.elidedText(choice.title, Qt.TextElideMode.ElideRight, inner.width())
    painter.drawText(placed(top), begins, title)
    painter.setFont(small_font(font))
    painter.setPen(QColor(tokens.muted))
    detail = painter.fontMetrics().elidedText(choice.detail, Qt.TextElideMode.ElideRight, inner.width())
    painter.drawText(placed(top.translated(0, line_px)), begins, detail)


class ChoicePanel(QFrame):
    """The filter line and the list. ``chosen`` carries a choice's id; ``link_activated`` the id of a footer link."""

    chosen = Signal(str)
    link_activated = Signal(str)
    filter_changed = Signal(str)
    resized = Signal()

    def __init__(self, theme: ThemeController, *, placeholder: str, width: int, height: int) -> None:
        super().__init__()
        set_look(self, "popup")
        self._theme = theme
        self._size = QSize(width, height)
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.edit.setAccessibleName(placeholder)
        self.edit.setClearButtonEnabled(False)
        self.edit.installEventFilter(self)
        self.view = QListView()
        self.view.setAccessibleName(placeholder)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.model = ChoiceModel(self)
        self.view.setModel(self.model)
        self.view.setItemDelegate(ChoiceDelegate(theme, self))
        self._nothing = QLabel()
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_look(self._nothing, "muted")
        self._nothing.hide()
        self._footer = QWidget()
        footer = QHBoxLayout(self._footer)
        footer.setContentsMargins(GRID, 0, GRID, 0)
        self._footer.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(INSIDE, INSIDE, INSIDE, INSIDE)
        layout.setSpacing(GRID)
        layout.addWidget(self.edit)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._nothing, 1)
        layout.addWidget(self._footer)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self._filter)
        self.view.clicked.connect(self._choose)
        self.view.entered.connect(self._follow_pointer)
        theme.changed.connect(self.view.viewport().update)

    def sizeHint(self) -> QSize:
        # No taller than what it lists: short lists make short panels.
        largest = QSize(scaled(self._size.width()), scaled(self._size.height()))
        rows = range(min(self.model.rowCount(), 40))
        listed = sum(self.view.sizeHintForRow(row) for row in rows) if rows else 60
        foot = self._footer.sizeHint().height() + GRID if not self._footer.isHidden() else 0
        wanted = self.edit.sizeHint().height() + listed + foot + 2 * INSIDE + 3 * GRID
        return QSize(largest.width(), min(largest.height(), max(140, wanted)))

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Replace the choices; the filter and, where it still exists, the selection stay."""
        row = self.view.currentIndex().row()
        self.model.set_choices(choices)
        self._select(row if self.edit.text() and 0 <= row < self.model.rowCount() else self.model.first())
        self.resized.emit()

    def set_links(self, links: Sequence[tuple[str, str]]) -> None:
        """Show ``(id, words)`` as links under the list."""
        layout = self._footer.layout()
        assert isinstance(layout, QHBoxLayout)
        while (item := layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for link_id, words in links:
            button = QPushButton(words)
            set_look(button, "link")
            button.clicked.connect(lambda _=False, link_id=link_id: self.link_activated.emit(link_id))
            layout.addWidget(button)
        layout.addStretch(1)
        self._footer.setVisible(bool(links))

    def reset(self) -> None:
        """Empty the filter and go back to the current choice."""
        self.edit.clear()
        self._select(self.model.first())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.edit and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            match event.key():
                case Qt.Key.Key_Down:
                    self._step(1)
                    return True
                case Qt.Key.Key_Up:
                    self._step(-1)
                    return True
                case Qt.Key.Key_PageDown:
                    self._step(8)
                    return True
                case Qt.Key.Key_PageUp:
                    self._step(-8)
                    return True
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    self._choose(self.view.currentIndex())
                    return True
        return super().eventFilter(watched, event)

    def _filter(self, typed: str) -> None:
        self.filter_changed.emit(typed)
        self.model.set_filter(typed)
        self._select(self.model.first())

    def _select(self, row: int) -> None:
        typed = self.edit.text().strip()
        self._nothing.setText(tr("Nothing fits “{typed}”. Fewer letters find more.", typed=typed) if typed else "")
        self._nothing.setVisible(self.model.rowCount() == 0)
        self.view.setVisible(self.model.rowCount() > 0)
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row, 0))
            # A group's heading should be seen with its first choice.
            if row <= 1:
                self.view.scrollToTop()

    def _step(self, by: int) -> None:
        count = self.model.rowCount()
        row = self.view.currentIndex().row()
        direction = 1 if by > 0 else -1
        for _ in range(abs(by)):
            at = row + direction
            while 0 <= at < count and not self.model.flags(self.model.index(at, 0)):
                at += direction
            if not 0 <= at < count:
                if abs(by) == 1:  # round the end, as palettes do
                    self._select(self._end(direction))
                    return
                break
            row = at
        self._select(row)

    def _end(self, direction: int) -> int:
        """The first row that can be chosen, from the top (1) or from the bottom (-1)."""
        rows = range(self.model.rowCount())
        usable = (row for row in rows[::direction] if self.model.flags(self.model.index(row, 0)))
        return next(usable, -1)

    def _follow_pointer(self, index: QModelIndex) -> None:
        if self.model.flags(index):
            self.view.setCurrentIndex(index)

    def _choose(self, index: QModelIndex) -> None:
        row = index.data(CHOICE_ROLE) if index.isValid() else None
        if isinstance(row, Choice) and row.enabled:
            self.chosen.emit(row.id)
