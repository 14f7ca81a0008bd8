"""Asks the person what to leave out of a chat that is longer than its model's context, each chat for itself."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QObject, Signal

from app.domain.context import Overflow, OverflowQuestion
from app.ui.control.desk import Desk
from app.ui.preferences.dialog import LOCAL_MODELS


class ContextController(QObject):
    """The port ``OverflowAsker`` over the strip above the composer.

    ``asked`` (the conversation): a question waits. ``remember_wanted`` (conversation, choice): it holds from now on.
    """

    asked = Signal(str)
    remember_wanted = Signal(str, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._waiting: dict[str, tuple[OverflowQuestion, asyncio.Future[Overflow]]] = {}
        self._shown: OverflowQuestion | None = None
        strip = desk.window.overflow
        strip.chosen.connect(self._chosen)
        strip.more_context_requested.connect(lambda: desk.settings_wanted.emit(LOCAL_MODELS, ""))
        desk.session_shown.connect(self._show)

    def is_asking(self, conversation_id: str) -> bool:
        """Whether a question about this conversation waits for its answer."""
        return conversation_id in self._waiting

    async def ask_overflow(self, question: OverflowQuestion) -> Overflow | None:
        """Ask above the composer, and wait for the answer. "Stop" cancels the turn, and with it this."""
        answer: asyncio.Future[Overflow] = asyncio.get_running_loop().create_future()
        self._waiting[question.conversation_id] = (question, answer)
        self.asked.emit(question.conversation_id)
        self._show()
        try:
            return await answer
        finally:
            del self._waiting[question.conversation_id]
            self._show()

    def _show(self) -> None:
        waiting = self._waiting.get(self._desk.session.id)
        wanted = None if waiting is None else waiting[0]
        if wanted is self._shown:
            return
        self._shown = wanted
        strip = self._desk.window.overflow
        self._desk.window.composer.set_asked(wanted is not None)
        if wanted is not None:
            self._desk.window.show_overflow(wanted)
            return
        had_focus = any(part.hasFocus() for part in strip.stops)
        self._desk.window.show_overflow(None)
        if had_focus:
            self._desk.window.focus_composer()

    def _chosen(self, choice: Overflow, remember: bool) -> None:
        waiting = self._waiting.get(self._desk.session.id)
        if waiting is None or waiting[1].done():
            return
        if remember:
            self.remember_wanted.emit(self._desk.session.id, choice)
        waiting[1].set_result(choice)
