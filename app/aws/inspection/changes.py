"""What will be different after a call: now, as read, and then, as the call says. Leaves out what it cannot tell."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from app.aws.inspection.reads import Found, Reads, listed
from app.domain.aws import Call, StateChange, tags_of
from app.domain.language import marked, tr

_MOST_CHARS = 80
_UNKNOWN = marked("unknown")
_ABSENT = marked("not set")
_TAKEN = ("TagKeys", "tagKeys", "TagsToRemove")
_SECRET = re.compile(r"password|secret|token|credential|userdata|environment", re.IGNORECASE)
_GOING = ("Delete", "Terminate", "Release", "Deregister")
_SETTING = ("Modify", "Update", "Put", "Set", "Change")

Reckon = Callable[[Reads, Sequence[Found]], Iterator[StateChange]]


def changes(reads: Reads, found: Sequence[Found]) -> tuple[StateChange, ...]:
    """The changes that the call behind ``reads`` makes to what was ``found``."""
    call = reads.call
    told: list[StateChange] = []
    for reckon in (*_by_operation(call), _tags, _same_names):
        try:
            told += reckon(reads, found)
        except (TypeError, ValueError, AttributeError, KeyError):
            continue  # parameters or answers of an unexpected shape tell nothing
    if not told and call.id.operation.startswith(_GOING):
        told = [StateChange(what=_what(one), now=tr("there"), then=tr("gone")) for one in found if one.data]
    known: dict[str, StateChange] = {}
    for change in told:
        if change.now != change.then:
            known.setdefault(change.what, change)
    return tuple(known.values())


def _by_operation(call: Call) -> Sequence[Reckon]:
    reckon = _CHANGES.get(str(call.id))
    return (reckon,) if reckon is not None else ()


def _what(found: Found, more: str = "") -> str:
    resource = found.resource
    return f"{resource.name or resource.id}{f' {more}' if more else ''}"


def _said(value: object) -> str:
    """A value in few words."""
    if value is None or value == "":
        return tr(_ABSENT)
    if isinstance(value, bool):
        return tr("on") if value else tr("off")
    text = json.dumps(value, default=str) if isinstance(value, (dict, list)) else str(value)
    return text if len(text) <= _MOST_CHARS else f"{text[: _MOST_CHARS - 1]}…"


# --- what every service says alike -----------------------------------------------------------------------------


def _same_names(reads: Reads, found: Sequence[Found]) -> Iterator[StateChange]:
    """Parameters that carry the name of something that was read: most updates are of that kind."""
    if not reads.call.id.operation.startswith(_SETTING):
        return
    given = {**reads.call.parameters}
    attributes = given.pop("Attributes", None)
    given |= attributes if isinstance(attributes, Mapping) else {}
    for name, value in given.items():
        if _SECRET.search(name):
            continue
        one = next((entry for entry in found if name in entry.data), None)
        if one is None or any(value in (entry.resource.id, entry.resource.name) for entry in found):
            continue
        if not isinstance(value, (dict, list, tuple)):
            yield StateChange(what=_what(one, name), now=_said(_plain(one.data[name], value)), then=_said(value))
        elif isinstance(value, Mapping) and set(value) == {"Value"}:
            yield StateChange(what=_what(one, name), now=_said(one.data[name]), then=_said(value["Value"]))


def _plain(now: object, then: object) -> object:
    """What was read, as the parameter spells it: attributes come as texts."""
    return str(now) if isinstance(then, str) and not isinstance(now, (dict, list)) and now is not None else now


def _tags(reads: Reads, found: Sequence[Found]) -> Iterator[StateChange]:
    """Tags that are set or taken away."""
    call = reads.call
    name = call.id.operation.casefold()
    if "tag" not in name:
        return
    given = next((call.parameters[key] for key in ("Tags", "tags", "TagsToAdd") if key in call.parameters), None)
    removed = next((call.parameters[key] for key in _TAKEN if key in call.parameters), ())
    taking = name.startswith(("delete", "untag", "remove"))
    for one in found:
        for tag, value in tags_of(given).items():
            now = one.resource.tags.get(tag, tr(_ABSENT))
            yield StateChange(what=_what(one, tr("tag {tag}", tag=tag)), now=now, then=tr(_ABSENT) if taking else value)
        for tag in removed if isinstance(removed, (list, tuple)) else ():
            now = one.resource.tags.get(str(tag), tr(_ABSENT))
            yield StateChange(what=_what(one, tr("tag {tag}", tag=tag)), now=now, then=tr(_ABSENT))


# --- what single operations do --------------------------------------------------------------------------------


def _state(then: str, kind: str, *path: str) -> Reckon:
    """The state of everything of a kind, read at ``path``."""

    def reckon(_reads: Reads, found: Sequence[Found]) -> Iterator[StateChange]:
        for one in found:
            if one.resource.kind == kind:
                now: Any = one.data
                for name in path:
                    now = now.get(name) if isinstance(now, Mapping) else None
                yield StateChange(what=_what(one, tr("state")), now=str(now or tr(_UNKNOWN)), then=then)

    return reckon


def _attached(reads: Reads, found: Sequence[Found]) -> Iterator[StateChange]:
    machine = str(reads.call.parameters.get("InstanceId"))
    for one in found:
        if one.resource.kind == "volume":
            places = [str(place.get("InstanceId")) for place in one.data.get("Attachments", ())]
            yield StateChange(
                what=_what(one),
                now=tr("attached to {places}", places=listed(places)) if places else tr("attached to nothing"),
                then=tr("attached to {machine}", machine=machine),
            )


def _detached(_reads: Reads, found: Sequence[Found]) -> Iterator[StateChange]:
    for one in found:
        if one.resource.kind == "volume":
            places = [str(place.get("InstanceId")) for place in one.data.get("Attachments", ())]
            now = tr("attached to {places}", places=listed(places)) if places else tr("attached to nothing")
            yield StateChange(what=_what(one), now=now, then=tr("attached to nothing"))


def _policy_of(kind: str, attached: bool) -> Reckon:
    def reckon(reads: Reads, found: Sequence[Found]) -> Iterator[StateChange]:
        arn = str(reads.call.parameters.get("PolicyArn"))
        for one in found:
            if one.resource.kind == kind:
                held = one.data.get("Attached")
                has = held is not None and any(item.get("PolicyArn") == arn for item in held)
                now = tr(_UNKNOWN) if held is None else tr("given") if has else tr("not given")
                name = arn.rpartition("/")[2]
                yield StateChange(
                    what=_what(one, tr("policy {name}", name=name)),
                    now=now,
                    then=tr("given") if attached else tr("not given"),
                )

    return reckon


def _own_policy(what: str, read: str, owner: str) -> Reckon:
    """A policy written into a user, a role or a group."""

    def reckon(reads: Reads, _found: Sequence[Found]) -> Iterator[StateChange]:
        given = reads.call.parameters
        name, of = str(given.get("PolicyName")), str(given.get(owner))
        answer = reads(read, **{owner: of, "PolicyName": name})
        now = _document(answer.get("PolicyDocument")) if answer else tr("not there")
        then = _document(given.get("PolicyDocument")) if "PolicyDocument" in given else tr("gone")
        yield StateChange(what=tr(what, owner=of, name=name), now=now, then=then)

    return reckon


def _document(document: object) -> str:
    """A policy in few words."""
    if isinstance(document, str):
        try:
            document = json.loads(document)
        except ValueError:
            return tr("a document that cannot be read")
    statements = document.get("Statement", ()) if isinstance(document, Mapping) else ()
    listed_ones = statements if isinstance(statements, list) else [statements]
    said: list[str] = []
    for statement in listed_ones:
        if isinstance(statement, Mapping):
            actions = statement.get("Action", statement.get("NotAction", ()))
            names = [actions] if isinstance(actions, str) else [str(action) for action in actions or ()]
            said.append(f"{statement.get('Effect', '')} {listed(names)}".strip())
    return _said("; ".join(said)) if said else tr("no statement")


def _bucket(what: str, read: str, inside: str, given: str) -> Reckon:
    """A part of a bucket's configuration, as a whole: what stood there, in few words."""

    def reckon(reads: Reads, _found: Sequence[Found]) -> Iterator[StateChange]:
        bucket = str(reads.call.parameters.get("Bucket"))
        answer = reads(read, Bucket=bucket)
        now, then = answer.get(inside) if inside else answer, reads.call.parameters.get(given)
        document = what == "policy"
        yield StateChange(
            what=f"{bucket} {tr(what)}",
            now=tr("none") if not now else _document(now) if document else _said(now),
            then=tr("none") if not then else _document(then) if document else _said(then),
        )

    return reckon


