"""``baton keys`` against a real Secret Service: gnome-keyring on a D-Bus session of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SECRET = "sk-ant-very-secret-0123456789"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the Secret Service is Linux's")

# One session for all the steps; each step is a process of its own, as a person's commands are.
_STEPS = f"""
import json, subprocess, sys
def baton(*arguments, stdin=""):
    done = subprocess.run([sys.executable, "-m", "app", *arguments], input=stdin, text=True, capture_output=True)
    return [done.returncode, done.stdout, done.stderr]
print(json.dumps([
    baton("keys", "list", "--json"),
    baton("keys", "set", "anthropic", stdin="{SECRET}\\n"),
    baton("keys", "list", "--json"),
    baton("keys", "set", "groq", stdin="  \\n"),
    baton("keys", "set", "nobody", stdin="x"),
    baton("keys", "remove", "anthropic"),
    baton("keys", "list", "--json"),
    baton("keys", "remove", "anthropic"),
]))
"""


def test_a_key_survives_the_process_in_the_keyring_and_stands_in_no_file(home: Path, tmp_path: Path) -> None:
    environ = {name: value for name, value in os.environ.items() if name != "PYTHON_KEYRING_BACKEND"}
    environ |= {
        "HOME": str(tmp_path / "person"),
        "XDG_DATA_HOME": str(tmp_path / "person" / "data"),
        "XDG_RUNTIME_DIR": str(tmp_path / "run"),
        "BATON_HOME": str(home),
    }
    for folder in ("person", "run"):
        (tmp_path / folder).mkdir(mode=0o700)
    script = tmp_path / "steps.py"
    script.write_text(_STEPS)
    unlock = 'printf \'password\' | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec "$0" "$1"'
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", unlock, sys.executable, str(script)],
        capture_output=True,
        check=False,
        text=True,
        timeout=240,
        env=environ,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 0, done.stderr
    empty, kept, listed, blank, nobody, removed, emptied, again = json.loads(done.stdout)
    assert empty[:2] == [0, "[]\n"], empty
    assert kept[0] == 0, kept
    assert json.loads(listed[1]) == [{"provider": "anthropic", "origin": "keyring"}]
    assert (blank[0], nobody[0]) == (2, 2)
    assert removed[0] == 0, removed
    assert json.loads(emptied[1]) == []
    assert again[0] == 1
    assert SECRET not in done.stdout + done.stderr
    for file in home.rglob("*"):
        assert not file.is_file() or SECRET.encode() not in file.read_bytes(), file


def test_without_a_keyring_the_command_says_that_the_key_was_not_kept(home: Path) -> None:
    environ = os.environ | {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    done = subprocess.run(
        [sys.executable, "-m", "app", "keys", "set", "anthropic"],
        input=SECRET,
        capture_output=True,
        check=False,
        text=True,
        timeout=120,
        env=environ,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 1
    assert "not kept" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert SECRET not in done.stdout + done.stderr
    for file in home.rglob("*"):
        assert not file.is_file() or SECRET.encode() not in file.read_bytes(), file
