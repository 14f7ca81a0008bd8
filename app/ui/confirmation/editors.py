"""One editor for each kind of value: it shows what it was given, unaltered until a person alters it, and its faults."""

from __future__ import annotations

import json

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app.domain.aws import ParameterShape, ShapeKind
from app.domain.language import tr
from app.ui.confirmation.checking import number_of, problem_of
from app.ui.confirmation.words import Words
from app.ui.look.theme import monospace_font
from app.ui.markdown import has_unseen, mark_unseen

LONG_CHARS = 120  # a text beyond this, or of several lines, has a field of several lines
SHOWN_UNSEEN_CHARS = 400


class ValueEditor(QWidget):
    """Edits one value. ``changed`` after every change a person makes."""

    changed = Signal()

    def value(self) -> object:
        """The value as it stands; of any use only while :meth:`problems` is empty."""
        raise NotImplementedError

    def problems(self) -> list[str]:
        """What is wrong, one sentence each; these also stand beside the fields they are about."""
        raise NotImplementedError

    def first_field(self) -> QWidget:
        """Where the focus goes."""
        return self

    def take(self, text: str) -> bool:
        """Have ``text``, which the person chose from a list, as its value; false where it is no place for one."""
        return False


class LeafEditor(ValueEditor):
    """A value without parts: a field, what cannot be seen in it, and what is wrong with it."""

    def __init__(self, parent: QWidget, shape: ParameterShape, value: object) -> None:
        super().__init__(parent)
        self._shape = shape
        self._given = value
        self._touched = False
        self._unseen = Words(self, look="warning")
        self._problem = Words(self, look="error")
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(2)

    def value(self) -> object:
        return self._typed() if self._touched else self._given

    def problems(self) -> list[str]:
        problem = self._fault()
        return [] if problem is None else [problem]

    def _typed(self) -> object:
        """What stands in the field."""
        raise NotImplementedError

    def _fault(self) -> str | None:
        return problem_of(self._shape, self.value())

    def _stand(self, field: QWidget) -> None:
        field.setAccessibleName(self._shape.name)
        self._rows.addWidget(field)
        self._rows.addWidget(self._unseen)
        self._rows.addWidget(self._problem)
        self._look_again()

    def _edited(self, *_: object) -> None:
        self._touched = True
        self._look_again()
        self.changed.emit()

    def _look_again(self) -> None:
        problem = self._fault()
        self._problem.say(problem or "")
        self._problem.setVisible(problem is not None)
        value = self.value()
        unseen = isinstance(value, str) and not self._shape.sensitive and has_unseen(value)
        if unseen and isinstance(value, str):
            self._unseen.say(
                tr(
                    "Has characters that cannot be seen. It is sent as {value}",
                    value=mark_unseen(value)[:SHOWN_UNSEEN_CHARS],
                )
            )
        self._unseen.setVisible(unseen)


class LineEditor(LeafEditor):
    """A text of one line, a number or a time."""

    def __init__(self, parent: QWidget, shape: ParameterShape, value: object) -> None:
        super().__init__(parent, shape, value)
        self._field = QLineEdit(self)
        self._field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # names, ids and ARNs
        if shape.kind is ShapeKind.TIMESTAMP:
            self._field.setPlaceholderText("2026-11-20T09:00:00Z")
        self._field.setText("" if value is None else str(value))
        self._field.setCursorPosition(0)
        self._field.textEdited.connect(self._edited)
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._field, 1)
        if shape.sensitive:
            self._field.setEchoMode(QLineEdit.EchoMode.Password)
            show = QPushButton(tr("Show"), line)
            show.setCheckable(True)
            show.toggled.connect(self._show_secret)
            row.addWidget(show)
        self._stand(line)
        self._field.setAccessibleName(shape.name)

    def first_field(self) -> QWidget:
        return self._field

    def take(self, text: str) -> bool:
        self._field.setText(text)
        self._field.setCursorPosition(0)
        self._edited()
        return True

    def _typed(self) -> object:
        text = self._field.text()
        if self._shape.kind in (ShapeKind.INTEGER, ShapeKind.FLOAT):
            number = number_of(self._shape, text)
            return text if number is None else number
        return text

    def _show_secret(self, shown: bool) -> None:
        self._field.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)


