"""Actions in the transcript: undo, what changed and why it ran; the steps of a plan under one heading."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.aws import (
    Action,
    ActionState,
    Call,
    Decision,
    Inverse,
    OperationId,
    PlanState,
    Risk,
    StateChange,
)
from app.domain.messages import ToolCallPart
from app.services.turn_updates import ActionChanged
from app.ui.look.theme import ThemeController
from app.ui.transcript import ActionCard, TranscriptView
from app.ui.transcript.plan_card import PlanCard, StepLine
from app.ui.transcript.plan_story import plan_state, story
from app.ui.widgets.disclosure import Disclosure
from tests.transcript_fixtures import Script, action
from tests.ui_fixtures import nameless

START_AGAIN = Inverse(
    sentence="Start the instance 'i-1' in eu-west-1.",
    calls=(Call(id=OperationId("ec2", "StartInstances"), parameters={}, account="prod", region="eu-west-1"),),
    caveats=("Its public address will be another one.",),
)


@pytest.fixture
def view(theme: ThemeController, qtbot: QtBot) -> Iterator[TranscriptView]:
    made = TranscriptView(theme)
    qtbot.addWidget(made)
    made.resize(900, 900)
    made.show()
    qtbot.waitExposed(made)
    yield made
    theme.set_choice("light")


def stopped(**more: object) -> Action:
    """An instance was stopped, and can be started again."""
    values: dict[str, object] = {"undo": START_AGAIN, "sentence": "Stop it.", "call_id": "q", **more}
    return action("ec2:StopInstances", risk=Risk.WRITE, **values)  # type: ignore[arg-type]


def step(number: int, state: ActionState, **more: object) -> Action:
    values: dict[str, object] = {
        "undo": START_AGAIN if state is ActionState.DONE else None,
        "decision": Decision.PERSON,
        "sentence": f"Make thing {number}.",
        "action_id": f"p{number}",
        "plan_id": "plan",
        "step": number,
        "call_id": "q",
        **more,
    }
    return action("s3:CreateBucket", risk=Risk.WRITE, state=state, **values)  # type: ignore[arg-type]


def failed_plan() -> list[Action]:
    done, failed, refused = ActionState.DONE, ActionState.FAILED, ActionState.REFUSED
    left = step(4, refused, decision=None, error="Not begun, because step 3 did not end well.")
    return [step(1, done), step(2, done), step(3, failed, error="The limit is reached."), left]


def show(view: TranscriptView, *actions: Action) -> None:
    script = Script()
    script.user("go")
    script.answer(ToolCallPart(call_id="q", name="propose_call", arguments="{}"))
    script.actions += actions
    view.set_conversation(script.opened)


def words(widget: QWidget) -> str:
    labels = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    return "\n".join([*labels, *(fold.text() for fold in widget.findChildren(Disclosure) if fold.isVisible())])


def button(widget: QWidget, text: str) -> QPushButton:
    return next(one for one in widget.findChildren(QPushButton) if one.text().strip() == text and one.isVisible())


def buttons(widget: QWidget) -> list[str]:
    return [one.text().strip() for one in widget.findChildren(QPushButton) if one.isVisible() and one.text()]


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def lines(view: TranscriptView) -> list[StepLine]:
    return [line for line in view.findChildren(StepLine) if line.isVisible()]


# One action


def test_an_action_with_a_way_back_offers_undo_and_says_what_that_does(view: TranscriptView, qtbot: QtBot) -> None:
    show(view, stopped())
    undo = button(view, "Undo")
    assert undo.accessibleDescription() == (
        "Start the instance 'i-1' in eu-west-1. Its public address will be another one."
    )
    assert "public address" in undo.toolTip()
    with qtbot.waitSignal(view.undo_requested) as asked:
        undo.setFocus()
        QTest.keyClick(undo, Qt.Key.Key_Space)
    assert asked.args == ["a1"]
    view.set_undoing("a1", True)
    assert not button(view, "Undoing…").isEnabled()
    view.set_undoing("a1", False)
    assert button(view, "Undo").isEnabled()


@pytest.mark.parametrize(
    "standing",
    [
        {"state": ActionState.FAILED},
        {"state": ActionState.RUNNING},
        {"state": ActionState.UNDONE, "undone_by": "x"},
        {"undo": None},
        {"undo": dataclasses.replace(START_AGAIN, calls=())},
        {"dry_run": True},
        {"undone_by": "x"},
    ],
)
def test_what_cannot_be_taken_back_offers_no_undo(view: TranscriptView, standing: dict[str, object]) -> None:
    show(view, stopped(**standing))
    assert "Undo" not in buttons(view)


def test_what_was_taken_back_leads_to_what_did_and_back(view: TranscriptView) -> None:
    script = Script()
    script.user("stop it")
    script.answer(ToolCallPart(call_id="q", name="propose_call", arguments="{}"))
    script.user("something else")
    script.answer("\n\n".join(["A long answer."] * 60))
    undone = stopped(state=ActionState.UNDONE, undone_by="u1")
    by = action("ec2:StartInstances", risk=Risk.WRITE, action_id="u1", undoes="a1", sentence="Start it.")
    script.actions += [undone, by]
    view.set_conversation(script.opened)
    view.show_action("a1")
    card = next(card for card in view.findChildren(ActionCard) if card.isVisible() and card.action == undone)
    assert "undone" in card.accessibleName()
    assert not card.visibleRegion().isEmpty()
    click(button(card, "Show what took it back"))
    other = next(card for card in view.findChildren(ActionCard) if card.isVisible() and card.action == by)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.isAncestorOf(other)
    button(other, "Show what this takes back")


def test_a_card_says_what_changes_by_which_rule_it_ran_and_which_model_proposed_it(view: TranscriptView) -> None:
    changes = tuple(StateChange(what=f"i-{n} state", now="running", then="stopped") for n in (1, 2))
    show(view, stopped(changes=changes, ruling="Run unasked by your rule ‘dev reads’.", model="anthropic:claude-test"))
    card = next(card for card in view.findChildren(ActionCard) if card.isVisible())
    assert "Run unasked by your rule ‘dev reads’." in words(card)
    assert "proposed by claude-test (a model)" in words(card)
    line = next(fold for fold in card.findChildren(Disclosure) if "i-1 state" in fold.text())
    assert line.text() == "i-1 state: running → stopped  and 1 more"
    low = card.height()
    click(line)
    table = next(label for label in card.findChildren(QLabel) if "i-2 state" in label.accessibleName())
    assert table.isVisible()
    assert table.accessibleName() == "i-1 state: running, then stopped; i-2 state: running, then stopped"
    assert card.height() > low


# A plan


def test_the_steps_of_a_plan_stand_under_one_heading_and_follow_it(view: TranscriptView) -> None:
    waiting = [step(number, ActionState.WAITING, decision=None) for number in (1, 2, 3)]
    show(view, *waiting)
    card = next(card for card in view.findChildren(PlanCard) if card.isVisible())
    assert not [one for one in view.findChildren(ActionCard) if one.isVisible()]
    assert "Plan · 3 steps" in words(card)
    assert card.accessibleName() == "AWS plan of 3 steps, waiting for you"
    view.apply(ActionChanged(action=dataclasses.replace(waiting[0], state=ActionState.DONE)))
    view.apply(ActionChanged(action=dataclasses.replace(waiting[1], state=ActionState.RUNNING)))
    assert card.accessibleName() == "AWS plan of 3 steps, running, 1 of 3"
    assert [line.accessibleName() for line in lines(view)] == [
        "Step 1, write, done: Make thing 1.",
        "Step 2, write, running: Make thing 2.",
        "Step 3, write, proposed: Make thing 3.",
    ]
    view.apply(ActionChanged(action=dataclasses.replace(waiting[1], state=ActionState.DONE)))
    assert card.accessibleName() == "AWS plan of 3 steps, waiting for you, 2 of 3"
    assert lines(view)[2].accessibleName() == "Step 3, write, waiting for you: Make thing 3."
    for one in waiting:
        view.apply(ActionChanged(action=dataclasses.replace(one, state=ActionState.DONE)))
    assert card.accessibleName() == "AWS plan of 3 steps, done, 3 of 3"
    assert nameless(card) == []


def test_a_step_unfolds_to_its_whole_card_by_click_and_by_key(view: TranscriptView) -> None:
    show(view, *failed_plan())
    third = lines(view)[2]
    card = next(card for card in view.findChildren(PlanCard) if card.isVisible())
    low = card.height()
    click(third)
    shown = next(one for one in view.findChildren(ActionCard) if one.isVisible())
    assert shown.action is not None
    assert shown.action.id == "p3"
    assert card.height() > low
    assert shown.height() >= shown.sizeHint().height()
    third.setFocus()
    QTest.keyClick(third, Qt.Key.Key_Return)
    assert not shown.isVisible()
    assert card.height() == low


def test_a_plan_that_stopped_says_how_far_it_came_and_offers_to_take_that_back(
    view: TranscriptView, qtbot: QtBot
) -> None:
    show(view, *failed_plan())
    card = next(card for card in view.findChildren(PlanCard) if card.isVisible())
    assert "Steps 1 and 2 were carried out, step 3 failed, step 4 was not begun. The limit is reached." in words(card)
    assert lines(view)[3].accessibleName() == "Step 4, write, not begun: Make thing 4."
    undo = button(card, "Undo what was done")
    assert undo.accessibleDescription().startswith("The last step first. step 2: Start the instance")
    with qtbot.waitSignal(view.plan_undo_requested) as asked:
        click(undo)
    assert asked.args == ["plan"]
    view.set_undoing("plan", True)
    assert not button(card, "Undoing…").isEnabled()
    view.set_undoing("plan", False)
    for number in (1, 2):
        undone = step(number, ActionState.UNDONE, undone_by="x")
        view.apply(ActionChanged(action=undone))
    assert "Undo what was done" not in buttons(card)


def test_a_plan_no_tool_call_stands_for_is_one_card_too(view: TranscriptView) -> None:
    script = Script()
    script.user("undo it")
    script.answer("I cannot.")
    script.actions += [step(number, ActionState.DONE, call_id=None) for number in (2, 1)]
    view.set_conversation(script.opened)
    assert len([card for card in view.findChildren(PlanCard) if card.isVisible()]) == 1
    assert [line.accessibleName()[:6] for line in lines(view)] == ["Step 1", "Step 2"]


@pytest.mark.parametrize(
    ("states", "state", "told"),
    [
        ("wwww", PlanState.WAITING, ""),
        ("pppp", PlanState.PROPOSED, ""),
        ("dwww", PlanState.WAITING, ""),
        ("drww", PlanState.RUNNING, ""),
        ("dddd", PlanState.DONE, ""),
        ("dudu", PlanState.DONE, ""),
        ("nnnn", PlanState.REFUSED, "The plan was refused. Nothing was sent to AWS."),
        ("fxxx", PlanState.FAILED, "Nothing was carried out before, step 1 failed, steps 2 to 4 were not begun."),
        ("dnxx", PlanState.FAILED, "Step 1 was carried out, step 2 was refused, steps 3 and 4 were not begun."),
        ("ddix", PlanState.INTERRUPTED,
         "Steps 1 and 2 were carried out, step 3 was stopped while AWS worked, step 4 was not begun."),
    ],
)  # fmt: skip
def test_how_far_a_plan_came_is_told_from_its_steps(states: str, state: PlanState, told: str) -> None:
    kinds = {
        "p": ActionState.PROPOSED,
        "w": ActionState.WAITING,
        "r": ActionState.RUNNING,
        "d": ActionState.DONE,
        "u": ActionState.UNDONE,
        "f": ActionState.FAILED,
        "i": ActionState.INTERRUPTED,
        "n": ActionState.REFUSED,
        "x": ActionState.REFUSED,
    }
    steps = [
        step(number, kinds[letter], decision=None if letter in "pwx" else Decision.REFUSED_BY_PERSON)
        for number, letter in enumerate(states, start=1)
    ]
    assert plan_state(steps) is state
    assert story(steps) == told
