"""Reads the files that are named on a command line. Refuses what is no plain file, so that none is waited for."""

from __future__ import annotations

import os
import stat
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO, TextIO

from app.domain.errors import UsageError


def read_input(path: Path, *, most_bytes: int, what: str) -> str:
    """The text of a file, without the mark that Windows puts before it; ``what`` is what it is to be, as words.

    Raises ``UsageError`` where it is no plain file (a pipe without a writer would be waited for, a device has no end),
    too large, or no UTF-8.
    """
    try:
        with _plain(path) as opened:
            data = opened.read(most_bytes + 1)
        if len(data) > most_bytes:
            raise _refused(path, f"is too large to be {what}", "Choose another file.")
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is no UTF-8 text"
        raise UsageError(f"{str(path)!r} cannot be read: {reason}.") from error


def open_input(path: Path) -> TextIO:
    """A text file of whatever size, to be read and closed. Raises ``UsageError`` where it is no plain file."""
    try:
        return TextIOWrapper(_plain(path), encoding="utf-8-sig")
    except OSError as error:
        raise UsageError(f"{str(path)!r} cannot be read: {error.strerror}.") from error


def _plain(path: Path) -> BinaryIO:
    # Nothing is waited for when a pipe is opened so.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    opened = os.fdopen(descriptor, "rb")
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        opened.close()
        raise _refused(path, "is no plain file", "Choose another file, or give - to read a pipe as stdin.")
    return opened


def _refused(path: Path, why: str, remedy: str) -> UsageError:
    return UsageError(f"{str(path)!r} {why}.", remedy=remedy)
