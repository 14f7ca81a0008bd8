"""What ``builtin:rules`` still has to find out about one request: ids by look-ups, and which of several is meant.

What a look-up gave is data: ids and labels to choose from, whatever else they say. Refuses to guess between several.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.domain.aws import Lookup, Reading, Recognition, Risk, SpokenScope
from app.domain.language import tr
from app.domain.messages import ToolResultPart
from app.domain.ports import Recogniser
from app.domain.text import visible

LOOK_UP = "rules-look-"
_MOST_CHOICES = 20
_NUMBER = re.compile(r"(?:no\.?|number|#)?\s*(\d{1,3})[.)]?", re.IGNORECASE)


def is_look_up(result: ToolResultPart) -> bool:
    """Whether a tool's result answers a look-up of this module's own."""
    return result.call_id.startswith(LOOK_UP)


def told_of(result: ToolResultPart) -> Mapping[str, object]:
    """A tool's result as the object it is, or an empty one; text around the object is not read."""
    start, end = result.content.find("{"), result.content.rfind("}")
    if result.is_error or start < 0:
        return {}
    try:
        told = json.loads(result.content[start : end + 1])
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def from_aws(told: Mapping[str, object]) -> Mapping[str, object]:
    """What stands in the envelope of a tool's result: whatever AWS wrote, data and errors alike."""
    envelope = told.get("untrusted_data")
    return envelope if isinstance(envelope, Mapping) else {}


def spoken_places(scope: SpokenScope | None) -> dict[str, object]:
    """The arguments of ``propose_call`` for several places: each is ``all`` or a list of names."""
    if scope is None:
        return {}
    places: dict[str, object] = {}
    if scope.all_regions or scope.regions:
        places["regions"] = "all" if scope.all_regions else list(scope.regions)
    if scope.all_accounts or scope.accounts:
        places["accounts"] = "all" if scope.all_accounts else list(scope.accounts)
    return places


@dataclass(slots=True)
class Asked:
    """A request and what was found out about it so far."""

    found: Recognition
    resolved: list[tuple[Lookup, tuple[str, ...]]] = field(default_factory=list)
    open: tuple[tuple[str, str], ...] = ()  # candidates of the look-up that the person must choose from
    none_found: bool = False
    offers: dict[str, Lookup | None] = field(default_factory=dict)  # by parameter: what there is to choose from
    offered: Lookup | None = None  # the offer that was looked up last, while its value is missing

    @property
    def asks_value(self) -> bool:
        """Whether a plain value is what was last asked for; it may be one of those that are offered."""
        is_open = bool(self.open) and self.offered is None
        return bool(self.found.missing) and not is_open and not self.found.choices

    def offer(self, recogniser: Recogniser) -> None:
        """Have what is missing now looked for, where a plain read tells what there is and nobody said a name."""
        if self.question() or self.next_lookup() is not None or self.found.steps or not self.found.missing:
            return
        name = self.found.missing[0]
        if name not in self.offers and self.found.operation is not None:
            self.offers[name] = self.offered = recogniser.offer(self.found.operation, name)

    def lookups(self) -> tuple[Lookup, ...]:
        """Every look-up of the request, in the order of its steps."""
        if self.found.steps:
            return tuple(lookup for step in self.found.steps for lookup in step.lookups)
        return self.found.lookups

    def next_lookup(self) -> Lookup | None:
        """The look-up that is to be made next."""
        if self.none_found or self.open:
            return None
        pending = self.lookups()[len(self.resolved) :]
        return pending[0] if pending else self.offered

    def looked_up(self, told: Mapping[str, object], recogniser: Recogniser) -> str:
        """Takes a look-up's answer; returns what went wrong, or an empty text."""
        lookup = self.next_lookup()
        if lookup is None:
            return ""
        data = from_aws(told).get("data")
        if lookup is self.offered:
            self.open = tuple(recogniser.candidates(lookup, data)) if isinstance(data, Mapping) else ()
            self.offered = lookup if self.open else None
            return ""
        if told.get("state") != "done" or not isinstance(data, Mapping):
            self.none_found = True
            return tr("I could not look up {name}.", name=visible(lookup.name))
        found = tuple(recogniser.candidates(lookup, data))
        if len(found) == 1:
            self._take(lookup, (found[0][0],))
        elif found:
            self.open = found
        else:
            self.none_found = True
        return ""

    def question(self) -> str:
        """What the person must say before anything is proposed, or an empty text."""
        if self.found.choices:
            lines = [_numbered(place, _described(one)) for place, one in enumerate(_readings(self.found), start=1)]
            return "\n".join([tr("This can be understood in more than one way. Which one?"), "", *lines])
        if not self.open and not self.none_found:
            return ""
        lookup = self.offered or self.lookups()[len(self.resolved)]
        name = visible(lookup.name)
        if self.none_found:
            return tr("I found nothing called {name} here. What is its id?", name=name)
        shown = [
            _numbered(place, visible(label) if id in label else f"{visible(label)} ({visible(id)})")
            for place, (id, label) in enumerate(self.open[:_MOST_CHOICES], start=1)
        ]
        count = len(self.open)
        more = [tr("and {count} more", count=count - _MOST_CHOICES)] if count > _MOST_CHOICES else []
        if count == 1:
            what = tr("There is one here.")
        elif name:
            what = tr("{count} are called {name}. Which one?", count=count, name=name)
        else:
            what = tr("There are {count} here.", count=count)
        if lookup.many:
            what += " " + tr("Several: their numbers with commas.")
        return "\n".join([what, "", *shown, *more])

    def choose(self, answer: str) -> bool:
        """Whether the answer chose: by number, by id or by name."""
        said = answer.strip().strip(".!\"'`").strip()
        if self.found.choices:
            readings = _readings(self.found)
            if (
                place := _place(said, [f"{one.operation.service} {one.operation.operation}" for one in readings])
            ) is None:
                place = _place(said, [one.operation.operation for one in readings])
            if place is None:
                return False
            self.found = _as_found(self.found, readings[place])
            return True
        if self.none_found:
            return self._given(said)
        if not self.open:
            return False
        lookup = self.offered or self.lookups()[len(self.resolved)]
        parts = re.split(r"\s*(?:,|\band\b)\s*", said) if lookup.many else [said]
        chosen: list[str] = []
        for part in parts:
            place = _place(part, [id for id, _ in self.open])
            if place is None:
                place = _place(part, [label for _, label in self.open])
            if place is None:
                return False
            chosen.append(self.open[place][0])
        self._take(lookup, tuple(dict.fromkeys(chosen)))
        return True

    def _given(self, said: str) -> bool:
        """Takes an id that the person gives where nothing was found by name."""
        lookup = self.lookups()[len(self.resolved)]
        if not re.fullmatch(r"\S*[-:/\d]\S*", said):
            return False
        self._take(lookup, (said,))
        return True

    def _take(self, lookup: Lookup, ids: tuple[str, ...]) -> None:
        if lookup is not self.offered:
            self.resolved.append((lookup, ids))
        self.open, self.none_found, self.offered = (), False, None
        if not self.found.steps:
            self.found = replace(
                self.found,
                parameters=_with(self.found.parameters, lookup, ids),
                missing=tuple(name for name in self.found.missing if name != lookup.parameter),
            )
            return
        steps = list(self.found.steps)
        for place, step in enumerate(steps):
            if lookup in step.lookups:
                missing = tuple(name for name in step.missing if name != lookup.parameter)
                steps[place] = replace(step, parameters=_with(step.parameters, lookup, ids), missing=missing)
                break
        self.found = replace(self.found, steps=tuple(steps), parameters=steps[0].parameters, missing=steps[0].missing)


