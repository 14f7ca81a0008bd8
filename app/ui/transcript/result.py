"""What AWS answered: a table to sort and filter, its JSON, and ways out of the window. Alters nothing in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.domain.aws import CallResult, Table
from app.domain.spreadsheets import as_csv
from app.ui.markdown import mark_direction
from app.ui.stylesheet import set_look
from app.ui.theme import ThemeController
from app.ui.transcript.code import CodeText
from app.ui.transcript.fields import FieldList
from app.ui.transcript.result_model import ResultModel
from app.ui.transcript.segment import tint, tool_button, wheel_stays_inside
from app.ui.transcript.tabular import as_json, as_markdown

ROW_PX = 28
HEADER_PX = 30
MAX_ROWS_SHOWN = 10  # at a time; the rest is scrolled to
FILTER_FROM_ROWS = 8
MAX_COLUMN_PX = 280
JSON_PX = 300
JSON_CHARS = 1_000_000  # shown; copying and saving have all of it


class _Cells(QStyledItemDelegate):
    """Cells that begin where their column's title begins."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.text = f"\u2004{option.text}"  # a third of an em: the style has no padding for cells


class ResultTable(QTableView):
    """A table of texts that gives the wheel back at its ends."""

    def __init__(self, parent: QWidget, copy: Callable[[str], None]) -> None:
        super().__init__(parent)
        self._copy = copy
        self.rows = ResultModel(self)
        self.setModel(self.rows)
        self.setSortingEnabled(True)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.horizontalHeader().setSortIndicatorClearable(True)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setFixedHeight(HEADER_PX)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(ROW_PX)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName("Result")
        self.setCornerWidget(QWidget(self))
        self.setItemDelegate(_Cells(self))

    def set_table(self, table: Table) -> None:
        """Show a table, each column as wide as its first cells want, up to a limit."""
        self.rows.set_table(table)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        metrics = QFontMetrics(self.font())
        for column, title in enumerate(table.columns):
            texts = [title + "      ", *(row[column][:80] for row in table.rows[:60])]
            wanted = max(metrics.horizontalAdvance(text.split("\n")[0]) for text in texts) + 24
            self.setColumnWidth(column, min(max(wanted, 56), MAX_COLUMN_PX))
        self.horizontalHeader().setStretchLastSection(True)

    def height_wanted(self, width: int) -> int:
        """As high as its rows, up to a limit, with room for a scroll bar where the columns are wider than ``width``."""
        rows = min(max(self.rows.rowCount(), 1), MAX_ROWS_SHOWN)
        bar = self.horizontalScrollBar().sizeHint().height() if self.horizontalHeader().length() > width else 0
        return HEADER_PX + rows * ROW_PX + bar + 2

    def wheelEvent(self, event: QWheelEvent) -> None:
        if wheel_stays_inside(self, event):
            super().wheelEvent(event)
            event.accept()
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy(self.rows.cells(self.selectedIndexes()))
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)


