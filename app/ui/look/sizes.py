"""Widths and heights that follow the text size while the window is open; refuses to know what they hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from app.ui.look.theme import scaled


class _Keeper(QObject):
    """Sets a widget's size anew whenever its font changes, which is what a text size is to a widget."""

    def __init__(self, widget: QWidget, sizes: Mapping[Callable[[int], None], int]) -> None:
        super().__init__(widget)
        self._sizes = sizes
        widget.installEventFilter(self)
        self._set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FontChange:
            self._set()
        return False

    def _set(self) -> None:
        for set_size, px in self._sizes.items():
            set_size(scaled(px))


def hold_size(
    widget: QWidget, *, width_px: int | None = None, height_px: int | None = None, widest_px: int | None = None
) -> None:
    """Fix the width, the height or the greatest width of ``widget`` to so many pixels of the design, at every text
    size.
    """
    wanted = {
        widget.setFixedWidth: width_px,
        widget.setFixedHeight: height_px,
        widget.setMaximumWidth: widest_px,
    }
    _Keeper(widget, {set_size: px for set_size, px in wanted.items() if px is not None})
