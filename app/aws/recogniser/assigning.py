"""Values to parameters by a score of each pair: what the value is, the words beside it, the API's own model.

Every value of the clause is scored against every free slot of the operation, and the best pairs are taken first.
Refuses a value whose kind a slot cannot hold, and two values for one place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.aws.recogniser.beside import Beside, beside
from app.aws.recogniser.filling import Filling
from app.aws.recogniser.fitting import SUFFIXES, fitted, squashed
from app.aws.recogniser.meanings import TEXTS, WORDS_OF_KIND
from app.aws.recogniser.slots import Slot, at, placed, slots
from app.aws.recogniser.text import Kind, Token, id_prefix
from app.aws.search.words import name_words
from app.domain.aws import Risk, ShapeKind

_ENOUGH = 2.0
_ENOUGH_REQUIRED = 1.2
_FROM = frozenset({"from", "off", "out"})
_TO = frozenset({"to", "into", "onto", "as", "becoming"})
_BEGINNING = frozenset({"beginning", "starting", "prefixed", "under", "prefix", "matching", "like"})
_PREPOSITIONS = frozenset({"from", "to", "for", "by", "in", "of", "on", "with"})
_NAMING = frozenset({"as", "called", "named", "into"})
_AT = frozenset(
    {"in", "on", "of", "for", "under", "inside", "within", "from", "to", "onto", "into", "with", "by", "at"}
)
_SOURCE = frozenset({"source", "src", "from", "original"})
_TARGET = frozenset({"target", "destination", "dest", "new", "to"})
_HOLDERS = frozenset({"cluster", "bucket", "database", "pool", "table", "domain", "repository", "workgroup", "bus"})
_SILENT = frozenset({"token", "marker", "nexttoken", "maxresults", "clienttoken", "clientrequesttoken", "dryrun"})
_NAMES = frozenset({Kind.NAME, Kind.QUOTED, Kind.DOMAIN, Kind.PATH, Kind.EMAIL, Kind.WORD, Kind.NUMBER})
_TAKEN = frozenset({Kind.BREAK, Kind.COMMA, Kind.PAIR, Kind.FLAG, Kind.REGION, Kind.JSON, Kind.SIZE, Kind.DATE})
_MADE_ID = re.compile(
    r"(?=[A-Z]*\d)[A-Z0-9]{8,}|[a-z]{1,12}-[0-9a-f]{8,}|(?=(?:\D*\d){2})(?=\D*[A-Za-z]|\d+[A-Za-z])[A-Za-z0-9]{7,}|[a-z]{1,3}-[A-Z0-9]{6,}|[a-z]{2}(?:-[a-z]+)+-\d_\w{6,}"
    r"|[a-z]{2}(?:-[a-z]+)+-\d:[0-9a-f-]{36}|[a-z]{1,4}-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[a-z0-9]{26}"
)
_REVISION = re.compile(r"[\w-]{1,255}:\d{1,6}")
_VERSION = re.compile(r"v?\d{1,4}(?:\.\d{1,4}){1,3}(?:-[\w.-]{1,40})?|[A-Z][a-z]+[A-Za-z]*_\d+(?:\.\d+)+")
_VALUES = frozenset({"password", "value", "secret", "string", "description", "content", "expression"})
_ANY_ARN = frozenset({"resource", "target", "source", "destination", "endpoint", "principal", "event"})
_ARN_THINGS = {"s3": "bucket", "sns": "topic", "sqs": "queue", "kinesis": "stream", "targetgroup": "target group",
               "loadbalancer": "load balancer", "stateMachine": "state machine", "db": "db instance database",
               "cluster": "cluster db", "log-group": "log group", "mfa": "serial number mfa",
               "elasticloadbalancing": "load balancer", "lambda": "function", "dynamodb": "table",
               "secret": "secret", "key": "key", "repository": "repository"}  # fmt: skip


@dataclass(slots=True)
class Assigning:
    """One filling, its slots and its values with what stands beside each."""

    filling: Filling
    slots: tuple[Slot, ...]
    own: frozenset[str]
    aim: frozenset[str]  # what the operation's name says behind a preposition: the group of RemoveUserFromGroup
    main: frozenset[str]  # what the service's name stands for
    mentions: list[Beside]
    made: frozenset[str]  # what the operation is about: the snapshot of CreateDBSnapshot
    head: str = ""  # the last word of that
    renamed: bool = False  # something is made *as* another name
    moved: bool = False  # something becomes another, or another one
    cores: frozenset[frozenset[str]] = frozenset()  # what the slots are for, without source and target

    def pairs(self) -> Iterator[tuple[float, int, int, Beside, Slot]]:
        """Every pair that is likely enough, with its score."""
        for mention in self.mentions:
            for order, slot in enumerate(self.slots):
                if not self.free(slot):
                    continue
                score = self.score(mention, slot)
                needed = slot.path[0] in self.filling.operation.required and (slot.depth == 0 or score >= 1.3)
                if score >= (_ENOUGH_REQUIRED if needed and mention.sure else _ENOUGH):
                    yield -score, mention.place, order, mention, slot

    def free(self, slot: Slot) -> bool:
        """Whether nothing stands there yet."""
        top = self.filling.values.get(slot.path[0])
        if slot.depth == 0:
            return top is None
        return (top is None or isinstance(top, dict | list)) and at(self.filling.values, slot.path) is None

    def score(self, mention: Beside, slot: Slot) -> float:
        """How likely the value is meant for the slot; below zero where it cannot be."""
        kind = self._kind(mention, slot)
        if kind is None:
            return -1.0
        words = self._words(mention, slot)
        if mention.token.kind is Kind.ARN and slot.suffix != "arn":
            words = min(words, 1.0)
        if slot.depth and words < 2.0 and not (kind >= 2.5 and slot.path[0] in self.filling.operation.required):
            return -1.0
        value = kind + words + self._role(mention, slot)
        value += 0.6 if slot.required and slot.depth == 0 else 0.0
        if mention.token.kind is Kind.WORD:
            value -= 0.7 if mention.sure else 1.4
        return value - 1.2 * slot.depth

    def fits(self, mention: Beside, slot: Slot) -> bool:
        """Whether the value can stand in the slot at all."""
        return self._kind(mention, slot) is not None

    def _words(self, mention: Beside, slot: Slot) -> float:
        score, matched = 0.0, set()
        kind = self.filling.words.kinds.get(f"{self.filling.operation.id.service}:{slot.path[0]}", "")
        if (
            mention.near
            and slot.depth == 0
            and mention.near[0] in kind.split("-")
            and mention.near[0] not in slot.wanted
        ):
            score += 2.0
        for weights, words in (((3.4, 1.5, 1.0), mention.near), ((2.2, 1.0, 0.6), mention.after)):
            for weight, word in zip(weights, words, strict=False):
                if word in slot.wanted:
                    score += weight
                    matched.add(word)
        if not mention.near and mention.link not in {"of", "for", "on"}:
            for weight, word in zip((1.6, 0.8, 0.5), mention.far, strict=False):
                if word in slot.wanted:
                    score += weight
                    matched.add(word)
        elif (
            mention.near
            and score == 0.0
            and mention.near[0] in self.filling.words.homes
            and mention.token.kind in _NAMES
        ):
            score -= 1.5  # it is the name of something else
        head = next((word for word in reversed(slot.words) if word not in SUFFIXES), "")
        first = (mention.near or mention.after or ("",))[0]
        if (
            mention.token.kind in _NAMES
            and first in slot.core
            and first != head
            and head not in matched
            and head not in mention.far
        ):
            score -= 3.0  # a user is no user pool
        if mention.far[:1] and mention.far[0] in _BEGINNING and "prefix" in slot.words:
            score += 2.0
        if slot.core and score > 0 and slot.core <= matched | set(mention.near) | set(mention.far) | set(mention.after):
            score += 1.0
        if slot.suffix in {"name", "identifier"} and mention.token.kind in _NAMES:
            score += 0.3
        return score

    def _role(self, mention: Beside, slot: Slot) -> float:
        words, link, score = set(slot.words), mention.link, 0.0
        own = (slot.core - _SOURCE - _TARGET <= self.own) if slot.core else slot.suffix != ""
        if link in {"to", "is"} and slot.words[-1] in _VALUES and slot.depth == 0:
            score += 1.5
        if link == "of" and words & _SOURCE:
            score += 3.0 if slot.core - _SOURCE in self.cores else 1.5
        elif self.moved and not link and not mention.near and words & _SOURCE and slot.core - _SOURCE in self.cores:
            score += 2.5  # "restore a to b": a is the source
        elif link in _FROM:
            score += 2.0 if words & _SOURCE else -1.0 if words & _TARGET else 0.0
        elif link in _TO and mention.token.kind is not Kind.ARN:
            score += 2.0 if words & _TARGET else -1.0 if words & _SOURCE else 0.0
        elif words & _TARGET and not mention.near:
            score -= 0.6
        unnamed = not mention.near or mention.strange
        if unnamed and mention.token.kind in _NAMES:
            score += self._unnamed(mention, slot)
        made = self.head in slot.core
        if slot.core == self.made:
            score += 0.4
        if self.renamed and mention.token.kind in _NAMES and made != (link in _NAMING):
            score -= 2.5  # "snapshot x as y": y is the snapshot
        if own and link in {"for", "of"} and mention.far and mention.far[0] in slot.core:
            score -= 1.0  # "snapshots of x": x is no snapshot
        elif own:
            score += 1.2 if slot.suffix or slot.required else 0.4
            if link in _NAMING and not mention.near:
                score += 1.0
            elif link in _AT and not mention.near:
                score -= 0.4
        elif link in _AT and not mention.near and slot.required:
            score += 0.7
        return score

    def _unnamed(self, mention: Beside, slot: Slot) -> float:
        """How likely a name that no noun explains is meant for the slot."""
        score = 0.0
        parts = set(re.split(r"[-_./]", mention.token.raw.casefold()))
        parts |= {"cluster"} if parts & {"ecs", "eks", "k8s"} else set()
        if parts & slot.core & self.filling.words.homes.keys():
            score += 1.3
        elsewhere = mention.link in _AT or mention.link == "off"
        if slot.depth == 0 and self.aim and slot.core:
            if slot.core <= self.aim:
                score += 1.5 if elsewhere or mention.link == "out" else -0.5
            elif slot.core <= self.own and not elsewhere:
                score += 0.5
        if not elsewhere and not mention.link and slot.depth == 0 and slot.core <= self.own:
            score += 0.4
        if (
            slot.depth == 0
            and not self.aim
            and self.main & slot.wanted
            and slot.suffix in {"name", "identifier", "id"}
            and (
                not slot.core & {"snapshot", "parameter", "subnet", "option", "final", "replica", "role", "group"}
                or slot.required
            )
        ):
            score += 2.0 if elsewhere else 1.0
        elif slot.depth == 0 and elsewhere and not slot.suffix and slot.core & _HOLDERS:
            score += 1.0
        return score

    def _kind(self, mention: Beside, slot: Slot) -> float | None:
        """How well the kind of the value suits the slot, or ``None`` where it cannot stand there."""
        token, shape, words = mention.token, slot.shape, set(slot.words)
        if shape.enum or shape.idempotency_token or squashed(shape.name) in _SILENT or "token" in words:
            asked = "token" in mention.near[:1] or slot.required
            paging = slot.words[-1:] in {("token",), ("marker",)} or squashed(shape.name) in _SILENT
            if shape.enum or ((paging or shape.idempotency_token) and not asked):
                return None
        looked = self.looked_up(slot)
        base = 0.0
        match token.kind:
            case Kind.ID:
                base_or_none = self._id(token, slot)
                if base_or_none is None:
                    return None
                base = base_or_none
            case Kind.ARN:
                base_or_none = self._arn(token, slot)
                if base_or_none is None:
                    return None
                base = base_or_none
            case Kind.INSTANCE_TYPE | Kind.ZONE | Kind.CIDR | Kind.IP | Kind.EMAIL | Kind.URL | Kind.S3_URI:
                if not words & WORDS_OF_KIND[token.kind] or (token.kind is Kind.EMAIL and slot.suffix in {"id", "arn"}):
                    return None
                base = 2.5
            case Kind.NUMBER:
                if _VERSION.fullmatch(token.raw) and "version" in words:
                    pass
                elif not (
                    words & set(mention.near[:1] + mention.far[:1])
                    or (len(token.raw) == 12 and words & {"account", "owner"})
                ):
                    return None
                base = 2.0 if len(token.raw) == 12 and words & {"account", "owner"} else 0.0
            case Kind.PATH:
                base = 1.5 if words & {"path", "prefix", "log", "device", "file", "directory"} else 0.5
            case Kind.DOMAIN:
                base = 2.0 if words & {"domain", "host", "dns"} else 0.3
            case _:
                pass
        if token.kind in _NAMES:
            if slot.suffix == "arn" and not looked:
                return None
            if slot.suffix in {"url", "uri"} and not looked:
                return None
            if looked and not _MADE_ID.fullmatch(token.raw):
                return base + 0.6  # the account is asked for its id
            spaced = " " in token.raw
            if _REVISION.fullmatch(token.raw) and "definition" in self.filling.spoken:
                base += 3.0 if "definition" in words else -2.0
            if _VERSION.fullmatch(token.raw):
                base += 3.0 if "version" in words else -4.0 if "version" in self.filling.spoken else 0.0
            if words & TEXTS and token.kind is Kind.QUOTED and not slot.suffix:
                base += 2.0 if spaced else 0.8
            elif spaced:
                base -= 1.5
            if self.filling.operation.id.service == "ec2" and slot.suffix == "id" and token.kind is not Kind.NUMBER:
                return None
        raw: object = [token.raw] if slot.many else token.raw
        if fitted(shape, raw[0] if isinstance(raw, list) else self.filling.plain(shape.name, token)) is None:
            return None
        return base + (1.0 if slot.strict and token.kind in {Kind.NAME, Kind.QUOTED} else 0.0)

    def looked_up(self, slot: Slot) -> bool:
        """Whether the account is asked for the slot's ids by name."""
        if slot.depth or not (
            slot.required or slot.path[0] in self.filling.words.needs.get(str(self.filling.operation.id), ())
        ):
            return False
        return f"{self.filling.operation.id.service}:{slot.path[0]}" in self.filling.words.kinds

    def _id(self, token: Token, slot: Slot) -> float | None:
        prefix = id_prefix(token.raw.casefold(), self.filling.words)
        core = slot.core
        if prefix:
            for rank, noun in enumerate(self.filling.words.ids[prefix]):
                noun_words = set(name_words(noun))
                if core == noun_words:
                    return 4.0 - 0.3 * rank
                if noun_words <= core:
                    return 3.0 - 0.3 * rank
            if core & {"resource"} or slot.path[0] == "Target":
                return 2.0
            return None
        if core & {"key"} or slot.suffix in {"id", "identifier"}:
            return 2.0
        return None if slot.suffix in {"name", "arn", "url"} else 0.0

    def _arn(self, token: Token, slot: Slot) -> float | None:
        _, _, service, _, _, resource = token.raw.split(":", 5)
        parts = re.split(r"[/:]", resource, maxsplit=1)
        kind = parts[0] if len(parts) > 1 else ""
        things = set(_ARN_THINGS.get(kind, "").split()) | set(name_words(kind[:1].upper() + kind[1:]))
        if service == "sns" and len(parts) > 1 and resource.count(":") == 1:
            things.add("subscription")
        things |= set(_ARN_THINGS.get(service, "").split()) if not kind or service == "lambda" else set()
        alike = things & slot.core
        if slot.suffix == "arn":
            if alike or not slot.core or slot.core & _ANY_ARN:
                return 2.0 + (2.0 if alike and slot.core <= things else 1.0 if alike else 0.0)
            return 0.7 if slot.required else 0.0
        if slot.suffix in {"id", "identifier", "name", ""} and alike:
            return (2.0 if slot.core <= things else 1.2) - (1.5 if slot.many else 0.0)
        if slot.core & {"resource", "target", "endpoint", "serial"}:
            return 1.8
        return None


