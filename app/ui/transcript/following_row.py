"""The row under a result: waiting for what a call began, and more of its pages.

Shows what :class:`ResultExchange` knows of an action and passes on what is pressed. Decides nothing.
"""

from __future__ import annotations

import time
from functools import partial
from html import escape

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.domain.aws import Action, ActionState, Risk, WaitProgress, WaitState
from app.domain.language import tr
from app.services.aws import MOST_PAGES
from app.ui.look.icons import icon
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import ThemeController, scaled
from app.ui.markdown import mark_unseen
from app.ui.transcript.amounts import elapsed
from app.ui.transcript.result_exchange import ResultExchange
from app.ui.transcript.segment import ICON_PX, tint

_READS = (Risk.READ, Risk.SENSITIVE_READ)


class FollowingRow(QWidget):
    """What can follow an action. :meth:`set_action` says which; it is shown where there is anything to show."""

    def __init__(self, theme: ThemeController, exchange: ResultExchange, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._exchange = exchange
        self._action: Action | None = None
        self._began: dict[str, float] = {}  # by action id: a wait's beginning, to tell the seconds between two looks
        self._wait = QPushButton(self)
        self._wait.clicked.connect(self._begin_wait)
        self._others = QToolButton(self)
        self._others.setText("…")
        self._others.setToolTip(tr("What else can be waited for"))
        self._others.setAccessibleName(tr("What else can be waited for"))
        self._others.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._others.clicked.connect(self._offer_others)
        self._more = QPushButton(tr("Load more"), self)
        self._more.clicked.connect(lambda: self._ask_more(everything=False))
        self._all = QPushButton(tr("Load all"), self)
        self._all.setToolTip(tr("To the end, or up to {count} pages", count=MOST_PAGES))
        self._all.clicked.connect(lambda: self._ask_more(everything=True))
        self._stop = QPushButton(tr("Stop"), self)
        self._stop.clicked.connect(self._ask_stop)
        self._mend = QPushButton(self)
        self._mend.clicked.connect(self._ask_mending)
        self._mark = QLabel(self)
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self._mend, self._wait, self._others, self._more, self._all, self._stop, self._mark):
            row.addWidget(widget)
        row.addWidget(self._words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.addLayout(row)
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._tick)

    def set_action(self, action: Action) -> None:
        """Show what can follow ``action``."""
        self._action = action
        if self._may_wait(action) and not self._exchange.knows(action.id):
            self._exchange.offers_wanted.emit(action)
        self.refresh()

    def refresh(self) -> None:
        """What is known of the action changed."""
        action = self._action
        if action is None:
            return
        wait = self._exchange.wait(action.id)
        waiting, loading = self._exchange.is_waiting(action.id), self._exchange.is_loading(action.id)
        waiters = self._exchange.waiters(action.id) if self._may_wait(action) else ()
        begin = bool(waiters) and not waiting and (wait is None or wait.state is not WaitState.DONE)
        if waiters:
            self._wait.setText(tr("Wait until {state}", state=mark_unseen(waiters[0].words)))
        self._wait.setVisible(begin)
        self._others.setVisible(len(waiters) > 1 and not waiting)
        can_load = action.risk in _READS and action.result is not None and bool(action.result.more)
        self._more.setVisible(can_load and not loading)
        self._all.setVisible(can_load and not loading)
        self._stop.setVisible(waiting or loading)
        mending = self._exchange.mending(action.id) if action.state is ActionState.FAILED else ""
        self._mend.setText(mending)
        self._mend.setVisible(bool(mending))
        self._show_words(action.id, wait, loading=loading)
        if waiting:
            self._began.setdefault(action.id, time.monotonic() - (wait.elapsed_s if wait else 0.0))
            self._clock.start()
        else:
            self._began.pop(action.id, None)
            self._clock.stop()
        parts = (self._mend, self._wait, self._others, self._more, self._stop)
        self.setVisible(bool(self._words.text()) or any(not part.isHidden() for part in parts))

    def restyle(self) -> None:
        """The theme changed."""
        tint(self, self._theme)
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._stop.isHidden():
            self._ask_stop()
        else:
            super().keyPressEvent(event)

    def _show_words(self, action_id: str, wait: WaitProgress | None, *, loading: bool) -> None:
        tokens = self._theme.tokens
        problem = self._exchange.problem(action_id)
        words, look, mark = "", "muted", ("", "")
        if loading:
            words = tr("Loading more…")
        elif problem:
            words, look, mark = mark_unseen(problem), "error", ("alert", tokens.destructive)
        elif wait is not None:
            words = mark_unseen(wait.sentence)
            match wait.state:
                case WaitState.DONE:
                    look, mark = "good", ("check", tokens.good)
                case WaitState.FAILED | WaitState.TIMED_OUT:
                    look, mark = "error", ("alert", tokens.destructive)
                case WaitState.WAITING:
                    mark = ("clock", tokens.accent)
                    words += self._for_so_long(action_id)
                case WaitState.STOPPED:
                    mark = ("stop", tokens.muted)
        set_look(self._words, look)
        self._words.setText(words)
        # As HTML of our own, since Qt would take what AWS says for it where it looks like it.
        self._words.setToolTip(f"<span>{escape(words)}</span>" if len(words) > 60 else "")
        self._words.setAccessibleName(words)
        name, colour = mark
        self._mark.setVisible(bool(name))
        if name:
            self._mark.setPixmap(icon(name, colour).pixmap(scaled(ICON_PX), scaled(ICON_PX)))

    def _for_so_long(self, action_id: str) -> str:
        seconds = int(time.monotonic() - self._began.get(action_id, time.monotonic()))
        return f" · {elapsed(seconds)}" if seconds else ""

    @staticmethod
    def _may_wait(action: Action) -> bool:
        return action.state is ActionState.DONE and action.risk not in _READS and action.result is not None

    def _tick(self) -> None:
        if self._action is not None:
            self._show_words(self._action.id, self._exchange.wait(self._action.id), loading=False)

    def _begin_wait(self) -> None:
        if self._action is not None and (waiters := self._exchange.waiters(self._action.id)):
            self._exchange.wait_wanted.emit(self._action.id, waiters[0])

    def _offer_others(self) -> None:
        if self._action is None:
            return
        action_id = self._action.id
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for waiter in self._exchange.waiters(action_id):
            menu.addAction(
                tr("Wait until {state}", state=mark_unseen(waiter.words)).replace("&", "&&"),
                partial(self._exchange.wait_wanted.emit, action_id, waiter),
            )
        menu.popup(self._others.mapToGlobal(QPoint(0, self._others.height())))

    def _ask_more(self, *, everything: bool) -> None:
        if self._action is not None:
            self._exchange.more_wanted.emit(self._action.id, everything)

    def _ask_mending(self) -> None:
        if self._action is not None:
            self._exchange.mend_wanted.emit(self._action.id)

    def _ask_stop(self) -> None:
        if self._action is not None:
            self._exchange.stop_wanted.emit(self._action.id)
