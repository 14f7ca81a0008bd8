"""What turns of phrase in a sentence speak of: idioms, whose words stand in a row, and sayings, whose words do not.

Refuses to know what a sentence names, which others tell.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Mapping, Sequence
from functools import cached_property

from app.aws.search.lexicon import SWITCHED_ON, Lexicon, Words
from app.aws.search.reading import NAME_WEIGHT, Reading, Token
from app.aws.search.scoring import READING
from app.aws.search.vocabulary import Vocabulary
from app.aws.search.words import name_words

_SAID_FAR = 0.1  # of a saying of a service other than the one that the sentence begins with
_SAID_PARTLY = 0.7  # how much of a saying must stand in a sentence
_SAID_ELSEWHERE = 0.6  # of a saying of a service where another is named
_READ_BY_CHANGE = 0.4  # of a saying of a reading operation where the sentence asks for a change
_ORDERED = 0.8  # how well a verb answers that the sentence orders
_CHANGE_BY_LISTING = 0.1  # of a saying of a change where things are only named: "eventbridge rules"
_CHANGE_BY_ASKING = 0.35  # of a saying of a change where the sentence asks for something
_NO_VERB = 0.6  # of a saying without a verb, where the sentence's verb is not the operation's
_OPPOSED = 0.3  # of a saying of the contrary of what the sentence orders
_ENDING = frozenset(
    {"delete", "remove", "detach", "disassociate", "stop", "disable", "revoke", "deregister", "terminate"}
)
_BEGINNING = frozenset({"create", "add", "attach", "associate", "start", "enable", "register", "run", "import"})
_CHANGING = _ENDING | _BEGINNING | {
    "put", "update", "modify", "set", "tag", "request", "publish", "authorize", "replace", "assume", "upload", "reset",
    "resume", "pause", "restore", "copy", "move", "send", "reboot", "rotate", "share", "change", "apply", "release",
}  # fmt: skip
_AFTER_ON = frozenset({"for", "again", "now", "in", "at", "please", "pls", "with", "and", "too", "everywhere"})
_BARELY_READS = 0.5
_GUESSED = 0.4  # a word as heavy may be a word of the sentence


class Phrases:
    """Finds the idioms and sayings of one index in sentences."""

    def __init__(self, index: sqlite3.Connection, lexicon: Lexicon, vocabulary: Vocabulary) -> None:
        self._index = index
        self._lexicon = lexicon
        self._vocabulary = vocabulary

    def idioms(
        self, words: Words, tokens: Sequence[Token], verb: Token | None, named: frozenset[str]
    ) -> Mapping[str, float]:
        lexicon, aliases = self._lexicon, self._vocabulary.aliases
        groups = lexicon.verb_groups.get(verb.word, frozenset()) if verb is not None else frozenset()
        content = tuple(token.word for token in tokens)
        # "create a cloudwatch alarm" is "create an alarm".
        unnamed = tuple(word for word in content if not aliases.get((word,), frozenset()) & named)
        found: dict[str, float] = {}
        for word in {*words, *content}:
            for idiom in lexicon.idioms.get(word, ()):
                inside = _holds(words if idiom.whole else content, idiom.words) or (
                    not idiom.whole and _holds(unnamed, idiom.words)
                )
                if inside and (not idiom.verbs or idiom.verbs & groups):
                    for rank, operation in enumerate(idiom.operations):
                        sure = 1.0 - 0.1 * rank + 0.02 * len(idiom.words)
                        found[operation] = max(found.get(operation, 0.0), sure)
        return found

    @cached_property
    def _told_by(self) -> Sequence[float]:
        """How much each saying tells in all, by its number."""
        (told,) = self._index.execute("SELECT sayings FROM said WHERE word = ''").fetchone()
        return array("f", told)

    def _shares(self, said: Mapping[str, float]) -> Mapping[int, float]:
        """How much of each saying stands in a sentence, by its number, where that is a good part of it."""
        telling = self._lexicon.telling
        marks = ",".join("?" * len(said))
        shares: dict[int, float] = {}
        for name, numbers in self._index.execute(
            f"SELECT word, sayings FROM said WHERE word IN ({marks})",  # noqa: S608  # question marks only
            list(said),
        ):
            weight = said[name]
            told = telling[name] * (1.0 if weight > _GUESSED else 0.7 if weight > NAME_WEIGHT else 0.5)
            for number in array("H", numbers):
                shares[number] = shares.get(number, 0.0) + told
        whole = self._told_by
        return {number: share for number, share in shares.items() if share >= _SAID_PARTLY * whole[number]}

    def sayings(
        self, tokens: Sequence[Token], reading: Reading, verbs: Mapping[str, float], named: frozenset[str],
        leads: frozenset[str], implied: str, *, listing: bool, asking: bool,
    ) -> Mapping[str, float]:  # fmt: skip
        """The operations that sayings in the sentence speak of, and how surely: by how much of it they explain.

        ``listing``: nothing but things in the plural is said, so that they are asked for rather than changed.
        ``asking``: it is a question, or its verb asks.
        """
        lexicon = self._lexicon
        said: dict[str, float] = {}
        whole = 0.0
        for token in tokens:
            names = {
                token.word,
                token.spoken,
                *lexicon.classes.get(token.word, ()),
                *(group.upper() for group in lexicon.verb_groups.get(token.word, ())),
            }
            for name in names:
                if name in lexicon.telling:
                    said[name] = max(said.get(name, 0.0), token.weight)
            if token.word not in lexicon.stop and token.weight > NAME_WEIGHT:
                whole += (
                    max((lexicon.telling[name] for name in names if name in lexicon.telling), default=3.0)
                    * token.weight
                )
        if _switches_on(tokens) and SWITCHED_ON in lexicon.telling:
            said[SWITCHED_ON] = 1.0
        for mark in reading.marks:
            for word in mark.split():
                if word in lexicon.telling:
                    said[word] = 1.0
                said.update({name: 1.0 for name in lexicon.classes.get(word, ()) if name in lexicon.telling})
        if implied.upper() in lexicon.telling:
            said[implied.upper()] = 1.0
        shares = self._shares(said)
        ends = any(verbs.get(verb, 0.0) >= _ORDERED for verb in _ENDING)
        begins = any(verbs.get(verb, 0.0) >= _ORDERED for verb in _BEGINNING)
        marks = ",".join("?" * len(shares))
        found: dict[str, float] = {}
        for number, operation, spaced in self._index.execute(
            f"SELECT number, operation, words FROM saying WHERE number IN ({marks})",  # noqa: S608  # question marks only
            list(shares),
        ):
            words = spaced.split()
            share = shares[number]
            cover = min(1.0, share / self._told_by[number])
            sure = cover**4 * min(1.0, share / max(whole, 1.0))
            if any(word.isupper() and word not in said for word in words):
                continue
            own = name_words(operation.partition(":")[2])[0]
            if own in READING and verbs.get(own, 0.0) < _BARELY_READS:
                sure *= _READ_BY_CHANGE
            elif listing and own in _CHANGING:
                sure *= _CHANGE_BY_LISTING
            elif asking and own in _CHANGING:
                sure *= _CHANGE_BY_ASKING
            elif (own in _ENDING and begins and not ends) or (own in _BEGINNING and ends and not begins):
                sure *= _OPPOSED
            elif not any(word.isupper() or word in lexicon.verbs for word in words):
                sure *= _NO_VERB + (1.0 - _NO_VERB) * min(1.0, verbs.get(own, 0.0))
            service = operation.partition(":")[0]
            if named and service not in named:
                sure *= _SAID_FAR if leads and service not in leads else _SAID_ELSEWHERE
            found[operation] = max(found.get(operation, 0.0), sure)
        return dict(sorted(found.items(), key=lambda pair: -pair[1])[:40])


def _switches_on(tokens: Sequence[Token]) -> bool:
    """Whether "on" ends a clause: "versioning on for acme", not "on acme"."""
    return any(
        token.word == "on" and (following is None or following.opens or following.word in _AFTER_ON)
        for token, following in zip(tokens, [*tokens[1:], None], strict=False)
    )


def _holds(words: Words, run: Words) -> bool:
    """Whether the words hold the run, in a row."""
    length = len(run)
    return any(words[start : start + length] == run for start in range(len(words) - length + 1))
