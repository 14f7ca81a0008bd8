"""The list of chats with its search; emits what the person wants done and does none of it."""

from __future__ import annotations

import contextlib
from collections.abc import Generator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.conversation import Conversation
from app.ui.look.icons import icon
from app.ui.look.roles import spoken_as
from app.ui.look.stylesheet import set_icon_size, set_look
from app.ui.look.theme import ThemeController
from app.ui.look.tokens import GRID, INSIDE
from app.ui.sidebar.conversation_list import (
    HIT_HEIGHT,
    ROW_HEIGHT,
    ROW_ROLE,
    ConversationDelegate,
    ConversationModel,
    HitModel,
)

if TYPE_CHECKING:
    from app.domain.ports import SearchHit

_PAUSE_MS = 150
_MOST_TITLES = 20
_NIGHT_CHECK_MS = 60_000


class ConversationView(QListView):
    """The list itself, with the keys that belong to it."""

    delete_pressed = Signal()
    left_upwards = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.state() != QAbstractItemView.State.EditingState:
                self.activated.emit(self.currentIndex())
            case Qt.Key.Key_Delete:
                self.delete_pressed.emit()
            case Qt.Key.Key_Up if self._is_first():
                self.left_upwards.emit()
            case _:
                super().keyPressEvent(event)

    def _is_first(self) -> bool:
        return self.currentIndex().row() <= 1


