"""Keeps the history: backs it up, checks every page, mends it, restores it, encrypts and decrypts it.

The long work runs on threads, beside whatever else uses the history, one piece at a time: what replaces the file must
not meet a connection that reads it. It then waits for its turn in the database's own line.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import TypeVar

from app.domain.errors import NotAllowedError, UsageError
from app.domain.keeping import Backup, BackupKind, Converted, SoundnessReport
from app.domain.language import tr
from app.domain.ports import UNREPORTED, WorkReport
from app.domain.recovery import RecoveryKey, read, recovery_text, spelled
from app.storage import engine
from app.storage.backups import BackupFolder, Keep
from app.storage.database import Database
from app.storage.faults import is_damage, storage_faults
from app.storage.keys import name_of
from app.storage.mending import mend
from app.storage.opening import lock_path, open_reader, suspect_mark
from app.storage.opening_lock import opening_lock
from app.storage.replacing import decrypt, encrypt, plain_files, restore
from app.storage.whole_files import new_file, replace_file

T = TypeVar("T")
_MOST_PROBLEMS = 20


class SqliteHistoryKeeper:
    """Implements :class:`app.domain.ports.HistoryKeeper` over a :class:`Database`, which its owner closes."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._path = database.path
        self._folder = BackupFolder(database.path, database.keys)
        self._turn = asyncio.Lock()

    @property
    def folder(self) -> Path:
        """Where backups lie."""
        return self._folder.folder

    async def backups(self) -> Sequence[Backup]:
        """The newest first."""
        return await self._on_thread(lambda _: self._folder.listed())

    async def back_up(
        self, kind: BackupKind, *, days: int = 7, weeks: int = 4, report: WorkReport = UNREPORTED
    ) -> Backup | None:
        """Make a backup; ``None`` for a nightly one that is not due, or one that was stopped."""
        await self._database.open()
        now = datetime.now().astimezone()

        def work(stop: Event) -> Backup | None:
            with closing(open_reader(self._path, self._database.keys)) as source:
                return self._folder.make(
                    source,
                    kind,
                    keep=Keep(days=days, weeks=weeks),
                    unless=lambda: kind is BackupKind.NIGHTLY and not self._folder.is_due(now),
                    cancelled=lambda: stop.is_set() or report.is_stopped,
                    report=report,
                )

        async with self._turn:
            return await self._on_thread(work)

    async def restore(self, name: str) -> Sequence[str]:
        """Put a backup in the history's place; returns what became of the history that was there."""
        backup = await self._on_thread(lambda _: self._folder.path_of(name))
        return await self._replaced(lambda path: restore(path, self._database.keys, backup))

    async def check(self, report: WorkReport = UNREPORTED) -> SoundnessReport:
        """Read every page. What is not sound is mended at the next start, or by :meth:`mend`."""
        await self._database.open()
        async with self._turn:
            return await self._on_thread(lambda stop: self._checked(lambda: stop.is_set() or report.is_stopped))

    async def mend(self) -> Sequence[str]:
        """Mend the history now, as at a start that finds it damaged; returns what the person must know."""

        def work(path: Path) -> Sequence[str]:
            with opening_lock(lock_path(path)):
                told = mend(path, tr("found by a check"), self._database.keys, self._folder)
                suspect_mark(path).unlink(missing_ok=True)
            return told

        return await self._replaced(work)

    async def is_encrypted(self) -> bool:
        """Whether the history's file is."""
        return await self._on_thread(lambda _: engine.key_id(self._path) is not None)

    async def plain_files(self) -> Sequence[str]:
        """Files that hold the history, or parts of it, in the clear, the history itself left out."""
        return await self._on_thread(lambda _: plain_files(self._path, self._database.keys))

    async def recovery_key(self) -> RecoveryKey | None:
        """The history's key, spelled for paper; ``None`` for a plain history."""

        def work(_: Event) -> RecoveryKey | None:
            key = self._database.keys.of(self._path)
            return None if key is None else RecoveryKey(name=key.id, words=spelled(key.secret))

        return await self._on_thread(work)

    async def require_key(self) -> None:
        """Look for the history's key, where it is encrypted."""
        await self._on_thread(lambda _: self._database.keys.of(self._path))

    async def save_recovery_key(self, path: Path, key: RecoveryKey, *, replace: bool) -> None:
        """Write the text with the key to a file that only its owner can read, whole or not at all."""

        def work(_: Event) -> None:
            try:
                # In the place of one that others may read, or of a link to elsewhere, stands another file then.
                (replace_file if replace else new_file)(path, recovery_text(key) + "\n")
            except FileExistsError:
                raise UsageError(
                    tr("{file} is there already.", file=repr(str(path))), remedy=tr("Choose another name.")
                ) from None
            except OSError as fault:
                raise UsageError(
                    tr(
                        "{file} cannot be written: {why}.",
                        file=repr(str(path)),
                        why=fault.strerror or type(fault).__name__,
                    ),
                    remedy=tr("Choose another folder."),
                ) from fault

        await self._on_thread(work)

    async def recover(self, words: str) -> bool:
        """Take a key that was written down; returns whether the keyring keeps it. It must open this history, or a
        backup of it: another is not kept.
        """
        secret = read(words)

        def work(_: Event) -> bool:
            files = (self._path, *(self._folder.folder / backup.name for backup in self._folder.listed()))
            if name_of(secret) not in {engine.key_id(file) for file in files}:
                raise UsageError(
                    tr("This recovery key is of another history."),
                    remedy=tr("Look for the one that you saved when this one was encrypted; nothing was changed."),
                )
            return self._database.keys.keep(secret)

        return await self._on_thread(work)

    async def encrypt(self, report: WorkReport = UNREPORTED) -> Converted:
        """Encrypt the history and its backups."""
        await self._database.open()
        return await self._replaced(lambda path: encrypt(path, self._database.keys, report))

    async def decrypt(self, report: WorkReport = UNREPORTED) -> Converted:
        """Put them in the clear again."""
        await self._database.open()
        return await self._replaced(lambda path: decrypt(path, self._database.keys, report))

    async def _replaced(self, work: Callable[[Path], T]) -> T:
        async with self._turn:
            return await self._database.replace_file(work)

    def _checked(self, cancelled: Callable[[], bool]) -> SoundnessReport:
        key = self._database.keys.of(self._path)
        problems: list[str] = []
        try:
            with closing(open_reader(self._path, self._database.keys)) as at:
                at.set_progress_handler(cancelled, engine.ASK_EVERY)
                rows = at.execute(f"PRAGMA integrity_check({_MOST_PROBLEMS})").fetchall()
                problems.extend(str(text) for (text,) in rows if text != "ok")
                for table, number, parent, _ in at.execute("PRAGMA foreign_key_check").fetchmany(_MOST_PROBLEMS):
                    problems.append(
                        tr(
                            "row {number} of {table} refers to a row of {parent} that is not there",
                            number=number,
                            table=table,
                            parent=parent,
                        )
                    )
                if key is not None:
                    problems.extend(str(text) for (text,) in at.execute("PRAGMA cipher_integrity_check").fetchall())
        except engine.errors(UnicodeDecodeError) as error:
            if cancelled():
                raise NotAllowedError(tr("You stopped the check of the history.")) from None
            if isinstance(error, engine.errors()) and not is_damage(error):
                raise
            problems.append(str(error))
        if problems:
            suspect_mark(self._path).touch()
        return SoundnessReport(
            problems=tuple(problems[:_MOST_PROBLEMS]),
            size_bytes=self._path.stat().st_size,
            is_encrypted=key is not None,
        )

    async def _on_thread(self, work: Callable[[Event], T]) -> T:
        stop = Event()

        def told() -> T:
            with storage_faults(self._path):
                return work(stop)

        try:
            return await asyncio.to_thread(told)
        except asyncio.CancelledError:
            stop.set()  # the thread ends at its next step
            raise
