"""A damaged history with a backup: nothing that the backup or the damaged file held is lost, wherever the damage is."""

from __future__ import annotations

import asyncio
import hashlib
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

import app.storage.opening as opening
from app.domain.conversation import OpenedConversation, Tree
from app.domain.errors import StorageError
from app.domain.keeping import BackupKind
from app.storage.audit import SqliteAuditLog
from app.storage.blobs import SqliteBlobStore
from app.storage.conversations import SqliteConversationStore
from app.storage.database import Database
from app.storage.keeper import SqliteHistoryKeeper
from app.storage.mending import mended_path
from tests.faults.test_storage_damage import make_history
from tests.storage_fixtures import BEGUN, a_conversation, a_node, asked
from tests.unit.test_storage_migrations import write_old


@pytest.fixture(scope="module")
def backed_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a history, its backup, and five messages, a file and an audit entry newer than that."""
    folder = tmp_path_factory.mktemp("history")
    make_history(folder / "baton.db")

    async def go_on() -> None:
        database = Database(folder / "baton.db")
        store = SqliteConversationStore(database)
        await SqliteBlobStore(database).put(b"an old picture" * 900)
        await SqliteHistoryKeeper(database).back_up(BackupKind.NIGHTLY)
        await store.add_conversation(a_conversation("newer"))
        for at in range(5):
            await store.add_node(a_node(f"m{at}", "written since " * 40, conversation="newer"))
        await SqliteAuditLog(database).append("done", "b", {}, at=BEGUN)
        await database.aclose()

    asyncio.run(go_on())
    return folder


def spoil(path: Path, table: str, kind: str) -> None:
    with closing(sqlite3.connect(path)) as at:
        (size,) = at.execute("PRAGMA page_size").fetchone()
        found = at.execute("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = ?", (table, kind)).fetchall()
    content = bytearray(path.read_bytes())
    page = found[len(found) // 2][0] - 1
    content[page * size : (page + 1) * size] = b"\xa5" * size
    path.write_bytes(content)


async def looked_at(path: Path) -> tuple[int, int, str]:
    """Messages of the backup, messages since, and what the person is told; all is sound and goes on."""
    database = Database(path)
    store = SqliteConversationStore(database)
    counts = {head.id: len((await store.tree(head.id)).nodes) for head in await store.conversations()}
    assert (await SqliteHistoryKeeper(database).check()).is_sound
    assert await SqliteAuditLog(database).verify() is None
    assert await SqliteBlobStore(database).get(_sha()) == b"an old picture" * 900
    assert len(await store.search(asked("message"), limit=500)) >= 12
    for head in await store.conversations():
        tree = await store.tree(head.id)
        assert tree.path((await store.conversation(head.id)).leaf_id)
    await store.add_conversation(a_conversation("fresh"))
    await store.add_node(a_node("q", conversation="fresh"))
    told = " ".join(database.notices)
    await database.aclose()
    newer = counts.pop("newer", 0)
    return sum(counts.values()), newer, told


def _sha() -> str:
    return hashlib.sha256(b"an old picture" * 900).hexdigest()


@pytest.mark.parametrize(
    ("table", "kind"),
    [
        ("nodes", "leaf"),
        ("nodes", "internal"),
        ("conversations", "leaf"),
        ("passages", "leaf"),
        ("search_data", "leaf"),
        ("blobs", "leaf"),
        ("audit", "leaf"),
        ("nodes_in_order", "leaf"),
        ("sqlite_schema", "internal"),
    ],
)
def test_a_damaged_page_costs_nothing_that_the_backup_has(
    tmp_path: Path, backed_up: Path, table: str, kind: str
) -> None:
    folder = tmp_path / "history"
    shutil.copytree(backed_up, folder)
    spoil(folder / "baton.db", table, kind)
    damaged = (folder / "baton.db").read_bytes()
    older, newer, told = asyncio.run(looked_at(folder / "baton.db"))
    assert older == 144
    # Where the way to every row is lost, only the backup is left.
    assert newer in ((0, 5) if (table, kind) in {("sqlite_schema", "internal"), ("nodes", "internal")} else (5,))
    (kept,) = folder.glob("baton-damaged-*.db")
    assert kept.read_bytes() == damaged
    assert str(kept) in told
    assert not list(folder.glob("baton.db-mend*"))


def test_what_is_no_database_any_more_comes_from_the_backup_whole(tmp_path: Path, backed_up: Path) -> None:
    folder = tmp_path / "history"
    shutil.copytree(backed_up, folder)
    (folder / "baton.db").write_bytes(b"This was a history. " * 400)
    older, newer, told = asyncio.run(looked_at(folder / "baton.db"))
    assert (older, newer) == (144, 0)
    assert "144 messages of them from the backup of" in told


def test_a_kill_between_the_two_renames_is_made_up_at_the_next_start(tmp_path: Path, backed_up: Path) -> None:
    folder = tmp_path / "history"
    shutil.copytree(backed_up, folder)
    (whole,) = (folder / "backups").glob("*.db")
    shutil.copyfile(whole, mended_path(folder / "baton.db"))
    (folder / "baton.db").rename(folder / "baton-damaged-x.db")
    older, newer, told = asyncio.run(looked_at(folder / "baton.db"))
    assert (older, newer) == (144, 0)
    assert "mended" in told


def test_a_damaged_backup_is_passed_over_for_an_older_one(tmp_path: Path, backed_up: Path) -> None:
    folder = tmp_path / "history"
    shutil.copytree(backed_up, folder)
    (first,) = (folder / "backups").glob("*.db")
    second = first.with_name(first.name.replace("000001", "000002"))
    second.write_bytes(first.read_bytes()[:20_000])
    (folder / "baton.db").write_bytes(b"nothing")
    older, _, _ = asyncio.run(looked_at(folder / "baton.db"))
    assert older == 144


def test_a_bad_page_far_behind_costs_its_own_messages_alone_though_there_is_no_backup(tmp_path: Path) -> None:
    path = tmp_path / "baton.db"

    async def fill() -> None:
        database = Database(path)
        nodes = [a_node(f"n{at}", "words " * 3500) for at in range(60)]
        await SqliteConversationStore(database).add_conversation(a_conversation(leaf_id="n0"), nodes)
        await database.aclose()  # which has SQLite note how few rows there are: it then prefers another way to them

    async def count() -> int:
        database = Database(path)
        tree = await SqliteConversationStore(database).tree("c1")
        await database.aclose()
        return len(tree.nodes)

    asyncio.run(fill())
    content = bytearray(path.read_bytes())
    content[-440_000:-400_000] = b"\xa5" * 40_000
    path.write_bytes(content)
    assert asyncio.run(count()) >= 55


def test_a_damaged_history_that_another_baton_has_open_is_left_to_it(tmp_path: Path, backed_up: Path) -> None:
    path = shutil.copytree(backed_up, tmp_path / "history") / "baton.db"

    async def meet() -> None:
        one, two = Database(path), Database(path)
        await one.open()
        spoil(path, "nodes", "leaf")
        with pytest.raises(StorageError, match="Another Baton has the history open"):
            await two.open()
        assert not list(path.parent.glob("baton-damaged-*"))
        await one.aclose()
        assert await SqliteConversationStore(two).conversations()
        assert "damaged" in two.notices[0]
        await two.aclose()

    asyncio.run(meet())


def test_damage_that_an_upgrades_backup_finds_is_mended_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "baton.db"
    nodes = [a_node(f"n{at}", "words " * 300) for at in range(60)]
    write_old(path, 1, [OpenedConversation(conversation=a_conversation(leaf_id="n0"), tree=Tree.of(nodes), actions=())])
    with closing(sqlite3.connect(path)) as at:
        at.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    spoil(path, "nodes", "leaf")
    monkeypatch.setattr(opening, "_CHECKED_WHOLE_BYTES", 0)  # as if it were too large to be read at the start

    async def look() -> None:
        database = Database(path)
        tree = await SqliteConversationStore(database).tree("c1")
        assert 40 < len(tree.nodes) < 60
        assert "damaged" in database.notices[0]
        await database.aclose()

    asyncio.run(look())
