"""Files given along lie in the history once, stay as long as a message names them, and go when none does any more."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from app.domain.errors import DamagedFileError, NotFoundError
from app.domain.messages import AttachmentPart, Message, Role, TextPart
from app.storage import loose_blobs
from app.storage.blobs import SqliteBlobStore
from app.storage.conversations import SqliteConversationStore
from app.storage.database import Database
from app.storage.migrations import upgrade
from app.storage.salvage import salvage
from tests.storage_fixtures import a_conversation, a_node, asked


@pytest.fixture
def blobs(database: Database) -> SqliteBlobStore:
    return SqliteBlobStore(database)


def with_file(sha256: str, text_sha256: str | None = None, name: str = "quarterly.pdf") -> Message:
    file = AttachmentPart(
        name=name, media_type="application/pdf", sha256=sha256, size_bytes=3, text_sha256=text_sha256, pages=2
    )
    return Message(role=Role.USER, parts=(TextPart(text="look"), file))


async def is_there(blobs: SqliteBlobStore, sha256: str) -> bool:
    try:
        await blobs.get(sha256)
    except NotFoundError:
        return False
    return True


async def pass_time(database: Database, seconds: int = loose_blobs.UNDO_S) -> None:
    await database.write(lambda at: at.execute("UPDATE loose_blobs SET since = since - ?", (seconds,)))
    await database.write(loose_blobs.drop_loose)


async def test_a_blob_is_kept_once_and_given_back_whole(blobs: SqliteBlobStore, database: Database) -> None:
    sha256 = await blobs.put(b"bytes" * 1_000)
    assert await blobs.put(b"bytes" * 1_000) == sha256
    assert await blobs.get(sha256) == b"bytes" * 1_000
    assert await database.read(lambda at: at.execute("SELECT count(*) FROM blobs").fetchone()) == (1,)


async def test_a_damaged_blob_is_told(blobs: SqliteBlobStore, database: Database) -> None:
    sha256 = await blobs.put(b"bytes")
    await database.write(lambda at: at.execute("UPDATE blobs SET data = x'00'"))
    with pytest.raises(DamagedFileError):
        await blobs.get(sha256)


async def test_what_two_conversations_name_goes_with_the_second_and_not_before_undo_is_over(
    blobs: SqliteBlobStore, store: SqliteConversationStore, database: Database
) -> None:
    file, text = await blobs.put(b"file"), await blobs.put(b"its text")
    for name in ("c1", "c2"):
        await store.add_conversation(a_conversation(name))
        await store.add_node(a_node("q", conversation=name, message=with_file(file, text)))
    await store.erase(["c1"])
    await pass_time(database)
    assert await is_there(blobs, file)
    await store.erase(["c2"])
    assert await is_there(blobs, file), "the deletion may still be undone"
    await pass_time(database)
    assert not await is_there(blobs, file)
    assert not await is_there(blobs, text)


async def test_a_restored_conversation_keeps_its_files(
    blobs: SqliteBlobStore, store: SqliteConversationStore, database: Database
) -> None:
    file = await blobs.put(b"file")
    await store.add_conversation(a_conversation(), [a_node("q", message=with_file(file))])
    tree = await store.tree("c1")
    await store.erase(["c1"])
    await store.add_conversation(a_conversation(), tuple(tree.nodes.values()))
    await pass_time(database)
    assert await is_there(blobs, file)


async def test_opening_the_history_drops_what_has_been_loose_for_long(tmp_path: Path) -> None:
    first = Database(tmp_path / "baton.db")
    blobs, store = SqliteBlobStore(first), SqliteConversationStore(first)
    file = await blobs.put(b"file")
    await store.add_conversation(a_conversation(), [a_node("q", message=with_file(file))])
    await store.erase(["c1"])
    await first.write(lambda at: at.execute("UPDATE loose_blobs SET since = since - ?", (loose_blobs.UNDO_S,)))
    await first.aclose()
    second = Database(tmp_path / "baton.db")
    assert not await is_there(SqliteBlobStore(second), file)
    await second.aclose()


async def test_what_is_kept_by_somebody_else_is_left_alone(
    blobs: SqliteBlobStore, store: SqliteConversationStore, database: Database
) -> None:
    sent = await blobs.put(b"what was sent")
    await store.add_conversation(a_conversation(), [a_node("q")])
    await store.erase(["c1"])
    await pass_time(database)
    assert await is_there(blobs, sent)


async def test_a_message_is_found_by_its_files_name(blobs: SqliteBlobStore, store: SqliteConversationStore) -> None:
    file = await blobs.put(b"file")
    await store.add_conversation(a_conversation(), [a_node("q", message=with_file(file))])
    assert [hit.node_id for hit in await store.search(asked("quarterly"))] == ["q"]


async def test_files_named_before_uses_were_kept_are_not_lost_by_the_new_schema(tmp_path: Path) -> None:
    path = tmp_path / "baton.db"
    first = Database(path)
    blobs, store = SqliteBlobStore(first), SqliteConversationStore(first)
    file = await blobs.put(b"file")
    await store.add_conversation(a_conversation(), [a_node("q", message=with_file(file))])
    rows = await first.read(lambda at: list(at.execute("SELECT id, body FROM nodes")))
    await first.aclose()
    old = sqlite3.connect(tmp_path / "old.db", isolation_level=None)
    upgrade(old, to=7)
    old.execute(
        "INSERT INTO conversations (id, title, created_at, updated_at, settings, pinned, titled)"
        " VALUES ('c1', 't', 0, 0, '{}', 0, 0)"
    )
    for identity, body in rows:
        old.execute(
            "INSERT INTO nodes (conversation_id, id, created_at, state, body) VALUES ('c1', ?, 0, 'complete', ?)",
            (identity, body),
        )
    upgrade(old)
    assert old.execute("SELECT kind, owner, sha256 FROM blob_uses").fetchall() == [("message", "q", file)]
    old.close()


async def test_files_are_saved_out_of_a_damaged_history_and_stay_in_use(tmp_path: Path) -> None:
    first = Database(tmp_path / "baton.db")
    file = await SqliteBlobStore(first).put(b"file")
    await SqliteConversationStore(first).add_conversation(a_conversation(), [a_node("q", message=with_file(file))])
    await first.aclose()
    fresh = sqlite3.connect(tmp_path / "fresh.db", isolation_level=None)
    upgrade(fresh)
    salvage(tmp_path / "baton.db", fresh)
    assert fresh.execute("SELECT sha256 FROM blobs").fetchall() == [(file,)]
    assert fresh.execute("SELECT sha256 FROM blob_uses").fetchall() == [(file,)]
    fresh.close()
