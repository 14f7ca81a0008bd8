"""Parameters as a form made from an operation's own model: every field editable, unset ones found by name and added.

Nothing that was given is dropped or altered by being shown: what fits no field is shown as JSON.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.aws import ParameterShape, ShapeKind
from app.domain.language import tr
from app.ui.confirmation.adding import Adder, add_button, remove_button
from app.ui.confirmation.checking import KIND_WORDS, fits_kind, problem_of
from app.ui.confirmation.choosing import ChooseButton
from app.ui.confirmation.editors import (
    LONG_CHARS,
    ChoiceEditor,
    JsonEditor,
    LineEditor,
    TextEditor,
    ValueEditor,
)
from app.ui.confirmation.folded import FOLD_CHARS, FoldedEditor
from app.ui.confirmation.words import Words
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import ThemeController
from app.ui.markdown import mark_direction

MAX_DEPTH = 3  # of fields within fields; deeper values are edited as JSON
MAX_ENTRIES = 50  # of a list or map with fields of their own; longer ones are edited as JSON


def editor_for(
    parent: QWidget, theme: ThemeController, shape: ParameterShape, value: object, *, depth: int
) -> ValueEditor:
    """The editor for one value; a very long one is folded."""
    editor = _unfolded_editor(parent, theme, shape, value, depth=depth)
    if isinstance(value, str):
        text = value if isinstance(editor, TextEditor | JsonEditor) else ""
    else:
        text = editor.text if isinstance(editor, JsonEditor) else ""
    return FoldedEditor(parent, theme, shape.name, text, editor) if len(text) > FOLD_CHARS else editor


def _unfolded_editor(
    parent: QWidget, theme: ThemeController, shape: ParameterShape, value: object, *, depth: int
) -> ValueEditor:
    unfit = not fits_kind(shape, value)
    match shape.kind:
        case ShapeKind.INTEGER | ShapeKind.FLOAT if unfit and value == "":
            return LineEditor(parent, shape, value)  # a number not typed yet
        case _ if unfit or shape.recursive:
            return JsonEditor(parent, shape, value)
        case ShapeKind.STRING if isinstance(value, str) and mark_direction(value) != value and not shape.sensitive:
            return JsonEditor(parent, shape, value)  # escaped: a field would show the characters in another order
        case ShapeKind.STRING if shape.enum:
            return ChoiceEditor(parent, shape, value)
        case ShapeKind.BOOLEAN:
            return ChoiceEditor(parent, shape, value)
        case ShapeKind.STRING | ShapeKind.BLOB if isinstance(value, str):
            if not shape.sensitive and (len(value) > LONG_CHARS or "\n" in value or "\r" in value):
                return TextEditor(parent, shape, value)
            return LineEditor(parent, shape, value)
        case ShapeKind.INTEGER | ShapeKind.FLOAT | ShapeKind.TIMESTAMP:
            return LineEditor(parent, shape, value)
        case ShapeKind.STRUCTURE if shape.members and depth < MAX_DEPTH and isinstance(value, Mapping):
            return StructureEditor(parent, theme, shape.members, value, depth=depth + 1)
        case ShapeKind.LIST if shape.element is not None and depth < MAX_DEPTH and isinstance(value, list):
            if len(value) <= MAX_ENTRIES:
                return ListEditor(parent, theme, shape, value, depth=depth + 1)
        case ShapeKind.MAP if shape.element is not None and depth < MAX_DEPTH and isinstance(value, Mapping):
            if len(value) <= MAX_ENTRIES:
                return MapEditor(parent, theme, shape, value, depth=depth + 1)
        case _:
            pass
    return JsonEditor(parent, shape, value)


def blank(shape: ParameterShape) -> object:
    """The value a field begins with."""
    match shape.kind:
        case ShapeKind.BOOLEAN:
            return False
        case ShapeKind.LIST:
            return []
        case ShapeKind.MAP | ShapeKind.STRUCTURE | ShapeKind.DOCUMENT:
            return {}
        case _:
            return ""


class _Field(QWidget):
    """A named value: the name, what is asked of it, the editor, and a button to leave it out again."""

    changed = Signal()
    removed = Signal(object)

    def __init__(
        self, parent: QWidget, theme: ThemeController, shape: ParameterShape, value: object, *, known: bool, depth: int
    ) -> None:
        super().__init__(parent)
        self.shape = shape
        self.known = known
        self.editor = editor_for(self, theme, shape, value, depth=depth)
        self.editor.changed.connect(self.changed)
        name = QLabel(shape.name, self)
        name.setTextFormat(Qt.TextFormat.PlainText)
        set_look(name, "strong")
        name.setBuddy(self.editor.first_field())
        hint = QLabel(tr("required") if shape.required else tr(KIND_WORDS[shape.kind]), self)
        set_look(hint, "muted")
        if shape.documentation:
            name.setToolTip(f"<p>{escape(shape.documentation[:600])}</p>")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(name)
        head.addWidget(hint)
        head.addStretch(1)
        self.choose = ChooseButton(self, shape.name)
        self.choose.chosen.connect(self._take)
        self.choose.hide()
        head.addWidget(self.choose)
        if not shape.required:
            tip = tr("Leave out {name}", name=shape.name)
            head.addWidget(remove_button(self, theme, tip, lambda: self.removed.emit(self)))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        rows.addLayout(head)
        if not known:
            rows.addWidget(Words(self, tr("The operation has no such parameter. Leave it out."), look="error"))
        rows.addWidget(self.editor)

    def _take(self, id: str) -> None:
        if self.editor.take(id):
            self.editor.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def problems(self) -> list[str]:
        own = [] if self.known else [tr("{name}: the operation has no such parameter.", name=self.shape.name)]
        return own + [f"{self.shape.name}: {problem}" for problem in self.editor.problems()]


class StructureEditor(ValueEditor):
    """Named fields: those that are set, those that must be, and a way to the rest.

    ``choices_wanted`` (a parameter): the person wants to see what there is.
    """

    choices_wanted = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        theme: ThemeController,
        shapes: tuple[ParameterShape, ...],
        value: Mapping[str, object],
        *,
        depth: int = 0,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._depth = depth
        self._shapes = {shape.name: shape for shape in shapes}
        self._fields: list[_Field] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(12 if depth else 0, 4 if depth else 0, 0, 0)
        self._rows.setSpacing(10)
        for name, given in value.items():
            self._add(name, given)
        for shape in shapes:
            if shape.required and not shape.idempotency_token and shape.name not in value:
                self._add(shape.name, blank(shape))
        self._adder = Adder(self)
        self._adder.chosen.connect(self._add_chosen)
        self._rows.addWidget(self._adder)
        self._offer()
        self._choosable: frozenset[str] = frozenset()

    def value(self) -> dict[str, object]:
        return {field.shape.name: field.editor.value() for field in self._fields}

    def problems(self) -> list[str]:
        return [problem for field in self._fields for problem in field.problems()]

    def first_field(self) -> QWidget:
        return self._fields[0].editor.first_field() if self._fields else self._adder

    def field(self, name: str) -> ValueEditor | None:
        """The editor of a set parameter."""
        return next((field.editor for field in self._fields if field.shape.name == name), None)

    def set_choosable(self, names: frozenset[str]) -> None:
        """Offer to list what there is for the parameters ``names``, also for those that are added later."""
        self._choosable = names
        for field in self._fields:
            field.choose.setVisible(field.shape.name in names)

    def chooser(self, name: str) -> ChooseButton | None:
        """The button that lists what there is for a set parameter."""
        return next((field.choose for field in self._fields if field.shape.name == name), None)

    def _add(self, name: str, value: object) -> _Field:
        known = self._shapes.get(name)
        shape = known or ParameterShape(name=name, kind=ShapeKind.DOCUMENT)
        field = _Field(self, self._theme, shape, value, known=known is not None, depth=self._depth)
        field.changed.connect(self.changed)
        field.removed.connect(self._remove)
        field.choose.wanted.connect(self.choices_wanted)
        self._fields.append(field)
        self._rows.insertWidget(len(self._fields) - 1, field)
        return field

    def _add_chosen(self, name: str) -> None:
        field = self._add(name, blank(self._shapes[name]))
        self._offer()
        field.show()
        field.choose.setVisible(name in self._choosable)
        field.editor.first_field().setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _remove(self, field: _Field) -> None:
        self._fields.remove(field)
        self._rows.removeWidget(field)
        field.hide()
        field.deleteLater()
        self._offer()
        self._adder.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _offer(self) -> None:
        set_names = {field.shape.name for field in self._fields}
        self._adder.offer([name for name in self._shapes if name not in set_names])


class ListEditor(ValueEditor):
    """Values in a row, each with a button to take it out, and one more at the end."""

    def __init__(
        self, parent: QWidget, theme: ThemeController, shape: ParameterShape, value: list[object], *, depth: int
    ) -> None:
        super().__init__(parent)
        assert shape.element is not None
        self._shape, self._element, self._theme, self._depth = shape, shape.element, theme, depth
        self._entries: list[tuple[QWidget, ValueEditor]] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(6)
        for given in value:
            self._add(given)
        self._problem = Words(self, look="error")
        self._rows.addWidget(self._problem)
        self._more = add_button(self, theme, tr("Add an entry to {name}", name=shape.name), self._add_blank)
        self._rows.addWidget(self._more)
        self._look_again()

    def value(self) -> list[object]:
        return [editor.value() for _, editor in self._entries]

    def problems(self) -> list[str]:
        own = self._own_problem()
        found = [] if own is None else [own]
        for number, (_, editor) in enumerate(self._entries, start=1):
            found += [tr("entry {number}: {problem}", number=number, problem=problem) for problem in editor.problems()]
        return found

    def first_field(self) -> QWidget:
        return self._entries[0][1].first_field() if self._entries else self._more

    def take(self, text: str) -> bool:
        if text in self.value():
            return False
        free = next((editor for _, editor in self._entries if editor.value() == ""), None)
        return (free or self._add("")).take(text)

    def _own_problem(self) -> str | None:
        return problem_of(self._shape, [None] * len(self._entries))

    def _add(self, value: object) -> ValueEditor:
        holder = QWidget(self)
        editor = editor_for(holder, self._theme, self._element, value, depth=self._depth)
        editor.changed.connect(self._edited)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(editor, 1)
        tip = tr("Leave out entry of {name}", name=self._shape.name)
        remove = remove_button(holder, self._theme, tip, lambda: self._remove(holder))
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        self._entries.append((holder, editor))
        self._rows.insertWidget(len(self._entries) - 1, holder)
        return editor

    def _add_blank(self) -> None:
        self._add(blank(self._element)).first_field().setFocus(Qt.FocusReason.OtherFocusReason)
        self._edited()

    def _remove(self, holder: QWidget) -> None:
        self._entries = [entry for entry in self._entries if entry[0] is not holder]
        self._rows.removeWidget(holder)
        holder.hide()
        holder.deleteLater()
        self._more.setFocus(Qt.FocusReason.OtherFocusReason)
        self._edited()

    def _edited(self) -> None:
        self._look_again()
        self.changed.emit()

    def _look_again(self) -> None:
        problem = self._own_problem()
        self._problem.say(problem or "")
        self._problem.setVisible(problem is not None)


class MapEditor(ValueEditor):
    """Names and values, as pairs of fields."""

    def __init__(
        self,
        parent: QWidget,
        theme: ThemeController,
        shape: ParameterShape,
        value: Mapping[str, object],
        *,
        depth: int,
    ) -> None:
        super().__init__(parent)
        assert shape.element is not None
        self._shape, self._element, self._theme, self._depth = shape, shape.element, theme, depth
        self._entries: list[tuple[QWidget, LineEditor, ValueEditor]] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(6)
        for name, given in value.items():
            self._add(name, given)
        self._problem = Words(self, tr("A name stands here twice."), look="error")
        self._rows.addWidget(self._problem)
        self._more = add_button(self, theme, tr("Add an entry to {name}", name=shape.name), self._add_blank)
        self._rows.addWidget(self._more)
        self._problem.setVisible(self._has_twins())

    def value(self) -> dict[str, object]:
        return {str(name.value()): editor.value() for _, name, editor in self._entries}

    def problems(self) -> list[str]:
        found = [tr("a name stands there twice.")] if self._has_twins() else []
        for _, name, editor in self._entries:
            found += [tr("name: {problem}", problem=problem) for problem in name.problems()]
            found += [f"{name.value()}: {problem}" for problem in editor.problems()]
        return found

    def first_field(self) -> QWidget:
        return self._entries[0][1].first_field() if self._entries else self._more

    def _has_twins(self) -> bool:
        return len(self.value()) != len(self._entries)

    def _add(self, name: str, value: object) -> LineEditor:
        holder = QWidget(self)
        naming = LineEditor(
            holder,
            ParameterShape(name=tr("Name in {name}", name=self._shape.name), kind=ShapeKind.STRING, required=True),
            name,
        )
        editor = editor_for(holder, self._theme, self._element, value, depth=self._depth)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(naming, 2, Qt.AlignmentFlag.AlignTop)
        row.addWidget(editor, 3, Qt.AlignmentFlag.AlignTop)
        tip = tr("Leave out entry of {name}", name=self._shape.name)
        remove = remove_button(holder, self._theme, tip, lambda: self._remove(holder))
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        self._entries.append((holder, naming, editor))
        self._rows.insertWidget(len(self._entries) - 1, holder)
        for part in (naming, editor):
            part.changed.connect(self._edited)
        return naming

    def _add_blank(self) -> None:
        self._add("", blank(self._element)).first_field().setFocus(Qt.FocusReason.OtherFocusReason)
        self._edited()

    def _remove(self, holder: QWidget) -> None:
        self._entries = [entry for entry in self._entries if entry[0] is not holder]
        self._rows.removeWidget(holder)
        holder.hide()
        holder.deleteLater()
        self._more.setFocus(Qt.FocusReason.OtherFocusReason)
        self._edited()

    def _edited(self) -> None:
        self._problem.setVisible(self._has_twins())
        self.changed.emit()


class ParameterForm(QFrame):
    """The parameters of a call."""

    changed = Signal()
    choices_wanted = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        theme: ThemeController,
        shapes: tuple[ParameterShape, ...],
        parameters: Mapping[str, object],
    ) -> None:
        super().__init__(parent)
        self._root = StructureEditor(self, theme, shapes, parameters)
        self._root.changed.connect(self.changed)
        self._root.choices_wanted.connect(self.choices_wanted)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._root)

    def parameters(self) -> dict[str, object]:
        """The parameters as they stand."""
        return self._root.value()

    def problems(self) -> list[str]:
        """What is wrong with them; empty where they can be sent."""
        return self._root.problems()

    def field(self, name: str) -> ValueEditor | None:
        """The editor of a set parameter."""
        return self._root.field(name)

    def set_choosable(self, names: frozenset[str]) -> None:
        """The parameters for which it can be listed what there is."""
        self._root.set_choosable(names)

    def chooser(self, name: str) -> ChooseButton | None:
        """The button that lists it for a set parameter."""
        return self._root.chooser(name)
