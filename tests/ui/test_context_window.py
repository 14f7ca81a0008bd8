"""A chat longer than its model's context, in the window: asked in place before it is sent, by keys and by clicks."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from app.domain.context import LeftOut, Overflow, OverflowQuestion, Room
from app.domain.conversation import NodeState
from app.domain.models import Capabilities
from app.domain.parameters import MAX_TOKENS
from app.domain.ports import ChatRequest
from app.domain.stream import CONTEXT_FULL, Finished, FinishReason, Usage
from app.providers.scripted import ScriptedModel, ScriptedProvider, Step, words
from app.services.context_summary import SYSTEM
from app.ui.transcript.not_sent import NotSentSegment
from app.ui.widgets.disclosure import Disclosure
from tests.ui.test_shell_window import Driver, Runner
from tests.ui_fixtures import nameless, settled, until

SMALL = ScriptedModel(capabilities=Capabilities(context_tokens=2_000, parameters=(MAX_TOKENS,)))
"""The script counts no tokens, so that they are estimated: four letters to a token."""

LONG = "many words " * 60  # 165 tokens


@pytest.fixture
def run(qt_loop: object, tmp_path: Path) -> Runner:
    return Runner(qt_loop, tmp_path / "home")  # type: ignore[arg-type]  # the fixture's own type


def answer(request: ChatRequest) -> list[Step]:
    if request.system == SYSTEM:
        return words("They counted words.")
    tokens = sum(len(message.text) for message in request.messages) // 4
    return [*words("word " * 30), Usage(input_tokens=tokens, output_tokens=40)]


async def fill(driver: Driver, turns: int = 8) -> None:
    for number in range(turns):
        driver.window.composer.set_text(f"{number} {LONG}")
        QTest.keyClick(driver.window.composer.edit, Qt.Key.Key_Return)
        await until(lambda: not driver.controller.turns.running)


async def ask(driver: Driver, text: str = f"next {LONG}") -> None:
    driver.window.composer.set_text(text)
    QTest.keyClick(driver.window.composer.edit, Qt.Key.Key_Return)
    await until(driver.window.overflow.isVisible)


def click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def shown_words(driver: Driver) -> str:
    return driver.window.overflow._words.text()


def not_sent(driver: Driver) -> Sequence[NotSentSegment]:
    found = driver.window.transcript.findChildren(NotSentSegment)
    return [segment for segment in found if segment.isVisible()]


def test_the_person_is_asked_above_the_composer_and_drops_the_oldest_turns(run: Runner) -> None:
    async def drive(driver: Driver) -> None:
        await fill(driver)
        before = len(driver.session.path())
        await ask(driver)
        strip = driver.window.overflow
        assert len(driver.session.path()) == before, "nothing is written before the answer"
        assert driver.window.composer.text == f"next {LONG}", "the message stays where it was written"
        assert strip.drop.text() == "Drop the 3 oldest turns"
        assert strip.summarise.text() == "Summarise them"
        assert (
            "This message and the chat take about 1.8k tokens; the model has room for 2k, 250 of them"
            in shown_words(driver)
        )
        assert not strip.more.isVisible()
        assert nameless(driver.window) == []
        assert strip.geometry().bottom() < driver.window.composer.geometry().top() + 1
        QTest.keyClick(driver.window.composer.edit, Qt.Key.Key_Return)
        assert "waits for your choice" in driver.window.composer._hint.text()
        click(strip.drop)
        await until(lambda: not driver.controller.turns.running)
        assert not strip.isVisible()
        assert driver.window.composer.text == ""
        answered = driver.session.path()[-1]
        assert answered.left_out == LeftOut(until=driver.session.path()[5].id)
        driver.window.transcript.show_node(driver.session.path()[6].id)
        (line,) = not_sent(driver)
        assert line._words.text() == "The 3 oldest turns are not sent to the model"
        # The next message needs no answer, and the choice was not remembered.
        driver.window.composer.set_text("short")
        QTest.keyClick(driver.window.composer.edit, Qt.Key.Key_Return)
        await until(lambda: not driver.controller.turns.running)
        assert driver.session.path()[-1].left_out == answered.left_out
        assert driver.session.conversation.settings.overflow is None

    run(drive, answer, models=[SMALL])


def test_by_keys_alone_the_turns_are_summarised_and_the_choice_is_remembered(run: Runner) -> None:
    async def drive(driver: Driver) -> None:
        await fill(driver)
        await ask(driver)
        strip = driver.window.overflow
        await until(strip.stop.hasFocus)
        driver.press(Qt.Key.Key_Tab)
        assert strip.remember.hasFocus()
        driver.press(Qt.Key.Key_Space)
        driver.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        driver.press(Qt.Key.Key_Left)
        assert strip.summarise.hasFocus()
        driver.press(Qt.Key.Key_Space)
        await until(lambda: not driver.controller.turns.running)
        assert driver.window.composer.edit.hasFocus()
        left_out = driver.session.path()[-1].left_out
        assert left_out is not None
        assert left_out.summary == "They counted words."
        assert driver.session.conversation.settings.overflow is Overflow.SUMMARISE
        await until(lambda: driver.window.dock.context.choice.currentText() == "Summarise the oldest turns")
        driver.window.transcript.show_node(driver.session.path()[6].id)
        (line,) = not_sent(driver)
        assert line._button.text() == "A summary of the 3 oldest turns is sent in their place"
        assert not line._text.isVisible()
        line._button.setFocus()
        driver.press(Qt.Key.Key_Space)
        assert "They counted words." in line._text.toPlainText()
        assert line._text.isVisible()

    run(drive, answer, models=[SMALL])


@pytest.mark.parametrize("way", ["button", "escape", "typing"])
def test_stopping_sends_nothing_and_keeps_the_message(run: Runner, way: str) -> None:
    async def drive(driver: Driver) -> None:
        await fill(driver)
        before = driver.session.path()
        await ask(driver)
        match way:
            case "button":
                click(driver.window.overflow.stop)
            case "escape":
                driver.press(Qt.Key.Key_Escape)
            case _:
                driver.window.composer.setFocus()
                driver.press(Qt.Key.Key_X)
        await until(lambda: not driver.controller.turns.running)
        await until(lambda: not driver.window.overflow.isVisible())
        assert driver.session.path() == before
        assert driver.window.composer.text == f"next {LONG}" + ("x" if way == "typing" else "")
        assert driver.notices() == []

    run(drive, answer, models=[SMALL])


def test_the_question_stays_with_its_chat(run: Runner) -> None:
    async def drive(driver: Driver) -> None:
        await fill(driver)
        await ask(driver)
        asked_in = driver.session.id
        driver.controller.new_chat()
        await until(lambda: driver.session.id != asked_in)
        assert not driver.window.overflow.isVisible()
        driver.window.composer.set_text("hello there")
        QTest.keyClick(driver.window.composer.edit, Qt.Key.Key_Return)
        await until(lambda: driver.controller.turns.running == (asked_in,))
        assert driver.window.composer.text == ""
        driver.controller.conversations.open(asked_in)
        await until(lambda: driver.session.id == asked_in)
        assert driver.window.overflow.isVisible()
        assert driver.window.composer.text == f"next {LONG}"
        click(driver.window.overflow.drop)
        await until(lambda: not driver.controller.turns.running)
        assert driver.window.composer.text == ""

    run(drive, answer, models=[SMALL])


def test_a_message_answered_for_while_another_chat_is_shown_does_not_come_back_as_a_draft(run: Runner) -> None:
    async def drive(driver: Driver) -> None:
        await fill(driver)
        await ask(driver)
        asked_in = driver.session.id
        waiting = driver.controller.context._waiting[asked_in]
        driver.controller.new_chat()
        await until(lambda: driver.session.id != asked_in)
        waiting[1].set_result(Overflow.DROP)
        await until(lambda: not driver.controller.turns.running)
        driver.controller.conversations.open(asked_in)
        await until(lambda: driver.session.id == asked_in)
        assert driver.window.composer.text == ""

    run(drive, answer, models=[SMALL])


def test_a_message_longer_than_the_context_says_so_and_stays_in_the_composer(run: Runner) -> None:
    async def drive(driver: Driver) -> None:
        text = "y" * 9_000
        driver.window.composer.set_text(text)
        assert driver.window.composer._count.text() == "Full: 2.2k / 2k"
        QTest.keyClick(driver.window.composer.edit, Qt.Key.Key_Return)
        await until(driver.notices)
        assert "This message alone takes about 2,2" in driver.notices()[0]
        assert "Shorten it" in driver.notices()[0]
        assert driver.window.composer.text == text
        assert not driver.session.is_written

    run(drive, answer, models=[SMALL])


def test_the_meter_warns_from_four_fifths_on_with_what_will_happen(run: Runner) -> None:
    async def drive(driver: Driver) -> None:
        await fill(driver, 4)
        dock, composer = driver.window.dock, driver.window.composer
        assert "full)." in dock.context._words.text()
        assert "Once it is full" not in dock.context._words.text()
        await fill(driver, 3)
        await until(lambda: "Once it is full, Baton asks what to leave out." in dock.context._words.text())
        assert composer._count.text().startswith("Nearly full: ")
        assert composer._count.property("look") == "warning"
        assert "Baton asks what to leave out" in composer._count.toolTip()
        dock.context.choice.setFocus()
        for _ in range(3):
            driver.press(Qt.Key.Key_Down)
        await until(lambda: "Once it is full, the oldest turns are no longer sent." in dock.context._words.text())
        assert driver.session.conversation.settings.overflow is Overflow.DROP
        await fill(driver, 2)
        assert not driver.window.overflow.isVisible()
        assert driver.session.path()[-1].left_out is not None

    run(drive, answer, models=[SMALL])


def test_an_answer_that_filled_the_context_goes_on_by_its_button(run: Runner) -> None:
    cut = [True]

    def turn(request: ChatRequest) -> list[Step]:
        if len(request.messages) == 15 and cut:
            cut.pop()
            end = Finished(reason=FinishReason.LENGTH, detail=CONTEXT_FULL)
            return [*words("half an answer " * 40), Usage(input_tokens=1_600, output_tokens=150), end]
        return answer(request)

    async def drive(driver: Driver) -> None:
        await fill(driver)
        buttons = driver.window.transcript.findChildren(QPushButton)
        go_on = next(button for button in buttons if button.text() == "Go on" and button.isVisible())
        click(go_on)
        await until(driver.window.overflow.isVisible)
        click(driver.window.overflow.drop)
        await until(lambda: not driver.controller.turns.running)
        path = driver.session.path()
        assert path[-1].message.text.startswith("half an answer half an answer")
        assert path[-1].message.text.endswith(" word word "), "joined in one message"
        assert path[-2].message.text.startswith("7 "), "the wish to go on is no message"
        assert path[-1].left_out is not None
        assert path[-1].left_out.until != path[-2].id, "what goes on is kept"
        assert path[-1].state is NodeState.COMPLETE
        assert driver.window.composer.text == ""
        await settled()
        assert not any(
            button.text() == "Go on" and button.isVisible()
            for button in driver.window.transcript.findChildren(QPushButton)
        )

    run(drive, turn, models=[SMALL])


def test_the_details_of_an_answer_unfold_by_keys_and_say_what_was_reused_and_how_fast(run: Runner) -> None:
    def turn(_: ChatRequest) -> list[Step]:
        return [
            *words("Hello."),
            Usage(input_tokens=1_200, cached_input_tokens=1_150, output_tokens=80, first_token_s=0.5, duration_s=2.5),
        ]

    async def drive(driver: Driver) -> None:
        await driver.say("hello")
        found = driver.window.transcript.findChildren(Disclosure)
        line = next(button for button in found if button.isVisible() and "tokens" in button.text())
        line.setFocus()
        driver.press(Qt.Key.Key_Space)
        details = line.parentWidget()._details.text()  # type: ignore[union-attr]  # the footer's
        assert line.parentWidget()._details.isVisible()  # type: ignore[union-attr]
        assert "Of these reused from the prompt cache: 1,150 tokens" in details
        assert "Written at 40.0 tokens a second" in details

    run(drive, turn)


class Unhurried(ScriptedProvider):
    """A model that takes its time to count, as one that is being loaded does."""

    def __init__(self) -> None:
        super().__init__(answer, models=[SMALL])
        self.counted = asyncio.Event()

    async def context_tokens(self, model: str) -> int:
        return 600

    async def count_tokens(self, request: ChatRequest) -> int:
        await self.counted.wait()
        return 10


def test_a_message_that_takes_long_to_count_stays_in_sight_until_it_is_sent(run: Runner) -> None:
    async def drive(driver: Driver) -> None:
        slow = Unhurried()
        driver.app.models._providers()["scripted"] = slow  # type: ignore[index]  # a dict, in these tests
        composer = driver.window.composer
        composer.set_text("a question")
        QTest.keyClick(composer.edit, Qt.Key.Key_Return)
        assert composer.text == ""
        await until(lambda: composer._hint.text() == "Checking that it fits the model's context…")
        assert composer.text == "a question"
        assert driver.session.path() == ()
        QTest.keyClicks(composer.edit, " more")
        slow.counted.set()
        await until(lambda: driver.session.path() and not driver.controller.turns.running)
        assert driver.session.path()[0].message.text == "a question"
        assert composer.text == " more", "what was typed meanwhile is the next message"
        assert composer._hint.text() == ""
        # Stopped while it is counted, nothing is sent.
        slow.counted.clear()
        before = driver.session.path()
        composer.set_text("another")
        QTest.keyClick(composer.edit, Qt.Key.Key_Return)
        driver.press(Qt.Key.Key_Escape)
        await until(lambda: not driver.controller.turns.running)
        assert composer.text == "another"
        assert driver.session.path() == before

    run(drive, answer, models=[SMALL])


def test_a_local_models_question_leads_to_the_setting_of_its_context(run: Runner) -> None:
    async def drive(driver: Driver) -> None:
        question = OverflowQuestion(
            conversation_id=driver.session.id,
            model="m",
            tokens=9_120,
            estimated=False,
            room=Room.of(8_192),
            turns=1,
            is_local=True,
        )
        asking = asyncio.create_task(driver.controller.context.ask_overflow(question))
        strip = driver.window.overflow
        await until(strip.more.isVisible)
        assert strip.drop.text() == "Drop the oldest turn"
        assert strip.summarise.text() == "Summarise it"
        assert "take 9.1k tokens; the model is loaded with 8.2k, 1k of them kept" in shown_words(driver)
        click(strip.more)
        dialog = driver.controller.preferences.dialog
        assert dialog is not None
        assert dialog.page == "Local models"
        assert dialog.rows["local_context_tokens"].isVisible()
        assert strip.isVisible(), "the question waits meanwhile"
        asking.cancel()
        await until(lambda: not strip.isVisible())

    run(drive, answer, models=[SMALL])


def test_settings_imported_with_absurd_values_are_named_in_the_dock_and_refused_when_sent(run: Runner) -> None:
    async def drive(driver: Driver) -> None:
        await driver.say("hello")
        for value, problem in (
            (10**400, "Longest answer must be at most 1,000,000."),
            (float("nan"), "Longest answer takes a number, not nan."),
            ({"a": 1}, "Longest answer takes a number, not {'a': 1}."),
        ):
            driver.controller.models._set_parameter("max_tokens", value)
            row = driver.window.dock.rows["max_tokens"]
            await until(lambda row=row, problem=problem: row._help.text() == problem)
            assert row._help.isVisibleTo(row)
            assert row._reset.isEnabled()
            await driver.say("again")
            assert driver.session.path()[-1].error == f"{problem} Change it in the model dock."
        click(driver.window.dock.parameters.reset_all)
        await until(lambda: driver.session.conversation.settings.parameters == {})
        await until(lambda: not driver.window.dock.parameters.reset_all.isEnabled())
        assert not driver.window.dock.rows["max_tokens"]._help.isVisibleTo(driver.window.dock.rows["max_tokens"])
        await driver.say("fine")
        assert driver.session.path()[-1].state is NodeState.COMPLETE

    run(drive, lambda _: words("Good."))
