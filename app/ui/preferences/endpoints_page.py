"""Settings > Endpoints: OpenAI-compatible servers by name and address; saves and tests nothing itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.models import Endpoint, ProviderStatus
from app.ui.stylesheet import set_look
from app.ui.tokens import BETWEEN, INSIDE


class EndpointsPage(QWidget):
    """``endpoints_changed(tuple)`` with the whole new list, ``test_requested(name)``, ``key_requested(name)``.

    A well-known endpoint that needs no key is added by choosing it; the address of one that needs a key is known
    already, so that choosing it asks for the key.
    """

    endpoints_changed = Signal(object)
    test_requested = Signal(str)
    key_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._endpoints: tuple[Endpoint, ...] = ()
        self._statuses: dict[str, ProviderStatus] = {}
        self._well_known: tuple[Endpoint, ...] = ()
        self._editing: str | None = None
        lead = QLabel("Any server that speaks OpenAI's protocol: Ollama, llama.cpp, vLLM, Groq, OpenRouter and others.")
        lead.setWordWrap(True)
        set_look(lead, "muted")
        self._list = QVBoxLayout()
        self._list.setSpacing(INSIDE)
        self.add_button = QPushButton("Add an endpoint…")
        self.add_button.clicked.connect(lambda: self._open_form(None))
        self.known_menu = QMenu(self)
        self.known_button = QPushButton("Well known")
        self.known_button.setToolTip("Servers whose address Baton knows")
        self.known_button.setMenu(self.known_menu)
        self.known_button.hide()
        self._form = QFrame()
        set_look(self._form, "card")
        self.name = QLineEdit()
        self.name.setPlaceholderText("ollama")
        self.name.setAccessibleName("Name")
        self.url = QLineEdit()
        self.url.setPlaceholderText("http://localhost:11434/v1")
        self.url.setAccessibleName("Address")
        self.needs_key = QCheckBox("It needs a key")
        self._problem = QLabel()
        self._problem.setWordWrap(True)
        set_look(self._problem, "error")
        self._problem.hide()
        self.save_button = QPushButton("Save")
        set_look(self.save_button, "primary")
        cancel = QPushButton("Cancel")
        form = QFormLayout(self._form)
        form.setContentsMargins(BETWEEN, BETWEEN, BETWEEN, BETWEEN)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow("Name", self.name)
        form.addRow("Address", self.url)
        form.addRow("", self.needs_key)
        form.addRow(self._problem)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save_button)
        form.addRow(buttons)
        self._form.hide()
        self.save_button.clicked.connect(self._save)
        cancel.clicked.connect(self.close_form)
        self.url.returnPressed.connect(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(lead)
        column.addLayout(self._list)
        column.addWidget(self._form)
        adding = QHBoxLayout()
        adding.setSpacing(INSIDE)
        adding.addWidget(self.add_button)
        adding.addWidget(self.known_button)
        adding.addStretch(1)
        column.addLayout(adding)
        column.addStretch(1)

    def set_endpoints(self, endpoints: Sequence[Endpoint], statuses: Sequence[ProviderStatus]) -> None:
        """Show the endpoints with what is known of each."""
        self._endpoints = tuple(endpoints)
        self._statuses = {status.name: status for status in statuses}
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for endpoint in self._endpoints:
            self._list.addWidget(self._row(endpoint))
        self._offer()

    def set_well_known(self, endpoints: Sequence[Endpoint]) -> None:
        """Offer the endpoints whose address nobody has to look up."""
        self._well_known = tuple(endpoints)
        self._offer()

    def set_problem(self, problem: str) -> None:
        """Say why what was typed cannot be saved; the form stays open with it."""
        self._form.show()
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def set_testing(self, name: str) -> None:
        """Say that an endpoint is being asked."""
        label = self.findChild(QLabel, f"endpoint-state-{name}")
        if label is not None:
            label.setText("Asking for its models …")
            set_look(label, "muted")

    def close_form(self) -> None:
        """Put the form away, and the focus where the next endpoint would begin."""
        had_focus = self._form.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self.add_button.show()
        if had_focus:
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._form.hide()

    def _offer(self) -> None:
        """Fill the menu with what is not switched on: first what runs on this machine, then what needs a key."""
        had = {endpoint.name for endpoint in self._endpoints}
        had |= {status.name for status in self._statuses.values() if status.needs_key and status.has_key}
        offered = [endpoint for endpoint in self._well_known if endpoint.name not in had]
        self.known_menu.clear()
        for needs_key, section in ((False, "On this machine"), (True, "With a key")):
            fitting = [endpoint for endpoint in offered if endpoint.needs_key is needs_key]
            if fitting:
                self.known_menu.addSection(section)
            for endpoint in fitting:
                action = self.known_menu.addAction(endpoint.title or endpoint.name)
                action.setToolTip(endpoint.url)
                action.triggered.connect(lambda _=False, chosen=endpoint: self._switch_on(chosen))
        self.known_menu.setToolTipsVisible(True)
        self.known_button.setVisible(bool(offered))

    def _switch_on(self, endpoint: Endpoint) -> None:
        if endpoint.needs_key:
            self.key_requested.emit(endpoint.name)
        else:
            self.endpoints_changed.emit((*self._endpoints, endpoint))

    def _row(self, endpoint: Endpoint) -> QWidget:
        row = QFrame()
        set_look(row, "card")
        title = QLabel(endpoint.title or endpoint.name)
        set_look(title, "strong")
        address = QLabel(endpoint.url)
        address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        set_look(address, "muted")
        state = QLabel(self._state_words(endpoint))
        state.setObjectName(f"endpoint-state-{endpoint.name}")
        state.setWordWrap(True)
        status = self._statuses.get(endpoint.name)
        set_look(state, "error" if status is not None and status.problem else "muted")
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (title, address, state):
            words.addWidget(label)
        line = QHBoxLayout(row)
        line.setContentsMargins(BETWEEN, 12, 12, 12)
        line.addLayout(words, 1)
        calls = [("Test", lambda: self.test_requested.emit(endpoint.name))]
        if endpoint.needs_key:
            calls.append(("Key…", lambda: self.key_requested.emit(endpoint.name)))
        calls.append(("Edit", lambda: self._open_form(endpoint)))
        calls.append(("Remove", lambda: self._remove(endpoint.name)))
        for text, call in calls:
            button = QPushButton(text)
            button.setAccessibleName(f"{text} {endpoint.title or endpoint.name}")
            button.clicked.connect(call)
            line.addWidget(button)
        return row

    def _state_words(self, endpoint: Endpoint) -> str:
        status = self._statuses.get(endpoint.name)
        if status is None:
            return "Not asked yet"
        if status.needs_key and not status.has_key:
            return "Needs a key"
        count = len(status.models)
        return status.problem or ("Works: 1 model" if count == 1 else f"Works: {count} models")

    def _open_form(self, endpoint: Endpoint | None) -> None:
        self._editing = endpoint.name if endpoint else None
        self.name.setText(endpoint.name if endpoint else "")
        self.url.setText(endpoint.url if endpoint else "")
        self.needs_key.setChecked(endpoint.needs_key if endpoint else False)
        self._problem.hide()
        self._form.show()
        self.add_button.hide()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        title = next((item.title for item in self._endpoints if item.name == self._editing), "")
        new = Endpoint(
            name=self.name.text().strip(),
            url=self.url.text().strip(),
            title=title,
            needs_key=self.needs_key.isChecked(),
        )
        others = [item for item in self._endpoints if item.name != self._editing]
        if any(item.name == new.name for item in others):
            self.set_problem(f"There is an endpoint {new.name!r} already. Choose another name.")
            return
        kept = [new if item.name == self._editing else item for item in self._endpoints]
        self.endpoints_changed.emit(tuple(kept if self._editing else [*kept, new]))

    def _remove(self, name: str) -> None:
        self.endpoints_changed.emit(tuple(item for item in self._endpoints if item.name != name))
