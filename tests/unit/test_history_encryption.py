"""The history encrypted and in the clear again: nothing lost, nothing in the clear, the key in the keyring alone."""

from __future__ import annotations

import asyncio
import logging
import shutil
import sqlite3
import traceback
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.errors import KeyLostError, StorageError
from app.domain.keeping import BackupKind
from app.storage import engine
from app.storage.audit import SqliteAuditLog
from app.storage.blobs import SqliteBlobStore
from app.storage.conversations import SqliteConversationStore
from app.storage.database import Database
from app.storage.keeper import SqliteHistoryKeeper
from app.storage.keys import HistoryKeys, entry_name
from app.system.keyring import MemorySecretStore
from tests.storage_fixtures import BEGUN, a_conversation, a_node, an_action, asked

pytest.importorskip("sqlcipher3")

WORDS = "an ocelot in the machine room"


@pytest.fixture
def keyring() -> MemorySecretStore:
    return MemorySecretStore()


@pytest.fixture
async def database(tmp_path: Path, keyring: MemorySecretStore) -> AsyncIterator[Database]:
    opened = Database(tmp_path / "data" / "baton.db", HistoryKeys(keyring))
    yield opened
    await opened.aclose()


@pytest.fixture
def keeper(database: Database) -> SqliteHistoryKeeper:
    return SqliteHistoryKeeper(database)


async def fill(database: Database) -> str:
    store = SqliteConversationStore(database)
    await store.add_conversation(a_conversation())
    await store.add_node(a_node("q", WORDS))
    await store.save_action(an_action())
    await SqliteAuditLog(database).append("done", "a", {}, at=BEGUN)
    return await SqliteBlobStore(database).put(WORDS.encode() * 50)


async def check_whole(database: Database, sha: str) -> None:
    store = SqliteConversationStore(database)
    assert (await store.tree("c1")).nodes["q"].message.text == WORDS
    assert [hit.node_id for hit in await store.search(asked("ocelot"))] == ["q"]
    assert len(await store.actions("c1")) == 1
    assert await SqliteBlobStore(database).get(sha) == WORDS.encode() * 50
    log = SqliteAuditLog(database)
    assert await log.verify() is None
    assert len(await log.entries()) == 1


def contents(folder: Path) -> list[bytes]:
    return [file.read_bytes() for file in folder.rglob("*") if file.is_file()]


def plain_text_in(folder: Path) -> list[str]:
    found = []
    for file in folder.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            if b"ocelot" in content or b"SQLite format" in content or b"CREATE TABLE" in content:
                found.append(file.name)
    return found


async def test_there_and_back_nothing_is_lost_and_nothing_is_left_in_the_clear(
    tmp_path: Path, database: Database, keeper: SqliteHistoryKeeper
) -> None:
    sha = await fill(database)
    await keeper.back_up(BackupKind.NIGHTLY)
    assert plain_text_in(tmp_path / "data")
    done = await keeper.encrypt()
    assert (done.is_encrypted, done.backups, list(done.kept_plain)) == (True, 1, [])
    await check_whole(database, sha)
    assert plain_text_in(tmp_path / "data") == []
    await SqliteConversationStore(database).add_node(a_node("a", "another ocelot", parent="q"))
    assert (await keeper.back_up(BackupKind.MANUAL) or done).is_encrypted
    report = await keeper.check()
    assert (report.is_sound, report.is_encrypted) == (True, True)
    assert plain_text_in(tmp_path / "data") == []  # the log beside the file neither
    done = await keeper.decrypt()
    assert (done.is_encrypted, done.backups) == (False, 2)
    assert not await keeper.is_encrypted()
    with closing(sqlite3.connect(database.path)) as at:
        assert at.execute("SELECT count(*) FROM nodes").fetchone() == (2,)


async def test_an_encrypted_history_opens_again_with_its_key_alone(
    database: Database, keeper: SqliteHistoryKeeper, keyring: MemorySecretStore
) -> None:
    sha = await fill(database)
    await keeper.encrypt()
    await database.aclose()
    again = Database(database.path, HistoryKeys(keyring))
    await check_whole(again, sha)
    assert again.notices == ()
    await again.aclose()


async def lost(database: Database, keys: HistoryKeys | None) -> KeyLostError:
    await database.aclose()
    before = database.path.read_bytes()
    again = Database(database.path, keys)
    with pytest.raises(KeyLostError) as caught:
        await SqliteConversationStore(again).conversations()
    await again.aclose()
    assert database.path.read_bytes() == before
    assert not list(database.path.parent.glob("baton-damaged-*"))
    return caught.value


async def test_a_lost_key_is_told_with_what_to_do_and_the_file_is_left(
    database: Database, keeper: SqliteHistoryKeeper
) -> None:
    await fill(database)
    await keeper.encrypt()
    error = await lost(database, HistoryKeys(MemorySecretStore(problem="The system's keyring is locked.")))
    assert "its key is not in the keyring" in error.message
    assert "keyring is locked" in error.message
    assert "restore a plain backup" in error.remedy


