"""Counts what an answer takes while it streams: the vendor's own count where there is one, else an estimate.

Owns the reckoning for one answer, whoever watches it; refuses to log and to stop anything.
"""

from __future__ import annotations

import dataclasses
import math
from dataclasses import dataclass, field

from app.domain.models import ModelInfo
from app.domain.ports import ChatRequest
from app.domain.stream import (
    Finished,
    FromCache,
    Metered,
    ReasoningDelta,
    StreamEvent,
    TextDelta,
    ToolCallProgress,
    ToolCallRequested,
    Usage,
)
from app.domain.usage import CHARS_A_TOKEN, TOKENS_A_FOREIGN_CHAR, cost_usd
from app.services.token_estimates import estimate


def metered(model: ModelInfo, request: ChatRequest) -> Metered:
    """What to count ``request`` by."""
    return Metered(input_tokens=estimate(request, model), price=model.price, is_private=model.is_private)


_ANSWERS = (TextDelta, ReasoningDelta, ToolCallProgress, ToolCallRequested, Usage, Finished)
"""What comes of the provider itself, and not before it answers."""


@dataclass(slots=True)
class _Leg:
    """One request of an answer."""

    terms: Metered
    counts: bool = False  # its provider began to answer
    told: Usage | None = None
    plain_chars: int = 0
    foreign_chars: int = 0
    call_chars: int = 0  # of a tool call that is being written
    is_free: bool = False  # it came from the cache

    def wrote(self, text: str) -> None:
        plain = len(text) if text.isascii() else len(text.encode("ascii", "ignore"))
        self.plain_chars += plain
        self.foreign_chars += len(text) - plain

    @property
    def written_tokens(self) -> int:
        plain = (self.plain_chars + self.call_chars) / CHARS_A_TOKEN
        return math.ceil(plain + self.foreign_chars * TOKENS_A_FOREIGN_CHAR)

    def usage(self, *, whole: bool) -> Usage:
        """What was told, and where that cannot be all of it, at least what came."""
        told = self.told
        if self.is_free or not self.counts:
            return Usage()
        if told is not None and whole:
            return told
        if told is None:
            return Usage(input_tokens=self.terms.input_tokens, output_tokens=self.written_tokens)
        # Some vendors tell the prompt's tokens at the start, and the answer's only at its end.
        return dataclasses.replace(
            told,
            input_tokens=told.input_tokens or self.terms.input_tokens,
            output_tokens=max(told.output_tokens, self.written_tokens),
        )


@dataclass(slots=True)
class Meter:
    """Takes every event of an answer in. An answer that needed two requests is counted as both.

    A request counts from its provider's first event on: nobody bills one that waits, or that was refused.
    ``whole``: the answer ended as it should, so that what the vendor counted last is all there is.
    ``reserves``: what a request reads counts as soon as it is on its way.
    """

    whole: bool = False
    reserves: bool = False
    _legs: list[_Leg] = field(default_factory=list)

    def add(self, event: StreamEvent) -> None:
        """Take one event in; constant time for each character."""
        if isinstance(event, Metered):
            self._legs.append(_Leg(event, counts=self.reserves))
            return
        if not self._legs:
            return
        leg = self._legs[-1]
        if isinstance(event, _ANSWERS):
            leg.counts = True
        match event:
            case TextDelta(text=text) | ReasoningDelta(text=text):
                leg.wrote(text)
            case ToolCallProgress(argument_chars=chars):
                leg.call_chars = chars
            case ToolCallRequested(call=call):
                leg.call_chars = 0
                leg.wrote(call.name)
                leg.wrote(call.arguments)
            case Usage():
                leg.told = event
            case FromCache():
                leg.is_free = True
            case _:
                pass

    @property
    def is_metered(self) -> bool:
        """Whether it was told what to count by."""
        return bool(self._legs)

    @property
    def is_running(self) -> bool:
        """Whether anything was asked of a model at all."""
        return any(not leg.is_free for leg in self._legs)

    @property
    def has_begun(self) -> bool:
        """Whether a provider began to answer, so that there is something to count."""
        return any(leg.counts and not leg.is_free for leg in self._legs)

    @property
    def estimated(self) -> bool:
        """Whether the vendor did not count all of it."""
        counted = [leg for leg in self._legs if leg.counts and not leg.is_free]
        return any(leg.told is None for leg in counted) or (bool(counted) and not self.whole)

    @property
    def usage(self) -> Usage:
        """Tokens so far."""
        total: Usage | None = None
        for number, leg in enumerate(self._legs):
            # Before a further request, the one before it came to its end.
            usage = leg.usage(whole=self.whole or number < len(self._legs) - 1)
            total = usage if total is None else usage.with_earlier(total)
        return total or Usage()

    @property
    def cost_usd(self) -> float | None:
        """What that costs at the prices of today; ``None`` where one is unknown."""
        total = 0.0
        for number, leg in enumerate(self._legs):
            if leg.terms.is_private or leg.is_free or not leg.counts:
                continue
            cost = cost_usd(leg.usage(whole=self.whole or number < len(self._legs) - 1), leg.terms.price)
            if cost is None:
                return None
            total += cost
        return total

    @property
    def is_billed(self) -> bool:
        """Whether somebody bills it."""
        return any(leg.counts and not leg.terms.is_private and not leg.is_free for leg in self._legs)
