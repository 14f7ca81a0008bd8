"""The context menus of the list of chats: for the chats chosen, for a folder. Refuses to do anything itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.conversation import Conversation
from app.domain.language import plural, tr
from app.domain.searching import Place
from app.ui.sidebar.conversation_list import FolderRow
from app.ui.wording import folder_words

Ids = list[str]


@dataclass(frozen=True, kw_only=True, slots=True)
class ChatDoings:
    """What the menus ask for. ``new_folder`` gets the chats to put into it, and the folder it shall lie in."""

    edit: Callable[[str], object]
    toggle: Callable[[str], object]
    pin: Callable[[Ids, bool], object]
    archive: Callable[[Ids, bool], object]
    move: Callable[[Ids, str], object]
    new_folder: Callable[[Ids, str], object]
    remove_folder: Callable[[str], object]
    export: Callable[[Ids, str], object]
    delete: Callable[[Ids], object]
    restore: Callable[[Ids], object]
    erase: Callable[[Ids], object]


def chat_menu(
    parent: QWidget, do: ChatDoings, chosen: Sequence[Conversation], place: Place, folders: Sequence[str]
) -> QMenu:
    """What can be done with the chats chosen, where they lie."""
    menu = QMenu(parent)
    ids = [head.id for head in chosen]
    one = chosen[0] if len(chosen) == 1 else None
    if not one:
        menu.addAction(plural("{count} chat", "{count} chats", len(ids))).setEnabled(False)
    if place is Place.BIN:
        _add(menu, tr("Restore"), lambda: do.restore(ids))
        _add(menu, tr("Delete for good…"), lambda: do.erase(ids), "Del")
        return menu
    if one:
        _add(menu, tr("Rename"), lambda: do.edit(one.id), "F2")
    pinned = all(head.pinned for head in chosen)
    _add(menu, tr("Unpin") if pinned else tr("Pin"), lambda: do.pin(ids, not pinned))
    menu.addMenu(folder_menu(parent, do, chosen, folders))
    archived = place is Place.ARCHIVE
    words = tr("Take out of the archive") if archived else tr("Archive")
    _add(menu, words, lambda: do.archive(ids, not archived), "Ctrl+E")
    menu.addSeparator()
    _add(menu, tr("Export as Markdown…"), lambda: do.export(ids, "markdown"))
    _add(menu, tr("Export as JSON…"), lambda: do.export(ids, "json"))
    menu.addSeparator()
    _add(menu, tr("Delete"), lambda: do.delete(ids), "Del")
    return menu


def folder_menu(parent: QWidget, do: ChatDoings, chosen: Sequence[Conversation], folders: Sequence[str]) -> QMenu:
    """Where the chats chosen can be moved to."""
    ids = [head.id for head in chosen]
    menu = QMenu(tr("Move to"), parent)
    for path in folders:
        action = _add(menu, folder_words(path), partial(do.move, ids, path))
        action.setEnabled(any(head.folder != path for head in chosen))
    if any(head.folder for head in chosen):
        _add(menu, tr("No folder"), lambda: do.move(ids, ""))
    if not menu.isEmpty():
        menu.addSeparator()
    _add(menu, tr("New folder…"), lambda: do.new_folder(ids, ""))
    return menu


def menu_of_folder(parent: QWidget, do: ChatDoings, row: FolderRow) -> QMenu:
    """What can be done with a folder."""
    menu = QMenu(parent)
    _add(menu, tr("Close") if row.is_open else tr("Open"), lambda: do.toggle(row.path))
    _add(menu, tr("Rename"), lambda: do.edit(f"{row.path}/"), "F2")
    if not row.depth:
        _add(menu, tr("New folder in it…"), lambda: do.new_folder([], row.path))
    menu.addSeparator()
    _add(menu, tr("Remove the folder, keep its chats"), lambda: do.remove_folder(row.path))
    return menu


def _add(menu: QMenu, title: str, call: Callable[[], object], keys: str = "") -> QAction:
    action = QAction(title, menu)
    action.triggered.connect(lambda _on=False: call())
    if keys:
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    menu.addAction(action)
    return action
