"""Files of lines: read without holding them whole, and written so that no finished line is lost.

A result file is only ever appended to. What a kill or a full disk left of a last line is cut off on the next opening.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from app.domain.batch import STANDARD_STREAM
from app.domain.errors import DiskFullError, StorageError, UsageError
from app.domain.language import tr
from app.domain.ports import ResultFile

LONGEST_LINE = 16 << 20
_BLOCK = 1 << 16
_SYNC_EVERY_S = 1.0


class DiskLineFiles:
    """The port ``LineFiles``."""

    def count(self, path: str) -> int | None:
        """See the port; pipes and standard input are not counted."""
        if path == STANDARD_STREAM:
            return None
        try:
            if not stat.S_ISREG(Path(path).stat().st_mode):
                return None
        except OSError as error:
            raise _unreadable(path, error) from error
        return sum(1 for line in self.lines(path) if line is None or line.strip())

    def lines(self, path: str) -> Iterator[bytes | None]:
        """See the port."""
        # Not sys.stdin's own buffer: a thread that waits in it would hold its lock when the program ends.
        descriptor = 0 if path == STANDARD_STREAM else _open(path)
        try:
            yield from _lines(descriptor)
        except OSError as error:
            raise _unreadable(path, error) from error
        finally:
            if descriptor:
                os.close(descriptor)

    def results(self, path: str, *, resume: bool) -> ResultFile:
        """See the port."""
        if path == STANDARD_STREAM:
            if resume:
                raise UsageError(
                    tr("What went to standard output cannot be gone on with."), remedy=tr("Name a file with --out.")
                )
            return StandardOutput()
        return AppendedFile(Path(path), resume=resume)

    def note(self, path: str) -> bytes | None:
        """See the port."""
        place = note_place(path)
        try:
            return place.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise _unreadable(str(place), error) from error

    def write_note(self, path: str, note: bytes | None) -> None:
        """See the port."""
        place = note_place(path)
        try:
            if note is None:
                place.unlink(missing_ok=True)
                return
            part = place.with_name(f"{place.name}.part")
            # It may hold what placeholders stand for: for its owner alone.
            with open(part, "wb", opener=_for_its_owner) as file:
                file.write(note)
                file.flush()
                os.fsync(file.fileno())
            part.replace(place)
        except OSError as error:
            raise _unwritable(place, error) from error


def _for_its_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def note_place(path: str) -> Path:
    """Where the note of the results at ``path`` lies."""
    return Path(f"{path}.batch")


class AppendedFile:
    """The port ``ResultFile`` on disk."""

    def __init__(self, path: Path, *, resume: bool) -> None:
        self._path = path
        try:
            self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o644)
        except OSError as error:
            raise _unwritable(path, error) from error
        self._is_open = True
        self._synced_at = time.monotonic()
        try:
            self._size = os.fstat(self._descriptor).st_size
            if self._size and not resume:
                raise UsageError(
                    tr("{path} holds something already.", path=repr(str(path))),
                    remedy=tr("Go on with it (--resume), or name another file."),
                )
        except BaseException:
            os.close(self._descriptor)
            raise

    def earlier(self) -> Iterator[bytes]:
        """See the port. A last line without its end is cut off."""
        whole = 0
        with self._path.open("rb") as file:
            for line in file:
                if line.endswith(b"\n"):
                    whole += len(line)
                    yield line[:-1]
        if whole < self._size:
            self._cut(whole)

    def append(self, line: bytes) -> None:
        """See the port."""
        view = memoryview(line)
        try:
            while view:
                view = view[os.write(self._descriptor, view) :]
            self._size += len(line)
            if time.monotonic() - self._synced_at >= _SYNC_EVERY_S:
                self._sync()
        except OSError as error:
            with contextlib.suppress(OSError):
                self._cut(self._size)
            raise _unwritable(self._path, error) from error

    def close(self) -> None:
        """See the port."""
        if not self._is_open:
            return
        self._is_open = False
        try:
            self._sync()
        except OSError as error:
            raise _unwritable(self._path, error) from error
        finally:
            os.close(self._descriptor)

    def _sync(self) -> None:
        if stat.S_ISREG(os.fstat(self._descriptor).st_mode):
            os.fsync(self._descriptor)
        self._synced_at = time.monotonic()

    def _cut(self, size: int) -> None:
        os.ftruncate(self._descriptor, size)
        self._size = size


class StandardOutput:
    """The port ``ResultFile`` on standard output: at once, and with nothing to go on with."""

    def earlier(self) -> Iterator[bytes]:
        """Nothing was there before."""
        return iter(())

    def append(self, line: bytes) -> None:
        """See the port."""
        try:
            sys.stdout.buffer.write(line)
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            raise  # nobody reads any more: whoever started the program had enough
        except OSError as error:
            raise StorageError(tr("Standard output cannot be written: {why}.", why=error.strerror)) from error

    def close(self) -> None:
        """Nothing is held back."""


def _lines(descriptor: int) -> Iterator[bytes | None]:
    rest = bytearray()
    too_long = False
    while block := os.read(descriptor, _BLOCK):
        *whole, last = block.split(b"\n")
        for line in whole:
            rest += line
            yield None if too_long or len(rest) > LONGEST_LINE else bytes(rest).rstrip(b"\r")
            rest.clear()
            too_long = False
        rest += last
        if len(rest) > LONGEST_LINE:
            too_long = True
            rest.clear()
    if rest or too_long:
        yield None if too_long else bytes(rest).rstrip(b"\r")


def _open(path: str) -> int:
    try:
        if Path(path).is_dir():
            raise UsageError(
                tr("{path} is a folder.", path=repr(path)), remedy=tr("Name a file with one prompt a line.")
            )
        return os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: str, error: OSError) -> UsageError:
    return UsageError(
        tr("{path} cannot be read: {why}.", path=repr(path), why=error.strerror), remedy=tr("Name another file.")
    )


def _unwritable(path: Path, error: OSError) -> StorageError:
    detail = str(error)
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return DiskFullError(
            tr("The disk that holds {name} is full.", name=repr(path.name)),
            remedy=tr("Free some space, then go on with --resume; every finished line is kept."),
            detail=detail,
        )
    return StorageError(
        tr("{path} cannot be written: {why}.", path=repr(str(path)), why=error.strerror),
        remedy=tr("Name another file."),
        detail=detail,
    )
