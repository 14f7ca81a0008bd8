"""The dock on the right: the model, its parameters, the prompt of this chat, its context and its cost.

Built from the model's capabilities; emits changes and keeps none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QLabel,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.domain import parameters
from app.domain.models import LoadPlan, ModelInfo
from app.domain.parameters import ParameterSpec
from app.domain.sizes import memory_words
from app.ui.parameter_rows import ParameterRow
from app.ui.stylesheet import set_look
from app.ui.theme import ThemeController
from app.ui.tokens import BETWEEN, GRID, INSIDE
from app.ui.wording import duration_words, money_words, short_count

_PAUSE_MS = 500
_KNOWN: tuple[ParameterSpec, ...] = tuple(
    value for value in vars(parameters).values() if isinstance(value, ParameterSpec)
)


@dataclass(frozen=True, kw_only=True, slots=True)
class ChatUsage:
    """What a chat has used so far. ``cost_usd`` counts the requests whose price is known; ``unpriced`` the others."""

    requests: int = 0
    input_tokens: int = 0
    cached_tokens: int = 0
    output_tokens: int = 0
    duration_s: float = 0.0
    cost_usd: float = 0.0
    unpriced: int = 0
    speeds: tuple[float, ...] = field(default=())  # output tokens a second, newest last


class _Section(QWidget):
    """A heading with what belongs to it."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(INSIDE)
        head = QLabel(title)
        set_look(head, "section")
        self.column.addWidget(head)


