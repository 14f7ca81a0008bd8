"""Opens the database file: finds out what it is, has a damaged one mended, backs up and upgrades an old one.

How thoroughly a file is checked at start: its header, version and schema always; every page (``quick_check``) where it
is small; more, and the search index made anew, where the last run met damage (a file ``…-suspect`` beside it says so).
A gigabyte takes seconds to read: damage met later is told then, and dealt with at the next start.
"""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from app.domain.errors import DamagedFileError, NewerVersionError
from app.domain.keeping import BackupKind
from app.domain.language import tr
from app.storage import engine
from app.storage.aside import copy_aside, make_private
from app.storage.backups import BackupFolder
from app.storage.faults import is_damage
from app.storage.interrupted import recover
from app.storage.keys import HistoryKeys
from app.storage.loose_blobs import drop_loose
from app.storage.mending import APPLICATION, finish_mending, mend
from app.storage.migrations import LATEST, schema_version, upgrade
from app.storage.opening_lock import opening_lock
from app.storage.presence import Presence, check_alone, is_alone
from app.storage.removals import destroy_old
from app.storage.schemas import held_schema, known_schema, version_of

_CHECKED_WHOLE_BYTES = 32 * 1024 * 1024
_VERSIONS_TO_COME = 100


class _DamagedError(Exception):
    """The file is no database of Baton's that can be used; its text says why."""


class _MisnumberedError(Exception):
    """The file's schema is whole and is the one of ``version``, but the number of it in its header is another."""

    def __init__(self, version: int) -> None:
        super().__init__(version)
        self.version = version


def suspect_mark(path: Path) -> Path:
    """The file whose being there asks for a check of every page at the next start."""
    return path.with_name(path.name + "-suspect")


def open_writer(path: Path, keys: HistoryKeys) -> tuple[sqlite3.Connection, list[str], Presence]:
    """Open ``path`` for writing, made, mended or upgraded as needed; also sentences that the person must know, and what
    is to be closed after the connection.

    Raises :class:`NewerVersionError`, :class:`KeyLostError`, :class:`StorageError` where another Baton has a damaged
    file open (nothing is touched), what :func:`engine.errors` names
    and ``OSError``.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with opening_lock(lock_path(path)):
        connection, notices = _open(path, keys)
        try:
            return connection, notices, Presence(path)
        except BaseException:
            connection.close()
            raise


def _open(path: Path, keys: HistoryKeys) -> tuple[sqlite3.Connection, list[str]]:
    notices = finish_mending(path)
    backups = BackupFolder(path, keys)
    try:
        try:
            version = _inspect(path, keys)
        except _MisnumberedError as wrong:
            notices.append(_renumber(path, wrong.version, keys))
            version = _inspect(path, keys)
        make_private(path)
        connection, told = _opened(path, version, keys, backups)
    except _DamagedError as damage:
        return _mended(path, str(damage), keys, backups)
    except DamagedFileError as damage:  # found by the check of the backup that an upgrade makes
        return _mended(path, damage.detail, keys, backups)
    except UnicodeDecodeError:  # SQLite quotes what is damaged in its complaint, and Python cannot read that
        return _mended(path, tr("its schema is no text"), keys, backups)
    except engine.errors() as error:
        if not is_damage(error):
            raise
        return _mended(path, str(error), keys, backups)
    return connection, [*notices, *told]


def lock_path(path: Path) -> Path:
    """The file whose lock is held by whoever inspects, upgrades or replaces the database."""
    return path.with_name(path.name + "-lock")


def open_reader(path: Path, keys: HistoryKeys) -> sqlite3.Connection:
    """A second connection that cannot write; the writer must have opened the file before."""
    connection = _connect(path, keys)
    connection.execute("PRAGMA query_only = ON")
    return connection


def open_unwritable(path: Path, keys: HistoryKeys) -> sqlite3.Connection | None:
    """A connection that only reads, beside no writer: on a full disk or in a folder that is not writable.

    ``None`` where that cannot be: there is no history, it is not of this Baton's version, or a log of writes lies
    beside it and SQLite cannot make the file that it reads a log with. Raises ``OSError`` and :class:`KeyLostError`.
    """
    log = path.with_name(path.name + "-wal")
    has_log = log.exists() and log.stat().st_size > 0
    if not path.exists() or path.stat().st_size == 0 or path.with_name(path.name + "-journal").exists():
        return None
    # Without a log and without another who has it open, nobody changes the file: SQLite then needs no file beside it.
    is_still = not has_log and is_alone(path)
    connection = engine.connect(path, keys.of(path), read_only=True, immutable=is_still)
    try:
        connection.text_factory = _lenient
        connection.execute(f"PRAGMA busy_timeout = {engine.BUSY_MS}")
        if schema_version(connection) == LATEST:
            return connection
    except engine.errors():
        connection.close()
        return None
    except BaseException:
        connection.close()
        raise
    connection.close()
    return None


def _inspect(path: Path, keys: HistoryKeys) -> int:
    """The schema's version, 0 where there is no database yet. Changes nothing."""
    if not path.exists():
        return 0
    size = path.stat().st_size
    if size == 0:
        log = path.with_name(path.name + "-wal")
        if log.exists() and log.stat().st_size > 0:
            raise _DamagedError(tr("an empty database beside a log that is not"))  # SQLite would delete the log
        return 0
    header = engine.first_bytes(path, 100)
    key = keys.of(path)
    if (key is None and header[:16] != engine.PLAIN_MAGIC) or len(header) < 100:
        raise _DamagedError(tr("no SQLite header"))
    if path.with_name(path.name + "-journal").exists():
        with closing(engine.connect(path, key)) as connection:  # a kill between two states, which reading cannot mend
            connection.execute(f"PRAGMA busy_timeout = {engine.BUSY_MS}")
            schema_version(connection)
    with closing(engine.connect(path, key, read_only=True)) as connection:
        connection.execute(f"PRAGMA busy_timeout = {engine.BUSY_MS}")
        connection.text_factory = _lenient
        version = schema_version(connection)
        held = held_schema(connection)
        meant = version_of(held) or version
        # A newer Baton may have changed rows alone: a number that it could have written is believed.
        if meant != version and not LATEST < version <= LATEST + _VERSIONS_TO_COME:
            raise _MisnumberedError(meant)
        if version > LATEST:
            raise NewerVersionError(
                tr(
                    "{name} was written by a newer Baton (its schema is {version}, this Baton knows {latest}).",
                    name=repr(path.name),
                    version=version,
                    latest=LATEST,
                ),
                remedy=tr("Update Baton; the file was left as it is."),
            )
        if version < 0 or (version == 0 and held):
            raise _DamagedError(tr("not Baton's database"))
        if not known_schema(version) <= held:
            raise _DamagedError(tr("its tables are not as Baton made them"))
        if size <= _CHECKED_WHOLE_BYTES or suspect_mark(path).exists():
            thorough = "integrity_check" if suspect_mark(path).exists() else "quick_check"
            found = connection.execute(f"PRAGMA {thorough}(1)").fetchone()[0]
            if found != "ok":
                raise _DamagedError(str(found))
    return version


