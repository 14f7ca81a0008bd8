"""The folder of the history's backups: makes whole copies, proves each before it counts, and deletes the old ones.

A backup is written beside its name, read through by SQLite's own check, flushed, and only then given its name: a kill,
a full disk or a damaged history leaves what was there before. It holds everything that the history does, attachments
included, and is encrypted with the same key. Backups are numbered, and the number decides which is newer: clocks are
set back.
"""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

from app.domain.errors import BatonError, DamagedFileError, DiskFullError, NewerVersionError
from app.domain.keeping import Backup, BackupKind, backup_named
from app.domain.language import tr
from app.domain.ports import UNREPORTED, WorkReport
from app.storage import engine
from app.storage.aside import flush, make_private, stamp
from app.storage.keys import HistoryKeys
from app.storage.migrations import LATEST, schema_version
from app.storage.opening_lock import opening_lock

_NAME = re.compile(r"-(\d{6,})-(\d{8}T\d{6}Z)-([a-z]+)")
_ROOM_BYTES = 16 * 1024 * 1024
"""What is left free on the disk beside a backup, for the history to go on."""
_STEP_PAGES = 4096
_NIGHT_H = 3
"""A backup made before this hour belongs to the day before."""
_OTHERS_KEPT = {BackupKind.UPGRADE: 3, BackupKind.RESTORE: 3}


@dataclass(frozen=True, kw_only=True, slots=True)
class Keep:
    """How many nightly backups stay: the newest of each of so many days, and of each of so many weeks."""

    days: int = 7
    weeks: int = 4


