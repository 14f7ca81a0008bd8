"""What is wrong with an operation's parameters, in sentences. Refuses to repeat a value that AWS marks as sensitive.

Stricter than botocore, which leaves enumerations, patterns and upper bounds to AWS: a fault is better told before the
person is asked. What Baton's copy of the model cannot know (an instance type of next week) is left to AWS all the same.
"""

from __future__ import annotations

import base64
import binascii
import difflib
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, cast

from app.aws.search.words import squashed
from app.domain.aws import GROWING_ENUM, reference
from app.domain.language import marked, plural, tr
from app.domain.wording import either

if TYPE_CHECKING:
    from botocore.model import OperationModel, Shape, StructureShape

_DEEPEST = 60  # levels of nesting; JSON beyond is refused, not followed
_LONGEST_MATCHED = 1_024  # characters that a pattern is tried on
_SHOWN_CHOICES = 8
_NESTED_REPEAT = re.compile(r"[+*}]\)+[+*{]")  # may take exponential time on hostile text
_ONE_CLASS = re.compile(r"\^?\[(?:\\.|[^\]\\])+\](?:[+*]|\{[\d,]+\})?\$?")
_BUCKET = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
_KINDS = {
    "string": marked("text"),
    "integer": marked("a whole number"),
    "long": marked("a whole number"),
    "float": marked("a number"),
    "double": marked("a number"),
    "boolean": marked("true or false"),
    "list": marked("a list"),
    "map": marked("a set of names and values"),
    "structure": marked("a set of named values"),
    "timestamp": marked("a date and time as 2026-11-20T09:30:00Z"),
    "blob": marked('text, or {"base64": "…"}'),
}
_ONE = marked("one")  # where it is not known of what kind
_Unit = Literal["item", "entry", "character"]


def parameter_problems(model: OperationModel, parameters: Mapping[str, object]) -> Sequence[str]:
    """One sentence for each fault, naming the parameter by its path; empty where the parameters fit."""
    operation = f"{model.service_model.service_name}:{model.name}"
    if model.input_shape is None:
        return [
            tr("{name} is no parameter of {operation}, which takes none.", name=name, operation=operation)
            for name in parameters
        ]
    problems = list(_structure("", model.input_shape, dict(parameters), operation, 0))
    if model.service_model.service_name == "s3":
        problems += _bucket_problems(model.name, parameters.get("Bucket"))
    return list(dict.fromkeys(problems))


def _value(path: str, shape: Shape, value: object, operation: str, depth: int) -> Iterator[str]:
    from botocore.utils import is_json_value_header

    kind = shape.type_name
    if depth > _DEEPEST:
        yield tr("{path} is nested too deeply.", path=path)
    elif reference(value) is not None or is_json_value_header(shape) or getattr(shape, "is_document_type", False):
        return
    elif value is None:
        yield tr("{path} has no value; leave it out, or give {kind}.", path=path, kind=tr(_KINDS.get(kind, _ONE)))
    elif not _fits(kind, value):
        wanted = tr(_KINDS.get(kind, kind))
        if kind == "timestamp" and isinstance(value, str):
            yield tr("{path} must be {kind}.", path=path, kind=wanted)
        else:
            yield tr("{path} must be {kind}, not {given}.", path=path, kind=wanted, given=_called(value))
    elif kind == "structure":
        yield from _structure(path, shape, cast("dict[str, object]", value), operation, depth)
    elif kind == "list":
        items = cast("Sequence[object]", value)
        yield from _size(path, shape, len(items), "item")
        member = cast("Any", shape).member
        for number, item in enumerate(items):
            yield from _value(f"{path}[{number}]", member, item, operation, depth + 1)
    elif kind == "map":
        entries = cast("dict[str, object]", value)
        yield from _size(path, shape, len(entries), "entry")
        key_shape, value_shape = cast("Any", shape).key, cast("Any", shape).value
        for key, entry in entries.items():
            yield from _text(tr("The name {key!r} in {path}", key=key, path=path), key_shape, str(key))
            yield from _value(f"{path}.{key}", value_shape, entry, operation, depth + 1)
    elif kind == "blob":
        yield from _blob(path, value)
    elif kind == "string":
        text = cast("str", value)
        is_route53_id = operation.startswith("route53:") and shape.name in _ROUTE53_IDS
        yield from _text(path, shape, text.rpartition("/")[2] if is_route53_id else text)
    elif isinstance(value, (int, float)) and kind not in ("boolean", "timestamp"):
        yield from _number(path, shape, value)


