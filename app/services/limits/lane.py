"""One provider's queue: who may send now, who waits and in which order. Chats go before batches."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from enum import IntEnum


class Urgency(IntEnum):
    """Who waits for an answer; the lower goes first."""

    PERSON = 0  # somebody looks at the window or the terminal
    BATCH = 1


class Ticket:
    """A place in the queue; ``admitted`` is set once it may send, ``is_sent`` says whether it did."""

    def __init__(self, urgency: Urgency) -> None:
        self.urgency = urgency
        self.admitted = asyncio.Event()
        self.is_sent = False


class Lane:
    """Admits at most ``at_once()`` tickets (``None``: any number), the most urgent first, then in order of arrival."""

    def __init__(self, at_once: Callable[[], int | None]) -> None:
        self._at_once = at_once
        self._sending: set[Ticket] = set()
        self._waiting: dict[Urgency, deque[Ticket]] = {urgency: deque() for urgency in Urgency}

    def join(self, urgency: Urgency) -> Ticket:
        """Take a place; it must be left again, admitted or not."""
        ticket = Ticket(urgency)
        self._waiting[urgency].append(ticket)
        self._admit()
        return ticket

    def leave(self, ticket: Ticket) -> None:
        """Give the place up. Safe to call twice."""
        self._sending.discard(ticket)
        with suppress(ValueError):
            self._waiting[ticket.urgency].remove(ticket)
        self._admit()

    def ahead(self, ticket: Ticket) -> int:
        """How many go before ``ticket``, those that are being answered included."""
        before = len(self._sending)
        for urgency in Urgency:
            for waiting in self._waiting[urgency]:
                if waiting is ticket:
                    return before
                before += 1
        return before

    def _admit(self) -> None:
        limit = self._at_once()
        for urgency in Urgency:
            queue = self._waiting[urgency]
            while queue and (limit is None or len(self._sending) < limit):
                ticket = queue.popleft()
                self._sending.add(ticket)
                ticket.admitted.set()
