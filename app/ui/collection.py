"""Collects Python's garbage on the window's own thread, and on no other. Owns the garbage collector while it lives.

Python collects cycles on whichever thread happens to allocate. A widget or a timer that is part of a cycle would then
be destroyed on a thread of SQLite's or boto3's, and Qt cannot stop a timer from another thread: its next shot goes to
freed memory and ends the process.
"""

from __future__ import annotations

import gc
import time

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 500
WHOLE_EVERY_S = 30.0
"""A collection of everything takes tens of milliseconds, more than a frame: at most this often."""


class WindowThreadCollector(QObject):
    """Turns automatic collection off, and collects by Python's own thresholds from a timer until :meth:`stop`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._whole_at_s = time.monotonic()
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the generations whose thresholds are passed; nothing where none is."""
        generation = due_generation(gc.get_count(), gc.get_threshold())
        if generation is None:
            return
        now_s = time.monotonic()
        if generation == 2 and now_s - self._whole_at_s < WHOLE_EVERY_S:
            generation = 1
        if generation == 2:
            self._whole_at_s = now_s
        gc.collect(generation)

    def stop(self) -> None:
        """Give the collector back to Python. What is left of the window must be collected by then."""
        self._timer.stop()
        gc.collect()
        gc.enable()


def due_generation(counts: tuple[int, int, int], thresholds: tuple[int, int, int]) -> int | None:
    """The oldest generation that Python itself would collect now, or ``None`` (gc module, ``set_threshold``)."""
    if thresholds[0] == 0 or counts[0] <= thresholds[0]:
        return None
    if counts[1] <= thresholds[1]:
        return 0
    return 2 if counts[2] > thresholds[2] else 1
