"""The chat in a terminal and in a pipe: tables, refusals, Ctrl+C, the end of the input."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.window_fixtures import PROGRAM, ROOT, run_baton


def test_a_pipe_gets_a_table_and_a_refused_change(whole_home: Path) -> None:
    ran = run_baton(stdin="list my buckets\ncreate a bucket called team-logs-2026\nlist my buckets\n")
    assert ran.status == 0
    before, change, after = ran.out.split("> ")[1:]
    assert "Name" in before
    assert "acorn-invoices-prod" in before
    assert "refused" in change
    assert "Nobody was there to agree" in change
    assert "team-logs-2026" not in after
    assert "nothing leaves this machine" in ran.err
    assert len(run_baton("history", "export").json["conversations"]) == 1


def test_commands_of_the_chat_and_a_mistake_in_one(whole_home: Path) -> None:
    ran = run_baton(stdin="/region eu-central-1\n/model nobody:here\n/help\nlist my queues\n/quit\nnever read\n")
    assert ran.status == 1, "a mistake in a script shows in its status"
    assert "Region: eu-central-1" in ran.err
    assert "nobody" in ran.err
    assert "/account NAME" in ran.err
    assert "sqs ListQueues" in ran.out
    assert "demo eu-central-1" in ran.out
    assert "never read" not in ran.out


def test_a_conversations_budget_and_schema_are_set_kept_and_taken_back(whole_home: Path, tmp_path: Path) -> None:
    (tmp_path / "form.json").write_text('{"type": "object"}')
    (tmp_path / "none.json").write_text("no schema")
    lines = ["/budget 0.50", f"/schema {tmp_path / 'form.json'}", "list my queues", "/quit"]
    assert run_baton(stdin="\n".join(lines) + "\n").status == 0
    (kept,) = run_baton("history", "export").json["conversations"]
    assert kept["settings"] == {"budget_usd": 0.5, "schema": {"type": "object"}}
    lines = ["/budget much", f"/schema {tmp_path / 'none.json'}", "/budget off", "/schema off", "/quit"]
    ran = run_baton(stdin="\n".join(lines) + "\n")
    assert ran.status == 1
    assert "'much' is no amount of US dollars" in ran.err
    assert "none.json' is no JSON schema" in ran.err
    assert "Budget: off" in ran.err
    assert "Schema: off" in ran.err


TAKE_THE_TERMINAL = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""


class Terminal:
    """A person at a terminal: a pseudo-terminal with Baton on it, or the command that ``arguments`` are."""

    def __init__(self, environment: dict[str, str], *arguments: str) -> None:
        import pty

        self.seen = ""
        self._screen, program = pty.openpty()
        # Not pty.fork(): a process with Qt's threads in it must run nothing of its own after a fork.
        self._process = subprocess.Popen(
            [sys.executable, "-c", TAKE_THE_TERMINAL, *PROGRAM, *arguments],
            stdin=program,
            stdout=program,
            stderr=program,
            cwd=ROOT,
            env=environment,
            start_new_session=True,
        )
        os.close(program)

    def type(self, keys: str) -> None:
        os.write(self._screen, keys.encode())

    def expect(self, text: str, *, limit_s: float = 60.0) -> str:
        """Read until ``text`` is there; returns everything up to it, and forgets that."""
        if not self._comes(text, limit_s):
            pytest.fail(f"{text!r} did not come; what came: {self.seen!r}")
        before, _, self.seen = self.seen.partition(text)
        return before

    def interrupt(self, text: str) -> None:
        """Press Ctrl+C until ``text`` comes: Python loses one that arrives while it prepares to read a line."""
        for _ in range(20):
            self.type("\x03")
            if self._comes(text, 3.0):
                break
        self.expect(text)

    def _comes(self, text: str, limit_s: float) -> bool:
        import select

        deadline = time.monotonic() + limit_s
        while text not in self.seen:
            if not select.select([self._screen], [], [], max(0.0, deadline - time.monotonic()))[0]:
                return False
            self.seen += os.read(self._screen, 65536).decode(errors="replace")
        return True

    def status(self) -> int:
        """Wait for the program's end."""
        return self._process.wait(60)

    def close(self) -> None:
        os.close(self._screen)
        self._process.kill()
        self._process.wait()


@pytest.fixture
def terminal(whole_home: Path) -> Iterator[Terminal]:
    if sys.platform == "win32":
        pytest.skip("there are no pseudo-terminals here")
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")}
    environment.pop("WAYLAND_DISPLAY", None)
    person = Terminal({**environment, "TERM": "xterm", "COLUMNS": "100"})
    yield person
    person.close()


def test_a_person_at_a_terminal_is_asked_and_ctrl_c_is_a_no(terminal: Terminal) -> None:
    terminal.expect("\n> ")
    terminal.interrupt("/quit or Ctrl+D leaves.")
    terminal.expect("> ")

    terminal.type("create a bucket called team-logs-2026\n")
    terminal.expect("Type yes to go on, or press Enter to refuse")
    terminal.interrupt("Stopped.")
    terminal.expect("> ")

    terminal.type("create a bucket called team-logs-2027\n")
    shown = terminal.expect("Type yes to go on, or press Enter to refuse")
    for fact in ("demo: nothing leaves", "s3 CreateBucket", "write", "team-logs-2027", "Region"):
        assert fact in shown
    terminal.type("yes\n")
    terminal.expect("| done]")
    terminal.expect("> ")
    terminal.type("list my buckets\n")
    listed = terminal.expect("rows in ")
    assert "team-logs-2027" in listed
    assert "team-logs-2026" not in listed
    terminal.expect("> ")
    terminal.type("\x04")
    assert terminal.status() == 0
