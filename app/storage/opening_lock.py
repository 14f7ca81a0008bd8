"""One Baton at a time inspects, upgrades or replaces a database; the lock of a process that died is free."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.domain.errors import StorageError
from app.domain.language import tr

_WAIT_S = 120.0
_POLL_S = 0.02


@contextmanager
def opening_lock(path: Path) -> Iterator[None]:
    """Hold ``path``'s lock.

    Raises ``OSError`` where the folder is not writable, :class:`StorageError` after two minutes.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    try:
        until = time.monotonic() + _WAIT_S
        while not _locked(handle):
            if time.monotonic() > until:
                raise StorageError(
                    tr("Another Baton has been opening the history for two minutes."),
                    remedy=tr("Wait for it to finish, or close it, then try again."),
                )
            time.sleep(_POLL_S)
        yield
    finally:
        os.close(handle)  # which frees the lock


if sys.platform == "win32":
    import msvcrt

    def _locked(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
