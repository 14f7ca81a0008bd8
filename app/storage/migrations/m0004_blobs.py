"""Schema 4: bytes by their SHA-256, once each: files given along with messages, and what was sent to models."""

from __future__ import annotations

import sqlite3

_STATEMENTS = ("CREATE TABLE blobs (sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, data BLOB NOT NULL)",)


def migrate(connection: sqlite3.Connection) -> None:
    """From schema 3."""
    for statement in _STATEMENTS:
        connection.execute(statement)
