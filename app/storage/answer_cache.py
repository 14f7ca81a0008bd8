"""Kept answers in SQLite, packed; the ones unused the longest make room. What is damaged counts as not there."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sqlite3
import zlib
from datetime import UTC, datetime

from app.domain.caching import CacheInfo, KeptAnswer
from app.domain.encoding import from_plain, to_plain
from app.domain.errors import StorageError
from app.domain.messages import Message
from app.storage.columns import dumped, micros, moment
from app.storage.database import Database

_LEVEL = 6
_ROOM = 0.9  # what is left of the limit once something had to make room, so that it need not each time
_ROW_BYTES = 160  # of a row beside its body: key, times and its places in the indexes
_MOST_BYTES = 64 * 1024 * 1024  # of one answer, unpacked; a row that claims more is damaged


class SqliteAnswerCache:
    """Implements :class:`app.domain.ports.AnswerCache` over a :class:`Database`, which its owner closes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, key: str, *, not_before: datetime) -> KeptAnswer | None:
        """The answer under ``key``, if it is whole and not too old; it then counts as used now."""
        sql = "SELECT at, conversation_id, body FROM kept_answers WHERE key = ? AND at >= ?"
        row = await self._database.read(lambda at: at.execute(sql, (key, micros(not_before))).fetchone())
        if row is None:
            return None
        try:
            answer = await asyncio.to_thread(_unpacked, row)
        except ValueError:
            await self._database.write(
                lambda at: at.execute("DELETE FROM kept_answers WHERE key = ?", (key,)), durable=False
            )
            return None
        now = micros(datetime.now(UTC))
        with contextlib.suppress(StorageError):  # a full disk is no reason to ask a model again
            await self._database.write(
                lambda at: at.execute("UPDATE kept_answers SET used_at = ? WHERE key = ?", (now, key)), durable=False
            )
        return answer

    async def put(self, key: str, answer: KeptAnswer, *, limit_bytes: int, not_before: datetime) -> None:
        """Keep an answer in place of the one under its key. One that is larger than the limit is not kept."""
        body = await asyncio.to_thread(_packed, answer.message)
        size = len(body) + _ROW_BYTES
        now = micros(datetime.now(UTC))

        def work(at: sqlite3.Connection) -> None:
            at.execute("DELETE FROM kept_answers WHERE key = ? OR at < ?", (key, micros(not_before)))
            if size > limit_bytes:
                return
            at.execute(
                "INSERT INTO kept_answers (key, at, used_at, size, conversation_id, body) VALUES (?, ?, ?, ?, ?, ?)",
                (key, micros(answer.at), now, size, answer.conversation_id, body),
            )
            _make_room(at, limit_bytes)

        await self._database.write(work, durable=False)

    async def info(self, *, not_before: datetime) -> CacheInfo:
        """How many there are that could still be given."""
        sql = "SELECT count(*), coalesce(sum(size), 0), min(at) FROM kept_answers WHERE at >= ?"
        count, size, oldest = await self._database.read(lambda at: at.execute(sql, (micros(not_before),)).fetchone())
        return CacheInfo(answers=count, size_bytes=size, oldest=None if oldest is None else moment(oldest))

    async def clear(self) -> int:
        """Delete all, overwritten as everything that is deleted."""
        return await self._database.write(lambda at: at.execute("DELETE FROM kept_answers").rowcount)


def _make_room(at: sqlite3.Connection, limit_bytes: int) -> None:
    (whole,) = at.execute("SELECT coalesce(sum(size), 0) FROM kept_answers").fetchone()
    if whole <= limit_bytes:
        return
    excess, leaving = whole - int(limit_bytes * _ROOM), []
    for key, size in at.execute("SELECT key, size FROM kept_answers ORDER BY used_at"):
        if excess <= 0:
            break
        leaving.append((key,))
        excess -= size
    # The newest stays, whatever it takes of the room.
    at.executemany("DELETE FROM kept_answers WHERE key = ?", leaving)


def _packed(message: Message) -> bytes:
    return zlib.compress(dumped(to_plain(message)).encode(), _LEVEL)


def _unpacked(row: tuple[object, ...]) -> KeptAnswer:
    """Raises ``ValueError`` for what nobody packed."""
    at, conversation_id, body = row
    try:
        if not isinstance(body, bytes) or not isinstance(at, int):
            raise ValueError("no packed answer")
        opened = zlib.decompressobj()
        text = opened.decompress(body, _MOST_BYTES)
        if not opened.eof:
            raise ValueError("no whole answer")
        message = from_plain(Message, json.loads(text))
    except (zlib.error, UnicodeDecodeError, RecursionError) as error:
        raise ValueError("damaged") from error
    return KeptAnswer(
        message=message, at=moment(at), conversation_id=None if conversation_id is None else str(conversation_id)
    )
