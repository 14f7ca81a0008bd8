"""What a worker says of its answers, gathered: text leaves some twenty times a second, not once a token.

On a processor that is busy computing, every message that is written, read and parsed takes time from the answer itself.
The first text of an answer goes at once, and nothing waits for more than :data:`MOST_EVERY_S`.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from app.domain.stream import Finished, ReasoningDelta, Scores, StreamEvent, TextDelta
from app.llama import protocol

EVERY_S = 0.05
MOST_EVERY_S = 0.15


@dataclass(slots=True)
class _Held:
    """Events of one answer that wait; ``left_s`` is when the last ones left."""

    left_s: float = 0.0
    events: list[StreamEvent] = field(default_factory=list)


class Outbox:
    """``write`` takes whole lines. ``clock`` (seconds) is for tests."""

    def __init__(self, write: Callable[[bytes], None], *, clock: Callable[[], float] = time.monotonic) -> None:
        self._write = write
        self._clock = clock
        self._held: dict[int, _Held] = {}
        self._lines: list[bytes] = []

    def begin(self, id: int) -> None:
        """An answer begins."""
        self._held[id] = _Held()

    def say(self, id: int, event: StreamEvent) -> None:
        """One more event of an answer. Text, thinking and scores may wait; everything else leaves with what waits."""
        held = self._held.setdefault(id, _Held())
        held.events.append(event)
        if not isinstance(event, (TextDelta, ReasoningDelta, Scores)):
            self.put(id, None, ends=isinstance(event, Finished))

    def put(self, id: int, report: protocol.Report | None, *, ends: bool) -> None:
        """Send what waits of an answer, and ``report`` behind it."""
        held = self._held.setdefault(id, _Held())
        self._send(id, held, self._clock())
        if report is not None:
            self._lines.append(protocol.encode(report))
        if ends:
            del self._held[id]
        self._flush()

    def flush_due(self) -> None:
        """Send what has waited long enough, all in one piece."""
        now_s = self._clock()
        every_s = min(EVERY_S * max(len(self._held), 1), MOST_EVERY_S)
        for id, held in self._held.items():
            if held.events and now_s - held.left_s >= every_s:
                self._send(id, held, now_s)
        self._flush()

    def _send(self, id: int, held: _Held, now_s: float) -> None:
        for event in _joined(held.events):
            self._lines.append(protocol.encode(protocol.Said(id=id, event=event)))
        held.events.clear()
        held.left_s = now_s

    def _flush(self) -> None:
        if self._lines:
            self._write(b"".join(self._lines))
            self._lines.clear()


def _joined(events: list[StreamEvent]) -> list[StreamEvent]:
    """The same events, neighbours of one kind made one."""
    joined: list[StreamEvent] = []
    for event in events:
        last = joined[-1] if joined else None
        match event:
            case TextDelta(text=text) if isinstance(last, TextDelta):
                joined[-1] = TextDelta(text=last.text + text)
            case ReasoningDelta(text=text) if isinstance(last, ReasoningDelta):
                joined[-1] = ReasoningDelta(text=last.text + text)
            case _:
                joined.append(event)
    return joined
