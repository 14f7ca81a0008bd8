"""The dock on the right: the model, its parameters, the prompt of this chat, its context, its answers and their cost.

Built from the model's capabilities; emits changes and keeps none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.domain.context import Overflow
from app.domain.language import tr
from app.domain.models import RULES_MODEL, LoadPlan, ModelInfo, Price
from app.domain.numerals import number
from app.domain.sizes import memory_words
from app.ui.commands.actions import native_keys
from app.ui.context_fill import ContextFill
from app.ui.dock.answer_section import AnswerSection
from app.ui.dock.budget_section import BudgetSection
from app.ui.dock.context_section import ContextSection
from app.ui.dock.parameter_rows import ParameterRow
from app.ui.dock.parameter_section import ParameterSection
from app.ui.dock.section import DockSection
from app.ui.look.roles import spoken_as
from app.ui.look.sizes import hold_size
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import ThemeController
from app.ui.look.tokens import BETWEEN, GRID, INSIDE
from app.ui.widgets.float_button import FloatButton
from app.ui.wording import duration_words, money_words, short_count

_PAUSE_MS = 500


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


@spoken_as(QAccessible.Role.Grouping)
class Dock(QWidget):
    """``parameter_changed(name, value | None)``, ``parameters_reset`` (all of them), ``presets_requested``,
    ``model_requested``, ``correction_requested``,
    ``system_prompt_changed(text | None)``, ``overflow_changed(choice | None)``, ``prompts_requested``,
    ``keep_prompt_requested(text)``, ``float_requested``.
    """

    parameter_changed = Signal(str, object)
    parameters_reset = Signal()
    overflow_changed = Signal(object)
    system_prompt_changed = Signal(object)
    presets_requested = Signal()
    model_requested = Signal()
    correction_requested = Signal()
    prompts_requested = Signal()
    float_requested = Signal()
    keep_prompt_requested = Signal(str)  # in the library

    def __init__(self, theme: ThemeController) -> None:
        super().__init__()
        self._theme = theme
        set_look(self, "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(BETWEEN, BETWEEN, BETWEEN, BETWEEN)
        self._column.setSpacing(BETWEEN + INSIDE)
        self._build_model()
        self.parameters = ParameterSection(theme)
        self.parameters.changed.connect(self.parameter_changed)
        self.parameters.reset_requested.connect(self.parameters_reset)
        self.parameters.presets_requested.connect(self.presets_requested)
        self._column.addWidget(self.parameters)
        self._build_prompt()
        self.context = ContextSection()
        self.context.overflow_changed.connect(self.overflow_changed)
        self._column.addWidget(self.context)
        self.answers = AnswerSection()
        self._column.addWidget(self.answers)
        self.budget = BudgetSection()
        self._column.addWidget(self.budget)
        self._build_usage()
        self._column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setCornerWidget(QWidget())
        scroll.setWidget(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    @property
    def rows(self) -> Mapping[str, ParameterRow]:
        """The parameters' rows, by name."""
        return self.parameters.rows

    def set_model(self, model: ModelInfo, *, provider_title: str) -> None:
        """Show the model and the parameters it takes."""
        self._name.setText(model.title)
        self._name.setToolTip(str(model.id))
        capabilities = model.capabilities
        facts = [provider_title]
        facts.append(tr("private: nothing leaves this machine") if model.is_private else tr("in the cloud"))
        if capabilities.context_tokens:
            facts.append(tr("{tokens} tokens of context", tokens=short_count(capabilities.context_tokens)))
        if model.price is not None:
            facts.append(price_words(model.price))
        abilities = [
            words
            for has, words in (
                (capabilities.tools, tr("AWS tools")),
                (capabilities.reasoning, tr("thinking")),
                (capabilities.images, tr("pictures")),
                (capabilities.documents, tr("PDFs")),
            )
            if has
        ]
        if abilities:
            facts.append(", ".join(abilities))
        self._facts.setText("\n".join(facts))
        source = str(model.id)
        if model.source:
            source = "\n".join((source, tr("From: {source}.", source=model.source)))
        self._facts.setToolTip(source)
        self._facts.setAccessibleDescription(source)
        self._correct.setVisible(model.id != RULES_MODEL)
        self._prompt.setEnabled(capabilities.system_prompt)
        self._library.setEnabled(capabilities.system_prompt)
        self._prompt_note.setText("" if capabilities.system_prompt else tr("This model takes no system prompt."))
        self._prompt_note.setVisible(not capabilities.system_prompt)
        self.parameters.set_model(model.title, capabilities)

    def set_model_problem(self, text: str) -> None:
        """Say why the chat's model cannot be used."""
        self._name.setText(tr("No model"))
        self._facts.setText(text)
        self._facts.setToolTip("")
        self._correct.hide()

    def set_plan(self, plan: LoadPlan | None) -> None:
        """Show how a local model will be loaded, or nothing for the others."""
        self._plan.setVisible(plan is not None)
        if plan is not None:
            self._plan.setText(plan_words(plan))
            set_look(self._plan, "muted" if plan.fits else "error")

    def set_values(self, values: Mapping[str, object]) -> None:
        """Show the parameters set in this chat."""
        self.parameters.set_values(values)

    def set_system_prompt(self, own: str | None, general: str, *, made_of: str = "") -> None:
        """Show this chat's own prompt and the one of the library it is ``made_of``, or in its place the general one."""
        self._pause.stop()
        self._prompt.setPlaceholderText(general or tr("Told to the model before the chat. This chat has none."))
        if (own or "") != self._prompt.toPlainText():
            self._prompt.blockSignals(True)
            self._prompt.setPlainText(own or "")
            self._prompt.blockSignals(False)
        self._made_of, self._general = made_of, general
        self._show_origin()

    def set_context(self, fill: ContextFill) -> None:
        """Show how full the model's context is."""
        self.context.set_fill(fill)

    def set_overflow(self, own: Overflow | None, general: Overflow) -> None:
        """Show what this chat does once it is full; ``general`` is what the settings say."""
        self.context.set_choice(own, general)

    def set_usage(self, usage: ChatUsage) -> None:
        """Show what the chat has used."""
        cost = money_words(usage.cost_usd)
        values = {
            "requests": str(usage.requests),
            "read": tr("{tokens} tokens", tokens=number(usage.input_tokens)),
            "cached": tr("{tokens} tokens", tokens=number(usage.cached_tokens)),
            "written": tr("{tokens} tokens", tokens=number(usage.output_tokens)),
            "time": duration_words(usage.duration_s) if usage.requests else "–",
            "speed": tr("{tokens} tokens/s", tokens=number(usage.speeds[-1])) if usage.speeds else "–",
            "cost": tr("{cost} + unknown", cost=cost) if usage.unpriced else cost,
        }
        for name, label in self._usage.items():
            label.setText(values[name])

    def set_floating(self, floats: bool) -> None:
        """Say whether it stands in a window of its own."""
        self._float.set_floating(floats)

    def flush(self) -> None:
        """Emit at once what a pause in typing would emit later; before sending and before another chat is shown."""
        if self._pause.isActive():
            self._pause.stop()
            self._emit_prompt()

    def _build_model(self) -> None:
        section = DockSection(tr("Model"))
        self._float = FloatButton(self._theme, keys="Ctrl+Alt+Shift+J")
        self._float.clicked.connect(self.float_requested)
        section.head.addWidget(self._float)
        self._name = QLabel("…")
        set_look(self._name, "strong")
        self._name.setWordWrap(True)
        self._facts = QLabel()
        self._facts.setWordWrap(True)
        set_look(self._facts, "muted")
        self._plan = QLabel()
        self._plan.setWordWrap(True)
        self._plan.hide()
        change = QPushButton(tr("Change model…"))
        change.setToolTip(native_keys("Ctrl+M"))
        change.clicked.connect(self.model_requested)
        self._correct = QPushButton(tr("Correct facts…"))
        set_look(self._correct, "link")
        self._correct.setToolTip(tr("Where context, prices or abilities are not as Baton has them"))
        self._correct.clicked.connect(self.correction_requested)
        for widget in (self._name, self._facts, self._plan):
            section.column.addWidget(widget)
        section.column.addWidget(self._correct, 0, Qt.AlignmentFlag.AlignLeft)
        section.column.addWidget(change)
        self._column.addWidget(section)

    def _build_prompt(self) -> None:
        section = DockSection(tr("System prompt of this chat"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._emit_prompt)
        self._prompt = QPlainTextEdit()
        hold_size(self._prompt, height_px=96)
        self._prompt.setTabChangesFocus(True)
        self._prompt.setAccessibleName(tr("System prompt of this chat"))
        self._prompt_note = QLabel()
        self._prompt_note.setWordWrap(True)
        set_look(self._prompt_note, "muted")
        self._prompt_note.hide()
        self._made_of = self._general = ""
        self._origin = QLabel()
        self._origin.setWordWrap(True)
        self._origin.setTextFormat(Qt.TextFormat.PlainText)
        set_look(self._origin, "muted")
        self._library = QPushButton(tr("From the library…"))
        self._library.setToolTip(native_keys("Ctrl+P"))
        self._library.setAccessibleDescription(tr("Replaces the system prompt of this chat with one of the library"))
        self._library.clicked.connect(self.prompts_requested)
        self._forget = QPushButton(tr("Use the general one"))
        self._forget.setAccessibleDescription(tr("Takes this chat's own system prompt away"))
        self._forget.clicked.connect(self._forget_prompt)
        self._keep = QPushButton(tr("Keep it in the library…"))
        self._keep.clicked.connect(lambda: self.keep_prompt_requested.emit(self._prompt.toPlainText().strip()))
        links = QVBoxLayout()
        links.setSpacing(0)
        for link in (self._library, self._keep, self._forget):
            set_look(link, "link")
            links.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self._prompt, self._origin):
            section.column.addWidget(widget)
        section.column.addLayout(links)
        section.column.addWidget(self._prompt_note)
        self._prompt.textChanged.connect(self._pause.start)
        self._prompt.textChanged.connect(self._show_origin)
        self._show_origin()
        self._column.addWidget(section)

    def _build_usage(self) -> None:
        section = DockSection(tr("This chat so far"))
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(GRID)
        form.setHorizontalSpacing(BETWEEN)
        self._usage: dict[str, QLabel] = {}
        for name, title in (
            ("requests", tr("Requests")),
            ("read", tr("Read", "of tokens")),
            ("cached", tr("of these cached")),
            ("written", tr("Written")),
            ("time", tr("Time")),
            ("speed", tr("Speed")),
            ("cost", tr("Cost")),
        ):
            head = QLabel(title)
            set_look(head, "muted")
            head.setWordWrap(True)
            value = QLabel("–")
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            form.addRow(head, value)
            self._usage[name] = value
        section.column.addLayout(form)
        self._column.addWidget(section)

    def _forget_prompt(self) -> None:
        self._prompt.clear()
        self.flush()

    def _show_origin(self) -> None:
        """Say whose prompt is sent: this chat's own, made of which, or the general one of the settings."""
        is_own = bool(self._prompt.toPlainText().strip())
        source = ""
        if self._made_of and not self._pause.isActive():
            source = tr("From “{name}” of the library.", name=self._made_of)
        if not is_own:
            said = tr("The general one of the settings is sent.")
        elif self._general:
            said = tr("Sent in this chat only, instead of the general one.")
        else:
            said = tr("Sent in this chat only.")
        self._origin.setText(f"{source} {said}".strip() if is_own else said)
        self._origin.setVisible(is_own or bool(self._general))
        self._forget.setText(tr("Use the general one") if self._general else tr("Use none"))
        self._forget.setVisible(is_own)
        self._keep.setVisible(is_own and not source)

    def _emit_prompt(self) -> None:
        self.system_prompt_changed.emit(self._prompt.toPlainText().strip() or None)


