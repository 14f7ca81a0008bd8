"""Turns: sends, answers again, stops; keeps one running turn a conversation, and each turn's updates to itself."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app.domain.attachments import Attachment
from app.domain.conversation import NodeState
from app.domain.language import tr
from app.domain.messages import Role
from app.services.titles import wants_title
from app.services.turn_updates import ActionChanged, ConversationChanged, NodeAdded, NodeEnded, NodeStreamed, TurnUpdate
from app.ui.control.attachments import AttachmentController, Pending
from app.ui.control.context import ContextController
from app.ui.control.desk import Desk
from app.ui.markdown import prepare
from app.ui.session import Session

_PATIENCE_S = 0.4


@dataclass
class _Unsent:
    """A message on its way, not written yet; ``place``: what stands in the composer once it was put back there.

    ``files`` go with it, and are the chips of the chat ``key`` again while ``is_back``. ``model`` answers it alone.
    """

    text: str
    files: tuple[Pending, ...] = ()
    key: str = ""
    place: str = ""
    is_back: bool = False
    model: str = ""


class TurnController(QObject):
    """``running_changed``: a turn began or ended. ``opening_wanted`` asks to show a conversation. ``action_changed``
    carries an AWS action as it stands now.

    ``draft_left`` (a session that is not shown): what is written there and not sent has changed.
    """

    running_changed = Signal()
    opening_wanted = Signal(str)
    draft_left = Signal(object)
    action_changed = Signal(object)

    def __init__(self, desk: Desk, context: ContextController, attachments: AttachmentController) -> None:
        super().__init__(desk)
        self._desk = desk
        self._attachments = attachments
        self._context = context
        self._unsent: dict[str, _Unsent] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._sessions: dict[str, Session] = {}
        composer = desk.window.composer
        composer.sent.connect(self.send)
        composer.stop_requested.connect(self.stop)
        desk.transcript.edit_requested.connect(self.edit)
        desk.transcript.again_requested.connect(self.again)
        desk.transcript.next_requested.connect(self.answer_with_next)
        composer.changed.connect(self._typed)
        context.asked.connect(self._hand_back)
        desk.window.overflow.stopped.connect(self.stop)

    @property
    def running(self) -> tuple[str, ...]:
        """The conversations that are being answered."""
        return tuple(self._tasks)

    def session(self, conversation_id: str) -> Session | None:
        """The session of a conversation that is being answered, which knows more than the store."""
        return self._sessions.get(conversation_id)

    def is_running(self, conversation_id: str) -> bool:
        """Whether a conversation is being answered."""
        return conversation_id in self._tasks

    def send(self, text: str) -> None:
        """Send a message at the end of the branch shown."""
        session = self._desk.session
        if self.is_running(session.id):
            return
        if hindrance := self._attachments.hindrance:
            self._desk.window.composer.set_hindrance(hindrance)
            return
        key = self._attachments.key
        files = tuple(self._attachments.take())
        if not text.strip() and not files:
            return
        self._desk.window.dock.flush()
        composer = self._desk.window.composer
        model = composer.mention.model_id
        composer.clear()
        composer.set_mention("")
        self._send(session, text, session.conversation.leaf_id, files=files, key=key, model=model)

    def edit(self, node_id: str, text: str) -> None:
        """Send the changed text of a message as a branch of its own."""
        session = self._desk.session
        node = session.node(node_id)
        if node is not None and (text.strip() or node.message.attachments) and not self.is_running(session.id):
            kept = [Attachment.stored(part) for part in node.message.attachments]
            self._send(session, text, node.parent_id, kept=kept)

    def again(self, node_id: str, *, model: str | None = None) -> None:
        """Answer once more, this once by ``model``: ``node_id`` is the person's message, or an answer to it."""
        session = self._desk.session
        node = session.question_of(node_id)
        if node is None or self.is_running(session.id):
            return
        updates = self._desk.app.chat.answer_again(
            session.conversation, node.id, consent=self._desk.consent, overflow=self._context, model=model
        )
        self._start(session, updates)

    def answer_with_next(self, node_id: str) -> None:
        """Let the next model of the chain answer in the place of the answer ``node_id``, which broke off."""
        session = self._desk.session
        if self.is_running(session.id):
            return
        updates = self._desk.app.chat.answer_with_next(
            session.conversation, node_id, consent=self._desk.consent, overflow=self._context
        )
        self._start(session, updates)

    def go_on(self, node_id: str) -> None:
        """Let an answer that was cut short go on in its place."""
        session = self._desk.session
        if self.is_running(session.id):
            return
        updates = self._desk.app.chat.go_on(
            session.conversation, node_id, consent=self._desk.consent, overflow=self._context
        )
        self._start(session, updates)

    def stop(self) -> bool:
        """Stop the answer that is shown; false where there is none."""
        task = self._tasks.get(self._desk.session.id)
        if task is None:
            return False
        task.cancel()
        return True

    async def stopped(self, conversation_id: str) -> None:
        """Stop the answer of a conversation, where there is one, and wait until what came of it is written."""
        task = self._tasks.get(conversation_id)
        if task is not None:
            task.cancel()
            await asyncio.wait([task])

    def _send(
        self,
        session: Session,
        text: str,
        parent_id: str | None,
        *,
        files: tuple[Pending, ...] = (),
        key: str = "",
        kept: Sequence[Attachment] = (),
        model: str = "",
    ) -> None:
        """``files`` are chips of the chat ``key``; ``kept`` those of a message that is changed."""
        updates = self._desk.app.chat.send(
            session.conversation,
            text,
            consent=self._desk.consent,
            overflow=self._context,
            parent_id=parent_id,
            model=model or None,
            attachments=[*kept, *(item.attachment for item in files if item.attachment is not None)],
        )
        self._start(session, updates, unsent=_Unsent(text, files=files, key=key, model=model))

    def _start(self, session: Session, updates: AsyncGenerator[TurnUpdate], *, unsent: _Unsent | None = None) -> None:
        task = self._desk.scope.spawn(self._run(session, updates), name=f"turn of {session.id}")
        self._desk.scope.spawn(asyncio.to_thread(prepare), name="read what shows an answer")
        self._tasks[session.id] = task
        self._sessions[session.id] = session
        if unsent is not None:
            self._unsent[session.id] = unsent
            asyncio.get_running_loop().call_later(_PATIENCE_S, self._check, session, self._unsent[session.id])
        task.add_done_callback(lambda ended: self._ended(session, ended))
        self._show_busy(session)
        if session is self._desk.session:
            # What was pressed may be gone now (a door of the empty chat, the field of a changed message).
            self._desk.window.focus_composer()

    async def _run(self, session: Session, updates: AsyncGenerator[TurnUpdate]) -> None:
        try:
            async with contextlib.aclosing(updates):
                async for update in updates:
                    self._sent(session)
                    self._take(session, update)
        finally:
            self._not_sent(session)

    def _sent(self, session: Session) -> None:
        """A turn's message is written: it is no longer the composer's."""
        unsent = self._unsent.pop(session.id, None)
        if unsent is None:
            return
        composer = self._desk.window.composer
        if unsent.is_back:
            self._attachments.discard(unsent.key, unsent.files)
        if session is self._desk.session:
            composer.set_checking(False)
            if unsent.place and composer.mention.model_id == unsent.model:
                composer.set_mention("")
            if unsent.place and composer.text.startswith(unsent.text):
                composer.set_text(composer.text.removeprefix(unsent.text).removeprefix("\n"))
        elif unsent.place and session.draft.startswith(unsent.text):
            session.draft = session.draft.removeprefix(unsent.text).removeprefix("\n")
            session.draft_model = ""
            self.draft_left.emit(session)

    def _not_sent(self, session: Session) -> None:
        """The turn is over: a message that was not sent, for whatever reason, must not be lost."""
        self._hand_back(session.id)
        if self._unsent.pop(session.id, None) is not None and session is self._desk.session:
            self._desk.window.composer.set_checking(False)

    def _check(self, session: Session, unsent: _Unsent) -> None:
        """It takes a while to count what fits (a model may be loaded for it): the message stays in sight meanwhile."""
        if self._unsent.get(session.id) is unsent and not self._context.is_asking(session.id):
            self._hand_back(session.id)
            if session is self._desk.session:
                self._desk.window.composer.set_checking(True)

    def _hand_back(self, conversation_id: str) -> None:
        """Put a message that is not sent yet back where it was written, before what was typed since."""
        unsent, session = self._unsent.get(conversation_id), self._sessions.get(conversation_id)
        if unsent is None or session is None or unsent.place or unsent.is_back:
            return
        if unsent.files:
            unsent.is_back = True
            self._attachments.give_back(unsent.key, unsent.files)
        composer = self._desk.window.composer
        is_shown = session is self._desk.session
        typed = composer.text if is_shown else session.draft
        if not unsent.text:
            return
        unsent.place = f"{unsent.text}\n{typed}" if typed.strip() else unsent.text
        if is_shown:
            composer.set_text(unsent.place)
            composer.set_mention(unsent.model or composer.mention.model_id)
        else:
            session.draft, session.draft_model = unsent.place, unsent.model
            self.draft_left.emit(session)

    def _typed(self) -> None:
        # Looked at a moment later: a chat that is opened again has its draft put back in two steps.
        if self._unsent:
            asyncio.get_running_loop().call_soon(self._stop_changed)

    def _stop_changed(self) -> None:
        """Whoever changes a message that waits for its answer to what is left out wants to send another one."""
        session = self._desk.session
        unsent = self._unsent.get(session.id)
        if unsent is None or not unsent.place or not self._context.is_asking(session.id):
            return
        if self._desk.window.composer.text != unsent.place:
            self.stop()

    def take_action(self, conversation_id: str, update: ActionChanged) -> None:
        """Show what became of a call that belongs to no turn, where its conversation is open."""
        shown = self._desk.session
        session = shown if shown.id == conversation_id else self._sessions.get(conversation_id)
        if session is not None:
            self._take(session, update)

    def _take(self, session: Session, update: TurnUpdate) -> None:
        before = session.conversation
        session.take(update)
        shown = session is self._desk.session
        # Also where another conversation is shown: the transcript keeps what is being written elsewhere whole.
        self._desk.transcript.apply(update)
        match update:
            case ConversationChanged(conversation=conversation):
                self._desk.window.sidebar.upsert(conversation)
                if shown:
                    self._desk.head_changed.emit()
            case NodeAdded() | NodeEnded():
                if shown:
                    self._desk.head_changed.emit()
                if isinstance(update, NodeEnded) and not shown and update.node.state is not NodeState.STREAMING:
                    self._tell_elsewhere(session)
            case ActionChanged(action=action):
                self.action_changed.emit(action)
            case NodeStreamed():
                pass
        if shown and before.leaf_id is None and session.conversation.leaf_id is not None:
            self._desk.window.sidebar.set_current(session.id)

    def _tell_elsewhere(self, session: Session) -> None:
        if session.last(Role.ASSISTANT) is None or self._desk.session is session:
            return
        self._desk.say(
            tr("“{title}” was answered.", title=session.conversation.title),
            action=tr("Open"),
            call=lambda: self.opening_wanted.emit(session.id),
        )

    def _ended(self, session: Session, task: asyncio.Task[None]) -> None:
        if self._tasks.get(session.id) is not task:
            return
        del self._tasks[session.id]
        self._not_sent(session)  # one that was stopped before it began
        if task.cancelled() or task.exception() is not None:
            # The turn could not tell how it ended; the store knows.
            if not self._desk.scope.is_closed:
                self._desk.scope.spawn(self._settle(session), name=f"settling {session.id}")
        else:
            self._sessions.pop(session.id, None)
            if wants_title(session.conversation, session.path()) and not self._desk.scope.is_closed:
                self._desk.scope.spawn(self._name(session), name=f"name {session.id}")
        self._show_busy(session)

    async def _name(self, session: Session) -> None:
        head = await self._desk.app.chat.name(session.conversation)
        if head is None:
            return
        self._desk.window.sidebar.upsert(head)
        for shown in (self._desk.session, self._sessions.get(head.id)):
            if shown is not None and shown.id == head.id:
                shown.conversation = dataclasses.replace(
                    shown.conversation, title=head.title, titled=head.titled, model_titled=head.model_titled
                )
        self._desk.head_changed.emit()

    async def _settle(self, session: Session) -> None:
        try:
            if session.is_written:
                opened = await self._desk.app.history.open(session.id)
                for update in session.settle(opened):
                    self._desk.transcript.apply(update)
                self._desk.window.sidebar.upsert(session.conversation)
        finally:
            if not self.is_running(session.id):
                self._sessions.pop(session.id, None)
            if session is self._desk.session:
                self._desk.head_changed.emit()

    def _show_busy(self, session: Session) -> None:
        self._desk.window.sidebar.set_running(self.running)
        if session is self._desk.session:
            busy = self.is_running(session.id)
            self._desk.transcript.set_busy(busy)
            self._desk.window.composer.set_answering(busy)
        self.running_changed.emit()
