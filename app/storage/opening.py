"""Opens the database file: finds out what it is, keeps a damaged one aside, backs up and upgrades an old one.

How thoroughly a file is checked at start: its header, version and schema always; every page (``quick_check``) where it
is small; more, and the search index made anew, where the last run met damage (a file ``…-suspect`` beside it says so).
A gigabyte takes seconds to read: damage met later is told then, and dealt with at the next start.
"""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from app.domain.errors import NewerVersionError, StorageError
from app.storage.aside import back_up, make_private, move_aside
from app.storage.faults import is_damage
from app.storage.loose_blobs import drop_loose
from app.storage.migrations import LATEST, schema_version, upgrade
from app.storage.opening_lock import opening_lock
from app.storage.recovery import recover
from app.storage.removals import destroy_old
from app.storage.salvage import salvage

_CHECKED_WHOLE_BYTES = 32 * 1024 * 1024
_BUSY_MS = 15_000
_MAGIC = b"SQLite format 3\x00"
_APPLICATION = 0x4261746E  # "Batn"


class _DamagedError(Exception):
    """The file is no database of Baton's that can be used; its text says why."""


def suspect_mark(path: Path) -> Path:
    """The file whose being there asks for a check of every page at the next start."""
    return path.with_name(path.name + "-suspect")


def open_writer(path: Path) -> tuple[sqlite3.Connection, list[str]]:
    """Open ``path`` for writing, made, mended or upgraded as needed; also sentences that the person must know.

    Raises :class:`NewerVersionError` (nothing is touched), ``sqlite3.Error`` and ``OSError``.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with opening_lock(path.with_name(path.name + "-lock")):
        try:
            version = _inspect(path)
            make_private(path)
            return _opened(path, version)
        except _DamagedError as damage:
            return _begun_afresh(path, damage)
        except sqlite3.Error as error:
            if not is_damage(error):
                raise
            return _begun_afresh(path, _DamagedError(str(error)))
        except UnicodeDecodeError:  # SQLite quotes what is damaged in its complaint, and Python cannot read that
            return _begun_afresh(path, _DamagedError("its schema is no text"))


def open_reader(path: Path) -> sqlite3.Connection:
    """A second connection that cannot write; the writer must have opened the file before."""
    connection = _connect(path)
    connection.execute("PRAGMA query_only = ON")
    return connection


def _inspect(path: Path) -> int:
    """The schema's version, 0 where there is no database yet. Changes nothing."""
    if not path.exists():
        return 0
    size = path.stat().st_size
    if size == 0:
        log = path.with_name(path.name + "-wal")
        if log.exists() and log.stat().st_size > 0:
            raise _DamagedError("an empty database beside a log that is not")  # SQLite would delete the log
        return 0
    with path.open("rb") as file:
        header = file.read(100)
    if header[:16] != _MAGIC or len(header) < 100:
        raise _DamagedError("no SQLite header")
    with closing(sqlite3.connect(path.absolute().as_uri() + "?mode=ro", uri=True, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
        connection.text_factory = _lenient
        version = schema_version(connection)
        if version > LATEST:
            raise NewerVersionError(
                f"{path.name!r} was written by a newer Baton (its schema is {version}, this Baton knows {LATEST}).",
                remedy="Update Baton; the file was left as it is.",
            )
        held = _schema(connection)
        if version < 0 or (version == 0 and held):
            raise _DamagedError("not Baton's database")
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as intact:
            upgrade(intact, to=version)
            if not _schema(intact) <= held:
                raise _DamagedError("its tables are not as Baton made them")
        if size <= _CHECKED_WHOLE_BYTES or suspect_mark(path).exists():
            thorough = "integrity_check" if suspect_mark(path).exists() else "quick_check"
            found = connection.execute(f"PRAGMA {thorough}(1)").fetchone()[0]
            if found != "ok":
                raise _DamagedError(str(found))
    return version


def _schema(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    """What the file says it holds, but for what SQLite makes by itself."""
    found = connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    return {(name, sql) for name, sql in found if not name.startswith(("sqlite_", "search_"))}


def _opened(path: Path, version: int) -> tuple[sqlite3.Connection, list[str]]:
    connection = _connect(path)
    notices = []
    try:
        if 0 < version < LATEST:
            kept = back_up(connection, path, version)
            notices.append(f"The history was brought up to date; as it was before, it is kept as {kept.name}.")
        if version < LATEST:
            if version == 0:
                connection.execute(f"PRAGMA application_id = {_APPLICATION}")
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


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        connection.text_factory = _lenient
        connection.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
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


def _begun_afresh(path: Path, damage: _DamagedError) -> tuple[sqlite3.Connection, list[str]]:
    kept = move_aside(path)
    make_private(path)
    connection, _ = _opened(path, 0)
    told = f"The history was damaged ({damage}) and is kept, untouched, as {kept}."
    try:
        saved = salvage(kept, connection)
        recover(connection)
    except (sqlite3.Error, OSError, StorageError, UnicodeDecodeError):
        return connection, [f"{told} Nothing could be read from it; a new, empty history was begun."]
    if not saved.messages and not saved.conversations:
        return connection, [f"{told} Nothing could be read from it; a new, empty history was begun."]
    rows = f"{_count(saved.conversations, 'conversation')}, {_count(saved.messages, 'message')}"
    return connection, [f"{told} What could be read was saved into a new one: {rows}."]


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
