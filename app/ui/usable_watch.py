"""Tells when the window can be used: a letter typed into it, as soon as it has painted, is seen. Types nothing else."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit

_LETTER = "b"


class UsableWatch(QObject):
    """Types a letter once :meth:`begin` is called, and calls ``told`` when it has been painted."""

    def __init__(self, told: Callable[[], None]) -> None:
        super().__init__()
        self._told = told
        self._is_told = False

    def begin(self) -> None:
        """Type into what has the focus."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.installEventFilter(self)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(kind, Qt.Key.Key_B, Qt.KeyboardModifier.NoModifier, _LETTER)
            if (field := QApplication.focusWidget()) is not None:
                QApplication.postEvent(field, key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and not self._is_told:
            field = watched.parent()
            if isinstance(field, QPlainTextEdit) and field.toPlainText().endswith(_LETTER):
                self._is_told = True
                QTimer.singleShot(0, self._end)  # once the picture is made
        return False

    def _end(self) -> None:
        application = QApplication.instance()
        assert application is not None
        application.removeEventFilter(self)
        self._told()
