"""What a policy document lets whom do, in sentences. Refuses to say what AWS would decide: it reads what is written.

A policy is told by its statements, wherever it stands and however it is spelled: one statement or a list, one action or
a list, names in any case, wildcards inside names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase

from app.aws.risk.findings import LONGEST, Finding, Repeated, as_list, document, folded, structures
from app.domain.aws import Risk
from app.domain.language import marked, tr
from app.domain.text import visible

_ACCOUNT = re.compile(r"(?:arn:[\w-]+:(?:iam|sts)::)?(\d{12})(?::.*)?", re.DOTALL)
_NAMES = frozenset({"action", "notaction", "resource", "notresource", "principal", "notprincipal", "condition"})
# One of these on every resource is as good as every right.
_ESCALATING = {
    "iam:passrole": marked("hand any role to a service"),
    "sts:assumerole": marked("take any role"),
    "iam:createaccesskey": marked("make keys for any user"),
    "iam:createloginprofile": marked("give any user a password"),
    "iam:updateassumerolepolicy": marked("say who may take any role"),
    "iam:attachuserpolicy": marked("give any user any policy"),
    "iam:attachrolepolicy": marked("give any role any policy"),
    "iam:putuserpolicy": marked("give any user any right"),
    "iam:putrolepolicy": marked("give any role any right"),
    "iam:createpolicyversion": marked("rewrite any policy"),
    "iam:addusertogroup": marked("put any user into any group"),
}


def policy_findings(value: object) -> Iterator[Finding]:
    """What the policies anywhere in ``value`` grant."""
    for structure in structures(value):
        for name, inner in structure.items():
            if str(name).casefold() == "statement":
                yield from _policy(structure, inner)
            elif isinstance(inner, str):
                yield from _text(inner)
    if isinstance(value, str):
        yield from _text(value)


def _text(text: str) -> Iterator[Finding]:
    """A text that means to be a policy and cannot be read as one: AWS may read it all the same."""
    if text.lstrip()[:1] in ("{", "[") and "statement" in text[:LONGEST].casefold() and document(text) is None:
        yield Finding(Risk.PERMISSIONS, tr("It holds a policy that cannot be read."))


def _policy(policy: Mapping[str, object], statements: object) -> Iterator[Finding]:
    found = [entry for entry in as_list(statements) if isinstance(entry, Mapping)]
    own = [folded(entry) for entry in found]
    if not any("effect" in entry or _NAMES & entry.keys() for entry in own):
        return
    yield Finding(Risk.PERMISSIONS, tr("It holds a policy, which says who may do what."))
    if isinstance(policy, Repeated) or any(isinstance(entry, Repeated) for entry in found):
        yield Finding(
            Risk.PERMISSIONS, tr("The policy says one thing twice, and which of the two counts is not certain.")
        )
    for entry in own:
        if str(entry.get("effect", "")).strip().casefold() != "deny":
            yield from _allow(entry)


def _allow(statement: Mapping[str, object]) -> Iterator[Finding]:
    yield from _who(statement)
    if "notaction" in statement:
        yield Finding(Risk.PERMISSIONS, tr("The policy allows everything but what it lists."))
    if "notprincipal" in statement:
        yield Finding(Risk.PERMISSIONS, tr("The policy lets everyone in but those it lists."))
    if "notresource" in statement:
        yield Finding(Risk.PERMISSIONS, tr("The policy covers every resource but those it lists."))
    actions = list(dict.fromkeys(str(action).strip().casefold() for action in as_list(statement.get("action"))))
    everywhere = "notresource" in statement or any(
        _is_any(str(resource).rpartition(":")[2].partition("/")[2] or resource)
        for resource in as_list(statement.get("resource"))
    )
    if any(_is_any(action.partition(":")[2] or action) and _is_any(action.partition(":")[0]) for action in actions):
        yield Finding(Risk.PERMISSIONS, tr("The policy allows every action."))
        return
    for action in actions:
        service, _, name = action.partition(":")
        if name and _is_any(name):
            yield Finding(
                Risk.PERMISSIONS, tr("The policy allows every action of {service}.", service=visible(service))
            )
    if everywhere:
        for wanted, means in _ESCALATING.items():
            if any(fnmatchcase(wanted, _without_sets(action)) for action in actions):
                yield Finding(
                    Risk.PERMISSIONS,
                    tr(
                        "The policy allows {action} on everything: {means}.",
                        action=_spelled(wanted),
                        means=tr(means),
                    ),
                )


def _who(statement: Mapping[str, object]) -> Iterator[Finding]:
    conditions = bool(statement.get("condition"))
    for kind, name in _principals(statement.get("principal")):
        if kind in ("", "aws") and _is_any(name):
            yield Finding(
                Risk.PERMISSIONS,
                tr("The policy lets anyone in the world in who meets its conditions.")
                if conditions
                else tr("The policy lets anyone in the world do what it allows."),
            )
        elif kind in ("", "aws") and (account := _ACCOUNT.fullmatch(name)):
            yield Finding(Risk.PERMISSIONS, tr("The policy lets account {account} in.", account=account[1]))
        elif kind == "federated":
            whom = visible(name)
            yield Finding(
                Risk.PERMISSIONS,
                tr("The policy lets in whom {name} has signed in.", name=whom)
                if conditions
                else tr("The policy lets in whom {name} has signed in, whoever it says they are.", name=whom),
            )


def _principals(value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for kind, names in value.items():
            for name in as_list(names):
                yield str(kind).casefold(), str(name).strip()
    else:
        for name in as_list(value):
            yield "", str(name).strip()


def _is_any(text: object) -> bool:
    """``*``, and what means the same: ``**``, ``*?``."""
    return bool(re.fullmatch(r"[*?]*\*[*?]*", str(text).strip()))


def _without_sets(pattern: str) -> str:
    """Fnmatch knows character sets, and policies do not."""
    return pattern.replace("[", "[[]")


def _spelled(action: str) -> str:
    service, _, name = action.partition(":")
    words = {"passrole": "PassRole", "assumerole": "AssumeRole"}
    return f"{service}:{words.get(name, name)}"