def assign(filling: Filling) -> dict[str, list[Token]]:
    """Gives the clause's values to the slots they are meant for; what must be looked up by name is returned."""
    own = frozenset(name_words(filling.operation.id.operation)[1:]) | filling.nouns
    words = name_words(filling.operation.id.operation)[1:]
    split = next((place for place, word in enumerate(words) if word in _PREPOSITIONS), len(words))
    mains = filling.words.mains.get(filling.operation.id.service, "").split()
    texts = tuple(
        slot
        for slot in slots(filling.operation)
        if slot.shape.kind is ShapeKind.STRING and not (slot.depth and "tag" in slot.path[0].casefold())
    )
    mentions = [m for m in beside(filling) if m.token.kind not in _TAKEN]
    heard = frozenset(word for slot in texts for word in slot.wanted)
    for mention in mentions:
        mention.strange = not heard & set(mention.near)
    head = words[split - 1] if split else ""
    renamed = any(mention.link == "as" and not mention.near for mention in mentions)
    moved = any(mention.link in {"as", "to", "into"} and not mention.near for mention in mentions)
    task = Assigning(
        filling,
        texts,
        own,
        frozenset(words[split + 1 :]),
        frozenset(mains),
        mentions,
        frozenset(words[:split]),
        head,
        renamed,
        moved,
        frozenset(slot.core - _TARGET for slot in texts if slot.depth == 0 and not slot.core & _SOURCE),
    )
    asked: dict[str, list[Token]] = {}
    given: dict[tuple[str, ...], tuple[Slot, list[Beside]]] = {}
    done: set[int] = set()
    rivals: list[tuple[Beside, list[Beside]]] = []
    for _, _, _, mention, slot in sorted(task.pairs(), key=lambda pair: pair[:3]):
        if mention.place in done:
            continue
        if slot.path in given:
            others = given[slot.path][1]
            if mention.token.raw in {other.token.raw for other in others}:
                done.add(mention.place)
                mention.token.used = True
            elif slot.many and _together(mention, others):
                others.append(mention)
                done.add(mention.place)
            elif not slot.many and mention.row >= 0 and mention.row in {other.row for other in others}:
                rivals.append((mention, others))
            continue
        given[slot.path] = (slot, [mention])
        done.add(mention.place)
    _last(task, given, done)
    if filling.operation.classification.risk is Risk.DESTRUCTIVE:
        for mention in mentions:  # a word that may be a name and went nowhere: the call may not be the one asked for
            if mention.place not in done and mention.token.kind is Kind.WORD and mention.sure and not mention.near:
                mention.token.kind = Kind.NAME
    for mention, others in rivals:
        if mention.place not in done and not mention.loose:
            others.append(mention)  # no place of its own
            done.add(mention.place)
    for slot, chosen in given.values():
        chosen.sort(key=lambda mention: mention.place)
        looked = task.looked_up(slot)
        plain = [m for m in chosen if m.token.kind in _NAMES and not _MADE_ID.fullmatch(m.token.raw)]
        if looked and plain:
            asked[slot.path[0]] = [m.token for m in plain]
            for m in chosen:
                m.token.used = True
            continue
        if len(chosen) > 1 and not slot.many:
            for m in chosen:  # two values for one place: which is meant is not for Baton to guess
                m.token.used = True
            continue
        _give(filling, slot, [m.token for m in chosen])
    return asked


