"""The real program as a person has it: a process of its own, a real X display, keys and clicks; and what it stored.

Nothing here reads pixels. What happened is asked of the history and the audit log, and of the window's title.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import psutil
import pytest

from app.aws.demo.account import DemoAccount
from app.bootstrap import build_application
from app.cli.main import StartContext, run
from app.system.paths import Paths

T = TypeVar("T")

PROGRAM = (sys.executable, "-P", "-m", "app")
ROOT = Path(__file__).resolve().parent.parent
_LIMIT_S = 120.0


def until(condition: Callable[[], T], what: str, *, limit_s: float = _LIMIT_S) -> T:
    """Ask ``condition`` until it answers something true, and return that; fail the test with ``what`` at the limit."""
    deadline = time.monotonic() + limit_s
    while True:
        if found := condition():
            return found
        if time.monotonic() > deadline:
            pytest.fail(f"this did not come to be in {limit_s:.0f} s: {what}")
        time.sleep(0.05)  # between two looks; the condition or the limit ends the loop


@dataclass(frozen=True, kw_only=True)
class Ran:
    """A command that has ended."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON value on stdout; anything else there fails."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        """A JSON value for each line on stdout."""
        return [json.loads(line) for line in self.out.splitlines()]


def run_baton(*arguments: str, stdin: str | bytes | None = None, limit_s: float = 120.0, **variables: str) -> Ran:
    """Run ``baton`` with ``arguments`` in the test's home, and wait for its end. No display, nobody to answer."""
    environment = {**os.environ, "NO_COLOR": "1", **variables}
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        if name not in variables:
            environment.pop(name, None)
    ended = subprocess.run(
        [*PROGRAM, *arguments],
        input=stdin.encode() if isinstance(stdin, str) else stdin or b"",
        capture_output=True,
        timeout=limit_s,
        env=environment,
        cwd=ROOT,
        check=False,
    )
    return Ran(
        status=ended.returncode,
        out=ended.stdout.decode(errors="replace"),
        err=ended.stderr.decode(errors="replace"),
    )


Command = Callable[..., Ran]
"""Runs ``baton`` with arguments, in this process."""


@pytest.fixture
def command(paths: Paths, demo: DemoAccount, capfd: pytest.CaptureFixture[str]) -> Command:
    """Runs ``baton`` in this process, over the real application: as a process of its own, but for its start."""

    def ran(*arguments: str) -> Ran:
        capfd.readouterr()
        try:
            status = run(
                list(arguments),
                StartContext(lambda: build_application(paths=paths, environ=dict(os.environ), demo=demo), lambda _: 0),
            )
        except SystemExit as ended:
            status = ended.code if isinstance(ended.code, int) else 1
        told = capfd.readouterr()
        return Ran(status=status, out=told.out, err=told.err)

    return ran


@pytest.fixture
def whole_home(home: Path, aws_index_folder: Path) -> Path:
    """The test's home as a process finds it; the catalogue, which is always the same, is built once for all tests."""
    home.mkdir()
    (home / "cache").symlink_to(aws_index_folder, target_is_directory=True)
    return home


