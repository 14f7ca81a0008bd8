"""Folders, archive, bin and the search's filters in the whole window, by keys, menus and drops."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.searching import Place
from app.providers.scripted import words
from app.ui.control.chat_places import ChatPlacesController
from app.ui.sidebar.hits import HitGroup
from tests.ui.test_shell_window import CTRL, Driver, Runner, run  # noqa: F401  (a fixture)
from tests.ui_fixtures import until

SHIFT = Qt.KeyboardModifier.ShiftModifier


def rows(person: Driver) -> list[str]:
    model = person.window.sidebar.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


async def three_chats(person: Driver) -> list[str]:
    for text in ("one", "two", "three"):
        await person.say(text)
        person.press(Qt.Key.Key_N, CTRL)
        await until(lambda: not person.session.is_written)
    return [head.id for head in person.window.sidebar.model.conversations]


ANSWERS = [words("First."), words("Second."), words("Third.")]


def test_chats_chosen_together_go_to_a_folder_and_come_back(run: Runner) -> None:  # noqa: F811
    async def drive(person: Driver) -> None:
        await three_chats(person)
        sidebar = person.window.sidebar
        sidebar.view.setFocus()
        sidebar.view.choose(sidebar._at(1))
        QTest.keyClick(sidebar.view, Qt.Key.Key_Down, SHIFT)
        assert [head.title for head in sidebar.chosen()] == ["three", "two"]
        person.controller.conversations.places.add_folder("Work", [head.id for head in sidebar.chosen()])
        await until(lambda: "Work" in rows(person) and "three" not in rows(person))
        assert rows(person) == ["Folders", "Work", "Today", "one"]
        sidebar.view.choose(sidebar._at(1))
        QTest.keyClick(sidebar.view, Qt.Key.Key_Right)
        assert rows(person) == ["Folders", "Work", "three", "two", "Today", "one"]
        await until(lambda: any("moved to Work" in text for text in person.notices()))
        undo = next(notice.call for notice in person.window.notices.shown if "moved to Work" in notice.text)
        assert undo is not None
        undo()
        await until(lambda: rows(person) == ["Folders", "Work", "Today", "three", "two", "one"])

    run(drive, ANSWERS)

    async def again(person: Driver) -> None:
        assert person.window.sidebar.model.open_folders == ("Work",)

    run(again)


def test_a_chat_is_dropped_on_a_folder(run: Runner) -> None:  # noqa: F811
    async def drive(person: Driver) -> None:
        await three_chats(person)
        person.controller.conversations.places.add_folder("Work")
        await until(lambda: "Work" in rows(person))
        sidebar = person.window.sidebar
        data = sidebar.model.mimeData([sidebar.model.index(rows(person).index("two"), 0)])
        target = sidebar._at(rows(person).index("Work"))
        sidebar.view.model().dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, target)
        await until(lambda: "two" not in rows(person))
        (head,) = [head for head in sidebar.model.known if head.folder]
        assert (head.title, head.folder) == ("two", "Work")

    run(drive, ANSWERS)


def test_ctrl_a_and_delete_fill_the_bin_from_where_all_comes_back(run: Runner) -> None:  # noqa: F811
    async def drive(person: Driver) -> None:
        ids = await three_chats(person)
        sidebar = person.window.sidebar
        sidebar.view.setFocus()
        QTest.keyClick(sidebar.view, Qt.Key.Key_A, CTRL)
        QTest.keyClick(sidebar.view, Qt.Key.Key_Delete)
        await until(lambda: not rows(person))
        assert any("3 chats were deleted" in text for text in person.notices())
        QTest.mouseClick(sidebar.places.bin, Qt.MouseButton.LeftButton)
        await until(lambda: sidebar.model.place is Place.BIN and len(rows(person)) == 3)
        sidebar.view.selectAll()
        menu = sidebar.menu_for(sidebar.chosen()[0])
        next(action for action in menu.actions() if action.text() == "Restore").trigger()
        await until(lambda: not rows(person))
        sidebar.place_requested.emit(Place.CHATS)
        await until(lambda: {head.id for head in sidebar.model.conversations} == {*ids})

    run(drive, ANSWERS)


def test_deleting_for_good_asks_first(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    sure = [False, True]
    monkeypatch.setattr(ChatPlacesController, "_is_sure", lambda *_: sure.pop(0))

    async def drive(person: Driver) -> None:
        ids = await three_chats(person)
        places = person.controller.conversations.places
        places.delete(ids)
        await until(lambda: not rows(person))
        places.ask_empty_bin()
        assert len(await person.app.history.list(place=Place.BIN)) == 3
        places.ask_empty_bin()
        await until(lambda: any("3 chats deleted for good" in text for text in person.notices()))
        assert await person.app.history.list(place=Place.BIN) == []

    run(drive, ANSWERS)


def test_a_chat_that_is_being_answered_is_stopped_before_it_goes_to_the_bin(run: Runner) -> None:  # noqa: F811
    async def drive(person: Driver) -> None:
        person.write("hello")
        QTest.keyClick(person.window.composer.edit, Qt.Key.Key_Return)
        await until(lambda: person.session.is_written and person.controller.turns.running)
        identity = person.session.id
        person.controller.delete_chat()
        await until(lambda: any("deleted" in text for text in person.notices()))
        assert not person.controller.turns.running
        (head,) = await person.app.history.list(place=Place.BIN)
        assert head.id == identity

    run(drive, [[*words("half an"), asyncio.Event()]])


def test_a_chat_put_away_by_key_is_still_found_and_its_filters_are_chips(run: Runner) -> None:  # noqa: F811
    async def drive(person: Driver) -> None:
        await three_chats(person)
        sidebar = person.window.sidebar
        sidebar.view.setFocus()
        sidebar.view.choose(sidebar._at(rows(person).index("two")))
        QTest.keyClick(sidebar.view, Qt.Key.Key_E, CTRL)
        await until(lambda: "two" not in rows(person))
        person.press(Qt.Key.Key_F, CTRL | SHIFT)
        assert QApplication.focusWidget() is sidebar.search
        QTest.keyClicks(sidebar.search, "second in:archive role:assistant")
        await until(sidebar.hits.rowCount)
        group = sidebar.hits.index(0, 0).data(Qt.ItemDataRole.UserRole + 1)
        assert isinstance(group, HitGroup)
        assert (group.title, group.count) == ("two", 1)
        assert [chip.text() for chip in sidebar.filters.chips] == ["In: archive  ×", "Answers  ×"]
        QTest.mouseClick(sidebar.filters.chips[0], Qt.MouseButton.LeftButton)
        assert sidebar.search.text() == "second role:assistant"
        await until(sidebar.hits.rowCount)
        person.press(Qt.Key.Key_Return)
        await until(lambda: person.session.conversation.title == "two")

    run(drive, ANSWERS)


def test_a_chat_is_named_by_its_model_after_the_first_answer(run: Runner) -> None:  # noqa: F811
    async def drive(person: Driver) -> None:
        await person.app.settings.change({"model_titles": True})
        await person.say("where do the logs go")
        await until(lambda: person.session.conversation.title == "Where logs go")
        assert rows(person) == ["Today", "Where logs go"]
        assert person.shown_texts() == ["where do the logs go", "Into a bucket."]

    run(drive, [words("Into a bucket."), words("Where logs go")])


def test_a_chat_in_the_bin_or_the_archive_says_so_and_is_brought_back_by_keys(run: Runner) -> None:  # noqa: F811
    async def drive(person: Driver) -> None:
        one, *_ = await three_chats(person)
        strip, places = person.window.place_strip, person.controller.conversations.places
        person.controller.conversations.open(one)
        await until(lambda: person.session.id == one)
        assert not strip.isVisible()
        places.archive([one], True)
        await until(strip.isVisible)
        assert strip.words.text() == "This chat lies in the archive."
        strip.back.setFocus()
        QTest.keyClick(strip.back, Qt.Key.Key_Space)
        await until(lambda: not strip.isVisible())
        assert not person.session.conversation.archived
        assert QApplication.focusWidget() is person.window.composer.edit, "the button is gone, and with it its focus"

        places.delete([one])
        await until(lambda: person.session.id != one)
        assert not strip.isVisible(), "another chat is shown then"
        person.controller.conversations.open(one)
        await until(strip.isVisible)
        assert "lies in the bin, and is deleted for good on" in strip.words.text()
        await until(strip.back.isVisible)
        strip.back.click()
        await until(lambda: not strip.isVisible())
        assert one in [head.id for head in person.window.sidebar.model.conversations]
        places.delete([one])
        await until(lambda: person.session.id != one)
        person.controller.conversations.open(one)
        await until(strip.isVisible)
        await person.say("what is asked here brings it back")
        await until(lambda: not strip.isVisible())

    run(drive, [*ANSWERS, words("Fourth.")])


def test_the_chat_shown_is_put_away_and_taken_back_while_a_message_is_written(run: Runner) -> None:  # noqa: F811
    async def drive(person: Driver) -> None:
        await person.say("one")
        edit = person.window.composer.edit
        edit.setFocus()
        QTest.keyClick(edit, Qt.Key.Key_E, CTRL)
        await until(lambda: person.session.conversation.archived and not rows(person))
        QTest.keyClick(edit, Qt.Key.Key_E, CTRL)
        await until(lambda: not person.session.conversation.archived and "one" in rows(person))

    run(drive, ANSWERS)
