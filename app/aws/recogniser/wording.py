"""A text's tokens made ready to be understood: regions found, phrases rewritten, typing errors mended.

Refuses to decide what is asked; see :mod:`app.aws.recogniser.clauses`.
"""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Iterable, Mapping

from app.aws.recogniser.lexicon import Lexicon
from app.aws.recogniser.text import Kind, Token
from app.aws.search.words import singular

NAMING = frozenset({"called", "named", "name", "titled", "labelled", "labeled"})
_NOT_A_NAME = frozenset(
    {"a", "an", "the", "of", "is", "to", "for", "in", "with", "my", "on", "it", "that", "which", "starting"}
)
_TAKING_AWAY = frozenset({"remove", "delete", "drop", "strip", "clear", "unset", "untag", "take", "rm"})
_LINKS = frozenset({"from", "on", "off", "of", "in", "at", "for"})
_TAGGED_OTHERWISE = frozenset({"image", "repo", "repository", "ecr", "bucket"})  # what a tag is another thing of
_BEFORE_VERBS = frozenset(
    {"and", "then", "to", "please", "pls", "can", "could", "you", "i", "we", "would", "now", "just", "also", "me", "us",
     "ahead", "not", "don't", "never"}
)  # fmt: skip
_NO_KEYS = frozenset({"and", "or", "the", "a", "an", "all", "any", "every", "its", "their", "with", "key"} | NAMING)


def mark_names(tokens: list[Token]) -> None:
    """Takes the word after *called* or *named* for a name, whatever it means otherwise."""
    for index, token in enumerate(tokens[:-1]):
        if token.kind is Kind.WORD and token.word in NAMING:
            after = tokens[index + 1]
            if token.word == "name" and after.kind is Kind.WORD and after.word == "is" and index + 2 < len(tokens):
                after = tokens[index + 2]
            if after.kind is Kind.WORD and (after.word not in _NOT_A_NAME or token.word in {"called", "named"}):
                after.kind = Kind.NAME


def mark_tags(tokens: list[Token]) -> None:
    """Takes the words beside *tag* for names where tags are taken away: *remove tag env from …*, *untag i-1 env*."""
    if not tokens or tokens[0].word not in _TAKING_AWAY:
        return
    at = next((place for place, token in enumerate(tokens) if token.word in {"tag", "untag"}), None)
    if at is None:
        return
    places = list(itertools.takewhile(lambda place: tokens[place].word not in _LINKS, range(at + 1, len(tokens))))
    if tokens[at].word == "untag":
        value = next((place for place, token in enumerate(tokens) if token.kind is Kind.ID), len(tokens))
        places = list(range(value + 1, len(tokens)))
    elif not places and at > 1:
        places = [at - 1]
    named = [place for place in places if tokens[place].kind is Kind.WORD and tokens[place].word not in _NO_KEYS]
    for place in named:
        tokens[place].kind = Kind.NAME
    if tokens[at].word == "untag" and named:
        tokens.insert(named[0], Token(Kind.WORD, "tag", word="tag"))
    elif not any(token.word in _TAGGED_OTHERWISE for token in tokens):
        tokens[0] = Token(Kind.WORD, "untag", word="untag")


def spoken(token: Token) -> str:
    """A word as said, in lower case and without accents, its plural kept."""
    plain = unicodedata.normalize("NFKD", token.raw.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))


def mark_regions(tokens: list[Token], words: Lexicon) -> list[Token]:
    """Turns the names of regions (``n virginia``, ``frankfurt``) into region tokens."""
    longest = max(len(key) for key in words.regions)
    done: list[Token] = []
    index = 0
    while index < len(tokens):
        for length in range(min(longest, len(tokens) - index), 0, -1):
            run = tokens[index : index + length]
            if any(token.kind is not Kind.WORD for token in run):
                continue
            code = words.regions.get(tuple(spoken(token) for token in run))
            if code is not None:
                done.append(Token(Kind.REGION, code))
                index += length
                break
        else:
            done.append(tokens[index])
            index += 1
    return done


