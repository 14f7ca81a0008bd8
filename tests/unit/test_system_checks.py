"""What the machine's own checks find, where it cannot be helped: a disk that takes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.checks import CheckState
from app.system.checks import folders_check
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


def test_folders_that_can_be_written_are_left_as_they_were(tmp_path: Path) -> None:
    assert folders_check(Paths.find({"BATON_HOME": str(tmp_path)})).state in (CheckState.OK, CheckState.WARNING)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
