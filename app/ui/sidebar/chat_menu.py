"""The context menus of the list of chats: for the chats chosen, for a folder. Refuses to do anything itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from app.domain.conversation import Conversation
from app.domain.searching import Place
from app.ui.sidebar.conversation_list import FolderRow

if TYPE_CHECKING:
    from app.ui.sidebar.sidebar import Sidebar


def chat_menu(sidebar: Sidebar, chosen: Sequence[Conversation]) -> QMenu:
    """What can be done with the chats chosen, where they lie."""
    menu = QMenu(sidebar)
    ids = [head.id for head in chosen]
    one = chosen[0] if len(chosen) == 1 else None
    if not one:
        menu.addAction(f"{len(ids)} chats").setEnabled(False)
    if sidebar.model.place is Place.BIN:
        _add(menu, "Restore", lambda: sidebar.restore_requested.emit(ids))
        _add(menu, "Delete for good…", lambda: sidebar.erase_requested.emit(ids), "Del")
        return menu
    if one:
        _add(menu, "Rename", lambda: sidebar.edit_title(one.id), "F2")
    pinned = all(head.pinned for head in chosen)
    _add(menu, "Unpin" if pinned else "Pin", lambda: sidebar.pin_requested.emit(ids, not pinned))
    menu.addMenu(folder_menu(sidebar, chosen))
    archived = sidebar.model.place is Place.ARCHIVE
    words = "Take out of the archive" if archived else "Archive"
    _add(menu, words, lambda: sidebar.archive_requested.emit(ids, not archived), "Ctrl+E")
    menu.addSeparator()
    _add(menu, "Export as Markdown…", lambda: sidebar.export_requested.emit(ids, "markdown"))
    _add(menu, "Export as JSON…", lambda: sidebar.export_requested.emit(ids, "json"))
    menu.addSeparator()
    _add(menu, "Delete", lambda: sidebar.delete_requested.emit(ids), "Del")
    return menu


def folder_menu(sidebar: Sidebar, chosen: Sequence[Conversation]) -> QMenu:
    """Where the chats chosen can be moved to."""
    ids = [head.id for head in chosen]
    menu = QMenu("Move to", sidebar)
    for path in sidebar.model.folders:
        action = _add(menu, path.replace("/", " › "), partial(sidebar.move_requested.emit, ids, path))
        action.setEnabled(any(head.folder != path for head in chosen))
    if any(head.folder for head in chosen):
        _add(menu, "No folder", lambda: sidebar.move_requested.emit(ids, ""))
    if not menu.isEmpty():
        menu.addSeparator()
    _add(menu, "New folder…", lambda: sidebar.folder_wanted.emit(ids, ""))
    return menu


def menu_of_folder(sidebar: Sidebar, row: FolderRow) -> QMenu:
    """What can be done with a folder."""
    menu = QMenu(sidebar)
    _add(menu, "Close" if row.is_open else "Open", lambda: sidebar.model.toggle(row.path))
    _add(menu, "Rename", lambda: sidebar.edit_title(f"{row.path}/"), "F2")
    if not row.depth:
        _add(menu, "New folder in it…", lambda: sidebar.folder_wanted.emit([], row.path))
    menu.addSeparator()
    _add(menu, "Remove the folder, keep its chats", lambda: sidebar.folder_removed.emit(row.path))
    return menu


def _add(menu: QMenu, title: str, call: Callable[[], object], keys: str = "") -> QAction:
    action = QAction(title, menu)
    action.triggered.connect(lambda _on=False: call())
    if keys:
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    menu.addAction(action)
    return action
