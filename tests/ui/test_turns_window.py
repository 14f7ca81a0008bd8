"""What a person does with a turn, in the window: versions, another model, going on, quoting, deleting; by keys."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.conversation import NodeState
from app.domain.errors import UnreachableError
from app.domain.models import Price
from app.domain.routing import Route, RouteFailure
from app.domain.stream import Finished, FinishReason, Usage
from app.providers.scripted import ScriptedModel, words
from app.ui.look.theme import ThemeController
from app.ui.transcript import TranscriptView
from app.ui.transcript.acts import TurnAct
from app.ui.transcript.footer import FooterSegment
from app.ui.transcript.lines import NoticeSegment
from app.ui.transcript.row import MessageRow
from app.ui.widgets.disclosure import Disclosure
from tests.transcript_fixtures import Script
from tests.ui.test_shell_window import Driver, Runner
from tests.ui_fixtures import nameless, settled, until

ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
TWO = (ScriptedModel(price=Price(input=1.0, output=2.0)), ScriptedModel(name="other"))


@pytest.fixture
def run(qt_loop: object, tmp_path: Path) -> Runner:
    return Runner(qt_loop, tmp_path / "home")  # type: ignore[arg-type]  # the fixture's own type


def row_of(driver: Driver, text: str) -> MessageRow:
    rows = driver.window.transcript.findChildren(MessageRow)
    return next(row for row in rows if row.isVisible() and row.row and row.row.node.message.text == text)


def focus(driver: Driver, text: str) -> None:
    row_of(driver, text).setFocus(Qt.FocusReason.OtherFocusReason)


def press(driver: Driver, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    driver.press(key, held)


async def idle(driver: Driver) -> None:
    await until(lambda: not driver.controller.turns.running)
    await settled()


def entries(driver: Driver) -> dict[str, QAction]:
    menu = next(menu for menu in driver.window.transcript.findChildren(QMenu) if menu.isVisible())
    return {action.text().partition("\t")[0]: action for action in menu.actions() if action.text()}


def test_versions_are_gone_through_by_keys_on_the_turn_that_has_the_focus(run: Runner) -> None:
    async def drive(driver: Driver) -> None:
        await driver.say("question")
        press(driver, Qt.Key.Key_R, CTRL)
        await idle(driver)
        focus(driver, "Two.")
        press(driver, Qt.Key.Key_Left, ALT)
        await until(lambda: driver.shown_texts() == ["question", "One."])
        await settled()
        assert QApplication.focusWidget() is row_of(driver, "One."), "so that the next key goes on from there"
        press(driver, Qt.Key.Key_Left, ALT)
        await settled()
        assert driver.shown_texts() == ["question", "One."], "there is no older one"
        press(driver, Qt.Key.Key_Right, ALT)
        await until(lambda: driver.shown_texts() == ["question", "Two."])

    run(drive, [words("One."), words("Two.")])


def test_an_answer_is_asked_for_again_of_another_model_by_keys(run: Runner) -> None:
    async def drive(driver: Driver) -> None:
        await driver.say("question")
        press(driver, Qt.Key.Key_F5)
        picker = driver.controller.turn_acts._picker
        assert picker is not None
        assert picker.isVisible()
        QTest.keyClicks(picker.edit, "other")
        press(driver, Qt.Key.Key_Return)
        await idle(driver)
        path = driver.session.path()
        assert [path[-1].model, path[-1].message.text] == ["scripted:other", "Two."]
        assert driver.session.conversation.settings.model != "scripted:other"
        await driver.say("next")
        assert driver.session.path()[-1].model == "scripted:script"

    run(drive, [words("One."), words("Two."), words("Three.")], models=TWO)


def test_a_stopped_answer_goes_on_by_its_button_and_by_its_key(run: Runner) -> None:
    held = asyncio.Event()

    async def drive(driver: Driver) -> None:
        driver.write("count")
        QTest.keyClick(driver.window.composer.edit, Qt.Key.Key_Return)
        await until(lambda: driver.last_text() == "One two")
        assert driver.controller.turns.stop()
        await until(lambda: driver.session.path()[-1].state is NodeState.STOPPED)
        await idle(driver)
        buttons = driver.window.transcript.findChildren(QPushButton)
        (go_on,) = [button for button in buttons if button.text() == "Go on" and button.isVisible()]
        QTest.mouseClick(go_on, Qt.MouseButton.LeftButton)
        await idle(driver)
        assert driver.shown_texts() == ["count", "One two three"]
        assert driver.session.path()[-1].finish_reason is FinishReason.LENGTH
        press(driver, Qt.Key.Key_G, CTRL)
        await idle(driver)
        assert driver.shown_texts() == ["count", "One two three four"]
        assert not [notice for notice in driver.window.transcript.findChildren(NoticeSegment) if notice.isVisible()]
        press(driver, Qt.Key.Key_G, CTRL)
        assert "This answer is whole." in driver.notices()[-1]

    cut = Finished(reason=FinishReason.LENGTH)
    run(drive, [[*words("One two"), held], [*words(" three"), Usage(), cut], words(" four")])


def test_a_turn_is_deleted_by_key_and_comes_back_by_the_notice_and_after_a_restart(run: Runner) -> None:
    async def first(driver: Driver) -> None:
        for text in ("a", "b", "c"):
            await driver.say(text)
        focus(driver, "b")
        press(driver, Qt.Key.Key_Delete)
        await until(lambda: driver.shown_texts() == ["a", "1", "c", "3"])
        assert driver.notices()[-1] == "2 messages were deleted."
        driver.window.notices.shown[-1].call()  # type: ignore[misc]  # it has an undo
        await until(lambda: driver.shown_texts() == ["a", "1", "b", "2", "c", "3"])
        focus(driver, "b")
        press(driver, Qt.Key.Key_Delete)
        await until(lambda: "2 messages were deleted." in driver.notices())
        press(driver, Qt.Key.Key_F9, CTRL)
        await until(lambda: driver.shown_texts() == ["a", "1", "b", "2", "c", "3"])
        assert "2 messages were deleted." not in driver.notices(), "its Undo is done"
        focus(driver, "b")
        press(driver, Qt.Key.Key_F9, CTRL | SHIFT)
        await until(lambda: driver.shown_texts() == ["a", "1"])

    async def second(driver: Driver) -> None:
        await until(lambda: driver.shown_texts() == ["a", "1"])
        press(driver, Qt.Key.Key_F9, CTRL)
        await until(lambda: driver.shown_texts() == ["a", "1", "b", "2", "c", "3"])
        press(driver, Qt.Key.Key_F9, CTRL)
        await until(lambda: any("Nothing was deleted" in text for text in driver.notices()))

    run(first, [words("1"), words("2"), words("3")])
    run(second)


def test_deleting_the_only_turn_deletes_the_chat_which_can_be_undone(run: Runner) -> None:
    async def drive(driver: Driver) -> None:
        await driver.say("only")
        focus(driver, "only")
        press(driver, Qt.Key.Key_Delete)
        await until(lambda: any("deleted" in text for text in driver.notices()))
        assert not driver.session.is_written
        driver.window.notices.shown[-1].call()  # type: ignore[misc]  # it has an undo
        await until(lambda: driver.shown_texts() == ["only", "1"])

    run(drive, [words("1")])


def test_nothing_is_deleted_or_asked_again_while_an_answer_is_written(run: Runner) -> None:
    held = asyncio.Event()

    async def drive(driver: Driver) -> None:
        driver.write("count")
        QTest.keyClick(driver.window.composer.edit, Qt.Key.Key_Return)
        await until(lambda: driver.last_text() == "One")
        acts = driver.controller.turn_acts
        node_id = driver.session.path()[-1].id
        for act in (TurnAct.DELETE, TurnAct.DELETE_BRANCH, TurnAct.AGAIN_WITH, TurnAct.AGAIN, TurnAct.GO_ON):
            acts.perform(act, node_id)
        await until(lambda: any(text.startswith("An answer is being written") for text in driver.notices()))
        await settled()
        held.set()
        await idle(driver)
        assert driver.shown_texts() == ["count", "One"]

    run(drive, [[*words("One"), held]])


def test_a_message_and_a_selection_are_quoted_where_the_cursor_is(run: Runner) -> None:
    async def drive(driver: Driver) -> None:
        await driver.say("question")
        driver.write("As you say:")
        press(driver, Qt.Key.Key_T, CTRL)
        assert driver.window.composer.text == "As you say:\n\n> First line.\n>\n> Second line.\n\n"
        assert driver.window.composer.edit.hasFocus()
        driver.window.composer.clear()
        text = row_of(driver, "First line.\n\nSecond line.").texts()[0]
        cursor = text.textCursor()
        cursor.setPosition(0)
        cursor.setPosition(5, QTextCursor.MoveMode.KeepAnchor)
        text.setTextCursor(cursor)
        press(driver, Qt.Key.Key_T, CTRL)
        assert driver.window.composer.text == "> First\n\n"

    run(drive, [words("First line.\n\nSecond line.")])


def test_the_overview_shows_every_branch_and_jumps_and_deletes_by_keys(run: Runner) -> None:
    async def drive(driver: Driver) -> None:
        await driver.say("first wording")
        press(driver, Qt.Key.Key_R, CTRL)
        await idle(driver)
        driver.controller.turns.edit(driver.session.path()[0].id, "second wording")
        await idle(driver)
        press(driver, Qt.Key.Key_F8)
        await until(lambda: driver.controller.turn_acts.branches)
        view = driver.controller.turn_acts.branches
        assert view is not None
        await until(view.isVisible)
        said = [view.model.data(view.model.index(n, 0), Qt.ItemDataRole.AccessibleTextRole) for n in range(4)]
        assert [line.words for line in view.model.lines] == ["first wording", "One.", "Two.", "second wording"]
        assert said[1].startswith("Level 2, version 1 of 2, Answer: One., Scripted answers: script · ")
        assert said[3].endswith("2 messages · shown now")
        assert not nameless(driver.window)
        assert view.list.hasFocus()
        assert view.list.currentIndex().row() == 3
        press(driver, Qt.Key.Key_Up)
        press(driver, Qt.Key.Key_Left)
        assert view.list.currentIndex().row() == 0, "where it forks"
        press(driver, Qt.Key.Key_Right)
        press(driver, Qt.Key.Key_Return)
        await until(lambda: driver.shown_texts() == ["first wording", "One."])
        assert not view.isVisible()
        press(driver, Qt.Key.Key_F8)
        await until(view.isVisible)
        await until(lambda: view.list.currentIndex().row() >= 0)
        press(driver, Qt.Key.Key_Delete)
        await until(lambda: [line.words for line in view.model.lines] == ["second wording", "first wording"])
        assert driver.shown_texts() == ["first wording", "Two."]

    run(drive, [words("One."), words("Two."), words("Three.")])


def test_the_menu_of_a_turn_offers_everything_with_its_keys(run: Runner) -> None:
    async def drive(driver: Driver) -> None:
        await driver.say("question")
        (footer,) = [item for item in driver.window.transcript.findChildren(FooterSegment) if item.isVisible()]
        footer.show_menu()
        found = entries(driver)
        assert list(found)[-1] == "Delete this answer and what follows it"
        assert found["Answer again with another model…"].text().endswith("\tF5")
        assert not found["Show the older version"].isEnabled()
        found["Quote in your message"].trigger()
        assert driver.window.composer.text == "> One.\n\n"
        next(menu for menu in driver.window.transcript.findChildren(QMenu) if menu.isVisible()).close()

    run(drive, [words("One.")])


def test_the_details_of_an_answer_are_there_on_hover_and_for_screen_readers(run: Runner) -> None:
    usage = Usage(input_tokens=2_000, output_tokens=100, cached_input_tokens=1_500, first_token_s=0.5, duration_s=2.5)

    async def drive(driver: Driver) -> None:
        await driver.say("question")
        facts = next(item for item in driver.window.transcript.findChildren(Disclosure) if item.isVisible())
        for words_ in (
            "Model: scripted:script",
            "Read: 2,000 tokens",
            "reused from the prompt cache: 1,500 tokens",
            "Written: 100 tokens",
            "First word after 0.5 s",
            "Written at 50.0 tokens a second",
            "Cost: free",
        ):
            assert words_ in facts.toolTip()
            assert words_ in facts.accessibleDescription()

    run(drive, [[*words("One."), usage]], models=TWO)


def test_who_answered_instead_and_why_is_told_as_plain_text(theme: ThemeController, qtbot: QtBot) -> None:
    view = TranscriptView(theme)
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.show()
    script = Script()
    script.user("go")
    failure = RouteFailure(model="p:first", why="<b>Nobody</b> is there.")
    script.answer("Done.", model="p:second", route=Route(asked="p:first", reason="", failures=(failure,)))
    view.set_conversation(script.opened)
    facts = next(item for item in view.findChildren(Disclosure) if item.isVisible())
    assert "instead of first" in facts.text()
    assert "p:first did not answer: &lt;b&gt;Nobody&lt;/b&gt; is there." in facts.toolTip()
    assert "p:first did not answer: <b>Nobody</b> is there." in facts.accessibleDescription()


def test_answering_again_offline_leaves_the_answer_there_was_as_a_version(run: Runner) -> None:
    async def drive(driver: Driver) -> None:
        await driver.say("question")
        press(driver, Qt.Key.Key_R, CTRL)
        await idle(driver)
        assert driver.session.path()[-1].state is NodeState.FAILED
        focus(driver, "")
        press(driver, Qt.Key.Key_Left, ALT)
        await until(lambda: driver.shown_texts() == ["question", "One."])

    run(drive, [words("One."), [UnreachableError("No network.", remedy="Connect.")]])


def test_a_message_with_files_is_sent_again_without_a_word(run: Runner, tmp_path: Path) -> None:
    async def drive(driver: Driver) -> None:
        file = tmp_path / "notes.txt"
        file.write_text("the notes")
        driver.window.composer.files_given.emit([file])
        await until(lambda: driver.controller.attachments.ready)
        await driver.say("look")
        press(driver, Qt.Key.Key_E, CTRL | SHIFT)
        await settled()
        field = QApplication.focusWidget()
        field.selectAll()  # type: ignore[union-attr]  # the field of the message that is changed
        press(driver, Qt.Key.Key_Delete)
        press(driver, Qt.Key.Key_Return)
        await idle(driver)
        question = driver.session.path()[0]
        assert (question.message.text, [part.name for part in question.message.attachments]) == ("", ["notes.txt"])

    run(drive, [words("One."), words("Two.")])


def test_the_ways_on_from_a_broken_answer_fit_however_narrow_it_is(theme: ThemeController, qtbot: QtBot) -> None:
    view = TranscriptView(theme)
    qtbot.addWidget(view)
    script = Script()
    script.user("go")
    route = Route(asked="p:m", reason="", next="vendor:" + "a-model-with-a-long-name " * 3)
    script.answer("Half", state=NodeState.FAILED, error="It broke off.", route=route)
    view.set_conversation(script.opened)
    view.show()
    for width in (380, 420, 560, 900):
        view.resize(width, 500)
        (notice,) = [item for item in view.findChildren(NoticeSegment) if item.isVisible()]
        places = [button.geometry() for button in notice.findChildren(QPushButton) if button.isVisible()]
        assert len(places) == 3
        assert all(notice.rect().contains(place) for place in places)
        assert not any(one.intersects(other) for one in places for other in places if one is not other)
