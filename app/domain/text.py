"""Making text safe to look at: control, direction and invisible characters are shown, never obeyed."""

from __future__ import annotations

import unicodedata

_KEPT = frozenset("\n\t")
_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})


def visible(text: str) -> str:
    """``text`` with every character that could deceive the eye or a terminal written as ``⟨U+XXXX⟩``.

    Those are control and format characters (escape sequences, direction overrides, zero-width joiners), lone
    surrogates, private-use characters, and spaces that are not the plain one; line breaks and tabs stay.
    """
    return "".join(character if _is_plain(character) else f"⟨U+{ord(character):04X}⟩" for character in text)


def _is_plain(character: str) -> bool:
    if character.isascii():
        return " " <= character <= "~" or character in _KEPT
    category = unicodedata.category(character)
    return category not in _HIDDEN_CATEGORIES and category != "Zs"
