"""Enumerated parameters from the words of a clause: a choice by its own name, by what is said for it, by what sets it
apart from the others. Refuses a choice that the clause says only by chance.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from app.aws.recogniser.filling import Filling
from app.aws.recogniser.fitting import squashed
from app.aws.recogniser.meanings import MEANINGS, NOISE, PLAIN_WORDS
from app.aws.recogniser.slots import Slot
from app.aws.recogniser.text import Kind
from app.aws.search.words import name_words

_ENOUGH = 2.0
_LONGEST = 4
_EMPTY = frozenset({"only", "the", "a", "of", "and", "or", "all", "any", "policy", "item", "type", "aws", "on", "in",
                    "to", "for", "by", "not"})  # fmt: skip
_NONE = frozenset({"no", "without", "unauthenticated", "none"})
_UNSURE = frozenset({"default", "standard", "all", "other", "none", "general", "custom", "basic", "normal", "any"})


@dataclass(frozen=True, slots=True)
class _Match:
    score: float
    places: frozenset[int]
    choice: str
    order: int


def choose(filling: Filling, every: tuple[Slot, ...], free: set[tuple[str, ...]]) -> list[tuple[Slot, list[str]]]:
    """The slots whose choice is said, each with its choices; words are used up by the slot they fit best."""
    said = _Said(filling)
    matches: list[tuple[_Match, Slot]] = []
    for order, slot in enumerate(every):
        if not slot.choices or slot.depth > 2 or slot.path not in free:
            continue
        if slot.depth and slot.path[-1] in filling.values:
            continue
        if slot.path == ("Attribute",) and len(filling.operation.parameters) > 5:
            continue  # what is changed is given by its own parameter
        matches += [(match, slot) for match in said.matches(slot, order)]
    taken: set[int] = set()
    chosen: dict[tuple[str, ...], tuple[Slot, list[_Match]]] = {}
    for match, slot in sorted(matches, key=lambda pair: (-pair[0].score, -len(pair[0].places), pair[0].order)):
        if match.places & taken:
            continue
        held = chosen.get(slot.path)
        if held is not None and not (slot.many and match.score > held[1][0].score - 1.6):
            continue
        if held is not None and match.choice in {other.choice for other in held[1]}:
            continue
        chosen.setdefault(slot.path, (slot, []))[1].append(match)
        taken |= match.places
    for _, found in chosen.values():
        for match in found:
            for place in match.places:
                filling.tokens[place].used = True
    return [(slot, [match.choice for match in found]) for slot, found in chosen.values()]


class _Said:
    """The words of a clause in the forms that choices are compared with."""

    def __init__(self, filling: Filling) -> None:
        self.filling = filling
        self.forms: list[tuple[str, ...]] = []
        for token in filling.tokens:
            if token.used or token.kind in {Kind.COMMA, Kind.BREAK, Kind.PAIR, Kind.ARN, Kind.URL, Kind.ID, Kind.PATH}:
                self.forms.append(())
            else:
                spoken = {squashed(token.raw), squashed(token.word), *map(squashed, token.said)}
                self.forms.append(tuple(form for form in spoken if form))
        self.words = {form for forms in self.forms for form in forms} | {filling.verb}
        self.reading = name_words(filling.operation.id.operation)[0] in {"list", "describe", "get"}
        self.runs = self._runs()

    def _runs(self) -> dict[str, frozenset[int]]:
        runs: dict[str, frozenset[int]] = {}
        for start in range(len(self.forms)):
            joined = [""]
            for length in range(_LONGEST):
                if start + length >= len(self.forms) or not self.forms[start + length]:
                    break
                joined = [before + form for before in joined[:4] for form in self.forms[start + length]]
                for run in joined:
                    runs.setdefault(run, frozenset(range(start, start + length + 1)))
        for token in self.filling.tokens:
            if token.kind in {Kind.CIDR, Kind.IP}:
                runs.setdefault("ipv6" if ":" in token.raw else "ipv4", frozenset())
        return runs

    def matches(self, slot: Slot, order: int) -> list[_Match]:
        """What the words say for one slot."""
        sifted = "filter" in slot.path[0].casefold()
        bonus = (1.5 if slot.required and slot.depth == 0 else 0.0) - (0.0 if sifted else 1.0 * slot.depth)
        if {"status", "state"} & set(slot.words or slot.outer) and self.reading:
            bonus += 0.6
        if len(slot.choices) == 1 and slot.required and slot.depth == 0 and slot.shape.enum:
            return [_Match(0.1, frozenset(), slot.choices[0], order)]
        if (set(slot.words or slot.outer) - NOISE - {"status", "state"}) & self.words:
            bonus += 1.0
        found = []
        apart = _apart(slot.choices)
        for choice in slot.choices:
            score, places = self._match(choice, slot, apart[choice])
            if score and score + bonus >= _ENOUGH:
                found.append(_Match(score + bonus, places, choice, order))
        return found

    def _match(self, choice: str, slot: Slot, apart: frozenset[str]) -> tuple[float, frozenset[int]]:
        plain = squashed(choice)
        best, places = 0.0, frozenset[int]()
        for meaning in MEANINGS.get(plain, ()):
            run = self.runs.get(squashed(meaning))
            if run is None and meaning == self.filling.verb:
                run = frozenset()
            if run is not None:
                weak = plain in PLAIN_WORDS and plain in self.filling.nouns
                best, places = (0.8 if weak else 2.5 + 0.1 * len(run)), run
                break
        if plain in self.runs and len(plain) > 1:
            run = self.runs[plain]
            strength = self._strength(run, plain, slot.choices)
            if strength > best:
                best, places = strength, run
        if (
            plain in {"none", "noauth"}
            and "auth" in " ".join(slot.words)
            and self.words & _NONE
            and "auth" in self.words
        ):
            best = 2.5
        if not best and apart:
            hits = [self._stem(word) for word in apart]
            if all(hit is not None for hit in hits):
                run = frozenset(hit for hit in hits if hit is not None)
                weak = any(self._common(place) for place in run)
                best, places = (2.2 if len(run) > 1 else 0.8 if weak and "only" not in self.words else 1.4), run
        return best, places

    def _strength(self, run: frozenset[int], plain: str, choices: tuple[str, ...]) -> float:
        if not run:
            return 2.5
        token = self.filling.tokens[min(run)]
        if token.raw[:1].isupper() and min(run) and token.raw in choices and not token.raw.isupper():
            return 2.2
        if len(run) > 1:
            return 2.8
        if plain in _UNSURE or len(plain) < 3:
            return 0.9
        if token.kind is not Kind.WORD:
            return 2.6
        return 0.7 if self._common(min(run)) else 2.0

    def _common(self, place: int) -> bool:
        token, words = self.filling.tokens[place], self.filling.words
        return token.kind is Kind.WORD and (
            token.word in self.filling.nouns or token.word in words.homes or token.word in words.glue
            or token.word in words.verbs or token.word in self.filling.service_words
        )  # fmt: skip

    def _stem(self, word: str) -> int | None:
        for place, forms in enumerate(self.forms):
            if any(form == word or (len(word) >= 5 and form.startswith(word)) for form in forms):
                return place
        return None


@lru_cache(maxsize=512)
def _apart(choices: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """The words of each choice that no other choice has."""
    words = {choice: frozenset(name_words(choice.replace("_", "-"))) - _EMPTY for choice in choices}
    counts = Counter(word for own in words.values() for word in own)
    found = {}
    for choice, own in words.items():
        single = frozenset(word for word in own if counts[word] == 1 and len(word) > 2 and not word.isdigit())
        found[choice] = single if len(choices) <= 40 else frozenset()
    return found
