"""The variables of the prompt being edited: a row each, which appears as soon as the text names one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.domain.language import marked, tr
from app.domain.prompts import Variable, VariableKind
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import monospace_font
from app.ui.look.tokens import BETWEEN, INSIDE
from app.ui.widgets.calm_combo import CalmCombo

_LINES = "lines"
_KINDS = (
    (marked("One line of text"), VariableKind.TEXT.value),
    (marked("Several lines of text"), _LINES),
    (marked("A number"), VariableKind.NUMBER.value),
    (marked("A choice"), VariableKind.CHOICE.value),
)


class VariableRow(QFrame):
    """What is asked for one variable."""

    changed = Signal()

    def __init__(self, variable: Variable) -> None:
        super().__init__()
        self._name = variable.name
        set_look(self, "card")
        head = QLabel(f"{{{{{variable.name}}}}}")
        head.setTextFormat(Qt.TextFormat.PlainText)
        head.setFont(monospace_font())
        set_look(head, "strong")
        self.kind = CalmCombo()
        for words, value in _KINDS:
            self.kind.addItem(tr(words), value)
        self.kind.setCurrentIndex(self.kind.findData(_LINES if variable.multiline else variable.kind.value))
        self.title = self._line(tr("Asked for as"), variable.title, Variable(name=variable.name).words)
        self.help = self._line(tr("Help"), variable.help, tr("What belongs there, in a few words"))
        self.default = self._line(tr("Default"), variable.default or "", tr("None"))
        self.choices = self._line(tr("Choices"), ", ".join(variable.choices), tr("brief, thorough"))
        self.optional = QCheckBox(tr("May be left empty"))
        self.optional.setChecked(variable.default == "")
        self.optional.toggled.connect(self.changed)
        self._choices_label = QLabel(tr("Choices"))
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 10, 12, 12)
        grid.setHorizontalSpacing(BETWEEN)
        grid.setVerticalSpacing(INSIDE)
        grid.addWidget(head, 0, 0, 1, 2)
        grid.addWidget(self.kind, 0, 2, 1, 2)
        for row, (left, right) in enumerate(
            (
                ((tr("Asked for as"), self.title), (tr("Help"), self.help)),
                ((tr("Default"), self.default), ("", self.optional)),
            ),
            start=1,
        ):
            for column, (words, field) in enumerate((left, right)):
                label = QLabel(words)
                set_look(label, "muted")
                grid.addWidget(label, row, 2 * column)
                grid.addWidget(field, row, 2 * column + 1)
        set_look(self._choices_label, "muted")
        grid.addWidget(self._choices_label, 3, 0)
        grid.addWidget(self.choices, 3, 1, 1, 3)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        for field, words in ((self.kind, tr("Kind")), (self.optional, tr("May be left empty"))):
            field.setAccessibleName(tr("{field} of {variable}", field=words, variable=variable.name))
        self.kind.currentIndexChanged.connect(self._kind_changed)
        self._show_choices()

    @property
    def variable(self) -> Variable:
        """What the row says."""
        kind = self.kind.currentData()
        is_choice = kind == VariableKind.CHOICE.value
        default = self.default.text()
        return Variable(
            name=self._name,
            title=self.title.text().strip(),
            help=self.help.text().strip(),
            kind=VariableKind.TEXT if kind == _LINES else VariableKind(kind),
            default=default if default.strip() else "" if self.optional.isChecked() else None,
            choices=tuple(choice.strip() for choice in self.choices.text().split(",")) if is_choice else (),
            multiline=kind == _LINES,
        )

    def _line(self, words: str, text: str, placeholder: str) -> QLineEdit:
        field = QLineEdit(text)
        field.setPlaceholderText(placeholder)
        field.setAccessibleName(tr("{field} of {variable}", field=words, variable=self._name))
        field.textChanged.connect(self.changed)
        return field

    def _kind_changed(self) -> None:
        self._show_choices()
        self.changed.emit()

    def _show_choices(self) -> None:
        is_choice = self.kind.currentData() == VariableKind.CHOICE.value
        self.choices.setVisible(is_choice)
        self._choices_label.setVisible(is_choice)


class VariableRows(QWidget):
    """The rows, in the order of the text. What was said of a variable that left the text comes back with it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[str, VariableRow] = {}
        self._known: dict[str, Variable] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(INSIDE)
        self._none = QLabel(tr("None. Write {{name}} in the text, and it is asked for when the prompt is used."))
        self._none.setTextFormat(Qt.TextFormat.PlainText)
        self._none.setWordWrap(True)
        set_look(self._none, "muted")
        self._column.addWidget(self._none)

    @property
    def variables(self) -> tuple[Variable, ...]:
        """What the rows say."""
        return tuple(row.variable for row in self.rows.values())

    def set_declared(self, declared: Sequence[Variable]) -> None:
        """Begin with what a prompt says of its variables."""
        self.set_names(())
        self._known = {variable.name: variable for variable in declared}

    def set_names(self, names: Sequence[str]) -> None:
        """Show a row for each of ``names``, and no other."""
        if tuple(self.rows) == tuple(names):
            return
        for name in [name for name in self.rows if name not in names]:
            row = self.rows.pop(name)
            self._known[name] = row.variable
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        kept = self.rows
        self.rows = {}
        for at, name in enumerate(names):
            row = kept[name] if name in kept else self._new(name)
            self.rows[name] = row
            if self._column.indexOf(row) != at:
                self._column.insertWidget(at, row)
            row.show()
        self._none.setVisible(not names)

    def _new(self, name: str) -> VariableRow:
        row = VariableRow(self._known.get(name, Variable(name=name)))
        row.changed.connect(self.changed)
        return row
