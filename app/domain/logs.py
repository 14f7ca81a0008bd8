"""What Baton notes of its own work: entries with a time, a level, a source and words; never a message's text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from app.domain.language import marked, tr


class LogLevel(IntEnum):
    """How much an entry matters; the numbers are those of the standard library's ``logging``."""

    DEBUG = 10
    INFO = 20
    WARNING = 30
    ERROR = 40

    @property
    def words(self) -> str:
        """As people read it."""
        return tr(_LEVELS[self])

    @classmethod
    def of(cls, number: int) -> LogLevel:
        """The highest level that is not above ``number``."""
        return max((level for level in cls if level <= number), default=cls.DEBUG)


_LEVELS = {
    LogLevel.DEBUG: marked("Debug"),
    LogLevel.INFO: marked("Info"),
    LogLevel.WARNING: marked("Warning"),
    LogLevel.ERROR: marked("Error"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class LogEntry:
    """One entry, without secrets. ``source``: the part of Baton it comes from. ``detail``: a traceback, or empty."""

    at: datetime
    level: LogLevel
    source: str
    text: str
    detail: str = ""

    def holds(self, words: Iterable[str]) -> bool:
        """Whether each of ``words``, in small letters, stands in it, in whatever case."""
        whole = f"{self.source} {self.text} {self.detail}".casefold()
        return all(word in whole for word in words)

    @property
    def line(self) -> str:
        """The whole of it as text; a traceback stands on lines of its own."""
        head = f"{self.at.astimezone():%Y-%m-%d %H:%M:%S} {self.level.name:<7} {self.source}: {self.text}"
        return f"{head}\n{self.detail}" if self.detail else head


@dataclass(frozen=True, kw_only=True, slots=True)
class Crash:
    """A crash of an earlier run: when, and where each thread was, as the interpreter wrote it.

    ``is_new``: nobody was told of it before this run.
    """

    at: datetime
    trace: str
    is_new: bool = False
