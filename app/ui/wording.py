"""Numbers, sizes, money and times as people read them; plain functions, no Qt."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from app.domain.sizes import size_words as size_words
from app.domain.switching import title_of, value_words


def short_count(count: int) -> str:
    """``950``, ``2.1k``, ``200k``, ``1.05M``."""
    if count < 1_000:
        return str(count)
    if count < 1_000_000:
        thousands = count / 1_000
        return f"{thousands:.1f}k".replace(".0k", "k") if thousands < 99.95 else f"{thousands:.0f}k"
    return f"{count / 1_000_000:.2f}M".replace(".00M", "M")


def breakable(name: str) -> str:
    """A long name that may be broken over lines behind its hyphens and slashes (by U+200B)."""
    return re.sub(r"([-/])(?=\w)", "\\1\u200b", name)


def money_words(usd: float) -> str:
    """US dollars, with enough digits for a cheap request: ``$0.0042``, ``$1.20``."""
    if usd == 0:
        return "$0"
    if usd < 0.0001:
        return "under $0.0001"
    return f"${usd:.4f}" if usd < 0.1 else f"${usd:,.2f}"


def parameter_words(parameters: Mapping[str, object]) -> str:
    """Parameters with their values on one line: ``Temperature 0.2, Longest answer 4,096``."""
    return ", ".join(f"{title_of(name)} {value_words(value)}" for name, value in parameters.items())


def day_group(moment: datetime, now: datetime) -> str:
    """The heading a conversation last changed at ``moment`` stands under. Both times carry a time zone."""
    days = (now.astimezone().date() - moment.astimezone().date()).days
    if days <= 0:
        return "Today"
    if days == 1:
        return "Yesterday"
    if days <= 7:
        return "Previous 7 days"
    return "Older"


def duration_words(seconds: float) -> str:
    """``0.8 s``, ``12 s``, ``3 min 5 s``."""
    if seconds < 10:
        return f"{seconds:.1f} s"
    if seconds < 60:
        return f"{seconds:.0f} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s"
