"""Backups of the history: proven before they count, rotated, restored; what goes wrong leaves all as it was."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import app.storage.backups as backups
from app.domain.conversation import NodeState
from app.domain.errors import DamagedFileError, DiskFullError, NotFoundError
from app.domain.keeping import BackupKind
from app.storage.backups import BackupFolder, Keep
from app.storage.blobs import SqliteBlobStore
from app.storage.conversations import SqliteConversationStore
from app.storage.database import Database
from app.storage.keeper import SqliteHistoryKeeper
from tests.storage_fixtures import a_conversation, a_node, asked


@pytest.fixture
def keeper(database: Database) -> SqliteHistoryKeeper:
    return SqliteHistoryKeeper(database)


async def texts(store: SqliteConversationStore) -> list[str]:
    return [node.message.text for node in (await store.tree("c1")).nodes.values()]


async def begin(store: SqliteConversationStore) -> None:
    await store.add_conversation(a_conversation())
    await store.add_node(a_node("q", "before"))


async def test_a_backup_is_restored_with_its_files_and_what_was_there_becomes_one(
    keeper: SqliteHistoryKeeper, store: SqliteConversationStore, database: Database
) -> None:
    await begin(store)
    sha = await SqliteBlobStore(database).put(b"a picture")
    made = await keeper.back_up(BackupKind.MANUAL)
    assert made is not None
    await store.add_node(a_node("a", "after", parent="q"))
    (told,) = await keeper.restore(str(made.number))
    assert await texts(store) == ["before"]
    assert await SqliteBlobStore(database).get(sha) == b"a picture"
    kept, first = await keeper.backups()
    assert kept.kind is BackupKind.RESTORE
    assert kept.name in told
    assert first == made
    await keeper.restore(kept.name)
    assert await texts(store) == ["before", "after"]
    await store.add_node(a_node("b", "and on", parent="a"))
    assert [hit.node_id for hit in await store.search(asked("on"))] == ["b"]


async def test_what_is_written_while_a_backup_is_made_is_not_held_up_and_not_half_in_it(
    keeper: SqliteHistoryKeeper, store: SqliteConversationStore, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await begin(store)
    with closing(sqlite3.connect(database.path, isolation_level=None)) as source:
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM nodes").fetchone()
        await store.add_node(a_node("a", "meanwhile", parent="q"))
        source.execute("ROLLBACK")
    monkeypatch.setattr(backups, "_STEP_PAGES", 1)
    await keeper.back_up(BackupKind.MANUAL)
    (made,) = await keeper.backups()
    with closing(sqlite3.connect(keeper.folder / made.name)) as copy:
        assert copy.execute("SELECT count(*) FROM nodes").fetchone() == (2,)
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)


async def test_one_nightly_backup_a_day_and_none_while_nothing_changed(
    keeper: SqliteHistoryKeeper, store: SqliteConversationStore
) -> None:
    await begin(store)
    assert await keeper.back_up(BackupKind.NIGHTLY) is not None
    await store.add_node(a_node("a", parent="q"))
    assert await keeper.back_up(BackupKind.NIGHTLY) is None
    assert len(await keeper.backups()) == 1


def made_on(folder: BackupFolder, path: Path, monkeypatch: pytest.MonkeyPatch, day: datetime, keep: Keep) -> None:
    monkeypatch.setattr(backups, "stamp", lambda: f"{day:%Y%m%dT%H%M%SZ}")
    with closing(sqlite3.connect(path, isolation_level=None)) as source:
        assert folder.make(source, BackupKind.NIGHTLY, keep=keep)


async def test_the_last_days_and_one_of_each_week_stay(
    tmp_path: Path, store: SqliteConversationStore, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await begin(store)
    folder = BackupFolder(database.path, database.keys)
    first = datetime(2026, 10, 1, 12, tzinfo=UTC)
    for day in range(40):
        made_on(folder, database.path, monkeypatch, first + timedelta(days=day), Keep(days=7, weeks=4))
    days = [backup.made_at for backup in folder.listed()]
    last = first + timedelta(days=39)
    assert days[:7] == [last - timedelta(days=back) for back in range(7)]
    assert len(days) == 9  # of four weeks, two begin within the last seven days
    assert {f"{day:%G-%V}" for day in days} == {f"{last - timedelta(weeks=back):%G-%V}" for back in range(4)}
    assert [file.name for file in folder.folder.iterdir() if file.suffix != ".db"] == ["lock"]


async def test_a_clock_that_was_set_back_costs_no_backup_that_is_newer_in_truth(
    store: SqliteConversationStore, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await begin(store)
    folder = BackupFolder(database.path, database.keys)
    ahead = datetime(2031, 5, 1, 12, tzinfo=UTC)
    for day in range(3):
        made_on(folder, database.path, monkeypatch, ahead + timedelta(days=day), Keep(days=2, weeks=0))
    today = datetime(2026, 5, 1, 12, tzinfo=UTC)
    assert folder.is_due(today)
    made_on(folder, database.path, monkeypatch, today, Keep(days=2, weeks=0))
    assert [backup.made_at.year for backup in folder.listed()] == [2026, 2031]
    assert folder.newest_sound() == folder.folder / folder.listed()[0].name
    assert not folder.is_due(today + timedelta(hours=2))
    assert folder.is_due(today + timedelta(days=1))


async def test_what_a_person_made_is_never_deleted(keeper: SqliteHistoryKeeper, store: SqliteConversationStore) -> None:
    await begin(store)
    for _ in range(4):
        await keeper.back_up(BackupKind.MANUAL)
    await keeper.back_up(BackupKind.NIGHTLY, days=1, weeks=0)
    assert len(await keeper.backups()) == 5


async def test_a_damaged_history_makes_no_backup_and_leaves_the_others(
    keeper: SqliteHistoryKeeper, store: SqliteConversationStore, database: Database
) -> None:
    await begin(store)
    for at in range(40):
        await store.add_node(a_node(f"n{at}", "words " * 200))
    good = await keeper.back_up(BackupKind.MANUAL)
    await database.replace_file(_spoil)
    with pytest.raises(DamagedFileError):
        await keeper.back_up(BackupKind.NIGHTLY)
    assert await keeper.backups() == [good]
    assert not list(keeper.folder.glob("*.partial*"))


def _spoil(path: Path) -> None:
    with closing(sqlite3.connect(path)) as at:
        (size,) = at.execute("PRAGMA page_size").fetchone()
        pages = at.execute("SELECT pageno FROM dbstat WHERE name = 'nodes' AND pagetype = 'leaf'").fetchall()
        at.execute("CREATE TABLE big (x)")
        at.execute("INSERT INTO big VALUES (zeroblob(40000000))")  # too large to be read whole at the start
        at.commit()
        at.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray(path.read_bytes())
    page = pages[len(pages) // 2][0] - 1
    content[page * size : (page + 1) * size] = b"\xa5" * size
    path.write_bytes(content)


async def test_a_disk_without_room_is_told_and_nothing_is_begun(
    keeper: SqliteHistoryKeeper, store: SqliteConversationStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    await begin(store)
    monkeypatch.setattr(backups, "_ROOM_BYTES", 2**62)
    with pytest.raises(DiskFullError, match="no room for a backup"):
        await keeper.back_up(BackupKind.MANUAL)
    assert await keeper.backups() == []


async def test_a_backup_that_is_not_there_is_named(keeper: SqliteHistoryKeeper) -> None:
    with pytest.raises(NotFoundError, match="no backup '7'"):
        await keeper.restore("7")


async def test_a_damaged_backup_is_not_restored(keeper: SqliteHistoryKeeper, store: SqliteConversationStore) -> None:
    await begin(store)
    made = await keeper.back_up(BackupKind.MANUAL)
    assert made is not None
    file = keeper.folder / made.name
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    file.write_bytes(content)
    with pytest.raises(DamagedFileError):
        await keeper.restore(made.name)
    assert await texts(store) == ["before"]


async def test_a_check_finds_a_damaged_page_and_mending_takes_it_from_the_backup(
    keeper: SqliteHistoryKeeper, store: SqliteConversationStore, database: Database
) -> None:
    await begin(store)
    assert (await keeper.check()).is_sound
    for at in range(40):
        await store.add_node(a_node(f"n{at}", "words " * 200))
    await keeper.back_up(BackupKind.MANUAL)
    await store.add_node(a_node("newest", "after the backup"))
    await database.replace_file(_spoil)
    report = await keeper.check()
    assert not report.is_sound
    (told,) = await keeper.mend()
    assert "from the backup of" in told
    assert len(await texts(store)) == 42
    assert (await texts(store))[-1] == "after the backup"
    assert (await keeper.check()).is_sound
    assert [hit.node_id for hit in await store.search(asked("after"))] == ["newest"]


async def test_what_replaces_the_file_waits_for_a_check_that_reads_it(
    keeper: SqliteHistoryKeeper, store: SqliteConversationStore
) -> None:
    await begin(store)
    made = await keeper.back_up(BackupKind.MANUAL)
    assert made is not None
    checked, _, told = await asyncio.gather(keeper.check(), keeper.back_up(BackupKind.MANUAL), keeper.restore("1"))
    assert checked.is_sound
    assert "is kept as the backup" in told[0]


async def test_an_answer_that_was_being_written_is_interrupted_in_the_backup_that_is_restored(
    keeper: SqliteHistoryKeeper, store: SqliteConversationStore
) -> None:
    await begin(store)
    await store.add_node(a_node("a", "half", parent="q", state=NodeState.STREAMING))
    await keeper.back_up(BackupKind.MANUAL)
    assert (await store.tree("c1")).nodes["a"].state is NodeState.STREAMING
    await keeper.restore("1")
    assert (await store.tree("c1")).nodes["a"].state is NodeState.INTERRUPTED
