"""The transcript, as a person reads, scrolls, searches and uses it."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTextBrowser,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.domain.aws import ActionState, CallResult, Decision, Risk, Table
from app.domain.conversation import Node, NodeState
from app.domain.messages import Message, ReasoningPart, Role, TextPart, ToolCallPart, ToolResultPart
from app.domain.models import ModelId, ModelInfo, Price
from app.domain.stream import FinishReason, Progress, ReasoningDelta, TextDelta, Usage
from app.services.turn_updates import ActionChanged, ConversationChanged, NodeAdded, NodeEnded, NodeStreamed
from app.ui.look.theme import ThemeController, interface_font
from app.ui.transcript import ActionCard, TranscriptView
from app.ui.transcript.code import CodeSegment
from app.ui.transcript.lines import ToolLineSegment
from app.ui.transcript.prose import document_style
from app.ui.transcript.result_table import ResultTable
from app.ui.transcript.row import MessageRow
from app.ui.widgets.disclosure import Disclosure
from tests.transcript_fixtures import START, Script, action


@pytest.fixture
def view(theme: ThemeController, qtbot: QtBot) -> Iterator[TranscriptView]:
    made = TranscriptView(theme)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    qtbot.waitExposed(made)
    yield made
    theme.set_choice("light")


def known(**more: object) -> ModelInfo:
    """The model that :class:`Script` has answer."""
    return ModelInfo(id=ModelId("anthropic", "claude-test"), title="Claude Test", **more)  # type: ignore[arg-type]


def rows(view: TranscriptView) -> dict[str, MessageRow]:
    """The rows that exist, by message."""
    return {key: row for key, row in view._window.built.items() if isinstance(row, MessageRow)}


def texts(view: TranscriptView) -> str:
    """Everything that can be read in the rows that exist."""
    said = []
    for row in rows(view).values():
        said += [text.toPlainText() for text in row.findChildren(QTextBrowser) if text.isVisibleTo(row)]
        said += [text.toPlainText() for text in row.findChildren(QPlainTextEdit) if text.isVisibleTo(row)]
        said += [label.text() for label in row.findChildren(QLabel) if label.isVisibleTo(row)]
        said += [button.text() for button in row.findChildren(Disclosure) if button.isVisibleTo(row)]
    return "\n".join(said)


def button(view: QWidget, name: str) -> QToolButton:
    """A button that can be seen, by its accessible name."""
    return next(b for b in view.findChildren(QToolButton) if b.accessibleName() == name and b.isVisible())


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def top_of(view: TranscriptView, node_id: str) -> int:
    """Where a row begins, from the transcript's upper edge."""
    return rows(view)[node_id].y()


def begin_answer(view: TranscriptView, script: Script, node_id: str = "live") -> Node:
    """An answer begins under the last message."""
    node = Node(
        id=node_id,
        conversation_id=script.id,
        parent_id=script.nodes[-1].id,
        message=Message(role=Role.ASSISTANT, parts=()),
        created_at=START,
        state=NodeState.STREAMING,
        model="anthropic:claude-test",
    )
    script.nodes.append(node)
    view.apply(NodeAdded(node=node))
    return node


def wheel(widget: QWidget, notches: int) -> bool:
    """Turn the wheel over a widget; down is negative. ``False`` where the widget leaves the event to its parent."""
    place = QPointF(widget.rect().center())
    event = QWheelEvent(
        place, QPointF(widget.mapToGlobal(place)), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)  # Qt hands only the system's own events on to the parent
    return event.isAccepted()


def long_chat(turns: int) -> Script:
    script = Script()
    for number in range(turns):
        script.user(f"question {number}")
        script.answer(f"Answer {number}. " * (number % 7 + 1), "- a\n- b")
    return script


def test_a_conversation_is_shown_from_its_end(view: TranscriptView) -> None:
    script = long_chat(50)
    view.set_conversation(script.opened)
    assert "Answer 49." in texts(view)
    assert "question 0\n" not in texts(view)
    assert view.at_end


