"""The window's parts, each driven by keys and clicks alone."""

from __future__ import annotations

import dataclasses
import json
import math
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAction, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.domain.aws import Account, AccountKind
from app.domain.context import Overflow, Room
from app.domain.conversation import Conversation
from app.domain.messages import AttachmentPart
from app.domain.models import (
    Capabilities,
    Endpoint,
    EndpointPreset,
    ModelId,
    ModelInfo,
    Price,
    PriceBand,
    ProviderStatus,
)
from app.domain.parameters import (
    COMMON,
    MAX_TOKENS,
    MIN_P,
    REPEAT_PENALTY,
    SEED,
    STOP,
    TEMPERATURE,
    TOP_K,
    ParameterSpec,
)
from app.domain.settings import Settings, setting_infos
from app.providers.local_parameters import parameters_for
from app.ui.composer.composer import Composer
from app.ui.context_fill import ContextFill
from app.ui.dock.dock import Dock
from app.ui.dock.parameter_section import KNOWN
from app.ui.look.theme import ThemeController
from app.ui.preferences.dialog import SettingsDialog
from app.ui.preferences.endpoints_page import EndpointsPage
from app.ui.preferences.keys_page import KeysPage
from app.ui.preferences.setting_rows import SettingRow
from app.ui.shell.find_bar import FindBar
from app.ui.shell.header import Badge, Header
from app.ui.shell.notices import Notice, NoticeKind, NoticeStrip
from app.ui.shell.window_state import WindowState, load_state, save_state
from app.ui.sidebar.conversation_list import ConversationModel
from app.ui.sidebar.filter_bar import FilterBar
from app.ui.sidebar.hits import snippet_runs
from app.ui.sidebar.sidebar import Sidebar
from app.ui.widgets.choice_list import Choice, ChoicePanel
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.focus_ring import FocusRing

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[ThemeController]:
    controller = ThemeController()
    yield controller
    controller.deleteLater()


def conversation(number: int, *, days: float = 0, pinned: bool = False, title: str = "") -> Conversation:
    return Conversation(
        id=f"id-{number}",
        title=title or f"Chat {number}",
        created_at=NOW - timedelta(days=days),
        updated_at=NOW - timedelta(days=days, seconds=number),
        pinned=pinned,
    )


