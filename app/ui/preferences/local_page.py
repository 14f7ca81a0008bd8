"""Settings > Model files: searching, downloads, the files Baton knows and those found; touches no file itself."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.domain.hub import FoundModel
from app.domain.language import tr
from app.domain.models import LoadPlan, LocalModel
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import ThemeController
from app.ui.look.tokens import BETWEEN, INSIDE
from app.ui.preferences.download_list import DownloadList
from app.ui.preferences.hub_panel import HubPanel
from app.ui.preferences.model_list import FoundList, ModelRow, clear


class LocalPage(QWidget):
    """``add_requested(path)``, ``use_requested(name)``, ``remove_requested(name)``, ``unload_requested(name)``,
    ``adapter_set(name, path, scale)``, ``adapter_removed(name, path)``; its parts have theirs.
    """

    add_requested = Signal(str)
    use_requested = Signal(str)
    remove_requested = Signal(str)
    unload_requested = Signal(str)
    adapter_set = Signal(str, str, float)
    adapter_removed = Signal(str, str)

    def __init__(self, theme: ThemeController) -> None:
        super().__init__()
        self._theme = theme
        self.rows: dict[str, ModelRow] = {}
        lead = QLabel(tr("Models that run on this machine, offline and in private. Baton runs GGUF files."))
        lead.setWordWrap(True)
        set_look(lead, "muted")
        self.hub = HubPanel(theme)
        self.downloads = DownloadList()
        head = QLabel(tr("On this machine"))
        set_look(head, "section")
        self.add_button = QPushButton(tr("Add a file…"))
        self.add_button.clicked.connect(self._choose_file)
        self._empty = QLabel(tr("No model files yet. Find one above, or add one you have."))
        self._empty.setWordWrap(True)
        self._list = QVBoxLayout()
        self._list.setSpacing(INSIDE)
        self._own = QWidget()
        top = QHBoxLayout()
        top.addWidget(head, 1)
        top.addWidget(self.add_button)
        own = QVBoxLayout(self._own)
        own.setContentsMargins(0, 0, 0, 0)
        own.setSpacing(INSIDE)
        own.addLayout(top)
        own.addWidget(self._empty)
        own.addLayout(self._list)
        self.found = FoundList()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BETWEEN)
        for widget in (lead, self.hub, self.downloads, self._own, self.found):
            column.addWidget(widget)
        column.addStretch(1)
        self.downloads.use_requested.connect(self.use_requested)
        self.found.add_requested.connect(self.add_requested)

    def set_models(self, models: Sequence[LocalModel], loaded: Collection[str] = ()) -> None:
        """Show the model files; ``loaded`` are the names of those in memory."""
        clear(self._list)
        self._empty.setVisible(not models)
        self.rows = {model.name: ModelRow(model, self._theme, is_loaded=model.name in loaded) for model in models}
        for row in self.rows.values():
            row.use_requested.connect(self.use_requested)
            row.remove_requested.connect(self.remove_requested)
            row.unload_requested.connect(self.unload_requested)
            row.adapter_wanted.connect(self._choose_adapter)
            row.adapter_set.connect(self.adapter_set)
            row.adapter_removed.connect(self.adapter_removed)
            self._list.addWidget(row)

    def set_plan(self, name: str, plan: LoadPlan) -> None:
        """Say how a model would be loaded."""
        if name in self.rows:
            self.rows[name].set_plan(plan)

    def set_found(self, found: Sequence[FoundModel]) -> None:
        """Show what other programs keep."""
        self.found.set_found(found)

    def _choose_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, tr("Add a model file"), str(Path.home()), tr("Models (*.gguf);;All (*)")
        )
        if path:
            self.add_requested.emit(path)

    def _choose_adapter(self, name: str) -> None:
        title = tr("An adapter for {name}", name=name)
        path, _ = QFileDialog.getOpenFileName(self, title, str(Path.home()), tr("Adapters (*.gguf);;All (*)"))
        if path:
            self.adapter_set.emit(name, path, 1.0)