class ResultView(QWidget):
    """A result with its bar: how much there is, filter, JSON, copy, save. Hidden until asked for where it is secret."""

    def __init__(
        self,
        theme: ThemeController,
        parent: QWidget,
        *,
        resized: Callable[[], None],
        copy: Callable[[str], None],
        save: Callable[[str, str], None],
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._resized = resized
        self._copy_text = copy
        self._save_text = save
        self._result = CallResult(data={})
        self._name = "result"
        self._json_written = False
        self._secret_shown: Callable[[], None] = lambda: None
        self._json_toggled: Callable[[bool], None] = lambda _: None
        self._cover = QWidget(self)
        words = QLabel("Hidden, because it discloses secrets.", self._cover)
        set_look(words, "muted")
        self._show = QPushButton("Show", self._cover)
        self._show.clicked.connect(self._uncover)
        cover = QHBoxLayout(self._cover)
        cover.setContentsMargins(0, 0, 0, 0)
        cover.addWidget(words)
        cover.addStretch(1)
        cover.addWidget(self._show)
        self._note = QLabel(self)
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        set_look(self._note, "muted")
        self._filter = QLineEdit(self)
        self._filter.setPlaceholderText("Filter rows")
        self._filter.setAccessibleName("Filter rows")
        self._filter.setClearButtonEnabled(True)
        self._filter.setMaximumWidth(180)
        self._filter.textChanged.connect(self._filtered)
        self._json = tool_button(self, "code", "Show as JSON", self._toggle_json)
        self._json.setCheckable(True)
        self._copy = tool_button(self, "copy", "Copy the result…", self._offer_copies)
        self._save = tool_button(self, "save", "Save the result…", self._offer_files)
        bar = QHBoxLayout()
        bar.setSpacing(2)
        bar.addWidget(self._note, 1)
        bar.addWidget(self._filter)
        bar.addSpacing(4)
        bar.addWidget(self._json)
        bar.addWidget(self._copy)
        bar.addWidget(self._save)
        self._table = ResultTable(self, copy)
        self._fields = FieldList(self)
        self._text = CodeText(self, size_px=12)
        self._text.setAccessibleName("Result as JSON")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._cover)
        layout.addLayout(bar)
        layout.addWidget(self._table)
        layout.addWidget(self._fields)
        layout.addWidget(self._text)
        self.restyle()

    def show_result(
        self,
        result: CallResult,
        *,
        name: str,
        covered: bool,
        as_json_first: bool,
        uncovered: Callable[[], None],
        json_toggled: Callable[[bool], None],
    ) -> None:
        """Show ``result``; ``name`` begins the names of files it is saved under. ``covered``: ask before showing."""
        self._result, self._name = result, name
        self._secret_shown, self._json_toggled = uncovered, json_toggled
        self._json_written = False
        self._text.clear()
        self._filter.blockSignals(True)
        self._filter.clear()
        self._filter.blockSignals(False)
        self._cover.setVisible(covered)
        table = None if covered else result.table
        self._table.set_table(table or Table(columns=(), rows=()))
        self._fields.set_value({} if covered or table is not None else result.data)
        self._note.setText(_note(result, None))
        self._json.setChecked(as_json_first)
        for widget in (self._note, self._copy, self._save):
            widget.setVisible(not covered)
        self._filter.setVisible(table is not None and len(table.rows) >= FILTER_FROM_ROWS)
        self._json.setVisible(not covered and bool(result.data))
        self._copy.setVisible(not covered and bool(result.data))
        self._save.setVisible(not covered and bool(result.data))
        self._arrange(covered=covered)

    def fit(self, width: int) -> None:
        """Make the table as high as it should be at ``width``."""
        self._table.setFixedHeight(self._table.height_wanted(width))
        layout = self.layout()
        if layout is not None:
            layout.activate()  # what was shown or hidden just now counts at once, not with the next event

    def restyle(self) -> None:
        """The theme changed."""
        tint(self, self._theme)
        self._text.set_size(12)
        self._fields.restyle()

    def _arrange(self, *, covered: bool) -> None:
        has_table = self._result.table is not None and bool(self._result.table.rows)
        json_now = self._json.isChecked() and not self._json.isHidden()
        if json_now and not self._json_written:
            text = as_json(self._result)
            cut = "" if len(text) <= JSON_CHARS else "\n… cut here; copy or save the result to have all of it"
            self._text.setPlainText(mark_direction(text[:JSON_CHARS]) + cut)
            self._text.setFixedHeight(min(self._text.blockCount() * 17 + 12, JSON_PX))
            self._json_written = True
        self._table.setVisible(not covered and has_table and not json_now)
        self._fields.setVisible(not covered and self._result.table is None and bool(self._result.data) and not json_now)
        self._text.setVisible(not covered and json_now)

    def _uncover(self) -> None:
        self._secret_shown()

    def _toggle_json(self) -> None:
        self._json_toggled(self._json.isChecked())
        self._arrange(covered=False)
        self._resized()

    def _filtered(self, text: str) -> None:
        self._table.rows.set_filter(text)
        self._note.setText(_note(self._result, self._table.rows.rowCount() if text.strip() else None))

    def _offer_copies(self) -> None:
        self._offer(self._copy_text, self._copy, words="Copy")

    def _offer_files(self) -> None:
        def save_as(suffix: str) -> Callable[[str], None]:
            return lambda text: self._save_text(f"{self._name}.{suffix}", text)

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._result.table is not None:
            menu.addAction("Save as CSV…", lambda: save_as("csv")(as_csv(self._table.rows.shown_table)))
            menu.addAction("Save as Markdown…", lambda: save_as("md")(as_markdown(self._table.rows.shown_table)))
        menu.addAction("Save as JSON…", lambda: save_as("json")(as_json(self._result)))
        menu.popup(self._save.mapToGlobal(QPoint(0, self._save.height())))

    def _offer(self, take: Callable[[str], None], button: QWidget, *, words: str) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._result.table is not None:
            menu.addAction(f"{words} as CSV", lambda: take(as_csv(self._table.rows.shown_table)))
            menu.addAction(f"{words} as Markdown", lambda: take(as_markdown(self._table.rows.shown_table)))
        menu.addAction(f"{words} as JSON", lambda: take(as_json(self._result)))
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))


def _note(result: CallResult, filtered: int | None) -> str:
    parts = []
    if result.dry_run:
        parts.append("Dry run: nothing was changed")
    if result.table is not None:
        count = len(result.table.rows)
        rows = "no rows" if count == 0 else "1 row" if count == 1 else f"{count:,} rows"
        parts.append(rows if filtered is None else f"{filtered:,} of {rows}")
    elif not result.data and not result.dry_run:
        parts.append("AWS answered without any data")
    if result.pages > 1:
        parts.append(f"{result.pages:,} pages")
    if result.truncated:
        parts.append(result.limit_note or "cut at the limit")
    return " · ".join(parts)
