"""Hides what must not leave in every text of a request, and puts placeholders back. Pure: numbers come from outside.

A secret becomes ``[hidden KIND 1]`` and stays hidden for good; an identifier becomes ``KIND_1`` and is restored where
the model writes that very placeholder. Tools' own descriptions are Baton's and are never touched; thinking that its
vendor signed goes back to that vendor as it wrote it.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from threading import Lock

from app.domain.messages import AttachmentPart, Part, ReasoningPart, TextPart, ToolCallPart, ToolResultPart
from app.domain.ports import ChatRequest, SecretRules
from app.services.privacy.identifiers import (
    PLACEHOLDER,
    Identifier,
    Kind,
    identifiers,
    is_distinct,
    known_names,
    own_words,
)
from app.services.redaction import secret_spans

_KEPT_CHARS = 8_000_000  # of texts whose spots are remembered: a chat's turns are sent again with every message
_NOT_SENT_KEYS = frozenset(["$ref", "$schema", "$id", "type", "pattern", "format"])
"""Of a JSON schema: what says how it is checked. Everything else may be a person's words."""


def form_texts(schema: object) -> Iterable[str]:
    """The texts of a JSON schema that stay as they are, since they are its form: names, and what it checks by."""
    match schema:
        case list() | tuple():
            for item in schema:
                yield from form_texts(item)
        case Mapping():
            for key, item in schema.items():
                yield str(key)
                if key in _NOT_SENT_KEYS and isinstance(item, str):
                    yield item
                else:
                    yield from form_texts(item)
        case _:
            pass


_MARK = re.compile(r"\[hidden [^\[\]\n]{1,80}\]")


@dataclass(frozen=True, slots=True)
class Spot:
    """A part of a text that is not sent as it is."""

    start: int
    end: int
    kind: str

    @property
    def is_restored(self) -> bool:
        """Whether it comes back in answers; a secret never does."""
        return self.kind in Kind.__members__


def value_of(text: str, spot: Spot) -> str:
    """What stands at a spot; a word of the person's as they wrote it, where JSON writes it otherwise."""
    value = text[spot.start : spot.end]
    if spot.kind == Kind.WORD and "\\" in value:
        with contextlib.suppress(ValueError):
            return str(json.loads(f'"{value}"'))
    return value


def token(kind: str, number: int) -> str:
    """What is sent in place of something of this kind."""
    return f"{kind}_{number}" if kind in Kind.__members__ else f"[hidden {kind} {number}]"


@dataclass(frozen=True, kw_only=True)
class What:
    """What is hidden. ``words``: the person's own, one a line."""

    secrets: bool
    identifiers: bool
    words: str = ""

    @property
    def has_placeholders(self) -> bool:
        """Whether anything is to be restored."""
        return self.identifiers or bool(self.words.strip())


class Finder:
    """Finds the spots of texts, and remembers them for as long as there is room. Safe to use from several threads."""

    def __init__(self, rules: SecretRules) -> None:
        self._rules = rules
        self._lock = Lock()
        self._known: OrderedDict[tuple[str, What], tuple[Spot, ...]] = OrderedDict()
        self._chars = 0

    def spots(self, text: str, what: What) -> tuple[Spot, ...]:
        """The spots of one text, in order, none overlapping another."""
        key = (text, what)
        with self._lock:
            if (known := self._known.get(key)) is not None:
                self._known.move_to_end(key)
                return known
        found = united(text, self._found(text, what))
        with self._lock:
            if key not in self._known and len(text) <= _KEPT_CHARS:
                self._known[key] = found
                self._chars += len(text)
                while self._chars > _KEPT_CHARS:
                    (old, _), _ = self._known.popitem(last=False)
                    self._chars -= len(old)
        return found

    def _found(self, text: str, what: What) -> Iterable[Spot]:
        if what.secrets:
            marks = [match.span() for match in _MARK.finditer(text)]
            found = [Spot(item.start, item.end, item.kind) for item in self._rules.find(text)]
            found += [Spot(span.start, span.end, span.kind) for span in secret_spans(text)]
            for spot in found:
                if not _inside(spot.start, spot.end, marks):
                    yield spot
        if what.identifiers:
            yield from _as_spots(identifiers(text))
        if what.words.strip():
            yield from _as_spots(own_words(what.words)(text))
            if not what.identifiers:
                for match in PLACEHOLDER.finditer(text):
                    yield Spot(match.start(), match.end(), Kind.TEXT)


