"""Takes out of a picture's file what is not the picture: place, time, camera, names, edits, what lies behind its end.

Nothing is unpacked or packed anew: the parts of the file that draw it are copied as they are, and of its EXIF data the
orientation alone is written back. What is kept is listed, so that a part nobody knows of goes.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator

from app.domain.errors import UnsupportedError
from app.domain.language import tr

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs mDCV cLLI acTL fcTL fdAT".split()
)
_WEBP_KEPT = frozenset([b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"])
_WEBP_EXIF, _WEBP_XMP = 0x08, 0x04  # flags of VP8X
_GIF_KEPT_APPLICATIONS = (b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012")
_JPEG_MARKER = re.compile(b"\xff+([^\x00\xff\xd0-\xd7])")  # none of those within the data of a scan
_EXIF_HEAD = b"Exif\0\0"
_ORIENTATION = 0x0112


def without_metadata(data: bytes) -> bytes:
    """The same picture without its metadata; the very same bytes where it has none. Raises ``UnsupportedError``."""
    try:
        if data.startswith(_PNG):
            return _png(data)
        if data.startswith(b"\xff\xd8"):
            return _jpeg(data)
        if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
            return _webp(data)
        if data.startswith((b"GIF87a", b"GIF89a")):
            return _gif(data)
    except (ValueError, IndexError, struct.error):
        pass  # cut short, or its lengths contradict each other
    raise UnsupportedError(
        tr("A picture's metadata, such as where it was taken, cannot be taken out, so it is not sent."),
        remedy=tr("Save the picture anew as PNG or JPEG, or choose a model on this machine."),
    )


def _png(data: bytes) -> bytes:
    kept, orientation = [_PNG], 1
    at = len(_PNG)
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        kind, whole = data[at + 4 : at + 8], data[at : at + 12 + length]
        if len(whole) < 12 + length:
            raise ValueError("cut short")
        if kind == b"eXIf":
            orientation = _orientation(whole[8:-4])
        elif kind == b"IDAT" and orientation != 1:  # before what draws, where programs look for it
            kept.append(_png_chunk(b"eXIf", _turned(orientation)))
            orientation = 1
        if kind in _PNG_KEPT:
            kept.append(whole)
        at += len(whole)
        if kind == b"IEND":
            break
    if orientation != 1:  # it stood behind the picture
        kept.insert(-1, _png_chunk(b"eXIf", _turned(orientation)))
    return b"".join(kept)


def _png_chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _jpeg(data: bytes) -> bytes:
    kept, at, orientation = [b"\xff\xd8"], 2, 1
    turned_at = 1
    while (found := _JPEG_MARKER.search(data, at)) is not None:
        marker = found[1][0]
        if marker == 0xD9:  # what follows the picture's end is another picture, a film, or the tail of an older one
            break
        if marker == 0x01 or marker == 0xD8:
            at = found.end()
            continue
        (length,) = struct.unpack_from(">H", data, found.end())
        body = data[found.end() + 2 : found.end() + length]
        if length < 2 or len(body) != length - 2:
            raise ValueError("cut short")
        at = found.end() + length
        if marker == 0xE1 and body.startswith(_EXIF_HEAD) and orientation == 1:
            orientation = _orientation(body[len(_EXIF_HEAD) :])
        elif marker == 0xE0 and body.startswith(b"JFIF\0") and len(body) >= 14:
            kept.append(_jpeg_segment(marker, body[:12] + b"\0\0"))  # without the small picture it may hold
            turned_at = len(kept)
        elif marker == 0xE2 and body.startswith(b"ICC_PROFILE\0"):
            kept.append(_jpeg_segment(marker, body))
        elif marker == 0xEE and body.startswith(b"Adobe"):  # says how its colours are to be read
            kept.append(_jpeg_segment(marker, body[:12]))
        elif not (0xE0 <= marker <= 0xEF or marker == 0xFE):
            kept.append(_jpeg_segment(marker, body))
        if marker == 0xDA:
            end = _JPEG_MARKER.search(data, at)
            stop = len(data) if end is None else end.start()
            kept.append(data[at:stop])
            at = stop
    if orientation != 1:
        kept.insert(turned_at, _jpeg_segment(0xE1, _EXIF_HEAD + _turned(orientation)))
    return b"".join((*kept, b"\xff\xd9"))


def _jpeg_segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def _webp(data: bytes) -> bytes:
    kept: list[tuple[bytes, bytes]] = []
    orientation = 1
    for kind, body in _riff(data):
        if kind in _WEBP_KEPT:
            kept.append((kind, body))
        elif kind == b"EXIF":
            orientation = _orientation(body.removeprefix(_EXIF_HEAD))
    if not kept:
        raise ValueError("no picture")
    if kept[0][0] == b"VP8X":
        flags = kept[0][1][0] & ~(_WEBP_EXIF | _WEBP_XMP)
        if orientation != 1:
            flags |= _WEBP_EXIF
            kept.append((b"EXIF", _turned(orientation)))
        kept[0] = (b"VP8X", bytes([flags]) + kept[0][1][1:])
    chunks = b"".join(
        kind + struct.pack("<I", len(body)) + body + (b"\0" if len(body) % 2 else b"") for kind, body in kept
    )
    return b"RIFF" + struct.pack("<I", len(chunks) + 4) + b"WEBP" + chunks


def _riff(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    (size,) = struct.unpack_from("<I", data, 4)
    at, end = 12, min(len(data), size + 8)
    while at + 8 <= end:
        (length,) = struct.unpack_from("<I", data, at + 4)
        body = data[at + 8 : at + 8 + length]
        if len(body) != length:
            raise ValueError("cut short")
        yield data[at : at + 4], body
        at += 8 + length + length % 2


def _gif(data: bytes) -> bytes:
    at = 13 + _gif_table(data[10])
    kept = [data[:at]]
    while data[at] != 0x3B:
        start = at
        match data[at]:
            case 0x2C:
                at = _gif_end(data, at + 10 + _gif_table(data[at + 9]) + 1)
                kept.append(data[start:at])
            case 0x21:
                label, name = data[at + 1], data[at + 3 : at + 14]
                at = _gif_end(data, at + 2)
                is_comment = label == 0xFE or (label == 0xFF and name not in _GIF_KEPT_APPLICATIONS)
                if not is_comment:
                    kept.append(data[start:at])
            case _:
                raise ValueError("no block")
        if at >= len(data):
            break
    return b"".join((*kept, b"\x3b"))


def _gif_table(flags: int) -> int:
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _gif_end(data: bytes, at: int) -> int:
    """Where the blocks that begin at ``at`` end."""
    while at < len(data) and data[at] != 0:
        at += 1 + data[at]
    return at + 1


def _orientation(exif: bytes) -> int:
    """How a picture is to be turned, 1 to 8 as EXIF counts; 1 (not at all) where nothing readable says so."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(exif[:4])
    if order is None:
        return 1
    try:
        (first,) = struct.unpack_from(f"{order}I", exif, 4)
        (count,) = struct.unpack_from(f"{order}H", exif, first)
        for number in range(count):
            tag, kind, _, value = struct.unpack_from(f"{order}HHIH", exif, first + 2 + 12 * number)
            if tag == _ORIENTATION and kind == 3:
                return value if 1 <= value <= 8 else 1
    except struct.error:
        pass
    return 1


def _turned(orientation: int) -> bytes:
    """EXIF data that says nothing but the orientation."""
    return b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, _ORIENTATION, 3, 1, orientation, 0, 0)
