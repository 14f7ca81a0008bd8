"""The history as something that must not be lost: nightly backups, a check of every page, repair, encryption.

Says what went wrong once, and goes on: a backup that fails never stops Baton.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from pathlib import Path

from app.domain.errors import BatonError
from app.domain.keeping import Backup, BackupKind, Converted, SoundnessReport
from app.domain.language import marked, tr
from app.domain.ports import HistoryKeeper
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
    """Backups and encryption of the history, for the window and for commands."""

    def __init__(self, keeper: HistoryKeeper, settings: SettingsService) -> None:
        self._keeper = keeper
        self._settings = settings
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
        """Make a backup now, which stays until it is deleted. Raises ``StorageError`` and its kin."""
        made = await self._back_up(BackupKind.MANUAL)
        assert made is not None, "what a person asks for is due"
        return made

    async def restore(self, name: str) -> Sequence[str]:
        """Put a backup in the history's place; returns what became of what was there. Raises ``NotFoundError``,
        ``StorageError`` and its kin. What a front end shows of the history is no longer so.
        """
        return await self._keeper.restore(name)

    async def check(self) -> SoundnessReport:
        """Read every page of the history. Raises ``StorageError``."""
        return await self._keeper.check()

    async def mend(self) -> Sequence[str]:
        """Mend the history with what can be read and the newest sound backup; see :meth:`restore`."""
        return await self._keeper.mend()

    async def is_encrypted(self) -> bool:
        """Whether the history's file is encrypted."""
        return await self._keeper.is_encrypted()

    async def plain_files(self) -> Sequence[str]:
        """Files beside the history that hold parts of it in the clear."""
        return await self._keeper.plain_files()

    async def encrypt(self) -> Converted:
        """Encrypt the history and its backups. Raises ``StorageError``, ``UnsupportedError``."""
        return await self._keeper.encrypt()

    async def decrypt(self) -> Converted:
        """Put the history and its backups in the clear. Raises ``KeyLostError``, ``StorageError``."""
        return await self._keeper.decrypt()

    async def _back_up(self, kind: BackupKind) -> Backup | None:
        now = self._settings.current
        return await self._keeper.back_up(kind, days=now.backup_days, weeks=now.backup_weeks)

    async def _look(self) -> None:
        try:
            report = await self._keeper.check()
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
        try:
            await self._back_up(BackupKind.NIGHTLY)
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
