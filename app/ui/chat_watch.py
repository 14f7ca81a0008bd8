"""Watches Baton's own window while a giant conversation is opened and scrolled, beside a bare text field that holds the
same text, as a child of the measurement that asked for it. Prints one JSON object and closes the window.
"""

from __future__ import annotations

import asyncio
import json
import math
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import psutil
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QPlainTextEdit, QWidget

from app.ui.transcript import TranscriptView

if TYPE_CHECKING:
    from app.services.application import Application
    from app.ui.control.window import WindowController
    from app.ui.shell.main_window import MainWindow

_OPENINGS = 5
_FRAMES = 1_500  # of scrolling with the wheel
_BARE_FRAMES = 500
_FRAME_S = 0.016
_REST_S = 3.0
_PAUSE_S = 2.0
_WHEEL = 120  # a notch, in eighths of a degree


class _Painted(QObject):
    """Notes when a text that holds given words has been painted."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words
        self.at: float | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and self.at is None:
            text = getattr(watched.parent(), "toPlainText", None)
            if text is not None and self._words in text():
                self.at = time.perf_counter()
        return False


class ChatWatch:
    """The run of one measurement; ``arguments`` are the conversation's id, how many messages it has, and words that
    stand at its end alone.
    """

    def __init__(self, arguments: Sequence[str]) -> None:
        self._chat_id, messages, self._words = arguments
        self._messages = int(messages)
        self._task: asyncio.Task[None] | None = None

    def begin(self, app: Application, window: MainWindow, controller: WindowController) -> None:
        """Start, once the window is connected."""
        # A task that nobody holds is collected in the middle of its work.
        self._task = asyncio.ensure_future(self._run(app, window, controller))

    async def _run(self, app: Application, window: MainWindow, controller: WindowController) -> None:
        await asyncio.sleep(_REST_S)
        opened, whole = [], []
        transcript = window.transcript
        assert isinstance(transcript, TranscriptView)
        for _ in range(_OPENINGS):
            controller.conversations.new()
            await _until(lambda: not transcript.count)
            await asyncio.sleep(_PAUSE_S)  # what the last opening began in the background has ended
            began = time.perf_counter()
            opened.append(await self._paint(lambda: controller.conversations.open(self._chat_id)))
            await _until(lambda: transcript.count >= self._messages)
            whole.append((time.perf_counter() - began) * 1000)
        area = next(part for part in transcript.findChildren(QAbstractScrollArea) if part.parent() is transcript)
        frames = await _scrolled(area)
        await _walked_through(area)
        await asyncio.sleep(_REST_S)
        resident = psutil.Process().memory_info().rss
        text = "\n\n".join(node.message.text for node in (await app.history.open(self._chat_id)).tree.nodes.values())
        field = QPlainTextEdit()
        field.resize(area.size())
        field.show()
        bare = [await self._paint(lambda: _fill(field, text)) for _ in range(_OPENINGS)]
        bare_frames = await _scrolled(field, frames=_BARE_FRAMES)
        field.deleteLater()
        seen = {
            "open_ms": opened,
            "whole_ms": whole,
            "bare_open_ms": bare,
            "frame_ms": frames,
            "bare_frame_ms": bare_frames,
            "resident_bytes": resident,
        }
        print(json.dumps(seen), flush=True)  # noqa: T201
        window.close()

    async def _paint(self, begin: Callable[[], None]) -> float:
        """Milliseconds until the end's words are painted."""
        painted = _Painted(self._words)
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(painted)
        began = time.perf_counter()
        begin()
        await _until(lambda: painted.at is not None)
        application.removeEventFilter(painted)
        assert painted.at is not None
        return (painted.at - began) * 1000


async def _until(condition: Callable[[], bool]) -> None:
    while not condition():  # noqa: ASYNC110  # of widgets, which no asyncio.Event tells of
        await asyncio.sleep(0.001)


def _fill(field: QPlainTextEdit, text: str) -> None:
    field.setPlainText(text)
    field.verticalScrollBar().setValue(field.verticalScrollBar().maximum())


class _Frames(QObject):
    """Calls ``step`` frame by frame until it says that it is done, and notes how long after it was due each frame was
    there. With an ``interval_s`` of nothing, one frame follows the other as soon as what waits has been worked on.

    A timer of Qt's drives it, not a task: within a task Qt must not go on, since the steps of other tasks that become
    due then are refused by asyncio, and lost.
    """

    def __init__(self, step: Callable[[], bool], *, interval_s: float) -> None:
        super().__init__()
        self._step, self._interval_s = step, interval_s
        self.walls_ms: list[float] = []
        self.cpus_ms: list[float] = []
        self.over: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._due = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._frame)
        self._timer.start(0)

    def _frame(self) -> None:
        cpu_began = time.thread_time()
        is_done = self._step()
        QApplication.processEvents()
        self.walls_ms.append((time.perf_counter() - self._due) * 1000)
        self.cpus_ms.append((time.thread_time() - cpu_began) * 1000)
        if is_done:
            self.over.set_result(None)
            return
        # An event later than that counts: a row built between two frames must not hold up the next.
        self._due = max(self._due + self._interval_s, time.perf_counter())
        self._timer.start(math.ceil(max(self._due - time.perf_counter(), 0.0) * 1000))


async def _scrolled(area: QAbstractScrollArea, *, frames: int = _FRAMES) -> dict[str, float]:
    """Turn the wheel upwards, a notch a frame."""
    turned = 0

    def turn() -> bool:
        nonlocal turned
        _turn(area.viewport())
        turned += 1
        return turned == frames

    run = _Frames(turn, interval_s=_FRAME_S)
    await run.over
    walls, cpus = sorted(run.walls_ms), sorted(run.cpus_ms)
    p99 = int(frames * 0.99)
    return {"p99": walls[p99], "worst": walls[-1], "cpu_p99": cpus[p99], "cpu_worst": cpus[-1]}


def _turn(viewport: QWidget) -> None:
    place = QPointF(viewport.rect().center())
    wheel = QWheelEvent(
        place,
        viewport.mapToGlobal(place),
        QPoint(0, 0),
        QPoint(0, _WHEEL),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, wheel)


async def _walked_through(area: QAbstractScrollArea) -> None:
    """Go on up to the beginning, a viewport at a time, so that every row is laid out and painted once."""
    bar = area.verticalScrollBar()

    def page_up() -> bool:
        bar.setValue(max(bar.value() - area.viewport().height(), bar.minimum()))
        area.viewport().repaint()
        return bar.value() <= bar.minimum()

    run = _Frames(page_up, interval_s=0.0)  # held, or it would be gone before its first frame
    await run.over
