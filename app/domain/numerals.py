"""Numbers, money, days and times as the person's language writes them; refuses to know which languages there are.

As in :mod:`app.domain.language`, English is written where nothing else was said. Only what a person reads is made
here: what a model, a log, a file or another program reads is the same in every language.
"""

from __future__ import annotations

from datetime import datetime
from typing import Protocol


class Numerals(Protocol):
    """How a language writes figures. Moments are in the person's own time zone already."""

    def number(self, value: float, digits: int) -> str: ...
    def percent(self, share: float) -> str: ...
    def money(self, usd: float, digits: int) -> str: ...
    def clock(self, moment: datetime) -> str: ...
    def day(self, moment: datetime, *, year: bool) -> str: ...
    def date(self, moment: datetime) -> str: ...
    def moment(self, moment: datetime) -> str: ...


class _English:
    def number(self, value: float, digits: int) -> str:
        return f"{value:,.{digits}f}"

    def percent(self, share: float) -> str:
        return f"{share:.0%}"

    def money(self, usd: float, digits: int) -> str:
        return f"${usd:,.{digits}f}"

    def clock(self, moment: datetime) -> str:
        return f"{moment:%H:%M}"

    def day(self, moment: datetime, *, year: bool) -> str:
        return f"{moment.day} {moment:%b %y}" if year else f"{moment.day} {moment:%b}"

    def date(self, moment: datetime) -> str:
        return f"{moment:%Y-%m-%d}"

    def moment(self, moment: datetime) -> str:
        return f"{moment:%Y-%m-%d %H:%M}"


_ENGLISH: Numerals = _English()
_numerals = _ENGLISH


def use(numerals: Numerals | None) -> None:
    """Write everything from now on as ``numerals`` has it; ``None``: as English has it."""
    global _numerals  # noqa: PLW0603  # as the language's: figures are made everywhere, their form is chosen once
    _numerals = _ENGLISH if numerals is None else numerals


def number(value: float, digits: int = 0) -> str:
    """``1,234``, or with digits behind the point: ``1,234.5``."""
    return _numerals.number(value, digits)


def exact(value: float) -> str:
    """A number with the digits it has: ``4,096``, ``0.25``; one of very many noughts as 1e-12."""
    plain = f"{value:.15g}"
    if not plain.lstrip("-").replace(".", "").isdecimal():
        return plain
    return number(value, len(plain.partition(".")[2]))


def plainly_spaced(written: str) -> str:
    """Figures with plain spaces, to stand in a text whose other ones are shown as what could deceive the eye
    (:func:`app.domain.text.visible`): locales write U+00A0 and U+202F between figures and signs.
    """
    return written.replace("\u00a0", " ").replace("\u202f", " ")


def percent(share: float) -> str:
    """A share of 1 in whole per cents: ``35%``."""
    return _numerals.percent(share)


def money(usd: float, digits: int = 2) -> str:
    """US dollars: ``$1,234.50``."""
    return _numerals.money(usd, digits)


def clock(moment: datetime) -> str:
    """The time of day, here: ``14:05``."""
    return _numerals.clock(moment.astimezone())


def day(moment: datetime, *, year: bool = False) -> str:
    """A day, here, in few letters: ``3 Nov``, ``3 Nov 25``."""
    return _numerals.day(moment.astimezone(), year=year)


def date_of(moment: datetime) -> str:
    """A day, here, in figures: ``2026-11-03``."""
    return _numerals.date(moment.astimezone())


def moment_of(moment: datetime) -> str:
    """A day and a time, here: ``2026-11-03 14:05``."""
    return _numerals.moment(moment.astimezone())
