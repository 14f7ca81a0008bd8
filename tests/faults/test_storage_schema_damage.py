"""One wrong bit in how the history describes itself costs nothing: every row of it is whole."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.errors import NewerVersionError
from app.domain.keeping import BackupKind
from app.storage.conversations import SqliteConversationStore
from app.storage.database import Database
from app.storage.keeper import SqliteHistoryKeeper
from app.storage.migrations import LATEST
from app.storage.schemas import known_schema, version_of
from tests.storage_fixtures import a_conversation, a_node


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a history of 300 messages and a backup that lacks the newest chat, of 100."""
    path = tmp_path_factory.mktemp("history") / "baton.db"

    async def write() -> None:
        database = Database(path)
        store = SqliteConversationStore(database)
        for chat in ("old", "older", "newest"):
            if chat == "newest":
                await SqliteHistoryKeeper(database).back_up(BackupKind.NIGHTLY)
            nodes = [
                a_node(f"n{at}", f"message {at} " * 20, parent=f"n{at - 1}" if at else None, conversation=chat)
                for at in range(100)
            ]
            await store.add_conversation(a_conversation(chat, f"Chat {chat}", folder="Work", leaf_id="n99"), nodes)
        await database.aclose()

    asyncio.run(write())
    return path.parent


@pytest.mark.parametrize(
    ("whole", "at", "has_backup"),
    [
        (b"CREATE INDEX nodes_in_order", 2, False),
        (b"CREATE INDEX nodes_in_order", 2, True),
        (b"CREATE TABLE nodes", 2, False),
        (b"CREATE TABLE nodes", 2, True),
        (b"CREATE TRIGGER conversations_deleted", 2, False),
        (b"CREATE TRIGGER conversations_deleted", 2, True),
        (b"tablenodesnodes", 1, False),
        (b"tablenodesnodes", 6, False),
        (b"body TEXT NOT NULL,\n        UNIQUE (conversation_id, id),\n        FOREIGN", 1, False),
        (b"\x07\x17##\x01\x86utableusage_chats", -2, False),
    ],
    ids=[
        "index",
        "index-with-backup",
        "table",
        "table-with-backup",
        "trigger",
        "trigger-with-backup",
        "type-column",
        "name-column",
        "column-of-the-table",
        "length-of-a-row",
    ],
)
def test_a_flipped_bit_in_the_schema_costs_no_message(
    tmp_path: Path, written: Path, whole: bytes, at: int, has_backup: bool
) -> None:
    folder = tmp_path / "history"
    shutil.copytree(written, folder)
    if not has_backup:
        shutil.rmtree(folder / "backups")
    path = folder / "baton.db"
    content = bytearray(path.read_bytes())
    content[content.index(whole) + at] ^= 1
    path.write_bytes(content)

    async def look() -> None:
        database = Database(path)
        store = SqliteConversationStore(database)
        heads = await store.conversations()
        assert {head.id: len((await store.tree(head.id)).nodes) for head in heads} == {
            "old": 100,
            "older": 100,
            "newest": 100,
        }
        assert {head.folder for head in heads} == {"Work"}
        (told,) = database.notices
        assert "description of its tables was damaged" in told
        assert "300 messages" in told
        assert (await SqliteHistoryKeeper(database).check()).is_sound
        await database.aclose()

    asyncio.run(look())
    (kept,) = folder.glob("baton-damaged-*.db")
    assert kept.read_bytes() == bytes(content)


@pytest.mark.parametrize("number", [244, 10, 1, 0, -5], ids=["higher", "one-lower", "first", "none", "negative"])
def test_a_wrong_number_of_the_layout_is_set_right_once_a_copy_is_kept(
    tmp_path: Path, written: Path, number: int
) -> None:
    path = tmp_path / "baton.db"
    shutil.copyfile(written / "baton.db", path)
    content = bytearray(path.read_bytes())
    content[60:64] = number.to_bytes(4, "big", signed=True)
    path.write_bytes(content)

    async def look() -> None:
        database = Database(path)
        assert len((await SqliteConversationStore(database).tree("newest")).nodes) == 100
        (told,) = database.notices
        assert "set right" in told
        assert f"layout {LATEST}" in told
        await database.aclose()
        again = Database(path)
        await again.open()
        assert again.notices == ()
        await again.aclose()

    asyncio.run(look())
    (kept,) = tmp_path.glob("baton-damaged-*.db")
    assert kept.read_bytes() == bytes(content)


def test_each_layout_is_known_by_its_tables() -> None:
    assert [version_of(set(known_schema(version))) for version in range(1, LATEST + 1)] == [*range(1, LATEST + 1)]


def test_a_history_of_a_truly_newer_baton_is_left_alone(tmp_path: Path, written: Path) -> None:
    path = tmp_path / "baton.db"
    shutil.copyfile(written / "baton.db", path)
    with closing(sqlite3.connect(path)) as at:
        at.execute("CREATE TABLE dreams (number INTEGER PRIMARY KEY)")
        at.execute(f"PRAGMA user_version = {LATEST + 1}")
    before = path.read_bytes()

    async def meet() -> None:
        database = Database(path)
        with pytest.raises(NewerVersionError):
            await database.open()
        await database.aclose()

    asyncio.run(meet())
    assert path.read_bytes() == before
