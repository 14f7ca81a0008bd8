"""Fuzzy matching of what was typed against titles; plain text in, scores out, no Qt."""

from __future__ import annotations

_WORD_START = 8.0
_RUN = 5.0
_EXACT = 40.0


def score(typed: str, text: str) -> float | None:
    """How well ``typed`` fits ``text``, higher is better; ``None`` where its letters do not all occur, in order.

    Every word of ``typed`` must be found, in any order. Whole words beat word beginnings, which beat scattered letters.
    """
    target = text.casefold()
    total = 0.0
    for word in typed.casefold().split():
        found = _word(word, target)
        if found is None:
            return None
        total += found
    return total - len(target) * 0.05


def _word(word: str, target: str) -> float | None:
    at = target.find(word)
    if at >= 0:
        starts = at == 0 or not target[at - 1].isalnum()
        return _EXACT + len(word) * _RUN + (_WORD_START if starts else 0.0) - at * 0.05
    if len(word) < 2:
        return None
    value, position, previous = 0.0, 0, -2
    for letter in word:
        position = target.find(letter, position)
        if position < 0:
            return None
        if position == previous + 1:
            value += _RUN
        elif position == 0 or not target[position - 1].isalnum():
            value += _WORD_START
        else:
            value -= 1.0
        previous, position = position, position + 1
    # Letters strewn over a long text are chance, not a match.
    return value if value > len(word) * 2.5 else None
