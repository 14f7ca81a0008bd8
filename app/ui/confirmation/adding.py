"""What adds a parameter or an entry to a form, and what takes one out again. Knows no values."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QToolButton, QWidget

from app.domain.language import tr
from app.ui.look.icons import icon
from app.ui.look.stylesheet import set_icon_size
from app.ui.look.theme import ThemeController


class Adder(QComboBox):
    """Adds a parameter that is not set: its name is typed, or chosen from those there are."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(16)
        self.setAccessibleName(tr("Add a parameter"))
        field = self.lineEdit()
        assert field is not None
        field.setPlaceholderText(tr("Add a parameter…"))

        field.setAccessibleName(tr("Name of the parameter to add"))
        completer = self.completer()
        assert completer is not None
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.activated.connect(self._activated)

    def offer(self, names: list[str]) -> None:
        """Offer these names."""
        self.clear()
        self.addItems(names)
        self.setCurrentIndex(-1)
        self.clearEditText()
        self.setVisible(bool(names))

    def _activated(self, index: int) -> None:
        name = self.itemText(index)
        if name:
            self.chosen.emit(name)


def remove_button(parent: QWidget, theme: ThemeController, tip: str, clicked: Callable[[], None]) -> QToolButton:
    """A button that leaves something out."""
    return _icon_button(parent, theme, "close", tip, clicked)


def add_button(parent: QWidget, theme: ThemeController, tip: str, clicked: Callable[[], None]) -> QToolButton:
    """A button that adds one more."""
    button = _icon_button(parent, theme, "plus", tip, clicked)
    button.setText(tr("Add"))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button


def _icon_button(
    parent: QWidget, theme: ThemeController, name: str, tip: str, clicked: Callable[[], None]
) -> QToolButton:
    button = QToolButton(parent)
    button.setProperty("icon_name", name)
    button.setIcon(icon(name, theme.tokens.muted))
    set_icon_size(button, 14)
    button.setToolTip(f"<span>{escape(tip)}</span>")
    button.setAccessibleName(tip)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.clicked.connect(lambda _checked=False: clicked())
    return button
