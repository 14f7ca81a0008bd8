"""The audit log: it grows, refuses everything else, and tells when somebody went round that."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest

from app.domain.aws import AuditEntry, AuditNote
from app.domain.errors import StorageError
from app.storage.audit import SqliteAuditLog
from app.storage.database import Database
from tests.storage_fixtures import BEGUN, later


async def test_entries_come_back_in_order_and_verify(audit: SqliteAuditLog) -> None:
    written = [await audit.append("proposed", f"a{at}", {"n": at, "π": "é\ud800"}, at=later(at)) for at in range(5)]
    assert [entry.number for entry in written] == [1, 2, 3, 4, 5]
    assert list(await audit.entries()) == written
    assert list(await audit.entries(limit=2)) == written[-2:]
    assert written[1].previous == written[0].digest
    assert await audit.verify() is None


async def test_an_empty_log_verifies(audit: SqliteAuditLog) -> None:
    assert await audit.entries() == []
    assert await audit.verify() is None


async def test_the_same_entry_has_another_digest_at_another_place(audit: SqliteAuditLog) -> None:
    first = await audit.append("done", "a", {}, at=BEGUN)
    second = await audit.append("done", "a", {}, at=BEGUN)
    assert first.digest != second.digest


async def test_two_processes_append_to_one_chain(tmp_path: Path) -> None:
    databases = [Database(tmp_path / "baton.db") for _ in range(2)]
    logs = [SqliteAuditLog(database) for database in databases]
    await asyncio.gather(*(log.append("done", f"a{at}", {}, at=BEGUN) for at in range(20) for log in logs))
    assert [entry.number for entry in await logs[0].entries()] == list(range(1, 41))
    assert await logs[1].verify() is None
    for database in databases:
        await database.aclose()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET what = 'done'",
        "DELETE FROM audit WHERE number = 2",
        "INSERT OR REPLACE INTO audit VALUES (2, '', '', '', '', '', '')",
        "INSERT INTO audit VALUES (-7, '', '', '', '', '', '')",
        "DELETE FROM audit_head",
        "UPDATE audit_head SET number = 0",
    ],
)
async def test_the_file_itself_refuses_changes(tmp_path: Path, statement: str) -> None:
    await _three_entries(tmp_path / "baton.db")
    with closing(sqlite3.connect(tmp_path / "baton.db")) as connection:
        with pytest.raises(sqlite3.IntegrityError, match="audit log"):
            connection.execute(statement)
        connection.rollback()
    assert await _verified(tmp_path / "baton.db") is None


def _swap(at: sqlite3.Connection) -> None:
    at.execute("UPDATE audit SET number = 99 WHERE number = 1")
    at.execute("UPDATE audit SET number = 1 WHERE number = 2")
    at.execute("UPDATE audit SET number = 2 WHERE number = 99")


@pytest.mark.parametrize(
    ("tamper", "number", "what"),
    [
        (lambda at: at.execute("UPDATE audit SET data = '{\"n\":7}' WHERE number = 2"), 2, "done"),
        (lambda at: at.execute("UPDATE audit SET what = 'failed' WHERE number = 2"), 2, "failed"),
        (lambda at: at.execute("UPDATE audit SET at = '2020-01-01T00:00:00+00:00' WHERE number = 2"), 2, "done"),
        (lambda at: at.execute("UPDATE audit SET at = 'never' WHERE number = 2"), 2, "done"),
        (lambda at: at.execute("UPDATE audit SET action_id = 'b' WHERE number = 3"), 3, "done"),
        (lambda at: at.execute("UPDATE audit SET data = 'no json' WHERE number = 1"), 1, "done"),
        (lambda at: at.execute("UPDATE audit SET digest = 'x' WHERE number = 2"), 2, "done"),
        (lambda at: at.execute("DELETE FROM audit WHERE number = 2"), 3, "done"),
        (lambda at: at.execute("DELETE FROM audit WHERE number = 1"), 2, "done"),
        (lambda at: at.execute("DELETE FROM audit WHERE number = 3"), 3, "missing"),
        (lambda at: at.execute("DELETE FROM audit"), 1, "missing"),
        (_swap, 1, "done"),
    ],
)
async def test_tampering_is_found_where_it_begins(
    tmp_path: Path, tamper: Callable[[sqlite3.Connection], object], number: int, what: str
) -> None:
    await _three_entries(tmp_path / "baton.db")
    with closing(sqlite3.connect(tmp_path / "baton.db", isolation_level=None)) as connection:
        triggers = connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE name LIKE 'audit%' AND type = 'trigger'"
        )
        held = triggers.fetchall()
        for name, _ in held:
            connection.execute(f"DROP TRIGGER {name}")
        tamper(connection)
        for _, sql in held:
            connection.execute(sql)
    found = await _verified(tmp_path / "baton.db")
    assert found is not None
    assert (found.number, found.what) == (number, what)


async def _three_entries(path: Path) -> None:
    database = Database(path)
    log = SqliteAuditLog(database)
    for at in range(3):
        await log.append("done", f"a{at}", {"n": at}, at=later(at))
    await database.aclose()


async def _verified(path: Path) -> AuditEntry | None:
    database = Database(path)
    try:
        return await SqliteAuditLog(database).verify()
    finally:
        await database.aclose()


async def test_several_entries_are_chained_in_their_order_by_one_writing(database: Database) -> None:
    log = SqliteAuditLog(database)
    await log.append("proposed", "a", {}, at=BEGUN)
    await log.append_all([_note("decided", {"by": "policy"}), _note("done", {"after": "x"})])
    entries = await log.entries()
    assert [(entry.number, entry.what) for entry in entries] == [(1, "proposed"), (2, "decided"), (3, "done")]
    assert [entry.previous for entry in entries[1:]] == [entry.digest for entry in entries[:-1]]
    assert await log.verify() is None


async def test_of_several_entries_none_is_kept_where_one_cannot_be(database: Database) -> None:
    log = SqliteAuditLog(database)
    await database.write(
        lambda at: at.execute(
            "CREATE TEMP TRIGGER refuse BEFORE INSERT ON main.audit WHEN NEW.what = 'done' "
            "BEGIN SELECT RAISE(ABORT, 'no'); END"
        )
    )
    with pytest.raises(StorageError):
        await log.append_all([_note("decided", {}), _note("done", {})])
    assert await log.entries() == []


async def test_what_waits_for_the_disk_is_written_together(database: Database) -> None:
    log = SqliteAuditLog(database)
    statements: list[str] = []
    async with _line_held(database, lambda at: at.set_trace_callback(statements.append)):
        waiting = [asyncio.ensure_future(log.append_all([_note_about(f"a{at}")])) for at in range(5)]
        await asyncio.sleep(0)
    await asyncio.gather(*waiting)
    assert statements.count("COMMIT") == 2  # that of what held the line, and theirs
    assert [entry.action_id for entry in await log.entries()] == ["a0", "a1", "a2", "a3", "a4"]
    assert await log.verify() is None


@pytest.mark.parametrize(("flushed", "synchronous"), [([False, False], "NORMAL"), ([False, True], "FULL")])
async def test_what_is_written_together_is_flushed_where_one_of_it_must_be(
    database: Database, flushed: list[bool], synchronous: str
) -> None:
    log = SqliteAuditLog(database)
    statements: list[str] = []
    async with _line_held(database, lambda at: at.set_trace_callback(statements.append)):
        waiting = [
            asyncio.ensure_future(log.append_all([_note_about(f"a{at}")], flushed=each))
            for at, each in enumerate(flushed)
        ]
        await asyncio.sleep(0)
    await asyncio.gather(*waiting)
    told = [statement for statement in ["PRAGMA synchronous = FULL", *statements] if "synchronous" in statement]
    assert told[-1] == f"PRAGMA synchronous = {synchronous}"
    assert [entry.action_id for entry in await log.entries()] == ["a0", "a1"]


async def test_of_what_is_written_together_only_that_fails_which_cannot_be(database: Database) -> None:
    log = SqliteAuditLog(database)
    refuse = (
        "CREATE TEMP TRIGGER refuse BEFORE INSERT ON main.audit WHEN NEW.action_id = 'a2' "
        "BEGIN SELECT RAISE(ABORT, 'no'); END"
    )
    async with _line_held(database, lambda at: at.execute(refuse)):
        waiting = [asyncio.ensure_future(log.append_all([_note_about(f"a{at}")])) for at in range(5)]
        await asyncio.sleep(0)
    ends = await asyncio.gather(*waiting, return_exceptions=True)
    assert [type(end) for end in ends] == [type(None), type(None), StorageError, type(None), type(None)]
    assert [entry.action_id for entry in await log.entries()] == ["a0", "a1", "a3", "a4"]
    assert await log.verify() is None


@asynccontextmanager
async def _line_held(database: Database, first: Callable[[sqlite3.Connection], object]) -> AsyncIterator[None]:
    """Inside, the writer does ``first`` and then nothing more, so that all other writes wait."""
    released = threading.Event()

    def hold(connection: sqlite3.Connection) -> None:
        first(connection)
        assert released.wait(20)

    holding = asyncio.ensure_future(database.write(hold))
    await asyncio.sleep(0)
    yield
    released.set()
    await holding


def _note_about(action_id: str) -> AuditNote:
    return AuditNote(what="done", action_id=action_id, data={}, at=BEGUN)


def _note(what: str, data: dict[str, object]) -> AuditNote:
    return AuditNote(what=what, action_id="a", data=data, at=BEGUN)
