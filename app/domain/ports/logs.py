"""Baton's own log, for whoever shows it or makes a report of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from app.domain.logs import Crash, LogEntry


class LogBook(Protocol):
    """The entries. All methods are safe on any thread."""

    @property
    def problem(self) -> str | None:
        """A sentence where no file can be written; entries are then kept for this run alone."""
        ...

    @property
    def file(self) -> str:
        """Where the newest entries are written."""
        ...

    def earlier(self) -> Sequence[LogEntry]:
        """What earlier runs left on disk, the oldest first. Reads files."""
        ...

    def after(self, count: int) -> tuple[Sequence[LogEntry], int]:
        """The entries of this run from number ``count`` on, as far as they are still known, and how many there were."""
        ...

    def crashes(self) -> Sequence[Crash]:
        """Crashes of earlier runs, the newest first. Reads files."""
        ...
