"""What the window needs before its first widget."""

from __future__ import annotations

import subprocess
import sys


def test_qt_calls_by_the_thousand_do_not_end_the_interpreter() -> None:
    code = (
        "import app.ui; from PySide6.QtCore import QObject; thing = QObject()\n"
        "for _ in range(60_000): thing.setObjectName('x')\n"
        "print('alive')"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert (ran.returncode, ran.stdout.strip(), ran.stderr) == (0, "alive", "")
