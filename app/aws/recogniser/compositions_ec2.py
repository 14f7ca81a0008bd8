"""EC2's filters, rules of security groups, launches and tags, from a clause. Refuses other services."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

from app.aws.recogniser.filling import Filling
from app.aws.recogniser.fitting import number_of
from app.aws.recogniser.text import Kind, Token, id_prefix

_INSTANCE_STATES = ("running", "stopped", "pending", "stopping", "terminated")
_EVERYWHERE = frozenset({"everyone", "anyone", "world", "anywhere", "internet", "everybody", "public", "anybody"})
_FILTER_OF_ID = {
    "vpc": "vpc-id",
    "subnet": "subnet-id",
    "sg": "instance.group-id",
    "ami": "image-id",
    "vol": "volume-id",
    "i": "attachment.instance-id",
}


def _filter(filters: list[dict[str, Any]], name: str, value: str) -> None:
    for known in filters:
        if known["Name"] == name:
            if value not in known["Values"]:
                known["Values"].append(value)
            return
    filters.append({"Name": name, "Values": [value]})


def _described(filling: Filling) -> None:
    """Ids of the thing itself go to its list of ids; everything else said becomes a filter."""
    operation = filling.operation.id.operation
    filters: list[dict[str, Any]] = []
    said = {token.word for token in filling.tokens if token.kind is Kind.WORD}
    if operation == "DescribeInstances":
        for state in _INSTANCE_STATES:
            if state in said:
                _filter(filters, "instance-state-name", state)
    elif operation == "DescribeVolumes":
        if said & {"unattached", "available", "unused", "detached", "orphaned"}:
            _filter(filters, "status", "available")
        elif said & {"attached", "in-use"}:
            _filter(filters, "status", "in-use")
        if "unencrypted" in said:
            _filter(filters, "encrypted", "false")
        elif "encrypted" in said:
            _filter(filters, "encrypted", "true")
    elif operation in {"DescribeSnapshots", "DescribeImages"}:
        name = "OwnerIds" if operation == "DescribeSnapshots" else "Owners"
        if not any(token.kind is Kind.ID for token in filling.tokens):
            filling.put(name, ["self"])
    elif operation == "DescribeSecurityGroups" and said & {"public", "open"}:
        _filter(filters, "ip-permission.cidr", "0.0.0.0/0")
    elif operation == "DescribeVpcs" and "default" in said:
        _filter(filters, "is-default", "true")
    for _, token in filling.free(Kind.ID, Kind.INSTANCE_TYPE, Kind.ZONE, Kind.PAIR):
        _token_filter(filling, token, filters)
    for noun, token in list(filling.named()):
        if operation == "DescribeSecurityGroups" and noun in {"group", "sg"}:
            _filter(filters, "group-name", token.raw)
        elif operation == "DescribeKeyPairs" and filling.put("KeyNames", [token.raw]):
            pass
        elif token.kind is Kind.PATH:
            continue
        else:
            _filter(filters, "tag:Name", token.raw)
        token.used = True
    if filters:
        filling.put("Filters", filters) or filling.put("Filter", filters)


def _token_filter(filling: Filling, token: Token, filters: list[dict[str, Any]]) -> None:
    operation = filling.operation.id.operation
    match token.kind:
        case Kind.ID:
            prefix = id_prefix(token.raw.casefold(), filling.words)
            own = {f"{noun}Ids" for noun in filling.words.ids.get(prefix, ())}
            if any(filling.shape(name) is not None for name in own):
                return
            name = _FILTER_OF_ID.get(prefix)
            if prefix == "vol" and operation != "DescribeSnapshots":
                name = None
            if operation == "DescribeFlowLogs":
                name = "resource-id"
            if prefix == "vpc" and operation == "DescribeInternetGateways":
                name = "attachment.vpc-id"
            if name is not None:
                _filter(filters, name, token.raw)
                token.used = True
        case Kind.INSTANCE_TYPE if operation == "DescribeInstances":
            _filter(filters, "instance-type", token.raw)
            token.used = True
        case Kind.ZONE:
            _filter(filters, "availability-zone", token.raw)
            token.used = True
        case Kind.PAIR if not token.key[0].isupper() or filling.shape(token.key) is None:
            _filter(filters, f"tag:{token.key.removeprefix('tag:')}", token.raw)
            token.used = True
        case _:
            pass


def _run(filling: Filling) -> None:
    count: int | None = None
    for index, token in enumerate(filling.tokens):
        number = number_of(token) if token.kind in {Kind.NUMBER, Kind.WORD} else None
        following = {other.word for other in filling.tokens[index + 1 : index + 5]}
        if number is not None and "instance" in following and not token.used:
            count = number
            token.used = True
            break
    single = any(token.word in {"a", "an", "one", "another"} for token in filling.tokens[:2])
    plural = any(token.word == "instance" and token.plural for token in filling.tokens)
    if count is None and (single or not plural):
        count = 1
    if count is not None and 0 < count <= 1000:
        filling.put("MinCount", count)
        filling.put("MaxCount", count)
    groups = [token for _, token in filling.free(Kind.ID) if token.raw.casefold().startswith("sg-")]
    if groups and filling.put("SecurityGroupIds", [token.raw for token in groups]):
        for token in groups:
            token.used = True
    key = filling.after("pair", "key")
    if key is not None and filling.put("KeyName", key.raw):
        key.used = True
    _specified_tags(filling, "instance")


_CALLED = frozenset({"called", "named", "name", "as"})


def _specified_tags(filling: Filling, kind: str) -> None:
    found = [{"Key": token.key.removeprefix("tag:"), "Value": token.raw} for _, token in filling.free(Kind.PAIR)]
    for _, token in filling.free(Kind.PAIR):
        token.used = True
    if (filling.shape("GroupName") is None and filling.shape("KeyName") is None) or kind == "instance":
        for noun, token in list(filling.named()):
            place = next(place for place, other in enumerate(filling.tokens) if other is token)
            called = place > 0 and filling.tokens[place - 1].word in _CALLED
            called = called and not (place > 1 and filling.tokens[place - 2].word == "described")
            if (called or noun in {kind, kind.rpartition("-")[2]}) and token.kind in {Kind.NAME, Kind.QUOTED}:
                found.insert(0, {"Key": "Name", "Value": token.raw})
                token.used = True
                break
    if found:
        filling.put("TagSpecifications", [{"ResourceType": kind, "Tags": found}])


def _created(kind: str) -> Callable[[Filling], None]:
    def create(filling: Filling) -> None:
        for _, token in filling.free(Kind.SIZE):
            if filling.put("Size", token.raw):
                token.used = True
        for token in filling.tokens:
            if token.raw.casefold() in {"gp2", "gp3", "io1", "io2", "st1", "sc1"} and filling.put(
                "VolumeType", token.raw.casefold()
            ):
                token.used = True
        if kind in {"volume", "snapshot"} and (text := filling.after("description")) is not None:
            text.used = filling.put("Description", text.raw)
        _specified_tags(filling, kind)

    return create


def _group_created(filling: Filling) -> None:
    text = filling.after("description", "described")
    if text is not None and filling.put("Description", text.raw):
        text.used = True


def _ports(filling: Filling) -> list[tuple[str, int, int]]:
    found: list[tuple[str, int, int]] = []
    protocol = "udp" if filling.has_any("udp") else "tcp"
    tokens = filling.tokens
    for index, token in enumerate(tokens):
        if token.used:
            continue
        if token.kind is Kind.WORD and token.word in filling.words.ports:
            port = filling.words.ports[token.word]
            token.used = True
            if not any(low == port for _, low, _ in found):
                found.append(("tcp", port, port))
        elif token.kind is Kind.NUMBER and token.raw.isdigit() and int(token.raw) < 65536:
            near = {other.word or other.raw for other in tokens[max(0, index - 3) : index + 2]}
            if not near & {"rule", "id"} and not any(low == int(token.raw) for _, low, _ in found):
                found.append((protocol, int(token.raw), int(token.raw)))
                token.used = True
        elif token.kind is Kind.NAME and token.raw.replace("-", "").isdigit() and token.raw.count("-") == 1:
            low, high = (int(part) for part in token.raw.split("-") if part)
            if low <= high < 65536:
                found.append((protocol, low, high))
                token.used = True
    if filling.has("all", "traffic"):
        found.append(("-1", -1, -1))
    return found


def _preposition(before: list[Token]) -> str:
    """The last of the words that say which end of the traffic is meant."""
    return next(
        (token.word for token in reversed(before) if token.word in {"from", "on", "in", "to", "of", "for", "off"}), ""
    )


def _rule(filling: Filling) -> None:
    ports = _ports(filling)
    groups = [(place, token) for place, token in filling.free(Kind.ID) if token.raw.casefold().startswith("sg-")]
    # "from sg-1 on sg-2": the group that is opened is the one that the traffic does not come from.
    opened = [token for place, token in groups if _preposition(filling.tokens[:place]) != "from"]
    group = opened[0] if opened else None
    sources: list[dict[str, str]] = []
    for _, token in filling.free(Kind.CIDR, Kind.IP):
        cidr = token.raw if token.kind is Kind.CIDR else f"{token.raw}/32"
        sources.append({"CidrIp": cidr})
        token.used = True
    if not sources and any(token.word in _EVERYWHERE for token in filling.tokens):
        sources.append({"CidrIp": "0.0.0.0/0"})
    if group is not None and filling.put("GroupId", group.raw):
        group.used = True
    v6 = [{"CidrIpv6": source["CidrIp"]} for source in sources if ":" in source["CidrIp"]]
    v4 = [source for source in sources if ":" not in source["CidrIp"]]
    other = next((t for _, t in filling.free(Kind.ID) if t.raw.casefold().startswith("sg-")), None)
    permissions: list[dict[str, object]] = []
    for protocol, low, high in ports:
        permission: dict[str, object] = {"IpProtocol": protocol}
        if protocol != "-1":
            permission |= {"FromPort": low, "ToPort": high}
        if v4:
            permission["IpRanges"] = v4
        if v6:
            permission["Ipv6Ranges"] = v6
        if not sources and other is not None:
            permission["UserIdGroupPairs"] = [{"GroupId": other.raw}]
        permissions.append(permission)
    # Without a source AWS would refuse the rule, and Baton guesses none: an open door must be said in words.
    if permissions and (sources or other is not None):
        filling.put("IpPermissions", permissions)
    if other is not None:
        other.used = True
    if group is None:
        for noun, token in list(filling.named()):
            if noun in {"group", "sg"} or token.kind in {Kind.NAME, Kind.QUOTED}:
                token.used = filling.put("GroupName", token.raw)
                break


def _tagged(filling: Filling) -> None:
    resources = [token for _, token in filling.free(Kind.ID)]
    if resources and filling.put("Resources", [token.raw for token in resources]):
        for token in resources:
            token.used = True
    pairs = [token for _, token in filling.free(Kind.PAIR)]
    if pairs and filling.put("Tags", [{"Key": token.key, "Value": token.raw} for token in pairs]):
        for token in pairs:
            token.used = True
    key = filling.after("tag")
    for before, token in pairwise(filling.tokens):
        if (
            token.word == "tag"
            and not before.used
            and key is None
            and before.kind in {Kind.NAME, Kind.WORD, Kind.QUOTED}
        ):
            key = before if before.word not in filling.words.glue else None
    if not pairs and filling.operation.id.operation == "DeleteTags" and key is not None:
        key.used = filling.put("Tags", [{"Key": key.raw}])


def _attribute(filling: Filling) -> None:
    for _, token in filling.free(Kind.INSTANCE_TYPE):
        token.used = filling.put("InstanceType", {"Value": token.raw})
    off = filling.verb in {"disable", "remove", "unprotect", "stop"} or filling.has_any("off", "disabled")
    if filling.has("termination"):
        filling.put("DisableApiTermination", {"Value": not off})
    if any("source" in token.raw.casefold() for token in filling.tokens):
        filling.put("SourceDestCheck", {"Value": not off})


def _volume(filling: Filling) -> None:
    for _, token in filling.free(Kind.SIZE):
        token.used = filling.put("Size", token.raw)
    for token in filling.tokens:
        if token.raw.casefold() in {"gp2", "gp3", "io1", "io2", "st1", "sc1"}:
            token.used = filling.put("VolumeType", token.raw.casefold())
    number = filling.number_near("to", "size")
    if number is not None:
        filling.put("Size", number)


def _attach_volume(filling: Filling) -> None:
    for _, token in filling.free(Kind.PATH):
        token.used = filling.put("Device", token.raw)


def _shared(filling: Filling) -> None:
    """``share ami-1 with 444455556666``, ``make it public``: who may launch or copy it."""
    name = "LaunchPermission" if filling.shape("LaunchPermission") is not None else "CreateVolumePermission"
    accounts = [token for _, token in filling.free(Kind.NUMBER) if len(token.raw) == 12]
    whom: list[dict[str, str]] = [{"UserId": token.raw} for token in accounts]
    if not whom and filling.has_any("public", "everyone", "all"):
        whom = [{"Group": "all"}]
    off = filling.verb in {"unshare", "remove", "revoke", "stop"} or filling.has_any("private")
    if whom and filling.put(name, {"Remove" if off else "Add": whom}):
        for token in accounts:
            token.used = True


def _route(filling: Filling) -> None:
    if filling.has_any("default", "internet", "everywhere") and not any(True for _ in filling.free(Kind.CIDR)):
        filling.put("DestinationCidrBlock", "0.0.0.0/0")


def _force(filling: Filling) -> None:
    if filling.has_any("force", "forcibly", "forced"):
        filling.put("Force", True)


def _key_pair(filling: Filling) -> None:
    for _, token in list(filling.named()):
        if filling.put("KeyName", token.raw):
            token.used = True
            break


def _image(filling: Filling) -> None:
    if filling.has("without", "reboot") or filling.has("no", "reboot"):
        filling.put("NoReboot", True)


_DESCRIBED = (
    "Instances", "Volumes", "Snapshots", "Images", "SecurityGroups", "Subnets", "Vpcs", "RouteTables", "NetworkAcls",
    "InternetGateways", "NetworkInterfaces", "KeyPairs", "VpcEndpoints", "Addresses", "NatGateways", "FlowLogs",
)  # fmt: skip

EC2: Mapping[str, Callable[[Filling], None]] = {
    **{f"ec2:Describe{what}": _described for what in _DESCRIBED},
    "ec2:RunInstances": _run,
    "ec2:CreateVolume": _created("volume"),
    "ec2:CreateVpc": _created("vpc"),
    "ec2:CreateSubnet": _created("subnet"),
    "ec2:CreateSnapshot": _created("snapshot"),
    "ec2:CreateInternetGateway": _created("internet-gateway"),
    "ec2:CreateRouteTable": _created("route-table"),
    "ec2:CreateSecurityGroup": _group_created,
    "ec2:AuthorizeSecurityGroupIngress": _rule,
    "ec2:AuthorizeSecurityGroupEgress": _rule,
    "ec2:RevokeSecurityGroupIngress": _rule,
    "ec2:RevokeSecurityGroupEgress": _rule,
    "ec2:CreateTags": _tagged,
    "ec2:DeleteTags": _tagged,
    "ec2:ModifyInstanceAttribute": _attribute,
    "ec2:ModifyVolume": _volume,
    "ec2:AttachVolume": _attach_volume,
    "ec2:DetachVolume": _force,
    "ec2:StopInstances": _force,
    "ec2:DeleteKeyPair": _key_pair,
    "ec2:CreateImage": _image,
    "ec2:ModifyImageAttribute": _shared,
    "ec2:ModifySnapshotAttribute": _shared,
    "ec2:CreateRoute": _route,
    "ec2:ReplaceRoute": _route,
}
