"""The rows of the log's table: up to 100,000 entries, filtered in slices so that the window never stands still."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from itertools import islice

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QColor

from app.domain.language import marked, tr
from app.domain.logs import LogEntry, LogLevel
from app.ui.logs.slices import Slice
from app.ui.look.tokens import Tokens

MOST_ENTRIES = 100_000
COLUMNS = (marked("Time"), marked("Level"), marked("From"), marked("What"))
_STEP = 100  # entries looked through before the clock is looked at
_TAKEN_IN_EVERY_S = 0.1
"""How often rows come in while many are looked at: each time, the view paints all that it shows."""
_DROPPED = MOST_ENTRIES // 10

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class LogModel(QAbstractTableModel):
    """``filtered``: every entry was looked at for what is wanted now. Entries come in order, the oldest first."""

    filtered = Signal()

    def __init__(
        self, tokens: Tokens, parent: QObject | None = None, clock: Callable[[], float] = time.perf_counter
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._found: list[LogEntry] = []  # wanted, and not yet among the rows
        self._taken_in_at_s = -math.inf
        self._tokens = tokens
        self._entries: list[LogEntry] = []
        self._shown: list[LogEntry] = []
        self._looked_at = 0  # how many of the entries were looked at
        self._level = LogLevel.DEBUG
        self._words: tuple[str, ...] = ()
        self._slices = QTimer(self)
        self._slices.setInterval(0)
        self._slices.timeout.connect(self._look)

    @property
    def shown(self) -> Sequence[LogEntry]:
        """The entries that are wanted, as far as they were looked at."""
        return self._shown

    @property
    def total(self) -> int:
        """How many entries there are, wanted or not."""
        return len(self._entries)

    @property
    def is_filtering(self) -> bool:
        """Whether entries are still to be looked at."""
        return self._slices.isActive()

    def add(self, entries: Sequence[LogEntry]) -> None:
        """New entries at the end; beyond :data:`MOST_ENTRIES` the oldest go."""
        self._entries += entries[-MOST_ENTRIES:]
        if len(self._entries) > MOST_ENTRIES:
            dropped = max(_DROPPED, len(self._entries) - MOST_ENTRIES)
            gone = self._entries[:dropped]
            del self._entries[:dropped]
            self._looked_at = max(0, self._looked_at - dropped)
            self._drop(gone)
        self._go_on()

    def clear(self) -> None:
        """Show nothing of what there is now."""
        self.beginResetModel()
        self._entries, self._shown, self._found, self._looked_at = [], [], [], 0
        self.endResetModel()
        self._slices.stop()
        self.filtered.emit()

    def set_filter(self, level: LogLevel, words: str = "") -> None:
        """Want entries from ``level`` on that hold every word of ``words``, in any case."""
        wanted = tuple(words.casefold().split())
        if (level, wanted) == (self._level, self._words):
            return
        self._level, self._words = level, wanted
        self.beginResetModel()
        self._shown, self._found, self._looked_at = [], [], 0
        self._taken_in_at_s = -math.inf
        self.endResetModel()
        self._go_on()

    def set_tokens(self, tokens: Tokens) -> None:
        """Other colours."""
        self._tokens = tokens
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, len(COLUMNS) - 1))

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(COLUMNS[section])
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self._shown):
            return None
        entry = self._shown[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.cell(entry, index.column())
            case Qt.ItemDataRole.ForegroundRole if index.column() == 1 and entry.level >= LogLevel.WARNING:
                return self.colour(entry)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{tr(COLUMNS[index.column()])}: {self.cell(entry, index.column())}"
            case _:
                return None

    def colour(self, entry: LogEntry) -> QColor:
        """Of the level of what is a warning, or worse."""
        return QColor(self._tokens.destructive if entry.level >= LogLevel.ERROR else self._tokens.write)

    @staticmethod
    def cell(entry: LogEntry, column: int) -> str:
        """What stands there."""
        match column:
            case 0:
                return f"{entry.at.astimezone():%Y-%m-%d %H:%M:%S}"
            case 1:
                return entry.level.words
            case 2:
                return entry.source.removeprefix("app.")
            case _:
                words = entry.text.partition("\n")[0]
                return f"{words} ▸" if entry.detail else words

    def _go_on(self) -> None:
        if self._looked_at < len(self._entries):
            self._slices.start()
        else:
            self._slices.stop()
            self.filtered.emit()

    def _look(self) -> None:
        part = Slice(self._clock)
        while self._looked_at < len(self._entries):
            end = min(len(self._entries), self._looked_at + _STEP)
            self._found += [entry for entry in islice(self._entries, self._looked_at, end) if self._is_wanted(entry)]
            self._looked_at = end
            if part.is_over():
                break
        now_s = self._clock()
        is_over = self._looked_at >= len(self._entries)
        if self._found and (is_over or now_s - self._taken_in_at_s >= _TAKEN_IN_EVERY_S):
            self._taken_in_at_s = now_s
            first = len(self._shown)
            self.beginInsertRows(QModelIndex(), first, first + len(self._found) - 1)
            self._shown += self._found
            self._found = []
            self.endInsertRows()
        self._go_on()

    def _is_wanted(self, entry: LogEntry) -> bool:
        if entry.level < self._level:
            return False
        return not self._words or entry.holds(self._words)

    def _drop(self, gone: Sequence[LogEntry]) -> None:
        """Forget the wanted ones among the entries that went: those that stand first, in the same order."""
        count = 0
        wanted = [*islice(self._shown, len(gone)), *islice(self._found, len(gone))]
        for entry in gone:
            if count < len(wanted) and entry is wanted[count]:
                count += 1
        rows = min(count, len(self._shown))
        del self._found[: count - rows]
        if rows:
            self.beginRemoveRows(QModelIndex(), 0, rows - 1)
            del self._shown[:rows]
            self.endRemoveRows()
