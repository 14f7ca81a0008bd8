"""Numbers to parameters by the words and the units beside them. Refuses a number that nothing ties to one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.aws.recogniser.filling import Filling
from app.aws.recogniser.fitting import number_of
from app.aws.recogniser.meanings import IN_SECONDS, LINKS, NOISE, SAME, SECONDS
from app.aws.recogniser.slots import Slot
from app.aws.recogniser.text import Kind, Token
from app.domain.aws import ShapeKind

_ENOUGH = 1.2
_DOC_UNIT = re.compile(r"\b(millisecond|second|minute|hour|day)s?\b", re.IGNORECASE)
_MEGA = re.compile(r"\b(?:MB|MiB|megabytes?|mebibytes?)\b")
_GIGA = re.compile(r"\b(?:GB|GiB|gigabytes?|gibibytes?)\b")
_PLAIN_UNITS = {"s": "second", "sec": "second", "m": "minute", "min": "minute", "h": "hour", "hr": "hour", "d": "day",
                "w": "week", "wk": "week"}  # fmt: skip
_ENDS = frozenset({"and", "with", "on", "in", "to", "for", "from", "of"})


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the clause, with its unit and the words beside it, the nearest first."""

    place: int
    number: int | float
    unit: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    target: bool  # "to 5"
    counted: bool  # "25 rows"


def figures(filling: Filling) -> list[Figure]:
    """The clause's unused numbers."""
    found = []
    for place, token in enumerate(filling.tokens):
        if token.used or token.kind not in {Kind.NUMBER, Kind.SIZE, Kind.WORD, Kind.NAME}:
            continue
        number, unit = _amount(token)
        if token.word == "single" and place + 1 < len(filling.tokens) and filling.tokens[place + 1].kind is Kind.WORD:
            number = 1
        if number is None:
            continue
        before, after = _near_words(filling.tokens, place)
        following = filling.tokens[place + 1] if place + 1 < len(filling.tokens) else None
        if not unit and after and _PLAIN_UNITS.get(after[0], after[0]) in SECONDS and token.kind is not Kind.SIZE:
            unit = _PLAIN_UNITS.get(after[0], after[0])
        target = place > 0 and filling.tokens[place - 1].word == "to"
        counted = following is not None and following.kind is Kind.WORD and following.plural and not unit
        found.append(Figure(place, number, unit, before, after, target, counted))
    return found


def measure(filling: Filling, every: tuple[Slot, ...], free: set[tuple[str, ...]]) -> list[tuple[Slot, object, Token]]:
    """Which slot takes which number, in the slot's own unit."""
    numeric = [
        slot
        for slot in every
        if slot.shape.kind in {ShapeKind.INTEGER, ShapeKind.FLOAT} and not slot.many and slot.path in free
    ]
    said = {token.word for token in filling.tokens if token.kind is Kind.WORD} | {filling.verb}
    found = figures(filling) if numeric else []
    scored = [(_score(figure, slot, said), figure, slot) for figure in found for slot in numeric]
    done: list[tuple[Slot, object, Token]] = []
    places: set[int] = set()
    paths: set[tuple[str, ...]] = set()
    for score, figure, slot in sorted(scored, key=lambda item: (-item[0], item[1].place, item[2].depth)):
        if score < _ENOUGH or figure.place in places or slot.path in paths:
            continue
        value = _converted(figure, slot, filling.tokens[figure.place])
        if value is None:
            continue
        places.add(figure.place)
        paths.add(slot.path)
        done.append((slot, value, filling.tokens[figure.place]))
    needed = [slot for slot in numeric if slot.required and slot.depth == 0 and slot.path not in paths]
    left = [figure for figure in found if figure.place not in places]
    if len(needed) == 1 and len(left) == 1 and filling.tokens[left[0].place].kind is not Kind.WORD:
        value = _converted(left[0], needed[0], filling.tokens[left[0].place])
        if value is not None:
            done.append((needed[0], value, filling.tokens[left[0].place]))
    return done