async def test_another_key_under_its_name_is_told_and_is_no_damage(
    database: Database, keeper: SqliteHistoryKeeper, keyring: MemorySecretStore
) -> None:
    await fill(database)
    await keeper.encrypt()
    identity = engine.key_id(database.path)
    assert identity is not None
    keyring.set(entry_name(identity), "0" * 64)
    assert "is not the key" in (await lost(database, HistoryKeys(keyring))).message


async def test_with_a_lost_key_a_plain_backup_can_be_restored(
    tmp_path: Path, database: Database, keeper: SqliteHistoryKeeper
) -> None:
    sha = await fill(database)
    await keeper.back_up(BackupKind.MANUAL)
    (made,) = await keeper.backups()
    shutil.copyfile(keeper.folder / made.name, tmp_path / "elsewhere.db")
    await keeper.encrypt()
    await database.aclose()
    shutil.copyfile(tmp_path / "elsewhere.db", keeper.folder / made.name)
    again = Database(database.path)
    (told,) = await SqliteHistoryKeeper(again).restore("1")
    assert "baton-unreadable-" in told
    await check_whole(again, sha)
    await again.aclose()


async def test_where_the_keyring_keeps_nothing_the_history_stays_as_it_is(tmp_path: Path) -> None:
    database = Database(tmp_path / "baton.db", HistoryKeys(MemorySecretStore(problem="There is no system keyring.")))
    sha = await fill(database)
    with pytest.raises(StorageError, match="key cannot be kept"):
        await SqliteHistoryKeeper(database).encrypt()
    await check_whole(database, sha)
    assert engine.key_id(database.path) is None
    await database.aclose()


async def test_another_baton_that_has_the_history_open_stops_it(
    database: Database, keeper: SqliteHistoryKeeper, keyring: MemorySecretStore
) -> None:
    sha = await fill(database)
    other = Database(database.path, HistoryKeys(keyring))
    await other.open()
    with pytest.raises(StorageError, match="Another Baton has the history open"):
        await keeper.encrypt()
    await other.aclose()
    await check_whole(database, sha)
    assert keyring._keys == {}  # no key is left behind that opens nothing


async def test_the_key_is_in_no_file_no_log_and_no_exception(
    tmp_path: Path,
    database: Database,
    keeper: SqliteHistoryKeeper,
    keyring: MemorySecretStore,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    await fill(database)
    await keeper.encrypt()
    (secret,) = keyring._keys.values()
    await database.aclose()
    content = bytearray(database.path.read_bytes())
    content[3000:] = bytes(len(content) - 3000)
    database.path.write_bytes(content)
    key = HistoryKeys(keyring).of(database.path)
    assert key is not None
    assert secret not in repr(key)
    try:
        with closing(engine.connect(database.path, key)) as at:
            at.execute("SELECT * FROM nodes").fetchall()
    except engine.errors() as error:
        told = "".join(traceback.format_exception(error)) + str(error)
    assert secret not in told
    again = Database(database.path, HistoryKeys(keyring))
    await again.open()
    assert "damaged" in again.notices[0]
    assert engine.key_id(database.path) is not None  # what is begun anew is encrypted too
    await again.aclose()
    assert not any(secret.encode() in held or bytes.fromhex(secret) in held for held in contents(tmp_path))
    output = capfd.readouterr()
    assert secret not in caplog.text + output.out + output.err
    assert output.err == ""


async def test_a_damaged_encrypted_history_is_mended_from_its_backup(
    database: Database, keeper: SqliteHistoryKeeper, keyring: MemorySecretStore
) -> None:
    sha = await fill(database)
    store = SqliteConversationStore(database)
    for at in range(60):
        await store.add_node(a_node(f"n{at}", "words " * 300))
    await keeper.encrypt()
    await keeper.back_up(BackupKind.NIGHTLY)
    await store.add_node(a_node("newest", "after the backup"))
    await database.aclose()
    content = bytearray(database.path.read_bytes())
    for page in range(20, 30):
        content[page * 4096 + 7] ^= 0x55
    content[:16] = b"x" * 16  # the name of its key too
    database.path.write_bytes(content)
    again = Database(database.path, HistoryKeys(keyring))
    tree = await SqliteConversationStore(again).tree("c1")
    assert len(tree.nodes) >= 61
    assert "backup of" in again.notices[0]
    await check_whole(again, sha)
    assert plain_text_in(database.path.parent) == []
    await again.aclose()


async def test_what_is_asked_for_meanwhile_waits_and_is_not_lost(
    database: Database, keeper: SqliteHistoryKeeper
) -> None:
    sha = await fill(database)
    store = SqliteConversationStore(database)
    await asyncio.gather(
        keeper.encrypt(),
        *(store.add_node(a_node(f"n{at}")) for at in range(10)),
        *(store.tree("c1") for _ in range(10)),
        keeper.check(),
        keeper.decrypt(),
        *(store.add_node(a_node(f"m{at}")) for at in range(10)),
        keeper.encrypt(),
    )
    assert await keeper.is_encrypted()
    assert len((await store.tree("c1")).nodes) == 21
    await check_whole(database, sha)
