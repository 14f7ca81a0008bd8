"""Which operation a clause's words mean: an index of every operation's name and further forms, and its scoring.

Refuses to fill parameters. The score weighs three things: how much of an operation's name the clause says, how much
of what the clause says the name explains (rare words count more), and whether the service is the one meant.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from app.aws.recogniser.clauses import PREPOSITIONS, READ_HEADS, Clause, Mood
from app.aws.recogniser.lexicon import Lexicon
from app.aws.recogniser.standing import stands_for
from app.aws.recogniser.text import NUMBER_WORDS, Kind, Token
from app.aws.search.words import name_words
from app.domain.aws import OperationId

_FAINT = {"db": 0.25, "v2": 0.1, "configuration": 0.5, "resource": 0.6, "batch": 1.5, "cache": 0.6, "admin": 0.1}
_MAKING = frozenset({"create", "allocate", "import", "register", "launch", "run"})
_COLLECTION = frozenset({"list", "describe", "search", "get"})
_HEAD_LOSS = 0.015
_ANCHORS = frozenset({Kind.ID, Kind.ARN, Kind.S3_URI, Kind.CIDR, Kind.INSTANCE_TYPE, Kind.ZONE, Kind.NAME, Kind.PATH})
_TIMES = frozenset(
    {
        "second",
        "minute",
        "hour",
        "day",
        "week",
        "month",
        "year",
        "yesterday",
        "today",
        "tomorrow",
        "now",
        "rn",
        "once",
        "deletion",
        "production-like",
        "everywhere",
        "everyone",
        "anyone",
        "anywhere",
        "world",
        "internet",
    }
)
_BEFORE_NAMES = frozenset({"the", "of", "for", "in", "to", "from", "on", "onto", "into", "our", "my", "called", "by"})
COMMON_NAMES = frozenset({"web", "prod", "dev", "staging", "test", "qa", "api", "app", "main", "default", "admin",
                           "order",
                           "user", "job", "report"})  # fmt: skip
ASPECTS = frozenset(
    {"status", "state", "tag", "size", "type", "detail", "history", "url", "policy", "version", "setting",
     "attribute", "permission", "configuration", "location", "acl", "cors", "output", "resource", "content", "member",
     "value", "region", "name", "id", "count", "group", "set", "website", "encryption", "versioning", "lifecycle",
     "logging", "replication", "protection", "monitoring", "usage", "health", "price", "request", "limit", "summary",
     "drift", "attachment"}
)  # fmt: skip
# What may be told to end, and what holds others whose names are often a plural.
_ENDS = frozenset({"delete", "drop", "remove", "destroy"})
_HOLDING = frozenset({"table", "queue", "topic"})
_BEFORE_PLACES = frozenset({"from", "in", "on", "of", "please", "now"})
_PARTS = frozenset(
    {"row", "column", "entry", "record", "item", "message", "log", "metric", "alarm", "error", "event", "backup",
     "index", "stream", "replica", "snapshot", "trigger", "subscription", "subscriber", "key", "partition", "export",
     "import", "data", "statistic", "cost", "rule", "alert", "file", "object", "consumer", "producer", "endpoint"}
)  # fmt: skip
_IN_BUCKETS = frozenset({"object", "file", "item", "key", "data"})  # logs and backups are what buckets are called


@dataclass(frozen=True, slots=True)
class Form:
    """One way to name an operation: the beginning of its name, and its nouns in the singular."""

    id: OperationId
    head: str
    nouns: frozenset[str]
    order: tuple[str, ...]
    last: str
    plural: bool
    native: bool
    joined: frozenset[tuple[str, str]] = frozenset()  # nouns that follow each other in the name


@dataclass(frozen=True, slots=True)
class Found:
    """An operation that a clause may mean; ``nouns`` are the clause's words that its form explains."""

    id: OperationId
    score: float
    nouns: frozenset[str]
    named: bool  # its service was named
    written: bool = False  # the form was written by hand, it is not the operation's name


