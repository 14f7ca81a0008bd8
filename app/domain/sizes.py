"""Sizes of memory as people read them."""

from __future__ import annotations

from app.domain.language import plural

_UNITS = (("GiB", 1024**3), ("MiB", 1024**2), ("KiB", 1024))


def memory_words(size_bytes: int) -> str:
    """A size in units of 1,024, as memory is made: ``4.5 GiB``. Disks and downloads are counted in thousands."""
    for unit, size in _UNITS:
        if size_bytes >= size:
            return f"{size_bytes / size:.1f} {unit}" if unit == "GiB" else f"{size_bytes / size:.0f} {unit}"
    return plural("{count} byte", "{count} bytes", size_bytes)


def size_words(size_bytes: int) -> str:
    """A size in decimal units, as disks and downloads are sold: ``4.7 GB``."""
    size = float(size_bytes)
    if size < 1_000:
        return plural("{count} byte", "{count} bytes", size_bytes)
    for unit in ("kB", "MB"):
        size /= 1_000
        if size < 1_000:
            return f"{size:.0f} {unit}"
    return f"{size / 1_000:.1f} GB"
