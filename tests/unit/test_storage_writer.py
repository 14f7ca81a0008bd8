"""Who writes an unfinished message: a living process is told from a dead one, also where its id was given anew."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.storage import writer
from app.storage.writer import is_alive, new_writer


@pytest.fixture(params=["proc", "psutil"])
def source(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways of asking; where there is no /proc, psutil is both."""
    if request.param == "psutil":
        monkeypatch.setattr(writer, "_PROC", Path("/nowhere"))
    return str(request.param)


@pytest.mark.usefixtures("source")
def test_this_process_lives_and_each_opening_has_its_own_name() -> None:
    one, other = new_writer(), new_writer()
    assert one != other
    assert is_alive(one)
    assert is_alive(other)


def test_a_process_that_ended_is_dead_even_before_its_parent_takes_notice(source: str) -> None:
    code = "from app.storage.writer import new_writer; print(new_writer(), flush=True); input()"
    if source == "psutil":
        code = "import pathlib; from app.storage import writer; writer._PROC = pathlib.Path('/nowhere');" + code
    process = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdin is not None
    assert process.stdout is not None
    with process, process.stdin, process.stdout:
        name = process.stdout.readline().strip()
        assert is_alive(name)
        process.kill()
        process.stdout.read()
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT) if hasattr(os, "waitid") else process.wait()
        assert not is_alive(name)
    assert not is_alive(name)


@pytest.mark.usefixtures("source")
def test_another_process_with_the_same_id_is_not_the_writer() -> None:
    process, start, opening = new_writer().split("/")
    assert not is_alive(f"{process}/{start}0/{opening}")
    assert not is_alive(f"{process}/other-boot-1/{opening}")


@pytest.mark.parametrize("name", [None, "", "x", "1", "1/", "//", "0/lost/0", "-5/x/y", "99999999999999/x/y", "é/1/2"])
def test_a_name_that_is_none_is_dead(name: str | None) -> None:
    assert not is_alive(name)
