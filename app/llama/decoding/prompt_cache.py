"""Which of what was read before can be used again: sequences in the context, and states put aside in main memory.

Pure bookkeeping over a :class:`SequenceMemory`. A prompt goes on where the longest beginning it shares with anything
read before ends: in the same sequence where nothing is lost by that (the next turn), in a copy where something would be
(another branch, the title of a chat, many prompts with one system text), or in a state brought back.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

_LEAST_SAVED_TOKENS = 64
_BLOCK = 512


class SequenceMemory(Protocol):
    """What llama.cpp's context remembers, by sequence: the tokens at positions 0, 1, 2, …"""

    def copy(self, source: int, target: int, count: int) -> None:
        """Let the empty ``target`` hold the first ``count`` tokens of ``source`` as well."""
        ...

    def trim(self, sequence: int, count: int) -> bool:
        """Keep the first ``count`` tokens; false where that could not be done and all were forgotten."""
        ...

    def size_bytes(self, sequence: int) -> int:
        """How large :meth:`save` would be."""
        ...

    def save(self, sequence: int) -> bytearray | None:
        """A copy of the sequence's state, or ``None`` where it could not be made."""
        ...

    def restore(self, sequence: int, state: bytearray) -> bool:
        """Fill the empty ``sequence`` from a copy; false where there is no room, and nothing was changed."""
        ...


@dataclass(frozen=True, slots=True)
class Lease:
    """A sequence that holds the first ``reused`` tokens of the prompt it was acquired for."""

    sequence: int
    reused: int


@dataclass(slots=True, eq=False)
class _Held:
    """A sequence of the context, or (with ``state``) a copy of one in main memory."""

    tokens: list[int] = field(default_factory=list)
    used: int = 0
    busy: bool = False
    state: bytearray = field(default_factory=bytearray)


