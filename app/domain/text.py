"""Text that is safe to look at (control and invisible characters are shown, never obeyed), and waits as words."""

from __future__ import annotations

import math
import unicodedata

_KEPT = frozenset("\n\t")
_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
# Letters, marks and symbols that show as nothing: fillers, joiners, the empty Braille cell, selectors of a variant.
_BLANK = frozenset(
    map(chr, (0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x1810), 0x2800, 0x3164, 0xFFA0))
) | frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
_SELECTORS = frozenset("\ufe0e\ufe0f")  # how an emoji is drawn


def visible(text: str) -> str:
    """``text`` with every character that could deceive the eye or a terminal written as ``⟨U+XXXX⟩``.

    Those are control and format characters (escape sequences, direction overrides, zero-width joiners), lone
    surrogates, private-use characters, letters that show as nothing, and spaces that are not the plain one; line
    breaks and tabs stay.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        character if _is_plain(character, before) else f"⟨U+{ord(character):04X}⟩"
        for before, character in zip(" " + text, text, strict=False)
    )


def wait_words(seconds: float) -> str:
    """How long to wait, as people say it: ``40 s``, ``12 min``, ``5 hours``, ``3 days``; never too short."""
    if seconds < 120:
        return f"{seconds:.0f} s"
    if seconds < 2 * 3600:
        return f"{math.ceil(seconds / 60)} min"
    return f"{math.ceil(seconds / 3600)} hours" if seconds < 2 * 86_400 else f"{math.ceil(seconds / 86_400)} days"


def _is_plain(character: str, before: str) -> bool:
    if character.isascii():
        return " " <= character <= "~" or character in _KEPT
    if character in _BLANK:
        return character in _SELECTORS and unicodedata.category(before) == "So"
    category = unicodedata.category(character)
    return category not in _HIDDEN_CATEGORIES and category != "Zs"
