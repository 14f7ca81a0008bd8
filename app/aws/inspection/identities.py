"""What IAM says of users, roles, groups and policies, and of who would notice a change to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from app.aws.inspection.finding import Finder, by_name
from app.aws.inspection.reads import Found, Reads, counted, listed, texts
from app.domain.aws import Resource, tags_of


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
            counted(len(keys), "access key"),
            keys and active != len(keys) and f"{active} of them active",
            signed_in and f"last signed in {signed_in}",
            "with a second factor" if devices else "without a second factor",
        )
        dependants = texts(
            groups and f"in {listed(groups)}",
            attached and f"has {listed([item['PolicyName'] for item in attached])}",
            own and counted(len(own), "policy of its own", plural="policies of its own"),
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
            f"last used {when}" if when else "not used as far as AWS knows",
            used.get("Region") and f"in {used['Region']}",
            _trusted(role.get("AssumeRolePolicyDocument")),
        )
        dependants = texts(
            attached and f"has {listed([item['PolicyName'] for item in attached])}",
            own and counted(len(own), "policy of its own", plural="policies of its own"),
            profiles
            and f"machines with the profile {listed([item['InstanceProfileName'] for item in profiles])} use it",
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
    return f"for {listed(services)}" if services else ""


def groups(reads: Reads, names: Sequence[str]) -> Iterator[Found]:
    """Groups, with who is in them and what they are given."""
    for name in names:
        answer = reads("iam:GetGroup", GroupName=name)
        if not answer:
            continue
        members = [user["UserName"] for user in answer.get("Users", ())]
        attached = reads("iam:ListAttachedGroupPolicies", GroupName=name).get("AttachedPolicies", ())
        facts = (counted(len(members), "user"),)
        dependants = texts(
            members and f"{listed(members)} {'is' if len(members) == 1 else 'are'} in it",
            attached and f"has {listed([item['PolicyName'] for item in attached])}",
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
            f"{kind} {item[name]}"
            for kind, list_name, name in (
                ("user", "PolicyUsers", "UserName"),
                ("role", "PolicyRoles", "RoleName"),
                ("group", "PolicyGroups", "GroupName"),
            )
            for item in held.get(list_name, ())
        ]
        facts = texts(
            "AWS's own" if arn.split(":")[4:5] == ["aws"] else "", f"version {policy.get('DefaultVersionId', '')}"
        )
        dependants = (f"given to {listed(having)}" if having else "given to nobody",)
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
