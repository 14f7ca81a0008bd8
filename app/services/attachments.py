"""Files given along with messages: read when they are added, kept when they are sent, fetched when a model is asked.

Owns no format and no limit (:mod:`app.domain.attachments`), and decides nothing about what a model may be sent
(:mod:`app.services.attached`).
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

from app.domain.attachments import Attachment, check_count, distinct
from app.domain.conversation import Node
from app.domain.errors import BatonError, UsageError
from app.domain.language import tr
from app.domain.messages import AttachmentPart
from app.domain.models import ModelInfo
from app.domain.ports import AttachmentReader, BlobStore
from app.services.attached import AttachedFiles, needed


class AttachmentService:
    """Attachments. Reading a file is work for a thread, and happens there."""

    def __init__(self, *, reader: AttachmentReader, blobs: BlobStore) -> None:
        self._reader = reader
        self._blobs = blobs

    async def read(self, path: Path) -> Attachment:
        """A file of the person's. Raises ``UsageError`` with the reason why it cannot be attached."""
        return await asyncio.to_thread(self._reader.read, path)

    async def take(self, name: str, data: bytes) -> Attachment:
        """The same of bytes that lie in no file. Raises ``UsageError``."""
        return await asyncio.to_thread(self._reader.take, name, data)

    async def keep(self, attachments: Sequence[Attachment]) -> tuple[AttachmentPart, ...]:
        """Keep the bytes of what is to be sent. Raises ``UsageError`` for too many, ``StorageError``."""
        check_count(len(attachments))
        parts = []
        for attachment in distinct(attachments):
            if attachment.data is not None:
                await self._blobs.put(attachment.data)
            if attachment.text is not None and attachment.part.text_sha256 is not None:
                await self._blobs.put(attachment.text.encode("utf-8", "replace"))
            parts.append(attachment.part)
        return tuple(parts)

    async def release(self, part: AttachmentPart) -> None:
        """A file that was kept before it was sent is not wanted any more. Raises ``StorageError``."""
        for sha256 in (part.sha256, part.text_sha256):
            if sha256 is not None:
                await self._blobs.release(sha256)

    async def data(self, part: AttachmentPart) -> bytes:
        """A file's bytes. Raises ``NotFoundError``, ``DamagedFileError``."""
        return await self._blobs.get(part.sha256)

    async def text(self, part: AttachmentPart) -> str | None:
        """What can be read in a file; ``None`` for a picture, or a PDF without text. Raises as :meth:`data` does."""
        if part.text_sha256 is not None:
            return (await self._blobs.get(part.text_sha256)).decode("utf-8", "replace")
        if part.is_image or part.is_pdf:
            return None
        return (await self._blobs.get(part.sha256)).decode("utf-8", "replace")

    async def preview(self, part: AttachmentPart, edge_px: int) -> bytes | None:
        """A small PNG of a picture; ``None`` for anything else, or where it is damaged or gone."""
        if not part.is_image:
            return None
        try:
            data = await self.data(part)
        except BatonError:
            return None
        return await asyncio.to_thread(self._reader.preview, part, data, edge_px)

    async def preview_of(self, attachment: Attachment, edge_px: int) -> bytes | None:
        """The same of one that is not sent yet."""
        if attachment.data is None:
            return await self.preview(attachment.part, edge_px)
        return await asyncio.to_thread(self._reader.preview, attachment.part, attachment.data, edge_px)

    async def save(self, part: AttachmentPart, path: Path, data: bytes | None = None) -> None:
        """Write a file's bytes to ``path``; ``data`` where it is not kept yet. Raises ``UsageError``."""
        data = await self.data(part) if data is None else data
        try:
            await asyncio.to_thread(path.write_bytes, data)
        except OSError as fault:
            raise UsageError(
                tr("{path} cannot be written: {why}.", path=repr(str(path)), why=fault.strerror),
                remedy=tr("Choose another folder."),
            ) from fault


class Shelf:
    """The files of one turn's branch, each fetched once however often the model is asked."""

    def __init__(self, attachments: AttachmentService) -> None:
        self._attachments = attachments
        self._files = AttachedFiles()

    async def load(self, path: Sequence[Node], model: ModelInfo, extra: Sequence[Attachment] = ()) -> AttachedFiles:
        """What of the branch's files ``model`` is sent, and of ``extra``, which are not kept yet.

        One that is gone or damaged is left out and told so to the model; the conversation must not end with it.
        """
        held = {attachment.part.sha256: attachment for attachment in extra}
        texts, data = dict(self._files.texts), dict(self._files.data)
        for part in (part for node in path for part in node.message.attachments):
            wants_text, wants_data = needed(part, model)
            own = held.get(part.sha256)
            try:
                if wants_text and part.sha256 not in texts:
                    text = own.text if own is not None and own.data is not None else await self._attachments.text(part)
                    texts[part.sha256] = text or ""
                if wants_data and part.sha256 not in data:
                    in_hand = own.data if own is not None else None
                    data[part.sha256] = in_hand if in_hand is not None else await self._attachments.data(part)
            except BatonError:
                continue
        self._files = AttachedFiles(texts=texts, data=data)
        return self._files
