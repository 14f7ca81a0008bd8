"""Raw values in the type of a parameter's shape, and what a parameter's name says. Refuses values that do not fit."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import assert_never

from app.aws.recogniser.text import NUMBER_WORDS, Kind, Token
from app.aws.search.words import name_words
from app.domain.aws import ParameterShape, ShapeKind

SUFFIXES = frozenset({"name", "identifier", "id", "arn", "url", "uri"})
# What people call a thing -> the words that the parameter for its name has instead.
SYNONYMS: Mapping[str, tuple[set[str], ...]] = {
    "database": ({"db", "instance"}, {"database"}),
    "file": ({"key"}, {"object"}, {"file"}),
    "object": ({"key"}, {"object"}),
    "prefix": ({"prefix"},),
    "repository": ({"repository"},),
    "zone": ({"hosted", "zone"},),
    "group": ({"group"}, {"log", "group"}, {"auto", "scaling", "group"}, {"target", "group"}),
    "snapshot": ({"snapshot"}, {"db", "snapshot"}),
    "cluster": ({"cluster"}, {"db", "cluster"}, {"cache", "cluster"}),
    "key": ({"key"},),
    "certificate": ({"domain"}, {"certificate"}),
    "table": ({"table"}, {"source", "table"}),
    "balancer": ({"load", "balancer"}, {"balancer"}),
    "machine": ({"state", "machine"},),
    "pair": ({"key"}, {"key", "pair"}),
    "pool": ({"user", "pool"},),
    "profile": ({"instance", "profile"}, {"profile"}),
    "stream": ({"stream"}, {"log", "stream"}, {"delivery", "stream"}),
    "nodegroup": ({"nodegroup"},),
    "stack": ({"stack"},),
    "vault": ({"backup", "vault"}, {"vault"}),
    "plan": ({"backup", "plan"}, {"plan"}),
    "trail": ({"trail"}, set()),
    "alarm": ({"alarm"},),
    "topic": ({"topic"}, set()),
    "set": ({"permission", "set"},),
    "bus": ({"event", "bus"}, {"bus"}),
}
_NAMED_BY_ID = frozenset({"SecretId", "CacheClusterId", "ReplicationGroupId"})
_NO_IDENTIFIER = frozenset({"nexttoken", "maxresults", "marker", "description", "clientrequesttoken", "clienttoken"})


def squashed(name: str) -> str:
    """A name without case and signs."""
    return re.sub(r"[^a-z0-9]", "", name.casefold())


def name_suffix(name: str) -> str:
    """What a parameter's name ends in, of :data:`SUFFIXES`, or an empty text."""
    parts = name_words(name)
    return parts[-1] if parts and parts[-1] in SUFFIXES else ""


def name_core(name: str) -> set[str]:
    """The words of a parameter's name without what it ends in."""
    parts = list(name_words(name))
    while parts and parts[-1] in SUFFIXES:
        parts.pop()
    return set(parts)


def number_of(token: Token) -> int | None:
    """The whole number a token says, or ``None``."""
    if token.kind is Kind.WORD:
        return NUMBER_WORDS.get(token.word)
    if token.kind in {Kind.NUMBER, Kind.SIZE} and re.fullmatch(r"-?\d+", token.raw.removesuffix("%")):
        return int(token.raw.removesuffix("%"))
    return None


def fitted(shape: ParameterShape, raw: object) -> object:
    """``raw`` in the shape's own type, or ``None`` where it does not fit."""
    match shape.kind:
        case ShapeKind.STRING:
            return _fitted_text(shape, raw)
        case ShapeKind.INTEGER | ShapeKind.FLOAT:
            return _fitted_number(shape, raw)
        case ShapeKind.BOOLEAN:
            if isinstance(raw, bool):
                return raw
            return {"true": True, "false": False, "yes": True, "no": False}.get(str(raw).casefold())
        case ShapeKind.LIST:
            return _fitted_list(shape, raw)
        case ShapeKind.STRUCTURE | ShapeKind.MAP | ShapeKind.DOCUMENT:
            value = _from_json(raw) if isinstance(raw, str) else raw
            if isinstance(value, dict) and shape.kind is ShapeKind.STRUCTURE and not shape.recursive:
                known = {member.name for member in shape.members}
                return value if known >= value.keys() else None
            return value if isinstance(value, dict) or shape.kind is ShapeKind.DOCUMENT else None
        case ShapeKind.TIMESTAMP | ShapeKind.BLOB:
            return raw if isinstance(raw, str) and raw else None
        case _:
            assert_never(shape.kind)


def _fitted_text(shape: ParameterShape, raw: object) -> str | None:
    if isinstance(raw, bool) or not isinstance(raw, (str, int)):
        return None
    text = str(raw)
    if shape.enum:
        plain = squashed(text)
        return next((choice for choice in shape.enum if choice == text), None) or next(
            (choice for choice in shape.enum if squashed(choice) == plain and plain), None
        )
    if shape.minimum is not None and len(text) < shape.minimum:
        return None
    if shape.maximum is not None and len(text) > shape.maximum:
        return None
    if text.startswith("arn:"):
        return text  # AWS widens its patterns of ARNs more often than its models say
    if shape.pattern is not None and not _matches(shape.pattern, text):
        return None
    return text or None


def _matches(pattern: str, text: str) -> bool:
    if len(text) > 256:
        return True  # AWS's patterns are not written against hostile input; AWS itself will judge a text this long
    try:
        return re.search(rf"^(?:{pattern})$", text) is not None
    except re.error:
        return True  # written in Java's dialect: AWS will judge


def _fitted_number(shape: ParameterShape, raw: object) -> int | float | None:
    if isinstance(raw, bool):
        return None
    try:
        number = float(str(raw))
    except ValueError:
        return None
    if shape.minimum is not None and number < shape.minimum:
        return None
    if shape.maximum is not None and number > shape.maximum:
        return None
    if shape.kind is ShapeKind.INTEGER:
        return int(number) if number == int(number) else None
    return number


def _fitted_list(shape: ParameterShape, raw: object) -> list[object] | None:
    if isinstance(raw, str) and raw.lstrip().startswith("["):
        raw = _from_json(raw)
    items: Iterable[object] = raw if isinstance(raw, list) else str(raw).split(",") if isinstance(raw, str) else [raw]
    assert shape.element is not None
    values: list[object] = []
    for item in items:
        value = fitted(shape.element, item)
        if value is None:
            return None
        if value not in values:
            values.append(value)
    if shape.minimum is not None and len(values) < shape.minimum:
        return None
    return values or None


def _from_json(text: str) -> object:
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value


def takes_name(shape: ParameterShape) -> bool:
    """Whether a parameter is where a thing's name goes: a text, and not an id or an address that AWS gives."""
    element = shape.element if shape.kind is ShapeKind.LIST else shape
    if element is None or element.kind is not ShapeKind.STRING or shape.idempotency_token:
        return False
    if squashed(shape.name) in _NO_IDENTIFIER:
        return False
    suffix = name_suffix(shape.name)
    return suffix not in {"arn", "url", "uri", "id"} or shape.name in _NAMED_BY_ID
