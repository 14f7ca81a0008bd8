"""What the machine's own checks find, where it cannot be helped: a disk that takes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.checks import CheckState
from app.system.checks import folders_check, log_check
from app.system.paths import Paths


def test_a_folder_that_takes_no_file_is_named_with_the_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read_only(*_: object) -> None:
        raise OSError(30, "Read-only file system")

    # A read-only disk refuses to remove what is not there as well; mounting one is not every test run's right.
    monkeypatch.setattr(Path, "write_bytes", read_only)
    monkeypatch.setattr(Path, "unlink", read_only)
    found = folders_check(Paths.find({"BATON_HOME": str(tmp_path)}))
    assert found.state is CheckState.FAULT
    assert found.finding == f"{str(tmp_path)!r} cannot be written: Read-only file system."
    assert found.remedy


def test_on_a_full_disk_the_remedy_is_to_free_space(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    for found in (folders_check(Paths.find({"BATON_HOME": str(tmp_path)})), log_check(tmp_path / "baton.log", None)):
        assert "No space left on device" in found.finding
        assert found.remedy == "Free some space on that disk."


def test_folders_that_can_be_written_are_left_as_they_were(tmp_path: Path) -> None:
    assert folders_check(Paths.find({"BATON_HOME": str(tmp_path)})).state in (CheckState.OK, CheckState.WARNING)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_log_that_a_read_only_disk_refuses_is_not_called_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_only(*_: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Path, "write_bytes", read_only)
    monkeypatch.setattr(Path, "unlink", read_only)
    found = log_check(tmp_path / "baton.log", None)
    assert found.state is CheckState.WARNING
    assert (
        found.finding == f"No log is kept: {str(tmp_path / 'baton.log')!r} cannot be written (Read-only file system)."
    )
    assert found.remedy


def test_a_log_file_that_cannot_be_opened_is_not_called_written(tmp_path: Path) -> None:
    (tmp_path / "baton.log").mkdir()
    assert log_check(tmp_path / "baton.log", None).state is CheckState.WARNING


def test_what_was_said_when_the_log_was_set_up_stands(tmp_path: Path) -> None:
    assert log_check(tmp_path / "baton.log", "No log is kept.").finding == "No log is kept."


@pytest.mark.parametrize("kept", [None, "a line\n"])
def test_a_log_that_can_be_written_is_left_as_it_was(tmp_path: Path, kept: str | None) -> None:
    file = tmp_path / "logs" / "baton.log"
    if kept is not None:
        file.parent.mkdir()
        file.write_text(kept)
    found = log_check(file, None)
    assert found.state is CheckState.OK
    assert (found.finding == f"Written to {file}.") is (kept is not None), "no file is said to be written that is not"
    assert (file.read_text() if file.exists() else None) == kept
    assert sorted(file.parent.iterdir()) == ([file] if kept else [])
