"""A damaged database is kept aside untouched, what can be read is saved, Baton goes on; a newer one is left alone."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.domain.conversation import NodeState
from app.domain.errors import DamagedFileError, NewerVersionError
from app.services.history import HistoryService
from app.storage.audit import SqliteAuditLog
from app.storage.blobs import SqliteBlobStore
from app.storage.conversations import SqliteConversationStore
from app.storage.database import Database
from app.storage.migrations import LATEST
from tests.storage_fixtures import BEGUN, a_conversation, a_node, asked, unhurried


def make_history(path: Path, *, conversations: int = 12, messages: int = 12) -> None:
    async def fill() -> None:
        database = Database(path)
        store = SqliteConversationStore(database)
        for number in range(conversations):
            identity = f"c{number}"
            nodes = [
                a_node(f"n{at}", f"message {at} " * 30, parent=f"n{at - 1}" if at else None, conversation=identity)
                for at in range(messages)
            ]
            head = a_conversation(identity, f"Chat {number}", leaf_id=nodes[-1].id)
            await store.add_conversation(head, nodes, ())
        for at in range(5):
            await SqliteAuditLog(database).append("done", "a", {"at": at}, at=BEGUN)
        await database.aclose()

    asyncio.run(fill())


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pristine") / "baton.db"
    make_history(path)
    return path


async def messages_in(path: Path) -> tuple[int, tuple[str, ...]]:
    """How many messages can be read, after which a new one can be written; and what the person is told."""
    database = Database(path)
    try:
        store = SqliteConversationStore(database)
        count = 0
        for head in await store.conversations():
            opened = await HistoryService(store, SqliteBlobStore(store._database)).open(head.id)
            count += len(opened.tree.nodes)
            assert opened.tree.path(opened.conversation.leaf_id)
        await store.search(asked("message"))
        await store.add_conversation(a_conversation("fresh"))
        await store.add_node(a_node("q", conversation="fresh"))
        assert len((await store.tree("fresh")).nodes) == 1
        return count, tuple(database.notices)
    finally:
        await database.aclose()


@pytest.mark.parametrize(
    "content",
    [
        b"This is no database at all. " * 40,
        b"x",
        bytes(8192),
        b"SQLite format 3\x00",
        b"SQLite format 3\x00" + bytes(200),
        b"SQLite format 3\x00" + b"\xff" * 20000,
    ],
)
def test_what_is_no_database_is_kept_aside_and_a_new_one_begun(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "baton.db"
    path.write_bytes(content)
    count, notices = asyncio.run(messages_in(path))
    assert count == 0
    (kept,) = tmp_path.glob("baton-damaged-*.db")
    assert kept.read_bytes() == content
    assert str(kept) in notices[0]
    assert "Nothing could be read" in notices[0]
    assert asyncio.run(messages_in(path.with_name("other.db"))) == (0, ())


def test_another_programs_database_is_kept_aside(tmp_path: Path) -> None:
    path = tmp_path / "baton.db"
    with closing(sqlite3.connect(path)) as at:
        at.execute("CREATE TABLE bookmarks (url)")
        at.commit()
    content = path.read_bytes()
    count, notices = asyncio.run(messages_in(path))
    assert count == 0
    assert len(notices) == 1
    (kept,) = tmp_path.glob("baton-damaged-*.db")
    assert kept.read_bytes() == content


def test_an_empty_file_is_simply_a_new_history(tmp_path: Path) -> None:
    (tmp_path / "baton.db").touch()
    assert asyncio.run(messages_in(tmp_path / "baton.db")) == (0, ())


@pytest.mark.parametrize("keep", [0.95, 0.5, 0.2])
def test_a_truncated_history_is_kept_and_what_is_left_of_it_saved(tmp_path: Path, pristine: Path, keep: float) -> None:
    path = tmp_path / "baton.db"
    content = pristine.read_bytes()[: int(pristine.stat().st_size * keep)]
    path.write_bytes(content)
    count, notices = asyncio.run(messages_in(path))
    (kept,) = tmp_path.glob("baton-damaged-*.db")
    assert kept.read_bytes() == content
    assert "damaged" in notices[0]
    assert count > 0 or "Nothing could be read" in notices[0]
    assert sorted(file.name for file in tmp_path.iterdir() if "salvage" in file.name) == []


def test_one_bad_page_costs_only_what_stood_on_it(tmp_path: Path, pristine: Path) -> None:
    path = tmp_path / "baton.db"
    with closing(sqlite3.connect(pristine)) as at:
        (size,) = at.execute("PRAGMA page_size").fetchone()
        leaves = at.execute("SELECT pageno FROM dbstat WHERE name = 'nodes' AND pagetype = 'leaf'").fetchall()
    content = bytearray(pristine.read_bytes())
    page = leaves[len(leaves) // 2][0] - 1
    content[page * size : (page + 1) * size] = b"\xa5" * size
    path.write_bytes(content)
    count, notices = asyncio.run(messages_in(path))
    assert 100 <= count < 144
    assert f"{count} messages" in notices[0]

    async def rest() -> None:
        database = Database(path)
        assert len(await SqliteAuditLog(database).entries()) == 5
        assert await SqliteAuditLog(database).verify() is None
        assert len(await SqliteConversationStore(database).search(asked("message"))) > 10
        await database.aclose()

    asyncio.run(rest())


def test_a_damaged_log_beside_the_database_is_kept_with_it(tmp_path: Path, pristine: Path) -> None:
    path = tmp_path / "baton.db"
    path.write_bytes(b"garbage" * 1000)
    path.with_name("baton.db-wal").write_bytes(b"a log")
    asyncio.run(messages_in(path))
    (kept,) = tmp_path.glob("baton-damaged-*.db")
    assert kept.with_name(kept.name + "-wal").read_bytes() == b"a log"


def test_a_vanished_database_beside_its_log_is_kept_too(tmp_path: Path) -> None:
    path = tmp_path / "baton.db"
    path.touch()
    path.with_name("baton.db-wal").write_bytes(b"a log")
    _, notices = asyncio.run(messages_in(path))
    (kept,) = tmp_path.glob("baton-damaged-*.db")
    assert kept.with_name(kept.name + "-wal").read_bytes() == b"a log"
    assert notices


@settings(unhurried, max_examples=40)
@example(flips=[(0.0001, 1)], cut=0.75)
@given(
    flips=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(1, 255)), max_size=30),
    cut=st.none() | st.floats(0, 1),
)
def test_whatever_is_damaged_baton_goes_on_and_overwrites_nothing(
    pristine: Path, flips: list[tuple[float, int]], cut: float | None
) -> None:
    content = bytearray(pristine.read_bytes())
    for place, mask in flips:
        content[int(place * len(content))] ^= mask
    if cut is not None:
        del content[int(cut * len(content)) :]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "baton.db"
        path.write_bytes(content)
        try:
            asyncio.run(messages_in(path))
        except NewerVersionError:
            assert path.read_bytes() == content
            return
        except DamagedFileError:
            # Met only in the middle of the work: told, and dealt with at the next start.
            asyncio.run(messages_in(path))
        kept = list(Path(folder).glob("baton-damaged-*.db"))
        assert len(kept) <= 1
        for file in kept:
            assert len(file.read_bytes()) == len(content)


def test_damage_met_while_running_is_told_and_dealt_with_at_the_next_start(tmp_path: Path, pristine: Path) -> None:
    path = tmp_path / "baton.db"
    shutil.copyfile(pristine, path)

    def ruin() -> None:
        content = bytearray(path.read_bytes())
        content[4096:] = b"\xa5" * (len(content) - 4096)
        path.write_bytes(content)

    async def meet_it() -> None:
        database = Database(path)
        await database.open()
        ruin()
        with pytest.raises(DamagedFileError, match="Restart Baton"):
            await SqliteConversationStore(database).conversations()
        await database.aclose()

    asyncio.run(meet_it())
    _, notices = asyncio.run(messages_in(path))
    assert "damaged" in notices[0]


def test_a_message_whose_content_is_damaged_says_so_and_the_others_are_there(tmp_path: Path, pristine: Path) -> None:
    path = tmp_path / "baton.db"
    shutil.copyfile(pristine, path)
    with closing(sqlite3.connect(path)) as at:
        at.execute("UPDATE nodes SET body = '{\"message\": {\"ro' WHERE conversation_id = 'c0' AND id = 'n5'")
        at.execute("UPDATE conversations SET settings = 'x' WHERE id = 'c1'")
        at.commit()

    async def look() -> None:
        database = Database(path)
        store = SqliteConversationStore(database)
        tree = await store.tree("c0")
        assert len(tree.path("n11")) == 12
        assert tree.nodes["n5"].state is NodeState.FAILED
        assert "damaged" in (tree.nodes["n5"].error or "")
        assert (await store.conversation("c1")).title == "Chat 1"
        await database.aclose()

    asyncio.run(look())


def test_a_newer_database_is_refused_and_left_as_it_is(tmp_path: Path, pristine: Path) -> None:
    path = tmp_path / "baton.db"
    shutil.copyfile(pristine, path)
    with closing(sqlite3.connect(path)) as at:
        at.execute(f"PRAGMA user_version = {LATEST + 1}")
        at.execute("PRAGMA journal_mode = DELETE")
        at.execute("PRAGMA journal_mode = WAL")
    content = path.read_bytes()

    async def try_it() -> None:
        database = Database(path)
        store = SqliteConversationStore(database)
        with pytest.raises(NewerVersionError, match="Update Baton"):
            await store.conversations()
        with pytest.raises(NewerVersionError):
            await store.add_conversation(a_conversation())
        await database.aclose()

    asyncio.run(try_it())
    assert path.read_bytes() == content
    assert {file.name for file in tmp_path.iterdir()} <= {"baton.db", "baton.db-lock", "baton.db-shm", "baton.db-wal"}
