"""Values to slots by the words around them: numbers with units, switches, meanings, times, names by role.

Works on the API's own model alone; refuses whatever two slots could take alike.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.aws.recogniser.filling import Filling
from app.aws.recogniser.fitting import fitted, number_of, squashed
from app.aws.recogniser.meanings import (
    BOOLEAN_MEANINGS,
    IN_SECONDS,
    LINKS,
    MEANINGS,
    NOISE,
    PLAIN_WORDS,
    SAME,
    SECONDS,
)
from app.aws.recogniser.slots import Slot, at, placed, slots
from app.aws.recogniser.text import Kind, Token
from app.aws.recogniser.times import iso, span
from app.domain.aws import ShapeKind


@dataclass(slots=True)
class Matching:
    """One filling, and the operation's slots."""

    filling: Filling
    slots: tuple[Slot, ...]

    def free(self, slot: Slot) -> bool:
        """Whether nothing stands there, nor at what it would lie in unless this filling began it."""
        top = self.filling.values.get(slot.path[0])
        return (
            top is None
            if slot.depth == 0
            else (top is None or isinstance(top, dict | list)) and (at(self.filling.values, slot.path) is None)
        )

    def put(self, slot: Slot, raw: object) -> bool:
        """Set a slot in its own type, where it is free and the value fits."""
        if not self.free(slot):
            return False
        values = raw if isinstance(raw, list) else [raw]
        fits = [fitted(slot.shape, value) for value in values]
        if any(value is None for value in fits) or (len(fits) > 1 and not slot.many):
            return False
        placed(self.filling.values, slot.path, fits if slot.many else fits[0])
        return True

    def words(self) -> list[str]:
        """The clause's words in order, empty texts for literals; its verb first."""
        return [self.filling.verb, *(t.word if t.kind is Kind.WORD else "" for t in self.filling.tokens)]


def match(filling: Filling) -> None:
    """Fill by roles whatever is still free."""
    matching = Matching(filling, slots(filling.operation.parameters))
    _service_code(matching)
    _times(matching)
    _switches(matching)
    _patterns(matching)
    _figures(matching)
    _choices(matching)
    _roles(matching)


def _service_code(matching: Matching) -> None:
    """``quota L-… of ec2``: the service is said by its name."""
    filling = matching.filling
    if filling.shape("ServiceCode") is None:
        return
    for before, token in zip(filling.tokens, filling.tokens[1:], strict=False):
        if before.word in {"of", "for", "in", "on"} and token.kind in {Kind.WORD, Kind.NAME} and token.raw.isalnum():
            token.used = token.word not in filling.words.glue and filling.put("ServiceCode", token.raw.casefold())


def _times(matching: Matching) -> None:
    stamps = [slot for slot in matching.slots if slot.shape.kind is ShapeKind.TIMESTAMP and slot.depth == 0]
    if not stamps or (said := span(matching.filling.tokens, matching.filling.now)) is None:
        return
    for slot in stamps:
        words = set(slot.words)
        if words & {"start", "after", "since", "begin", "from"}:
            matching.put(slot, iso(said[0]))
        elif words & {"end", "stop"} or (words & {"before", "until"} and said[1] != matching.filling.now):
            matching.put(slot, iso(said[1]))


def _said_near(words: list[str], wanted: set[str]) -> int | None:
    """Where all wanted words stand close together: the place of the first."""
    places = [[place for place, word in enumerate(words) if word == one] for one in wanted]
    if not places or any(not found for found in places):
        return None
    low, high = min(found[0] for found in places), max(found[0] for found in places)
    return low if high - low <= len(wanted) + 2 else None


def _switches(matching: Matching) -> None:
    filling = matching.filling
    words = matching.words()
    off = filling.verb in {"disable", "deactivate", "unprotect", "stop"}
    for slot in matching.slots:
        if (
            slot.shape.kind is not ShapeKind.BOOLEAN
            or slot.shape.name in {"DryRun", "dryRun"}
            or not matching.free(slot)
        ):
            continue
        name = squashed(slot.shape.name)
        known = set(slot.words) - NOISE - {"skip", "no", "disable", "force", "delete"}
        near = _said_near(words, known) if known and (slot.depth == 0 or len(known) > 1) else None
        denied = near is not None and bool(
            set(words[max(0, near - 3) : near]) & {"without", "no", "not", "disable", "skip", "skipping"}
        )
        if slot.words[:1] == ("skip",) or (slot.words[:1] == ("no",)):
            if near is not None and denied:
                matching.put(slot, True)
        elif (any(word in words for word in BOOLEAN_MEANINGS.get(name, ())) and slot.depth == 0) or (
            name == "hibernate" and filling.verb == "hibernate"
        ):
            matching.put(slot, True)
        elif name in {"enable", "enabled"} and (slot.required or slot.depth == 0):
            matching.put(slot, not off)
        elif name == "disableapitermination" and ({"termination"} & set(words)):
            matching.put(slot, not off and filling.verb != "remove")
        elif near is not None and (slot.words[:1] != ("disable",) or off):
            matching.put(slot, not (denied or (off and slot.words[:1] != ("disable",))))


