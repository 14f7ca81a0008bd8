"""The translations that ship with Baton, read by Qt; refuses to translate anything itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app import RESOURCES
from app.domain import language
from app.domain.languages import LANGUAGES

TRANSLATIONS = RESOURCES / "translations"


def chosen(setting: str) -> QLocale:
    """The locale that the setting names: one of Baton's languages, else the system's (``LANGUAGE``, ``LANG``)."""
    return QLocale(setting) if setting in dict(LANGUAGES) else QLocale.system()


def speak(locale: QLocale, folder: Path = TRANSLATIONS) -> bool:
    """Say everything in the first language of ``locale`` that ``folder`` has (``baton_de.qm``); whether it has one.

    English, which stands in the code, is never passed over for one that the person put behind it. Qt's own words (file
    dialogs, context menus) and the direction of layout follow.
    """
    own = QTranslator()
    spoken = next((wanted for wanted in _wanted(locale) if own.load(wanted, "baton", "_", str(folder))), None)
    if spoken is None:
        language.use(None)
        return False
    language.use(lambda text, about, count: own.translate("", text, about or None, count) or "")
    application = QCoreApplication.instance()
    if application is not None:
        of_qt = QTranslator(application)
        if of_qt.load(spoken, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            application.installTranslator(of_qt)
    return True


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