class TestComposer:
    @pytest.fixture
    def composer(self, theme: ThemeController, qtbot: QtBot) -> Composer:
        composer = Composer(theme)
        qtbot.addWidget(composer)
        composer.resize(700, 120)
        composer.show()
        composer.setFocus()
        return composer

    def test_enter_sends_and_shift_enter_breaks_the_line(self, composer: Composer) -> None:
        sent: list[str] = []
        composer.sent.connect(sent.append)
        QTest.keyClicks(composer.edit, "one")
        QTest.keyClick(composer.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        QTest.keyClicks(composer.edit, "two")
        assert sent == []
        QTest.keyClick(composer.edit, Qt.Key.Key_Return)
        assert sent == ["one\ntwo"]
        assert composer.text == "one\ntwo", "cleared only by whoever has taken it"

    def test_blank_text_is_not_sent(self, composer: Composer) -> None:
        sent: list[str] = []
        composer.sent.connect(sent.append)
        QTest.keyClicks(composer.edit, "  ")
        QTest.keyClick(composer.edit, Qt.Key.Key_Return)
        assert sent == []

    def test_it_grows_with_the_lines_and_stops_at_ten(self, composer: Composer) -> None:
        one = composer.edit.height()
        composer.set_text("\n".join("abcd"))
        four = composer.edit.height()
        composer.set_text("\n".join("x" * 10))
        ten = composer.edit.height()
        composer.set_text("\n".join("x" * 40))
        assert one < four < ten
        assert composer.edit.height() == ten
        composer.clear()
        assert composer.edit.height() == one

    def test_up_and_down_at_the_ends_go_through_what_was_sent_and_keep_what_was_typed(self, composer: Composer) -> None:
        composer.sent_before = lambda: ["newest", "older\nof two lines", "older\nof two lines", "  "]
        QTest.keyClicks(composer.edit, "half a th")

        def press(key: Qt.Key) -> str:
            QTest.keyClick(composer.edit, key)
            return composer.text

        assert press(Qt.Key.Key_Down) == "half a th", "there is nothing newer"
        assert press(Qt.Key.Key_Up) == "newest"
        assert composer.draft == "half a th", "kept with its chat meanwhile"
        assert press(Qt.Key.Key_Up) == "older\nof two lines"
        assert press(Qt.Key.Key_Up) == "older\nof two lines", "the cursor goes up in it first"
        assert press(Qt.Key.Key_Up) == "older\nof two lines", "there is nothing older"
        assert press(Qt.Key.Key_Down) == "older\nof two lines", "and down in it"
        assert press(Qt.Key.Key_Down) == "newest"
        QTest.keyClicks(composer.edit, "!")
        assert composer.draft == "newest!"
        assert press(Qt.Key.Key_Down) == "half a th"
        assert press(Qt.Key.Key_Up) == "newest!", "a change on the way is kept too"
        composer.clear()
        assert press(Qt.Key.Key_Up) == "newest", "until something is sent"

    def test_keys_belong_to_the_input_method_while_it_composes(self, composer: Composer) -> None:
        sent: list[str] = []
        composer.sent.connect(sent.append)
        composer.sent_before = lambda: ["before"]
        QTest.keyClicks(composer.edit, "a")
        QApplication.sendEvent(composer.edit, QInputMethodEvent("にほ", []))
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_Escape):
            QTest.keyClick(composer.edit, key)
        assert sent == []
        assert "before" not in composer.text
        done = QInputMethodEvent()
        done.setCommitString("日本")
        QApplication.sendEvent(composer.edit, done)
        QTest.keyClick(composer.edit, Qt.Key.Key_Return)
        assert [text.replace("\n", "") for text in sent] == ["a日本"]

    def test_what_was_counted_holds_until_the_next_key(self, composer: Composer) -> None:
        QTest.keyClicks(composer.edit, "twelve letters")
        rough = composer.draft_tokens
        composer.set_counted("something else", 99)
        assert composer.draft_tokens == rough
        composer.set_counted("twelve letters", 99)
        assert composer.draft_tokens == 99
        QTest.keyClicks(composer.edit, "!")
        assert composer.draft_tokens == math.ceil(15 / 4)

    def test_while_an_answer_comes_the_button_stops_and_enter_says_why_it_sends_nothing(
        self, composer: Composer
    ) -> None:
        sent: list[str] = []
        stopped: list[bool] = []
        composer.sent.connect(sent.append)
        composer.stop_requested.connect(lambda: stopped.append(True))
        composer.set_answering(True)
        QTest.keyClicks(composer.edit, "next question")
        QTest.keyClick(composer.edit, Qt.Key.Key_Return)
        assert sent == []
        assert "Not sent yet" in composer._hint.text()
        assert "Stop" in composer.button.accessibleName()
        QTest.mouseClick(composer.button, Qt.MouseButton.LeftButton)
        assert stopped == [True]
        assert composer.text == "next question"
        composer.set_answering(False)
        assert composer._hint.text() == ""
        QTest.keyClick(composer.edit, Qt.Key.Key_Return)
        assert sent == ["next question"]

    def test_where_nothing_can_be_sent_it_says_why_and_keeps_the_text(self, composer: Composer, qtbot: QtBot) -> None:
        sent: list[str] = []
        composer.sent.connect(sent.append)
        composer.set_unavailable("Anthropic needs a key.", action="Add a key")
        QTest.keyClicks(composer.edit, "hello")
        QTest.keyClick(composer.edit, Qt.Key.Key_Return)
        assert sent == []
        assert not composer.button.isEnabled()
        with qtbot.waitSignal(composer.reason_activated):
            QTest.mouseClick(composer._reason_button, Qt.MouseButton.LeftButton)
        composer.set_unavailable("")
        QTest.keyClick(composer.edit, Qt.Key.Key_Return)
        assert sent == ["hello"]

    def test_twenty_thousand_lines_are_handed_over_as_plain_text(self, composer: Composer) -> None:
        given: list[str] = []
        composer.giant_given.connect(given.append)
        mime = QMimeData()
        mime.setHtml("<b>bold</b>")
        mime.setText("line of a log file\r\n" * 20_000)
        composer.edit.insertFromMimeData(mime)
        assert composer.text == ""
        assert given == ["line of a log file\n" * 20_000]

    def test_a_long_pasted_word_is_taken_whole(self, composer: Composer) -> None:
        mime = QMimeData()
        mime.setText("x" * 150_000)
        composer.edit.insertFromMimeData(mime)
        composer.offer.insert.click()
        QApplication.processEvents()
        assert len(composer.text) == 150_000
        assert composer.edit.lineWrapMode() is QPlainTextEdit.LineWrapMode.NoWrap
        composer.clear()
        assert composer.edit.lineWrapMode() is QPlainTextEdit.LineWrapMode.WidgetWidth

    def test_it_counts_what_the_chat_and_the_draft_take_of_the_context(self, composer: Composer) -> None:
        composer.set_context(ContextFill(used_tokens=2_000, room=Room.of(200_000)))
        composer.set_text("x" * 400)
        assert composer._count.text() == "2.1k / 200k"
        composer.set_context(ContextFill(used_tokens=199_999, room=Room.of(200_000)))
        assert composer._count.property("look") == "error"


