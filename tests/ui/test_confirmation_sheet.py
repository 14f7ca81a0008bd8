"""The confirmation, driven with real clicks and keys: what is shown, and that every way out but one is a no."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QWidget,
)

from app.domain.aws import Consent, ParameterShape, Risk, ShapeKind
from app.domain.errors import NotFoundError
from app.ui.confirmation.choosing import ChooseButton
from tests.sheet_fixtures import BUCKET, Desk
from tests.transcript_fixtures import proposal, until
from tests.ui_fixtures import nameless, settled

ACL = ParameterShape(name="ACL", kind=ShapeKind.STRING, enum=("private", "public-read"))
AGE = ParameterShape(name="MaxAge", kind=ShapeKind.INTEGER, minimum=1, maximum=10)
FORCE = ParameterShape(name="Force", kind=ShapeKind.BOOLEAN)
TEXTS = ParameterShape(
    name="Ids", kind=ShapeKind.LIST, required=True, element=ParameterShape(name="Id", kind=ShapeKind.STRING)
)


def test_yes_is_given_with_the_acting_button_only_after_it_is_armed(desk: Desk) -> None:
    async def hands() -> None:
        asked = desk.ask(proposal(shapes=(BUCKET,), parameters={"Bucket": "logs"}))
        await desk.shown()
        act = desk.button("Create bucket")
        assert not act.isEnabled()
        QTest.mouseClick(act, Qt.MouseButton.LeftButton)
        assert not asked.done()
        await until(act.isEnabled)
        desk.press("Create bucket")
        assert await asked == Consent(granted=True)
        assert not desk.sheet.isVisible()

    desk.run(hands)


def test_cancel_has_the_focus_and_enter_presses_it(desk: Desk) -> None:
    async def hands() -> None:
        asked = desk.ask(proposal())
        await desk.shown()
        focus = QApplication.focusWidget()
        assert focus is desk.button("Cancel")
        QTest.keyClick(focus, Qt.Key.Key_Return)
        assert (await asked).granted is False

    desk.run(hands)


def test_enter_in_a_field_confirms_nothing(desk: Desk) -> None:
    async def hands() -> None:
        asked = desk.ask(proposal(shapes=(BUCKET,), parameters={"Bucket": "logs"}))
        await desk.shown()
        await until(desk.button("Create bucket").isEnabled)
        field = desk.field("Bucket")
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_Return)
        QTest.keyClick(field, Qt.Key.Key_Enter, Qt.KeyboardModifier.ControlModifier)
        await settled()
        assert not asked.done()
        QTest.keyClick(field, Qt.Key.Key_Escape)
        assert (await asked).granted is False

    desk.run(hands)


def test_closing_the_window_refuses_everything_that_is_asked(desk: Desk) -> None:
    async def hands() -> None:
        first, second = desk.ask(proposal()), desk.ask(proposal(action_id="a2"))
        await desk.shown()
        desk.window.close()
        assert (await first).granted is False
        assert (await second).granted is False

    desk.run(hands)


def test_a_cancelled_task_takes_its_question_back(desk: Desk) -> None:
    async def hands() -> None:
        first = desk.ask(proposal(sentence="First."))
        second = desk.ask(proposal(sentence="Second."))
        await desk.shown()
        first.cancel()
        await until(lambda: "Second." in desk.words())
        second.cancel()
        await until(lambda: not desk.sheet.isVisible())

    desk.run(hands)


def test_several_questions_come_one_after_the_other_each_with_its_own_waiting_time(desk: Desk) -> None:
    async def hands() -> None:
        first = desk.ask(proposal(sentence="First.", verb="Do first"))
        second = desk.ask(proposal(sentence="Second.", verb="Do second"))
        await desk.shown()
        assert "1 more to decide" in desk.words()
        await until(desk.button("Do first").isEnabled)
        desk.press("Do first")
        assert (await first).granted is True
        await until(lambda: "Second." in desk.words())
        assert not desk.button("Do second").isEnabled()
        desk.press("Cancel")
        assert (await second).granted is False

    desk.run(hands)


def test_a_destructive_call_needs_its_text_typed_and_not_pasted(desk: Desk) -> None:
    async def hands() -> None:
        asked = desk.ask(
            proposal("ec2:TerminateInstances", risk=Risk.DESTRUCTIVE, verb="Terminate", confirm_text="web-1")
        )
        await desk.shown()
        field = desk.field("Type web-1 to go on")
        assert isinstance(field, QLineEdit)
        field.setFocus()
        QGuiApplication.clipboard().setText("web-1")
        QTest.keySequence(field, QKeySequence(QKeySequence.StandardKey.Paste))
        assert field.text() == ""
        assert "type it" in desk.words()
        QTest.keyClicks(field, "web-")
        act = desk.button("Terminate")
        await until(lambda: desk.sheet.page is not None and desk.sheet.page.armed)  # type: ignore[attr-defined]
        assert not act.isEnabled()
        QTest.keyClicks(field, "1")
        assert act.isEnabled()
        desk.press("Terminate")
        assert await asked == Consent(granted=True, typed="web-1")

    desk.run(hands)


def test_changed_parameters_are_checked_and_given_back(desk: Desk) -> None:
    async def hands() -> None:
        asked = desk.ask(proposal(shapes=(BUCKET, ACL, AGE, FORCE), parameters={"Bucket": "logs", "MaxAge": 3}))
        await desk.shown()
        await until(desk.button("Create bucket").isEnabled)
        age = desk.field("MaxAge")
        assert isinstance(age, QLineEdit)
        age.selectAll()
        QTest.keyClicks(age, "11")
        assert "Must be at most 10." in desk.words()
        assert not desk.button("Create bucket").isEnabled()
        age.selectAll()
        QTest.keyClicks(age, "x")
        assert "Must be a whole number." in desk.words()
        age.selectAll()
        QTest.keyClicks(age, "9")
        await until(desk.button("Create bucket").isEnabled)
        assert desk.aws.checked[-1] == {"Bucket": "logs", "MaxAge": 9}
        desk.press("Create bucket")
        assert await asked == Consent(granted=True, parameters={"Bucket": "logs", "MaxAge": 9})

    desk.run(hands)


def test_what_the_operations_model_says_is_shown_and_stops(desk: Desk) -> None:
    async def hands() -> None:
        asked = desk.ask(proposal(shapes=(BUCKET,), parameters={"Bucket": "logs"}))
        await desk.shown()
        await until(desk.button("Create bucket").isEnabled)
        desk.aws.found = ["Bucket must not have two dots."]
        QTest.keyClicks(desk.field("Bucket"), "..")
        assert not desk.button("Create bucket").isEnabled()
        await until(lambda: "two dots" in desk.words())
        assert not desk.button("Create bucket").isEnabled()
        desk.aws.found, desk.aws.error = [], NotFoundError("There is no operation 's3:Nope'.")
        QTest.keyClick(desk.field("Bucket"), Qt.Key.Key_Backspace)
        await until(lambda: "no operation" in desk.words())
        assert not desk.button("Create bucket").isEnabled()
        desk.press("Cancel")
        await asked

    desk.run(hands)


def test_an_unset_parameter_is_found_by_name_added_and_left_out_again(desk: Desk) -> None:
    async def hands() -> None:
        asked = desk.ask(proposal(shapes=(BUCKET, ACL, FORCE), parameters={"Bucket": "logs"}))
        await desk.shown()
        adder = desk.field("Add a parameter")
        assert isinstance(adder, QComboBox)
        assert [adder.itemText(i) for i in range(adder.count())] == ["ACL", "Force"]
        adder.setFocus()
        QTest.keyClicks(adder, "Force")
        QTest.keyClick(adder, Qt.Key.Key_Return)
        await until(lambda: "Force" in desk.words())
        choice = desk.field("Force")
        assert isinstance(choice, QComboBox)
        QTest.keyClick(choice, Qt.Key.Key_Down)
        await until(desk.button("Create bucket").isEnabled)
        assert desk.aws.checked[-1] == {"Bucket": "logs", "Force": True}
        remove = next(b for b in desk.sheet.findChildren(QToolButton) if b.accessibleName() == "Leave out Force")
        QTest.mouseClick(remove, Qt.MouseButton.LeftButton)
        await until(desk.button("Create bucket").isEnabled)
        desk.press("Create bucket")
        assert await asked == Consent(granted=True)

    desk.run(hands)


def test_a_missing_required_parameter_must_be_filled_in(desk: Desk) -> None:
    async def hands() -> None:
        asked = desk.ask(proposal(shapes=(BUCKET, TEXTS), parameters={"Ids": ["i-1"]}))
        await desk.shown()
        assert desk.sheet.page is not None
        await until(lambda: desk.sheet.page.armed)  # type: ignore[union-attr]
        assert not desk.button("Create bucket").isEnabled()
        QTest.keyClicks(desk.field("Bucket"), "logs")
        await until(desk.button("Create bucket").isEnabled)
        desk.press("Create bucket")
        assert (await asked).parameters == {"Ids": ["i-1"], "Bucket": "logs"}

    desk.run(hands)


def test_focus_stays_in_the_sheet_and_the_windows_shortcuts_wait(desk: Desk) -> None:
    async def hands() -> None:
        shortcut = QAction("New", desk.window)
        shortcut.setShortcut(QKeySequence("Ctrl+N"))
        fired: list[bool] = []
        shortcut.triggered.connect(fired.append)
        desk.window.addAction(shortcut)
        asked = desk.ask(proposal(shapes=(BUCKET, TEXTS), parameters={"Bucket": "logs", "Ids": ["a", "b"]}))
        await desk.shown()
        seen = set()
        for _ in range(20):
            focus = QApplication.focusWidget()
            assert focus is not None
            assert desk.sheet.isAncestorOf(focus)
            seen.add(focus)
            QTest.keyClick(focus, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
            QTest.keyClick(focus, Qt.Key.Key_Tab)
        assert len(seen) > 4
        assert not fired
        desk.below.setFocus()
        await until(lambda: QApplication.focusWidget() is desk.button("Cancel"))
        desk.press("Cancel")
        await asked
        assert QApplication.focusWidget() is desk.below

    desk.run(hands)


def test_unseen_characters_are_written_out_and_sent_unaltered(desk: Desk) -> None:
    async def hands() -> None:
        name = "logs\u202etxt.exe\u200b"
        asked = desk.ask(proposal(shapes=(BUCKET,), parameters={"Bucket": name}, sentence=f"Create {name}."))
        await desk.shown()
        assert "\u202e" not in desk.words()
        assert desk.words().count("⟨U+202E⟩") == 2
        await until(desk.button("Create bucket").isEnabled)
        desk.press("Create bucket")
        assert await asked == Consent(granted=True)  # unchanged: what was given goes out

    desk.run(hands)


def test_what_fits_no_field_is_shown_as_json_and_nothing_is_dropped(desk: Desk) -> None:
    async def hands() -> None:
        parameters = {"Bucket": 5, "Unknown": {"deep": [1, {"a": None}]}}
        asked = desk.ask(proposal(shapes=(BUCKET,), parameters=parameters))
        await desk.shown()
        assert "Must be a text." in desk.words()
        assert "no such parameter" in desk.words()
        unknown = desk.field("Unknown")
        assert isinstance(unknown, QPlainTextEdit)
        assert '"deep"' in unknown.toPlainText()
        bucket = desk.field("Bucket")
        assert isinstance(bucket, QPlainTextEdit)
        bucket.selectAll()
        QTest.keyClicks(bucket, '"logs')
        assert "no JSON" in desk.words()
        QTest.keyClicks(bucket, '"')
        assert "no JSON" not in desk.words()
        remove = next(b for b in desk.sheet.findChildren(QToolButton) if b.accessibleName() == "Leave out Unknown")
        QTest.mouseClick(remove, Qt.MouseButton.LeftButton)
        await until(desk.button("Create bucket").isEnabled)
        desk.press("Create bucket")
        assert (await asked).parameters == {"Bucket": "logs"}

    desk.run(hands)


@pytest.mark.parametrize("size", [(720, 480), (1400, 900)])
def test_the_buttons_stay_in_sight_with_very_long_values(desk: Desk, size: tuple[int, int]) -> None:
    async def hands() -> None:
        desk.window.resize(*size)
        long = "x" * 5_000
        asked = desk.ask(
            proposal(
                shapes=(BUCKET,),
                parameters={"Bucket": long},
                sentence=f"Create {long}.",
                verb=f"Create {long}",
                warnings=(long,),
                touched=tuple(f"{number} {long}" for number in range(30)),
                confirm_text="x" * 60,
            )
        )
        await desk.shown()
        await settled()
        for button in desk.sheet.findChildren(QPushButton):
            if button.isVisibleTo(desk.sheet):
                corner = button.mapTo(desk.window, QPoint(button.width(), button.height()))
                assert corner.x() <= desk.window.width()
                assert corner.y() <= desk.window.height()
                assert not button.visibleRegion().isEmpty()
        desk.press("Cancel")
        await asked

    desk.run(hands)


@pytest.mark.parametrize("size", [(720, 480), (1400, 900)])
def test_nothing_is_scrolled_where_the_window_has_room_for_all_of_it(desk: Desk, size: tuple[int, int]) -> None:
    async def hands() -> None:
        desk.window.resize(*size)
        asked = desk.ask(proposal(shapes=(BUCKET, FORCE), parameters={"Bucket": "logs"}))
        await desk.shown()
        page = desk.sheet.page
        assert page is not None
        area = page.findChild(QScrollArea)
        assert area is not None
        await until(lambda: not area.verticalScrollBar().isVisible())
        assert area.verticalScrollBar().maximum() == 0
        content, shown = area.widget(), area.viewport()
        assert content is not None
        empty_px = shown.height() - content.heightForWidth(shown.width())
        assert 0 <= empty_px <= 4
        desk.press("Cancel")
        await asked

    desk.run(hands)


def test_everything_in_the_sheet_that_takes_the_focus_has_a_name(desk: Desk) -> None:
    async def hands() -> None:
        nested = ParameterShape(name="Tags", kind=ShapeKind.STRUCTURE, members=(BUCKET, AGE))
        values = {"Bucket": "logs", "ACL": "private", "MaxAge": 3, "Force": True, "Ids": ["i-1"], "Tags": {"MaxAge": 1}}
        asked = desk.ask(
            proposal(shapes=(BUCKET, ACL, AGE, FORCE, TEXTS, nested), parameters=values, confirm_text="logs")
        )
        await desk.shown()
        assert desk.sheet.page is not None
        found = [
            widget
            for widget in desk.sheet.page.findChildren(QWidget)
            if widget.isVisibleTo(desk.sheet) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        assert len(found) > 10
        assert nameless(desk.sheet) == []
        desk.press("Cancel")
        await asked

    desk.run(hands)


def test_the_demo_account_says_that_nothing_leaves_the_machine_and_a_real_one_names_the_identity(desk: Desk) -> None:
    async def hands() -> None:
        demo = desk.ask(proposal(demo=True))
        await desk.shown()
        assert "Nothing leaves this machine." in desk.words()
        desk.press("Cancel")
        await demo
        real = desk.ask(proposal())
        await desk.shown()
        assert "Nothing leaves" not in desk.words()
        for word in ("prod-eu", "123456789012", "eu-west-1", "arn:aws:iam::123456789012:user/ana"):
            assert word in desk.words()
        desk.press("Cancel")
        await real

    desk.run(hands)


def test_a_field_lists_what_there_is_and_takes_what_is_chosen(desk: Desk) -> None:
    async def hands() -> None:
        buckets = [("acorn-logs", "acorn-logs"), ("b-2", "Fish & <b>chips</b>")]
        desk.aws.there = {"Bucket": buckets, "Ids": [("i-1", "web")]}
        asked = desk.ask(proposal(shapes=(BUCKET, TEXTS, ACL), parameters={"Bucket": "", "Ids": []}))
        await desk.shown()
        await until(lambda: len(choosers(desk)) == 2)
        assert nameless(desk.sheet) == []
        await pick(desk, "Bucket", ["acorn-logs", "Fish && <b>chips</b> (b-2)"], 1)
        field = desk.field("Bucket")
        assert isinstance(field, QLineEdit)
        assert field.text() == "b-2"
        await pick(desk, "Ids", ["web (i-1)"], 0)
        act = desk.button("Create bucket")
        await until(act.isEnabled)
        QTest.mouseClick(act, Qt.MouseButton.LeftButton)
        assert (await asked).parameters == {"Bucket": "b-2", "Ids": ["i-1"]}

    desk.run(hands)


def test_what_cannot_be_listed_says_why_and_leaves_the_field_alone(desk: Desk) -> None:
    async def hands() -> None:
        desk.aws.there = {"Bucket": []}
        asked = desk.ask(proposal(shapes=(BUCKET,), parameters={"Bucket": "logs"}))
        await desk.shown()
        await until(lambda: choosers(desk))
        button = choosers(desk)[0]
        button.click()
        await until(lambda: button.text() == "None there")
        desk.aws.error = NotFoundError("Nothing of that kind.")
        button.click()
        await until(lambda: button.text() == "Cannot be listed")
        assert button.toolTip() == "Nothing of that kind."
        desk.press("Cancel")
        assert not (await asked).granted

    desk.run(hands)


def choosers(desk: Desk) -> list[ChooseButton]:
    return [button for button in desk.sheet.findChildren(ChooseButton) if button.isVisibleTo(desk.sheet)]


async def pick(desk: Desk, parameter: str, listed: list[str], place: int) -> None:
    """Press the button of a field, look at its menu and take the entry at ``place``."""
    (button,) = (one for one in choosers(desk) if parameter in one.accessibleName())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    await until(lambda: [menu for menu in button.findChildren(QMenu) if menu.isVisible()])
    (menu,) = (menu for menu in button.findChildren(QMenu) if menu.isVisible())
    assert [entry.text() for entry in menu.actions()] == listed
    menu.actions()[place].trigger()
    menu.close()
    await settled()
