"""The one place where long work is known: what goes on, how far it is, how long it takes, how it ended.

Whoever does the work tells of it here; a front end listens, shows it and stops it. Does no work itself, and forgets
everything when Baton ends.
"""

from __future__ import annotations

import asyncio
import dataclasses
import itertools
import logging
import math
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from app.domain.errors import BatonError, NotFoundError
from app.domain.language import tr
from app.domain.ports import WorkReport
from app.domain.remedies import Remedy, RemedyKind, remedy_of
from app.domain.work import Unit, Work, WorkState

log = logging.getLogger(__name__)

_KEPT = 100
_SHORT_S = 2.0
_SPEED_OVER_S = 8.0
_LOOK_EVERY_S = 0.25
_STALLED_AFTER_S = 15.0

Listener = Callable[[Work], None]


class Speed:
    """How much is done a second: the speed of late counts most, and what came long ago counts for nothing.

    Between two looks at least ``_LOOK_EVERY_S`` pass, so that a burst is no speed.
    """

    def __init__(self, now_s: float, done: float = 0.0) -> None:
        self._at_s, self._done = now_s, done
        self._seen_s = now_s
        self._per_s: float | None = None

    def saw(self, now_s: float, done: float) -> None:
        """``done`` was reached."""
        if done < self._done:  # it begins anew
            self._at_s, self._done, self._per_s = now_s, done, None
        if done > self._done:
            self._seen_s = now_s
        passed = now_s - self._at_s
        if passed < _LOOK_EVERY_S or done == self._done:
            return
        latest = (done - self._done) / passed
        weight = 1.0 if self._per_s is None else 1.0 - math.exp(-passed / _SPEED_OVER_S)
        self._per_s = latest if self._per_s is None else self._per_s + weight * (latest - self._per_s)
        self._at_s, self._done = now_s, done

    def left_s(self, now_s: float, done: float, total: float | None) -> float | None:
        """How long the rest takes; ``None`` where nothing says so, or nothing has moved for long."""
        if total is None or not self._per_s or now_s - self._seen_s > _STALLED_AFTER_S:
            return None
        return max(0.0, total - done) / self._per_s


@dataclasses.dataclass(eq=False)
class _Entry:
    work: Work
    speed: Speed
    began_s: float
    stop: Callable[[], object] | None = None
    again: Callable[[], object] | None = None
    is_stopped: bool = False


class _Report:
    """See :class:`app.domain.ports.WorkReport`."""

    def __init__(self, tray: WorkTray, entry: _Entry) -> None:
        self._tray, self._entry = tray, entry
        self.outcome = ""
        self.state = WorkState.DONE

    @property
    def is_stopped(self) -> bool:
        return self._entry.is_stopped

    def reached(self, done: float, total: float | None = None, *, note: str = "") -> None:
        self._tray.change(self._entry.work.id, state=WorkState.RUNNING, done=done, total=total, note=note)

    def ends_with(self, outcome: str, *, is_failure: bool = False) -> None:
        self.outcome = outcome
        self.state = WorkState.FAILED if is_failure else WorkState.DONE


