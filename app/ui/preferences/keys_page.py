"""Settings > Keys: one row a provider; takes a key in, never shows one, keeps none."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

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
        self.remove_button = QPushButton("Remove")
        self.edit = QLineEdit()
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setPlaceholderText("Paste the key")
        self.edit.setAccessibleName(f"Key for {status.title}")
        self.save_button = QPushButton("Save")
        set_look(self.save_button, "primary")
        self._cancel = QPushButton("Cancel")
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
        self.replace_button.setText("Use another" if variable else "Replace" if status.has_key else "Add a key")
        self.replace_button.setAccessibleName(f"{self.replace_button.text()} for {status.title}")
        self.remove_button.setVisible(status.has_key and not variable)  # Baton keeps none that it could remove
        self.remove_button.setAccessibleName(f"Remove the key for {status.title}")
        if not status.has_key:
            self._state.setText("No key")
            set_look(self._state, "muted")
        elif status.problem:
            self._state.setText(f"{status.problem} (The key is from {variable}.)" if variable else status.problem)
            set_look(self._state, "error")
        else:
            count = len(status.models)
            models = "1 model" if count == 1 else f"{count} models"
            words = f"Key from the environment variable {variable}" if variable else "Key set"
            self._state.setText(f"{words}, {models}" if count else words)
            set_look(self._state, "good")

    def set_checking(self) -> None:
        """Say that the key is being tried."""
        self._state.setText("Trying the key …")
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
        lead = QLabel("Keys stay in your system's keyring. Baton never writes them to a file and never shows them.")
        lead.setWordWrap(True)
        set_look(lead, "muted")
        self._problem = QLabel()
        self._problem.setWordWrap(True)
        set_look(self._problem, "warning")
        self._problem.hide()
        self._loading = QLabel("Asking the keyring …")
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
