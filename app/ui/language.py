"""The translations that ship with Baton, read by Qt, and how a language writes figures; translates nothing itself."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLibraryInfo, QLocale, QTime, QTranslator

from app import RESOURCES
from app.domain import language, numerals

TRANSLATIONS = RESOURCES / "translations"
_WEEKDAY = re.compile(r"d{3,}[,\s]*|[,\s]*d{3,}")
_YEAR = re.compile(r"[,\s]*y+年?\s*")


class LocaleNumerals:
    """Implements :class:`app.domain.numerals.Numerals` as a locale has it."""

    def __init__(self, locale: QLocale) -> None:
        self._locale = locale
        long = _WEEKDAY.sub("", locale.dateFormat(QLocale.FormatType.LongFormat))
        self._day_of_year = long.replace("MMMM", "MMM")
        self._day = _YEAR.sub("", self._day_of_year)
        # A year of two digits beside a month and a day could be any of the three.
        self._date = re.sub(r"(?<!y)yy(?!y)", "yyyy", locale.dateFormat(QLocale.FormatType.ShortFormat))
        self._moment = f"{self._date} {locale.timeFormat(QLocale.FormatType.ShortFormat)}"

    def number(self, value: float, digits: int) -> str:
        return self._locale.toString(float(value), "f", digits)

    def percent(self, share: float) -> str:
        # Qt knows the sign and not the space before it, which German has.
        space = "\u00a0" if self._locale.language() == QLocale.Language.German else ""
        return f"{self.number(share * 100, 0)}{space}{self._locale.percent()}"

    def money(self, usd: float, digits: int) -> str:
        return self._locale.toCurrencyString(usd, "$", digits)

    def clock(self, moment: datetime) -> str:
        return self._locale.toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)

    def day(self, moment: datetime, *, year: bool) -> str:
        return self._written(moment, self._day_of_year if year else self._day)

    def date(self, moment: datetime) -> str:
        return self._written(moment, self._date)

    def moment(self, moment: datetime) -> str:
        return self._written(moment, self._moment)

    def _written(self, moment: datetime, pattern: str) -> str:
        date = QDate(moment.year, moment.month, moment.day)
        return self._locale.toString(QDateTime(date, QTime(moment.hour, moment.minute)), pattern)


def speak(locale: QLocale, folder: Path = TRANSLATIONS) -> bool:
    """Say everything in the language of ``locale`` where ``folder`` has it (``baton_de.qm``); whether it has.

    Figures, Qt's own words (file dialogs, context menus) and the direction of layout follow. A language that is not
    there is English with English's figures: half of a sentence in each would be worse.
    """
    own = QTranslator()
    is_there = own.load(locale, "baton", "_", str(folder))
    is_english = locale.language() in (QLocale.Language.English, QLocale.Language.C)
    written = locale if is_there or is_english else QLocale(QLocale.Language.English)
    QLocale.setDefault(written)  # what fields for numbers show and take
    numerals.use(None if written.language() == QLocale.Language.C else LocaleNumerals(written))
    if not is_there:
        language.use(None)
        return False
    language.use(lambda text, about, count: own.translate("", text, about or None, count) or "")
    application = QCoreApplication.instance()
    if application is not None:
        of_qt = QTranslator(application)
        if of_qt.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            application.installTranslator(of_qt)
    return True