@spoken_as(QAccessible.Role.Grouping)
class Sidebar(QWidget):
    """New chat, search, and the chats by day."""

    new_requested = Signal()
    open_requested = Signal(str)
    hit_opened = Signal(str, str)  # conversation id, node id (empty for a title)
    search_requested = Signal(str)
    rename_requested = Signal(str, str)
    pin_requested = Signal(str, bool)
    export_requested = Signal(str, str)  # conversation id, "markdown" or "json"
    delete_requested = Signal(str)
    more_wanted = Signal(int)
    hide_requested = Signal()

    def __init__(self, theme: ThemeController) -> None:
        super().__init__()
        self._theme = theme
        self._searching = ""
        set_look(self, "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.new_button = QPushButton("New chat")
        set_icon_size(self.new_button, 18)
        set_look(self.new_button, "quiet")
        self.new_button.clicked.connect(self.new_requested)
        self._hide = QToolButton()
        set_icon_size(self._hide, 18)
        self._hide.setToolTip("Hide the list of chats (Ctrl+B)")
        self._hide.setAccessibleName("Hide the list of chats")
        self._hide.clicked.connect(self.hide_requested)
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search")
        self.search.setAccessibleName("Search all chats")
        self.search.setClearButtonEnabled(True)
        self._search_mark = self.search.addAction(
            icon("search", theme.tokens.muted), QLineEdit.ActionPosition.LeadingPosition
        )
        self._search_mark.setText("Search all chats")
        self.search.installEventFilter(self)

        self.model = ConversationModel(self)
        self.view = self._list("Chats")
        self.view.setModel(self.model)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._delegate = ConversationDelegate(theme, self, height=ROW_HEIGHT)
        self.view.setItemDelegate(self._delegate)
        self.hits = HitModel(self)
        self.hit_view = self._list("Search results")
        self.hit_view.setModel(self.hits)
        self.hit_view.setItemDelegate(ConversationDelegate(theme, self, height=HIT_HEIGHT))

        self._empty = QLabel("Your chats will stand here.")
        self._nothing = QLabel()
        for label in (self._empty, self._nothing):
            label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            label.setMargin(20)
            set_look(label, "muted")
        self._pages = QStackedWidget()
        for page in (self.view, self.hit_view, self._empty, self._nothing):
            self._pages.addWidget(page)

        top = QHBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(self.new_button, 1)
        top.addWidget(self._hide)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(INSIDE, INSIDE, INSIDE, 0)
        layout.setSpacing(INSIDE)
        layout.addLayout(top)
        layout.addWidget(self.search)
        layout.addWidget(self._pages, 1)

        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.search.textChanged.connect(self._typed)
        self.view.clicked.connect(self._open)
        self.view.activated.connect(self._open)
        self.view.delete_pressed.connect(self._delete)
        self.view.left_upwards.connect(self.search.setFocus)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.hit_view.clicked.connect(self._open_hit)
        self.hit_view.activated.connect(self._open_hit)
        self.hit_view.left_upwards.connect(self.search.setFocus)
        self.model.rename_requested.connect(self.rename_requested)
        self.model.more_wanted.connect(self.more_wanted)
        self._today = datetime.now(UTC).astimezone().date()
        midnight = QTimer(self)
        midnight.setInterval(_NIGHT_CHECK_MS)
        midnight.timeout.connect(self._check_day)
        midnight.start()
        theme.changed.connect(self._recolour)
        self._recolour()
        self._show_page()

    def set_conversations(self, conversations: Sequence[Conversation], *, complete: bool) -> None:
        """Show these; ``complete`` says that there are no more."""
        with self._kept():
            self.model.set_conversations(conversations, complete=complete)

    def add_page(self, conversations: Sequence[Conversation], *, complete: bool) -> None:
        """Add the page that ``more_wanted`` asked for."""
        with self._kept():
            self.model.add_page(conversations, complete=complete)

    def upsert(self, conversation: Conversation) -> None:
        """Show a conversation that is new or changed."""
        with self._kept():
            self.model.upsert(conversation)

    def remove(self, conversation_id: str) -> None:
        """Take a deleted conversation out."""
        with self._kept():
            self.model.remove(conversation_id)

    def set_running(self, ids: Sequence[str]) -> None:
        """Mark the conversations that are being answered."""
        self.model.set_running(ids)

    def set_current(self, conversation_id: str | None) -> None:
        """Mark the conversation that is shown."""
        self._delegate.current_id = conversation_id
        row = self.model.row_of(conversation_id)
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row, 0))
        else:
            self.view.clearSelection()
            self.view.setCurrentIndex(QModelIndex())
        self.view.viewport().update()

    def set_hits(self, text: str, hits: Sequence[SearchHit]) -> None:
        """Show what was found for ``text``; an answer that comes after the person typed on is dropped."""
        from app.domain.ports import SearchHit  # read in by now, but not before the window's first picture

        if text != self._searching:
            return
        known = {hit.conversation_id for hit in hits}
        titles = [
            SearchHit(
                conversation_id=item.id,
                conversation_title=item.title,
                node_id="",
                snippet="\x01Title\x02",
                created_at=item.updated_at,
            )
            for item in self.model.conversations
            if text.casefold() in item.title.casefold() and item.id not in known
        ]
        found = [*titles[:_MOST_TITLES], *hits]
        self.hits.set_hits(found)
        self._nothing.setText(f"Nothing found for “{text}”.")
        self._pages.setCurrentWidget(self.hit_view if found else self._nothing)
        if found:
            self.hit_view.setCurrentIndex(self.hits.index(0, 0))

    def focus_search(self) -> None:
        """Put the cursor into the search line."""
        self.search.selectAll()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def edit_title(self, conversation_id: str) -> None:
        """Rename in place."""
        row = self.model.row_of(conversation_id)
        if row >= 0:
            self.search.clear()
            self._show_page()
            index = self.model.index(row, 0)
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.view.setCurrentIndex(index)
            self.view.edit(index)

    def nth(self, number: int) -> str | None:
        """The id of the ``number``-th conversation shown, from 1."""
        listed = self.model.conversations
        return listed[number - 1].id if number <= len(listed) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            shown = self._pages.currentWidget()
            match event.key():
                case Qt.Key.Key_Escape if self.search.text():
                    self.search.clear()
                    return True
                case Qt.Key.Key_Down if shown in (self.view, self.hit_view):
                    shown.setFocus(Qt.FocusReason.OtherFocusReason)
                    return True
                case Qt.Key.Key_Return | Qt.Key.Key_Enter if shown is self.hit_view:
                    self._open_hit(self.hit_view.currentIndex())
                    return True
        return super().eventFilter(watched, event)

    @contextlib.contextmanager
    def _kept(self) -> Generator[None]:
        """Keeps the selection, the scroll position and a title being edited over a change of the list."""
        view = self.view
        row = view.currentIndex().data(ROW_ROLE) if view.currentIndex().isValid() else None
        selected = row.id if isinstance(row, Conversation) else self._delegate.current_id
        scroll = view.verticalScrollBar().value()
        field = view.viewport().findChild(QLineEdit)
        edited = field.text() if isinstance(field, QLineEdit) and field.isVisible() else None
        if edited is not None and isinstance(field, QLineEdit):
            view.closeEditor(field, QAbstractItemDelegate.EndEditHint.NoHint)
            field.setParent(None)
        yield
        at = self.model.row_of(selected)
        if at >= 0:
            view.setCurrentIndex(self.model.index(at, 0))
        view.verticalScrollBar().setValue(scroll)
        self._show_page()
        if edited is not None and at >= 0:
            view.edit(self.model.index(at, 0))
            again = view.viewport().findChild(QLineEdit)
            if isinstance(again, QLineEdit):
                again.setText(edited)
                again.setCursorPosition(len(edited))

    def _list(self, name: str) -> ConversationView:
        view = ConversationView()
        view.setAccessibleName(name)
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        return view

    def _typed(self, text: str) -> None:
        self._searching = text.strip()
        if not self._searching:
            self._pause.stop()
            self._show_page()
        else:
            self._pause.start()

    def _ask(self) -> None:
        if self._searching:
            self.search_requested.emit(self._searching)

    def _show_page(self) -> None:
        if not self._searching:
            self._pages.setCurrentWidget(self.view if self.model.rowCount() else self._empty)

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE) if index.isValid() else None
        if isinstance(row, Conversation):
            self.open_requested.emit(row.id)

    def _open_hit(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE) if index.isValid() else None
        if row is not None and not isinstance(row, (str, Conversation)):
            self.hit_opened.emit(row.conversation_id, row.node_id)

    def _delete(self) -> None:
        row = self.view.currentIndex().data(ROW_ROLE) if self.view.currentIndex().isValid() else None
        if isinstance(row, Conversation):
            self.delete_requested.emit(row.id)

    def _show_menu(self, at: QPoint) -> None:
        index = self.view.indexAt(at)
        row = index.data(ROW_ROLE) if index.isValid() else None
        if isinstance(row, Conversation):
            menu = self.menu_for(row)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.view.viewport().mapToGlobal(at))

    def menu_for(self, row: Conversation) -> QMenu:
        """The context menu of one conversation."""
        menu = QMenu(self)

        def add(title: str, call: object, keys: str = "") -> None:
            action = QAction(title, menu)
            action.triggered.connect(call)
            if keys:
                action.setShortcut(QKeySequence(keys))
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            menu.addAction(action)

        add("Rename", lambda: self.edit_title(row.id), "F2")
        add("Unpin" if row.pinned else "Pin", lambda: self.pin_requested.emit(row.id, not row.pinned))
        menu.addSeparator()
        add("Export as Markdown…", lambda: self.export_requested.emit(row.id, "markdown"))
        add("Export as JSON…", lambda: self.export_requested.emit(row.id, "json"))
        menu.addSeparator()
        add("Delete", lambda: self.delete_requested.emit(row.id), "Del")
        return menu

    def _check_day(self) -> None:
        today = datetime.now(UTC).astimezone().date()
        if today != self._today:
            self._today = today
            with self._kept():
                self.model.regroup()

    def _recolour(self) -> None:
        tokens = self._theme.tokens
        self.new_button.setIcon(icon("plus", tokens.text))
        self._hide.setIcon(icon("sidebar", tokens.muted))
        self._search_mark.setIcon(icon("search", tokens.muted))
        self.view.viewport().update()
        self.hit_view.viewport().update()