class TestSidebar:
    @pytest.fixture
    def sidebar(self, theme: ThemeController, qtbot: QtBot) -> Sidebar:
        sidebar = Sidebar(theme)
        sidebar.model._now = lambda: NOW
        qtbot.addWidget(sidebar)
        sidebar.resize(260, 600)
        sidebar.show()
        return sidebar

    def rows(self, model: ConversationModel) -> list[str]:
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def test_the_bar_of_filters_has_a_size_before_it_has_filters(self, qtbot: QtBot) -> None:
        bar = FilterBar()
        qtbot.addWidget(bar)
        assert bar.sizeHint().isValid()

    def test_chats_stand_under_the_day_they_were_last_changed(self, sidebar: Sidebar) -> None:
        sidebar.set_conversations(
            [
                conversation(1),
                conversation(2, days=1),
                conversation(3, days=4),
                conversation(4, days=60),
                conversation(5, days=90, pinned=True),
            ],
            complete=True,
        )
        assert self.rows(sidebar.model) == [
            "Pinned",
            "Chat 5",
            "Today",
            "Chat 1",
            "Yesterday",
            "Chat 2",
            "Previous 7 days",
            "Chat 3",
            "Older",
            "Chat 4",
        ]

    def test_a_changed_chat_comes_first_and_the_selection_stays_with_its_chat(self, sidebar: Sidebar) -> None:
        sidebar.set_conversations([conversation(1), conversation(2), conversation(3)], complete=True)
        sidebar.set_current("id-2")
        sidebar.upsert(conversation(0, title="Newest"))
        assert self.rows(sidebar.model)[:2] == ["Today", "Newest"]
        assert sidebar.view.currentIndex().data() == "Chat 2"

    def test_ten_thousand_chats_are_read_page_by_page_as_the_list_is_scrolled(self, sidebar: Sidebar) -> None:
        everything = [conversation(number) for number in range(10_000)]
        asked: list[int] = []

        def give(offset: int) -> None:
            asked.append(offset)
            sidebar.add_page(everything[offset : offset + 500], complete=offset + 500 >= len(everything))

        sidebar.more_wanted.connect(give)
        sidebar.set_conversations(everything[:500], complete=False)
        for _ in range(60):
            sidebar.view.scrollToBottom()
            QApplication.processEvents()
        assert asked == list(range(500, 10_000, 500))
        assert len(sidebar.model.conversations) == 10_000

    def test_f2_renames_in_place_even_while_the_list_changes(self, sidebar: Sidebar, qtbot: QtBot) -> None:
        renamed: list[tuple[str, str]] = []
        sidebar.rename_requested.connect(lambda *what: renamed.append(what))
        sidebar.set_conversations([conversation(1), conversation(2)], complete=True)
        sidebar.set_current("id-2")
        sidebar.view.setFocus()
        QTest.keyClick(sidebar.view, Qt.Key.Key_F2)
        editor = sidebar.view.viewport().findChild(QLineEdit)
        assert isinstance(editor, QLineEdit)
        editor.setText("Half a ti")
        sidebar.upsert(conversation(0, title="Answered meanwhile"))
        editor = sidebar.view.viewport().findChild(QLineEdit)
        assert isinstance(editor, QLineEdit)
        assert editor.text() == "Half a ti"
        QTest.keyClicks(editor, "tle")
        with qtbot.waitSignal(sidebar.rename_requested):
            QTest.keyClick(editor, Qt.Key.Key_Return)
        assert renamed == [("id-2", "Half a title")]

    def test_arrows_enter_and_delete_work_on_the_list(self, sidebar: Sidebar) -> None:
        opened: list[str] = []
        deleted: list[list[str]] = []
        sidebar.open_requested.connect(opened.append)
        sidebar.delete_requested.connect(deleted.append)
        sidebar.set_conversations([conversation(1), conversation(2)], complete=True)
        sidebar.search.setFocus()
        QTest.keyClick(sidebar.search, Qt.Key.Key_Down)
        QTest.keyClick(sidebar.view, Qt.Key.Key_Down)
        QTest.keyClick(sidebar.view, Qt.Key.Key_Down)
        QTest.keyClick(sidebar.view, Qt.Key.Key_Return)
        QTest.keyClick(sidebar.view, Qt.Key.Key_Delete)
        assert opened == ["id-2"]
        assert deleted == [["id-2"]]

    def test_typing_asks_once_and_a_late_answer_to_older_words_is_dropped(self, sidebar: Sidebar, qtbot: QtBot) -> None:
        asked: list[str] = []
        sidebar.search_requested.connect(asked.append)
        sidebar.set_conversations([conversation(1, title="Idle volumes")], complete=True)
        with qtbot.waitSignal(sidebar.search_requested):
            QTest.keyClicks(sidebar.search, "vol")
        assert asked == ["vol"]
        sidebar.set_hits("vo", [])
        assert sidebar.hits.rowCount() == 0
        sidebar.set_hits("vol", [])
        assert sidebar.hits.index(0, 0).data() == "Idle volumes"
        QTest.keyClick(sidebar.search, Qt.Key.Key_Escape)
        assert sidebar.search.text() == ""
        assert sidebar._pages.currentWidget() is sidebar.view

    def test_the_context_menu_has_everything_that_can_be_done_to_a_chat(self, sidebar: Sidebar) -> None:
        sidebar.set_conversations([conversation(1, pinned=True)], complete=True)
        menu = sidebar.menu_for(sidebar.model.conversations[0])
        words = [action.text() for action in menu.actions() if action.text()]
        assert words == [
            "Rename",
            "Unpin",
            "Move to",
            "Archive",
            "Export as Markdown…",
            "Export as JSON…",
            "Delete",
        ]
        pinned: list[tuple[list[str], bool]] = []
        sidebar.pin_requested.connect(lambda *what: pinned.append(what))
        menu.actions()[1].trigger()
        assert pinned == [(["id-1"], False)]

    def test_a_snippet_shows_the_found_word_even_far_behind(self) -> None:
        runs = snippet_runs("a" * 60 + " \x01needle\x02 and more")
        assert runs[0][0].startswith("…")
        assert len(runs[0][0]) < 12, "the list may be narrow"
        assert runs[1] == ("needle", True)


class TestChoices:
    def test_arrows_skip_headings_and_what_cannot_be_chosen(self, theme: ThemeController, qtbot: QtBot) -> None:
        panel = ChoicePanel(theme, placeholder="Choose", width=300, height=300)
        qtbot.addWidget(panel)
        panel.show()
        chosen: list[str] = []
        panel.chosen.connect(chosen.append)
        panel.set_choices(
            [
                Choice(id="a", title="Alpha", group="One"),
                Choice(id="b", title="Broken", group="One", detail="No key.", enabled=False),
                Choice(id="c", title="Gamma", group="Two", current=True),
            ]
        )
        QTest.keyClick(panel.edit, Qt.Key.Key_Return)
        QTest.keyClick(panel.edit, Qt.Key.Key_Down)  # round the end
        QTest.keyClick(panel.edit, Qt.Key.Key_Return)
        QTest.keyClicks(panel.edit, "gam")
        QTest.keyClick(panel.edit, Qt.Key.Key_Return)
        panel.edit.clear()
        QTest.keyClicks(panel.edit, "broken")
        QTest.keyClick(panel.edit, Qt.Key.Key_Return)
        assert chosen == ["c", "a", "c"]


