"""The form that corrects what is said of one model: what is left empty stays as it was told. Saves nothing itself."""

from __future__ import annotations

import math

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.domain.corrections import ABILITIES, NUMBERS, Correction
from app.domain.language import tr
from app.domain.models import ModelInfo
from app.domain.numerals import exact
from app.ui.look.stylesheet import set_look
from app.ui.look.tokens import BETWEEN, INSIDE, TURN
from app.ui.widgets.problem_line import ProblemLine, WayOut

_AS_TOLD = None


class CorrectionDialog(QDialog):
    """``save_requested(Correction)``, ``clear_requested(model)``; stays open, with the problem, until it is saved."""

    save_requested = Signal(object)
    clear_requested = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Correct facts"))
        self.setModal(False)
        self.setMinimumWidth(560)
        self._model = ""
        self._lead = QLabel()
        self._lead.setWordWrap(True)
        set_look(self._lead, "muted")
        self.title = QLineEdit()
        self.title.setAccessibleName(tr("Title"))
        self.numbers: dict[str, QLineEdit] = {}
        self.abilities: dict[str, QComboBox] = {}
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setVerticalSpacing(INSIDE)
        form.setHorizontalSpacing(BETWEEN)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.addRow(tr("Title"), self.title)
        for field, words, unit in NUMBERS:
            edit = QLineEdit()
            edit.setAccessibleName(f"{tr(words)}, {tr(unit)}")
            self.numbers[field] = edit
            form.addRow(f"{tr(words)} ({tr(unit)})", edit)
        for field, words in ABILITIES:
            combo = QComboBox()
            combo.setAccessibleName(tr(words))
            combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            for text, value in (("", _AS_TOLD), (tr("Yes"), True), (tr("No"), False)):
                combo.addItem(text, value)
            self.abilities[field] = combo
            form.addRow(tr(words), combo)
        self.problem = ProblemLine()
        self.clear_button = QPushButton(tr("Take all back"))
        self.clear_button.clicked.connect(lambda: self.clear_requested.emit(self._model))
        self.save_button = QPushButton(tr("Save"))
        set_look(self.save_button, "primary")
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self._save)
        cancel = QPushButton(tr("Cancel"))
        cancel.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.setSpacing(INSIDE)
        buttons.addWidget(self.clear_button)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(TURN, TURN, TURN, TURN)
        column.setSpacing(BETWEEN)
        column.addWidget(self._lead)
        column.addLayout(form)
        column.addWidget(self.problem)
        column.addLayout(buttons)

    def open_for(self, info: ModelInfo, correction: Correction) -> None:
        """Show what is said of a model now, in grey, and the person's own correction of it."""
        self._model = str(info.id)
        if info.source:
            lead = tr(
                "{model}: what you leave empty stays as it was told. From: {source}.",
                model=self._model,
                source=info.source,
            )
        else:
            lead = tr("{model}: what you leave empty stays as it was told.", model=self._model)
        self._lead.setText(lead)
        self.title.setText(correction.title or "")
        self.title.setPlaceholderText(info.title)
        for field, edit in self.numbers.items():
            own = getattr(correction, field)
            edit.setText("" if own is None else exact(own))
            edit.setPlaceholderText(_told_number(info, field))
        for field, combo in self.abilities.items():
            told = tr("As told: yes") if getattr(info.capabilities, field) else tr("As told: no")
            combo.setItemText(0, told if getattr(correction, field) is None else tr("As told"))
            combo.setCurrentIndex(combo.findData(getattr(correction, field)))
        self.clear_button.setVisible(not correction.says_nothing)
        self.set_problem("")
        self.show()
        self.raise_()
        self.numbers["context_tokens"].setFocus(Qt.FocusReason.OtherFocusReason)

    def set_problem(self, problem: str, way: WayOut | None = None) -> None:
        """Say why it cannot be saved so."""
        self.problem.show_problem(problem, way)

    def _save(self) -> None:
        values: dict[str, object] = {field: combo.currentData() for field, combo in self.abilities.items()}
        for field, words, _ in NUMBERS:
            try:
                values[field] = _number(self.numbers[field].text(), whole=field.endswith("_tokens"))
            except ValueError:
                typed = repr(self.numbers[field].text()[:40])
                self.set_problem(tr("{field}: {typed} is no number.", field=tr(words), typed=typed))
                self.numbers[field].setFocus(Qt.FocusReason.OtherFocusReason)
                return
        correction = Correction(model=self._model, title=self.title.text().strip() or None, **values)  # type: ignore[arg-type]  # fields of the same names
        if correction.says_nothing and self.clear_button.isVisible():
            self.clear_requested.emit(self._model)
        else:
            self.save_requested.emit(correction)


def _number(text: str, *, whole: bool) -> float | None:
    """What was typed, as the person's language writes numbers, with what parts thousands or not; ``None`` for nothing.

    Raises ``ValueError``.
    """
    plain = "".join(text.split()).strip("$")
    if not plain:
        return None
    value, is_number = QLocale().toDouble(plain)
    if not is_number or not math.isfinite(value) or (whole and not value.is_integer()):
        raise ValueError(plain)
    return int(value) if whole else value


def _told_number(info: ModelInfo, field: str) -> str:
    holder = info.capabilities if field.endswith("_tokens") else info.price
    told = getattr(holder, field, None)
    return tr("nobody says") if told is None else exact(told)
