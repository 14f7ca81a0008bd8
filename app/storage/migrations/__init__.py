"""The schema's numbered steps and the walk along them; each is a transaction, so a schema is old or new, never between.

A step once released is never edited. ``PRAGMA user_version`` says how many steps a file has taken; each step changes
the schema, so that a file whose number is damaged is known by its tables (:mod:`app.storage.schemas`).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from app.storage.migrations import (
    m0001_conversations,
    m0002_audit,
    m0003_search,
    m0004_blobs,
    m0005_usage,
    m0006_answer_cache,
    m0007_privacy,
    m0008_blob_uses,
    m0009_filters,
    m0010_folders,
    m0011_removals,
)

MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (
    m0001_conversations.migrate,
    m0002_audit.migrate,
    m0003_search.migrate,
    m0004_blobs.migrate,
    m0005_usage.migrate,
    m0006_answer_cache.migrate,
    m0007_privacy.migrate,
    m0008_blob_uses.migrate,
    m0009_filters.migrate,
    m0010_folders.migrate,
    m0011_removals.migrate,
)
LATEST = len(MIGRATIONS)


def schema_version(connection: sqlite3.Connection) -> int:
    """How many steps the file has taken."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def upgrade(connection: sqlite3.Connection, *, to: int = LATEST) -> None:
    """Take the steps that are missing up to ``to``. The connection must be in autocommit mode.

    The version is read again inside each transaction: another Baton may have taken the step meanwhile.
    """
    for number, step in enumerate(MIGRATIONS[:to], start=1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            if schema_version(connection) < number:
                step(connection)
                connection.execute(f"PRAGMA user_version = {number}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
