"""The dock's parameters: rows in groups that fold, those the model does not take and why, presets, and the way back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.domain import parameters
from app.domain.language import tr
from app.domain.models import Capabilities
from app.domain.parameters import ParameterSpec, brief, not_taken
from app.domain.switching import title_of
from app.domain.wording import either
from app.ui.commands.actions import native_keys
from app.ui.dock.parameter_rows import ParameterRow
from app.ui.dock.section import DockSection
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import ThemeController
from app.ui.look.tokens import GRID
from app.ui.widgets.disclosure import Disclosure

KNOWN: tuple[ParameterSpec, ...] = tuple(
    value for value in vars(parameters).values() if isinstance(value, ParameterSpec)
)
"""Every parameter that some model takes."""

_ROW_GAP = 12
_TITLE = "\0"  # stands for a parameter's title
_INDENT = GRID * 5  # below the words of a group's line


class _Group(QWidget):
    """Rows under one line that folds them; the line counts those that are set."""

    def __init__(self, title: str, theme: ThemeController) -> None:
        super().__init__()
        self._title = tr(title)
        self.line = Disclosure(self, theme, self._title)
        self._body = QWidget()
        self.rows = QVBoxLayout(self._body)
        self.rows.setContentsMargins(_INDENT, GRID, 0, GRID)
        self.rows.setSpacing(_ROW_GAP)
        self._body.hide()
        self.line.toggled.connect(self._body.setVisible)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.line)
        column.addWidget(self._body)

    def count(self, changed: int) -> None:
        """Say how many of the rows are set."""
        self.line.setText(
            tr("{title}  ·  {changed} set", title=self._title, changed=changed) if changed else self._title
        )
        self.line.setAccessibleName(
            tr("{title}, {changed} set", title=self._title, changed=changed) if changed else self._title
        )


class ParameterSection(DockSection):
    """``changed(name, value | None)``; ``reset_requested``: leave all of them to the model; ``presets_requested``.

    Which groups are unfolded is remembered as long as the section lives, whatever the model.
    """

    changed = Signal(str, object)
    reset_requested = Signal()
    presets_requested = Signal()

    def __init__(self, theme: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(tr("Parameters"), parent)
        self._theme = theme
        self._specs: tuple[ParameterSpec, ...] | None = None
        self._refused: tuple[tuple[ParameterSpec, str], ...] = ()
        self._values: Mapping[str, object] = {}
        self._model_title = ""
        self.rows: dict[str, ParameterRow] = {}
        self.groups: dict[str, _Group] = {}
        self._open: set[str] = set()
        self.reset_all = QPushButton(tr("Reset all"))
        set_look(self.reset_all, "link")
        self.reset_all.setToolTip(tr("Leave every parameter to the model's own default"))
        self.reset_all.setAccessibleName(tr("Reset all parameters"))
        self.reset_all.setAccessibleDescription(self.reset_all.toolTip())
        self.reset_all.clicked.connect(self.reset_requested)
        self.presets = QPushButton(tr("Presets…"))
        set_look(self.presets, "link")
        self.presets.setToolTip(tr("Named sets of parameters ({keys})", keys=native_keys("Ctrl+Shift+Y")))
        self.presets.setAccessibleDescription(tr("Apply, save, rename or delete a named set of parameters"))
        self.presets.clicked.connect(self.presets_requested)
        self.column.addWidget(self.presets, 0, Qt.AlignmentFlag.AlignLeft)
        self.head.addWidget(self.reset_all)
        self._host = QWidget()
        self._column = QVBoxLayout(self._host)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_ROW_GAP)
        self._none = QLabel(tr("This model takes no parameters."))
        self._none.setWordWrap(True)
        set_look(self._none, "muted")
        self._none.hide()
        self._in_the_way = QWidget()
        self._in_the_way_column = QVBoxLayout(self._in_the_way)
        self._in_the_way_column.setContentsMargins(0, 0, 0, 0)
        self._in_the_way_column.setSpacing(GRID)
        self.not_taken = QWidget()
        self._not_taken_column = QVBoxLayout(self.not_taken)
        self._not_taken_column.setContentsMargins(0, 0, 0, 0)
        self._not_taken_column.setSpacing(GRID * 2)
        for widget in (self._in_the_way, self._host, self._none, self.not_taken):
            self.column.addWidget(widget)
        self._show_changes()

    def set_model(self, title: str, capabilities: Capabilities) -> None:
        """Show the parameters that a model takes, and of the common ones those it does not, each with the reason."""
        self._model_title = title
        refused = capabilities.refused or not_taken(capabilities.parameters, model=title)
        if (capabilities.parameters, refused) != (self._specs, self._refused):
            self._specs, self._refused = capabilities.parameters, refused
            self._fill()

    def set_values(self, values: Mapping[str, object]) -> None:
        """Show the parameters set in this chat."""
        self._values = dict(values)
        for name, row in self.rows.items():
            row.set_value(values.get(name))
        self._show_changes()

    def _fill(self) -> None:
        for widget in (*self.rows.values(), *self.groups.values()):
            widget.hide()
            widget.deleteLater()
        self.rows, self.groups = {}, {}
        for spec in self._specs or ():
            row = ParameterRow(spec, self._theme)
            row.set_value(self._values.get(spec.name))
            row.changed.connect(self.changed)
            self._home(spec.group).addWidget(row)
            self.rows[spec.name] = row
        # The rows of no group come first, whatever the order of the declarations.
        for group in self.groups.values():
            self._column.addWidget(group)
        self._none.setVisible(not self.rows)
        self._show_not_taken()
        self._show_changes()

    def _home(self, title: str) -> QVBoxLayout:
        if not title:
            return self._column
        if title not in self.groups:
            group = self.groups[title] = _Group(title, self._theme)
            group.line.setChecked(title in self._open)
            group.line.toggled.connect(lambda unfolded: self._remember(title, unfolded=unfolded))
        return self.groups[title].rows

    def _remember(self, title: str, *, unfolded: bool) -> None:
        if unfolded:
            self._open.add(title)
        else:
            self._open.discard(title)

    def _show_changes(self) -> None:
        changed: dict[str, int] = {}
        for name, row in self.rows.items():
            if name in self._values:
                changed[row.spec.group] = changed.get(row.spec.group, 0) + 1
        for title, group in self.groups.items():
            group.count(changed.get(title, 0))
        self.reset_all.setEnabled(bool(self._values))
        self._show_in_the_way()

    def _show_in_the_way(self) -> None:
        """Name what is set and is in the way of every request, each with a button that takes it back."""
        _clear(self._in_the_way_column)
        whys = {spec.name: why for spec, why in self._refused}
        in_the_way = [name for name in self._values if name not in self.rows]
        for name in in_the_way:
            title = next((tr(spec.title) for spec in KNOWN if spec.name == name), title_of(name))
            why = whys.get(name) or tr("{model} does not take it.", model=self._model_title)
            note = QLabel(tr("{title} is set to {value}. {why}", title=title, value=brief(self._values[name]), why=why))
            note.setWordWrap(True)
            set_look(note, "error")
            button = QPushButton(tr("Reset {title}", title=title))
            button.clicked.connect(lambda _=False, name=name: self.changed.emit(name, None))
            self._in_the_way_column.addWidget(note)
            self._in_the_way_column.addWidget(button)
        self._in_the_way.setVisible(bool(in_the_way))

    def _show_not_taken(self) -> None:
        _clear(self._not_taken_column)
        for specs, why in grouped(self._refused):
            self._not_taken_column.addWidget(_NotTaken(specs, why))
        self.not_taken.setVisible(bool(self._refused and self.rows))  # of none at all, one sentence says it


def grouped(refused: Sequence[tuple[ParameterSpec, str]]) -> list[tuple[tuple[ParameterSpec, ...], str]]:
    """Parameters that are not taken for the same reason together: reasons that differ in the title only become one."""
    groups: dict[str, list[ParameterSpec]] = {}
    for spec, why in refused:
        groups.setdefault(why.replace(tr(spec.title), _TITLE), []).append(spec)
    return [
        (tuple(specs), why.replace(_TITLE, either([tr(spec.title) for spec in specs]))) for why, specs in groups.items()
    ]


class _NotTaken(QWidget):
    """Parameters that cannot be set here: their titles, greyed, and the reason."""

    def __init__(self, specs: Sequence[ParameterSpec], why: str) -> None:
        super().__init__()
        titles = ", ".join(tr(spec.title) for spec in specs)
        self.setAccessibleName(tr("{titles}: cannot be set. {why}", titles=titles, why=why))
        title = QLabel(titles)
        title.setWordWrap(True)
        title.setEnabled(False)
        title.setToolTip("\n\n".join(f"{tr(spec.title)}: {tr(spec.help)}" for spec in specs))
        reason = QLabel(why)
        reason.setWordWrap(True)
        set_look(reason, "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(title)
        column.addWidget(reason)


def _clear(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
