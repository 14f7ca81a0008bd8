"""Work that takes long enough to be watched: how far a piece of it is, how it ended, and what a front end may do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal

from app.domain.remedies import Remedy

BYTES: Final = "bytes"
"""The unit of what is counted in bytes."""

Counted = Literal["chats", "pages", "places", "prompts", "reads", "services"]
"""The units of what is counted one by one."""

Unit = Counted | Literal["bytes", ""]
"""What a piece of work is counted in; empty: it is a share of 1."""


class WorkState(StrEnum):
    """Where a piece of work stands. ``PAUSED`` has kept what it did and can be gone on with."""

    WAITING = "waiting"
    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"


@dataclass(frozen=True, kw_only=True, slots=True)
class Work:
    """One piece of work.

    ``done`` of ``total`` ``unit``; without a unit, ``done`` is a share of 1. ``total`` is ``None`` while nobody knows.
    ``left_s``: how long it still takes, from the speed of late, or ``None``. ``note``: what goes on now. ``outcome``:
    one sentence on how it ended. ``on_quit``: what the person loses where Baton is closed now; empty where that is
    nothing worth a question.
    """

    id: int
    title: str
    state: WorkState = WorkState.RUNNING
    unit: Unit = ""
    done: float = 0.0
    total: float | None = None
    left_s: float | None = None
    note: str = ""
    outcome: str = ""
    remedy: Remedy | None = None
    can_stop: bool = False
    on_quit: str = ""

    @property
    def is_active(self) -> bool:
        """Whether it goes on, or will without anybody's doing."""
        return self.state in (WorkState.WAITING, WorkState.RUNNING)

    @property
    def share(self) -> float | None:
        """How much of it is done, from 0 to 1, or ``None`` where that is not known."""
        if not self.total:
            return None
        return max(0.0, min(1.0, self.done / self.total))


def whole_share(works: Iterable[Work]) -> float | None:
    """How much of all that goes on is done; ``None`` where of nothing is known how much it is."""
    shares = [work.share for work in works if work.is_active]
    known = [share for share in shares if share is not None]
    return sum(known) / len(shares) if known else None
