"""Long work on the history where a person watches it: how far it is, what a stop leaves, what the night does."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from app.domain.errors import NotAllowedError
from app.domain.keeping import BackupKind
from app.domain.work import BYTES, Work, WorkState
from app.services.history import HistoryService
from app.services.safekeeping import SafekeepingService
from app.services.settings import SettingsService
from app.services.work.tray import WorkTray
from app.storage import engine
from app.storage.blobs import SqliteBlobStore
from app.storage.conversations import SqliteConversationStore
from app.storage.database import Database
from app.storage.keeper import SqliteHistoryKeeper
from app.storage.keys import HistoryKeys
from app.storage.settings_file import TomlSettingsStore
from app.system.keyring import MemorySecretStore
from tests.storage_fixtures import a_conversation, a_node


class Watched:
    """A history of some chats whose keeper tells a tray, and all that the tray said, in order."""

    def __init__(self, folder: Path) -> None:
        self.keyring = MemorySecretStore()
        self.database = Database(folder / "baton.db", HistoryKeys(self.keyring))
        self.store = SqliteConversationStore(self.database)
        self.history = HistoryService(self.store, SqliteBlobStore(self.database))
        self.keeper = SqliteHistoryKeeper(self.database)
        self.tray = WorkTray(clock=Clock())
        self.told: list[Work] = []
        self.tray.subscribe(self.told.append)
        settings = SettingsService(TomlSettingsStore(folder / "settings.toml"))
        self.safekeeping = SafekeepingService(self.keeper, settings, self.tray)

    def stop_once(self, when: Callable[[Work], bool]) -> None:
        """Press Stop at the first thing told of which ``when`` is true, whichever thread tells it."""

        def look(work: Work) -> None:
            if work.is_active and work.can_stop and when(work):
                self.tray.stop(work.id)

        self.tray.subscribe(look)

    @property
    def last(self) -> Work:
        return self.told[-1]


class Clock:
    """A second passes between two looks, so that nothing counts as done in a moment."""

    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        self.now_s += 1
        return self.now_s


@pytest.fixture
async def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Watched:
    monkeypatch.setattr(engine, "ASK_EVERY", 50)  # a history for a test is too small to be asked about otherwise
    watched = Watched(tmp_path)
    for number in range(40):
        name = f"chat-{number:04}"
        nodes = [a_node("q", "what is an ocelot? " * 40, conversation=name)]
        await watched.store.add_conversation(a_conversation(name, leaf_id="q"), nodes, [])
    yield watched  # type: ignore[misc]  # pytest takes the generator
    await watched.database.aclose()


async def test_a_backup_is_shown_with_how_much_is_copied(watched: Watched) -> None:
    await watched.safekeeping.back_up()
    shown = [work for work in watched.told if work.total]
    assert shown[0].unit == BYTES
    assert shown[-1].share == 1
    assert shown[0].can_stop
    assert any("Reading the copy" in work.note for work in watched.told)
    assert watched.last.state is WorkState.DONE


async def test_a_stopped_backup_leaves_none(watched: Watched) -> None:
    watched.stop_once(lambda work: work.total is not None)
    with pytest.raises(NotAllowedError):
        await watched.safekeeping.back_up()
    assert watched.last.state is WorkState.STOPPED
    assert await watched.keeper.backups() == []


async def test_the_nightly_backup_is_shown_and_once_stopped_is_not_begun_again_that_night(watched: Watched) -> None:
    watched.stop_once(lambda work: work.total is not None)
    over = asyncio.Event()
    loop = asyncio.get_running_loop()

    def look(work: Work) -> None:
        if work.title == "Back up the history" and not work.is_active:
            loop.call_soon_threadsafe(over.set)

    watched.tray.subscribe(look)
    attending = asyncio.create_task(watched.safekeeping.attend(after_start_s=0, look_every_s=0))
    await over.wait()
    began = len(watched.told)
    for _ in range(50):
        await asyncio.sleep(0)
    attending.cancel()
    assert watched.last.state is WorkState.STOPPED
    assert len(watched.told) == began
    assert await watched.keeper.backups() == []


async def test_a_stopped_check_says_nothing_of_damage(watched: Watched) -> None:
    watched.tray.subscribe(lambda work: watched.tray.stop(work.id) if work.can_stop else None)
    with pytest.raises(NotAllowedError):
        await watched.safekeeping.check()
    assert watched.last.state is WorkState.STOPPED
    assert (await watched.keeper.check()).is_sound


class TestEncryption:
    @pytest.fixture(autouse=True)
    def _needs_sqlcipher(self) -> None:
        pytest.importorskip("sqlcipher3")

    async def test_is_shown_with_how_much_is_converted_of_the_history_and_its_backups(self, watched: Watched) -> None:
        await watched.keeper.back_up(BackupKind.MANUAL)
        await watched.safekeeping.encrypt()
        shares = [work.share for work in watched.told if work.share is not None]
        assert shares == sorted(shares)
        assert shares[-1] == 1
        assert len(set(shares)) > 3
        (total,) = {work.total for work in watched.told} - {None}
        assert total > 1.5 * watched.database.path.stat().st_size, "the backup counts, too"
        assert watched.last.outcome == "The history is encrypted. 1 backup is encrypted."
        await watched.safekeeping.decrypt()
        assert watched.last.outcome == "The history is in the clear."

    async def test_stopped_before_the_history_is_another_leaves_all_as_it_was(self, watched: Watched) -> None:
        watched.stop_once(lambda work: work.total is not None)
        with pytest.raises(NotAllowedError, match="as it was"):
            await watched.safekeeping.encrypt()
        assert watched.last.state is WorkState.STOPPED
        assert not await watched.safekeeping.is_encrypted()
        assert watched.keyring._keys == {}, "no key is kept of what was not encrypted"
        assert len(await watched.history.list()) == 40

    async def test_stopped_at_the_backups_leaves_these_and_says_so(self, watched: Watched) -> None:
        await watched.keeper.back_up(BackupKind.MANUAL)
        watched.stop_once(lambda work: (work.share or 0) > 0.6 and not work.note)
        done = await watched.safekeeping.encrypt()
        assert done.backups == 0
        assert len(done.kept_plain) == 1
        assert await watched.safekeeping.is_encrypted()
        assert len(await watched.history.list()) == 40
        assert (await watched.safekeeping.encrypt()).kept_plain == []


async def test_an_export_and_an_import_say_how_many_chats_are_done(watched: Watched, tmp_path: Path) -> None:
    with watched.tray.doing("Export", unit="chats") as report:
        text = await watched.history.export_json(report=report)
    assert [(work.done, work.total) for work in watched.told if work.total][:2] == [(0, 40), (1, 40)]
    reached: list[int] = []
    await watched.history.import_file(StringIO(text), reached=reached.append)
    assert reached == [16, 32, 40]
