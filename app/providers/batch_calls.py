"""What both vendors' batch interfaces ask of their provider: a call that answers JSON, and a download of JSON lines.

The words for what becomes of a request in a batch are here too, so that both say the same.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping
from typing import Protocol

from app.domain.language import marked

EXPIRED = marked(
    "The vendor did not answer this line within the time a batch has. Go on with --resume to send it again."
)
CANCELLED = marked("The batch was cancelled before this line was answered.")


class Calls(Protocol):
    """A provider's way to its vendor, errors mapped."""

    async def call(
        self,
        method: str,
        path: str,
        *,
        content: bytes | None = None,
        params: Mapping[str, object] | None = None,
        upload: bytes | None = None,
    ) -> Mapping[str, object]:
        """The object that the vendor answers with. ``upload``: a file of lines, for a batch."""
        ...

    def lines(self, path: str) -> AsyncGenerator[Mapping[str, object]]:
        """The objects of a file of lines."""
        ...
