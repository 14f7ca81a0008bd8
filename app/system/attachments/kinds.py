"""What a file is, told by its first bytes and never by its name alone. Decodes nothing."""

from __future__ import annotations

from enum import StrEnum
from mimetypes import MimeTypes
from pathlib import PurePath

from app.domain.language import marked

PDF_BEGINNING = 1_024
"""A PDF's mark may stand after some bytes of something else, as far as readers look."""

_MIME_TYPES = MimeTypes()  # Python's own table; the machine's would make the same file something else elsewhere
_TEXT_APPLICATIONS = frozenset({"application/json", "application/javascript", "application/xml", "application/toml"})

_PICTURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)
_OTHERS = (
    (b"PK\x03\x04", marked("a ZIP archive, or an Office document")),
    (b"PK\x05\x06", marked("a ZIP archive")),
    (b"\x1f\x8b", marked("a gzip archive")),
    (b"BZh", marked("a bzip2 archive")),
    (b"\xfd7zXZ\x00", marked("an xz archive")),
    (b"7z\xbc\xaf\x27\x1c", marked("a 7-Zip archive")),
    (b"Rar!\x1a\x07", marked("a RAR archive")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", marked("an old Office document")),
    (b"\x7fELF", marked("a program")),
    (b"MZ\x90\x00", marked("a program")),
    (b"SQLite format 3\x00", marked("an SQLite database")),
    (b"OggS", marked("a sound or a film")),
    (b"ID3", marked("a sound")),
    (b"fLaC", marked("a sound")),
    (b"GGUF", marked("a model file")),
)


class Kind(StrEnum):
    """What Baton does with a file."""

    IMAGE = "image"
    PDF = "pdf"
    OTHER = "other"  # binary, and nothing that models take
    TEXT = "text"  # or nothing that is known by its beginning


def kind_of(head: bytes) -> tuple[Kind, str]:
    """The kind of a file that begins with ``head``, and its media type or, for ``OTHER``, what it is in words."""
    for mark, media_type in _PICTURES:
        if head.startswith(mark) and (mark != b"BM" or _is_bitmap(head)):
            return Kind.IMAGE, media_type
    if head[:4] == b"RIFF":
        return (Kind.IMAGE, "image/webp") if head[8:12] == b"WEBP" else (Kind.OTHER, marked("a sound or a film"))
    if head[4:8] == b"ftyp":
        brand = head[8:12]
        if brand in (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"heim", b"heis"):
            return Kind.OTHER, marked("a HEIC picture, which models do not take")
        return Kind.OTHER, marked("an AVIF picture, which models do not take") if brand == b"avif" else marked("a film")
    if b"%PDF-" in head[:PDF_BEGINNING]:
        return Kind.PDF, "application/pdf"
    for mark, words in _OTHERS:
        if head.startswith(mark):
            return Kind.OTHER, words
    return Kind.TEXT, "text/plain"


def _is_bitmap(head: bytes) -> bool:
    """Two letters are a thin mark: a bitmap also tells how long its header is."""
    return len(head) >= 18 and int.from_bytes(head[14:18], "little") in (12, 40, 52, 56, 64, 108, 124)


def text_type(name: str) -> str:
    """The media type of a text by its name: ``text/x-python`` for ``x.py``, ``text/plain`` where nothing fits."""
    guessed, packed = _MIME_TYPES.guess_type(PurePath(name).name.lower())
    if guessed is None or packed is not None:
        return "text/plain"
    return guessed if guessed.startswith("text/") or guessed in _TEXT_APPLICATIONS else "text/plain"
