"""The demo account's policy simulator: SimulatePrincipalPolicy from the policies that stand in it, which moto lacks.

Owns the reading of a user's, its groups' or a role's policies, and IAM's rule that a denial wins. Refuses to weigh
conditions: a statement that has some grants nothing here, and denies nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from typing import Any
from urllib.parse import parse_qs
from xml.sax.saxutils import escape

from app.aws.demo.constants import DEMO_ACCOUNT_ID
from app.aws.demo.requests import Answer

_CONTENT_TYPE = "text/xml"
_NAMESPACE = "https://iam.amazonaws.com/doc/2010-05-08/"


def simulation_answer(body: bytes) -> Answer | None:
    """The answer to a request of IAM's with this body; ``None`` where it asks for no simulation of a principal."""
    asked = parse_qs(body.decode("utf-8", "replace"))
    if asked.get("Action") != ["SimulatePrincipalPolicy"]:
        return None
    source = asked.get("PolicySourceArn", [""])[0]
    statements = _statements(source)
    if statements is None:
        return "404 Not Found", _CONTENT_TYPE, _error("NoSuchEntity", f"There is no principal {source}.").encode()
    results = [
        _member(action, resource, decision(statements, action, resource))
        for action in _listed(asked, "ActionNames")
        for resource in _listed(asked, "ResourceArns") or ["*"]
    ]
    told = f"<IsTruncated>false</IsTruncated><EvaluationResults>{''.join(results)}</EvaluationResults>"
    answer = (
        f'<SimulatePrincipalPolicyResponse xmlns="{_NAMESPACE}"><SimulatePrincipalPolicyResult>{told}'
        "</SimulatePrincipalPolicyResult></SimulatePrincipalPolicyResponse>"
    )
    return "200 OK", _CONTENT_TYPE, answer.encode()


def decision(statements: Sequence[Mapping[str, Any]], action: str, resource: str) -> str:
    """``allowed``, ``explicitDeny`` or ``implicitDeny``."""
    effects = {str(one.get("Effect")) for one in statements if _speaks_of(one, action, resource)}
    return "explicitDeny" if "Deny" in effects else "allowed" if "Allow" in effects else "implicitDeny"


def _speaks_of(statement: Mapping[str, Any], action: str, resource: str) -> bool:
    if statement.get("Condition"):
        return False
    wanted = action.casefold()
    if "Action" in statement:
        is_named = any(fnmatchcase(wanted, pattern.casefold()) for pattern in _texts(statement["Action"]))
    else:
        is_named = not any(fnmatchcase(wanted, one.casefold()) for one in _texts(statement.get("NotAction", "*")))
    if "Resource" in statement:
        return is_named and any(fnmatchcase(resource, pattern) for pattern in _texts(statement["Resource"]))
    return is_named and not any(fnmatchcase(resource, one) for one in _texts(statement.get("NotResource", "*")))


def _statements(source: str) -> list[Mapping[str, Any]] | None:
    """Every statement that holds for a user or a role; ``None`` where there is no such one."""
    from moto.iam.models import iam_backends

    backend: Any = iam_backends[DEMO_ACCOUNT_ID]["aws"]
    kind, _, path = source.rpartition(":")[2].partition("/")
    name = path.rpartition("/")[2]
    holders: list[Any] = []
    if kind == "user":
        holders = [user for user in backend.users.values() if user.name == name]
        holders += [group for user in holders[:1] for group in backend.get_groups_for_user(user.name)]
    elif kind == "role":
        holders = [role for role in backend.roles.values() if role.name == name]
    if not holders:
        return None
    return [statement for holder in holders for document in _documents(holder) for statement in _read(document)]


def _documents(holder: Any) -> Iterator[str]:
    """The documents of a user's, a group's or a role's policies, as moto keeps them."""
    for policy in holder.managed_policies.values():
        yield from (version.document for version in policy.versions if version.version_id == policy.default_version_id)
    yield from holder.policies.values()


def _read(document: str) -> list[Mapping[str, Any]]:
    try:
        told = json.loads(document)
    except (ValueError, RecursionError):
        return []
    statements = told.get("Statement", [])
    return statements if isinstance(statements, list) else [statements]


def _texts(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else [str(value)]


def _listed(asked: Mapping[str, list[str]], name: str) -> list[str]:
    """The members of a list, in order, as the query protocol writes them."""
    found: list[str] = []
    while value := asked.get(f"{name}.member.{len(found) + 1}"):
        found.append(value[0])
    return found


def _member(action: str, resource: str, told: str) -> str:
    return (
        f"<member><EvalActionName>{escape(action)}</EvalActionName>"
        f"<EvalResourceName>{escape(resource)}</EvalResourceName><EvalDecision>{told}</EvalDecision></member>"
    )


def _error(code: str, message: str) -> str:
    return (
        f'<ErrorResponse xmlns="{_NAMESPACE}"><Error><Type>Sender</Type><Code>{code}</Code>'
        f"<Message>{escape(message)}</Message></Error></ErrorResponse>"
    )
