"""In another language no English is left in the window of a chat: all that is no name, id or message is translated.

What stands for data here has words of one letter, which are taken for none.
"""

from __future__ import annotations

import ast
import asyncio
import dataclasses
import itertools
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.aws import (
    Action,
    ActionState,
    CallResult,
    Decision,
    Inspection,
    Inverse,
    Origin,
    ParameterShape,
    Proposal,
    Resource,
    Risk,
    ShapeKind,
    StateChange,
    Table,
)
from app.domain.context import LeftOut, Overflow, OverflowQuestion, Room
from app.domain.conversation import NodeState
from app.domain.language import plural, tr
from app.domain.logs import LogEntry, LogLevel
from app.domain.messages import AttachmentPart, Message, ReasoningPart, Role, TextPart, ToolCallPart
from app.domain.models import Capabilities, ModelId, ModelInfo, Price
from app.domain.parameters import MAX_TOKENS, TEMPERATURE, TOP_K
from app.domain.playbooks import PlaceFailure, PlaybookListing
from app.domain.remedies import Remedy, RemedyKind
from app.domain.spending import Budget, Scope, Spent, SpentTogether, Unit
from app.domain.stream import CONTEXT_FULL, FinishReason, Usage
from app.domain.work import Work, WorkState
from app.providers.scripted import words
from app.services.context_meter import ContextParts
from app.services.inspection_words import proposer_line, totals_line
from app.ui.composer.attachment_chips import Chip
from app.ui.composer.composer import Composer
from app.ui.composer.overflow_strip import OverflowStrip
from app.ui.confirmation import ConfirmationSheet
from app.ui.context_fill import ContextFill
from app.ui.dock.dock import ChatUsage, Dock
from app.ui.logs.report_dialog import ReportDialog
from app.ui.logs.window import LogWindow
from app.ui.look.theme import ThemeController
from app.ui.playbooks.window import PlaybookWindow
from app.ui.transcript import TranscriptView
from app.ui.widgets.disclosure import Disclosure
from app.ui.work.closing import ClosingQuestion
from app.ui.work.indicator import WorkIndicator
from app.ui.work.panel import WorkPanel
from tests.pseudo_language import bracketed, pseudo_language, texts_of, untranslated
from tests.sheet_fixtures import Desk
from tests.transcript_fixtures import IDENTITY, Script, action, plan_proposal, proposal
from tests.ui.test_plan_words import plan as load_plan
from tests.ui.test_playbooks_window import VOLUMES, finding
from tests.ui.test_playbooks_window import report as finding_report
from tests.ui.test_shell_window import Driver, Runner
from tests.ui.test_undo_window import with_action
from tests.ui_fixtures import until

ROOT = Path(__file__).resolve().parent.parent.parent


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


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    """What a window is above: it outlives the test, or it would take the window with it before that is closed."""
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


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


def transcripts(theme: ThemeController, qtbot: QtBot, *scripts: Script) -> Iterator[QWidget]:
    """The transcript, with each conversation after the other."""
    view = TranscriptView(theme)
    for script in scripts:
        view.set_conversation(script.opened)
        yield shown(qtbot, view, height=9_000)


def stop(number: int, state: ActionState, **more: object) -> Action:
    values: dict[str, object] = {"risk": list(Risk)[number % len(Risk)], "action_id": f"a{number}", **more}
    return action("ec2:StopInstances", state=state, parameters={"a": 1}, sentence="x", **values)  # type: ignore[arg-type]


def of_actions(*actions: Action) -> Script:
    script = Script()
    script.user("x")
    script.actions += actions
    return script


def test_an_action_in_every_state(theme: ThemeController, qtbot: QtBot) -> None:
    table = Table(columns=("A", "B"), rows=(("1", "2"),) * 9)
    answered = CallResult(data={"a": [1, 2]}, table=table, pages=3, truncated=True, duration_s=0.4, more={"t": "1"})
    states = [
        stop(
            number,
            state,
            result=answered if state is ActionState.DONE else None,
            undo=WAY_BACK,
            changes=(StateChange(what="x", now="1", then="2"), StateChange(what="x", now="", then="2")),
            origin=Origin.MODEL,
            model="a:b",
            dry_run=state is ActionState.WAITING,
        )
        for number, state in enumerate(ActionState)
    ]
    refused = [
        stop(number, ActionState.REFUSED, decision=decision) for number, decision in enumerate([*Decision, None])
    ]
    for view in transcripts(theme, qtbot, of_actions(*states), of_actions(*refused)):
        assert untranslated(view, CALLS) == []


