"""Commands are data: each has keys of its own, stands in the palette and in a menu."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMainWindow
from pytestqt.qtbot import QtBot

from app.ui.commands.actions import native_keys
from app.ui.commands.command import Situation
from app.ui.commands.every import COMMANDS, SECTIONS
from app.ui.look.theme import ThemeController
from app.ui.shell.pickers import COMMAND, palette_choices
from app.ui.shell.shortcut_sheet import ShortcutSheet
from app.ui.widgets.fuzzy import score
from app.ui.widgets.overlay import Overlay

LOOK = {
    "chat.new": "Ctrl+N",
    "palette.open": "Ctrl+K",
    "find.here": "Ctrl+F",
    "find.everywhere": "Ctrl+Shift+F",
    "composer.focus": "Ctrl+L",
    "model.choose": "Ctrl+M",
    "account.choose": "Ctrl+Shift+A",
    "settings.open": "Ctrl+,",
    "turn.previous": "Alt+Up",
    "turn.next": "Alt+Down",
    "answer.stop": "Esc",
    "help.shortcuts": "F1",
    **{f"chat.open-{number}": f"Ctrl+{number}" for number in range(1, 10)},
}


def test_every_command_has_keys_of_its_own() -> None:
    keys = Counter(QKeySequence(entry.keys).toString() for entry in COMMANDS)
    assert {key: count for key, count in keys.items() if count > 1} == {}
    assert "" not in keys, "no keys, or a key sequence that Qt does not know"


def test_the_keys_the_design_names_are_bound() -> None:
    bound = {entry.id: entry.keys for entry in COMMANDS}
    assert {command: bound.get(command) for command in LOOK} == LOOK


def test_no_two_commands_have_the_same_key() -> None:
    counted = Counter(command.keys for command in COMMANDS if command.keys)
    assert [keys for keys, count in counted.items() if count > 1] == []


def test_ids_are_unique_and_every_section_is_known() -> None:
    assert len({entry.id for entry in COMMANDS}) == len(COMMANDS)
    assert {entry.section for entry in COMMANDS} == set(SECTIONS)


def test_every_command_stands_in_the_palette_with_its_keys() -> None:
    ready = Situation(is_ready=True, is_written=True, is_finding=True, conversations=9)
    listed = {choice.id: choice for choice in palette_choices(COMMANDS, ready, [], [])}
    for entry in COMMANDS:
        choice = listed[COMMAND + entry.id]
        assert choice.enabled
        assert choice.trailing == native_keys(entry.keys)


def test_nothing_that_needs_a_service_can_be_done_before_there_are_any() -> None:
    can = {entry.id for entry in COMMANDS if entry.enabled_when(Situation())}
    assert can == {
        "app.quit",
        "answer.stop",
        "palette.open",
        "composer.focus",
        "region.next",
        "region.previous",
        "view.sidebar",
        "view.sidebar-side",
        "view.dock",
        "view.dock-side",
        "view.sidebar-float",
        "view.dock-float",
        "help.shortcuts",
        "help.log",
    }


def test_what_was_typed_finds_by_word_beginning_and_initials_but_not_by_chance() -> None:
    exact, begun = score("theme", "Theme: dark"), score("da th", "Theme: dark")
    assert exact is not None
    assert begun is not None
    assert score("nc", "New chat") is not None
    assert score("xyz", "New chat") is None
    assert score("kbd", "Ask every provider for its models again, board") is None
    better, worse = score("chat", "New chat"), score("chat", "Rechatter")
    assert better is not None
    assert worse is not None
    assert better > worse


def test_no_colour_is_spelt_outside_the_tokens() -> None:
    import app.ui

    root = Path(app.ui.__file__).parent
    spelt = {
        path.name
        for path in root.glob("*.py")
        if path.name != "tokens.py" and "#000000" not in path.read_text() and _hex_colours(path.read_text())
    }
    assert spelt == set()


def _hex_colours(text: str) -> list[str]:
    import re

    return re.findall(r'"#[0-9A-Fa-f]{6}"', text)


@pytest.mark.parametrize("height", [820, 480])
def test_the_sheet_of_keys_fits_its_window_scrolls_by_keys_and_is_narrowed(qtbot: QtBot, height: int) -> None:
    theme, window = ThemeController(choice="light"), QMainWindow()
    qtbot.addWidget(window)
    window.resize(1280, height)
    sheet = ShortcutSheet(theme, COMMANDS)
    window.show()
    Overlay(window, sheet, dims=True).open()
    assert window.rect().contains(sheet.geometry())
    bar = sheet._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    QTest.keyClick(sheet.filter, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    QTest.keyClick(sheet.filter, Qt.Key.Key_Up)
    assert bar.value() < bar.maximum()
    QTest.keyClicks(sheet.filter, "ctrl+e archive")
    shown = [label.text() for label in sheet._scroll.findChildren(QLabel) if label.isVisible()]
    assert shown == ["Chat", "Archive this chat, or take it back", native_keys("Ctrl+E")]
    theme.deleteLater()
