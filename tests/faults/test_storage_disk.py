"""A disk that is full or cannot be written: a clear error, nothing lost, and the next write after that works."""

from __future__ import annotations

import asyncio
import errno
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from app.domain.errors import DiskFullError
from app.storage.conversations import SqliteConversationStore
from app.storage.database import Database
from app.storage.keys import HistoryKeys
from tests.storage_fixtures import a_conversation, a_node, asked

# The full disk is a limit on the size of any file that the process writes (EFBIG), which every system grants; where the
# test may mount, it is a real file system of four megabytes too. Saves until that is full, frees space, goes on.
FILLS = """
import asyncio, resource, signal, sys
from dataclasses import replace
from pathlib import Path
from app.domain.conversation import NodeState
from app.domain.errors import DiskFullError
from app.storage.audit import SqliteAuditLog
from app.storage.conversations import SqliteConversationStore
from app.storage.database import Database
from tests.storage_fixtures import BEGUN, a_conversation, a_node, an_answer, asked

async def main(path, kind):
    ballast = path.parent / "ballast"
    database = Database(path)
    store = SqliteConversationStore(database)
    await store.add_conversation(a_conversation())
    node = a_node("a", message=an_answer(""), state=NodeState.STREAMING)
    await store.add_node(node)
    if kind == "limit":
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, resource.RLIM_INFINITY))
    else:
        ballast.write_bytes(bytes(2_000_000))
    saved, refused = 0, None
    for at in range(1, 2000):
        try:
            await store.save_node(replace(node, message=an_answer("x" * 3000 * at)))
        except DiskFullError as error:
            refused = error
            break
        saved = at
    assert refused is not None, "the disk never was full"
    assert refused.remedy and "space" in refused.remedy, refused
    for _ in range(2):  # an audit entry, too large to fit: refused whole
        try:
            await SqliteAuditLog(database).append("done", "a", {"text": "x" * 4_000_000}, at=BEGUN)
        except DiskFullError:
            pass
        else:
            raise AssertionError("that cannot have fitted")
    answer = (await store.tree("c1")).nodes["a"]
    assert len(answer.message.text) == 3000 * saved, "what was saved before is not there"
    assert (await store.conversations())[0].title == "Buckets"
    if kind == "limit":
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    else:
        ballast.unlink()
    await store.save_node(replace(node, message=an_answer("after"), state=NodeState.COMPLETE))
    await SqliteAuditLog(database).append("done", "a", {}, at=BEGUN)
    await database.aclose()
    again = Database(path)
    assert (await SqliteConversationStore(again).tree("c1")).nodes["a"].message.text == "after"
    assert [hit.node_id for hit in await SqliteConversationStore(again).search(asked("after"))] == ["a"]
    assert len(await SqliteAuditLog(again).entries()) == 1
    assert await SqliteAuditLog(again).verify() is None
    assert again.notices == ()
    await again.aclose()
    print("well", saved)

asyncio.run(main(Path(sys.argv[1]), sys.argv[2]))
"""


@pytest.fixture(params=["limit", "mount"])
def small_disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Path, str]]:
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)]
    if request.param == "mount" and os.geteuid() == 0:
        try:
            mounted = subprocess.run(mount, capture_output=True, check=False).returncode == 0
        except FileNotFoundError:
            mounted = False
        if mounted:
            yield folder, "mount"
            subprocess.run(["umount", str(folder)], check=True)
            return
    yield folder, "limit"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither of the two ways to a small disk")
