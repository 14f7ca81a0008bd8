"""The prompt library in the window: picked, filled in, written, exchanged; by keys and clicks over real files."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from app.domain.library import Conflict
from app.providers.scripted import words
from app.ui.look.theme import ThemeController
from app.ui.prompts.exchange import ConflictDialog, ExportDialog
from app.ui.prompts.library_window import LibraryWindow
from app.ui.prompts.variable_form import VariableForm
from tests.ui.test_shell_window import CTRL, Driver, Runner
from tests.ui_fixtures import nameless, until

POLICY = """\
---
title: Explain a policy
kind: message
variables:
  policy:
    title: The policy
    multiline: yes
  depth:
    kind: choice
    choices: brief, thorough
    default: brief
---
Explain this, {{depth}}: {{policy}}
"""
AUDIT = "---\ntitle: Audit\nabout: Finds faults\n---\nYou audit {{what}}."


def shipped(folder: Path, **files: str) -> None:
    (folder / "shipped").mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / "shipped" / f"{name}.md").write_text(text, encoding="utf-8")


@pytest.fixture
def run(qt_loop: asyncio.AbstractEventLoop, tmp_path: Path) -> Runner:
    return Runner(qt_loop, tmp_path / "baton")


@pytest.fixture
def prompts(run: Runner) -> Path:
    """Where the person's own prompts lie."""
    shipped(run.folder, policy=POLICY, audit=AUDIT)
    return run.folder / "prompts"


def written(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.md"))


async def library(person: Driver) -> LibraryWindow:
    """Open the library by its keys."""
    person.press(Qt.Key.Key_F4)
    await until(lambda: person.controller.prompts.window is not None)
    window = person.controller.prompts.window
    assert window is not None
    await until(lambda: window.isVisible() and window.model.rowCount())
    return window


async def form() -> VariableForm:
    """The sheet that asks for variables."""
    await until(lambda: isinstance(QApplication.activeModalWidget(), VariableForm))
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, VariableForm)
    return sheet


def titles(window: LibraryWindow) -> list[str]:
    return [window.model.index(row, 0).data() for row in range(window.model.rowCount())]


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_a_message_is_picked_filled_in_and_put_into_the_composer_by_keys_alone(run: Runner, prompts: Path) -> None:
    async def drive(person: Driver) -> None:
        person.write("Before. ")
        person.press(Qt.Key.Key_P, CTRL)
        await until(person.controller.prompts.picker.isVisible)
        QTest.keyClicks(focused(), "polic")
        QTest.keyClick(focused(), Qt.Key.Key_Return)
        sheet = await form()
        first = sheet.fields[0].field
        await until(first.hasFocus)
        QTest.keyClick(first, Qt.Key.Key_Return, CTRL)
        assert sheet.fields[0]._problem.text() == "“The policy” is needed."
        assert person.window.composer.text == "Before. "
        QTest.keyClicks(first, "{{depth}}")
        QTest.keyClick(first, Qt.Key.Key_Return)
        QTest.keyClicks(first, "x")
        QTest.keyClick(first, Qt.Key.Key_Tab)
        assert focused() is sheet.fields[1].field
        QTest.keyClick(focused(), Qt.Key.Key_Down)
        QTest.keyClick(focused(), Qt.Key.Key_Return, CTRL)
        assert person.window.composer.text == "Before. Explain this, thorough: {{depth}}\nx"
        await until(person.window.composer.edit.hasFocus)
        person.window.composer.edit.undo()
        assert person.window.composer.text == "Before. "

    run(drive)


def test_what_was_given_last_stands_there_the_next_time_and_esc_changes_nothing(run: Runner, prompts: Path) -> None:
    async def drive(person: Driver) -> None:
        person.controller.prompts._picked("policy")
        sheet = await form()
        QTest.keyClicks(sheet.fields[0].field, "the first")
        QTest.mouseClick(sheet.accept_button, Qt.MouseButton.LeftButton)
        text = person.window.composer.text
        await until(lambda: QApplication.activeModalWidget() is None)
        person.controller.prompts._picked("policy")
        again = await form()
        field = again.fields[0].field
        assert isinstance(field, QPlainTextEdit)
        assert field.toPlainText() == "the first"
        QTest.keyClick(field, Qt.Key.Key_Escape)
        await until(lambda: QApplication.activeModalWidget() is None)
        assert person.window.composer.text == text

    run(drive)


