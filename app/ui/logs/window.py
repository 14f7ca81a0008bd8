"""The log's window: its entries as they come, by level and words, found, copied and saved. Reads and writes no file."""

from __future__ import annotations

import time
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.domain.language import marked, plural, tr
from app.domain.logs import LogEntry, LogLevel
from app.domain.numerals import number
from app.ui.logs.cells import LogDelegate
from app.ui.logs.finding import EntryFinder
from app.ui.logs.model import LogModel
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import ThemeController, monospace_font
from app.ui.look.tokens import BETWEEN, INSIDE
from app.ui.widgets.empty_state import EmptyState

_LEVELS = (
    (marked("Everything"), LogLevel.DEBUG),
    (marked("Warnings and errors"), LogLevel.WARNING),
    (marked("Errors"), LogLevel.ERROR),
)


class LogWindow(QDialog):
    """``copy_requested`` and ``save_requested`` carry entries; ``report_requested``: a report is wanted."""

    copy_requested = Signal(object)
    save_requested = Signal(object)
    report_requested = Signal()

    def __init__(self, parent: QWidget, theme: ThemeController) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Log"))
        self.setModal(False)
        self.resize(980, 620)
        self.setMinimumSize(640, 400)
        self._theme = theme
        self.model = LogModel(theme.tokens, self)
        self.finder = EntryFinder(self, lambda: self.model.shown, time.perf_counter)
        self.finder.found.connect(self._found)
        self.model.modelReset.connect(self.finder.stop)
        self.model.rowsRemoved.connect(self.finder.stop)
        self.level = QComboBox()
        self.level.setAccessibleName(tr("Which entries are shown"))
        for words, _ in _LEVELS:
            self.level.addItem(tr(words))
        self.level.currentIndexChanged.connect(self._filter)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Find in the log"))
        self.search.setAccessibleName(tr("Find in the log"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._searched)
        self.only = QCheckBox(tr("Only what matches"))
        self.only.setChecked(True)
        self.only.toggled.connect(self._filter)
        self.follow = QCheckBox(tr("Follow the end"))
        self.follow.setChecked(True)
        self.follow.toggled.connect(self._follow)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setItemDelegate(LogDelegate(self.table, self.model))
        self.table.setAccessibleName(tr("Entries of the log"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        rows = self.table.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(26)
        columns = self.table.horizontalHeader()
        columns.setStretchLastSection(True)
        columns.setHighlightSections(False)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place, width in enumerate((150, 80, 190)):
            columns.resizeSection(place, width)
        self.detail = QPlainTextEdit()
        self.detail.setReadOnly(True)
        self.detail.setAccessibleName(tr("The whole entry"))
        self.detail.setFont(monospace_font())
        self.detail.setTabChangesFocus(True)
        self.detail.setPlaceholderText(tr("Choose an entry to read it whole."))
        self.table.selectionModel().currentRowChanged.connect(self._show_entry)
        self.nothing = EmptyState()
        self.nothing.pressed.connect(self._show_all)
        QVBoxLayout(self.table.viewport()).addWidget(self.nothing)
        self.nothing.hide()
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self.table)
        parts.addWidget(self.detail)
        parts.setStretchFactor(0, 4)
        parts.setStretchFactor(1, 1)
        parts.setChildrenCollapsible(False)
        self.count = QLabel()
        set_look(self.count, "muted")
        self.copy = QPushButton(tr("Copy"))
        self.copy.setToolTip(tr("The chosen entries, or all that are shown"))
        self.copy.clicked.connect(lambda: self.copy_requested.emit(self.chosen()))
        self.save = QPushButton(tr("Save…"))
        self.save.clicked.connect(lambda: self.save_requested.emit(self.chosen()))
        self.clear = QPushButton(tr("Clear view"))
        self.clear.setToolTip(tr("Shows only what comes from now on; the files stay as they are"))
        self.clear.clicked.connect(self.model.clear)
        self.report = QPushButton(tr("Report a problem…"))
        self.report.clicked.connect(self.report_requested)
        top = QHBoxLayout()
        top.setSpacing(INSIDE)
        for widget in (self.level, self.only, self.follow):
            if widget is self.only:
                top.addWidget(self.search, 1)
            top.addWidget(widget)
        foot = QHBoxLayout()
        foot.setSpacing(INSIDE)
        foot.addWidget(self.count, 1)
        for button in (self.report, self.clear, self.copy, self.save):
            button.setAutoDefault(False)
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(BETWEEN, BETWEEN, BETWEEN, BETWEEN)
        column.setSpacing(INSIDE)
        column.addLayout(top)
        column.addWidget(parts, 1)
        column.addLayout(foot)
        for keys, call in (("Ctrl+F", self._to_search), ("F3", self.find_next), ("Shift+F3", self.find_previous)):
            QShortcut(QKeySequence(keys), self, call)
        self.model.filtered.connect(self._looked)
        self.table.verticalScrollBar().actionTriggered.connect(lambda _: self._moved())
        theme.changed.connect(self._recolour)
        self._looked()

    def add(self, entries: Sequence[LogEntry]) -> None:
        """Entries that came."""
        if entries:
            self.model.add(entries)

    def chosen(self) -> Sequence[LogEntry]:
        """The chosen entries, or where fewer than two are chosen all that are shown."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        shown = self.model.shown
        return [shown[row] for row in rows] if len(rows) > 1 else list(shown)

    def find_next(self) -> None:
        """Go to the next entry that holds the words looked for."""
        self._find(1)

    def find_previous(self) -> None:
        """Go to the entry before that holds them."""
        self._find(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.search.hasFocus():
                self.find_next()
            return  # Enter presses no button here
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit(self.chosen())
            return
        super().keyPressEvent(event)

    def _to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _searched(self) -> None:
        if self.only.isChecked():
            self._filter()

    def _filter(self) -> None:
        words = self.search.text() if self.only.isChecked() else ""
        self.model.set_filter(_LEVELS[self.level.currentIndex()][1], words)

    def _find(self, step: int) -> None:
        words = self.search.text().casefold().split()
        shown = self.model.shown
        if not words or not shown:
            return
        at = self.table.currentIndex().row()
        at = (len(shown) if step < 0 else -1) if at < 0 else at
        self.finder.begin(words, at, step)

    def _found(self, row: int) -> None:
        if row < 0:
            self._say(tr("No entry holds {text!r}.", text=self.search.text()))
            return
        self.follow.setChecked(False)
        self.table.setCurrentIndex(self.model.index(row, 3))
        self.table.scrollTo(self.model.index(row, 0))

    def _show_entry(self, current: QModelIndex, _before: QModelIndex) -> None:
        shown = self.model.shown
        self.detail.setPlainText(shown[current.row()].line if 0 <= current.row() < len(shown) else "")

    def _looked(self) -> None:
        self._follow()  # once for all slices: each move paints a page
        shown, total = len(self.model.shown), self.model.total
        if total:
            self.nothing.say(tr("No entry fits what is looked for."), tr("Show all entries"))
        else:
            self.nothing.say(tr("What Baton does, and what goes wrong, is noted here, line by line."))
        self.nothing.setVisible(not shown)
        if not total:
            self._say(tr("Nothing was noted."))
        elif shown == total:
            self._say(plural("1 entry", "{count} entries", total))
        else:
            self._say(tr("{number} of {count} entries", number=number(shown), count=number(total)))

    def _show_all(self) -> None:
        self.search.clear()
        self.level.setCurrentIndex(0)
        self.search.setFocus()

    def _say(self, words: str) -> None:
        if self.count.text() != words:
            self.count.setText(words)
            if self.search.hasFocus():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.count, words))

    def _follow(self) -> None:
        if self.follow.isChecked():
            self.table.scrollToBottom()

    def _moved(self) -> None:
        """The person scrolled: whoever goes up reads, whoever comes to the end follows it."""
        bar = self.table.verticalScrollBar()
        self.follow.setChecked(bar.sliderPosition() >= bar.maximum())

    def _recolour(self) -> None:
        self.model.set_tokens(self._theme.tokens)
