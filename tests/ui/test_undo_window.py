"""Undo from the transcript of the whole window: asked on the sheet, and both actions follow what comes of it."""

from __future__ import annotations

import asyncio
import dataclasses
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from app.domain.aws import Action, ActionState, Call, Inverse, OperationId, PlanRun, Risk
from app.domain.errors import UsageError
from app.domain.ports import ConsentAsker
from app.providers.scripted import words
from app.services.turn_updates import ActionChanged
from app.ui.confirmation import ConfirmationSheet
from app.ui.control.undo import Listener
from tests.transcript_fixtures import action, proposal
from tests.ui.test_shell_window import Driver, Runner
from tests.ui_fixtures import until

WAY_BACK = Inverse(
    sentence="Delete the bucket 'logs'.",
    calls=(Call(id=OperationId("s3", "DeleteBucket"), parameters={}, account="prod", region="eu-west-1"),),
)


@pytest.fixture
def run(qt_loop: asyncio.AbstractEventLoop, tmp_path: Path) -> Runner:
    return Runner(qt_loop, tmp_path / "baton")


class ScriptedGate:
    """Takes back as the gate does: asks, then tells of what it did and of what that took back."""

    def __init__(self) -> None:
        self.plans: list[str] = []
        self.error: UsageError | None = None

    async def undo(self, action: Action, *, consent: ConsentAsker, on_change: Listener) -> Action | PlanRun:
        if self.error is not None:
            raise self.error
        back = made("s3:DeleteBucket", action_id="back", undoes=action.id, state=ActionState.WAITING)
        back = dataclasses.replace(back, conversation_id=action.conversation_id, undo=None)
        on_change(back)
        answer = await consent.ask(proposal("s3:DeleteBucket", sentence=WAY_BACK.sentence, verb="Delete bucket"))
        back = dataclasses.replace(back, state=ActionState.DONE if answer.granted else ActionState.REFUSED)
        on_change(back)
        if answer.granted:
            on_change(dataclasses.replace(action, state=ActionState.UNDONE, undone_by=back.id))
        return back

    async def undo_plan(self, plan_id: str, *, consent: ConsentAsker, on_change: Listener) -> Action | PlanRun:
        del consent, on_change
        self.plans.append(plan_id)
        raise UsageError("Nothing of that plan was carried out.")


def made(operation: str, **more: object) -> Action:
    values: dict[str, object] = {"undo": WAY_BACK, "risk": Risk.WRITE, **more}
    return action(operation, **values)  # type: ignore[arg-type]


async def with_action(person: Driver, *actions: Action) -> ScriptedGate:
    """A conversation in which these actions were done."""
    await person.say("create a bucket")
    gate = ScriptedGate()
    person.controller.undo._taking_back = gate
    for one in actions:
        update = ActionChanged(action=dataclasses.replace(one, conversation_id=person.session.id))
        person.session.take(update)
        person.window.transcript.apply(update)  # type: ignore[attr-defined]
    return gate


def button(person: Driver, text: str) -> QPushButton:
    return next(
        one for one in person.window.findChildren(QPushButton) if one.text().strip() == text and one.isVisible()
    )


def has_button(person: Driver, text: str) -> bool:
    return any(one.text().strip() == text and one.isVisible() for one in person.window.findChildren(QPushButton))


def sheet(person: Driver) -> ConfirmationSheet:
    return next(iter(person.window.findChildren(ConfirmationSheet)))


def click(widget: QPushButton) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_undo_is_asked_about_on_the_sheet_and_then_both_actions_say_so(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        await with_action(person, made("s3:CreateBucket", sentence="Create it."))
        click(button(person, "Undo"))
        await until(lambda: sheet(person).isVisible())
        assert not button(person, "Undoing…").isEnabled()
        await until(button(person, "Delete bucket").isEnabled)
        click(button(person, "Delete bucket"))
        await until(lambda: has_button(person, "Show what took it back"))
        assert has_button(person, "Show what this takes back")
        assert not has_button(person, "Undo")
        assert person.session.action("a1").state is ActionState.UNDONE

    run(drive, [words("Done.")])


def test_a_refused_undo_changes_nothing_and_can_be_asked_again(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        await with_action(person, made("s3:CreateBucket"))
        click(button(person, "Undo"))
        await until(lambda: sheet(person).isVisible())
        click(button(person, "Cancel"))
        await until(lambda: has_button(person, "Undo"))
        assert button(person, "Undo").isEnabled()
        assert person.session.action("a1").state is ActionState.DONE

    run(drive, [words("Done.")])


def test_why_something_cannot_be_undone_is_told(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        gate = await with_action(person, made("s3:CreateBucket"))
        gate.error = UsageError("That was undone already.")
        click(button(person, "Undo"))
        await until(lambda: any("That was undone already." in text for text in person.notices()))
        await until(lambda: has_button(person, "Undo"))

    run(drive, [words("Done.")])


def test_what_was_done_of_a_plan_is_taken_back_as_a_whole(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        steps = [made("s3:CreateBucket", action_id=f"p{n}", plan_id="plan", step=n) for n in (1, 2)]
        gate = await with_action(person, *steps)
        click(button(person, "Undo what was done"))
        await until(lambda: gate.plans == ["plan"])
        await until(lambda: any("Nothing of that plan" in text for text in person.notices()))

    run(drive, [words("Done.")])
