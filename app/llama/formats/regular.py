"""Regular languages: what a pattern, a length or a list of words allows a text to be, as automata that can be combined.

Pure. A state's moves are ranges of code points; a missing move is a dead end. Sizes are bounded: whatever grows beyond
:data:`MAX_STATES` raises :class:`TooComplexError`.
"""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

MAX_STATES = 4000
MAX_CODE = 0x10FFFF

Ranges = tuple[tuple[int, int], ...]
"""Ranges of code points, both ends included, sorted and apart."""

EVERY: Ranges = ((0, 0xD7FF), (0xE000, MAX_CODE))
"""Every character that a text can hold."""


S = TypeVar("S")


class TooComplexError(Exception):
    """The automaton would be too large."""


@dataclass(frozen=True, slots=True)
class Language:
    """A deterministic automaton; state 0 is where it starts."""

    moves: tuple[tuple[tuple[int, int, int], ...], ...]  # for each state: low, high, next state; sorted and apart
    accepting: frozenset[int]

    @property
    def is_empty(self) -> bool:
        return not self.accepting

    def accepts(self, text: str) -> bool:
        """Whether the text belongs to it."""
        state = 0
        for character in text:
            code = ord(character)
            found = next((target for low, high, target in self.moves[state] if low <= code <= high), None)
            if found is None:
                return False
            state = found
        return state in self.accepting

    def __and__(self, other: Language) -> Language:
        def moves(pair: tuple[int, int]) -> Iterator[tuple[int, int, tuple[int, int]]]:
            for low, high, target in self.moves[pair[0]]:
                for other_low, other_high, other_target in other.moves[pair[1]]:
                    if (start := max(low, other_low)) <= (end := min(high, other_high)):
                        yield start, end, (target, other_target)

        return _explored((0, 0), moves, lambda pair: pair[0] in self.accepting and pair[1] in other.accepting)

    def complement(self) -> Language:
        """Every text that does not belong to it."""

        def moves(state: int | None) -> Iterator[tuple[int, int, int | None]]:
            taken = () if state is None else self.moves[state]
            yield from taken
            for low, high in _rest(tuple((low, high) for low, high, _ in taken)):
                yield low, high, None

        start: int | None = 0
        return _explored(start, moves, lambda state: state not in self.accepting)

    def shortest(self) -> int:
        """How many characters its shortest text has; meaningless where it is empty."""
        distance = {0: 0}
        waiting = deque([0])
        while waiting:
            state = waiting.popleft()
            if state in self.accepting:
                return distance[state]
            for _, _, target in self.moves[state]:
                if target not in distance:
                    distance[target] = distance[state] + 1
                    waiting.append(target)
        return 0

    def longest(self) -> int | None:
        """How many characters its longest text has; ``None`` where there is no longest."""
        depth: dict[int, int] = {}
        entered: set[int] = set()
        waiting: list[tuple[int, bool]] = [(0, False)]
        while waiting:
            state, leaving = waiting.pop()
            if leaving:
                depth[state] = max((depth[target] + 1 for _, _, target in self.moves[state]), default=0)
                continue
            if state in depth:
                continue
            if state in entered:
                return None
            entered.add(state)
            waiting.append((state, True))
            for _, _, target in self.moves[state]:
                if target in entered and target not in depth:
                    return None
                waiting.append((target, False))
        return depth[0]


def of_length(minimum: int, maximum: int | None, characters: Ranges = EVERY) -> Language:
    """Texts of so many characters."""
    last = minimum if maximum is None else maximum
    if last >= MAX_STATES:
        raise TooComplexError
    if last < minimum:
        return Language(((),), frozenset())
    moves = [tuple((low, high, state + 1) for low, high in characters) for state in range(last)]
    moves.append(tuple((low, high, last) for low, high in characters) if maximum is None else ())
    return Language(tuple(moves), frozenset(range(minimum, last + 1)))


