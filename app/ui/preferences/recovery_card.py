"""The recovery key of the encrypted history on its settings' page: shown to be saved or printed, and asked for where
the keyring has lost the key. Keeps neither once it is out of sight, and writes nothing.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout
from shiboken6 import isValid

from app.domain.language import tr
from app.domain.recovery import RecoveryKey
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import monospace_font
from app.ui.look.tokens import INSIDE


class RecoveryCard(QFrame):
    """Shows the key. ``save_requested``, ``print_requested``; ``closed`` when the person has it."""

    save_requested = Signal()
    print_requested = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_look(self, "card")
        head = QLabel(tr("Recovery key"))
        set_look(head, "strong")
        about = _words(
            tr(
                "It opens the history where your keyring is lost. Whoever has it and this computer's disk can read the "
                "history: keep it on paper or in a password manager, not beside the history."
            )
        )
        self.key = QLabel()
        self.key.setTextFormat(Qt.TextFormat.PlainText)
        self.key.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.key.setFont(monospace_font())
        self.save = QPushButton(tr("Save to a file…"))
        self.save.setAccessibleName(tr("Save the recovery key to a file"))
        self.save.clicked.connect(self.save_requested)
        self.print = QPushButton(tr("Print…"))
        self.print.setAccessibleName(tr("Print the recovery key"))
        self.print.clicked.connect(self.print_requested)
        self.done = QPushButton(tr("Hide it"))
        self.done.setAccessibleName(tr("Hide the recovery key"))
        self.done.clicked.connect(self._close)
        buttons = QHBoxLayout()
        buttons.setSpacing(INSIDE)
        for button in (self.save, self.print):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.done)
        column = QVBoxLayout(self)
        column.addWidget(head)
        column.addWidget(self.key)
        column.addWidget(about)
        column.addLayout(buttons)
        self.hide()

    def show_key(self, key: RecoveryKey) -> None:
        """Show it in two lines, with the way to save it under the focus."""
        groups = key.words.split("-")
        half = len(groups) // 2
        self.key.setText("-".join(groups[:half]) + "-\n" + "-".join(groups[half:]))
        self.key.setAccessibleName(tr("Recovery key: {key}", key=" ".join(groups)))
        self.show()
        self.save.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Show it no more."""
        self.key.clear()
        self.key.setAccessibleName("")
        self.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        if isValid(self.key):  # at the very end, Python's widgets go in any order
            self.forget()  # also where another page is shown, or the window is put away
        super().hideEvent(event)

    def _close(self) -> None:
        self.forget()
        self.closed.emit()


class RecoverForm(QFrame):
    """Asks for the key. ``recover_requested(words)``."""

    recover_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        set_look(self, "card")
        self.problem = _words("")
        set_look(self.problem, "error")
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Recovery key, 14 groups of four"))
        self.field.setAccessibleName(tr("Recovery key"))
        self.look = QPushButton(tr("Show"))
        self.look.setAccessibleName(tr("Show the recovery key that is typed"))
        self.look.setCheckable(True)
        self.look.toggled.connect(self._look)
        self._look(shown=False)
        self.use = QPushButton(tr("Open the history"))
        self.field.textChanged.connect(lambda text: self.use.setEnabled(bool(text.strip())))
        self.field.returnPressed.connect(self._use)
        set_look(self.use, "primary")
        self.use.setEnabled(False)
        self.use.clicked.connect(self._use)
        line = QHBoxLayout()
        line.setSpacing(INSIDE)
        line.addWidget(self.field, 1)
        line.addWidget(self.look)
        line.addWidget(self.use)
        column = QVBoxLayout(self)
        column.addWidget(self.problem)
        column.addLayout(line)
        self.hide()

    def ask(self, problem: str) -> None:
        """Ask for it; ``problem`` says why."""
        self.problem.setText(problem)
        self.show()

    def forget(self) -> None:
        """Ask no more."""
        self._empty()
        self.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        if all(map(isValid, (self.field, self.look, self.use))):
            self._empty()  # it still asks when the page is shown again
        super().hideEvent(event)

    def _empty(self) -> None:
        self.field.setText("")  # and not clear(), which can be undone
        self.look.setChecked(False)

    def _look(self, shown: bool) -> None:
        self.field.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def _use(self) -> None:
        if self.field.text().strip():
            self.recover_requested.emit(self.field.text())


def _words(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    set_look(label, "muted")
    return label