class TestDock:
    def model(self, *specs: object) -> ModelInfo:
        capabilities = Capabilities(context_tokens=1000, parameters=specs)  # type: ignore[arg-type]
        return ModelInfo(id=ModelId("p", "m"), title="Model M", capabilities=capabilities)

    @pytest.fixture
    def dock(self, theme: ThemeController, qtbot: QtBot) -> Dock:
        dock = Dock(theme)
        qtbot.addWidget(dock)
        dock.resize(300, 800)
        dock.show()
        return dock

    def test_it_has_a_row_for_each_parameter_the_model_takes_with_its_help(self, dock: Dock) -> None:
        dock.set_model(self.model(TEMPERATURE, STOP), provider_title="P")
        assert set(dock.rows) == {"temperature", "stop"}
        assert dock.rows["temperature"].field.accessibleDescription() == TEMPERATURE.help
        dock.set_model(self.model(SEED), provider_title="P")
        assert set(dock.rows) == {"seed"}

    @pytest.mark.parametrize("specs", [KNOWN, parameters_for(8_192, {})], ids=["cloud", "local"])
    def test_no_field_is_pushed_out_of_the_narrowest_dock_by_its_title(
        self, dock: Dock, specs: tuple[ParameterSpec, ...]
    ) -> None:
        dock.resize(240, 400)
        dock.set_model(self.model(*specs), provider_title="P")
        for group in dock.parameters.groups.values():
            QTest.mouseClick(group.line, Qt.MouseButton.LeftButton)
        QApplication.processEvents()
        for row in dock.rows.values():
            right_edge = row.field.mapTo(dock, row.field.rect().topRight()).x()
            assert right_edge < dock.width() - 10, row.spec.name  # the scroll bar's room

    def test_a_value_is_set_by_keys_and_given_back_by_the_reset_button(self, dock: Dock) -> None:
        changes: list[tuple[str, object]] = []
        dock.parameter_changed.connect(lambda *what: changes.append(what))
        dock.set_model(self.model(TEMPERATURE, MAX_TOKENS), provider_title="P")
        row = dock.rows["temperature"]
        row.field.setFocus()
        row.field.selectAll()  # type: ignore[attr-defined]
        QTest.keyClicks(row.field, "0.30")
        QTest.keyClick(row.field, Qt.Key.Key_Return)
        QTest.mouseClick(row._reset, Qt.MouseButton.LeftButton)
        assert changes == [("temperature", 0.3), ("temperature", None)]

    def test_what_the_model_does_not_take_is_said_and_can_be_reset(self, dock: Dock) -> None:
        changes: list[tuple[str, object]] = []
        dock.parameter_changed.connect(lambda *what: changes.append(what))
        dock.set_values({"temperature": 0.4})
        dock.set_model(self.model(SEED), provider_title="P")
        dock.set_values({"temperature": 0.4})
        QApplication.processEvents()
        words = [label.text() for label in dock.parameters.findChildren(QLabel) if label.isVisible()]
        assert "Temperature is set to 0.4. Model M takes no Temperature." in words
        button = next(b for b in dock.parameters.findChildren(QPushButton) if "Reset Temperature" in b.text())
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert changes == [("temperature", None)]

    def test_what_the_model_does_not_take_stands_there_greyed_with_the_reason(self, dock: Dock) -> None:
        model = self.model(SEED)
        why = "Model M sets its own sampling; it takes no Temperature."
        refused = [(spec, f"Model M takes no {spec.title}.") for spec in (TOP_K, MIN_P, STOP)]
        capabilities = dataclasses.replace(model.capabilities, refused=((TEMPERATURE, why), *refused))
        dock.set_model(dataclasses.replace(model, capabilities=capabilities), provider_title="P")
        QApplication.processEvents()
        shown = [label for label in dock.parameters.not_taken.findChildren(QLabel) if label.isVisible()]
        together = "Model M takes no Top K, Min P or Stop at."
        assert [label.text() for label in shown] == ["Temperature", why, "Top K, Min P, Stop at", together]
        assert not shown[0].isEnabled()
        assert "temperature" not in dock.rows
        dock.set_model(self.model(*COMMON), provider_title="P")
        assert not dock.parameters.not_taken.isVisible()

    def test_where_facts_are_from_and_what_long_prompts_cost_is_told(self, dock: Dock) -> None:
        bands = (PriceBand(above_tokens=200_000, input=4.0, output=15.0),)
        price = Price(input=2.0, output=10.0, cached_input=0.2, bands=bands)
        model = dataclasses.replace(self.model(SEED), price=price, source="P's own list of 2026-11-26")
        dock.set_model(model, provider_title="P")
        assert dock._facts.toolTip() == "p:m\nFrom: P's own list of 2026-11-26."
        assert dock._facts.accessibleDescription() == dock._facts.toolTip()
        assert "$2 in and $10 out a million tokens, $0.2 cached" in dock._facts.text()
        assert "above 200k tokens: $4 in and $15 out" in dock._facts.text()

    def test_groups_fold_by_keys_stay_as_they_were_left_and_count_what_is_set(self, dock: Dock) -> None:
        sampling = [dataclasses.replace(spec, group="Sampling") for spec in (TOP_K, MIN_P)]
        repetition = dataclasses.replace(REPEAT_PENALTY, group="Repetition")
        dock.set_model(self.model(sampling[0], TEMPERATURE, repetition, sampling[1]), provider_title="P")
        QApplication.processEvents()
        groups = dock.parameters.groups
        assert list(groups) == ["Sampling", "Repetition"]
        assert dock.rows["temperature"].isVisible()
        assert not dock.rows["top_k"].isVisible()
        assert dock.rows["temperature"].y() < groups["Sampling"].y()
        line = groups["Sampling"].line
        line.setFocus()
        QTest.keyClick(line, Qt.Key.Key_Space)
        assert dock.rows["top_k"].isVisible()
        assert dock.rows["min_p"].isVisible()
        assert not dock.rows["repeat_penalty"].isVisible()
        dock.set_values({"top_k": 7, "min_p": 0.1, "repeat_penalty": 1.1, "temperature": 0.2})
        assert [group.line.text() for group in groups.values()] == ["Sampling  ·  2 set", "Repetition  ·  1 set"]
        # Another model, and the first one again: what was unfolded stays so.
        dock.set_model(self.model(SEED), provider_title="P")
        QApplication.processEvents()
        dock.set_model(self.model(*sampling, repetition), provider_title="P")
        QApplication.processEvents()
        assert dock.rows["top_k"].isVisible()
        assert not dock.rows["repeat_penalty"].isVisible()
        assert dock.parameters.groups["Repetition"].line.text() == "Repetition  ·  1 set"

    def test_all_parameters_are_given_back_at_once(self, dock: Dock, qtbot: QtBot) -> None:
        dock.set_model(self.model(TEMPERATURE, TOP_K), provider_title="P")
        QApplication.processEvents()
        button = dock.parameters.reset_all
        assert not button.isEnabled()
        dock.set_values({"top_k": 7})
        assert button.isEnabled()
        with qtbot.waitSignal(dock.parameters_reset):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def test_the_help_says_what_holds_where_a_parameter_is_left_alone(self, dock: Dock) -> None:
        dock.set_model(self.model(dataclasses.replace(TEMPERATURE, default=0.8)), provider_title="P")
        QApplication.processEvents()
        row = dock.rows["temperature"]
        QTest.mouseClick(row._info, Qt.MouseButton.LeftButton)
        assert row._help.isVisible()
        assert row._help.text().endswith("Left alone: 0.8.")

    @pytest.mark.parametrize(
        "value",
        [
            pytest.param(10**400, id="more than a float holds"),
            pytest.param(10**5000, id="more than Python writes"),
            *(float("nan"), float("inf"), "0.4", [1], {"a": None}, -1, True),
        ],
    )
    def test_a_stored_value_that_cannot_be_used_is_named_and_no_other_is_shown(self, dock: Dock, value: object) -> None:
        changes: list[tuple[str, object]] = []
        dock.parameter_changed.connect(lambda *what: changes.append(what))
        dock.set_model(self.model(TEMPERATURE), provider_title="P")
        QApplication.processEvents()
        row = dock.rows["temperature"]
        dock.set_values({"temperature": value, "unknown": value})
        assert row._help.isVisible()
        assert row._help.text().startswith("Temperature ")
        assert row.field.text() == "default"  # type: ignore[attr-defined]  # a number's field
        assert changes == []
        QTest.mouseClick(row._reset, Qt.MouseButton.LeftButton)
        assert changes == [("temperature", None)]
        words = [label.text() for label in dock.parameters.findChildren(QLabel)]
        assert any(text.startswith("unknown is set to ") and len(text) < 200 for text in words)

    def test_ten_thousand_stop_texts_are_refused_in_place(self, dock: Dock) -> None:
        changes: list[tuple[str, object]] = []
        dock.parameter_changed.connect(lambda *what: changes.append(what))
        dock.set_model(self.model(STOP), provider_title="P")
        QApplication.processEvents()
        row = dock.rows["stop"]
        assert isinstance(row.field, QPlainTextEdit)
        row.field.setPlainText("\n".join(str(number) for number in range(10_000)))
        assert row._help.text() == "Stop at takes at most 4 texts, not 10,000."
        assert changes == []

    def test_the_chats_choice_for_a_full_context_is_shown_and_changed_by_keys(self, dock: Dock, qtbot: QtBot) -> None:
        dock.set_overflow(None, Overflow.DROP)
        choice = dock.context.choice
        assert choice.currentText() == "As in the settings: drop the oldest turns"
        choice.setFocus()
        with qtbot.waitSignal(dock.overflow_changed) as told:
            QTest.keyClick(choice, Qt.Key.Key_End)
        assert told.args == [Overflow.SUMMARISE]
        dock.set_overflow(Overflow.STOP, Overflow.ASK)
        assert choice.currentText() == "Send nothing"

    def test_the_prompt_is_not_lost_when_another_chat_is_shown_at_once(self, dock: Dock) -> None:
        prompts: list[object] = []
        dock.system_prompt_changed.connect(prompts.append)
        QTest.keyClicks(dock._prompt, "Be brief.")
        assert prompts == []
        dock.flush()
        assert prompts == ["Be brief."]

    def test_whose_prompt_is_sent_is_said_and_the_chats_own_can_be_taken_away(self, dock: Dock) -> None:
        prompts: list[object] = []
        dock.system_prompt_changed.connect(prompts.append)
        dock.set_system_prompt(None, "")
        assert dock._origin.isHidden()
        dock.set_system_prompt(None, "Be polite.")
        assert dock._origin.text() == "The general one of the settings is sent."
        dock.set_system_prompt("You audit.", "Be polite.", made_of="security_audit")
        made_of = "From “security_audit” of the library. "
        assert dock._origin.text() == made_of + "Sent in this chat only, instead of the general one."
        QTest.keyClicks(dock._prompt, "More.")
        assert dock._origin.text() == "Sent in this chat only, instead of the general one."
        dock._forget.click()
        assert prompts == [None]