def _patterns(matching: Matching) -> None:
    """Literals in the very form that a slot's own pattern asks for."""
    for slot in matching.slots:
        pattern = slot.shape.pattern
        if slot.shape.kind is not ShapeKind.STRING or not pattern or slot.depth > 1 or not matching.free(slot):
            continue
        if not (slot.required or slot.depth == 0) or _fits("some-name", pattern) or _fits("12", pattern):
            continue
        found = [
            token
            for token in matching.filling.tokens
            if token.kind in {Kind.NAME, Kind.ID, Kind.QUOTED, Kind.PATH, Kind.EMAIL, Kind.DOMAIN}
            and not token.used
            and _fits(token.raw, pattern)
        ]
        single = len(found) == 1 or (found and slot.many)
        if single and matching.put(slot, [token.raw for token in found] if slot.many else found[0].raw):
            for token in found:
                token.used = True


def _fits(text: str, pattern: str) -> bool:
    if len(text) > 128:
        return False
    try:
        return re.fullmatch(pattern, text) is not None
    except re.error:
        return False


def _near_words(tokens: list[Token], place: int) -> tuple[list[str], list[str]]:
    """The content words before a literal, the nearest first, and those after it."""
    before: list[str] = []
    for token in reversed(tokens[max(0, place - 7) : place]):
        if token.kind is not Kind.WORD:
            if len(before) or token.kind is Kind.BREAK:
                break
            continue
        if token.word not in LINKS:
            before.append(token.word)
        if len(before) == 3:
            break
    after: list[str] = []
    for token in tokens[place + 1 : place + 4]:
        if (
            token.kind is Kind.COMMA
            or token.kind is Kind.BREAK
            or token.word in {"and", "with", "on", "in", "to", "for", "from"}
        ):
            break
        if token.kind is Kind.WORD:
            after.append(token.word)
    return before, after


def _wanted(slot: Slot) -> set[str]:
    words = set(slot.words) - NOISE or set(slot.words) - {"name", "id", "arn", "identifier", "of"} or set(slot.outer)
    found = set(words)
    for word in words:
        found |= SAME.get(word, set())
    if slot.depth and len(words) <= 1:
        found |= set(slot.outer) - NOISE
    return found


def _figures(matching: Matching) -> None:
    filling = matching.filling
    tokens = filling.tokens
    numeric = [s for s in matching.slots if s.shape.kind in {ShapeKind.INTEGER, ShapeKind.FLOAT} and not s.many]
    if not numeric:
        return
    clause_words = set(matching.words())
    for place, token in enumerate(tokens):
        if token.used or token.kind not in {Kind.NUMBER, Kind.SIZE, Kind.WORD, Kind.NAME}:
            continue
        number, unit = _amount(token)
        if number is None:
            continue
        before, after = _near_words(tokens, place)
        unit = unit or (after[0] if after and after[0] in SECONDS else "")
        best: tuple[float, Slot] | None = None
        for slot in numeric:
            if not matching.free(slot) or set(slot.words) & {"token", "max"} >= {"token"}:
                continue
            wanted = _wanted(slot)
            score = 0.0
            for rank, word in enumerate(before):
                score += (2.0 - 0.5 * rank) if word in wanted else 0
            for rank, word in enumerate(after):
                score += (1.8 - 0.5 * rank) if word in wanted | set(slot.words) else 0
            score += 0.6 * len(clause_words & (wanted - {"to"}))
            if unit in {"day", "hour"} and unit in slot.words:
                score += 2.5
            if token.kind is Kind.SIZE and wanted & {"size", "storage", "memory"}:
                score += 2.0
            if slot.required and slot.depth == 0:
                score += 1.0
            score -= 0.7 * slot.depth + 0.1 * len(slot.words)
            if score > 1.2 and (best is None or score > best[0]):
                best = (score, slot)
        if best is None:
            continue
        slot = best[1]
        if unit in SECONDS and unit not in slot.words and set(slot.words) & IN_SECONDS and "minute" not in slot.words:
            number *= SECONDS[unit]
        token.used = matching.put(slot, number)


