"""What SQLite and the file system complain of, told as Baton's errors; no other exception leaves the storage layer."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.domain.errors import BatonError, DamagedFileError, DiskFullError, StorageError, UsageError
from app.domain.language import marked, tr
from app.storage import engine

_NO_SPACE = marked("Free some space, then try again; what was saved before is still there.")
_NOT_WRITABLE = marked("Make the file and its folder writable, or point BATON_HOME at a folder that is.")

# Extended codes of SQLITE_IOERR for writing, flushing and growing a file: over quota, a file-size limit, no space for
# the shared memory beside the database. SQLite says SQLITE_FULL for a plain full disk only.
_WRITE_FAULTS = {
    sqlite3.SQLITE_IOERR_WRITE,
    sqlite3.SQLITE_IOERR_FSYNC,
    sqlite3.SQLITE_IOERR_DIR_FSYNC,
    sqlite3.SQLITE_IOERR_TRUNCATE,
    sqlite3.SQLITE_IOERR_SHMOPEN,
    sqlite3.SQLITE_IOERR_SHMSIZE,
    sqlite3.SQLITE_IOERR_SHMMAP,
}


def is_damage(error: Exception) -> bool:
    """Whether SQLite says that the file itself is damaged or is no database."""
    return _primary(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


@contextmanager
def storage_faults(path: Path) -> Iterator[None]:
    """Raise every fault of SQLite and the file system inside as a :class:`StorageError` that names ``path``."""
    try:
        yield
    except engine.errors() as error:
        raise translated(error, path) from error
    except OSError as error:
        raise file_fault(error, path) from error
    except UnicodeDecodeError as error:  # SQLite's complaint quotes damaged bytes, which Python cannot read
        raise _damaged(path, "unreadable complaint") from error
    except UnicodeEncodeError:  # half a surrogate pair in an id; texts are made storable before
        raise UsageError(tr("An id holds characters that cannot be stored."), remedy=tr("Leave it out.")) from None


def translated(error: Exception, path: Path) -> BatonError:
    """Baton's error for SQLite's."""
    detail = f"{getattr(error, 'sqlite_errorname', '')} {error}".strip()
    code = getattr(error, "sqlite_errorcode", 0)
    match _primary(error):
        case sqlite3.SQLITE_FULL:
            return DiskFullError(
                tr("The disk that holds {name} is full.", name=repr(path.name)), remedy=tr(_NO_SPACE), detail=detail
            )
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return DiskFullError(
                tr("{path} cannot be written.", path=repr(str(path))), remedy=tr(_NOT_WRITABLE), detail=detail
            )
        case sqlite3.SQLITE_IOERR if code in _WRITE_FAULTS:
            return DiskFullError(
                tr("{name} cannot grow: the disk is full or a quota is used up.", name=repr(path.name)),
                remedy=tr(_NO_SPACE),
                detail=detail,
            )
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return _damaged(path, detail)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return StorageError(
                tr("Another Baton has been writing to {name} for too long.", name=repr(path.name)),
                remedy=tr("Wait for it to finish, or close it, then try again."),
                detail=detail,
            )
        case _:
            return StorageError(
                tr("{name} could not be read or written.", name=repr(path.name)),
                remedy=tr("Check the disk; if it is well, restart Baton."),
                detail=detail,
            )


def file_fault(error: OSError, path: Path) -> StorageError:
    """Baton's error for the operating system's."""
    detail = str(error)
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return DiskFullError(
            tr("The disk that holds {name} is full.", name=repr(path.name)), remedy=tr(_NO_SPACE), detail=detail
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return DiskFullError(
            tr("{path} cannot be written.", path=repr(str(path))), remedy=tr(_NOT_WRITABLE), detail=detail
        )
    if error.errno in (errno.ENOTDIR, errno.EEXIST, errno.EISDIR):
        return DiskFullError(
            tr("{path} cannot be used: something else stands in its place.", path=repr(str(path))),
            remedy=tr("Move that aside, or point BATON_HOME at another folder."),
            detail=detail,
        )
    return StorageError(
        tr("{path} could not be read or written.", path=repr(str(path))),
        remedy=tr("Check the disk, then try again."),
        detail=detail,
    )


def _damaged(path: Path, detail: str) -> DamagedFileError:
    return DamagedFileError(
        tr("{name} is damaged.", name=repr(path.name)),
        kept_at=None,
        remedy=tr("Restart Baton: it mends the file, or keeps it aside and saves what can be read."),
        detail=detail,
    )


def _primary(error: Exception) -> int:
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