def test_a_system_prompt_of_the_library_is_this_chats_can_be_undone_and_survives(run: Runner, prompts: Path) -> None:
    async def first(person: Driver) -> None:
        await person.app.settings.change({"system_prompt": "Be polite."})
        await person.say("one")
        QTest.mouseClick(person.window.dock._library, Qt.MouseButton.LeftButton)
        picker = person.controller.prompts.picker
        await until(picker.isVisible)
        listed = [picker.model.index(row, 0).data() for row in range(picker.model.rowCount())]
        assert listed == ["For the system prompt", "Audit"]
        QTest.keyClick(picker.edit, Qt.Key.Key_Return)
        sheet = await form()
        field = sheet.fields[0].field
        assert isinstance(field, QLineEdit)
        QTest.keyClicks(field, "buckets")
        QTest.keyClick(field, Qt.Key.Key_Return)
        settings = person.session.conversation.settings
        assert (settings.system_prompt, settings.system_prompt_from) == ("You audit buckets.", "audit")
        await until(lambda: "From “audit”" in person.window.dock._origin.text())
        assert "instead of the general one" in person.window.dock._origin.text()
        notice = next(item for item in person.window.notices.shown if item.action == "Undo")
        assert notice.call is not None
        notice.call()
        assert person.session.conversation.settings.system_prompt is None
        await until(lambda: person.window.dock._origin.text() == "The general one of the settings is sent.")
        person.controller.prompts._apply(person.app.prompts.get("audit"), {"what": "roles"}, person.session)
        await person.controller.conversations.saved()

    async def second(person: Driver) -> None:
        await until(lambda: person.session.is_written)
        await until(lambda: person.window.dock._prompt.toPlainText() == "You audit roles.")
        assert "From “audit”" in person.window.dock._origin.text()
        exported = json.loads(await person.app.history.export_json(()))
        assert exported["conversations"][0]["settings"]["system_prompt_from"] == "audit"
        QTest.keyClicks(person.window.dock._prompt, "!")
        person.window.dock.flush()
        settings = person.session.conversation.settings
        assert (settings.system_prompt, settings.system_prompt_from) == ("!You audit roles.", None)
        await until(lambda: "From" not in person.window.dock._origin.text())

    run(first, [words("One.")])
    run(second, [])


def test_a_prompt_is_written_found_changed_renamed_deleted_and_brought_back(run: Runner, prompts: Path) -> None:
    async def drive(person: Driver) -> None:
        window = await library(person)
        QTest.keyClick(window, Qt.Key.Key_N, CTRL)
        editor = window.editor
        await until(editor.title.hasFocus)
        assert not editor.save.isEnabled()
        QTest.keyClicks(editor.title, "Cut & measure")
        assert editor.name.text() == "cut_measure"
        QTest.keyClicks(editor.text, "Measure {{thing}} in {{unit}}.")
        await until(lambda: list(editor.rows.rows) == ["thing", "unit"])
        unit = editor.rows.rows["unit"]
        unit.kind.setCurrentIndex(3)
        assert "names no choices" in editor._words.text() or "empty choice" in editor._words.text()
        assert not editor.save.isEnabled()
        QTest.keyClicks(unit.choices, "m, ft")
        QTest.keyClicks(unit.default, "m")
        assert editor._words.text() == ""
        QTest.keyClick(editor.text, Qt.Key.Key_S, CTRL)
        await until(lambda: window.current is not None and window.current.title == "Cut & measure")
        await until(lambda: window.stack.currentWidget() is window.page)
        name = window.current.name
        assert person.app.prompts.get(name).filled({"thing": "it"}) == "Measure it in m."
        assert files(prompts) == ["cut_measure.md"]
        assert "Measure Thing in m." in window.page.preview.toPlainText()

        QTest.mouseClick(window.page.change, Qt.MouseButton.LeftButton)
        QTest.keyClicks(editor.about, "Metres")
        QTest.keyClick(editor.about, Qt.Key.Key_Escape)
        assert window.stack.currentWidget() is editor
        assert "not saved" in editor._words.text()
        QTest.keyClicks(editor.about, "!")
        QTest.keyClick(editor.about, Qt.Key.Key_Return, CTRL)
        await until(lambda: window.current is not None and window.current.about == "Metres!")

        QTest.keyClick(window.view, Qt.Key.Key_F2)
        await until(window.page.name_edit.hasFocus)
        QTest.keyClicks(window.page.name_edit, "../out")
        QTest.keyClick(window.page.name_edit, Qt.Key.Key_Return)
        await until(lambda: "holds /" in window._words.text())
        QTest.keyClick(window.view, Qt.Key.Key_F2)
        QTest.keyClicks(window.page.name_edit, "measure")
        QTest.keyClick(window.page.name_edit, Qt.Key.Key_Return)
        await until(lambda: window.current is not None and window.current.name == "measure")

        window.view.setFocus()
        QTest.keyClick(window.view, Qt.Key.Key_Delete)
        await until(lambda: "was deleted" in window._words.text())
        assert "Cut & measure" not in titles(window)
        QTest.mouseClick(window.undo, Qt.MouseButton.LeftButton)
        await until(lambda: window.current is not None and window.current.name == "measure")
        assert files(prompts) == ["measure.md"]
        assert nameless(window) == []

    run(drive)