def _with(parameters: Mapping[str, object], lookup: Lookup, ids: tuple[str, ...]) -> dict[str, object]:
    if lookup.within:
        held = [{name: value.replace("{id}", id) for name, value in lookup.within.items()} for id in ids]
        return {**parameters, lookup.parameter: held}
    if not lookup.many:
        return {**parameters, lookup.parameter: ids[0]}
    already = parameters.get(lookup.parameter)
    return {**parameters, lookup.parameter: [*(already if isinstance(already, list) else []), *ids]}


def _readings(found: Recognition) -> tuple[Reading, ...]:
    """The likeliest reading and the others."""
    assert found.operation is not None
    assert found.risk is not None
    first = Reading(
        operation=found.operation,
        parameters=found.parameters,
        missing=found.missing,
        risk=found.risk,
        region=found.region,
        lookups=found.lookups,
    )
    return (first, *found.choices)


def _as_found(found: Recognition, reading: Reading) -> Recognition:
    return replace(
        found,
        operation=reading.operation,
        parameters=reading.parameters,
        missing=reading.missing,
        risk=reading.risk,
        region=reading.region,
        lookups=reading.lookups,
        choices=(),
        confidence=0.9,  # the person chose it
    )


def _described(reading: Reading) -> str:
    operation = f"{reading.operation.service} {reading.operation.operation}"
    if reading.risk in {Risk.READ, Risk.SENSITIVE_READ}:
        return tr("{operation} (reads only)", operation=operation)
    return tr("{operation} (changes something)", operation=operation)


def _numbered(place: int, text: str) -> str:
    return f"{place}. {text}"


def _place(said: str, texts: Sequence[str]) -> int | None:
    """Which of the texts an answer means: by number, whole, or by a beginning that only one has."""
    if (number := _NUMBER.fullmatch(said)) and 1 <= int(number[1]) <= len(texts):
        return int(number[1]) - 1
    folded = said.casefold()
    whole = [place for place, text in enumerate(texts) if text.casefold() == folded]
    if len(whole) == 1:
        return whole[0]
    begun = [place for place, text in enumerate(texts) if folded and re.split(r"[, (]", text.casefold())[0] == folded]
    return begun[0] if len(begun) == 1 else None
