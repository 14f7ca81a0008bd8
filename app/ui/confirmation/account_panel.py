"""Where a call or a plan goes: the account, the region, who one is there. Refuses to look anything up."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.domain.aws import Account, AccountKind, Identity
from app.domain.language import tr
from app.ui.confirmation.words import Words
from app.ui.look.icons import icon
from app.ui.look.theme import ThemeController
from app.ui.look.tokens import CORNER


class AccountPanel(QFrame):
    """The demo account and a real one cannot be taken for each other."""

    def __init__(
        self, parent: QWidget, theme: ThemeController, account: Account, identity: Identity | None, place: str
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._demo = account.kind is AccountKind.DEMO
        rows = QVBoxLayout(self)
        rows.setContentsMargins(44, 8, 12, 8)
        rows.setSpacing(2)
        rows.addWidget(Words(self, account_line(account, identity, place), look="strong"))
        if self._demo:
            rows.addWidget(Words(self, tr("Nothing leaves this machine."), look="good"))
        if identity is None:
            rows.addWidget(Words(self, tr("Who you are there could not be found out."), look="warning"))
        else:
            rows.addWidget(Words(self, identity.arn, look="muted"))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        colour = tokens.good if self._demo else tokens.write
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colour), 1, Qt.PenStyle.DashLine if self._demo else Qt.PenStyle.SolidLine))
        painter.setBrush(QColor(tokens.tint(colour)))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
        icon("laptop" if self._demo else "cloud", colour).paint(painter, 14, (self.height() - 18) // 2, 18, 18)
        painter.end()


def account_line(account: Account, identity: Identity | None, place: str) -> str:
    """Account and region in one line: the alias (or the profile; the demo account's title says more), the id, and
    ``place``, a region or how many there are.
    """
    alias = None if identity is None or account.kind is AccountKind.DEMO else identity.alias
    names = [alias or account.title, *([identity.account_id] if identity else [])]
    return "  ·  ".join((*names, place))
