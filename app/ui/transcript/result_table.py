"""A result's table: sorted, filtered, its columns hidden and resized, its cells opened and copied. Alters no cell."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QKeySequence, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.domain.aws import Table
from app.domain.language import tr
from app.ui.look.sizes import hold_size
from app.ui.look.theme import scaled
from app.ui.markdown import mark_unseen
from app.ui.transcript.result_model import ResultModel
from app.ui.transcript.segment import wheel_stays_inside

ROW_PX = 28
HEADER_PX = 30
MAX_ROWS_SHOWN = 10  # at a time; the rest is scrolled to
MAX_COLUMN_PX = 280
_MENU_CHARS = 40


class _Cells(QStyledItemDelegate):
    """Cells that begin where their column's title begins."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.text = f"\u2004{option.text}"  # a third of an em: the style has no padding for cells


class ResultTable(QTableView):
    """A table of texts that gives the wheel back at its ends.

    ``opened`` (row and column of the table, as AWS ordered them): Enter or a double click. ``columns_changed``: one was
    hidden or shown. ``sorted_by`` (a column's title or "", whether downwards).
    """

    opened = Signal(int, int)
    columns_changed = Signal()
    sorted_by = Signal(str, bool)

    def __init__(self, parent: QWidget, copy: Callable[[str], None]) -> None:
        super().__init__(parent)
        self._copy = copy
        self._natural: dict[int, int] = {}  # the columns' widths before the last one is stretched
        self.link_of: Callable[[str], str] = lambda cell: ""
        self.open_link: Callable[[str], None] = lambda address: None
        self.rows = ResultModel(self)
        self.setModel(self.rows)
        self.setSortingEnabled(True)
        header = self.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        header.setHighlightSections(False)
        hold_size(header, height_px=HEADER_PX)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._header_menu)
        header.sortIndicatorChanged.connect(self._sorted)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(scaled(ROW_PX))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(tr("Result"))
        self.setAccessibleDescription(tr("Enter opens a row or what is in a cell."))
        self.setCornerWidget(QWidget(self))
        self.setItemDelegate(_Cells(self))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.verticalHeader().setDefaultSectionSize(scaled(ROW_PX))
            self._fit_columns()

    def set_table(self, table: Table) -> None:
        """Show a table, each column as wide as its first cells want, up to a limit; one that only grew keeps widths."""
        grew = table.columns == self.rows.table.columns and bool(table.columns)
        self.rows.set_table(table)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        if not grew:
            for column in range(len(table.columns)):
                self.setColumnHidden(column, False)
            self._fit_columns()
        self.horizontalHeader().setStretchLastSection(True)

    def _fit_columns(self) -> None:
        table, metrics = self.rows.table, QFontMetrics(self.font())
        for column, title in enumerate(table.columns):
            texts = [title + "      ", *(row[column][:80] for row in table.rows[:60])]
            wanted = max(metrics.horizontalAdvance(text.split("\n")[0]) for text in texts) + 24
            self._natural[column] = min(max(wanted, 56), scaled(MAX_COLUMN_PX))
            self.setColumnWidth(column, self._natural[column])

    @property
    def shown_table(self) -> Table:
        """What is shown: the rows left by the filter in their order, without hidden columns."""
        whole = self.rows.shown_table
        kept = [column for column in range(len(whole.columns)) if not self.isColumnHidden(column)]
        if len(kept) == len(whole.columns):
            return whole
        return Table(
            columns=tuple(whole.columns[column] for column in kept),
            rows=tuple(tuple(row[column] for column in kept) for row in whole.rows),
        )

    def set_hidden(self, titles: set[str]) -> None:
        """Hide the columns of these titles, and no other."""
        for column, title in enumerate(self.rows.table.columns):
            self.setColumnHidden(column, title in titles)

    @property
    def hidden(self) -> set[str]:
        """The titles of the hidden columns."""
        return {title for column, title in enumerate(self.rows.table.columns) if self.isColumnHidden(column)}

    def sort_by(self, title: str, *, downwards: bool) -> None:
        """Sort by a column where there is one of that title."""
        if title in self.rows.table.columns:
            order = Qt.SortOrder.DescendingOrder if downwards else Qt.SortOrder.AscendingOrder
            self.sortByColumn(self.rows.table.columns.index(title), order)

    def fill_columns_menu(self, menu: QMenu) -> None:
        """A line for each column, checked where it is shown; the last one cannot be hidden."""
        shown = len(self.rows.table.columns) - len(self.hidden)
        for column, title in enumerate(self.rows.table.columns):
            line = menu.addAction(mark_unseen(title)[:_MENU_CHARS].replace("&", "&&"))
            line.setCheckable(True)
            line.setChecked(not self.isColumnHidden(column))
            line.setEnabled(self.isColumnHidden(column) or shown > 1)
            line.toggled.connect(lambda on, column=column: self._show_column(column, on=on))
        menu.addSeparator()
        every = menu.addAction(tr("Show all columns"), self._show_all)
        every.setEnabled(bool(self.hidden))

    @property
    def width_wanted(self) -> int:
        """How wide it has to be to show every column as wide as it is."""
        shown = [column for column in range(len(self.rows.table.columns)) if not self.isColumnHidden(column)]
        return sum(map(self.columnWidth, shown[:-1])) + sum(self._natural.get(column, 0) for column in shown[-1:]) + 2

    def height_wanted(self, width: int) -> int:
        """As high as its rows, up to a limit, with room for a scroll bar where the columns are wider than ``width``."""
        rows = min(max(self.rows.rowCount(), 1), MAX_ROWS_SHOWN)
        bar = self.horizontalScrollBar().sizeHint().height() if self.horizontalHeader().length() > width else 0
        return scaled(HEADER_PX) + rows * scaled(ROW_PX) + bar + 2

    def wheelEvent(self, event: QWheelEvent) -> None:
        if wheel_stays_inside(self, event):
            super().wheelEvent(event)
            event.accept()
        else:
            event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self._open(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy(self.rows.cells(self.selectedIndexes()))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier or event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if not index.isValid():
            return
        self.setCurrentIndex(index)
        menu = self._cell_menu(index)
        menu.popup(event.globalPos() if by_mouse else self.viewport().mapToGlobal(self.visualRect(index).bottomLeft()))

    def _cell_menu(self, index: QModelIndex) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        row, column, table = self.rows.source_row(index.row()), index.column(), self.rows.table
        menu.addAction(tr("Open"), lambda: self._open(index))
        menu.addSeparator()
        menu.addAction(tr("Copy cell"), lambda: self._copy(table.rows[row][column]))
        menu.addAction(
            tr("Copy row"), lambda: self._copy("\t".join(" ".join(cell.split()) for cell in table.rows[row]))
        )
        menu.addAction(tr("Copy column"), lambda: self._copy("\n".join(self.rows.column(column))))
        links = {cell: address for cell in table.rows[row] if cell and (address := self.link_of(cell))}
        own = table.rows[row][column]
        if links:
            menu.addSeparator()
            for cell in sorted(links, key=lambda cell: cell != own)[:3]:
                words = tr("Open {name} in the console", name=mark_unseen(cell)[:_MENU_CHARS])
                menu.addAction(words.replace("&", "&&"), partial(self.open_link, links[cell]))
        menu.addSeparator()
        hide = menu.addAction(tr("Hide column"), lambda: self._show_column(column, on=False))
        hide.setEnabled(len(table.columns) - len(self.hidden) > 1)
        return menu

    def _header_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_columns_menu(menu)
        menu.popup(self.horizontalHeader().viewport().mapToGlobal(at))

    def _show_column(self, column: int, *, on: bool) -> None:
        self.setColumnHidden(column, not on)
        self.columns_changed.emit()

    def _show_all(self) -> None:
        self.set_hidden(set())
        self.columns_changed.emit()

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows.source_row(index.row()), index.column())

    def _sorted(self, column: int, order: Qt.SortOrder) -> None:
        titles = self.rows.table.columns
        title = titles[column] if 0 <= column < len(titles) else ""
        self.sorted_by.emit(title, order is Qt.SortOrder.DescendingOrder)
