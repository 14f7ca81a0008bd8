"""What was found out about a call, as the sheet shows it: what decides stands first, all else is in reach."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from app.domain.aws import (
    Check,
    Consent,
    Cost,
    Inspection,
    Origin,
    ParameterShape,
    Proposal,
    Resource,
    Risk,
    ShapeKind,
    Standing,
    StateChange,
)
from app.ui.confirmation.page import objections
from app.ui.confirmation.plan_step import step_marks
from app.ui.look.theme import ThemeController
from app.ui.widgets.disclosure import Disclosure
from tests.sheet_fixtures import BUCKET, Desk
from tests.transcript_fixtures import proposal, until
from tests.ui_fixtures import nameless, settled

IDS = ParameterShape(
    name="InstanceIds",
    kind=ShapeKind.LIST,
    required=True,
    element=ParameterShape(name="Id", kind=ShapeKind.STRING),
)
POLICY = ParameterShape(name="Policy", kind=ShapeKind.STRING)


def web(number: int, *, protected: str = "") -> Resource:
    return Resource(
        kind="instance",
        id=f"i-0abc{number}",
        name=f"web-{number}",
        facts=("t3.micro", "running"),
        tags={"env": "prod", "team": "web", "owner": "ana", "centre": "7"},
        dependants=("used by 2 alarms",),
        protected=protected,
    )


def termination(count: int = 3, **more: object) -> Proposal:
    values: dict[str, object] = {
        "inspection": Inspection(
            resources=tuple(web(n, protected="baton:protected=yes" if n == count else "") for n in range(1, count + 1)),
            permission=Check(standing=Standing.ALLOWED),
            dry_run=Check(standing=Standing.ALLOWED),
            cost=Cost(monthly_usd=-22.78, sentence="3 t3.micro", as_of="2026-11-01"),
            changes=(StateChange(what="web-1 state", now="running", then="terminated"),),
            irreversible=("Terminated instances cannot be brought back.",),
            notes=("The alarms could not be read.",),
        ),
        "warnings": ("Their instance stores are lost.",),
        "policy": ("Your rule ‘prod’ asks about every change.",),
        "confirm_text": "web-1",
        "untrusted": True,
        "model": "anthropic:claude-test",
        **more,
    }
    return proposal(
        "ec2:TerminateInstances",
        shapes=(IDS,),
        parameters={"InstanceIds": [f"i-0abc{n}" for n in range(1, count + 1)]},
        risk=Risk.DESTRUCTIVE,
        sentence="Terminate the instances 'web-1', 'web-2' and 'web-3' in eu-west-1",
        verb="Terminate 3 instances",
        **values,  # type: ignore[arg-type]
    )


def fold(desk: Desk, words: str) -> Disclosure:
    return next(
        one for one in desk.sheet.findChildren(Disclosure) if words in one.text() and one.isVisibleTo(desk.sheet)
    )


def test_everything_that_was_found_out_is_said(desk: Desk) -> None:
    async def hands() -> None:
        asked = desk.ask(termination())
        await desk.shown()
        said = desk.words()
        for words in (
            "Terminated instances cannot be brought back.",
            "Their instance stores are lost.",
            "Text from your account or a file was in front of the model when it proposed this.",
            "Proposed by claude-test (a model).",
            "instance web-1 (i-0abc1)",
            "t3.micro, running, used by 2 alarms",
            "Protected by its tag baton:protected=yes",
            "Simulated: you may. Advice only: organisation policies can still refuse.",
            "Dry run: AWS would carry it out.",
            "−$22.78 a month (3 t3.micro; prices of 2026-11-01).",
            "The alarms could not be read.",
            "Your rule ‘prod’ asks about every change.",
            "Parameters, as the model wrote them",
        ):
            assert words in said
        assert desk.said("instance stores").accessibleName() == "Warning: Their instance stores are lost."
        changes = desk.said("terminated").accessibleName()
        assert changes == "web-1 state: running, then terminated"
        assert nameless(desk.sheet) == []
        desk.press("Cancel")
        await asked

    desk.run(hands)


def test_what_decides_is_in_sight_without_scrolling_in_a_small_window(desk: Desk) -> None:
    async def hands() -> None:
        desk.window.resize(700, 600)
        asked = desk.ask(termination())
        await desk.shown()
        await settled()
        for words in (
            "Terminate the instances",
            "arn:aws:iam",
            "TerminateInstances",
            "cannot be brought back",
            "Text from your account",
            "instance stores are lost",
            "Proposed by claude-test",
            "Protected by its tag",
            "instance web-3",
            "instance web-2",
            "instance web-1",
            "To go on, type: web-1",
        ):
            assert desk.in_sight(desk.said(words)), words
        assert desk.in_sight(desk.field("Type web-1 to go on"))
        assert desk.in_sight(desk.button("Terminate 3 instances"))
        desk.press("Cancel")
        await asked

    desk.run(hands)


def test_what_is_protected_stands_first_and_the_others_unfold(desk: Desk) -> None:
    async def hands() -> None:
        asked = desk.ask(termination(12, touched=("i-0abc1", "i-0abc1-old", "vol-7")))
        await desk.shown()
        assert "instance web-12" in desk.words()
        assert "instance web-3" not in desk.words()
        more = fold(desk, "and 11 more")  # what was not found out is touched too
        QTest.mouseClick(more, Qt.MouseButton.LeftButton)
        for words in ("instance web-3 (i-0abc3)", "instance web-11", "i-0abc1-old", "vol-7"):
            assert words in desk.words()
        assert desk.words().count("i-0abc1-old") == 1
        tags = fold(desk, "Tags: env=prod")
        assert "centre=7" not in desk.words()
        QTest.mouseClick(tags, Qt.MouseButton.LeftButton)
        assert "centre=7" in desk.words()
        desk.press("Cancel")
        await asked

    desk.run(hands)


def test_of_many_changes_the_first_are_shown_and_the_others_unfold(desk: Desk) -> None:
    async def hands() -> None:
        changes = tuple(StateChange(what=f"i-{n} state", now="running", then="stopped") for n in range(1, 13))
        asked = desk.ask(proposal(inspection=Inspection(changes=changes)))
        await desk.shown()
        table = desk.said("i-1 state")
        assert "i-5 state" in table.text()
        assert "i-6 state" not in table.text()
        more = fold(desk, "and 7 more")
        more.setFocus()
        QTest.keyClick(more, Qt.Key.Key_Space)
        assert "i-12 state" in table.text()
        desk.press("Cancel")
        await asked

    desk.run(hands)


def test_what_speaks_against_it_stands_with_the_warnings_and_unknown_costs_are_said(desk: Desk) -> None:
    async def hands() -> None:
        found = Inspection(
            permission=Check(standing=Standing.DENIED, denied=("s3:CreateBucket",)),
            cost=Cost(),
            undo="Delete the bucket while it is empty.",
        )
        asked = desk.ask(proposal(shapes=(BUCKET,), parameters={"Bucket": "logs"}, inspection=found))
        await desk.shown()
        said = desk.words()
        assert said.index("probably denied: s3:CreateBucket") < said.index("Monthly cost unknown.")
        assert "Undo: Delete the bucket while it is empty." in said
        desk.press("Cancel")
        await asked

    desk.run(hands)


@pytest.mark.parametrize(
    ("origin", "words"),
    [
        (Origin.MODEL, "A model proposed this."),
        (Origin.RECOGNISER, "without a model"),
        (Origin.COMMAND, "by a command"),
        (Origin.PERSON, "You asked for this."),
    ],
)
def test_who_proposed_it_is_said(desk: Desk, origin: Origin, words: str) -> None:
    async def hands() -> None:
        asked = desk.ask(proposal(origin=origin))
        await desk.shown()
        assert words in desk.words()
        assert ("as the model wrote them" in desk.words()) is (origin is Origin.MODEL)
        desk.press("Cancel")
        await asked

    desk.run(hands)


def test_a_very_long_value_is_folded_with_its_length_and_its_ends_and_sent_whole(desk: Desk) -> None:
    async def hands() -> None:
        long = "begin" + "x" * 3_000 + "\u202e" + "y" * 3_000 + "end"
        shapes = (BUCKET, POLICY)
        asked = desk.ask(proposal(shapes=shapes, parameters={"Bucket": "logs", "Policy": long}))
        await desk.shown()
        assert "beginxxx" in desk.words()
        assert "yyend" in desk.words()
        line = next(one for one in desk.sheet.findChildren(Disclosure) if one.accessibleName().startswith("Policy"))
        assert line.accessibleName() == "Policy: 6,009 characters, some of them unseen"
        assert not [one for one in desk.sheet.findChildren(QPlainTextEdit) if one.isVisibleTo(desk.sheet)]
        line.setFocus()
        QTest.keyClick(line, Qt.Key.Key_Space)
        editor = next(one for one in desk.sheet.findChildren(QPlainTextEdit) if one.isVisibleTo(desk.sheet))
        assert "\\u202e" in editor.toPlainText()
        await until(desk.button("Create bucket").isEnabled)
        desk.press("Create bucket")
        assert await asked == Consent(granted=True)

    desk.run(hands)


def test_unseen_characters_of_what_was_found_out_are_written_out(desk: Desk) -> None:
    async def hands() -> None:
        hidden = Resource(
            kind="bucket", id="logs\u202e", facts=("a\u200bb",), tags={"k\u2066": "v"}, protected="p\u00ad"
        )
        found = Inspection(resources=(hidden,), changes=(StateChange(what="w\u202e", now="n\u200b", then="t\u00ad"),))
        asked = desk.ask(proposal(inspection=found, policy=("r\u202e",), model="x:m\u202e"))
        await desk.shown()
        for character in "\u202e\u2066\u00ad":
            assert character not in desk.words()
        assert desk.words().count("⟨U+202E⟩") == 4
        assert desk.words().count("⟨U+200B⟩") == 2
        desk.press("Cancel")
        await asked

    desk.run(hands)


def test_the_sheet_follows_the_theme(desk: Desk, theme: ThemeController) -> None:
    async def hands() -> None:
        asked = desk.ask(termination())
        await desk.shown()
        changes = desk.said("terminated")
        light = changes.text()
        theme.set_choice("dark")
        try:
            assert changes.text() != light
        finally:
            theme.set_choice("light")
        desk.press("Cancel")
        await asked

    desk.run(hands)


def test_keys_scroll_what_is_asked_while_cancel_has_the_focus(desk: Desk) -> None:
    async def hands() -> None:
        desk.window.resize(720, 480)
        asked = desk.ask(termination())
        await desk.shown()
        await settled()
        last: QWidget = fold(desk, "Why this risk")
        assert last.visibleRegion().isEmpty()
        cancel: QPushButton = desk.button("Cancel")
        for _ in range(6):
            QTest.keyClick(cancel, Qt.Key.Key_PageDown)
        assert desk.in_sight(last)
        for _ in range(6):
            QTest.keyClick(cancel, Qt.Key.Key_Up)
        assert last.visibleRegion().isEmpty()
        for _ in range(40):
            QTest.keyClick(cancel, Qt.Key.Key_Down)
        assert desk.in_sight(last)
        assert cancel.hasFocus()
        desk.press("Cancel")
        await asked

    desk.run(hands)


def test_what_the_account_does_not_have_stands_above_everything_else() -> None:
    found = Inspection(absent=("i-0abc9",), irreversible=("Terminated instances cannot be brought back.",))
    said = [line.words for line in objections(termination(inspection=found))]
    assert said[0] == "i-0abc9 was not found in this account and region."
    marks = [line.words for line in step_marks(termination(inspection=found))]
    assert marks[0] == said[0]
