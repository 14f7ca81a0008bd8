"""Watches Baton's own window while answers stream into it, as a child of the measurement that asked for it.

Sends messages as a person's would be, notes when the first words of each answer are painted, how late the loop gets
and what it costs, prints one JSON object and closes the window. Refuses to be used for anything else.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextBrowser

from app.domain.models import Endpoint

if TYPE_CHECKING:
    from app.services.application import Application
    from app.ui.control.window import WindowController
    from app.ui.shell.main_window import MainWindow

_TICK_S = 0.005
_REST_S = 3.0
_BARE_S = 5
_NAME = "bench"


class FirstPaint(QObject):
    """Notes when words are painted for the first time."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self._painted: asyncio.Future[float] | None = None
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def wait(self, *, words: str) -> asyncio.Future[float]:
        """When a text that holds ``words`` is next painted, by the monotonic clock."""
        self._words = words
        self._painted = asyncio.get_running_loop().create_future()
        return self._painted

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        waiting = self._painted
        if event.type() is QEvent.Type.Paint and waiting is not None and not waiting.done():
            part = watched.parent()
            if isinstance(part, QTextBrowser) and self._words in part.toPlainText():
                QTimer.singleShot(0, self._note)  # once the picture is made
        return False

    def _note(self) -> None:
        if self._painted is not None and not self._painted.done():
            self._painted.set_result(time.monotonic())


class Lateness(QObject):
    """How late the loop would have come to an event, at any moment of a time.

    A tick that comes late stands for every moment it was late at: a stall of 100 ms made an event wait for 100 ms at
    its beginning and for nothing at its end.
    """

    def __init__(self) -> None:
        super().__init__()
        self._late_s: list[tuple[float, float]] = []  # when, and how late
        self._began_s = time.monotonic()
        self._task = asyncio.ensure_future(self._watch())

    def end(self, *, edges_s: float | None = None) -> dict[str, float]:
        """The 99th percentile and the worst, in milliseconds; of that long at the beginning and at the end alone, where
        it is said.
        """
        self._task.cancel()
        first, last = self._began_s + (edges_s or 0.0), time.monotonic() - (edges_s or 0.0)
        ordered = sorted(late for at, late in self._late_s if edges_s is None or not first < at < last) or [0.0]
        return {"p99": ordered[int(len(ordered) * 0.99)] * 1000, "worst": ordered[-1] * 1000}

    async def _watch(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            due = loop.time() + _TICK_S
            await asyncio.sleep(_TICK_S)
            late = loop.time() - due
            while late > 0:
                self._late_s.append((loop.time(), late))
                late -= _TICK_S


class Work(QObject):
    """The processor time of all of this process, second by second."""

    def __init__(self) -> None:
        super().__init__()
        self._at: list[float] = []
        self._task = asyncio.ensure_future(self._watch())

    def end(self) -> list[float]:
        """What was worked in each second that passed."""
        self._task.cancel()
        return [after - before for before, after in pairwise(self._at)]

    async def _watch(self) -> None:
        due = asyncio.get_running_loop().time()
        while True:
            self._at.append(time.process_time())
            due += 1.0
            await asyncio.sleep(max(due - asyncio.get_running_loop().time(), 0.0))


async def _bare_work(rate: int) -> list[float]:
    """The same of a bare text field that words are put into."""
    field = QPlainTextEdit()
    field.resize(800, 600)
    field.show()
    work = Work()
    for _ in range(_BARE_S * rate):
        field.moveCursor(QTextCursor.MoveOperation.End)
        field.insertPlainText("instance ")
        await asyncio.sleep(1 / rate)
    field.deleteLater()
    return work.end()


class StreamWatch:
    """The run of one measurement in one window; ``arguments`` are the endpoint's address, how many short answers, how
    many deltas of the long one, their rate, and how many of its first and of its last come at that rate.
    """

    def __init__(self, arguments: Sequence[str]) -> None:
        self._url, turns, deltas, rate, edge_deltas = arguments
        self._turns, self._deltas, self._rate, self._edge_deltas = int(turns), int(deltas), int(rate), int(edge_deltas)
        self._task: asyncio.Task[None] | None = None

    def begin(self, app: Application, window: MainWindow, controller: WindowController) -> None:
        """Start, once the window is connected."""
        # A task that nobody holds is collected in the middle of its work.
        self._task = asyncio.ensure_future(self._run(app, window, controller))

    async def _run(self, app: Application, window: MainWindow, controller: WindowController) -> None:
        await app.settings.set_endpoints([Endpoint(name=_NAME, url=self._url, needs_key=False)])
        await app.settings.change({"default_model": f"{_NAME}:stream"})
        controller.conversations.new()
        paint = FirstPaint()
        await asyncio.sleep(_REST_S)
        rest = Lateness()
        await asyncio.sleep(_REST_S)
        rest_ms = rest.end()
        shown = [await self._turn(controller, paint, number, f"3 {self._rate}") for number in range(self._turns)]
        late, work = Lateness(), Work()
        shown.append(await self._turn(controller, paint, self._turns, f"{self._deltas} {self._rate}"))
        edges_ms = late.end(edges_s=self._edge_deltas / self._rate)
        seen = {
            "shown_s": shown,
            "late_ms": late.end(),
            "edges_late_ms": edges_ms,
            "rest_ms": rest_ms,
            "work_s": work.end(),
        }
        print(json.dumps(seen | {"bare_work_s": await _bare_work(self._rate)}), flush=True)  # noqa: T201
        window.close()

    async def _turn(self, controller: WindowController, paint: FirstPaint, number: int, text: str) -> float:
        painted = paint.wait(words=f"Part {number}.")
        over = asyncio.Event()
        turns = controller.turns
        changed = turns.running_changed.connect(lambda: None if turns.running else over.set())
        turns.send(text)
        at = await painted
        await over.wait()
        QObject.disconnect(changed)
        return at
