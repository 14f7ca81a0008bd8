"""Where long work is told of, so that a person can watch it and stop it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Any, Protocol

from app.domain.work import Unit


class WorkReport(Protocol):
    """One piece of work, for whoever does it. Safe to use on any thread."""

    @property
    def is_stopped(self) -> bool:
        """Whether the person stopped it."""
        ...

    def reached(self, done: float, total: float | None = None, *, note: str = "") -> None:
        """It is at ``done`` of ``total``."""
        ...

    def ends_with(self, outcome: str, *, is_failure: bool = False) -> None:
        """What is to be said of it once it is over, where no error says so."""
        ...


class WorkRegister(Protocol):
    """Takes work in."""

    def doing(
        self,
        title: str,
        *,
        unit: Unit = "",
        stop: Callable[[], object] | None = None,
        again: Callable[[], object] | None = None,
        on_quit: str = "",
    ) -> AbstractContextManager[WorkReport]:
        """Show a piece of work for as long as the context lasts; how that is left says how the work ended.

        ``stop`` is called on the front end's thread where the person stops it; without one they cannot. ``again``
        does it once more after it failed.
        """
        ...


class Unwatched:
    """A register that nobody looks at, for what works without a front end. Implements both protocols."""

    is_stopped = False

    def reached(self, done: float, total: float | None = None, *, note: str = "") -> None:
        """See :class:`WorkReport`."""

    def ends_with(self, outcome: str, *, is_failure: bool = False) -> None:
        """See :class:`WorkReport`."""

    def doing(self, *_: Any, **__: Any) -> AbstractContextManager[WorkReport]:
        """See :class:`WorkRegister`."""
        return nullcontext(self)


UNREPORTED: WorkReport = Unwatched()
UNWATCHED: WorkRegister = Unwatched()
