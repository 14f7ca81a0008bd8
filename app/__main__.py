"""Entry point: a child's work, a command, or the window."""

from __future__ import annotations

import sys


def main() -> int:
    """Run Baton with the process's arguments; returns the exit status."""
    arguments = sys.argv[1:]
    if arguments[:1] == ["_worker"]:
        from app.bootstrap import run_worker

        return run_worker(arguments[1:])
    from app.bootstrap import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
