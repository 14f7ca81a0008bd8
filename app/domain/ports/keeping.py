"""How the history is kept safe: backups, checks, mending, encryption."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from app.domain.keeping import Backup, BackupKind, Converted, SoundnessReport
from app.domain.ports.work import WorkReport
from app.domain.recovery import RecoveryKey


class HistoryKeeper(Protocol):
    """The history's file as a whole. What fails leaves the history, and each backup, as it was."""

    @property
    def folder(self) -> Path:
        """Where backups lie."""
        ...

    async def backups(self) -> Sequence[Backup]:
        """The newest first."""
        ...

    async def back_up(self, kind: BackupKind, *, days: int, weeks: int, report: WorkReport) -> Backup | None:
        """Make a backup, and delete nightly ones beyond the newest of so many days and weeks. ``None``: a nightly one
        that is not due, or one that was stopped. Raises ``DiskFullError``, ``DamagedFileError`` where the history is
        not sound.
        """
        ...

    async def restore(self, name: str) -> Sequence[str]:
        """Put a backup (its name or number) in the history's place; returns what became of the history that was there.
        Raises ``NotFoundError``, ``StorageError``.
        """
        ...

    async def check(self, report: WorkReport) -> SoundnessReport:
        """Read every page of the history; takes seconds for a large one. Raises ``NotAllowedError`` once stopped."""
        ...

    async def mend(self) -> Sequence[str]:
        """Put what can be read, completed from the newest sound backup, in the history's place; the damaged file is
        kept. Returns what the person must know.
        """
        ...

    async def is_encrypted(self) -> bool: ...

    async def plain_files(self) -> Sequence[str]:
        """Files beside the history that hold parts of it in the clear."""
        ...

    async def recovery_key(self) -> RecoveryKey | None:
        """The key of an encrypted history, to be written down; ``None`` for a plain one. Raises ``KeyLostError``."""
        ...

    async def require_key(self) -> None:
        """Raises ``KeyLostError``, which says why, where the history is encrypted and its key is not to be had."""
        ...

    async def save_recovery_key(self, path: Path, key: RecoveryKey, *, replace: bool) -> None:
        """Write the key, with words about it, to a file that only its owner can read: all of it, or nothing. A file
        that is there already stays as it is, unless ``replace``. Raises ``UsageError`` where that cannot be.
        """
        ...

    async def recover(self, words: str) -> bool:
        """Take a key that was written down; returns whether the keyring keeps it, or only this run. Raises
        ``UsageError`` for what is none, or none of this history.
        """
        ...

    async def encrypt(self, report: WorkReport) -> Converted:
        """With a key of its own in the keyring. Raises ``StorageError`` where it cannot be kept there or another Baton
        has the history open, ``UnsupportedError`` where the means are missing, ``NotAllowedError`` where it was
        stopped before the history was another; stopped later, it leaves the other backups as they are.
        """
        ...

    async def decrypt(self, report: WorkReport) -> Converted:
        """Raises what :meth:`encrypt` does, and ``KeyLostError``."""
        ...
