"""Money and stretches of time as people say them, small ones as precisely as it matters."""

from __future__ import annotations

from app.domain import numerals
from app.domain.language import tr


def money(dollars: float) -> str:
    """A small amount of US dollars, as precise as it matters."""
    if dollars >= 1:
        return numerals.money(dollars)
    if dollars >= 0.001:
        return numerals.money(dollars, 3)
    return tr("under {money}", money=numerals.money(0.001, 3)) if dollars > 0 else tr("free")


def duration(seconds: float) -> str:
    """A stretch of time as people say it: ``0.4 s``, ``12 s``, ``3 min 20 s``."""
    return tr("{seconds} s", seconds=numerals.number(seconds, 1)) if seconds < 10 else elapsed(round(seconds))


def elapsed(whole: int) -> str:
    """Whole seconds as people say them."""
    if whole < 60:
        return tr("{seconds} s", seconds=whole)
    minutes, rest = divmod(whole, 60)
    if not rest:
        return tr("{minutes} min", minutes=minutes)
    return tr("{minutes} min {seconds} s", minutes=minutes, seconds=rest)
