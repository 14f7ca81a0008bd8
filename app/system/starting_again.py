"""Starts Baton anew in the place of a run that has ended; refuses to end one, but for the children it left running."""

from __future__ import annotations

import os
import subprocess
import sys

_PATIENCE_S = 2.0  # for a child that is asked to end, and again for one that is killed


def start_again() -> None:
    """Run the command that this process was started by once more; the caller ends, where this returns at all.

    On Linux the new run has this process, so that a terminal or a supervisor that waits for it goes on waiting.
    Elsewhere a process cannot be made another in every case, and the new run has one of its own.
    """
    frozen = bool(getattr(sys, "frozen", False))
    command = [sys.executable, *(sys.argv[1:] if frozen else sys.orig_argv[1:])]
    environ = {**os.environ, "PYINSTALLER_RESET_ENVIRONMENT": "1"}  # else its files would be those of this run
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    if sys.platform == "linux":
        _end_children()
        os.execve(command[0], command, environ)  # noqa: S606  # its own command, and no shell
    else:
        subprocess.Popen(command, env=environ)


def _end_children() -> None:
    """End every process below this one. What hung when the run ended would not notice that its parent is gone: the
    new run has this one's number, and the model's memory would stay taken under it.
    """
    import psutil

    def each(act: str, processes: list[psutil.Process]) -> list[psutil.Process]:
        for process in processes:
            try:
                getattr(process, act)()
            except psutil.Error:
                continue  # it has ended by itself
        return psutil.wait_procs(processes, timeout=_PATIENCE_S)[1]

    if left := psutil.Process().children(recursive=True):
        each("kill", each("terminate", left))
