"""Pictures as they leave this machine: without where, when and with what they were taken. What is kept stays as it is.

Remembers what it did to a picture by the hash of its bytes, as a chat's pictures are sent again with every message.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from threading import Lock

from app.domain.messages import AttachmentPart, Part
from app.domain.requests import ChatRequest

_KEPT_BYTES = 64_000_000


class PictureStripper:
    """``without_metadata`` does the work on one picture's bytes. Blocks; safe to use from several threads."""

    def __init__(self, without_metadata: Callable[[bytes], bytes]) -> None:
        self._without_metadata = without_metadata
        self._lock = Lock()
        self._known: OrderedDict[str, tuple[str, bytes | None]] = OrderedDict()  # None: it had no metadata
        self._bytes = 0

    def stripped(self, request: ChatRequest) -> tuple[ChatRequest, tuple[str, ...]]:
        """The request with bare pictures, and the hashes of those that had metadata, as they are sent.

        Raises ``UnsupportedError`` where a picture's metadata cannot be taken out.
        """
        blobs = dict(request.blobs)
        done: dict[str, None] = {}

        def bare(part: Part) -> Part:
            if not isinstance(part, AttachmentPart) or not part.is_image or part.sha256 not in request.blobs:
                return part
            name, data = self._bare(part.sha256, request.blobs[part.sha256])
            if data is None:
                return part
            blobs.pop(part.sha256, None)
            blobs[name] = data
            done[name] = None
            return replace(part, sha256=name, size_bytes=len(data))

        messages = tuple(
            replace(message, parts=tuple(bare(part) for part in message.parts)) if message.attachments else message
            for message in request.messages
        )
        return (replace(request, messages=messages, blobs=blobs), tuple(done)) if done else (request, ())

    def _bare(self, name: str, data: bytes) -> tuple[str, bytes | None]:
        with self._lock:
            if (known := self._known.get(name)) is not None:
                self._known.move_to_end(name)
                return known
        bare = self._without_metadata(data)
        made = (name, None) if bare == data else (hashlib.sha256(bare).hexdigest(), bare)
        with self._lock:
            if name not in self._known:
                self._known[name] = made
                self._bytes += len(made[1] or b"")
                while self._bytes > _KEPT_BYTES and len(self._known) > 1:
                    _, (_, old) = self._known.popitem(last=False)
                    self._bytes -= len(old or b"")
        return made