def _renumber(path: Path, version: int, keys: HistoryKeys) -> str:
    """Set the schema's number right once the file is copied; returns what the person must know."""
    check_alone(path)
    kept = copy_aside(path)
    with closing(_connect(path, keys)) as connection:
        connection.execute(f"PRAGMA user_version = {version}")
    return tr(
        "The number of the history's layout was damaged and was set right: its tables are those of layout {version}. "
        "As it was before, it is kept as {file}.",
        version=version,
        file=kept,
    )


def _opened(path: Path, version: int, keys: HistoryKeys, backups: BackupFolder) -> tuple[sqlite3.Connection, list[str]]:
    connection = _connect(path, keys)
    notices = []
    try:
        if 0 < version < LATEST:
            kept = backups.make(connection, BackupKind.UPGRADE)
            if kept is not None:
                notices.append(
                    tr("The history was brought up to date; as it was before, it is kept as {name}.", name=kept.name)
                )
        if version < LATEST:
            if version == 0:
                connection.execute(f"PRAGMA application_id = {APPLICATION}")
            upgrade(connection)
        if suspect_mark(path).exists():
            # The search index is made from the rest and none of the checks look inside it.
            connection.execute("INSERT INTO search (search) VALUES ('rebuild')")
        recover(connection)
        destroy_old(connection)
        drop_loose(connection)
        suspect_mark(path).unlink(missing_ok=True)
    except BaseException:
        connection.close()
        raise
    return connection, notices


def _connect(path: Path, keys: HistoryKeys) -> sqlite3.Connection:
    connection = engine.connect(path, keys.of(path))
    try:
        connection.text_factory = _lenient
        connection.execute(f"PRAGMA busy_timeout = {engine.BUSY_MS}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")  # what the person deletes is overwritten
        connection.execute("PRAGMA journal_size_limit = 16777216")
        if sys.platform == "darwin":
            connection.execute("PRAGMA fullfsync = ON")  # there, fsync alone leaves data in the drive's cache
    except BaseException:
        connection.close()
        raise
    return connection


def _lenient(content: bytes) -> str:
    """A flipped bit in a text must not make everything beside it unreadable."""
    return content.decode("utf-8", "replace")


def _mended(path: Path, reason: str, keys: HistoryKeys, backups: BackupFolder) -> tuple[sqlite3.Connection, list[str]]:
    notices = mend(path, reason, keys, backups)
    connection, more = _opened(path, LATEST, keys, backups)
    return connection, [*notices, *more]