class Dock(QWidget):
    """``parameter_changed(name, value | None)``, ``system_prompt_changed(text | None)``, ``model_requested``."""

    parameter_changed = Signal(str, object)
    system_prompt_changed = Signal(object)
    model_requested = Signal()
    prompts_requested = Signal()

    def __init__(self, theme: ThemeController) -> None:
        super().__init__()
        self._theme = theme
        set_look(self, "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._specs: tuple[ParameterSpec, ...] | None = None
        self._values: Mapping[str, object] = {}
        self._model_title = ""
        self.rows: dict[str, ParameterRow] = {}
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(BETWEEN, BETWEEN, BETWEEN, BETWEEN)
        self._column.setSpacing(BETWEEN + INSIDE)
        self._build_model()
        self._build_parameters()
        self._build_prompt()
        self._build_context()
        self._build_usage()
        self._column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def set_model(self, model: ModelInfo, *, provider_title: str) -> None:
        """Show the model and the parameters it takes."""
        self._model_title = model.title
        self._name.setText(model.title)
        self._name.setToolTip(str(model.id))
        capabilities = model.capabilities
        facts = [provider_title]
        facts.append("private: nothing leaves this machine" if model.is_private else "in the cloud")
        if capabilities.context_tokens:
            facts.append(f"{short_count(capabilities.context_tokens)} tokens of context")
        if model.price is not None:
            facts.append(f"${model.price.input:g} in and ${model.price.output:g} out a million tokens")
        abilities = [
            words for has, words in ((capabilities.tools, "AWS tools"), (capabilities.reasoning, "thinking")) if has
        ]
        if abilities:
            facts.append(", ".join(abilities))
        self._facts.setText("\n".join(facts))
        self._prompt.setEnabled(capabilities.system_prompt)
        self._library.setEnabled(capabilities.system_prompt)
        self._prompt_note.setText("" if capabilities.system_prompt else "This model takes no system prompt.")
        self._prompt_note.setVisible(not capabilities.system_prompt)
        if capabilities.parameters != self._specs:
            self._specs = capabilities.parameters
            self._fill_parameters()

    def set_model_problem(self, text: str) -> None:
        """Say why the chat's model cannot be used."""
        self._name.setText("No model")
        self._facts.setText(text)

    def set_plan(self, plan: LoadPlan | None) -> None:
        """Show how a local model will be loaded, or nothing for the others."""
        self._plan.setVisible(plan is not None)
        if plan is not None:
            self._plan.setText(plan_words(plan))
            set_look(self._plan, "muted" if plan.fits else "error")

    def set_values(self, values: Mapping[str, object]) -> None:
        """Show the parameters set in this chat."""
        self._values = dict(values)
        for name, row in self.rows.items():
            row.set_value(values.get(name))
        self._fill_unsupported()

    def set_system_prompt(self, own: str | None, general: str) -> None:
        """Show this chat's own prompt, or in its place the one of the settings."""
        self._pause.stop()
        self._prompt.setPlaceholderText(general or "Told to the model before the chat. This chat has none.")
        if (own or "") != self._prompt.toPlainText():
            self._prompt.blockSignals(True)
            self._prompt.setPlainText(own or "")
            self._prompt.blockSignals(False)

    def show_prompts(self, prompts: Sequence[tuple[str, str]]) -> None:
        """Offer the library's prompts, as (title, text), in a menu under the link."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for title, text in prompts:
            menu.addAction(title).triggered.connect(lambda _=False, text=text: self._take_prompt(text))
        if not prompts:
            menu.addAction("The library is empty").setEnabled(False)
        menu.popup(self._library.mapToGlobal(self._library.rect().bottomLeft()))

    def set_context(self, used: int, limit: int | None) -> None:
        """Show how full the model's context is."""
        if not limit:
            self._meter.hide()
            self._context.setText(f"About {short_count(used)} tokens")
            return
        share = used / limit
        self._meter.show()
        self._meter.setRange(0, 1000)
        self._meter.setValue(min(1000, round(share * 1000)))
        set_look(self._meter, "error" if share > 0.95 else "warning" if share > 0.8 else "")
        words = f"{short_count(used)} of {short_count(limit)} tokens ({share:.0%})"
        if share > 0.8:
            words += ". Start a new chat soon, or choose a model with more context."
        self._context.setText(words)
        self._meter.setAccessibleName(f"Context: {words}")

    def set_usage(self, usage: ChatUsage) -> None:
        """Show what the chat has used."""
        values = {
            "Requests": str(usage.requests),
            "Read": f"{usage.input_tokens:,} tokens",
            "of these cached": f"{usage.cached_tokens:,} tokens",
            "Written": f"{usage.output_tokens:,} tokens",
            "Time": duration_words(usage.duration_s) if usage.requests else "–",
            "Speed": f"{usage.speeds[-1]:.0f} tokens/s" if usage.speeds else "–",
            "Cost": money_words(usage.cost_usd) + (" + unknown" if usage.unpriced else ""),
        }
        for name, label in self._usage.items():
            label.setText(values[name])

    def flush(self) -> None:
        """Emit at once what a pause in typing would emit later; before sending and before another chat is shown."""
        if self._pause.isActive():
            self._pause.stop()
            self._emit_prompt()

    def _build_model(self) -> None:
        section = _Section("Model")
        self._name = QLabel("…")
        set_look(self._name, "strong")
        self._name.setWordWrap(True)
        self._facts = QLabel()
        self._facts.setWordWrap(True)
        set_look(self._facts, "muted")
        self._plan = QLabel()
        self._plan.setWordWrap(True)
        self._plan.hide()
        change = QPushButton("Change model…")
        change.setToolTip("Ctrl+M")
        change.clicked.connect(self.model_requested)
        for widget in (self._name, self._facts, self._plan, change):
            section.column.addWidget(widget)
        self._column.addWidget(section)

    def _build_parameters(self) -> None:
        self._parameters = _Section("Parameters")
        self._rows_host = QWidget()
        self._rows_column = QVBoxLayout(self._rows_host)
        self._rows_column.setContentsMargins(0, 0, 0, 0)
        self._rows_column.setSpacing(12)
        self._none = QLabel("This model takes no parameters.")
        set_look(self._none, "muted")
        self._none.hide()
        self._more = QPushButton()
        self._more.setCheckable(True)
        set_look(self._more, "link")
        self._unsupported = QWidget()
        self._unsupported_column = QVBoxLayout(self._unsupported)
        self._unsupported_column.setContentsMargins(0, 0, 0, 0)
        self._unsupported_column.setSpacing(GRID)
        self._unsupported.hide()
        self._more.toggled.connect(self._unsupported.setVisible)
        for widget in (self._rows_host, self._none, self._more, self._unsupported):
            self._parameters.column.addWidget(widget)
        self._column.addWidget(self._parameters)

    def _build_prompt(self) -> None:
        section = _Section("System prompt of this chat")
        self._prompt = QPlainTextEdit()
        self._prompt.setFixedHeight(96)
        self._prompt.setTabChangesFocus(True)
        self._prompt.setAccessibleName("System prompt of this chat")
        self._prompt_note = QLabel()
        self._prompt_note.setWordWrap(True)
        set_look(self._prompt_note, "muted")
        self._prompt_note.hide()
        self._library = QPushButton("From the library…")
        set_look(self._library, "link")
        self._library.setAccessibleDescription("Replaces the system prompt of this chat with one of the library")
        self._library.clicked.connect(self.prompts_requested)
        section.column.addWidget(self._prompt)
        section.column.addWidget(self._library, 0, Qt.AlignmentFlag.AlignLeft)
        section.column.addWidget(self._prompt_note)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._emit_prompt)
        self._prompt.textChanged.connect(self._pause.start)
        self._column.addWidget(section)

    def _build_context(self) -> None:
        section = _Section("Context")
        self._meter = QProgressBar()
        self._meter.setTextVisible(False)
        self._context = QLabel()
        self._context.setWordWrap(True)
        set_look(self._context, "muted")
        section.column.addWidget(self._meter)
        section.column.addWidget(self._context)
        self._column.addWidget(section)

    def _build_usage(self) -> None:
        section = _Section("This chat so far")
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(GRID)
        form.setHorizontalSpacing(BETWEEN)
        self._usage: dict[str, QLabel] = {}
        for name in ("Requests", "Read", "of these cached", "Written", "Time", "Speed", "Cost"):
            head = QLabel(name)
            set_look(head, "muted")
            value = QLabel("–")
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            form.addRow(head, value)
            self._usage[name] = value
        section.column.addLayout(form)
        self._column.addWidget(section)

    def _fill_parameters(self) -> None:
        for row in self.rows.values():
            row.hide()
            row.deleteLater()
        self.rows = {}
        for spec in self._specs or ():
            row = ParameterRow(spec, self._theme)
            row.set_value(self._values.get(spec.name))
            row.changed.connect(self.parameter_changed)
            self._rows_column.addWidget(row)
            self.rows[spec.name] = row
        self._none.setVisible(not self.rows)
        self._fill_unsupported()

    def _fill_unsupported(self) -> None:
        while (item := self._unsupported_column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        missing = [spec for spec in _KNOWN if spec.name not in self.rows]
        in_the_way = [name for name in self._values if name not in self.rows]
        for name in in_the_way:
            title = next((spec.title for spec in _KNOWN if spec.name == name), name)
            note = QLabel(f"{title} is set to {self._values[name]!r}, which {self._model_title} does not take.")
            note.setWordWrap(True)
            set_look(note, "error")
            button = QPushButton(f"Reset {title}")
            button.clicked.connect(lambda _=False, name=name: self.parameter_changed.emit(name, None))
            self._unsupported_column.addWidget(note)
            self._unsupported_column.addWidget(button)
        for spec in missing:
            if spec.name in in_the_way:
                continue
            label = QLabel(f"{spec.title}: this model does not take it")
            label.setWordWrap(True)
            label.setEnabled(False)
            label.setToolTip(spec.help)
            self._unsupported_column.addWidget(label)
        self._more.setText(f"Not taken by this model ({len(missing)})")
        self._more.setVisible(bool(missing))
        if in_the_way:
            self._more.setChecked(True)

    def _take_prompt(self, text: str) -> None:
        self._prompt.setPlainText(text.strip())
        self.flush()

    def _emit_prompt(self) -> None:
        self.system_prompt_changed.emit(self._prompt.toPlainText().strip() or None)


def plan_words(plan: LoadPlan) -> str:
    """A load plan as a few lines for people."""
    layers = f"{plan.layers_on_gpu} of {plan.layers_total} layers on the GPU" if plan.layers_on_gpu else "no GPU layers"
    needed = plan.total_bytes or plan.weights_bytes + plan.context_bytes + plan.working_bytes
    context = f"{short_count(plan.context_tokens)} tokens of context, {plan.sequences} answers at once"
    lines = [
        f"Runs on {plan.device}, {plan.threads} threads, {layers}",
        context if plan.kv_type == "f16" else f"{context}, keys and values in {plan.kv_type}",
        (
            f"Needs {memory_words(needed)}: weights {memory_words(plan.weights_bytes)}, context "
            f"{memory_words(plan.context_bytes)}, work {memory_words(plan.working_bytes)}"
        ),
    ]
    lines += [
        f"{share.title or share.name}: {memory_words(share.total_bytes)} of {memory_words(share.free_bytes)} free"
        for share in plan.devices
        if share.kind == "gpu"
    ]
    main = f"{memory_words(plan.main_memory_bytes)} of " if plan.layers_on_gpu else ""
    lines.append(f"Main memory: {main}{memory_words(plan.free_memory_bytes)} free")
    lines += plan.notes
    if not plan.fits:
        lines.append(plan.reason or "It does not fit.")
    return "\n".join(lines)
