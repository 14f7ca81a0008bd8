"""The buttons that answer a question: only a press meant for them counts, begun and ended on them.

Refuses keys that repeat because they are held down, keys pressed before the button had the focus, the second half of a
double click, and the click that brings the window to the front.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QPushButton, QWidget

_PRESSING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select})


class DeliberateButton(QPushButton):
    """A button for a decision. ``disturbed``: a key that presses buttons is held down and was not counted."""

    disturbed = Signal()

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self._key: int | None = None  # pressed here, and not let go yet
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()  # they scroll what is asked; left to itself, a button would hand the focus on
            return
        if event.key() not in _PRESSING:
            super().keyPressEvent(event)
            return
        event.accept()
        # Some remote desktops repeat a held key as presses that are not marked as repeated: no release between them.
        if event.isAutoRepeat() or self._key is not None:
            self.disturbed.emit()
            return
        self._key = event.key()
        self.setDown(True)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _PRESSING:
            super().keyReleaseEvent(event)
            return
        event.accept()
        if event.isAutoRepeat() or event.key() != self._key:
            return
        self._forget_press()
        self.click()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.isActiveWindow():
            super().mousePressEvent(event)
        else:
            event.accept()  # it was aimed at the window, not at what lies under the pointer

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._forget_press()
        super().focusOutEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.EnabledChange:
            self._forget_press()
        super().changeEvent(event)

    def _forget_press(self) -> None:
        self._key = None
        self.setDown(False)
