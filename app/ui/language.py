"""The translations that ship with Baton, read by Qt, and how a language writes figures; translates nothing itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLibraryInfo, QLocale, QTime, QTranslator

from app import RESOURCES
from app.domain import language, numerals
from app.domain.languages import LANGUAGES

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


def chosen(setting: str) -> QLocale:
    """The locale that the setting names: one of Baton's languages, else the system's (``LANGUAGE``, ``LANG``)."""
    return QLocale(setting) if setting in dict(LANGUAGES) else QLocale.system()


def are_same(one: str, other: str, folder: Path = TRANSLATIONS) -> bool:
    """Whether two settings come to the same: Baton speaks one language, and writes figures in one way."""
    return _settled(chosen(one), folder) == _settled(chosen(other), folder)


def speak(locale: QLocale, folder: Path = TRANSLATIONS) -> bool:
    """Say everything in the first language of ``locale`` that ``folder`` has (``baton_de.qm``); whether it has one.

    English, which stands in the code, is never passed over for one that the person put behind it. Figures, Qt's own
    words (file dialogs, context menus) and the direction of layout follow. A language that is not there is English with
    English's figures: half of a sentence in each would be worse.
    """
    own, spoken = _spoken(locale, folder)
    written = _written(locale, spoken)
    QLocale.setDefault(written)  # what fields for numbers show and take
    numerals.use(None if written.language() == QLocale.Language.C else LocaleNumerals(written))
    application = QCoreApplication.instance()
    if application is not None:
        for earlier in application.findChildren(QTranslator):
            application.removeTranslator(earlier)
            earlier.deleteLater()
    if spoken is None:
        language.use(None)
        return False
    language.use(lambda text, about, count: own.translate("", text, about or None, count) or "")
    if application is not None:
        of_qt = QTranslator(application)
        if of_qt.load(spoken, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            application.installTranslator(of_qt)
    return True


def _spoken(locale: QLocale, folder: Path) -> tuple[QTranslator, QLocale | None]:
    """The language that is there, with its words; ``None`` for English."""
    own = QTranslator()
    return own, next((wanted for wanted in _wanted(locale) if own.load(wanted, "baton", "_", str(folder))), None)


def _written(locale: QLocale, spoken: QLocale | None) -> QLocale:
    """How figures are written: Austria's and India's are not Germany's and the United States'."""
    said = spoken.language() if spoken is not None else QLocale.Language.English
    return locale if locale.language() in (said, QLocale.Language.C) else spoken or QLocale(said)


def _settled(locale: QLocale, folder: Path) -> tuple[str, str]:
    spoken = _spoken(locale, folder)[1]
    written = _written(locale, spoken)
    if written.language() == QLocale.Language.C:
        written = QLocale(QLocale.Language.English)
    return spoken.bcp47Name() if spoken is not None else "en", written.name()


def _wanted(locale: QLocale) -> Iterator[QLocale]:
    """The person's languages, the best first, up to English."""
    for name in locale.uiLanguages():
        wanted = QLocale(name)
        if wanted.language() is QLocale.Language.English:
            return
        if wanted.script() is QLocale.Script.SimplifiedHanScript:
            # All who read these characters read what is written for one of their countries. A bare "zh" says nothing
            # of the characters: it stands behind Taiwan's too.
            if name != "zh":
                yield QLocale("zh_CN")
        else:
            yield wanted