def price_words(price: Price) -> str:
    """A price as a line or two for people, with what longer prompts cost."""
    read, written = f"${price.input:g}", f"${price.output:g}"
    if price.cached_input is None:
        usual = tr("{read} in and {written} out a million tokens", read=read, written=written)
    else:
        usual = tr(
            "{read} in and {written} out a million tokens, {cached} cached",
            read=read,
            written=written,
            cached=f"${price.cached_input:g}",
        )
    bands = [
        tr(
            "above {tokens} tokens: {read} in and {written} out",
            tokens=short_count(band.above_tokens),
            read=f"${band.input:g}",
            written=f"${band.output:g}",
        )
        for band in price.bands
    ]
    return "\n".join([usual, *bands])


def plan_words(plan: LoadPlan) -> str:
    """A load plan as a few lines for people."""
    layers = tr("no GPU layers")
    if plan.layers_on_gpu:
        layers = tr("{some} of {all} layers on the GPU", some=plan.layers_on_gpu, all=plan.layers_total)
    needed = plan.total_bytes or plan.weights_bytes + plan.context_bytes + plan.working_bytes
    tokens = short_count(plan.context_tokens)
    context = tr("{tokens} tokens of context, {count} answers at once", tokens=tokens, count=plan.sequences)
    if plan.kv_type != "f16":
        context = tr("{context}, keys and values in {type}", context=context, type=plan.kv_type)
    free = memory_words(plan.free_memory_bytes)
    lines = [
        tr("Runs on {device}, {count} threads, {layers}", device=plan.device, count=plan.threads, layers=layers),
        context,
        tr(
            "Needs {needed}: weights {weights}, context {context}, work {work}",
            needed=memory_words(needed),
            weights=memory_words(plan.weights_bytes),
            context=memory_words(plan.context_bytes),
            work=memory_words(plan.working_bytes),
        ),
        *(
            tr(
                "{memory}: {needed} of {free} free",
                memory=share.title or share.name,
                needed=memory_words(share.total_bytes),
                free=memory_words(share.free_bytes),
            )
            for share in plan.devices
            if share.kind == "gpu"
        ),
        (
            tr("Main memory: {needed} of {free} free", needed=memory_words(plan.main_memory_bytes), free=free)
            if plan.layers_on_gpu
            else tr("Main memory: {free} free", free=free)
        ),
        *plan.notes,
    ]
    if not plan.fits:
        lines.append(plan.reason or tr("It does not fit."))
    return "\n".join(lines)
