"""What follows a call: its further pages, waiting for what it began, and questions to its answer. Does none of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.domain.aws.actions import Table
from app.domain.aws.calls import Call
from app.domain.language import tr
from app.domain.numerals import number


@dataclass(frozen=True, kw_only=True, slots=True)
class Waiter:
    """Something that can be waited for, as botocore's own waiters define it. ``name`` is botocore's
    (``InstanceRunning``), ``words`` go after "until" (``running``). ``call`` is the read that is repeated, at most
    ``attempts`` times, ``delay_s`` apart.
    """

    name: str
    words: str
    call: Call
    delay_s: float
    attempts: int


class PollState(StrEnum):
    """What one look came to."""

    NOT_YET = "not-yet"
    REACHED = "reached"
    FAILED = "failed"  # what was waited for can no longer come


@dataclass(frozen=True, kw_only=True, slots=True)
class Poll:
    """One look. ``seen``: the state that was seen, as AWS names it (``pending``), or empty."""

    state: PollState
    seen: str = ""


class WaitState(StrEnum):
    """Where a wait stands."""

    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"
    TIMED_OUT = "timed-out"
    STOPPED = "stopped"


@dataclass(frozen=True, kw_only=True, slots=True)
class WaitProgress:
    """A wait while it goes on, and its end. ``error``: why it failed, with the remedy."""

    waiter: Waiter
    state: WaitState = WaitState.WAITING
    attempt: int = 0
    elapsed_s: float = 0.0
    seen: str = ""
    error: str = ""

    @property
    def sentence(self) -> str:
        """How it stands, for people."""
        took = (
            tr("{seconds} s", seconds=number(self.elapsed_s))
            if self.elapsed_s < 120
            else tr("{minutes} min", minutes=number(self.elapsed_s / 60))
        )
        words, now = self.waiter.words, self.seen
        match self.state:
            case WaitState.WAITING:
                looks = {"attempt": self.attempt, "attempts": self.waiter.attempts}
                return (
                    tr("Waiting until {state}, now {now} · look {attempt} of {attempts}", state=words, now=now, **looks)
                    if now
                    else tr("Waiting until {state} · look {attempt} of {attempts}", state=words, **looks)
                )
            case WaitState.DONE:
                return tr("Reached after {took}: {state}", took=took, state=words)
            case WaitState.FAILED if self.error:
                return self.error
            case WaitState.FAILED:
                return (
                    tr("It will not be {state}, now {now}.", state=words, now=now)
                    if now
                    else tr("It will not be {state}.", state=words)
                )
            case WaitState.TIMED_OUT:
                return (
                    tr(
                        "Not {state} after {took} and {looks} looks, now {now}",
                        state=words,
                        took=took,
                        looks=self.attempt,
                        now=now,
                    )
                    if now
                    else tr("Not {state} after {took} and {looks} looks", state=words, took=took, looks=self.attempt)
                )
            case WaitState.STOPPED:
                return (
                    tr("You stopped waiting after {took}, now {now}", took=took, now=now)
                    if now
                    else tr("You stopped waiting after {took}", took=took)
                )


@dataclass(frozen=True, kw_only=True, slots=True)
class QueryAnswer:
    """What a JMESPath made of an answer. ``problem``: why there is no value, in one sentence; ``at``: the character of
    the expression it is about, from 0, or ``None``.
    """

    value: object = None
    table: Table | None = None
    problem: str = ""
    at: int | None = None
