"""Where files lie, what the log may hold, and whether a window can be shown."""

from __future__ import annotations

import logging
import os
import socket
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.checks import CheckState
from app.domain.errors import BatonError
from app.system import logs
from app.system.checks import display_check, folders_check
from app.system.display import display_problem
from app.system.paths import Paths
from app.system.start_probe import SHOWN, measure_start


def test_baton_home_holds_everything(tmp_path: Path) -> None:
    paths = Paths.find({"BATON_HOME": str(tmp_path)})
    for place in (
        paths.settings_file,
        paths.window_state_file,
        paths.database,
        paths.models,
        paths.log_file,
        paths.cache,
    ):
        assert tmp_path in place.parents


def test_a_relative_or_a_personal_baton_home_does_not_move_with_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert Paths.find({"BATON_HOME": "here"}).config == tmp_path / "here"
    assert Paths.find({"BATON_HOME": "~/there"}).config == Path.home() / "there"


def test_without_it_the_platform_decides_and_an_empty_one_counts_as_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    for environment in ({}, {"BATON_HOME": ""}):
        paths = Paths.find(environment)
        assert len({paths.config, paths.data, paths.cache, paths.logs}) >= 3
        assert paths.settings_file.parent.name == "baton"
        if sys.platform == "linux":
            assert paths.config == tmp_path / "config" / "baton"
            assert paths.data == tmp_path / "data" / "baton"


@pytest.fixture
def logging_kept() -> Iterator[None]:
    """The suite's own logging, as it was."""
    root, app = logging.getLogger(), logging.getLogger("app")
    before = (list(root.handlers), root.level, app.level, logging.raiseExceptions)
    yield
    for handler in root.handlers:
        if handler not in before[0]:
            handler.close()
    root.handlers[:] = before[0]
    root.setLevel(before[1])
    app.setLevel(before[2])
    logging.raiseExceptions = before[3]


def hide(text: str) -> str:
    return text.replace("s3cret", "[hidden]")


@pytest.mark.usefixtures("logging_kept")
def test_the_log_is_private_and_holds_no_secret_not_even_in_a_traceback(tmp_path: Path) -> None:
    file = tmp_path / "logs" / "baton.log"
    assert logs.configure(file, hide).problem is None
    assert logs.configure(file, hide).problem is None, "configured twice, it is written once"
    try:
        raise ValueError("the key is s3cret")
    except ValueError:
        logging.getLogger("app.test").exception("with s3cret: %s", "s3cret")
    logging.getLogger("elsewhere").info("chatter of a library")
    text = file.read_text()
    assert "s3cret" not in text
    assert text.count("with [hidden]: [hidden]") == 1
    assert "the key is [hidden]" in text
    assert "chatter" not in text
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.usefixtures("logging_kept")
def test_the_log_does_not_grow_without_end(tmp_path: Path) -> None:
    file = tmp_path / "baton.log"
    logs.configure(file, hide)
    line = "x" * 10_000
    for _ in range(logs.MAX_BYTES // len(line) * (logs.KEPT_FILES + 3)):
        logging.getLogger("app.test").info(line)
    files = list(tmp_path.iterdir())
    assert len(files) == logs.KEPT_FILES + 1
    assert sum(file.stat().st_size for file in files) <= logs.MAX_BYTES * (logs.KEPT_FILES + 1)


@pytest.mark.usefixtures("logging_kept")
def test_a_log_that_cannot_be_written_is_said_and_nothing_else_breaks(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    problem = logs.configure(tmp_path / "file" / "baton.log", hide).problem
    assert problem is not None
    assert str(tmp_path / "file") in problem
    (tmp_path / "folder.log").mkdir()
    logs.configure(tmp_path / "folder.log", hide)
    logging.getLogger("app.test").error("lost")
    assert capfd.readouterr().err == ""


def test_no_display_at_all_is_said() -> None:
    problem = display_problem({}, "linux")
    assert problem is not None
    assert "DISPLAY" in problem


@pytest.mark.parametrize(
    "name",
    [":987", "unix:987", "nonsense", ":", ":x", "localhost:987", "[::1]:987.0", ":99999999", "localhost:99999999"],
)
def test_a_display_that_does_not_answer_counts_as_none(name: str) -> None:
    problem = display_problem({"DISPLAY": name}, "linux")
    assert problem is not None
    assert repr(name) in problem


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_windows_and_macos_always_have_one(platform: str) -> None:
    assert display_problem({}, platform) is None


def test_platforms_of_qt_that_need_none_are_taken_at_their_word() -> None:
    assert display_problem({"QT_QPA_PLATFORM": "offscreen:size=1"}, "linux") is None
    assert display_problem({"QT_QPA_PLATFORM": "xcb"}, "linux") is not None


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="Wayland's socket is a Unix socket")
def test_a_wayland_that_answers_is_one_and_a_stale_one_falls_back(tmp_path: Path) -> None:
    environment = {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert display_problem(environment, "linux") is not None
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-7"))
        server.listen()
        assert display_problem(environment, "linux") is None
        assert display_problem(environment | {"WAYLAND_DISPLAY": str(tmp_path / "wayland-7")}, "linux") is None
    assert display_problem(environment, "linux") is not None


def test_the_checks_give_a_remedy_for_what_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    if sys.platform == "linux":
        check = display_check()
        assert check.state is CheckState.WARNING
        assert check.remedy
    (tmp_path / "file").write_text("")
    check = folders_check(Paths.find({"BATON_HOME": str(tmp_path / "file" / "home")}))
    assert check.state is CheckState.FAULT
    assert "BATON_HOME" in check.remedy


def test_a_window_that_never_appears_is_no_measurement() -> None:
    with pytest.raises(BatonError, match="did not appear"):
        measure_start([sys.executable, "-c", f"print('not {SHOWN}')"], runs=1)