def _score(figure: Figure, slot: Slot, said: set[str]) -> float:
    words = set(slot.words)
    wanted = _wanted(slot)
    score = 0.0
    for rank, word in enumerate(figure.before):
        score += (2.0 - 0.5 * rank) if word in wanted else (1.0 - 0.3 * rank) if word in words else 0
    for rank, word in enumerate(figure.after):
        score += (1.8 - 0.5 * rank) if word in wanted | words else 0
    core = words - NOISE - {"to"}
    score += 0.6 * len(said & (wanted - {"to"}))
    if len(core) > 1 and all(word in said or SAME.get(word, set()) & said for word in core - {"duration", "second"}):
        score += 1.2
    timed = bool(words & IN_SECONDS) or bool(words & {"day", "hour", "minute", "second", "retention", "window"})
    if figure.unit in SECONDS:
        score += 2.5 if figure.unit in words else 1.6 if timed else -2.5
    elif figure.unit:
        score += 2.0 if wanted & {"size", "storage", "memory", "capacity", "volume"} else -2.0
    if figure.target and words & {"desired", "target", "new"}:
        score += 1.2
    if words == {"port"} and not figure.unit and said & {"http", "https", "tcp", "udp", "tls", "port", "grpc"}:
        score += 1.3
    if words == {"count"} and not figure.unit and (figure.counted or figure.after):
        score += 0.5
    if figure.counted and words <= {"limit", "max", "result", "item", "record", "number", "key", "size"}:
        score += 1.0
    if slot.required and slot.depth == 0:
        score += 1.0
    return score - 0.7 * slot.depth - 0.1 * len(slot.words)


def _wanted(slot: Slot) -> set[str]:
    words = set(slot.words) - NOISE or set(slot.words) - {"name", "id", "arn", "identifier", "of"} or set(slot.outer)
    found = set(words)
    for word in words:
        found |= SAME.get(word, set())
    if slot.depth and len(words) <= 1:
        found |= set(slot.outer) - NOISE
    return found


def _converted(figure: Figure, slot: Slot, token: Token) -> int | float | None:
    number = figure.number
    if figure.unit in SECONDS:
        unit = next((word for word in ("millisecond", "second", "minute", "hour", "day") if word in slot.words), "")
        if not unit and (told := _DOC_UNIT.search(slot.shape.documentation)):
            unit = told[1].casefold()
        unit = unit or ("second" if set(slot.words) & IN_SECONDS else "")
        if unit:
            size = 0.001 if unit == "millisecond" else SECONDS[unit]
            number = number * SECONDS[figure.unit] / size
            number = int(number) if number == int(number) else number
    elif token.kind is Kind.SIZE and token.word in {"gb", "gib", "tb", "tib", "gigabyte", "gig"}:
        about = slot.shape.documentation
        if _MEGA.search(about) and not _GIGA.search(about):
            number *= 1024
    return number


def _amount(token: Token) -> tuple[int | float | None, str]:
    if token.kind is Kind.NAME:
        found = re.fullmatch(
            r"(\d{1,6})-?(s|sec|secs|m|min|mins|h|hr|hrs|d|w|second|minute|hour|day|week)s?", token.raw.casefold()
        )
        if found is None:
            return None, ""
        unit = found[2].removesuffix("s") or "s"
        return int(found[1]), _PLAIN_UNITS.get(unit, unit)
    if token.kind is Kind.SIZE:
        return number_of(token), token.word or "gb"
    if token.kind is Kind.NUMBER and re.fullmatch(r"\d+\.\d+%?", token.raw):
        return float(token.raw.removesuffix("%")), ""
    return number_of(token), ""


def _near_words(tokens: list[Token], place: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The content words before a literal, the nearest first, and those after it."""
    before: list[str] = []
    for token in reversed(tokens[max(0, place - 8) : place]):
        if token.kind is not Kind.WORD:
            if before or token.kind in {Kind.BREAK, Kind.COMMA}:
                break
            continue
        if token.word not in LINKS:
            before.append(token.word)
        if len(before) == 3:
            break
    after: list[str] = []
    for token in tokens[place + 1 : place + 5]:
        if token.kind in {Kind.COMMA, Kind.BREAK} or token.word in _ENDS:
            break
        if token.kind is Kind.WORD and token.word not in LINKS:
            after.append(token.word)
        elif token.kind not in {Kind.WORD, Kind.INSTANCE_TYPE, Kind.NAME}:
            break
    return tuple(before), tuple(after[:3])