def _structure(path: str, shape: Shape, value: dict[str, object], operation: str, depth: int) -> Iterator[str]:
    structure = cast("StructureShape", shape)
    members = structure.members
    for name in structure.required_members:
        token = members[name].metadata.get("idempotencyToken")
        if not token and name not in value:
            yield (
                tr("{name} is required in {path}.", name=name, path=path)
                if path
                else tr("{name} is required.", name=name)
            )
    if structure.is_tagged_union and len(value) != 1:
        yield tr("{path} must have exactly one of {choices}.", path=path, choices=_choices(list(members)))
    for name, given in value.items():
        if name not in members:
            near = _nearest(name, members)
            whole = path or operation
            yield (
                tr("{name} is no parameter of {whole}; did you mean {near}?", name=name, whole=whole, near=near)
                if near
                else tr("{name} is no parameter of {whole}.", name=name, whole=whole)
            )
            continue
        inner = f"{path}.{name}" if path else name
        location = members[name].serialization.get("location")
        if location == "uri" and given == "" and not members[name].metadata.get("min"):
            yield tr("{path} must not be empty.", path=inner)
            continue
        yield from _value(inner, members[name], given, operation, depth + 1)


def _fits(kind: str, value: object) -> bool:
    match kind:
        case "string" | "character":
            return isinstance(value, str)
        case "integer" | "long":
            return isinstance(value, int) and not isinstance(value, bool)
        case "float" | "double":
            return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)
        case "boolean":
            return isinstance(value, bool)
        case "list":
            return isinstance(value, (list, tuple))
        case "map" | "structure":
            return isinstance(value, Mapping)
        case "timestamp":
            return _is_time(value)
        case "blob":
            return isinstance(value, (str, bytes)) or (isinstance(value, Mapping) and set(value) == {"base64"})
        case _:
            return True


def _is_time(value: object) -> bool:
    if isinstance(value, datetime):
        return True
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return math.isfinite(value)
    if not isinstance(value, str):
        return False
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def _called(value: object) -> str:
    match value:
        case bool():
            return tr("true or false")
        case str():
            return tr("text")
        case int() | float():
            return tr("this number")
        case Mapping():
            return tr("a set of named values")
        case list() | tuple():
            return tr("a list")
        case _:
            return tr("this")


# Route 53 answers ids as /hostedzone/Z1, and takes them so: botocore cuts values of these shapes before it sends them.
_ROUTE53_IDS = frozenset({"ResourceId", "DelegationSetId", "ChangeId"})


def _text(path: str, shape: Shape, value: str) -> Iterator[str]:
    metadata = cast("Mapping[str, Any]", shape.metadata)
    choices = [str(choice) for choice in metadata.get("enum", ())]
    if choices:
        if value not in choices:
            near = _nearest(value, choices)
            if len(choices) < GROWING_ENUM or near:
                yield _not_chosen(path, choices, near, "" if metadata.get("sensitive") or len(value) > 40 else value)
        return
    problems = list(_size(path, shape, len(value), "character"))
    yield from problems
    pattern = metadata.get("pattern")
    if pattern and not problems and not _matches(str(pattern), value):
        yield tr("{path} does not have the form that AWS asks for: {pattern}", path=path, pattern=_short(str(pattern)))


def _not_chosen(path: str, choices: Sequence[str], near: str | None, said: str) -> str:
    told = _choices(choices)
    if said and near:
        return tr(
            "{path} must be {choices}, not {value!r}; did you mean {near}?",
            path=path,
            choices=told,
            value=said,
            near=near,
        )
    if near:
        return tr("{path} must be {choices}; did you mean {near}?", path=path, choices=told, near=near)
    if said:
        return tr("{path} must be {choices}, not {value!r}.", path=path, choices=told, value=said)
    return tr("{path} must be {choices}.", path=path, choices=told)


