"""In another language no English is left in the window of a chat: all that is no name, id or message is translated.

What stands for data here has words of one letter, which are taken for none.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.aws import (
    Action,
    ActionState,
    CallResult,
    Decision,
    Inverse,
    Origin,
    Risk,
    StateChange,
    Table,
)
from app.domain.context import LeftOut
from app.domain.conversation import NodeState
from app.domain.language import plural, tr
from app.domain.messages import AttachmentPart, ReasoningPart, ToolCallPart
from app.domain.remedies import Remedy, RemedyKind
from app.domain.stream import CONTEXT_FULL, FinishReason, Usage
from app.ui.look.theme import ThemeController
from app.ui.transcript import TranscriptView
from app.ui.widgets.disclosure import Disclosure
from tests.pseudo_language import bracketed, pseudo_language, untranslated
from tests.transcript_fixtures import Script, action


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


# The window of a chat

CALLS = ("ec2", "StopInstances", "prod", "prod-eu", "eu-west")
WAY_BACK = Inverse(sentence="x", calls=(action().call,))


def shown(qtbot: QtBot, widget: QWidget, width: int = 900, height: int = 2_000) -> QWidget:
    """``widget`` on the screen, everything in it unfolded."""
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    QApplication.processEvents()
    for fold in widget.findChildren(Disclosure):
        if fold.isVisible() and not fold.isChecked():
            fold.click()
    QApplication.processEvents()
    return widget


def transcript(theme: ThemeController, script: Script) -> TranscriptView:
    view = TranscriptView(theme)
    view.set_conversation(script.opened)
    return view


def stop(number: int, state: ActionState, **more: object) -> Action:
    values: dict[str, object] = {"risk": list(Risk)[number % len(Risk)], "action_id": f"a{number}", **more}
    return action("ec2:StopInstances", state=state, parameters={"a": 1}, sentence="x", **values)  # type: ignore[arg-type]


@pytest.mark.parametrize("state", list(ActionState), ids=lambda state: state.value)
def test_an_action_in_every_state(theme: ThemeController, qtbot: QtBot, state: ActionState) -> None:
    script = Script()
    script.user("x")
    script.answer(ToolCallPart(call_id="q", name="propose_call", arguments="{}"), model="a:b")
    table = Table(columns=("A", "B"), rows=(("1", "2"),) * 9)
    answered = CallResult(data={"a": [1, 2]}, table=table, pages=3, truncated=True, duration_s=0.4, more={"t": "1"})
    one = stop(
        0,
        state,
        result=answered if state is ActionState.DONE else None,
        undo=WAY_BACK,
        changes=(StateChange(what="x", now="1", then=""), StateChange(what="x", now="", then="2")),
        origin=Origin.MODEL,
        model="a:b",
        dry_run=state is ActionState.WAITING,
        call_id="q",
    )
    script.actions.append(one)
    view = shown(qtbot, transcript(theme, script))
    assert untranslated(view, CALLS) == []


@pytest.mark.parametrize("decision", [*Decision, None], ids=str)
def test_why_an_action_was_not_sent(theme: ThemeController, qtbot: QtBot, decision: Decision | None) -> None:
    script = Script()
    script.user("x")
    script.actions.append(stop(1, ActionState.REFUSED, decision=decision))
    assert untranslated(shown(qtbot, transcript(theme, script)), CALLS) == []


@pytest.mark.parametrize(
    "states",
    [
        ("done", "done", "failed", "waiting"),
        ("done", "waiting", "proposed"),
        ("done", "undone"),
        ("done", "running"),
        ("done", "interrupted", "proposed"),
        ("refused", "refused"),
        ("proposed", "proposed"),
    ],
    ids="-".join,
)
def test_a_plan_however_far_it_is(theme: ThemeController, qtbot: QtBot, states: tuple[str, ...]) -> None:
    script = Script()
    script.user("x")
    for number, state in enumerate(states, start=1):
        more = {"plan_id": "p", "step": number, "undo": WAY_BACK if state == "done" else None}
        script.actions.append(stop(number, ActionState(state), **more))
    assert untranslated(shown(qtbot, transcript(theme, script)), CALLS) == []


def test_what_stands_around_messages(theme: ThemeController, qtbot: QtBot) -> None:
    script = Script()
    script.user("x\n" * 500)
    more: dict[str, object] = {"model": "a:b", "usage": Usage(input_tokens=9, output_tokens=9, first_token_s=0.2)}
    code = "```python\n" + "x = 1\n" * 60 + "```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n$x$\n\n> [!NOTE]\n> x"
    picture = "![](data:image/png;base64,AAAA) ![](https://a.b/c.png)"
    script.answer(ReasoningPart(text="x"), f"{code}\n\n{picture}", **more)
    script.add(
        dataclasses.replace(
            script.user("x").message,
            parts=(AttachmentPart(name="x.1", media_type="1/1", sha256="1", size_bytes=2_000_000, pages=2),),
        )
    )
    for name in ("find_operations", "describe_operation", "propose_call", "propose_plan", "x"):
        arguments = '{"service": "s", "operation": "o", "text": "x", "steps": [1, 2], "parameters": {"a": 1}}'
        script.answer(ToolCallPart(call_id=name, name=name, arguments=arguments), **more)
    script.user("x", node_id="asked")
    script.answer('{"a": [1, 2]}', masked=2, cost_usd=0.0001, left_out=LeftOut(until=script.nodes[1].id), **more)
    script.answer("x", parent="asked", cached_at=datetime(2026, 11, 20, tzinfo=UTC), **more)
    view = shown(qtbot, transcript(theme, script), height=9_000)
    assert untranslated(view, ["python", "https://a.b/c.png"]) == []


@pytest.mark.parametrize(
    "ending",
    [
        {"state": NodeState.FAILED, "remedy": Remedy(kind=RemedyKind.FIX_KEY, button="x")},
        {"state": NodeState.STOPPED},
        {"state": NodeState.INTERRUPTED},
        {"finish_reason": FinishReason.LENGTH},
        {"finish_reason": FinishReason.LENGTH, "finish_detail": CONTEXT_FULL},
        {"finish_reason": FinishReason.FILTERED},
        {"form_problem": "x", "asked_again": ("x", "x")},
    ],
    ids=lambda ending: "-".join(map(str, ending.values())),
)
@pytest.mark.parametrize("text", ["x", ""], ids=["something", "nothing"])
def test_how_an_answer_ended(theme: ThemeController, qtbot: QtBot, ending: dict[str, object], text: str) -> None:
    script = Script()
    script.user("x")
    script.answer(text, model="a:b", **ending)
    assert untranslated(shown(qtbot, transcript(theme, script))) == []
