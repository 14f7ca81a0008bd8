"""The translations that ship with Baton, read by Qt; refuses to translate anything itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app import RESOURCES
from app.domain import language

TRANSLATIONS = RESOURCES / "translations"


def speak(locale: QLocale, folder: Path = TRANSLATIONS) -> bool:
    """Say everything in the language of ``locale`` where ``folder`` has it (``baton_de.qm``); whether it has.

    Qt's own words (file dialogs, context menus) and the direction of layout follow.
    """
    own = QTranslator()
    if not own.load(locale, "baton", "_", str(folder)):
        language.use(None)
        return False
    language.use(lambda text, about, count: own.translate("", text, about or None, count) or "")
    application = QCoreApplication.instance()
    if application is not None:
        of_qt = QTranslator(application)
        if of_qt.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            application.installTranslator(of_qt)
    return True
