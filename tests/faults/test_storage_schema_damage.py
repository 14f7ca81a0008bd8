"""One wrong bit in how the history describes itself costs nothing: every row of it is whole."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import pytest

from app.domain.keeping import BackupKind
from app.storage.conversations import SqliteConversationStore
from app.storage.database import Database
from app.storage.keeper import SqliteHistoryKeeper
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
