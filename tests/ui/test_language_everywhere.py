"""In another language no English is left in the window of a chat: all that is no name, id or message is translated."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.language import plural, tr
from tests.pseudo_language import bracketed, pseudo_language, untranslated


@pytest.fixture(autouse=True)
def other_language() -> Iterator[None]:
    with pseudo_language():
        yield


def test_what_no_translation_said_is_found_with_its_place(qtbot: QtBot) -> None:
    top = QWidget()
    qtbot.addWidget(top)
    label, button, choice = QLabel(top), QPushButton("Stop", top), QComboBox(top)
    label.setText(tr("Model: {title}", title="claude-test"))
    choice.addItem(tr("Ask each time"))
    choice.setToolTip("<p>" + plural("1 row", "{count} rows", 3) + " of it</p>")
    top.show()
    assert label.text() == "⟦Model: ⟧claude-test"
    assert untranslated(top, ["claude-test"]) == [
        "QPushButton says 'Stop': Stop",
        "QComboBox says ' 3⟦ rows⟧ of it ': of it",
    ]
    button.hide()
    assert [found for found in untranslated(top, ["claude-test"]) if "Stop" in found] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Stop", "⟦Stop⟧"),
        ("{count} of {names!r}", "{count}⟦ of ⟧{names!r}"),
        ("the set {{a}} is {name}", "⟦the set {{a}} is ⟧{name}"),
        ("{}: {", "⟦{}: {⟧"),
    ],
    ids=["words", "values", "braces", "no-values"],
)
def test_what_is_put_into_a_text_stays_outside_its_brackets(text: str, said: str) -> None:
    assert bracketed(text) == said
