"""A disk that fills, a folder that cannot be written, two Batons: backing up, encrypting and mending leave what is."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import app.storage.backups as backups
from app.domain.errors import DiskFullError
from app.domain.keeping import BackupKind
from app.storage.conversations import SqliteConversationStore
from app.storage.database import Database
from app.storage.keeper import SqliteHistoryKeeper
from app.storage.keys import HistoryKeys
from app.system.keyring import MemorySecretStore
from tests.storage_fixtures import a_conversation, a_node

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="a small disk is mounted, which takes Linux and its root"
)
MESSAGES = 60


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Twelve megabytes, of which a history takes three."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("nothing can be mounted here")
    yield folder
    # Lazily: this process holds the first bytes of each file as long as the file has its name (storage/engine.py).
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.fixture
def no_margin(monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is met while it is written, not foreseen."""
    monkeypatch.setattr(backups, "_ROOM_BYTES", -(2**40))


async def fill(database: Database) -> None:
    store = SqliteConversationStore(database)
    nodes = [a_node(f"n{at}", "words " * 3500) for at in range(MESSAGES)]
    await store.add_conversation(a_conversation(leaf_id="n0"), nodes)


def fill_disk(folder: Path, *, leave: int) -> Path:
    ballast = folder / "ballast"
    status = os.statvfs(folder)
    ballast.write_bytes(bytes(status.f_bavail * status.f_frsize - leave))
    return ballast


def left_in(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


async def check_whole(database: Database) -> None:
    store = SqliteConversationStore(database)
    assert len((await store.tree("c1")).nodes) >= MESSAGES
    assert (await SqliteHistoryKeeper(database).check()).is_sound
    await store.save_node(a_node("n1", "and on"))


async def test_a_backup_that_fills_the_disk_is_told_and_removed(small_disk: Path, no_margin: None) -> None:
    database = Database(small_disk / "baton.db")
    keeper = SqliteHistoryKeeper(database)
    await fill(database)
    ballast = fill_disk(small_disk, leave=400_000)
    with pytest.raises(DiskFullError, match="is full"):
        await keeper.back_up(BackupKind.MANUAL)
    assert [file.name for file in keeper.folder.iterdir()] == ["lock"]
    ballast.unlink()
    await check_whole(database)
    assert await keeper.back_up(BackupKind.NIGHTLY) is not None
    await database.aclose()


async def test_encrypting_on_a_full_disk_changes_nothing_and_leaves_no_key(small_disk: Path) -> None:
    pytest.importorskip("sqlcipher3")
    keyring = MemorySecretStore()
    database = Database(small_disk / "baton.db", HistoryKeys(keyring))
    keeper = SqliteHistoryKeeper(database)
    await fill(database)
    ballast = fill_disk(small_disk, leave=600_000)
    with pytest.raises(DiskFullError):
        await keeper.encrypt()
    assert not await keeper.is_encrypted()
    assert keyring._keys == {}
    assert not any("replacing" in name for name in left_in(small_disk))
    ballast.unlink()
    await check_whole(database)
    await keeper.encrypt()
    await check_whole(database)
    await database.aclose()


async def test_a_damaged_history_on_a_full_disk_waits_untouched_until_there_is_space(small_disk: Path) -> None:
    path = small_disk / "baton.db"
    database = Database(path)
    await fill(database)
    await database.aclose()
    content = bytearray(path.read_bytes())
    content[-440_000:-400_000] = b"\xa5" * 40_000
    path.write_bytes(content)
    ballast = fill_disk(small_disk, leave=300_000)
    database = Database(path)
    with pytest.raises(DiskFullError):
        await SqliteConversationStore(database).add_node(a_node("later"))
    assert path.read_bytes() == content
    ballast.unlink()
    assert await SqliteConversationStore(database).conversations()
    assert any("is kept, untouched" in notice for notice in database.notices)
    await database.aclose()


async def test_a_folder_that_takes_no_backup_is_told_and_the_history_goes_on(tmp_path: Path) -> None:
    database = Database(tmp_path / "baton.db")
    await fill(database)
    (tmp_path / "backups").write_text("in the way", encoding="utf-8")
    with pytest.raises(DiskFullError, match="something else stands in its place"):
        await SqliteHistoryKeeper(database).back_up(BackupKind.MANUAL)
    await check_whole(database)
    await database.aclose()


async def test_two_batons_make_one_nightly_backup_and_write_on_meanwhile(tmp_path: Path) -> None:
    one, two = Database(tmp_path / "baton.db"), Database(tmp_path / "baton.db")
    await fill(one)
    made = await asyncio.gather(
        SqliteHistoryKeeper(one).back_up(BackupKind.NIGHTLY),
        SqliteHistoryKeeper(two).back_up(BackupKind.NIGHTLY),
        *(SqliteConversationStore(one if at % 2 else two).add_node(a_node(f"m{at}")) for at in range(20)),
    )
    assert sum(backup is not None for backup in made[:2]) == 1
    assert len(await SqliteHistoryKeeper(one).backups()) == 1
    assert len((await SqliteConversationStore(two).tree("c1")).nodes) == MESSAGES + 20
    assert (await SqliteHistoryKeeper(one).check()).is_sound
    await two.aclose()
    await one.aclose()
