"""Sizes of memory as people read them."""

from __future__ import annotations

from app.domain.language import plural
from app.domain.numerals import number

_UNITS = (("GiB", 1024**3), ("MiB", 1024**2), ("KiB", 1024))


def memory_words(size_bytes: int) -> str:
    """A size in units of 1,024, as memory is made: ``4.5 GiB``. Disks and downloads are counted in thousands."""
    for unit, size in _UNITS:
        if size_bytes >= size:
            return f"{number(size_bytes / size, 1 if unit == 'GiB' else 0)} {unit}"
    return plural("{count} byte", "{count} bytes", size_bytes)


def size_words(size_bytes: int) -> str:
    """A size in decimal units, as disks and downloads are sold: ``4.7 GB``."""
    if size_bytes < 1_000:
        return plural("{count} byte", "{count} bytes", size_bytes)
    size = float(size_bytes)
    for unit in ("kB", "MB"):
        size /= 1_000
        if size < 1_000:
            return f"{number(size)} {unit}"
    return f"{number(size / 1_000, 1)} GB"
