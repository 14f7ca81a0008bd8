"""Whether another Baton has the history open: none may replace a file that another goes on writing to.

Each that has it open holds a shared lock on a file beside it, which the system lets go of when the process ends. On
Windows there is none: an open file cannot be replaced there.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from app.domain.errors import StorageError
from app.domain.language import tr


class Presence:
    """One opening of the history, until it is closed. Raises ``OSError``."""

    def __init__(self, path: Path) -> None:
        self._handle: int | None = _opened(path)
        with suppress(BlockingIOError):  # somebody looks this very moment, who waits for the opening lock that we hold
            _lock(self._handle, shared=True)

    def close(self) -> None:
        """Let go. Safe to call twice."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def check_alone(path: Path) -> None:
    """Raise :class:`StorageError` where the history is open, by whomever. Holds for as long as nobody can open it."""
    handle = _opened(path)
    try:
        _lock(handle, shared=False)
    except BlockingIOError:
        raise StorageError(
            tr("Another Baton has the history open, so it was left as it is."),
            remedy=tr("Close the other windows and commands of Baton, then try again."),
        ) from None
    finally:
        os.close(handle)


def is_alone(path: Path) -> bool:
    """Whether nobody has the history open, where nothing can be written; looks without making or keeping a lock."""
    try:
        handle = os.open(_beside(path), os.O_RDONLY | getattr(os, "O_CLOEXEC", 0))
    except FileNotFoundError:
        return True
    except OSError:
        return False
    try:
        _lock(handle, shared=False)
    except OSError:
        return False
    finally:
        os.close(handle)
    return True


def _beside(path: Path) -> Path:
    return path.with_name(path.name + "-open")


def _opened(path: Path) -> int:
    return os.open(_beside(path), os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)


if sys.platform == "win32":

    def _lock(handle: int, *, shared: bool) -> None:
        """Nothing."""

else:
    import fcntl

    def _lock(handle: int, *, shared: bool) -> None:
        fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
