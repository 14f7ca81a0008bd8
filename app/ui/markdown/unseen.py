"""Makes characters visible that a reader cannot see but a machine obeys. Owns that list; refuses to change a value."""

from __future__ import annotations

import re
import unicodedata

# Explicit directional controls: they reorder what is read without changing what is run ("Trojan Source").
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_INVISIBLE_LETTERS = frozenset("\u115f\u1160\u3164\uffa0\u2800\u034f")
_PLAIN_SPACES = frozenset(" \n\t")


def mark_direction(text: str) -> str:
    """``text`` with directional overrides and control characters written out; right for messages and code."""
    return _CONTROL.sub(_named, _DIRECTION.sub(_named, text))


def mark_unseen(text: str) -> str:
    """``text`` with everything that cannot be seen written out as ``⟨U+202E⟩``; right for values that will be sent.

    That is control, format, private and unassigned characters, spaces that are no plain space, letters drawn as
    nothing, and plain spaces at either end.
    """
    marked = "".join(_named_character(character) if is_unseen(character) else character for character in text)
    body = marked.strip(" ")
    if not body:
        return "⟨space⟩" * len(marked)
    start = len(marked) - len(marked.lstrip(" "))
    end = len(marked) - len(marked.rstrip(" "))
    return "⟨space⟩" * start + body + "⟨space⟩" * end


def is_unseen(character: str) -> bool:
    """Whether a reader could not see this character, or would take it for another."""
    if character in _PLAIN_SPACES:
        return False
    if character in _INVISIBLE_LETTERS:
        return True
    return unicodedata.category(character) in ("Cc", "Cf", "Co", "Cs", "Cn", "Zs", "Zl", "Zp")


def has_unseen(text: str) -> bool:
    """Whether :func:`mark_unseen` would change ``text``."""
    return text != text.strip(" ") or any(is_unseen(character) for character in text)


def _named(match: re.Match[str]) -> str:
    return _named_character(match.group())


def _named_character(character: str) -> str:
    return f"⟨U+{ord(character):04X}⟩"