@dataclass(frozen=True, slots=True)
class Said:
    """A clause's words as the scoring sees them: weight by word, services named, whether a thing is named."""

    weights: Mapping[str, float]
    plural: frozenset[str]
    services: tuple[str, ...]  # the likeliest first
    service_words: frozenset[str]
    named: bool
    order: Mapping[str, int]
    twins: Mapping[str, tuple[str, ...]]  # a word -> the words it stands in for
    owners: frozenset[str]  # services of ARNs: a hint, for many services take another's ARN
    implied: frozenset[str]  # nouns that ids, ARNs and URIs stand for
    existing: frozenset[str] = frozenset()  # of those, what is there already, so that nobody asks for it to be created
    breaks: tuple[int, ...] = ()  # where prepositions stand


def thing_of(operation: str) -> str:
    """What an operation is about: ``group`` for ListGroupsForUser."""
    words = list(name_words(operation.removesuffix("V2")))[1:]
    for place, word in enumerate(words):
        if word in {"for", "by", "of", "in", "from"} and place:
            return words[place - 1]
    return words[-1] if words else ""


def _form(id: OperationId, head: str, nouns: Sequence[str], *, native: bool) -> Form:
    plural = id.operation.removesuffix("V2").endswith("s")
    last = thing_of(id.operation)
    if last not in nouns and nouns:
        last = nouns[0]
    joined = frozenset(pairwise(name_words(id.operation)[1:])) if native else frozenset()
    return Form(id, head, frozenset(nouns), tuple(nouns), last, plural, native, joined)


