"""A list of models in an order, as the field of a setting: add, move, remove; by keyboard throughout. Saves nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QListWidget, QPushButton, QVBoxLayout, QWidget

from app.domain.language import tr
from app.ui.look.stylesheet import set_look
from app.ui.look.tokens import GRID, INSIDE

_ROWS_SHOWN = 4


class _OrderedList(QListWidget):
    """Alt+Up and Alt+Down move what is chosen, Delete takes it out."""

    move_wanted = Signal(int)
    removal_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in moves:
            self.move_wanted.emit(moves[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)


class ModelListField(QWidget):
    """``changed(tuple)``: the whole new list."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.list = _OrderedList()
        self.list.setAccessibleName(tr("Models in order; Alt and an arrow moves one, Delete takes it out"))
        self.list.setFixedHeight(28 * _ROWS_SHOWN)
        self.list.move_wanted.connect(self._move)
        self.list.removal_wanted.connect(self._remove)
        self.entry = QLineEdit()
        self.entry.setPlaceholderText("provider:model")
        self.entry.setAccessibleName(tr("Model to add"))
        self.entry.returnPressed.connect(self._add)
        self.add_button = QPushButton(tr("Add"))
        self.add_button.setAccessibleName(tr("Add the model at the end"))
        self.add_button.clicked.connect(self._add)
        buttons = QHBoxLayout()
        buttons.setSpacing(INSIDE)
        buttons.addWidget(self.entry, 1)
        buttons.addWidget(self.add_button)
        self._of_the_chosen: list[QPushButton] = []
        for text, name, call in (
            (tr("Up"), tr("Ask it earlier"), lambda: self._move(-1)),
            (tr("Down"), tr("Ask it later"), lambda: self._move(1)),
            (tr("Remove"), tr("Take it out of the list"), self._remove),
        ):
            button = QPushButton(text)
            button.setAccessibleName(name)
            button.clicked.connect(call)
            set_look(button, "link")
            buttons.addWidget(button)
            self._of_the_chosen.append(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.list)
        column.addLayout(buttons)
        self.setFocusProxy(self.entry)
        self._show_what_is_there()

    @property
    def models(self) -> tuple[str, ...]:
        """The ids, first to last."""
        return tuple(self.list.item(at).text() for at in range(self.list.count()))

    def set_models(self, models: Sequence[str]) -> None:
        """Show the list in force."""
        if tuple(models) == self.models:
            return
        at = self.list.currentRow()
        with QSignalBlocker(self.list):
            self.list.clear()
            self.list.addItems(list(models))
            self.list.setCurrentRow(min(at, self.list.count() - 1))
        self._show_what_is_there()

    def set_known(self, values: Sequence[str]) -> None:
        """Offer ``values`` while an id is typed."""
        completer = QCompleter(list(values), self.entry)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.entry.setCompleter(completer)

    def _show_what_is_there(self) -> None:
        """An empty list is no hole in the page, and nothing of it can be moved."""
        self.list.setVisible(bool(self.models))
        for button in self._of_the_chosen:
            button.setVisible(bool(self.models))

    def _add(self) -> None:
        typed = self.entry.text().strip()
        if typed and typed not in self.models:
            self.changed.emit((*self.models, typed))

    def _move(self, step: int) -> None:
        at = self.list.currentRow()
        models = list(self.models)
        if 0 <= at < len(models) and 0 <= at + step < len(models):
            models[at], models[at + step] = models[at + step], models[at]
            self.set_models(models)
            self.list.setCurrentRow(at + step)
            self.changed.emit(tuple(models))

    def _remove(self) -> None:
        at = self.list.currentRow()
        if at >= 0:
            self.changed.emit(tuple(model for place, model in enumerate(self.models) if place != at))
