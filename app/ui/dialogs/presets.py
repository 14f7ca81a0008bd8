"""The dialogs of presets: a title for a new one, and the person's own to rename and delete. They save nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.language import tr
from app.domain.presets import MOST_TITLE_CHARS, Preset
from app.ui.look.stylesheet import set_look
from app.ui.look.tokens import BETWEEN, INSIDE, TURN
from app.ui.widgets.problem_line import ProblemLine, WayOut
from app.ui.wording import parameter_words

_NAME_ROLE = Qt.ItemDataRole.UserRole


class SavePresetDialog(QDialog):
    """``save_requested(title)``; stays open until it is saved, with the problem where it cannot be."""

    save_requested = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Save as a preset"))
        self.setModal(True)
        self.setMinimumWidth(420)
        self._holds = QLabel()
        self._holds.setWordWrap(True)
        set_look(self._holds, "muted")
        self.title = QLineEdit()
        self.title.setPlaceholderText(tr("For reviews"))
        self.title.setAccessibleName(tr("Title of the preset"))
        self.title.setMaxLength(MOST_TITLE_CHARS)
        self.problem = ProblemLine()
        self.save_button = QPushButton(tr("Save"))
        set_look(self.save_button, "primary")
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(lambda: self.save_requested.emit(self.title.text()))
        self.title.textChanged.connect(lambda text: self.save_button.setEnabled(bool(text.strip())))
        cancel = QPushButton(tr("Cancel"))
        cancel.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(TURN, TURN, TURN, TURN)
        column.setSpacing(BETWEEN)
        for widget in (self._holds, self.title, self.problem):
            column.addWidget(widget)
        column.addLayout(buttons)

    def open_empty(self, parameters: Mapping[str, object]) -> None:
        """Ask for a title for ``parameters``."""
        self._holds.setText(
            tr("It holds what is set in this chat: {parameters}.", parameters=parameter_words(parameters))
        )
        self.title.clear()
        self.save_button.setEnabled(False)
        self.set_problem("")
        self.show()
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_problem(self, problem: str, way: WayOut | None = None) -> None:
        """Say why it cannot be saved so."""
        self.problem.show_problem(problem, way)


class PresetsDialog(QDialog):
    """``rename_requested(name, title)``, ``delete_requested(name)``; F2 and Del do the same in the list."""

    rename_requested = Signal(str, str)
    delete_requested = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Your presets"))
        self.setModal(False)
        self.resize(440, 360)
        self._none = QLabel(tr("You have none yet. Set parameters in a chat, then save them as a preset."))
        self._none.setWordWrap(True)
        set_look(self._none, "muted")
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Your presets"))
        self.list.itemChanged.connect(self._changed)
        self.list.currentRowChanged.connect(self._update)
        self.problem = ProblemLine()
        self.rename_button = QPushButton(tr("Rename"))
        self.rename_button.setToolTip("F2")
        self.rename_button.clicked.connect(self._edit)
        self.delete_button = QPushButton(tr("Delete"))
        self.delete_button.setToolTip(tr("Del"))
        self.delete_button.clicked.connect(self._delete)
        close = QPushButton(tr("Close"))
        close.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.setSpacing(INSIDE)
        buttons.addWidget(self.rename_button)
        buttons.addWidget(self.delete_button)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(TURN, TURN, TURN, TURN)
        column.setSpacing(BETWEEN)
        column.addWidget(self._none)
        column.addWidget(self.list, 1)
        column.addWidget(self.problem)
        column.addLayout(buttons)
        self._titles: dict[str, str] = {}

    def set_presets(self, presets: Sequence[Preset]) -> None:
        """Show the person's presets; the one that was selected stays so."""
        name = self._selected
        self._titles = {preset.name: preset.title for preset in presets}
        self.list.blockSignals(True)
        self.list.clear()
        for preset in presets:
            item = QListWidgetItem(preset.title)
            item.setData(_NAME_ROLE, preset.name)
            item.setToolTip(parameter_words(preset.parameters))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self.list.addItem(item)
            if preset.name == name:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        if presets and self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self._none.setVisible(not presets)
        self._update()

    def set_problem(self, problem: str, way: WayOut | None = None) -> None:
        """Say why a title cannot be used, or a preset not be deleted."""
        self.problem.show_problem(problem, way)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.list.hasFocus():
            self._delete()
        else:
            super().keyPressEvent(event)

    def _edit(self) -> None:
        index: QModelIndex = self.list.currentIndex()
        if index.isValid():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self.list.edit(index)

    def _changed(self, item: QListWidgetItem) -> None:
        name = str(item.data(_NAME_ROLE))
        if item.text() != self._titles.get(name):
            self.rename_requested.emit(name, item.text())

    def _delete(self) -> None:
        if self._selected:
            self.delete_requested.emit(self._selected)

    @property
    def _selected(self) -> str:
        """The name of the preset that is selected, or nothing."""
        return str(self.list.currentItem().data(_NAME_ROLE)) if self.list.currentRow() >= 0 else ""

    def _update(self) -> None:
        some = bool(self._selected)
        self.rename_button.setEnabled(some)
        self.delete_button.setEnabled(some)
