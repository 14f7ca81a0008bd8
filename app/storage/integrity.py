"""Whether the history's file is whole, in one sentence; reads it beside whoever uses it, and mends nothing."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from app.domain.errors import BatonError
from app.storage import engine
from app.storage.faults import is_damage
from app.storage.keys import HistoryKeys

_MOST_FAULTS = 5


def integrity_words(database: Path, keys: HistoryKeys) -> str:
    """What SQLite finds of the file's structure. Of a large file that takes a while."""
    try:
        size = database.stat().st_size
    except OSError as error:
        return "There is none yet." if isinstance(error, FileNotFoundError) else f"It cannot be read: {error.strerror}."
    try:
        key = keys.of(database)
        with contextlib.closing(engine.connect(database, key, read_only=True)) as connection:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            found = [str(row[0]) for row in connection.execute(f"PRAGMA quick_check({_MOST_FAULTS})")]
    except BatonError as error:
        return f"{size:,} bytes, and cannot be opened: {error.message}"
    except engine.errors() as error:
        return f"{size:,} bytes: {'DAMAGED' if is_damage(error) else 'SQLite cannot read it'}: {error}."
    told = "whole" if found == ["ok"] else f"DAMAGED: {'; '.join(found)}"
    kind = "in the clear" if key is None else "encrypted"
    return f"{size:,} bytes, {kind}, layout {version}, SQLite {sqlite3.sqlite_version}: {told}."
