"""Work off the window's thread: nothing waits for it at the end."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROGRAM = """
import sys, threading
from PySide6.QtCore import QCoreApplication, QObject, QTimer
import shiboken6
from app.ui.off_thread import OffThread

def work_for_ever():
    begun.set()
    while True:
        pass

application = QCoreApplication([])
owner, begun = QObject(), threading.Event()
thread = OffThread(owner)
for _ in range(3):
    thread.run(work_for_ever, print)
begun.wait()
if sys.argv[1] == "its owner is gone":
    shiboken6.delete(owner)
else:
    QTimer.singleShot(0, application.quit)
    application.exec()
"""


@pytest.mark.parametrize("how", ["its owner is gone", "the program is quit"])
def test_work_that_never_ends_does_not_keep_the_process(how: str) -> None:
    ended = subprocess.run([sys.executable, "-c", PROGRAM, how], timeout=30, check=False, capture_output=True)
    assert (ended.returncode, ended.stdout) == (0, b"")
