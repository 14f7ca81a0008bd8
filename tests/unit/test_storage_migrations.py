"""Old databases become new ones: nothing is lost, the old file is kept, and a step is taken whole or not at all."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import app.storage.migrations as migrations
from app.domain.conversation import OpenedConversation, Tree
from app.domain.encoding import to_plain
from app.domain.errors import DiskFullError
from app.storage.audit import SqliteAuditLog
from app.storage.columns import dumped, micros
from app.storage.conversations import SqliteConversationStore
from app.storage.database import Database
from app.storage.migrations import LATEST, schema_version, upgrade
from app.storage.rows import node_body
from tests.storage_fixtures import BEGUN, a_conversation, a_node, asked, opened_conversations, unhurried


def write_old(path: Path, version: int, conversations: list[OpenedConversation]) -> None:
    """A database as a Baton of schema ``version`` left it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as at:
        at.execute("PRAGMA journal_mode = WAL")
        upgrade(at, to=version)
        for opened in conversations:
            head = opened.conversation
            at.execute(
                "INSERT INTO conversations (id, title, created_at, updated_at, settings, leaf_id, pinned, titled)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    head.id,
                    head.title,
                    micros(head.created_at),
                    micros(head.updated_at),
                    dumped(to_plain(head.settings)),
                    head.leaf_id,
                    head.pinned,
                    head.titled,
                ),
            )
            for node in opened.tree.nodes.values():
                at.execute(
                    "INSERT INTO nodes (conversation_id, id, parent_id, created_at, model, state, body)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    (
                        head.id,
                        node.id,
                        node.parent_id,
                        micros(node.created_at),
                        node.model,
                        node.state,
                        node_body(node),
                    ),
                )
            for action in opened.actions:
                at.execute(
                    "INSERT INTO actions (conversation_id, id, state, body) VALUES (?, ?, ?, ?)",
                    (head.id, action.id, action.state.value, dumped(to_plain(action))),
                )


def schema(path: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as at:
        return at.execute(
            "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY name"
        ).fetchall()


def files(folder: Path, pattern: str) -> list[Path]:
    return sorted(folder.glob(pattern))


def opened_of(text: str) -> OpenedConversation:
    head = a_conversation(leaf_id="q", titled=True)
    return OpenedConversation(conversation=head, tree=Tree.of([a_node("q", text)]), actions=())


@settings(unhurried, max_examples=25)
@given(
    st.integers(1, LATEST), st.lists(opened_conversations(), max_size=3, unique_by=lambda item: item.conversation.id)
)
def test_an_old_history_is_whole_in_the_new_schema(version: int, conversations: list[OpenedConversation]) -> None:
    async def check(folder: Path) -> None:
        write_old(folder / "baton.db", version, conversations)
        database = Database(folder / "baton.db")
        store = SqliteConversationStore(database)
        for opened in conversations:
            identity = opened.conversation.id
            assert await store.conversation(identity) == opened.conversation
            assert (await store.tree(identity)).nodes == opened.tree.nodes
            assert list(await store.actions(identity)) == list(opened.actions)
            await store.add_node(a_node("a node added after", "afterwards", conversation=identity))
        assert {hit.conversation_id for hit in await store.search(asked("afterwards"))} == {
            opened.conversation.id for opened in conversations
        }
        await SqliteAuditLog(database).append("done", "a", {}, at=BEGUN)
        assert await SqliteAuditLog(database).verify() is None
        await database.aclose()
        fresh = Database(folder / "fresh.db")
        await fresh.open()
        await fresh.aclose()
        assert schema(folder / "baton.db") == schema(folder / "fresh.db")

    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(check(Path(folder)))


async def test_what_an_old_history_held_can_be_searched(tmp_path: Path) -> None:
    write_old(tmp_path / "baton.db", 2, [opened_of("an ocelot")])
    database = Database(tmp_path / "baton.db")
    store = SqliteConversationStore(database)
    assert [hit.node_id for hit in await store.search(asked("ocelot"))] == ["q"]
    assert [hit.node_id for hit in await store.search(asked("buckets"))] == ["q"]
    await database.aclose()


async def test_the_old_file_is_kept_before_an_upgrade_and_the_person_told(tmp_path: Path) -> None:
    write_old(tmp_path / "baton.db", 1, [opened_of("an ocelot")])
    database = Database(tmp_path / "baton.db")
    await database.open()
    (backup,) = files(tmp_path / "backups", "baton-*-upgrade.db")
    assert backup.name in database.notices[0]
    await database.aclose()
    with closing(sqlite3.connect(backup)) as at:
        assert schema_version(at) == 1
        assert at.execute("SELECT count(*) FROM nodes").fetchone() == (1,)
        assert at.execute("PRAGMA integrity_check").fetchone() == ("ok",)


async def test_only_the_last_backups_are_kept(tmp_path: Path) -> None:
    for _ in range(5):
        (tmp_path / "baton.db").unlink(missing_ok=True)
        write_old(tmp_path / "baton.db", 1, [])
        database = Database(tmp_path / "baton.db")
        await database.open()
        await database.aclose()
    assert len(files(tmp_path / "backups", "baton-*")) == 3


async def test_a_new_or_current_database_is_not_backed_up(tmp_path: Path) -> None:
    for _ in range(2):
        database = Database(tmp_path / "baton.db")
        await database.open()
        assert database.notices == ()
        await database.aclose()
    assert [file.name for file in files(tmp_path, "*")] == ["baton.db", "baton.db-lock", "baton.db-open"]


@pytest.mark.parametrize("version", range(LATEST))
async def test_a_step_that_fails_leaves_the_old_schema_and_can_be_taken_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: int
) -> None:
    write_old(tmp_path / "baton.db", version, [opened_of("an ocelot")] if version else [])
    before = schema(tmp_path / "baton.db")
    step = migrations.MIGRATIONS[version]

    def breaks_at_its_end(at: sqlite3.Connection) -> None:
        step(at)
        raise OSError(28, "No space left on device")

    steps = (*migrations.MIGRATIONS[:version], breaks_at_its_end, *migrations.MIGRATIONS[version + 1 :])
    with monkeypatch.context() as patched:
        patched.setattr(migrations, "MIGRATIONS", steps)
        database = Database(tmp_path / "baton.db")
        with pytest.raises(DiskFullError):
            await database.open()
        assert schema(tmp_path / "baton.db") == before
    store = SqliteConversationStore(database)  # the same one: opening is tried again
    assert len(await store.conversations()) == (1 if version else 0)
    await database.aclose()


