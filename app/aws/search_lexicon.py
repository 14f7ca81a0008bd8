"""How people name AWS things, read from ``resources/aws/search.toml``. Refuses to rank operations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from app.aws.data import data_table
from app.aws.search_words import text_words

Words = tuple[str, ...]
_ORDINARY_POPULARITY = 0.25


@dataclass(frozen=True, kw_only=True, slots=True)
class Meaning:
    """What a phrase stands for: runs of words in operations' names, and services it is usually said of."""

    runs: tuple[Words, ...]
    services: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True, slots=True)
class Idiom:
    """A whole idea: ``words`` in a row in a sentence (stop words apart) mean these operations, the likeliest first.

    ``whole``: the words stand for themselves, stop words included. ``verbs``: only with one of these groups of verbs.
    """

    words: Words
    operations: tuple[str, ...]
    whole: bool
    verbs: frozenset[str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Lexicon:
    """Everything in the file, in normal form."""

    meanings: Mapping[Words, Meaning]
    verbs: Mapping[str, Mapping[str, float]]
    verb_groups: Mapping[str, frozenset[str]]
    idioms: Sequence[Idiom]
    aliases: Mapping[Words, frozenset[str]]
    weak: frozenset[Words]
    popularity: Mapping[str, float]
    stop: frozenset[str]
    rewrites: Mapping[Words, Words]
    longest: int = field(default=1)

    def popularity_of(self, service: str) -> float:
        """Between 0 and 1."""
        return self.popularity.get(service, _ORDINARY_POPULARITY)

    def plain(self, words: Words) -> Words:
        """A sentence's words with turns of phrase in plain words: ``tear down`` becomes ``delete``."""
        done: list[str] = []
        place = 0
        while place < len(words):
            for length in (4, 3, 2, 1):
                new = self.rewrites.get(words[place : place + length])
                if new is not None:
                    done += new
                    place += length
                    break
            else:
                done.append(words[place])
                place += 1
        return tuple(done)


def load_lexicon() -> Lexicon:
    """Read and normalise the file (some milliseconds)."""
    table = data_table("search.toml")
    stop = frozenset(word for entry in table["stop"]["words"] for word in text_words(entry))
    meanings: dict[Words, Meaning] = {}
    for entry in table["terms"]:
        for phrase in entry["phrases"]:
            words = _content(phrase, stop)
            runs = (*(text_words(run) for run in entry.get("words", ())), words)
            meanings[words] = _merged(
                meanings.get(words), Meaning(runs=runs, services=frozenset(entry.get("services", ())))
            )
    verbs: dict[str, dict[str, float]] = {}
    groups: dict[str, set[str]] = {}
    for name, entry in table["verbs"].items():
        for spoken in entry["words"]:
            word = text_words(spoken)[0]
            groups.setdefault(word, set()).add(name)
            strengths = verbs.setdefault(word, {})
            for operation_verb, strength in entry["operations"].items():
                strengths[operation_verb] = max(strength, strengths.get(operation_verb, 0.0))
    aliases: dict[Words, set[str]] = {}
    for service, phrases in table["aliases"].items():
        for phrase in phrases:
            aliases.setdefault(text_words(phrase), set()).add(service)
    phrases_known = [*meanings, *aliases]
    return Lexicon(
        meanings=meanings,
        verbs=verbs,
        verb_groups={word: frozenset(names) for word, names in groups.items()},
        idioms=tuple(_idioms(table["idioms"], stop)),
        aliases={words: frozenset(services) for words, services in aliases.items()},
        weak=frozenset(text_words(word) for word in table["weak"]["words"]),
        popularity={service: entry["weight"] for entry in table["popularity"] for service in entry["services"]},
        stop=stop,
        rewrites={text_words(said): text_words(plain) for said, plain in table["rewrites"].items()},
        longest=max(len(words) for words in phrases_known),
    )


def _content(phrase: str, stop: frozenset[str]) -> Words:
    words = text_words(phrase)
    return tuple(word for word in words if word not in stop) or words


def _merged(known: Meaning | None, more: Meaning) -> Meaning:
    if known is None:
        return more
    return Meaning(runs=tuple(dict.fromkeys((*known.runs, *more.runs))), services=known.services | more.services)


def _idioms(entries: Iterable[Mapping[str, Sequence[str]]], stop: frozenset[str]) -> Iterable[Idiom]:
    for entry in entries:
        for phrase in entry["phrases"]:
            words = text_words(phrase)
            content = _content(phrase, stop)
            whole = len(content) < 2
            yield Idiom(
                words=words if whole else content,
                operations=tuple(entry["operations"]),
                whole=whole,
                verbs=frozenset(entry.get("verbs", ())),
            )