def test_a_chats_own_system_prompt_is_kept_in_the_library_as_it_stands(run: Runner, prompts: Path) -> None:
    async def drive(person: Driver) -> None:
        assert person.window.dock._keep.isHidden()
        person.window.dock._prompt.setPlainText("Be {{brief}}.")
        QTest.mouseClick(person.window.dock._keep, Qt.MouseButton.LeftButton)
        window = person.controller.prompts.window
        assert window is not None
        await until(window.editor.title.hasFocus)
        QTest.keyClicks(window.editor.title, "Brief")
        QTest.keyClick(window.editor.title, Qt.Key.Key_S, CTRL)
        await until(lambda: files(prompts) == ["brief.md"])
        assert person.app.prompts.get("brief").filled({}) == "Be {{brief}}."

    run(drive)


def test_a_long_paste_into_a_form_or_the_editor_does_not_stand_still(run: Runner, prompts: Path) -> None:
    async def drive(person: Driver) -> None:
        QApplication.clipboard().setText("x" * 250_000)
        person.controller.prompts._picked("policy")
        sheet = await form()
        field = sheet.fields[0].field
        assert isinstance(field, QPlainTextEdit)
        field.paste()
        assert field.lineWrapMode() is QPlainTextEdit.LineWrapMode.NoWrap
        sheet.reject()
        person.controller.open_prompts()
        window = person.controller.prompts.window
        assert window is not None
        window.begin_new()
        window.editor.text.paste()
        assert len(window.editor.text.toPlainText()) == 250_000
        await until(window.editor.title.hasFocus)
        QTest.keyClicks(window.editor.title, "Long")
        QTest.keyClick(window.editor.title, Qt.Key.Key_S, CTRL)
        await until(lambda: window.current is not None and window.current.name == "long")
        assert window.page.preview.toPlainText().endswith("x …")

    run(drive)


def test_what_ships_is_duplicated_to_be_changed(run: Runner, prompts: Path) -> None:
    async def drive(person: Driver) -> None:
        window = await library(person)
        window.choose("audit")
        page = window.page
        assert not any(button.isEnabled() for button in (page.change, page.rename, page.delete))
        QTest.mouseClick(page.duplicate, Qt.MouseButton.LeftButton)
        await until(lambda: window.current is not None and window.current.name == "audit_2")
        assert all(button.isEnabled() for button in (page.change, page.rename, page.delete))
        assert files(prompts) == ["audit_2.md"]

    run(drive)


def test_the_filter_finds_by_letters_and_enter_uses_what_is_found(run: Runner, prompts: Path) -> None:
    async def drive(person: Driver) -> None:
        window = await library(person)
        assert titles(window) == ["For the system prompt", "Audit", "For a message", "Explain a policy"]
        QTest.keyClicks(window.filter, "faults")
        assert titles(window) == ["For the system prompt", "Audit"]
        window.filter.setText("nothing like it")
        assert window.stack.currentWidget() is window._empty
        assert window._empty.words.text().startswith("No prompt fits")
        window.filter.setText("expl pol")
        QTest.keyClick(window.filter, Qt.Key.Key_Return)
        sheet = await form()
        QTest.keyClicks(sheet.fields[0].field, "P")
        QTest.keyClick(sheet.fields[0].field, Qt.Key.Key_Return, CTRL)
        assert person.window.composer.text == "Explain this, brief: P"
        await until(lambda: not window.isVisible())

    run(drive)