def _versioning(reads: Reads, _found: Sequence[Found]) -> Iterator[StateChange]:
    bucket = str(reads.call.parameters.get("Bucket"))
    given = reads.call.parameters.get("VersioningConfiguration")
    then = _status(given) if isinstance(given, Mapping) else tr(_UNKNOWN)
    now = _status(reads("s3:GetBucketVersioning", Bucket=bucket))
    yield StateChange(what=tr("{bucket} versioning", bucket=bucket), now=now, then=then)


def _status(versioning: Mapping[str, Any]) -> str:
    return str(versioning.get("Status") or "").lower() or tr("off")


def _public_access(reads: Reads, _found: Sequence[Found]) -> Iterator[StateChange]:
    bucket = str(reads.call.parameters.get("Bucket"))
    now = reads("s3:GetPublicAccessBlock", Bucket=bucket).get("PublicAccessBlockConfiguration", {})
    given = reads.call.parameters.get("PublicAccessBlockConfiguration", {})
    then = given if isinstance(given, Mapping) else {}
    for name in ("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"):
        yield StateChange(what=f"{bucket} {name}", now=_said(bool(now.get(name))), then=_said(bool(then.get(name))))


def _rules(then: str, now: str) -> Reckon:
    """Rules of a security group that are added or taken away."""

    def reckon(reads: Reads, _found: Sequence[Found]) -> Iterator[StateChange]:
        given = reads.call.parameters
        group = str(given.get("GroupId") or given.get("GroupName"))
        rules = given.get("IpPermissions")
        for rule in rules if isinstance(rules, (list, tuple)) else [given]:
            for whom in _whom(rule):
                yield StateChange(
                    what=tr("{group} {ports} from {whom}", group=group, ports=_ports(rule), whom=whom),
                    now=tr(now),
                    then=tr(then),
                )

    return reckon


