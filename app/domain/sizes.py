"""Sizes of memory as people read them."""

from __future__ import annotations

_UNITS = (("GiB", 1024**3), ("MiB", 1024**2), ("KiB", 1024))


def memory_words(size_bytes: int) -> str:
    """A size in units of 1,024, as memory is made: ``4.5 GiB``. Disks and downloads are counted in thousands."""
    for unit, size in _UNITS:
        if size_bytes >= size:
            return f"{size_bytes / size:.1f} {unit}" if unit == "GiB" else f"{size_bytes / size:.0f} {unit}"
    return f"{size_bytes} bytes"


def size_words(size_bytes: int) -> str:
    """A size in decimal units, as disks and downloads are sold: ``4.7 GB``."""
    size = float(size_bytes)
    for unit in ("bytes", "kB", "MB"):
        if size < 1_000:
            return f"{size:.0f} {unit}"
        size /= 1_000
    return f"{size:.1f} GB"
