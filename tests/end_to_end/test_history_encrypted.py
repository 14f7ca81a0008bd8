"""The history encrypted with its key in a real Secret Service, and what is said where that key is not to be had."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the Secret Service is Linux's")
pytest.importorskip("sqlcipher3")

# One session for all the steps; each step is a process of its own, as a person's commands are.
_STEPS = """
import json, os, subprocess, sys
def baton(*arguments, **more):
    done = subprocess.run([sys.executable, "-m", "app", "history", *arguments], text=True, capture_output=True,
                          stdin=subprocess.DEVNULL, env={**os.environ, **more})
    return [done.returncode, done.stdout, done.stderr]
print(json.dumps([
    baton("import", sys.argv[1]),
    baton("encrypt"),
    baton("search", "ocelot", "--json"),
    baton("search", "ocelot", PYTHON_KEYRING_BACKEND="keyring.backends.fail.Keyring"),
    baton("decrypt", "--json"),
    baton("check", "--json"),
]))
"""


def test_the_key_is_in_the_keyring_and_without_it_nothing_is_read_and_nothing_lost(home: Path, tmp_path: Path) -> None:
    environ = {name: value for name, value in os.environ.items() if name != "PYTHON_KEYRING_BACKEND"}
    environ |= {
        "HOME": str(tmp_path / "person"),
        "XDG_DATA_HOME": str(tmp_path / "person" / "data"),
        "XDG_RUNTIME_DIR": str(tmp_path / "run"),
        "BATON_HOME": str(home),
    }
    for folder in ("person", "run"):
        (tmp_path / folder).mkdir(mode=0o700)
    script, export = tmp_path / "steps.py", tmp_path / "export.json"
    script.write_text(_STEPS)
    message = {"messageId": "m", "isCreatedByUser": True, "text": "an ocelot", "parentMessageId": None}
    export.write_text(json.dumps({"conversationId": "c", "title": "Animals", "messages": [message]}))
    unlock = 'printf \'password\' | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec "$0" "$@"'
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", unlock, sys.executable, str(script), str(export)],
        capture_output=True,
        check=False,
        text=True,
        timeout=240,
        env=environ,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 0, done.stderr
    brought_in, encrypted, found, locked, decrypted, checked = json.loads(done.stdout)
    assert brought_in[0] == 0, brought_in
    assert encrypted[0] == 0, encrypted
    assert "The history is encrypted" in encrypted[1]
    assert "Not encrypted: the settings" in encrypted[2]
    assert [hit["title"] for hit in json.loads(found[1])["hits"]] == ["Animals"], found
    assert locked[0] == 1
    assert "its key is not in the keyring" in locked[2]
    assert "restore a plain backup" in locked[2]
    assert json.loads(decrypted[1])["encrypted"] is False, decrypted
    assert json.loads(checked[1])["sound"] is True
    assert "Traceback" not in done.stdout + done.stderr
