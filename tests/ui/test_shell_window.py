"""The whole window over real services and a scripted model, driven by keys and clicks."""

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from app.domain.aws import Account, AccountKind
from app.domain.conversation import NO_AWS, ConversationSettings, NodeState
from app.domain.errors import NewerVersionError, ProviderFaultError, UsageError
from app.domain.models import Endpoint, EndpointPreset
from app.domain.stream import TextDelta
from app.providers.scripted import Turn, words
from app.services.application import Application
from app.ui.application import WindowRun
from app.ui.control.window import WindowController
from app.ui.shell.main_window import MainWindow
from app.ui.shell.pickers import ACCOUNT, account_choices
from app.ui.shell.window_state import WindowState, load_state
from tests.ui_fixtures import build_test_application, nameless, settled, until

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Drive = Callable[["Driver"], Awaitable[None]]
Turns = Sequence[Turn] | Callable[[Any], Turn]


@dataclasses.dataclass
class Driver:
    """The running window, and what a person does with it."""

    window: MainWindow
    controller: WindowController
    app: Application

    async def ready(self) -> None:
        await until(lambda: self.controller.models.statuses)
        await until(lambda: self.window.dock.rows)

    async def say(self, text: str) -> None:
        """Type a message and send it; returns when its answer is done."""
        self.write(text)
        QTest.keyClick(self.window.composer.edit, Qt.Key.Key_Return)
        await until(lambda: not self.controller.turns.running)

    def write(self, text: str) -> None:
        self.window.composer.setFocus()
        QTest.keyClicks(self.window.composer.edit, text)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key, held)

    @property
    def session(self) -> Any:
        return self.controller._desk.session

    def shown_texts(self) -> list[str]:
        return [node.message.text for node in self.session.path()]

    def last_text(self) -> str:
        """The newest message as it stands this moment, an answer that is being written included."""
        opened = self.session.opened()
        path = opened.tree.path(opened.conversation.leaf_id)
        return path[-1].message.text if path else ""

    def notices(self) -> list[str]:
        return [notice.text for notice in self.window.notices.shown]


class Runner:
    """Starts the window over the same folder as often as a test wants."""

    def __init__(self, loop: asyncio.AbstractEventLoop, folder: Path) -> None:
        self.loop = loop
        self.folder = folder
        self.state_file = folder / "window.ini"

    def __call__(self, drive: Drive, turns: Turns = (), **more: Any) -> None:
        folder, loop = self.folder, self.loop
        folder.mkdir(exist_ok=True)
        built: list[Application] = []
        faults: list[BaseException] = []

        def build() -> Application:
            built.append(build_test_application(folder, turns, **more))
            return built[0]

        def ready(window: MainWindow, controller: WindowController) -> None:
            async def driven() -> None:
                try:
                    driver = Driver(window, controller, built[0])
                    if built[0].settings.current.default_model != "scripted:script":
                        await built[0].settings.change({"default_model": "scripted:script"})
                    await driver.ready()
                    await drive(driver)
                except BaseException as fault:  # noqa: BLE001  (raised again below)
                    faults.append(fault)
                finally:
                    controller.quit()
                    controller.quit()  # the first may ask about a prompt that is not saved; nobody answers here

            tasks.append(loop.create_task(driven()))

        tasks: list[asyncio.Task[None]] = []
        run = WindowRun(build, state_file=self.state_file, on_ready=ready)
        assert loop.run_until_complete(run.run()) == 0
        run.theme.deleteLater()
        run.deleteLater()
        QApplication.processEvents()
        if faults:
            raise faults[0]
        leftover = [task for task in asyncio.all_tasks(loop) if not task.done()]
        assert leftover == []


@pytest.fixture
def run(qt_loop: asyncio.AbstractEventLoop, tmp_path: Path) -> Runner:
    return Runner(qt_loop, tmp_path / "baton")


