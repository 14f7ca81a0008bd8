"""Settings > Endpoints: OpenAI-compatible servers by name and address; saves and tests nothing itself."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.domain.hosts import is_this_machine
from app.domain.language import marked, plural, tr
from app.domain.models import APIS, Endpoint, EndpointPreset, ProviderStatus
from app.ui.look.stylesheet import set_look
from app.ui.look.tokens import BETWEEN, INSIDE
from app.ui.widgets.problem_line import ProblemLine, WayOut

_EXAMPLE = "YOUR-"  # what stands in an address for a part that only the person knows
_USUAL_ADDRESS = "http://localhost:11434/v1"
_API_HELP = marked(
    "Choose Responses where the endpoint's own documentation names it (POST /responses): reasoning models then keep "
    "their thinking from one tool call to the next. Baton does not find out by itself: many servers answer there and "
    "speak only a part of it."
)


class EndpointsPage(QWidget):
    """``endpoints_changed(tuple)`` with the whole new list, ``test_requested(name)``, ``key_requested(name)``,
    ``look_requested``: for servers on this machine.

    A well-known endpoint that needs nothing is added by choosing it; one that needs a key asks for that, its address
    being known; one whose address is the person's own opens the form with what is usual.
    """

    endpoints_changed = Signal(object)
    test_requested = Signal(str)
    key_requested = Signal(str)
    look_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._endpoints: tuple[Endpoint, ...] = ()
        self._statuses: dict[str, ProviderStatus] = {}
        self._well_known: tuple[EndpointPreset, ...] = ()
        self._preset: EndpointPreset | None = None
        self._editing: str | None = None
        lead = QLabel(
            tr("Any server that speaks OpenAI's protocol: Ollama, llama.cpp, vLLM, Groq, OpenRouter and others.")
        )
        lead.setWordWrap(True)
        set_look(lead, "muted")
        self._list = QVBoxLayout()
        self._list.setSpacing(INSIDE)
        self.add_button = QPushButton(tr("Add an endpoint…"))
        self.add_button.clicked.connect(lambda: self._open_form(None))
        self.known_menu = QMenu(self)
        self.known_button = QPushButton(tr("Well known"))
        self.known_button.setToolTip(tr("Servers whose address Baton knows"))
        self.known_button.setMenu(self.known_menu)
        self.known_button.hide()
        self.look_button = QPushButton(tr("Look for local servers"))
        self.look_button.setToolTip(
            tr("Asks the ports of this machine that model servers usually listen on, and no other")
        )
        self.look_button.clicked.connect(self.look_requested)
        self._found_words = QLabel()
        self._found_words.setWordWrap(True)
        set_look(self._found_words, "muted")
        self._found_words.hide()
        self._found = QVBoxLayout()
        self._found.setSpacing(INSIDE)
        self._form = QFrame()
        set_look(self._form, "card")
        self.name = QLineEdit()
        self.name.setPlaceholderText("ollama")
        self.name.setAccessibleName(tr("Name"))
        self.url = QLineEdit()
        self.url.setPlaceholderText(_USUAL_ADDRESS)
        self.url.setAccessibleName(tr("Address"))
        self.needs_key = QCheckBox(tr("It needs a key"))
        self.api = QComboBox()
        self.api.setAccessibleName(tr("Interface"))
        self.api.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.api.addItem(tr("What is usual for it, mostly Chat Completions"), "")
        for value, words in APIS:
            self.api.addItem(tr(words), value)
        self.api.setAccessibleDescription(tr(_API_HELP))
        api_help = QLabel(tr(_API_HELP))
        api_help.setWordWrap(True)
        set_look(api_help, "muted")
        self.models = QLineEdit()
        self.models.setPlaceholderText(tr("All that it lists; or some, separated by commas"))
        self.models.setAccessibleName(tr("Models"))
        self._note = QLabel()
        self._note.setWordWrap(True)
        set_look(self._note, "muted")
        self._note.hide()
        self._problem = ProblemLine()
        self.save_button = QPushButton(tr("Save"))
        set_look(self.save_button, "primary")
        cancel = QPushButton(tr("Cancel"))
        form = QFormLayout(self._form)
        form.setContentsMargins(BETWEEN, BETWEEN, BETWEEN, BETWEEN)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(self._note)
        form.addRow(tr("Name"), self.name)
        form.addRow(tr("Address"), self.url)
        form.addRow("", self.needs_key)
        form.addRow(tr("Interface"), self.api)
        form.addRow("", api_help)
        form.addRow(tr("Models"), self.models)
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
        adding.addWidget(self.look_button)
        adding.addStretch(1)
        column.addLayout(adding)
        column.addWidget(self._found_words)
        column.addLayout(self._found)
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
        if not self._endpoints:
            self._list.addWidget(_none_yet())
        self._offer()

    def set_well_known(self, presets: Sequence[EndpointPreset]) -> None:
        """Offer the endpoints of which most is known."""
        self._well_known = tuple(presets)
        self._offer()

    def set_looking(self) -> None:
        """Say that servers on this machine are looked for."""
        self.look_button.setEnabled(False)
        self._show_found((), tr("Asking this machine's ports …"))

    def set_found(self, endpoints: Sequence[Endpoint]) -> None:
        """Offer the servers that were found and are not in the list, each by a button."""
        self.look_button.setEnabled(True)
        had = {endpoint.url for endpoint in self._endpoints}
        new = [endpoint for endpoint in endpoints if endpoint.url not in had]
        near = {urlsplit(preset.endpoint.url).port for preset in self._well_known if _is_near(preset)}
        ports = ", ".join(str(port) for port in sorted(port for port in near if port is not None))
        if new:
            self._show_found(new, tr("These answered and are not in use yet:"))
        elif endpoints:
            self._show_found((), tr("What answered is in the list already."))
        else:
            self._show_found(
                (),
                tr(
                    "Nothing answered on the ports {ports} of this machine. Start the server, then look again.",
                    ports=ports,
                ),
            )

    def _show_found(self, endpoints: Sequence[Endpoint], words: str) -> None:
        while (item := self._found.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._found_words.setText(words)
        self._found_words.show()
        for endpoint in endpoints:
            button = QPushButton(
                tr("Add {name} at {address}", name=endpoint.title or endpoint.name, address=endpoint.url)
            )
            button.clicked.connect(lambda _=False, chosen=endpoint: self._add_found(chosen))
            self._found.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_found(self, endpoint: Endpoint) -> None:
        self._show_found((), "")
        self._found_words.hide()
        self.look_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.endpoints_changed.emit((*self._endpoints, endpoint))

    def set_problem(self, problem: str, way: WayOut | None = None) -> None:
        """Say why what was typed cannot be saved; the form stays open with it."""
        self._form.show()
        self._problem.show_problem(problem, way)

    def set_testing(self, name: str) -> None:
        """Say that an endpoint is being asked."""
        label = self.findChild(QLabel, f"endpoint-state-{name}")
        if label is not None:
            label.setText(tr("Asking for its models …"))
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
        offered = [preset for preset in self._well_known if preset.endpoint.name not in had]
        self.known_menu.clear()
        near = [preset for preset in offered if _is_near(preset)]
        for section, fitting in (
            (tr("On this machine"), near),
            (tr("With a key"), [preset for preset in offered if preset not in near]),
        ):
            if fitting:
                self.known_menu.addSection(section)
            for preset in fitting:
                endpoint = preset.endpoint
                action = self.known_menu.addAction((endpoint.title or endpoint.name) + ("…" if preset.asks_url else ""))
                action.setToolTip(tr(preset.note) if preset.note else endpoint.url)
                action.triggered.connect(lambda _=False, chosen=preset: self._switch_on(chosen))
        self.known_menu.setToolTipsVisible(True)
        self.known_button.setVisible(bool(offered))

    def _switch_on(self, preset: EndpointPreset) -> None:
        endpoint = preset.endpoint
        if preset.asks_url:
            self._open_form(None, preset)
        elif endpoint.needs_key:
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
        name = endpoint.title or endpoint.name
        calls = [(tr("Test"), tr("Test {name}", name=name), lambda: self.test_requested.emit(endpoint.name))]
        if endpoint.needs_key:
            calls.append((tr("Key…"), tr("Key for {name}", name=name), lambda: self.key_requested.emit(endpoint.name)))
        calls.append((tr("Edit"), tr("Edit {name}", name=name), lambda: self._open_form(endpoint)))
        calls.append((tr("Remove"), tr("Remove {name}", name=name), lambda: self._remove(endpoint.name)))
        for text, whole, call in calls:
            button = QPushButton(text)
            button.setAccessibleName(whole)
            button.clicked.connect(call)
            line.addWidget(button)
        return row

    def _state_words(self, endpoint: Endpoint) -> str:
        status = self._statuses.get(endpoint.name)
        if status is None:
            return tr("Not asked yet")
        if status.needs_key and not status.has_key:
            return tr("Needs a key")
        return status.problem or plural("Works: 1 model", "Works: {count} models", len(status.models))

    def _open_form(self, endpoint: Endpoint | None, preset: EndpointPreset | None = None) -> None:
        self._editing = endpoint.name if endpoint else None
        self._preset = preset
        shown = endpoint or (preset.endpoint if preset else Endpoint(name="", url="", needs_key=False))
        is_example = preset is not None and _EXAMPLE in shown.url
        self.name.setText(shown.name)
        self.url.setText("" if is_example else shown.url)
        self.url.setPlaceholderText(shown.url if is_example else _USUAL_ADDRESS)
        self.needs_key.setChecked(shown.needs_key)
        self.api.setCurrentIndex(max(0, self.api.findData(endpoint.api if endpoint else "")))
        self.models.setText(", ".join(shown.models))
        self._note.setText(tr(preset.note) if preset and preset.note else "")
        self._note.setVisible(bool(preset and preset.note))
        self._problem.hide()
        self._form.show()
        self.add_button.hide()
        (self.url if preset else self.name).setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        title = next((item.title for item in self._endpoints if item.name == self._editing), "")
        if self._preset is not None and self.name.text().strip() == self._preset.endpoint.name:
            title = self._preset.endpoint.title
        new = Endpoint(
            name=self.name.text().strip(),
            url=self.url.text().strip(),
            title=title,
            needs_key=self.needs_key.isChecked(),
            api=str(self.api.currentData()),
            models=tuple(dict.fromkeys(name for part in self.models.text().split(",") if (name := part.strip()))),
        )
        others = [item for item in self._endpoints if item.name != self._editing]
        if any(item.name == new.name for item in others):
            self.set_problem(tr("There is an endpoint {name} already. Choose another name.", name=repr(new.name)))
            return
        kept = [new if item.name == self._editing else item for item in self._endpoints]
        self.endpoints_changed.emit(tuple(kept if self._editing else [*kept, new]))

    def _remove(self, name: str) -> None:
        self.endpoints_changed.emit(tuple(item for item in self._endpoints if item.name != name))


def _is_near(preset: EndpointPreset) -> bool:
    """Whether its usual address is this machine."""
    return is_this_machine(urlsplit(preset.endpoint.url).hostname or "")


def _none_yet() -> QLabel:
    words = QLabel(tr("None yet. Add one by its address, take a well known one, or let Baton look for some here."))
    words.setWordWrap(True)
    set_look(words, "muted")
    return words
