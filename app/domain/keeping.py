"""How the history is kept: its backups, whether its file is sound, whether it is encrypted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.errors import NotFoundError
from app.domain.language import marked, tr


class BackupKind(StrEnum):
    """Why a backup was made."""

    NIGHTLY = "nightly"
    MANUAL = "manual"
    UPGRADE = "upgrade"  # before the history's schema was changed
    RESTORE = "restore"  # of what was there before another backup was put in its place


KIND_WORDS = {
    BackupKind.NIGHTLY: marked("nightly"),
    BackupKind.MANUAL: marked("made by you"),
    BackupKind.UPGRADE: marked("before an upgrade"),
    BackupKind.RESTORE: marked("before a restore"),
}
"""A kind in words for people."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Backup:
    """A whole copy of the history. ``number`` grows with each one, whatever the clock says."""

    name: str
    number: int
    kind: BackupKind
    made_at: datetime
    size_bytes: int
    is_encrypted: bool


def backup_named(name: str, backups: Sequence[Backup]) -> Backup:
    """The backup of that name or number. Raises :class:`NotFoundError`."""
    for backup in backups:
        if name in (backup.name, str(backup.number)):
            return backup
    raise NotFoundError(
        tr("There is no backup {name}.", name=repr(name)),
        remedy=tr("baton history backups list shows those there are."),
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class SoundnessReport:
    """What a check of every page of the history's file found. ``problems``: a sentence each; none: it is sound."""

    problems: Sequence[str]
    size_bytes: int
    is_encrypted: bool

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


@dataclass(frozen=True, kw_only=True, slots=True)
class Converted:
    """What came of encrypting or decrypting. ``kept_plain``: files beside the history that are still in the clear."""

    is_encrypted: bool
    backups: int
    kept_plain: Sequence[str] = ()
