"""The commands of the window as Qt's actions, with their keys as this platform writes them. Owns no command."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from app.ui.commands.command import Command, Commands, Situation
from app.ui.commands.every import COMMANDS


def native_keys(keys: str) -> str:
    """``Ctrl+K`` as this platform writes it."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


class ActionSet(QObject):
    """The commands as Qt actions of one window, enabled as the situation says."""

    def __init__(self, window: QWidget, commands: Commands, entries: Iterable[Command] = COMMANDS) -> None:
        super().__init__(window)
        self._entries = tuple(entries)
        self._actions: dict[str, QAction] = {}
        for entry in self._entries:
            action = QAction(entry.words, window)
            action.setObjectName(entry.id)
            action.setMenuRole(_menu_role(entry.id))
            if not entry.is_local:
                sequences = [QKeySequence(entry.keys)]
                if entry.keys == "Ctrl++":  # the same key without Shift, on most layouts
                    sequences.append(QKeySequence("Ctrl+="))
                action.setShortcuts(sequences)
            action.triggered.connect(lambda _=False, entry=entry: entry.call(commands))
            window.addAction(action)
            self._actions[entry.id] = action
        self._situation = Situation()
        self.set_situation(self._situation)

    @property
    def entries(self) -> tuple[Command, ...]:
        """The data the actions were made of."""
        return self._entries

    @property
    def sequences(self) -> tuple[QKeySequence, ...]:
        """Every key sequence bound to the window, which text fields must leave alone."""
        return tuple(sequence for action in self._actions.values() for sequence in action.shortcuts())

    def action(self, command_id: str) -> QAction:
        """The action of a command."""
        return self._actions[command_id]

    def set_situation(self, situation: Situation) -> None:
        """Enable what can be done now."""
        self._situation = situation
        for entry in self._entries:
            self._actions[entry.id].setEnabled(entry.enabled_when(situation))

    @property
    def situation(self) -> Situation:
        """What the actions were last enabled by."""
        return self._situation


def _menu_role(command_id: str) -> QAction.MenuRole:
    # macOS moves these three to the application menu; everything else stays where the data puts it.
    match command_id:
        case "settings.open":
            return QAction.MenuRole.PreferencesRole
        case "app.quit":
            return QAction.MenuRole.QuitRole
        case _:
            return QAction.MenuRole.NoRole