def test_a_plan_however_far_it_is(theme: ThemeController, qtbot: QtBot) -> None:
    plans = [
        ("done", "done", "failed", "waiting"),
        ("done", "waiting", "proposed"),
        ("undone", "undone"),
        ("done", "running"),
        ("done", "interrupted", "proposed"),
        ("refused", "refused"),
        ("proposed", "proposed"),
    ]
    scripts = [
        of_actions(
            *(
                stop(step, ActionState(state), plan_id="p", step=step, undo=WAY_BACK if state == "done" else None)
                for step, state in enumerate(states, start=1)
            )
        )
        for states in plans
    ]
    for view in transcripts(theme, qtbot, *scripts):
        assert untranslated(view, CALLS) == []


def test_what_stands_around_messages(theme: ThemeController, qtbot: QtBot) -> None:
    script = Script()
    usage = Usage(input_tokens=9, output_tokens=9, cached_input_tokens=1, reasoning_tokens=1, first_token_s=0.2)
    script.user("x\n" * 500)
    code = "```python\n" + "x = 1\n" * 60 + "```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n$x$\n\n> [!NOTE]\n> x"
    picture = "![](data:image/png;base64,AAAA) ![](https://a.b/c.png)"
    script.answer(ReasoningPart(text="x"), f"{code}\n\n{picture}", model="a:b", usage=usage)
    file = AttachmentPart(name="x.1", media_type="1/1", sha256="1", size_bytes=2_000_000, pages=2)
    script.add(Message(role=Role.USER, parts=(TextPart(text="x"), file)))
    arguments = '{"service": "s", "operation": "o", "text": "x", "steps": [1, 2], "parameters": {"a": 1}}'
    for name in ("find_operations", "describe_operation", "propose_call", "propose_plan", "x"):
        script.answer(ToolCallPart(call_id=name, name=name, arguments=arguments), model="a:b", usage=usage)
    script.user("x", node_id="asked")
    script.answer('{"a": [1, 2]}', model="a:b", usage=usage)
    left_out = LeftOut(until=script.nodes[-3].id, summary="x")
    at = datetime(2026, 11, 20, tzinfo=UTC)
    script.answer("x", parent="asked", model="a:b", usage=usage, masked=2, left_out=left_out, cached_at=at)
    (view,) = transcripts(theme, qtbot, script)
    assert untranslated(view, ["python", "https://a.b/c.png"]) == []
    said = " ".join(text for _, text in texts_of(view))
    for part in ("⟦Proposed a plan of ⟧", "⟦Thought about it⟧", "⟦ oldest turns: sent as a summary⟧", "⟦ pages⟧"):
        assert part in said


def test_how_an_answer_ended(theme: ThemeController, qtbot: QtBot) -> None:
    endings: tuple[dict[str, Any], ...] = (
        {"state": NodeState.FAILED, "remedy": Remedy(kind=RemedyKind.FIX_KEY, button="x")},
        {"state": NodeState.STOPPED},
        {"state": NodeState.INTERRUPTED},
        {"finish_reason": FinishReason.LENGTH},
        {"finish_reason": FinishReason.LENGTH, "finish_detail": CONTEXT_FULL},
        {"finish_reason": FinishReason.FILTERED},
        {"form_problem": "x", "asked_again": ("x", "x")},
    )
    scripts = []
    for text, ending in itertools.product(("x", ""), endings):
        script = Script()
        script.user("x")
        script.answer(text, model="a:b", **ending)
        scripts.append(script)
    for view in transcripts(theme, qtbot, *scripts):
        assert untranslated(view) == []


# What is asked, and what stands beside the chat

SHAPES = (
    ParameterShape(name="A", kind=ShapeKind.STRING, required=True, minimum=3),
    ParameterShape(name="B", kind=ShapeKind.INTEGER, maximum=3),
    ParameterShape(name="C", kind=ShapeKind.LIST, minimum=2, element=ParameterShape(name="D", kind=ShapeKind.STRING)),
    ParameterShape(name="E", kind=ShapeKind.MAP, element=ParameterShape(name="F", kind=ShapeKind.STRING)),
    ParameterShape(name="G", kind=ShapeKind.STRING, sensitive=True),
    ParameterShape(name="H", kind=ShapeKind.STRING, enum=("i", "j")),
    ParameterShape(name="K", kind=ShapeKind.TIMESTAMP),
    ParameterShape(name="L", kind=ShapeKind.BLOB),
)
FOUND = Inspection(
    resources=tuple(Resource(kind="r", id=f"r-{number}") for number in range(6)),
    changes=tuple(StateChange(what="x", now=f"{number}", then="2") for number in range(9)),
    irreversible=("x",),
)
GIVEN = {"A": "1\u200b", "B": "z", "C": ["1"], "E": {"a": "1"}, "G": "1", "H": "", "K": "1", "L": "x" * 1_900, "M": "1"}

