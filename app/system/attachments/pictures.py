"""Pictures: checked, and made small enough for every vendor where they are not. Unpacks none beyond a known size.

What vendors take at the time of writing: Anthropic 8,000 pixels a side and 5 MB of Base64, which is 3.75 MB of
picture; Bedrock 8,000 pixels and 3.75 MB; OpenAI scales down itself. All take PNG, JPEG, GIF and WebP alone.
"""

from __future__ import annotations

import io
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PIL import Image, ImageOps

from app.domain.attachments import IMAGE_PIXELS
from app.domain.errors import UsageError
from app.domain.language import tr
from app.domain.numerals import number

SIDE_PX = 8_000
SENT_BYTES = 3_700_000
SCALED_PX = 2_048  # vendors scale what is larger down to this or less before a model sees it
_TAKEN = {"PNG": "image/png", "JPEG": "image/jpeg", "GIF": "image/gif", "WEBP": "image/webp"}
_READ = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF")
# What the library's decoders raise for broken files.
_BROKEN = (
    *(OSError, ValueError, TypeError, SyntaxError, LookupError, EOFError, MemoryError, ArithmeticError),
    struct.error,
)
_QUALITIES = (90, 80, 65, 50)

Image.MAX_IMAGE_PIXELS = None  # the limit is checked here, with words of our own
warnings.filterwarnings("ignore", module=r"PIL\.")  # about files that are slightly wrong


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture:
    """A picture as it is sent; ``note`` says what was done to it."""

    data: bytes
    media_type: str
    width: int
    height: int
    note: str = ""


def prepared(name: str, data: bytes) -> Picture:
    """The picture in ``data``, as it is where vendors take it so. Raises :class:`UsageError`."""
    with _opened(name, data) as image:
        width, height = image.size
        if width * height > IMAGE_PIXELS:
            raise UsageError(
                tr(
                    "{name} is {width} x {height} pixels, more than Baton unpacks.",
                    name=repr(name),
                    width=number(width),
                    height=number(height),
                ),
                remedy=tr("Save it with at most {count} million pixels.", count=IMAGE_PIXELS // 1_000_000),
            )
        media_type = _TAKEN.get(image.format or "")
        fits = max(width, height) <= SIDE_PX and len(data) <= SENT_BYTES
        if fits and media_type is not None:
            image.draft("RGB", (64, 64))  # a JPEG is read through, but at a fraction of the work
            image.load()  # the first picture of an animation; a file cut short is found here
            return Picture(data=data, media_type=media_type, width=width, height=height)
        return _converted(image, reencode_only=fits)


def preview(data: bytes, edge_px: int) -> bytes | None:
    """A PNG of the picture, at most ``edge_px`` on either side; ``None`` where it cannot be read."""
    try:
        with _opened("", data) as image:
            if image.size[0] * image.size[1] > IMAGE_PIXELS:
                return None
            image.draft("RGB", (edge_px, edge_px))
            small = ImageOps.exif_transpose(image)
            small.thumbnail((edge_px, edge_px))
            return _written(small.convert("RGBA" if _is_clear(small) else "RGB"), "PNG")
    except UsageError:
        return None


def _converted(image: Image.Image, *, reencode_only: bool) -> Picture:
    before = image.size
    edge = max(before) if reencode_only else SCALED_PX
    if edge < max(before):
        image.draft("RGB", (edge, edge))
    upright = ImageOps.exif_transpose(image)
    upright.thumbnail((edge, edge))
    done = upright.convert("RGBA" if _is_clear(upright) else "RGB")
    data, media_type = _written(done, "PNG"), "image/png"
    if len(data) > SENT_BYTES:
        flat = Image.new("RGB", done.size, "white")
        flat.paste(done, mask=done.getchannel("A") if done.mode == "RGBA" else None)
        media_type = "image/jpeg"
        for quality in _QUALITIES:
            data = _written(flat, "JPEG", quality=quality)
            if len(data) <= SENT_BYTES:
                break
    width, height = done.size
    if reencode_only:
        note = tr(
            "Changed from {format} to {media_type}, which models take.",
            format=image.format,
            media_type=media_type.removeprefix("image/").upper(),
        )
    else:
        note = tr(
            "Made smaller, from {old_width} x {old_height} to {width} x {height} pixels, for models to take.",
            old_width=number(before[0]),
            old_height=number(before[1]),
            width=number(width),
            height=number(height),
        )
    return Picture(data=data, media_type=media_type, width=width, height=height, note=note)


def _written(image: Image.Image, form: str, **options: int) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def _is_clear(image: Image.Image) -> bool:
    return "A" in image.getbands() or "transparency" in image.info


@contextmanager
def _opened(name: str, data: bytes) -> Iterator[Image.Image]:
    """The picture, its header read; whatever goes wrong with it, now or later inside, becomes a :class:`UsageError`."""
    try:
        with Image.open(io.BytesIO(data), formats=_READ) as image:
            yield image
    except UsageError:
        raise
    except (
        OSError,
        ValueError,
        TypeError,
        SyntaxError,
        LookupError,
        EOFError,
        MemoryError,
        ArithmeticError,
        struct.error,
    ):
        # What the library's decoders raise for broken files.
        raise _damaged(name) from None


def _damaged(name: str) -> UsageError:
    return UsageError(
        tr("{name} is a damaged picture.", name=repr(name)), remedy=tr("Save it anew, or attach another one.")
    )
