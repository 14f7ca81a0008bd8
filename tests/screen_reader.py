"""Baton as somebody has it who cannot see: a session bus, AT-SPI, and names, roles and actions alone."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.window_fixtures import Window, until

_SYSTEM_PYTHON = "/usr/bin/python3"  # the one that the bindings of AT-SPI are packaged for


@dataclass
class Reader:
    """What a screen reader can ask and do."""

    process: subprocess.Popen[str]

    def find(self, role: str, name: str, **within: Any) -> dict[str, Any]:
        """Wait for something shown of that role whose name begins so; what would be said of it."""
        found: dict[str, Any] = self._wait("find", role, name, within)
        return found

    def read(self, role: str, name: str) -> list[dict[str, Any]]:
        """What would be said of such a part and everything in it, in order."""
        parts: list[dict[str, Any]] = self._wait("read", role, name, {})
        return parts

    def press(self, role: str, name: str, **within: Any) -> None:
        """Wait until it can be used, and do what a reader's "activate" does."""
        until(lambda: self._enabled(role, name, within), f"{role} {name!r} can be used", limit_s=60)
        assert self._wait("press", role, name, within)

    def write(self, role: str, name: str, text: str, **within: Any) -> None:
        """Replace the text of a field."""
        assert self._wait("write", role, name, {**within, "text": text})

    def heard(self) -> list[dict[str, Any]]:
        """Every announcement so far: its text, and when it came."""
        heard: list[dict[str, Any]] = self._ask({"do": "heard"})
        return heard

    def _enabled(self, role: str, name: str, within: dict[str, Any]) -> bool:
        found = self._ask({"do": "find", "role": role, "name": name, **within})
        return bool(found and found["enabled"])

    def _wait(self, what: str, role: str, name: str, more: dict[str, Any]) -> Any:
        command = {"do": what, "role": role, "name": name, **more}
        try:
            return until(lambda: self._ask(command), f"{what} {role} {name!r}", limit_s=60)
        except pytest.fail.Exception as fault:
            shown = self._ask({"do": "dump"})
            pytest.fail(f"{fault}\n" + "\n".join(f"{part['role']}: {part['words']!r}" for part in shown))

    def _ask(self, command: dict[str, Any]) -> Any:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(command) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())


@dataclass
class Heard:
    """Baton's window, not started yet, and the reader that will follow it."""

    window: Window
    reader: Reader


@pytest.fixture
def heard_window(x_display: str, whole_home: Path) -> Iterator[Heard]:
    """A session bus of its own, with a reader on it; Baton's window will be on it too."""
    if sys.platform != "linux":
        pytest.skip("a screen reader is driven through AT-SPI")
    if shutil.which("dbus-daemon") is None or not _has_bindings():
        pytest.fail("AT-SPI's bindings are missing; packaging/bootstrap.py test installs them")
    reading, writing = os.pipe()
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", f"--print-address={writing}"],
        pass_fds=[writing],
        env={**os.environ, "DISPLAY": x_display},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        address = told.readline().strip()
    variables = {
        "DBUS_SESSION_BUS_ADDRESS": address,
        "DISPLAY": x_display,
        "QT_ACCESSIBILITY": "1",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
    }
    window = Window(x_display, whole_home, variables=variables)
    process = subprocess.Popen(
        [_SYSTEM_PYTHON, "-W", "ignore", str(Path(__file__).with_name("screen_reader_process.py"))],
        env={**os.environ, **variables},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        yield Heard(window, Reader(process))
    finally:
        window.end()
        started = psutil.Process(bus.pid).children(recursive=True)
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.close()
        process.terminate()
        process.wait()
        process.stdout.close()
        bus.terminate()
        bus.wait()
        for service in started:  # what the bus had started, where it does not end with it
            if service.is_running():
                service.terminate()
        psutil.wait_procs(started, timeout=10)


def _has_bindings() -> bool:
    asked = "import gi; gi.require_version('Atspi', '2.0')"
    return (
        Path(_SYSTEM_PYTHON).exists()
        and subprocess.call([_SYSTEM_PYTHON, "-W", "ignore", "-c", asked], stderr=subprocess.DEVNULL) == 0
    )
