"""Watches Baton's own window while answers stream into it, as a child of the measurement that asked for it.

Sends messages as a person's would be, notes when the first words of each answer are painted and how late the loop gets,
prints one JSON object and closes the window. Refuses to be used for anything else.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QTextBrowser

from app.domain.models import Endpoint

if TYPE_CHECKING:
    from app.services.application import Application
    from app.ui.control.window import WindowController
    from app.ui.shell.main_window import MainWindow

_TICK_S = 0.005
_REST_S = 3.0
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
        self._late_s: list[float] = []
        self._task = asyncio.ensure_future(self._watch())

    def end(self) -> dict[str, float]:
        """The 99th percentile and the worst, in milliseconds."""
        self._task.cancel()
        ordered = sorted(self._late_s) or [0.0]
        return {"p99": ordered[int(len(ordered) * 0.99)] * 1000, "worst": ordered[-1] * 1000}

    async def _watch(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            due = loop.time() + _TICK_S
            await asyncio.sleep(_TICK_S)
            late = loop.time() - due
            while late > 0:
                self._late_s.append(late)
                late -= _TICK_S


class StreamWatch:
    """The run of one measurement in one window; ``arguments`` are the endpoint's address, how many short answers, how
    many deltas of the long one, and their rate.
    """

    def __init__(self, arguments: Sequence[str]) -> None:
        self._url, turns, deltas, rate = arguments
        self._turns, self._deltas, self._rate = int(turns), int(deltas), int(rate)
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
        late = Lateness()
        shown.append(await self._turn(controller, paint, self._turns, f"{self._deltas} {self._rate}"))
        print(json.dumps({"shown_s": shown, "late_ms": late.end(), "rest_ms": rest_ms}), flush=True)  # noqa: T201
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
