"""JSON answers, kept answers and budgets in the window, by keys and clicks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QToolButton

from app.domain.conversation import NodeState
from app.domain.models import Price
from app.domain.spending import Scope, Unit
from app.domain.stream import Usage
from app.providers.scripted import ScriptedModel, ScriptedProvider, words
from app.ui.look.tokens import DARK
from app.ui.transcript.footer import FooterSegment
from app.ui.transcript.items import JsonMode
from app.ui.transcript.json_model import JsonModel, path_words
from app.ui.transcript.json_view import MOST_ROWS, JsonSegment
from app.ui.transcript.lines import NoticeSegment, ToolLineSegment
from tests.ui.test_shell_window import Driver, Runner
from tests.ui_fixtures import nameless, until

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PRICED = ScriptedModel(price=Price(input=10.0, output=100.0))
CENT = Usage(input_tokens=0, output_tokens=100)
SCHEMA = {"type": "object", "properties": {"count": {"type": "integer"}}, "required": ["count"]}
VALUE = {"count": 3, "ok": True, "items": [{"name": "a", "tags": {}}, {"name": "deep needle", "tags": {"x": None}}]}


@pytest.fixture
def run(qt_loop: object, tmp_path: Path) -> Runner:
    return Runner(qt_loop, tmp_path / "home")  # type: ignore[arg-type]  # the fixture's own type


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """The scripted model does not run on this machine: it is counted."""
    made = ScriptedProvider.__init__

    def make(self: ScriptedProvider, *arguments: Any, **options: Any) -> None:
        made(self, *arguments, **{**options, "is_private": False})

    monkeypatch.setattr(ScriptedProvider, "__init__", make)


def click(button: Any) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def shown(driver: Driver, kind: type) -> list[Any]:
    return [segment for segment in driver.window.transcript.findChildren(kind) if segment.isVisible()]


async def the_tree(driver: Driver) -> JsonSegment:
    await until(lambda: shown(driver, JsonSegment))
    (segment,) = shown(driver, JsonSegment)
    assert isinstance(segment, JsonSegment)
    return segment


def facts(driver: Driver) -> str:
    return str(shown(driver, FooterSegment)[-1]._facts.text())


def lines(segment: JsonSegment) -> list[str]:
    """The unfolded lines as they read."""
    told, index = [], segment._model.index(0, 0)
    while index.isValid():
        told.append(f"{index.data()}: {index.siblingAtColumn(1).data()}")
        index = segment.tree.indexBelow(index)
    return told


def test_an_answer_that_is_json_is_a_tree_driven_by_keys(run: Runner) -> None:
    async def drive(driver: Driver) -> None:
        await driver.say("as json please")
        segment = await the_tree(driver)
        tree = segment.tree
        assert lines(segment)[:3] == ["count: 3", "ok: true", "items: [ 2 ]"]
        assert segment._note.text() == "Object, 10 values"
        assert nameless(driver.window) == []
        assert driver.window.transcript.at_end, "all of it is in sight"
        buttons = driver.window.transcript.findChildren(QPushButton)
        assert not [button.text() for button in buttons if button.isVisible() and "ew" in button.text()]
        tree.setFocus()
        tree.setCurrentIndex(segment._model.index(2, 0))
        high = segment.height()
        driver.press(Qt.Key.Key_Left)
        assert lines(segment) == ["count: 3", "ok: true", "items: [ 2 ]"]
        await until(lambda: segment.height() < high)
        low = segment.height()
        driver.press(Qt.Key.Key_Right)
        await until(lambda: segment.height() > low)
        driver.press(Qt.Key.Key_Asterisk)
        driver.press(Qt.Key.Key_Down)
        driver.press(Qt.Key.Key_Down)
        assert segment._path.text() == "$.items[0].name"
        driver.press(Qt.Key.Key_C, CTRL)
        assert QApplication.clipboard().text() == "a"
        driver.press(Qt.Key.Key_Up)
        driver.press(Qt.Key.Key_C, CTRL)
        assert json.loads(QApplication.clipboard().text()) == {"name": "a", "tags": {}}
        click(segment._copy_path)
        assert QApplication.clipboard().text() == "$.items[0]"

    run(drive, [words(json.dumps(VALUE))])


def test_searching_unfolds_what_is_found_and_enter_goes_on(run: Runner) -> None:
    async def drive(driver: Driver) -> None:
        await driver.say("as json please")
        segment = await the_tree(driver)
        segment.tree.collapseAll()
        segment.search.setFocus()
        QTest.keyClicks(segment.search, "needle")
        assert segment._note.text() == "1 of 1"
        assert segment._path.text() == "$.items[1].name"
        assert "name: deep needle" in lines(segment)
        segment.search.clear()
        QTest.keyClicks(segment.search, "NAME")
        assert segment._note.text() == "1 of 2"
        driver.press(Qt.Key.Key_Return)
        assert segment._note.text() == "2 of 2"
        driver.press(Qt.Key.Key_Return)
        assert segment._path.text() == "$.items[0].name"
        QTest.keyClicks(segment.search, "zzz")
        assert segment._note.text() == "Nothing found"
        segment.search.clear()
        assert segment._note.text() == "Object, 10 values"

    run(drive, [words(json.dumps(VALUE))])


def test_it_can_be_seen_as_json_and_as_it_was_written_and_stays_so(run: Runner) -> None:
    text = '{"a":[1,2.50]}'

    async def drive(driver: Driver) -> None:
        await driver.say("as json please")
        segment = await the_tree(driver)
        segment.mode_buttons[JsonMode.RAW].setFocus()
        driver.press(Qt.Key.Key_Space)
        assert segment._text.toPlainText() == text
        assert not segment.tree.isVisible()
        assert not segment.search.isVisible()
        click(segment.mode_buttons[JsonMode.JSON])
        assert segment._text.toPlainText() == json.dumps(json.loads(text), indent=2)
        (copy,) = [b for b in segment.findChildren(QToolButton) if b.accessibleName() == "Copy the JSON"]
        click(copy)
        assert QApplication.clipboard().text() == json.dumps(json.loads(text), indent=2)
        await driver.app.settings.change({"theme": "dark"})
        assert not segment.tree.isVisible()
        click(segment.mode_buttons[JsonMode.TREE])
        assert segment.tree.isVisible()
        name = segment._model.index(0, 0)
        assert name.data(Qt.ItemDataRole.ForegroundRole).name().upper() == DARK.muted

    run(drive, [words(text)])


def test_a_large_answer_begins_folded_and_is_not_higher_than_the_window_wants(run: Runner) -> None:
    rows = [{"id": number, "name": f"row {number}", "more": [1, 2]} for number in range(3_000)]

    async def drive(driver: Driver) -> None:
        await driver.say("as json please")
        segment = await the_tree(driver)
        assert segment._note.text() == "List, 18,000 values"
        assert segment.tree.shown_rows(20) == 20
        assert not segment.tree.isExpanded(segment._model.index(0, 0))
        assert segment.height() < MOST_ROWS * 24 + 120
        assert segment._model._root.children is not None
        assert segment._model._root.children[5].children is None, "nothing is made before it is unfolded"
        QTest.keyClicks(segment.search, "row 2999")
        assert segment._path.text() == "$[2999].name"

    run(drive, [words(json.dumps(rows))])


@pytest.mark.parametrize("text", ["{not json}", "[link](https://x.example)", "{}", "Here: {}", '{"a": 1, "a": 2}'])
def test_what_is_no_json_is_shown_as_text(run: Runner, text: str) -> None:
    async def drive(driver: Driver) -> None:
        await driver.say("hello")
        await until(lambda: shown(driver, FooterSegment))
        assert shown(driver, JsonSegment) == []

    run(drive, [words(text)])


def test_paths_and_texts_that_could_deceive_are_marked() -> None:
    assert path_words(("a b", 0, "it's", "c")) == "$['a b'][0]['it\\'s'].c"
    model = JsonModel(DARK)
    model.set_value({"x": "abc\u202edef", "<b>": "<img src=x>"})
    assert "\u202e" not in str(model.index(0, 1).data())
    assert model.index(1, 1).data() == "<img src=x>"
    assert model.at(("x", "nothing")).isValid() is False


def test_a_schema_is_typed_judged_and_used_by_keys_alone(run: Runner) -> None:
    async def drive(driver: Driver) -> None:
        driver.press(Qt.Key.Key_H, CTRL | SHIFT)
        await until(lambda: driver.controller.answers.dialog)
        dialog = driver.controller.answers.dialog
        assert dialog is not None
        await until(dialog.text.hasFocus)
        assert not dialog.save.isEnabled()
        assert nameless(dialog) == []
        QTest.keyClicks(dialog.text, '{"type": "objekt"}')
        await until(dialog.problem.text)
        assert "$.type: 'objekt'" in dialog.problem.text()
        assert not dialog.save.isEnabled()
        QTest.keyClick(dialog.text, Qt.Key.Key_Return, CTRL)
        assert dialog.isVisible()
        dialog.text.selectAll()
        QTest.keyClicks(dialog.text, json.dumps(SCHEMA))
        await until(dialog.save.isEnabled)
        assert dialog.problem.text() == "This schema can be used."
        dialog.load.setFocus()
        dialog.save.setFocus()
        QTest.keyClick(dialog.save, Qt.Key.Key_Return)
        await until(lambda: driver.session.conversation.settings.schema == SCHEMA)
        assert not dialog.isVisible()
        assert driver.window.dock.answers.words.text() == "JSON: count"
        await driver.say("how many?")
        answer = driver.session.path()[-1]
        assert answer.message.text == '{"count": 4}'
        assert answer.asked_again == ("It is no JSON: expecting value at line 1, column 1.",)
        await until(lambda: shown(driver, ToolLineSegment))
        assert shown(driver, ToolLineSegment)[0]._item.text == "Asked once more: 1 problem with the form of the answer"
        assert [node.message.text for node in driver.session.path()] == ["how many?", '{"count": 4}']
        click(driver.window.dock.answers.clear)
        assert driver.session.conversation.settings.schema is None
        assert driver.window.dock.answers.words.text() == "Free text"

    run(drive, [words("Four."), words('{"count": 4}')])


def test_an_answer_that_stays_wrong_says_so_and_can_be_asked_for_again(run: Runner) -> None:
    async def drive(driver: Driver) -> None:
        driver.controller.answers._configure(schema=SCHEMA)
        await driver.say("how many?")
        await until(lambda: shown(driver, NoticeSegment))
        (notice,) = shown(driver, NoticeSegment)
        assert notice._item.text == (
            "This answer does not follow the schema. $.count: 'four' is not of type 'integer'."
        )
        driver.controller.answer_again()
        await until(lambda: not driver.controller.turns.running)
        assert driver.session.path()[-1].form_problem is None

    run(drive, [words("No."), words('{"count": "four"}'), words('{"count": 4}')])


def test_a_schema_is_begun_with_an_example_or_read_from_a_file(
    run: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def drive(driver: Driver) -> None:
        driver.controller.edit_schema()
        dialog = driver.controller.answers.dialog
        assert dialog is not None
        for number in range(1, dialog.examples.count()):
            dialog.examples.setCurrentIndex(number)
            dialog.examples.activated.emit(number)
            await until(dialog.save.isEnabled)
        path = tmp_path / "s.json"
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
        click(dialog.load)
        await until(lambda: "cannot be read" in dialog.problem.text())
        path.write_bytes(b"\xff\xfe\x00")
        click(dialog.load)
        await until(lambda: "is no UTF-8 text" in dialog.problem.text())
        path.write_text(json.dumps(SCHEMA))
        click(dialog.load)
        await until(lambda: dialog.text.toPlainText() == json.dumps(SCHEMA))
        await until(dialog.save.isEnabled)
        click(dialog.empty)
        assert dialog.text.toPlainText() == ""
        await until(lambda: dialog.problem.text() == "")
        assert not dialog.save.isEnabled()
        driver.press(Qt.Key.Key_Escape)
        assert driver.session.conversation.settings.schema is None

    run(drive)


def test_what_is_spent_stands_in_the_dock_and_under_each_answer(run: Runner, elsewhere: None) -> None:
    async def drive(driver: Driver) -> None:
        dock = driver.window.dock.budget
        await driver.app.settings.change({"budget_day_usd": 0.05, "budget_day_tokens": 1_000})
        await driver.say("one")
        await until(lambda: "$0.01" in dock.meters[Scope.DAY].amount.text())
        assert dock.meters[Scope.DAY].amount.text() == "$0.0100 of $0.05 · 100 of 1k tokens"
        assert dock.meters[Scope.DAY].bars[Unit.USD].value() == 200
        assert dock.meters[Scope.DAY].bars[Unit.USD].isVisibleTo(dock)
        assert not dock.meters[Scope.MONTH].bars[Unit.USD].isVisibleTo(dock)
        assert dock.meters[Scope.CHAT].amount.text() == "$0.0100"
        assert "$0.010" in facts(driver)
        # Another chat has spent nothing, the day has.
        driver.controller.new_chat()
        await until(lambda: dock.meters[Scope.CHAT].amount.text() == "$0")
        assert dock.meters[Scope.MONTH].amount.text() == "$0.0100"

    run(drive, lambda _: [*words("Hi."), CENT], models=[PRICED])


def test_a_chats_budget_is_typed_in_the_dock_warns_and_stops(run: Runner, elsewhere: None) -> None:
    async def drive(driver: Driver) -> None:
        dock = driver.window.dock.budget
        await driver.say("one")
        dock.usd.setFocus()
        dock.usd.selectAll()
        QTest.keyClicks(dock.usd, "0.02")
        driver.press(Qt.Key.Key_Return)
        assert driver.session.conversation.settings.budget_usd == 0.02
        await driver.say("two")
        await until(driver.notices)
        assert driver.notices() == ["This chat's budget of $0.02 is used up to 100% ($0.0200)."]
        await driver.say("three")
        node = driver.session.path()[-1]
        assert node.state is NodeState.FAILED
        assert node.error == (
            "Nothing was sent: this chat's budget of $0.02 is used up ($0.0200). "
            "Raise it in the dock under Budget, or go on in a new chat."
        )
        assert node.cost_usd is None
        assert dock.meters[Scope.CHAT].bars[Unit.USD].value() == 1000
        dock.usd.setFocus()
        dock.usd.selectAll()
        QTest.keyClicks(dock.usd, "0")
        driver.press(Qt.Key.Key_Return)
        assert driver.session.conversation.settings.budget_usd is None
        driver.controller.answer_again()
        await until(lambda: not driver.controller.turns.running)
        assert driver.session.path()[-1].state is NodeState.COMPLETE

    run(drive, lambda _: [*words("Hi."), CENT], models=[PRICED])


def test_budgets_are_set_in_the_settings_which_a_key_and_the_dock_open(run: Runner) -> None:
    async def drive(driver: Driver) -> None:
        driver.press(Qt.Key.Key_T, CTRL | SHIFT)
        dialog = driver.controller.preferences.dialog
        assert dialog is not None
        assert dialog.page == "Budgets"
        field = dialog.rows["budget_month_usd"].field
        field.setFocus()
        field.selectAll()  # type: ignore[attr-defined]  # a spin box
        QTest.keyClicks(field, "12.5")
        QTest.keyClick(field, Qt.Key.Key_Return)
        await until(lambda: driver.app.settings.current.budget_month_usd == 12.5)
        dialog.close()
        click(driver.window.dock.budget.all)
        assert dialog.isVisible()
        assert dialog.page == "Budgets"

    run(drive)


def test_a_kept_answer_is_marked_and_answering_again_asks_the_model(run: Runner, elsewhere: None) -> None:
    async def drive(driver: Driver) -> None:
        driver.controller.models._set_parameter("temperature", 0)
        await driver.say("hello")
        first = driver.session
        driver.controller.new_chat()
        await until(lambda: driver.session is not first)
        driver.controller.models._set_parameter("temperature", 0)
        await driver.say("hello")
        node = driver.session.path()[-1]
        assert node.message.text == "One."
        assert node.cached_at is not None
        assert node.cost_usd == 0.0
        assert "given before" in facts(driver)
        footer = shown(driver, FooterSegment)[-1]
        assert "nobody was asked" in footer._details.text()
        driver.controller.answer_again()
        await until(lambda: not driver.controller.turns.running)
        again = driver.session.path()[-1]
        assert (again.message.text, again.cached_at) == ("Two.", None)
        # Never, in this chat.
        combo = driver.window.dock.answers.cached
        combo.setFocus()
        driver.press(Qt.Key.Key_End)
        await until(lambda: driver.session.conversation.settings.cached_answers is False)

    run(drive, [[*words("One."), CENT], [*words("Two."), CENT]], models=[PRICED])


def test_kept_answers_are_counted_and_cleared_in_the_settings_and_by_a_command(run: Runner) -> None:
    async def drive(driver: Driver) -> None:
        driver.controller.models._set_parameter("temperature", 0)
        await driver.say("hello")
        driver.controller.open_settings("Kept answers")
        dialog = driver.controller.preferences.dialog
        assert dialog is not None
        await until(lambda: "1 answer is kept: " in dialog.kept.words.text())
        click(dialog.kept.clear)
        await until(lambda: dialog.kept.words.text() == "No answers are kept.")
        assert not dialog.kept.clear.isEnabled()
        dialog.close()
        driver.controller.answer_again()
        await until(lambda: not driver.controller.turns.running)
        driver.window.activateWindow()
        await until(driver.window.isActiveWindow)
        driver.window.composer.setFocus()
        driver.press(Qt.Key.Key_Delete, CTRL | SHIFT)
        await until(driver.notices)
        assert driver.notices()[0].startswith("1 kept answer was deleted (")

    run(drive, [words("One."), words("Two.")])


def test_an_old_message_without_a_known_cost_is_priced_as_today(run: Runner) -> None:
    """Messages written before costs were kept."""

    async def drive(driver: Driver) -> None:
        await driver.say("hello")
        node = driver.session.path()[-1]
        import dataclasses

        from app.services.turn_updates import NodeEnded

        old = dataclasses.replace(node, cost_usd=None, usage=Usage(input_tokens=1_000, output_tokens=10))
        driver.window.transcript.apply(NodeEnded(node=old))  # type: ignore[attr-defined]  # the transcript's own
        await until(lambda: "$0.011" in facts(driver))

    run(drive, [words("One.")], models=[PRICED])


def test_find_in_chat_looks_into_the_tree_and_unfolds_it(run: Runner) -> None:
    async def drive(driver: Driver) -> None:
        await driver.say("a needle in what?")
        segment = await the_tree(driver)
        segment.tree.collapseAll()
        driver.press(Qt.Key.Key_F, CTRL)
        bar = driver.window.find_bar
        QTest.keyClicks(bar.edit, "needle")
        await until(lambda: bar.isVisible() and "of 3" in bar._found.text())
        driver.controller.find_step(1)
        seen = set()
        for _ in range(3):
            seen.add(path_words(segment._model.path(segment.tree.currentIndex())))
            driver.controller.find_step(1)
        assert seen >= {"$.items[0].name", "$.items[1].needle"}
        assert bar.edit.hasFocus()
        assert "name: deep needle needle" in lines(segment)
        click(segment.mode_buttons[JsonMode.RAW])
        driver.controller.find_step(1)
        assert segment.documents()[0].extraSelections()

    value = {"items": [{"name": "deep needle needle"}, {"needle": 1}]}
    run(drive, [words(json.dumps(value))])