def of_words(words: Iterable[str]) -> Language:
    """Exactly these texts."""
    children: list[dict[int, int]] = [{}]
    accepting: set[int] = set()
    for word in words:
        state = 0
        for character in word:
            state = children[state].setdefault(ord(character), len(children))
            if state == len(children):
                children.append({})
                if len(children) > 20 * MAX_STATES:
                    raise TooComplexError
        accepting.add(state)
    moves = tuple(tuple((code, code, target) for code, target in sorted(row.items())) for row in children)
    return Language(moves, frozenset(accepting))


@dataclass(slots=True)
class Automaton:
    """A nondeterministic automaton under construction: states, moves, and moves that cost no character."""

    moves: list[list[tuple[Ranges, int]]]
    free: list[list[int]]

    @classmethod
    def empty(cls) -> Automaton:
        return cls(moves=[], free=[])

    def state(self) -> int:
        """A new state."""
        if len(self.moves) > 10 * MAX_STATES:
            raise TooComplexError
        self.moves.append([])
        self.free.append([])
        return len(self.moves) - 1

    def determined(self, start: int, end: int) -> Language:
        """The same language, by the construction of subsets."""

        def closure(states: Iterable[int]) -> frozenset[int]:
            seen = set(states)
            waiting = list(seen)
            while waiting:
                for target in self.free[waiting.pop()]:
                    if target not in seen:
                        seen.add(target)
                        waiting.append(target)
            return frozenset(seen)

        def moves(states: frozenset[int]) -> Iterator[tuple[int, int, frozenset[int]]]:
            found = [
                (low, high, target) for state in states for ranges, target in self.moves[state] for low, high in ranges
            ]
            edges = sorted({low for low, _, _ in found} | {high + 1 for _, high, _ in found})
            for low, after in itertools.pairwise(edges):
                targets = frozenset(target for start_, end_, target in found if start_ <= low and after - 1 <= end_)
                if targets:
                    yield low, after - 1, closure(targets)

        return _explored(closure((start,)), moves, lambda states: end in states)


def _explored(start: S, moves: Callable[[S], Iterable[tuple[int, int, S]]], accepts: Callable[[S], bool]) -> Language:
    """The automaton whose states are those reachable from ``start``, without those that lead nowhere."""
    numbers = {start: 0}
    order = [start]
    rows: list[list[tuple[int, int, int]]] = []
    for state in order:
        row: list[tuple[int, int, int]] = []
        for low, high, target in sorted(moves(state), key=lambda move: move[0]):
            if target not in numbers:
                if len(order) >= MAX_STATES:
                    raise TooComplexError
                numbers[target] = len(order)
                order.append(target)
            number = numbers[target]
            if row and row[-1][2] == number and row[-1][1] + 1 == low:
                row[-1] = (row[-1][0], high, number)
            else:
                row.append((low, high, number))
        rows.append(row)
    return _trimmed(rows, {number for state, number in numbers.items() if accepts(state)})


def _trimmed(rows: list[list[tuple[int, int, int]]], accepting: set[int]) -> Language:
    sources: dict[int, set[int]] = {}
    for state, row in enumerate(rows):
        for _, _, target in row:
            sources.setdefault(target, set()).add(state)
    useful = set(accepting)
    waiting = list(accepting)
    while waiting:
        for source in sources.get(waiting.pop(), ()):
            if source not in useful:
                useful.add(source)
                waiting.append(source)
    kept = [0, *sorted(useful - {0})]
    numbers = {state: number for number, state in enumerate(kept)}
    moves = tuple(
        tuple((low, high, numbers[target]) for low, high, target in rows[state] if target in useful) for state in kept
    )
    return Language(moves, frozenset(numbers[state] for state in accepting))


def _rest(taken: Ranges) -> Iterator[tuple[int, int]]:
    """What of :data:`EVERY` is in none of the ranges."""
    return (
        (max(low, start), min(high, end))
        for start, end in EVERY
        for low, high in _gaps(taken)
        if max(low, start) <= min(high, end)
    )


def _gaps(taken: Ranges) -> Iterator[tuple[int, int]]:
    low = 0
    for start, end in sorted(taken):
        if low < start:
            yield low, start - 1
        low = max(low, end + 1)
    if low <= MAX_CODE:
        yield low, MAX_CODE


def negated(ranges: Ranges) -> Ranges:
    """Every character that is in none of the ranges."""
    return tuple(_rest(ranges))
