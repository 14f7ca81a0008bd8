"""Small files are written whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from app.storage.whole_files import new_file, replace_file


@pytest.mark.parametrize("write", [new_file, replace_file], ids=["new", "replace"])
def test_a_file_is_for_its_owner_alone(tmp_path: Path, write: Callable[[Path, str], None]) -> None:
    write(tmp_path / "key.txt", "words\n")
    assert (tmp_path / "key.txt").read_bytes() == b"words\n"
    assert (tmp_path / "key.txt").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(("write", "left"), [(new_file, []), (replace_file, ["key.txt"])], ids=["new", "replace"])
def test_a_full_disk_leaves_what_was_there_and_no_piece_of_the_new(
    tmp_path: Path, write: Callable[[Path, str], None], left: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    path = tmp_path / "key.txt"
    for _ in left:
        path.write_text("the one before")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write(path, "words\n")
    assert [file.name for file in tmp_path.iterdir()] == left
    assert not left or path.read_text() == "the one before"


def test_a_new_file_takes_no_other_s_place(tmp_path: Path) -> None:
    (tmp_path / "key.txt").write_text("mine")
    with pytest.raises(FileExistsError):
        new_file(tmp_path / "key.txt", "words\n")
    assert (tmp_path / "key.txt").read_text() == "mine"
