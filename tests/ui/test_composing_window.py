"""Writing a message in the window: what / and @ offer, what was sent before, giant pastes, drafts; by keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor, QTextDocument
from PySide6.QtTest import QTest

from app.domain.models import ModelId
from app.domain.ports import ChatRequest
from app.providers.scripted import ScriptedModel, words
from app.ui.composer.suggestions import Spot, fitting, spot_at
from app.ui.widgets.choice_list import Choice
from tests.ui.test_prompt_library_window import AUDIT, POLICY, shipped
from tests.ui.test_shell_window import Driver, Runner
from tests.ui_fixtures import nameless, settled, until

TWO = (ScriptedModel(), ScriptedModel(name="other"))
HINT = "---\ntitle: Summarise\nkind: message\n---\nSummarise this in three sentences."


@pytest.fixture
def run(qt_loop: object, tmp_path: Path) -> Runner:
    return Runner(qt_loop, tmp_path / "home")  # type: ignore[arg-type]  # the fixture's own type


def key(driver: Driver, pressed: Qt.Key) -> None:
    QTest.keyClick(driver.window.composer.edit, pressed)


def offered(driver: Driver) -> list[str]:
    suggestions = driver.window.composer.suggestions
    if not suggestions.isVisible():
        return []
    rows = (suggestions.model.index(row, 0).data() for row in range(suggestions.model.rowCount()))
    return list(rows)


@pytest.mark.parametrize(
    ("text", "spot"),
    [
        pytest.param("/", Spot(sign="/", typed="", start=0), id="sign-alone"),
        pytest.param("/mod", Spot(sign="/", typed="mod", start=0), id="command"),
        pytest.param("first\n/mod", Spot(sign="/", typed="mod", start=6), id="second-line"),
        pytest.param("/etc/hosts", None, id="path"),
        pytest.param("see /mod", None, id="not-at-line-start"),
        pytest.param("/mod x", None, id="words-after-it"),
        pytest.param("@", Spot(sign="@", typed="", start=0), id="model"),
        pytest.param("ask @son", Spot(sign="@", typed="son", start=4), id="model-in-text"),
        pytest.param("ana@example", None, id="address"),
        pytest.param("מה @son", Spot(sign="@", typed="son", start=3), id="right-to-left"),
        pytest.param("👩‍🚀 @son", Spot(sign="@", typed="son", start=6), id="emoji-of-several-units"),
        pytest.param("x" * 5_000 + " @son", Spot(sign="@", typed="son", start=5_001), id="long-line"),
    ],
)
def test_where_something_is_completed(text: str, spot: Spot | None, qapp: object) -> None:
    document = QTextDocument(text)
    cursor = QTextCursor(document)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    assert spot_at(cursor) == spot


def test_only_what_begins_or_holds_what_was_typed_is_offered() -> None:
    choices = [
        Choice(id="1", title="Export this chat", words="chat.export"),
        Choice(id="2", title="Choose a model", words="model.choose"),
        Choice(id="3", title="Model facts", words="facts"),
    ]
    assert [choice.id for choice in fitting(choices, "model")] == ["3", "2"]
    assert [choice.id for choice in fitting(choices, "chat")] == ["1"]
    assert fitting(choices, "etc") == []
    assert len(fitting(choices, "")) == 3


def test_a_command_is_found_by_its_first_letters_and_carried_out(run: Runner) -> None:
    async def drive(driver: Driver) -> None:
        await driver.say("hello")
        driver.write("/")
        assert "Commands" in offered(driver)
        assert len(offered(driver)) > 30
        driver.write("over")
        await until(lambda: "Overview of the branches" in offered(driver))
        assert driver.window.composer.edit.hasFocus()
        assert not nameless(driver.window)
        key(driver, Qt.Key.Key_Return)
        assert driver.window.composer.text == ""
        await until(lambda: driver.controller.turn_acts.branches and driver.controller.turn_acts.branches.isVisible())

    run(drive, [words("One.")])


def test_a_prompt_of_the_library_is_taken_by_tab_after_what_is_written(run: Runner) -> None:
    shipped(run.folder, policy=POLICY, audit=AUDIT, summarise=HINT)

    async def drive(driver: Driver) -> None:
        driver.window.composer.set_text("the text\n")
        driver.write("/summ")
        await until(lambda: "Summarise" in offered(driver))
        key(driver, Qt.Key.Key_Tab)
        await until(lambda: driver.window.composer.text == "the text\nSummarise this in three sentences.")
        assert driver.window.composer.edit.hasFocus()

    run(drive)


def test_escape_leaves_and_what_is_no_command_is_sent(run: Runner) -> None:
    async def drive(driver: Driver) -> None:
        driver.write("/exp")
        assert offered(driver)
        key(driver, Qt.Key.Key_Escape)
        assert not offered(driver)
        assert driver.window.composer.text == "/exp"
        driver.write("o")
        assert not offered(driver), "it was left"
        driver.window.composer.clear()
        await driver.say("/etc/hosts is what?")
        assert driver.shown_texts() == ["/etc/hosts is what?", "One."]
        driver.window.composer.set_text("/exp")
        assert not offered(driver), "a draft that is put back is nobody's typing"

    run(drive, [words("One.")])


def test_arrows_go_through_the_list_and_round_its_end(run: Runner) -> None:
    async def drive(driver: Driver) -> None:
        suggestions = driver.window.composer.suggestions
        driver.write("/text")
        titles = [title for title in offered(driver) if title != "Commands"]
        assert len(titles) >= 3
        seen = []
        for _ in titles:
            assert suggestions.current is not None
            seen.append(suggestions.current.title)
            key(driver, Qt.Key.Key_Down)
        assert seen == titles
        assert suggestions.current is not None
        assert suggestions.current.title == titles[0]
        key(driver, Qt.Key.Key_Up)
        assert suggestions.current.title == titles[-1]
        driver.window.composer.edit.moveCursor(QTextCursor.MoveOperation.Start)
        key(driver, Qt.Key.Key_Home)
        await settled()

    run(drive)


def test_a_model_is_named_for_one_message_and_taken_back_by_backspace(run: Runner) -> None:
    async def drive(driver: Driver) -> None:
        composer = driver.window.composer
        driver.write("who are @oth")
        assert offered(driver) == ["Scripted answers", "Scripted answers: other"]
        key(driver, Qt.Key.Key_Return)
        assert composer.text == "who are "
        assert composer.mention.isVisible()
        assert composer.mention.accessibleName() == "Only this message is answered by Scripted answers: other"
        assert not nameless(driver.window)
        composer.edit.moveCursor(QTextCursor.MoveOperation.Start)
        key(driver, Qt.Key.Key_Backspace)
        assert not composer.mention.isVisible()
        composer.edit.moveCursor(QTextCursor.MoveOperation.End)
        driver.write("you, @oth")
        key(driver, Qt.Key.Key_Tab)
        key(driver, Qt.Key.Key_Return)
        await until(lambda: not driver.controller.turns.running)
        assert not composer.mention.isVisible()
        await driver.say("and now?")
        models = [node.model for node in driver.session.path() if node.model]
        assert models == ["scripted:other", "scripted:script"]

    run(drive, [words("One."), words("Two.")], models=TWO)


def test_a_draft_and_its_model_stay_with_their_chat_and_over_a_restart(run: Runner) -> None:
    async def first(driver: Driver) -> None:
        await driver.say("hello")
        driver.write("half @oth")
        key(driver, Qt.Key.Key_Tab)
        before = driver.session.id
        driver.controller.new_chat()
        await until(lambda: driver.session.id != before)
        assert not driver.window.composer.mention.isVisible()
        assert driver.window.composer.text == ""
        driver.controller.conversations.open(before)
        await until(lambda: driver.session.id == before)
        assert driver.window.composer.mention.model_id == "scripted:other"

    async def second(driver: Driver) -> None:
        await until(lambda: driver.window.composer.text == "half ")
        assert driver.window.composer.mention.model_id == "scripted:other"
        await until(lambda: "Scripted answers: other" in driver.window.composer.mention.text())

    run(first, [words("One.")], models=TWO)
    run(second, models=TWO)


def test_what_was_sent_comes_back_by_up_also_after_a_restart(run: Runner) -> None:
    async def first(driver: Driver) -> None:
        await driver.say("first")
        await driver.say("second")
        key(driver, Qt.Key.Key_Up)
        assert driver.window.composer.text == "second"
        key(driver, Qt.Key.Key_Up)
        assert driver.window.composer.text == "first"

    async def second(driver: Driver) -> None:
        await until(lambda: driver.session.is_written)
        assert driver.window.composer.text == "", "a message that was only looked at is no draft"
        driver.write("new")
        key(driver, Qt.Key.Key_Up)
        assert driver.window.composer.text == "second"
        key(driver, Qt.Key.Key_Down)
        assert driver.window.composer.text == "new"

    run(first, [words("One."), words("Two.")])
    run(second)


@pytest.mark.parametrize("lines", [20_000, 400_000], ids=["20000-lines", "10-megabytes"])
def test_a_giant_paste_becomes_a_file_unasked(run: Runner, lines: int) -> None:
    async def drive(driver: Driver) -> None:
        held = QMimeData()
        held.setText("one line of a text 😀\n" * lines)
        driver.write("look at ")
        driver.window.composer.edit.insertFromMimeData(held)
        assert not driver.window.composer.offer.isVisible()
        assert driver.window.composer.text == "look at "
        chips = driver.window.composer.chips.flow.chips
        assert [widget.chip.name for widget in chips] == ["pasted text.txt"]
        await until(lambda: not chips[0].chip.is_busy)
        assert driver.window.composer.edit.hasFocus()

    run(drive)


def test_what_is_neither_text_nor_a_file_says_so(run: Runner) -> None:
    async def drive(driver: Driver) -> None:
        held = QMimeData()
        held.setData("application/octet-stream", bytes(range(256)))
        QGuiApplication.clipboard().setMimeData(held)
        driver.window.composer.setFocus()
        QTest.keyClick(driver.window.composer.edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: any("neither text, a picture nor a file" in text for text in driver.notices()))
        assert driver.window.composer.text == ""
        await driver.say("hello")
        driver.controller.new_chat()
        await until(lambda: not driver.session.is_written)
        assert not any("neither text" in text for text in driver.notices()), "it was about another chat's message"
        driver.window.composer.edit.insertFromMimeData(QMimeData())
        assert not any("neither text" in text for text in driver.notices()), "there was nothing at all"

    run(drive, [words("Hi.")])


def test_a_folder_that_is_dropped_is_refused_in_its_place(run: Runner, tmp_path: Path) -> None:
    async def drive(driver: Driver) -> None:
        (tmp_path / "logs").mkdir()
        driver.window.composer.files_given.emit([tmp_path / "logs"])
        chips = driver.window.composer.chips.flow.chips
        await until(lambda: chips and chips[0].chip.problem)
        assert "is a folder" in chips[0].chip.problem
        assert "Attach the files in it." in chips[0].toolTip()

    run(drive)


def test_a_model_here_counts_what_is_written_once_the_keys_rest(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    async def drive(driver: Driver) -> None:
        async def counted(_model: ModelId, request: ChatRequest) -> int:
            return 7 + len(request.messages[0].text)

        monkeypatch.setattr(driver.app.models, "count_tokens", counted)
        driver.write("abcdefgh")
        assert driver.window.composer.draft_tokens == 2
        await until(lambda: driver.window.composer.draft_tokens == 8)

    run(drive)


def test_nothing_that_is_not_sent_is_counted_elsewhere(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Callable[[], None]] = []

    async def drive(driver: Driver) -> None:
        monkeypatch.setattr(driver.app.models, "count_tokens", asked.append)
        await driver.app.settings.change({"default_model": "cloud:script"})
        driver.controller.models.use("cloud:script")
        await until(lambda: driver.controller.models.info is not None and not driver.controller.models.info.is_private)
        driver.write("secret")
        driver.controller.composing._count()
        await settled()
        assert asked == []

    run(drive, elsewhere=True)
