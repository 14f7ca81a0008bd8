"""Text that is safe to look at (control and invisible characters are shown, never obeyed), and waits as words."""

from __future__ import annotations

import math
import unicodedata

from app.domain.language import plural, tr
from app.domain.numerals import number

_KEPT = frozenset("\n\t")
_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
_BLANK = frozenset(
    (
        0x034F,  # the combining grapheme joiner
        *range(0x115F, 0x1161),  # Hangul's fillers
        *range(0x17B4, 0x17B6),  # Khmer's inherent vowels
        *range(0x180B, 0x1810),  # Mongolian's variation selectors
        0x2065,  # reserved to be invisible, as are the last two rows
        0x2800,  # Braille's blank, which is no space to Unicode
        0x3164,
        *range(0xFE00, 0xFE0F),  # variation selectors; the sixteenth stands in many an emoji
        0xFFA0,
        *range(0xFFF0, 0xFFF9),
        *range(0xE0000, 0xE1000),
    )
)
"""Letters, marks and symbols that show nothing (Unicode's Default_Ignorable_Code_Point, and what is drawn blank)."""
_EMOJI_SELECTOR = "\ufe0f"


def visible(text: str) -> str:
    """``text`` with every character that could deceive the eye or a terminal written as ``⟨U+XXXX⟩``.

    Those are control and format characters (escape sequences, direction overrides, zero-width joiners), lone
    surrogates, private-use characters, letters that show nothing, and spaces that are not the plain one; line breaks
    and tabs stay, and what makes a symbol an emoji.
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
        return tr("{seconds} s", seconds=number(seconds))
    if seconds < 2 * 3600:
        return tr("{minutes} min", minutes=math.ceil(seconds / 60))
    if seconds < 2 * 86_400:
        return plural("{count} hour", "{count} hours", math.ceil(seconds / 3600))
    return plural("{count} day", "{count} days", math.ceil(seconds / 86_400))


def _is_plain(character: str, before: str) -> bool:
    if character.isascii():
        return " " <= character <= "~" or character in _KEPT
    if character == _EMOJI_SELECTOR:
        return unicodedata.category(before) == "So"
    if ord(character) in _BLANK:
        return False
    category = unicodedata.category(character)
    return category not in _HIDDEN_CATEGORIES and category != "Zs"
