"""Moves chats about for the window: folders, pins, archive, bin; each move can be taken back from its notice."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QInputDialog, QMessageBox

from app.domain.conversation import Conversation
from app.domain.language import plural, tr
from app.domain.searching import Place
from app.ui.control.chat_words import (
    archived_words,
    deleted_words,
    moved_words,
    restored_words,
    unarchived_words,
)
from app.ui.control.desk import Desk
from app.ui.control.turns import TurnController
from app.ui.wording import folder_words

_PAGE = 500


class ChatPlacesController(QObject):
    """``erased``: these chats are gone for good. ``changed`` carries heads of chats as they lie now. ``came_back``: the
    chat that was shown when it was deleted is restored. ``leave`` shows another chat in the place of one that goes.
    """

    erased = Signal(list)
    changed = Signal(list)
    came_back = Signal(str)

    def __init__(self, desk: Desk, turns: TurnController, leave: Callable[[Sequence[str]], Awaitable[None]]) -> None:
        super().__init__(desk)
        self._leave = leave
        self._desk = desk
        self._turns = turns
        self._places = desk.app.history.places
        sidebar = desk.window.sidebar
        sidebar.pin_requested.connect(self.pin)
        sidebar.archive_requested.connect(self.archive)
        sidebar.move_requested.connect(self.move)
        sidebar.delete_requested.connect(self.delete)
        sidebar.restore_requested.connect(self.restore)
        sidebar.erase_requested.connect(self.ask_erase)
        sidebar.empty_bin_requested.connect(self.ask_empty_bin)
        sidebar.folder_wanted.connect(self.ask_folder)
        sidebar.folder_renamed.connect(self.rename_folder)
        sidebar.folder_removed.connect(self.remove_folder)
        sidebar.place_requested.connect(self.show_place)
        sidebar.more_wanted.connect(self._more)
        desk.window.place_strip.bring_back_requested.connect(self.bring_back)
        desk.session_shown.connect(self._show_where)
        desk.head_changed.connect(self._show_where)

    async def start(self, open_folders: Sequence[str]) -> None:
        """Clear the bin of what has lain there long enough, and fill the list."""
        await self._places.erase_old()
        self._desk.window.sidebar.model.set_open_folders(open_folders)
        self._desk.window.sidebar.set_folders(await self._places.folders())
        await self._list(Place.CHATS)

    async def reload(self) -> None:
        """Read the list again, where it is."""
        self._desk.window.sidebar.set_folders(await self._places.folders())
        await self._list(self._desk.window.sidebar.model.place)
        self._desk.window.sidebar.set_current(self._desk.session.id)
        self._desk.list_changed.emit()

    def show_place(self, place: Place) -> None:
        """List the chats, the archive or the bin."""
        self._spawn(self._show(place), "list chats")

    def pin(self, ids: Sequence[str], pinned: bool) -> None:
        """Keep chats at the top of the list, or no more."""
        self._spawn(self._change(ids, lambda: self._places.pin(ids, pinned)), "pin chats")

    def archive(self, ids: Sequence[str], archived: bool) -> None:
        """Put chats away, or take them back."""
        words = archived_words if archived else unarchived_words
        self._spawn(self._change(ids, lambda: self._places.archive(ids, archived), words), "archive chats")

    def move(self, ids: Sequence[str], folder: str) -> None:
        """Put chats into a folder, or into none."""
        words = partial(moved_words, folder=folder)
        self._spawn(self._change(ids, lambda: self._places.move(ids, folder), words), "move chats")

    def delete(self, ids: Sequence[str]) -> None:
        """Put chats into the bin; an answer that is being written is stopped first."""
        self._spawn(self._delete(ids), "delete chats")

    def restore(self, ids: Sequence[str]) -> None:
        """Take chats out of the bin."""
        self._spawn(self._change(ids, lambda: self._places.restore(ids), restored_words), "restore chats")

    def bring_back(self, identity: str, place: Place) -> None:
        """Take the chat that is shown out of the bin or the archive; the composer has the focus then."""
        if place is Place.BIN:
            self.restore([identity])
        else:
            self.archive([identity], False)
        self._desk.window.focus_composer()

    def ask_erase(self, ids: Sequence[str]) -> None:
        """Delete chats for good, if the person says so."""
        question = plural(
            "{count} chat will be deleted for good, with its messages and files.",
            "{count} chats will be deleted for good, with their messages and files.",
            len(ids),
        )
        if self._is_sure(question):
            self._spawn(self._erase(ids), "erase chats")

    def ask_empty_bin(self) -> None:
        """Delete everything in the bin for good, if the person says so."""
        if self._is_sure(tr("Everything in the bin will be deleted for good, with its messages and files.")):
            self._spawn(self._empty_bin(), "empty bin")

    def ask_folder(self, ids: Sequence[str], within: str) -> None:
        """Make a folder of the name that the person gives, and put chats into it."""
        name, agreed = QInputDialog.getText(self._desk.window, tr("New folder"), tr("Name of the folder:"))
        if agreed and name.strip():
            self.add_folder(f"{within}/{name}" if within else name, ids)

    def add_folder(self, path: str, ids: Sequence[str] = ()) -> None:
        """Make a folder and put chats into it."""
        self._spawn(self._add_folder(path, ids), "add folder")

    def rename_folder(self, path: str, to: str) -> None:
        """Rename a folder."""
        self._spawn(self._folders_changed(self._places.rename_folder(path, to)), "rename folder")

    def remove_folder(self, path: str) -> None:
        """Take a folder away; its chats stay."""
        self._spawn(self._remove_folder(path), "remove folder")

    def _show_where(self) -> None:
        session = self._desk.session
        self._desk.window.place_strip.set_chat(session.conversation if session.is_written else None)

    async def _show(self, place: Place) -> None:
        await self._list(place)
        self._desk.window.sidebar.set_current(self._desk.session.id)
        self._desk.window.sidebar.view.setFocus()

    async def _list(self, place: Place) -> None:
        page = await self._desk.app.history.list(place=place, limit=_PAGE)
        self._desk.window.sidebar.set_conversations(page, complete=len(page) < _PAGE, place=place)

    def _more(self, offset: int) -> None:
        self._spawn(self._read_page(offset), "more chats")

    async def _read_page(self, offset: int) -> None:
        place = self._desk.window.sidebar.model.place
        page = await self._desk.app.history.list(place=place, limit=_PAGE, offset=offset)
        if place is self._desk.window.sidebar.model.place:
            self._desk.window.sidebar.add_page(page, complete=len(page) < _PAGE)

    async def _change(
        self,
        ids: Sequence[str],
        change: Callable[[], Awaitable[Sequence[Conversation]]],
        words: Callable[[Sequence[Conversation]], str] | None = None,
    ) -> None:
        before = await self._places.heads(ids)
        self._told(await change())
        if words is not None and before:
            self._say(words(before), before)

    async def _delete(self, ids: Sequence[str]) -> None:
        for identity in ids:
            await self._turns.stopped(identity)
        before = await self._places.heads(ids)
        shown = self._desk.session.id if self._desk.session.id in ids else ""
        self._told(await self._places.to_bin(ids))
        await self._leave(ids)
        if before:
            self._say(deleted_words(before), before, reopen=shown)

    async def _erase(self, ids: Sequence[str]) -> None:
        await self._places.erase(ids)
        self._desk.window.sidebar.remove(ids)
        await self._leave(ids)
        self.erased.emit(list(ids))
        self._desk.list_changed.emit()

    async def _empty_bin(self) -> None:
        erased = await self._places.empty_bin()
        await self.reload()
        await self._leave(erased)
        self.erased.emit(list(erased))
        self._desk.say(plural("{count} chat deleted for good.", "{count} chats deleted for good.", len(erased)))

    async def _add_folder(self, path: str, ids: Sequence[str]) -> None:
        path = await self._places.add_folder(path)
        self._desk.window.sidebar.set_folders(await self._places.folders())
        if ids:
            await self._change(ids, lambda: self._places.move(ids, path), partial(moved_words, folder=path))

    async def _remove_folder(self, path: str) -> None:
        held = [head for head in self._desk.window.sidebar.model.known if head.folder.partition("/")[0] == path]
        within = [head for head in held if head.folder == path or head.folder.startswith(f"{path}/")]
        await self._folders_changed(self._places.remove_folder(path))
        self._say(tr("The folder {folder} was removed.", folder=folder_words(path)), within, folder=path)

    async def _folders_changed(self, change: Awaitable[object]) -> None:
        try:
            await change
        finally:
            await self.reload()

    def _told(self, heads: Sequence[Conversation]) -> None:
        if heads:
            self._desk.window.sidebar.upsert(*heads)
            self.changed.emit(list(heads))
            self._desk.list_changed.emit()

    def _say(self, text: str, before: Sequence[Conversation], *, folder: str = "", reopen: str = "") -> None:
        self._desk.say(
            text, action=tr("Undo"), call=lambda: self._spawn(self._put_back(before, folder, reopen), "put chats back")
        )

    async def _put_back(self, before: Sequence[Conversation], folder: str, reopen: str) -> None:
        if folder:
            await self._places.add_folder(folder)
        self._told(await self._places.put_as(before))
        self._desk.window.sidebar.set_folders(await self._places.folders())
        self._desk.window.sidebar.set_current(self._desk.session.id)
        if reopen:
            self.came_back.emit(reopen)

    def _is_sure(self, text: str) -> bool:
        box = QMessageBox(QMessageBox.Icon.Warning, tr("Delete for good"), text, parent=self._desk.window)
        box.setInformativeText(tr("There is no way back."))
        delete = box.addButton(tr("Delete for good"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        return box.clickedButton() is delete

    def _spawn(self, work: Coroutine[Any, Any, None], name: str) -> None:
        self._desk.scope.spawn(work, name=name)


def moved(head: Conversation, lies: Conversation) -> Conversation:
    """``head`` lying where ``lies`` does."""
    return replace(
        head,
        title=lies.title,
        titled=lies.titled,
        model_titled=lies.model_titled,
        pinned=lies.pinned,
        folder=lies.folder,
        archived=lies.archived,
        deleted_at=lies.deleted_at,
    )