class BackupFolder:
    """The backups of the history at ``path``. Blocking; several Batons may use the same folder."""

    def __init__(self, path: Path, keys: HistoryKeys) -> None:
        self._path = path
        self._keys = keys
        self.folder = path.parent / "backups"

    def listed(self) -> list[Backup]:
        """Every backup, the newest first; what else lies in the folder is left out. Raises ``OSError``."""
        found: list[Backup] = []
        if self.folder.is_dir():
            found.extend(backup for file in self.folder.iterdir() if (backup := self._read(file)) is not None)
        return sorted(found, key=lambda backup: backup.number, reverse=True)

    def path_of(self, name: str) -> Path:
        """The file of a backup. Raises :class:`NotFoundError`."""
        return self.folder / backup_named(name, self.listed()).name

    def is_due(self, now: datetime) -> bool:
        """Whether tonight's backup is missing and the history changed since the last one."""
        nightly = next((backup for backup in self.listed() if backup.kind is BackupKind.NIGHTLY), None)
        if nightly is None:
            return True
        if _day(nightly.made_at, now.tzinfo) == _day(now, now.tzinfo):
            return False
        made_ns = (self.folder / nightly.name).stat().st_mtime_ns
        if made_ns > now.timestamp() * 1e9:
            return True  # the clock was set back: times tell nothing
        files = (self._path, self._path.with_name(self._path.name + "-wal"))
        return any(file.exists() and file.stat().st_mtime_ns > made_ns for file in files)

    def make(
        self,
        source: sqlite3.Connection,
        kind: BackupKind,
        *,
        keep: Keep | None = None,
        unless: Callable[[], bool] = lambda: False,
        cancelled: Callable[[], bool] = lambda: False,
        report: WorkReport = UNREPORTED,
    ) -> Backup | None:
        """Copy the history, read through ``source``, which another connection may write to meanwhile.

        ``unless`` is asked once no other Baton makes one; ``None`` is returned where it, or ``cancelled`` later, says
        so. ``report`` is told how many bytes are copied. Raises :class:`DiskFullError`, :class:`DamagedFileError` where
        the copy is not sound, SQLite's errors and ``OSError``; the backups that there were are as before then.
        """
        with self.locked():
            if unless():
                return None
            for left in self.folder.glob("*.partial*"):  # of a Baton that was killed
                left.unlink(missing_ok=True)
            self._check_room(source)
            number = max((backup.number for backup in self.listed()), default=0) + 1
            target = self.folder / f"{self._path.stem}-{number:06}-{stamp()}-{kind.value}{self._path.suffix}"
            partial = target.with_name(target.name + ".partial")
            try:
                if not self._copied(source, partial, cancelled, report):
                    return None
                report.reached(0, note=tr("Reading the copy through …"))
                try:
                    self.check(partial, cancelled)
                except engine.errors():
                    if cancelled():
                        return None
                    raise
                flush(partial)
                partial.replace(target)
            finally:
                for left in self.folder.glob(partial.name + "*"):
                    left.unlink(missing_ok=True)
            _flush_folder(self.folder)
            self._prune(keep or Keep(), target.name)
            return self._read(target)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Nobody else makes, converts or deletes backups meanwhile; the folder is there. Raises ``OSError``."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with opening_lock(self.folder / "lock"):
            yield

    def newest_sound(self) -> Path | None:
        """The newest backup that can be read whole, with the key there is; never raises."""
        with suppress(OSError):
            for backup in self.listed():
                file = self.folder / backup.name
                try:
                    self.check(file)
                except engine.errors(BatonError, OSError, UnicodeDecodeError):
                    continue
                return file
        return None

    def _copied(
        self, source: sqlite3.Connection, partial: Path, cancelled: Callable[[], bool], report: WorkReport
    ) -> bool:
        page_bytes = int(source.execute("PRAGMA page_size").fetchone()[0])

        def progress(status: int, remaining: int, total: int) -> None:  # noqa: ARG001 - sqlite3's signature
            if cancelled():
                raise _CancelledError
            report.reached((total - remaining) * page_bytes, total * page_bytes)

        make_private(partial)
        source.execute("BEGIN")  # one state of the history, whoever writes to it while it is copied
        try:
            source.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            with closing(engine.connect(partial, self._keys.of(self._path))) as copy:
                copy.execute("PRAGMA synchronous = OFF")  # it is flushed when it is whole
                source.backup(copy, pages=_STEP_PAGES, progress=progress)
                copy.execute("PRAGMA journal_mode = DELETE")
        except _CancelledError:
            return False
        finally:
            source.execute("ROLLBACK")
        return True

    def check(self, file: Path, cancelled: Callable[[], bool] = lambda: False) -> None:
        """Raise :class:`DamagedFileError` where a backup is not sound, and what else keeps it from being read."""
        with closing(engine.connect(file, self._keys.of(file), read_only=True)) as copy:
            copy.set_progress_handler(cancelled, engine.ASK_EVERY)
            version = schema_version(copy)
            if version > LATEST:
                raise NewerVersionError(
                    tr("{name} was made by a newer Baton.", name=repr(file.name)), remedy=tr("Update Baton.")
                )
            if version <= 0:
                raise DamagedFileError(tr("{name} is not this Baton's history.", name=repr(file.name)), kept_at=None)
            found = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if found != "ok":
            raise DamagedFileError(
                tr("The copy {name} is not sound.", name=repr(file.name)),
                kept_at=None,
                remedy=tr("Check the history: baton history check."),
                detail=str(found),
            )

    def _check_room(self, source: sqlite3.Connection) -> None:
        pages, size = (int(source.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("page_count", "page_size"))
        needed = pages * size + _ROOM_BYTES
        if shutil.disk_usage(self.folder).free < needed:
            raise DiskFullError(
                tr("There is no room for a backup of the history: it takes {needed} MB.", needed=needed // 1024**2),
                remedy=tr("Free some space; the backups that there are, and the history, are untouched."),
            )

    def _prune(self, keep: Keep, made: str) -> None:
        listed = self.listed()
        kept = {made}
        nightly = [backup for backup in listed if backup.kind is BackupKind.NIGHTLY]
        zone = datetime.now().astimezone().tzinfo
        for bucket, most in ((_day, keep.days), (_week, keep.weeks)):
            seen: dict[str, str] = {}
            for backup in nightly:
                seen.setdefault(bucket(backup.made_at, zone), backup.name)
            kept.update(list(seen.values())[:most])
        for kind, most in _OTHERS_KEPT.items():
            kept.update([backup.name for backup in listed if backup.kind is kind][:most])
        for backup in listed:
            if backup.name not in kept and backup.kind is not BackupKind.MANUAL:
                with suppress(OSError):
                    (self.folder / backup.name).unlink()

    def _read(self, file: Path) -> Backup | None:
        name = file.name
        if not (name.startswith(self._path.stem) and name.endswith(self._path.suffix)):
            return None
        found = _NAME.fullmatch(name[len(self._path.stem) : len(name) - len(self._path.suffix)])
        if found is None:
            return None
        try:
            return Backup(
                name=name,
                number=int(found[1]),
                kind=BackupKind(found[3]),
                made_at=datetime.strptime(found[2], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC),
                size_bytes=file.stat().st_size,
                is_encrypted=engine.key_id(file) is not None,
            )
        except (ValueError, FileNotFoundError):
            return None


class _CancelledError(Exception):
    """The copy was given up."""


def _day(moment: datetime, zone: tzinfo | None) -> str:
    return _night(moment, zone).strftime("%Y-%m-%d")


def _week(moment: datetime, zone: tzinfo | None) -> str:
    return _night(moment, zone).strftime("%G-%V")


def _night(moment: datetime, zone: tzinfo | None) -> datetime:
    return moment.astimezone(zone) - timedelta(hours=_NIGHT_H)


def _flush_folder(folder: Path) -> None:
    if os.name != "posix":
        return  # Windows writes names through
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