def _amount(token: Token) -> tuple[int | None, str]:
    if token.kind is Kind.NAME:
        found = re.fullmatch(r"(\d{1,6})(s|sec|m|min|h|hr|d|day|days|hours)", token.raw.casefold())
        return (int(found[1]), found[2].removesuffix("s") or "s") if found else (None, "")
    return number_of(token), ""


def _choices(matching: Matching) -> None:
    filling = matching.filling
    words = [token.word if token.kind in {Kind.WORD} else token.raw.casefold() for token in filling.tokens]
    raws = [token.raw.casefold() for token in filling.tokens]
    text = f" {filling.verb} {' '.join(words)} {' '.join(raws)} "
    single = {squashed(word): place for place, word in enumerate(raws)}
    for slot in matching.slots:
        if not slot.shape.enum or slot.depth > 2 or not matching.free(slot):
            continue
        if slot.depth and not slot.required and matching.filling.values.get(slot.path[0]) is None and slot.depth > 1:
            continue
        found: list[str] = []
        for choice in slot.shape.enum:
            plain = squashed(choice)
            meanings = MEANINGS.get(plain)
            if meanings is not None:
                if plain in PLAIN_WORDS and not slot.required and plain in filling.nouns:
                    continue
                if any(f" {meaning} " in text for meaning in meanings):
                    found.append(choice)
            elif plain in single and len(plain) > 2:
                token = filling.tokens[single[plain]]
                distinct = token.kind is not Kind.WORD or slot.required or set(slot.words) & set(words)
                if (
                    not token.used
                    and distinct
                    and token.word not in filling.nouns
                    and token.word not in filling.words.glue
                ):
                    found.append(choice)
                    token.used = matching.free(slot)
        if len(found) == 1:
            matching.put(slot, found)


def _roles(matching: Matching) -> None:
    """Names by the word beside them: ``branch main``, ``alias live``, ``version 1.30``."""
    filling = matching.filling
    tokens = filling.tokens
    texts = [
        s
        for s in matching.slots
        if s.shape.kind is ShapeKind.STRING and not s.shape.enum and not s.shape.idempotency_token
    ]
    if filling.operation.id.service == "ec2" and filling.operation.id.operation.startswith("Describe"):
        return
    for place, token in enumerate(tokens):
        if token.used or token.kind in {Kind.BREAK, Kind.COMMA, Kind.PAIR, Kind.FLAG, Kind.REGION, Kind.JSON}:
            continue
        if token.kind is Kind.WORD and not _nameable(filling, place):
            continue
        before, after = _near_words(tokens, place)
        direct = place > 0 and tokens[place - 1].kind is Kind.WORD
        scored: list[tuple[float, int, Slot]] = []
        for order, slot in enumerate(texts):
            if slot.depth > 1 or (not matching.free(slot) and not slot.many):
                continue
            wanted = _wanted(slot)
            core = set(slot.words) - NOISE
            score = 0.0
            if before and before[0] in wanted and direct:
                score += 2.0 + (0.5 if before[0] in core else 0)
                score += 0.6 * sum(1 for word in before[1:2] if word in wanted)
            if after and after[0] in wanted and token.kind is not Kind.WORD:
                score += 1.3
            if score and core and not core - set(before) - set(after):
                score += 0.5
            if slot.words[-1:] == ("arn",) and token.kind is not Kind.ARN:
                score -= 5
            if slot.words[-1:] == ("url",) and token.kind is not Kind.URL:
                score -= 5
            if slot.words[-1:] == ("id",) and token.kind is Kind.WORD:
                score -= 0.6
            if set(slot.words) & {"token", "marker"} and "token" not in before:
                score -= 5
            if slot.depth and core - set(before) - set(after):
                continue
            score -= 0.5 * slot.depth + (0 if slot.required else 0.2)
            if score >= 1.2:
                scored.append((-score, order, slot))
        for _, _, slot in sorted(scored, key=lambda item: item[:2]):
            if filling.operation.id.service == "ec2" and slot.shape.name.endswith("Id") and token.kind is not Kind.ID:
                continue
            if matching.put(slot, token.raw):
                token.used = True
                break


def _nameable(filling: Filling, place: int) -> bool:
    """Whether a plain word can be a name by where it stands: right after a noun, and no word of the lexicon itself."""
    token = filling.tokens[place]
    words = filling.words
    if place == 0 or token.word in words.glue or token.word in words.verbs or token.word in words.modifiers:
        return False
    if token.word in filling.nouns or token.word in words.homes or (token.plural and token.word in filling.nouns):
        return False
    before = filling.tokens[place - 1]
    if before.kind is not Kind.WORD or before.plural:
        return False
    following = filling.tokens[place + 1] if place + 1 < len(filling.tokens) else None
    return following is None or following.kind is not Kind.WORD or following.word in LINKS | {"and", "then", "now"}