class WorkTray:
    """Work under way and, of this session, ended. Its methods may be called on any thread.

    Listeners are called on the thread that told of the change. ``clock`` (seconds) is for tests.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.RLock()
        self._ids = itertools.count(1)
        self._entries: dict[int, _Entry] = {}
        self._listeners: list[Listener] = []

    @property
    def works(self) -> Sequence[Work]:
        """What is under way, then what has ended, the newest first in both; with the time left as of now."""
        with self._lock:
            now = self._clock()
            works = [self._timed(entry, now) for entry in self._entries.values()]
        works.reverse()
        return (*(work for work in works if work.is_active), *(work for work in works if not work.is_active))

    @property
    def active(self) -> Sequence[Work]:
        """What is under way."""
        return tuple(work for work in self.works if work.is_active)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` with each piece that changed; the returned function ends that."""

        def entry(work: Work) -> None:
            listener(work)

        with self._lock:
            self._listeners.append(entry)

        def end() -> None:
            with self._lock:
                if entry in self._listeners:
                    self._listeners.remove(entry)

        return end

    @contextmanager
    def doing(
        self,
        title: str,
        *,
        unit: Unit = "",
        stop: Callable[[], object] | None = None,
        again: Callable[[], object] | None = None,
        on_quit: str = "",
    ) -> Iterator[WorkReport]:
        """See :class:`app.domain.ports.WorkRegister`.

        What was done in a moment, and has no outcome to tell of, leaves no trace.
        """
        id = self.begin(title, unit=unit, stop=stop, again=again, on_quit=on_quit)
        with self._lock:
            report = _Report(self, self._entries[id])
        try:
            yield report
        except (asyncio.CancelledError, GeneratorExit, KeyboardInterrupt):
            self.end(id, WorkState.STOPPED, tr("Stopped."))
            raise
        except BaseException as error:
            if report.is_stopped:
                self.end(id, WorkState.STOPPED, tr("Stopped."))
            else:
                told = str(error) if isinstance(error, BatonError) else tr("Something went wrong inside Baton.")
                self.end(id, WorkState.FAILED, told, remedy_of(error))
            raise
        else:
            self.end(id, report.state, report.outcome)

    def begin(
        self,
        title: str,
        *,
        state: WorkState = WorkState.RUNNING,
        unit: Unit = "",
        stop: Callable[[], object] | None = None,
        again: Callable[[], object] | None = None,
        on_quit: str = "",
    ) -> int:
        """Take a piece of work in whose end is told with :meth:`end`; returns its id."""
        with self._lock:
            now = self._clock()
            work = Work(
                id=next(self._ids), title=title, state=state, unit=unit, can_stop=stop is not None, on_quit=on_quit
            )
            self._entries[work.id] = _Entry(work, Speed(now), now, stop, again)
        self._tell(work)
        return work.id

    def change(
        self, id: int, *, state: WorkState, done: float, total: float | None, note: str = "", title: str = ""
    ) -> None:
        """A piece of work is further, or goes on after it was stopped."""
        with self._lock:
            entry = self._entries.get(id)
            if entry is None:
                return
            now = self._clock()
            if not entry.work.is_active:  # it is gone on with
                entry.speed, entry.began_s, entry.is_stopped = Speed(now, done), now, False
            entry.speed.saw(now, done)
            work = entry.work = dataclasses.replace(
                entry.work,
                state=state,
                title=title or entry.work.title,
                done=done,
                total=total,
                note=tr("Stopping …") if entry.is_stopped else note,
                outcome="",
                remedy=None,
                can_stop=entry.stop is not None and not entry.is_stopped,
            )
        self._tell(work)

    def end(self, id: int, state: WorkState, outcome: str = "", remedy: Remedy | None = None) -> None:
        """A piece of work goes on no more. A retry is offered where it knows how to be done again."""
        with self._lock:
            entry = self._entries.get(id)
            if entry is None:
                return
            if state is WorkState.DONE and not outcome and self._clock() - entry.began_s < _SHORT_S:
                del self._entries[id]
            if entry.again is None and remedy is not None and remedy.kind is RemedyKind.RETRY:
                remedy = None
            if entry.again is not None and remedy is None and state is not WorkState.DONE:
                remedy = Remedy(kind=RemedyKind.RETRY)
            work = entry.work = dataclasses.replace(
                entry.work, state=state, note="", outcome=outcome, remedy=remedy, can_stop=False
            )
            ended = [old for old, kept in self._entries.items() if not kept.work.is_active]
            for old in ended[:-_KEPT]:
                del self._entries[old]
        self._tell(work)

    def stop(self, id: int) -> None:
        """Stop a piece of work; it ends once whoever does it has cleaned up. Raises ``NotFoundError``."""
        with self._lock:
            entry = self._of(id)
            call = entry.stop if entry.work.is_active and not entry.is_stopped else None
            if call is None:
                return
            entry.is_stopped = True
            work = entry.work = dataclasses.replace(entry.work, note=tr("Stopping …"), can_stop=False)
        self._tell(work)
        call()

    def again(self, id: int) -> None:
        """Do once more what failed or was stopped. Raises ``NotFoundError``."""
        with self._lock:
            entry = self._of(id)
            call = None if entry.work.is_active else entry.again
        if call is not None:
            call()

    def forget(self, id: int) -> None:
        """Take a piece of work off the list."""
        with self._lock:
            entry = self._entries.pop(id, None)
        if entry is not None:
            self._tell(entry.work)

    def forget_ended(self) -> None:
        """Take off the list what goes on no more; what is paused stays."""
        with self._lock:
            over = [e.work for e in self._entries.values() if not e.work.is_active]
            over = [work for work in over if work.state is not WorkState.PAUSED]
            for work in over:
                del self._entries[work.id]
        for work in over[-1:]:
            self._tell(work)

    def _of(self, id: int) -> _Entry:
        try:
            return self._entries[id]
        except KeyError:
            raise NotFoundError(tr("There is no such work any more.")) from None

    @staticmethod
    def _timed(entry: _Entry, now_s: float) -> Work:
        if not entry.work.is_active:
            return entry.work
        left_s = entry.speed.left_s(now_s, entry.work.done, entry.work.total)
        return dataclasses.replace(entry.work, left_s=left_s)

    def _tell(self, work: Work) -> None:
        with self._lock:
            listeners = tuple(self._listeners)
        for listener in listeners:
            try:
                listener(work)
            except Exception:
                log.exception("whoever watches the work failed")  # the work itself goes on


def this_task() -> Callable[[], object] | None:
    """What stops the task that calls this; ``None`` where there is none."""
    try:
        task = asyncio.current_task()
    except RuntimeError:
        return None
    return None if task is None else task.cancel
