"""Entry point: a child's work, a command, or the window."""

from __future__ import annotations

import os
import sys


def main() -> int:
    """Run Baton with the process's arguments; returns the exit status."""
    _open_closed_streams()
    arguments = sys.argv[1:]
    if arguments[:1] == ["_worker"]:
        from app.bootstrap import run_worker

        return run_worker(arguments[1:])
    from app.bootstrap import run

    return run(arguments)


def _open_closed_streams() -> None:
    """A program started without input or output (``<&-``, a window's program on Windows) has none of the streams."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115  # open to the end


if __name__ == "__main__":
    sys.exit(main())
