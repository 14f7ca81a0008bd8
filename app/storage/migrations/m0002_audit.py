"""Schema 2: the audit log, which takes new entries and refuses everything else."""

from __future__ import annotations

import sqlite3

# audit_head remembers how far the log reached, so that entries cut off its end are missed.
_STATEMENTS = (
    """CREATE TABLE audit (
        number INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        what TEXT NOT NULL,
        action_id TEXT NOT NULL,
        data TEXT NOT NULL,
        previous TEXT NOT NULL,
        digest TEXT NOT NULL
    )""",
    """CREATE TABLE audit_head (
        only INTEGER PRIMARY KEY CHECK (only = 1), number INTEGER NOT NULL, digest TEXT NOT NULL
    )""",
    "INSERT INTO audit_head VALUES (1, 0, '')",
    """CREATE TRIGGER audit_grows BEFORE INSERT ON audit
        WHEN new.number <= (SELECT number FROM audit_head) BEGIN
        SELECT RAISE(ABORT, 'the audit log only grows');
    END""",
    """CREATE TRIGGER audit_grew AFTER INSERT ON audit BEGIN
        UPDATE audit_head SET number = new.number, digest = new.digest;
    END""",
    """CREATE TRIGGER audit_unaltered BEFORE UPDATE ON audit BEGIN
        SELECT RAISE(ABORT, 'the audit log is never altered');
    END""",
    """CREATE TRIGGER audit_undeleted BEFORE DELETE ON audit BEGIN
        SELECT RAISE(ABORT, 'the audit log is never shortened');
    END""",
    """CREATE TRIGGER audit_head_kept BEFORE DELETE ON audit_head BEGIN
        SELECT RAISE(ABORT, 'the audit log is never shortened');
    END""",
    """CREATE TRIGGER audit_head_forward BEFORE UPDATE ON audit_head WHEN new.number <= old.number BEGIN
        SELECT RAISE(ABORT, 'the audit log is never shortened');
    END""",
)


def migrate(connection: sqlite3.Connection) -> None:
    """From schema 1."""
    for statement in _STATEMENTS:
        connection.execute(statement)