def _last(task: Assigning, given: dict[tuple[str, ...], tuple[Slot, list[Beside]]], done: set[int]) -> None:
    """The only name left goes to the only required name left."""
    free = [s for s in task.slots if s.required and s.depth == 0 and s.path not in given and task.free(s)]
    free = [s for s in free if not s.shape.enum and s.suffix in {"name", "identifier", "id", ""} and s.core - {"name"}]
    left = [m for m in task.mentions if m.place not in done and m.token.kind in _NAMES and m.sure]
    if len(free) != 1 or len(left) != 1 or left[0].token.kind is Kind.NUMBER:
        return
    foreign = left[0].near and left[0].near[0] in task.filling.words.homes
    if task.fits(left[0], free[0]) and not foreign:
        given[free[0].path] = (free[0], [left[0]])
        done.add(left[0].place)


def _together(mention: Beside, others: list[Beside]) -> bool:
    row = mention.row >= 0 and mention.row in {other.row for other in others}
    return row or (mention.token.kind is others[0].token.kind and mention.token.kind not in _NAMES)


def _give(filling: Filling, slot: Slot, tokens: list[Token]) -> None:
    if slot.depth == 0:
        raw: object = [t.raw for t in tokens] if slot.many else filling.plain(slot.path[0], tokens[0])
        done = filling.put(slot.path[0], raw)
    else:
        values = [fitted(slot.shape, token.raw) for token in tokens]
        done = all(value is not None for value in values)
        if done:
            placed(filling.values, slot.path, values if slot.many else values[0])
    for token in tokens:
        token.used = token.used or done
