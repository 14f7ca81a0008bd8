"""The history as something that must not be lost: nightly backups, a check of every page, repair, encryption.

Says what went wrong once, and goes on: a backup that fails never stops Baton.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from pathlib import Path

from app.domain.errors import BatonError, NotAllowedError
from app.domain.keeping import Backup, BackupKind, Converted, SoundnessReport
from app.domain.language import marked, plural, tr
from app.domain.ports import UNWATCHED, HistoryKeeper, WorkRegister, WorkReport
from app.domain.recovery import RecoveryKey
from app.domain.work import BYTES
from app.services.settings import SettingsService

log = logging.getLogger(__name__)

AFTER_START_S = 20.0
"""How long after the start the history is checked: the window comes first."""
LOOK_EVERY_S = 900.0
"""How often it is looked whether a backup is due: a computer that slept through the night makes it up soon."""

STAYS_PLAIN = marked(
    "Not encrypted: the settings, the prompt library, drafts of messages, downloaded "
    "models, the log, and files that were exported. The disk may hold remains of the "
    "unencrypted history until it uses the place again; only encryption of the whole "
    "disk covers those."
)
"""What a person who encrypts the history must know."""


class SafekeepingService:
    """Backups and encryption of the history, for the window and for commands. Long work is told of in ``work``."""

    def __init__(self, keeper: HistoryKeeper, settings: SettingsService, work: WorkRegister = UNWATCHED) -> None:
        self._keeper = keeper
        self._settings = settings
        self._work = work
        self._unwanted_on: date | None = None  # the night whose backup the person stopped
        self._listeners: list[Callable[[str], None]] = []
        self._told: set[str] = set()

    @property
    def folder(self) -> Path:
        """Where backups lie."""
        return self._keeper.folder

    def listen(self, listener: Callable[[str], None]) -> None:
        """Call ``listener`` with each sentence that the person must know of what :meth:`attend` does."""
        self._listeners.append(listener)

    async def attend(self, *, after_start_s: float = AFTER_START_S, look_every_s: float = LOOK_EVERY_S) -> None:
        """For as long as a window is open: check every page once, then make a backup each night. Never returns."""
        await asyncio.sleep(after_start_s)
        await self._look()
        while True:
            await self._nightly()
            await asyncio.sleep(look_every_s)

    async def backups(self) -> Sequence[Backup]:
        """The newest first. Raises ``StorageError``."""
        return await self._keeper.backups()

    async def back_up(self) -> Backup:
        """Make a backup now, which stays until it is deleted. Raises ``StorageError`` and its kin, and
        ``NotAllowedError`` where it was stopped.
        """
        made = await self._back_up(BackupKind.MANUAL)
        assert made is not None, "what a person asks for is due"
        return made

    async def restore(self, name: str) -> Sequence[str]:
        """Put a backup in the history's place; returns what became of what was there. Raises ``NotFoundError``,
        ``StorageError`` and its kin. What a front end shows of the history is no longer so.
        """
        with self._work.doing(tr("Go back to a backup of the history")):
            return await self._keeper.restore(name)

    async def check(self) -> SoundnessReport:
        """Read every page of the history. Raises ``StorageError``, ``NotAllowedError`` where it was stopped."""
        with self._work.doing(tr("Check the history"), stop=_asked_by_the_work) as report:
            return await self._keeper.check(report)

    async def mend(self) -> Sequence[str]:
        """Mend the history with what can be read and the newest sound backup; see :meth:`restore`."""
        with self._work.doing(tr("Mend the history")):
            return await self._keeper.mend()

    async def is_encrypted(self) -> bool:
        """Whether the history's file is encrypted."""
        return await self._keeper.is_encrypted()

    async def plain_files(self) -> Sequence[str]:
        """Files beside the history that hold parts of it in the clear."""
        return await self._keeper.plain_files()

    async def recovery_key(self) -> RecoveryKey | None:
        """What opens the history where the keyring is lost; ``None`` for a plain one. Raises ``KeyLostError``. It is
        the key itself: shown to the person, written where they say, and told to nobody else.
        """
        return await self._keeper.recovery_key()

    async def require_key(self) -> None:
        """Raises ``KeyLostError``, which says why, where the history is encrypted and its key is not to be had."""
        await self._keeper.require_key()

    async def save_recovery_key(self, path: Path, key: RecoveryKey, *, replace: bool = False) -> None:
        """Write the key to a file; see :class:`app.domain.ports.HistoryKeeper`."""
        await self._keeper.save_recovery_key(path, key, replace=replace)

    async def recover(self, words: str) -> bool:
        """Use a recovery key; see :class:`app.domain.ports.HistoryKeeper`."""
        return await self._keeper.recover(words)

    async def encrypt(self) -> Converted:
        """Encrypt the history and its backups. Raises ``StorageError``, ``UnsupportedError``, and ``NotAllowedError``
        where it was stopped before anything changed; stopped later, it leaves the other backups as they are.
        """
        with self._converting(tr("Encrypt the history and its backups")) as report:
            done = await self._keeper.encrypt(report)
            words = plural("{count} backup is encrypted.", "{count} backups are encrypted.", done.backups)
            report.ends_with(tr("The history is encrypted.") + (f" {words}" if done.backups else ""))
            return done

    async def decrypt(self) -> Converted:
        """Put the history and its backups in the clear. Raises ``KeyLostError``, and what :meth:`encrypt` does."""
        with self._converting(tr("Decrypt the history and its backups")) as report:
            done = await self._keeper.decrypt(report)
            report.ends_with(tr("The history is in the clear."))
            return done

    def _converting(self, title: str) -> AbstractContextManager[WorkReport]:
        return self._work.doing(
            title, unit=BYTES, stop=_asked_by_the_work, on_quit=tr("What is not converted by then stays as it is.")
        )

    async def _back_up(self, kind: BackupKind) -> Backup | None:
        now = self._settings.current
        with self._work.doing(
            tr("Back up the history"), unit=BYTES, stop=_asked_by_the_work, on_quit=tr("No backup is made.")
        ) as report:
            made = await self._keeper.back_up(kind, days=now.backup_days, weeks=now.backup_weeks, report=report)
            if made is None and report.is_stopped:
                raise NotAllowedError(tr("You stopped the backup."), remedy=tr("Those that there are stay."))
            return made

    async def _look(self) -> None:
        try:
            report = await self.check()
        except BatonError as error:
            log.warning("the history could not be checked: %s", error)
            return
        if not report.is_sound:
            log.warning("the history is damaged: %s", report.problems[0])
            self._tell(
                tr(
                    "The history is damaged: {problem}. What can be read of it, and the newest sound "
                    "backup, make a new one at the next start; or now, with: baton history check --mend.",
                    problem=report.problems[0],
                )
            )

    async def _nightly(self) -> None:
        if not self._settings.current.backup_days and not self._settings.current.backup_weeks:
            return
        today = datetime.now().astimezone().date()
        if self._unwanted_on == today:
            return
        try:
            await self._back_up(BackupKind.NIGHTLY)
        except NotAllowedError:
            self._unwanted_on = today
        except BatonError as error:
            log.warning("tonight's backup of the history could not be made: %s", error)
            self._tell(tr("Tonight's backup of the history could not be made. {error}", error=error))
        else:
            self._told.clear()

    def _tell(self, text: str) -> None:
        if text in self._told:
            return
        self._told.add(text)
        for listener in tuple(self._listeners):
            listener(text)


def _asked_by_the_work() -> None:
    """Whoever works asks the report whether it was stopped; there is nothing else to end."""
