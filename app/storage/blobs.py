"""Bytes beside the history, by their SHA-256 and packed; what is put twice lies there once. Knows no messages."""

from __future__ import annotations

import asyncio
import hashlib
import sqlite3
import zlib

from app.domain.errors import DamagedFileError, NotFoundError
from app.domain.language import tr
from app.storage.database import Database

_LEVEL = 3  # pictures and PDFs are packed already, and texts shrink well enough


class SqliteBlobStore:
    """Implements :class:`app.domain.ports.BlobStore` over a :class:`Database`, which its owner closes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def put(self, data: bytes) -> str:
        """Keep ``data``; returns its SHA-256. Raises :class:`StorageError` and its kin."""
        sha256, packed = await asyncio.to_thread(_packed, data)

        def work(at: sqlite3.Connection) -> None:
            at.execute(
                "INSERT INTO blobs (sha256, size, data) VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING",
                (sha256, len(data), packed),
            )
            at.execute("DELETE FROM loose_blobs WHERE sha256 = ?", (sha256,))  # it is wanted again

        await self._database.write(work)
        return sha256

    async def get(self, sha256: str) -> bytes:
        """The bytes that were put. Raises :class:`NotFoundError` and :class:`DamagedFileError`."""
        row = await self._database.read(
            lambda at: at.execute("SELECT data FROM blobs WHERE sha256 = ?", (sha256,)).fetchone()
        )
        if row is None:
            raise NotFoundError(
                tr("A file that belongs to this chat is no longer there."), remedy=tr("Add it once more.")
            )
        return await asyncio.to_thread(_unpacked, row[0], sha256)

    async def release(self, sha256: str) -> None:
        """Let the bytes go with the loose ones (:mod:`app.storage.loose_blobs`), where no message uses them."""

        def work(at: sqlite3.Connection) -> None:
            at.execute(
                "INSERT INTO loose_blobs (sha256, since) SELECT sha256, CAST(strftime('%s', 'now') AS INTEGER)"
                " FROM blobs WHERE sha256 = ?1 AND NOT EXISTS (SELECT 1 FROM blob_uses WHERE sha256 = ?1)"
                " ON CONFLICT (sha256) DO UPDATE SET since = excluded.since",
                (sha256,),
            )

        await self._database.write(work)


def _packed(data: bytes) -> tuple[str, bytes]:
    return hashlib.sha256(data).hexdigest(), zlib.compress(data, _LEVEL)


def _unpacked(packed: bytes, sha256: str) -> bytes:
    try:
        data = zlib.decompress(packed)
    except zlib.error:
        data = b""
    if hashlib.sha256(data).hexdigest() != sha256:
        raise DamagedFileError(
            tr("A file that belongs to this chat is damaged on disk."), kept_at=None, remedy=tr("Add it once more.")
        )
    return data
