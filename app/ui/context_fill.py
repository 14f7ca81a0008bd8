"""How full a model's context is, in words: the meter of the dock and of the composer. Plain values, no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from app.domain.context import Overflow, Room
from app.ui.wording import short_count

NEARLY_FULL = 0.8


@dataclass(frozen=True, kw_only=True, slots=True)
class ContextFill:
    """What a chat takes of its model's context; ``room`` is ``None`` where the model does not say how much it has.

    ``overflow``: what happens once it is full.
    """

    used_tokens: int = 0
    room: Room | None = None
    overflow: Overflow = Overflow.ASK

    @property
    def share(self) -> float:
        """How full it is, beside what is kept for the answer; 1 is full."""
        if self.room is None or self.room.for_prompt <= 0:
            return 0.0
        return self.used_tokens / self.room.for_prompt

    @property
    def look(self) -> str:
        """The look of what shows it."""
        return "error" if self.share > 1 else "warning" if self.share >= NEARLY_FULL else ""

    @property
    def outlook(self) -> str:
        """From 80 % on, what will happen at 100 %; empty before."""
        if self.share < NEARLY_FULL:
            return ""
        match self.overflow:
            case Overflow.ASK:
                then = "Baton asks what to leave out"
            case Overflow.STOP:
                then = "nothing more is sent"
            case Overflow.DROP:
                then = "the oldest turns are no longer sent"
            case Overflow.SUMMARISE:
                then = "a summary is sent in place of the oldest turns"
            case _:
                assert_never(self.overflow)
        return f"It is full: {then}." if self.share > 1 else f"Once it is full, {then}."

    @property
    def words(self) -> str:
        """The whole of it, for the dock."""
        if self.room is None:
            return f"About {short_count(self.used_tokens)} tokens"
        kept, whole = short_count(self.room.reserved_tokens), short_count(self.room.context_tokens)
        words = f"{short_count(self.used_tokens)} of {whole} tokens, {kept} of them kept for the answer"
        return f"{words} ({self.share:.0%} full). {self.outlook}".rstrip()