def _whom(rule: Mapping[str, Any]) -> Iterator[str]:
    if isinstance(rule.get("CidrIp"), str):
        yield str(rule["CidrIp"])
    for list_name, name in (
        ("IpRanges", "CidrIp"),
        ("Ipv6Ranges", "CidrIpv6"),
        ("UserIdGroupPairs", "GroupId"),
        ("PrefixListIds", "PrefixListId"),
    ):
        for entry in rule.get(list_name) or ():
            yield str(entry.get(name))


def _ports(rule: Mapping[str, Any]) -> str:
    first, last = rule.get("FromPort"), rule.get("ToPort")
    if str(rule.get("IpProtocol")) == "-1" or first is None:
        return tr("every port")
    return (
        tr("port {port}", port=first)
        if first == last or last is None
        else tr("ports {first} to {last}", first=first, last=last)
    )


def _records(reads: Reads, found: Sequence[Found]) -> Iterator[StateChange]:
    batch = reads.call.parameters["ChangeBatch"]
    assert isinstance(batch, Mapping)
    known = {one.resource.id: one.data for one in found if one.resource.kind == "record"}
    for change in batch["Changes"]:
        wanted = change["ResourceRecordSet"]
        name = f"{wanted.get('Name')} {wanted.get('Type')}"
        then = tr("gone") if change.get("Action") == "DELETE" else _values(wanted)
        yield StateChange(what=name, now=_values(known.get(name, {})) or tr("not there"), then=then)


def _values(record: Mapping[str, Any]) -> str:
    alias = record.get("AliasTarget", {}).get("DNSName", "")
    return listed([str(entry.get("Value")) for entry in record.get("ResourceRecords", ())]) or str(alias)


def _throughput(reads: Reads, found: Sequence[Found]) -> Iterator[StateChange]:
    given = reads.call.parameters.get("ProvisionedThroughput")
    for one in found:
        old = one.data.get("ProvisionedThroughput", {})
        for name, value in given.items() if isinstance(given, Mapping) else ():
            yield StateChange(what=_what(one, name), now=_said(old.get(name)), then=_said(value))


def _address(then_of: str) -> Reckon:
    def reckon(reads: Reads, found: Sequence[Found]) -> Iterator[StateChange]:
        leads = reads.call.parameters.get(then_of) if then_of else None
        for one in found:
            if one.resource.kind == "Elastic IP":
                now = one.data.get("InstanceId") or one.data.get("NetworkInterfaceId") or tr("nowhere")
                yield StateChange(what=_what(one, tr("leads to")), now=str(now), then=str(leads or tr("nowhere")))

    return reckon


def _to_be_deleted(reads: Reads, found: Sequence[Found]) -> Iterator[StateChange]:
    days = reads.call.parameters.get("PendingWindowInDays", 30)
    yield from _state(tr("deleted in {days} days", days=days), "key", "KeyState")(reads, found)


def _emptied(_reads: Reads, found: Sequence[Found]) -> Iterator[StateChange]:
    for one in found:
        now = one.resource.facts[0] if one.resource.facts else tr(_UNKNOWN)
        yield StateChange(what=_what(one, tr("messages")), now=now, then=tr("none"))


def _kept_for_ever(_reads: Reads, found: Sequence[Found]) -> Iterator[StateChange]:
    for one in found:
        days = one.data.get("retentionInDays")
        yield StateChange(what=_what(one, "retentionInDays"), now=_said(days), then=tr("kept for ever"))


