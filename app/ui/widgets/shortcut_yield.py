"""Makes a text field leave the window's own key sequences alone; owns nothing else.

On some platforms a text field claims Ctrl+K, Ctrl+B and the like for editing before the window's actions see them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence


class ShortcutYield(QObject):
    """An event filter for text fields. ``sequences`` is asked at each key, since actions may be made later."""

    def __init__(self, sequences: Callable[[], Iterable[QKeySequence]], parent: QObject) -> None:
        super().__init__(parent)
        self._sequences = sequences

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            pressed = QKeySequence(event.keyCombination())
            if any(pressed == sequence for sequence in self._sequences()):
                event.ignore()
                return True
        return super().eventFilter(watched, event)
