"""Parameters that no general rule can write: nested structures and defaults of the daily operations, and tags.

One function an operation, in tables by field (``compositions_store``, ``…_run``, ``…_ec2``, ``…_measure``); each
takes a :class:`Filling` before the general filling and uses up the tokens it understood.
Refuses to guess a value not said.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise

from app.aws.recogniser.compositions_ec2 import EC2
from app.aws.recogniser.compositions_measure import MEASURE
from app.aws.recogniser.compositions_run import RUN
from app.aws.recogniser.compositions_store import STORE
from app.aws.recogniser.filling import Filling
from app.aws.recogniser.fitting import squashed
from app.aws.recogniser.qualifying import qualify
from app.aws.recogniser.text import Kind, Token
from app.aws.search.words import name_words
from app.domain.aws import ParameterShape, ShapeKind

_TABLE: Mapping[str, Callable[[Filling], None]] = {**EC2, **MEASURE, **RUN, **STORE}


def compose(filling: Filling) -> None:
    """Fill what the operation's own function understands, then tags, limits, switches and states."""
    special = _TABLE.get(str(filling.operation.id))
    if special is not None:
        special(filling)
    _region_from(filling)
    _engine(filling)
    _stored(filling)
    _texts(filling)
    tags(filling)
    qualify(filling)


def _region_from(filling: Filling) -> None:
    """``copy ami-1 from us-east-1 to tokyo``: the region that the source is in."""
    for before, token in pairwise(filling.tokens):
        if token.kind is Kind.REGION and before.word in {"from", "of"} and filling.put("SourceRegion", token.raw):
            token.used = True


_BUCKETS = frozenset({"bucket", "s3bucket", "bucketname", "s3bucketname"})
_OBJECTS = frozenset({"key", "name", "s3key", "objectkey", "s3objectkey", "s3prefix", "prefix"})


def _stored(filling: Filling) -> None:
    """``s3://scans/a.png``: the bucket and the key of a structure that takes both."""
    for _, token in filling.free(Kind.S3_URI):
        bucket, _, key = token.raw.removeprefix("s3://").partition("/")
        for shape in filling.operation.parameters:
            if shape.kind is ShapeKind.STRUCTURE and shape.name not in filling.values:
                value = _stored_in(shape, bucket, key, 2)
                if value is not None and filling.put(shape.name, value):
                    token.used = True
                    break


def _stored_in(shape: ParameterShape, bucket: str, key: str, depth: int) -> dict[str, object] | None:
    names = {squashed(member.name): member.name for member in shape.members if member.kind is ShapeKind.STRING}
    holder = next((names[name] for name in names if name in _BUCKETS), None)
    thing = next((names[name] for name in names if name in _OBJECTS), None)
    if holder is not None and thing is not None and key:
        return {holder: bucket, thing: key}
    for member in shape.members if depth and not shape.recursive else ():
        if member.kind is ShapeKind.STRUCTURE and (found := _stored_in(member, bucket, key, depth - 1)) is not None:
            return {member.name: found}
    return None


def _engine(filling: Filling) -> None:
    """``redis cluster x``, ``a postgres database``: what runs in it; of a service that has but one, that one."""
    shape = filling.shape("Engine")
    if shape is None or "Engine" in filling.values:
        return
    for token in filling.tokens:
        for word in (token.raw.casefold(), token.word, *token.said):
            if word in _ENGINES and not token.used and filling.put("Engine", _ENGINES[word]):
                token.used = token.kind in {Kind.WORD, Kind.NAME}
                return
    service = filling.operation.id.service
    if shape.required and service in {"docdb", "neptune"}:
        filling.put("Engine", service)


_ENGINES = {"postgresql": "postgres", "postgres": "postgres", "pg": "postgres", "mysql": "mysql", "mariadb": "mariadb",
            "redis": "redis", "aurora-mysql": "aurora-mysql", "aurora-postgresql": "aurora-postgresql",
            "aurora-postgres": "aurora-postgresql", "memcached": "memcached", "valkey": "valkey"}  # fmt: skip
_TEXTS = {"reason": "reason", "because": "reason", "description": "description", "desc": "description",
          "described": "description", "message": "message", "comment": "comment", "subject": "subject",
          "note": "note", "cause": "cause"}  # fmt: skip


