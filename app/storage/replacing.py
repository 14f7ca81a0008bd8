"""Puts another file in the history's place: a backup, or the same history encrypted or in the clear.

The new file is made beside the old one, read through by SQLite's own check, compared and flushed, and then renamed over
it in one step, so that a kill at any moment leaves the old history or the new one, whole. What an open Baton still
holds in its log is written into the file before; another Baton that has it open stops all this.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing, suppress
from functools import cached_property
from pathlib import Path

from app.domain.errors import BatonError, DamagedFileError, KeyLostError, NotAllowedError, StorageError
from app.domain.keeping import BackupKind, Converted
from app.domain.language import tr
from app.domain.ports import UNREPORTED, WorkReport
from app.storage import engine
from app.storage.aside import clear, flush, make_private, move_aside
from app.storage.backups import BackupFolder
from app.storage.engine import FileKey
from app.storage.faults import is_damage
from app.storage.interrupted import settle
from app.storage.keys import HistoryKeys
from app.storage.mending import finish_mending
from app.storage.migrations import LATEST, schema_version
from app.storage.opening import lock_path
from app.storage.opening_lock import opening_lock
from app.storage.presence import check_alone


def restore(path: Path, keys: HistoryKeys, backup: Path) -> list[str]:
    """Put a copy of ``backup`` in the place of the history, which is backed up, or moved aside where it is unreadable.

    Returns what the person must know. Raises :class:`StorageError` and its kin, what :func:`engine.errors` names and
    ``OSError``; the history is as it was then.
    """
    backups = BackupFolder(path, keys)
    backups.check(backup)
    with opening_lock(lock_path(path)):
        finish_mending(path)
        new = _new(path)
        try:
            shutil.copyfile(backup, new)
            with closing(engine.connect(new, keys.of(new))) as at:
                if schema_version(at) == LATEST:  # an older one is upgraded when it is opened
                    settle(at)
            backups.check(new)
            flush(new)
            told = _put_away(path, keys, backups)
            new.replace(path)
        finally:
            clear(new)
    return told


def encrypt(path: Path, keys: HistoryKeys, report: WorkReport = UNREPORTED) -> Converted:
    """Encrypt the history and its backups, with a new key where the history has none yet. Raises what
    :func:`restore` does, and ``NotAllowedError`` where it was stopped before the history was another; the history and
    each backup are then as they were, or encrypted already. Stopped later, it leaves the other backups as they are.
    """
    with opening_lock(lock_path(path)):
        finish_mending(path)
        key = keys.of(path)
        progress = _Progress(path, keys, report)
        if key is None:
            key = keys.make()
            try:
                _convert_history(path, None, key, progress)
            except BaseException:
                if engine.key_id(path) != key.id:
                    keys.forget(key.id)
                raise
        done = _convert_backups(path, keys, key, progress)
    return Converted(is_encrypted=True, backups=done, kept_plain=plain_files(path, keys))


def decrypt(path: Path, keys: HistoryKeys, report: WorkReport = UNREPORTED) -> Converted:
    """Put the history and its backups in the clear. The key stays in the keyring. Raises what :func:`encrypt` does."""
    with opening_lock(lock_path(path)):
        finish_mending(path)
        key = keys.of(path)
        progress = _Progress(path, keys, report)
        if key is not None:
            _convert_history(path, key, None, progress)
        done = _convert_backups(path, keys, None, progress)
    return Converted(is_encrypted=False, backups=done)


def plain_files(path: Path, keys: HistoryKeys) -> list[str]:
    """Files beside the history that hold parts of it in the clear: backups, and damaged ones that were kept."""
    beside = [file for file in path.parent.glob(f"{path.stem}-*{path.suffix}") if file.is_file()]
    folder = BackupFolder(path, keys)
    kept = [folder.folder / backup.name for backup in folder.listed()]
    return [str(file) for file in (*sorted(beside), *kept) if engine.key_id(file) is None]


class _Progress:
    """How many bytes of the history and its backups are converted."""

    def __init__(self, path: Path, keys: HistoryKeys, report: WorkReport) -> None:
        self._path = path
        self._folder = BackupFolder(path, keys)
        self._done = 0
        self._report = report

    @property
    def is_stopped(self) -> bool:
        """Whether the person stopped it."""
        return self._report.is_stopped

    @cached_property
    def _total(self) -> int:
        """Known from the first look on: before, a part of the history may still lie in its log."""
        return self._path.stat().st_size + sum(backup.size_bytes for backup in self._folder.listed())

    def look(self, new: Path) -> bool:
        """So far is the file that is being written; returns whether it is wanted no more."""
        with suppress(OSError):
            self._report.reached(min(self._total, self._done + new.stat().st_size), self._total)
        return self.is_stopped

    def compares(self, source: Path) -> None:
        """What was made of ``source`` is written, and is being read through."""
        size = source.stat().st_size
        self._report.reached(min(self._total, self._done + size), self._total, note=tr("Reading it through …"))

    def finished(self, size_bytes: int) -> None:
        """A file of that size is done with."""
        self._done = min(self._total, self._done + size_bytes)
        self._report.reached(self._done, self._total)


def _convert_history(path: Path, key: FileKey | None, new_key: FileKey | None, progress: _Progress) -> None:
    new = _new(path)
    try:
        _settle(path, key)
        _converted(path, key, new, new_key, progress)
        new.replace(path)
    except engine.errors() as error:
        if not progress.is_stopped:
            raise
        raise NotAllowedError(
            tr("You stopped it."), remedy=tr("The history is as it was."), detail=str(error)
        ) from None
    finally:
        clear(new)
    progress.finished(path.stat().st_size)


def _convert_backups(path: Path, keys: HistoryKeys, key: FileKey | None, progress: _Progress) -> int:
    """Give every backup that key; returns how many have it. One that cannot be converted stays as it is, and so do all
    that are left once it was stopped.
    """
    folder = BackupFolder(path, keys)
    done = 0
    with folder.locked():
        for backup in folder.listed():
            file = folder.folder / backup.name
            if engine.key_id(file) == (None if key is None else key.id):
                done += 1
                progress.finished(backup.size_bytes)
                continue
            if progress.is_stopped:
                continue
            new = file.with_name(file.name + ".partial")
            with suppress(*engine.errors(BatonError, OSError)):
                try:
                    make_private(new)
                    _converted(file, keys.of(file), new, key, progress)
                    shutil.copystat(file, new)  # whether a backup is due is told from its time
                    new.replace(file)
                    done += 1
                finally:
                    clear(new)
            progress.finished(backup.size_bytes)
    return done


def _converted(source: Path, key: FileKey | None, new: Path, new_key: FileKey | None, progress: _Progress) -> None:
    engine.convert(source, key, new, new_key, cancelled=lambda: progress.look(new))
    progress.compares(source)
    if _told(source, key, check=False) != _told(new, new_key, check=True):
        raise StorageError(
            tr("The converted history does not hold what the history does."),
            remedy=tr("Nothing was changed; try again."),
        )
    flush(new)


def _told(path: Path, key: FileKey | None, *, check: bool) -> list[tuple[str, object]]:
    """What a history holds, in numbers."""
    with closing(engine.connect(path, key, read_only=True)) as at:
        if check and (found := at.execute("PRAGMA integrity_check(1)").fetchone()[0]) != "ok":
            raise DamagedFileError(
                tr("The converted history is not sound."),
                kept_at=None,
                remedy=tr("Nothing was changed. Check the disk, then try again."),
                detail=str(found),
            )
        held: list[tuple[str, object]] = [("version", at.execute("PRAGMA user_version").fetchone()[0])]
        tables = at.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall()
        for name, sql in tables:
            if not name.startswith(("sqlite_", "search_")) and "VIRTUAL" not in sql:
                held.append((name, at.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]))  # noqa: S608
        for sums in ("SELECT sum(length(body)) FROM nodes", "SELECT sum(length(data)) FROM blobs"):
            held.extend((sums, total) for (total,) in at.execute(sums))
    return held


def _settle(path: Path, key: FileKey | None) -> None:
    """Leave all of the history in the one file. Raises :class:`StorageError` where another Baton has it open."""
    with closing(engine.connect(path, key)) as at:
        at.execute("PRAGMA busy_timeout = 2000")
        try:
            mode = at.execute("PRAGMA journal_mode = DELETE").fetchone()[0]
        except engine.errors() as error:
            if int(getattr(error, "sqlite_errorcode", 0)) & 0xFF not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise
            mode = "busy"
    if mode != "delete":
        raise StorageError(
            tr("Another Baton has the history open, so it was left as it is."),
            remedy=tr("Close the other windows and commands of Baton, then try again."),
        )


def _put_away(path: Path, keys: HistoryKeys, backups: BackupFolder) -> list[str]:
    if not path.exists():
        return []
    check_alone(path)
    try:
        key = keys.of(path)
        _settle(path, key)
        with closing(engine.connect(path, key)) as at:
            kept = backups.make(at, BackupKind.RESTORE)
    except (KeyLostError, DamagedFileError):
        return [
            tr(
                "The history that was there cannot be read and is kept as {name}.",
                name=move_aside(path, "unreadable"),
            )
        ]
    except engine.errors() as error:
        if not is_damage(error):
            raise
        return [tr("The history that was there is damaged and is kept as {name}.", name=move_aside(path))]
    return [] if kept is None else [tr("What was there before is kept as the backup {name}.", name=kept.name)]


def _new(path: Path) -> Path:
    new = path.with_name(path.name + "-replacing")
    clear(new)
    make_private(new)
    return new
