"""Routing in the window: who answered instead of whom, the next model's button, private chats, the settings' page."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from app.domain.conversation import NodeState
from app.domain.errors import KeyProblemError, StreamCutError
from app.domain.ports import ChatRequest
from app.domain.stream import TextDelta
from app.providers.scripted import Turn, words
from app.ui.preferences.dialog import ROUTING
from app.ui.preferences.model_list_field import ModelListField
from app.ui.transcript.footer import FooterSegment
from app.ui.transcript.lines import NoticeSegment
from tests.ui.test_shell_window import CTRL, SHIFT, Driver, Runner
from tests.ui_fixtures import nameless, until


@pytest.fixture
def run(qt_loop: asyncio.AbstractEventLoop, tmp_path: Path) -> Runner:
    return Runner(qt_loop, tmp_path / "baton")


def first_then(first: Turn, second: Turn) -> Callable[[ChatRequest], Turn]:
    """Both vendors of the window's fixture play from this: the first request gets ``first``."""
    turns = [first]
    return lambda _: turns.pop() if turns else second


async def use_cloud(person: Driver, **settings: object) -> None:
    await person.app.models.set_key("keyed", "sk-test")
    await person.controller.models.refresh()
    await person.app.settings.change({"fallback_models": ("scripted:script",), **settings})
    person.controller.models.use("keyed:script")
    await until(lambda: person.session.conversation.settings.model == "keyed:script")


def footers(person: Driver) -> list[FooterSegment]:
    found = person.window.transcript.findChildren(FooterSegment)
    return [segment for segment in found if segment.isVisible()]


def test_the_footer_says_who_answered_instead_of_whom_and_why(run: Runner) -> None:
    fault = KeyProblemError("Keyed vendor did not accept the key.", provider="keyed")

    async def drive(person: Driver) -> None:
        await use_cloud(person)
        await person.say("hello")
        assert person.shown_texts() == ["hello", "From the other."]
        await until(lambda: footers(person))
        [footer] = footers(person)
        assert footer._facts.text().startswith("instead of script")
        QTest.mouseClick(footer._facts, Qt.MouseButton.LeftButton)
        assert "keyed:script did not answer: Keyed vendor did not accept the key." in footer._details.text()
        assert "Model: scripted:script" in footer._details.text()
        # The picker says that the vendor is passed over, and lets it be tried again.
        await person.controller.models.refresh()
        person.press(Qt.Key.Key_M, CTRL)
        QTest.keyClicks(QApplication.focusWidget(), "try it again")
        person.press(Qt.Key.Key_Return)
        await until(lambda: person.app.models.limits.skips() == {})

    run(drive, first_then([fault], words("From the other.")))


def test_a_broken_answer_offers_the_next_model_by_its_name(run: Runner) -> None:
    broken: Turn = [TextDelta(text="Half of"), StreamCutError("It broke off.")]

    async def drive(person: Driver) -> None:
        await use_cloud(person)
        await person.say("hello")
        assert person.shown_texts() == ["hello", "Half of"]
        [notice] = [item for item in person.window.transcript.findChildren(NoticeSegment) if item.isVisible()]
        again, go_on, button = notice.findChildren(QPushButton)
        assert (go_on.text(), go_on.isVisible()) == ("Go on", True)
        assert (again.text(), again.isVisible()) == ("Try again", True)
        next_model = person.controller.models.by_id()["scripted:script"]
        assert button.text() == f"Answer with {next_model.title}"
        assert "scripted:script" not in button.text()
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        await until(lambda: person.shown_texts() == ["hello", "The whole."] and not person.controller.turns.running)
        states = [node.state for node in person.session.opened().tree.nodes.values()]
        assert states == [NodeState.COMPLETE, NodeState.FAILED, NodeState.COMPLETE]

    run(drive, first_then(broken, words("The whole.")))


def test_where_it_is_wanted_the_next_answers_by_itself_as_another_version(run: Runner) -> None:
    broken: Turn = [TextDelta(text="Half of"), StreamCutError("It broke off.")]

    async def drive(person: Driver) -> None:
        await use_cloud(person, fallback_after_text=True)
        await person.say("hello")
        assert person.shown_texts() == ["hello", "The whole."]
        [footer] = footers(person)
        assert footer._branch.isVisible()  # the broken one is the other version

    run(drive, first_then(broken, words("The whole.")))


