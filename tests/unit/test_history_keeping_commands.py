"""``baton history backups``, ``check``, ``encrypt`` and ``decrypt`` on the command line, and what the service says."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from app.cli.ask import ask
from app.cli.consent import TerminalConsent
from app.cli.context import CommandContext, Failure
from app.cli.history import history
from app.domain.errors import DiskFullError
from app.domain.keeping import Backup, BackupKind, Converted, SoundnessReport
from app.domain.ports import WorkReport
from app.domain.recovery import RecoveryKey, spelled
from app.providers.scripted import words
from app.services.safekeeping import SafekeepingService
from app.services.settings import SettingsService
from app.storage.settings_file import TomlSettingsStore
from app.system.keyring import MemorySecretStore
from tests.ui_fixtures import build_test_application


@pytest.fixture
def keyring() -> MemorySecretStore:
    return MemorySecretStore()


@pytest.fixture
def run(tmp_path: Path, keyring: MemorySecretStore) -> Callable[..., Result]:
    def run(*arguments: str, command: Any = history, typed: str = "") -> Result:
        context = CommandContext(
            lambda: build_test_application(tmp_path, [words("An ocelot.")], keyring=keyring),
            TerminalConsent(interactive=False),
        )
        return CliRunner().invoke(command, list(arguments), obj=context, standalone_mode=False, input=typed)

    return run


def test_nothing_is_asked_of_a_backup_that_is_not_there(run: Callable[..., Result]) -> None:
    missing = run("backups", "restore", "999", typed="y\n")
    assert "There is no backup '999'." in str(missing.exception)
    assert "Go back" not in missing.stderr


def test_back_to_a_backup_and_forth_again(run: Callable[..., Result]) -> None:
    assert "no backups yet" in run("backups", "list").stderr
    run("what animal?", command=ask)
    made = json.loads(run("backups", "make", "--json").stdout)
    assert (made["kind"], made["number"], made["is_encrypted"]) == ("manual", 1, False)
    run("and another zebra?", command=ask)
    assert run("backups", "restore", "1", typed="n\n").exception is not None
    assert json.loads(run("search", "--json", "zebra").stdout)["hits"]
    told = json.loads(run("backups", "restore", "1", "--yes", "--json").stdout)
    assert "kept as the backup" in told["told"][0]
    assert not json.loads(run("search", "--json", "zebra").stdout)["hits"]
    listed = json.loads(run("backups", "list", "--json").stdout)
    assert [backup["kind"] for backup in listed["backups"]] == ["restore", "manual"]
    assert "made by you" in run("backups", "list").stdout
    run("backups", "restore", "2", "--yes")
    assert json.loads(run("search", "--json", "zebra").stdout)["hits"]


def test_a_sound_history_is_said_to_be_sound(run: Callable[..., Result]) -> None:
    run("what animal?", command=ask)
    assert "is sound" in run("check").stdout
    report = json.loads(run("check", "--json").stdout)
    assert (report["sound"], report["problems"], report["is_encrypted"]) == (True, [], False)


def test_encrypted_and_in_the_clear_again(run: Callable[..., Result]) -> None:
    pytest.importorskip("sqlcipher3")
    run("what animal?", command=ask)
    run("backups", "make")
    done = run("encrypt")
    assert "The history is encrypted, and so is 1 backup." in done.stdout
    assert "Not encrypted: the settings" in done.stderr
    assert json.loads(run("search", "--json", "animal").stdout)["hits"]
    assert json.loads(run("check", "--json").stdout)["is_encrypted"]
    assert "encrypted" in run("backups", "list").stdout
    assert json.loads(run("decrypt", "--json").stdout) == {"encrypted": False, "backups": 1, "plain_files": []}


class TestTheRecoveryKey:
    @pytest.fixture(autouse=True)
    def _encrypted(self, run: Callable[..., Result]) -> None:
        pytest.importorskip("sqlcipher3")
        run("what animal?", command=ask)
        run("backups", "make")
        assert "only a recovery key opens it" in run("encrypt").stderr

    def test_opens_the_history_where_the_keyring_is_lost(
        self, run: Callable[..., Result], keyring: MemorySecretStore, tmp_path: Path
    ) -> None:
        file = tmp_path / "paper.txt"
        run("recovery-key", "-o", str(file))
        assert file.stat().st_mode & 0o077 == 0, "only its owner reads it"
        words = key_in(file.read_text())
        assert words == key_in(run("recovery-key").stdout)
        ((name, secret),) = keyring._keys.items()
        keyring.remove(name)
        lost = run("search", "animal").exception
        assert isinstance(lost, Failure)
        assert "recovery key" in lost.message
        assert run("recovery-key").exception is not None
        # As a person types it from paper: in lower case, in one go, an o for a nought.
        done = run("recover", typed=words.replace("-", " ").lower().replace("0", "o"))
        assert done.exception is None
        assert secret not in done.output
        assert keyring._keys == {name: secret}
        assert json.loads(run("search", "--json", "animal").stdout)["hits"]
        keyring.remove(name)
        assert run("recover", typed=file.read_text()).exception is None, "the file as it was saved"
        assert keyring._keys == {name: secret}

    def test_that_is_mistyped_or_of_another_history_changes_nothing(
        self, run: Callable[..., Result], keyring: MemorySecretStore
    ) -> None:
        words = key_in(run("recovery-key").stdout)
        keyring.remove(*keyring._keys)
        slip = ("1" if words[0] != "1" else "2") + words[1:]
        for typed, told in (
            (slip, "mistyped"),
            (words[:-1], "56"),
            (spelled("ab" * 32), "another history"),
            ("", "56"),
        ):
            failure = run("recover", typed=typed).exception
            assert isinstance(failure, Failure)
            assert told in failure.message
            assert typed[:9] not in failure.message or not typed, "what was typed is not quoted"
        assert keyring._keys == {}

    def test_is_not_written_over_a_file_and_not_told_of_a_plain_history(
        self, run: Callable[..., Result], tmp_path: Path
    ) -> None:
        (tmp_path / "there").write_text("mine")
        assert "there already" in str(run("recovery-key", "-o", str(tmp_path / "there")).exception)
        assert (tmp_path / "there").read_text() == "mine"
        assert "Choose another folder" in str(run("recovery-key", "-o", str(tmp_path / "no" / "where")).exception)
        run("decrypt")
        assert "not encrypted" in str(run("recovery-key").exception)


def key_in(text: str) -> str:
    (found,) = [line for line in text.splitlines() if line.count("-") == 13]
    return found


class Keeper:
    """A keeper whose disk is full for a while."""

    folder = Path("backups")

    def __init__(self) -> None:
        self.asked: list[tuple[BackupKind, int, int]] = []
        self.is_full = True
        self.enough = asyncio.Event()

    async def back_up(self, kind: BackupKind, *, days: int, weeks: int, report: WorkReport) -> Backup | None:
        self.asked.append((kind, days, weeks))
        if len(self.asked) > 4:
            self.enough.set()
        if self.is_full:
            raise DiskFullError("The disk is full.", remedy="Free some space.")
        return None

    async def check(self, report: WorkReport) -> SoundnessReport:
        return SoundnessReport(problems=("a page is bad",), size_bytes=1, is_encrypted=False)

    async def backups(self) -> Sequence[Backup]:
        raise NotImplementedError

    async def restore(self, name: str) -> Sequence[str]:
        raise NotImplementedError

    async def mend(self) -> Sequence[str]:
        raise NotImplementedError

    async def is_encrypted(self) -> bool:
        raise NotImplementedError

    async def plain_files(self) -> Sequence[str]:
        raise NotImplementedError

    async def recovery_key(self) -> RecoveryKey | None:
        raise NotImplementedError

    async def require_key(self) -> None:
        raise NotImplementedError

    async def save_recovery_key(self, path: Path, key: RecoveryKey, *, replace: bool) -> None:
        raise NotImplementedError

    async def recover(self, words: str) -> bool:
        raise NotImplementedError

    async def encrypt(self, report: WorkReport) -> Converted:
        raise NotImplementedError

    async def decrypt(self, report: WorkReport) -> Converted:
        raise NotImplementedError


async def test_what_goes_wrong_in_the_night_is_said_once_and_tried_again(tmp_path: Path) -> None:
    keeper = Keeper()
    service = SafekeepingService(keeper, SettingsService(TomlSettingsStore(tmp_path / "settings.toml")))
    told: list[str] = []
    service.listen(told.append)
    attending = asyncio.create_task(service.attend(after_start_s=0, look_every_s=0))
    await keeper.enough.wait()
    attending.cancel()
    assert keeper.asked[0] == (BackupKind.NIGHTLY, 7, 4)
    damaged, full = told
    assert "a page is bad" in damaged
    assert "The disk is full. Free some space." in full


async def test_with_none_to_keep_no_backup_is_made(tmp_path: Path) -> None:
    keeper = Keeper()
    settings = SettingsService(TomlSettingsStore(tmp_path / "settings.toml"))
    await settings.change({"backup_days": 0, "backup_weeks": 0})
    attending = asyncio.create_task(SafekeepingService(keeper, settings).attend(after_start_s=0, look_every_s=0))
    for _ in range(20):
        await asyncio.sleep(0)
    attending.cancel()
    assert keeper.asked == []
