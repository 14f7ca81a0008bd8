"""Makes a sound history out of a damaged one: what can be read of it, laid over the newest sound backup.

The damaged file is only ever read, from a copy, and then renamed. The new one is made beside it and takes its place
when it is whole: a kill in between leaves the damaged file where it was, or one rename to be done at the next start.
"""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

from app.domain.errors import DiskFullError, KeyLostError, StorageError
from app.domain.language import plural, tr
from app.storage import engine
from app.storage.aside import clear, flush, make_private, move_aside
from app.storage.backups import BackupFolder
from app.storage.faults import file_fault, translated
from app.storage.interrupted import settle
from app.storage.keys import HistoryKeys
from app.storage.migrations import upgrade
from app.storage.presence import check_alone
from app.storage.salvage import Salvaged, salvage

APPLICATION = 0x4261746E  # "Batn"


@dataclass(frozen=True, kw_only=True, slots=True)
class _Made:
    """The new history, whole but not yet in its place."""

    saved: Salvaged
    messages: int
    conversations: int
    backup: Path | None


def mended_path(path: Path) -> Path:
    """Where a whole new history waits to take the damaged one's place."""
    return path.with_name(path.name + "-mended")


def finish_mending(path: Path) -> list[str]:
    """Do what a kill left undone: put a mended history in its place. Raises ``OSError``."""
    mended = mended_path(path)
    if not mended.exists():
        return []
    kept = move_aside(path) if path.exists() else None
    mended.replace(path)
    if kept is None:
        return [tr("The history was damaged and was mended as far as it could be.")]
    return [
        tr("The history was damaged and was mended as far as it could be. It is kept, untouched, as {file}.", file=kept)
    ]


def mend(path: Path, reason: str, keys: HistoryKeys, backups: BackupFolder) -> list[str]:
    """Put a mended history in the place of the damaged ``path``; returns what the person must know.

    Raises :class:`DiskFullError`, :class:`KeyLostError`, :class:`StorageError` where another Baton has it open, and
    ``OSError``; then everything is as it was.
    """
    check_alone(path)
    making = path.with_name(path.name + "-mending")
    clear(making)
    try:
        made = _made(path, making, keys, backups)
        making.replace(mended_path(path))
    finally:
        clear(making)
    kept = move_aside(path)
    mended_path(path).replace(path)
    return [_told(reason, kept, made, backups)]


def _made(path: Path, making: Path, keys: HistoryKeys, backups: BackupFolder) -> _Made:
    backup = backups.newest_sound()
    key = keys.of(path)
    if key is None and backup is not None and not _is_plain(path):
        key = keys.of(backup)  # the damage is where its name stood
    if backup is not None and (engine.key_id(backup) is None) == (key is None):
        make_private(making)
        shutil.copyfile(backup, making)
    else:
        backup = None
        make_private(making)
    with closing(engine.connect(making, keys.of(making) if backup is not None else key)) as fresh:
        fresh.execute("PRAGMA foreign_keys = ON")
        if backup is None:
            fresh.execute(f"PRAGMA application_id = {APPLICATION}")
        upgrade(fresh)
        try:
            saved = salvage(path, fresh, key)
        except engine.errors(UnicodeDecodeError, StorageError, OSError) as error:
            _unless_the_disk(error, making)
            saved = Salvaged()
        settle(fresh)
        messages, conversations = (
            fresh.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - our own names
            for table in ("nodes", "conversations")
        )
        fresh.execute("PRAGMA journal_mode = DELETE")
    flush(making)
    return _Made(saved=saved, messages=messages, conversations=conversations, backup=backup)


def _unless_the_disk(error: Exception, path: Path) -> None:
    """Let through what says nothing of the damaged file: the fresh one could not be written."""
    told: Exception = error
    if isinstance(error, engine.errors()):
        told = translated(error, path)
    elif isinstance(error, OSError):
        told = file_fault(error, path)
    if isinstance(told, (DiskFullError, KeyLostError)):
        raise told from error


def _told(reason: str, kept: Path, made: _Made, backups: BackupFolder) -> str:
    told = tr("The history was damaged ({reason}) and is kept, untouched, as {file}.", reason=reason, file=kept)
    if made.saved.is_described_anew:
        put_right = tr(
            "Its description of its tables was damaged, so the rows were read by Baton's own description of them."
        )
        told = f"{told} {put_right}"
    if not made.messages:
        return " ".join(
            [
                told,
                tr("Nothing could be read from it, and there was no sound backup; a new, empty history was begun.")
                if made.backup is None
                else tr("Nothing could be read from it; a new, empty history was begun."),
            ]
        )
    conversations = plural("{count} conversation", "{count} conversations", made.conversations)
    messages = plural("{count} message", "{count} messages", made.messages)
    rows = {"conversations": conversations, "messages": messages}
    if made.backup is None:
        saved = tr(
            "What could be read was saved into a new one: {conversations}, {messages}. There was no sound backup to "
            "complete it.",
            **rows,
        )
        return f"{told} {saved}"
    entry = next((item for item in backups.listed() if item.name == made.backup.name), None)
    when = tr("an earlier time") if entry is None else f"{entry.made_at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
    older = made.messages - made.saved.messages
    completed = (
        plural(
            "{count} message of them from the backup of {when}, among which may be some you had deleted since",
            "{count} messages of them from the backup of {when}, among which may be some you had deleted since",
            older,
            when=when,
        )
        if older > 0
        else tr("nothing was missing that the backup had")
    )
    laid = tr(
        "What could be read was laid over the newest sound backup: {conversations}, {messages}; {completed}.",
        **rows,
        completed=completed,
    )
    return f"{told} {laid}"


def _is_plain(path: Path) -> bool:
    return engine.first_bytes(path, len(engine.PLAIN_MAGIC)) == engine.PLAIN_MAGIC
