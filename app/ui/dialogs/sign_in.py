"""The dialogs of signing in to AWS: a code to confirm in the browser, and the code of an MFA device to type.

Show and emit; ask no service, open no browser, and keep no code once it was given.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.aws import SignInPrompt
from app.domain.language import tr
from app.domain.numerals import clock
from app.domain.text import visible
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import monospace_font
from app.ui.look.tokens import BETWEEN, INSIDE, TURN

_CODE_DIGITS = 6


def _label(look: str = "") -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if look:
        set_look(label, look)
    return label


class SignInDialog(QDialog):
    """``open_requested`` and ``copy_requested`` carry the address; ``again_requested`` asks for a new code;
    ``given_up`` comes where the dialog is closed before the person was signed in.
    """

    open_requested = Signal(str)
    copy_requested = Signal(str)
    again_requested = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Sign in to AWS"))
        self.setModal(False)
        self.setMinimumWidth(460)
        self._title = ""
        self._address = ""
        self._is_waiting = False
        self.lead = _label()
        self.code = QLabel()
        self.code.setFont(monospace_font())
        set_look(self.code, "code")
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.address = _label("muted")
        self.address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(4)
        self.progress.setAccessibleName(tr("Waiting for the browser"))
        self.standing = _label("muted")
        self.problem = _label("error")
        self.open_button = QPushButton(tr("Open in browser"))
        set_look(self.open_button, "primary")
        self.open_button.setDefault(True)
        self.open_button.clicked.connect(lambda: self.open_requested.emit(self._address))
        self.copy_button = QPushButton(tr("Copy address"))
        self.copy_button.clicked.connect(lambda: self.copy_requested.emit(self._address))
        self.again_button = QPushButton(tr("Try again"))
        set_look(self.again_button, "primary")
        self.again_button.clicked.connect(self.again_requested)
        self.cancel_button = QPushButton(tr("Cancel"))
        self.cancel_button.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.setSpacing(INSIDE)
        buttons.addWidget(self.copy_button)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.again_button)
        buttons.addWidget(self.open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(TURN, TURN, TURN, TURN)
        column.setSpacing(BETWEEN)
        for widget in (self.lead, self.code, self.address, self.progress, self.standing, self.problem):
            column.addWidget(widget)
        column.addLayout(buttons)

    def begin(self, title: str) -> None:
        """Say that a code is being asked for, for the account ``title``."""
        self._title = visible(title)
        self.lead.setText(tr("Signing in to {account}. AWS is asked for a code …", account=self._title))
        self._show_parts(waiting=True, has_code=False, problem="")
        self.show()
        self.raise_()

    def set_prompt(self, title: str, prompt: SignInPrompt) -> None:
        """Show the code, and where it is to be confirmed."""
        self._address = prompt.address
        self.lead.setText(
            tr(
                "To sign in to {account}, open the address in the browser and confirm it there. Go on only if the page "
                "shows this code:",
                account=visible(title),
            )
        )
        self.code.setText(visible(prompt.code))
        self.code.setAccessibleName(tr("Code: {code}", code=" ".join(visible(prompt.code))))
        self.address.setText(visible(prompt.address))
        self.standing.setText(
            tr("Waiting for the browser. The code is good until {time}.", time=clock(prompt.expires_at))
        )
        self._show_parts(waiting=True, has_code=True, problem="")
        self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_problem(self, problem: str) -> None:
        """Say why nobody is signed in, and offer to begin again."""
        self.lead.setText(tr("Signing in to {account} did not work.", account=self._title))
        self._show_parts(waiting=False, has_code=False, problem=problem)
        self.again_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """The person is signed in: close."""
        self._is_waiting = False
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self._give_up()

    def reject(self) -> None:
        """Esc: as closing it."""
        super().reject()
        self._give_up()

    def _give_up(self) -> None:
        if self._is_waiting:
            self._is_waiting = False
            self.given_up.emit()

    def _show_parts(self, *, waiting: bool, has_code: bool, problem: str) -> None:
        self._is_waiting = waiting
        for widget in (self.code, self.address, self.standing, self.copy_button, self.open_button):
            widget.setVisible(has_code)
        self.progress.setVisible(waiting)
        self.problem.setText(visible(problem))
        self.problem.setVisible(bool(problem))
        self.again_button.setVisible(bool(problem))
        self.cancel_button.setText(tr("Cancel") if waiting else tr("Close"))
        self.adjustSize()


class CodeDialog(QDialog):
    """``given`` carries six digits, or ``""`` where the person will not. What was typed is gone once it closes."""

    given = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("MFA code"))
        self.setModal(False)
        self.setMinimumWidth(420)
        self._is_asking = False
        self.lead = _label()
        self.device = _label("muted")
        self.edit = QLineEdit()
        self.edit.setFont(monospace_font())
        set_look(self.edit, "code")
        self.edit.setMaxLength(_CODE_DIGITS + 1)  # people type a space in the middle
        self.edit.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.edit.setAccessibleName(tr("Six digits that the device shows"))
        self.edit.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhSensitiveData)
        self.edit.textChanged.connect(self._typed)
        self.go_button = QPushButton(tr("Go on"))
        set_look(self.go_button, "primary")
        self.go_button.setDefault(True)
        self.go_button.clicked.connect(self._give)
        self.cancel_button = QPushButton(tr("Cancel"))
        self.cancel_button.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.setSpacing(INSIDE)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.go_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(TURN, TURN, TURN, TURN)
        column.setSpacing(BETWEEN)
        for widget in (self.lead, self.device, self.edit):
            column.addWidget(widget)
        column.addLayout(buttons)

    def ask(self, title: str, device: str) -> None:
        """Ask for the code of ``device``, which the account ``title`` wants."""
        self.lead.setText(tr("{account} wants the code that your MFA device shows now.", account=visible(title)))
        self.device.setText(visible(device))
        self.device.setVisible(bool(device))
        self.edit.clear()
        self._typed()
        self._is_asking = True
        self.show()
        self.raise_()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._answer("")  # whatever closed it

    def _typed(self) -> None:
        self.go_button.setEnabled(len(self._digits()) == _CODE_DIGITS)

    def _digits(self) -> str:
        typed = self.edit.text().replace(" ", "")
        return typed if typed.isascii() and typed.isdigit() else ""

    def _give(self) -> None:
        self._answer(self._digits())
        self.close()

    def _answer(self, code: str) -> None:
        self.edit.clear()
        if self._is_asking:
            self._is_asking = False
            self.given.emit(code)