ASKED_OF = (IDENTITY.arn, "base64", "prod", "prod-eu", "eu-west", "s3", "CreateBucket")  # and what services say of it


def asked(**more: object) -> Proposal:
    values: dict[str, object] = {"inspection": FOUND, "confirm_text": "x", "warnings": ("x",), **more}
    return proposal(shapes=SHAPES, parameters=GIVEN, sentence="x", verb="x", reasons=("x",), **values)  # type: ignore[arg-type]


def unfolded(desk: Desk) -> None:
    for fold in desk.folds():
        if not fold.isChecked():
            fold.click()


def test_the_question_about_a_call(desk: Desk) -> None:
    async def hands() -> None:
        question = desk.ask(asked(origin=Origin.PERSON))
        await desk.shown()
        unfolded(desk)
        assert untranslated(desk.sheet, {*ASKED_OF, proposer_line(Origin.PERSON, "")}) == []
        desk.window.close()
        await question

    desk.run(hands)


def test_the_question_about_a_plan(desk: Desk) -> None:
    async def hands() -> None:
        plan = plan_proposal([asked(), asked()], sentence="x", verb="x", origin=Origin.PERSON)
        question = desk.ask_plan(plan)
        await desk.shown()
        unfolded(desk)
        assert untranslated(desk.sheet, {*ASKED_OF, proposer_line(Origin.PERSON, ""), totals_line(plan)}) == []
        desk.window.close()
        await question

    desk.run(hands)


def test_the_dock(theme: ThemeController, qtbot: QtBot) -> None:
    parts = ContextParts(system=1, tools=1, pinned=1, history=1, attachments=1, turns_left_out=3, unseen=("x",))
    room = Room(context_tokens=100_000, reserved_tokens=10_000)
    capabilities = Capabilities(
        parameters=(TEMPERATURE, MAX_TOKENS), refused=((TOP_K, "x"),), context_tokens=9, tools=True, images=True
    )
    price = Price(input=1, output=2)
    model = ModelInfo(id=ModelId("a", "b"), title="x", capabilities=capabilities, source="x", price=price)
    spent = Spent(cost_usd=2.0, unpriced=1)
    budgets = [Budget(scope=Scope.CHAT, unit=unit, limit=3.0, used=2.0) for unit in Unit]
    plan = load_plan()
    data = {"object", plan.device, *(share.title for share in plan.devices), *plan.notes}
    data |= {budget.words for budget in budgets}
    dock = Dock(theme)
    dock.set_model(model, provider_title="x")
    dock.set_plan(plan)
    dock.set_values({"temperature": 0.2, "top_k": 3})
    dock.set_system_prompt("x", "x", made_of="x")
    dock.set_usage(ChatUsage(requests=2, unpriced=1, speeds=(3.0,)))
    dock.budget.set_spent(SpentTogether(today=spent, month=spent, chat=spent), budgets)
    shown(qtbot, dock, width=320)
    for used, overflow in itertools.product((10_000, 85_000, 120_000), Overflow):
        fill = ContextFill(used_tokens=used, room=room, overflow=overflow, parts=parts, draft_tokens=5, input_usd=0.1)
        dock.set_context(fill)
        dock.set_overflow(None, overflow)
        assert untranslated(dock.context) == []
    for schema in (None, {}, {"type": "object"}):
        dock.answers.set_schema(schema)
        dock.answers.set_cached(None, general=schema is None)
        assert untranslated(dock, data) == []


def test_the_composer(theme: ThemeController, qtbot: QtBot) -> None:
    composer = Composer(theme)
    shown(qtbot, composer, height=300)
    assert untranslated(composer) == []
    composer.set_chips([Chip(key="1", name="x.1")])
    composer.set_mention("a:b", "x")
    composer.set_answering(True)
    composer.set_checking(True)
    composer.offer.offer("x" * 9_000)
    assert untranslated(composer) == []


def test_the_question_what_to_leave_out(theme: ThemeController, qtbot: QtBot) -> None:
    strip = OverflowStrip(theme)
    room = Room(context_tokens=9_000, reserved_tokens=1_000)
    for turns, problem in ((1, ""), (3, "x")):
        question = OverflowQuestion(
            conversation_id="1",
            model="a:b",
            tokens=9_999,
            estimated=turns == 1,
            room=room,
            turns=turns,
            problem=problem,
            is_local=turns == 1,
        )
        strip.show_question(question)
        assert untranslated(shown(qtbot, strip)) == []


