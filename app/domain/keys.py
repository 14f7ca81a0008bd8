"""What can be a key at all. Keeps none and shows none."""

from __future__ import annotations

_LONGEST = 4096


def is_key(text: str) -> bool:
    """Whether ``text``, without blanks around it, could be a vendor's key: one word of printable ASCII."""
    return 0 < len(text) <= _LONGEST and text.isascii() and text.isprintable() and " " not in text