def _number(path: str, shape: Shape, value: float) -> Iterator[str]:
    metadata = cast("Mapping[str, Any]", shape.metadata)
    low, high = metadata.get("min"), metadata.get("max")
    if low is not None and value < low:
        yield tr("{path} must be at least {low}.", path=path, low=low)
    if high is not None and value > high:
        yield tr("{path} must be at most {high}.", path=path, high=high)


def _size(path: str, shape: Shape, size: int, unit: _Unit) -> Iterator[str]:
    metadata = cast("Mapping[str, Any]", shape.metadata)
    low, high = metadata.get("min"), metadata.get("max")
    if low and size < low:
        yield tr("{path} must not be empty.", path=path) if low == 1 else _too_few(path, low, unit)
    if high and size > high:
        yield _too_many(path, high, unit)


def _too_few(path: str, low: int, unit: _Unit) -> str:
    match unit:
        case "item":
            return plural(
                "{path} must have at least 1 item.", "{path} must have at least {count} items.", low, path=path
            )
        case "entry":
            return plural(
                "{path} must have at least 1 entry.", "{path} must have at least {count} entries.", low, path=path
            )
        case "character":
            return plural(
                "{path} must have at least 1 character.",
                "{path} must have at least {count} characters.",
                low,
                path=path,
            )


def _too_many(path: str, high: int, unit: _Unit) -> str:
    match unit:
        case "item":
            return plural(
                "{path} must have at most 1 item.", "{path} must have at most {count} items.", high, path=path
            )
        case "entry":
            return plural(
                "{path} must have at most 1 entry.", "{path} must have at most {count} entries.", high, path=path
            )
        case "character":
            return plural(
                "{path} must have at most 1 character.",
                "{path} must have at most {count} characters.",
                high,
                path=path,
            )


def _blob(path: str, value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        encoded = value["base64"]
        try:
            base64.b64decode(encoded if isinstance(encoded, (str, bytes)) else "?", validate=True)
        except (binascii.Error, ValueError):
            yield tr("{path}.base64 is no base64.", path=path)


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str] | None:
    """The pattern, or ``None`` where Python does not understand it or it may take too long."""
    if "\\p{" in pattern or _NESTED_REPEAT.search(pattern):
        return None
    try:
        return re.compile(pattern)
    except re.error:
        return None


def _matches(pattern: str, value: str) -> bool:
    compiled = _compiled(pattern)
    if compiled is None or len(value) > _LONGEST_MATCHED:
        return True
    # A lone class of characters is meant for the whole text; other patterns mean what their anchors say.
    found = compiled.fullmatch(value) if _ONE_CLASS.fullmatch(pattern) else compiled.search(value)
    return found is not None


def _bucket_problems(operation: str, bucket: object) -> Iterator[str]:
    if not isinstance(bucket, str) or bucket.startswith("arn:") or not bucket:
        return
    if operation == "CreateBucket" and not _BUCKET.fullmatch(bucket):
        yield tr("Bucket must be 3 to 63 characters of lower-case letters, digits, dots and hyphens.")
    elif not re.fullmatch(r"[A-Za-z0-9.\-_]{1,255}", bucket):
        yield tr("Bucket may have letters, digits, dots, hyphens and underscores only.")


def _nearest(name: str, known: Iterable[str]) -> str | None:
    plain = {squashed(candidate): candidate for candidate in known}
    wanted = squashed(name)
    if wanted in plain:
        return plain[wanted]
    close = difflib.get_close_matches(wanted, plain, n=1, cutoff=0.7)
    return plain[close[0]] if close else None


def _choices(choices: Sequence[str]) -> str:
    if len(choices) > _SHOWN_CHOICES:
        shown, more = ", ".join(choices[:_SHOWN_CHOICES]), len(choices) - _SHOWN_CHOICES
        return tr("one of {choices} and {count} more", choices=shown, count=more)
    return either(choices)


def _short(pattern: str) -> str:
    return pattern if len(pattern) <= 80 else pattern[:79] + "…"
