"""Placeholders and the record of what was sent, on disk beside the history."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.domain.conversation import Conversation
from app.domain.errors import DamagedFileError
from app.domain.messages import Message
from app.domain.stream import Sent
from app.storage.conversations import SqliteConversationStore
from app.storage.database import Database
from app.storage.privacy import SqlitePrivacyStore

NOW = datetime(2026, 11, 26, tzinfo=UTC)


@pytest.fixture
async def databases(tmp_path: Path) -> AsyncIterator[tuple[Database, Database]]:
    """Two on the same file, as two windows have them; the conversation ``c`` is there."""
    both = Database(tmp_path / "baton.db"), Database(tmp_path / "baton.db")
    await SqliteConversationStore(both[0]).add_conversation(
        Conversation(id="c", title="C", created_at=NOW, updated_at=NOW)
    )
    yield both
    for database in both:
        await database.aclose()


async def test_two_windows_never_give_the_same_number_to_different_values(databases: tuple[Database, Database]) -> None:
    one, other = (SqlitePrivacyStore(database) for database in databases)
    wanted = [[("IP", f"10.0.0.{n}") for n in range(start, start + 20)] for start in (0, 10)]
    first, second = await asyncio.gather(
        one.numbers("c", wanted[0], keep=True), other.numbers("c", wanted[1], keep=True)
    )
    both = {**first, **second}
    assert len(set(both.values())) == 30
    assert all(first[item] == second[item] for item in first.keys() & second.keys())
    assert await one.numbers("c", wanted[1], keep=True) == second


async def test_a_count_or_an_unknown_chat_leaves_nothing_behind(databases: tuple[Database, Database]) -> None:
    store = SqlitePrivacyStore(databases[0])
    assert await store.numbers("c", [("IP", "10.0.0.1")], keep=False) == {("IP", "10.0.0.1"): 1}
    await store.numbers("unknown", [("IP", "10.0.0.1")], keep=True)
    await store.add_sent("unknown", "n", Sent(model="m:x", system="", messages=()))
    await store.keep_thinking("unknown", "sig", "text")
    assert await store.masked("c") == ()
    assert await store.masked("unknown") == ()
    assert await store.sent("unknown", "n") == ()
    assert await store.thinking("unknown", ["sig"]) == {}


async def test_values_that_no_text_of_sqlite_can_hold_stay_apart(databases: tuple[Database, Database]) -> None:
    store = SqlitePrivacyStore(databases[0])
    wanted = [("WORD", "\ud800"), ("WORD", "\ud801"), ("WORD", "\ufffd")]
    numbers = await store.numbers("c", wanted, keep=True)
    assert sorted(numbers.values()) == [1, 2, 3]
    assert {item.value for item in await store.masked("c")} == {value for _, value in wanted}


async def test_a_long_chat_takes_room_for_each_message_once(
    databases: tuple[Database, Database], tmp_path: Path
) -> None:
    store = SqlitePrivacyStore(databases[0])
    messages = tuple(Message.user(f"message {n} " + "words " * 200) for n in range(100))
    for turn in range(1, 101):
        await store.add_sent("c", f"n{turn}", Sent(model="m:x", system="Be brief.", messages=messages[:turn]))
    assert (await store.sent("c", "n100"))[0].messages == messages
    assert (await store.sent("c", "n3"))[0].messages == messages[:3]
    with closing(sqlite3.connect(tmp_path / "baton.db")) as at:
        assert at.execute("SELECT count(*) FROM sent_pieces").fetchone() == (101,)


async def test_a_damaged_record_says_so(databases: tuple[Database, Database], tmp_path: Path) -> None:
    store = SqlitePrivacyStore(databases[0])
    await store.add_sent("c", "n", Sent(model="m:x", system="", messages=(Message.user("hello"),)))
    with closing(sqlite3.connect(tmp_path / "baton.db")) as at:
        at.execute("UPDATE sent_pieces SET data = x'00'")
        at.commit()
    with pytest.raises(DamagedFileError, match="record of what was sent is damaged"):
        await store.sent("c", "n")


async def test_deleting_the_chat_deletes_all_of_it(databases: tuple[Database, Database], tmp_path: Path) -> None:
    store = SqlitePrivacyStore(databases[0])
    await store.numbers("c", [("IP", "10.0.0.1")], keep=True)
    await store.keep_thinking("c", "sig", "text")
    await store.add_sent("c", "n", Sent(model="m:x", system="", messages=(Message.user("hello"),)))
    await SqliteConversationStore(databases[0]).erase(["c"])
    with closing(sqlite3.connect(tmp_path / "baton.db")) as at:
        for table in ("masked", "signed_thinking", "sent", "sent_pieces"):
            assert at.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)  # our own names
