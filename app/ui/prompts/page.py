"""One prompt of the library, shown: what it is, what it says, and what can be done with it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.domain.language import tr
from app.domain.prompts import Prompt, PromptKind
from app.domain.text import visible
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import ThemeController
from app.ui.look.tokens import BETWEEN, GRID, INSIDE
from app.ui.prompts.preview import PromptPreview


class _NameEdit(QLineEdit):
    """Enter takes the name, Esc and another place give it up."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.left.emit()
            return
        super().keyPressEvent(event)


class PromptPage(QWidget):
    """Each signal carries the prompt's name; ``renamed`` the new one too."""

    use_requested = Signal(str)
    edit_requested = Signal(str)
    mend_requested = Signal(str)  # its file, in another editor
    duplicate_requested = Signal(str)
    delete_requested = Signal(str)
    renamed = Signal(str, str)

    def __init__(self, theme: ThemeController) -> None:
        super().__init__()
        self._prompt: Prompt | None = None
        self._title = QLabel()
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        set_look(self._title, "heading")
        self._facts = QLabel()
        self._facts.setTextFormat(Qt.TextFormat.PlainText)
        self._facts.setWordWrap(True)
        set_look(self._facts, "muted")
        self._problem = QLabel()
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setWordWrap(True)
        set_look(self._problem, "error")
        self.name_edit = _NameEdit()
        self.name_edit.setAccessibleName(tr("New name"))
        self.name_edit.returnPressed.connect(self._take_name)
        self.name_edit.left.connect(self._leave_name)
        self.name_edit.hide()
        self.preview = PromptPreview(theme)
        self.use = QPushButton()
        set_look(self.use, "primary")
        self.change = QPushButton(tr("Edit"))
        self.rename = QPushButton(tr("Rename"))
        self.rename.setToolTip("F2")
        self.duplicate = QPushButton(tr("Duplicate"))
        self.delete = QPushButton(tr("Delete"))
        self.delete.setToolTip(tr("Del"))
        buttons = QHBoxLayout()
        buttons.setSpacing(INSIDE)
        for button, call in (
            (self.use, self.use_requested),
            (self.change, None),
            (self.duplicate, self.duplicate_requested),
            (self.rename, None),
            (self.delete, self.delete_requested),
        ):
            button.setAutoDefault(False)
            if call is not None:
                button.clicked.connect(lambda _=False, call=call: call.emit(self._name))
            if button is self.delete:
                buttons.addStretch(1)
            buttons.addWidget(button)
        self.rename.clicked.connect(self.ask_name)
        self.change.clicked.connect(self._change)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(INSIDE)
        head = QVBoxLayout()
        head.setSpacing(GRID)
        for widget in (self._title, self._facts, self._problem, self.name_edit):
            head.addWidget(widget)
        column.addLayout(head)
        column.addSpacing(BETWEEN - INSIDE)
        column.addWidget(self.preview, 1)
        column.addLayout(buttons)

    def show_prompt(self, prompt: Prompt, values: Mapping[str, str]) -> None:
        """Show ``prompt`` as ``values`` fill it."""
        if self._prompt is None or prompt.name != self._prompt.name:
            self._leave_name()
        self._prompt = prompt
        self._title.setText(visible(prompt.title))
        if prompt.is_shipped:
            facts = tr("{name} · came with Baton: duplicate it to change it", name=prompt.name)
        else:
            facts = tr("{name} · your own", name=prompt.name)
        self._facts.setText(visible(f"{prompt.about}\n{facts}" if prompt.about else facts))
        words = tr("It cannot be used: {problem} Mend its file, or delete it.", problem=prompt.problem)
        self._problem.setText(visible(words))
        self._problem.setVisible(bool(prompt.problem))
        self.preview.show_prompt(prompt, values)
        is_message = prompt.kind is PromptKind.MESSAGE
        self.use.setText(tr("Insert into the message") if is_message else tr("Use in this chat"))
        is_well = not prompt.problem
        self.use.setEnabled(is_well)
        self.duplicate.setEnabled(is_well)
        self.change.setText(tr("Edit") if is_well else tr("Open the file"))
        for button in (self.change, self.rename, self.delete):
            button.setEnabled(not prompt.is_shipped)

    def ask_name(self) -> None:
        """Let the person type another name."""
        if self._prompt is None or self._prompt.is_shipped:
            return
        self.name_edit.setText(self._prompt.name)
        self.name_edit.show()
        self.name_edit.setFocus()
        self.name_edit.selectAll()

    @property
    def _name(self) -> str:
        return self._prompt.name if self._prompt is not None else ""

    def _change(self) -> None:
        if self._prompt is not None:
            (self.mend_requested if self._prompt.problem else self.edit_requested).emit(self._name)

    def _take_name(self) -> None:
        name = self.name_edit.text().strip()
        before = self._name
        self._leave_name()
        if name and name != before:
            self.renamed.emit(before, name)

    def _leave_name(self) -> None:
        if self.name_edit.isVisible():
            self.name_edit.hide()
            self.preview.setFocus()
