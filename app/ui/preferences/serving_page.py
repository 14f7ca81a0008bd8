"""Settings > Other programs: whether local models are served, where, by which key, and to whom now.

The key is never in a widget: it is copied by whoever holds it.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.language import marked, plural, tr
from app.domain.numerals import clock
from app.domain.serving import ServingState
from app.domain.text import visible
from app.ui.look.stylesheet import set_look
from app.ui.look.tokens import BETWEEN, INSIDE
from app.ui.widgets.problem_line import ProblemLine, WayOut

_MASK = "sk-baton-" + "•" * 12
_MOST_SHOWN = 8
_ANSWERS = {"chat": marked("chat"), "completion": marked("completion"), "embeddings": marked("embeddings")}


class ServingPage(QWidget):
    """``start_requested``, ``stop_requested``, ``key_copy_requested``, ``key_change_requested``."""

    start_requested = Signal()
    stop_requested = Signal()
    key_copy_requested = Signal()
    key_change_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        lead = QLabel(
            tr(
                "Other programs of this machine can use your local models as if they were OpenAI's: give them the "
                "address and the key. Nothing outside this machine can connect. It ends with this window."
            )
        )
        lead.setWordWrap(True)
        set_look(lead, "muted")
        card = QFrame()
        set_look(card, "card")
        self._status = QLabel()
        set_look(self._status, "strong")
        self.toggle = QPushButton()
        self.toggle.clicked.connect(self._toggled)
        self._address = QLabel()
        self._address.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._address.setAccessibleName(tr("Address for other programs"))
        set_look(self._address, "mono")
        self.copy_address = QPushButton(tr("Copy"))
        self.copy_address.setAccessibleName(tr("Copy the address"))
        self.copy_address.clicked.connect(lambda: QApplication.clipboard().setText(self._state.url))
        mask = QLabel(_MASK)
        mask.setAccessibleName(tr("Key, not shown"))
        set_look(mask, "mono")
        self.copy_key = QPushButton(tr("Copy"))
        self.copy_key.setAccessibleName(tr("Copy the key"))
        self.copy_key.clicked.connect(self.key_copy_requested)
        self.new_key = QPushButton(tr("Make another"))
        self.new_key.setAccessibleName(tr("Make another key"))
        self.new_key.setToolTip(tr("Programs that were given the key before are then refused"))
        self.new_key.clicked.connect(self.key_change_requested)
        self._problem = ProblemLine()
        self._running = QLabel()
        self._running.setWordWrap(True)
        self._running.setTextFormat(Qt.TextFormat.PlainText)
        set_look(self._running, "muted")
        head = QHBoxLayout()
        head.addWidget(self._status, 1)
        head.addWidget(self.toggle)
        form = QFormLayout()
        form.setHorizontalSpacing(BETWEEN)
        form.addRow(tr("Address"), _line(self._address, self.copy_address))
        form.addRow(tr("Key"), _line(mask, self.copy_key, self.new_key))
        column = QVBoxLayout(card)
        column.setContentsMargins(BETWEEN, 12, 12, 12)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(form)
        column.addWidget(self._problem)
        column.addWidget(self._running)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addWidget(lead)
        outer.addWidget(card)
        self.set_state(ServingState())

    def set_state(self, state: ServingState) -> None:
        """Show how serving stands."""
        self._state = state
        self._status.setText(tr("On") if state.is_on else tr("Off"))
        set_look(self._status, "good" if state.is_on else "strong")
        self.toggle.setText(tr("Stop") if state.is_on else tr("Start"))
        self.toggle.setAccessibleName(tr("Stop serving") if state.is_on else tr("Serve local models to other programs"))
        set_look(self.toggle, "" if state.is_on else "primary")
        self.toggle.setEnabled(True)
        self._address.setText(state.url or "–")
        self.copy_address.setEnabled(state.is_on)
        self._running.setText(_running_words(state))
        self._running.setVisible(state.is_on)

    def set_problem(self, text: str, way: WayOut | None = None, *, is_failure: bool = True) -> None:
        """Say why it is not served, or what to know of the key; nothing for an empty text."""
        self._problem.show_problem(text, way, look="error" if is_failure else "warning")
        self.toggle.setEnabled(True)

    def _toggled(self) -> None:
        self.toggle.setEnabled(False)
        if self._state.is_on:
            self.stop_requested.emit()
        else:
            self.start_requested.emit()


def _running_words(state: ServingState) -> str:
    if not state.running:
        asked = plural("One answer so far.", "{count} answers so far.", state.asked)
        if not state.asked:
            return tr("Nobody waits for an answer now. No program has asked yet.")
        return tr("Nobody waits for an answer now. {asked}", asked=asked)
    lines = []
    for answer in state.running[:_MOST_SHOWN]:
        program = visible(answer.program.partition(" ")[0]) or tr("a program that gives no name")
        time = clock(answer.began)
        what = tr(_ANSWERS.get(answer.what, answer.what))
        lines.append(
            tr("{model}: {what} for {program}, since {time}", model=answer.model, what=what, program=program, time=time)
        )
    if (more := len(state.running) - _MOST_SHOWN) > 0:
        lines.append(tr("and {count} more", count=more))
    return "\n".join(lines)


def _line(*widgets: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(INSIDE)
    line.addWidget(widgets[0], 1)
    for widget in widgets[1:]:
        line.addWidget(widget)
    return line