def test_a_chat_is_kept_private_by_a_key_and_then_no_cloud_is_asked(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        await use_cloud(person)
        person.press(Qt.Key.Key_N, CTRL | SHIFT)
        await until(lambda: person.session.conversation.settings.private)
        await until(lambda: person.window.header.private_button.text() == "Private")
        assert person.window.header.private_button.isChecked()
        assert nameless(person.window) == []
        await person.say("hello")
        answer = person.session.path()[-1]
        assert answer.model == "scripted:script"  # which runs here
        assert "keyed:script is not on this machine, and this chat is private." in answer.route.reason
        await person.app.settings.change({"default_model": "keyed:script", "fallback_models": ()})
        await person.say("and now?")
        last = person.session.path()[-1]
        assert (last.state, last.model) == (NodeState.COMPLETE, "scripted:script")  # nobody named it; it is here
        QTest.mouseClick(person.window.header.private_button, Qt.MouseButton.LeftButton)
        await until(lambda: not person.session.conversation.settings.private)
        await until(lambda: person.window.header.private_button.text() == "")

    run(drive, [words("From here."), words("Again from here.")])


def test_automatic_is_chosen_in_the_picker_and_says_why_it_chose(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        await person.app.settings.change({"route_code": "scripted:script"})
        person.press(Qt.Key.Key_M, CTRL)
        QTest.keyClicks(QApplication.focusWidget(), "automatic")
        person.press(Qt.Key.Key_Return)
        await until(lambda: person.session.conversation.settings.model == "auto")
        await until(lambda: person.window.header.model_button.text().startswith("Automatic"))
        await person.say("write a regex that matches ISO dates")
        [footer] = footers(person)
        assert footer._facts.text().startswith("automatic")
        QTest.mouseClick(footer._facts, Qt.MouseButton.LeftButton)
        assert "Code: it asks for something in regex." in footer._details.text()

    run(drive, [words("A pattern.")])


def test_the_page_shows_for_a_sentence_who_would_answer_and_asks_nobody(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        await person.app.models.set_key("keyed", "sk-test")
        await person.app.settings.change({"route_code": "scripted:script", "default_model": "keyed:script"})
        person.controller.open_settings(ROUTING)
        dialog = person.controller.preferences.dialog
        assert dialog is not None
        assert dialog.page == ROUTING
        page = dialog.routing
        page.sample.setFocus()
        QTest.keyClicks(page.sample, "refactor this class")
        await until(lambda: "scripted:script" in page.who.text())
        assert page.why.text().startswith("Code: ")
        page.sample.selectAll()
        QTest.keyClicks(page.sample, "privately: who am I")
        await until(lambda: page.why.text() == "Private: you want it kept on this machine.")
        assert "scripted:script" in page.who.text()
        page.sample.clear()
        await until(lambda: not page.who.isVisible())
        assert nameless(dialog) == []

    run(drive, [])


def test_the_chain_is_made_by_keys_and_what_is_no_model_is_refused(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        person.controller.open_settings(ROUTING)
        dialog = person.controller.preferences.dialog
        assert dialog is not None
        row = dialog.rows["fallback_models"]
        field = row.field
        assert isinstance(field, ModelListField)

        def chain() -> tuple[str, ...]:
            return person.app.settings.current.fallback_models

        async def add(text: str) -> None:
            field.entry.setFocus()
            field.entry.clear()
            QTest.keyClicks(field.entry, text)
            QTest.keyClick(field.entry, Qt.Key.Key_Return)

        assert not field.list.isVisible(), "an empty list is a hole in the page"
        for model in ("keyed:script", "scripted:script"):
            await add(model)
            await until(lambda model=model: model in chain())
        await add("nonsense")
        assert row._problem.isVisible()
        assert "no model id" in row._problem.text()
        assert field.models == ("keyed:script", "scripted:script")
        assert field.list.isVisible()
        field.list.setFocus()
        field.list.setCurrentRow(1)
        QTest.keyClick(field.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        await until(lambda: chain() == ("scripted:script", "keyed:script"))
        QTest.keyClick(field.list, Qt.Key.Key_Delete)
        await until(lambda: chain() == ("keyed:script",))
        assert field.models == ("keyed:script",)

    run(drive, [])
