"""The settings dialog: a page a section, a search over all of them; emits changes and saves none."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.language import marked, tr
from app.domain.settings import Settings, setting_infos
from app.ui.language import are_same
from app.ui.look.sizes import hold_size
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import ThemeController, scaled
from app.ui.look.tokens import BETWEEN, GRID, INSIDE, TURN
from app.ui.preferences.about_page import AboutPage
from app.ui.preferences.endpoints_page import EndpointsPage
from app.ui.preferences.keeping_page import KeepingPage
from app.ui.preferences.kept_answers_page import KeptAnswersPage
from app.ui.preferences.keys_page import KeysPage
from app.ui.preferences.local_page import LocalPage
from app.ui.preferences.model_list_field import ModelListField
from app.ui.preferences.policy_page import PolicyPage
from app.ui.preferences.routing_page import RoutingPage
from app.ui.preferences.serving_page import ServingPage
from app.ui.preferences.setting_rows import SettingRow

KEYS, ENDPOINTS = marked("Keys"), marked("Endpoints")
MODEL_FILES, ABOUT = marked("Model files"), marked("About")
LOCAL_MODELS = "Local models"
SERVING = "Other programs"
BUDGETS = "Budgets"
KEPT_ANSWERS = "Kept answers"
HISTORY = "History"
ROUTING = "Routing"
AWS, POLICY = "AWS", marked("Policy")
NETWORK, MODERATION = "Network", "Moderation"


class SettingsDialog(QDialog):
    """``setting_changed(name, value)``; pages have their own; ``page_shown(title)`` when one opens, in English;
    ``restart_requested``: for a setting that counts from the next start on.
    """

    setting_changed = Signal(str, object)
    restart_requested = Signal()
    page_shown = Signal(str)

    def __init__(self, theme: ThemeController, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Settings"))
        self.setModal(False)
        self.resize(scaled(820), scaled(600))
        self.setMinimumSize(720, 420)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search settings"))
        self.search.setAccessibleName(tr("Search settings"))
        self.search.setClearButtonEnabled(True)
        self.nav = QListWidget()
        self.nav.setObjectName("settings-nav")
        self.nav.setAccessibleName(tr("Sections"))
        self.keys = KeysPage()
        self.endpoints = EndpointsPage()
        self.local = LocalPage(theme)
        self.serving = ServingPage()
        self.kept = KeptAnswersPage()
        self.keeping = KeepingPage()
        self.routing = RoutingPage()
        self.policy = PolicyPage(theme)
        self.about = AboutPage(theme)
        self.rows: dict[str, SettingRow] = {}
        self._pages = QStackedWidget()
        self._titles: list[str] = []
        self._homes: dict[str, QVBoxLayout] = {}
        for info in setting_infos():
            if info.section not in self._homes:
                column = QVBoxLayout()
                column.setSpacing(BETWEEN)
                self._homes[info.section] = column
            row = SettingRow(info)
            row.changed.connect(self.setting_changed)
            row.restart_requested.connect(self.restart_requested)
            self.rows[info.name] = row
            self._homes[info.section].addWidget(row)
        for title, home in self._homes.items():
            host = QWidget()
            host.setLayout(home)
            home.setContentsMargins(0, 0, 0, 0)
            home.addStretch(1)
            if title == SERVING:
                home.insertWidget(0, self.serving)
            if title == KEPT_ANSWERS:
                home.insertWidget(0, self.kept)
            if title == HISTORY:
                home.insertWidget(home.count() - 1, self.keeping)
            if title == ROUTING:
                home.insertWidget(0, self.routing)
            self._add_page(title, host)
            if title == "Models":
                self._add_page(KEYS, self.keys)
                self._add_page(ENDPOINTS, self.endpoints)
            if title == AWS:
                self._add_page(POLICY, self.policy)
            if title == LOCAL_MODELS:
                self._add_page(MODEL_FILES, self.local)
        self._add_page(ABOUT, self.about)
        self._found = QVBoxLayout()
        self._found.setContentsMargins(0, 0, 0, 0)
        self._found.setSpacing(BETWEEN)
        found = QWidget()
        found.setLayout(self._found)
        self._nothing = QLabel(tr("No setting fits."))
        set_look(self._nothing, "muted")
        self._found.addWidget(self._nothing)
        self._found.addStretch(1)
        self._pages.addWidget(_page(marked("Found"), found))

        left = QWidget()
        set_look(left, "surface")
        left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        hold_size(left, width_px=200)
        column = QVBoxLayout(left)
        column.setContentsMargins(INSIDE, BETWEEN, INSIDE, INSIDE)
        column.setSpacing(INSIDE)
        column.addWidget(self.search)
        column.addWidget(self.nav, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(left)
        layout.addWidget(self._pages, 1)
        self.nav.currentRowChanged.connect(self._show)
        self.search.textChanged.connect(self._search)
        self.nav.setCurrentRow(0)

    def set_settings(self, settings: Settings) -> None:
        """Show the settings in force."""
        for name, row in self.rows.items():
            row.set_value(getattr(settings, name))

    def set_at_start(self, settings: Settings) -> None:
        """Tell what Baton started with: some settings count from the next start on, and say so once they differ."""
        for name, row in self.rows.items():
            row.set_at_start(getattr(settings, name), _same_language if name == "language" else None)

    def set_known(self, name: str, values: Sequence[str]) -> None:
        """Offer ``values`` while the text of the setting ``name`` is typed; others can be typed too."""
        field = self.rows[name].field
        if isinstance(field, ModelListField):
            field.set_known(values)
        if isinstance(field, QLineEdit):
            completer = QCompleter(list(values), field)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            field.setCompleter(completer)

    def open_page(self, title: str) -> None:
        """Show the page ``title``, or stay where it is for an empty one."""
        self.search.clear()
        if title in self._titles:
            self.nav.setCurrentRow(self._titles.index(title))
            self.page_shown.emit(title)
        self.show()
        self.raise_()
        self.activateWindow()
        self.nav.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def page(self) -> str:
        """The title of the page shown."""
        return self._titles[self.nav.currentRow()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter in a field takes its value; it must not press a button somewhere else.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return
        super().keyPressEvent(event)

    def _add_page(self, title: str, body: QWidget) -> None:
        self._titles.append(title)
        self.nav.addItem(tr(title))
        self._pages.addWidget(_page(title, body))

    def _show(self, row: int) -> None:
        if row >= 0 and not self.search.text():
            self._pages.setCurrentIndex(row)
            self.page_shown.emit(self._titles[row])

    def _search(self, typed: str) -> None:
        for row in self.rows.values():
            home = self._found if typed.strip() else self._homes[row.info.section]
            home.insertWidget(home.count() - 1, row)
            row.setVisible(not typed.strip() or row.matches(typed))
        if typed.strip():
            self._nothing.setVisible(not any(row.matches(typed) for row in self.rows.values()))
            self._pages.setCurrentIndex(self._pages.count() - 1)
        else:
            self._pages.setCurrentIndex(max(0, self.nav.currentRow()))


def _page(title: str, body: QWidget) -> QWidget:
    head = QLabel(tr(title))
    set_look(head, "heading")
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.setContentsMargins(TURN, TURN, TURN, TURN)
    column.setSpacing(BETWEEN)
    column.addWidget(head)
    column.addWidget(body, 1)
    column.addSpacing(GRID)
    scroll = QScrollArea()
    scroll.setAccessibleName(tr(title))
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it shows no focus, and its fields scroll it
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(inner)
    return scroll


def _same_language(one: object, other: object) -> bool:
    return are_same(str(one), str(other))
