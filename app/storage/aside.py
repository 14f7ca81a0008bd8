"""Files kept beside the database: private to their owner, and a damaged one moved away untouched."""

from __future__ import annotations

import os
import shutil
import stat
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

COMPANIONS = ("-wal", "-shm", "-journal")


def make_private(path: Path) -> None:
    """Let nobody but its owner read the file, made empty where there is none. What SQLite puts beside it follows it.

    A file system without permissions, and a file of somebody else's, keep what they have.
    """
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        # Not by a descriptor: to close one would drop every lock that this process holds on the file.
        mode = stat.S_IMODE(path.stat().st_mode)
        if os.name == "posix" and mode & 0o077:
            with suppress(OSError):
                path.chmod(mode & ~0o077)


def move_aside(path: Path, why: str = "damaged") -> Path:
    """Rename a database that is damaged, and what lies beside it, unread and unchanged; returns its new place."""
    target = free_name(path.with_name(f"{path.stem}-{why}-{stamp()}{path.suffix}"))
    # The companions go first: were Baton killed in between, a database without its log would be found and moved too,
    # whereas a new database must never meet an old log.
    for companion in COMPANIONS:
        beside = path.with_name(path.name + companion)
        if beside.exists():
            beside.rename(target.with_name(target.name + companion))
    path.rename(target)
    return target


def copy_aside(path: Path, why: str = "damaged") -> Path:
    """Copy a database that nobody has open, and what lies beside it; returns where the copy is, once it is on the disk.

    Raises ``OSError``; no copy is left then.
    """
    target = free_name(path.with_name(f"{path.stem}-{why}-{stamp()}{path.suffix}"))
    try:
        for companion in ("", *COMPANIONS):
            beside = path.with_name(path.name + companion)
            if beside.exists():
                copy = target.with_name(target.name + companion)
                make_private(copy)
                shutil.copyfile(beside, copy)
                flush(copy)
    except BaseException:
        clear(target)
        raise
    return target


def stamp() -> str:
    """The moment in UTC, for a file's name."""
    return datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")


def free_name(path: Path) -> Path:
    """``path``, or the first numbered name beside it that nothing has yet."""
    candidate, count = path, 1
    while candidate.exists():
        count += 1
        candidate = path.with_name(f"{path.stem}-{count}{path.suffix}")
    return candidate


def flush(path: Path) -> None:
    """Have the file's content on the disk."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def clear(path: Path) -> None:
    """Delete a database that was being made, with what SQLite left beside it. Raises ``OSError``."""
    for file in (path, *(path.with_name(path.name + companion) for companion in COMPANIONS)):
        file.unlink(missing_ok=True)