class TestNotices:
    def test_the_action_runs_once_and_the_notice_goes(self, theme: ThemeController, qtbot: QtBot) -> None:
        from PySide6.QtWidgets import QPushButton, QWidget

        host = QWidget()
        qtbot.addWidget(host)
        host.resize(600, 400)
        host.show()
        strip = NoticeStrip(host, theme)
        undone: list[bool] = []
        strip.post(Notice(text="Deleted.", action="Undo", call=lambda: undone.append(True)))
        undo = strip.findChild(QPushButton)
        assert undo is not None
        QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
        assert undone == [True]
        assert strip.shown == ()

    def test_more_than_three_wait_and_none_is_shown_twice(self, theme: ThemeController, qtbot: QtBot) -> None:
        from PySide6.QtWidgets import QWidget

        host = QWidget()
        qtbot.addWidget(host)
        host.resize(600, 400)
        host.show()
        strip = NoticeStrip(host, theme)
        for number in (1, 1, 2, 3, 4, 4):
            strip.post(Notice(text=f"Fault {number}", kind=NoticeKind.FAULT, stays=True))
        assert [notice.text for notice in strip.shown] == ["Fault 1", "Fault 2", "Fault 3"]
        assert strip.close_newest()
        assert [notice.text for notice in strip.shown] == ["Fault 1", "Fault 2", "Fault 4"]


