"""Widths and heights that follow the text size while the window is open; refuses to know what they hold."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from app.ui.look.theme import scaled


class _Keeper(QObject):
    """Sets a widget's size anew whenever its font changes, which is what a text size is to a widget."""

    def __init__(self, widget: QWidget, width_px: int | None, height_px: int | None) -> None:
        super().__init__(widget)
        self._widget = widget
        self._width_px, self._height_px = width_px, height_px
        widget.installEventFilter(self)
        self._set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FontChange:
            self._set()
        return False

    def _set(self) -> None:
        if self._width_px is not None:
            self._widget.setFixedWidth(scaled(self._width_px))
        if self._height_px is not None:
            self._widget.setFixedHeight(scaled(self._height_px))


def hold_size(widget: QWidget, *, width_px: int | None = None, height_px: int | None = None) -> None:
    """Fix the width, the height or both of ``widget`` to so many pixels of the design, at every text size."""
    _Keeper(widget, width_px, height_px)
