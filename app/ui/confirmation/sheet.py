"""The sheet over the window in which a person says yes or no to one exact call, or to a plan of several.

Every way out but the acting button is a no: Cancel, Esc, closing the window, the asking task's end.
"""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.aws import Approval, Consent, PlanConsent, PlanProposal, Proposal
from app.domain.language import tr
from app.services.aws import AwsService
from app.ui.confirmation.page import ProposalPage
from app.ui.confirmation.plan_page import PlanPage
from app.ui.confirmation.question import QuestionPage
from app.ui.look.roles import spoken_as
from app.ui.look.theme import ThemeController, Tokens, scaled
from app.ui.scope import TaskScope

WIDTH_PX = 640
MARGIN_PX = 24
LEAST_MARGIN_PX = 8  # before anything has to be scrolled


@dataclass(eq=False)
class _Asked:
    """A question that waits for its answer; ``refusal`` is the no to it."""

    proposal: Proposal | PlanProposal
    refusal: Consent | PlanConsent
    answer: asyncio.Future[object]


@spoken_as(QAccessible.Role.Dialog)
class ConfirmationSheet(QWidget):
    """Asks for consent, one question after the other. ``asking``: whether it lies over the window."""

    asking = Signal(bool)

    def __init__(self, window: QWidget, theme: ThemeController, aws: AwsService) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._aws = aws
        self._scope = TaskScope(self)
        self._waiting: deque[_Asked] = deque()
        self._asked: _Asked | None = None
        self._page: QuestionPage | None = None
        self._focus_before: QWidget | None = None
        self.setAccessibleName(tr("Confirmation"))
        self.hide()
        window.installEventFilter(self)
        theme.changed.connect(self._restyle)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._keep_focus)

    @property
    def page(self) -> QWidget | None:
        """What is being asked now, or ``None``."""
        return self._page

    async def ask(self, proposal: Proposal) -> Consent:
        """Ask the person, after everything asked before; a cancelled task takes its question back."""
        answer = await self._ask(proposal, Consent(granted=False))
        assert isinstance(answer, Consent)
        return answer

    async def ask_plan(self, proposal: PlanProposal) -> PlanConsent:
        """Like :meth:`ask`, for a whole plan."""
        answer = await self._ask(proposal, PlanConsent(approval=Approval.NONE))
        assert isinstance(answer, PlanConsent)
        return answer

    async def _ask(self, proposal: Proposal | PlanProposal, refusal: Consent | PlanConsent) -> object:
        asked = _Asked(proposal, refusal, asyncio.get_running_loop().create_future())
        self._waiting.append(asked)
        self._show_next()
        try:
            return await asked.answer
        finally:
            self._withdraw(asked)

    def _show_next(self) -> None:
        if self._asked is not None or not self._waiting:
            self._tell_waiting()
            return
        if not self.isVisible():
            self._focus_before = QApplication.focusWidget()
        self._asked = self._waiting.popleft()
        self._page = self._page_for(self._asked.proposal)
        self._page.answered.connect(self._answer)
        self._page.grew.connect(self._grow)
        self._tell_waiting()
        self.setGeometry(self._window.rect())
        self._place()
        self.raise_()
        self.show()
        self._page.show()
        self._page.begin()
        # Once more when everything in it has its size; later it stays, so that no button moves under the pointer.
        QTimer.singleShot(0, self._place)

    def _page_for(self, proposal: Proposal | PlanProposal) -> QuestionPage:
        if isinstance(proposal, PlanProposal):
            return PlanPage(self, self._theme, proposal)
        return ProposalPage(self, self._theme, self._aws, self._scope, proposal)

    def _answer(self, consent: object) -> None:
        if self._asked is not None and not self._asked.answer.done():
            self._asked.answer.set_result(consent)

    def _withdraw(self, asked: _Asked) -> None:
        if asked in self._waiting:
            self._waiting.remove(asked)
            self._tell_waiting()
            return
        if asked is not self._asked:
            return
        self._asked = None
        self._scope.cancel()
        if self._page is not None:
            self._page.hide()
            self._page.deleteLater()
            self._page = None
        if self._waiting:
            self._show_next()
            return
        self.hide()
        before, self._focus_before = self._focus_before, None
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refuse_all(self) -> None:
        for asked in (*([self._asked] if self._asked is not None else []), *self._waiting):
            if not asked.answer.done():
                asked.answer.set_result(asked.refusal)

    def _tell_waiting(self) -> None:
        if self._page is not None:
            self._page.tell_waiting(len(self._waiting))

    def _place(self) -> None:
        if self._page is None:
            return
        width = min(scaled(WIDTH_PX), self.width() - 2 * (MARGIN_PX if self.width() > 560 else LEAST_MARGIN_PX))
        height = min(self._page.height_wanted(width), self.height() - 2 * LEAST_MARGIN_PX)
        self._page.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def _grow(self) -> None:
        """Give the page the room it wants, its upper edge kept where it is as long as there is room below."""
        if self._page is None:
            return
        place = self._page.geometry()
        room = self.height() - 2 * LEAST_MARGIN_PX
        height = max(place.height(), min(self._page.height_wanted(place.width()), room))
        if height == place.height():
            return
        place.moveTop(max(min(place.top(), self.height() - LEAST_MARGIN_PX - height), LEAST_MARGIN_PX))
        place.setHeight(height)
        self._page.setGeometry(place)
        self._page.wait_again()

    def _keep_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        del old
        inside = new is None or new.window() is not self.window() or self.isAncestorOf(new)
        if self.isVisible() and self._page is not None and not inside:
            self._page.take_focus()

    def _restyle(self, tokens: Tokens) -> None:
        del tokens
        if self._page is not None:
            self._page.restyle()
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            if event.type() is QEvent.Type.Resize and self.isVisible():
                self.setGeometry(self._window.rect())
            elif event.type() is QEvent.Type.Close:
                self._refuse_all()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and self.isVisible():
            event.accept()  # the window's shortcuts wait until this is answered
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._page is not None:
            self._page.refuse()
        event.accept()  # nothing typed here reaches the window below

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # a click beside the sheet is neither yes nor no

    def focusNextPrevChild(self, following: bool) -> bool:
        if self._page is None:
            return super().focusNextPrevChild(following)
        return self._page.step_focus(following)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.asking.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.asking.emit(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0, 150 if self._theme.tokens.is_dark else 90))
        painter.end()
