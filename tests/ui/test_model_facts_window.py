"""Switching models, presets of parameters and corrections of facts, in the whole window by keys and clicks."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from app.domain.models import Capabilities, Endpoint, EndpointPreset
from app.domain.parameters import MAX_TOKENS, SEED, TEMPERATURE, TOP_K, not_taken
from app.providers.scripted import ScriptedModel, words
from tests.ui.test_shell_window import CTRL, SHIFT, Driver, Runner
from tests.ui_fixtures import nameless, until

FIRST = ScriptedModel(
    capabilities=Capabilities(context_tokens=8_000, tools=True, parameters=(TEMPERATURE, TOP_K, SEED))
)
_PLAIN = (SEED, MAX_TOKENS)
PLAIN = ScriptedModel(
    name="plain", capabilities=Capabilities(parameters=_PLAIN, refused=not_taken(_PLAIN, model="Plain"))
)
MODELS = (FIRST, PLAIN)


@pytest.fixture
def run(qt_loop: asyncio.AbstractEventLoop, tmp_path: Path) -> Runner:
    return Runner(qt_loop, tmp_path / "baton")


def parameters(person: Driver) -> dict[str, Any]:
    return dict(person.session.conversation.settings.parameters)


def click(top: QWidget, text: str) -> None:
    button = next(b for b in top.findChildren(QPushButton) if b.text() == text and b.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


async def choose_model(person: Driver, name: str) -> None:
    person.press(Qt.Key.Key_M, CTRL)
    QTest.keyClicks(QApplication.focusWidget(), f"scripted:{name}")
    person.press(Qt.Key.Key_Return)
    await until(lambda: person.session.conversation.settings.model == f"scripted:{name}")


def test_another_model_begins_with_its_own_defaults_says_so_and_that_can_be_undone(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        person.window.resize(1500, 900)
        person.controller.models.configure(parameters={"temperature": 0.2, "seed": 7})
        await choose_model(person, "plain")
        assert parameters(person) == {}
        said = "Temperature (0.2) and Seed (7) are reset to the defaults of Scripted answers: plain. "
        assert person.notices() == [f"{said}Plain takes no Temperature."]
        await until(lambda: set(person.window.dock.rows) == {"seed", "max_tokens"})
        assert person.window.dock.parameters.not_taken.isVisible()
        click(person.window, "Undo")
        assert parameters(person) == {"temperature": 0.2, "seed": 7}
        assert person.session.conversation.settings.model is None
        await until(lambda: "temperature" in person.window.dock.rows)

    run(drive, models=MODELS)


def test_a_person_who_keeps_parameters_loses_only_what_the_model_does_not_take(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        await person.app.settings.change({"keep_parameters": True})
        person.controller.models.configure(parameters={"temperature": 0.2, "seed": 7})
        await choose_model(person, "plain")
        assert parameters(person) == {"seed": 7}
        assert "Temperature (0.2) is reset" in person.notices()[0]
        await choose_model(person, "script")
        assert parameters(person) == {"seed": 7}
        assert len(person.notices()) == 1

    run(drive, models=MODELS)


def test_a_preset_is_applied_by_keys_and_what_the_model_does_not_take_is_named(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        person.press(Qt.Key.Key_Y, CTRL | SHIFT)
        QTest.keyClicks(person.controller.presets.panel.edit, "precise")
        person.press(Qt.Key.Key_Return)
        assert parameters(person) == {"temperature": 0.2}
        assert person.notices() == ["Precise is applied."]
        await choose_model(person, "plain")
        person.press(Qt.Key.Key_K, CTRL)
        QTest.keyClicks(QApplication.focusWidget(), "presets of parameters")
        person.press(Qt.Key.Key_Return)
        QTest.keyClicks(person.controller.presets.panel.edit, "creative")
        person.press(Qt.Key.Key_Return)
        assert parameters(person) == {}
        assert person.notices()[-1] == "Creative changes nothing here. Plain takes no Temperature."

    run(drive, models=MODELS)


def test_a_chats_parameters_are_saved_as_a_preset_renamed_deleted_and_put_back(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        presets = person.controller.presets
        QTest.mouseClick(person.window.dock.parameters.presets, Qt.MouseButton.LeftButton)
        click(presets.panel, "Save as a preset…")
        assert person.notices()[-1].startswith("Nothing is set")
        person.controller.models.configure(parameters={"temperature": 0.4, "seed": 1})
        presets.choose()
        click(presets.panel, "Save as a preset…")
        dialog = presets.saving
        assert dialog is not None
        assert nameless(dialog) == []
        QTest.keyClicks(dialog.title, "Precise")
        QTest.keyClick(dialog.title, Qt.Key.Key_Return)
        await until(lambda: "already" in dialog.problem.text())
        dialog.title.selectAll()
        QTest.keyClicks(dialog.title, "Mine")
        QTest.keyClick(dialog.title, Qt.Key.Key_Return)
        await until(lambda: not dialog.isVisible())
        assert person.app.presets.get("mine").parameters == {"temperature": 0.4, "seed": 1}
        presets.choose()
        click(presets.panel, "Rename or delete…")
        keeping = presets.keeping
        assert keeping is not None
        assert nameless(keeping) == []
        click(keeping, "Rename")
        editor = keeping.list.findChild(QLineEdit)
        assert editor is not None
        editor.selectAll()
        QTest.keyClicks(editor, "Ours")
        QTest.keyClick(editor, Qt.Key.Key_Return)
        await until(lambda: person.app.presets.get("mine").title == "Ours")
        keeping.list.setFocus()
        QTest.keyClick(keeping.list, Qt.Key.Key_Delete)
        await until(lambda: not person.app.presets.own)
        await until(lambda: keeping.list.count() == 0)
        click(person.window, "Undo")
        await until(lambda: keeping.list.count() == 1)

    run(drive, models=MODELS)


def test_facts_are_corrected_in_the_window_count_at_once_and_are_taken_back(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        person.window.resize(1500, 900)
        person.press(Qt.Key.Key_I, CTRL | SHIFT)
        dialog = person.controller.corrections.dialog
        assert dialog is not None
        assert nameless(dialog) == []
        assert dialog.numbers["context_tokens"].placeholderText() == "8,000"
        QTest.keyClicks(dialog.numbers["context_tokens"], "many")
        click(dialog, "Save")
        assert "'many' is no number" in dialog.problem.text()
        dialog.numbers["context_tokens"].clear()
        QTest.keyClicks(dialog.numbers["context_tokens"], "64,000")
        QTest.keyClicks(dialog.numbers["input"], "-1")
        click(dialog, "Save")
        await until(lambda: "Reading is a price" in dialog.problem.text())
        dialog.numbers["input"].clear()
        QTest.keyClicks(dialog.title, "My model")
        dialog.abilities["images"].setCurrentIndex(1)
        QTest.keyClick(dialog.title, Qt.Key.Key_Return)
        await until(lambda: not dialog.isVisible())
        await until(lambda: "64k tokens" in person.window.dock._facts.text())
        assert person.window.dock._name.text() == "My model"
        assert "pictures" in person.window.dock._facts.text()
        assert "Corrected by you" in person.window.dock._facts.toolTip()
        click(person.window.dock, "Correct facts…")
        assert dialog.numbers["context_tokens"].text() == "64,000"
        click(dialog, "Take all back")
        await until(lambda: "8k tokens" in person.window.dock._facts.text())

    run(drive, models=MODELS)


def test_servers_on_this_machine_are_looked_for_from_the_settings(run: Runner) -> None:
    ollama = Endpoint(name="ollama", title="Ollama", url="http://localhost:11434/v1", needs_key=False)

    async def answering() -> tuple[Endpoint, ...]:
        return (ollama,)

    async def drive(person: Driver) -> None:
        person.controller.open_settings("Endpoints")
        dialog = person.controller.preferences.dialog
        assert dialog is not None
        click(dialog, "Look for local servers")
        name = "Add Ollama at http://localhost:11434/v1"
        await until(lambda: any(b.text() == name and b.isVisible() for b in dialog.findChildren(QPushButton)))
        click(dialog, name)
        await until(lambda: person.app.settings.current.endpoints == (ollama,))
        dialog.close()

    run(drive, well_known=(EndpointPreset(endpoint=ollama),), local_servers=answering)


def test_a_new_chat_begins_with_the_preset_for_new_chats_and_again_with_another_model(run: Runner) -> None:
    async def drive(driver: Driver) -> None:
        await driver.say("a chat of before")
        await driver.app.settings.change({"default_preset": "precise"})
        assert driver.session.conversation.settings.parameters == {}
        driver.controller.new_chat()
        await until(lambda: driver.session.conversation.settings.parameters == {"temperature": 0.2})
        driver.controller.models.configure(parameters={})  # by hand, and it stays so
        driver.controller.models.use("scripted:other")
        await until(lambda: driver.session.conversation.settings.parameters == {"temperature": 0.2})
        await driver.say("hello")
        assert driver.session.conversation.settings.parameters == {"temperature": 0.2}

    can = Capabilities(parameters=(TEMPERATURE,))
    models = (ScriptedModel(capabilities=can), ScriptedModel(name="other", capabilities=can))
    run(drive, lambda _request: words("Hi."), models=models)
