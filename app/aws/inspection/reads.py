"""The reads of one inspection: each is sent once, a failed one is a note, and none begins after the deadline."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from app.domain import wording
from app.domain.aws import Call, Resource
from app.domain.errors import AwsAccessDeniedError, AwsError, AwsRejectedError, BatonError
from app.domain.language import tr


class Answering(Protocol):
    """What sends a read: ``ReadOnce``."""

    def __call__(self, operation: str, parameters: Mapping[str, object]) -> dict[str, object]: ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """A resource, and what AWS said of it (``data``, as the API answers), for those who reckon with it."""

    resource: Resource
    data: Mapping[str, Any] = field(default_factory=dict)


class Reads:
    """Reads for one call until a deadline (of ``time.monotonic``). Thread-safe."""

    def __init__(self, read: Answering, call: Call, deadline: float) -> None:
        self._read = read
        self.call = call
        self.deadline = deadline
        self._lock = threading.Lock()
        self._notes: dict[str, None] = {}

    def apart(self) -> Reads:
        """The same reads with notes of their own, for who must know whether all of them were answered."""
        return Reads(self._read, self.call, self.deadline)

    def __call__(self, operation: str, **parameters: object) -> dict[str, Any]:
        """The answer, or nothing where the read failed; then a note says why, but for a thing that is not there."""
        if self.late:
            self.note(tr("Not everything was looked up in time."))
            return {}
        try:
            return dict(self._read(operation, parameters))
        except AwsAccessDeniedError:
            self.note(tr("{operation} is not allowed, so what it would tell is unknown.", operation=operation))
        except AwsRejectedError as error:
            if not _says_missing(error):
                self.note(tr("{operation} was refused: {error}", operation=operation, error=error))
        except BatonError as error:
            self.note(tr("{operation} failed: {error}", operation=operation, error=error))
        return {}

    def strict(self, operation: str, **parameters: object) -> dict[str, Any]:
        """The answer. Raises ``BatonError`` where there is none."""
        return dict(self._read(operation, parameters))

    @property
    def late(self) -> bool:
        """Whether the time is over."""
        return time.monotonic() > self.deadline

    @property
    def notes(self) -> tuple[str, ...]:
        """Why something is unknown, one sentence each."""
        with self._lock:
            return tuple(self._notes)

    def note(self, sentence: str) -> None:
        """Say why something is unknown."""
        with self._lock:
            self._notes.setdefault(sentence)


def _says_missing(error: AwsError) -> bool:
    """Whether AWS says that there is no such thing, which is an answer and no fault."""
    code = error.code.casefold()
    return any(word in code for word in ("notfound", "nosuch", "doesnotexist", "nonexist", "404"))


def whole(number: object) -> int:
    """A count as AWS gave it; 0 for what is none."""
    return number if isinstance(number, int) else 0


def listed(names: Sequence[str], limit: int = 3) -> str:
    """``a, b, c and 4 more``."""
    if len(names) <= limit:
        return wording.listed(names)
    return tr("{names} and {count} more", names=", ".join(names[:limit]), count=len(names) - limit)


def texts(*facts: object) -> tuple[str, ...]:
    """The facts that say something, as texts."""
    return tuple(str(fact) for fact in facts if fact)


def strings(value: object, depth: int = 0) -> Iterator[str]:
    """Every text anywhere in ``value``."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping) and depth < 8:
        for inner in value.values():
            yield from strings(inner, depth + 1)
    elif isinstance(value, (list, tuple)) and depth < 8:
        for inner in value:
            yield from strings(inner, depth + 1)
