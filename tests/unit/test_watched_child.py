"""The children of a measurement never outlive it."""

from __future__ import annotations

import os
import subprocess
import sys
import threading

import psutil
import pytest

from app.system.watched_child import answer_of, end_children, watched_child

WAITING = "import time; print('here', flush=True); time.sleep(600)"
LEFT_ALONE = """
import subprocess, sys
child = subprocess.Popen([sys.executable, "-c", sys.argv[1]], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
print(child.pid, flush=True)
sys.stdin.read()
"""
WATCHED = "from app.system.watched_child import end_with_parent; import time; end_with_parent(); time.sleep(600)"


def python(code: str, *arguments: str) -> list[str]:
    return [sys.executable, "-c", code, *arguments]


def test_what_a_child_prints_is_its_answer() -> None:
    assert answer_of(python("print('seen')"), os.environ, patience_s=60).split() == [b"seen"]


def test_a_child_that_takes_too_long_is_ended() -> None:
    assert answer_of(python(WAITING), os.environ, patience_s=0.5) in (b"here\n", b"here\r\n", b"")


def test_a_child_is_ended_where_whoever_watched_it_fails() -> None:
    with pytest.raises(ValueError, match="enough"), watched_child(python(WAITING), os.environ, patience_s=60) as child:
        raise ValueError("enough")
    assert child.poll() is not None


def test_an_interruption_ends_what_is_watched_on_another_thread() -> None:
    begun = threading.Event()
    ended: list[int | None] = []

    def watch() -> None:
        with watched_child(python(WAITING), os.environ, patience_s=60) as child:
            assert child.stdout is not None
            child.stdout.readline()
            begun.set()
            child.stdout.read()
        ended.append(child.returncode)

    thread = threading.Thread(target=watch)
    thread.start()
    assert begun.wait(30)
    end_children()
    thread.join(30)
    assert len(ended) == 1


def test_a_child_ends_with_a_parent_that_was_killed() -> None:
    with subprocess.Popen(python(LEFT_ALONE, WATCHED), stdin=subprocess.PIPE, stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        child = psutil.Process(int(parent.stdout.readline()))
        parent.kill()
        assert child.wait(timeout=30) in (None, 1)
