"""Taking back changes to who may do what: attachments, memberships, inline policies, tags, users, roles, groups."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import unquote

from app.aws.undo.recipes import (
    Asked,
    Done,
    Recipe,
    Recipes,
    State,
    created,
    document,
    inverse,
    member,
    settings,
    value,
)
from app.aws.undo.tags import TagShape, tag_recipe
from app.domain.aws import Inverse
from app.domain.language import marked, tr

_ABSENT = ("NoSuchEntity",)
_NEW_ID = marked("It gets a new unique id, so policies elsewhere that name the old one by id do not fit it.")


def _attached(answer: Mapping[str, Any], given: Mapping[str, Any]) -> bool:
    policies = answer.get("AttachedPolicies", [])
    if answer.get("IsTruncated") and not any(item.get("PolicyArn") == given.get("PolicyArn") for item in policies):
        raise ValueError("too many attached policies to be sure")
    return any(item.get("PolicyArn") == given.get("PolicyArn") for item in policies)


def _attachments(kind: str) -> dict[str, Recipe]:
    name = f"{kind}Name"
    attach, detach = f"Attach{kind}Policy", f"Detach{kind}Policy"

    def recipe(adds: bool) -> Recipe:
        return member(
            read=f"iam:ListAttached{kind}Policies",
            read_by=(name,),
            has=_attached,
            adds=adds,
            back=detach if adds else attach,
            takes=(name, "PolicyArn"),
            sentence=marked("Detach the policy again") if adds else marked("Attach the policy again"),
        )

    return {f"iam:{attach}": recipe(adds=True), f"iam:{detach}": recipe(adds=False)}


def _document(found: object) -> str:
    """A policy as text: botocore decodes those that IAM answers, moto's and older ones come percent-encoded."""
    if isinstance(found, Mapping):
        return json.dumps(found)
    text = str(found)
    return unquote(text) if text.startswith("%") else text


def _inline(kind: str) -> dict[str, Recipe]:
    recipe = document(
        identifies=(f"{kind}Name", "PolicyName"),
        read=f"iam:Get{kind}Policy",
        restore=lambda found: {"PolicyDocument": _document(found["PolicyDocument"])},
        put=f"Put{kind}Policy",
        delete=f"Delete{kind}Policy",
        absent=_ABSENT,
        what=marked("the inline policy"),
    )
    return {f"iam:Put{kind}Policy": recipe, f"iam:Delete{kind}Policy": recipe}


def _tagging(kind: str, identifier: str) -> dict[str, Recipe]:
    shape = TagShape(
        service="iam",
        tag=f"Tag{kind}",
        untag=f"Untag{kind}",
        list_operation=f"List{kind}Tags",
        list_resource=identifier,
        list_tags="Tags",
        tag_resource=identifier,
        tag_tags="Tags",
        untag_resource=identifier,
        untag_keys="TagKeys",
        key="Key",
        text="Value",
    )
    recipe = tag_recipe(shape)
    return {f"iam:{shape.tag}": recipe, f"iam:{shape.untag}": recipe}


def _in_group(answer: Mapping[str, Any], given: Mapping[str, Any]) -> bool:
    return any(group.get("GroupName") == given.get("GroupName") for group in answer.get("Groups", []))


def _in_profile(answer: Mapping[str, Any], given: Mapping[str, Any]) -> bool:
    roles = answer.get("InstanceProfile", {}).get("Roles", [])
    return any(role.get("RoleName") == given.get("RoleName") for role in roles)


def _key_before(asked: Asked) -> State:
    user = {name: asked.given[name] for name in ("UserName",) if name in asked.given}
    keys = asked.read("iam:ListAccessKeys", user).get("AccessKeyMetadata", [])
    wanted = asked.given["AccessKeyId"]
    return {"status": next((key.get("Status") for key in keys if key.get("AccessKeyId") == wanted), None)}


