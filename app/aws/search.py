"""Finds the operations a sentence may mean. Refuses to decide: it ranks, and others choose.

Candidates come from SQLite's full-text index; they are ranked by how well the sentence's verb fits the operation's,
how many of its things the operation names, how little else the operation names, whether the sentence names the
service, and how widely the service is used. Every word of a sentence is data: nothing in it can break a query.
"""

from __future__ import annotations

import json
import math
import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from app.aws.search_lexicon import Lexicon, Meaning, Words, load_lexicon
from app.aws.search_words import name_words, singular, spoken_words, squashed, text_words
from app.domain.aws import Match, OperationId

_LONGEST_TEXT = 2_000  # characters; a sentence beyond is cut
_MOST_WORDS = 60
_CANDIDATES = 250
_NAME_TOKEN = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-_:.][A-Za-z0-9]+)*")
_LITERAL = 1.1  # how well an operation's verb answers a sentence that uses that very verb
_ADJACENT = 0.4  # for two words that follow each other in the sentence and in the name
_QUESTION = {"list": 0.95, "describe": 0.9, "get": 0.9}  # what a sentence without a verb asks for
_ORDINARY = 12  # a word in as many names of operations is an ordinary word
_READING = frozenset(_QUESTION)
_CONTEXT = 0.5  # what stands behind a preposition ("an object *from a bucket*") says where more than what
_PLACES = frozenset(
    {"in", "from", "of", "on", "to", "into", "inside", "within", "behind", "under", "at", "for", "by", "with"}
)
_NUMBER = 0.3  # for one thing asked for and one given, or many and many
_NOMINAL = 0.8  # for a verb that stands as a noun in the name: "export logs" is CreateExportTask
_KIN = 0.6  # a service whose name begins with the name said: s3control for S3

# Weights of a match's parts.
_COVER, _PRECISE, _VERB, _POPULAR, _SERVICE, _ELSEWHERE, _DEPRECATED, _IDIOM, _EXACT = (
    3.0, 1.6, 2.2, 1.2, 1.8, 1.2, 0.8, 5.0, 12.0,
)  # fmt: skip
_BEST = _COVER + _PRECISE + _VERB + _POPULAR + _SERVICE


_Row = tuple[int, str, str, str, str, int, str]


@dataclass(frozen=True, slots=True)
class _Term:
    """A thing the sentence names, how telling it is, and whether it only says where."""

    meaning: Meaning
    weight: float
    aside: bool


@dataclass(frozen=True, slots=True)
class _Question:
    """A sentence, understood as far as words go."""

    verbs: Mapping[str, float]
    terms: Sequence[_Term]
    services: Mapping[str, float]  # how strongly the sentence points at a service, 0 to 1
    named: frozenset[str]  # services it names outright
    kin: frozenset[str]  # services that belong to those
    idioms: Mapping[str, float]  # operations that a turn of phrase means
    exact: frozenset[int]  # operations it spells
    pairs: frozenset[tuple[str, str]]  # words that follow each other
    spoken: str  # the stem of the sentence's own verb, where it has one
    many: bool | None  # whether the thing asked for stands in the plural; nothing where no thing is named


@dataclass(frozen=True, slots=True)
class _Candidate:
    number: int
    service: str
    name: str
    words: Words
    service_words: frozenset[str]
    summary: str
    deprecated: bool
    required: frozenset[str]  # words of the parameters it must have


