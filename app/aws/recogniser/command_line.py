"""Commands as AWS's own command line takes them (``aws ec2 describe-instances --instance-ids i-1``), and bare operation
names (``s3:ListBuckets``). Refuses what it cannot map exactly: recursive and local file work is no single call.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.aws.recogniser.fitting import fitted, squashed
from app.domain.aws import Operation, OperationId, ParameterShape, ShapeKind

_PIECE = re.compile(r"""(?:[^\s"']+|"[^"]*"|'[^']*')+""")
_NOT_PARAMETERS = frozenset({"region", "profile", "output", "query", "nocli-pager", "nopaginate", "debug", "color"})
_BEGINS_DASHED = re.compile(r"\s*(?:(?:please|run|call|execute) )?(?P<name>[A-Za-z]+(?:[-_][A-Za-z0-9]+)+)(?=\s|$)")
_SHELL = frozenset({"&&", "||", "|", ";", ">", ">>", "<", "&"})
# Commands that end with the name of a local file for the answer.
_OUTFILE = frozenset({OperationId("lambda", "Invoke"), OperationId("s3", "GetObject")})
_TWO_NAMES = {"s3api": "s3", "configservice": "config", "deploy": "codedeploy"}


@dataclass(frozen=True, slots=True)
class Command:
    """A command taken apart. ``operation`` ``None``: it is one, but not one call."""

    operation: OperationId | None
    parameters: Mapping[str, object] = field(default_factory=dict)
    flags: Sequence[tuple[str, Sequence[str]]] = ()
    region: str | None = None


def parse_command(text: str, services: set[str], by_squashed: Mapping[str, Sequence[OperationId]]) -> Command | None:
    """The command a text is, or ``None`` where it is none."""
    pieces = [_unquoted(piece) for piece in _PIECE.findall(text)[:200]]
    while pieces and pieces[0] in {"$", "run", "execute", "call", "please", "invoke"} and len(pieces) > 1:
        pieces = pieces[1:]
    if not pieces:
        return None
    explicit = pieces[0].casefold() == "aws"
    if explicit and any(piece in _SHELL or piece.endswith((";", "&")) for piece in pieces):
        return Command(None)  # more than one command
    if explicit:
        pieces = pieces[1:]
    if not pieces:
        return None
    joined = re.fullmatch(r"([a-z0-9-]{2,40})[:.]([A-Za-z][A-Za-z0-9_-]{2,80})(?:\(\))?", pieces[0])
    if joined is not None and (found := _lookup(joined[1], joined[2], by_squashed)) is not None:
        return _with_flags(found, pieces[1:])
    if len(pieces) == 1 and re.fullmatch(r"[A-Z][a-z]+[A-Z]\w{2,80}", pieces[0]):
        only = by_squashed.get(pieces[0].casefold(), ())
        return _with_flags(only[0], []) if len(only) == 1 and only[0].operation == pieces[0] else None
    service = _TWO_NAMES.get(pieces[0].casefold(), pieces[0].casefold())
    if service not in services or len(pieces) < 2:
        return None
    if pieces[0].casefold() == "s3" and (explicit or pieces[1] == "ls"):
        return _s3(pieces[1:])
    dashed = "-" in pieces[1] or "_" in pieces[1] or re.fullmatch(r"[A-Z][a-z]+[A-Z]\w+", pieces[1])
    if not explicit and not dashed:
        return None
    found = _lookup(service, pieces[1], by_squashed)
    if found is None:
        return Command(None) if explicit else None
    return _with_flags(found, pieces[2:])


def said_as_words(text: str, by_squashed: Mapping[str, Sequence[OperationId]]) -> str:
    """``text`` with the name of an operation that it begins with as words, which would be taken for somebody's name:
    *delete-bucket old-logs*, *describe_instances*.
    """
    begins = _BEGINS_DASHED.match(text)
    if begins is None or squashed(begins["name"]) not in by_squashed:
        return text
    return re.sub("[-_]", " ", begins["name"]) + text[begins.end() :]


def _unquoted(piece: str) -> str:
    if len(piece) > 1 and piece[0] == piece[-1] and piece[0] in "\"'":
        return piece[1:-1]
    return piece


def _lookup(service: str, name: str, by_squashed: Mapping[str, Sequence[OperationId]]) -> OperationId | None:
    service = _TWO_NAMES.get(service, service)
    return next((id for id in by_squashed.get(squashed(name), ()) if id.service == service), None)


def _with_flags(operation: OperationId, pieces: Sequence[str]) -> Command:
    flags: list[tuple[str, list[str]]] = []
    region = None
    for piece in pieces:
        if piece.startswith("--") and len(piece) > 2:
            name, equals, value = piece[2:].partition("=")
            flags.append((name, [_unquoted(value)] if equals else []))
        elif flags:
            flags[-1][1].append(piece)
    if operation in _OUTFILE and flags and len(flags[-1][1]) == 2:
        flags[-1][1].pop()  # where the command line would put the answer: no parameter of the call
    kept = []
    for name, values in flags:
        if name == "region" and values:
            region = values[0]
        elif name not in _NOT_PARAMETERS and squashed(name) not in _NOT_PARAMETERS:
            kept.append((name, values))
    return Command(operation, {}, kept, region)


def flag_parameters(operation: Operation, flags: Sequence[tuple[str, Sequence[str]]]) -> tuple[dict[str, object], bool]:
    """Flags as parameters in their own types; and whether every flag was understood."""
    known = {squashed(shape.name): shape for shape in operation.parameters}
    values: dict[str, object] = {}
    whole = True
    for name, raws in flags:
        plain = squashed(name)
        shape = known.get(plain)
        if shape is None and plain.startswith("no") and plain[2:] in known:
            shape, raws = known[plain[2:]], ["false"]
        value = _flag_value(shape, raws) if shape is not None else None
        if shape is None or value is None:
            whole = False
        else:
            values[shape.name] = value
    return values, whole


def _flag_value(shape: ParameterShape, raws: Sequence[str]) -> object:
    if shape.kind is ShapeKind.BOOLEAN:
        return fitted(shape, raws[0]) if raws else True
    if not raws:
        return None
    text = " ".join(raws)
    if text.lstrip().startswith(("{", "[")):
        return fitted(shape, text)
    if shape.kind is ShapeKind.LIST and shape.element is not None:
        if shape.element.kind in {ShapeKind.STRUCTURE, ShapeKind.MAP}:
            items = [_shorthand(shape.element, raw) for raw in raws]
            return fitted(shape, items) if all(item is not None for item in items) else None
        return fitted(shape, [part for raw in raws for part in raw.split(",")])
    if shape.kind in {ShapeKind.STRUCTURE, ShapeKind.MAP}:
        item = _shorthand(shape, text)
        return fitted(shape, item) if item is not None else None
    return fitted(shape, text)


def _shorthand(shape: ParameterShape, text: str) -> dict[str, object] | None:
    """``Name=instance-state-name,Values=running,stopped``."""
    found: dict[str, object] = {}
    members = {member.name: member for member in shape.members}
    key = ""
    for part in text.split(","):
        name, equals, value = part.partition("=")
        if equals:
            key = name.strip()
            if shape.kind is ShapeKind.STRUCTURE and key not in members:
                return None
            member = members.get(key)
            found[key] = [value] if member is not None and member.kind is ShapeKind.LIST else value
        elif isinstance(listed := found.get(key), list):
            listed.append(part)
        else:
            return None
    typed: dict[str, object] = {}
    for name, given in found.items():
        member = members.get(name) or shape.element
        fits = fitted(member, given) if member is not None else given
        if fits is None:
            return None
        typed[name] = fits
    return typed


def _s3(pieces: Sequence[str]) -> Command:
    """The high-level commands of ``aws s3``, where they are one call."""
    verb, rest = pieces[0], list(pieces[1:])
    flags: dict[str, str] = {}
    places: list[str] = []
    while rest:
        piece = rest.pop(0)
        if piece.startswith("--"):
            name, equals, value = piece[2:].partition("=")
            if name in {"region", "profile"} and not equals and rest:
                value = rest.pop(0)
            flags[name] = value
        else:
            places.append(piece)
    region = flags.get("region") or None
    if flags.keys() - {"region", "profile"} and verb != "ls":
        return Command(None)  # --recursive, --force, --dryrun: more, or less, than the one call
    first = places[0] if places else ""
    bucket, _, key = first.removeprefix("s3://").partition("/")
    remote = [place.startswith("s3://") for place in places]
    match verb, remote:
        case "ls", []:
            return Command(OperationId("s3", "ListBuckets"), region=region)
        case "ls", [_]:
            found: dict[str, object] = {"Bucket": bucket, "Prefix": key} if key else {"Bucket": bucket}
            return Command(OperationId("s3", "ListObjectsV2"), found, region=region)
        case "mb", [True]:
            made: dict[str, object] = {"Bucket": bucket}
            if region and region != "us-east-1":
                made["CreateBucketConfiguration"] = {"LocationConstraint": region}
            return Command(OperationId("s3", "CreateBucket"), made, region=region)
        case "rb", [True]:
            return Command(OperationId("s3", "DeleteBucket"), {"Bucket": bucket}, region=region)
        case "rm", [True] if key:
            return Command(OperationId("s3", "DeleteObject"), {"Bucket": bucket, "Key": key}, region=region)
        case "cp", [True, True]:
            target, _, name = places[1].removeprefix("s3://").partition("/")
            if not name or name.endswith("/"):
                name += key.rpartition("/")[2]
            copied: dict[str, object] = {"Bucket": target, "Key": name, "CopySource": f"{bucket}/{key}"}
            return Command(OperationId("s3", "CopyObject"), copied, region=region)
        case "cp", [True, False]:
            return Command(OperationId("s3", "GetObject"), {"Bucket": bucket, "Key": key}, region=region)
        case _:
            return Command(None)
