"""Finds text in a conversation, also in rows that are not built. Qt-free; knows messages, not how they are shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.ui.transcript.thread import Row, Thread


@dataclass(frozen=True, slots=True)
class Hit:
    """The ``nth`` place (from 0) in the row ``node_id``: in its words, or ``in_card`` among those of its cards."""

    node_id: str
    nth: int
    in_card: bool = False


class Finder:
    """The places where a text stands in a thread, in reading order, and which of them is the current one."""

    def __init__(self) -> None:
        self.text = ""
        self.hits: Sequence[Hit] = ()
        self.current = -1

    def search(
        self,
        thread: Thread | None,
        text: str,
        *,
        from_row: int,
        count_in: Callable[[Row], int | None] = lambda _: None,
        in_cards: Callable[[Row], int] = lambda _: 0,
    ) -> None:
        """Find ``text``; the current place becomes the first at or after ``from_row``, else the first of all.

        ``count_in`` counts in a row that shows something else than its text; ``None`` for all others.
        ``in_cards`` counts in the cards that stand in a row beside its text.
        """
        self.text = text
        self.current = -1
        hits: list[Hit] = []
        wanted = text.casefold()
        for number, row in enumerate(thread.rows if thread is not None and wanted else ()):
            assert thread is not None
            own = count_in(row)
            count = searchable(thread, row).casefold().count(wanted) if own is None else own
            beside = in_cards(row)
            if count + beside and self.current < 0 and number >= from_row:
                self.current = len(hits)
            hits += [Hit(row.node.id, nth) for nth in range(count)]
            hits += [Hit(row.node.id, nth, in_card=True) for nth in range(beside)]
        self.hits = hits
        if self.current < 0 and hits:
            self.current = 0

    def step(self, by: int) -> Hit | None:
        """Go ``by`` places on, round the ends; ``None`` where nothing was found."""
        if not self.hits:
            return None
        self.current = (self.current + by) % len(self.hits)
        return self.hits[self.current]

    @property
    def hit(self) -> Hit | None:
        """The current place."""
        return self.hits[self.current] if 0 <= self.current < len(self.hits) else None


def searchable(thread: Thread, row: Row) -> str:
    """The words of a row as they are read: without the marks of Markdown."""
    live = thread.live.get(row.node.id)
    text = row.node.message.text if live is None else live.text
    for mark in ("**", "`", "__"):
        text = text.replace(mark, "")
    return text
