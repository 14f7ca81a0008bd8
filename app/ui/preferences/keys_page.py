"""Settings > Keys: one row a provider; takes a key in, never shows one, keeps none."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.domain.language import plural, tr
from app.domain.models import ProviderStatus
from app.ui.look.stylesheet import set_look
from app.ui.look.tokens import BETWEEN, GRID, INSIDE


class _KeyRow(QFrame):
    """One provider: its state, and a field that hides what is typed."""

    set_requested = Signal(str, str)
    remove_requested = Signal(str)

    def __init__(self, status: ProviderStatus) -> None:
        super().__init__()
        self.provider = status.name
        set_look(self, "card")
        self._title = QLabel(status.title)
        set_look(self._title, "strong")
        self._state = QLabel()
        self._state.setWordWrap(True)
        self.replace_button = QPushButton()
        self.remove_button = QPushButton(tr("Remove"))
        self.edit = QLineEdit()
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setPlaceholderText(tr("Paste the key"))
        self.edit.setAccessibleName(tr("Key for {name}", name=status.title))
        self.save_button = QPushButton(tr("Save"))
        set_look(self.save_button, "primary")
        self._cancel = QPushButton(tr("Cancel"))
        self._entry = QWidget()
        entry = QHBoxLayout(self._entry)
        entry.setContentsMargins(0, 0, 0, 0)
        entry.addWidget(self.edit, 1)
        entry.addWidget(self.save_button)
        entry.addWidget(self._cancel)
        self._entry.hide()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._state)
        line = QHBoxLayout()
        line.addLayout(words, 1)
        line.addWidget(self.replace_button)
        line.addWidget(self.remove_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(BETWEEN, 12, 12, 12)
        column.setSpacing(INSIDE)
        column.addLayout(line)
        column.addWidget(self._entry)
        self.replace_button.clicked.connect(self.open_entry)
        self.remove_button.clicked.connect(lambda: self.remove_requested.emit(self.provider))
        self.save_button.clicked.connect(self._save)
        self._cancel.clicked.connect(self._close_entry)
        self.edit.returnPressed.connect(self._save)
        self.edit.textChanged.connect(lambda text: self.save_button.setEnabled(bool(text.strip())))
        self.save_button.setEnabled(False)
        self.set_status(status)

    def set_status(self, status: ProviderStatus) -> None:
        """Show whether there is a key and whether it works."""
        variable = status.key_variable
        if variable:
            text, whole = tr("Use another"), tr("Use another for {name}", name=status.title)
        elif status.has_key:
            text, whole = tr("Replace"), tr("Replace for {name}", name=status.title)
        else:
            text, whole = tr("Add a key"), tr("Add a key for {name}", name=status.title)
        self.replace_button.setText(text)
        self.replace_button.setAccessibleName(whole)
        self.remove_button.setVisible(status.has_key and not variable)  # Baton keeps none that it could remove
        self.remove_button.setAccessibleName(tr("Remove the key for {name}", name=status.title))
        if not status.has_key:
            self._state.setText(tr("No key"))
            set_look(self._state, "muted")
        elif status.problem:
            whence = tr("{problem} (The key is from {variable}.)", problem=status.problem, variable=variable)
            self._state.setText(whence if variable else status.problem)
            set_look(self._state, "error")
        else:
            words = tr("Key from the environment variable {variable}", variable=variable) if variable else tr("Key set")
            models = plural("1 model", "{count} models", len(status.models))
            self._state.setText(f"{words}, {models}" if status.models else words)
            set_look(self._state, "good")

    def set_checking(self) -> None:
        """Say that the key is being tried."""
        self._state.setText(tr("Trying the key …"))
        set_look(self._state, "muted")

    def open_entry(self) -> None:
        """Show the field for a key."""
        self._entry.show()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_entry(self) -> None:
        self.edit.clear()
        self._entry.hide()
        self.replace_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        key = self.edit.text().strip()
        if key:
            self._close_entry()  # the field forgets it before anything else happens
            self.set_checking()
            self.set_requested.emit(self.provider, key)


class KeysPage(QWidget):
    """``key_set(provider, key)`` and ``key_removed(provider)``."""

    key_set = Signal(str, str)
    key_removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[str, _KeyRow] = {}
        lead = QLabel(tr("Keys stay in your system's keyring. Baton never writes them to a file and never shows them."))
        lead.setWordWrap(True)
        set_look(lead, "muted")
        self._problem = QLabel()
        self._problem.setWordWrap(True)
        set_look(self._problem, "warning")
        self._problem.hide()
        self._loading = QLabel(tr("Asking the keyring …"))
        set_look(self._loading, "muted")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(INSIDE + GRID)
        self._column.addWidget(lead)
        self._column.addWidget(self._problem)
        self._column.addWidget(self._loading)
        self._column.addStretch(1)

    def set_problem(self, problem: str | None) -> None:
        """Say why keys are kept for this run only, or that they are kept."""
        self._problem.setText(problem or "")
        self._problem.setVisible(problem is not None)

    def set_statuses(self, statuses: Sequence[ProviderStatus]) -> None:
        """Show every provider that takes a key."""
        self._loading.hide()
        wanted = {status.name: status for status in statuses if status.needs_key}
        for name in [name for name in self.rows if name not in wanted]:
            row = self.rows.pop(name)
            row.hide()
            row.deleteLater()
        for name, status in wanted.items():
            if name in self.rows:
                self.rows[name].set_status(status)
                continue
            row = _KeyRow(status)
            row.set_requested.connect(self.key_set)
            row.remove_requested.connect(self.key_removed)
            self._column.insertWidget(self._column.count() - 1, row)
            self.rows[name] = row

    def open_entry(self, provider: str) -> None:
        """Put the cursor where the key of ``provider`` is typed."""
        if provider in self.rows:
            self.rows[provider].open_entry()