def test_an_empty_library_says_so_and_leads_to_the_first_prompt(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        person.controller.open_prompts()
        window = person.controller.prompts.window
        assert window is not None
        assert window._empty.button.text().startswith("Write a prompt")
        button = window._empty.button
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert window.stack.currentWidget() is window.editor
        QTest.keyClick(window.editor.title, Qt.Key.Key_Escape)
        assert window.stack.currentWidget() is window._empty

    run(drive)


def test_what_changes_outside_is_seen_and_a_broken_file_says_why(run: Runner, prompts: Path) -> None:
    async def drive(person: Driver) -> None:
        window = await library(person)
        written(prompts / "bad.md", "---\ntitel: x\n---\ntext")
        written(prompts / "good.md", "Good.")
        await until(lambda: "Good" in titles(window))  # it looks again by itself
        assert titles(window)[-2:] == ["To be mended", "Bad"]
        window.choose("bad")
        assert "nobody knows 'titel'" in window.page._problem.text()
        assert not window.page.use.isEnabled()
        assert window.page.change.text() == "Open the file"

        window.choose("good")
        QTest.mouseClick(window.page.change, Qt.MouseButton.LeftButton)
        written(prompts / "good.md", "Changed outside.")
        window.editor.text.setPlainText("Mine.")
        QTest.keyClick(window.editor.text, Qt.Key.Key_S, CTRL)
        await until(lambda: "changed outside Baton" in window.editor._words.text())
        assert person.app.prompts.get("good").text == "Changed outside."
        assert window.editor._words.button.text() == "Save over it"
        QTest.mouseClick(window.editor._words.button, Qt.MouseButton.LeftButton)
        await until(lambda: person.app.prompts.get("good").text == "Mine.")
        await until(lambda: window.stack.currentWidget() is not window.editor)  # it knows that it is saved

    run(drive)


def test_a_thousand_prompts_are_listed_filtered_and_chosen(run: Runner, prompts: Path) -> None:
    prompts.mkdir(parents=True)
    for number in range(1000):
        (prompts / f"p{number}.md").write_text(f"---\ntitle: Prompt {number}\n---\nText {number}", encoding="utf-8")

    async def drive(person: Driver) -> None:
        window = await library(person)
        await until(lambda: window.model.rowCount() == 1004)
        QTest.keyClicks(window.filter, "prompt 777")
        assert window.current is not None
        assert window.current.name == "p777"
        assert window.page.preview.toPlainText() == "Text 777"

    run(drive)


def test_enter_presses_the_button_that_has_the_focus(run: Runner, prompts: Path) -> None:
    async def drive(person: Driver) -> None:
        window = await library(person)
        window.send_out.setFocus()
        QTest.keyClick(window.send_out, Qt.Key.Key_Return)
        await until(lambda: isinstance(QApplication.activeModalWidget(), ExportDialog))
        chooser = QApplication.activeModalWidget()
        assert isinstance(chooser, ExportDialog)
        chooser.all.setFocus()
        QTest.keyClick(chooser.all, Qt.Key.Key_Return)
        assert chooser.isVisible()
        assert chooser._ticked(presets=False) == ("audit", "policy")
        chooser.reject()
        window.new.setFocus()
        QTest.keyClick(window.new, Qt.Key.Key_Return)
        assert window.stack.currentWidget() is window.editor

    run(drive)


def test_files_come_in_with_one_question_and_go_out_as_one_file(
    run: Runner,
    prompts: Path,
    tmp_path: Path,
) -> None:
    prompts.mkdir(parents=True)
    (prompts / "mine.md").write_text("---\ntitle: Mine\n---\nMine.", encoding="utf-8")
    entries = [{"name": "mine", "title": "Mine", "text": "Theirs."}, {"name": "../bad", "text": "x"}]
    whole = {"format": "baton-library", "version": 1, "prompts": entries}
    (tmp_path / "in.json").write_text(json.dumps(whole), encoding="utf-8")
    (tmp_path / "single.md").write_text("Single.", encoding="utf-8")

    async def drive(person: Driver) -> None:
        window = await library(person)
        files = [tmp_path / "in.json", tmp_path / "single.md", tmp_path / "absent.json"]
        await person.controller.prompts.import_from(files)
        await until(lambda: isinstance(QApplication.activeModalWidget(), ConflictDialog))
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ConflictDialog)
        await until(dialog.buttons[Conflict.KEEP_BOTH].hasFocus)
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        await until(lambda: "imported" in window._words.text())
        assert window._words.text().startswith("2 prompts imported, 2 left out.")
        assert "../bad" in window._words.text()
        assert "absent.json cannot be read" in window._words.text()
        assert person.app.prompts.get("mine").text == "Mine."
        assert person.app.prompts.get("mine_2").text == "Theirs."

        QTest.mouseClick(window.send_out, Qt.MouseButton.LeftButton)
        await until(lambda: isinstance(QApplication.activeModalWidget(), ExportDialog))
        chooser = QApplication.activeModalWidget()
        assert isinstance(chooser, ExportDialog)
        assert chooser._ticked(presets=False) == ("mine", "mine_2", "single")
        QTest.mouseClick(chooser.none, Qt.MouseButton.LeftButton)
        assert not chooser.go.isEnabled()
        chooser.reject()
        await person.controller.prompts.export_to(tmp_path / "out.json", ("mine", "audit"), ())

    run(drive)
    out = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert (out["format"], [entry["name"] for entry in out["prompts"]]) == ("baton-library", ["mine", "audit"])


