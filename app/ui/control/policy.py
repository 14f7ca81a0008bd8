"""The policy in the settings: shows the file as it stands, also after it changed, and gives and ends trusts."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from app.domain.aws import PolicyRule
from app.domain.aws.policy_words import moment_words, rule_sentence
from app.domain.errors import BatonError
from app.domain.language import tr
from app.ui.control.desk import Desk
from app.ui.preferences.policy_page import PolicyPage
from app.ui.widgets.problem_line import WayOut

_LOOK_AGAIN_MS = 1000


class PolicyController(QObject):
    """Looks at the policy every second while its page is seen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._page: PolicyPage | None = None
        self._offered: PolicyRule | None = None
        self._looking = False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_AGAIN_MS)
        self._timer.timeout.connect(self._look)

    def set_page(self, page: PolicyPage) -> None:
        """Let ``page`` show the policy and ask for changes."""
        self._page = page
        page.open_requested.connect(lambda: self._spawn(self._open(), "open the policy file"))
        page.trust_typed.connect(lambda text: self._spawn(self._offer(text), "read a trust"))
        page.trust_agreed.connect(lambda: self._spawn(self._give(), "give a trust"))
        page.trust_ended.connect(lambda rule: self._spawn(self._end(rule), "end a trust"))
        page.trust_dropped.connect(self._drop)

    def show(self) -> None:
        """The page is about to be seen."""
        self._timer.start()
        self._spawn(self._show(), "look at the policy")

    def close(self) -> None:
        """Look no longer."""
        self._timer.stop()

    def _spawn(self, work: Coroutine[Any, Any, None], name: str) -> None:
        self._desk.scope.spawn(work, name=name)

    def _look(self) -> None:
        if self._page is None or not self._page.isVisible():
            self._timer.stop()
        elif not self._looking:
            self._spawn(self._show(), "look at the policy")

    async def _show(self) -> None:
        self._looking = True
        try:
            view = await self._desk.app.policy.view()
        finally:
            self._looking = False
        if self._page is not None:
            self._page.set_view(view)

    async def _open(self) -> None:
        path = await self._desk.app.policy.create()
        await self._show()
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._desk.warn(tr("No program opens it. It is {path}.", path=path))

    async def _offer(self, text: str) -> None:
        assert self._page is not None
        try:
            rule = await self._desk.app.policy.read_trust(text)
        except BatonError as error:
            self._page.set_trust_problem(str(error), self._again(error, text))
            return
        if self._page.trust.text() == text:  # another text may have been typed meanwhile
            self._offered = rule
            self._page.set_preview(rule_sentence(rule))

    async def _give(self) -> None:
        assert self._page is not None
        rule, self._offered = self._offered, None
        if rule is None:
            return
        try:
            await self._desk.app.policy.give(rule)
        except BatonError as error:
            # What is agreed to once more is shown once more: the rule is read again first.
            self._page.set_preview("")
            self._page.set_trust_problem(str(error), self._again(error, self._page.trust.text()))
            return
        self._page.clear_trust()
        assert rule.until is not None
        self._desk.say(tr("It counts until {moment}.", moment=moment_words(rule.until, rule.since)))
        await self._show()

    def _again(self, error: BatonError, text: str) -> WayOut | None:
        return self._desk.way_out(error, lambda: self._spawn(self._offer(text), "read a trust"))

    async def _end(self, rule: PolicyRule) -> None:
        try:
            await self._desk.app.policy.end(rule)
        finally:
            await self._show()
        self._desk.say(tr("It is not trusted any more."))

    def _drop(self) -> None:
        self._offered = None
