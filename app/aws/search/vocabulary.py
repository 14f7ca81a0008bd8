"""The words of all operations' names: where each stands, how many have it, and which was meant by a misspelt one.

Owns the tables that the index keeps for the search. Refuses to know what a word means.
"""

from __future__ import annotations

import json
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.aws.search.lexicon import Lexicon, Words
from app.aws.search.words import text_words

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ORDINARY = 12  # a word in as many names of operations is an ordinary word
_SHORTEST_MISSPELT = 5  # letters; shorter words are too near to each other
_MOST_OPTIONS = 700  # a word that as many operations may be told tells nothing
_MOST_SUMMARIES = 900  # a word in more summaries than that tells nothing


class WordTables:
    """Collects the words of the operations while the index is built."""

    def __init__(self) -> None:
        self.pairs: set[str] = set()
        self._names: dict[str, array[int]] = {}
        self._needs: dict[str, array[int]] = {}
        self._options: dict[str, array[int]] = {}
        self._summaries: dict[str, array[int]] = {}
        self._verbs: list[str] = []
        self._services: list[tuple[str, str, int, int]] = []

    def add(
        self, number: int, parts: Sequence[str], needs: Iterable[str], options: Iterable[str], summary: Iterable[str]
    ) -> None:
        """Add an operation by its number; numbers come in order from 1."""
        self._verbs.append(parts[0])
        for table, words in (
            (self._names, parts),
            (self._needs, needs),
            (self._options, options),
            (self._summaries, summary),
        ):
            for word in dict.fromkeys(words):
                numbers = table.get(word)
                if numbers is None:
                    numbers = table[word] = array("H")
                numbers.append(number)
        self.pairs.update([f"{one} {two}" for one, two in pairwise(parts[1:])])

    def add_service(self, service: str, title: str, first: int, last: int) -> None:
        """Add a service, whose operations are those from ``first`` to ``last``."""
        self._services.append((service, title, first, last))

    def postings(self) -> Iterator[tuple[str, bytes, bytes, bytes, bytes]]:
        """Every word with the operations' numbers that have it in name, required parameters, others, and summary."""
        none = array("H")
        for word in sorted({*self._names, *self._needs, *self._options, *self._summaries}):
            summaries = self._summaries.get(word, none)
            if len(summaries) > _MOST_SUMMARIES:
                summaries = none
            options = self._options.get(word, none)
            if len(options) > _MOST_OPTIONS:
                options = none
            names, needs = self._names.get(word, none), self._needs.get(word, none)
            if names or needs or options or summaries:
                yield word, names.tobytes(), needs.tobytes(), options.tobytes(), summaries.tobytes()

    def packed(self, lexicon: Lexicon) -> str:
        """What a ``Vocabulary`` is made of, as JSON."""
        frequency = {word: len(numbers) for word, numbers in self._names.items()}
        return json.dumps({
            "frequency": frequency,
            "verbs": self._verbs,
            "services": [[service, first, last] for service, _, first, last in self._services],
            "aliases": [
                [" ".join(words), sorted(services)] for words, services in self._aliases(lexicon, frequency).items()
            ],
        })  # fmt: skip

    def _aliases(self, lexicon: Lexicon, frequency: Mapping[str, int]) -> Mapping[Words, set[str]]:
        """The names of services in people's words: botocore's, AWS's and the lexicon's."""
        names: dict[Words, set[str]] = {words: set(services) for words, services in lexicon.aliases.items()}
        for service, title, _, _ in self._services:
            for name in (service, service.replace("-", ""), title.removeprefix("Amazon ").removeprefix("AWS ")):
                names.setdefault(text_words(name), set()).add(service)
        # A service in several parts goes by their common name: timestream-write and timestream-query.
        for service, _, _, _ in self._services:
            first, dash, _ = service.partition("-")
            known = (first,) in names or (first,) in lexicon.meanings
            if dash and len(first) > 3 and not known and frequency.get(first, 0) < _ORDINARY:
                names[first,] = {other for other, *_ in self._services if other.startswith(f"{first}-")}
        return {words: services for words, services in names.items() if words}


def saying_rows(lexicon: Lexicon) -> tuple[list[tuple[int, str, str]], list[tuple[str, bytes]]]:
    """The sayings by number, and the numbers of the sayings with each word; with "" what each of them tells in all."""
    numbers: dict[str, array[int]] = {}
    told = array("f")
    for number, (_, words) in enumerate(lexicon.sayings):
        told.append(sum(lexicon.telling[word] for word in words))
        for word in words:
            numbers.setdefault(word, array("H")).append(number)
    sayings = [(number, operation, " ".join(words)) for number, (operation, words) in enumerate(lexicon.sayings)]
    return sayings, [("", told.tobytes()), *((word, found.tobytes()) for word, found in sorted(numbers.items()))]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of all operations' names, as an index keeps them.

    ``verb_of`` gives an operation's verb by its number less one, ``ranges`` a service's first and last number.
    """

    frequency: Mapping[str, int]
    verb_of: Sequence[str]
    verbs: Counter[str]
    ranges: Mapping[str, tuple[int, int]]
    aliases: Mapping[Words, frozenset[str]]
    known: frozenset[str]

    @classmethod
    def of(cls, text: str, lexicon: Lexicon) -> Vocabulary:
        """The vocabulary that ``WordTables.packed`` wrote."""
        table = json.loads(text)
        aliases = {tuple(words.split()): frozenset(services) for words, services in table["aliases"]}
        known = {
            *table["frequency"],
            *lexicon.verbs,
            *lexicon.stop,
            *lexicon.classes,
            *(word for words in (*lexicon.meanings, *aliases, *lexicon.rewrites) for word in words),
            *lexicon.telling,
        }
        return cls(
            frequency=table["frequency"],
            verb_of=table["verbs"],
            verbs=Counter(table["verbs"]),
            ranges={service: (first, last) for service, first, last in table["services"]},
            aliases=aliases,
            known=frozenset(known),
        )

    def meant(self, word: str) -> Words:
        """The known words that a misspelt or run-together word stands for; empty where none comes near."""
        if len(word) < _SHORTEST_MISSPELT or not word.isalpha():
            return ()
        for cut in range(3, len(word) - 2):
            one, two = word[:cut], word[cut:]
            if one in self.known and two in self.known and self._weight(one) and self._weight(two) > 1:
                return one, two
        near = [candidate for candidate in _edits(word) if candidate in self.known]
        return (max(near, key=lambda found: (found[0] == word[0], self._weight(found))),) if near else ()

    def _weight(self, word: str) -> int:
        return self.frequency.get(word, 0) + 1


def _edits(word: str) -> Iterator[str]:
    """Every text one letter away: one left out, two swapped, one wrong, one too many."""
    for place in range(len(word) + 1):
        head, tail = word[:place], word[place:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in _LETTERS:
            if tail:
                yield head + letter + tail[1:]
            yield head + letter + tail
