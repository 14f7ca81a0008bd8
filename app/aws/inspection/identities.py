"""What IAM says of users, roles, groups and policies, and of who would notice a change to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from app.aws.inspection.finding import Finder, by_name
from app.aws.inspection.reads import Found, Reads, listed, texts
from app.domain.aws import Resource, tags_of
from app.domain.language import marked, plural, tr


def users(reads: Reads, names: Sequence[str]) -> Iterator[Found]:
    """Users, with their keys, groups and policies."""
    for name in names:
        user = reads("iam:GetUser", UserName=name).get("User", {})
        if not user:
            continue
        keys = reads("iam:ListAccessKeys", UserName=name).get("AccessKeyMetadata", ())
        groups = [item["GroupName"] for item in reads("iam:ListGroupsForUser", UserName=name).get("Groups", ())]
        attached = reads("iam:ListAttachedUserPolicies", UserName=name).get("AttachedPolicies", ())
        own = reads("iam:ListUserPolicies", UserName=name).get("PolicyNames", ())
        devices = reads("iam:ListMFADevices", UserName=name).get("MFADevices", ())
        active = sum(key.get("Status") == "Active" for key in keys)
        signed_in = str(user.get("PasswordLastUsed") or "")[:10]
        facts = texts(
            plural("1 access key", "{count} access keys", len(keys)),
            keys and active != len(keys) and tr("{active} of them active", active=active),
            signed_in and tr("last signed in {signed_in}", signed_in=signed_in),
            tr("with a second factor") if devices else tr("without a second factor"),
        )
        dependants = texts(
            groups and tr("in {place}", place=listed(groups)),
            attached and tr("has {names}", names=listed([item["PolicyName"] for item in attached])),
            own and plural("1 policy of its own", "{count} policies of its own", len(own)),
        )
        found = Resource(kind="user", id=name, facts=facts, tags=tags_of(user.get("Tags")), dependants=dependants)
        yield Found(resource=found, data={**user, "Attached": list(attached), "Keys": list(keys)})


def roles(reads: Reads, names: Sequence[str]) -> Iterator[Found]:
    """Roles, with their policies, who may take them, and when that last happened."""
    for name in names:
        role = reads("iam:GetRole", RoleName=name).get("Role", {})
        if not role:
            continue
        attached = reads("iam:ListAttachedRolePolicies", RoleName=name).get("AttachedPolicies", ())
        own = reads("iam:ListRolePolicies", RoleName=name).get("PolicyNames", ())
        profiles = reads("iam:ListInstanceProfilesForRole", RoleName=name).get("InstanceProfiles", ())
        used = role.get("RoleLastUsed", {})
        when = str(used.get("LastUsedDate") or "")[:10]
        facts = texts(
            tr("last used {when}", when=when) if when else tr("not used as far as AWS knows"),
            used.get("Region") and tr("in {place}", place=used["Region"]),
            _trusted(role.get("AssumeRolePolicyDocument")),
        )
        dependants = texts(
            attached and tr("has {names}", names=listed([item["PolicyName"] for item in attached])),
            own and plural("1 policy of its own", "{count} policies of its own", len(own)),
            profiles
            and tr(
                "machines with the profile {names} use it",
                names=listed([item["InstanceProfileName"] for item in profiles]),
            ),
        )
        found = Resource(kind="role", id=name, facts=facts, tags=tags_of(role.get("Tags")), dependants=dependants)
        yield Found(resource=found, data={**role, "Attached": list(attached)})


def _trusted(document: object) -> str:
    """Which services may take a role, from its trust policy."""
    statements: Any = document.get("Statement", ()) if isinstance(document, dict) else ()
    services: list[str] = []
    for statement in statements if isinstance(statements, list) else [statements]:
        principal = statement.get("Principal") if isinstance(statement, dict) else None
        named = principal.get("Service") if isinstance(principal, dict) else None
        services += [str(name) for name in (named if isinstance(named, list) else [named]) if name]
    return tr("for {services}", services=listed(services)) if services else ""


def groups(reads: Reads, names: Sequence[str]) -> Iterator[Found]:
    """Groups, with who is in them and what they are given."""
    for name in names:
        answer = reads("iam:GetGroup", GroupName=name)
        if not answer:
            continue
        members = [user["UserName"] for user in answer.get("Users", ())]
        attached = reads("iam:ListAttachedGroupPolicies", GroupName=name).get("AttachedPolicies", ())
        facts = (plural("1 user", "{count} users", len(members)),)
        dependants = texts(
            members
            and (
                tr("{name} is in it", name=members[0])
                if len(members) == 1
                else tr("{names} are in it", names=listed(members))
            ),
            attached and tr("has {names}", names=listed([item["PolicyName"] for item in attached])),
        )
        yield Found(resource=Resource(kind="group", id=name, facts=facts, dependants=dependants), data=answer)


def policies(reads: Reads, arns: Sequence[str]) -> Iterator[Found]:
    """Policies, with who has them."""
    for arn in arns:
        policy = reads("iam:GetPolicy", PolicyArn=arn).get("Policy", {})
        if not policy:
            continue
        held = reads("iam:ListEntitiesForPolicy", PolicyArn=arn)
        having = [
            tr(said, name=item[name])
            for said, list_name, name in (
                (marked("user {name}"), "PolicyUsers", "UserName"),
                (marked("role {name}"), "PolicyRoles", "RoleName"),
                (marked("group {name}"), "PolicyGroups", "GroupName"),
            )
            for item in held.get(list_name, ())
        ]
        facts = texts(
            tr("AWS's own") if arn.split(":")[4:5] == ["aws"] else "",
            tr("version {version}", version=policy.get("DefaultVersionId", "")),
        )
        dependants = (tr("given to {names}", names=listed(having)) if having else tr("given to nobody"),)
        name = str(policy.get("PolicyName", ""))
        tags = tags_of(policy.get("Tags"))
        found = Resource(kind="policy", id=arn, name=name, facts=facts, tags=tags, dependants=dependants)
        yield Found(resource=found, data=policy)


FINDERS = (
    Finder(by_name("iam", "UserName", creating=("CreateUser",)), users),
    Finder(by_name("iam", "RoleName", creating=("CreateRole",)), roles),
    Finder(by_name("iam", "GroupName", creating=("CreateGroup",)), groups),
    Finder(by_name("iam", "PolicyArn"), policies),
)
