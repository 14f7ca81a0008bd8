"""Work that only computes, done on a thread of Qt's pool, with its result handed over on the window's thread.

For parts of a row, which come and go while it is done and have no loop of their own. No work may touch a widget. The
end waits for none of it: what is under way is broken off where it stands, and what has not begun never does.
"""

from __future__ import annotations

import contextlib
import ctypes
import itertools
import logging
import threading
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThreadPool, Signal

T = TypeVar("T")
_log = logging.getLogger(__name__)


class _BrokenOff(BaseException):
    """Raised in work that nobody waits for any more; no handler of faults may keep it."""


class _End:
    """Whether the end has come, and the thread to break off then. Knows no Qt: it outlives what it ends."""

    def __init__(self) -> None:
        self.has_come = False
        self.working: int | None = None

    def come(self) -> None:
        self.has_come = True
        if (thread := self.working) is not None:
            # It rises before that thread's next step of Python (docs.python.org/3/c-api/init.html).
            ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(_BrokenOff))


class OffThread(QObject):
    """Lives on the window's thread. What is to be told of a result stays there too: a thread holds its number only."""

    _done = Signal(int, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._numbers = itertools.count()
        self._waiting: dict[int, Callable[[object], None]] = {}
        self._end = _End()
        self._pool = QThreadPool(self)  # its end waits for its thread, which has ended its work by then
        self._pool.setMaxThreadCount(1)
        self.destroyed.connect(self._end.come)  # comes before the pool's, which is a child
        if (application := QCoreApplication.instance()) is not None:
            application.aboutToQuit.connect(self._end_work)
        self._done.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)

    def run(self, work: Callable[[], T], then: Callable[[T], None]) -> int:
        """Do ``work``; ``then`` gets what it returns, unless it is dropped or fails. Returns its number."""
        number = next(self._numbers)
        self._waiting[number] = then  # type: ignore[assignment]  # it gets what its own work returned

        end = self._end

        def task() -> None:
            end.working = threading.get_ident()
            try:
                if end.has_come:
                    return
                result = work()
            except _BrokenOff:
                return
            except Exception:  # noqa: BLE001  # one formula or one block of code stays as it is
                _log.warning("work for the transcript failed", exc_info=True)
                self._waiting.pop(number, None)
            else:
                with contextlib.suppress(RuntimeError, _BrokenOff):  # the transcript is gone
                    self._done.emit(number, result)
            finally:
                end.working = None

        self._pool.start(task)
        return number

    def drop(self, number: int) -> None:
        """Nobody wants that result any more."""
        self._waiting.pop(number, None)

    def _end_work(self) -> None:
        self._end.come()

    def _hand_over(self, number: int, result: object) -> None:
        then = self._waiting.pop(number, None)
        if then is not None:
            then(result)
