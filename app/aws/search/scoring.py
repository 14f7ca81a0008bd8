"""Scores an operation for a sentence that is understood as far as words go. Refuses to look anything up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from app.aws.search.lexicon import Lexicon, Meaning, Words

READING = {"list": 0.95, "describe": 0.9, "get": 0.9}  # what a sentence without a verb asks for
LITERAL = 1.1  # how well an operation's verb answers a sentence that uses that very verb
_ADJACENT = 0.4  # for two words that follow each other in the sentence and in the name
_NUMBER = 0.3  # for one thing asked for and one given, or many and many
_NOMINAL = 0.8  # for a verb that stands as a noun in the name: "export logs" is CreateExportTask
_SAID_VERB = 0.9  # how far a saying stands for the verb it may lack
_SAID_COVER = 0.6  # and for things it does not name
_COMMON = 0.5  # for an operation people use

# Weights of a match's parts.
_COVER, _PRECISE, _VERB, _POPULAR, _SERVICE, _ELSEWHERE, _DEPRECATED, _IDIOM, _SAYING, _EXACT = (
    3.0, 1.6, 2.2, 1.2, 1.8, 1.2, 0.8, 4.0, 7.0, 12.0,
)  # fmt: skip
BEST = _COVER + _PRECISE + _VERB + _POPULAR + _SERVICE


@dataclass(frozen=True, slots=True)
class Term:
    """A thing the sentence names, how telling it is, and whether it only says where."""

    meaning: Meaning
    weight: float
    aside: bool

    @property
    def runs(self) -> tuple[Words, ...]:
        """The runs of words that the thing has in operations' names."""
        return self.meaning.runs


@dataclass(frozen=True, slots=True)
class Question:
    """A sentence, understood.

    ``services`` says how strongly it points at each, 0 to 1; ``named`` are those it names outright and ``kin`` those
    that belong to them. ``idioms`` and ``sayings`` are operations that turns of phrase mean, and how surely; ``exact``
    are those it spells. ``pairs`` are words that follow each other. ``spoken`` is the stem of the sentence's own verb.
    ``many`` says whether the thing asked for stands in the plural; nothing where no thing is named.
    """

    verbs: Mapping[str, float]
    terms: Sequence[Term]
    services: Mapping[str, float]
    named: frozenset[str]
    kin: frozenset[str]
    idioms: Mapping[str, float]
    sayings: Mapping[str, float]
    exact: frozenset[int]
    pairs: frozenset[tuple[str, str]]
    spoken: str
    many: bool | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """An operation as the index has it; ``required`` are the words of the parameters it must have."""

    number: int
    service: str
    name: str
    words: Words
    service_words: frozenset[str]
    summary: str
    summary_folded: str
    deprecated: bool
    required: frozenset[str]
    stems: frozenset[str]


def score(question: Question, candidate: Candidate, lexicon: Lexicon) -> float:
    """How well the operation answers the question; ``BEST`` for one that fits in every way."""
    verb, nouns = candidate.words[0], candidate.words[1:]
    name = f"{candidate.service}:{candidate.name}"
    said = question.sayings.get(name, 0.0)
    present = set(nouns)
    covered: set[str] = set()
    cover = max(_cover(question, candidate, present, covered), _SAID_COVER * said)
    extra = [
        word
        for word in present - covered
        if word not in candidate.service_words and word not in ("v2", "for", "by", "in")
    ]
    precise = 1.0 / (1.0 + 0.6 * len(extra)) if covered or not nouns else 0.5 / (1.0 + 0.4 * len(extra))
    total = _COVER * cover + _PRECISE * precise + _VERB * max(question.verbs.get(verb, 0.0), _SAID_VERB * said)
    if question.spoken in candidate.stems:
        total += _NOMINAL
    total += _POPULAR * lexicon.popularity_of(candidate.service)
    total += _COMMON if name in lexicon.common else 0.0
    total += _SERVICE * question.services.get(candidate.service, 0.0)
    if question.named and candidate.service not in question.named:
        total -= 0.0 if candidate.service in question.kin else _ELSEWHERE
    if verb in READING and question.many is not None and nouns and verb != "list":
        total += _NUMBER if candidate.name.removesuffix("V2").endswith("s") is question.many else 0.0
    elif verb == "list" and question.many is not False:
        total += _NUMBER
    if candidate.deprecated:
        total -= _DEPRECATED
    total += _ADJACENT * sum(pair in question.pairs for pair in pairwise(candidate.words))
    total += max(_IDIOM * question.idioms.get(name, 0.0), _SAYING * said)
    return total + (_EXACT if candidate.number in question.exact else 0.0)


def _cover(question: Question, candidate: Candidate, present: set[str], covered: set[str]) -> float:
    """How much of what the sentence names the operation names too; the words it names so are added to ``covered``."""
    told, whole = 0.0, 0.0
    if question.terms and all(term.aside for term in question.terms):
        # "encrypt something with a key": the verb alone says what is wanted.
        whole = max(term.weight for term in question.terms)
        told = whole * min(1.0, question.verbs.get(candidate.words[0], 0.0)) if not candidate.words[1:] else 0.0
    for term in question.terms:
        whole += term.weight
        runs = term.runs
        for place, run in enumerate(runs):
            if present.issuperset(run):
                covered.update(run)
                told += term.weight * (1.0 if place == 0 else 0.9)
                break
        else:
            told += term.weight * _told_otherwise(runs, candidate)
    return told / whole if whole else 0.5


def _told_otherwise(runs: Sequence[Words], candidate: Candidate) -> float:
    """How far an operation tells of a thing that it does not name."""
    share = 0.0
    for run in runs:
        if stems(run) <= candidate.stems:
            return 0.8  # "exported values" are what ListExports lists
        if candidate.service_words.issuperset(run):
            share = max(share, 0.5)
        elif candidate.required.issuperset(run):
            share = 0.6  # GetObject takes the bucket that its name leaves out
        elif share < 0.35 and f" {' '.join(run)}" in candidate.summary_folded:
            share = 0.35
    return max(share, 0.6 if candidate.words[0] in runs[0] else 0.0)


_ENDINGS = ("ation", "ing", "ion", "ment", "ed", "er", "al", "e")


@lru_cache(maxsize=20_000)
def stems(words: Words) -> frozenset[str]:
    """Words without the endings that make nouns, verbs and adjectives of each other."""
    return frozenset(stem(word) for word in words)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word without the ending that makes a noun, a verb or an adjective of it."""
    return next((word.removesuffix(end) for end in _ENDINGS if word.endswith(end) and len(word) - len(end) > 3), word)
