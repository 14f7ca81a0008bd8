"""What a call acts on, and how much of it: the names among its parameters, found by the operation's own noun.

Pure functions. Refuses to believe that a call touches little because it names nothing: a stated number counts too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.domain.aws import Call, Operation, ParameterShape, ShapeKind

_NAME_ENDINGS = ("name", "id", "identifier", "arn", "url", "bucket", "key", "alias", "resource", "instance")

# Parameters that say how many of something a call makes or keeps.
_COUNTS = ("MaxCount", "MinCount", "DesiredCapacity", "desiredCount", "DesiredCount", "NumberOfNodes", "NodeCount")

# Lists of things that a call acts on one by one.
_THINGS = frozenset({"Changes", "Entries", "Objects", "Records", "RequestItems", "Requests", "TransactItems"})

# Where the names stand deeper than in a parameter of their own.
_NESTED = {("s3", "DeleteObjects"): ("Delete", "Objects", "Key")}

# The parameters that name what an operation acts on, where none is called like the operation's noun.
_TARGETS = (
    "InstanceIds",
    "InstanceId",
    "VolumeId",
    "SnapshotId",
    "GroupId",
    "AllocationId",
    "ImageId",
    "VpcId",
    "SubnetId",
    "KeyName",
    "Bucket",
    "Key",
    "UserName",
    "RoleName",
    "GroupName",
    "PolicyName",
    "PolicyArn",
    "AccessKeyId",
    "FunctionName",
    "TableName",
    "QueueUrl",
    "QueueName",
    "TopicArn",
    "SecretId",
    "DBInstanceIdentifier",
    "DBClusterIdentifier",
    "StackName",
    "AlarmNames",
    "logGroupName",
    "KeyId",
    "HostedZoneId",
    "Name",
    "Names",
    "clusterName",
    "cluster",
    "Id",
    "Arn",
    "ResourceArn",
)


@dataclass(frozen=True, slots=True)
class Target:
    """What a call acts on. ``is_noun``: the names are of what the operation's own noun says, not of what holds it."""

    names: tuple[str, ...]
    is_noun: bool


def resource_count(call: Call, target: Target | None) -> int:
    """How many things a call acts on, by its parameters: what it names, the longest list, or the number it states."""
    numbers = [call.parameters.get(name) for name in _COUNTS]
    stated = [number for number in numbers if isinstance(number, int) and not isinstance(number, bool)]
    named = len(target.names) if target is not None else 0
    return max([named, *stated, *_lengths("", call.parameters, 0)])


def _lengths(name: str, value: object, depth: int) -> Iterator[int]:
    """The lengths of the lists that name resources. Lists of tags, rules and switches name none."""
    if depth > 12:
        return
    if isinstance(value, Mapping):
        for key, inner in value.items():
            # A map by names, as of a batch's requests by table, lists what its own name says.
            yield from _lengths(name if name in _THINGS else str(key), inner, depth + 1)
    elif isinstance(value, list | tuple):
        if name in _THINGS or (_normal(name).rstrip("s").endswith(_NAME_ENDINGS) and "tag" not in name.casefold()):
            yield sum(isinstance(item, str | Mapping) for item in value)
        for inner in value:
            yield from _lengths("", inner, depth + 1)


def target_of(call: Call, operation: Operation) -> Target | None:
    """The names in the parameter that says what the call acts on: the one called like the operation's noun, if any."""
    if (path := _NESTED.get((call.id.service, call.id.operation))) is not None:
        return Target(_texts_at(call.parameters, path), is_noun=True)
    shapes = {shape.name: shape for shape in operation.parameters}
    given = [*operation.required, *shapes]
    given = [
        name for name in dict.fromkeys(given) if _texts(call.parameters.get(name)) and _names_something(shapes[name])
    ]
    said = _normal(call.id.operation).rstrip("s")
    named = sorted(
        (name for name in given if (stem := _stem(name)) and said.endswith(stem)), key=lambda n: -len(_stem(n))
    )
    if "Object" in call.id.operation and "Key" in given:
        named = ["Key"]
    if named:
        return Target(_texts(call.parameters[named[0]]), is_noun=True)
    holders = [name for name in given if _stem(name) and _stem(name) in said]
    for name in [*holders, *(name for name in _TARGETS if name in given), *given]:
        return Target(_texts(call.parameters[name]), is_noun=name in {"Name", "Id", "Arn", "Names"})
    return None


def _stem(name: str) -> str:
    """``DBInstanceIdentifier`` as ``dbinstance``: what a parameter names."""
    return re.sub(r"(?:names?|ids?|identifiers?|arns?|urls?|s)$", "", _normal(name))


def _texts_at(value: object, path: Sequence[str]) -> tuple[str, ...]:
    if not path:
        return _texts(value)
    if isinstance(value, list | tuple):
        return tuple(text for item in value for text in _texts_at(item, path))
    return _texts_at(value.get(path[0]), path[1:]) if isinstance(value, Mapping) else ()


def _names_something(shape: ParameterShape) -> bool:
    is_text = shape.kind is ShapeKind.STRING or (
        shape.kind is ShapeKind.LIST and shape.element is not None and shape.element.kind is ShapeKind.STRING
    )
    return is_text and not shape.sensitive and _normal(shape.name).rstrip("s").endswith(_NAME_ENDINGS)


def _normal(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str) and value:
        return (value,)
    if isinstance(value, list | tuple):
        return tuple(item for item in value if isinstance(item, str) and item)
    return ()
