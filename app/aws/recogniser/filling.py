"""Values from a clause into an operation's parameters, by the parameters' own names and shapes.

Refuses to send a value that does not fit its shape: what does not fit stays missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from app.aws.recogniser.fitting import (
    SUFFIXES,
    fitted,
    name_core,
    name_suffix,
    number_of,
    squashed,
    takes_name,
)
from app.aws.recogniser.lexicon import Lexicon
from app.aws.recogniser.text import Kind, Token, is_id
from app.aws.search.words import name_words
from app.domain.aws import Operation, ParameterShape, ShapeKind

_SCALARS = frozenset({ShapeKind.STRING, ShapeKind.INTEGER, ShapeKind.FLOAT, ShapeKind.BOOLEAN, ShapeKind.TIMESTAMP})
_NAMELIKE = frozenset({Kind.QUOTED, Kind.NAME, Kind.DOMAIN, Kind.PATH, Kind.EMAIL, Kind.INSTANCE_TYPE, Kind.ZONE})
_TRAILING = frozenset({"size", "count", "in", "second", "day", "minute", "number", "value", "mb", "gb", "id", "name"})
_LINKING = frozenset({"of", "to", "is", "as", "at", "be", "equal", "a", "the", "set", "an", "by"})
UNITS = frozenset({"second", "minute", "hour", "day", "week", "month", "mb", "gb", "vcpu", "sec", "min"})
_SKIPPED = frozenset({"called", "named", "name", "the", "is", "a", "an", "my", "our", "id", "s", "title", "titled"})
_STOPS = frozenset(
    {
        "starting",
        "beginning",
        "prefixed",
        "ending",
        "matching",
        "like",
        "in",
        "with",
        "for",
        "from",
        "to",
        "on",
        "by",
        "into",
        "at",
        "using",
        "as",
        "and",
        "or",
        "that",
        "which",
    }
)


@dataclass(slots=True)
class Filling:
    """One operation being filled from one clause. ``values`` is what came of it."""

    operation: Operation
    verb: str
    tokens: list[Token]
    nouns: frozenset[str]
    service_words: frozenset[str]
    words: Lexicon
    region: str | None
    now: datetime
    values: dict[str, object] = field(default_factory=dict)
    spoken: frozenset[str] = frozenset()  # words that name a parameter

    def __post_init__(self) -> None:
        names = [name_words(shape.name) for shape in self.operation.parameters]
        self.spoken = frozenset(word for parts in names for word in parts if word not in SUFFIXES and len(word) > 2)

    def shape(self, name: str) -> ParameterShape | None:
        """The parameter ``name``, where the operation has it."""
        return next((shape for shape in self.operation.parameters if shape.name == name), None)

    def put(self, name: str, raw: object) -> bool:
        """Set a parameter, in its own type, unless it is set or the value does not fit."""
        shape = self.shape(name)
        if shape is None or name in self.values:
            return False
        value = fitted(shape, raw)
        if value is None or not self._real_ids(name, value):
            return False
        self.values[name] = value
        return True

    def _real_ids(self, name: str, value: object) -> bool:
        """Whether what goes to an id that EC2 gives has the form of one: a name there would only be refused."""
        if self.operation.id.service != "ec2" or not name.endswith(("Id", "Ids")):
            return True
        nouns = {noun for names in self.words.ids.values() for noun in names}
        if name.removesuffix("s").removesuffix("Id") not in nouns:
            return True
        return all(is_id(str(item).casefold(), self.words) for item in (value if isinstance(value, list) else [value]))

    def free(self, *kinds: Kind) -> Iterator[tuple[int, Token]]:
        """Unused tokens of these kinds, with their places."""
        for index, token in enumerate(self.tokens):
            if token.kind in kinds and not token.used:
                yield index, token

    def has(self, *wanted: str) -> bool:
        """Whether all these words are said."""
        said = {token.word for token in self.tokens if token.kind is Kind.WORD}
        return all(word in said for word in wanted)

    def has_any(self, *wanted: str) -> bool:
        """Whether one of these words is said."""
        return any(token.word in wanted for token in self.tokens if token.kind is Kind.WORD)

    def number_near(self, *wanted: str) -> int | None:
        """The whole number said right after or right before one of these words; the number is then used up."""
        for index, token in enumerate(self.tokens):
            if token.kind is Kind.WORD and token.word in wanted:
                for place in (self._after(index + 1), self._before(index)):
                    if place is not None and (number := number_of(self.tokens[place])) is not None:
                        if self.tokens[place].used:
                            continue
                        self.tokens[place].used = True
                        return number
        return None

    def after(self, *wanted: str) -> Token | None:
        """The unused literal (or name) that follows one of these words, links and articles between them skipped."""
        for index, token in enumerate(self.tokens):
            if token.kind is Kind.WORD and token.word in wanted:
                place = self._after(index + 1)
                if place is not None and not self.tokens[place].used and self.tokens[place].literal:
                    return self.tokens[place]
        return None

    def _after(self, place: int) -> int | None:
        skipped = 0
        while place < len(self.tokens) and skipped < 4:
            token = self.tokens[place]
            if token.kind is Kind.WORD and (token.word in _LINKING or token.word in _SKIPPED):
                place, skipped = place + 1, skipped + 1
                continue
            return place
        return None

    def _before(self, index: int) -> int | None:
        place = index - 1
        while place >= 0 and place > index - 4:
            token = self.tokens[place]
            if token.kind is Kind.WORD and (token.word in UNITS or token.word == "of"):
                place -= 1
                continue
            return place
        return None

    def pairs(self) -> None:
        """``key=value`` to the parameter of that name."""
        known = {squashed(shape.name): shape.name for shape in self.operation.parameters}
        for _, token in self.free(Kind.PAIR):
            name = known.get(squashed(token.key))
            if name is not None and self.put(name, token.raw):
                token.used = True

    def plain(self, name: str, token: Token) -> str:
        """What a value is for a parameter: of an ARN, the name in it where a name is wanted."""
        if token.kind is Kind.ARN and name_suffix(name) not in {"arn"}:
            resource = token.raw.split(":", 5)[5]
            if token.raw.split(":")[2] == "s3":
                return resource.split("/")[0]
            if squashed(name) in {"username", "rolename", "groupname", "instanceprofilename"}:
                return resource.rsplit("/", 1)[-1]
            if name == "QueueUrl" and token.raw.split(":")[2] == "sqs":
                parts = token.raw.split(":")
                return f"https://sqs.{parts[3]}.amazonaws.com/{parts[4]}/{parts[5]}"
        return token.raw

    def named(self) -> Iterator[tuple[str, Token]]:
        """Names in the clause, each with the word for the thing it names, or an empty text."""
        noun_before = ""
        for index, token in enumerate(self.tokens):
            if token.used or not self._may_name(index):
                continue
            noun = self._noun_before(index)
            if not noun and index and self.tokens[index - 1].kind in {Kind.COMMA, Kind.WORD}:
                previous = self.tokens[index - 1]
                if previous.kind is Kind.COMMA or previous.word in {"and", "or"}:
                    noun = noun_before
            noun = noun or self._noun_after(index)
            noun_before = noun
            yield noun, token

    def _may_name(self, index: int) -> bool:
        token = self.tokens[index]
        if token.added:
            return False
        if token.kind in _NAMELIKE:
            return "'" not in token.raw
        if token.kind is Kind.NUMBER and index and self.tokens[index - 1].word in self.nouns:
            return False
        if (
            token.kind is not Kind.WORD
            or token.word in self.words.glue
            or token.word in _STOPS
            or (token.plural and token.word in self.nouns)
        ):
            return False
        if token.word in self.nouns or token.word in self.words.modifiers or token.word in UNITS:
            return False
        if token.word in self.words.verbs:
            return False
        if token.word in self.service_words and (index == 0 or self.tokens[index - 1].word not in self.nouns):
            return False
        before = self.tokens[index - 1] if index else None
        if (
            before is not None
            and before.kind is Kind.WORD
            and (
                before.word in self.nouns
                or before.word in self.words.mains
                or (before.word in self._parameter_words() and not before.plural)
            )
        ):
            return True
        after = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        article = before is None or before.word in {"the", "my", "our", "to", "from", "in", "of"}
        follows = after is not None and after.kind is Kind.WORD and after.word in self.nouns and not after.plural
        unknown = token.word not in self.words.verbs and token.word not in self.words.homes
        return (
            article and (follows or (before is None and after is not None and after.word in {"to", "from"})) and unknown
        )

    def _parameter_words(self) -> set[str]:
        """Single words that name a thing some parameter takes (``cluster``, ``service``)."""
        cores = [name_core(shape.name) for shape in self.operation.parameters if takes_name(shape) and not shape.enum]
        return {word for core in cores if len(core) == 1 for word in core}

    def _noun_before(self, index: int) -> str:
        place = index - 1
        while place >= 0:
            token = self.tokens[place]
            if token.kind is not Kind.WORD:
                return ""
            if token.word in _SKIPPED and not (
                token.word == "id" and place and self.tokens[place - 1].word == "access"
            ):
                place -= 1
                continue
            if token.word in _STOPS or token.word in self.words.glue:
                return ""
            return self.words.mains.get(token.word, token.word).split()[-1]
        return ""

    def _noun_after(self, index: int) -> str:
        after = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        if after is None or after.kind is not Kind.WORD or after.word in _STOPS:
            return ""
        # The last word of a run of nouns says what it is: "the web-1 security group".
        place = index + 1
        while (
            place + 1 < len(self.tokens)
            and self.tokens[place + 1].kind is Kind.WORD
            and self.tokens[place + 1].word in self.nouns
        ):
            place += 1
        return self.tokens[place].word if self.tokens[place].word not in self.words.glue else ""

    def identifier(self) -> str | None:
        """The parameter that a bare name would be for: the operation's own thing first."""
        own = set(name_words(self.operation.id.operation)[1:]) | self.nouns
        ranked: list[tuple[int, int, str]] = []
        for place, shape in enumerate(self.operation.parameters):
            if shape.name in self.values or not takes_name(shape) or shape.enum:
                continue
            core = name_core(shape.name)
            if not shape.required and not (core <= own):
                continue
            if not shape.required and name_suffix(shape.name) not in {"name", "identifier"} and core != own & core:
                continue
            if shape.required and not core <= own and name_suffix(shape.name) not in {"name", "identifier"}:
                continue
            ranked.append((0 if shape.required else 2, 0 if core <= own else 1, f"{place:03}{shape.name}"))
        return min(ranked)[2][3:] if ranked else None
