"""What ``baton bench ui`` measures with; how fast this machine is, is not judged."""

from __future__ import annotations

import asyncio

from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.system.window_probe import CHARS, END_WORDS, _long_chat_figures, long_chat
from app.ui.chat_watch import _scrolled, _walked_through
from app.ui.usable_watch import UsableWatch


def test_a_window_is_usable_once_a_letter_typed_into_it_is_seen(qtbot: QtBot) -> None:
    field = QPlainTextEdit()
    qtbot.addWidget(field)
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    told: list[str] = []
    watch = UsableWatch(lambda: told.append(field.toPlainText()))
    watch.begin()
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["b"]


def test_the_giant_conversation_is_as_long_as_is_said_and_its_end_stands_there_once() -> None:
    chat = long_chat()
    texts = [node.message.text for node in chat.tree.nodes.values()]
    assert len(texts) == 10_000
    assert 0.95 < sum(map(len, texts)) / CHARS < 1.1
    assert [number for number, text in enumerate(texts) if END_WORDS in text] == [9_999]


def test_each_goal_of_a_long_conversation_is_judged() -> None:
    frames = {"p99": 20.0, "worst": 40.0, "cpu_p99": 5.0, "cpu_worst": 9.0}
    seen = {
        "open_ms": [100.0, 120.0, 900.0],
        "bare_open_ms": [60.0],
        "whole_ms": [800.0],
        "frame_ms": frames,
        "bare_frame_ms": frames,
        "resident_bytes": 150.0,
    }
    figures = {figure.name: figure for figure in _long_chat_figures(seen, 50.0)}
    assert {name: figure.holds for name, figure in figures.items() if figure.goal is not None} == {
        "a conversation of 10,000 messages opens": True,
        "scrolling, a frame's 99th percentile": False,
        "scrolling, the worst frame": True,
        "rests after 10,000 messages scrolled through, times a bare window": True,
    }
    assert figures["10,000 messages open, times a bare text field"].value == 2.0


def test_scrolling_for_the_measurement_leaves_what_goes_on_meanwhile_alone(
    qt_loop: asyncio.AbstractEventLoop, qtbot: QtBot
) -> None:
    field = QPlainTextEdit("\n".join(map(str, range(500))))
    qtbot.addWidget(field)
    field.resize(200, 200)
    field.show()
    bar = field.verticalScrollBar()
    bar.setValue(bar.maximum())

    async def other() -> int:
        steps = 0
        while bar.value() > bar.minimum():
            await asyncio.sleep(0)
            steps += 1
        return steps

    async def whole() -> None:
        task = asyncio.ensure_future(other())
        frames = await _scrolled(field, frames=3)
        assert bar.minimum() < bar.value() < bar.maximum()
        assert 0 < frames["cpu_p99"] <= frames["cpu_worst"]
        await _walked_through(field)
        assert bar.value() == bar.minimum()
        assert await asyncio.wait_for(task, 20) > 0

    qt_loop.run_until_complete(whole())