def test_a_full_disk_loses_nothing_and_the_next_write_works(small_disk: tuple[Path, str]) -> None:
    folder, kind = small_disk
    done = subprocess.run(
        [sys.executable, "-c", FILLS, str(folder / "baton.db"), kind], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("well ")


UPGRADES = """
import asyncio, resource, sys
from pathlib import Path
from app.domain.errors import DiskFullError
from app.storage.conversations import SqliteConversationStore
from app.storage.database import Database

async def main(path):
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))
    database = Database(path)
    try:
        await database.open()
    except DiskFullError as error:
        assert "space" in error.remedy, error
    else:
        raise AssertionError("the disk never was full")
    assert not list((path.parent / "backups").glob("*.db*")), "a backup that is not whole"
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    tree = await SqliteConversationStore(database).tree("c1")
    assert len(tree.nodes) == 1
    assert "kept as" in database.notices[0]
    await database.aclose()
    print("well")

asyncio.run(main(Path(sys.argv[1])))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a file")
def test_an_upgrade_without_space_for_its_backup_changes_nothing(tmp_path: Path) -> None:
    from tests.unit.test_storage_migrations import opened_of, schema, write_old

    write_old(tmp_path / "baton.db", 1, [opened_of("long " * 20_000)])
    before = schema(tmp_path / "baton.db")
    done = subprocess.run(
        [sys.executable, "-c", UPGRADES, str(tmp_path / "baton.db")], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "well\n"), done.stderr
    assert schema(tmp_path / "baton.db") != before


# As another user where the tests run as root, whom no permission stops.
READ_ONLY = """
import asyncio, os, sys
from pathlib import Path
from app.domain.errors import BatonError, DiskFullError
from app.storage.conversations import SqliteConversationStore
from app.storage.database import Database
from app.storage.settings_file import TomlSettingsStore
from app.domain.settings import Settings
from dataclasses import replace
import tests.storage_fixtures as made
import tomlkit

async def warmed(path):  # everything is imported while this is still root, who alone may read its installation
    database = Database(path)
    await SqliteConversationStore(database).add_conversation(made.a_conversation())
    await database.aclose()
    settings = TomlSettingsStore(path.with_name("settings.toml"))
    settings.save(replace(settings.load(), theme="dark"))

async def main(path):
    database = Database(path)
    store = SqliteConversationStore(database)
    try:
        await store.conversations()
        await store.add_conversation(made.a_conversation("new"))
    except DiskFullError as error:
        assert "writable" in error.remedy, error
        assert str(path.name) in error.message, error
    else:
        raise AssertionError("that was read-only")
    await database.aclose()
    settings = TomlSettingsStore(path.with_name("settings.toml"))
    try:
        settings.save(replace(settings.load(), theme="dark"))
    except DiskFullError as error:
        assert "writable" in error.remedy, error
    else:
        raise AssertionError("that was read-only")
    print("told")

asyncio.run(warmed(Path(sys.argv[2])))
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
asyncio.run(main(Path(sys.argv[1])))
"""


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user may look into, which pytest's own are not."""
    with tempfile.TemporaryDirectory(prefix="baton-test-") as name:
        Path(name).chmod(0o755)
        yield Path(name)
        Path(name).chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
@pytest.mark.parametrize("exists", [False, True])
def test_a_read_only_folder_is_told_with_what_to_do(open_folder: Path, tmp_path: Path, exists: bool) -> None:
    path = open_folder / "baton.db"
    if exists:
        _a_history(path)
    before = {file.name: file.read_bytes() for file in open_folder.iterdir()}
    for file in open_folder.iterdir():
        file.chmod(0o444)
    open_folder.chmod(0o555)
    done = subprocess.run(
        [sys.executable, "-c", READ_ONLY, str(path), str(tmp_path / "w.db")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "told\n"), done.stderr
    assert {file.name: file.read_bytes() for file in open_folder.iterdir()} == before


def test_a_file_where_the_folder_should_be_is_told_and_left(tmp_path: Path) -> None:
    from app.domain.errors import DiskFullError
    from app.storage.database import Database

    (tmp_path / "data").write_text("mine", encoding="utf-8")

    async def open_it() -> None:
        database = Database(tmp_path / "data" / "baton.db")
        with pytest.raises(DiskFullError, match="Move that aside"):
            await database.open()
        await database.aclose()

    asyncio.run(open_it())
    assert (tmp_path / "data").read_text(encoding="utf-8") == "mine"


def test_a_folder_where_the_file_should_be_is_told_and_left(tmp_path: Path) -> None:
    from app.domain.errors import DiskFullError
    from app.storage.database import Database

    (tmp_path / "baton.db").mkdir()

    async def open_it() -> None:
        database = Database(tmp_path / "baton.db")
        with pytest.raises(DiskFullError):
            await database.open()
        await database.aclose()

    asyncio.run(open_it())
    assert (tmp_path / "baton.db").is_dir()


def _a_history(path: Path) -> None:
    from app.storage.conversations import SqliteConversationStore
    from app.storage.database import Database
    from tests.storage_fixtures import a_conversation

    async def fill() -> None:
        database = Database(path)
        await SqliteConversationStore(database).add_conversation(a_conversation())
        await database.aclose()

    asyncio.run(fill())


def held_in(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


@pytest.mark.parametrize("fault", [errno.EROFS, errno.ENOSPC], ids=["read-only", "full"])
def test_a_history_that_cannot_be_opened_for_writing_can_be_read_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: int
) -> None:
    path = tmp_path / "baton.db"

    def refuse(path: Path, keys: HistoryKeys) -> NoReturn:
        raise OSError(fault, os.strerror(fault), str(path))

    async def meet() -> None:
        written = Database(path)
        await SqliteConversationStore(written).add_conversation(a_conversation(), [a_node("a", "quokka")])
        await written.aclose()
        files = held_in(tmp_path)
        with monkeypatch.context() as patch:
            patch.setattr("app.storage.database.open_writer", refuse)
            database = Database(path)
            store = SqliteConversationStore(database)
            assert [head.title for head in await store.conversations()] == ["Buckets"]
            assert [hit.node_id for hit in await store.search(asked("quokka"))] == ["a"]
            assert (await store.tree("c1")).nodes["a"].message.text == "quokka"
            (told,) = database.notices
            assert "can be read and exported" in told
            with pytest.raises(DiskFullError):
                await store.add_node(a_node("b"))
            assert held_in(tmp_path) == files
        await store.add_node(a_node("b"))  # there is room again
        await database.aclose()

    asyncio.run(meet())
