"""Files given along with a message: what was read of one, its limits, its name as people and models may see it.

Owns the values and the rules about names; refuses to open anything.
"""

from __future__ import annotations

import dataclasses
import hashlib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.errors import UsageError
from app.domain.language import plural, tr
from app.domain.messages import AttachmentPart

IMAGE_BYTES = 20_000_000
PDF_BYTES = 32_000_000
TEXT_BYTES = 10_000_000
LARGEST_BYTES = max(IMAGE_BYTES, PDF_BYTES, TEXT_BYTES)
IMAGE_PIXELS = 100_000_000
"""A picture beyond this is not unpacked: what it takes in memory has nothing to do with the size of its file."""

PDF_TEXT_CHARS = 4_000_000
"""Of a PDF's text at most so many characters are read: about a million tokens."""

MOST_ATTACHMENTS = 20
"""With one message."""

NAME_CHARS = 120


@dataclass(frozen=True, kw_only=True, slots=True)
class Attachment:
    """A file to be sent: ``data`` are its bytes and ``text`` what was read out of it, both ``None`` where it is stored.

    ``notes`` are sentences about what was done to it or could not be (scaled down, no text in it).
    """

    part: AttachmentPart
    data: bytes | None = None
    text: str | None = None
    notes: tuple[str, ...] = ()

    @classmethod
    def stored(cls, part: AttachmentPart) -> Attachment:
        """One that an earlier message has already."""
        return cls(part=part)

    @classmethod
    def of_text(
        cls, name: str, text: str, *, media_type: str = "text/plain", data: bytes | None = None, note: str = ""
    ) -> Attachment:
        """A text; ``data`` are the bytes it was read from, where those are no UTF-8."""
        utf8 = text.encode("utf-8", "replace")
        whole = utf8 if data is None else data
        part = AttachmentPart(
            name=shown_name(name),
            media_type=media_type,
            sha256=hashlib.sha256(whole).hexdigest(),
            size_bytes=len(whole),
            text_sha256=None if whole == utf8 else hashlib.sha256(utf8).hexdigest(),
            chars=len(text),
        )
        return cls(part=part, data=whole, text=text, notes=(note,) if note else ())

    def named(self, name: str) -> Attachment:
        """The same under another name."""
        return dataclasses.replace(self, part=dataclasses.replace(self.part, name=name))


def shown_name(name: str) -> str:
    """A file's name without what could deceive the eye or a terminal, at most :data:`NAME_CHARS` long.

    Its end, which says what it is, is kept where the middle must go.
    """
    plain = "".join("_" if _is_deceiving(character) else character for character in name).strip()
    if not plain.strip("._ "):
        return "file"
    if len(plain) <= NAME_CHARS:
        return plain
    tail = 24
    return f"{plain[: NAME_CHARS - tail - 1]}…{plain[-tail:]}"


def distinct(attachments: Sequence[Attachment]) -> list[Attachment]:
    """The same files, those that share a name told apart: ``report (2).pdf``."""
    taken: set[str] = set()
    told: list[Attachment] = []
    for attachment in attachments:
        name, number = attachment.part.name, 1
        while name.casefold() in taken:
            number += 1
            stem, dot, ending = attachment.part.name.rpartition(".")
            name = f"{stem} ({number}).{ending}" if dot and stem else f"{attachment.part.name} ({number})"
        taken.add(name.casefold())
        told.append(attachment if name == attachment.part.name else attachment.named(name))
    return told


def check_count(count: int) -> None:
    """Raises :class:`UsageError` for more files than go with one message."""
    if count > MOST_ATTACHMENTS:
        raise UsageError(
            plural(
                "{count} file is more than goes with one message.",
                "{count} files are more than go with one message.",
                count,
            ),
            remedy=tr("Attach at most {most}.", most=MOST_ATTACHMENTS),
        )


def _is_deceiving(character: str) -> bool:
    return character in "/\\" or unicodedata.category(character) in {"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"}
