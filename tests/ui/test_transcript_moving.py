"""What the transcript does not do again: paint what only moved, and parse what was watched being written."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPaintEvent
from pytestqt.qtbot import QtBot

from app.domain.conversation import NodeState
from app.domain.messages import Message, Role, TextPart
from app.domain.stream import TextDelta
from app.services.turn_updates import NodeEnded, NodeStreamed
from app.ui.look.theme import ThemeController
from app.ui.transcript import TranscriptView
from tests.transcript_fixtures import Script
from tests.ui.test_transcript_view import begin_answer, long_chat, texts, wheel


class Paintings(QObject):
    """How high what was painted of a widget is, each time."""

    def __init__(self) -> None:
        super().__init__()
        self.heights: list[int] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.heights.append(event.region().boundingRect().height())
        return False


@pytest.fixture
def view(qtbot: QtBot) -> TranscriptView:
    view = TranscriptView(ThemeController())
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show()
    qtbot.waitExposed(view)
    return view


def test_scrolling_paints_only_what_comes_into_sight(view: TranscriptView, qtbot: QtBot) -> None:
    view.set_conversation(long_chat(40).opened)
    viewport = view._window.viewport()
    for _ in range(3):
        wheel(viewport, 1)
        qtbot.wait(40)
    paintings = Paintings()
    viewport.installEventFilter(paintings)
    wheel(viewport, 1)
    qtbot.waitUntil(lambda: bool(paintings.heights))
    assert max(paintings.heights) < viewport.height() / 2


def test_a_long_answer_stands_there_whole_as_soon_as_it_ends(view: TranscriptView) -> None:
    script = Script()
    script.user("go")
    view.set_conversation(script.opened)
    node = begin_answer(view, script)
    text = "\n\n".join(f"paragraph {number} of many" for number in range(1_000))
    view.apply(NodeStreamed(node_id="live", event=TextDelta(text=text)))
    message = Message(role=Role.ASSISTANT, parts=(TextPart(text=text),))
    view.apply(NodeEnded(node=dataclasses.replace(node, message=message, state=NodeState.COMPLETE)))
    assert not view._contents.unfinished
    assert "paragraph 999 of many" in texts(view)