def _texts(filling: Filling) -> None:
    """``reason: memory leak``: plain words up to the next comma, for a parameter of that name."""
    tokens = filling.tokens
    for place, token in enumerate(tokens):
        wanted = _TEXTS.get(token.word) if token.kind is Kind.WORD and not token.used else None
        shape = next((s for s in filling.operation.parameters if wanted and name_words(s.name)[-1:] == (wanted,)), None)
        if shape is None or shape.enum or shape.name in filling.values:
            continue
        start = place + 1
        led = False
        while start < len(tokens) and (
            tokens[start].kind is Kind.COMMA
            or tokens[start].raw == ":"
            or tokens[start].word in {"is", "as", "a", "of"}
        ):
            led = led or tokens[start].kind in {Kind.COMMA, Kind.BREAK} or tokens[start].word in {"is", "as"}
            start += 1
        end = start
        while (
            end < len(tokens)
            and tokens[end].kind in {Kind.WORD, Kind.NAME, Kind.NUMBER}
            and (tokens[end].word not in {"in", "for", "and", "with"})
        ):
            end += 1
        if end > start + (0 if led or token.word in {"because", "desc"} else 1) and filling.put(
            shape.name, " ".join(token.raw for token in tokens[start:end])
        ):
            for said in tokens[place:end]:
                said.used = True


def _pair_words(filling: Filling) -> None:
    """``tagged costcenter 4711``: a key and its value as two words, made one pair."""
    tokens = filling.tokens
    for place in range(len(tokens) - 2):
        key, value = tokens[place + 1], tokens[place + 2]
        if tokens[place].word in {"tagged", "tag"} and not key.used and not value.used:
            plain = {Kind.WORD, Kind.NAME, Kind.QUOTED}
            if key.kind in plain and value.kind in plain | {Kind.NUMBER} and key.word not in filling.words.glue:
                if value.word in filling.words.glue or value.word in {"off", "from", "on", "in", "to"} or value.plural:
                    continue
                key.used = True
                value.kind, value.key = Kind.PAIR, key.raw
                return


def tags(filling: Filling) -> None:
    """``with tag env=prod`` and ``tagged env=prod``, in whichever of the shapes of tags the operation takes."""
    known = {squashed(shape.name) for shape in filling.operation.parameters}
    shaped = [filling.shape(name) for name in ("Tags", "tags", "TagSet", "TagList", "TagFilters", "TagKeys", "tagKeys")]
    if any(shaped):
        _pair_words(filling)
    pairs = [token for _, token in filling.free(Kind.PAIR) if squashed(token.key) not in known]
    stacked = [{"ParameterKey": token.key, "ParameterValue": token.raw} for token in pairs]
    if pairs and not filling.has_any("tag", "tagged") and filling.put("Parameters", stacked):
        for token in pairs:
            token.used = True
        pairs = []
    if pairs and filling.put("TagFilters", [{"Key": token.key, "Values": [token.raw]} for token in pairs]):
        for token in pairs:
            token.used = True
    for name in ("Tags", "tags", "TagSet", "TagList"):
        shape = filling.shape(name)
        if shape is None or not pairs or name in filling.values:
            continue
        value = _tag_value(shape, pairs)
        if value is not None and filling.put(name, value):
            for token in pairs:
                token.used = True
    names = filling.shape("TagKeys") or filling.shape("tagKeys")
    if names is not None and names.name not in filling.values:
        keys = [token for _, token in filling.free(Kind.PAIR)]
        single = filling.after("tag", "key")
        raws = [pair.key for pair in keys] or ([single.raw] if single is not None else [])
        if raws and filling.put(names.name, raws):
            for used in [*keys, *([single] if single is not None else [])]:
                used.used = True


def _tag_value(shape: ParameterShape, pairs: list[Token]) -> object:
    if shape.kind is ShapeKind.MAP:
        return {token.key.removeprefix("tag:"): token.raw for token in pairs}
    if shape.kind is ShapeKind.LIST and shape.element is not None:
        members = {member.name.casefold(): member.name for member in shape.element.members}
        key = members.get("key") or members.get("tagkey")
        value = members.get("value") or members.get("tagvalue")
        if key and value:
            return [{key: token.key.removeprefix("tag:"), value: token.raw} for token in pairs]
    return None
