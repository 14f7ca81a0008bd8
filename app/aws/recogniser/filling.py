"""Values from a clause into an operation's parameters, by the parameters' own names and shapes.

Refuses to send a value that does not fit its shape: what does not fit stays missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from app.aws.recogniser.fitting import (
    SUFFIXES,
    SYNONYMS,
    fitted,
    name_core,
    name_suffix,
    number_of,
    squashed,
    takes_name,
)
from app.aws.recogniser.lexicon import Lexicon
from app.aws.recogniser.text import Kind, Token, id_prefix, is_id
from app.aws.search_words import name_words
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

    def fill(self) -> None:
        """Everything that can be filled by general means, most certain first."""
        self._pairs()
        self._typed()

    def fill_names(self) -> None:
        """What only names and mentions tell."""
        self._mentioned()
        self._names()

    def _pairs(self) -> None:
        known = {squashed(shape.name): shape.name for shape in self.operation.parameters}
        for _, token in self.free(Kind.PAIR):
            name = known.get(squashed(token.key))
            if name is not None and self.put(name, token.raw):
                token.used = True

    def _typed(self) -> None:
        grouped: dict[str, list[Token]] = {}
        for _, token in self.free(Kind.ID, Kind.ARN, Kind.URL, Kind.CIDR, Kind.INSTANCE_TYPE, Kind.ZONE, Kind.S3_URI):
            if (name := self._parameter_of(token)) is not None:
                grouped.setdefault(name, []).append(token)
        for name, tokens in grouped.items():
            shape = self.shape(name)
            assert shape is not None
            if shape.kind is ShapeKind.LIST:
                done = self.put(name, [token.raw for token in tokens])
            else:
                # Two values for one place: which is meant is not for Baton to guess.
                single = len({token.raw for token in tokens}) == 1
                done = not single or self.put(name, self._plain(name, tokens[0]))
            for token in tokens:
                token.used = token.used or done

    def _plain(self, name: str, token: Token) -> str:
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

    def _parameter_of(self, token: Token) -> str | None:
        names = [shape.name for shape in self.operation.parameters if shape.name not in self.values]
        match token.kind:
            case Kind.ID:
                return self._id_parameter(token.raw.casefold(), names)
            case Kind.ARN:
                return self._arn_parameter(token.raw, names)
            case Kind.URL:
                wanted = ("QueueUrl", "TemplateURL", "Url", "URL", "url")
                return next((name for name in names if name in wanted), None)
            case Kind.CIDR:
                blocks = ("CidrBlock", "CidrIp", "DestinationCidrBlock", "Cidr")
                return next((name for name in blocks if name in names), None)
            case Kind.INSTANCE_TYPE:
                types = ("InstanceType", "DBInstanceClass", "CacheNodeType", "NodeType", "InstanceClass")
                return next((name for name in types if name in names), None)
            case Kind.ZONE:
                return next((name for name in names if name == "AvailabilityZone"), None)
            case Kind.S3_URI:
                return next((name for name in names if name.endswith(("S3Uri", "Uri", "Location"))), None)
            case _:
                return None

    def _id_parameter(self, text: str, names: list[str]) -> str | None:
        prefix = id_prefix(text, self.words)
        if not prefix:
            wanted = [name for name in names if squashed(name) in {"keyid", "targetkeyid"}]
            required = [name for name in names if name in self.operation.required and name_suffix(name) == "id"]
            return next(iter([*wanted, *required]), None)
        for noun in self.words.ids[prefix]:
            for form in (f"{noun}Ids", f"{noun}Id", f"{noun}Identifier", f"{noun}Identifiers"):
                for name in names:
                    if name.casefold() == form.casefold():
                        return name
        for noun in self.words.ids[prefix]:
            for name in names:
                if name.casefold().endswith((f"{noun.casefold()}id", f"{noun.casefold()}ids")):
                    return name
        return next((name for name in ("Resources", "ResourceIds", "ResourceId", "resourceId") if name in names), None)

    def _arn_parameter(self, arn: str, names: list[str]) -> str | None:
        _, _, service, _, _, resource = arn.split(":", 5)
        kind = re.split(r"[/:]", resource, maxsplit=1)[0] if re.search(r"[/:]", resource) else ""
        if service == "elasticloadbalancing":
            kind = {"targetgroup": "target group", "loadbalancer": "load balancer"}.get(kind, kind)
        bare = kind or {"s3": "bucket", "sns": "topic", "sqs": "queue"}.get(service, "")
        wanted = set(re.split(r"[\s-]", re.sub(r"(?<=[a-z])(?=[A-Z])", "-", bare).casefold()))
        if bare == "stateMachine":
            wanted = {"state", "machine"}
        ranked: list[tuple[int, str]] = []
        for name in names:
            core, suffix = name_core(name), name_suffix(name)
            shape = self.shape(name)
            assert shape is not None
            if shape.kind is ShapeKind.LIST and (shape.element is None or shape.element.kind is not ShapeKind.STRING):
                continue
            if shape.kind not in {ShapeKind.STRING, ShapeKind.LIST}:
                continue
            if core == wanted and suffix == "arn":
                ranked.append((0, name))
            elif core == wanted:
                ranked.append((1, name))
            elif (suffix == "arn" and wanted & core) or name in {"Arn", "arn", "ARN"}:
                ranked.append((2, name))
            elif wanted & core and suffix in {"id", "identifier", "name"}:
                ranked.append((3, name))
            elif core == {"resource"} or name in {"Resource", "resourceArn"}:
                ranked.append((4, name))
            elif suffix == "arn" and name in self.operation.required:
                ranked.append((5, name))
        return min(ranked)[1] if ranked else None

    def _mentioned(self) -> None:
        """``memory size 512``, ``a timeout of 30 seconds``, ``retention to 30 days``, ``512 MB of memory``."""
        shapes = sorted(self.operation.parameters, key=lambda shape: -len(name_words(shape.name)))
        for shape in shapes:
            if shape.kind not in _SCALARS or shape.kind is ShapeKind.BOOLEAN or shape.name in self.values:
                continue
            parts = name_words(shape.name)
            if not parts or parts == ("name",) or (takes_name(shape) and name_core(shape.name) & self.nouns):
                continue  # the name of the thing itself: see _names
            shortest = len(parts)
            while shortest > 1 and parts[shortest - 1] in _TRAILING:
                shortest -= 1
            for length in range(len(parts), shortest - 1, -1):
                if self._mention(shape, parts[:length]):
                    break

    def _mention(self, shape: ParameterShape, parts: tuple[str, ...]) -> bool:
        for index in range(len(self.tokens) - len(parts) + 1):
            run = self.tokens[index : index + len(parts)]
            if any(token.kind is not Kind.WORD or token.word != part for token, part in zip(run, parts, strict=True)):
                continue
            after, before = self._after(index + len(parts)), self._before(index)
            for place in (after, before):
                if place is None or self.tokens[place].used:
                    continue
                if place == before and shape.kind is ShapeKind.STRING:
                    continue
                raw = self._raw_for(shape, self.tokens[place])
                if raw is not None and self.put(shape.name, raw):
                    self.tokens[place].used = True
                    return True
            if shape.kind is ShapeKind.INTEGER and self._to_number(shape, index):
                return True
        return False

    def _to_number(self, shape: ParameterShape, start: int) -> bool:
        """``the memory of function f to 512 MB``: the number after *to*, further on."""
        for index in range(start, len(self.tokens) - 1):
            token = self.tokens[index + 1]
            if self.tokens[index].word == "to" and not token.used and (number := number_of(token)) is not None:
                token.used = self.put(shape.name, number)
                return token.used
        return False

    def _raw_for(self, shape: ParameterShape, token: Token) -> object:
        if shape.kind in {ShapeKind.INTEGER, ShapeKind.FLOAT}:
            return number_of(token)
        if shape.kind is ShapeKind.TIMESTAMP:
            return token.raw if token.kind is Kind.DATE else None
        if shape.enum:
            return token.raw if token.kind in {Kind.WORD, Kind.NAME, Kind.QUOTED, Kind.INSTANCE_TYPE} else None
        if token.kind in {Kind.PAIR, Kind.FLAG, Kind.REGION, Kind.JSON}:
            return None
        if token.kind is Kind.WORD and (
            token.word in self.words.glue
            or token.word in _STOPS
            or name_suffix(shape.name) in SUFFIXES
            or token.word in self.nouns
            or len(name_words(shape.name)) > 1
            or shape.name.casefold()
            not in {"engine", "runtime", "handler", "key", "prefix", "comment", "subject", "protocol"}
        ):
            return None
        if token.kind in {Kind.ID, Kind.ARN} and name_suffix(shape.name) not in {"id", "arn", "identifier"} | {
            name_suffix(shape.name)
        }:
            return None
        return token.raw

    def _names(self) -> None:
        bound = list(self.named())
        for noun, token in bound:
            if noun and (name := self._name_parameter(noun)) is not None and not token.used:
                shape = self.shape(name)
                assert shape is not None
                if shape.kind is ShapeKind.LIST:
                    same = [other for kind, other in bound if kind == noun and not other.used]
                    token.used = self.put(name, [other.raw for other in same])
                    for other in same:
                        other.used = token.used
                elif len(same := [other for kind, other in bound if kind == noun and not other.used]) > 1:
                    for other in same:  # two names for one place: which is meant is not for Baton to guess
                        other.used = True
                else:
                    token.used = self.put(name, token.raw)
        for noun, token in bound:
            if not token.used and (name := self.identifier()) is not None:
                token.used = self.put(name, token.raw)
            if not token.used and (name := self._given_id(noun, token)) is not None:
                token.used = self.put(name, token.raw)

    def _given_id(self, noun: str, token: Token) -> str | None:
        """The required id of a ``noun``, for a token in the form that the parameter's own pattern asks for."""
        if token.kind is not Kind.NAME or not any(letter.isdigit() or letter.isupper() for letter in token.raw):
            return None
        for shape in self.operation.parameters:
            parts = name_words(shape.name)
            if shape.required and shape.pattern and parts[-1] == "id" and noun in parts[:-1]:
                return shape.name
        return None

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
        if token.kind in _NAMELIKE:
            return True
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

    def _name_parameter(self, noun: str) -> str | None:
        """The parameter that takes the name of a ``noun``."""
        cores = [{noun}, *SYNONYMS.get(noun, ())]
        own = set(name_words(self.operation.id.operation)[1:])
        ranked: list[tuple[int, int, str]] = []
        for place, shape in enumerate(self.operation.parameters):
            if shape.name in self.values or not takes_name(shape):
                continue
            core = name_core(shape.name)
            if not core:
                # A bare Name is the name of what the operation is about.
                if noun in own or noun in self.nouns:
                    ranked.append((3 if shape.required else 5, place, shape.name))
                continue
            for rank, wanted in enumerate(cores):
                if core == wanted or (
                    wanted and wanted < core and core <= own | wanted | {"db", "source", "cache", "rest"}
                ):
                    ranked.append((rank + (0 if shape.required else 2), place, shape.name))
                    break
        return min(ranked)[2] if ranked else None

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