def test_only_rows_near_the_viewport_exist_in_a_chat_of_ten_thousand_messages(view: TranscriptView) -> None:
    view.set_conversation(long_chat(5_000).opened)
    widgets = 0
    bar = view._window.verticalScrollBar()
    for value in (bar.maximum(), bar.maximum() // 2, 0, bar.maximum() // 3):
        bar.setValue(value)
        assert 2 <= len(rows(view)) <= 60
        widgets = max(widgets, len(view.findChildren(MessageRow)))
    assert widgets < 120
    assert view.show_node("c1-n0")
    assert "question 0" in texts(view)


def test_walking_up_and_down_never_makes_a_row_jump(view: TranscriptView) -> None:
    script = long_chat(300)
    view.set_conversation(script.opened)
    viewport = view._window.viewport()
    for notches in [1] * 60 + [-1] * 40:
        before = {key: row.y() for key, row in rows(view).items() if row.isVisible()}
        wheel(viewport, notches)
        after = {key: row.y() for key, row in rows(view).items() if row.isVisible()}
        moves = {after[key] - before[key] for key in before.keys() & after.keys()}
        assert len(moves) == 1  # all by the same way


def test_a_stream_does_not_move_what_is_being_read(view: TranscriptView, qtbot: QtBot) -> None:
    script = long_chat(30)
    script.user("go")
    view.set_conversation(script.opened)
    begin_answer(view, script)
    wheel(view._window.viewport(), 8)
    where = {key: row.y() for key, row in rows(view).items()}
    for number in range(40):
        view.apply(NodeStreamed(node_id="live", event=TextDelta(text=f"paragraph {number}\n\n")))
    qtbot.waitUntil(lambda: not view._repaints.is_due)
    now = {key: row.y() for key, row in rows(view).items()}
    assert all(now[key] == y for key, y in where.items() if key in now and key != "live")
    pill = next(b for b in view.findChildren(QPushButton) if b.accessibleName() == "Go to the newest text")
    qtbot.waitUntil(pill.isVisible)
    assert pill.text() == "New text below"
    assert not view.at_end
    click(pill)
    qtbot.waitUntil(lambda: view.at_end)
    assert "paragraph 39" in texts(view)
    assert not pill.isVisible()
    wheel(view._window.viewport(), 8)
    qtbot.waitUntil(pill.isVisible)
    view.set_conversation(Script().opened)
    assert not pill.isVisible(), "there is nothing newer in an empty chat"


def test_a_reader_at_the_end_is_kept_there(view: TranscriptView, qtbot: QtBot) -> None:
    script = long_chat(20)
    script.user("go")
    view.set_conversation(script.opened)
    begin_answer(view, script)
    for number in range(60):
        view.apply(NodeStreamed(node_id="live", event=TextDelta(text=f"paragraph {number}\n\n")))
    qtbot.waitUntil(lambda: "paragraph 59" in texts(view))
    bar = view._window.verticalScrollBar()
    assert bar.value() == bar.maximum()
    live = rows(view)["live"]
    assert live.geometry().bottom() <= view._window.viewport().height()


def test_deltas_are_coalesced(view: TranscriptView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    script = Script()
    script.user("go")
    view.set_conversation(script.opened)
    begin_answer(view, script)
    repaints = 0
    refresh = view._window.refresh

    def counted(key: str) -> None:
        nonlocal repaints
        repaints += 1
        refresh(key)

    monkeypatch.setattr(view._window, "refresh", counted)
    for _ in range(1_000):
        view.apply(NodeStreamed(node_id="live", event=TextDelta(text="word ")))
    assert repaints == 0
    qtbot.waitUntil(lambda: texts(view).count("word") == 1_000)
    assert repaints == 1


def test_an_answers_way_from_waiting_over_thinking_to_its_footer(view: TranscriptView, qtbot: QtBot) -> None:
    script = Script()
    script.user("go")
    view.set_conversation(script.opened)
    view.set_model_lookup(
        lambda model: known(price=Price(input=3, output=15)) if model == "anthropic:claude-test" else None
    )
    node = begin_answer(view, script)
    assert "Waiting for the first words" in texts(view)
    view.apply(NodeStreamed(node_id="live", event=Progress(text="Loading model…", fraction=0.4)))
    qtbot.waitUntil(lambda: "Loading model… 40%" in texts(view))
    view.apply(NodeStreamed(node_id="live", event=ReasoningDelta(text="Let me *think*.")))
    qtbot.waitUntil(lambda: "Thinking…" in texts(view))
    view.apply(NodeStreamed(node_id="live", event=TextDelta(text="It is **done")))
    qtbot.waitUntil(lambda: "It is done" in texts(view))
    assert "Thought for" in texts(view)
    assert "Let me" not in texts(view)
    click(next(b for b in view.findChildren(Disclosure) if b.isVisible()))
    assert "Let me *think*." in texts(view)
    ended = dataclasses.replace(
        node,
        message=Message(
            role=Role.ASSISTANT, parts=(ReasoningPart(text="Let me *think*."), TextPart(text="It is **done**."))
        ),
        state=NodeState.COMPLETE,
        finish_reason=FinishReason.STOP,
        usage=Usage(input_tokens=2_000, output_tokens=100, duration_s=4.2),
    )
    view.apply(NodeEnded(node=ended))
    shown = texts(view)
    assert "It is done." in shown
    assert "claude-test" in shown
    assert "2,000 → 100 tokens" in shown
    assert "4.2 s" in shown
    assert "$0.007" in shown  # (2000 * 3 + 100 * 15) / 1e6
    assert shown.index("$0.007") < shown.index("2,000 → 100 tokens"), "what is cut first is what matters least"
    assert "Let me *think*." in shown  # still unfolded


def test_an_answer_of_a_model_without_a_price_says_so_and_what_to_do(view: TranscriptView) -> None:
    view.set_model_lookup(lambda _: known())
    script = Script()
    script.user("go")
    script.answer("Done.", usage=Usage(input_tokens=2_000, output_tokens=100))
    view.set_conversation(script.opened)
    assert "price unknown" in texts(view)
    [tip] = [part.toolTip() for part in view.findChildren(Disclosure) if part.isVisible()]
    assert "Correct facts…" in tip
    view.set_model_lookup(lambda _: known(is_private=True))
    assert "price unknown" not in texts(view)


@pytest.mark.parametrize(
    ("state", "error", "words"),
    [
        (NodeState.FAILED, "The key was not accepted. Set it again.", "Set it again."),
        (NodeState.STOPPED, None, "Stopped."),
        (NodeState.INTERRUPTED, None, "Baton ended"),
    ],
)
def test_an_answer_that_did_not_end_well_says_so_and_can_be_tried_again(
    view: TranscriptView, qtbot: QtBot, state: NodeState, error: str | None, words: str
) -> None:
    script = Script()
    question = script.user("go")
    script.answer("half an", state=state, error=error)
    view.set_conversation(script.opened)
    assert "half an" in texts(view)
    assert words in texts(view)
    assert ("What came is kept." in texts(view)) is (state is not NodeState.FAILED)
    again = next(b for b in view.findChildren(QPushButton) if b.text() == "Try again" and b.isVisible())
    with qtbot.waitSignal(view.again_requested) as asked:
        click(again)
    assert asked.args == [question.id]


@pytest.mark.parametrize("state", [NodeState.STOPPED, NodeState.INTERRUPTED])
def test_where_nothing_came_nothing_is_said_to_be_kept(view: TranscriptView, state: NodeState) -> None:
    script = Script()
    script.user("go")
    script.answer("", state=state)
    view.set_conversation(script.opened)
    assert "kept" not in texts(view)


def test_a_line_is_one_and_a_half_times_as_high_as_its_text(theme: ThemeController) -> None:
    percent = re.search(r"line-height: (\d+)%", document_style(theme))
    assert percent is not None
    line_px = int(percent[1]) / 100 * QFontMetricsF(interface_font(theme.text_size_px)).height()
    assert line_px == pytest.approx(1.5 * theme.text_size_px, rel=0.01)


def test_a_turn_stopped_without_a_last_word_does_not_look_as_if_it_went_on(view: TranscriptView, qtbot: QtBot) -> None:
    script = Script()
    script.user("go")
    view.set_conversation(script.opened)
    view.set_busy(True)
    begin_answer(view, script)
    view.apply(NodeStreamed(node_id="live", event=TextDelta(text="half an answer")))
    view.set_busy(False)
    qtbot.waitUntil(lambda: "Stopped." in texts(view))
    assert "half an answer" in texts(view)


def test_a_message_is_changed_in_place_and_asked_for_as_a_new_version(view: TranscriptView, qtbot: QtBot) -> None:
    script = Script()
    question = script.user("frist try")
    script.answer("ok")
    view.set_conversation(script.opened)
    click(button(view, "Edit message"))
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == "frist try"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert "frist try" in texts(view)
    click(button(view, "Edit message"))
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    field.selectAll()
    QTest.keyClicks(field, "first try")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(field, "in two lines")
    with qtbot.waitSignal(view.edit_requested) as edited:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert edited.args == [question.id, "first try\nin two lines"]


def test_messages_cannot_be_changed_while_an_answer_is_written(view: TranscriptView) -> None:
    script = Script()
    script.user("go")
    view.set_conversation(script.opened)
    view.set_busy(True)
    assert not button(view, "Edit message").isEnabled()
    view.set_busy(False)
    assert button(view, "Edit message").isEnabled()


def test_versions_of_a_message_can_be_reached(view: TranscriptView, qtbot: QtBot) -> None:
    script = Script()
    question = script.user("go")
    first = script.answer("first")
    script.answer("second", parent=question.id)
    view.set_conversation(script.opened)
    assert "second" in texts(view)
    assert "2 of 2" in texts(view)
    with qtbot.waitSignal(view.branch_requested) as asked:
        click(button(view, "Show the older version"))
    assert asked.args == [first.id]
    view.apply(ConversationChanged(conversation=dataclasses.replace(script.conversation, leaf_id=first.id)))
    assert "first" in texts(view)
    assert "1 of 2" in texts(view)


def test_an_answer_is_copied_as_markdown_and_code_as_it_is(view: TranscriptView, qtbot: QtBot) -> None:
    script = Script()
    script.user("go")
    script.answer("Run **this**:\n\n```bash\n$ aws s3 ls\n```")
    view.set_conversation(script.opened)
    with qtbot.waitSignal(view.copy_done):
        click(button(view, "Copy answer as Markdown"))
    assert QGuiApplication.clipboard().text() == "Run **this**:\n\n```bash\n$ aws s3 ls\n```"
    click(button(view, "Copy code"))
    assert QGuiApplication.clipboard().text() == "$ aws s3 ls"
    with qtbot.waitSignal(view.save_requested) as saved:
        click(button(view, "Save code…"))
    assert saved.args == ["snippet.sh", "$ aws s3 ls"]


def test_text_is_selected_and_copied_with_the_keyboard(view: TranscriptView) -> None:
    script = Script()
    script.user("go")
    script.answer("First words.\n\nSecond words.")
    view.set_conversation(script.opened)
    text = next(t for t in view.findChildren(QTextBrowser) if "Second" in t.toPlainText())
    click(text.viewport())
    text.selectAll()
    QTest.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().split("\n") == ["First words.", "Second words."]


def test_a_selection_runs_through_prose_and_code_of_a_message(view: TranscriptView) -> None:
    script = Script()
    script.answer("First words.\n\n```sh\nls -l\n```\n\nLast words.")
    view.set_conversation(script.opened)
    first, code, last = rows(view)[script.nodes[0].id].texts()
    QTest.mousePress(first.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(0, 5))
    below = first.viewport().mapFromGlobal(last.viewport().mapToGlobal(QPoint(last.width() - 2, last.height() - 4)))
    move = QMouseEvent(
        QMouseEvent.Type.MouseMove, QPointF(below), QPointF(first.viewport().mapToGlobal(below)),
        Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(first.viewport(), move)
    QTest.keyClick(first, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "First words.\n\nls -l\n\nLast words."
    QTest.mouseRelease(first.viewport(), Qt.MouseButton.LeftButton)
    click(last.viewport())
    assert not code.textCursor().hasSelection()


def test_code_is_coloured_soon(view: TranscriptView, qtbot: QtBot) -> None:
    script = Script()
    script.answer("```python\ndef f():\n    return 'x'\n```")
    view.set_conversation(script.opened)
    code = view.findChildren(CodeSegment)[0]
    qtbot.waitUntil(lambda: not code.highlighting)
    document = code.documents()[0].document()
    colours = {form.format.foreground().color().name() for form in document.firstBlock().layout().formats()}
    assert colours & {view._theme.tokens.accent.lower()}


@pytest.mark.parametrize(
    "hostile",
    [
        "<img src='file:///etc/passwd'><script>alert(1)</script><b>not bold</b>",
        "user\u202e\u2066 gnp.exe",
        "x" * 200_000,
        "> " * 300 + "deep",
        "".join("  " * depth + "- item\n" for depth in range(80)),
        "```\nnever closed",
        "![x](https://evil.example/a.png) [y](javascript:alert(1))",
        "| a |\n|---|\n" + "| " + "w" * 5_000 + " |\n",
        "\x00\x1b[31mred\x07",
    ],
    ids=["html", "bidi", "giant word", "quotes", "lists", "fence", "links", "wide table", "control"],
)
def test_hostile_text_is_shown_as_text_and_nothing_is_loaded(view: TranscriptView, hostile: str) -> None:
    script = Script()
    script.user(hostile)
    script.answer(hostile, ReasoningPart(text=hostile))
    view.set_conversation(script.opened)
    QApplication.processEvents()
    shown = texts(view)
    assert "\u202e" not in shown
    assert "\x1b" not in shown
    for text in view.findChildren(QTextBrowser):
        assert "<img" not in text.toHtml()
        assert text.width() <= view.width()


def test_a_line_of_a_million_characters_is_taken_in_pieces(view: TranscriptView, qtbot: QtBot) -> None:
    script = Script()
    script.user("y" * 1_000_000)
    script.answer("z" * 1_000_000, "```\n" + "k" * 1_000_000 + "\n```")
    view.set_conversation(script.opened)
    qtbot.waitUntil(lambda: not view._parsing.isActive(), timeout=20_000)
    shown = texts(view)
    assert shown.count("z") >= 1_000_000
    assert shown.count("k") >= 1_000_000
    assert len(view.findChildren(QTextBrowser)) < 200  # most of it stands in a box that lays out what is in sight


def test_a_long_answer_is_parsed_a_slice_at_a_time(view: TranscriptView, qtbot: QtBot) -> None:
    script = Script()
    script.answer("".join(f"Paragraph **{number}**.\n\n" for number in range(3_000)))
    view.set_conversation(script.opened)
    assert view._parsing.isActive()
    qtbot.waitUntil(lambda: "Paragraph 2999." in texts(view), timeout=20_000)


def test_a_link_says_where_it_leads_before_it_is_handed_over(view: TranscriptView, qtbot: QtBot) -> None:
    script = Script()
    script.answer("[https://aws.amazon.com](https://аws.example.org/a?b=1)")  # the first letter is Cyrillic
    view.set_conversation(script.opened)
    text = next(t for t in view.findChildren(QTextBrowser) if "amazon" in t.toPlainText())
    with qtbot.assertNotEmitted(view.link_activated):
        QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    menu = view.findChild(QMenu)
    assert isinstance(menu, QMenu)
    shown, opening, copying = [action.text() for action in menu.actions() if action.text()]
    assert shown == "https://\u0430ws.example.org/a?b=1"
    assert opening.startswith("Open xn--")
    assert copying == "Copy address"
    with qtbot.waitSignal(view.link_activated) as opened:
        QTest.keyClick(menu, Qt.Key.Key_Return)
    assert opened.args == [shown]


def test_the_mark_of_a_footnote_leads_to_the_note_and_back_by_keys(view: TranscriptView) -> None:
    script = Script()
    script.answer("So[^a] it is.\n\n" + "\n\n".join(f"Paragraph {n}." for n in range(60)) + "\n\n[^a]: The note.")
    view.set_conversation(script.opened)
    view.show_node(script.nodes[-1].id)
    first = next(text for text in view.findChildren(QTextBrowser) if "So[1]" in text.toPlainText())
    assert first in view.tab_stops()
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    QTest.keyClick(first, Qt.Key.Key_Return)
    note = QApplication.focusWidget()
    assert isinstance(note, QTextBrowser)
    assert note.textCursor().selectedText() == "[1]"
    assert note.textCursor().block().text() == "[1] The note."
    place = note.mapTo(view, note.cursorRect().center())
    assert 0 <= place.y() <= view.height(), "it can be seen"
    QTest.keyClick(note, Qt.Key.Key_Return)
    back = QApplication.focusWidget()
    assert isinstance(back, QTextBrowser)
    assert back.textCursor().block().text() == "So[1] it is."
    place = back.mapTo(view, back.cursorRect().center())
    assert 0 <= place.y() <= view.height()
    assert view.findChild(QMenu) is None, "nothing leads outside"


def test_what_a_tool_told_the_model_is_folded_under_its_line_and_unfolded_by_keys(
    view: TranscriptView, qtbot: QtBot
) -> None:
    script = Script()
    script.user("What is there for lists?")
    call = ToolCallPart(call_id="call-1", name="find_operations", arguments='{"text": "list buckets"}')
    script.answer(call)
    told = json.dumps({"matches": [{"operation": f"List{number}"} for number in range(50)]})
    script.tools(ToolResultPart(call_id="call-1", name="find_operations", content=told))
    script.answer("Fifty.")
    view.set_conversation(script.opened)
    (line,) = view.findChildren(ToolLineSegment)
    assert line._fold.text() == f"Looked for operations: list buckets · {len(told):,} characters"
    assert line._fold in view.tab_stops()
    assert line._result is None, "what nobody asked to see is not laid out"
    low = line.height()
    line._fold.setFocus()
    QTest.keyClick(line._fold, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: line.height() > low)
    assert line._result is not None
    assert '      "operation": "List0"' in line._result.toPlainText().splitlines()
    assert line._result in view.tab_stops(), "keys scroll it"
    assert line.height() < 400
    QTest.keyClick(line._fold, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: line.height() == low)
    assert not line._result.isVisible()


def test_text_is_found_in_rows_that_are_not_built(view: TranscriptView, qtbot: QtBot) -> None:
    script = long_chat(500)
    script.nodes[100] = dataclasses.replace(script.nodes[100], message=Message.user("a **Needle** in hay needle"))
    view.set_conversation(script.opened)
    with qtbot.waitSignal(view.find_moved) as moved:
        assert view.find("needle") == 2
    assert moved.args == [1, 2]
    row = rows(view)[script.nodes[100].id]
    assert row.isVisible()
    assert 0 <= row.y() <= view.height()
    marked = [text for text in row.texts() if text.extraSelections()]
    assert len(marked[0].extraSelections()) == 2
    with qtbot.waitSignal(view.find_moved) as moved:
        view.find_next()
    assert moved.args == [2, 2]
    view.find_next()
    view.find_previous()
    assert view.find("") == 0
    assert not any(text.extraSelections() for text in row.texts())


def test_alt_up_and_down_go_from_message_to_message_and_tab_to_its_buttons(view: TranscriptView) -> None:
    script = long_chat(20)
    view.set_conversation(script.opened)
    view._window.setFocus()
    QTest.keyClick(view._window, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    focus = QApplication.focusWidget()
    assert isinstance(focus, MessageRow)
    before = focus.row
    QTest.keyClick(focus, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    focus = QApplication.focusWidget()
    assert isinstance(focus, MessageRow)
    assert focus.row is not None
    assert before is not None
    assert script.nodes.index(focus.row.node) == script.nodes.index(before.node) - 1
    assert focus.accessibleName().startswith(("You: ", "Baton: "))
    QTest.keyClick(focus, Qt.Key.Key_Tab)
    inside = QApplication.focusWidget()
    assert isinstance(inside, QToolButton)
    assert inside.accessibleName()
    view.move_turn(1)
    assert isinstance(QApplication.focusWidget(), MessageRow)


def test_a_screen_reader_is_told_whole_sentences(view: TranscriptView, qtbot: QtBot) -> None:
    script = Script()
    script.user("go")
    view.set_conversation(script.opened)
    node = begin_answer(view, script)
    with qtbot.waitSignal(view.announcer.announced) as said:
        for piece in ("First sen", "tence. Second ", "half"):
            view.apply(NodeStreamed(node_id="live", event=TextDelta(text=piece)))
    assert said.args == ["First sentence."]
    with qtbot.waitSignal(view.announcer.announced) as said:
        view.apply(NodeEnded(node=dataclasses.replace(node, state=NodeState.COMPLETE)))
    assert said.args == ["Second half"]


def test_dark_and_light_change_while_shown(view: TranscriptView, theme: ThemeController) -> None:
    script = Script()
    script.answer("[a](http://b.c) and text\n\n```py\nx = 1\n```")
    view.set_conversation(script.opened)
    text = next(t for t in view.findChildren(QTextBrowser) if "text" in t.toPlainText())
    assert theme.tokens.accent.lower() in text.toHtml()
    theme.set_choice("dark")
    assert theme.tokens.accent.lower() in text.toHtml()
    theme.set_text_percent(147)
    assert text.document().defaultFont().pixelSize() == 22
    theme.set_text_percent(100)


def test_an_empty_conversation_shows_what_the_shell_gave(view: TranscriptView) -> None:
    empty = QLabel("Try the demo account")
    view.set_empty_state(empty)
    view.set_conversation(None)
    assert empty.isVisible()
    script = Script()
    script.user("go")
    view.set_conversation(script.opened)
    assert not empty.isVisible()


def test_an_answer_written_while_another_conversation_was_shown_is_whole(view: TranscriptView, qtbot: QtBot) -> None:
    one, two = Script("c1"), Script("c2")
    one.user("go")
    two.user("elsewhere")
    view.set_conversation(one.opened)
    begin_answer(view, one)
    stored = one.opened
    view.set_busy(True)
    view.apply(NodeStreamed(node_id="live", event=TextDelta(text="first half, ")))
    view.set_busy(False)  # nothing is written in the other one
    view.set_conversation(two.opened)
    QApplication.processEvents()
    view.apply(NodeStreamed(node_id="live", event=TextDelta(text="second half")))
    assert "half" not in texts(view)
    view.set_conversation(stored)
    assert "first half, second half" in texts(view)


def test_the_place_being_read_is_kept_when_a_conversation_is_opened_again(view: TranscriptView) -> None:
    script = long_chat(60)
    view.set_conversation(script.opened)
    wheel(view._window.viewport(), 20)
    where = {key: row.y() for key, row in rows(view).items() if row.isVisible()}
    view.set_conversation(script.opened)
    assert {key: row.y() for key, row in rows(view).items() if row.isVisible()} == where


def test_tools_are_quiet_lines_and_calls_are_cards(view: TranscriptView) -> None:
    script = Script()
    script.user("list instances")
    script.answer(
        ToolCallPart(call_id="f", name="find_operations", arguments='{"text": "instances"}'),
        ToolCallPart(call_id="p", name="propose_call", arguments='{"service": "ec2", "operation": "Nope"}'),
        ToolCallPart(call_id="x", name="rm", arguments="not json"),
        ToolCallPart(call_id="q", name="propose_call", arguments="{}"),
    )
    script.tools(
        ToolResultPart(call_id="p", name="propose_call", content="There is no operation ec2:Nope.", is_error=True)
    )
    script.answer("Done.")
    script.actions.append(action(call_id="q"))
    view.set_conversation(script.opened)
    shown = texts(view)
    assert "Looked for operations: instances" in shown
    assert "There is no operation ec2:Nope." in shown
    assert "Asked for the tool rm" in shown
    assert "ec2 · DescribeInstances" in shown
    cards = [card for card in view.findChildren(ActionCard) if card.isVisible()]
    assert len(cards) == 1
    assert (
        sum(
            button.accessibleName() == "Answer again" and button.isVisible()
            for button in view.findChildren(QToolButton)
        )
        == 1
    )


def test_a_card_follows_its_action(view: TranscriptView) -> None:
    script = Script()
    script.user("create a bucket")
    script.answer(ToolCallPart(call_id="q", name="propose_call", arguments="{}"))
    view.set_conversation(script.opened)
    standing = action("s3:CreateBucket", risk=Risk.WRITE, state=ActionState.WAITING, call_id="q", sentence="Create it.")
    view.apply(ActionChanged(action=standing))
    card = next(card for card in view.findChildren(ActionCard) if card.isVisible())
    for state in (
        ActionState.RUNNING,
        ActionState.DONE,
        ActionState.FAILED,
        ActionState.INTERRUPTED,
        ActionState.UNDONE,
    ):
        view.apply(ActionChanged(action=dataclasses.replace(standing, state=state, error="No rights.")))
        assert state.value in card.accessibleName()
    view.apply(
        ActionChanged(
            action=dataclasses.replace(standing, state=ActionState.REFUSED, decision=Decision.REFUSED_BY_PERSON)
        )
    )
    assert "You said no. Nothing was sent to AWS." in texts(view)


def shown_card(view: TranscriptView, *, risk: Risk = Risk.READ, result: CallResult) -> ActionCard:
    script = Script()
    script.user("go")
    script.answer(ToolCallPart(call_id="q", name="propose_call", arguments="{}"))
    script.actions.append(action(call_id="q", risk=risk, result=result, parameters={"MaxResults": 5}))
    view.set_conversation(script.opened)
    return next(card for card in view.findChildren(ActionCard) if card.isVisible())


def table(count: int) -> Table:
    return Table(
        columns=("Id", "Size"), rows=tuple((f"vol-{number}", str(number * 7 % 5_000)) for number in range(count))
    )


def test_five_thousand_rows_are_sorted_filtered_and_copied(view: TranscriptView) -> None:
    result = CallResult(
        data={"Volumes": []}, table=table(5_000), pages=10, truncated=True, limit_note="cut at 10 pages"
    )
    card = shown_card(view, result=result)
    assert "5,000 rows · cut at 10 pages" in texts(view)
    assert card.height() < 600
    grid = card.findChild(ResultTable)
    assert grid is not None
    header = grid.horizontalHeader()
    QTest.mouseClick(
        header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(header.sectionViewportPosition(1) + 10, 10)
    )
    sizes = [int(row[1]) for row in grid.rows.shown_table.rows]
    assert sizes == sorted(sizes)
    QTest.mouseClick(
        header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(header.sectionViewportPosition(0) + 10, 10)
    )
    assert [row[0] for row in grid.rows.shown_table.rows[:3]] == ["vol-0", "vol-1", "vol-2"]
    field = next(f for f in card.findChildren(QWidget) if f.accessibleName() == "Filter rows")
    QTest.keyClicks(field, "VOL-499")
    assert {row[0] for row in grid.rows.shown_table.rows} == {"vol-499", *(f"vol-499{digit}" for digit in range(10))}
    assert "11 of 5,000 rows" in texts(view)
    grid.setFocus()
    grid.selectRow(0)
    QTest.keyClick(grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == f"vol-499\t{499 * 7 % 5000}"


def test_the_wheel_goes_on_with_the_transcript_where_a_table_ends(view: TranscriptView) -> None:
    script = long_chat(10)
    script.answer(ToolCallPart(call_id="q", name="propose_call", arguments="{}"))
    script.actions.append(action(call_id="q", result=CallResult(data={"x": 1}, table=table(40))))
    view.set_conversation(script.opened)
    grid = next(grid for grid in view.findChildren(ResultTable) if grid.isVisible())
    assert wheel(grid.viewport(), -1)
    assert grid.verticalScrollBar().value() > 0
    assert wheel(grid.viewport(), 1)
    assert grid.verticalScrollBar().value() == 0
    assert not wheel(grid.viewport(), 1)
    grid.verticalScrollBar().setValue(grid.verticalScrollBar().maximum())
    assert not wheel(grid.viewport(), -1)


def test_a_result_is_shown_as_json_and_back(view: TranscriptView) -> None:
    card = shown_card(view, result=CallResult(data={"Volumes": [{"Id": "vol-1"}]}, table=table(3)))
    grid = card.findChild(ResultTable)
    assert grid is not None
    click(button(view, "Show as JSON"))
    assert '"Id": "vol-1"' in texts(view)
    assert not grid.isVisible()
    click(button(view, "Show as JSON"))
    assert grid.isVisible()


def test_a_secret_is_covered_until_it_is_asked_for(view: TranscriptView) -> None:
    card = shown_card(view, risk=Risk.SENSITIVE_READ, result=CallResult(data={"SecretString": "hunter2"}))
    assert "hunter2" not in texts(view)
    assert not any(b.isVisible() for b in card.findChildren(QToolButton) if b.accessibleName().startswith("Copy"))
    click(next(b for b in card.findChildren(QPushButton) if b.text() == "Show"))
    assert "hunter2" in texts(view)


def test_parameters_unfold_as_a_readable_list(view: TranscriptView) -> None:
    card = shown_card(view, result=CallResult(data={}))
    fold = next(b for b in card.findChildren(Disclosure) if b.isVisible())
    assert "MaxResults=5" in fold.text()
    before = card.height()
    click(fold)
    assert card.height() > before
    assert "MaxResults" in texts(view)


def test_the_end_is_followed_where_a_card_there_grows_by_itself(view: TranscriptView) -> None:
    script = long_chat(12)
    script.user("create a bucket")
    script.answer("\n\n".join("A long answer." for _ in range(30)))
    script.answer(ToolCallPart(call_id="q", name="propose_call", arguments="{}"))
    view.set_conversation(script.opened)
    view.results.offers_wanted.connect(lambda action: view.results.set_waiters(action.id, ()))  # as the window does
    running = action("s3:CreateBucket", risk=Risk.WRITE, state=ActionState.RUNNING, call_id="q")
    view.apply(ActionChanged(action=running))
    done = dataclasses.replace(running, state=ActionState.DONE, result=CallResult(data={"Location": "here"}))
    view.apply(ActionChanged(action=done))
    assert view.at_end


def test_what_a_card_and_its_table_say_is_found_and_brought_into_sight(view: TranscriptView) -> None:
    script = Script()
    script.user("list my buckets")
    script.answer(ToolCallPart(call_id="q", name="propose_call", arguments="{}"))
    cells = Table(columns=("Name",), rows=(("acorn-logs",), ("acorn-site",), ("other",)))
    script.actions.append(action("s3:ListBuckets", call_id="q", result=CallResult(data={"x": 1}, table=cells)))
    for number in range(20):
        script.user(f"question {number}")
        script.answer(f"Answer {number}. " * 9)
    view.set_conversation(script.opened)
    assert not [card for card in view.findChildren(ActionCard) if card.isVisible()]
    assert view.find("Acorn") == 2
    card = next(card for card in view.findChildren(ActionCard) if card.isVisible())
    top = card.mapTo(view, QPoint(0, 0)).y()
    assert 0 <= top < view.height()
    assert view.find("ListBuckets") == 1


def test_a_secret_that_is_covered_is_not_found(view: TranscriptView) -> None:
    cells = Table(columns=("Value",), rows=(("swordfish",),))
    card = shown_card(view, risk=Risk.SENSITIVE_READ, result=CallResult(data={"x": 1}, table=cells))
    assert view.find("swordfish") == 0
    card._uncover()
    assert view.find("swordfish") == 1
