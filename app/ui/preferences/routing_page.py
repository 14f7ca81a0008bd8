"""Above the settings of routing: a sentence to try, what it would be taken to be, and who would answer; asks nobody."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.domain.language import tr
from app.ui.look.stylesheet import set_look
from app.ui.look.tokens import BETWEEN, INSIDE

_PAUSE_MS = 200


class RoutingPage(QWidget):
    """``sample_changed(text)`` shortly after a sentence was typed; the answer comes with :meth:`set_answer`."""

    sample_changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        lead = QLabel(
            tr(
                "Where a chat's model is Automatic, each message goes to the model set here for its kind. Which kind "
                "it is is decided on this machine, by rules. A kind without a model goes with everything else."
            )
        )
        lead.setWordWrap(True)
        set_look(lead, "muted")
        card = QFrame()
        set_look(card, "card")
        self.sample = QLineEdit()
        self.sample.setPlaceholderText(tr("Type a message to see who would answer it"))
        self.sample.setAccessibleName(tr("A message to try"))
        self.sample.setClearButtonEnabled(True)
        self.who = QLabel()
        set_look(self.who, "strong")
        self.why = QLabel()
        self.why.setWordWrap(True)
        self.why.setTextFormat(Qt.TextFormat.PlainText)
        set_look(self.why, "muted")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(lambda: self.sample_changed.emit(self.sample.text().strip()))
        self.sample.textChanged.connect(lambda _: self._pause.start())
        inner = QVBoxLayout(card)
        inner.setContentsMargins(BETWEEN, 12, 12, 12)
        inner.setSpacing(INSIDE)
        for widget in (self.sample, self.who, self.why):
            inner.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(lead)
        column.addWidget(card)
        self.set_answer("", "", "")

    def set_answer(self, text: str, who: str, why: str, *, is_problem: bool = False) -> None:
        """Say who would answer ``text``; an answer to what is no longer there is not shown."""
        if text != self.sample.text().strip():
            return
        self.who.setText(who)
        self.who.setTextFormat(Qt.TextFormat.PlainText)
        self.who.setVisible(bool(who))
        self.why.setText(why or tr("Nothing is sent to find that out."))
        set_look(self.why, "error" if is_problem else "muted")