def _key_back(done: Done) -> Inverse | None:
    was = done.before["status"]
    if was is None or was == done.given.get("Status"):
        return None
    parameters = done.only("UserName", "AccessKeyId") | {"Status": was}
    return inverse(
        tr("Make the key active again") if was == "Active" else tr("Make the key inactive again"),
        done.step("UpdateAccessKey", parameters),
    )


def _named_thing(kind: str, keeps: tuple[str, ...], sentence: str) -> Recipe:
    """A deleted user, role or group is created again, bare: AWS deletes only what has nothing attached."""
    name = f"{kind}Name"

    def before(asked: Asked) -> State:
        return {"thing": asked.read(f"iam:Get{kind}", {name: asked.given[name]}).get(kind, {})}

    def undone(done: Done) -> Inverse | None:
        thing = done.before["thing"]
        parameters = {name: done.given[name]} | {key: thing[key] for key in keeps if thing.get(key)}
        if kind == "Role":
            if not thing.get("AssumeRolePolicyDocument"):
                return None
            parameters["AssumeRolePolicyDocument"] = _document(thing["AssumeRolePolicyDocument"])
        boundary = thing.get("PermissionsBoundary", {}).get("PermissionsBoundaryArn")
        if boundary:
            parameters["PermissionsBoundary"] = boundary
        call = done.step(f"Create{kind}", parameters)
        return inverse(sentence, call, caveats=(_NEW_ID,))

    return Recipe(before=before, inverse=undone)


def _trust_before(asked: Asked) -> State:
    return {"role": asked.read("iam:GetRole", {"RoleName": asked.given["RoleName"]}).get("Role", {})}


def _trust_back(done: Done) -> Inverse | None:
    found = done.before["role"].get("AssumeRolePolicyDocument")
    if not found:
        return None
    parameters = done.only("RoleName") | {"PolicyDocument": _document(found)}
    return inverse(marked("Put the trust policy back as before"), done.step("UpdateAssumeRolePolicy", parameters))


def _versions_before(asked: Asked) -> State:
    versions = asked.read("iam:ListPolicyVersions", {"PolicyArn": asked.given["PolicyArn"]}).get("Versions", [])
    return {"default": next((item["VersionId"] for item in versions if item.get("IsDefaultVersion")), None)}


def _version_back(done: Done) -> Inverse | None:
    was, policy = done.before["default"], done.only("PolicyArn")
    if was is None:
        return None
    back = done.step("SetDefaultPolicyVersion", policy | {"VersionId": was})
    if done.call.id.operation == "SetDefaultPolicyVersion":
        changed = was != done.given.get("VersionId")
        return inverse(marked("Make the earlier version the default again"), back) if changed else None
    version = done.answer.get("PolicyVersion", {}).get("VersionId")
    if not version:
        return None
    delete = done.step("DeletePolicyVersion", policy | {"VersionId": version})
    calls = (back, delete) if done.given.get("SetAsDefault") else (delete,)
    return inverse(marked("Delete the new version of the policy"), *calls)


def _of_answer(place: str, name: str) -> Callable[[Done], Mapping[str, object]]:
    return lambda done: {name: done.answer.get(place, {}).get(name)}


def _new_key(done: Done) -> Mapping[str, object]:
    made = done.answer.get("AccessKey", {})
    return {name: made.get(name) for name in ("UserName", "AccessKeyId") if made.get(name)}


