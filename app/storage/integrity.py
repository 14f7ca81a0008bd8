"""Whether the history's file is whole, in one sentence; reads it beside whoever uses it, and mends nothing."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

_MOST_FAULTS = 5


def integrity_words(database: Path) -> str:
    """What SQLite finds of the file's structure. Of a large file that takes a while."""
    try:
        size = database.stat().st_size
    except OSError as error:
        return "There is none yet." if isinstance(error, FileNotFoundError) else f"It cannot be read: {error.strerror}."
    try:
        with contextlib.closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            found = [str(row[0]) for row in connection.execute(f"PRAGMA quick_check({_MOST_FAULTS})")]
    except sqlite3.Error as error:
        is_damage = isinstance(error, sqlite3.DatabaseError) and error.sqlite_errorname == "SQLITE_CORRUPT"
        return f"{size:,} bytes: {'DAMAGED' if is_damage else 'SQLite cannot read it'}: {error}."
    told = "whole" if found == ["ok"] else f"DAMAGED: {'; '.join(found)}"
    return f"{size:,} bytes, layout {version}, SQLite {sqlite3.sqlite_version}: {told}."
