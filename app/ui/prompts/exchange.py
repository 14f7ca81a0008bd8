"""Choosing what goes into a library file, and what happens where names are taken. Reads and writes no file."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.language import plural, tr
from app.domain.library import Conflict
from app.domain.presets import Preset
from app.domain.prompts import Prompt
from app.domain.text import visible
from app.ui.look.stylesheet import set_look
from app.ui.look.tokens import BETWEEN, INSIDE, TURN

_NAME = Qt.ItemDataRole.UserRole
_IS_PRESET = Qt.ItemDataRole.UserRole + 1
_NAMED_AT_MOST = 8


class ExportDialog(QDialog):
    """``chosen(prompt names, preset names)``."""

    chosen = Signal(tuple, tuple)

    def __init__(self, parent: QWidget, prompts: Sequence[Prompt], presets: Sequence[Preset]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(440, 480)
        lead = QLabel(tr("What is ticked goes into one file, which another Baton can import."))
        lead.setWordWrap(True)
        set_look(lead, "muted")
        self.list = QListWidget()
        self.list.setObjectName("export-list")
        self.list.setAccessibleName(tr("What to export"))
        for prompt in prompts:
            self._add(prompt.title, prompt.name, ticked=not prompt.is_shipped, is_preset=False)
        for preset in presets:
            self._add(tr("Preset: {title}", title=preset.title), preset.name, ticked=True, is_preset=True)
        self.all = QPushButton(tr("All", "to be ticked"))
        self.none = QPushButton(tr("None", "to be ticked"))
        self.go = QPushButton(tr("Export…"))
        set_look(self.go, "primary")
        self.go.setDefault(True)
        cancel = QPushButton(tr("Cancel"))
        foot = QHBoxLayout()
        foot.setSpacing(INSIDE)
        for button in (self.all, self.none):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(TURN, TURN, TURN, TURN)
        column.setSpacing(BETWEEN)
        column.addWidget(lead)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        self.all.clicked.connect(lambda: self._tick(Qt.CheckState.Checked))
        self.none.clicked.connect(lambda: self._tick(Qt.CheckState.Unchecked))
        cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self._finish)
        self.list.itemChanged.connect(self._check)
        self._check()

    def _add(self, title: str, name: str, *, ticked: bool, is_preset: bool) -> None:
        item = QListWidgetItem(visible(title))
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        item.setData(_NAME, name)
        item.setData(_IS_PRESET, is_preset)
        self.list.addItem(item)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(at) for at in range(self.list.count())]

    def _ticked(self, *, presets: bool) -> tuple[str, ...]:
        return tuple(
            item.data(_NAME)
            for item in self._items()
            if item.checkState() is Qt.CheckState.Checked and item.data(_IS_PRESET) is presets
        )

    def _tick(self, state: Qt.CheckState) -> None:
        for item in self._items():
            item.setCheckState(state)

    def _check(self) -> None:
        self.go.setEnabled(any(item.checkState() is Qt.CheckState.Checked for item in self._items()))

    def _finish(self) -> None:
        self.chosen.emit(self._ticked(presets=False), self._ticked(presets=True))
        self.accept()


class ConflictDialog(QDialog):
    """Asks once what happens to what comes in under names that are taken. ``chosen(Conflict)``."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, taken: Sequence[str]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Import"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(480)
        one = len(taken) == 1
        head = QLabel(plural("One name is taken already", "{count} names are taken already", len(taken)))
        set_look(head, "heading")
        more = len(taken) - _NAMED_AT_MOST
        names = [tr("“{name}”", name=title) for title in taken[:_NAMED_AT_MOST]]
        if more > 0:
            names.append(tr("and {count} more", count=more))
        words = QLabel(visible(", ".join(names)))
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        set_look(words, "muted")
        self.buttons: dict[Conflict, QPushButton] = {}
        foot = QHBoxLayout()
        foot.setSpacing(INSIDE)
        cancel = QPushButton(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        foot.addWidget(cancel)
        foot.addStretch(1)
        for conflict, text in (
            (Conflict.SKIP, tr("Skip it") if one else tr("Skip them")),
            (Conflict.REPLACE, tr("Replace")),
            (Conflict.KEEP_BOTH, tr("Keep both")),
        ):
            button = QPushButton(text)
            button.clicked.connect(lambda _=False, conflict=conflict: self._finish(conflict))
            self.buttons[conflict] = button
            foot.addWidget(button)
        set_look(self.buttons[Conflict.KEEP_BOTH], "primary")
        self.buttons[Conflict.KEEP_BOTH].setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(TURN, TURN, TURN, TURN)
        column.setSpacing(BETWEEN)
        for widget in (head, words):
            column.addWidget(widget)
        column.addLayout(foot)
        self.buttons[Conflict.KEEP_BOTH].setFocus()

    def _finish(self, conflict: Conflict) -> None:
        self.chosen.emit(conflict)
        self.accept()
