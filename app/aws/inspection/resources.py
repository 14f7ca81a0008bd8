"""All resources that a call touches: some with what was read, the rest as the call names them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from app.aws.inspection import ec2, identities, stores, workloads
from app.aws.inspection.finding import Finder
from app.domain.aws import Call, Resource
from app.domain.language import marked
from app.domain.wording import singular

FINDERS: tuple[Finder, ...] = (*ec2.FINDERS, *stores.FINDERS, *identities.FINDERS, *workloads.FINDERS)
KINDS = (
    marked("Auto Scaling group"), marked("DNS zone"), marked("Elastic IP"), marked("NAT gateway"),
    marked("VPC"), marked("bucket"), marked("cluster"), marked("database"),
    marked("database cluster"), marked("function"), marked("group"), marked("image"),
    marked("instance"), marked("key"), marked("load balancer"), marked("log group"),
    marked("object"), marked("policy"), marked("queue"), marked("record"),
    marked("role"), marked("secret"), marked("security group"), marked("service"),
    marked("snapshot"), marked("stack"), marked("subnet"), marked("table"),
    marked("target group"), marked("topic"), marked("user"), marked("volume"),
)  # fmt: skip
"""What a looked-up resource may be, for translators: code goes by the English word, which is said when it is shown."""
_DEEPEST = 6
_RESOURCE_NAME = re.compile(
    r"(?:^|[a-z])(?:Ids?|Arns?|ARNs?|Names?|Identifiers?|Urls?)$"
    r"|^(?:Bucket|Key|Topic|Queue|Table|KeyId|Resource|Resources|SecretId|FunctionName|cluster|services?)$"
)
# They name something, but nothing that the call would touch.
_NOT_RESOURCES = frozenset(
    {"AttributeName", "AttributeNames", "MetricName", "ParameterName", "ClientRequestToken", "GroupNames", "UserIds"}
)
_ONLY_USED = frozenset({"ImageId"})


def named_resources(call: Call) -> Sequence[Resource]:
    """The ids, names and ARNs in the parameters, each once, without a look at the account."""
    found: dict[str, Resource] = {}
    for name, value in _named(call.parameters):
        if name not in _ONLY_USED or not call.id.operation.startswith(("Run", "Create", "Request")):
            found.setdefault(value, Resource(kind=singular(name), id=value, found=False))
    return tuple(found.values())


def _named(parameters: Mapping[str, object], depth: int = 0) -> Iterator[tuple[str, str]]:
    if "Value" in parameters or "Values" in parameters:
        return  # a tag or a filter, whose Key or Name names no resource
    for name, value in parameters.items():
        if isinstance(value, Mapping):
            if depth < _DEEPEST:
                yield from _named(value, depth + 1)
            continue
        values: Sequence[object] = value if isinstance(value, (list, tuple)) else [value]
        for item in values:
            if isinstance(item, Mapping):
                if depth < _DEEPEST:
                    yield from _named(item, depth + 1)
            elif isinstance(item, str) and item and (item.startswith("arn:") or _names_a_resource(str(name))):
                yield str(name), item


def _names_a_resource(name: str) -> bool:
    return name not in _NOT_RESOURCES and bool(_RESOURCE_NAME.search(name))