async def test_two_processes_may_upgrade_at_once(tmp_path: Path) -> None:
    write_old(tmp_path / "baton.db", 1, [opened_of("an ocelot")])
    databases = [Database(tmp_path / "baton.db") for _ in range(4)]
    await asyncio.gather(*(database.open() for database in databases))
    for database in databases:
        assert len((await SqliteConversationStore(database).tree("c1")).nodes) == 1
        await database.aclose()
    assert len(files(tmp_path / "backups", "baton-*")) == 1


@pytest.mark.skipif(os.name != "posix", reason="elsewhere the folder's access list says who may read")
async def test_only_the_owner_can_read_the_history_and_what_is_kept_of_it(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "baton.db"
    fresh = Database(path)
    await SqliteConversationStore(fresh).add_conversation(a_conversation())
    assert {file.name: file.stat().st_mode & 0o077 for file in path.parent.iterdir()} == {
        "baton.db": 0,
        "baton.db-wal": 0,
        "baton.db-shm": 0,
        "baton.db-lock": 0,
        "baton.db-open": 0,
    }
    assert path.parent.stat().st_mode & 0o077 == 0
    await fresh.aclose()

    old = tmp_path / "old.db"
    write_old(old, 1, [])
    old.chmod(0o644)
    upgraded = Database(old)
    await SqliteConversationStore(upgraded).conversations()
    (backup,) = files(tmp_path / "backups", "old-*")
    assert [file.stat().st_mode & 0o077 for file in (old, backup)] == [0, 0]
    await upgraded.aclose()


async def test_a_conversation_written_before_its_context_was_kept_opens_with_nothing_left_out(tmp_path: Path) -> None:
    path = tmp_path / "baton.db"
    write_old(
        path, LATEST, [OpenedConversation(conversation=a_conversation(), tree=Tree.of([a_node("q")]), actions=())]
    )
    with closing(sqlite3.connect(path, isolation_level=None)) as at:
        at.execute("UPDATE conversations SET settings = ?", ('{"model": "local:m", "region": "eu-west-1"}',))
        body = at.execute("SELECT body FROM nodes").fetchone()[0]
        assert "left_out" not in body
        assert "finish_detail" not in body
    database = Database(path)
    store = SqliteConversationStore(database)
    (head,) = await store.conversations()
    node = (await store.tree(head.id)).nodes["q"]
    await database.aclose()
    assert (head.settings.model, head.settings.region, head.settings.overflow) == ("local:m", "eu-west-1", None)
    assert (node.left_out, node.finish_detail) == (None, "")