class TextArea(QPlainTextEdit):
    """A field of several lines that lets Tab go on to the next field."""

    def __init__(self, parent: QWidget, *, lines: int, monospace: bool) -> None:
        self._monospace = monospace
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        if monospace:
            self.document().setDefaultFont(monospace_font())
        line = QFontMetrics(self.document().defaultFont()).lineSpacing()
        self.setFixedHeight(min(max(lines, 3), 12) * line + 16)

    def changeEvent(self, event: QEvent) -> None:
        fonts = (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange)
        if not (self._monospace and event.type() in fonts):
            super().changeEvent(event)  # the style sheet's font is the interface's

    def wheelEvent(self, event: QWheelEvent) -> None:
        bar = self.verticalScrollBar()
        up = event.angleDelta().y() > 0
        if self.hasFocus() and (bar.value() > bar.minimum() if up else bar.value() < bar.maximum()):
            super().wheelEvent(event)
        else:
            event.ignore()  # the sheet scrolls


class TextEditor(LeafEditor):
    """A long text, or one of several lines."""

    def __init__(self, parent: QWidget, shape: ParameterShape, value: str) -> None:
        super().__init__(parent, shape, value)
        self._field = TextArea(self, lines=value.count("\n") + len(value) // 70 + 1, monospace=value.startswith("{"))
        self._field.setPlainText(value)
        self._field.textChanged.connect(self._edited)
        self._stand(self._field)

    def first_field(self) -> QWidget:
        return self._field

    def _typed(self) -> object:
        return self._field.toPlainText()


class _Choice(QComboBox):
    """A list that does not change under a turning wheel."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ChoiceEditor(LeafEditor):
    """One of the values an operation's model names, or true and false. A given value it does not name stays."""

    def __init__(self, parent: QWidget, shape: ParameterShape, value: object) -> None:
        super().__init__(parent, shape, value)
        self._values: list[object] = [False, True] if shape.kind is ShapeKind.BOOLEAN else list(shape.enum)
        if value not in self._values:
            self._values.insert(0, value)
        self._field = _Choice(self)
        for choice in self._values:
            self._field.addItem(_choice_words(choice))
        self._field.setCurrentIndex(self._values.index(value))
        self._field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._field.setMinimumContentsLength(12)
        self._field.currentIndexChanged.connect(self._edited)
        self._stand(self._field)

    def first_field(self) -> QWidget:
        return self._field

    def _typed(self) -> object:
        return self._values[self._field.currentIndex()]


class JsonEditor(LeafEditor):
    """Any JSON: for what is nested too deep for fields, or does not fit its shape."""

    def __init__(self, parent: QWidget, shape: ParameterShape, value: object) -> None:
        super().__init__(parent, shape, value)
        text = json.dumps(value, indent=2, ensure_ascii=isinstance(value, str), default=str)
        self._field = TextArea(self, lines=text.count("\n") + len(text) // 70 + 1, monospace=True)
        self._field.setPlainText(text)
        self._field.textChanged.connect(self._edited)
        self._stand(self._field)

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self._field.toPlainText()

    def first_field(self) -> QWidget:
        return self._field

    def _typed(self) -> object:
        try:
            return json.loads(self._field.toPlainText(), parse_constant=_no_constant)
        except (ValueError, RecursionError):
            return None

    def _fault(self) -> str | None:
        if self._touched:
            try:
                json.loads(self._field.toPlainText(), parse_constant=_no_constant)
            except RecursionError:
                return tr("This JSON is nested too deep.")
            except json.JSONDecodeError as error:
                return tr("This is no JSON: line {line}, column {column}.", line=error.lineno, column=error.colno)
            except ValueError:
                return tr("This is no JSON: it has no infinite numbers.")
        return super()._fault()


class TypedText(QLineEdit):
    """A field that must be typed into: what should make a person stop and read is not pasted.

    A text with characters that no keyboard has may be pasted after all.
    """

    paste_refused = Signal()

    def __init__(self, parent: QWidget, *, wanted: str) -> None:
        super().__init__(parent)
        self._may_paste = not (wanted.isascii() and wanted.isprintable())
        self.setAcceptDrops(self._may_paste)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste) and not self._may_paste:
            self.paste_refused.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.MiddleButton and not self._may_paste:
            self.paste_refused.emit()  # X11 pastes its selection so
            return
        super().mouseReleaseEvent(event)


def _choice_words(choice: object) -> str:
    if isinstance(choice, bool):
        return "true" if choice else "false"
    return mark_unseen(str(choice)) if choice not in ("", None) else tr("choose…")


def _no_constant(name: str) -> object:
    raise ValueError(name)