def test_a_message_is_answered_listed_and_the_composer_is_ready_for_the_next(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        assert QApplication.focusWidget() is person.window.composer.edit
        await person.say("what is running?")
        assert person.shown_texts() == ["what is running?", "Four instances."]
        assert person.window.composer.text == ""
        assert QApplication.focusWidget() is person.window.composer.edit
        assert [item.title for item in person.window.sidebar.model.conversations] == ["what is running?"]
        assert person.window.windowTitle() == "what is running? – Baton"
        assert person.window.dock._usage["requests"].text() == "1"

    run(drive, [words("Four instances.")])


def test_an_example_of_the_empty_chat_is_sent_and_leaves_the_composer_focused(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        assert person.controller.first_run.isVisible()
        assert person.controller.first_run.doors.isVisible()
        QTest.mouseClick(person.controller.first_run.demo_button, Qt.MouseButton.LeftButton)
        await until(lambda: person.shown_texts() == ["List my buckets", "Seven."])
        assert person.session.conversation.settings.account == "demo"
        # Nothing else in this run asks who we are; it is what starts the demo account.
        await until(lambda: "demo" in person.app.aws._accounts.asked)  # type: ignore[attr-defined]  # the fake's own
        assert QApplication.focusWidget() is person.window.composer.edit
        assert not person.controller.first_run.isVisible()

    run(drive, [words("Seven.")])


def test_the_empty_chat_teaches_sentences_that_work_where_calls_go(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        accounts, first_run = person.controller.accounts, person.controller.first_run

        def taught() -> list[str]:
            return [button.text() for button in first_run.examples if button.isVisible()]

        accounts._chosen(ACCOUNT + "demo")
        await until(lambda: "Stop web-1" in taught())
        own = next(account for account in await person.app.aws.accounts() if account.key != "demo")
        accounts._chosen(ACCOUNT + own.key)
        await until(lambda: taught() == ["What is running?", "How much did I spend this month?", "Show my alarms"])
        accounts._chosen(ACCOUNT + NO_AWS)
        await until(lambda: not taught())
        assert first_run._without_aws.isVisible()

    run(drive)


def test_who_has_no_profile_is_told_how_to_make_one() -> None:
    demo = Account(key="demo", title="Demo account", kind=AccountKind.DEMO)
    own = Account(key="prod", title="prod", kind=AccountKind.PROFILE)
    assert "aws configure sso" in account_choices([demo], (), "demo", "")[0].detail
    assert "aws configure" not in str([choice.detail for choice in account_choices([own, demo], (), "demo", "")])


def test_what_is_typed_before_the_chats_are_there_is_kept(run: Runner) -> None:
    async def first(person: Driver) -> None:
        await person.say("one")

    run(first, [words("One.")])
    early = WindowRun(lambda: build_test_application(run.folder), state_file=run.state_file)

    async def drive() -> None:
        running = asyncio.ensure_future(early.run())
        await asyncio.sleep(0)
        QTest.keyClicks(early.window.composer.edit, "quick thought")
        await until(lambda: early.window.sidebar.model.rowCount() and "one" in early.window.windowTitle())
        assert early.window.composer.text == "quick thought"
        early.window.close()
        await running

    run.loop.run_until_complete(drive())
    early.theme.deleteLater()
    early.deleteLater()
    QApplication.processEvents()


def test_letters_typed_in_the_conversation_begin_a_message(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        await person.say("one")
        person.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        at = QApplication.focusWidget()
        assert at is not None
        assert at is not person.window.composer.edit
        QTest.keyClicks(at, "t")
        QTest.keyClicks(person.window.composer.edit, "wo")
        assert person.window.composer.text == "two"
        assert person.window.composer.edit.hasFocus()

    run(drive, [words("One.")])


def test_a_window_left_on_a_larger_screen_fits_on_this_one(run: Runner) -> None:
    async def large(person: Driver) -> None:
        person.window.resize(5000, 4000)

    async def here(person: Driver) -> None:
        room = person.window.screen().availableGeometry()
        assert person.window.width() <= room.width()
        assert person.window.height() <= room.height()

    run(large)
    run(here)


def test_esc_stops_the_answer_and_what_came_is_kept(run: Runner) -> None:
    gate = asyncio.Event()

    async def drive(person: Driver) -> None:
        person.write("tell me a story")
        person.press(Qt.Key.Key_Return)
        await until(lambda: "Once" in person.last_text())
        person.press(Qt.Key.Key_Escape)
        await until(lambda: not person.controller.turns.running)
        await until(lambda: person.session.path()[-1].state is NodeState.STOPPED)
        opened = await person.app.history.open(person.session.id)
        last = opened.tree.path(opened.conversation.leaf_id)[-1]
        assert (last.state, last.message.text) == (NodeState.STOPPED, "Once upon")
        await person.say("again")
        assert person.shown_texts()[-1] == "Done."

    run(drive, [[TextDelta(text="Once upon"), gate], words("Done.")])


def test_two_chats_answered_at_once_do_not_mix(run: Runner) -> None:
    first, second = asyncio.Event(), asyncio.Event()

    def turns(request: Any) -> Turn:
        if "alpha" in request.messages[-1].text:
            return [TextDelta(text="A1 "), first, TextDelta(text="A2")]
        return [TextDelta(text="B1 "), second, TextDelta(text="B2")]

    async def drive(person: Driver) -> None:
        person.write("alpha")
        person.press(Qt.Key.Key_Return)
        await until(lambda: person.session.is_written)
        alpha = person.session
        person.press(Qt.Key.Key_N, CTRL)
        await until(lambda: person.session is not alpha)
        assert "Send" in person.window.composer.button.accessibleName()
        person.write("beta")
        person.press(Qt.Key.Key_Return)
        await until(lambda: len(person.controller.turns.running) == 2)
        beta = person.session
        first.set()
        await until(lambda: person.controller.turns.running == (beta.id,))
        assert person.session is beta
        await until(lambda: any("alpha" in text for text in person.notices()))
        person.controller.conversations.open(alpha.id)
        await until(lambda: person.session.id == alpha.id)
        assert person.shown_texts() == ["alpha", "A1 A2"]
        assert "Send" in person.window.composer.button.accessibleName()
        person.controller.conversations.open(beta.id)
        await until(lambda: person.session.id == beta.id)
        assert "Stop" in person.window.composer.button.accessibleName()
        second.set()
        await until(lambda: not person.controller.turns.running)
        assert person.shown_texts() == ["beta", "B1 B2"]

    run(drive, turns)


def test_a_draft_stays_with_its_chat_also_over_a_restart(run: Runner) -> None:
    async def first(person: Driver) -> None:
        await person.say("one")
        person.write("half a thought")
        person.press(Qt.Key.Key_N, CTRL)
        await until(lambda: not person.session.is_written)
        assert person.window.composer.text == ""
        person.write("another")
        person.press(Qt.Key.Key_1, CTRL)
        await until(lambda: person.session.is_written)
        assert person.window.composer.text == "half a thought"

    async def second(person: Driver) -> None:
        await until(lambda: person.session.is_written)
        assert person.shown_texts() == ["one", "First."]
        assert person.window.composer.text == "half a thought"
        person.press(Qt.Key.Key_N, CTRL)
        await until(lambda: not person.session.is_written)
        assert person.window.composer.text == "another"

    run(first, [words("First.")])
    run(second, [])


def test_a_new_chats_draft_that_was_kept_and_then_sent_does_not_come_back_in_the_next(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        person.write("half a thought")
        kept = person.controller.state().drafts
        assert list(kept.values()) == ["half a thought"]
        person.press(Qt.Key.Key_Return)
        await until(lambda: person.session.is_written and not person.controller.turns.running)
        assert not person.controller.state().drafts
        person.press(Qt.Key.Key_N, CTRL)
        await until(lambda: not person.session.is_written)
        assert person.window.composer.text == ""

    run(drive, [words("First.")])


def test_delete_can_be_undone(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        await person.say("one")
        person.press(Qt.Key.Key_Backspace, CTRL | SHIFT)
        await until(lambda: any("deleted" in text for text in person.notices()))
        assert person.window.sidebar.model.conversations == ()
        assert not person.session.is_written
        notice = person.window.notices.shown[-1]
        assert notice.action == "Undo"
        assert notice.call is not None
        notice.call()
        await until(lambda: person.session.is_written)
        assert person.shown_texts() == ["one", "First."]
        assert len(person.window.sidebar.model.conversations) == 1

    run(drive, [words("First.")])


def test_a_chat_is_renamed_and_pinned_by_keys_and_stays_so(run: Runner) -> None:
    async def first(person: Driver) -> None:
        await person.say("one")
        person.press(Qt.Key.Key_F2)
        editor = person.window.sidebar.view.viewport().findChild(QLineEdit)
        assert isinstance(editor, QLineEdit)
        editor.selectAll()
        QTest.keyClicks(editor, "Bucket census")
        QTest.keyClick(editor, Qt.Key.Key_Return)
        await until(lambda: person.window.windowTitle().startswith("Bucket census"))
        person.press(Qt.Key.Key_P, CTRL | SHIFT)
        await until(lambda: person.session.conversation.pinned)

    async def second(person: Driver) -> None:
        await until(lambda: person.session.is_written)
        listed = person.window.sidebar.model.conversations
        assert [(item.title, item.pinned) for item in listed] == [("Bucket census", True)]

    run(first, [words("One.")])
    run(second, [])


def test_what_is_exported_can_be_imported_elsewhere(run: Runner, qt_loop: asyncio.AbstractEventLoop) -> None:
    file = run.folder.parent / "export.json"

    async def first(person: Driver) -> None:
        await person.say("one")
        await person.controller.conversations.export_to(file, [], "json")
        assert "Saved as export.json." in person.notices()
        nowhere = run.folder.parent / "missing" / "export.json"
        with pytest.raises(UsageError, match="cannot be written"):
            await person.controller.conversations.export_to(nowhere, [], "json")

    async def elsewhere(person: Driver) -> None:
        await person.controller.conversations.import_from(file)
        assert [item.title for item in person.window.sidebar.model.conversations] == ["one"]
        person.press(Qt.Key.Key_1, CTRL)
        await until(lambda: person.session.is_written)
        assert person.shown_texts() == ["one", "One."]

    run(first, [words("One.")])
    Runner(qt_loop, run.folder.parent / "other")(elsewhere, [])


def test_search_finds_words_of_messages_and_opens_the_place(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        await person.say("where do the logs go")
        person.press(Qt.Key.Key_N, CTRL)
        await until(lambda: not person.session.is_written)
        await person.say("something else")
        person.press(Qt.Key.Key_F, CTRL | SHIFT)
        assert QApplication.focusWidget() is person.window.sidebar.search
        QTest.keyClicks(person.window.sidebar.search, "glacier")
        await until(person.window.sidebar.hits.rowCount)
        person.press(Qt.Key.Key_Return)
        await until(lambda: "where" in person.session.conversation.title)
        assert person.shown_texts()[-1] == "Into the glacier bucket."

    run(drive, [words("Into the glacier bucket."), words("Yes.")])


def test_an_error_of_the_model_stands_with_its_answer_and_the_chat_goes_on(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        await person.say("hello")
        last = person.session.path()[-1]
        assert last.state is NodeState.FAILED
        assert last.error is not None
        assert "overloaded" in last.error
        person.press(Qt.Key.Key_R, CTRL)
        await until(lambda: person.session.path()[-1].state is NodeState.COMPLETE)
        assert person.shown_texts() == ["hello", "Hello again."]

    refused = ProviderFaultError("The vendor is overloaded.", remedy="Try again.")
    refused.retryable = False
    run(drive, [[refused], words("Hello again.")])


def test_changing_a_message_makes_a_branch_and_the_old_one_can_be_shown_again(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        await person.say("first wording")
        question = person.session.path()[0]
        person.controller.turns.edit(question.id, "second wording")
        await until(lambda: person.shown_texts() == ["second wording", "Two."])
        await until(lambda: not person.controller.turns.running)
        person.controller._desk.transcript.branch_requested.emit(question.id)
        await until(lambda: person.shown_texts() == ["first wording", "One."])

    run(drive, [words("One."), words("Two.")])


def test_parameters_and_model_belong_to_their_chat(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        person.controller.models._set_parameter("temperature", 0.2)
        person.controller.models._set_parameter("max_tokens", 512)
        await person.say("one")
        await until(
            lambda: dict(person.session.conversation.settings.parameters) == {"temperature": 0.2, "max_tokens": 512}
        )
        stored = await person.app.history.open(person.session.id)
        assert dict(stored.conversation.settings.parameters) == {"temperature": 0.2, "max_tokens": 512}
        person.press(Qt.Key.Key_N, CTRL)
        await until(lambda: not person.session.is_written)
        assert person.session.conversation.settings == ConversationSettings()
        await until(lambda: person.window.dock.rows["temperature"]._value is None)

    run(drive, [words("One.")])


def test_a_prompt_typed_just_before_another_chat_is_shown_stays_with_its_own(run: Runner) -> None:
    async def first(person: Driver) -> None:
        await person.say("one")
        one = person.session
        person.press(Qt.Key.Key_N, CTRL)
        await until(lambda: person.session is not one)
        await person.say("two")
        two = person.session
        QTest.keyClicks(person.window.dock._prompt, "Be brief.")
        person.controller.conversations.open(one.id)
        await until(lambda: person.session.id == one.id)
        await person.controller.conversations.saved()
        assert (await person.app.history.open(two.id)).conversation.settings.system_prompt == "Be brief."
        assert (await person.app.history.open(one.id)).conversation.settings.system_prompt is None
        assert person.window.dock._prompt.toPlainText() == ""
        QTest.keyClicks(person.window.dock._prompt, "Typed last.")

    async def second(person: Driver) -> None:
        await until(lambda: person.session.is_written)
        assert person.session.conversation.settings.system_prompt == "Typed last."

    run(first, [words("One."), words("Two.")])
    run(second, [])


def test_a_model_without_a_key_says_so_and_leads_to_the_key(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        person.controller.models.use("keyed:script")
        await until(lambda: "needs a key" in person.window.composer._unavailable)
        person.write("do not lose me")
        person.press(Qt.Key.Key_Return)
        assert person.window.composer.text == "do not lose me"
        QTest.mouseClick(person.window.composer._reason_button, Qt.MouseButton.LeftButton)
        dialog = person.controller.preferences.dialog
        assert dialog is not None
        await until(dialog.keys.rows["keyed"].edit.isVisible)
        QTest.keyClicks(dialog.keys.rows["keyed"].edit, "k-123")
        QTest.keyClick(dialog.keys.rows["keyed"].edit, Qt.Key.Key_Return)
        await until(lambda: person.window.composer._unavailable == "")
        assert any("this run only" in text for text in person.notices())
        dialog.close()
        await person.say("!")
        assert person.shown_texts()[-1] == "Unlocked."

    run(drive, [words("Unlocked.")], keyring_problem="Keys are kept for this run only.")


def test_a_well_known_endpoint_is_switched_on_in_the_settings(run: Runner) -> None:
    ollama = Endpoint(name="ollama", title="Ollama", url="http://localhost:11434/v1", needs_key=False)

    async def drive(person: Driver) -> None:
        person.controller.open_settings("Endpoints")
        dialog = person.controller.preferences.dialog
        assert dialog is not None
        next(action for action in dialog.endpoints.known_menu.actions() if action.text() == "Ollama").trigger()
        await until(lambda: person.app.settings.current.endpoints == (ollama,))
        await until(lambda: not dialog.endpoints.known_button.isVisible())
        dialog.close()

    run(drive, well_known=(EndpointPreset(endpoint=ollama),))


def test_the_palette_runs_what_was_typed_and_gives_the_focus_back(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        person.press(Qt.Key.Key_K, CTRL)
        assert QApplication.focusWidget() is person.controller.palette.edit
        QTest.keyClicks(person.controller.palette.edit, "theme dark")
        person.press(Qt.Key.Key_Return)
        await until(lambda: person.app.settings.current.theme == "dark")
        await until(lambda: person.controller._desk.theme.tokens.is_dark)
        assert QApplication.focusWidget() is person.window.composer.edit
        person.press(Qt.Key.Key_K, CTRL)
        person.press(Qt.Key.Key_Escape)
        assert QApplication.focusWidget() is person.window.composer.edit

    run(drive, [])


def test_a_new_chat_that_shows_late_leaves_the_keys_to_the_picker_over_it(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        await person.say("hello")
        written = person.session.id
        person.press(Qt.Key.Key_N, CTRL)
        person.press(Qt.Key.Key_M, CTRL)  # before the new chat is there
        picker = QApplication.focusWidget()
        assert picker is not person.window.composer.edit
        await until(lambda: person.session.id != written)
        await settled()
        assert QApplication.focusWidget() is picker
        person.press(Qt.Key.Key_Escape)
        assert QApplication.focusWidget() is person.window.composer.edit

    run(drive, [words("Hi.")])


def test_account_and_region_are_chosen_by_keys_and_stay_with_the_chat(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        assert "Demo account" in person.window.header.account_button.text()
        assert "nothing leaves it" in person.window.header.account_button.toolTip()
        person.press(Qt.Key.Key_A, CTRL | SHIFT)
        panel = person.controller.accounts._panel
        await until(panel.model.rowCount)
        QTest.keyClicks(panel.edit, "prod")
        person.press(Qt.Key.Key_Return)
        await until(lambda: "acme-prod" in person.window.header.account_button.text())
        person.press(Qt.Key.Key_A, CTRL | SHIFT)
        await until(panel.model.rowCount)
        QTest.keyClicks(panel.edit, "frankfurt")
        await until(lambda: panel.view.currentIndex().isValid())
        person.press(Qt.Key.Key_Return)
        await until(lambda: "eu-central-1" in person.window.header.account_button.text())
        settings = person.session.conversation.settings
        assert (settings.account, settings.region) == ("prod-eu", "eu-central-1")
        person.press(Qt.Key.Key_A, CTRL | SHIFT)
        await until(panel.model.rowCount)
        QTest.keyClicks(panel.edit, "no aws")
        person.press(Qt.Key.Key_Return)
        await until(lambda: "No AWS" in person.window.header.account_button.text())
        await person.say("just talk")
        assert person.shown_texts() == ["just talk", "Talked."]
        person.press(Qt.Key.Key_K, CTRL)
        QTest.keyClicks(person.controller.palette.edit, "use the demo")
        person.press(Qt.Key.Key_Return)
        await until(lambda: "Demo account" in person.window.header.account_button.text())

    run(drive, [words("Talked.")])


def test_every_shortcut_of_the_window_reaches_it_from_the_composer(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        person.window.resize(1240, 800)
        await person.say("hello")
        person.write("some text")
        person.press(Qt.Key.Key_B, CTRL)
        assert person.window.sidebar.isHidden()
        person.press(Qt.Key.Key_B, CTRL)
        assert not person.window.sidebar.isHidden()
        person.press(Qt.Key.Key_J, CTRL)
        assert person.window.dock.isHidden()
        person.press(Qt.Key.Key_F, CTRL)
        assert QApplication.focusWidget() is person.window.find_bar.edit
        person.press(Qt.Key.Key_Escape)
        assert QApplication.focusWidget() is person.window.composer.edit
        person.press(Qt.Key.Key_F1)
        assert person.controller._sheet is not None
        assert person.controller._sheet.isVisible()
        person.press(Qt.Key.Key_Escape)
        assert not person.controller._sheet.isVisible()
        assert person.window.composer.text == "some text"

    run(drive, [words("Hello.")])


def test_a_narrow_window_hides_dock_and_list_and_brings_them_back(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        window = person.window
        window.resize(1240, 800)
        await settled()
        assert not window.sidebar.isHidden()
        assert not window.dock.isHidden()
        window.resize(720, 480)
        await settled()
        assert (window.width(), window.height()) == (720, 480)
        assert window.sidebar.isHidden()
        assert window.dock.isHidden()
        person.press(Qt.Key.Key_B, CTRL)
        assert not window.sidebar.isHidden()
        window.resize(1240, 800)
        await settled()
        assert not window.dock.isHidden()

    run(drive, [])


def test_the_list_is_as_wide_as_it_was_dragged_after_a_small_window_took_of_it(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        window = person.window
        window.resize(1240, 800)
        await settled()
        handle = window.splitter.handle(1)
        start = handle.rect().center()
        QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(handle, start + QPoint(140, 0))
        QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=handle.rect().center())
        dragged = window.sidebar.width()
        assert dragged > 380
        window.resize(770, 480)
        await settled()
        assert window.sidebar.width() < dragged
        window.resize(1240, 800)
        await settled()
        assert window.sidebar.width() == dragged
        assert window.remembered(WindowState()).sidebar_width == dragged

    run(drive, [])


def test_everything_that_takes_the_focus_has_a_name(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        await person.say("hello")
        await person.app.settings.set_endpoints((Endpoint(name="mine", url="https://example.org/v1"),))
        person.controller.open_settings("")
        dialog = person.controller.preferences.dialog
        assert dialog is not None
        await until(lambda: "keyed" in dialog.keys.rows)
        dialog.keys.open_entry("keyed")
        QTest.mouseClick(dialog.endpoints.add_button, Qt.MouseButton.LeftButton)
        without = []
        for page in range(dialog.nav.count()):
            dialog.nav.setCurrentRow(page)
            # Never processEvents() here: it would step into the tasks that the page starts, inside of this one.
            await asyncio.sleep(0)
            without += [name for top in QApplication.topLevelWidgets() for name in nameless(top)]
        assert without == []
        dialog.close()

    run(drive, [words("Hello.")])


def test_closing_while_an_answer_comes_keeps_what_came(run: Runner) -> None:
    gate = asyncio.Event()
    ids: list[str] = []

    async def first(person: Driver) -> None:
        person.write("go on")
        person.press(Qt.Key.Key_Return)
        await until(lambda: person.last_text() == "Half")
        ids.append(person.session.id)
        person.window.close()

    async def second(person: Driver) -> None:
        await until(lambda: person.session.is_written)
        assert person.session.id == ids[0]
        assert person.shown_texts() == ["go on", "Half"]
        assert person.session.path()[-1].state is NodeState.STOPPED

    run(first, [[TextDelta(text="Half"), gate]])
    run(second, [])


def test_size_and_parts_are_as_they_were_left(run: Runner) -> None:
    async def first(person: Driver) -> None:
        person.window.resize(770, 560)
        person.press(Qt.Key.Key_B, CTRL)
        await settled()

    async def second(person: Driver) -> None:
        assert (person.window.width(), person.window.height()) == (770, 560)
        assert person.window.sidebar.isHidden()

    run(first, [])
    assert not load_state(run.state_file).sidebar_shown
    run(second, [])


def test_where_the_services_cannot_start_the_window_says_why(
    qt_loop: asyncio.AbstractEventLoop, tmp_path: Path
) -> None:
    def build() -> Application:
        raise NewerVersionError("'baton.db' was written by a newer Baton.", remedy="Update Baton.")

    run = WindowRun(build, state_file=tmp_path / "window.ini")

    async def drive() -> None:
        running = asyncio.ensure_future(run.run())
        await until(lambda: "newer Baton" in _all_words(run.window))
        assert "Update Baton." in _all_words(run.window)
        run.window.close()
        assert await running == 0

    qt_loop.run_until_complete(drive())
    run.theme.deleteLater()
    run.deleteLater()
    QApplication.processEvents()


def test_an_exception_in_a_slot_becomes_a_notice(run: Runner, caplog: pytest.LogCaptureFixture) -> None:
    from app.domain.errors import BatonError
    from app.ui.scope import unexpected

    async def drive(person: Driver) -> None:
        person.controller._desk.report(unexpected(KeyError("secret")))
        assert any("inside Baton" in text for text in person.notices())
        assert not any("KeyError" in text or "secret" in text for text in person.notices())
        person.controller._desk.report(BatonError("Something plain.", remedy="Do this."))
        assert "Something plain. Do this." in person.notices()

    run(drive, [])


def _all_words(widget: QWidget) -> str:
    from PySide6.QtWidgets import QLabel

    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())
