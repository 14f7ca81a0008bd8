"""The sheet that asks for a prompt's variables; emits the values, fills nothing itself."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.domain.language import tr
from app.domain.prompts import Prompt, PromptKind, Variable, VariableKind
from app.ui.look.stylesheet import set_look
from app.ui.look.tokens import BETWEEN, GRID, INSIDE, TURN
from app.ui.prompts.long_text import LongTextEdit
from app.ui.widgets.calm_combo import CalmCombo

_LINES_PX = 112
_TALLEST_PX = 460


class VariableField(QWidget):
    """One variable: its title, its help, the field, and what is wrong with what stands there."""

    changed = Signal()

    def __init__(self, variable: Variable, value: str) -> None:
        super().__init__()
        self.variable = variable
        title = QLabel(tr("{title} (may be empty)", title=variable.words) if variable.default == "" else variable.words)
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setWordWrap(True)
        set_look(title, "strong")
        self._problem = QLabel()
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setWordWrap(True)
        set_look(self._problem, "error")
        self._problem.hide()
        self.field = self._build(variable, value)
        self.field.setAccessibleName(variable.words)
        self.field.setAccessibleDescription(variable.help)
        title.setBuddy(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(title)
        if variable.help:
            help_ = QLabel(variable.help)
            help_.setTextFormat(Qt.TextFormat.PlainText)
            help_.setWordWrap(True)
            set_look(help_, "muted")
            column.addWidget(help_)
        column.addWidget(self.field)
        column.addWidget(self._problem)

    @property
    def value(self) -> str:
        """What stands there."""
        match self.field:
            case QComboBox():
                return self.field.currentText() if self.field.currentIndex() >= 0 else ""
            case QPlainTextEdit():
                return self.field.toPlainText()
            case _:
                assert isinstance(self.field, QLineEdit)
                return self.field.text()

    def check(self) -> bool:
        """Say what is wrong with the value; whether nothing is."""
        problem = self.variable.problem(self.value) or ""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        return not problem

    def _build(self, variable: Variable, value: str) -> QWidget:
        if variable.kind is VariableKind.CHOICE:
            choice = CalmCombo()
            choice.addItems(list(variable.choices))
            choice.setPlaceholderText(tr("Choose…"))
            choice.setCurrentIndex(choice.findText(value) if value else -1)
            choice.currentIndexChanged.connect(self._changed)
            return choice
        if variable.multiline:
            lines = LongTextEdit(value)
            lines.setFixedHeight(_LINES_PX)
            lines.textChanged.connect(self._changed)
            return lines
        line = QLineEdit(value)
        line.textChanged.connect(self._changed)
        return line

    def _changed(self) -> None:
        if self._problem.isVisible():
            self.check()
        self.changed.emit()


class VariableForm(QDialog):
    """Asks for the variables of one prompt. ``filled(values)`` comes once, with values that fit.

    Enter goes on from a field of one line, Ctrl+Enter from every field; Esc gives up.
    """

    filled = Signal(dict)

    def __init__(self, parent: QWidget, prompt: Prompt, values: Mapping[str, str]) -> None:
        super().__init__(parent)
        self.setWindowTitle(prompt.title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(520)
        given = {**prompt.defaults, **values}
        self.fields = [VariableField(item, given.get(item.name, "")) for item in prompt.variables]
        heading = QLabel(prompt.title)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setWordWrap(True)
        set_look(heading, "heading")
        body = QWidget()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, INSIDE, 0)
        rows.setSpacing(BETWEEN)
        for field in self.fields:
            rows.addWidget(field)
        rows.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(body)
        self._scroll.setMinimumHeight(min(_TALLEST_PX, body.sizeHint().height() + GRID))
        is_message = prompt.kind is PromptKind.MESSAGE
        self.accept_button = QPushButton(tr("Insert") if is_message else tr("Use as system prompt"))
        set_look(self.accept_button, "primary")
        self.accept_button.setDefault(True)
        self.accept_button.setToolTip(QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText))
        self.accept_button.clicked.connect(self._finish)
        cancel = QPushButton(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.accept_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(TURN, TURN, TURN, TURN)
        column.setSpacing(BETWEEN)
        column.addWidget(heading)
        if prompt.about:
            about = QLabel(prompt.about)
            about.setTextFormat(Qt.TextFormat.PlainText)
            about.setWordWrap(True)
            set_look(about, "muted")
            column.addWidget(about)
        column.addWidget(self._scroll, 1)
        column.addLayout(foot)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._finish)
        if self.fields:
            self.fields[0].field.setFocus()

    def _finish(self) -> None:
        wrong = [field for field in self.fields if not field.check()]
        if wrong:
            wrong[0].field.setFocus()
            self._scroll.ensureWidgetVisible(wrong[0])
            return
        self.filled.emit({field.variable.name: field.value for field in self.fields})
        self.accept()
