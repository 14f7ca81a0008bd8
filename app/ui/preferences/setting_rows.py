"""One row of the settings dialog for each setting, built from its declaration; saves nothing itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.domain.language import tr
from app.domain.setting_info import SettingInfo
from app.ui.look.sizes import hold_size
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import scaled
from app.ui.look.tokens import BETWEEN, GRID
from app.ui.preferences.model_list_field import ModelListField


class _CalmSpin(QSpinBox):
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class _CalmAmount(QDoubleSpinBox):
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class _CalmCombo(QComboBox):
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


_BESIDE_FITS = 400  # pixels of a row below which the field stands under its words


class SettingRow(QWidget):
    """Title, help, field and a way back to the default. ``changed`` carries the name and a value that is valid;
    ``restart_requested``: so that it counts.
    """

    changed = Signal(str, object)
    restart_requested = Signal()

    def __init__(self, info: SettingInfo) -> None:
        super().__init__()
        self.info = info
        self._value: object = info.default
        self._at_start: object = info.default
        self._is_same: Callable[[object, object], bool] = lambda one, other: one == other
        self._write: Callable[[object], None]
        title = QLabel(tr(info.title))
        title.setWordWrap(True)  # a long one must not push the field out of the window
        set_look(title, "strong")
        help_text = QLabel(tr(info.help))
        help_text.setWordWrap(True)
        set_look(help_text, "muted")
        self._problem = QLabel()
        self._problem.setWordWrap(True)
        set_look(self._problem, "error")
        self._problem.hide()
        self._reset = QPushButton(tr("Back to the default"))
        set_look(self._reset, "link")
        self._reset.setAccessibleName(tr("Set {title} back to the default", title=tr(info.title)))
        self._reset.clicked.connect(lambda: self._set(info.default, write=True))
        self.field = self._build_field()
        self.field.setAccessibleName(tr(info.title))
        self.field.setAccessibleDescription(tr(info.help))
        title.setBuddy(self.field)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(title)
        words.addWidget(help_text)
        self._line = line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        line.setSpacing(BETWEEN)
        line.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(line)
        if info.multiline or info.type is tuple or (info.type is str and not info.choices):
            column.addWidget(self.field)
        else:
            line.addWidget(self.field, 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.addWidget(self._problem, 1)
        foot.addWidget(self._reset, 0, Qt.AlignmentFlag.AlignRight)
        column.addLayout(foot)
        self.waiting = QFrame()
        set_look(self.waiting, "card")
        waits = QLabel(tr("This counts from the next start of Baton on."))
        waits.setWordWrap(True)
        self.restart_button = QPushButton(tr("Start again now"))
        self.restart_button.clicked.connect(self.restart_requested)
        later = QHBoxLayout(self.waiting)
        later.addWidget(waits, 1)
        later.addWidget(self.restart_button)
        self.waiting.hide()
        column.addWidget(self.waiting)
        self.set_value(info.default)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= scaled(_BESIDE_FITS)
        direction = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        if self._line.direction() is not direction:
            self._line.setDirection(direction)
            self._line.setSpacing(BETWEEN if is_wide else GRID)

    def set_value(self, value: object) -> None:
        """Show the value in force."""
        self._value = value
        self._write(value)
        self._problem.hide()
        self._reset.setVisible(value != self.info.default)
        self._show_waiting()

    def set_at_start(self, value: object, is_same: Callable[[object, object], bool] | None = None) -> None:
        """What Baton started with; another value may not count before the next start. ``is_same``: whether two values
        come to the same, where they need not be equal for that.
        """
        self._at_start = value
        if is_same is not None:
            self._is_same = is_same
        self._show_waiting()

    def _show_waiting(self) -> None:
        self.waiting.setVisible(self.info.at_start and not self._is_same(self._value, self._at_start))

    def matches(self, typed: str) -> bool:
        """Whether a search for ``typed`` finds this setting, by what is shown of it or by its name in the file."""
        shown = (tr(self.info.title), tr(self.info.help), tr(self.info.section))
        haystack = " ".join((*shown, self.info.title, self.info.name)).casefold()
        return all(word in haystack for word in typed.casefold().split())

    def _build_field(self) -> QWidget:
        info = self.info
        if info.type is bool:
            return self._check_box()
        if info.choices:
            return self._combo()
        if info.type is int:
            return self._spin()
        if info.type is float:
            return self._amount()
        if info.type is tuple:
            return self._model_list()
        return self._text_edit() if info.multiline else self._line_edit()

    def _check_box(self) -> QWidget:
        box = QCheckBox()

        def write(value: object) -> None:
            with QSignalBlocker(box):
                box.setChecked(bool(value))

        self._write = write
        box.toggled.connect(self._set)
        return box

    def _combo(self) -> QWidget:
        combo = _CalmCombo()
        combo.addItems([tr(words) for _, words in self.info.choices])
        values = [value for value, _ in self.info.choices]

        def write(value: object) -> None:
            with QSignalBlocker(combo):
                combo.setCurrentIndex(values.index(value) if isinstance(value, str) and value in values else 0)

        self._write = write
        combo.activated.connect(lambda at: self._set(values[at]))
        return combo

    def _spin(self) -> QWidget:
        spin = _CalmSpin()
        spin.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        spin.setKeyboardTracking(False)
        spin.setRange(int(self.info.minimum or 0), int(self.info.maximum or 2**31 - 1))
        if self.info.unit:
            spin.setSuffix(f" {tr(self.info.unit)}")
        if self.info.minimum_words:
            spin.setSpecialValueText(tr(self.info.minimum_words))
        hold_size(spin, width_px=180)
        spin.lineEdit().setTextMargins(6, 0, 4, 0)  # the style sheet's padding does not reach it

        def write(value: object) -> None:
            with QSignalBlocker(spin):
                spin.setValue(value if isinstance(value, int) else 0)

        self._write = write
        spin.valueChanged.connect(self._set)
        return spin

    def _amount(self) -> QWidget:
        spin = _CalmAmount()
        spin.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        spin.setKeyboardTracking(False)
        spin.setDecimals(2)
        spin.setGroupSeparatorShown(True)
        spin.setRange(self.info.minimum or 0, self.info.maximum or 1e9)
        spin.setPrefix(self.info.unit)
        if self.info.minimum_words:
            spin.setSpecialValueText(tr(self.info.minimum_words))
        hold_size(spin, width_px=180)
        spin.lineEdit().setTextMargins(6, 0, 4, 0)  # the style sheet's padding does not reach it

        def write(value: object) -> None:
            with QSignalBlocker(spin):
                spin.setValue(value if isinstance(value, (int, float)) else 0)

        self._write = write
        spin.valueChanged.connect(self._set)
        return spin

    def _line_edit(self) -> QWidget:
        edit = QLineEdit()

        def write(value: object) -> None:
            if edit.text() != str(value):
                edit.setText(str(value))

        self._write = write
        edit.editingFinished.connect(lambda: self._set(edit.text().strip()))
        return edit

    def _model_list(self) -> QWidget:
        field = ModelListField()

        def write(value: object) -> None:
            assert isinstance(value, tuple)
            field.set_models(value)

        def changed(value: object) -> None:
            self._set(value, write=True)
            if self._value == value:
                field.entry.clear()

        self._write = write
        field.changed.connect(changed)
        return field

    def _text_edit(self) -> QWidget:
        edit = _LeavingEdit()
        hold_size(edit, height_px=110)
        edit.setTabChangesFocus(True)

        def write(value: object) -> None:
            if edit.toPlainText() != str(value):
                edit.setPlainText(str(value))

        self._write = write
        edit.left.connect(lambda: self._set(edit.toPlainText().strip()))
        return edit

    def _set(self, value: object, *, write: bool = False) -> None:
        if value == self._value:
            return
        problem = self.info.problem(value)
        self._problem.setText(problem or "")
        self._problem.setVisible(problem is not None)
        if problem is not None:
            return
        self._value = value
        if write:
            self._write(value)
        self._reset.setVisible(value != self.info.default)
        self.changed.emit(self.info.name, value)


class _LeavingEdit(QPlainTextEdit):
    """Says when the focus leaves it, which is when a long text is done."""

    left = Signal()

    def focusOutEvent(self, event: object) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]  # Qt hands its own focus event through
        self.left.emit()
