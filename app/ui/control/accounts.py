"""Where AWS calls of the conversation shown go: the badge of the header and its picker."""

from __future__ import annotations

import contextlib
import dataclasses

from PySide6.QtCore import QObject, Signal

from app.domain.aws import DEMO_ACCOUNT, Account, AccountKind, SignInKind
from app.domain.conversation import NO_AWS
from app.domain.errors import BatonError
from app.domain.language import tr
from app.ui.control.conversations import ConversationController
from app.ui.control.desk import Desk
from app.ui.shell.pickers import ACCOUNT, REGION, account_choices
from app.ui.widgets.choice_list import ChoicePanel
from app.ui.widgets.overlay import Overlay


class AccountController(QObject):
    """Account and region. ``sign_in_wanted`` carries the account that a person chose and is not signed in to;
    ``account_shown`` the account that is shown now, or ``None`` where calls go nowhere.
    """

    sign_in_wanted = Signal(object)
    account_shown = Signal(object)

    def __init__(self, desk: Desk, conversations: ConversationController) -> None:
        super().__init__(desk)
        self._desk = desk
        self._conversations = conversations
        self._shown: tuple[str | None, str | None] | None = None
        self._account: Account | None = None
        self._region = ""
        self._panel = ChoicePanel(desk.theme, placeholder=tr("Choose an account or a region"), width=420, height=480)
        self._overlay = Overlay(desk.window, self._panel)
        self._panel.chosen.connect(self._chosen)
        desk.window.header.account_requested.connect(self.choose)
        desk.head_changed.connect(self._head_changed)

    @property
    def account(self) -> Account | None:
        """Where calls of the conversation shown go, as far as it is known."""
        return self._account

    def choose(self) -> None:
        """Open the picker."""
        self._panel.reset()
        self._overlay.open(self._desk.window.header.account_button)
        self._desk.scope.spawn(self._fill(), name="list accounts")

    def use_demo(self) -> None:
        """Let the calls of the conversation shown go to the demo account, and start it: it takes some seconds."""
        self._configure(account=DEMO_ACCOUNT, region=None)
        self._desk.scope.spawn(self._start_demo(), name="start the demo account")

    async def show(self) -> None:
        """Show where calls go."""
        settings = self._desk.session.conversation.settings
        wanted = (settings.account, settings.region)
        if wanted == self._shown:
            return
        self._shown = wanted
        header, aws = self._desk.window.header, self._desk.app.aws
        if settings.account == NO_AWS:
            self._account = None
            header.set_no_account()
            self.account_shown.emit(None)
            return
        try:
            account = await aws.account(settings.account)
            region = settings.region or await aws.region(account)
        except BatonError as error:
            self._account = None
            header.set_account_problem(str(error))
            return
        if wanted != self._shown:
            return
        self._account, self._region = account, region
        header.set_account(account, region, None)
        self.account_shown.emit(account)
        if account.kind is AccountKind.DEMO:
            return  # asking it who we are would start it
        try:
            state = await self._desk.app.sign_in.state(account.key)
            if state.kind is SignInKind.MFA and not state.signed_in:
                return  # nobody is asked for a code before there is a call that needs one
            identity = await aws.identity(account.key, region)
        except BatonError:
            return  # said where it matters: when a call is made
        if wanted == self._shown:
            header.set_account(account, region, identity)

    def forget(self) -> None:
        """Work the account out anew: the settings have changed."""
        self._shown = None
        self._head_changed()

    async def _fill(self) -> None:
        aws = self._desk.app.aws
        accounts = await aws.accounts()
        account = self._account
        regions = await aws.regions(account.key) if account is not None else ()
        chosen = self._desk.session.conversation.settings.account or ""
        key = account.key if account is not None else chosen
        self._panel.set_choices(account_choices(accounts, regions, key, self._region))
        states = await self._desk.app.sign_in.states([item.key for item in accounts])
        self._panel.set_choices(account_choices(accounts, regions, key, self._region, states))

    async def _start_demo(self) -> None:
        aws = self._desk.app.aws
        with contextlib.suppress(BatonError):  # said where it matters: when a call is made
            account = await aws.account(DEMO_ACCOUNT)
            await aws.identity(account.key, await aws.region(account))

    def _chosen(self, choice: str) -> None:
        self._overlay.close_panel()
        if choice == ACCOUNT + DEMO_ACCOUNT:
            self.use_demo()
        elif choice.startswith(ACCOUNT):
            self._configure(account=choice.removeprefix(ACCOUNT), region=None)
            self._desk.scope.spawn(self._lead_in(choice.removeprefix(ACCOUNT)), name="sign in where needed")
        elif choice.startswith(REGION):
            self._configure(region=choice.removeprefix(REGION))
        self._desk.window.focus_composer()

    async def _lead_in(self, key: str) -> None:
        """Offer to sign in where a chosen account can be used only after that."""
        if key == NO_AWS:
            return
        state = await self._desk.app.sign_in.state(key)
        if state.kind is SignInKind.SSO and not state.signed_in:
            self.sign_in_wanted.emit(await self._desk.app.aws.account(key))

    def _configure(self, **changes: str | None) -> None:
        session = self._desk.session
        settings = dataclasses.replace(session.conversation.settings, **changes)  # type: ignore[arg-type]  # as named above
        self._conversations.configure(session, settings)

    def _head_changed(self) -> None:
        self._desk.scope.spawn(self.show(), name="show account")