class FormIndex:
    """Every operation, by the nouns of its forms."""

    def __init__(self, operations: Iterable[OperationId], words: Lexicon) -> None:
        self._words = words
        self._forms: list[Form] = []
        self._by_noun: dict[str, list[int]] = {}
        self._bare: dict[str, list[int]] = {}
        self._own_nouns: dict[str, set[str]] = {}
        self._joined: set[tuple[str, str]] = set()
        self.by_squashed: dict[str, list[OperationId]] = {}
        self.services: set[str] = set()
        counts: Counter[str] = Counter()
        for id in operations:
            self.services.add(id.service)
            self.by_squashed.setdefault(id.operation.casefold(), []).append(id)
            head, *nouns = name_words(id.operation)
            nouns = [noun for noun in nouns if noun not in PREPOSITIONS]
            if head in {"batch", "admin"} and nouns:
                head, nouns = nouns[0], [*nouns[1:], head]
            counts.update(set(nouns))
            self._own_nouns.setdefault(id.service, set()).update(nouns)
            self._joined.update(pairwise(nouns))
            self._add(_form(id, head, nouns, native=True))
            for form in words.forms.get(str(id), ()):
                head, *nouns = form.split()
                self._add(_form(id, head, nouns, native=False))
        self._weights = {noun: math.log(1 + 4000 / count) for noun, count in counts.items()}
        aliases = {noun for form in self._forms if not form.native for noun in form.nouns}
        self._weights.update(dict.fromkeys(aliases - set(counts), 5.0))
        self._values = {noun: weight * _FAINT.get(noun, 1.0) for noun, weight in self._weights.items()}
        self._own = [sum(self._value(noun) for noun in form.nouns) for form in self._forms]
        self._service_names = self._names()

    def _value(self, noun: str) -> float:
        """What a noun counts for in a form's name."""
        value = self._values.get(noun)
        return 5.0 * _FAINT.get(noun, 1.0) if value is None else value

    @property
    def vocabulary(self) -> Iterable[str]:
        """Every noun of every form."""
        return self._weights.keys()

    @property
    def service_words(self) -> Iterable[str]:
        """Every word of a service's name."""
        return {word for key in self._service_names for word in key}

    def _add(self, form: Form) -> None:
        number = len(self._forms)
        self._forms.append(form)
        for noun in form.nouns:
            self._by_noun.setdefault(noun, []).append(number)
        if not form.nouns:
            self._bare.setdefault(form.head, []).append(number)

    def _names(self) -> dict[tuple[str, ...], tuple[str, ...]]:
        names: dict[tuple[str, ...], tuple[str, ...]] = {tuple(name.split("-")): (name,) for name in self.services}
        names |= {(name,): (name,) for name in self.services}
        names |= dict(self._words.services)
        return {key: services for key, services in names.items() if services}

    def service_of(self, word: str) -> tuple[str, ...]:
        """The services a single word names."""
        return self._service_names.get((word,), ())

    def said(self, tokens: list[Token]) -> Said:
        """Weighs a clause's words."""
        services: dict[str, None] = {}
        service_words: set[str] = set()
        index = 0
        while index < len(tokens):
            for length in range(min(4, len(tokens) - index), 0, -1):
                key = tuple(token.word or token.raw.casefold() for token in tokens[index : index + length])
                if (
                    length == 1
                    and services
                    and index
                    and tokens[index - 1].word in self._words.homes
                    and not tokens[index - 1].plural
                ):
                    continue  # "table events": what follows a thing is its name
                if key in self._service_names and all(
                    token.kind in {Kind.WORD, Kind.NAME} for token in tokens[index : index + length]
                ):
                    services.update(dict.fromkeys(self._service_names[key]))
                    service_words.update(key)
                    for token in tokens[index : index + length]:
                        if token.kind is Kind.NAME:
                            token.kind, token.word = Kind.WORD, token.raw.casefold()
                    index += length - 1
                    break
            index += 1
        owners: set[str] = set()
        implied: set[str] = {"db"} if any(token.word == "database" for token in tokens) else set()
        existing: set[str] = set()
        for token in tokens:
            nouns, service = stands_for(token, self._words)
            implied |= nouns
            if token.kind is not Kind.INSTANCE_TYPE:
                existing |= nouns
            if service in self.services:
                owners.add(service)
            if token.word in self._words.ports:
                implied.add("port")
        implied.update(self._main_things(tokens, services))
        found = self._weigh(tokens, services, service_words, implied, owners)
        breaks = tuple(place for place, token in enumerate(tokens) if token.word in PREPOSITIONS)
        return replace(found, existing=frozenset(existing), breaks=breaks)

    def mark_bare_names(self, tokens: list[Token]) -> None:
        """Takes plain words for names where they stand as such: *table orders*, *the admins group*, *events of web*."""
        words = self._words
        for index, token in enumerate(tokens):
            if (
                token.kind is not Kind.WORD
                or self._is_glue(token.word)
                or token.word in _TIMES
                or not token.raw.isalpha()
            ):
                continue
            before = tokens[index - 1] if index else None
            after = tokens[index + 1] if index + 1 < len(tokens) else None
            thing = token.word in words.homes or token.word in self.services or token.word in words.mains
            if (
                before is None
                or before.kind is not Kind.WORD
                or token.word in words.ports
                or token.word in NUMBER_WORDS
            ):
                continue
            if (before.word, token.word) in self._joined:
                continue
            if self._ended_by_name(tokens, index):
                token.kind = Kind.NAME
                continue
            if thing and not token.plural:
                continue
            if thing and not (
                self._in_a_names_place(tokens, index) or (before.word in words.homes and not before.plural)
            ):
                continue
            unknown = token.word not in self._weights and token.word not in words.verbs and not token.said
            ends = (
                after is None
                or after.kind in {Kind.COMMA, Kind.BREAK, Kind.NUMBER, Kind.SIZE, Kind.PAIR, Kind.QUOTED}
                or (after.word in PREPOSITIONS | {"and", "then", "is", "now", "min", "max", "has"})
            )
            noun_after = (
                after is not None
                and after.kind is Kind.WORD
                and after.word in words.homes
                and not after.plural
                and (token.word, after.word) not in self._joined
            )
            behind = (before.word in words.homes or before.word in words.mains) and not before.plural
            loose = token.word not in words.modifiers and token.word not in ASPECTS
            if (
                (behind and ends and unknown)
                or (self._in_a_names_place(tokens, index) and loose)
                or (noun_after and loose and before.word in _BEFORE_NAMES and (unknown or token.plural))
                or (ends and loose and unknown and before.word in _BEFORE_NAMES - {"the", "a"})
                or (ends and loose and token.word in COMMON_NAMES and before.word in _BEFORE_NAMES - {"the", "a"})
            ):
                token.kind = Kind.NAME

    def is_part(self, word: str, thing: str, service: str) -> bool:
        """Whether a word is what a thing of this service has, rather than what one is called."""
        parts = _IN_BUCKETS if thing == "bucket" else _PARTS
        return word in parts or word in ASPECTS or word in self._own_nouns.get(service, ())

    def _ended_by_name(self, tokens: list[Token], index: int) -> bool:
        """Whether an end is ordered of one thing, and the word is its name though it is a thing's, too.

        *drop the table sessions*, *delete auto scaling group web*; but not *delete the queue messages*, its parts.
        """
        token, thing = tokens[index], tokens[index - 1]
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        if after is not None and (after.kind is Kind.WORD and after.word not in _BEFORE_PLACES):
            return False
        services = self._words.homes.get(thing.word, ())
        if thing.plural or not services:
            return False
        if token.word != "web":  # of "web acl" alone
            parts = any(self.is_part(token.word, thing.word, service) for service in services)
            if parts or not token.plural or thing.word not in _HOLDING:
                return False
        start = next((place for place in range(index) if tokens[place].word in _ENDS), None)
        return start is not None and not any(tokens[place].literal for place in range(start, index))

    def _main_things(self, tokens: list[Token], services: Iterable[str]) -> Iterable[str]:
        """``rds orders``, ``lambda nightly``: the thing that a service's name stands for where no thing is named."""
        if any(token.word in self._words.homes or token.word in self._words.modifiers for token in tokens):
            return ()
        named = any(token.literal and token.kind is not Kind.REGION for token in tokens) or any(
            before.word in self._words.mains and token.kind is Kind.WORD and not self._is_glue(token.word)
            for before, token in pairwise(tokens)
        )
        return [noun for service in services for noun in self._words.mains.get(service, "").split()] if named else ()

    def _weigh(
        self,
        tokens: list[Token],
        services: Iterable[str],
        service_words: set[str],
        implied: set[str],
        owners: set[str],
    ) -> Said:
        weights: dict[str, float] = {}
        plural: set[str] = set()
        order: dict[str, int] = {}
        twins: dict[str, tuple[str, ...]] = {}
        left_out = 0
        place = 1.0
        named = any(token.literal and token.kind is not Kind.REGION for token in tokens)
        anchored = bool(services) or any(token.kind in _ANCHORS for token in tokens)
        for index, token in enumerate(tokens):
            if token.kind is not Kind.WORD:
                continue
            if token.word == "without":
                left_out = index + 4
            if index < left_out:
                continue
            if token.word in PREPOSITIONS:
                place = 0.4
            if token.plural:
                plural.add(token.word)
            if token.word in self._words.glue and token.word not in {"i", "account", "public", "ip", "region", "value"}:
                continue
            weight = self._weights.get(token.word, 1.2 if anchored else 6.0) * place
            if token.word in self._words.modifiers:
                weight *= 0.15
            elif self._in_a_names_place(tokens, index):
                weight *= 0.2
                named = True
            elif token.word not in self._weights:
                if index and tokens[index - 1].word in self._weights and not self._is_glue(tokens[index - 1].word):
                    weight *= 0.15  # "bucket photos": a name, most likely
                    named = True
                elif place < 1:
                    weight *= 0.6
            if "with" in (token.word for token in tokens[:index]):
                weight *= 0.25  # "with failover": how, not what
            if token.word in service_words:
                weight *= 0.05
            order.setdefault(token.word, index)
            if token.said and token.said != (token.word,):
                twins[token.word] = token.said
                implied.update(token.said)
            if token.word in self._words.ports:
                twins[token.word] = ("port",)
            weights[token.word] = max(weights.get(token.word, 0.0), weight)
        return Said(
            weights,
            frozenset(plural),
            tuple(services),
            frozenset(service_words),
            named,
            order,
            twins,
            frozenset(owners),
            frozenset(implied),
        )

    def _is_glue(self, word: str) -> bool:
        return word in self._words.glue or word in PREPOSITIONS

    def _in_a_names_place(self, tokens: list[Token], index: int) -> bool:
        """Whether a word follows what it would name and ends its phrase: *table orders*."""
        word, before = tokens[index].word, tokens[index - 1].word if index else ""
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        ends = after is None or after.kind is not Kind.WORD or after.word in PREPOSITIONS or after.word in {"and"}
        thing = word in self._words.homes and (tokens[index].plural or (before, word) in self._joined)
        known = thing or word in self._words.verbs or word in ASPECTS
        if before in self._words.mains:  # "rds orders"
            return ends and not known and word not in self._own_nouns.get(before, ())
        return ends and before in self._words.homes and not tokens[index - 1].plural and not known

    def _in_order(self, form: Form, said: Said) -> bool:
        """Whether the form's nouns are said in its order: *groups of a user* are not *users of a group*."""
        if len(form.order) < 2:
            return True
        places = [said.order[noun] for noun in form.order if noun in said.order]
        return places == sorted(places)

    def _apart(self, pair: tuple[str, str], said: Said) -> bool:
        """Whether a preposition stands between two nouns that are one thing in an operation's name."""
        first, second = said.order.get(pair[0]), said.order.get(pair[1])
        if first is None or second is None or first >= second:
            return False
        return any(first < place < second for place in said.breaks)

    def find(self, clause: Clause, said: Said, limit: int = 4) -> list[Found]:
        """The operations a clause may mean, best first, one entry an operation."""
        rank = {head: 1 - _HEAD_LOSS * place for place, head in enumerate(clause.heads)}
        numbers: set[int] = set()
        for word in said.weights.keys() | said.implied:
            numbers.update(self._by_noun.get(word, ()))
        for head in clause.heads:
            if said.services or head in {"receive", "invalidate", "who"}:
                numbers.update(self._bare.get(head, ()))
        best: dict[OperationId, Found] = {}
        total = sum(said.weights.values())
        for number in numbers:
            form = self._forms[number]
            if (head_score := rank.get(form.head)) is None:
                continue
            found = self._score(form, self._own[number], head_score, said, total)
            if found.score > 0.4 and (form.id not in best or best[form.id].score < found.score):
                best[form.id] = found
        return sorted(best.values(), key=lambda found: (-found.score, found.id))[:limit]

    def _score(self, form: Form, own: float, head_score: float, said: Said, total: float) -> Found:
        matched = form.nouns & (said.weights.keys() | said.implied)
        # What the service's own name says need not be said again ("logs" in DescribeLogGroups of logs).
        given = sum(self._value(noun) for noun in matched)
        recall = given / own if own else 1.0
        own_name = form.id.service.split("-")
        called = all(word in said.weights for word in own_name)
        explained = sum(
            weight
            for word, weight in said.weights.items()
            if word in matched or matched.intersection(said.twins.get(word, ())) or (called and word in own_name)
        )
        precision = explained / total if total else 1.0
        score = head_score * (0.55 * recall + 0.45 * precision)
        service = form.id.service
        if said.services:
            # A further form may name another service's thing: the logs of a lambda function.
            foreign = not form.native and bool(form.nouns & said.service_words)
            score *= 1.0 if service in said.services or foreign else 0.3
            if service in said.services[1:]:
                score *= 0.96
        elif called or service in said.owners:
            pass
        elif service in self._words.rare:
            score *= 0.72
        elif service not in self._words.popular:
            score *= 0.9
        if 2 * len(matched) < len(form.nouns) and not said.services:
            score *= 0.85  # one rare word out of three is no name
        homes = {home for noun in matched for home in self._words.homes.get(noun, ())}
        if form.head in _MAKING and form.last in said.existing and form.last not in said.weights:
            score *= 0.3  # "launch … from ami-1" makes no image
        if any(said.order.get(first, -9) == said.order.get(second, -7) + 1 for first, second in form.joined):
            score *= 0.75  # "the queue jobs" is no job queue
        if any(self._apart(pair, said) for pair in form.joined):
            score *= 0.8  # "users in the pool" are no user pool
        if service in homes:
            score *= 1.06 if not said.services else 1.02
        if not form.native:
            score *= 1.01 if self._in_order(form, said) else 0.96
        if form.head in _COLLECTION and form.last in matched:
            if form.plural:
                score *= 1.03 if form.last in said.plural else (0.98 if said.named else 1.0)
            else:
                score *= 0.93 if form.last in said.plural and not said.named else (1.03 if said.named else 0.985)
        named = called or service in said.services or service in said.owners
        return Found(form.id, score, matched, named, not form.native)


def reads(clause: Clause) -> bool:
    """Whether a clause can only ask for a read."""
    return clause.mood is not Mood.ORDER or (bool(clause.heads) and clause.heads[0] in READ_HEADS)
