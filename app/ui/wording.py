"""Numbers, sizes, money and times as people read them; plain functions, no Qt."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from app.domain.language import marked, tr
from app.domain.numerals import money, number
from app.domain.sizes import size_words as size_words
from app.domain.switching import title_of, value_words


def short_count(count: int) -> str:
    """``950``, ``2.1k``, ``200k``, ``1.05M``."""
    if count < 1_000:
        return number(count)
    if count < 999_500:
        thousands = count / 1_000
        return f"{_brief(thousands, 1) if thousands < 99.95 else number(thousands)}k"
    return f"{_brief(count / 1_000_000, 2)}M"


def folder_words(path: str) -> str:
    """A folder of chats with those it lies in, outermost first: ``Work › Clients``."""
    return path.replace("/", " › ")


def breakable(name: str) -> str:
    """A long name that may be broken over lines behind its hyphens and slashes (by U+200B)."""
    return re.sub(r"([-/])(?=\w)", "\\1\u200b", name)


def money_words(usd: float) -> str:
    """US dollars, with enough digits for a cheap request: ``$0.0042``, ``$1.20``."""
    if usd == 0:
        return money(0, 0)
    if usd < 0.0001:
        return tr("under {money}", money=money(0.0001, 4))
    return money(usd, 4 if usd < 0.1 else 2)


def price_words(usd: float) -> str:
    """A price of a million tokens in US dollars, with the digits it has: ``$3``, ``$0.25``."""
    _, _, digits = f"{usd:g}".partition(".")
    return money(usd, len(digits))


def parameter_words(parameters: Mapping[str, object]) -> str:
    """Parameters with their values on one line: ``Temperature 0.2, Longest answer 4,096``."""
    return ", ".join(f"{title_of(name)} {value_words(value)}" for name, value in parameters.items())


def day_group(moment: datetime, now: datetime) -> str:
    """The heading a conversation last changed at ``moment`` stands under, in English: it is translated where it is
    shown. Both times carry a time zone.
    """
    days = (now.astimezone().date() - moment.astimezone().date()).days
    if days <= 0:
        return marked("Today")
    if days == 1:
        return marked("Yesterday")
    if days <= 7:
        return marked("Previous 7 days")
    return marked("Older")


def duration_words(seconds: float) -> str:
    """``0.8 s``, ``12 s``, ``3 min 5 s``."""
    if seconds < 60:
        return tr("{seconds} s", seconds=number(seconds, 1 if seconds < 10 else 0))
    minutes, rest = divmod(round(seconds), 60)
    return tr("{minutes} min {seconds} s", minutes=number(minutes), seconds=rest)


def _brief(value: float, digits: int) -> str:
    is_whole = f"{value:.{digits}f}".endswith(f".{'0' * digits}")
    return number(value, 0 if is_whole else digits)
