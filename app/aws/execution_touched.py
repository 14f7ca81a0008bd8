"""What a call will hit: the ids, names and ARNs in its parameters, with what a cheap read says of each.

Owns those reads, a handful of operations that the catalogue classes as plain reads. Refuses to fail: where a read is
denied or slow, the bare name stands.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from app.domain.aws import Call
from app.domain.wording import singular

_LIMIT = 20
_BUDGET_S = 8.0
_RESOURCE_NAME = re.compile(
    r"(?:^|[a-z])(?:Ids?|Arns?|Names?|Identifiers?|Urls?)$|^(?:Bucket|Key|Topic|Queue|Table|KeyId|Resource|SecretId|FunctionName)$"
)
# They name something, but nothing that the call would touch.
_NOT_RESOURCES = frozenset({"AttributeNames", "MetricName", "ParameterName", "ImageId", "ClientRequestToken"})

_Client = Callable[[str], Any]


def touched_resources(call: Call, client: _Client) -> tuple[str, ...]:
    """One line a resource, at most twenty and one that says how many more there are."""
    deadline = time.monotonic() + _BUDGET_S
    named = list(dict.fromkeys(_named(call.parameters)))
    known: dict[str, str] = {}
    for read in _READS.get(call.id.service, ()):
        if time.monotonic() > deadline:
            break
        try:
            known |= read(call, [value for _, value in named], client)
        except Exception:  # noqa: BLE001, S110 - denied, gone or slow: the bare name stands
            pass
    lines = [known.get(value, f"{name} {value}") for name, value in named]
    lines += [line for value, line in known.items() if value not in {item for _, item in named}]
    if len(lines) > _LIMIT:
        lines = [*lines[:_LIMIT], f"and {len(lines) - _LIMIT} more"]
    return tuple(lines)


def _named(parameters: Mapping[str, object], depth: int = 0) -> Iterator[tuple[str, str]]:
    for name, value in parameters.items():
        if isinstance(value, Mapping):
            if depth < 3:
                yield from _named(value, depth + 1)
            continue
        values: Sequence[object] = value if isinstance(value, list | tuple) else [value]
        for item in values:
            if isinstance(item, Mapping):
                if depth < 3:
                    yield from _named(item, depth + 1)
            elif isinstance(item, str) and item and (item.startswith("arn:") or _names_a_resource(str(name))):
                yield singular(str(name)), item


def _names_a_resource(name: str) -> bool:
    return name not in _NOT_RESOURCES and bool(_RESOURCE_NAME.search(name))


def _name_tag(thing: Mapping[str, Any]) -> str:
    return next((tag["Value"] for tag in thing.get("Tags", []) if tag.get("Key") == "Name" and tag.get("Value")), "")


def _described(identifier: str, name: str, *facts: object) -> str:
    said = ", ".join(str(fact) for fact in facts if fact not in (None, ""))
    return " ".join(part for part in (identifier, name and f"“{name}”", said and f"({said})") if part)


def _ec2_instances(_call: Call, values: Sequence[str], client: _Client) -> dict[str, str]:
    ids = [value for value in values if value.startswith("i-")][:_LIMIT]
    if not ids:
        return {}
    # A filter, not InstanceIds: one unknown id among many would fail the whole request.
    answer = client("ec2").describe_instances(Filters=[{"Name": "instance-id", "Values": ids}])
    return {
        item["InstanceId"]: _described(
            item["InstanceId"], _name_tag(item), item.get("InstanceType"), item.get("State", {}).get("Name")
        )
        for reservation in answer["Reservations"]
        for item in reservation["Instances"]
    }


def _ec2_volumes(_call: Call, values: Sequence[str], client: _Client) -> dict[str, str]:
    ids = [value for value in values if value.startswith("vol-")][:_LIMIT]
    if not ids:
        return {}
    answer = client("ec2").describe_volumes(Filters=[{"Name": "volume-id", "Values": ids}])
    return {
        item["VolumeId"]: _described(
            item["VolumeId"],
            _name_tag(item),
            f"{item.get('Size')} GiB",
            item.get("State"),
            *(f"attached to {place['InstanceId']}" for place in item.get("Attachments", []) if place.get("InstanceId")),
        )
        for item in answer["Volumes"]
    }


def _ec2_groups(_call: Call, values: Sequence[str], client: _Client) -> dict[str, str]:
    ids = [value for value in values if value.startswith("sg-")][:_LIMIT]
    if not ids:
        return {}
    answer = client("ec2").describe_security_groups(Filters=[{"Name": "group-id", "Values": ids}])
    return {
        item["GroupId"]: _described(item["GroupId"], item.get("GroupName", ""), item.get("VpcId"))
        for item in answer["SecurityGroups"]
    }


def _s3_bucket(call: Call, _values: Sequence[str], client: _Client) -> dict[str, str]:
    bucket = call.parameters.get("Bucket")
    if not isinstance(bucket, str) or call.id.operation == "CreateBucket":
        return {}
    s3 = client("s3")
    page = s3.list_objects_v2(Bucket=bucket, MaxKeys=1000)
    count = page.get("KeyCount", len(page.get("Contents", [])))
    held = f"at least {count:,} objects" if page.get("IsTruncated") else f"{count:,} object{'' if count == 1 else 's'}"
    versioning = s3.get_bucket_versioning(Bucket=bucket).get("Status")
    return {
        bucket: _described(
            f"Bucket {bucket}", "", held, f"versioning {versioning.lower()}" if versioning else "no versioning"
        )
    }


def _iam_user(call: Call, _values: Sequence[str], client: _Client) -> dict[str, str]:
    user = call.parameters.get("UserName")
    if not isinstance(user, str) or call.id.operation == "CreateUser":
        return {}
    keys = client("iam").list_access_keys(UserName=user).get("AccessKeyMetadata", [])
    groups = client("iam").list_groups_for_user(UserName=user).get("Groups", [])
    return {
        user: _described(
            f"User {user}",
            "",
            f"{len(keys)} access key{'' if len(keys) == 1 else 's'}",
            "in " + ", ".join(group["GroupName"] for group in groups) if groups else "",
        )
    }


def _rds_instance(call: Call, _values: Sequence[str], client: _Client) -> dict[str, str]:
    name = call.parameters.get("DBInstanceIdentifier")
    if not isinstance(name, str) or call.id.operation.startswith(("Create", "Restore")):
        return {}
    found = client("rds").describe_db_instances(DBInstanceIdentifier=name)["DBInstances"][0]
    protection = "deletion protection on" if found.get("DeletionProtection") else "no deletion protection"
    return {name: _described(f"Database {name}", "", found.get("Engine"), found.get("DBInstanceStatus"), protection)}


def _dynamodb_table(call: Call, _values: Sequence[str], client: _Client) -> dict[str, str]:
    name = call.parameters.get("TableName")
    if not isinstance(name, str) or call.id.operation == "CreateTable":
        return {}
    table = client("dynamodb").describe_table(TableName=name)["Table"]
    return {
        name: _described(f"Table {name}", "", f"about {table.get('ItemCount', 0):,} items", table.get("TableStatus"))
    }


_READS: Mapping[str, tuple[Callable[[Call, Sequence[str], _Client], dict[str, str]], ...]] = {
    "ec2": (_ec2_instances, _ec2_volumes, _ec2_groups),
    "s3": (_s3_bucket,),
    "iam": (_iam_user,),
    "rds": (_rds_instance,),
    "dynamodb": (_dynamodb_table,),
}
