"""One row of the dock for each generation parameter, built from its declaration; refuses to know any model."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import assert_never

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.language import marked, tr
from app.domain.parameters import ParameterKind, ParameterSpec
from app.ui.look.icons import icon
from app.ui.look.sizes import hold_size
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import ThemeController
from app.ui.look.tokens import GRID

_SLIDER_STEPS = 1000
_MOST_LINEAR_STEPS = 2000
_UNSET = marked("default")
_LEAST_SLIDER_PX = 40
_SHORT_TITLE_PX = 40


class _CalmSpin(QDoubleSpinBox):
    """A number field whose lowest step means "left to the model", and which the wheel changes only with the focus."""

    def __init__(self, spec: ParameterSpec) -> None:
        super().__init__()
        self.spec = spec
        self.whole = spec.kind is ParameterKind.INTEGER
        minimum = 0.0 if spec.minimum is None else float(spec.minimum)
        maximum = 1_000_000.0 if spec.maximum is None else float(spec.maximum)
        step = float(spec.step or (1 if self.whole else 0.01))
        self.low, self.high = minimum, maximum
        self.setDecimals(0 if self.whole else max(2, -math.floor(math.log10(step))))
        self.unset_value = minimum - step
        self.setRange(self.unset_value, maximum)
        self.setSingleStep(step)
        self.setSpecialValueText(tr(_UNSET))
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        hold_size(self, width_px=100)
        self.lineEdit().setTextMargins(6, 0, 4, 0)  # the style sheet's padding does not reach it
        self.setAccessibleName(tr(spec.title))
        self.setAccessibleDescription(tr(spec.help))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()  # scrolling the dock must not change what it passes over


class _CalmSlider(QSlider):
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class CalmCombo(QComboBox):
    """A choice that the wheel does not change: scrolling the dock must not change what it passes over."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ParameterRow(QWidget):
    """A title, the field, a slider where one helps, the help text on demand and a button that gives the choice back.

    ``changed`` carries the parameter's name and its new value, ``None`` for "left to the model".
    """

    changed = Signal(str, object)

    def __init__(self, spec: ParameterSpec, theme: ThemeController) -> None:
        super().__init__()
        self.spec = spec
        self._theme = theme
        self._value: object = None
        self._problem: str | None = None
        self._write: Callable[[object], None]
        self._title = QLabel(tr(spec.title))
        self._title.setToolTip(tr(spec.help))
        self._info = QToolButton()
        self._info.setCheckable(True)
        self._info.setToolTip(tr("What this does"))
        self._info.setAccessibleName(tr("What {title} does", title=tr(spec.title)))
        self._reset = QToolButton()
        self._reset.setToolTip(tr("Leave it to the model"))
        self._reset.setAccessibleName(tr("Reset {title}", title=tr(spec.title)))
        self._reset.clicked.connect(self._give_back)
        self._help = QLabel(help_words(spec))
        self._help.setWordWrap(True)
        set_look(self._help, "muted")
        self._help.hide()
        self._info.toggled.connect(lambda: self._explain(self._problem))
        self._head = QHBoxLayout()
        self._head.setSpacing(2)
        self._head.addWidget(self._title)
        self._head.addWidget(self._info)
        self._head.addStretch(1)
        self._head.addWidget(self._reset)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID)
        self._column.addLayout(self._head)
        match spec.kind:
            case ParameterKind.FLOAT | ParameterKind.INTEGER:
                self._build_number()
            case ParameterKind.CHOICE:
                self._build_choice()
            case ParameterKind.STRINGS:
                self._build_strings()
            case _:
                assert_never(spec.kind)
        self._title.setBuddy(self.field)
        self._column.addWidget(self._help)
        theme.changed.connect(self._recolour)
        self._recolour()
        self.set_value(None)

    def set_value(self, value: object) -> None:
        """Show ``value``; ``None``: left to the model. What cannot be used (a file may hold it) is named, with why."""
        self._value = value
        problem = self.spec.problem(value) if value is not None else None
        self._write(value if problem is None else None)
        self._explain(problem)
        # The room stays, so that nothing moves when a value is set.
        self._reset.setEnabled(value is not None)
        self._reset.setIcon(icon("undo", self._theme.tokens.muted) if value is not None else icon("undo", "#00000000"))

    def _build_number(self) -> None:
        spin = _CalmSpin(self.spec)
        self.field: QWidget = spin
        slider = self._slider(spin)

        def write(value: object) -> None:
            with QSignalBlocker(spin):
                spin.setValue(float(value) if isinstance(value, (int, float)) else spin.unset_value)
            if slider is not None:
                with QSignalBlocker(slider):
                    slider.setValue(_position(spin, self._resting(spin) if value is None else spin.value()))

        def from_spin(number: float) -> None:
            if number < spin.low:
                self._set(None)
            else:
                self._set(int(number) if spin.whole else round(number, 6))

        self._write = write
        spin.valueChanged.connect(from_spin)
        if slider is None and self._title.sizeHint().width() <= _SHORT_TITLE_PX:
            self._head.addWidget(spin)
            return
        line = QHBoxLayout()  # below the title: beside it, a long one would push the field out of a narrow dock
        line.setSpacing(GRID * 2)
        if slider is None:
            line.addStretch(1)
        else:
            slider.setMinimumWidth(_LEAST_SLIDER_PX)
            slider.valueChanged.connect(lambda at: spin.setValue(_number(spin, at)))
            line.addWidget(slider, 1)
        line.addWidget(spin)
        self._column.addLayout(line)

    def _slider(self, spin: _CalmSpin) -> QSlider | None:
        if (spin.high - spin.low) / spin.singleStep() > _MOST_LINEAR_STEPS and spin.low <= 0:
            return None  # a seed: no slider can aim at one of two thousand million values
        slider = _CalmSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, _SLIDER_STEPS)
        slider.setPageStep(_SLIDER_STEPS // 10)
        slider.setSingleStep(max(1, round(_SLIDER_STEPS * spin.singleStep() / (spin.high - spin.low))))
        slider.setAccessibleName(tr(self.spec.title))
        slider.setAccessibleDescription(tr(self.spec.help))
        return slider

    def _resting(self, spin: _CalmSpin) -> float:
        default = self.spec.default
        return float(default) if isinstance(default, (int, float)) else spin.low

    def _build_choice(self) -> None:
        combo = CalmCombo()
        self.field = combo
        combo.addItem(tr(_UNSET))
        combo.addItems(self.spec.choices)
        combo.setAccessibleName(tr(self.spec.title))
        combo.setAccessibleDescription(tr(self.spec.help))
        self._column.addWidget(combo)

        def write(value: object) -> None:
            with QSignalBlocker(combo):
                combo.setCurrentIndex(self.spec.choices.index(value) + 1 if value in self.spec.choices else 0)

        self._write = write
        combo.currentIndexChanged.connect(lambda at: self._set(None if at <= 0 else self.spec.choices[at - 1]))

    def _build_strings(self) -> None:
        edit = QPlainTextEdit()
        self.field = edit
        edit.setPlaceholderText(tr("One a line; \\n stands for a line break"))
        hold_size(edit, height_px=64)
        edit.setTabChangesFocus(True)
        edit.setAccessibleName(tr(self.spec.title))
        edit.setAccessibleDescription(tr("{help} One a line.", help=tr(self.spec.help)))
        self._column.addWidget(edit)

        def write(value: object) -> None:
            texts = [str(item).replace("\n", "\\n") for item in value] if isinstance(value, (list, tuple)) else []
            if _texts(edit.toPlainText()) != _texts("\n".join(texts)):
                with QSignalBlocker(edit):
                    edit.setPlainText("\n".join(texts))

        self._write = write
        edit.textChanged.connect(lambda: self._set(_texts(edit.toPlainText()) or None))

    def _set(self, value: object) -> None:
        if value == self._value:
            return
        if value is not None and (problem := self.spec.problem(value)) is not None:
            self._explain(problem)
            return
        self.set_value(value)
        self.changed.emit(self.spec.name, value)

    def _explain(self, problem: str | None) -> None:
        """Say what is wrong, else the help where it is wanted."""
        self._problem = problem
        self._help.setText(problem or help_words(self.spec))
        set_look(self._help, "error" if problem else "muted")
        self._help.setVisible(bool(problem) or self._info.isChecked())

    def _give_back(self) -> None:
        if self._value is not None:
            self.set_value(None)
            self.changed.emit(self.spec.name, None)

    def _recolour(self) -> None:
        tokens = self._theme.tokens
        self._info.setIcon(icon("info", tokens.muted))
        self._reset.setIcon(icon("undo", tokens.muted if self._value is not None else "#00000000"))


def help_words(spec: ParameterSpec) -> str:
    """What the parameter does, and what holds where it is left alone."""
    if isinstance(spec.default, (int, float)) and not isinstance(spec.default, bool):
        return tr("{help} Left alone: {value}.", help=tr(spec.help), value=f"{spec.default:g}")
    if isinstance(spec.default, str):
        return tr("{help} Left alone: {value}.", help=tr(spec.help), value=spec.default)
    return tr(spec.help)


def _position(spin: _CalmSpin, number: float) -> int:
    if _is_wide(spin):
        share = math.log(max(number, spin.low) / spin.low) / math.log(spin.high / spin.low)
    else:
        share = (number - spin.low) / (spin.high - spin.low)
    return round(min(1.0, max(0.0, share)) * _SLIDER_STEPS)


def _number(spin: _CalmSpin, position: int) -> float:
    share = position / _SLIDER_STEPS
    if _is_wide(spin):
        number = spin.low * (spin.high / spin.low) ** share
        digits = max(0, math.floor(math.log10(max(number, 1))) - 1)
        return float(min(spin.high, max(spin.low, round(number, -digits))))
    steps = round(share * (spin.high - spin.low) / spin.singleStep())
    return spin.low + steps * spin.singleStep()


def _is_wide(spin: _CalmSpin) -> bool:
    """Whether the slider is logarithmic: the longest answer goes from one token to a million."""
    return spin.low > 0 and spin.high / spin.low > _MOST_LINEAR_STEPS


def _texts(written: str) -> list[str]:
    return [line.replace("\\n", "\n") for line in written.split("\n") if line]