def _inside(start: int, end: int, marks: Sequence[tuple[int, int]]) -> bool:
    return any(first <= start and end <= last for first, last in marks)


def _as_spots(found: Iterable[Identifier]) -> Iterable[Spot]:
    for item in found:
        yield Spot(item.start, item.end, item.kind.value)


def united(text: str, spots: Iterable[Spot]) -> tuple[Spot, ...]:
    """The spots in order, overlapping ones made one: a secret where there is one among them, else as the longest is.

    A placeholder must not be followed by a digit, which would belong to its number: digits after a spot join it.
    """
    result: list[Spot] = []
    for spot in sorted((_with_digits(text, spot) for spot in spots), key=lambda spot: (spot.start, -spot.end)):
        last = result[-1] if result else None
        if last is None or spot.start >= last.end:
            result.append(spot)
            continue
        kind = (last if _rank(last) >= _rank(spot) else spot).kind
        result[-1] = Spot(last.start, max(last.end, spot.end), kind)
    return tuple(result)


def _rank(spot: Spot) -> tuple[bool, int]:
    return (not spot.is_restored, spot.end - spot.start)


def _with_digits(text: str, spot: Spot) -> Spot:
    end = spot.end
    if spot.is_restored:
        while end < len(text) and text[end] in "0123456789":
            end += 1
    return spot if end == spot.end else Spot(spot.start, end, spot.kind)


def rendered(text: str, spots: Sequence[Spot], numbers: Mapping[tuple[str, str], int]) -> str:
    """``text`` as it is sent."""
    if not spots:
        return text
    pieces: list[str] = []
    at = 0
    for spot in spots:
        number = numbers[spot.kind, value_of(text, spot)]
        pieces += [text[at : spot.start], token(spot.kind, number)]
        at = spot.end
    return "".join((*pieces, text[at:]))


def restored(text: str, values: Mapping[str, str]) -> str:
    """``text`` with the placeholders that ``values`` knows put back; all others are left as they are."""
    if not values:
        return text
    return PLACEHOLDER.sub(lambda match: values.get(match[0], match[0]), text)


def restored_json(arguments: str, values: Mapping[str, str]) -> str:
    """JSON text with the placeholders in its strings put back; what is no JSON is taken as text."""
    if not values or not any(match[0] in values for match in PLACEHOLDER.finditer(arguments)):
        return arguments
    try:
        plain = json.loads(arguments)
        return json.dumps(_walked(plain, lambda text: restored(text, values)), ensure_ascii=False)
    except ValueError:
        return restored(arguments, values)
    except RecursionError:  # a model may nest as deep as it likes
        return restored(arguments, {key: escaped(value) for key, value in values.items()})


def escaped(value: str) -> str:
    """``value`` as it stands within a string of JSON."""
    return json.dumps(value, ensure_ascii=False)[1:-1]


def _walked(value: object, change: Callable[[str], str], keep: frozenset[str] = frozenset()) -> object:
    match value:
        case str():
            return change(value)
        case list() | tuple():
            return [_walked(item, change, keep) for item in value]
        case Mapping():
            if keep:  # a schema: its keys are its form
                return {key: item if key in keep else _walked(item, change, keep) for key, item in value.items()}
            return {change(str(key)): _walked(item, change) for key, item in value.items()}
    return value


