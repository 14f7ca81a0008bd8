"""Measures how soon the window appears and what memory it rests in, beside a bare PySide6 window in the same run."""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from app.domain.errors import BatonError
from app.domain.figures import Figure
from app.system.display import display_problem
from app.system.watched_child import watched_child

SHOWN = "shown"
"""The line a probed window prints on stdout when it has first painted."""

RUNS = 5
REST_S = 3.0
"""How long after it has appeared a window's memory is read: by then what starts late has started."""

START_TIMEOUT_S = 60.0
APPEARS_GOAL = 4.0
MEMORY_GOAL = 3.0

BARE_WINDOW = f"""
import sys
from PySide6.QtWidgets import QApplication, QWidget

class Window(QWidget):
    told = False
    def paintEvent(self, event):
        if not self.told:
            self.told = True
            print({SHOWN!r}, flush=True)

application = QApplication(sys.argv[:1])
window = Window()
window.resize(1200, 800)
window.show()
sys.exit(application.exec())
"""

BARE_COMMAND = (sys.executable, "-P", "-c", BARE_WINDOW)


def measure_start(window_command: Sequence[str], *, runs: int = RUNS) -> list[Figure]:
    """Start both windows ``runs`` times in turn; figures are medians.

    ``window_command`` starts Baton's own window, which prints :data:`SHOWN` when it has painted. Takes about
    ``runs`` × 8 s.
    """
    bare, own = [], []
    start_once(window_command)  # the first start after an installation writes caches that later ones find
    for _ in range(runs):
        bare.append(start_once(BARE_COMMAND))
        own.append(start_once(window_command))
    bare_s, bare_bytes = (statistics.median(values) for values in zip(*bare, strict=True))
    own_s, own_bytes = (statistics.median(values) for values in zip(*own, strict=True))
    mib = 2**20
    return [
        Figure(name="window appears, times a bare window", value=own_s / bare_s, unit="ratio", goal=APPEARS_GOAL),
        Figure(name="window rests, times a bare window", value=own_bytes / bare_bytes, unit="ratio", goal=MEMORY_GOAL),
        Figure(name="window appears", value=own_s, unit="s"),
        Figure(name="bare window appears", value=bare_s, unit="s"),
        Figure(name="window rests", value=own_bytes / mib, unit="MiB"),
        Figure(name="bare window rests", value=bare_bytes / mib, unit="MiB"),
    ]


def start_once(command: Sequence[str]) -> tuple[float, int]:
    """Seconds until a window has said :data:`SHOWN`, and the resident bytes of its processes at rest."""
    with tempfile.TemporaryDirectory(prefix="baton-bench-") as home:
        environment = os.environ | {"BATON_HOME": str(Path(home, "home"))}
        # Where Python may keep no compiled files, every start would compile Baton anew: that is not what is measured.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        if display_problem(environment) is not None:
            environment["QT_QPA_PLATFORM"] = "offscreen"  # both windows paint into memory then
        began_s = time.perf_counter()
        with watched_child(command, environment, patience_s=START_TIMEOUT_S) as process:
            assert process.stdout is not None
            shown = process.stdout.readline().decode().strip()
            seconds = time.perf_counter() - began_s
            if shown != SHOWN:
                raise BatonError("A window did not appear.", remedy="Run baton doctor to see whether one can be shown.")
            time.sleep(REST_S)
            return seconds, resident_bytes(process.pid)


def resident_bytes(pid: int) -> int:
    """What a process and its children hold in memory."""
    import psutil

    process = psutil.Process(pid)
    return sum(member.memory_info().rss for member in (process, *process.children(recursive=True)))