def rewrite(tokens: list[Token], words: Lexicon) -> list[Token]:
    """Replaces phrases by the words the lexicon knows, longest first, once from left to right."""
    done: list[Token] = []
    index = 0
    while index < len(tokens):
        for length in range(min(4, len(tokens) - index), 0, -1):
            run = tokens[index : index + length]
            if any(token.kind is not Kind.WORD for token in run):
                continue
            key = tuple(token.word for token in run)
            new = words.phrases.get(key) or words.phrases.get((*key[:-1], run[-1].raw.casefold()))
            if new is None or (length == 1 and index and tokens[index - 1].word in NAMING):
                continue
            for place, word in enumerate(new):
                last = place == len(new) - 1
                raw = run[0].raw if length == 1 and last else word
                done.append(Token(Kind.WORD, raw, word=word, plural=run[-1].plural and last, said=key))
            index += length
            break
        else:
            done.append(tokens[index])
            index += 1
    return done


class Speller:
    """Mends words that are one slip (a letter lost, doubled, wrong or swapped) away from exactly one word it knows.

    ``known`` are words never to be touched; ``targets`` the words to mend to.
    """

    def __init__(self, known: Iterable[str], targets: Iterable[str], words: Lexicon) -> None:
        self._words = words
        self._known = frozenset(known)
        self._targets = frozenset(word for word in targets if len(word) >= 4 and word.isalpha())
        self._near: Mapping[str, set[str]] = _neighbours(self._targets)

    def mend(self, tokens: list[Token]) -> None:
        """Corrects tokens in place; a name after *called* stays as it is."""
        for index, token in enumerate(tokens):
            before = tokens[index - 1] if index else None
            if token.kind is not Kind.WORD or len(token.raw) < 4 or not token.raw.islower():
                continue
            if token.word in self._known or token.raw in self._known:
                continue
            for spelling in (token.raw, token.word):
                if (found := self._only(spelling)) is not None:
                    verb = singular(found)
                    if verb in self._words.verbs and verb not in self._words.homes and not _begins_clause(before):
                        break  # "crawler sales", "items of carts": what stands where a name does is one
                    token.word, token.plural = singular(found), token.plural or found.endswith("s")
                    break
            else:
                zed = token.word.replace("isation", "ization").replace("ise", "ize").replace("yse", "yze")
                if zed in self._known:
                    token.word = zed

    def _only(self, word: str) -> str | None:
        found = {
            target
            for form in _forms(word)
            for target in self._near.get(form, ())
            if target[0] == word[0] or sorted(target) == sorted(word)
        }
        close = {target for target in found if _one_slip(word, target)}
        if len(word) == 4:
            close = {target for target in close if len(target) >= 5 or sorted(target) == sorted(word)}
        return close.pop() if len(close) == 1 else None


def _begins_clause(before: Token | None) -> bool:
    """Whether a verb may stand behind this token."""
    return before is None or before.kind in {Kind.BREAK, Kind.COMMA} or before.word in _BEFORE_VERBS


def _forms(word: str) -> set[str]:
    return {word, *(word[:index] + word[index + 1 :] for index in range(len(word)))}


def _neighbours(words: Iterable[str]) -> dict[str, set[str]]:
    near: dict[str, set[str]] = {}
    for word in words:
        for form in _forms(word):
            near.setdefault(form, set()).add(word)
    return near


def _one_slip(one: str, other: str) -> bool:
    """Whether one letter is wrong, lost, added, or two neighbours are swapped."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    short, long = sorted((one, other), key=len)
    start = 0
    while start < len(short) and short[start] == long[start]:
        start += 1
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    if short[start + 1 :] == long[start + 1 :]:
        return True
    return short[start : start + 2] == long[start : start + 2][::-1] and short[start + 2 :] == long[start + 2 :]
