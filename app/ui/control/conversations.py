"""Which chat is shown, and what is done to one: opens, searches, names, exports, imports; not where chats lie."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import os
from collections.abc import Coroutine, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from app.domain.conversation import Conversation, ConversationSettings
from app.domain.errors import NotFoundError, UsageError
from app.domain.language import plural, tr
from app.domain.searching import Place, SearchHit
from app.domain.work import BYTES
from app.services.work.tray import this_task
from app.ui.collection import collecting_held
from app.ui.control.chat_places import ChatPlacesController, moved
from app.ui.control.desk import Desk
from app.ui.control.turns import TurnController
from app.ui.session import Session
from app.ui.transcript.thread import Thread
from app.ui.widgets.problem_line import WayOut

_HITS = 50
_SAVING_PATIENCE_S = 5.0
_SEEN_FIRST_S = 0.05  # until a chat's end is painted; reading the rest would hold that up
NEW_DRAFT = "new"


class ConversationController(QObject):
    """Everything about conversations but their turns. ``drafts`` holds what was written and not sent, by chat, and
    ``draft_models`` the models that are to answer such a message alone.

    ``deleted`` carries the id of a chat that is gone.
    """

    deleted = Signal(str)

    def __init__(self, desk: Desk, turns: TurnController, drafts: dict[str, str], draft_models: dict[str, str]) -> None:
        super().__init__(desk)
        self._desk = desk
        self._turns = turns
        self.drafts = drafts
        self.draft_models = draft_models
        self._new_id = ""
        """The chat that :data:`NEW_DRAFT` was handed to."""
        self._saving: set[asyncio.Task[None]] = set()
        self._order = asyncio.Lock()
        self._opening = 0  # the last click wins, whichever answer comes last
        sidebar = desk.window.sidebar
        sidebar.new_requested.connect(self.new)
        sidebar.open_requested.connect(self.open)
        sidebar.hit_opened.connect(self.open)
        sidebar.search_requested.connect(self._search)
        sidebar.rename_requested.connect(self._rename)
        self.places = ChatPlacesController(desk, turns, self._leave)
        self.places.came_back.connect(self.open)
        self.places.erased.connect(self._forget)
        self.places.changed.connect(self._take_heads)
        sidebar.more_hits_wanted.connect(self._search_on)
        sidebar.export_requested.connect(self.export)
        turns.opening_wanted.connect(self.open)
        turns.draft_left.connect(self._keep_draft_of)
        desk.transcript.branch_requested.connect(self._show_branch)

    async def start(self, conversation_id: str, open_folders: Sequence[str] = ()) -> None:
        """Fill the list, and show the conversation that was open last time."""
        was_empty = not self._desk.session.is_written
        await self.places.start(open_folders)
        session = self._desk.session
        self._hand_over_draft(session)
        if conversation_id:
            with contextlib.suppress(NotFoundError):
                session = await self._read(conversation_id, whole=False)
                self._give_draft(session, conversation_id)
        if was_empty and self._desk.session.is_written:
            return  # a message was sent meanwhile: its chat stays in sight
        # The window was there before the chats: somebody may be typing already.
        typed = self._desk.window.composer.text
        self._show(session)
        if typed:
            self._desk.window.composer.set_text(session.draft + typed)
        if not session.is_whole:
            await self._complete(session)

    def new(self) -> None:
        """Begin a chat with the settings of new ones; an empty one that is shown already stays."""
        if not self._desk.session.is_written:
            self._desk.window.focus_composer()
            return
        self._desk.scope.spawn(self._new(), name="new chat")

    def open(self, conversation_id: str, node_id: str = "") -> None:
        """Show a conversation, and in it the message ``node_id``."""
        self._desk.scope.spawn(self._open(conversation_id, node_id, self._next()), name="open chat")

    def delete(self, conversation_id: str) -> None:
        """Put a conversation into the bin; a notice offers to bring it back."""
        if self._desk.session.id == conversation_id and not self._desk.session.is_written:
            self._desk.window.composer.clear()  # there is nothing of it but what is being typed
            return
        self.places.delete([conversation_id])

    def export(self, ids: Sequence[str], form: str) -> None:
        """Save conversations (where none are named, all of them) as ``markdown`` or ``json`` to a file asked for."""
        ending = "md" if form == "markdown" else "json"
        name = "chat" if len(ids) == 1 else "baton-history"
        path, _ = QFileDialog.getSaveFileName(
            self._desk.window, tr("Export"), str(Path.home() / f"{name}.{ending}"), f"*.{ending}"
        )
        if path:
            other = WayOut(words=tr("Choose another folder…"), call=lambda: self.export(ids, form))
            self._desk.scope.spawn(self._or_else(self.export_to(Path(path), ids, form), other), name="export")

    def save_text(self, name: str, text: str) -> None:
        """Save a piece of the conversation to a file that the person chooses."""
        path, _ = QFileDialog.getSaveFileName(self._desk.window, tr("Save"), str(Path.home() / name))
        if path:
            other = WayOut(words=tr("Choose another folder…"), call=lambda: self.save_text(name, text))
            self._desk.scope.spawn(self._or_else(self._write(Path(path), text), other), name="save")

    def ask_import(self) -> None:
        """Import a file that the person chooses."""
        path, _ = QFileDialog.getOpenFileName(self._desk.window, tr("Import chats"), str(Path.home()), "*.json;;*")
        if path:
            other = WayOut(words=tr("Choose another file…"), call=self.ask_import)
            self._desk.scope.spawn(self._or_else(self.import_from(Path(path)), other), name="import")

    async def _or_else(self, work: Coroutine[Any, Any, None], other: WayOut) -> None:
        """Do the work; where what was chosen for it is at fault, offer to choose again."""
        try:
            await work
        except UsageError as error:
            self._desk.report(error, other)

    def pin_shown(self) -> None:
        """Pin the conversation shown, or unpin it."""
        session = self._desk.session
        if session.is_written:
            self.places.pin([session.id], not session.conversation.pinned)
        else:
            self._desk.scope.spawn(
                self._change(self._desk.app.history.pin(session.id, not session.conversation.pinned)), name="pin"
            )

    def archive_shown(self) -> None:
        """Put the conversation shown away, or take it back; one in the bin stays there."""
        shown = self._desk.session.conversation
        if self._desk.session.is_written and shown.deleted_at is None:
            self.places.archive([shown.id], not shown.archived)

    def keep_draft(self) -> None:
        """Keep what stands in the composer with the conversation it belongs to."""
        session = self._desk.session
        composer = self._desk.window.composer
        session.draft, session.draft_model = composer.draft, composer.mention.model_id
        self._keep_draft_of(session)

    def _hand_over_draft(self, session: Session) -> None:
        self._give_draft(session, NEW_DRAFT)
        self._new_id = session.id

    def _give_draft(self, session: Session, key: str) -> None:
        session.draft, session.draft_model = self.drafts.get(key, ""), self.draft_models.get(key, "")

    def _keep_draft_of(self, session: Session) -> None:
        if session.is_written and session.id == self._new_id:
            self.draft_models.pop(NEW_DRAFT, None)
            self.drafts.pop(NEW_DRAFT, None)  # it was sent, or stands in that chat now
            self._new_id = ""
        key = session.id if session.is_written else NEW_DRAFT
        for kept, value in ((self.drafts, session.draft), (self.draft_models, session.draft_model)):
            kept.pop(key, None)
            if value.strip():
                kept[key] = value

    def configure(self, session: Session, settings: ConversationSettings) -> None:
        """Change how a conversation is held, at once; one not yet written keeps it until its first message."""
        session.conversation = dataclasses.replace(session.conversation, settings=settings)
        if session is self._desk.session:
            self._desk.head_changed.emit()
        if session.is_written:
            task = self._desk.scope.spawn(self._keep_settings(session.id, settings), name="configure chat")
            self._saving.add(task)
            task.add_done_callback(self._saving.discard)

    async def saved(self) -> None:
        """Wait until settings changed so far are on disk; not longer than a few seconds."""
        if self._saving:
            await asyncio.wait(self._saving, timeout=_SAVING_PATIENCE_S)

    async def _keep_settings(self, conversation_id: str, settings: ConversationSettings) -> None:
        async with self._order:  # the change made last must be the one that stays
            await self._desk.app.history.configure(conversation_id, settings)

    async def export_to(self, path: Path, ids: Sequence[str], form: str) -> None:
        """Write an export. Raises ``UsageError`` where the file cannot be written."""
        history = self._desk.app.history
        if ids:
            title = tr("Export a chat to {file}", file=path.name)
        else:
            title = tr("Export all chats to {file}", file=path.name)
        with self._desk.app.work.doing(
            title, unit="chats", stop=this_task(), on_quit=tr("Nothing is written.")
        ) as work:
            export = history.export_markdown if form == "markdown" else history.export_json
            text = await export(ids, report=work)
            work.reached(0, note=tr("Writing …"))
            await self._write(path, text)
            work.ends_with(tr("Saved as {name}.", name=path.name))

    async def _write(self, path: Path, text: str) -> None:
        try:
            await asyncio.to_thread(path.write_text, text, encoding="utf-8")
        except OSError as fault:
            raise UsageError(
                tr("{path!r} cannot be written: {reason}.", path=str(path), reason=fault.strerror),
                remedy=tr("Choose another folder."),
            ) from fault
        self._desk.say(tr("Saved as {name}.", name=path.name))

    async def import_from(self, path: Path) -> None:
        """Read an export of Baton's or of another product. Raises ``UsageError`` for a file that cannot be read."""
        with self._desk.app.work.doing(
            tr("Import {file}", file=path.name),
            unit=BYTES,
            stop=this_task(),
            on_quit=tr("The chats imported by then are kept."),
        ) as work:
            try:
                with path.open("rb") as file, TextIOWrapper(file, encoding="utf-8") as source:
                    size = os.fstat(file.fileno()).st_size

                    def reached(read: int) -> None:
                        # How far the file was read: that is a little ahead of the chat that is written.
                        note = plural("{count} chat read", "{count} chats read", read)
                        work.reached(file.tell(), size, note=note)

                    report = await self._desk.app.history.import_file(source, reached=reached)
            except OSError as fault:
                problem = tr("{name!r} cannot be read as text.", name=path.name)
                raise UsageError(problem, remedy=tr("Choose an export in JSON.")) from fault
            finally:
                await self.places.reload()  # also where it was stopped: what is there by then is shown
            words = plural("{count} chat imported.", "{count} chats imported.", len(report.added))
            work.ends_with(words)
        self._desk.say(words)
        if report.mended:
            parts, more = " ".join(report.mended[:3]), len(report.mended) - 3
            if more > 0:
                text = plural(
                    "Put right: {parts} And 1 more.", "Put right: {parts} And {count} more.", more, parts=parts
                )
            else:
                text = tr("Put right: {parts}", parts=parts)
            self._desk.warn(text, stays=True)
        if report.skipped:
            parts, more = " ".join(report.skipped[:3]), len(report.skipped) - 3
            if more > 0:
                text = plural("Left out: {parts} And 1 more.", "Left out: {parts} And {count} more.", more, parts=parts)
            else:
                text = tr("Left out: {parts}", parts=parts)
            self._desk.warn(text, stays=True)

    async def _new(self) -> None:
        self.keep_draft()
        self._next()
        conversation = await self._desk.app.history.create()
        session = Session.new(conversation)
        self._hand_over_draft(session)
        self._show(session)

    async def _open(self, conversation_id: str, node_id: str, turn: int) -> None:
        if conversation_id != self._desk.session.id or not self._desk.session.is_written:
            session = self._turns.session(conversation_id)
            if session is None:
                session = await self._read(conversation_id, whole=bool(node_id))
                self._give_draft(session, conversation_id)
            if turn != self._opening:
                return
            self.keep_draft()
            # A turn may have begun or ended while the store was asked; its session is the one that counts.
            self._show(self._turns.session(conversation_id) or session)
        if not self._desk.session.is_whole:
            await self._complete(self._desk.session)
        if not node_id or turn != self._opening:
            return
        if node_id in {node.id for node in self._desk.session.path()}:
            self._desk.transcript.show_node(node_id)
        else:
            await self._branch(node_id)

    async def _read(self, conversation_id: str, *, whole: bool) -> Session:
        """A conversation; of a long one the end, where not the whole is wanted."""
        history = self._desk.app.history
        end = None if whole else await history.open_end(conversation_id)
        return Session(await history.open(conversation_id)) if end is None else Session(end, is_whole=False)

    async def _complete(self, session: Session) -> None:
        """Read what stands before the end that is shown already, and put it there, with nothing in sight moving."""
        await asyncio.sleep(_SEEN_FIRST_S)
        if session is not self._desk.session:
            return  # it is completed when it is shown again
        guess = self._desk.transcript.height_guess
        with collecting_held():
            opened = await self._desk.app.history.open(session.id)
            thread = await asyncio.to_thread(lambda: Thread(opened).prepare(guess))
        if session.is_whole:
            return
        is_all = session.complete(opened)
        if session is self._desk.session:
            self._desk.transcript.set_conversation(
                opened if is_all else session.opened(), thread=thread if is_all else None
            )
            self._desk.head_changed.emit()

    def _show(self, session: Session) -> None:
        desk = self._desk
        desk.window.dock.flush()
        desk.session = session
        desk.transcript.set_conversation(session.opened())
        busy = self._turns.is_running(session.id)
        desk.transcript.set_busy(busy)
        desk.window.composer.set_answering(busy)
        desk.window.composer.clear()
        desk.window.composer.set_mention(session.draft_model)
        if session.draft:
            desk.window.composer.set_text(session.draft)
        desk.window.find_bar.close_bar()
        desk.window.sidebar.set_current(session.id)
        desk.session_shown.emit()
        desk.head_changed.emit()
        desk.window.focus_composer()

    def _next(self) -> int:
        self._opening += 1
        return self._opening

    def _show_branch(self, node_id: str) -> None:
        self._desk.scope.spawn(self._branch(node_id), name="show branch")

    async def _branch(self, node_id: str) -> None:
        session = self._desk.session
        if self._turns.is_running(session.id):
            raise UsageError(tr("Another branch can be shown when the answer is done."), remedy=tr("Stop it, or wait."))
        session.take_head(await self._desk.app.history.show_branch(session.id, node_id))
        if session is self._desk.session:
            self._desk.transcript.set_conversation(session.opened())
            self._desk.transcript.show_node(node_id)
            self._desk.head_changed.emit()

    def _search(self, text: str) -> None:
        self._desk.scope.spawn(self._find(text), name="search chats")

    async def _find(self, text: str) -> None:
        hits = await self._desk.app.history.search(text, limit=_HITS)
        self._desk.window.sidebar.set_hits(text, hits, complete=len(hits) < _HITS)

    def _search_on(self, text: str, last: SearchHit) -> None:
        self._desk.scope.spawn(self._find_more(text, last), name="search chats on")

    async def _find_more(self, text: str, last: SearchHit) -> None:
        hits = await self._desk.app.history.search(text, limit=_HITS, older_than=last.order)
        self._desk.window.sidebar.add_hits(text, hits, complete=len(hits) < _HITS)

    def _rename(self, conversation_id: str, title: str) -> None:
        self._desk.scope.spawn(self._change(self._desk.app.history.rename(conversation_id, title)), name="rename")

    async def _change(self, change: Coroutine[Any, Any, Conversation]) -> None:
        conversation = await change
        if conversation.id != self._desk.session.id or self._desk.session.is_written:
            self._desk.window.sidebar.upsert(conversation)
        self._take_heads([conversation])

    def _take_heads(self, heads: Sequence[Conversation]) -> None:
        for head in heads:
            for session in (self._desk.session, self._turns.session(head.id)):
                if session is not None and session.id == head.id:
                    session.conversation = moved(session.conversation, head)
        self._desk.head_changed.emit()

    async def _leave(self, ids: Sequence[str]) -> None:
        """Show another chat where the one shown has gone."""
        if self._desk.session.id not in ids or not self._desk.session.is_written:
            return
        model = self._desk.window.sidebar.model
        listed = model.conversations if model.place is Place.CHATS else ()
        if listed:
            await self._open(listed[0].id, "", self._next())
        else:
            await self._new()

    def _forget(self, ids: Sequence[str]) -> None:
        for identity in ids:
            self.drafts.pop(identity, None)
            self.deleted.emit(identity)
