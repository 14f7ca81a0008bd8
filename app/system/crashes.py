"""What the interpreter writes where it is brought down (a fault in a library's C code), kept for a report.

Owns the files of traces. Refuses to be in the way: where they cannot be written, nothing is watched.
"""

from __future__ import annotations

import contextlib
import faulthandler
import os
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from app.domain.logs import Crash

_NAME = "crash"
_SEEN = "crashes-seen"  # its time is that of the last run that ended well: it told of what lay there
_KEPT = 3
_MOST_CHARS = 20_000


@contextlib.contextmanager
def crashes_kept(folder: Path) -> Iterator[None]:
    """While this lasts, a crash of this process leaves its trace in ``folder``; at a clean end there is no file."""
    file = folder / f"{_NAME}-{os.getpid()}.trace"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    except OSError:
        yield
        return
    _clear_away(folder, file)
    began_s = time.time()
    faulthandler.enable(descriptor)
    try:
        yield
    finally:
        faulthandler.disable()
        os.close(descriptor)
        with contextlib.suppress(OSError):
            if file.stat().st_size == 0:
                file.unlink()
        with contextlib.suppress(OSError):
            (folder / _SEEN).touch()  # what lies there by now was told of
            os.utime(folder / _SEEN, (began_s, began_s))


def read_crashes(folder: Path) -> Sequence[Crash]:
    """The traces that earlier runs left, the newest first."""
    found: list[Crash] = []
    seen_s = 0.0
    with contextlib.suppress(OSError):
        seen_s = (folder / _SEEN).stat().st_mtime
    for file in _traces(folder):
        with contextlib.suppress(OSError):
            if (status := file.stat()).st_size:
                trace = file.read_text(encoding="utf-8", errors="replace")[:_MOST_CHARS]
                at = datetime.fromtimestamp(status.st_mtime, UTC)
                found.append(Crash(at=at, trace=trace, is_new=status.st_mtime > seen_s))
    return sorted(found, key=lambda crash: crash.at, reverse=True)


def _traces(folder: Path) -> Sequence[Path]:
    with contextlib.suppress(OSError):
        return sorted(folder.glob(f"{_NAME}-*.trace"), key=lambda file: file.stat().st_mtime, reverse=True)
    return ()


def _clear_away(folder: Path, own: Path) -> None:
    """Keep the newest traces. Files without one are of a Baton that runs now, or was killed: those go after a day."""
    kept = 0
    for file in _traces(folder):
        with contextlib.suppress(OSError):
            status = file.stat()
            is_old = datetime.now(UTC).timestamp() - status.st_mtime > 86_400
            kept += status.st_size > 0
            if file != own and (kept > _KEPT or (status.st_size == 0 and is_old)):
                file.unlink()
