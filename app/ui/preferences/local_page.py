"""Settings > Model files: the GGUF files Baton knows, their plans, and downloads; touches no file itself."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.models import LoadPlan, LocalModel
from app.ui.dock import plan_words
from app.ui.stylesheet import set_look
from app.ui.tokens import BETWEEN, GRID, INSIDE
from app.ui.wording import short_count, size_words


class LocalPage(QWidget):
    """``add_requested(path)``, ``pull_requested(repository, file)``, ``pull_cancelled``, ``remove_requested(name)``,
    ``plan_requested(name)``, ``use_requested(name)``.
    """

    add_requested = Signal(str)
    pull_requested = Signal(str, str)
    pull_cancelled = Signal()
    remove_requested = Signal(str)
    plan_requested = Signal(str)
    use_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        lead = QLabel("Models that run on this machine, offline and in private. Baton runs GGUF files.")
        lead.setWordWrap(True)
        set_look(lead, "muted")
        self._list = QVBoxLayout()
        self._list.setSpacing(INSIDE)
        self._empty = QLabel("No model files yet. Add one you have, or download one.")
        self._empty.setWordWrap(True)
        self.add_button = QPushButton("Add a file…")
        self.add_button.clicked.connect(self._choose_file)
        self._pull = QFrame()
        set_look(self._pull, "card")
        head = QLabel("Download from Hugging Face")
        set_look(head, "strong")
        self.repository = QLineEdit()
        self.repository.setPlaceholderText("owner/repository-GGUF")
        self.repository.setAccessibleName("Repository")
        self.file_name = QLineEdit()
        self.file_name.setPlaceholderText("Left empty, a file of middling size is chosen")
        self.file_name.setAccessibleName("File")
        self.pull_button = QPushButton("Download")
        set_look(self.pull_button, "primary")
        self.pull_button.setEnabled(False)
        self.cancel_button = QPushButton("Cancel")
        self.cancel_button.hide()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.hide()
        self._progress = QLabel()
        self._progress.setWordWrap(True)
        set_look(self._progress, "muted")
        self._progress.hide()
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow("Repository", self.repository)
        form.addRow("File", self.file_name)
        buttons = QHBoxLayout()
        buttons.addWidget(self._progress, 1)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.pull_button)
        pull = QVBoxLayout(self._pull)
        pull.setContentsMargins(BETWEEN, 12, 12, 12)
        pull.setSpacing(INSIDE)
        pull.addWidget(head)
        pull.addLayout(form)
        pull.addWidget(self._bar)
        pull.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(lead)
        column.addWidget(self._empty)
        column.addLayout(self._list)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(GRID)
        column.addWidget(self._pull)
        column.addStretch(1)
        self.repository.textChanged.connect(lambda text: self.pull_button.setEnabled("/" in text))
        self.repository.returnPressed.connect(self._start_pull)
        self.pull_button.clicked.connect(self._start_pull)
        self.cancel_button.clicked.connect(self.pull_cancelled)

    def set_models(self, models: Sequence[LocalModel]) -> None:
        """Show the model files."""
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._empty.setVisible(not models)
        for model in models:
            self._list.addWidget(self._row(model))

    def set_plan(self, name: str, plan: LoadPlan) -> None:
        """Show how a model would be loaded."""
        label = self.findChild(QLabel, f"plan-{name}")
        if label is not None:
            label.setText(plan_words(plan))
            set_look(label, "muted" if plan.fits else "error")
            label.show()

    def set_progress(self, done: int, total: int | None) -> None:
        """Show how far the download is, in bytes."""
        self._set_pulling(True)
        if total:
            self._bar.setRange(0, 1000)
            self._bar.setValue(round(done / total * 1000))
            self._progress.setText(f"{size_words(done)} of {size_words(total)}")
        else:
            self._bar.setRange(0, 0)
            self._progress.setText(size_words(done) if done else "Asking the hub …")
        set_look(self._progress, "muted")

    def set_pull_ended(self, words: str, *, failed: bool = False) -> None:
        """Say how the download ended."""
        self._set_pulling(False)
        self._progress.setText(words)
        set_look(self._progress, "error" if failed else "good")
        self._progress.setVisible(bool(words))

    def _set_pulling(self, pulling: bool) -> None:
        self._bar.setVisible(pulling)
        self._progress.setVisible(pulling)
        self.cancel_button.setVisible(pulling)
        self.pull_button.setVisible(not pulling)
        self.repository.setEnabled(not pulling)
        self.file_name.setEnabled(not pulling)

    def _row(self, model: LocalModel) -> QWidget:
        row = QFrame()
        set_look(row, "card")
        title = QLabel(model.name)
        set_look(title, "strong")
        title.setToolTip(model.path)
        facts = [size_words(model.size_bytes), model.architecture, model.parameters_label, model.quantisation]
        if model.context_tokens:
            facts.append(f"{short_count(model.context_tokens)} context")
        about = QLabel(model.problem or " · ".join(fact for fact in facts if fact))
        about.setWordWrap(True)
        set_look(about, "error" if model.problem else "muted")
        plan = QLabel()
        plan.setObjectName(f"plan-{model.name}")
        plan.setWordWrap(True)
        plan.hide()
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (title, about, plan):
            words.addWidget(label)
        line = QHBoxLayout(row)
        line.setContentsMargins(BETWEEN, 12, 12, 12)
        line.addLayout(words, 1)
        calls = []
        if not model.problem:
            calls.append(("Use", lambda: self.use_requested.emit(model.name)))
            calls.append(("Does it fit?", lambda: self.plan_requested.emit(model.name)))
        calls.append(("Remove", lambda: self.remove_requested.emit(model.name)))
        for text, call in calls:
            button = QPushButton(text)
            button.setAccessibleName(f"{text} {model.name}")
            button.clicked.connect(call)
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _choose_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, "Add a model file", str(Path.home()), "Models (*.gguf);;All (*)")
        if path:
            self.add_requested.emit(path)

    def _start_pull(self) -> None:
        if self.pull_button.isEnabled() and self.pull_button.isVisible():
            self.set_progress(0, None)
            self.pull_requested.emit(self.repository.text().strip(), self.file_name.text().strip())
