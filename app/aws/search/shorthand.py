"""The words of one service's operations, and which of them a short form stands for. Refuses to know other services.

People shorten what they type: "pkgs" are packages, "recs" recommendations, "OACs" origin access controls. What a short
form stands for depends on the service that is spoken of, so it is looked up among the words of that service only.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from app.aws.search.lexicon import Words

_SHORTEST_PREFIX = 3  # letters of "rec" for recommendation
_SHORTEST_INITIALS = 2
_MOST_RUNS = 3  # what a short form may stand for
_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class ServiceWords:
    """The nouns of a service's operations by how many have each, their verbs, nouns that follow each other, and the
    runs that begin with each row of initials.
    """

    nouns: Counter[str]
    verbs: frozenset[str]
    pairs: frozenset[Words]
    initials: dict[str, Counter[Words]]

    @classmethod
    def of(cls, index: sqlite3.Connection, service: str) -> ServiceWords:
        """The words of a service as the index has them."""
        nouns: Counter[str] = Counter()
        verbs: set[str] = set()
        pairs: set[Words] = set()
        initials: dict[str, Counter[Words]] = {}
        for (parts,) in index.execute("SELECT parts FROM operation WHERE service = ?", (service,)):
            verb, *rest = parts.split()
            words = tuple(rest)
            verbs.add(verb)
            pairs.update(pairwise(words))
            nouns.update(set(words))
            for start in range(len(words)):
                for end in range(start + _SHORTEST_INITIALS, min(start + 4, len(words)) + 1):
                    run = words[start:end]
                    initials.setdefault("".join(word[0] for word in run), Counter())[run] += 1
        return cls(nouns, frozenset(verbs), frozenset(pairs), initials)

    def holds(self, run: Words) -> bool:
        """Whether every word of a run is a noun of the service."""
        return all(word in self.nouns for word in run)

    def meant(self, short: str) -> tuple[Words, ...]:
        """The runs of words that a short form may stand for, the commonest first."""
        found: Counter[Words] = Counter(self.initials.get(short, Counter()))
        for noun, count in self.nouns.items():
            if _shortens(short, noun):
                found[noun,] += count
        return tuple(run for run, _ in found.most_common(_MOST_RUNS))


def _shortens(short: str, word: str) -> bool:
    """Whether a word is cut short ("rec") or has lost its vowels ("pkg")."""
    if len(short) >= len(word) or short[0] != word[0]:
        return False
    if len(short) >= _SHORTEST_PREFIX and word.startswith(short):
        return True
    if len(short) < _SHORTEST_PREFIX or _VOWELS & set(short[1:]):
        return False
    letters = iter(word)
    return all(letter in letters for letter in short)
