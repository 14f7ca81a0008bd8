"""What every test of the window stands on: English words and the machine's own figures, whatever was spoken before."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from app.domain import numerals
from app.ui.language import speak


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """Take back what a test spoke: words, numerals and Qt's own idea of a language."""
    fields = QLocale()
    yield
    speak(QLocale.c())
    numerals.use(None)
    QLocale.setDefault(fields)
