"""Killed at any moment of what Baton does with its history: all that was acknowledged is there, and the file is sound.

``python -m tests.kills --count 200`` does the same more often.
"""

from __future__ import annotations

import asyncio
import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.storage.conversations import SqliteConversationStore
from tests import kills


@pytest.mark.parametrize("name", list(kills.TASKS))
def test_a_kill_loses_nothing_that_was_acknowledged(tmp_path: Path, name: str) -> None:
    if name == "encrypting":
        pytest.importorskip("sqlcipher3")
    begun = kills.prepared(name, tmp_path / "begun")
    kills.kill_once(name, tmp_path / "killed", random.Random(7), begun)


def test_a_kill_while_the_file_was_without_its_log_is_rolled_back_at_the_next_start(tmp_path: Path) -> None:
    begun = kills.prepared("encrypting", tmp_path / "begun")
    path = begun / "data" / "baton.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as at:
        at.execute("PRAGMA journal_mode = DELETE")
        at.execute("PRAGMA cache_size = 1")  # what is not committed is written to the file too
        at.execute("BEGIN")
        at.execute("UPDATE nodes SET body = upper(body)")
        torn, journal = path.read_bytes(), path.with_name("baton.db-journal").read_bytes()
        at.execute("ROLLBACK")
    assert len(journal) > 1000
    path.write_bytes(torn)
    path.with_name("baton.db-journal").write_bytes(journal)

    async def look() -> None:
        database = kills.opened(begun)
        tree = await SqliteConversationStore(database).tree("c1")
        assert {node.message.text for node in tree.nodes.values()} == {"an ocelot " * 60}
        assert database.notices == ()
        await database.aclose()

    asyncio.run(look())
