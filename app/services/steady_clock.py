"""A clock that never goes back: what ends at a time ends then, though somebody sets the machine's clock back."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta


def _wall() -> datetime:
    return datetime.now(UTC)


class SteadyClock:
    """The machine's time, but at least as late as ever before and as the time that has really passed says."""

    def __init__(self, wall: Callable[[], datetime] = _wall, monotonic_s: Callable[[], float] = time.monotonic) -> None:
        self.wall = wall
        self._monotonic_s = monotonic_s
        self._latest = wall()
        self._seen_s = monotonic_s()

    def now(self) -> datetime:
        """The time in UTC."""
        seen_s = self._monotonic_s()
        passed = self._latest + timedelta(seconds=max(0.0, seen_s - self._seen_s))
        self._latest, self._seen_s = max(passed, self.wall()), seen_s
        return self._latest

    def no_earlier_than(self, when: datetime) -> None:
        """It was ``when`` already (UTC), though the machine's clock may say otherwise."""
        self._latest = max(self.now(), when)

    @property
    def was_set_back(self) -> timedelta:
        """How far the machine's time lies behind the time that this clock tells."""
        return self.now() - self.wall()
