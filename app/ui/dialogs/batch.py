"""A file of prompts in, a file of answers out: the dialog that asks for both and shows how far a run is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QDialog,
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.domain.batch import BatchProgress
from app.domain.language import marked, tr
from app.domain.remedies import Remedy
from app.ui.look.stylesheet import set_look
from app.ui.look.tokens import BETWEEN, INSIDE, TURN
from app.ui.wording import short_count

_KINDS = marked("Lines of JSON (*.jsonl);;All (*)")


class BatchDialog(QDialog):
    """``start_requested(model, source, target, resume, by_vendor, budget_usd)`` (a budget of 0 is none),
    ``stop_requested``, ``cancel_requested`` (of what the provider is at work on), ``model_changed(model)``.
    """

    start_requested = Signal(str, str, str, bool, bool, float)
    stop_requested = Signal()
    cancel_requested = Signal()
    model_changed = Signal(str)
    remedy_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Run a file of prompts"))
        self.setModal(False)
        self.setMinimumWidth(560)
        lead = QLabel(
            tr(
                "Each line of the first file is a prompt: a text in quotes, or an object with a “prompt” or “messages”."
                " Each line of the second is an answer. A local model works on several at once."
            )
        )
        lead.setWordWrap(True)
        set_look(lead, "muted")
        self.model = QComboBox()
        self.model.setEditable(True)
        self.model.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.model.setAccessibleName(tr("Model"))
        self.model.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        typed = self.model.lineEdit()
        assert typed is not None
        typed.setAccessibleName(tr("Model"))
        self.source = QLineEdit()
        self.source.setAccessibleName(tr("File of prompts"))
        self.source.setPlaceholderText("prompts.jsonl")
        self.target = QLineEdit()
        self.target.setAccessibleName(tr("File of answers"))
        self.target.setPlaceholderText("answers.jsonl")
        self.resume = QCheckBox(tr("Go on: leave out what the file of answers holds already"))
        self.by_vendor = QCheckBox(tr("Let the provider answer within a day, for less (Anthropic, OpenAI)"))
        self.by_vendor.setToolTip(tr("All lines go to the provider at once. You can close Baton, and go on later."))
        self.by_vendor.toggled.connect(lambda _on: self._enable_budget())
        self.budget = QDoubleSpinBox()
        self.budget.setAccessibleName(tr("Budget"))
        self.budget.setAccessibleDescription(tr("What the run may cost at most at models elsewhere."))
        self.budget.setDecimals(2)
        self.budget.setRange(0, 1e6)
        self.budget.setPrefix("$")
        self.budget.setSpecialValueText(tr("None of its own"))
        self.budget.setToolTip(tr("What the run may cost at most at models elsewhere; it then stops, and can go on."))
        self._choose_source = QPushButton(tr("Choose…"))
        self._choose_source.setAccessibleName(tr("Choose the file of prompts"))
        self._choose_source.clicked.connect(self._pick_source)
        self._choose_target = QPushButton(tr("Choose…"))
        self._choose_target.setAccessibleName(tr("Choose the file of answers"))
        self._choose_target.clicked.connect(self._pick_target)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.hide()
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.hide()
        self.start = QPushButton(tr("Start"))
        set_look(self.start, "primary")
        self.start.clicked.connect(self._start)
        self.stop = QPushButton(tr("Stop"))
        self.stop.clicked.connect(self.stop_requested)
        self.stop.hide()
        self.cancel = QPushButton(tr("Cancel at the provider"))
        self.cancel.setToolTip(tr("The provider answers no more lines; what it has answered is kept."))
        self.cancel.clicked.connect(self._cancel)
        self.cancel.hide()
        self._remedy: Remedy | None = None
        self.mend = QPushButton()
        self.mend.clicked.connect(lambda: self.remedy_wanted.emit(self._remedy))
        self.mend.hide()
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setHorizontalSpacing(BETWEEN)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.addRow(tr("Model"), self.model)
        form.addRow(tr("Prompts"), _beside(self.source, self._choose_source))
        form.addRow(tr("Answers"), _beside(self.target, self._choose_target))
        form.addRow(tr("Budget"), self.budget)
        form.addRow("", self.by_vendor)
        form.addRow("", self.resume)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.mend)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.stop)
        buttons.addWidget(self.start)
        column = QVBoxLayout(self)
        column.setContentsMargins(TURN, TURN, TURN, TURN)
        column.setSpacing(BETWEEN)
        column.addWidget(lead)
        column.addLayout(form)
        column.addWidget(self._bar)
        column.addWidget(self._words)
        column.addLayout(buttons)
        for field in (self.source, self.target, typed):
            field.textChanged.connect(self._check)
        typed.textChanged.connect(lambda text: self.model_changed.emit(text.strip()))
        self._takes_batches = True
        self._running = False
        self._check()

    def set_takes_batches(self, takes: bool) -> None:
        """Say whether the model's provider takes batches."""
        self._takes_batches = takes
        self.by_vendor.setEnabled(takes and not self._running)
        if not takes:
            self.by_vendor.setChecked(False)

    def set_models(self, ids: Sequence[str], chosen: str) -> None:
        """Offer models; ``chosen`` stands there unless something was typed before."""
        kept = self.model.currentText() or chosen
        self.model.clear()
        self.model.addItems(list(ids))
        completer = QCompleter(list(ids), self.model)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.model.setCompleter(completer)
        self.model.setEditText(kept)

    def set_progress(self, now: BatchProgress) -> None:
        """Show a run that goes on."""
        if not self._running:
            self._set_running(True)
        ended = now.earlier + now.done + now.failed
        self._bar.setRange(0, now.total or 0)
        self._bar.setValue(min(ended, now.total or 0))
        self._say(progress_words(now), "muted")

    def set_ended(self, words: str, *, look: str, may_go_on: bool, remedy: Remedy | None = None) -> None:
        """Say how a run ended; ``may_go_on`` ticks the box to do so, and ``remedy`` has a button."""
        self._set_running(False)
        self._remedy = remedy
        self.mend.setVisible(remedy is not None)
        self.mend.setText("" if remedy is None else remedy.words)
        self._say(words, look)
        self.resume.setChecked(may_go_on)
        self.start.setText(tr("Go on") if may_go_on else tr("Start"))

    def _say(self, words: str, look: str) -> None:
        set_look(self._words, look)
        self._words.setText(words)
        self._words.setVisible(bool(words))

    def _set_running(self, running: bool) -> None:
        self._running = running
        self.mend.hide()
        self._bar.setVisible(running)
        self.stop.setVisible(running)
        self.start.setVisible(not running)
        self.cancel.setVisible(running and self.by_vendor.isChecked())
        self.cancel.setEnabled(running)
        self.by_vendor.setEnabled(self._takes_batches and not running)
        inputs = (self.model, self.source, self.target, self.resume, self._choose_source, self._choose_target)
        for widget in inputs:
            widget.setEnabled(not running)
        self._enable_budget()

    def _enable_budget(self) -> None:
        """What a provider's batch costs is known at its end, so there is none for it."""
        self.budget.setEnabled(not self._running and not self.by_vendor.isChecked())

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.cancel_requested.emit()

    def _check(self) -> None:
        texts = (self.source.text(), self.target.text(), self.model.currentText())
        self.start.setEnabled(all(text.strip() for text in texts))

    def _start(self) -> None:
        self.start_requested.emit(
            self.model.currentText().strip(),
            self.source.text().strip(),
            self.target.text().strip(),
            self.resume.isChecked(),
            self.by_vendor.isChecked(),
            self.budget.value() if self.budget.isEnabled() else 0.0,
        )

    def _pick_source(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("The file of prompts"), str(Path.home()), tr(_KINDS))
        if path:
            self.source.setText(path)
            if not self.target.text().strip():
                self.target.setText(str(Path(path).with_suffix(".answers.jsonl")))

    def _pick_target(self) -> None:
        options = QFileDialog.Option.DontConfirmOverwrite  # nothing is ever overwritten
        path, _ = QFileDialog.getSaveFileName(
            self, tr("The file of answers"), self.target.text(), tr(_KINDS), options=options
        )
        if path:
            self.target.setText(path)


def progress_words(now: BatchProgress) -> str:
    """How far a run is, in one line."""
    done = now.earlier + now.done
    words = [
        tr("{done} done", done=done) if now.total is None else tr("{done} of {total} done", done=done, total=now.total)
    ]
    if now.failed:
        words.append(tr("{count} failed", count=now.failed))
    if now.output_tokens and now.elapsed_s:
        words.append(tr("{count} tokens a second", count=short_count(round(now.tokens_per_s))))
    if now.running and now.left_s is not None and now.left_s >= 1:
        minutes, seconds = divmod(round(now.left_s), 60)
        words.append(tr("{time} left", time=f"{minutes}:{seconds:02}"))
    if now.repeated_ids:
        words.append(tr("more than one line has the id {ids}", ids=", ".join(now.repeated_ids)))
    if now.note:
        words.append(now.note)
    return " · ".join(words)


def _beside(field: QWidget, button: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(INSIDE)
    line.addWidget(field, 1)
    line.addWidget(button)
    return line
