"""Starts Baton anew in the place of a run that has ended; refuses to end one."""

from __future__ import annotations

import os
import subprocess
import sys


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
        os.execve(command[0], command, environ)  # noqa: S606  # its own command, and no shell
    else:
        subprocess.Popen(command, env=environ)
