"""The one way from a Qt slot to a coroutine: a scope holds the tasks, reports their failures and ends them.

Refuses fire-and-forget. A slot calls :meth:`TaskScope.spawn` and awaits nothing.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from app.domain.errors import BatonError, OwnFaultError
from app.domain.language import tr

_log = logging.getLogger(__name__)


class TaskScope(QObject):
    """Tasks that live no longer than their owner.

    ``failed`` carries a :class:`BatonError`: the task's own, or a plain one standing for a fault in Baton, whose
    traceback goes to the log. Cancelled tasks report nothing.
    """

    failed = Signal(object)
    idle = Signal()

    def __init__(self, owner: QObject | None = None) -> None:
        super().__init__(owner)
        self._tasks: set[asyncio.Task[Any]] = set()
        self._closed = False
        # The bound set, not ``self``: when ``destroyed`` comes, this object can no longer be used.
        self.destroyed.connect(partial(_cancel_all, self._tasks))

    @property
    def tasks(self) -> frozenset[asyncio.Task[Any]]:
        """What is running now."""
        return frozenset(self._tasks)

    @property
    def is_closed(self) -> bool:
        """Whether nothing can be spawned any more."""
        return self._closed

    def spawn(self, coroutine: Coroutine[Any, Any, Any], *, name: str) -> asyncio.Task[Any]:
        """Run ``coroutine`` as a task called ``name``. After :meth:`aclose` it is dropped, cancelled at once."""
        task = asyncio.get_running_loop().create_task(coroutine, name=name)
        if self._closed:
            task.cancel()
            return task
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def cancel(self) -> None:
        """Ask every task to end, without waiting."""
        _cancel_all(self._tasks)

    async def aclose(self) -> None:
        """Cancel every task and wait until each has ended; nothing can be spawned afterwards."""
        self._closed = True
        current = asyncio.current_task()
        while others := [task for task in self._tasks if task is not current]:
            for task in others:
                task.cancel()
            await asyncio.wait(others)

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (fault := task.exception()) is not None:
            self._report(task.get_name(), fault)
        if not self._tasks and isValid(self):
            self.idle.emit()

    def _report(self, name: str, fault: BaseException) -> None:
        if isinstance(fault, BatonError):
            notice = fault
        else:
            _log.error("The task %r failed", name, exc_info=fault)
            notice = unexpected(fault)
        if isValid(self):
            self.failed.emit(notice)


def unexpected(fault: BaseException) -> OwnFaultError:
    """A fault of Baton's own, in words for the person; the traceback belongs in the log."""
    return OwnFaultError(
        tr("Something went wrong inside Baton; what you were doing may not have finished."),
        remedy=tr("Try it again. If it happens again, the log has the details (Help > Show log)."),
        detail=repr(fault),
    )


def _cancel_all(tasks: set[asyncio.Task[Any]], *_: object) -> None:
    cancel: Callable[[asyncio.Task[Any]], bool] = asyncio.Task.cancel
    for task in tuple(tasks):
        if not task.get_loop().is_closed():
            cancel(task)
