"""The list of chats with its search; emits what the person wants done and does none of it."""

from __future__ import annotations

import contextlib
from collections.abc import Generator, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSortFilterProxyModel, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.conversation import Conversation
from app.domain.language import tr
from app.domain.searching import Place, SearchHit, filters_in, searched
from app.ui.look.icons import icon
from app.ui.look.roles import spoken_as
from app.ui.look.stylesheet import set_icon_size, set_look
from app.ui.look.theme import ThemeController
from app.ui.look.tokens import GRID, INSIDE
from app.ui.sidebar.chat_menu import ChatDoings, chat_menu, folder_menu, menu_of_folder
from app.ui.sidebar.conversation_list import ROW_ROLE, ConversationModel, FolderRow
from app.ui.sidebar.emptiness import empty_words, nothing_words
from app.ui.sidebar.filter_bar import FilterBar, FilterChoices, filter_menu
from app.ui.sidebar.hits import HitGroup, HitModel
from app.ui.sidebar.painting import ROW_HEIGHT, ConversationDelegate
from app.ui.sidebar.place_bar import PlaceBar, PlaceHead
from app.ui.sidebar.reading import ReadingState
from app.ui.sidebar.view import ConversationView
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.float_button import FloatButton

_PAUSE_MS = 150
_MOST_TITLES = 20
_NIGHT_CHECK_MS = 60_000