def test_work_in_progress(theme: ThemeController, qtbot: QtBot) -> None:
    works = [
        Work(id=number, title="x", state=state, note="x", outcome="x", can_stop=True, on_quit="x", done=1.0, total=2.0)
        for number, state in enumerate(WorkState)
    ]
    panel, indicator, question = WorkPanel(), WorkIndicator(theme), ClosingQuestion()
    assert untranslated(shown(qtbot, panel)) == []
    ended = [one for one in works if not one.is_active]
    for some in (works, works[:1], ended, [one for one in ended if one.state is WorkState.DONE]):
        panel.set_works(some)
        indicator.set_works(some)
        question.set_works(some)
        for widget in (panel, indicator, question):
            assert untranslated(shown(qtbot, widget), ["F9", "per cent"]) == []


def test_the_log_and_the_report_of_a_problem(theme: ThemeController, qtbot: QtBot, parent: QWidget) -> None:
    log, report = LogWindow(parent, theme), ReportDialog(parent)
    log.add([LogEntry(at=datetime.now(UTC), level=level, source="x", text="x") for level in LogLevel])
    while log.model.is_filtering:
        QApplication.processEvents()
    assert untranslated(shown(qtbot, log), [level.words for level in LogLevel]) == []
    report.set_report("x\nx")
    assert untranslated(shown(qtbot, report)) == []


def test_playbooks(theme: ThemeController, qtbot: QtBot, parent: QWidget) -> None:
    playbook = dataclasses.replace(VOLUMES, title="x", about="x", columns={"A": "1"}, name="x")
    report = dataclasses.replace(
        finding_report([finding(number) for number in range(9)]),
        playbook=playbook,
        failures=tuple(PlaceFailure(account="1", region="1", error="x", count=2) for _ in range(6)),
    )
    window = PlaybookWindow(parent, theme, lambda _: None)
    assert untranslated(shown(qtbot, window)) == []
    window.set_listing(PlaybookListing(playbooks=(playbook,), problems=()))
    assert untranslated(window) == []
    window.set_report(report)
    window.page.table.selectAll()
    cells = {cell for row in report.table.rows for cell in row}
    assert untranslated(window, {report.sentence, *report.table.columns, *cells}) == []


# Linguist


def test_no_text_hides_from_linguist_within_a_formatted_one() -> None:
    hidden = []
    for path in sorted((ROOT / "app").rglob("*.py")):
        formatted = (node for node in ast.walk(ast.parse(path.read_bytes())) if isinstance(node, ast.JoinedStr))
        for node in (inner for outer in formatted for inner in ast.walk(outer)):
            match node:
                case ast.Call(func=ast.Name(id="tr" | "plural"), args=[ast.Constant(), *_]):
                    place = f"{path.relative_to(ROOT)}:{node.lineno}"
                    hidden.append(f"{place} stands in an f-string, where it is not found")
    assert hidden == []


def test_the_whole_window_of_a_chat(
    qt_loop: asyncio.AbstractEventLoop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The run chooses the language of the settings, which knows nothing of this one.
    monkeypatch.setattr("app.ui.application.speak", lambda _locale: True, raising=False)
    data = {*CALLS, IDENTITY.arn, "s3", "CreateBucket", "DeleteBucket", "script", "scripted"}
    data |= {"Scripted answers", "Demo account", "us-east"}  # made up by the tests' services
    left: dict[str, list[str]] = {}

    async def drive(person: Driver) -> None:
        await with_action(person, action("s3:CreateBucket", risk=Risk.WRITE, sentence="x", undo=WAY_BACK))
        person.press(Qt.Key.Key_F9)
        left["chat"] = untranslated(person.window, {*data, "create", "bucket"})
        person.press(Qt.Key.Key_Escape)
        (undo,) = (one for one in person.window.findChildren(QPushButton) if "Undo" in one.text() and one.isVisible())
        undo.click()
        sheet = person.window.findChild(ConfirmationSheet)
        assert sheet is not None
        await until(sheet.isVisible)
        said = {*data, "Delete the bucket 'logs'", "Delete bucket", "It changes something"}
        left["sheet"] = untranslated(sheet, said)
        person.press(Qt.Key.Key_Escape)

    Runner(qt_loop, tmp_path / "baton")(drive, [words("x")])
    assert left == {"chat": [], "sheet": []}
