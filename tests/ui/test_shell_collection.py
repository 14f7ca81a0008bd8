"""Garbage of the window is collected on the window's thread."""

from __future__ import annotations

import gc
import subprocess
import sys
import threading
import weakref

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from app.ui.collection import INTERVAL_MS, WindowThreadCollector, due_generation


@pytest.mark.parametrize(
    ("counts", "generation"),
    [((700, 0, 0), None), ((701, 10, 10), 0), ((701, 11, 10), 1), ((701, 11, 11), 2), ((0, 99, 99), None)],
)
def test_generations_are_due_when_python_would_collect_them(
    counts: tuple[int, int, int], generation: int | None
) -> None:
    assert due_generation(counts, (700, 10, 10)) == generation


def test_a_collection_that_python_was_told_not_to_do_is_not_done() -> None:
    assert due_generation((10_000, 0, 0), (0, 10, 10)) is None


def test_cycles_of_widgets_go_on_the_windows_thread_whatever_other_threads_allocate(qapp: QApplication) -> None:
    collector = WindowThreadCollector()
    died_on: list[threading.Thread] = []

    class Knot:
        def __init__(self) -> None:
            self.me = self
            self.timed = QObject()
            weakref.finalize(self, lambda: died_on.append(threading.current_thread()))

    for _ in range(20):
        Knot()

    def allocate() -> None:
        kept = [[number] for number in range(50_000)]
        del kept

    worker = threading.Thread(target=allocate)
    worker.start()
    worker.join()
    assert died_on == []
    collector.collect()
    collector.stop()
    assert gc.isenabled()
    assert set(died_on) == {threading.main_thread()}
    assert len(died_on) == 20


def test_what_takes_long_to_look_through_is_set_aside_until_the_collector_ends(qapp: QApplication) -> None:
    collector = WindowThreadCollector()
    kept = [[number] for number in range(2_000_000)]
    collector.collect()
    assert gc.get_freeze_count() > 2_000_000
    collector.stop()
    assert gc.get_freeze_count() == 0
    del kept


PROOF = f"""
import gc, sys, threading, time
from app.ui.collection import WindowThreadCollector
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

application = QApplication(sys.argv[:1])
collector = WindowThreadCollector()

class Knot(QObject):
    def __init__(self):
        super().__init__()
        self.me = self
        self.startTimer(1)

def allocate():
    for _ in range(30):
        kept = [[number] for number in range(10_000)]

for _ in range(20):
    for _ in range(20):
        Knot()
    worker = threading.Thread(target=allocate)
    worker.start()
    while worker.is_alive():
        application.processEvents()
QTimer.singleShot({3 * INTERVAL_MS}, application.quit)
application.exec()
collector.stop()
print("alive")
"""


def test_timers_that_are_let_go_do_not_end_the_process(home: object) -> None:
    run = subprocess.run([sys.executable, "-P", "-c", PROOF], capture_output=True, text=True, timeout=60, check=False)
    assert (run.returncode, run.stdout.strip()) == (0, "alive"), run.stderr[-500:]
