"""The window in another language: its frame, its lists and its figures; commands are found by both of their names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu, QWidget

from app.domain import language, numerals
from app.domain.aws import Account, AccountKind
from app.domain.conversation import Conversation
from app.domain.language import plural
from app.domain.searching import PERIODS, Place, SearchHit
from app.ui.commands.command import Situation
from app.ui.commands.every import COMMANDS
from app.ui.control.chat_words import archived_words, deleted_words, moved_words, restored_words, unarchived_words
from app.ui.language import LocaleNumerals, speak
from app.ui.look.theme import ThemeController
from app.ui.shell.find_bar import FindBar
from app.ui.shell.first_run import FirstRun
from app.ui.shell.notices import Notice, NoticeStrip
from app.ui.shell.pickers import COMMAND, account_choices, model_choices, palette_choices
from app.ui.shell.shortcut_sheet import ShortcutSheet
from app.ui.sidebar.chat_menu import ChatDoings, chat_menu, folder_menu
from app.ui.sidebar.filter_bar import FilterChoices, chip_words, filter_menu
from app.ui.sidebar.sidebar import Sidebar
from app.ui.widgets.choice_list import CHOICE_ROLE, Choice, ChoiceModel
from app.ui.wording import duration_words, money_words, price_words, short_count, size_words

NOON = datetime(2025, 11, 3, 14, 5).astimezone()


@pytest.fixture
def marks() -> None:
    """A language in which every text stands between brackets."""
    language.use(lambda text, about, count: f"⟦{text}⟧")


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[ThemeController]:
    theme = ThemeController()
    yield theme
    theme.deleteLater()


def chat(number: int, **changes: object) -> Conversation:
    return Conversation(
        id=f"c{number}",
        title=str(number),
        created_at=NOON,
        updated_at=NOON,
        **changes,  # type: ignore[arg-type]  # fields of a conversation by their names
    )


def said_by(top: QWidget) -> Iterator[str]:
    for widget in (top, *top.findChildren(QWidget)):
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        if isinstance(widget, (QAbstractButton, QLabel)):
            yield widget.text()
        if isinstance(widget, QLineEdit):
            yield widget.placeholderText()


def in_english(texts: Iterator[str]) -> list[str]:
    """What was said past the translation."""
    return [text for text in texts if any(letter.isalpha() for letter in text) and "⟦" not in text]


def entries(menu: QMenu) -> Iterator[str]:
    yield menu.title()
    for action in menu.actions():
        yield action.text()
        within = action.menu()
        if isinstance(within, QMenu):
            yield from entries(within)


def found(choices: list[Choice], typed: str) -> list[str]:
    model = ChoiceModel()
    model.set_choices(choices)
    model.set_filter(typed)
    rows = [model.index(row, 0).data(CHOICE_ROLE) for row in range(model.rowCount())]
    return [row.id for row in rows if isinstance(row, Choice)]


def test_the_palette_finds_a_command_by_its_translated_and_by_its_english_name() -> None:
    german = {"Keyboard shortcuts": "Tastenkürzel", "Open chat {number}": "Chat {number} öffnen"}
    language.use(lambda text, about, count: german.get(text, ""))
    choices = palette_choices(COMMANDS, Situation(is_ready=True, conversations=9), [], [])
    titles = {choice.id: choice.title for choice in choices}
    assert titles[f"{COMMAND}help.shortcuts"] == "Tastenkürzel"
    assert titles[f"{COMMAND}chat.open-3"] == "Chat 3 öffnen"
    for typed, wanted in (
        ("tastenk", "help.shortcuts"),
        ("keyboard sho", "help.shortcuts"),
        ("chat 3 öffnen", "chat.open-3"),
        ("open chat 3", "chat.open-3"),
    ):
        assert found(choices, typed)[0] == COMMAND + wanted, typed


def test_a_region_is_found_by_its_place_in_both_languages() -> None:
    language.use(lambda text, about, count: "Mailand" if text == "Milan" else "")
    account = Account(key="a", title="a", kind=AccountKind.PROFILE)
    choices = account_choices([account], ["eu-south-1", "eu-west-2"], "a", "eu-west-2")
    assert found(choices, "mailand") == found(choices, "milan") == ["region/eu-south-1"]


@pytest.mark.usefixtures("marks")
def test_nothing_of_the_windows_frame_is_said_past_the_translation(theme: ThemeController) -> None:
    host = QWidget()
    first_run = FirstRun(theme)
    find_bar, sheet, notices = FindBar(theme), ShortcutSheet(theme, COMMANDS), NoticeStrip(host, theme)
    notices.post(Notice(text="1"))
    find_bar.edit.setText("2")
    keys = {label.text() for label in sheet.findChildren(QLabel) if label.property("look") == "keycap"}
    for newcomer in (True, False):
        first_run.set_newcomer(newcomer)
        examples = {button.text() for button in first_run.examples}  # what the recogniser understands
        assert set(in_english(said_by(first_run))) == examples
    for found_count in (0, 2):
        find_bar.set_found(1, found_count)
        assert in_english(said_by(find_bar)) == []
    assert set(in_english(said_by(sheet))) <= keys
    assert in_english(said_by(notices)) == []
    for top in (host, first_run, find_bar, sheet):
        top.deleteLater()


@pytest.mark.usefixtures("marks")
def test_nothing_of_the_list_of_chats_is_said_past_the_translation(theme: ThemeController) -> None:
    sidebar = Sidebar(theme)
    assert in_english(said_by(sidebar)) == []
    for place in Place:
        sidebar.set_conversations([], complete=True, place=place)
        assert in_english(said_by(sidebar)) == []
    sidebar.set_conversations([chat(1), chat(2, pinned=True), chat(3, folder="4")], complete=True)
    sidebar.set_running(["c1"])
    rows = [sidebar.model.index(row, 0) for row in range(sidebar.model.rowCount())]
    spoken = [str(row.data(Qt.ItemDataRole.AccessibleTextRole)) for row in rows]
    assert len(spoken) == 6, "headings for what is pinned, for folders and for days, a folder and two chats"
    assert in_english(iter(spoken)) == []
    hit = SearchHit(conversation_id="c1", conversation_title="1", node_id="n", snippet="2", created_at=NOON)
    sidebar.search.setText("x")
    sidebar.hits.set_hits([hit])
    spoken = [str(sidebar.hits.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(2)]
    assert all("⟦" in text for text in spoken)
    sidebar.deleteLater()


@pytest.mark.usefixtures("marks")
def test_nothing_of_the_menus_of_chats_is_said_past_the_translation(qapp: QApplication) -> None:
    parent = QWidget()

    def nothing(*_: object) -> None: ...

    do = ChatDoings(
        edit=nothing,
        toggle=nothing,
        pin=nothing,
        archive=nothing,
        move=nothing,
        new_folder=nothing,
        remove_folder=nothing,
        export=nothing,
        delete=nothing,
        restore=nothing,
        erase=nothing,
    )
    for place in Place:
        for chosen in ([chat(1)], [chat(1, folder="4"), chat(2, pinned=True)]):
            assert in_english(entries(chat_menu(parent, do, chosen, place, ["4"]))) == []
    assert in_english(entries(folder_menu(parent, do, [chat(1, folder="4")], ["4"]))) == []
    offered = filter_menu(parent, "", FilterChoices(services=()), date(2026, 11, 3), nothing)
    assert in_english(entries(offered)) == []
    for name, value in (
        *(("when", period) for period in (*PERIODS, "last week")),
        ("risk", "sensitive-read"),
        ("in", "archive"),
        ("role", "me"),
    ):
        assert chip_words(name, value).startswith("⟦")
    parent.deleteLater()


@pytest.mark.usefixtures("marks")
def test_choices_of_models_and_accounts_are_said_in_the_language() -> None:
    accounts = [Account(key=kind.value, title="1", kind=kind) for kind in AccountKind]
    choices = [*model_choices([], ""), *account_choices(accounts, [], "", "")]
    said = (text for choice in choices for text in (choice.detail, choice.group))
    assert in_english(said) == []


@pytest.mark.parametrize(
    "words", [archived_words, unarchived_words, restored_words, deleted_words], ids=lambda w: w.__name__
)
def test_one_chat_is_told_of_by_its_title_and_several_by_their_number(words: object) -> None:
    assert callable(words)
    assert words([chat(7)]).startswith("“7” was ")
    assert words([chat(n) for n in range(1200)]).startswith("1,200 chats were ")


def test_where_chats_were_moved_is_said_with_the_folders_it_lies_in() -> None:
    assert moved_words([chat(7)], "Work/Clients") == "“7” was moved to Work › Clients."
    assert moved_words([chat(7), chat(8)], "") == "2 chats were moved out of the folder."


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (
            "de_DE",
            (
                "1.234.567|0,5|36 %|1.234,50 $|0,0042 $|0,25 $|2,1k|4,7 GB|14:05"
                "|3. Nov.|3. Nov. 2025|03.11.2025|03.11.2025 14:05"
            ),
        ),
        (
            "zh_CN",
            (
                "1,234,567|0.5|36%|$1,234.50|$0.0042|$0.25|2.1k|4.7 GB|14:05"
                "|11月3日|2025年11月3日|2025/11/3|2025/11/3 14:05"
            ),
        ),
        ("C", "1,234,567|0.5|36%|$1,234.50|$0.0042|$0.25|2.1k|4.7 GB|14:05|3 Nov|3 Nov 25|2025-11-03|2025-11-03 14:05"),
    ],
    ids=["German", "Chinese", "nobody said"],
)
def test_figures_are_written_as_the_language_writes_them(name: str, written: str) -> None:
    numerals.use(None if name == "C" else LocaleNumerals(QLocale(name)))
    made = [
        numerals.number(1_234_567),
        numerals.number(0.5, 1),
        numerals.percent(0.355),
        money_words(1234.5),
        money_words(0.0042),
        price_words(0.25),
        short_count(2_140),
        size_words(4_710_000_000),
        numerals.clock(NOON),
        numerals.day(NOON),
        numerals.day(NOON, year=True),
        numerals.date_of(NOON),
        numerals.moment_of(NOON),
    ]
    assert "|".join(made).replace("\u00a0", " ") == written


def test_a_counted_text_and_a_duration_have_the_languages_numbers() -> None:
    numerals.use(LocaleNumerals(QLocale("de_DE")))
    assert plural("1 chat", "{count} chats", 12_000) == "12.000 chats"
    assert (duration_words(3.3), duration_words(185)) == ("3,3 s", "3 min 5 s")


def test_a_language_that_is_not_there_has_englishs_figures_and_fields(qapp: QApplication) -> None:
    assert not speak(QLocale("fr_FR"))
    assert numerals.number(1234.5, 1) == "1,234.5"
    assert QLocale().language() == QLocale.Language.English