class OperationSearch:
    """Ranked search over one index."""

    def __init__(self, index: sqlite3.Connection) -> None:
        self._index = index

    def search(self, text: str, limit: int) -> Sequence[Match]:
        """The best matches for ``text``, at most ``limit``; empty for a text that holds no word."""
        text = text[:_LONGEST_TEXT]
        words = self._lexicon.plain(text_words(text)[:_MOST_WORDS])
        if not words or limit < 1:
            return []
        question = self._understood(text, words)
        scored = [(self._score(question, candidate), candidate) for candidate in self._candidates(question, words)]
        scored.sort(key=lambda pair: (-pair[0], pair[1].service, pair[1].name))
        return [
            Match(
                id=OperationId(candidate.service, candidate.name),
                score=round(max(0.0, min(1.0, score / _BEST)), 4),
                summary=candidate.summary,
            )
            for score, candidate in scored[:limit]
        ]

    @cached_property
    def _lexicon(self) -> Lexicon:
        return load_lexicon()

    @cached_property
    def _services(self) -> Mapping[str, frozenset[str]]:
        """Every service's words."""
        return {
            name: frozenset(words.split()) for name, words in self._index.execute("SELECT name, words FROM service")
        }

    @cached_property
    def _aliases(self) -> Mapping[Words, frozenset[str]]:
        """The names of services in people's words: botocore's, AWS's and the lexicon's."""
        names: dict[Words, set[str]] = {words: set(services) for words, services in self._lexicon.aliases.items()}
        for service, title in self._index.execute("SELECT name, title FROM service"):
            for name in (service, service.replace("-", ""), title.removeprefix("Amazon ").removeprefix("AWS ")):
                names.setdefault(text_words(name), set()).add(service)
        # A service in several parts goes by their common name: timestream-write and timestream-query.
        for service in self._services:
            first, dash, _ = service.partition("-")
            known = (first,) in names or (first,) in self._lexicon.meanings
            if dash and len(first) > 3 and not known and self._frequencies([first]).get(first, 0) < _ORDINARY:
                names[first,] = {other for other in self._services if other.startswith(f"{first}-")}
        return {words: frozenset(services) for words, services in names.items() if words}

    @cached_property
    def _service_names(self) -> frozenset[str]:
        names = {squashed(service) for service in self._services}
        return frozenset(names.union(*_CLI_NAMES.values()))

    def _frequencies(self, words: Iterable[str]) -> Mapping[str, int]:
        wanted = list(dict.fromkeys(words))
        marks = ",".join("?" * len(wanted))
        return dict(self._index.execute(f"SELECT word, names FROM word WHERE word IN ({marks})", wanted))  # noqa: S608  # marks are question marks only

    def _understood(self, text: str, words: Words) -> _Question:
        lexicon = self._lexicon
        content = tuple(word for word in words if word not in lexicon.stop)
        exact = self._spelled(text)
        said = spoken_words(text)
        plural = frozenset(singular(word) for word in said if singular(word) != word) - frozenset(said)
        verb_at, verbs = self._verb(content or words, plural)
        groups = (
            lexicon.verb_groups.get((content or words)[verb_at], frozenset()) if verb_at is not None else frozenset()
        )
        rest = content[:verb_at] + content[verb_at + 1 :] if verb_at is not None and content else content
        spoken = _stem(content[verb_at]) if verb_at is not None and content else ""
        terms, services, named = self._things(rest, _aside(words, rest))
        kin = self._kin(named)
        services = {**dict.fromkeys(kin, _KIN), **services}
        idioms: dict[str, float] = {}
        # "create a cloudwatch alarm" is "create an alarm".
        unnamed = tuple(word for word in content if not self._aliases.get((word,), frozenset()) & named)
        for idiom in lexicon.idioms:
            inside = _holds(words if idiom.whole else content, idiom.words) or (
                not idiom.whole and _holds(unnamed, idiom.words)
            )
            if inside and (not idiom.verbs or idiom.verbs & groups):
                for rank, operation in enumerate(idiom.operations):
                    idioms[operation] = max(idioms.get(operation, 0.0), 1.0 - 0.1 * rank + 0.02 * len(idiom.words))
        return _Question(
            verbs, terms, services, named, kin, idioms, exact, frozenset(pairwise(rest)), spoken, _many(text, rest)
        )

    def _spelled(self, text: str) -> frozenset[int]:
        """The operations that the text spells: ``s3:ListBuckets``, ``aws s3api list-buckets``, ``list_buckets``."""
        tokens = _NAME_TOKEN.findall(text)[:_MOST_WORDS]
        found: dict[int, bool] = {}
        for position, token in enumerate(tokens):
            service, colon, operation = token.partition(":")
            name = operation if colon else token
            before = (
                {squashed(service)} if colon else {squashed(word) for word in tokens[max(0, position - 2) : position]}
            )
            is_word = not colon and token.isalpha() and (token.islower() or token.istitle())
            if is_word and len(tokens) > 1 and not before & self._service_names:
                continue
            for number, owner in self._index.execute(
                "SELECT id, service FROM operation WHERE squashed = ?", (squashed(name),)
            ):
                by_service = bool(before & ({squashed(owner)} | _CLI_NAMES.get(owner, frozenset())))
                if by_service or not is_word or len(tokens) == 1:
                    found[number] = by_service
        told = {number for number, by_service in found.items() if by_service}
        return frozenset(told or found)

    def _verb(self, words: Words, plural: frozenset[str]) -> tuple[int | None, Mapping[str, float]]:
        """Where the sentence's verb stands, and the operations' verbs that answer it."""
        for position, word in enumerate(words[:3]):
            known = self._lexicon.verbs.get(word)
            if self._is_noun(words, position) or word in plural:
                continue  # "permission set", "parameter store", "pipeline runs"
            if known is not None:
                return position, {**known, word: _LITERAL}
            if position == 0 and word in self._operation_verbs:
                return position, {word: _LITERAL}
        return None, _QUESTION

    def _is_noun(self, words: Words, position: int) -> bool:
        """Whether a word that may be a verb ends or begins a known run of nouns where it stands."""
        if position == 0:
            pair = words[:2]
            return len(pair) == 2 and pair in self._lexicon.meanings and (pair[0], pair[1]) in self._noun_pairs
        pair = words[position - 1 : position + 1]
        known = pair in self._aliases or pair in self._lexicon.meanings
        return known or (pair[0], pair[1]) in self._noun_pairs

    @cached_property
    def _noun_pairs(self) -> frozenset[tuple[str, str]]:
        """Words that follow each other in names of operations, behind the verb."""
        return frozenset(
            pair
            for (parts,) in self._index.execute("SELECT parts FROM operation")
            for pair in pairwise(parts.split()[1:])
        )

    @cached_property
    def _operation_verbs(self) -> frozenset[str]:
        return frozenset(word for (word,) in self._index.execute("SELECT word FROM word WHERE verbs > 0"))

    def _things(
        self, words: Words, aside: frozenset[int]
    ) -> tuple[Sequence[_Term], Mapping[str, float], frozenset[str]]:
        lexicon, aliases = self._lexicon, self._aliases
        frequencies = self._frequencies(words)
        total = 20_000.0
        terms: list[_Term] = []
        services: dict[str, float] = {}
        named: set[str] = set()
        position = 0
        while position < len(words):
            for length in range(min(lexicon.longest, len(words) - position), 0, -1):
                run = words[position : position + length]
                meaning, owners = lexicon.meanings.get(run), aliases.get(run)
                if meaning is None and owners is None and length > 1:
                    continue
                weak = run in lexicon.weak
                for owner in owners or ():
                    services[owner] = max(services.get(owner, 0.0), 0.3 if weak else 1.0)
                if owners and not weak:
                    named.update(owners)
                for service in meaning.services if meaning else ():
                    services[service] = max(services.get(service, 0.0), 0.6)
                for word in run if length > 1 else ():
                    if (word,) in aliases and (word,) not in lexicon.weak:
                        named.update(aliases[word,])
                        services.update(dict.fromkeys(aliases[word,], 1.0))
                if meaning is not None or owners is None or weak:
                    telling = max(
                        (math.log(total / (1 + frequencies[word])) for word in run if word in frequencies), default=0.0
                    )
                    weight = telling if telling else (4.0 if meaning else 0.4)
                    weight *= _CONTEXT if position in aside else 1.0
                    terms.append(_Term(meaning or Meaning(runs=(run,)), weight, position in aside))
                position += length
                break
            else:
                position += 1
        return terms, services, frozenset(named)

    def _kin(self, owners: Iterable[str]) -> frozenset[str]:
        """Services that are parts or younger versions of these by their names."""
        return frozenset(
            service
            for owner in owners
            for service in self._services
            if (rest := service.removeprefix(owner)) and rest != service
            if rest[0] in "-v" or owner[-1].isdigit() or len(owner) > 5
        )

    def _candidates(self, question: _Question, words: Words) -> Sequence[_Candidate]:
        tokens = dict.fromkeys(word for term in question.terms for run in term.meaning.runs for word in run)
        if not tokens:
            tokens = dict.fromkeys(words)
        for verb, strength in question.verbs.items():
            if strength >= 1.0 and verb not in (
                "list",
                "get",
                "describe",
                "create",
                "update",
                "delete",
                "put",
                "modify",
            ):
                tokens[verb] = None
        services = sorted(question.services, key=lambda name: -question.services[name])[:12]
        any_of = " OR ".join(f'"{token}"' for token in tokens)
        rows = self._matching(f"{{name service}} : ({any_of})", services)
        if len(rows) < 40:
            rows += self._matching(any_of, services)
        for service in services:
            if service in question.named:
                rows += self._rows("WHERE service = ? ORDER BY length(name) LIMIT 60", (service,))
        for operation in question.idioms:
            service, _, name = operation.partition(":")
            rows += self._rows("WHERE service = ? AND name = ?", (service, name))
        for number in question.exact:
            rows += self._rows("WHERE id = ?", (number,))
        unique = {row[0]: row for row in rows}
        return [
            _Candidate(
                number,
                service,
                name,
                tuple(parts.split()),
                self._services[service],
                summary,
                bool(deprecated),
                frozenset(word for member in json.loads(required) for word in name_words(member)),
            )
            for number, service, name, parts, summary, deprecated, required in unique.values()
        ]

    def _matching(self, query: str, services: Sequence[str]) -> list[_Row]:
        marks = ",".join("?" * len(services))
        return self._index.execute(
            "SELECT o.id, o.service, o.name, o.parts, o.summary, o.deprecated, o.required FROM words "  # noqa: S608  # marks are question marks only
            "JOIN operation o ON o.id = words.rowid WHERE words MATCH ? "
            f"ORDER BY bm25(words, 8, 3, 1) - 6 * o.popularity - 8 * (o.service IN ({marks})) LIMIT {_CANDIDATES}",
            (query, *services),
        ).fetchall()

    def _rows(self, where: str, values: tuple[object, ...]) -> list[_Row]:
        return self._index.execute(
            f"SELECT id, service, name, parts, summary, deprecated, required FROM operation {where}",  # noqa: S608  # where is ours
            values,
        ).fetchall()

    def _score(self, question: _Question, candidate: _Candidate) -> float:
        verb, nouns = candidate.words[0], candidate.words[1:]
        present = set(nouns)
        stems = _stems(nouns)
        covered: set[str] = set()
        told, whole = 0.0, 0.0
        summary = ""
        if question.terms and all(term.aside for term in question.terms):
            # "encrypt something with a key": the verb alone says what is wanted.
            whole = max(term.weight for term in question.terms)
            told = whole * min(1.0, question.verbs.get(verb, 0.0)) if not nouns else 0.0
        for term in question.terms:
            whole += term.weight
            for place, run in enumerate(term.meaning.runs):
                if present.issuperset(run):
                    covered.update(run)
                    told += term.weight * (1.0 if place == 0 else 0.9)
                    break
            else:
                if any(candidate.service_words.issuperset(run) for run in term.meaning.runs):
                    told += term.weight * 0.5
                elif any(_stems(run) <= stems for run in term.meaning.runs):
                    told += term.weight * 0.8  # "exported values" are what ListExports lists
                elif candidate.words[0] in term.meaning.runs[0]:
                    told += term.weight * 0.6
                elif any(candidate.required.issuperset(run) for run in term.meaning.runs):
                    told += term.weight * 0.6  # GetObject takes the bucket that its name leaves out
                else:
                    summary = summary or f" {candidate.summary.casefold()} "
                    if any(f" {' '.join(run)} " in summary for run in term.meaning.runs):
                        told += term.weight * 0.35
        cover = told / whole if whole else 0.5
        extra = [
            word
            for word in present - covered
            if word not in candidate.service_words and word not in ("v2", "for", "by", "in")
        ]
        precise = 1.0 / (1.0 + 0.6 * len(extra)) if covered or not nouns else 0.5 / (1.0 + 0.4 * len(extra))
        score = _COVER * cover + _PRECISE * precise + _VERB * question.verbs.get(verb, 0.0)
        if question.spoken in stems:
            score += _NOMINAL
        score += _POPULAR * self._lexicon.popularity_of(candidate.service)
        score += _SERVICE * question.services.get(candidate.service, 0.0)
        if question.named and candidate.service not in question.named:
            score -= 0.0 if candidate.service in question.kin else _ELSEWHERE
        if verb in _READING and question.many is not None and nouns and verb != "list":
            score += _NUMBER if candidate.name.removesuffix("V2").endswith("s") is question.many else 0.0
        elif verb == "list" and question.many is not False:
            score += _NUMBER
        if candidate.deprecated:
            score -= _DEPRECATED
        score += _ADJACENT * sum(pair in question.pairs for pair in pairwise(candidate.words))
        score += _IDIOM * question.idioms.get(f"{candidate.service}:{candidate.name}", 0.0)
        return score + (_EXACT if candidate.number in question.exact else 0.0)