RECIPES: Recipes = {
    **_attachments("User"),
    **_attachments("Role"),
    **_attachments("Group"),
    **_inline("User"),
    **_inline("Role"),
    **_inline("Group"),
    **_tagging("User", "UserName"),
    **_tagging("Role", "RoleName"),
    **_tagging("Policy", "PolicyArn"),
    **_tagging("InstanceProfile", "InstanceProfileName"),
    "iam:AddUserToGroup": member(
        read="iam:ListGroupsForUser",
        read_by=("UserName",),
        has=_in_group,
        adds=True,
        back="RemoveUserFromGroup",
        takes=("GroupName", "UserName"),
        sentence=marked("Take the user out of the group again"),
    ),
    "iam:RemoveUserFromGroup": member(
        read="iam:ListGroupsForUser",
        read_by=("UserName",),
        has=_in_group,
        adds=False,
        back="AddUserToGroup",
        takes=("GroupName", "UserName"),
        sentence=marked("Put the user into the group again"),
    ),
    "iam:AddRoleToInstanceProfile": member(
        read="iam:GetInstanceProfile",
        read_by=("InstanceProfileName",),
        has=_in_profile,
        adds=True,
        back="RemoveRoleFromInstanceProfile",
        takes=("InstanceProfileName", "RoleName"),
        sentence=marked("Take the role out of the profile again"),
    ),
    "iam:RemoveRoleFromInstanceProfile": member(
        read="iam:GetInstanceProfile",
        read_by=("InstanceProfileName",),
        has=_in_profile,
        adds=False,
        back="AddRoleToInstanceProfile",
        takes=("InstanceProfileName", "RoleName"),
        sentence=marked("Put the role into the profile again"),
    ),
    "iam:UpdateAccessKey": Recipe(before=_key_before, inverse=_key_back),
    "iam:CreateAccessKey": created(delete="DeleteAccessKey", by=_new_key, what=marked("the access key")),
    "iam:CreateUser": created(delete="DeleteUser", by=_of_answer("User", "UserName"), what=marked("the user")),
    "iam:CreateRole": created(delete="DeleteRole", by=_of_answer("Role", "RoleName"), what=marked("the role")),
    "iam:CreateGroup": created(delete="DeleteGroup", by=_of_answer("Group", "GroupName"), what=marked("the group")),
    "iam:CreatePolicy": created(
        delete="DeletePolicy",
        by=lambda done: {"PolicyArn": done.answer.get("Policy", {}).get("Arn")},
        what=marked("the policy"),
    ),
    "iam:CreateInstanceProfile": created(
        delete="DeleteInstanceProfile",
        by=_of_answer("InstanceProfile", "InstanceProfileName"),
        what=marked("the instance profile"),
    ),
    "iam:CreateLoginProfile": created(
        delete="DeleteLoginProfile", by=lambda done: done.only("UserName"), what=marked("the console password")
    ),
    "iam:DeleteUser": _named_thing("User", ("Path", "Tags"), marked("Create the user again")),
    "iam:DeleteRole": _named_thing(
        "Role", ("Path", "Description", "MaxSessionDuration", "Tags"), marked("Create the role again")
    ),
    "iam:DeleteGroup": _named_thing("Group", ("Path",), marked("Create the group again")),
    "iam:UpdateAssumeRolePolicy": Recipe(before=_trust_before, inverse=_trust_back),
    "iam:UpdateRole": settings(
        read="iam:GetRole",
        read_by=lambda given: {"RoleName": given["RoleName"]},
        found=lambda answer: answer.get("Role"),
        restorable={
            "Description": lambda role: role.get("Description", ""),
            "MaxSessionDuration": value("MaxSessionDuration"),
        },
        identifies=("RoleName",),
        operation="UpdateRole",
        sentence=marked("Set the role back as before"),
    ),
    "iam:CreatePolicyVersion": Recipe(before=_versions_before, inverse=_version_back),
    "iam:SetDefaultPolicyVersion": Recipe(before=_versions_before, inverse=_version_back),
    "iam:CreateAccountAlias": Recipe(
        before=lambda asked: {"alias": first_text(asked.read("iam:ListAccountAliases", {}).get("AccountAliases"))},
        inverse=lambda done: inverse(
            marked("Put the account's alias back"),
            done.step("CreateAccountAlias", {"AccountAlias": done.before["alias"]})
            if done.before["alias"]
            else done.step("DeleteAccountAlias", done.only("AccountAlias")),
        ),
    ),
}


def first_text(items: object) -> str | None:
    """The first text of a list, if there is one."""
    return items[0] if isinstance(items, list) and items and isinstance(items[0], str) else None