@dataclass(eq=False)
class Masking:
    """One request being masked: first every text is read, then numbers are asked for, then it is written.

    ``names``: names of ARNs that are known of the chat already. ``thinking``: the vendor's own text of signed thinking,
    by signature.
    """

    finder: Finder
    what: What
    names: dict[str, Kind] = field(default_factory=dict)
    thinking: Mapping[str, str] = field(default_factory=dict)
    _spots: dict[str, tuple[Spot, ...]] = field(default_factory=dict)
    _numbers: Mapping[tuple[str, str], int] = field(default_factory=dict)
    _counts: Counter[str] = field(default_factory=Counter)
    _used: dict[str, str] = field(default_factory=dict)

    def read(self, request: ChatRequest) -> Sequence[tuple[str, str]]:
        """Every (kind, value) to be hidden, in order of appearance."""
        texts: list[str] = []

        def note(text: str) -> str:
            texts.append(text)
            return text

        self._mapped(request, note)
        return self.read_texts(texts)

    def read_texts(self, texts: Sequence[str]) -> Sequence[tuple[str, str]]:
        """The same of plain texts."""
        self._spots = {text: self.finder.spots(text, self.what) for text in dict.fromkeys(texts)}
        for text, spots in self._spots.items():
            for spot in spots:
                if spot.kind in (Kind.NAME, Kind.BUCKET) and is_distinct(value := text[spot.start : spot.end]):
                    self.names.setdefault(value, Kind(spot.kind))
        if self.names and self.what.identifiers:
            for text, spots in self._spots.items():
                alone = _as_spots(known_names(text, self.names))
                self._spots[text] = united(text, (*spots, *alone))
        wanted = {(spot.kind, value_of(text, spot)): None for text, spots in self._spots.items() for spot in spots}
        return tuple(wanted)

    def write(self, request: ChatRequest, numbers: Mapping[tuple[str, str], int]) -> ChatRequest:
        """The request as it leaves."""
        self.use(numbers)
        return self._mapped(request, self.text)

    def use(self, numbers: Mapping[tuple[str, str], int]) -> None:
        """Take the numbers for texts that are written one by one."""
        self._numbers = numbers

    def text(self, text: str) -> str:
        """One of the texts that were read, as it leaves."""
        spots = self._spots[text]
        for spot in spots:
            self._counts[spot.kind] += 1
            if spot.is_restored:
                value = value_of(text, spot)
                self._used[token(spot.kind, self._numbers[spot.kind, value])] = value
        return rendered(text, spots, self._numbers)

    @property
    def counts(self) -> tuple[tuple[str, int], ...]:
        """How many spots of each kind were hidden."""
        return tuple(sorted(self._counts.items()))

    @property
    def values(self) -> Mapping[str, str]:
        """What was sent as a placeholder in this very request, by placeholder; nothing else is ever restored."""
        return self._used

    def _mapped(self, request: ChatRequest, change: Callable[[str], str]) -> ChatRequest:
        system = change(request.system) if request.system else request.system
        messages = tuple(
            replace(message, parts=tuple(self._part(part, change) for part in message.parts))
            for message in request.messages
        )
        schema = request.schema
        if schema is not None:
            walked = _walked(schema, change, _NOT_SENT_KEYS)
            assert isinstance(walked, dict)
            schema = walked
        return replace(request, system=system, messages=messages, schema=schema)

    def _part(self, part: Part, change: Callable[[str], str]) -> Part:
        match part:
            case TextPart(text=text):
                return TextPart(text=change(text))
            case ReasoningPart(signature=None, text=text):
                return replace(part, text=change(text))
            case ReasoningPart():
                return self._signed(part, change)
            case ToolCallPart(arguments=arguments):
                return replace(part, arguments=_as_json(arguments, change(arguments)))
            case ToolResultPart(content=content):
                return replace(part, content=change(content))
            case AttachmentPart(name=name):
                return replace(part, name=change(name))

    def _signed(self, part: ReasoningPart, change: Callable[[str], str]) -> ReasoningPart:
        """Thinking that its vendor signed: as it wrote it, where that is known. Else what is shown may have been
        restored, and what would be hidden of it takes the signature away, as the text is no longer the one signed.
        """
        if (own := self.thinking.get(part.signature or "")) is not None:
            return replace(part, text=own)
        if not self.what.has_placeholders:
            return part
        text = change(part.text)
        return part if text == part.text else ReasoningPart(text=text)


def _as_json(arguments: str, changed: str) -> str:
    """A call's arguments as they leave. Vendors take nothing but JSON there, which a hidden number may no longer be."""
    if changed == arguments or not _is_json(arguments) or _is_json(changed):
        return changed
    return json.dumps({"masked": changed}, ensure_ascii=False)


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
