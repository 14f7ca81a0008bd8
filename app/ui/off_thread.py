"""Work that only computes, done on a thread of Qt's pool, with its result handed over on the window's thread.

For parts of a row, which come and go while it is done and have no loop of their own. No work may touch a widget.
"""

from __future__ import annotations

import contextlib
import itertools
import logging
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

T = TypeVar("T")
_log = logging.getLogger(__name__)


class OffThread(QObject):
    """Lives on the window's thread. What is to be told of a result stays there too: a thread holds its number only."""

    _done = Signal(int, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._numbers = itertools.count()
        self._waiting: dict[int, Callable[[object], None]] = {}
        self._pool = QThreadPool(self)  # its end waits for what it does
        self._pool.setMaxThreadCount(1)
        self._done.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)

    def run(self, work: Callable[[], T], then: Callable[[T], None]) -> int:
        """Do ``work``; ``then`` gets what it returns, unless it is dropped or fails. Returns its number."""
        number = next(self._numbers)
        self._waiting[number] = then  # type: ignore[assignment]  # it gets what its own work returned

        def task() -> None:
            try:
                result = work()
            except Exception:  # noqa: BLE001  # one formula or one block of code stays as it is
                _log.warning("work for the transcript failed", exc_info=True)
                self._waiting.pop(number, None)
            else:
                with contextlib.suppress(RuntimeError):  # the transcript is gone
                    self._done.emit(number, result)

        self._pool.start(task)
        return number

    def drop(self, number: int) -> None:
        """Nobody wants that result any more."""
        self._waiting.pop(number, None)

    def _hand_over(self, number: int, result: object) -> None:
        then = self._waiting.pop(number, None)
        if then is not None:
            then(result)
