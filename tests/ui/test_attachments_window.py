"""Files in the window: dropped, pasted, chosen, shown as chips, sent, opened, saved, and pinned messages."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from app.domain import language
from app.domain.models import Capabilities
from app.domain.parameters import MAX_TOKENS
from app.domain.ports import ChatRequest
from app.domain.stream import Usage
from app.providers.scripted import ScriptedModel, Step, words
from app.storage.loose_blobs import drop_loose
from app.ui.composer.attachment_chips import Chip, ChipWidget
from app.ui.transcript.files import FilesSegment
from app.ui.transcript.footer import PinButton
from tests.attachment_files import pdf, picture
from tests.ui.test_shell_window import CTRL, SHIFT, Driver, Runner
from tests.ui_fixtures import nameless, until

SEEING = ScriptedModel(
    capabilities=Capabilities(context_tokens=32_000, images=True, documents=True, parameters=(MAX_TOKENS,))
)
BLIND = ScriptedModel(capabilities=Capabilities(context_tokens=32_000, parameters=(MAX_TOKENS,)))


@pytest.fixture
def run(qt_loop: object, tmp_path: Path) -> Runner:
    return Runner(qt_loop, tmp_path / "home")  # type: ignore[arg-type]  # the fixture's own type


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "notes.txt").write_text("some notes " * 200)
    (tmp_path / "run.py").write_text("print()")
    (tmp_path / "shot.png").write_bytes(picture(640, 480))
    (tmp_path / "report.pdf").write_bytes(pdf(["The figures."]))
    (tmp_path / "empty.txt").write_text("")
    return tmp_path


@pytest.fixture
def english_again() -> Iterator[None]:
    yield
    language.use(None)


def answer(request: ChatRequest) -> list[Step]:
    tokens = sum(len(message.text) for message in request.messages) // 4
    return [*words("An answer."), Usage(input_tokens=tokens, output_tokens=3)]


def drop(target: QWidget, *paths: Path) -> bool:
    """Drop files on a widget as a file manager does; whether it took them."""
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    at, copy = QPoint(5, 5), Qt.DropAction.CopyAction
    nothing = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(at), copy, held, Qt.MouseButton.LeftButton, nothing)
    QApplication.sendEvent(target, enter)
    if enter.isAccepted():
        QApplication.sendEvent(target, QDropEvent(QPointF(at), copy, held, Qt.MouseButton.LeftButton, nothing))
    return enter.isAccepted()


def paste(driver: Driver, held: QMimeData) -> None:
    QApplication.clipboard().setMimeData(held)
    driver.window.composer.edit.setFocus()
    QTest.keyClick(driver.window.composer.edit, Qt.Key.Key_V, CTRL)


def chips(driver: Driver) -> list[Chip]:
    return [widget.chip for widget in widgets(driver)]


def widgets(driver: Driver) -> list[ChipWidget]:
    return driver.window.composer.chips.flow.chips


async def read(driver: Driver, count: int) -> None:
    await until(lambda: len(chips(driver)) == count and not any(chip.is_busy for chip in chips(driver)))


def sent_files(driver: Driver) -> Sequence[FilesSegment]:
    return [found for found in driver.window.transcript.findChildren(FilesSegment) if found.isVisible()]


def requests(driver: Driver) -> list[ChatRequest]:
    return driver.app.models._providers()["scripted"].requests  # type: ignore[attr-defined, no-any-return]


def test_files_dropped_on_the_field_become_chips_with_their_cost_and_are_sent(run: Runner, folder: Path) -> None:
    async def drive(driver: Driver) -> None:
        composer = driver.window.composer
        assert drop(composer.edit.viewport(), folder / "notes.txt", folder / "shot.png")
        await read(driver, 2)
        notes, shot = chips(driver)
        assert (notes.name, notes.detail) == ("notes.txt", "2 kB · about 590 tokens")
        assert shot.detail.endswith("about 410 tokens")
        await until(lambda: chips(driver)[1].thumbnail is not None)
        assert composer.text == "", "no path is pasted as text"
        assert nameless(driver.window) == []
        assert composer.button.isEnabled()
        await driver.say("look")
        assert chips(driver) == []
        assert not composer.chips.isVisible()
        assert [part.name for part in driver.session.path()[0].message.attachments] == ["notes.txt", "shot.png"]
        assert "some notes" in requests(driver)[0].messages[0].text
        assert len(requests(driver)[0].blobs) == 1
        (segment,) = sent_files(driver)
        await until(lambda: segment.flow.chips[1].chip.thumbnail is not None)

    run(drive, answer, models=[SEEING])


def test_files_dropped_anywhere_else_in_the_window_are_taken_too_and_text_is_not(run: Runner, folder: Path) -> None:
    async def drive(driver: Driver) -> None:
        assert drop(driver.window, folder / "run.py")
        await read(driver, 1)
        text = QMimeData()
        text.setText("words")
        nothing, copy = Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
        enter = QDragEnterEvent(QPointF(5, 5), copy, text, Qt.MouseButton.LeftButton, nothing)
        enter.ignore()
        QApplication.sendEvent(driver.window, enter)
        assert not enter.isAccepted()

    run(drive, answer)


def test_a_picture_and_files_are_pasted_by_key(run: Runner, folder: Path) -> None:
    async def drive(driver: Driver) -> None:
        image = QMimeData()
        image.setImageData(QImage(300, 200, QImage.Format.Format_RGB32))
        paste(driver, image)
        await read(driver, 1)
        assert chips(driver)[0].name.startswith("pasted ")
        assert chips(driver)[0].name.endswith(".png")
        files = QMimeData()
        files.setUrls([QUrl.fromLocalFile(str(folder / "run.py"))])
        files.setText(str(folder / "run.py"))
        paste(driver, files)
        await read(driver, 2)
        assert driver.window.composer.text == ""

    run(drive, answer, models=[SEEING])


def test_text_beside_a_picture_of_it_is_pasted_as_text(run: Runner) -> None:
    async def drive(driver: Driver) -> None:
        held = QMimeData()
        held.setText("cell one")
        held.setImageData(QImage(30, 20, QImage.Format.Format_RGB32))
        paste(driver, held)
        assert driver.window.composer.text == "cell one"
        assert chips(driver) == []

    run(drive, answer)


def test_chips_are_removed_by_click_and_by_key_and_the_focus_stays_near(run: Runner, folder: Path) -> None:
    async def drive(driver: Driver) -> None:
        drop(driver.window, folder / "notes.txt", folder / "run.py", folder / "report.pdf")
        await read(driver, 3)
        close = widgets(driver)[1].close_button
        assert close is not None
        QTest.mouseClick(close, Qt.MouseButton.LeftButton)
        assert [chip.name for chip in chips(driver)] == ["notes.txt", "report.pdf"]
        driver.window.composer.edit.setFocus()
        for _ in range(12):
            if isinstance(QApplication.focusWidget(), ChipWidget):
                break
            driver.press(Qt.Key.Key_Backtab, SHIFT)
        assert isinstance(QApplication.focusWidget(), ChipWidget), "chips are reached by Tab"
        widgets(driver)[0].setFocus()
        driver.press(Qt.Key.Key_Right)
        assert widgets(driver)[1].hasFocus()
        driver.press(Qt.Key.Key_Delete)
        assert [chip.name for chip in chips(driver)] == ["notes.txt"]
        assert widgets(driver)[0].hasFocus()
        driver.press(Qt.Key.Key_Backspace)
        assert chips(driver) == []
        assert driver.window.composer.edit.hasFocus()

    run(drive, answer)


def test_a_file_that_cannot_be_attached_says_so_in_its_place_and_holds_the_message(run: Runner, folder: Path) -> None:
    async def drive(driver: Driver) -> None:
        drop(driver.window, folder / "empty.txt", folder)
        await read(driver, 2)
        assert chips(driver)[0].problem == "'empty.txt' is empty."
        assert "Attach a file with something in it." in widgets(driver)[0].toolTip()
        assert "is a folder" in chips(driver)[1].problem
        driver.write("look")
        driver.press(Qt.Key.Key_Return)
        assert "'empty.txt' cannot be attached. Remove it, then send." in driver.window.composer._hint.text()
        assert driver.window.composer.text == "look"
        for _ in range(2):
            widgets(driver)[0].removed.emit(chips(driver)[0].key)
        assert driver.window.composer._hint.text() == ""
        driver.window.composer.edit.setFocus()
        driver.press(Qt.Key.Key_Return)
        await until(lambda: driver.shown_texts() == ["look", "An answer."])

    run(drive, answer)


@pytest.mark.usefixtures("english_again")
def test_the_composer_says_nothing_of_sending_in_any_language(run: Runner, folder: Path) -> None:
    german = {
        "{problem} Nothing was sent.": "{problem} Nichts wurde gesendet.",
        "{model} does not see pictures, and {names} is one.": "{model} sieht {names} nicht.",
    }

    async def drive(driver: Driver) -> None:
        language.use(lambda text, about, count: german.get(text, ""))
        drop(driver.window, folder / "shot.png")
        await read(driver, 1)
        await until(lambda: driver.window.composer._hint.text() != "")
        assert driver.window.composer._hint.text() == "Scripted answers: script sieht 'shot.png' nicht."
        driver.write("what is it?")
        driver.press(Qt.Key.Key_Return)
        await until(driver.notices)
        assert "Scripted answers: script sieht 'shot.png' nicht. Nichts wurde gesendet." in driver.notices()[0]

    run(drive, answer, models=(BLIND,))


def test_a_picture_for_a_model_that_sees_none_says_so_at_once_and_offers_another(run: Runner, folder: Path) -> None:
    seeing = ScriptedModel(
        name="seeing", capabilities=Capabilities(context_tokens=9_000, images=True, parameters=(MAX_TOKENS,))
    )

    async def drive(driver: Driver) -> None:
        composer = driver.window.composer
        drop(driver.window, folder / "shot.png")
        await read(driver, 1)
        await until(lambda: "does not see pictures" in composer._hint.text())
        assert "Scripted answers: seeing can." in composer._hint.text()
        driver.write("what is it?")
        driver.press(Qt.Key.Key_Return)
        await until(driver.notices)
        assert "does not see pictures" in driver.notices()[0]
        assert composer.text == "what is it?", "nothing is lost"
        assert len(chips(driver)) == 1
        assert not driver.session.is_written
        composer._files_button.click()
        assert driver.controller.models._panel.isVisible()
        driver.press(Qt.Key.Key_Escape)
        driver.controller.models.use("scripted:seeing")
        await until(lambda: composer._hint.text() == "")
        composer.edit.setFocus()
        driver.press(Qt.Key.Key_Return)
        await until(lambda: driver.shown_texts() == ["what is it?", "An answer."])
        assert chips(driver) == []

    run(drive, answer, models=[BLIND, seeing])


def test_chips_stay_with_their_chat(run: Runner, folder: Path) -> None:
    async def drive(driver: Driver) -> None:
        await driver.say("first chat")
        first = driver.session.id
        drop(driver.window, folder / "notes.txt")
        await read(driver, 1)
        driver.controller.new_chat()
        await until(lambda: driver.session.id != first)
        assert chips(driver) == []
        drop(driver.window, folder / "run.py")
        await read(driver, 1)
        driver.controller.conversations.open(first)
        await until(lambda: driver.session.id == first)
        assert [chip.name for chip in chips(driver)] == ["notes.txt"]
        driver.controller.new_chat()
        await until(lambda: not driver.session.is_written)
        assert [chip.name for chip in chips(driver)] == ["run.py"]

    run(drive, answer)


def test_a_long_paste_is_offered_as_a_file_by_keys_alone(run: Runner) -> None:
    text = "one line of a log\n" * 500

    async def drive(driver: Driver) -> None:
        composer = driver.window.composer
        held = QMimeData()
        held.setText(text)
        paste(driver, held)
        assert composer.offer.isVisible()
        assert "501 lines" in composer.offer._words.text()
        assert composer.text == ""
        assert composer.offer.attach.hasFocus()
        driver.press(Qt.Key.Key_Return)
        await read(driver, 1)
        assert chips(driver)[0].name == "pasted text.txt"
        assert composer.edit.hasFocus()
        paste(driver, held)
        driver.press(Qt.Key.Key_Left)
        driver.press(Qt.Key.Key_Return)
        assert composer.edit.blockCount() == 501
        composer.clear()
        paste(driver, held)
        driver.press(Qt.Key.Key_Escape)
        assert composer.text == ""
        assert not composer.offer.isVisible()
        assert composer.edit.hasFocus()

    run(drive, answer)


def test_files_are_chosen_by_key_and_by_the_paperclip(
    run: Runner, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def choose(*_: object) -> tuple[list[str], str]:
        asked.append("files")
        return [str(folder / "run.py")], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)

    async def drive(driver: Driver) -> None:
        driver.press(Qt.Key.Key_U, CTRL)
        await read(driver, 1)
        QTest.mouseClick(driver.window.composer.attach, Qt.MouseButton.LeftButton)
        await read(driver, 2)
        assert [chip.name for chip in chips(driver)] == ["run.py", "run (2).py"]
        assert len(asked) == 2

    run(drive, answer)


def test_a_sent_file_opens_over_the_window_and_is_saved(
    run: Runner, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = folder / "saved.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(saved), ""))

    async def drive(driver: Driver) -> None:
        drop(driver.window, folder / "shot.png", folder / "report.pdf", folder / "run.py")
        await read(driver, 3)
        await driver.say("look")
        (segment,) = sent_files(driver)
        QTest.mouseClick(segment.flow.chips[0], Qt.MouseButton.LeftButton)
        await until(lambda: driver.controller.attachments._view and driver.controller.attachments._view.isVisible())
        view = driver.controller.attachments._view
        assert view is not None
        assert view._picture._image.size().width() == 640
        assert view.outside.isVisible()
        view.save.click()
        await until(saved.exists)
        await until(lambda: "Saved as saved.png." in driver.notices())
        assert saved.read_bytes() == picture(640, 480)
        driver.press(Qt.Key.Key_Escape)
        assert not view.isVisible()
        segment.flow.chips[2].setFocus()
        driver.press(Qt.Key.Key_Return)
        await until(view.isVisible)
        assert view._text.toPlainText() == "print()"
        assert not view.outside.isVisible(), "a text may be a program"
        driver.press(Qt.Key.Key_Escape)
        QTest.mouseClick(segment.flow.chips[1], Qt.MouseButton.LeftButton)
        await until(lambda: view.isVisible() and "The figures." in view._text.toPlainText())

    run(drive, answer, models=[SEEING])


def test_a_changed_message_keeps_its_files_and_a_file_alone_is_sent(run: Runner, folder: Path) -> None:
    async def drive(driver: Driver) -> None:
        drop(driver.window, folder / "run.py")
        await read(driver, 1)
        driver.window.composer.edit.setFocus()
        driver.press(Qt.Key.Key_Return)
        await until(lambda: len(driver.session.path()) == 2 and not driver.controller.turns.running)
        question = driver.session.path()[0]
        assert question.message.text == ""
        driver.controller.turns.edit(question.id, "what does it do?")
        await until(lambda: not driver.controller.turns.running)
        assert driver.session.path()[0].id != question.id
        assert [part.name for part in driver.session.path()[0].message.attachments] == ["run.py"]

    run(drive, answer)


def test_a_message_is_pinned_by_button_and_by_key_and_stays_so(run: Runner) -> None:
    async def drive(driver: Driver) -> None:
        await driver.say("remember this")
        question, reply = driver.session.path()
        buttons = [button for button in driver.window.transcript.findChildren(PinButton) if button.isVisible()]
        QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
        assert driver.session.conversation.settings.pinned == (question.id,)
        assert buttons[0].isChecked()
        assert buttons[0].accessibleName() == "Unpin message"
        driver.window.composer.edit.setFocus()
        driver.press(Qt.Key.Key_D, CTRL)
        assert driver.session.conversation.settings.pinned == (question.id, reply.id)
        await driver.controller.conversations.saved()
        driver.window.transcript.show_node(question.id)
        driver.press(Qt.Key.Key_D, CTRL)
        assert driver.session.conversation.settings.pinned == (reply.id,)
        await driver.controller.conversations.saved()
        opened = await driver.app.history.open(driver.session.id)
        assert opened.conversation.settings.pinned == (reply.id,)

    run(drive, answer)


def test_a_message_with_files_that_waits_for_a_choice_keeps_them_until_it_is_sent(run: Runner, folder: Path) -> None:
    small = ScriptedModel(capabilities=Capabilities(context_tokens=1_000, parameters=(MAX_TOKENS,)))

    async def drive(driver: Driver) -> None:
        for number in range(4):
            await driver.say(f"{number} " + "many words " * 34)
        drop(driver.window, folder / "notes.txt")
        await read(driver, 1)
        driver.write("look")
        driver.press(Qt.Key.Key_Return)
        await until(driver.window.overflow.isVisible)
        assert [chip.name for chip in chips(driver)] == ["notes.txt"]
        assert driver.window.composer.text == "look"
        QTest.mouseClick(driver.window.overflow.drop, Qt.MouseButton.LeftButton)
        await until(lambda: not driver.controller.turns.running)
        assert chips(driver) == []
        assert driver.session.path()[-2].message.attachments[0].name == "notes.txt"

    run(drive, answer, models=[small])


def test_files_that_were_not_sent_are_chips_again_after_a_restart(run: Runner, folder: Path) -> None:
    async def leave(driver: Driver) -> None:
        await driver.say("hello")
        drop(driver.window.composer, folder / "shot.png", folder / "notes.txt", folder / "empty.txt")
        await until(lambda: len(driver.controller.attachments.kept.get(driver.session.id, ())) == 2)
        driver.controller.new_chat()
        await until(lambda: not driver.session.is_written)
        drop(driver.window.composer, folder / "run.py")
        await until(lambda: driver.controller.attachments.kept.get("new"))

    async def come_back(driver: Driver) -> None:
        assert [chip.name for chip in chips(driver)] == ["run.py"]
        driver.controller.open_chat_number(1)
        await until(lambda: [chip.name for chip in chips(driver)] == ["shot.png", "notes.txt"])
        await until(lambda: not any(chip.is_busy or chip.problem for chip in chips(driver)))
        assert chips(driver)[0].thumbnail is not None
        await driver.say("what are these?")
        assert [part.name for part in driver.session.path()[-2].message.attachments] == ["shot.png", "notes.txt"]
        assert driver.controller.attachments.kept.keys() == {"new"}

    run(leave, answer, models=(SEEING,))
    (folder / "shot.png").unlink()  # the bytes are Baton's by now
    run(come_back, answer, models=(SEEING,))


def test_a_kept_file_that_is_gone_says_so_and_can_be_removed(run: Runner, folder: Path) -> None:
    async def leave(driver: Driver) -> None:
        drop(driver.window.composer, folder / "run.py")
        await until(lambda: driver.controller.attachments.kept)

    async def come_back(driver: Driver) -> None:
        await until(lambda: [chip.problem for chip in chips(driver)] == ["It is no longer there."])
        driver.controller.attachments.remove(chips(driver)[0].key)
        await driver.say("hello")

    run(leave, answer)
    with sqlite3.connect(run.folder / "baton.db") as connection:
        connection.execute("DELETE FROM blobs")
    connection.close()
    run(come_back, answer)


def test_a_file_that_is_removed_is_not_kept(run: Runner, folder: Path) -> None:
    async def drive(driver: Driver) -> None:
        drop(driver.window.composer, folder / "run.py")
        await until(lambda: driver.controller.attachments.kept)
        driver.controller.attachments.remove(chips(driver)[0].key)
        assert not driver.controller.attachments.kept

    run(drive, answer)
    with sqlite3.connect(run.folder / "baton.db") as connection:
        drop_loose(connection, older_than_s=0)
        assert connection.execute("SELECT count(*) FROM blobs").fetchone() == (0,)
    connection.close()
