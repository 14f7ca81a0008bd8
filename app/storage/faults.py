"""What SQLite and the file system complain of, told as Baton's errors; no other exception leaves the storage layer."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.domain.errors import BatonError, DamagedFileError, DiskFullError, StorageError, UsageError
from app.storage import engine

_NO_SPACE = "Free some space, then try again; what was saved before is still there."
_NOT_WRITABLE = "Make the file and its folder writable, or point BATON_HOME at a folder that is."

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
        raise UsageError("An id holds characters that cannot be stored.", remedy="Leave it out.") from None


def translated(error: Exception, path: Path) -> BatonError:
    """Baton's error for SQLite's."""
    detail = f"{getattr(error, 'sqlite_errorname', '')} {error}".strip()
    code = getattr(error, "sqlite_errorcode", 0)
    match _primary(error):
        case sqlite3.SQLITE_FULL:
            return DiskFullError(f"The disk that holds {path.name!r} is full.", remedy=_NO_SPACE, detail=detail)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return DiskFullError(f"{str(path)!r} cannot be written.", remedy=_NOT_WRITABLE, detail=detail)
        case sqlite3.SQLITE_IOERR if code in _WRITE_FAULTS:
            return DiskFullError(
                f"{path.name!r} cannot grow: the disk is full or a quota is used up.", remedy=_NO_SPACE, detail=detail
            )
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return _damaged(path, detail)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return StorageError(
                f"Another Baton has been writing to {path.name!r} for too long.",
                remedy="Wait for it to finish, or close it, then try again.",
                detail=detail,
            )
        case _:
            return StorageError(
                f"{path.name!r} could not be read or written.",
                remedy="Check the disk; if it is well, restart Baton.",
                detail=detail,
            )


def file_fault(error: OSError, path: Path) -> StorageError:
    """Baton's error for the operating system's."""
    detail = str(error)
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return DiskFullError(f"The disk that holds {path.name!r} is full.", remedy=_NO_SPACE, detail=detail)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return DiskFullError(f"{str(path)!r} cannot be written.", remedy=_NOT_WRITABLE, detail=detail)
    if error.errno in (errno.ENOTDIR, errno.EEXIST, errno.EISDIR):
        return DiskFullError(
            f"{str(path)!r} cannot be used: something else stands in its place.",
            remedy="Move that aside, or point BATON_HOME at another folder.",
            detail=detail,
        )
    return StorageError(
        f"{str(path)!r} could not be read or written.", remedy="Check the disk, then try again.", detail=detail
    )


def _damaged(path: Path, detail: str) -> DamagedFileError:
    return DamagedFileError(
        f"{path.name!r} is damaged.",
        kept_at=None,
        remedy="Restart Baton: it mends the file, or keeps it aside and saves what can be read.",
        detail=detail,
    )


def _primary(error: Exception) -> int:
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
