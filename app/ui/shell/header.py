"""The line over the transcript: where AWS calls go, which model answers, find and the menu; opens nothing itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLayout,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from app.domain.aws import Account, AccountKind, Identity
from app.domain.language import plural, tr
from app.domain.serving import ServingState
from app.ui.commands.actions import native_keys
from app.ui.look.icons import icon
from app.ui.look.roles import spoken_as
from app.ui.look.stylesheet import set_icon_size, set_look
from app.ui.look.theme import ThemeController, scaled
from app.ui.look.tokens import GRID, INSIDE
from app.ui.work.indicator import WorkIndicator

_ARROW = "  ▾"
_WORDS_FIT = 560  # pixels of the header below which its parts give way
_NARROWEST = 400  # where they have given way as far as they can
_MODEL_READABLE = 150  # pixels of the model's name for which buttons leave


class Badge(QPushButton):
    """A name and its arrow. Where room is short the name gives way in its middle, and the arrow stays."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = self.shown_text
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)

    @property
    def shown_text(self) -> str:
        """What there is room for."""
        missing = self.sizeHint().width() - self.width()
        if missing <= 0:
            return self.text()
        name, arrow, _ = self.text().partition(_ARROW)
        metrics = self.fontMetrics()
        room = max(metrics.horizontalAdvance(name) - missing, 0)
        if room < 2 * metrics.horizontalAdvance("…"):
            return ""  # its icon says something, two dots and an arrow do not
        return metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, room) + arrow


