"""The bar that finds text in the conversation shown; emits what is looked for and finds nothing itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from app.domain.language import tr
from app.domain.numerals import number
from app.ui.look.icons import icon
from app.ui.look.sizes import hold_size
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import ThemeController
from app.ui.look.tokens import BETWEEN, GRID

_PAUSE_MS = 120  # a fast typist's next letter comes within this


class FindBar(QWidget):
    """``find_requested(text)`` after a pause in typing, ``step_requested(-1 | 1)``, ``closed``."""

    find_requested = Signal(str)
    step_requested = Signal(int)
    closed = Signal()

    def __init__(self, theme: ThemeController) -> None:
        super().__init__()
        self._theme = theme
        set_look(self, "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(tr("Find in this chat"))
        self.edit.setAccessibleName(tr("Find in this chat"))
        hold_size(self.edit, widest_px=360)
        self._found = QLabel()
        set_look(self._found, "muted")
        self._buttons = {
            "chevron-up": self._button(tr("Previous (Shift+Enter)"), lambda: self._step(-1)),
            "chevron-down": self._button(tr("Next (Enter)"), lambda: self._step(1)),
            "close": self._button(tr("Close (Esc)"), self.close_bar),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(BETWEEN, GRID, BETWEEN, GRID)
        row.setSpacing(GRID)
        row.addStretch(1)
        row.addWidget(self._found)
        row.addWidget(self.edit, 1)
        for button in self._buttons.values():
            row.addWidget(button)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.edit.textChanged.connect(self._pause.start)
        theme.changed.connect(self._recolour)
        self._recolour()
        self.hide()

    def open_bar(self) -> None:
        """Show the bar with what was looked for last selected."""
        self.show()
        self.edit.selectAll()
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.edit.text():
            self._ask()

    def close_bar(self) -> None:
        """Hide the bar and end the search."""
        if not self.isVisible():
            return
        self._pause.stop()
        self.hide()
        self.find_requested.emit("")
        self.closed.emit()

    def set_found(self, at: int, count: int) -> None:
        """Say that the ``at``-th (from 1) of ``count`` places is shown."""
        if not self.edit.text():
            self._found.clear()
        else:
            found = tr("{at} of {count}", at=number(at), count=number(count))
            self._found.setText(found if count else tr("Not found"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.close_bar()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            case _:
                super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self._ask()
            return
        self.step_requested.emit(by)

    def _ask(self) -> None:
        self.find_requested.emit(self.edit.text())

    def _button(self, words: str, call: object) -> QToolButton:
        button = QToolButton()
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(call)
        return button

    def _recolour(self) -> None:
        for name, button in self._buttons.items():
            button.setIcon(icon(name, self._theme.tokens.muted))