def test_the_form_asks_for_every_kind_and_checks_each(qapp: QApplication, prompts: Path, run: Runner) -> None:
    from app.domain.prompts import Prompt, Variable, VariableKind

    theme = ThemeController()
    host = QWidget()
    host.show()
    prompt = Prompt(
        name="p",
        title="P",
        text="{{n}} {{c}} {{t}}",
        declared=(
            Variable(name="n", kind=VariableKind.NUMBER),
            Variable(name="c", kind=VariableKind.CHOICE, choices=("a", "b")),
            Variable(name="t", default=""),
        ),
    )
    given: list[dict[str, str]] = []
    sheet = VariableForm(host, prompt, {})
    sheet.filled.connect(given.append)
    sheet.open()
    number, choice, text = (field.field for field in sheet.fields)
    assert isinstance(choice, QComboBox)
    QTest.keyClicks(number, "many")
    QTest.keyClick(number, Qt.Key.Key_Return)
    assert [field._problem.text() for field in sheet.fields] == [
        "“N” takes a number, not 'many'.",
        "“C” is needed.",
        "",
    ]
    assert nameless(sheet) == []
    assert isinstance(number, QLineEdit)
    number.clear()
    QTest.keyClicks(number, "1.5")
    assert sheet.fields[0]._problem.isHidden()
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Down)
    QTest.keyClick(text, Qt.Key.Key_Return)
    assert given == [{"n": "1.5", "c": "a", "t": ""}]
    host.close()
    host.deleteLater()
    theme.deleteLater()


def test_quitting_asks_once_for_a_prompt_that_is_not_saved(run: Runner, prompts: Path) -> None:
    async def drive(person: Driver) -> None:
        window = await library(person)
        window.begin_new()
        QTest.keyClicks(window.editor.text, "Half a thought")
        window.close()
        person.window.close()
        assert window.isVisible()
        assert "not saved" in window.editor._words.text()
        assert person.window.isVisible()
        QTest.keyClicks(window.editor.text, ", and the rest")
        person.controller.quit()  # another change, another question
        assert "not saved" in window.editor._words.text()
        # The run's own end quits once more, which drops it.

    run(drive)
    assert not prompts.exists()


def test_quitting_asks_nothing_where_nothing_was_changed(run: Runner, prompts: Path) -> None:
    async def drive(person: Driver) -> None:
        window = await library(person)
        window.begin_new()
        window.close()
        assert person.controller.may_quit()
        window.show_list()
        assert person.controller.may_quit()

    run(drive)
    assert not prompts.exists()