@spoken_as(QAccessible.Role.Grouping)
class Header(QWidget):
    """Emits what was pressed; the badge and the model's name are set from outside."""

    sidebar_requested = Signal()
    account_requested = Signal()
    model_requested = Signal()
    find_requested = Signal()
    menu_requested = Signal()
    dock_requested = Signal()
    serving_requested = Signal()
    private_requested = Signal()

    def __init__(self, theme: ThemeController) -> None:
        super().__init__()
        self._theme = theme
        self._kind: AccountKind | None = AccountKind.DEMO
        self._private = False
        self._pictures = {
            "sidebar": self._tool(tr("Show the list of chats"), self.sidebar_requested, "Ctrl+B"),
            "search": self._tool(tr("Find in this chat"), self.find_requested, "Ctrl+F"),
            "more": self._tool(tr("Menu"), self.menu_requested),
            "dock": self._tool(tr("Show or hide the model dock"), self.dock_requested, "Ctrl+J"),
        }
        self.sidebar_button = self._pictures["sidebar"]
        self.menu_button = self._pictures["more"]
        self.dock_button = self._pictures["dock"]
        self.dock_button.setCheckable(True)
        self.account_button = self._badge(self.account_requested)
        self.account_button.setText(tr("AWS …"))
        self.work_button = WorkIndicator(theme)
        self.serving_button = self._badge(self.serving_requested)
        self.serving_button.setMinimumWidth(0)
        self.serving_button.hide()
        self.private_button = self._tool(tr("Keep this chat on this machine"), self.private_requested, "Ctrl+Shift+N")
        self.private_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.private_button.setCheckable(True)
        self.model_button = self._badge(self.model_requested)
        self.model_button.setText(tr("Model …"))
        row = QHBoxLayout(self)
        row.setContentsMargins(INSIDE, INSIDE, INSIDE, INSIDE)
        row.setSpacing(GRID)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # the parts give way once it is narrow
        row.addWidget(self.sidebar_button)
        row.addWidget(self.account_button)
        row.addStretch(1)
        row.addWidget(self.work_button)
        row.addWidget(self.serving_button)
        row.addWidget(self.private_button)
        row.addWidget(self.model_button)
        row.addWidget(self._pictures["search"])
        row.addWidget(self.menu_button)
        row.addWidget(self.dock_button)
        theme.changed.connect(self._recolour)
        self._recolour()

    def set_account(self, account: Account, region: str, identity: Identity | None) -> None:
        """Say where calls go; the demo account says that nothing leaves the machine."""
        self._kind = account.kind
        if account.kind is AccountKind.DEMO:
            words = f"{account.title} · {region}"
            tip = tr("The demo account runs on this machine: nothing leaves it. Press to choose another account.")
        else:
            number = "" if identity is None else f" {identity.alias or identity.account_id}"
            words = f"{account.title}{number} · {region}"
            if identity is None:
                who = tr("Nobody has signed in here yet.")
            else:
                who = tr("Account {number}, {arn}", number=identity.account_id, arn=identity.arn)
            tip = tr("AWS calls go to {account!r} in {region}. {who}", account=account.title, region=region, who=who)
        self.account_button.setText(f"{words}{_ARROW}")
        self.account_button.setToolTip(tip)
        self.account_button.setAccessibleName(tr("AWS account and region: {words}", words=words))
        self.account_button.setAccessibleDescription(tip)
        self._recolour()

    def set_no_account(self) -> None:
        """Say that this chat has nothing to do with AWS."""
        self._kind = None
        self.account_button.setText(tr("No AWS") + _ARROW)
        self.account_button.setToolTip(tr("The model gets no AWS tools in this chat. Press to choose an account."))
        self.account_button.setAccessibleName(tr("AWS account: none in this chat"))
        self._recolour()

    def set_account_problem(self, text: str) -> None:
        """Say that the account cannot be used, and why."""
        self.account_button.setText(tr("No AWS account"))
        self.account_button.setToolTip(text)
        self.account_button.setAccessibleDescription(text)

    def set_model(self, title: str, *, model_id: str, is_private: bool) -> None:
        """Say which model answers."""
        self._private = is_private
        self.model_button.setText(title + _ARROW)
        where = tr("Nothing leaves this machine.") if is_private else tr("What you write is sent to this provider.")
        self.model_button.setToolTip(f"{model_id}. {where}")
        self.model_button.setAccessibleName(tr("Model: {title}", title=title))
        self.model_button.setAccessibleDescription(where)
        self._recolour()

    def set_automatic(self, usual: str) -> None:
        """Say that each message goes to the model set for its kind; ``usual``: where no rule fits."""
        self.set_model(tr("Automatic"), model_id="auto", is_private=False)
        about = tr(
            "Each message goes to the model set for its kind in Settings > Routing; where none is, to {usual}.",
            usual=usual,
        )
        self.model_button.setToolTip(about)
        self.model_button.setAccessibleDescription(about)

    def set_private(self, is_private: bool) -> None:
        """Say whether everything of this chat stays on this machine."""
        self.private_button.setChecked(is_private)
        self.private_button.setText(tr("Private") if is_private else "")
        self._style_private()
        about = tr("Only models that run here, or on your own hosts, are asked.") if is_private else ""
        self.private_button.setAccessibleDescription(about)
        self._recolour()

    def set_serving(self, state: ServingState) -> None:
        """Show whether other programs can use the local models, and how many wait for an answer."""
        waiting = len(state.running)
        words = tr("Serving {count}", count=waiting) if waiting else tr("Serving")
        if waiting:
            about = plural("One program waits for an answer.", "{count} programs wait for an answer.", waiting)
        else:
            about = tr("No programs wait for an answer.")
        self.serving_button.setText(words)
        self.serving_button.setToolTip(
            tr("Local models are served to other programs at {address}. {about}", address=state.url, about=about)
        )
        self.serving_button.setAccessibleName(tr("Local models are served to other programs"))
        self.serving_button.setAccessibleDescription(about)
        self.serving_button.setVisible(state.is_on)

    def set_sidebar_shown(self, shown: bool) -> None:
        """Offer to show the list of chats only while it is hidden."""
        self.sidebar_button.setVisible(not shown)

    def set_dock_shown(self, shown: bool) -> None:
        """Mark whether the dock is shown."""
        self.dock_button.setChecked(shown)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(scaled(_NARROWEST), _NARROWEST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._style_private()
        self._give_room()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._give_room()  # a part of it came or went
        return super().event(event)

    def _style_private(self) -> None:
        says = self.private_button.isChecked() and self.width() >= scaled(_WORDS_FIT)
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if says else Qt.ToolButtonStyle.ToolButtonIconOnly
        self.private_button.setToolButtonStyle(style)  # an empty text would take room too

    def _give_room(self) -> None:
        """Where calls go stays readable, then who answers: buttons go into the menu first, then the model's name gives
        way, then the account's.
        """
        layout, names = self.layout(), (self.account_button, self.model_button)
        if layout is None:
            return
        parts = [item.widget() for at in range(layout.count()) if (item := layout.itemAt(at)) is not None]
        # All of these are in the menu too, and have keys. A shield that is up says something.
        spare = [self._pictures["search"], self.dock_button]
        if self.private_button.isChecked():
            self.private_button.show()
        else:
            spare.append(self.private_button)
        kept = [part for part in parts if part is not None and not part.isHidden() and part not in (*names, *spare)]
        account, model = (name.sizeHint().width() for name in names)
        wanted = account + min(model, scaled(_MODEL_READABLE))
        room = self.width() - 2 * INSIDE - 3 * GRID - sum(part.sizeHint().width() + GRID for part in kept)
        room -= sum(part.sizeHint().width() + GRID for part in spare)
        for part in spare:
            fits = room >= wanted
            room += 0 if fits else part.sizeHint().width() + GRID
            if part.isHidden() is fits:
                part.setVisible(fits)
        if account + model > room:
            model = min(model, max(room - account, room // 4))
            account = min(account, room - model)
        for name, width in zip(names, (account, model), strict=True):
            name.setFixedWidth(max(width, 0))

    def _badge(self, pressed: object) -> Badge:
        button = Badge()
        set_look(button, "quiet")
        button.clicked.connect(pressed)
        # Long names give way before the window does.
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.setMinimumWidth(80)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        return button

    def _tool(self, words: str, pressed: object, keys: str = "") -> QToolButton:
        button = QToolButton()
        set_icon_size(button, 18)
        button.setToolTip(f"{words} ({native_keys(keys)})" if keys else words)
        button.setAccessibleName(words)
        button.clicked.connect(pressed)
        return button

    def _recolour(self) -> None:
        tokens = self._theme.tokens
        for name, button in self._pictures.items():
            button.setIcon(icon(name, tokens.muted, tokens.disabled))
        match self._kind:
            case AccountKind.DEMO:
                picture, colour = "laptop", tokens.good
            case None:
                picture, colour = "close", tokens.muted
            case _:
                picture, colour = "cloud", tokens.write
        self.account_button.setIcon(icon(picture, colour))
        self._give_room()
        self.serving_button.setIcon(icon("server", tokens.good))
        private = self.private_button.isChecked()
        self.private_button.setIcon(icon("shield", tokens.good if private else tokens.muted))
        self.model_button.setIcon(icon("lock" if self._private else "sparkle", tokens.muted))