class PromptCache:
    """``sequences``: how many the context has. ``limit_bytes``: the most that states put aside may take.

    ``whole_only``: a sequence cannot be cut short (recurrent models), so it is used again only where all of it is the
    beginning of the new prompt.
    """

    def __init__(self, memory: SequenceMemory, *, sequences: int, limit_bytes: int, whole_only: bool) -> None:
        self._memory = memory
        self._sequences = [_Held() for _ in range(sequences)]
        self._limit_bytes = limit_bytes
        self._whole_only = whole_only
        self._aside: list[_Held] = []
        self._clock = itertools.count(1)

    @property
    def aside_bytes(self) -> int:
        """How much the states put aside take now."""
        return sum(len(held.state) for held in self._aside)

    def tokens(self, sequence: int) -> Sequence[int]:
        """What a sequence holds."""
        return self._sequences[sequence].tokens

    def acquire(self, prompt: Sequence[int]) -> Lease | None:
        """A sequence for ``prompt``, to be released; ``None`` while all are in use. The prompt's last token is never
        among those reused: its logits choose the first token of the answer.
        """
        idle = [held for held in self._sequences if not held.busy]
        if not idle:
            return None
        beginning = prompt[:-1]
        source, shared = self._closest(beginning, self._sequences)
        kept, kept_shared = self._closest(beginning, self._aside)
        lease = None
        if kept is not None and kept_shared > shared + _LEAST_SAVED_TOKENS:
            lease = self._bring_back(kept, kept_shared, idle)
            source, shared = self._closest(beginning, self._sequences)  # room may have been made in vain
        if lease is None and source is not None:
            lease = self._go_on(source, shared, idle)
        if lease is None:
            target = min(idle, key=_emptiest)
            self._empty(target)
            lease = self._leased(target, 0)
        self._clear_away()
        return lease

    def extend(self, sequence: int, tokens: Sequence[int]) -> None:
        """``tokens`` were decoded in ``sequence``."""
        self._sequences[sequence].tokens += tokens

    def cut(self, sequence: int, count: int) -> int:
        """Keep at most the first ``count`` tokens; returns how many are left, which may be none."""
        held = self._sequences[sequence]
        if not self._memory.trim(sequence, count):
            held.tokens.clear()
        del held.tokens[count:]
        return len(held.tokens)

    def release(self, sequence: int) -> None:
        """Nobody works in ``sequence`` any more; what it holds stays until its place is needed."""
        held = self._sequences[sequence]
        held.busy = False
        held.used = next(self._clock)

    def make_room(self) -> bool:
        """Take the sequence that was idle for the longest out of the context; false where none holds anything."""
        idle = [held for held in self._sequences if not held.busy and held.tokens]
        if not idle:
            return False
        self._empty(min(idle, key=lambda held: held.used))
        return True

    def _closest(self, prompt: Sequence[int], among: Sequence[_Held]) -> tuple[_Held | None, int]:
        """Which shares the longest beginning with ``prompt``, and how long it is; of equals the shortest."""
        best, longest = None, 0
        for held in among:
            shared = shared_prefix(held.tokens, prompt)
            if self._whole_only and shared < len(held.tokens):
                continue
            if shared > longest or (shared == longest and best is not None and len(held.tokens) < len(best.tokens)):
                best, longest = held, shared
        return (best, longest) if longest else (None, 0)

    def _go_on(self, source: _Held, shared: int, idle: Sequence[_Held]) -> Lease | None:
        """In place where nothing is lost, else in a copy, else in place all the same."""
        others = [held for held in idle if held is not source]
        if not source.busy and (shared == len(source.tokens) or not others):
            self._put_aside(source, keeping=shared)
            return self._leased(source, self.cut(self._number(source), shared))
        if not others:
            return None
        target = min(others, key=_emptiest)
        self._empty(target)
        self._memory.copy(self._number(source), self._number(target), shared)
        target.tokens = list(source.tokens[:shared])
        return self._leased(target, shared)

    def _bring_back(self, kept: _Held, shared: int, idle: Sequence[_Held]) -> Lease | None:
        """From main memory; what only its beginning was wanted of stays there for the rest's sake."""
        kept.busy = True  # it must not make way for what has to make way for it
        target = min(idle, key=_emptiest)
        self._empty(target)
        try:
            while not self._memory.restore(self._number(target), kept.state):
                if not self.make_room():
                    return None
        finally:
            kept.busy = False
        if shared == len(kept.tokens):
            self._aside.remove(kept)
        kept.used = next(self._clock)
        target.tokens = list(kept.tokens)
        return self._leased(target, self.cut(self._number(target), shared))

    def _clear_away(self) -> None:
        """Put aside what is idle and has little to do with what is in use: attention looks at every token in the
        context, also at those of other sequences. What cannot be put aside stays; reading it again takes longer.
        """
        busy = [held for held in self._sequences if held.busy]
        for held in self._sequences:
            if held.busy or not held.tokens:
                continue
            related = max(shared_prefix(held.tokens, other.tokens) for other in busy)
            if related < len(held.tokens) / 2 and self._put_aside(held, keeping=0):
                self.cut(self._number(held), 0)

    def _leased(self, held: _Held, reused: int) -> Lease:
        held.busy = True
        return Lease(self._number(held), reused)

    def _empty(self, held: _Held) -> None:
        if held.tokens:
            self._put_aside(held, keeping=0)
            self.cut(self._number(held), 0)

    def _put_aside(self, held: _Held, *, keeping: int) -> bool:
        """Keep a copy of what is about to be cut down to ``keeping`` tokens; whether little is lost by the cut now."""
        covered = keeping
        for other in (*self._sequences, *self._aside):
            shared = shared_prefix(other.tokens, held.tokens) if other is not held else 0
            if not self._whole_only or shared == len(other.tokens):
                covered = max(covered, shared)
        if len(held.tokens) - covered < _LEAST_SAVED_TOKENS:
            return True
        sequence = self._number(held)
        size = self._memory.size_bytes(sequence)
        if not 0 < size <= self._limit_bytes:
            return False
        # What the new copy begins with it can stand for.
        if not self._whole_only:
            self._aside = [
                old for old in self._aside if old.busy or shared_prefix(old.tokens, held.tokens) < len(old.tokens)
            ]
        while self.aside_bytes + size > self._limit_bytes:
            others = [old for old in self._aside if not old.busy]
            if not others:
                return False
            self._aside.remove(min(others, key=lambda old: old.used))
        state = self._memory.save(sequence)
        if state is not None:
            self._aside.append(_Held(tokens=list(held.tokens), used=next(self._clock), state=state))
        return state is not None

    def _number(self, held: _Held) -> int:
        return next(number for number, other in enumerate(self._sequences) if other is held)


def shared_prefix(first: Sequence[int], second: Sequence[int]) -> int:
    """How many tokens two sequences begin with alike."""
    length = min(len(first), len(second))
    at = 0
    while at < length and first[at : at + _BLOCK] == second[at : at + _BLOCK]:
        at += _BLOCK
    at = min(at, length)
    while at < length and first[at] == second[at]:
        at += 1
    return at


def _emptiest(held: _Held) -> tuple[bool, int]:
    """Orders sequences by how little is lost when they are emptied."""
    return (bool(held.tokens), held.used)
