"""What an empty chat shows: three doors for a newcomer, or a plain greeting; opens none of them itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.domain.aws import AccountKind
from app.domain.language import marked, tr
from app.ui.look.icons import icon
from app.ui.look.sizes import hold_size
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import ThemeController, scaled
from app.ui.look.tokens import BETWEEN, COLUMN_WIDTH, INSIDE

# What works at once: in the demo account something of everything, in an account of one's own nothing but plain reads.
# They are sent as they stand, in English, since that is what the offline recogniser understands.
_IN_THE_DEMO = ("List my buckets", "CPU of web-1 last 24 hours", "Stop web-1")
_IN_AN_ACCOUNT = ("What is running?", "How much did I spend this month?", "Show my alarms")
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_ACROSS_FITS = 560  # pixels below which doors stand below each other
_WITHOUT_AWS = marked("AWS is switched off in this chat: choose an account at the top to act on one.")


class _Door(QFrame):
    """One way in: a picture, what it gives, and a button."""

    def __init__(self, theme: ThemeController, *, picture: str, title: str, text: str, button: str) -> None:
        super().__init__()
        self._theme = theme
        self._picture_name = picture
        set_look(self, "card")
        self._picture = QLabel()
        head = QLabel(title)
        set_look(head, "strong")
        head.setWordWrap(True)
        words = QLabel(text)
        words.setWordWrap(True)
        set_look(words, "muted")
        self.button = QPushButton(button)
        self.button.setAccessibleDescription(f"{title}. {text}")
        column = QVBoxLayout(self)
        column.setContentsMargins(BETWEEN, BETWEEN, BETWEEN, BETWEEN)
        column.setSpacing(INSIDE)
        column.addWidget(self._picture)
        column.addWidget(head)
        column.addWidget(words)
        column.addStretch(1)
        column.addSpacing(INSIDE)
        column.addWidget(self.button)
        theme.changed.connect(self._recolour)
        theme.text_size_changed.connect(self._recolour)
        self._recolour()

    def _recolour(self) -> None:
        self._picture.setPixmap(icon(self._picture_name, self._theme.tokens.accent).pixmap(scaled(24), scaled(24)))


class FirstRun(QWidget):
    """The empty chat. :meth:`set_newcomer` decides whether the doors stand in it."""

    demo_requested = Signal()
    key_requested = Signal()
    local_requested = Signal()
    example_chosen = Signal(str)

    def __init__(self, theme: ThemeController) -> None:
        super().__init__()
        self._title = QLabel(tr("What should happen?"))
        set_look(self._title, "title")
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lead = QLabel()
        self._lead.setWordWrap(True)
        self._lead.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_look(self._lead, "muted")
        demo = _Door(
            theme,
            picture="play",
            title=tr("Try the demo account"),
            text=tr("A make-believe AWS account on this machine. No key, no account, nothing leaves it."),
            button=tr("Try the demo"),
        )
        key = _Door(
            theme,
            picture="key",
            title=tr("Add an API key"),
            text=tr("For Anthropic, OpenAI or another provider. It stays in your system's keyring."),
            button=tr("Add a key"),
        )
        local = _Door(
            theme,
            picture="laptop",
            title=tr("Get a local model"),
            text=tr("Chat offline and in private, with a model file you have or one to download."),
            button=tr("Get a model"),
        )
        set_look(demo.button, "primary")
        demo.button.clicked.connect(self.demo_requested)
        key.button.clicked.connect(self.key_requested)
        local.button.clicked.connect(self.local_requested)
        self.doors = QWidget()
        self._rows = (doors, examples) = (QBoxLayout(_ACROSS, self.doors), QBoxLayout(_ACROSS))
        doors.setContentsMargins(0, 0, 0, 0)
        doors.setSpacing(BETWEEN)
        for door in (demo, key, local):
            doors.addWidget(door, 1)
        self.demo_button, self.key_button, self.local_button = demo.button, key.button, local.button
        examples.setSpacing(INSIDE)
        examples.addStretch(1)
        self.examples = [QPushButton() for _ in _IN_THE_DEMO]
        for button in self.examples:
            set_look(button, "pill")
            button.setAccessibleDescription(tr("Sends this as a message"))
            button.clicked.connect(lambda _=False, button=button: self.example_chosen.emit(button.text()))
            examples.addWidget(button)
        examples.addStretch(1)
        self._without_aws = QLabel(tr(_WITHOUT_AWS))
        self._without_aws.setWordWrap(True)
        self._without_aws.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_look(self._without_aws, "muted")
        column = QVBoxLayout()
        column.setSpacing(BETWEEN)
        column.addStretch(2)
        column.addWidget(self._title)
        column.addWidget(self._lead)
        column.addSpacing(INSIDE)
        column.addWidget(self.doors)
        column.addLayout(examples)
        column.addWidget(self._without_aws)
        column.addStretch(3)
        self._middle = QWidget()
        self._middle.setLayout(column)
        hold_size(self._middle, widest_px=COLUMN_WIDTH)
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(BETWEEN, BETWEEN, BETWEEN, BETWEEN)
        row.addStretch(1)
        row.addWidget(self._middle, 1000)
        row.addStretch(1)
        scroll = QScrollArea()  # large words in a low window need more height than there is
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self.set_newcomer(True)
        self.set_account(AccountKind.DEMO)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def _arrange(self) -> None:
        """Doors and examples stand below each other where they would be too narrow for their words."""
        for row in self._rows:
            row.setDirection(_ACROSS if self.width() >= scaled(_ACROSS_FITS) else _DOWN)

    def set_account(self, kind: AccountKind | None) -> None:
        """Teach sentences that work where calls go; ``None``: they go nowhere."""
        shown = _IN_THE_DEMO if kind is AccountKind.DEMO else _IN_AN_ACCOUNT
        for button, words in zip(self.examples, shown, strict=True):
            button.setText(words)
            button.setVisible(kind is not None)
        self._without_aws.setVisible(kind is None)

    def wait(self) -> None:
        """Show nothing until it is known whether the person is new here, which :meth:`set_newcomer` tells."""
        self._middle.hide()

    def set_newcomer(self, newcomer: bool) -> None:
        """Show the doors to somebody who has neither a key nor a model of their own."""
        self._middle.show()
        self.doors.setVisible(newcomer)
        self._title.setText(tr("Welcome to Baton") if newcomer else tr("What should happen?"))
        self._lead.setText(
            tr("Every model in one window. Every AWS call shown before it runs.")
            if newcomer
            else tr("Ask anything, or say what should happen in AWS. Nothing changes before you say yes.")
        )
