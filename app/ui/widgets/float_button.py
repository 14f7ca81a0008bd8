"""The button that takes a panel out into a window of its own, and puts it back; does neither itself."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QToolButton

from app.domain.language import tr
from app.ui.look.icons import icon
from app.ui.look.stylesheet import set_icon_size
from app.ui.look.theme import ThemeController


class FloatButton(QToolButton):
    """``keys`` do the same, and are named in its tip."""

    def __init__(self, theme: ThemeController, *, keys: str) -> None:
        super().__init__()
        self._theme = theme
        self._keys = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        self._floats = False
        set_icon_size(self, 16)
        theme.changed.connect(self._show)
        self._show()

    def set_floating(self, floats: bool) -> None:
        """Say whether the panel floats."""
        if floats is not self._floats:
            self._floats = floats
            self._show()

    def _show(self) -> None:
        words = tr("Put it back into the window") if self._floats else tr("Take it out into a window of its own")
        tip = f"{words} ({self._keys})"
        self.setIcon(icon("unfloat" if self._floats else "float", self._theme.tokens.muted))
        self.setAccessibleName(words)
        self.setToolTip(tr("{tip}; Escape does it too", tip=tip) if self._floats else tip)
