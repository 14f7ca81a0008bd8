"""Collects Python's garbage on the window's own thread, and on no other. Owns the garbage collector while it lives.

Python collects cycles on whichever thread happens to allocate. A widget or a timer that is part of a cycle would then
be destroyed on a thread of SQLite's or boto3's, and Qt cannot stop a timer from another thread: its next shot goes to
freed memory and ends the process.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 500
WHOLE_EVERY_S = 30.0
"""A collection of everything takes tens of milliseconds, more than a frame: at most this often."""

_FIRST_WHOLE_S = 5.0
_FRAME_S = 0.016
_REST_TICKS = 20
_THAW_EVERY_S = 600.0


_holds: list[object] = []


@contextmanager
def collecting_held() -> Iterator[None]:
    """Collect nothing while something giant is read, and set aside what was made of it: looking at all its objects
    takes several frames, and they are there to stay. They must be in no cycles: what is set aside goes when nothing
    holds it any more, and a cycle only when the window has been at rest.
    """
    hold = object()
    _holds.append(hold)
    try:
        yield
    finally:
        _holds.remove(hold)
        if not gc.isenabled():  # else Python itself collects, in a test
            gc.freeze()


class WindowThreadCollector(QObject):
    """Turns automatic collection off, and collects by Python's own thresholds from a timer until :meth:`stop`.

    What survives a collection that took longer than a frame (modules above all) is set aside (``gc.freeze``): the next
    one does not look at it again. It is looked at after all while the window is at rest.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._whole_at_s = time.monotonic() - WHOLE_EVERY_S + _FIRST_WHOLE_S
        self._thawed_at_s = time.monotonic()
        self._ticks_at_rest = 0
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the generations whose thresholds are passed; nothing where none is."""
        if _holds:
            return
        generation = due_generation(gc.get_count(), gc.get_threshold())
        now_s = time.monotonic()
        if generation is None:
            self._ticks_at_rest += 1
            if self._ticks_at_rest >= _REST_TICKS and now_s - self._thawed_at_s >= _THAW_EVERY_S:
                self._thawed_at_s = now_s
                gc.unfreeze()
                _collect(2)
            return
        self._ticks_at_rest = 0
        if generation == 2 and now_s - self._whole_at_s < WHOLE_EVERY_S:
            generation = 1
        if generation == 2:
            self._whole_at_s = now_s
        _collect(generation)

    def stop(self) -> None:
        """Give the collector back to Python. What is left of the window must be collected by then."""
        self._timer.stop()
        gc.unfreeze()
        gc.collect()
        gc.enable()


def _collect(generation: int) -> None:
    began_s = time.perf_counter()
    gc.collect(generation)
    if time.perf_counter() - began_s > _FRAME_S:
        gc.freeze()


def due_generation(counts: tuple[int, int, int], thresholds: tuple[int, int, int]) -> int | None:
    """The oldest generation that Python itself would collect now, or ``None`` (gc module, ``set_threshold``)."""
    if thresholds[0] == 0 or counts[0] <= thresholds[0]:
        return None
    if counts[1] <= thresholds[1]:
        return 0
    return 2 if counts[2] > thresholds[2] else 1
