"""Goes through the log's shown entries for the next that holds some words, a few milliseconds at a time.

Refuses to know what is done with what it finds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.logs import LogEntry
from app.ui.logs.slices import Slice


class EntryFinder(QObject):
    """``found`` carries the row, -1 where no entry holds the words. What is begun anew or stopped says nothing more."""

    found = Signal(int)

    def __init__(self, parent: QObject, shown: Callable[[], Sequence[LogEntry]], clock: Callable[[], float]) -> None:
        super().__init__(parent)
        self._shown = shown
        self._clock = clock
        self._words: tuple[str, ...] = ()
        self._from, self._step, self._offset, self._round = 0, 1, 1, 0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._look)

    @property
    def is_looking(self) -> bool:
        """Whether entries are still to be looked at."""
        return self._timer.isActive()

    def begin(self, words: Sequence[str], row: int, step: int) -> None:
        """Look for ``words`` from the row after ``row`` on (``step`` 1), or before it (-1), all round the rows that
        there are now: among those, what comes meanwhile shifts nothing.
        """
        self._words = tuple(words)
        self._from, self._step, self._offset, self._round = row, step, 1, len(self._shown())
        self._timer.start()
        self._look()  # what is near is there at once

    def stop(self) -> None:
        """Look no more: the rows are others now."""
        self._timer.stop()

    def _look(self) -> None:
        shown, part = self._shown(), Slice(self._clock)
        while self._offset <= self._round:
            row = (self._from + self._step * self._offset) % self._round
            self._offset += 1
            if shown[row].holds(self._words):
                self._end(row)
                return
            if part.is_over():
                return
        self._end(-1)

    def _end(self, row: int) -> None:
        self._timer.stop()
        self.found.emit(row)
