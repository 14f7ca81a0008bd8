"""The prompt library: a list with a filter, and beside it the prompt chosen, or the editor. Keeps nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.file_names import name_key
from app.domain.language import tr
from app.domain.prompts import Prompt, PromptListing
from app.ui.commands.actions import native_keys
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import ThemeController
from app.ui.look.tokens import BETWEEN, INSIDE
from app.ui.prompts.choices import library_choices
from app.ui.prompts.editor import PromptEditor
from app.ui.prompts.page import PromptPage
from app.ui.widgets.choice_list import CHOICE_ROLE, Choice, ChoiceDelegate, ChoiceModel
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.problem_line import WayOut

_LOOK_AGAIN_MS = 2_000
_SIZE = (940, 640)


class LibraryWindow(QDialog):
    """``refresh_wanted`` while it is in sight, ``save_requested(before | None, after)``, and what the page asks for."""

    refresh_wanted = Signal()
    save_requested = Signal(object, object)
    import_requested = Signal()
    export_requested = Signal()

    def __init__(self, parent: QWidget, theme: ThemeController) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Prompt library"))
        self.resize(*_SIZE)
        self._listing = PromptListing()
        self._values: Mapping[str, Mapping[str, str]] = {}
        self._wanted = ""  # the prompt to select once it is listed
        self._way: WayOut | None = None
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(tr("Find a prompt"))
        self.filter.setAccessibleName(tr("Find a prompt"))
        self.filter.setClearButtonEnabled(True)
        self.filter.installEventFilter(self)
        self.model = ChoiceModel(self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(ChoiceDelegate(theme, self))
        self.view.setAccessibleName(tr("Prompts"))
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.installEventFilter(self)
        self.view.doubleClicked.connect(lambda _: self._use())
        self.view.selectionModel().currentChanged.connect(self._chosen)
        self.new = QPushButton(tr("New"))
        self.new.setToolTip(tr("Ctrl+N"))
        self.bring_in = QPushButton(tr("Import…"))
        self.send_out = QPushButton(tr("Export…"))
        tools = QHBoxLayout()
        tools.setSpacing(INSIDE)
        for button, call in (
            (self.new, self.begin_new),
            (self.bring_in, self.import_requested.emit),
            (self.send_out, self.export_requested.emit),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, call=call: call())
            tools.addWidget(button)
        tools.addStretch(1)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(BETWEEN, BETWEEN, INSIDE, BETWEEN)
        left.setSpacing(INSIDE)
        left.addWidget(self.filter)
        left.addWidget(self.view, 1)
        left.addLayout(tools)
        self.page = PromptPage(theme)
        self.page.edit_requested.connect(self._edit)
        self.editor = PromptEditor()
        self.editor.save_requested.connect(self.save_requested)
        self.editor.cancelled.connect(self.show_list)
        self._empty = EmptyState()
        self._empty.pressed.connect(self._leave_emptiness)
        self.stack = QStackedWidget()
        for page in (self._empty, self.page, self.editor):
            self.stack.addWidget(page)
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self.undo = QPushButton()
        set_look(self.undo, "link")
        self.undo.setAutoDefault(False)
        self.undo.clicked.connect(self._take_back)
        self._status = QWidget()
        status = QHBoxLayout(self._status)
        status.setContentsMargins(0, 0, 0, 0)
        status.addWidget(self._words, 1)
        status.addWidget(self.undo)
        self._status.hide()
        right_side = QWidget()
        right = QVBoxLayout(right_side)
        right.setContentsMargins(BETWEEN, BETWEEN, BETWEEN, BETWEEN)
        right.setSpacing(INSIDE)
        right.addWidget(self.stack, 1)
        right.addWidget(self._status)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._left)
        splitter.addWidget(right_side)
        splitter.setSizes([320, _SIZE[0] - 320])
        splitter.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(splitter)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_AGAIN_MS)
        self._timer.timeout.connect(self.refresh_wanted)
        self.filter.textChanged.connect(self._filter)
        self._shortcut("Ctrl+N", self.begin_new)
        self._shortcut("Ctrl+F", self.filter.setFocus)
        self._shortcut("F2", self._rename)

    @property
    def current(self) -> Prompt | None:
        """The prompt chosen."""
        row = self.view.currentIndex().data(CHOICE_ROLE) if self.view.currentIndex().isValid() else None
        return self._named(row.id) if isinstance(row, Choice) else None

    def set_listing(self, listing: PromptListing) -> None:
        """Show what there is now; what is chosen stays chosen, and what is being edited stays as it is."""
        if listing == self._listing and self.model.rowCount():
            return
        current = self._wanted or (self.current.name if self.current is not None else "")
        row = self.view.currentIndex().row()
        self._listing = listing
        self.model.set_choices(library_choices(listing.prompts))
        self._select(current, row)
        if listing.problems:
            self.say(" ".join(listing.problems), look="error")

    def set_values(self, values: Mapping[str, Mapping[str, str]]) -> None:
        """What was given for each prompt's variables last, by its name."""
        self._values = values
        self._show_current()

    def choose(self, name: str) -> None:
        """Select ``name``, now or as soon as it is listed."""
        self._wanted = name
        if self._named(name) is not None:
            self._select(name, -1)

    def begin_new(self, text: str = "") -> None:
        """Open the editor for a new prompt, which begins with ``text``."""
        if self.stack.currentWidget() is not self.editor:
            self._open_editor(None, text)

    def may_be_left(self) -> bool:
        """Whether quitting loses nothing that is being written; comes to the front and says so where it would."""
        if self.stack.currentWidget() is not self.editor or self.editor.may_be_left():
            return True
        self.show()
        self.raise_()
        self.activateWindow()
        return False

    def show_list(self) -> None:
        """Leave the editor."""
        self._left.setEnabled(True)
        self._show_current()
        self.view.setFocus()

    def say(self, words: str, *, look: str = "muted", way: WayOut | None = None) -> None:
        """Tell what was done, or why it was not, with a way back, or out."""
        set_look(self._words, look)
        self._words.setText(words)
        self._way = way
        self.undo.setVisible(way is not None)
        if way is not None:
            self.undo.setText(way.words)
        self._status.setVisible(bool(words))
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and watched in (self.filter, self.view):
                self._use()
                return True
            if watched is self.filter and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self._step(1 if key == Qt.Key.Key_Down else -1)
                return True
            if watched is self.view and key == Qt.Key.Key_Delete:
                if (prompt := self.current) is not None and not prompt.is_shipped:
                    self.page.delete_requested.emit(prompt.name)
                return True
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()
        if self.stack.currentWidget() is not self.editor:
            self.filter.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QPushButton):
            focused.click()  # none of them is a default one, which Enter in a field would press
        else:
            super().keyPressEvent(event)

    def _leave_emptiness(self) -> None:
        if self.filter.text().strip():
            self.filter.clear()
            self.filter.setFocus()
        else:
            self.begin_new()

    def _shortcut(self, keys: str, call: Callable[[], object]) -> None:
        QShortcut(QKeySequence(keys), self, call)

    def _named(self, name: str) -> Prompt | None:
        return next((prompt for prompt in self._listing.prompts if prompt.name == name), None)

    def _select(self, name: str, row: int) -> None:
        rows = range(self.model.rowCount())
        found = next((at for at in rows if getattr(self._row(at), "id", None) == name), None)
        if found is not None and name == self._wanted:
            self._wanted = ""
        if found is None:  # what was chosen is gone: its neighbour is, or the first
            usable = [at for at in rows if isinstance(self._row(at), Choice)]
            later = [at for at in usable if at >= row]
            found = later[0] if row >= 0 and later else usable[-1] if row >= 0 and usable else self.model.first()
        if found >= 0:
            self.view.setCurrentIndex(self.model.index(found, 0))
        self._show_current()

    def _row(self, at: int) -> object:
        return self.model.index(at, 0).data(CHOICE_ROLE)

    def _step(self, by: int) -> None:
        at = self.view.currentIndex().row() + by
        while 0 <= at < self.model.rowCount():
            if isinstance(self._row(at), Choice):
                self.view.setCurrentIndex(self.model.index(at, 0))
                return
            at += by

    def _filter(self, typed: str) -> None:
        self.model.set_filter(typed)
        self._select("", -1)

    def _chosen(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._show_current()

    def _show_current(self) -> None:
        if self.stack.currentWidget() is self.editor and not self._left.isEnabled():
            return
        prompt = self.current
        if prompt is None:
            typed = self.filter.text().strip()
            if typed:
                self._empty.say(tr("No prompt fits “{typed}”.", typed=typed), tr("Show all prompts"))
            else:
                said = tr("Prompts you use again and again stand here, each a text with blanks to fill in.")
                self._empty.say(said, tr("Write a prompt ({keys})", keys=native_keys("Ctrl+N")))
            self.stack.setCurrentWidget(self._empty)
            return
        self.page.show_prompt(prompt, self._values.get(prompt.name, {}))
        self.stack.setCurrentWidget(self.page)

    def _use(self) -> None:
        if (prompt := self.current) is not None and not prompt.problem:
            self.page.use_requested.emit(prompt.name)

    def _rename(self) -> None:
        if self.stack.currentWidget() is self.page:
            self.page.ask_name()

    def _edit(self, name: str) -> None:
        self._open_editor(self._named(name))

    def _open_editor(self, prompt: Prompt | None, text: str = "") -> None:
        self.say("")
        # What is written must not be lost by a click beside it.
        self._left.setEnabled(False)
        self.stack.setCurrentWidget(self.editor)
        self.editor.edit(prompt, {name_key(other.name) for other in self._listing.prompts}, text=text)

    def _take_back(self) -> None:
        way = self._way
        self.say("")
        if way is not None:
            way.call()
