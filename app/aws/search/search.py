"""Finds the operations a sentence may mean. Refuses to decide: it ranks, and others choose.

A sentence is read (``reading``), understood with the lexicon (``understanding``), and the operations
whose names, parameters, summaries, services or sayings share words with it are scored (``scoring``). Every word
of a sentence is data: nothing in it can break a query.
"""

from __future__ import annotations

import heapq
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from functools import cached_property
from itertools import pairwise

from app.aws.collections_paused import no_collections
from app.aws.search.lexicon import Lexicon, unpacked
from app.aws.search.scoring import BEST, Candidate, Question, head_of, score, stems, told
from app.aws.search.understanding import Understanding
from app.aws.search.vocabulary import Vocabulary
from app.domain.aws import Match, OperationId

_LONGEST_TEXT = 2_000  # characters; a sentence beyond is cut
_CANDIDATES = 80
_LEAST_SHARE = 0.2  # of what the best operation shares with a question; below it none is looked at
_MOST_KEPT = 3_000
_HALF = BEST / 2  # points that make a score of one half; a score never reaches one, so that the best ones differ too


class OperationSearch:
    """Ranked search over one index."""

    def __init__(self, index: sqlite3.Connection) -> None:
        self._index = index
        self._kept_candidates: dict[int, Candidate] = {}

    def search(self, text: str, limit: int) -> Sequence[Match]:
        """The best matches for ``text``, at most ``limit``; empty for a text that holds no word."""
        if limit < 1:
            return []
        question = self._understanding.of(text[:_LONGEST_TEXT])
        if question is None:
            return []
        scored = [(score(question, candidate, self._lexicon), candidate) for candidate in self._candidates(question)]
        scored.sort(key=lambda pair: (-pair[0], pair[1].service, pair[1].name))
        return [
            Match(
                id=OperationId(candidate.service, candidate.name),
                score=round(max(0.0, points) / (max(0.0, points) + _HALF), 4),
                summary=candidate.summary,
                told=told(question, candidate),
            )
            for points, candidate in scored[:limit]
        ]

    @cached_property
    def _lexicon(self) -> Lexicon:
        with no_collections():
            return unpacked(self._kept("lexicon"))

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        with no_collections():
            return Vocabulary.of(self._kept("words"), self._lexicon)

    @cached_property
    def _understanding(self) -> Understanding:
        return Understanding(self._index, self._lexicon, self._vocabulary)

    @cached_property
    def _service_words(self) -> dict[str, frozenset[str]]:
        return {
            name: frozenset(words.split()) for name, words in self._index.execute("SELECT name, words FROM service")
        }

    @cached_property
    def _favour(self) -> Sequence[float]:
        """What each operation has before any word is said, by its number: its service's popularity, and its own."""
        favour = [0.0] * (len(self._vocabulary.verb_of) + 1)
        for service, (first, last) in self._vocabulary.ranges.items():
            favour[first : last + 1] = [self._lexicon.popularity_of(service) * 1.5] * (last + 1 - first)
        return favour

    def _kept(self, key: str) -> str:
        (value,) = self._index.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return str(value)

    def _candidates(self, question: Question) -> Sequence[Candidate]:
        shares = self._shares(question)
        verb_of, favour = self._vocabulary.verb_of, self._favour
        ranges = self._vocabulary.ranges
        strong = [name for name, strength in question.services.items() if strength >= 1.0]
        for service in strong[:12]:
            first, last = ranges[service]
            for number in range(first, last + 1):
                shares[number] += 6.0
        for service, strength in question.services.items():
            if 0 < strength < 1.0 and service in ranges:
                first, last = ranges[service]
                for number in range(first, last + 1):
                    if number in shares:
                        shares[number] += 4.0 * strength
        verbs = question.verbs
        floor = _LEAST_SHARE * max(shares.values(), default=0.0)
        rough = [
            (share + favour[number] + 3.0 * verbs.get(verb_of[number - 1], 0.0), number)
            for number, share in shares.items()
            if share >= floor
        ]
        chosen = {number for _, number in heapq.nlargest(_CANDIDATES, rough)} | question.exact
        for service, name in (spoken.split(":") for spoken in (*question.idioms, *question.sayings)):
            chosen.update(
                number
                for (number,) in self._index.execute(
                    "SELECT id FROM operation WHERE service = ? AND name = ?", (service, name)
                )
            )
        return self._read(chosen)

    def _read(self, numbers: Set[int]) -> Sequence[Candidate]:
        """The operations of these numbers; those read before are kept, as the same ones come again and again."""
        if len(self._kept_candidates) > _MOST_KEPT:
            self._kept_candidates.clear()
        missing = [number for number in numbers if number not in self._kept_candidates]
        marks = ",".join("?" * len(missing))
        rows = self._index.execute(
            "SELECT id, service, name, parts, summary, deprecated, needs, options FROM operation "  # noqa: S608  # question marks only
            f"WHERE id IN ({marks})",
            missing,
        )
        for number, service, name, parts, summary, deprecated, needs, options in rows:
            words = tuple(parts.split())
            self._kept_candidates[number] = Candidate(
                number, service, name, words, self._service_words[service], summary, f" {summary.casefold()} ",
                bool(deprecated), frozenset(needs.split()), frozenset(options.split()), stems(words[1:]),
                f"{service}:{name}", head_of(words[1:]), frozenset(pairwise(words)),
                name.removesuffix("V2").endswith("s"),
            )  # fmt: skip
        return [self._kept_candidates[number] for number in numbers]

    def _shares(self, question: Question) -> defaultdict[int, float]:
        """How much of what the question names each operation shares, by its number, roughly."""
        words: dict[str, float] = {}
        for term in question.terms:
            for run in term.meaning.runs:
                for word in run:
                    words[word] = max(words.get(word, 0.0), term.weight / len(run))
        for verb, strength in question.verbs.items():
            if strength >= 1.0 and self._vocabulary.verbs[verb] < 150:
                words[verb] = max(words.get(verb, 0.0), 3.0)
        shares: defaultdict[int, float] = defaultdict(float)
        for word, names, needs, options, summaries in self._postings(words):
            weight = words[word]
            for number in array("H", names):
                shares[number] += weight
            for number in array("H", needs):
                shares[number] += weight * 0.5
            for number in array("H", options):
                shares[number] += weight * 0.3
            for number in array("H", summaries):
                shares[number] += weight * 0.25
        return shares

    def _postings(self, words: Iterable[str]) -> list[tuple[str, bytes, bytes, bytes, bytes]]:
        wanted = list(words)
        marks = ",".join("?" * len(wanted))
        return self._index.execute(
            f"SELECT word, names, needs, options, summaries FROM posting WHERE word IN ({marks})",  # noqa: S608  # question marks only
            wanted,
        ).fetchall()
