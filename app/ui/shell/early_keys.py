"""Keeps the keys that were pressed before the window had its commands, and hands them over. Carries nothing out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from app.ui.commands.actions import ActionSet

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
_FUNCTIONS = range(Qt.Key.Key_F1, Qt.Key.Key_F35 + 1)


class EarlyKeys(QObject):
    """Watches the keys that reach ``window`` because nothing in it wanted them."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._pressed: list[QKeySequence] = []
        window.installEventFilter(self)

    def hand_over(self, actions: ActionSet) -> None:
        """Carry out what was pressed, once each, and watch no more."""
        self._window.removeEventFilter(self)
        pressed, self._pressed = self._pressed, []
        for entry in actions.entries:
            action = actions.action(entry.id)
            if any(sequence in pressed for sequence in action.shortcuts()):
                action.trigger()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_function = event.key() in _FUNCTIONS
            if is_function or event.modifiers() not in _PLAIN:
                self._pressed.append(QKeySequence(event.keyCombination()))
        return super().eventFilter(watched, event)
