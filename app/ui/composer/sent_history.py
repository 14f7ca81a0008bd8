"""The way back through what was sent, as in a shell; what was typed, and changed on the way, is kept. Qt-free."""

from __future__ import annotations

from collections.abc import Sequence

_TYPED = -1


class SentHistory:
    """Begin with the messages sent, newest first; then :meth:`step` with what stands in the field at each press."""

    def __init__(self) -> None:
        self._entries: tuple[str, ...] = ()
        self._changed: dict[int, str] = {}
        self._at = _TYPED

    @property
    def has_begun(self) -> bool:
        """Whether it knows what was sent."""
        return bool(self._entries)

    @property
    def is_walking(self) -> bool:
        """Whether something else than what was typed is shown."""
        return self._at != _TYPED

    def begin(self, entries: Sequence[str]) -> None:
        """Stand before the newest of ``entries``; the same message twice in a row counts once."""
        kept: list[str] = []
        for entry in entries:
            if entry.strip() and entry != (kept[-1] if kept else None):
                kept.append(entry)
        self._entries, self._changed, self._at = tuple(kept), {}, _TYPED

    def step(self, older: bool, text: str) -> str | None:
        """What stands in the field after a step from ``text``; ``None`` where there is nothing further that way."""
        at = self._at + (1 if older else -1)
        if not _TYPED <= at < len(self._entries):
            return None
        self._changed[self._at] = text
        self._at = at
        return self._changed.get(at, self._entries[at] if at != _TYPED else "")

    def typed(self, text: str) -> str:
        """The draft: what was typed before the walk, unless the message shown (``text``) was changed since."""
        if self.is_walking and text == self._entries[self._at]:
            return self._changed.get(_TYPED, "")
        return text

    def forget(self) -> None:
        """The walk is over: something was sent, or another text is written."""
        self._entries, self._changed, self._at = (), {}, _TYPED
