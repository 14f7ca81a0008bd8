"""When an answer that is being written is painted again: not with every word, and less often where that is costly.

Knows rows by their ids only; paints none itself.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, QTimer

FRAME_MS = 33  # between two repaints, however fast tokens come
COST_SHARE = 5  # a repaint that took long is followed by a pause this many times as long


class Repaints(QObject):
    """Collects rows that changed, and calls ``repaint`` for each in time, then ``painted``."""

    def __init__(self, repaint: Callable[[str], None], painted: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._repaint, self._painted = repaint, painted
        self._dirty: set[str] = set()
        self._painted_s = 0.0
        self._pause_ms = FRAME_MS
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._paint)

    @property
    def is_due(self) -> bool:
        """Whether something is still to be painted."""
        return self._timer.isActive()

    def add(self, rows: Collection[str]) -> None:
        """These changed."""
        self._dirty.update(rows)
        if not self._timer.isActive():
            since_ms = (time.perf_counter() - self._painted_s) * 1000
            self._timer.start(max(0, round(self._pause_ms - since_ms)))

    def drop(self, row: str) -> None:
        """It is painted by somebody else."""
        self._dirty.discard(row)

    def clear(self) -> None:
        """Nothing is to be painted any more."""
        self._dirty.clear()

    def _paint(self) -> None:
        began = time.perf_counter()
        while self._dirty:
            self._repaint(self._dirty.pop())
        self._painted()
        self._painted_s = time.perf_counter()
        # A giant table or list being written costs more than a frame: then it is repainted less often.
        self._pause_ms = max(FRAME_MS, round((self._painted_s - began) * 1000 * COST_SHARE))
