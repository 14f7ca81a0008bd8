"""Values to slots by the words around them: numbers with units, switches, meanings, times, names by role.

Works on the API's own model alone; refuses whatever two slots could take alike.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.aws.recogniser.choosing import choose
from app.aws.recogniser.filling import Filling
from app.aws.recogniser.fitting import fitted, squashed
from app.aws.recogniser.meanings import BOOLEAN_MEANINGS, NOISE, OFF_VERBS, ON_VERBS
from app.aws.recogniser.measuring import measure
from app.aws.recogniser.slots import Slot, at, placed, slots
from app.aws.recogniser.text import Kind
from app.aws.recogniser.times import day_after, iso, span
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

    def places(self) -> set[tuple[str, ...]]:
        """The paths of the slots that are free."""
        return {slot.path for slot in self.slots if self.free(slot)}

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
        said = [self.filling.verb]
        for token in self.filling.tokens:
            if token.kind is Kind.WORD:
                said.append(token.word)
            elif token.kind is Kind.NAME and not token.used and not any(char.isdigit() for char in token.raw):
                said += [token.raw.casefold(), *token.raw.casefold().split("-")]
            else:
                said.append("")
        return said


def match(filling: Filling) -> None:
    """Fill by roles whatever is still free."""
    matching = Matching(filling, slots(filling.operation))
    _service_code(matching)
    _times(matching)
    _switches(matching)
    _choices(matching)
    _figures(matching)


def _service_code(matching: Matching) -> None:
    """``quota L-… of ec2``: the service is said by its name."""
    filling = matching.filling
    if filling.shape("ServiceCode") is None:
        return
    for before, token in zip(filling.tokens, filling.tokens[1:], strict=False):
        if (
            before.word in {"of", "for", "in", "on", "code"}
            and token.word not in {"service", "code"}
            and token.kind in {Kind.WORD, Kind.NAME}
            and token.raw.isalnum()
        ):
            token.used = token.word not in filling.words.glue and filling.put("ServiceCode", token.raw.casefold())


def _times(matching: Matching) -> None:
    stamps = [slot for slot in matching.slots if slot.shape.kind is ShapeKind.TIMESTAMP and slot.depth == 0]
    counted = [slot for slot in matching.slots if _counts_time(slot)]
    dated = [slot for slot in matching.slots if slot.shape.kind is ShapeKind.STRING and slot.depth == 1 and (
        set(slot.words) & {"start", "end"} and set(slot.outer) & {"date", "time", "period", "interval"}
    )]  # fmt: skip
    if not (stamps or counted or dated) or (said := span(matching.filling.tokens, matching.filling.now)) is None:
        return
    since = any(token.word == "since" for token in matching.filling.tokens)
    begun = ended = False
    for slot in dated:
        moment = said[0].date() if "start" in slot.words else day_after(said[1])
        exact = any(token.kind is Kind.DATE for token in matching.filling.tokens)
        matching.put(slot, (said[1].date() if exact and "end" in slot.words else moment).isoformat())
    for slot in counted:
        seconds = said[0 if slot.words[0] == "start" else 1].timestamp()
        if slot.words[0] == "start" or slot.required:
            matching.put(slot, int(seconds * (1000 if "millisecond" in slot.shape.documentation else 1)))
    for slot in sorted(
        stamps, key=lambda slot: not set(slot.words) & {"start", "end", "created", "create", "creation"}
    ):
        words = set(slot.words)
        if words & {"start", "after", "since", "begin", "from"}:
            begun = begun or matching.put(slot, iso(said[0]))
        elif ended or (since and not slot.required):
            continue
        elif words & {"end", "stop"} or (words & {"before", "until"} and said[1] != matching.filling.now):
            ended = matching.put(slot, iso(said[1]))


_SHOWN = frozenset({"incl", "include", "including", "show", "with", "need", "require", "required"})


def _said_near(words: list[str], wanted: set[str]) -> int | None:
    """Where all wanted words stand close together: the place of the first."""
    places = [[place for place, word in enumerate(words) if _like(word, one)] for one in wanted]
    if not places or any(not found for found in places):
        return None
    low, high = min(found[0] for found in places), max(found[0] for found in places)
    return low if high - low <= len(wanted) + 2 else None


def _counts_time(slot: Slot) -> bool:
    """Whether a number is a moment, in seconds or milliseconds since 1970."""
    return (
        slot.depth == 0 and slot.shape.kind is ShapeKind.INTEGER and slot.words in {("start", "time"), ("end", "time")}
    )


def _like(word: str, wanted: str) -> bool:
    """Whether a word is another, or a form of it: *decrementing*."""
    return word == wanted or (len(wanted) >= 5 and word.startswith(wanted[:-1]) and len(word) <= len(wanted) + 3)


def _switches(matching: Matching) -> None:
    filling = matching.filling
    words = matching.words()
    off = filling.verb in OFF_VERBS | {"unprotect"} - {"lock", "close"}
    for slot in matching.slots:
        if (
            slot.shape.kind is not ShapeKind.BOOLEAN
            or slot.shape.name in {"DryRun", "dryRun"}
            or not matching.free(slot)
        ):
            continue
        name = squashed(slot.shape.name)
        known = set(slot.words) - NOISE - {"skip", "no", "disable", "force", "delete"}
        if not known and slot.depth == 0 and set(words) & _SHOWN:
            known = set(slot.words) & {"value", "detail", "code", "option", "number"}
        near = _said_near(words, known) if known and (slot.depth == 0 or len(known) > 1) else None
        if near is None and slot.required and slot.depth == 0:
            near = next((place for place, word in enumerate(words) if any(_like(word, one) for one in known)), None)
        denied = near is not None and bool(
            set(words[max(0, near - 3) : near]) & {"without", "no", "not", "disable", "skip", "skipping"}
        )
        if slot.words[:1] == ("skip",) or (slot.words[:1] == ("no",)):
            if near is not None and denied:
                matching.put(slot, True)
            elif near is not None and set(words[max(0, near - 4) : near]) & {
                "keep",
                "keeping",
                "with",
                "take",
                "taking",
            }:
                matching.put(slot, False)
        elif (any(word in words for word in BOOLEAN_MEANINGS.get(name, ())) and slot.depth == 0) or (
            name == "hibernate" and filling.verb == "hibernate"
        ):
            matching.put(slot, True)
            for token in filling.tokens:
                token.used = token.used or (
                    token.kind is Kind.NAME and token.raw.casefold() in BOOLEAN_MEANINGS.get(name, ())
                )
        elif name in {"enable", "enabled"} and (
            slot.required or (slot.depth == 0 and filling.verb in ON_VERBS | OFF_VERBS)
        ):
            matching.put(slot, not off)
        elif name == "disableapitermination" and ({"termination"} & set(words)):
            matching.put(slot, not off and filling.verb != "remove")
        elif near is not None and (slot.words[:1] != ("disable",) or off):
            matching.put(slot, not (denied or (off and slot.words[:1] != ("disable",))))


def _figures(matching: Matching) -> None:
    for slot, value, token in measure(matching.filling, matching.slots, matching.places()):
        token.used = matching.put(slot, value)


def _choices(matching: Matching) -> None:
    for slot, choices in choose(matching.filling, matching.slots, matching.places()):
        matching.put(slot, choices if slot.many else choices[0])
