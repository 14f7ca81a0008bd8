"""Files to attach, made as programs make them: pictures, PDFs with and without text, locked, broken."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Sequence

from PIL import Image
from PIL.PngImagePlugin import PngInfo


def picture(
    width: int = 64, height: int = 48, *, form: str = "PNG", colour: str = "orange", noise: bool = False
) -> bytes:
    """A picture in ``form``; with ``noise`` it does not pack well."""
    if noise:
        image = Image.effect_noise((width, height), 90).convert("RGB")
    else:
        image = Image.new("RGB", (width, height), colour)
    out = io.BytesIO()
    image.save(out, form)
    return out.getvalue()


def png_header(width: int, height: int) -> bytes:
    """A PNG of so many pixels whose data is next to nothing: what unpacks into gigabytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(bytes(1000), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def pdf(pages: Sequence[str] = ("Hello from a page.",), *, encrypted: bool = False) -> bytes:
    """A PDF of one text a page; an empty one makes a page without text. ``encrypted``: it cannot be opened."""
    objects: list[bytes] = []

    def add(body: bytes) -> int:
        objects.append(body)
        return len(objects)

    catalog, tree = add(b""), add(b"")
    font = add(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    kids = []
    for text in pages:
        escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("latin-1")
        drawn = b"BT /F1 12 Tf 40 700 Td (" + escaped + b") Tj ET" if text else b"0 0 10 10 re f"
        stream = add(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
        kids.append(
            add(
                b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 612 792] /Contents %d 0 R"
                b" /Resources << /Font << /F1 %d 0 R >> >> >>" % (tree, stream, font)
            )
        )
    objects[catalog - 1] = b"<< /Type /Catalog /Pages %d 0 R >>" % tree
    references = b" ".join(b"%d 0 R" % kid for kid in kids)
    objects[tree - 1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), references)
    trailer = b"/Root %d 0 R" % catalog
    if encrypted:
        lock = add(b"<< /Filter /Standard /V 1 /R 2 /P -44 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b"> >>")
        trailer += b" /Encrypt %d 0 R /ID [<%s> <%s>]" % (lock, b"11" * 16, b"11" * 16)
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += b"trailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(out)


PLACE = b"SECRET-PLACE"
"""Stands in all that :func:`told_picture` says beside the picture."""


def told_picture(form: str, *, orientation: int = 1) -> bytes:
    """A picture that says where and by whom it was taken, in every way its form has; GIF has no orientation."""
    image = Image.effect_noise((24, 16), 90).convert("RGB")
    exif = image.getexif()
    exif[0x0112] = orientation
    exif[0x010F] = PLACE.decode()
    exif.get_ifd(0x8825)[0x1D] = PLACE.decode()  # GPS
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + PLACE + b"</x:xmpmeta>"
    out = io.BytesIO()
    match form:
        case "JPEG":
            image.save(out, form, exif=exif, xmp=xmp, comment=PLACE, progressive=True, icc_profile=b"profile")
            data = out.getvalue()
            iptc = b"Photoshop 3.0\0" + PLACE
            segment = b"\xff\xed" + struct.pack(">H", len(iptc) + 2) + iptc
            return data[:2] + segment + data[2:] + b"behind the end: " + PLACE
        case "PNG":
            info = PngInfo()
            info.add_text("Comment", PLACE.decode())
            info.add_itxt("XML:com.adobe.xmp", xmp.decode())
            image.save(out, form, exif=exif, pnginfo=info)
            return out.getvalue() + PLACE
        case "WEBP":
            image.save(out, form, exif=exif, xmp=xmp, lossless=True)
        case "GIF":
            frames = [image, Image.new("RGB", image.size, "red")]
            frames[0].save(out, form, save_all=True, append_images=frames[1:], loop=0, duration=40, comment=PLACE)
            block = b"\x21\xff\x0bXMP DataXMP" + bytes([len(PLACE)]) + PLACE + b"\0"
            return out.getvalue()[:-1] + block + b"\x3b" + PLACE
    return out.getvalue()