# What the AWS command line calls services that botocore calls otherwise.
_CLI_NAMES = {"s3": frozenset({"s3api"}), "deploy": frozenset({"codedeploy"}), "config": frozenset({"configservice"})}


_ENDINGS = ("ation", "ing", "ion", "ment", "ed", "er", "al", "e")


def _stems(words: Iterable[str]) -> frozenset[str]:
    """Words without the endings that make nouns, verbs and adjectives of each other."""
    return frozenset(_stem(word) for word in words)


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    return next((word.removesuffix(end) for end in _ENDINGS if word.endswith(end) and len(word) - len(end) > 3), word)


def _holds(words: Words, run: Words) -> bool:
    """Whether the words hold the run, in a row."""
    length = len(run)
    return any(words[start : start + length] == run for start in range(len(words) - length + 1))


def _aside(words: Words, rest: Words) -> frozenset[int]:
    """The places in ``rest`` of the words that stand behind a preposition in ``words``, other than at its beginning."""
    behind = next((place for place, word in enumerate(words) if word in _PLACES and place), len(words))
    kept = 0
    for word in words[:behind]:
        if kept < len(rest) and rest[kept] == word:
            kept += 1
    return frozenset(range(kept, len(rest)))


def _many(text: str, rest: Words) -> bool | None:
    """Whether the first of the things that a sentence names stands in the plural, where one does."""
    said = [word for word in spoken_words(text) if singular(word) in rest]
    return any(word != singular(word) for word in said[:3]) if said else None
