"""Text that is safe to look at (control and invisible characters are shown, never obeyed), and waits as words."""

from __future__ import annotations

import math
import unicodedata

_KEPT = frozenset("\n\t")
_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})


def visible(text: str) -> str:
    """``text`` with every character that could deceive the eye or a terminal written as ``⟨U+XXXX⟩``.

    Those are control and format characters (escape sequences, direction overrides, zero-width joiners), lone
    surrogates, private-use characters, and spaces that are not the plain one; line breaks and tabs stay.
    """
    return "".join(character if _is_plain(character) else f"⟨U+{ord(character):04X}⟩" for character in text)


def wait_words(seconds: float) -> str:
    """How long to wait, as people say it: ``40 s``, ``12 min``, ``5 hours``, ``3 days``; never too short."""
    if seconds < 120:
        return f"{seconds:.0f} s"
    if seconds < 2 * 3600:
        return f"{math.ceil(seconds / 60)} min"
    return f"{math.ceil(seconds / 3600)} hours" if seconds < 2 * 86_400 else f"{math.ceil(seconds / 86_400)} days"


def _is_plain(character: str) -> bool:
    if character.isascii():
        return " " <= character <= "~" or character in _KEPT
    category = unicodedata.category(character)
    return category not in _HIDDEN_CATEGORIES and category != "Zs"
