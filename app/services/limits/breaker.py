"""A circuit breaker for each provider: one that failed again and again is passed over for a while.

Closed, it counts failures; open, it says until when to pass the provider over; half-open, it lets one request through
to see. Refuses nothing itself: who has another model to ask, asks it. Monotonic times throughout.
"""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.domain.errors import (
    BatonError,
    KeyProblemError,
    OutOfMemoryError,
    ProviderFaultError,
    RateLimitedError,
    UnreachableError,
    WorkerDiedError,
)
from app.domain.language import plural, tr
from app.domain.numerals import clock, day
from app.domain.wording import unended

FAILURES = 5
WINDOW_S = 120.0
COOL_DOWN_S = 60.0
LONGEST_COOL_DOWN_S = 900.0
LONGEST_ASKED_S = 3600.0
"""However long a vendor asks to wait: then it is asked again, as limits are raised, and headers wrong."""
_JITTER = 0.2
_TELLING = (OutOfMemoryError, ProviderFaultError, RateLimitedError, UnreachableError, WorkerDiedError)
"""Failures that tell something of a provider; all others tell something of the request."""


class BreakerState(StrEnum):
    """Whether a provider is asked."""

    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half-open"


@dataclass(frozen=True, kw_only=True, slots=True)
class Skip:
    """Why a provider is passed over: ``why`` as words, for ``left_s`` seconds more; ``None``: until its key changes."""

    why: str
    left_s: float | None

    def sentence(self, now: datetime) -> str:
        """As one sentence; ``now`` is the wall clock's time, for people."""
        if self.left_s is None:
            return tr("Skipped until its key changes: {why}.", why=self.why)
        until = (now + timedelta(seconds=self.left_s)).astimezone()
        time = clock(until)
        if until.date() == now.astimezone().date():
            return tr("Skipped until {time}: {why}.", time=time, why=self.why)
        return tr("Skipped until {time} on {day}: {why}.", time=time, day=day(until), why=self.why)


class Breaker:
    """One provider's. ``clock`` is monotonic; ``jitter`` draws from 0 to 1."""

    def __init__(self, *, clock: Callable[[], float], jitter: Callable[[], float] = random.random) -> None:
        self._clock = clock
        self._jitter = jitter
        self._failed_at: deque[float] = deque(maxlen=FAILURES)
        self._open_until: float | None = None
        self._key_problem = False
        self._tripped = 0  # how often in a row a trial failed
        self._why = ""
        self._trying = False

    @property
    def state(self) -> BreakerState:
        """The state now; an open breaker becomes half-open by the clock alone."""
        if self._key_problem:
            return BreakerState.OPEN
        if self._open_until is None:
            return BreakerState.CLOSED
        return BreakerState.OPEN if self._clock() < self._open_until else BreakerState.HALF_OPEN

    def skip(self) -> Skip | None:
        """Why to pass the provider over now, or ``None`` where it may be asked: half-open, by one at a time."""
        match self.state:
            case BreakerState.CLOSED:
                return None
            case BreakerState.OPEN:
                left_s = None if self._open_until is None or self._key_problem else self._open_until - self._clock()
                return Skip(why=self._why, left_s=left_s)
            case BreakerState.HALF_OPEN:
                return Skip(why=tr("it is being tried again just now"), left_s=0.0) if self._trying else None

    def asked(self) -> None:
        """A request is sent."""
        self._trying = self.state is BreakerState.HALF_OPEN

    def answered(self) -> None:
        """An answer began: all is well again."""
        self.reset()

    def left(self) -> None:
        """A request ended without telling anything of the provider (it was stopped, or refused for what it asked)."""
        self._trying = False

    def failed(self, fault: BatonError, *, patience_s: float) -> None:
        """A request failed. A limit that asks for more than ``patience_s`` is enough to pass the provider over."""
        was_trial, self._trying = self._trying or self.state is BreakerState.HALF_OPEN, False
        if isinstance(fault, KeyProblemError):
            self._key_problem = True
            self._why = unended(fault.message)
            return
        if not isinstance(fault, _TELLING):
            return
        now = self._clock()
        self._failed_at.append(now)
        asked_wait_s = fault.retry_after_s if isinstance(fault, RateLimitedError) else None
        if asked_wait_s is not None:
            asked_wait_s = min(asked_wait_s, LONGEST_ASKED_S)
        many = len(self._failed_at) == FAILURES and now - self._failed_at[0] <= WINDOW_S
        if was_trial or many:
            cool_s = min(LONGEST_COOL_DOWN_S, COOL_DOWN_S * 2.0**self._tripped)
            cool_s *= 1 + _JITTER * (2 * self._jitter() - 1)
            self._tripped += 1
            self._why = plural("{count} failure", "{count} failures", FAILURES) if many else unended(fault.message)
            self._open(now + max(cool_s, asked_wait_s or 0.0))
        elif asked_wait_s is not None and asked_wait_s > patience_s:
            self._why = unended(fault.message)
            self._open(now + asked_wait_s)

    def reset(self) -> None:
        """Forget every failure: the key changed, or the person wants it tried."""
        self._failed_at.clear()
        self._open_until, self._key_problem, self._tripped, self._trying, self._why = None, False, 0, False, ""

    def _open(self, until: float) -> None:
        self._open_until = max(until, self._open_until or until)
