"""Conversations that are not shown while an answer is being written in them. Shows none."""

from __future__ import annotations

from app.services.turn_updates import TurnUpdate
from app.ui.transcript.thread import Thread

KEPT_ELSEWHERE = 8  # conversations left while their turn went on


class ThreadsElsewhere:
    """The threads left last, which take in what their turns go on to say."""

    def __init__(self) -> None:
        self._threads: dict[str, Thread] = {}

    def keep(self, thread: Thread) -> None:
        """Go on with a thread that is no longer shown."""
        self._threads[thread.conversation.id] = thread
        for conversation_id in tuple(self._threads)[:-KEPT_ELSEWHERE]:
            del self._threads[conversation_id]

    def take(self, conversation_id: str) -> Thread | None:
        """The thread of a conversation that is shown again; ``None`` where none was kept."""
        return self._threads.pop(conversation_id, None)

    def apply(self, update: TurnUpdate) -> None:
        """Take in one update of a turn, of whichever conversation."""
        for thread in tuple(self._threads.values()):
            thread.apply(update)