class TestPreferences:
    def test_every_setting_has_a_row_and_the_search_finds_it_by_its_help(
        self, theme: ThemeController, qtbot: QtBot
    ) -> None:
        from PySide6.QtWidgets import QWidget

        parent = QWidget()
        qtbot.addWidget(parent)
        dialog = SettingsDialog(theme, parent)
        assert set(dialog.rows) == {info.name for info in setting_infos()}
        dialog.set_settings(Settings())
        dialog.open_page("AWS")
        assert dialog.page == "AWS"
        QTest.keyClicks(dialog.search, "disclose no secrets")
        assert [name for name, row in dialog.rows.items() if row.isVisible()] == ["aws_run_reads"]
        dialog.search.clear()
        assert dialog.rows["aws_read_only"].isVisible()
        changed: list[tuple[str, object]] = []
        dialog.setting_changed.connect(lambda *what: changed.append(what))
        dialog.rows["aws_read_only"].field.setFocus()
        QTest.keyClick(dialog.rows["aws_read_only"].field, Qt.Key.Key_Space)
        assert changed == [("aws_read_only", True)]
        dialog.close()

    def test_no_page_is_wider_than_the_window_it_opens_in(self, theme: ThemeController, qtbot: QtBot) -> None:
        from PySide6.QtWidgets import QScrollArea, QWidget

        parent = QWidget()
        qtbot.addWidget(parent)
        dialog = SettingsDialog(theme, parent)
        dialog.set_settings(Settings())
        cut = []
        for info in setting_infos():
            dialog.open_page(info.section)
            page = next(area for area in dialog.findChildren(QScrollArea) if area.accessibleName() == info.section)
            if page.widget().minimumSizeHint().width() > page.viewport().width():
                cut.append(info.section)
        dialog.close()
        assert cut == []

    def test_a_key_is_taken_in_and_forgotten_by_the_field(self, qapp: QApplication, qtbot: QtBot) -> None:
        page = KeysPage()
        qtbot.addWidget(page)
        page.show()
        page.set_statuses([ProviderStatus(name="anthropic", title="Anthropic", needs_key=True, has_key=False)])
        row = page.rows["anthropic"]
        kept: list[tuple[str, str]] = []
        page.key_set.connect(lambda *what: kept.append(what))
        QTest.mouseClick(row.replace_button, Qt.MouseButton.LeftButton)
        assert row.edit.echoMode() is QLineEdit.EchoMode.Password
        QTest.keyClicks(row.edit, "sk-test")
        QTest.keyClick(row.edit, Qt.Key.Key_Return)
        assert kept == [("anthropic", "sk-test")]
        assert row.edit.text() == ""
        assert not row.edit.isUndoAvailable()
        assert "Trying" in row._state.text()
        page.set_statuses([ProviderStatus(name="anthropic", title="Anthropic", needs_key=True, has_key=True)])
        removed: list[str] = []
        page.key_removed.connect(removed.append)
        QTest.mouseClick(row.remove_button, Qt.MouseButton.LeftButton)
        assert removed == ["anthropic"]

    def test_a_long_name_gives_way_in_its_middle_and_its_arrow_stays(
        self, theme: ThemeController, qtbot: QtBot
    ) -> None:
        header = Header(theme)
        qtbot.addWidget(header)
        header.set_private(True)
        header.set_model("A model with a name of very many words 405B", model_id="x:y", is_private=False)
        header.resize(header.minimumSizeHint().width() + 40, 60)
        header.show()
        button = header.model_button
        qtbot.waitUntil(lambda: button.width() < button.sizeHint().width())
        assert isinstance(button, Badge)
        shown = button.shown_text
        assert shown.endswith("▾")
        assert "…" in shown
        assert button.fontMetrics().horizontalAdvance(shown) < button.width()

    def test_where_calls_go_stays_readable_beside_a_long_name_in_a_narrow_header(
        self, theme: ThemeController, qtbot: QtBot
    ) -> None:
        header = Header(theme)
        qtbot.addWidget(header)
        account = Account(key="demo", title="Demo account", kind=AccountKind.DEMO, region="us-east-1")
        header.set_account(account, "us-east-1", None)
        header.set_private(True)
        header.set_model("A model with a name of very many words 405B", model_id="x:y", is_private=False)
        header.resize(440, 60)
        header.show()
        badge = header.account_button
        assert isinstance(badge, Badge)
        qtbot.waitUntil(lambda: header.model_button.maximumWidth() <= 440 // 2)
        qtbot.waitUntil(lambda: badge.width() >= header.model_button.width())
        assert badge.shown_text.startswith("Demo")
        header.resize(665, 60)
        qtbot.waitUntil(lambda: badge.shown_text == badge.text())

    def test_buttons_leave_for_the_menu_before_it_cannot_be_read_where_calls_go(
        self, theme: ThemeController, qtbot: QtBot
    ) -> None:
        header = Header(theme)
        qtbot.addWidget(header)
        account = Account(key="demo", title="Demo account", kind=AccountKind.DEMO, region="us-east-1")
        header.set_account(account, "us-east-1", None)
        header.set_model("AWS request recogniser, very well", model_id="x:y", is_private=True)
        header.resize(460, 60)
        header.show()
        header.work_button.show()
        account_badge, model_badge = header.account_button, header.model_button
        assert isinstance(account_badge, Badge)
        assert isinstance(model_badge, Badge)
        qtbot.waitUntil(lambda: header.dock_button.isHidden() and header.menu_button.isVisible())
        qtbot.waitUntil(lambda: account_badge.shown_text == account_badge.text())
        assert model_badge.shown_text.startswith("AWS")
        qtbot.waitUntil(lambda: header.work_button.x() > account_badge.geometry().right())
        header.resize(900, 60)
        qtbot.waitUntil(lambda: header.dock_button.isVisible() and header.private_button.isVisible())

    def test_a_key_of_the_environment_is_named_by_its_variable_and_cannot_be_removed(
        self, qapp: QApplication, qtbot: QtBot
    ) -> None:
        page = KeysPage()
        qtbot.addWidget(page)
        page.show()
        status = ProviderStatus(
            name="anthropic", title="Anthropic", needs_key=True, has_key=True, key_variable="ANTHROPIC_API_KEY"
        )
        page.set_statuses([status])
        row = page.rows["anthropic"]
        assert "ANTHROPIC_API_KEY" in row._state.text()
        assert not row.remove_button.isVisible()
        assert row.replace_button.text() == "Use another"

    def test_an_endpoint_is_added_changed_and_removed_and_a_name_is_used_once(
        self, qapp: QApplication, qtbot: QtBot
    ) -> None:
        page = EndpointsPage()
        qtbot.addWidget(page)
        page.show()
        lists: list[tuple[Endpoint, ...]] = []
        page.endpoints_changed.connect(lists.append)
        have = Endpoint(name="ollama", url="http://localhost:11434/v1", needs_key=False)
        page.set_endpoints([have], [])
        QTest.mouseClick(page.add_button, Qt.MouseButton.LeftButton)
        QTest.keyClicks(page.name, "ollama")
        QTest.keyClicks(page.url, "http://localhost:8080/v1")
        QTest.mouseClick(page.save_button, Qt.MouseButton.LeftButton)
        assert lists == []
        assert "already" in page._problem.text()
        page.name.setText("mine")
        QTest.mouseClick(page.save_button, Qt.MouseButton.LeftButton)
        assert [item.name for item in lists[-1]] == ["ollama", "mine"]
        page.close_form()
        assert page.focusWidget() is page.add_button

    def test_well_known_endpoints_are_added_by_choosing_them_and_those_with_a_key_ask_for_it(
        self, qapp: QApplication, qtbot: QtBot
    ) -> None:
        page = EndpointsPage()
        qtbot.addWidget(page)
        page.show()
        assert not page.known_button.isVisible()
        ollama = Endpoint(name="ollama", title="Ollama", url="http://localhost:11434/v1", needs_key=False)
        router = Endpoint(name="openrouter", title="OpenRouter", url="https://openrouter.ai/api/v1")
        lists: list[tuple[Endpoint, ...]] = []
        keys: list[str] = []
        page.endpoints_changed.connect(lists.append)
        page.key_requested.connect(keys.append)

        def offered() -> dict[str, QAction]:
            return {action.text(): action for action in page.known_menu.actions() if not action.isSeparator()}

        page.set_well_known([EndpointPreset(endpoint=router), EndpointPreset(endpoint=ollama)])
        assert list(offered()) == ["Ollama", "OpenRouter"]
        offered()["OpenRouter"].trigger()
        assert (keys, lists) == (["openrouter"], [])
        offered()["Ollama"].trigger()
        assert lists == [(ollama,)]
        has_key = ProviderStatus(name="openrouter", title="OpenRouter", needs_key=True, has_key=True)
        page.set_endpoints([ollama], [])
        assert list(offered()) == ["OpenRouter"]
        page.set_endpoints([ollama], [has_key])
        assert not page.known_button.isVisible()
        edit = next(b for b in page.findChildren(QPushButton) if b.accessibleName() == "Edit Ollama")
        QTest.mouseClick(edit, Qt.MouseButton.LeftButton)
        page.url.setText("http://localhost:11435/v1")
        QTest.mouseClick(page.save_button, Qt.MouseButton.LeftButton)
        assert lists[-1] == (dataclasses.replace(ollama, url="http://localhost:11435/v1"),)

    def test_an_endpoint_whose_address_is_the_persons_own_opens_the_form_with_what_is_usual(
        self, qapp: QApplication, qtbot: QtBot
    ) -> None:
        page = EndpointsPage()
        qtbot.addWidget(page)
        page.show()
        lists: list[tuple[Endpoint, ...]] = []
        page.endpoints_changed.connect(lists.append)
        azure = Endpoint(
            name="azure", title="Azure OpenAI", url="https://YOUR-RESOURCE.example/openai/v1", api="responses"
        )
        vllm = Endpoint(name="vllm", title="vLLM", url="http://localhost:8000/v1", needs_key=False)
        page.set_well_known(
            [
                EndpointPreset(endpoint=azure, asks_url=True, note="Name your deployments."),
                EndpointPreset(endpoint=vllm, asks_url=True),
            ]
        )
        offered = {action.text(): action for action in page.known_menu.actions() if not action.isSeparator()}
        assert list(offered) == ["vLLM…", "Azure OpenAI…"]
        offered["vLLM…"].trigger()
        assert page.url.text() == "http://localhost:8000/v1"
        offered["Azure OpenAI…"].trigger()
        assert page.focusWidget() is page.url
        assert (page.name.text(), page.url.text(), page.url.placeholderText()) == ("azure", "", azure.url)
        assert any(
            label.text() == "Name your deployments." and label.isVisible() for label in page.findChildren(QLabel)
        )
        QTest.keyClicks(page.url, "https://mine.openai.azure.com/openai/v1")
        QTest.keyClicks(page.models, "gpt-main, gpt-small,, gpt-main")
        QTest.keyClick(page.url, Qt.Key.Key_Return)
        assert lists == [
            (
                Endpoint(
                    name="azure",
                    title="Azure OpenAI",
                    url="https://mine.openai.azure.com/openai/v1",
                    models=("gpt-main", "gpt-small"),
                ),
            )
        ]

    def test_servers_found_on_this_machine_are_offered_and_what_is_in_the_list_is_not(
        self, qapp: QApplication, qtbot: QtBot
    ) -> None:
        page = EndpointsPage()
        qtbot.addWidget(page)
        page.show()
        ollama = Endpoint(name="ollama", title="Ollama", url="http://localhost:11434/v1", needs_key=False)
        studio = Endpoint(name="lmstudio", title="LM Studio", url="http://localhost:1234/v1", needs_key=False)
        page.set_well_known([EndpointPreset(endpoint=ollama), EndpointPreset(endpoint=studio)])
        page.set_endpoints([ollama], [])
        lists: list[tuple[Endpoint, ...]] = []
        page.endpoints_changed.connect(lists.append)

        def buttons() -> dict[str, QPushButton]:
            return {
                b.text(): b for b in page.findChildren(QPushButton) if b.isVisible() and b.text().startswith("Add ")
            }

        def says(words: str) -> bool:
            return any(words in label.text() for label in page.findChildren(QLabel) if label.isVisible())

        page.look_requested.connect(page.set_looking)
        page.look_button.setFocus()
        QTest.keyClick(page.look_button, Qt.Key.Key_Space)
        assert not page.look_button.isEnabled()
        page.set_found([])
        assert says("1234, 11434")
        page.set_found([ollama])
        assert says("in the list already")
        page.set_found([ollama, studio])
        qapp.processEvents()
        assert list(buttons()) == ["Add an endpoint…", "Add LM Studio at http://localhost:1234/v1"]
        QTest.mouseClick(buttons()["Add LM Studio at http://localhost:1234/v1"], Qt.MouseButton.LeftButton)
        assert lists == [(ollama, studio)]
        assert page.look_button.isEnabled()

    def test_a_number_that_is_no_amount_is_shown_in_words(self, theme: ThemeController, qtbot: QtBot) -> None:
        row = SettingRow(next(info for info in setting_infos() if info.name == "local_idle_minutes"))
        qtbot.addWidget(row)
        field = row.field
        assert isinstance(field, QSpinBox)
        changed: list[object] = []
        row.changed.connect(lambda _, value: changed.append(value))
        row.set_value(0)
        assert field.text() == "Never"
        field.selectAll()
        QTest.keyClicks(field, "5")
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert (field.text(), changed) == ("5 min", [5])


class TestFindBar:
    def test_it_asks_after_a_pause_and_enter_goes_on(self, theme: ThemeController, qtbot: QtBot) -> None:
        bar = FindBar(theme)
        qtbot.addWidget(bar)
        asked: list[str] = []
        steps: list[int] = []
        bar.find_requested.connect(asked.append)
        bar.step_requested.connect(steps.append)
        bar.open_bar()
        with qtbot.waitSignal(bar.find_requested):
            QTest.keyClicks(bar.edit, "vol")
        assert asked == ["vol"]
        bar.set_found(1, 3)
        assert bar._found.text() == "1 of 3"
        QTest.keyClick(bar.edit, Qt.Key.Key_Return)
        QTest.keyClick(bar.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        assert steps == [1, -1]
        QTest.keyClick(bar.edit, Qt.Key.Key_Escape)
        assert not bar.isVisible()
        assert asked[-1] == "", "closing ends the search"


class TestWindowState:
    def test_it_is_kept_and_read_back(self, tmp_path: Path) -> None:
        file = AttachmentPart(name="a.txt", media_type="text/plain", sha256="0" * 64, size_bytes=3, chars=3)
        state = WindowState(
            sidebar_width=300,
            dock_shown=False,
            conversation_id="x",
            drafts={"x": "half a thought"},
            draft_files={"x": (file,)},
        )
        save_state(tmp_path / "deep" / "window.json", state)
        assert load_state(tmp_path / "deep" / "window.json") == state
        assert [path.name for path in (tmp_path / "deep").iterdir()] == ["window.json"]

    @pytest.mark.parametrize(
        "text",
        [
            *("", "{", "[]", "\x00\xff", '{"sidebar_width": "wide", "drafts": {"a": 3}}'),
            '{"draft_files": {"a": [{"name": 3}], "b": "c", "d": []}}',
        ],
    )
    def test_a_damaged_file_means_a_window_as_on_the_first_day(self, tmp_path: Path, text: str) -> None:
        (tmp_path / "window.json").write_text(text, encoding="latin-1")
        assert load_state(tmp_path / "window.json") == WindowState()

    def test_a_huge_draft_is_left_out(self, tmp_path: Path) -> None:
        save_state(tmp_path / "w.json", WindowState(drafts={"a": "x" * 300_000, "b": "kept"}))
        assert json.loads((tmp_path / "w.json").read_text())["drafts"] == {"b": "kept"}


def test_a_line_without_room_ends_in_an_ellipsis_and_tells_itself_whole(qtbot: QtBot) -> None:
    line = ElidedLabel()
    qtbot.addWidget(line)
    line.setText("ec2 · StopInstances")
    line.resize(line.sizeHint())
    assert line.shown_text == "ec2 · StopInstances"
    line.resize(line.sizeHint().width() * 3 // 4, line.height())
    assert line.shown_text.endswith("…")
    assert line.text() == "ec2 · StopInstances"


def test_an_area_shows_the_focus_that_came_by_a_key_and_not_by_a_click(theme: ThemeController, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    area, other = QScrollArea(window), QPushButton(window)
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    ring = FocusRing(area, theme)
    window.show()
    area.resize(200, 100)
    window.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    for reason, shown in ((Qt.FocusReason.ShortcutFocusReason, True), (Qt.FocusReason.MouseFocusReason, False)):
        area.setFocus(reason)
        qtbot.waitUntil(area.hasFocus)
        assert ring.isVisible() is shown
        assert ring.size() == area.size()
        other.setFocus()
        qtbot.waitUntil(other.hasFocus)
        assert not ring.isVisible()
