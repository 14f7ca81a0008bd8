"""What becomes of a chat that is longer than its model's context: the choices, and what was left out by one.

Owns the values alone; counting and choosing are the services' work.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.language import plural

_ANSWER_SHARE = 8
_LEAST_SHARE = 32


class Overflow(StrEnum):
    """What to do where a chat and its new message do not fit."""

    ASK = "ask"  # the person, each time
    STOP = "stop"  # send nothing
    DROP = "drop"  # leave the oldest turns out
    SUMMARISE = "summarise"  # send a summary in place of the oldest turns


OVERFLOW_WORDS: Mapping[Overflow, str] = {
    Overflow.ASK: "Ask each time",
    Overflow.STOP: "Send nothing",
    Overflow.DROP: "Drop the oldest turns",
    Overflow.SUMMARISE: "Summarise the oldest turns",
}
"""The choices as a form offers them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class LeftOut:
    """What an answer's model was not sent: all of the branch up to the message ``until`` (an id), itself included.

    ``summary`` was sent in their place, where it is not empty. It is a model's text, untrusted like any other.
    """

    until: str
    summary: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Room:
    """A model's context in tokens, and how many of them are kept for its answer."""

    context_tokens: int
    reserved_tokens: int

    @property
    def for_prompt(self) -> int:
        """What a request may take."""
        return self.context_tokens - self.reserved_tokens

    @property
    def at_most(self) -> int:
        """What a request may take where nothing more of it can be left out: a short answer is better than none."""
        return self.context_tokens - min(self.reserved_tokens, max(1, self.context_tokens // _LEAST_SHARE))

    @classmethod
    def of(cls, context_tokens: int, *, longest_answer: object = None, max_output_tokens: int | None = None) -> Room:
        """The room of a context. ``longest_answer`` is the parameter that the person set, whatever it may hold.

        Half of the context is the most that is ever kept: a limit on the answer is not a wish for one that long.
        """
        share = context_tokens // _ANSWER_SHARE
        if isinstance(longest_answer, (int, float)) and not isinstance(longest_answer, bool) and longest_answer > 0:
            # The comparison comes first: no float holds every whole number that a file can.
            half = context_tokens // 2
            wanted = half if longest_answer >= half else math.ceil(longest_answer)
        else:
            wanted = share if max_output_tokens is None else min(share, max_output_tokens)
        return cls(context_tokens=context_tokens, reserved_tokens=max(wanted, min(1, context_tokens)))


@dataclass(frozen=True, kw_only=True, slots=True)
class OverflowQuestion:
    """What a person is asked before a request that does not fit is sent.

    ``tokens`` is what it takes, ``estimated`` whether that is an estimate, ``turns`` how many of the oldest turns would
    be left out. ``problem``: why the choice made before did not work, or empty. ``is_local``: the model's context is
    a setting.
    """

    conversation_id: str
    model: str
    tokens: int
    estimated: bool
    room: Room
    turns: int
    is_local: bool = False
    problem: str = ""


def turns_words(turns: int) -> str:
    """``the oldest turn``, ``the 6 oldest turns``."""
    return plural("the oldest turn", "the {count} oldest turns", turns)