@pytest.fixture(scope="session")
def x_display() -> Iterator[str]:
    """A display with a window manager, for the whole session."""
    if sys.platform != "linux":
        pytest.skip("windows are driven through X")
    for program in ("Xvfb", "xdotool", "openbox"):
        if shutil.which(program) is None:
            pytest.fail(f"{program} is missing; packaging/bootstrap.py test installs it")
    reading, writing = os.pipe()
    # The server chooses a free number itself and tells it, so that runs beside each other do not meet.
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        display = f":{told.readline().strip()}"
    assert display != ":", "Xvfb did not start"
    manager = subprocess.Popen(
        ["openbox", "--sm-disable"],
        env={**os.environ, "DISPLAY": display},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        until(lambda: manager.poll() is not None or _has_manager(display), "a window manager")
        yield display
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait()


def _has_manager(display: str) -> bool:
    asked = subprocess.run(
        ["xdotool", "get_num_desktops"], env={**os.environ, "DISPLAY": display}, capture_output=True, check=False
    )
    return asked.returncode == 0


@dataclass
class Stored:
    """What is in the history now, looked at while the program runs. Reads the database without opening it as Baton."""

    home: Path

    def nodes(self) -> list[dict[str, Any]]:
        """Every message: its state and model, and its parts under ``message``."""
        return [{"state": state, "model": model, **body} for state, model, body in self._rows("state, model", "nodes")]

    def settings(self) -> list[dict[str, Any]]:
        """What each conversation remembers of how it is held."""
        return [settings for (settings,) in self._read("SELECT settings FROM conversations ORDER BY number")]

    def actions(self) -> list[dict[str, Any]]:
        """Every action, with its state."""
        return [{"state": state, **body} for state, body in self._rows("state", "actions")]

    def answers(self) -> list[dict[str, Any]]:
        """The assistant's messages, each with its whole text under ``text``."""
        return [{**node, "text": text_of(node)} for node in self.nodes() if node["message"]["role"] == "assistant"]

    def ended(self, number: int) -> dict[str, Any] | None:
        """The answer with that number, from 0, once nothing more comes of it."""
        answers = self.answers()
        return answers[number] if len(answers) > number and answers[number]["state"] != "streaming" else None

    def _rows(self, columns: str, table: str) -> list[tuple[Any, ...]]:
        return self._read(f"SELECT {columns}, body FROM {table} ORDER BY number")

    def _read(self, query: str) -> list[tuple[Any, ...]]:
        try:
            with contextlib.closing(
                sqlite3.connect(f"file:{self.home / 'data' / 'baton.db'}?mode=ro", uri=True)
            ) as connection:
                rows = connection.execute(query).fetchall()
        except sqlite3.OperationalError:  # not there yet
            return []
        return [(*row[:-1], json.loads(row[-1])) for row in rows]


def text_of(node: dict[str, Any]) -> str:
    """The text parts of a stored or exported message, joined."""
    return "".join(part.get("text", "") for part in node["message"]["parts"] if part["type"] == "text")


@dataclass
class Window:
    """Baton's window on ``display``; use :meth:`start` first."""

    display: str
    home: Path
    process: subprocess.Popen[bytes] | None = None
    id: str = ""
    variables: dict[str, str] = field(default_factory=dict)
    _seen: list[psutil.Process] = field(default_factory=list)

    @property
    def stored(self) -> Stored:
        """What the program has written so far."""
        return Stored(self.home)

    @property
    def title(self) -> str:
        """The window's title."""
        return self._xdotool("getwindowname", self.id).strip()

    def start(self) -> Window:
        """Start the program and wait until its window is shown."""
        environment = {**os.environ, "DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb", **self.variables}
        environment.pop("WAYLAND_DISPLAY", None)
        self.process = subprocess.Popen(
            PROGRAM, env=environment, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
        )
        until(self._shown, "a window")
        until(self._is_in_front, "the window manager takes the window to the front")
        return self

    def _is_in_front(self) -> bool:
        """Ask the window manager for it and look whether it did: what it says is no measure, it may warn and obey."""
        shown = self._shown()
        front = self._xdotool("getactivewindow", check=False).strip()
        if front in shown:
            self.id = front
            return True
        if shown:
            self._xdotool("windowactivate", shown[0], check=False)
        return False

    def _shown(self) -> list[str]:
        """The program's windows that can be seen now. One that was there a moment ago may have been a passing one."""
        assert self.process is not None
        assert self.process.poll() is None, f"the program ended with {self.process.returncode}"
        return self._xdotool("search", "--onlyvisible", "--pid", str(self.process.pid), check=False).split()

    def press(self, *keys: str) -> None:
        """Press keys, as in ``ctrl+n``, one after the other."""
        self._xdotool("key", "--clearmodifiers", *keys)

    def type(self, text: str) -> None:
        """Type ``text`` into whatever has the focus."""
        self._xdotool("type", "--delay", "4", text)

    def send(self, text: str) -> None:
        """Write a message and press Enter, once more where the window was not ready for the first; until it is kept."""
        before = self._messages(text)
        self.press("ctrl+l")
        self.type(text)
        self.insist(lambda: self.press("Return"), lambda: self._messages(text) > before, f"{text!r} is in the history")

    def insist(self, act: Callable[[], None], condition: Callable[[], bool], what: str) -> None:
        """Do what a person does whose key had no effect: wait a moment, then press it again, until it has one."""

        def acted() -> bool:
            act()
            deadline = time.monotonic() + 2
            while not (done := condition()) and time.monotonic() < deadline:
                time.sleep(0.05)  # between two looks
            return done

        until(acted, what)

    def choose_model(self, id: str) -> None:
        """Choose a model for the chat that is shown, by its id; again, where the list was not there yet."""

        def choose() -> None:
            self.press("Escape", "ctrl+m")
            self.type(id)
            self.press("Return")

        self.insist(choose, lambda: self.stored.settings()[-1].get("model") == id, f"{id} is the chat's model")

    def _messages(self, text: str) -> int:
        return sum(1 for node in self.stored.nodes() if node["message"]["role"] == "user" and text_of(node) == text)

    def click(self, x: int, y: int) -> None:
        """Click a place of the window."""
        self._xdotool("mousemove", "--window", self.id, str(x), str(y), "click", "1")

    def resize(self, width: int, height: int) -> None:
        """Give the window another size."""
        self._xdotool("windowsize", "--sync", self.id, str(width), str(height))

    def agree(self) -> None:
        """Click the sheet's acting button until the action that waits is decided: at first the button does not act.

        The window is made low first, so that the sheet fills its height and has the button in its lower right corner.
        """
        width, height = 1000, 560
        self.resize(width, height)

        def decided() -> bool:
            self.click(width // 2 + 320 - 60, height - 24 - 32)
            return not any(action["state"] == "waiting" for action in self.stored.actions())

        until(decided, "the action that waited is decided")

    def quit(self) -> int:
        """Ctrl+Q; returns the exit status. Everything the program started has ended too."""
        assert self.process is not None
        self._remember_children()
        self.press("ctrl+q")
        status = self.process.wait(_LIMIT_S)
        self.expect_no_child()
        return status

    def kill(self) -> None:
        """What a crash, the kernel or an impatient person does."""
        assert self.process is not None
        self._remember_children()
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(_LIMIT_S)

    def children(self) -> list[psutil.Process]:
        """The processes it started that run now."""
        assert self.process is not None
        return psutil.Process(self.process.pid).children(recursive=True)

    def expect_no_child(self) -> None:
        """Wait until everything it ever was seen to have started has ended."""
        _, left = psutil.wait_procs(self._seen, timeout=20)
        assert not left, f"left running: {left}"

    def _remember_children(self) -> None:
        with contextlib.suppress(psutil.NoSuchProcess):
            self._seen += self.children()

    def end(self) -> None:
        """Leave nothing behind, however the test went."""
        if self.process is not None and self.process.poll() is None:
            self.kill()
        for child in self._seen:
            with contextlib.suppress(psutil.NoSuchProcess):
                child.kill()

    def _xdotool(self, *arguments: str, check: bool = True) -> str:
        asked = subprocess.run(
            ["xdotool", *arguments],
            env={**os.environ, "DISPLAY": self.display},
            capture_output=True,
            text=True,
            timeout=_LIMIT_S,
            check=False,
        )
        assert not check or asked.returncode == 0, f"xdotool {arguments}: {asked.stderr}"
        return asked.stdout


@pytest.fixture
def baton_window(x_display: str, whole_home: Path) -> Iterator[Window]:
    """Baton's window, not started yet, in the test's own home."""
    window = Window(x_display, whole_home)
    yield window
    window.end()
