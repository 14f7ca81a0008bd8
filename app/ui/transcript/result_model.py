"""A result's rows as a Qt model that sorts and filters by itself, quickly for thousands of rows. Changes no cell."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.domain.aws import Table
from app.ui.markdown import mark_direction
from app.ui.transcript.tabular import order_key

_CELL_CHARS = 300  # drawn; the tip and the copy have all of it
_TIP_CHARS = 2_000


class ResultModel(QAbstractTableModel):
    """Rows of a table, in the order and the choice a person asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = Table(columns=(), rows=())
        self._shown: list[int] = []
        self._filter = ""
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None
        self._folded: list[str] | None = None  # each row's cells in small letters, once they were looked through

    @property
    def table(self) -> Table:
        """Every row and column, as AWS gave them."""
        return self._table

    @property
    def shown_table(self) -> Table:
        """The rows as shown: filtered and sorted."""
        return Table(columns=self._table.columns, rows=tuple(self._table.rows[row] for row in self._shown))

    def set_table(self, table: Table) -> None:
        """Show another table, unfiltered and in its own order."""
        self.beginResetModel()
        self._table = table
        self._filter = ""
        self._folded = None
        self._sorted_by = None
        self._shown = list(range(len(table.rows)))
        self.endResetModel()

    def set_filter(self, text: str) -> None:
        """Show only rows that hold every word of ``text`` in some cell."""
        if text != self._filter:
            self.beginResetModel()
            self._filter = text
            self._arrange()
            self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; a column of -1 is AWS's own order."""
        self.layoutAboutToBeChanged.emit()
        self._sorted_by = (column, order) if 0 <= column < len(self._table.columns) else None
        self._arrange()
        self.layoutChanged.emit()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._table.columns)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = self._table.rows[self._shown[index.row()]][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return mark_direction(" ".join(cell[:_CELL_CHARS].split("\n")))
        if role == Qt.ItemDataRole.ToolTipRole:
            text = cell if len(cell) <= _TIP_CHARS else cell[:_TIP_CHARS] + "…"
            # As HTML of our own, since Qt would take a cell that looks like HTML for it.
            return f"<span>{escape(mark_direction(text))}</span>" if len(cell) > 20 else None
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return mark_direction(self._table.columns[section])
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def source_row(self, row: int) -> int:
        """The number of a shown row in the table as AWS gave it."""
        return self._shown[row]

    def column(self, column: int) -> list[str]:
        """A column's cells in the rows that are shown."""
        return [self._table.rows[row][column] for row in self._shown]

    def cells(self, indexes: list[QModelIndex]) -> str:
        """Chosen cells as tab-separated lines, for the clipboard."""
        lines: dict[int, dict[int, str]] = {}
        for index in indexes:
            cell = self._table.rows[self._shown[index.row()]][index.column()]
            lines.setdefault(index.row(), {})[index.column()] = " ".join(cell.split())
        return "\n".join("\t".join(text for _, text in sorted(cells.items())) for _, cells in sorted(lines.items()))

    def _arrange(self) -> None:
        words = self._filter.casefold().split()
        rows = self._table.rows
        if words and self._folded is None:
            self._folded = ["\x00".join(row).casefold() for row in rows]
        shown = list(range(len(rows)))
        if words and self._folded is not None:
            shown = [number for number, folded in enumerate(self._folded) if all(word in folded for word in words)]
        if self._sorted_by is not None:
            column, order = self._sorted_by
            shown.sort(
                key=lambda number: order_key(rows[number][column]), reverse=order is Qt.SortOrder.DescendingOrder
            )
        self._shown = shown
