"""Short messages at the foot of the window, with an action where one helps; refuses to interrupt what is being done."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from app.domain.errors import BatonError
from app.domain.language import tr
from app.domain.remedies import Remedy
from app.ui.look.icons import icon
from app.ui.look.sizes import hold_size
from app.ui.look.stylesheet import set_icon_size, set_look
from app.ui.look.theme import ThemeController, scaled
from app.ui.look.tokens import BETWEEN, GRID, INSIDE

_SHOWN_AT_ONCE = 3
_SHORT_MS = 5_000
_LONG_MS = 12_000  # what asks for something to be done, or to be known


class NoticeKind(StrEnum):
    """How a notice is marked. A fault stays until it is closed."""

    INFO = "info"
    GOOD = "good"
    WARNING = "warning"
    FAULT = "fault"


@dataclass(frozen=True, kw_only=True, slots=True)
class Notice:
    """A message with at most one thing to do about it. ``stays``: until it is closed. ``about``: what it tells of; a
    later one about the same takes its place.
    """

    text: str
    kind: NoticeKind = NoticeKind.INFO
    action: str = ""
    call: Callable[[], object] | None = None
    stays: bool = False
    about: str = ""

    @classmethod
    def of(cls, error: BatonError, remedy: Remedy | None = None, call: Callable[[], object] | None = None) -> Notice:
        """A failure, in words, and with the button of its remedy, which ``call`` carries out."""
        action = "" if remedy is None else remedy.words
        return cls(text=str(error), kind=NoticeKind.FAULT, stays=True, action=action, call=call)


class _Toast(QFrame):
    """One notice on the screen."""

    def __init__(self, notice: Notice, theme: ThemeController, close: Callable[[_Toast], None]) -> None:
        super().__init__()
        self.notice = notice
        self._theme = theme
        set_look(self, "popup")
        self.setAccessibleName(notice.text)
        self._mark = QLabel()
        hold_size(self._mark, width_px=18, height_px=18)
        text = QLabel(notice.text)
        text.setWordWrap(True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        text.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, INSIDE, INSIDE, INSIDE)
        row.setSpacing(INSIDE)
        row.addWidget(self._mark)
        row.addWidget(text, 1)
        if notice.call is not None:
            button = QPushButton(notice.action)
            set_look(button, "link")
            button.clicked.connect(lambda: self._act(close))
            row.addWidget(button)
        self._close = QToolButton()
        set_icon_size(self._close, 16)
        self._close.setAccessibleName(tr("Close this notice"))
        self._close.setToolTip(tr("Close"))
        self._close.clicked.connect(lambda: close(self))
        row.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        is_long = notice.call is not None or notice.kind is NoticeKind.WARNING
        self._timer.setInterval(_LONG_MS if is_long else _SHORT_MS)
        self._timer.timeout.connect(lambda: close(self))
        if not notice.stays:
            self._timer.start()
        theme.changed.connect(self._recolour)
        theme.text_size_changed.connect(self._recolour)
        self._recolour()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()  # what is being read does not go away
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if not self.notice.stays:
            self._timer.start()
        super().leaveEvent(event)

    def _act(self, close: Callable[[_Toast], None]) -> None:
        call = self.notice.call
        close(self)
        if call is not None:
            call()

    def _recolour(self) -> None:
        tokens = self._theme.tokens
        name, colour = {
            NoticeKind.INFO: ("info", tokens.accent),
            NoticeKind.GOOD: ("check", tokens.good),
            NoticeKind.WARNING: ("alert", tokens.write),
            NoticeKind.FAULT: ("alert", tokens.destructive),
        }[self.notice.kind]
        self._mark.setPixmap(icon(name, colour).pixmap(scaled(18), scaled(18)))
        self._close.setIcon(icon("close", tokens.muted))


class NoticeStrip(QWidget):
    """Stacks notices over the foot of ``host``; further ones wait. Each is announced to screen readers once."""

    def __init__(self, host: QWidget, theme: ThemeController) -> None:
        super().__init__(host)
        self._host = host
        self._theme = theme
        self._waiting: deque[Notice] = deque()
        self._toasts: list[_Toast] = []
        self._lift = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID * 2)
        host.installEventFilter(self)
        self.hide()

    @property
    def shown(self) -> tuple[Notice, ...]:
        """The notices on the screen, oldest first."""
        return tuple(toast.notice for toast in self._toasts)

    def set_lift(self, pixels: int) -> None:
        """Keep the strip this far above the host's foot (the composer stands there)."""
        self._lift = pixels
        self._place()

    def post(self, notice: Notice) -> None:
        """Show a notice, or queue it. One that is shown or waiting already is not repeated."""
        if notice.about:
            self.withdraw(notice.about)
        if any(toast.notice.text == notice.text for toast in self._toasts):
            return
        if any(other.text == notice.text for other in self._waiting):
            return
        if len(self._toasts) >= _SHOWN_AT_ONCE:
            self._waiting.append(notice)
            return
        self._show(notice)

    def withdraw(self, about: str) -> None:
        """Close what tells of something that is over, and let nothing of it come any more."""
        self._waiting = deque(notice for notice in self._waiting if notice.about != about)
        for toast in [toast for toast in self._toasts if toast.notice.about == about]:
            self._close(toast)

    def close_newest(self) -> bool:
        """Close the newest notice; false where there is none."""
        if not self._toasts:
            return False
        self._close(self._toasts[-1])
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()  # only now is it known how many lines the words take
        return handled

    def _show(self, notice: Notice) -> None:
        toast = _Toast(notice, self._theme, self._close)
        toast.ensurePolished()
        self._toasts.append(toast)
        self._column.addWidget(toast)
        self.show()
        self.raise_()
        self._place()
        event = QAccessibleAnnouncementEvent(toast, notice.text)
        urgent = notice.kind is NoticeKind.FAULT
        event.setPoliteness(
            QAccessible.AnnouncementPoliteness.Assertive if urgent else QAccessible.AnnouncementPoliteness.Polite
        )
        QAccessible.updateAccessibility(event)

    def _close(self, toast: _Toast) -> None:
        if toast not in self._toasts:
            return
        self._toasts.remove(toast)
        self._column.removeWidget(toast)
        toast.hide()
        toast.deleteLater()
        if self._waiting and len(self._toasts) < _SHOWN_AT_ONCE:
            self._show(self._waiting.popleft())
        self.setVisible(bool(self._toasts))
        self._place()

    def _place(self) -> None:
        if not self._toasts:
            return
        width = max(200, min(scaled(520), self._host.width() - 2 * BETWEEN))
        self.setFixedWidth(width)
        height = sum(toast.heightForWidth(width) for toast in self._toasts)
        height += self._column.spacing() * (len(self._toasts) - 1)
        left = (self._host.width() - width) // 2
        top = max(0, self._host.height() - self._lift - height - BETWEEN)
        self.setGeometry(left, top, width, height)