@spoken_as(QAccessible.Role.Grouping)
class Sidebar(QWidget):
    """New chat, search, and the chats by day."""

    new_requested = Signal()
    open_requested = Signal(str)
    hit_opened = Signal(str, str)  # conversation id, node id (empty for a title)
    search_requested = Signal(str)
    rename_requested = Signal(str, str)
    pin_requested = Signal(list, bool)
    export_requested = Signal(list, str)  # conversation ids, "markdown" or "json"
    delete_requested = Signal(list)
    erase_requested = Signal(list)
    restore_requested = Signal(list)
    archive_requested = Signal(list, bool)
    move_requested = Signal(list, str)
    folder_wanted = Signal(list, str)  # chats to put into it, the folder it shall lie in
    folder_renamed = Signal(str, str)
    folder_removed = Signal(str)
    place_requested = Signal(object)  # a Place
    empty_bin_requested = Signal()
    more_hits_wanted = Signal(str, object)  # the text searched for, the last hit so far
    more_wanted = Signal(int)
    import_requested = Signal()
    hide_requested = Signal()
    float_requested = Signal()

    def __init__(self, theme: ThemeController) -> None:
        super().__init__()
        self._theme = theme
        self._searching = ""
        set_look(self, "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.new_button = QPushButton(tr("New chat"))
        set_icon_size(self.new_button, 18)
        set_look(self.new_button, "quiet")
        self.new_button.clicked.connect(self.new_requested)
        self._hide = QToolButton()
        set_icon_size(self._hide, 18)
        self._hide.setToolTip(tr("Hide the list of chats (Ctrl+B)"))
        self._hide.setAccessibleName(tr("Hide the list of chats"))
        self._hide.clicked.connect(self.hide_requested)
        self._float = FloatButton(theme, keys="Ctrl+Alt+Shift+B")
        self._float.clicked.connect(self.float_requested)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search all chats"))
        self.search.setClearButtonEnabled(True)
        self._search_mark = self.search.addAction(
            icon("search", theme.tokens.muted), QLineEdit.ActionPosition.LeadingPosition
        )
        self._search_mark.setText(tr("Search all chats"))
        self.search.installEventFilter(self)

        self.filter_button = QToolButton()
        set_icon_size(self.filter_button, 16)
        self.filter_button.setToolTip(tr("Narrow the search: by date, model, AWS action, folder…"))
        self.filter_button.setAccessibleName(tr("Filters"))
        self.filter_button.clicked.connect(self._show_filters)
        self.filters = FilterBar()
        self.filters.changed.connect(self._set_search)
        self._models: tuple[str, ...] = ()
        self.head = PlaceHead()
        self.places = PlaceBar()

        self.model = ConversationModel(self)
        self.view = ConversationView(tr("Chats"))
        self.view.setUniformItemSizes(True)
        self.view.let_choose_several()
        # In between, because the view asks for every row whenever it lays them out, and this answers without Python.
        self._between = QSortFilterProxyModel(self)
        self._between.setSourceModel(self.model)
        self.view.setModel(self._between)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._delegate = ConversationDelegate(theme, self, height=ROW_HEIGHT)
        self.view.setItemDelegate(self._delegate)
        self.hits = HitModel(self)
        self.hit_view = ConversationView(tr("Search results"))
        self.hit_view.setModel(self.hits)
        self.hit_view.setItemDelegate(ConversationDelegate(theme, self, height=ROW_HEIGHT))

        self._empty = EmptyState()
        self._empty.pressed.connect(self._leave_emptiness)
        self._nothing = EmptyState()
        self._nothing.pressed.connect(self._search_less)
        self.reading = ReadingState()
        self._pages = QStackedWidget()
        for page in (self.view, self.hit_view, self._empty, self._nothing, self.reading):
            self._pages.addWidget(page)

        top = QHBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(self.new_button, 1)
        top.addWidget(self._float)
        top.addWidget(self._hide)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(INSIDE, INSIDE, INSIDE, 0)
        layout.setSpacing(INSIDE)
        layout.addLayout(top)
        line = QHBoxLayout()
        line.setSpacing(GRID)
        line.addWidget(self.search, 1)
        line.addWidget(self.filter_button)
        layout.addLayout(line)
        layout.addWidget(self.filters)
        layout.addWidget(self.head)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self.places)

        self._doings = ChatDoings(
            edit=self.edit_title,
            toggle=self.model.toggle,
            pin=self.pin_requested.emit,
            archive=self.archive_requested.emit,
            move=self.move_requested.emit,
            new_folder=self.folder_wanted.emit,
            remove_folder=self.folder_removed.emit,
            export=self.export_requested.emit,
            delete=self.delete_requested.emit,
            restore=self.restore_requested.emit,
            erase=self.erase_requested.emit,
        )
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.search.textChanged.connect(self._typed)
        self.view.pressed_alone.connect(self._press)
        self.view.delete_pressed.connect(self._delete)
        self.view.archive_pressed.connect(self._archive)
        self.view.move_pressed.connect(self._move)
        self.view.fold_pressed.connect(self._fold)
        self.view.left_upwards.connect(self.search.setFocus)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.hit_view.pressed_alone.connect(self._press_hit)
        self.hit_view.left_upwards.connect(self.search.setFocus)
        self.model.rename_requested.connect(self.rename_requested)
        self.model.more_wanted.connect(self.more_wanted)
        self.model.folder_renamed.connect(self.folder_renamed)
        self.model.move_requested.connect(self.move_requested)
        self.model.pin_requested.connect(self.pin_requested)
        self.hits.more_wanted.connect(self._ask_more)
        self.places.chosen.connect(self.place_requested)
        self.places.folder_wanted.connect(lambda: self.folder_wanted.emit([], ""))
        self.places.archive.dropped.connect(lambda ids: self.archive_requested.emit(ids, True))
        self.places.bin.dropped.connect(self.delete_requested)
        self.head.left.connect(lambda: self.place_requested.emit(Place.CHATS))
        self.head.empty_requested.connect(self.empty_bin_requested)
        self._today = datetime.now(UTC).astimezone().date()
        midnight = QTimer(self)
        midnight.setInterval(_NIGHT_CHECK_MS)
        midnight.timeout.connect(self._check_day)
        midnight.start()
        theme.changed.connect(self._recolour)
        self._recolour()
        self._show_page()

    def set_conversations(
        self, conversations: Sequence[Conversation], *, complete: bool, place: Place = Place.CHATS
    ) -> None:
        """Show what lies in ``place``; ``complete`` says that there are no more."""
        self.set_reading(False)
        with self._kept():
            self.model.set_conversations(conversations, complete=complete, place=place)
        self.places.set_place(place)

    def set_reading(self, reading: bool) -> None:
        """Whether it is not known yet what will stand here: until it is, or the reading failed, nothing looks empty."""
        if self.reading.set_reading(reading):
            self._show_page()

    def set_folders(self, folders: Sequence[str]) -> None:
        """Show these folders."""
        with self._kept():
            self.model.set_folders(folders)

    def set_models(self, models: Sequence[str]) -> None:
        """Models a search can be narrowed to."""
        self._models = tuple(models)

    def chosen(self) -> list[Conversation]:
        """The chats that are chosen, in the order shown."""
        selection = self.view.selectionModel().selection()  # a list, which the stubs do not say
        spans = sorted((span.top(), span.bottom()) for span in selection)  # type: ignore[attr-defined]
        return [head for top, bottom in spans for head in self.model.heads(top, bottom)]

    def add_page(self, conversations: Sequence[Conversation], *, complete: bool) -> None:
        """Add the page that ``more_wanted`` asked for."""
        with self._kept():
            self.model.add_page(conversations, complete=complete)

    def upsert(self, *conversations: Conversation) -> None:
        """Show conversations that are new or changed; what does not lie here any more goes."""
        with self._kept():
            self.model.change(conversations)

    def remove(self, ids: Sequence[str]) -> None:
        """Take erased conversations out."""
        with self._kept():
            self.model.remove(ids)

    def set_running(self, ids: Sequence[str]) -> None:
        """Mark the conversations that are being answered."""
        self.model.set_running(ids)

    def set_current(self, conversation_id: str | None) -> None:
        """Mark the conversation that is shown."""
        self._delegate.current_id = conversation_id
        if conversation_id is not None:
            self.model.reveal(conversation_id)
        row = self.model.row_of(conversation_id)
        if row >= 0:
            self.view.choose(self._at(row))
        else:
            self.view.clearSelection()
            self.view.setCurrentIndex(QModelIndex())
        self.view.viewport().update()

    def set_hits(self, text: str, hits: Sequence[SearchHit], *, complete: bool = True) -> None:
        """Show what was found for ``text``; an answer that comes after the person typed on is dropped."""
        if text != self._searching:
            return
        words = " ".join(searched(text, self._today).words).casefold()
        is_plain = not filters_in(text, self._today)
        known = {hit.conversation_id for hit in hits}
        titles = [
            SearchHit(
                conversation_id=item.id,
                conversation_title=item.title,
                node_id="",
                snippet="\x01" + tr("Title") + "\x02",
                created_at=item.updated_at,
            )
            for item in self.model.known
            if is_plain and words and words in item.title.casefold() and item.id not in known
        ]
        found = [*titles[:_MOST_TITLES], *hits]
        self.hits.set_hits(found, complete=complete)
        narrowed = bool(filters_in(text, self._today))
        more = tr("Search without filters") if narrowed and words else tr("Clear the search (Esc)")
        self._nothing.say(nothing_words(text, self._today), more)
        self._pages.setCurrentWidget(self.hit_view if found else self._nothing)
        if found:
            self.hit_view.choose(self.hits.index(self.hits.first_row(), 0))

    def add_hits(self, text: str, hits: Sequence[SearchHit], *, complete: bool) -> None:
        """Add what was found after the last."""
        if text == self._searching:
            at, scroll = self.hit_view.currentIndex().row(), self.hit_view.verticalScrollBar().value()
            self.hits.add_hits(hits, complete=complete)
            self.hit_view.choose(self.hits.index(max(0, at), 0))
            self.hit_view.verticalScrollBar().setValue(scroll)

    def focus_search(self) -> None:
        """Put the cursor into the search line."""
        self.search.selectAll()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def edit_title(self, key: str) -> None:
        """Rename a chat (by its id) or a folder (by its path and a slash) in place."""
        row = self.model.row_of(key)
        if row >= 0:
            self.search.clear()
            self._show_page()
            index = self._at(row)
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.view.choose(index)
            self.view.edit(index)

    def set_floating(self, floats: bool) -> None:
        """Say whether it stands in a window of its own."""
        self._float.set_floating(floats)

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
                    self._press_hit(self.hit_view.currentIndex())
                    return True
        return super().eventFilter(watched, event)

    @contextlib.contextmanager
    def _kept(self) -> Generator[None]:
        """Keeps the selection, the scroll position and a title being edited over a change of the list."""
        view = self.view
        row = view.currentIndex().data(ROW_ROLE) if view.currentIndex().isValid() else None
        selected = row.id if isinstance(row, Conversation) else self._delegate.current_id
        selected = f"{row.path}/" if isinstance(row, FolderRow) else selected
        chosen = [head.id for head in self.chosen()]
        scroll = view.verticalScrollBar().value()
        field = view.viewport().findChild(QLineEdit)
        edited = field.text() if isinstance(field, QLineEdit) and field.isVisible() else None
        if edited is not None and isinstance(field, QLineEdit):
            view.closeEditor(field, QAbstractItemDelegate.EndEditHint.NoHint)
            field.setParent(None)
        yield
        at = self.model.row_of(selected)
        if at >= 0:
            view.choose(self._at(at))
        if len(chosen) > 1:
            view.choose_also([self.model.row_of(identity) for identity in chosen])
        view.verticalScrollBar().setValue(scroll)
        self._show_page()
        if edited is not None and at >= 0:
            view.edit(self._at(at))
            again = view.viewport().findChild(QLineEdit)
            if isinstance(again, QLineEdit):
                again.setText(edited)
                again.setCursorPosition(len(edited))

    def _at(self, row: int) -> QModelIndex:
        return self._between.index(row, 0)

    def _typed(self, text: str) -> None:
        self._searching = text.strip()
        self.filters.set_text(text, self._today)
        if not self._searching:
            self._pause.stop()
            self._show_page()
        else:
            self._pause.start()

    def _ask(self) -> None:
        if self._searching:
            self.search_requested.emit(self._searching)

    def _ask_more(self) -> None:
        if self._searching:
            self.more_hits_wanted.emit(self._searching, self.hits.last)

    def _show_page(self) -> None:
        searching = bool(self._searching)
        is_empty = not self.model.rowCount()
        self.head.set_place(Place.CHATS if searching else self.model.place, is_empty=is_empty)
        if not searching:
            self._empty.say(*empty_words(self.model.place))
            nothing = self.reading if self.reading.is_reading else self._empty
            self._pages.setCurrentWidget(nothing if is_empty else self.view)

    def _leave_emptiness(self) -> None:
        if self.model.place is Place.CHATS:
            self.import_requested.emit()
        else:
            self.place_requested.emit(Place.CHATS)

    def _search_less(self) -> None:
        """Take the filters away where there are words beside them; else everything."""
        words = " ".join(searched(self._searching, self._today).words)
        self._set_search(words if filters_in(self._searching, self._today) else "")

    def _press(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE) if index.isValid() else None
        if isinstance(row, Conversation):
            self.open_requested.emit(row.id)
        elif isinstance(row, FolderRow):
            self._fold(index, not row.is_open)

    def _press_hit(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE) if index.isValid() else None
        if isinstance(row, SearchHit):
            self.hit_opened.emit(row.conversation_id, row.node_id)
        elif isinstance(row, HitGroup):
            self.hit_opened.emit(row.conversation_id, "")

    def _fold(self, index: QModelIndex, opened: bool) -> None:
        row = index.data(ROW_ROLE) if index.isValid() else None
        if isinstance(row, FolderRow) and row.is_open is not opened:
            self.model.toggle(row.path)
            self.view.choose(self._at(self.model.row_of(f"{row.path}/")))

    def _delete(self) -> None:
        chosen = [head.id for head in self.chosen()]
        row = self.view.currentIndex().data(ROW_ROLE) if self.view.currentIndex().isValid() else None
        if chosen:
            signal = self.erase_requested if self.model.place is Place.BIN else self.delete_requested
            signal.emit(chosen)
        elif isinstance(row, FolderRow):
            self.folder_removed.emit(row.path)

    def _archive(self) -> None:
        chosen = [head.id for head in self.chosen()]
        if chosen and self.model.place is not Place.BIN:
            self.archive_requested.emit(chosen, self.model.place is Place.CHATS)

    def _move(self) -> None:
        chosen = self.chosen()
        if chosen and self.model.place is not Place.BIN:
            at = self.view.visualRect(self.view.currentIndex()).bottomLeft()
            self._pop_up(folder_menu(self, self._doings, chosen, self.model.folders), at)

    def _show_menu(self, at: QPoint) -> None:
        index = self.view.indexAt(at)
        row = index.data(ROW_ROLE) if index.isValid() else None
        if isinstance(row, Conversation):
            self._pop_up(self.menu_for(row), at)
        elif isinstance(row, FolderRow):
            self._pop_up(menu_of_folder(self, self._doings, row), at)

    def _pop_up(self, menu: QMenu, at: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.view.viewport().mapToGlobal(at))

    def menu_for(self, row: Conversation) -> QMenu:
        """The context menu of a conversation, or of all that are chosen where it is one of them."""
        chosen = self.chosen()
        chosen = chosen if row in chosen else [row]
        return chat_menu(self, self._doings, chosen, self.model.place, self.model.folders)

    def _show_filters(self) -> None:
        menu = filter_menu(self, self.search.text(), self._choices(), self._today, self._set_search)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.filter_button.mapToGlobal(self.filter_button.rect().bottomLeft()))

    def _choices(self) -> FilterChoices:
        return FilterChoices(models=self._models, folders=self.model.folders)

    def _set_search(self, text: str) -> None:
        self.search.setText(text)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

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
        self.filter_button.setIcon(icon("filter", tokens.muted))
        self.places.recolour(tokens)
        self.head.recolour(tokens)
        self.view.viewport().update()
        self.hit_view.viewport().update()
