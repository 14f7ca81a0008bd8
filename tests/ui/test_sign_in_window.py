"""Signing in to AWS in the window: the dialog with a code, the one that asks for one, the notices that lead there."""

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton

from app.domain.aws import (
    Action,
    ActionState,
    Call,
    CallResult,
    OperationId,
    Place,
    Risk,
    SignInKind,
    SignInState,
    Table,
)
from app.domain.errors import AwsCredentialsError
from app.providers.scripted import words
from app.services.turn_updates import ActionChanged
from app.ui.transcript.card import outcome, where
from tests.ui.test_shell_window import CTRL, SHIFT, Driver, Runner
from tests.ui_fixtures import ScriptedSignIn, nameless, until

SIGNED_OUT = SignInState(kind=SignInKind.SSO, signed_in=False)


class Browser(QObject):
    """Takes the addresses that would be opened."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def browser(qapp: QApplication) -> Iterator[Browser]:
    browser = Browser()
    QDesktopServices.setUrlHandler("https", browser, "open")  # type: ignore[arg-type]  # the stub says bytes, which Qt refuses
    yield browser
    QDesktopServices.unsetUrlHandler("https")


@pytest.fixture
def run(qt_loop: asyncio.AbstractEventLoop, tmp_path: Path) -> Runner:
    return Runner(qt_loop, tmp_path / "baton")


def click(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


async def choose(person: Driver, typed: str) -> None:
    person.press(Qt.Key.Key_A, CTRL | SHIFT)
    panel = person.controller.accounts._panel
    await until(panel.model.rowCount)
    QTest.keyClicks(panel.edit, typed)
    await until(lambda: panel.view.currentIndex().isValid())
    person.press(Qt.Key.Key_Return)


def press_notice(person: Driver, words_: str) -> None:
    (button,) = (found for found in person.window.notices.findChildren(QPushButton) if found.text() == words_)
    click(button)


def test_a_chosen_account_leads_through_the_browser_and_is_known_afterwards(run: Runner, browser: Browser) -> None:
    sign_in = ScriptedSignIn()
    sign_in.states["prod-eu"] = SIGNED_OUT

    async def drive(person: Driver) -> None:
        await choose(person, "prod")
        dialog = person.controller.sign_in.dialog
        await until(dialog.code.isVisible)
        assert dialog.code.text() == "WXYZ-BCDF"
        assert dialog.progress.isVisible()
        assert not nameless(dialog)
        click(dialog.open_button)
        assert browser.opened == ["https://acme.awsapps.example/device?code=WXYZ"]
        click(dialog.copy_button)
        assert QGuiApplication.clipboard().text() == browser.opened[0]
        sign_in.polls = [0.01, None]
        await until(lambda: not dialog.isVisible())
        await until(lambda: "You are signed in to prod-eu." in person.notices())
        assert len(sign_in.dropped) == 1

    run(drive, sign_in=sign_in)


def test_a_code_that_expired_is_replaced_on_request(run: Runner) -> None:
    sign_in = ScriptedSignIn()
    sign_in.states["prod-eu"] = SIGNED_OUT
    sign_in.polls = [AwsCredentialsError("The code has expired before it was confirmed.", code="SignInExpired")]

    async def drive(person: Driver) -> None:
        await choose(person, "prod")
        dialog = person.controller.sign_in.dialog
        await until(dialog.problem.isVisible)
        assert "expired" in dialog.problem.text()
        assert dialog.lead.text() == "Signing in to prod-eu did not work."
        assert not dialog.code.isVisible()
        assert dialog.again_button.hasFocus()
        click(dialog.again_button)
        await until(dialog.code.isVisible)
        assert sign_in.begun == 2

    run(drive, sign_in=sign_in)


def test_esc_gives_up_and_nothing_waits_any_more(run: Runner) -> None:
    sign_in = ScriptedSignIn()
    sign_in.states["prod-eu"] = SIGNED_OUT

    async def drive(person: Driver) -> None:
        await choose(person, "prod")
        dialog = person.controller.sign_in.dialog
        await until(dialog.code.isVisible)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        await until(lambda: len(sign_in.dropped) == 1)
        assert not dialog.isVisible()
        assert not person.notices()

    run(drive, sign_in=sign_in)


def test_a_role_asks_for_six_digits_and_forgets_them(run: Runner) -> None:
    sign_in = ScriptedSignIn()
    sign_in.states["prod-eu"] = SignInState(kind=SignInKind.MFA, signed_in=False)

    async def drive(person: Driver) -> None:
        await choose(person, "prod")
        await until(lambda: "prod-eu" in person.window.header.account_button.text())
        dialog = person.controller.sign_in.codes
        assert not dialog.isVisible()  # nobody is asked before a code is needed
        person.press(Qt.Key.Key_K, CTRL)
        QTest.keyClicks(person.controller.palette.edit, "sign in to the aws")
        person.press(Qt.Key.Key_Return)
        await until(dialog.isVisible)
        assert sign_in.device in dialog.device.text()
        assert not nameless(dialog)
        QTest.keyClicks(dialog.edit, "12345")
        assert not dialog.go_button.isEnabled()
        QTest.keyClicks(dialog.edit, "6")
        click(dialog.go_button)
        await until(lambda: sign_in.codes == ["123456"])
        assert dialog.edit.text() == ""
        await until(lambda: "You are signed in to prod-eu." in person.notices())

    run(drive, sign_in=sign_in)


def test_who_closes_the_question_for_a_code_gives_none(run: Runner) -> None:
    sign_in = ScriptedSignIn()
    sign_in.states["prod-eu"] = SignInState(kind=SignInKind.MFA, signed_in=False)

    async def drive(person: Driver) -> None:
        await choose(person, "prod")
        await until(lambda: "prod-eu" in person.window.header.account_button.text())
        person.controller.sign_in_to_account()
        dialog = person.controller.sign_in.codes
        await until(dialog.isVisible)
        QTest.keyClicks(dialog.edit, "123456")
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        await until(lambda: sign_in.codes == [None])
        await until(lambda: any("none was given" in notice for notice in person.notices()))

    run(drive, sign_in=sign_in)


def test_the_picker_says_how_each_account_stands(run: Runner) -> None:
    sign_in = ScriptedSignIn()
    until_when = datetime.now(UTC) + timedelta(hours=1)
    sign_in.states["prod-eu"] = SignInState(kind=SignInKind.SSO, signed_in=True, expires_at=until_when)

    async def drive(person: Driver) -> None:
        person.press(Qt.Key.Key_A, CTRL | SHIFT)
        panel = person.controller.accounts._panel
        wanted = f"signed in until {until_when.astimezone():%H:%M}"
        await until(lambda: any(choice.trailing == wanted for choice in panel.model._choices))

    run(drive, sign_in=sign_in)


def test_a_sign_in_that_is_soon_over_is_told_once_with_the_way_in(run: Runner) -> None:
    sign_in = ScriptedSignIn()
    soon = SignInState(kind=SignInKind.SSO, signed_in=True, expires_at=datetime.now(UTC) + timedelta(minutes=5))
    sign_in.states["prod-eu"] = soon

    async def drive(person: Driver) -> None:
        await choose(person, "prod")
        await until(lambda: "acme-prod" in person.window.header.account_button.text())
        person.controller.sign_in.look()
        await until(lambda: any("is over at" in notice for notice in person.notices()))
        press_notice(person, "Sign in")
        await until(person.controller.sign_in.dialog.code.isVisible)
        sign_in.polls = [None]
        await until(lambda: not person.controller.sign_in.dialog.isVisible())

    run(drive, sign_in=sign_in)


def failed_call(conversation_id: str) -> Action:
    return Action(
        id="a1",
        call=Call(id=OperationId("ec2", "DescribeInstances"), parameters={}, account="prod-eu", region="eu-west-1"),
        risk=Risk.READ,
        state=ActionState.FAILED,
        conversation_id=conversation_id,
        proposed_at=datetime.now(UTC),
        error="The credentials for 'prod-eu' have expired.",
        error_code="ExpiredToken",
    )


def test_a_call_that_failed_for_expired_credentials_is_offered_again_after_signing_in(run: Runner) -> None:
    sign_in = ScriptedSignIn()
    sign_in.states["prod-eu"] = SignInState(
        kind=SignInKind.SSO, signed_in=True, renews=True, expires_at=datetime.now(UTC) + timedelta(hours=1)
    )

    async def drive(person: Driver) -> None:
        await person.say("hello")
        failed = failed_call(person.session.id)
        person.controller.turns.take_action(person.session.id, ActionChanged(action=failed))
        await until(lambda: any("DescribeInstances needs you" in notice for notice in person.notices()))
        sign_in.polls = [None]
        # The card has the same way in, for when the notice is gone.
        assert person.window.transcript.results.mending("a1") == "Sign in to prod-eu…"
        person.window.transcript.results.mend_wanted.emit("a1")
        await until(lambda: "You are signed in to prod-eu." in person.notices())
        press_notice(person, "Run it again")
        # This application has no operations: that the gate says so is the proof that the call came to it.
        await until(lambda: any("no operation 'ec2:DescribeInstances'" in notice for notice in person.notices()))

    run(drive, [words("Hi.")], sign_in=sign_in)


def test_a_call_that_failed_otherwise_offers_no_sign_in(run: Runner) -> None:
    sign_in = ScriptedSignIn()
    sign_in.states["prod-eu"] = SignInState(kind=SignInKind.SSO, signed_in=True, renews=True)

    async def drive(person: Driver) -> None:
        await person.say("hello")
        failed = dataclasses.replace(failed_call(person.session.id), error_code="UnauthorizedOperation")
        person.controller.turns.take_action(person.session.id, ActionChanged(action=failed))
        lasting = {"keep the history"}
        await until(lambda: {task.get_name() for task in person.controller._desk.scope.tasks} <= lasting)
        assert not person.notices()

    run(drive, [words("Hi.")], sign_in=sign_in)


def test_one_card_stands_for_every_place_and_says_what_failed() -> None:
    places = tuple(Place(account=account, region=region) for account in "ab" for region in ("r1", "r2", "r3"))
    table = Table(columns=("Account", "Region", "Name"), rows=(("a", "r1", "web"),))
    action = dataclasses.replace(
        failed_call("c"), state=ActionState.DONE, places=places, result=CallResult(data={}, table=table), error="b: no."
    )
    assert where(action) == ["3 regions of 2 accounts"]
    assert outcome(action) == ("b: no.", "warning")
