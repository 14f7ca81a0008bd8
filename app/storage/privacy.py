"""What was hidden from models elsewhere and what they were sent, beside the history and gone with its conversation."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Mapping, Sequence

from app.domain.encoding import from_plain, to_plain
from app.domain.errors import DamagedFileError
from app.domain.language import tr
from app.domain.messages import Message
from app.domain.ports import Masked
from app.domain.stream import Sent
from app.storage.columns import dumped, loaded
from app.storage.database import Database

_LEVEL = 3


class SqlitePrivacyStore:
    """Implements :class:`app.domain.ports.PrivacyStore` over a :class:`Database`, which its owner closes.

    Everything raises :class:`StorageError` and its kin.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    async def numbers(
        self, conversation_id: str, wanted: Sequence[tuple[str, str]], *, keep: bool
    ) -> Mapping[tuple[str, str], int]:
        """A number for each (kind, value), in one transaction: two windows never give the same to different values."""
        known = await self._database.read(lambda at: _known(at, conversation_id))
        if all(item in known for item in wanted):
            return {item: known[item] for item in wanted}
        if not keep:
            return _numbered(known, wanted)

        def work(at: sqlite3.Connection) -> Mapping[tuple[str, str], int]:
            before = _known(at, conversation_id)
            numbers = _numbered(before, wanted)
            if _exists(at, conversation_id):
                at.executemany(
                    "INSERT INTO masked (conversation_id, kind, number, value) VALUES (?, ?, ?, ?)",
                    [
                        (conversation_id, kind, number, _bytes(value))
                        for (kind, value), number in numbers.items()
                        if (kind, value) not in before
                    ],
                )
            return numbers

        return await self._database.write(work)

    async def masked(self, conversation_id: str) -> Sequence[Masked]:
        """All that was ever hidden in a conversation."""
        known = await self._database.read(lambda at: _known(at, conversation_id))
        return tuple(Masked(kind=kind, number=number, value=value) for (kind, value), number in known.items())

    async def keep_thinking(self, conversation_id: str, signature: str, text: str) -> None:
        """Remember the very text that a vendor signed."""

        def work(at: sqlite3.Connection) -> None:
            if _exists(at, conversation_id):
                at.execute(
                    "INSERT OR REPLACE INTO signed_thinking (conversation_id, signature, text) VALUES (?, ?, ?)",
                    (conversation_id, _digest(signature), _bytes(text)),
                )

        await self._database.write(work)

    async def thinking(self, conversation_id: str, signatures: Sequence[str]) -> Mapping[str, str]:
        """The texts that were kept, by signature."""

        def work(at: sqlite3.Connection) -> Mapping[str, str]:
            rows = at.execute(
                "SELECT signature, text FROM signed_thinking WHERE conversation_id = ?", (conversation_id,)
            )
            kept = {str(signature): text.decode("utf-8", "surrogatepass") for signature, text in rows}
            return {signature: kept[key] for signature in signatures if (key := _digest(signature)) in kept}

        return await self._database.read(work)

    async def add_sent(self, conversation_id: str, node_id: str, sent: Sent) -> None:
        """Remember what left for an answer."""
        head = {"model": sent.model, "tools": list(sent.tools), "masked": [list(item) for item in sent.masked]}

        def work(at: sqlite3.Connection) -> None:
            if not _exists(at, conversation_id):
                return
            last: str | None = None
            # The system text is most often the same, so it is a piece too.
            for plain in ({"system": sent.system}, *(to_plain(message) for message in sent.messages)):
                last = _put_piece(at, conversation_id, last, dumped(plain))
            at.execute(
                "INSERT INTO sent (conversation_id, node_id, last_piece, body) VALUES (?, ?, ?, ?)",
                (conversation_id, node_id, last, dumped(head)),
            )

        await self._database.write(work)

    async def remove_sent(self, conversation_id: str, node_id: str) -> None:
        """Forget what left for an answer; pieces that other answers share stay."""
        await self._database.write(
            lambda at: at.execute(
                "DELETE FROM sent WHERE conversation_id = ? AND node_id = ?", (conversation_id, node_id)
            )
        )

    async def sent(self, conversation_id: str, node_id: str) -> Sequence[Sent]:
        """What left for an answer. Raises :class:`DamagedFileError`."""

        def work(at: sqlite3.Connection) -> Sequence[Sent]:
            rows = at.execute(
                "SELECT last_piece, body FROM sent WHERE conversation_id = ? AND node_id = ? ORDER BY number",
                (conversation_id, node_id),
            ).fetchall()
            return tuple(_sent(at, conversation_id, last, body) for last, body in rows)

        return await self._database.read(work)


def _exists(at: sqlite3.Connection, conversation_id: str) -> bool:
    return at.execute("SELECT 1 FROM conversations WHERE id = ?", (conversation_id,)).fetchone() is not None


def _known(at: sqlite3.Connection, conversation_id: str) -> dict[tuple[str, str], int]:
    rows = at.execute(
        "SELECT kind, value, number FROM masked WHERE conversation_id = ? ORDER BY kind, number", (conversation_id,)
    )
    return {(str(kind), value.decode("utf-8", "surrogatepass")): int(number) for kind, value, number in rows}


def _numbered(known: Mapping[tuple[str, str], int], wanted: Sequence[tuple[str, str]]) -> Mapping[tuple[str, str], int]:
    used: dict[str, int] = {}
    for (kind, _), number in known.items():
        used[kind] = max(used.get(kind, 0), number)
    numbers: dict[tuple[str, str], int] = {}
    for item in wanted:
        if item in known:
            numbers[item] = known[item]
        elif item not in numbers:
            used[item[0]] = numbers[item] = used.get(item[0], 0) + 1
    return numbers


def _digest(text: str) -> str:
    return hashlib.sha256(_bytes(text)).hexdigest()


def _bytes(text: str) -> bytes:
    """Half a surrogate pair included, which no text of SQLite can hold: two values must never become the same."""
    return text.encode("utf-8", "surrogatepass")


def _put_piece(at: sqlite3.Connection, conversation_id: str, before: str | None, text: str) -> str:
    data = text.encode()
    sha256 = hashlib.sha256((before or "").encode() + b"\n" + data).hexdigest()
    key = (conversation_id, sha256)
    if at.execute("SELECT 1 FROM sent_pieces WHERE conversation_id = ? AND sha256 = ?", key).fetchone() is None:
        at.execute(
            "INSERT INTO sent_pieces (conversation_id, sha256, before, data) VALUES (?, ?, ?, ?)",
            (conversation_id, sha256, before, zlib.compress(data, _LEVEL)),
        )
    return sha256


def _sent(at: sqlite3.Connection, conversation_id: str, last: str | None, body: str) -> Sent:
    try:
        head = loaded(body)
        pieces = []
        while last is not None:
            row = at.execute(
                "SELECT before, data FROM sent_pieces WHERE conversation_id = ? AND sha256 = ?", (conversation_id, last)
            ).fetchone()
            if row is None:
                raise ValueError("a piece is missing")
            pieces.append(loaded(zlib.decompress(row[1]).decode()))
            last = row[0]
        system, *messages = reversed(pieces)
        return Sent(
            model=str(head["model"]),
            system=str(system["system"]),
            messages=tuple(from_plain(Message, message) for message in messages),
            tools=tuple(str(name) for name in head["tools"]),
            masked=tuple((str(kind), int(count)) for kind, count in head["masked"]),
        )
    except (ValueError, KeyError, TypeError, zlib.error) as fault:
        raise DamagedFileError(
            tr("The record of what was sent is damaged on disk."), kept_at=None, detail=str(fault)
        ) from fault
