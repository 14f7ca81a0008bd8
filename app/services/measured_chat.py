"""Chats as a measurement holds them: whole turns through the chat service, their events alone. Measures nothing."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncGenerator
from dataclasses import replace

from app.domain.conversation import NO_AWS, Conversation, ConversationSettings, NodeState
from app.domain.errors import WorkerDiedError
from app.domain.stream import StreamEvent, Usage
from app.services.chat import ChatService
from app.services.history import HistoryService
from app.services.nobody import Nobody
from app.services.turn_updates import NodeEnded, NodeStreamed


class MeasuredChat:
    """One conversation with ``model``; each :meth:`say` is its next turn, answered with ``tokens`` tokens."""

    def __init__(self, chat: ChatService, history: HistoryService, model: str, *, tokens: int) -> None:
        self._chat = chat
        self._history = history
        self._settings = ConversationSettings(
            model=model, account=NO_AWS, parameters={"max_tokens": tokens}, cached_answers=False
        )
        self._conversation: Conversation | None = None

    async def say(self, text: str) -> AsyncGenerator[StreamEvent]:
        """The events of the answer, its usage last. Raises :class:`WorkerDiedError` where the answer failed."""
        now = self._conversation or await self._history.create(self._settings)
        turn = self._chat.send(now, text, consent=Nobody(), parent_id=now.leaf_id)
        async with contextlib.aclosing(turn) as updates:
            async for update in updates:
                match update:
                    case NodeStreamed(event=event) if not isinstance(event, Usage):
                        yield event
                    case NodeEnded(node=node):
                        self._conversation = replace(now, leaf_id=node.id)
                        if node.state is NodeState.FAILED:
                            raise WorkerDiedError(node.error or "The answer failed.")
                        yield node.usage or Usage()
                    case _:
                        pass
