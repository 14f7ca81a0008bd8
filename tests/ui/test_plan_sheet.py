"""A plan as the sheet asks about it, by clicks and by keys alone: every step in sight or in reach, three answers."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QScrollArea

from app.domain.aws import (
    Account,
    AccountKind,
    Approval,
    Check,
    Cost,
    Inspection,
    PlanConsent,
    Proposal,
    Resource,
    Risk,
    Standing,
    StateChange,
)
from app.ui.confirmation.account_panel import AccountPanel
from app.ui.confirmation.plan_step import StepHead
from tests.sheet_fixtures import Desk
from tests.transcript_fixtures import plan_proposal, proposal, until
from tests.ui_fixtures import nameless, settled


def network() -> list[Proposal]:
    """Four steps: two changes that refer on, a read, and a change that cannot be undone."""
    return [
        proposal(
            "ec2:CreateVpc",
            parameters={"CidrBlock": "10.0.0.0/16"},
            sentence="Create a VPC in eu-west-1",
            inspection=Inspection(changes=(StateChange(what="VPC", now="", then="10.0.0.0/16"),)),
        ),
        proposal(
            "ec2:CreateSubnet",
            parameters={"VpcId": {"$from": 1, "path": "Vpc.VpcId"}, "Tags": [{"Key": "env", "Value": "‹of step 1›"}]},
            sentence="Create a subnet in eu-west-1",
            warnings=("It gives out public addresses.",),
            untrusted=True,
        ),
        proposal("ec2:DescribeImages", risk=Risk.READ, sentence="List images in eu-west-1"),
        proposal(
            "s3:DeleteBucket",
            risk=Risk.DESTRUCTIVE,
            parameters={"Bucket": "old-logs"},
            sentence="Delete the bucket 'old-logs' in eu-west-1",
            inspection=Inspection(
                irreversible=("The bucket's name can be taken by anyone.",),
                resources=(Resource(kind="bucket", id="old-logs", protected="env=prod"),),
                cost=Cost(monthly_usd=-12.4),
                permission=Check(standing=Standing.DENIED, denied=("s3:DeleteBucket",)),
            ),
        ),
    ]


def heads(desk: Desk) -> list[StepHead]:
    return [head for head in desk.sheet.findChildren(StepHead) if head.isVisibleTo(desk.sheet)]


def test_a_plan_is_shown_whole_before_anything_runs(desk: Desk) -> None:
    async def hands() -> None:
        asked = desk.ask_plan(plan_proposal(network(), model="anthropic:claude-test", warnings=("Half of it is new.",)))
        await desk.shown()
        said = desk.words()
        for words in (
            "Run 4 steps in eu-west-1",
            "prod-eu",
            "3 changes, 1 read; −$12.40 a month; 1 cannot be undone",
            "Proposed by claude-test (a model).",
            "Text from your account or a file was in front of the model",
            "Half of it is new.",
            "Create a VPC in eu-west-1",
            "VPC: nothing → 10.0.0.0/16",
            "It gives out public addresses.",
            "VpcId=‹VpcId of step 1›, Tags=[{Key=env, Value=‹of step 1›}]",
            "List images in eu-west-1",
            "The bucket's name can be taken by anyone.",
            "bucket old-logs: Protected by its tag env=prod",
            "probably denied: s3:DeleteBucket",
            "−$12.40 a month",
        ):
            assert words in said
        assert said.count("123456789012") == 3  # the panel's line and its ARN, and beside the buttons: no more
        names = [head.accessibleName() for head in heads(desk)]
        assert names[0] == "Step 1, write: Create a VPC in eu-west-1. VPC: nothing → 10.0.0.0/16"
        assert names[3].startswith("Step 4, destructive: Delete the bucket")
        assert nameless(desk.sheet) == []
        desk.press("Cancel")
        assert await asked == PlanConsent(approval=Approval.NONE)

    desk.run(hands)


def test_a_step_unfolds_to_its_exact_call_and_references_cannot_be_imitated(desk: Desk) -> None:
    async def hands() -> None:
        asked = desk.ask_plan(plan_proposal(network()))
        await desk.shown()
        second = heads(desk)[1]
        QTest.mouseClick(second, Qt.MouseButton.LeftButton)
        assert second.accessibleDescription() == "Unfolded"
        assert "ec2 · CreateSubnet in eu-west-1" in desk.words()
        values = desk.said("<i>VpcId of step 1</i>")
        assert "(Vpc.VpcId)" in values.text()
        assert values.text().count("<i>") == 1  # a text that looks like one is none
        assert "VpcId VpcId of step 1" in values.accessibleName()
        assert "Value ‹of step 1›" in values.accessibleName()
        QTest.mouseClick(second, Qt.MouseButton.LeftButton)
        assert "ec2 · CreateSubnet in eu-west-1" not in desk.words()
        desk.press("Cancel")
        await asked

    desk.run(hands)


def test_a_long_value_says_its_length_and_unfolds_to_all_of_it(desk: Desk) -> None:
    async def hands() -> None:
        long = "a" * 500 + "\u202e" + "b" * 500
        steps = [proposal(parameters={"UserData": long, "Count": 1}), proposal()]
        asked = desk.ask_plan(plan_proposal(steps))
        await desk.shown()
        QTest.mouseClick(heads(desk)[0], Qt.MouseButton.LeftButton)
        assert "1,001 characters in all" in desk.said("characters in all").text()
        whole = next(fold for fold in desk.folds() if "Everything as JSON" in fold.text())
        whole.setFocus()
        QTest.keyClick(whole, Qt.Key.Key_Space)
        shown = next(one for one in desk.sheet.findChildren(QPlainTextEdit) if one.isVisibleTo(desk.sheet))
        assert shown.isReadOnly()
        assert "a" * 500 + "⟨U+202E⟩" + "b" * 500 in shown.toPlainText()
        desk.press("Cancel")
        await asked

    desk.run(hands)


@pytest.mark.parametrize(("words", "approval"), [("Run 3 steps", Approval.ALL), ("Step by step", Approval.EACH)])
def test_all_or_each_is_answered_only_after_a_moment(desk: Desk, words: str, approval: Approval) -> None:
    async def hands() -> None:
        asked = desk.ask_plan(plan_proposal(3))
        await desk.shown()
        focus = QApplication.focusWidget()
        assert focus is desk.button("Cancel")
        act = desk.button(words)
        assert not act.isEnabled()
        desk.press(words)
        await settled()
        assert not asked.done()
        await until(act.isEnabled)
        desk.press(words)
        assert await asked == PlanConsent(approval=approval)
        assert not desk.sheet.isVisible()

    desk.run(hands)


def test_a_plan_is_answered_by_keys_alone(desk: Desk) -> None:
    async def hands() -> None:
        asked = desk.ask_plan(plan_proposal(3))
        await desk.shown()
        await until(desk.button("Run 3 steps").isEnabled)

        def key(name: Qt.Key) -> None:
            focus = QApplication.focusWidget()
            assert focus is not None
            QTest.keyClick(focus, name)

        for _ in range(3):
            key(Qt.Key.Key_Tab)  # Step by step, Run 3 steps, and round to the first step
        first, second, _ = heads(desk)
        assert first.hasFocus()
        key(Qt.Key.Key_Down)
        assert second.hasFocus()
        key(Qt.Key.Key_Right)
        assert second.isChecked()
        key(Qt.Key.Key_Left)
        assert not second.isChecked()
        key(Qt.Key.Key_Return)
        assert second.isChecked()
        assert not asked.done()
        key(Qt.Key.Key_Up)
        assert first.hasFocus()
        desk.button("Run 3 steps").setFocus()
        await until(desk.button("Run 3 steps").isEnabled)
        desk.button("Run 3 steps").setFocus()
        key(Qt.Key.Key_Space)
        assert (await asked).approval is Approval.ALL

    desk.run(hands)


def test_what_must_be_typed_is_typed_for_all_but_not_for_each(desk: Desk) -> None:
    async def hands() -> None:
        asked = desk.ask_plan(plan_proposal(network(), confirm_text="old-logs"))
        await desk.shown()
        await until(desk.button("Step by step").isEnabled)
        assert not desk.button("Run 4 steps").isEnabled()
        field = desk.field("Type old-logs to go on")
        QTest.keyClicks(field, "old-log")
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert not desk.button("Run 4 steps").isEnabled()
        QTest.keyClicks(field, "s")
        desk.press("Run 4 steps")
        assert await asked == PlanConsent(approval=Approval.ALL, typed="old-logs")

    desk.run(hands)


@pytest.mark.parametrize("size", [(720, 480), (1000, 800)])
def test_twenty_five_steps_scroll_and_the_buttons_stay_in_sight(desk: Desk, size: tuple[int, int]) -> None:
    async def hands() -> None:
        desk.window.resize(*size)
        asked = desk.ask_plan(plan_proposal(25, sentence="; then ".join(["Create a bucket"] * 25)))
        await desk.shown()
        await settled()
        assert "Run 25 steps, one after the other" in desk.words()
        rows = heads(desk)
        assert len(rows) == 25
        assert rows[-1].visibleRegion().isEmpty()
        rows[0].setFocus()
        for _ in range(24):
            focus = QApplication.focusWidget()
            assert focus is not None
            QTest.keyClick(focus, Qt.Key.Key_Down)
        assert rows[-1].hasFocus()
        assert not rows[-1].visibleRegion().isEmpty()
        area = desk.sheet.findChild(QScrollArea)
        assert area is not None
        assert area.horizontalScrollBar().maximum() == 0
        for button in desk.sheet.findChildren(QPushButton):
            corner = button.mapTo(desk.window, QPoint(button.width(), button.height()))
            assert corner.x() <= desk.window.width()
            assert corner.y() <= desk.window.height()
        desk.press("Cancel")
        await asked

    desk.run(hands)


def test_a_plan_grows_where_there_is_room_and_yes_waits_again(desk: Desk) -> None:
    async def hands() -> None:
        desk.window.resize(900, 900)
        asked = desk.ask_plan(plan_proposal(network()))
        await desk.shown()
        await settled()
        act = desk.button("Run 4 steps")
        await until(act.isEnabled)
        assert desk.sheet.page is not None
        before, top = desk.sheet.page.height(), desk.sheet.page.y()
        QTest.mouseClick(heads(desk)[1], Qt.MouseButton.LeftButton)
        page = desk.sheet.page
        await until(lambda: page.height() > before)
        assert page.y() == top
        assert not act.isEnabled()
        await until(act.isEnabled)
        desk.press("Cancel")
        await asked

    desk.run(hands)


def test_a_step_in_another_region_says_so(desk: Desk) -> None:
    async def hands() -> None:
        first, second, third = (proposal() for _ in range(3))
        away = dataclasses.replace(second, call=dataclasses.replace(second.call, region="us-east-1"))
        asked = desk.ask_plan(plan_proposal([first, away, third]))
        await desk.shown()
        assert "eu-west-1, us-east-1" in desk.words()
        assert [("In us-east-1" in head.accessibleName()) for head in heads(desk)] == [False, True, False]
        desk.press("Cancel")
        await asked

    desk.run(hands)


def test_a_plan_in_two_accounts_says_of_every_step_where_it_goes(desk: Desk) -> None:
    async def hands() -> None:
        first, second = proposal(), proposal()
        other = Account(key="dev", title="dev", kind=AccountKind.PROFILE)
        asked = desk.ask_plan(plan_proposal([first, dataclasses.replace(second, account=other)]))
        await desk.shown()
        names = [head.accessibleName() for head in heads(desk)]
        assert ["In prod, eu-west-1" in names[0], "In dev, eu-west-1" in names[1]] == [True, True]
        assert len(desk.window.findChildren(AccountPanel)) == 2
        assert "2 accounts" in desk.words()
        desk.press("Cancel")
        await asked

    desk.run(hands)


def test_calls_and_plans_wait_for_each_other_and_a_closed_window_refuses_them(desk: Desk) -> None:
    async def hands() -> None:
        plan, call = desk.ask_plan(plan_proposal(3)), desk.ask(proposal())
        await desk.shown()
        assert "1 more to decide" in desk.words()
        desk.window.close()
        assert (await plan).approval is Approval.NONE
        assert (await call).granted is False

    desk.run(hands)


def test_escape_refuses_a_plan(desk: Desk) -> None:
    async def hands() -> None:
        asked = desk.ask_plan(plan_proposal(3))
        await desk.shown()
        QTest.keyClick(desk.button("Cancel"), Qt.Key.Key_Escape)
        assert (await asked).approval is Approval.NONE

    desk.run(hands)
