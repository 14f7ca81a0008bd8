"""The audit log's port on SQLite: every entry carries the digest of the one before it.

What the chain shows: an entry altered, deleted, inserted or moved, by whatever means, unless every later digest was
made anew; and entries cut off the end, unless the remembered head was cut back too. What it cannot show: a log that
somebody with write access rewrote from some entry on to the end, head included, or a database put back whole from an
older copy; there is no secret in the chain. A digest noted elsewhere (``baton audit`` prints them) shows these too.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from app.domain.aws import AuditEntry, AuditNote
from app.domain.encoding import as_utc, to_plain
from app.storage.columns import storable
from app.storage.database import Database

_COLUMNS = "number, at, what, action_id, data, previous, digest"


class SqliteAuditLog:
    """Implements :class:`app.domain.ports.AuditLog` over a :class:`Database`, which its owner closes.

    Two processes may append at once: an entry is numbered and chained inside one write transaction.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    async def append(self, what: str, action_id: str, data: Mapping[str, object], *, at: datetime) -> AuditEntry:
        """Add an entry; when this returns it is flushed to the disk. Raises :class:`StorageError` and its kin."""
        kept = _kept(AuditNote(what=what, action_id=action_id, data=data, at=at))
        return await self._database.write(lambda connection: _entry(_chained(connection, [kept])))

    async def append_all(self, notes: Sequence[AuditNote], *, flushed: bool = True) -> None:
        """Add several entries in one transaction, flushed to the disk once, together with those of whoever else waits.

        When this returns they are on the disk; those not ``flushed`` are safe from the end of Baton, not from a power
        cut. Raises what :meth:`append` raises.
        """
        rows = [_kept(note) for note in notes]
        await self._database.write_together(lambda connection: _chained(connection, rows), durable=flushed)

    async def entries(self, *, limit: int | None = None) -> Sequence[AuditEntry]:
        """Oldest first; with ``limit``, the newest that many."""
        sql = f"SELECT {_COLUMNS} FROM audit ORDER BY number DESC LIMIT ?"  # noqa: S608 - our own names
        found = await self._database.read(lambda at: at.execute(sql, (-1 if limit is None else limit,)).fetchall())
        return [_entry(row) for row in reversed(found)]

    async def verify(self) -> AuditEntry | None:
        """The first entry that does not follow from the one before it, or ``None`` where all is well.

        Where entries were cut off the end, an entry with ``what`` = ``missing`` and the first missing number stands for
        them.
        """
        return await self._database.read(_first_altered)


def _kept(note: AuditNote) -> tuple[str, str, str, str]:
    """The columns that a note fills by itself."""
    text = _canonical(to_plain(note.data))
    return as_utc(note.at).isoformat(), storable(note.what), storable(note.action_id), text


def _chained(connection: sqlite3.Connection, rows: Sequence[tuple[str, str, str, str]]) -> Sequence[Any]:
    """Add rows behind the last one; returns the last of them. The caller has begun the transaction."""
    row: Sequence[Any] = ()
    number, previous = connection.execute("SELECT number, digest FROM audit_head").fetchone()
    for kept in rows:
        number += 1
        row = (number, *kept, previous, previous := _digest(number, *kept, previous))
        connection.execute(f"INSERT INTO audit ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)", row)  # noqa: S608 - our own names
    return row


def _first_altered(connection: sqlite3.Connection) -> AuditEntry | None:
    number, digest = 0, ""
    for row in connection.execute(f"SELECT {_COLUMNS} FROM audit ORDER BY number"):  # noqa: S608 - our own names
        entry = _entry(row)
        try:
            expected = _digest(row[0], row[1], row[2], row[3], _canonical(json.loads(row[4])), row[5])
        except (ValueError, TypeError, RecursionError):
            return entry
        if row[0] != number + 1 or row[5] != digest or row[6] != expected:
            return entry
        number, digest = row[0], row[6]
    head = connection.execute("SELECT number, digest FROM audit_head").fetchone()
    if head is None or head != (number, digest):
        return AuditEntry(
            number=number + 1,
            at=datetime(1970, 1, 1, tzinfo=UTC),
            what="missing",
            action_id="",
            data={},
            previous=digest,
            digest="" if head is None else str(head[1]),
        )
    return None


def _entry(row: Sequence[Any]) -> AuditEntry:
    number, at, what, action_id, data, previous, digest = row
    return AuditEntry(
        number=number,
        at=_time(at),
        what=str(what),
        action_id=str(action_id),
        data=_data(data),
        previous=str(previous),
        digest=str(digest),
    )


def _time(text: object) -> datetime:
    try:
        return as_utc(datetime.fromisoformat(str(text)))
    except (ValueError, OverflowError):
        return datetime(1970, 1, 1, tzinfo=UTC)  # an altered entry is still shown


def _data(text: object) -> Mapping[str, object]:
    try:
        plain = json.loads(str(text))
    except (ValueError, RecursionError):
        return {"unreadable": str(text)}
    return plain if isinstance(plain, dict) else {"unreadable": str(text)}


def _digest(number: int, at: str, what: str, action_id: str, data: str, previous: str) -> str:
    """``data``: in its one spelling, which makes the whole the one spelling of an object of all six."""
    covered = (
        f'{{"action_id":{_canonical(action_id)},"at":{_canonical(at)},"data":{data},"number":{number},'
        f'"previous":{_canonical(previous)},"what":{_canonical(what)}}}'
    )
    return hashlib.sha256(covered.encode("ascii")).hexdigest()


def _canonical(plain: object) -> str:
    """One spelling for one value: sorted keys, no spaces, ASCII."""
    return json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