def _resized(reads: Reads, found: Sequence[Found]) -> Iterator[StateChange]:
    """Attributes that the call names as the description does."""
    for one in found:
        if one.resource.kind == "volume":
            for name in ("Size", "VolumeType", "Iops", "Throughput"):
                if name in reads.call.parameters:
                    then = reads.call.parameters[name]
                    yield StateChange(what=_what(one, name), now=_said(one.data.get(name)), then=_said(then))


def _replaced_tags(reads: Reads, found: Sequence[Found]) -> Iterator[StateChange]:
    """Tags as a whole: what the call does not name is taken away."""
    given = reads.call.parameters.get("Tagging")
    then = tags_of(given.get("TagSet")) if isinstance(given, Mapping) else {}
    for one in found:
        for tag in {**one.resource.tags, **then}:
            now = one.resource.tags.get(tag, tr(_ABSENT))
            yield StateChange(what=_what(one, tr("tag {tag}", tag=tag)), now=now, then=then.get(tag, tr(_ABSENT)))


_ROLE_POLICY = marked("role {owner} policy {name}")
_USER_POLICY = marked("user {owner} policy {name}")
_CHANGES: Mapping[str, Reckon] = {
    "dynamodb:UpdateTable": _throughput,
    "ec2:AssociateAddress": _address("InstanceId"),
    "ec2:AttachVolume": _attached,
    "ec2:AuthorizeSecurityGroupIngress": _rules(marked("let in"), marked("not let in")),
    "ec2:DetachVolume": _detached,
    "ec2:DisassociateAddress": _address(""),
    "ec2:ModifyVolume": _resized,
    "ec2:RevokeSecurityGroupIngress": _rules(marked("not let in"), marked("let in")),
    "ec2:StartInstances": _state("running", "instance", "State", "Name"),
    "ec2:StopInstances": _state("stopped", "instance", "State", "Name"),
    "ec2:TerminateInstances": _state("terminated", "instance", "State", "Name"),
    "iam:AttachGroupPolicy": _policy_of("group", True),
    "iam:AttachRolePolicy": _policy_of("role", True),
    "iam:AttachUserPolicy": _policy_of("user", True),
    "iam:DeleteRolePolicy": _own_policy(_ROLE_POLICY, "iam:GetRolePolicy", "RoleName"),
    "iam:DeleteUserPolicy": _own_policy(_USER_POLICY, "iam:GetUserPolicy", "UserName"),
    "iam:DetachGroupPolicy": _policy_of("group", False),
    "iam:DetachRolePolicy": _policy_of("role", False),
    "iam:DetachUserPolicy": _policy_of("user", False),
    "iam:PutRolePolicy": _own_policy(_ROLE_POLICY, "iam:GetRolePolicy", "RoleName"),
    "iam:PutUserPolicy": _own_policy(_USER_POLICY, "iam:GetUserPolicy", "UserName"),
    "kms:CancelKeyDeletion": _state("Disabled", "key", "KeyState"),
    "kms:DisableKey": _state("Disabled", "key", "KeyState"),
    "kms:EnableKey": _state("Enabled", "key", "KeyState"),
    "kms:ScheduleKeyDeletion": _to_be_deleted,
    "logs:DeleteRetentionPolicy": _kept_for_ever,
    "rds:StartDBInstance": _state("available", "database", "DBInstanceStatus"),
    "rds:StopDBInstance": _state("stopped", "database", "DBInstanceStatus"),
    "route53:ChangeResourceRecordSets": _records,
    "s3:DeleteBucketEncryption": _bucket(
        marked("encryption"),
        "s3:GetBucketEncryption",
        "ServerSideEncryptionConfiguration",
        "ServerSideEncryptionConfiguration",
    ),
    "s3:DeleteBucketPolicy": _bucket(marked("policy"), "s3:GetBucketPolicy", "Policy", "Policy"),
    "s3:DeletePublicAccessBlock": _public_access,
    "s3:PutBucketEncryption": _bucket(
        marked("encryption"),
        "s3:GetBucketEncryption",
        "ServerSideEncryptionConfiguration",
        "ServerSideEncryptionConfiguration",
    ),
    "s3:PutBucketPolicy": _bucket(marked("policy"), "s3:GetBucketPolicy", "Policy", "Policy"),
    "s3:PutBucketTagging": _replaced_tags,
    "s3:PutBucketVersioning": _versioning,
    "s3:PutBucketWebsite": _bucket(marked("website"), "s3:GetBucketWebsite", "", "WebsiteConfiguration"),
    "s3:PutPublicAccessBlock": _public_access,
    "sqs:PurgeQueue": _emptied,
}
