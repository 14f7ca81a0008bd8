"""How full a model's context is, in words: the meter of the dock and of the composer. Plain values, no Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, assert_never

from app.domain.context import Overflow, Room
from app.domain.language import plural, tr
from app.domain.numerals import percent
from app.domain.usage import CHARS_A_TOKEN
from app.ui.wording import money_words, short_count

if TYPE_CHECKING:
    from app.services.context_meter import ContextParts

NEARLY_FULL = 0.8


@dataclass(frozen=True, kw_only=True, slots=True)
class ContextFill:
    """What a chat takes of its model's context; ``room`` is ``None`` where the model does not say how much it has.

    ``overflow``: what happens once it is full. ``parts``: what takes it, where that was worked out; ``draft_tokens`` of
    it are the message that is being written, of which a token is ``chars_a_token`` letters. ``input_usd`` is what a
    token read costs, ``None`` where nobody knows.
    """

    used_tokens: int = 0
    room: Room | None = None
    overflow: Overflow = Overflow.ASK
    parts: ContextParts | None = None
    draft_tokens: int = 0
    chars_a_token: float = CHARS_A_TOKEN
    input_usd: float | None = None

    def with_draft(self, tokens: int) -> ContextFill:
        """The same with a message of ``tokens`` being written."""
        return replace(self, used_tokens=self.used_tokens + tokens, draft_tokens=tokens)

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
        is_full = self.share > 1
        match self.overflow:
            case Overflow.ASK if is_full:
                return tr("It is full: Baton asks what to leave out.")
            case Overflow.ASK:
                return tr("Once it is full, Baton asks what to leave out.")
            case Overflow.STOP if is_full:
                return tr("It is full: nothing more is sent.")
            case Overflow.STOP:
                return tr("Once it is full, nothing more is sent.")
            case Overflow.DROP if is_full:
                return tr("It is full: the oldest turns are no longer sent.")
            case Overflow.DROP:
                return tr("Once it is full, the oldest turns are no longer sent.")
            case Overflow.SUMMARISE if is_full:
                return tr("It is full: a summary is sent in place of the oldest turns.")
            case Overflow.SUMMARISE:
                return tr("Once it is full, a summary is sent in place of the oldest turns.")
            case _:
                assert_never(self.overflow)

    @property
    def table(self) -> str:
        """The parts, one a line, and what sending costs; empty where they are not known."""
        if self.parts is None:
            return ""
        parts = self.parts
        rows = [
            (tr("System prompt"), parts.system),
            (tr("Tools"), parts.tools),
            (tr("Pinned"), parts.pinned),
            (tr("History"), parts.history),
            (tr("Files"), parts.attachments),
            (tr("This message"), self.draft_tokens),
        ]
        lines = [tr("{name}: about {tokens}", name=name, tokens=short_count(tokens)) for name, tokens in rows if tokens]
        if self.room is not None:
            lines.append(tr("Kept for the answer: {tokens}", tokens=short_count(self.room.reserved_tokens)))
        if left_out := parts.turns_left_out:
            lines.append(plural("Not sent: the oldest turn", "Not sent: the {count} oldest turns", left_out))
        if parts.unseen:
            names = ", ".join(parts.unseen[:3])
            lines.append(tr("Told of in words, as this model sees no pictures: {names}", names=names))
        if self.input_usd:
            cost = money_words(self.used_tokens * self.input_usd)
            lines.append(tr("Sending costs about {cost} to read, less where the provider has it cached.", cost=cost))
        return "\n".join(lines)

    @property
    def words(self) -> str:
        """The whole of it, for the dock."""
        if self.room is None:
            return tr("About {tokens} tokens", tokens=short_count(self.used_tokens))
        words = tr(
            "{used} of {whole} tokens, {kept} of them kept for the answer ({share} full).",
            used=short_count(self.used_tokens),
            whole=short_count(self.room.context_tokens),
            kept=short_count(self.room.reserved_tokens),
            share=percent(self.share),
        )
        return f"{words} {self.outlook}".rstrip()
