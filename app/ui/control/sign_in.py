"""Signing in to AWS from the window: the dialogs, the notice before a sign-in is over, and the call offered again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication

from app.domain.aws import Account, Action, ActionState, CallScope, Origin, SignInKind, SignInPrompt
from app.domain.errors import BatonError
from app.domain.language import tr
from app.domain.numerals import clock
from app.services.turn_updates import ActionChanged
from app.ui.control.desk import Desk
from app.ui.control.turns import TurnController
from app.ui.dialogs.sign_in import CodeDialog, SignInDialog
from app.ui.shell.notices import Notice, NoticeKind

_LOOK_EVERY_MS = 60_000


class SignInController(QObject):
    """Implements :class:`app.domain.ports.CodeAsker`. ``signed_in`` carries an account's key."""

    signed_in = Signal(str)

    def __init__(self, desk: Desk, turns: TurnController, shown_account: Callable[[], Account | None]) -> None:
        super().__init__(desk)
        self._desk = desk
        self._turns = turns
        self._shown_account = shown_account
        self._task: asyncio.Task[None] | None = None
        self._title = ""
        self._begun: tuple[Account, Callable[[], object] | None] | None = None
        self._asking = asyncio.Lock()
        self._answer: asyncio.Future[str] | None = None
        self._told: set[tuple[str, datetime | None]] = set()
        self.dialog = SignInDialog(desk.window)
        self.dialog.open_requested.connect(lambda address: QDesktopServices.openUrl(QUrl(address)))
        self.dialog.copy_requested.connect(self._copy)
        self.dialog.again_requested.connect(self._again)
        self.dialog.given_up.connect(self._give_up)
        self.codes = CodeDialog(desk.window)
        self.codes.given.connect(self._code_given)
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_EVERY_MS)
        self._clock.timeout.connect(self.look)
        self._mendable: dict[str, tuple[Account, Action]] = {}
        turns.action_changed.connect(self._acted)
        desk.transcript.results.mend_wanted.connect(self._mend_call)

    def start(self) -> None:
        """Answer for MFA codes from now on, and watch over the sign-in of the account shown."""
        self._desk.app.sign_in.attend(self)
        self._clock.start()

    def close(self) -> None:
        """Nobody is there any more."""
        self._clock.stop()
        self._desk.app.sign_in.attend(None)
        self.dialog.close()
        self.codes.close()

    def open(self, account: Account, *, then: Callable[[], object] | None = None) -> None:
        """Sign in to ``account``; ``then`` is called once that is done."""
        self._give_up()
        self._begun = (account, then)
        self._task = self._desk.scope.spawn(self._sign_in(account, then), name="sign in")

    def look(self) -> None:
        """Tell the person where the sign-in of the account shown is soon over."""
        if (account := self._shown_account()) is not None:
            self._desk.scope.spawn(self._look(account), name="look at the sign-in")

    async def ask_code(self, account: Account, device: str) -> str | None:
        """See :class:`app.domain.ports.CodeAsker`. One question at a time."""
        async with self._asking:
            self._answer = asyncio.get_running_loop().create_future()
            self.codes.ask(account.title, device)
            try:
                return await self._answer or None
            finally:
                self._answer = None
                self.codes.close()

    async def _sign_in(self, account: Account, then: Callable[[], object] | None) -> None:
        service = self._desk.app.sign_in
        try:
            state = await service.state(account.key)
            if state.kind is SignInKind.NONE:
                renewal = account.renewal or tr("Its credentials are renewed where they come from.")
                words = tr(
                    "There is nothing to sign in to for {account}. {renewal}", account=account.title, renewal=renewal
                )
                self._desk.warn(words)
                return
            if state.kind is SignInKind.SSO:
                self.dialog.begin(account.title)
            await service.sign_in(account.key, on_prompt=lambda prompt: self._show(account, prompt))
        except BatonError as error:
            if self.dialog.isVisible():
                self.dialog.set_problem(str(error))
            else:
                self._desk.report(error)
            return
        self.dialog.finish()
        self.signed_in.emit(account.key)
        if then is None:
            self._desk.say(tr("You are signed in to {account}.", account=account.title))
        else:
            self._desk.say(
                tr("You are signed in to {account}.", account=account.title), action=tr("Run it again"), call=then
            )

    def _show(self, account: Account, prompt: SignInPrompt) -> None:
        self.dialog.set_prompt(account.title, prompt)

    def _again(self) -> None:
        if self._begun is not None:
            account, then = self._begun
            self.open(account, then=then)

    def _give_up(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _copy(self, address: str) -> None:
        QGuiApplication.clipboard().setText(address)
        self._desk.say(tr("The address is copied."))

    def _code_given(self, code: str) -> None:
        if self._answer is not None and not self._answer.done():
            self._answer.set_result(code)

    async def _look(self, account: Account) -> None:
        state = await self._desk.app.sign_in.state(account.key)
        if not self._desk.app.sign_in.is_soon_over(state) or (account.key, state.expires_at) in self._told:
            return
        self._told.add((account.key, state.expires_at))
        assert state.expires_at is not None
        self._offer(
            tr("Your sign-in to {account} is over at {time}.", account=account.title, time=clock(state.expires_at)),
            lambda: self.open(account),
        )

    def _offer(self, text: str, call: Callable[[], object]) -> None:
        self._desk.window.notices.post(
            Notice(text=text, kind=NoticeKind.WARNING, action=tr("Sign in"), call=call, stays=True)
        )

    def _acted(self, action: Action) -> None:
        if action.state is ActionState.FAILED:
            self._desk.scope.spawn(self._mend(action), name="offer to sign in")

    async def _mend(self, action: Action) -> None:
        app = self._desk.app
        if not await app.sign_in.would_mend(action):
            return
        account = await app.aws.account(action.call.account)
        self._mendable[action.id] = account, action
        self._desk.transcript.results.set_mending(action.id, tr("Sign in to {account}…", account=account.title))
        self._offer(
            tr(
                "{operation} needs you to sign in to {account}.",
                operation=action.call.id.operation,
                account=account.title,
            ),
            lambda: self.open(account, then=lambda: self._run_again(action)),
        )

    def _mend_call(self, action_id: str) -> None:
        if (mendable := self._mendable.get(action_id)) is not None:
            account, action = mendable
            self.open(account, then=lambda: self._run_again(action))

    def _run_again(self, action: Action) -> None:
        self._desk.scope.spawn(self._submit(action), name="run a call again")

    async def _submit(self, action: Action) -> None:
        """The same call, now the person's own, through the gate as the first time."""
        app, conversation_id = self._desk.app, action.conversation_id

        def told(changed: Action) -> None:
            if conversation_id is not None:
                self._turns.take_action(conversation_id, ActionChanged(action=changed))

        if action.places:
            accounts = tuple(dict.fromkeys(place.account for place in action.places))
            regions = tuple(dict.fromkeys(place.region for place in action.places if place.region))
            await app.fan_out.gather(
                action.call,
                CallScope(accounts=accounts, regions=regions or (action.call.region,)),
                origin=Origin.PERSON,
                consent=self._desk.consent,
                on_change=told,
                conversation_id=conversation_id,
            )
            return
        await app.aws.gate.submit(
            action.call,
            origin=Origin.PERSON,
            consent=self._desk.consent,
            on_change=told,
            conversation_id=conversation_id,
        )
