"""Which SQLite opens a file: Python's own, or SQLCipher's for an encrypted one; and what either of them complains with.

An encrypted history says so in its first bytes, where a plain one says that it is SQLite's: a mark and the name of its
key (:mod:`app.storage.keys`). They stand where SQLCipher keeps its salt, which need not be random beside a random key,
so every copy of the file carries them. A key is told to SQLCipher as 32 raw bytes: no password is stretched, and an
encrypted file opens as fast as a plain one.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from app.domain.errors import UnsupportedError
from app.domain.language import tr

if TYPE_CHECKING:
    from types import ModuleType

PLAIN_MAGIC = b"SQLite format 3\x00"
_MARK = b"BatonEnc"
_HEAD_BYTES = 16
KEY_BYTES = 32
BUSY_MS = 15_000
ASK_EVERY = 100_000
"""After so many steps of SQLite's long work asks whether it is still wanted."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FileKey:
    """A file's key. ``id``: its name, 16 hexadecimal digits; ``secret``: 64 of them, which no ``repr`` shows."""

    id: str
    secret: str = field(repr=False)

    @property
    def spec(self) -> str:
        """Key and salt, as SQLCipher takes them."""
        return f"x'{self.secret}{_MARK.hex()}{self.id}'"


def errors(*others: type[Exception]) -> tuple[type[Exception], ...]:
    """What SQLite raises, for an ``except``, with ``others``; SQLCipher's only once it is in use."""
    cipher = sys.modules.get("sqlcipher3.dbapi2")
    return (sqlite3.Error, *others) if cipher is None else (sqlite3.Error, cipher.Error, *others)


def is_constraint(error: Exception) -> bool:
    """Whether SQLite refused a row because of a key, a check or a trigger."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF == sqlite3.SQLITE_CONSTRAINT


def key_id(path: Path) -> str | None:
    """The name of the key that ``path`` is encrypted with; ``None`` for a plain file and for one that is not there.

    Raises ``OSError``.
    """
    try:
        head = first_bytes(path, _HEAD_BYTES)
    except FileNotFoundError:
        return None
    is_ours = len(head) == _HEAD_BYTES and head.startswith(_MARK)
    return head[len(_MARK) :].hex() if is_ours else None


def first_bytes(path: Path, count: int) -> bytes:
    """What a database's file begins with. Raises ``OSError``.

    POSIX takes all of a process's locks off a file as soon as the process closes any descriptor of it, those of its
    SQLite connections included; another process would then take itself for the last one and delete the log of writes
    (https://sqlite.org/howtocorrupt.html, 2.2). So the descriptor stays open until another file has the name.
    """
    if sys.platform == "win32":  # where locks belong to handles, and an open file cannot be replaced
        with path.open("rb") as file:
            return file.read(count)
    with _holding:
        _let_go()
        held = _held.get(path)
        if held is None:
            held = _held[path] = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        return os.pread(held, count, 0)


_holding = threading.Lock()
_held: dict[Path, int] = {}


def _let_go() -> None:
    """Close the descriptors of files that no longer have their name: nobody else can open those."""
    for path, descriptor in list(_held.items()):
        try:
            is_same = os.path.samestat(os.fstat(descriptor), path.stat())
        except OSError:
            is_same = False
        if not is_same:
            os.close(_held.pop(path))


def connect(path: Path, key: FileKey | None, *, read_only: bool = False, immutable: bool = False) -> sqlite3.Connection:
    """A connection in autocommit mode, usable on any thread; nothing of the file is read yet.

    ``immutable``, with ``read_only``: nobody changes the file meanwhile, so no lock and no file beside it is needed.

    Raises what :func:`errors` names, and :class:`UnsupportedError` where SQLCipher is not there.
    """
    mode = "ro" if read_only else "rwc"
    address = f"{path.absolute().as_uri()}?mode={mode}{'&immutable=1' if immutable else ''}"
    if key is None:
        return sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)
    # The same calls and the same behaviour: what stands behind either is the standard library's code.
    cipher: Any = _cipher()
    connection = cast(
        "sqlite3.Connection", cipher.connect(address, uri=True, isolation_level=None, check_same_thread=False)
    )
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")  # it would write to stderr by itself
        connection.execute(f'PRAGMA key = "{key.spec}"')
    except BaseException:
        connection.close()
        raise
    return connection


def convert(
    source: Path,
    key: FileKey | None,
    target: Path,
    target_key: FileKey | None,
    *,
    cancelled: Callable[[], bool] = lambda: False,
) -> None:
    """Write all that ``source`` holds into the new file ``target``, under another key or none.

    ``cancelled`` is asked now and then; once it says so, SQLite is interrupted. Raises what :func:`errors` names, and
    :class:`UnsupportedError`.
    """
    cipher: Any = _cipher()
    address = f"{source.absolute().as_uri()}?mode=ro"
    connection = cipher.connect(address, uri=True, isolation_level=None)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        if key is not None:
            connection.execute(f'PRAGMA key = "{key.spec}"')
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
        numbers = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("user_version", "application_id")
        }
        spec = "" if target_key is None else target_key.spec
        connection.execute("ATTACH ? AS converted KEY ?", (f"{target.absolute().as_uri()}?mode=rwc", spec))
        connection.execute("PRAGMA converted.journal_mode = OFF")  # whoever asked flushes the file when it is whole
        connection.execute("PRAGMA converted.synchronous = OFF")
        connection.set_progress_handler(cancelled, ASK_EVERY)
        connection.execute("SELECT sqlcipher_export('converted')").fetchone()
        connection.set_progress_handler(None, 0)
        for name, number in numbers.items():
            connection.execute(f"PRAGMA converted.{name} = {number}")
        connection.execute("DETACH converted")
    finally:
        connection.close()


def is_available() -> bool:
    """Whether encrypted files can be opened here."""
    try:
        _cipher()
    except UnsupportedError:
        return False
    return True


def _cipher() -> ModuleType:
    try:
        from sqlcipher3 import dbapi2
    except ImportError as error:
        raise UnsupportedError(
            tr("Encrypted histories cannot be opened here: SQLCipher is missing."),
            remedy=tr("Install the package sqlcipher3, then start Baton again."),
            detail=str(error),
        ) from None
    return cast("ModuleType", dbapi2)
