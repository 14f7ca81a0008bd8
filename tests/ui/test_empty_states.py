"""Where a list has nothing in it, it says what will be there, and one act brings it or leads out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.domain.searching import Place
from app.ui.commands.actions import ActionSet
from app.ui.commands.command import Command, Commands, Situation
from app.ui.look.theme import ThemeController
from app.ui.shell.early_keys import EarlyKeys
from app.ui.sidebar.sidebar import Sidebar
from app.ui.widgets.choice_list import Choice, ChoicePanel


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[ThemeController]:
    made = ThemeController(choice="light")
    yield made
    made.deleteLater()


@pytest.fixture
def sidebar(theme: ThemeController, qtbot: QtBot) -> Sidebar:
    sidebar = Sidebar(theme)
    qtbot.addWidget(sidebar)
    sidebar.show()
    return sidebar


def test_no_chats_yet_says_how_to_begin_and_offers_to_bring_some_in(sidebar: Sidebar, qtbot: QtBot) -> None:
    assert "Write a message" in sidebar._empty.words.text()
    with qtbot.waitSignal(sidebar.import_requested):
        sidebar._empty.button.click()


@pytest.mark.parametrize("place", [Place.ARCHIVE, Place.BIN], ids=["archive", "bin"])
def test_an_empty_place_says_what_lies_there_and_leads_back(sidebar: Sidebar, qtbot: QtBot, place: Place) -> None:
    sidebar.set_conversations([], complete=True, place=place)
    assert sidebar._empty.isVisible()
    assert len(sidebar._empty.words.text()) > 40
    with qtbot.waitSignal(sidebar.place_requested) as asked:
        sidebar._empty.button.click()
    assert asked.args == [Place.CHATS]


def test_a_search_without_hits_says_so_and_is_taken_back(sidebar: Sidebar) -> None:
    sidebar.search.setText("zebra")
    sidebar.set_hits("zebra", [])
    assert sidebar._nothing.isVisible()
    assert "zebra" in sidebar._nothing.words.text()
    sidebar._nothing.button.click()
    assert sidebar.search.text() == ""


def test_a_palette_names_what_it_did_not_find(theme: ThemeController, qtbot: QtBot) -> None:
    panel = ChoicePanel(theme, placeholder="", width=300, height=300)
    qtbot.addWidget(panel)
    panel.set_choices([Choice(id="a", title="Alpha")])
    panel.show()
    panel.edit.setText("zebra")
    assert any("zebra" in label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def test_chats_that_are_still_read_do_not_look_like_none(sidebar: Sidebar, qtbot: QtBot) -> None:
    sidebar.set_reading(True)
    assert not sidebar._empty.isVisible()
    assert sidebar.reading.words.text() == ""
    qtbot.waitUntil(lambda: sidebar.reading.words.text() == "Reading the history…")
    sidebar.set_conversations([], complete=True)
    assert sidebar._empty.isVisible()
    assert not sidebar.reading.is_reading


def _note(done: list[str], name: str, _: Commands) -> None:
    done.append(name)


def test_keys_pressed_before_the_commands_stand_are_carried_out_then(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    early, done = EarlyKeys(window), list[str]()
    field = QPlainTextEdit()
    window.setCentralWidget(field)
    window.show()
    QTest.keyClick(field, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, "typed")
    entries = [
        Command(id=id_, title=id_, section="Chat", keys=keys, call=partial(_note, done, id_))
        for id_, keys in (("settings", "Ctrl+,"), ("other", "Ctrl+J"))
    ]
    actions = ActionSet(window, cast("Commands", None), entries)
    actions.set_situation(Situation(is_ready=True))
    early.hand_over(actions)
    assert done == ["settings"]
    assert field.toPlainText() == "typed"
