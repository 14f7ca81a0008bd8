"""The windows that a measurement starts: children that never outlive it, however it ends. Measures nothing itself."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress

_children: set[subprocess.Popen[bytes]] = set()
_lock = threading.Lock()


@contextmanager
def watched_child(
    command: Sequence[str], environment: Mapping[str, str], *, patience_s: float
) -> Iterator[subprocess.Popen[bytes]]:
    """Start ``command``; it is killed after ``patience_s``, on leaving, and by :func:`end_children`.

    Its standard input stays open for as long as this process lives: see :func:`end_with_parent`.
    """
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=dict(environment)
    ) as process:
        with _lock:
            _children.add(process)
        late = threading.Timer(patience_s, process.kill)
        late.daemon = True
        late.start()
        try:
            yield process
        finally:
            late.cancel()
            with _lock:
                _children.discard(process)
            process.kill()


def answer_of(command: Sequence[str], environment: Mapping[str, str], *, patience_s: float) -> bytes:
    """All that ``command`` prints until it ends; what it had printed by then where it took longer than it may."""
    with watched_child(command, environment, patience_s=patience_s) as process:
        assert process.stdout is not None
        return process.stdout.read()


def end_children() -> None:
    """Kill every child that is being watched, from any thread: whoever asked for the figures wants them no more."""
    with _lock:
        for process in _children:
            process.kill()


def end_with_parent() -> None:
    """In a child: end as soon as the parent that started it is gone, however it went.

    Its end of the pipe closes then. A notice from the system (PDEATHSIG) exists on Linux alone.
    """

    def wait() -> None:
        with suppress(OSError, ValueError):
            while sys.stdin.buffer.read(64):
                pass
        os._exit(1)

    threading.Thread(target=wait, name="end with parent", daemon=True).start()
