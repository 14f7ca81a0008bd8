"""Bytes as text: which encoding they are in, and whether they are text at all. Guesses one-byte encodings last."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

_BOMS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_LOOKED_AT = 65_536
_CONTROLS = frozenset(chr(code) for code in range(32)) - set("\t\n\r\f\b\x1b")
_MOST_CONTROLS = 0.002  # of the letters: a stray one happens in logs, a program is full of them
_WIDE_SHARE = 0.5


@dataclass(frozen=True, kw_only=True, slots=True)
class Decoded:
    """A text and the name of the encoding it was in; ``is_utf8``: the bytes are the text's own."""

    text: str
    encoding: str
    is_utf8: bool = False


def decode(data: bytes) -> Decoded | None:
    """``data`` as text, or ``None`` where it is none. Line ends stay as they are; a byte order mark goes."""
    for mark, codec, title in _BOMS:
        if data.startswith(mark):
            try:
                text = data[len(mark) :].decode(codec) if codec == "utf-8" else data.decode(codec)
            except UnicodeDecodeError:
                break
            return _if_text(Decoded(text=text, encoding=title))
    try:
        return _if_text(Decoded(text=data.decode("utf-8"), encoding="UTF-8", is_utf8=True))
    except UnicodeDecodeError:
        pass
    if b"\x00" in data[:_LOOKED_AT]:
        return None
    try:
        text, title = data.decode("cp1252"), "Windows-1252"
    except UnicodeDecodeError:
        text, title = data.decode("latin-1"), "Latin-1"
    return _if_text(Decoded(text=text, encoding=title))


def _if_text(decoded: Decoded) -> Decoded | None:
    """``decoded``, unless what came out is no text; NUL bytes may mean UTF-16 without its mark."""
    head = decoded.text[:_LOOKED_AT]
    if "\x00" in decoded.text:
        return _wide(decoded.text.encode("utf-8")) if decoded.is_utf8 else None
    strange = sum(character in _CONTROLS or "\x80" <= character <= "\x9f" for character in head)
    return decoded if strange <= len(head) * _MOST_CONTROLS else None


def _wide(data: bytes) -> Decoded | None:
    """UTF-16 without a byte order mark: in text of Latin letters every second byte is 0."""
    head = data[: _LOOKED_AT - _LOOKED_AT % 2]
    if len(data) % 2 or not head:
        return None
    for codec, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        if zeros.count(0) / len(zeros) >= _WIDE_SHARE:
            try:
                text = data.decode(codec)
            except UnicodeDecodeError:
                continue
            if "\x00" not in text:
                return _if_text(Decoded(text=text, encoding="UTF-16"))
    return None
