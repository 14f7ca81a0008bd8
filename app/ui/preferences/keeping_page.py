"""The head of the settings' page of the history: its backups, whether it is sound, and whether it is encrypted.

What cannot be undone by itself is asked for twice, in the page: the question stands where the button was.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.keeping import KIND_WORDS, Backup
from app.domain.language import marked, tr
from app.domain.numerals import moment_of
from app.ui.look.stylesheet import set_look
from app.ui.look.tokens import BETWEEN, INSIDE
from app.ui.preferences.recovery_card import RecoverForm, RecoveryCard
from app.ui.wording import size_words

_ROWS_SHOWN = 6
_ABOUT_ROLE = Qt.ItemDataRole.UserRole + 1
_ABOUT = marked(
    "Encrypted, nobody can read the history and its backups without the key, which is in the keyring of your system. "
    "Where the keyring is lost, only the recovery key opens them: save or print it once they are encrypted."
)
_ASKED = {
    True: marked(
        "Encrypt the history and its backups? Writing stops meanwhile, for seconds or, where it is large, minutes."
    ),
    False: marked("Put the history and its backups in the clear?"),
}


class KeepingPage(QWidget):
    """``backup_requested``, ``restore_requested(name)``, ``check_requested``, ``mend_requested``,
    ``encrypt_requested(bool)``, ``recovery_requested`` (to see the key). ``recovery`` shows it, ``recover``
    asks for it.
    """

    backup_requested = Signal()
    restore_requested = Signal(str)
    check_requested = Signal()
    mend_requested = Signal()
    encrypt_requested = Signal(bool)
    recovery_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_encrypted: bool | None = None
        self._is_key_lost = False
        self.backups = QListWidget()
        self.backups.setAccessibleName(tr("Backups, the newest first"))
        self.backups.currentRowChanged.connect(lambda _: self._enable())
        self.make = QPushButton(tr("Back up now"))
        self.make.clicked.connect(self.backup_requested)
        self.restore = QPushButton(tr("Go back to this one…"))
        self.restore.setAccessibleName(tr("Go back to the chosen backup"))
        self.restore.clicked.connect(self._ask_restore)
        self.check = QPushButton(tr("Check the history"))
        self.check.setToolTip(tr("Reads every page of its file"))
        self.check.clicked.connect(self.check_requested)
        self.mend = QPushButton(tr("Mend it now"))
        set_look(self.mend, "primary")
        self.mend.clicked.connect(self.mend_requested)
        self.mend.hide()
        self.state = QLabel("…")
        set_look(self.state, "strong")
        self.encrypt = QPushButton(tr("Encrypt…"))
        self.encrypt.clicked.connect(self._ask_encrypt)
        self.show_recovery = QPushButton(tr("Recovery key…"))
        self.show_recovery.setAccessibleName(tr("Show the recovery key of the history"))
        self.show_recovery.clicked.connect(self.recovery_requested)
        self.show_recovery.hide()
        self.recovery, self.recover = RecoveryCard(), RecoverForm()
        self.recovery.closed.connect(lambda: self.show_recovery.setFocus(Qt.FocusReason.OtherFocusReason))
        about = QLabel(tr(_ABOUT))
        about.setWordWrap(True)
        set_look(about, "muted")
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.told.setMinimumHeight(self.told.fontMetrics().lineSpacing())  # kept free: what is below must not jump
        self.question = QLabel()
        self.question.setWordWrap(True)
        self.yes, self.no = QPushButton(), QPushButton(tr("Cancel"))
        set_look(self.yes, "primary")
        self.yes.clicked.connect(self._agreed)
        self.no.clicked.connect(self._close_question)
        self._wanted: tuple[str, object] | None = None
        self._focus_before: tuple[QWidget, QWidget | None] | None = None  # before something was done, and meanwhile

        heading = QLabel(tr("Backups"))
        set_look(heading, "strong")
        buttons = self._buttons = QHBoxLayout()
        buttons.setSpacing(INSIDE)
        for button in (self.make, self.restore, self.check, self.mend):
            buttons.addWidget(button)
        buttons.addStretch(1)
        secrecy = self._secrecy = QHBoxLayout()
        secrecy.addWidget(self.state, 1)
        secrecy.addWidget(self.show_recovery)
        secrecy.addWidget(self.encrypt)
        self._asking = QFrame(self)
        set_look(self._asking, "card")
        asked = QHBoxLayout(self._asking)
        asked.addWidget(self.question, 1)
        asked.addWidget(self.no)
        asked.addWidget(self.yes)
        self._asking.hide()
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BETWEEN)
        column.addWidget(heading)
        column.addWidget(self.backups)
        column.addLayout(buttons)
        column.addWidget(self.told)
        column.addLayout(secrecy)
        column.addWidget(self.recover)
        column.addWidget(self.recovery)
        column.addWidget(about)
        self._fit()
        self._enable()

    def set_backups(self, backups: Sequence[Backup]) -> None:
        """Show them, in the order given; the chosen one stays chosen."""
        chosen = self._chosen()
        self.backups.clear()
        for backup in backups:
            about = f"{moment_of(backup.made_at)}, {tr(KIND_WORDS[backup.kind])}"
            words = f"{about}, {size_words(backup.size_bytes)}"
            item = QListWidgetItem(tr("{backup}, encrypted", backup=words) if backup.is_encrypted else words)
            item.setData(Qt.ItemDataRole.UserRole, backup.name)
            item.setData(_ABOUT_ROLE, about)
            self.backups.addItem(item)
            if backup.name == chosen:
                self.backups.setCurrentItem(item)
        if not backups:
            nothing = QListWidgetItem(tr("None yet. The first one is made tonight, or now."))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.backups.addItem(nothing)
        self._fit()
        self._enable()

    def set_encrypted(self, is_encrypted: bool) -> None:
        """Say whether the history is encrypted, and offer the other."""
        self._is_encrypted = is_encrypted
        self.state.setText(tr("The history is encrypted.") if is_encrypted else tr("The history is not encrypted."))
        self.encrypt.setText(tr("Decrypt…") if is_encrypted else tr("Encrypt…"))
        self.show_recovery.setVisible(is_encrypted)
        if not is_encrypted:
            self.recovery.forget()
        self._enable()

    def set_key_lost(self, problem: str) -> None:
        """The keyring has not got the key of the history, as ``problem`` says; empty: it has."""
        self._is_key_lost = bool(problem)
        if problem:
            self.recovery.forget()
            self.recover.ask(problem)
        else:
            self.recover.forget()
        self._enable()

    def set_busy(self, words: str) -> None:
        """Something is being done, in words; nothing else can be asked for. Empty: no longer."""
        at = QApplication.focusWidget()
        before = at if words and at is not None and self.isAncestorOf(at) else None
        if words:
            self.set_told(words)
        for widget in (self.make, self.check, self.mend, self.encrypt, self.backups):
            widget.setEnabled(not words)
        self._enable(busy=bool(words))
        if before is not None and not before.isEnabled():
            self._focus_before = before, QApplication.focusWidget()
        elif not words and self._focus_before is not None:
            back, meanwhile = self._focus_before
            self._focus_before = None
            if QApplication.focusWidget() is meanwhile and back.isEnabled():
                back.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_told(self, words: str, look: str = "muted", *, can_mend: bool = False) -> None:
        """What came of the last thing done; ``look``: ``good``, ``warning``, ``error``."""
        self.told.setText(words)
        set_look(self.told, look)
        self.mend.setVisible(can_mend)

    def _chosen(self) -> str:
        if self.backups.currentRow() < 0:
            return ""
        name = self.backups.currentItem().data(Qt.ItemDataRole.UserRole)
        return name if isinstance(name, str) else ""

    def _ask_restore(self) -> None:
        about = self.backups.currentItem().data(_ABOUT_ROLE)
        question = tr("Go back to {backup}? What is there now becomes a backup itself.", backup=about)
        self._ask(question, tr("Go back"), ("restore", self._chosen()))

    def _ask_encrypt(self) -> None:
        wanted = not self._is_encrypted
        self._ask(tr(_ASKED[wanted]), tr("Encrypt") if wanted else tr("Decrypt"), ("encrypt", wanted))

    def _ask(self, question: str, yes: str, wanted: tuple[str, object]) -> None:
        self._wanted = wanted
        self.question.setText(question)
        self.yes.setText(yes)
        self._column.removeWidget(self._asking)
        under = self._buttons if wanted[0] == "restore" else self._secrecy
        self._column.insertWidget(self._column.indexOf(under) + 1, self._asking)
        self._asking.show()
        self.no.setFocus(Qt.FocusReason.OtherFocusReason)

    def _agreed(self) -> None:
        wanted = self._wanted
        self._close_question()
        match wanted:
            case ("restore", str(name)):
                self.restore_requested.emit(name)
            case ("encrypt", bool(encrypted)):
                self.encrypt_requested.emit(encrypted)

    def _close_question(self) -> None:
        back = self.restore if self._wanted is not None and self._wanted[0] == "restore" else self.encrypt
        self._wanted = None
        self._asking.hide()
        back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enable(self, *, busy: bool = False) -> None:
        self.restore.setEnabled(bool(self._chosen()) and not busy)
        self.encrypt.setEnabled(self._is_encrypted is not None and not busy and not self._is_key_lost)
        self.show_recovery.setEnabled(not busy and not self._is_key_lost)
        self.recover.setEnabled(not busy)

    def _fit(self) -> None:
        height = max(self.backups.sizeHintForRow(0), self.fontMetrics().height())
        # The same for however many, so that a new one does not move the buttons.
        self.backups.setFixedHeight(_ROWS_SHOWN * height + 2 * self.backups.frameWidth() + INSIDE)
