"""What a parameter means by its name and value, wherever it stands. Refuses to know which operation it is given to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from app.aws.risk.findings import Finding, as_list, folded, is_false, is_true, leaves, structures
from app.aws.risk.openness import Openness, openness
from app.domain.aws import Risk
from app.domain.language import marked, tr

_READABLE = marked("With the ACL {acl}, everyone on the internet can read it.")
_CHANGEABLE = marked("With the ACL {acl}, everyone on the internet can read and change it.")
_READABLE_SIGNED_IN = marked("With the ACL {acl}, everyone with any AWS account can read it.")
_PUBLIC_ACLS = {
    "public-read": _READABLE,
    "public-read-write": _CHANGEABLE,
    "publicread": _READABLE,
    "publicreadwrite": _CHANGEABLE,
    "authenticated-read": _READABLE_SIGNED_IN,
    "authenticatedread": _READABLE_SIGNED_IN,
    "website": _READABLE,
}
_EVERYONE = ("groups/global/allusers", "groups/global/authenticatedusers")
_BROAD_POLICIES = {
    "AdministratorAccess": marked("{policy} gives every right in the account."),
    "PowerUserAccess": marked("{policy} gives nearly every right in the account."),
    "IAMFullAccess": marked("{policy} gives the right to give itself every other right."),
}
_WITHOUT_ENCRYPTION = marked("It will be stored without encryption.")
_NO_PROTECTION = marked("It takes the protection against deletion away.")
_REACHABLE = marked("It will be reachable from the whole internet.")
_ANYONE_CALLS = marked("Anyone who knows the address can call the function.")
_NOT_RECORDED = marked("What happens there will not be recorded any more.")

_ON: Mapping[str, Finding] = {
    "publiclyaccessible": Finding(Risk.PERMISSIONS, _REACHABLE),
    "ispublic": Finding(Risk.PERMISSIONS, _REACHABLE),
    "endpointpublicaccess": Finding(Risk.PERMISSIONS, marked("Its endpoint will be reachable from the internet.")),
    "allowexternalprincipals": Finding(
        Risk.PERMISSIONS, marked("It may be shared with accounts outside the organisation.")
    ),
    "associatepublicipaddress": Finding(None, marked("It gets an address that the internet can reach.")),
    "mappubliciponlaunch": Finding(None, marked("What is launched there gets an address that the internet can reach.")),
    "skipfinalsnapshot": Finding(Risk.DESTRUCTIVE, marked("No last snapshot is taken: the data is gone for good.")),
    "skipfinalclustersnapshot": Finding(
        Risk.DESTRUCTIVE, marked("No last snapshot is taken: the data is gone for good.")
    ),
    "skipfinalbackup": Finding(Risk.DESTRUCTIVE, marked("No last backup is taken: the data is gone for good.")),
    "deleteautomatedbackups": Finding(Risk.DESTRUCTIVE, marked("Its automated backups are deleted too.")),
    "forcedeletewithoutrecovery": Finding(
        Risk.DESTRUCTIVE, marked("The secret is deleted at once and cannot be brought back.")
    ),
    "bypassgovernanceretention": Finding(Risk.DESTRUCTIVE, marked("It passes over the lock that keeps objects.")),
    "bypasspolicylockoutsafetycheck": Finding(
        Risk.PERMISSIONS, marked("It passes over the check that the policy still lets you in.")
    ),
    "expiredobjectdeletemarker": Finding(Risk.DESTRUCTIVE, marked("It removes what marks objects as deleted.")),
    "breakglass": Finding(None, marked("It passes over the usual safeguards.")),
}
_OFF: Mapping[str, Finding] = {
    **dict.fromkeys(
        (
            "deletionprotection",
            "deletionprotectionenabled",
            "deletion_protection.enabled",
            "enableterminationprotection",
            "disableapitermination",
            "disableapistop",
            "terminationprotected",
            "terminationprotectionenabled",
            "protectedfromscalein",
            "newinstancesprotectedfromscalein",
            "deletionprotectioncheck",
        ),
        Finding(None, _NO_PROTECTION),
    ),
    **dict.fromkeys(
        (
            "encrypted",
            "storageencrypted",
            "atrestencryptionenabled",
            "ssespecification",
            "sqsmanagedsseenabled",
            "encryptionatrestoptions",
            "encryptedatrest",
        ),
        Finding(None, _WITHOUT_ENCRYPTION),
    ),
    **dict.fromkeys(
        ("transitencryptionenabled", "nodetonodeencryptionoptions", "enforcehttps"),
        Finding(None, marked("What is sent to it may travel without encryption.")),
    ),
    **dict.fromkeys(
        ("enablelogging", "islogging", "loggingenabled", "access_logs.s3.enabled", "enablelogfilevalidation"),
        Finding(None, _NOT_RECORDED),
    ),
}
_LONGEST = 8_000  # characters of a text that is a grant, an ACL, a name or an address
_SWITCHES = frozenset({"value", "enabled", "enable"})
_PUBLIC_BLOCKS = {
    name.casefold(): name
    for name in ("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets")
}
# They begin with Force and force nothing that would hurt.
_GENTLE_FORCE = frozenset({"forcenewdeployment", "forceupdateenabled", "forcehttps", "forceapicall"})


def named_findings(parameters: Mapping[str, object], *, ports_told: bool = False) -> Iterator[Finding]:
    """What single values mean, and pairs of a name and a value in one structure. ``ports_told``: that a range of
    addresses is let in was said already, with the ports.
    """
    for path, value in leaves(parameters):
        name = _name(path)
        if is_true(value):
            yield from _on(name)
        elif is_false(value):
            yield from _off(name)
        if isinstance(value, str) and not (ports_told and name.startswith("cidr")):
            yield from _text(path[-1] if path else "", value)
    for structure in structures(parameters):
        yield from _pair(folded(structure))


def _name(path: tuple[str, ...]) -> str:
    """The name that says what a switch switches: that of the structure around it where it is only ``Enabled``."""
    names = [name.casefold() for name in path if name]
    if len(names) > 1 and names[-1] in _SWITCHES:
        return names[-2]
    return names[-1] if names else ""


def _on(name: str) -> Iterator[Finding]:
    if name in _ON:
        yield _said(_ON[name])
    elif name.startswith("force") and name not in _GENTLE_FORCE:
        yield Finding(None, tr("Force is set: what would otherwise stop it is passed over."))


def _said(finding: Finding) -> Finding:
    return replace(finding, sentence=tr(finding.sentence))


def _off(name: str) -> Iterator[Finding]:
    if name in _OFF:
        yield _said(_OFF[name])
    elif name in _PUBLIC_BLOCKS:
        sentence = tr("It switches {name} off, which keeps the public out.", name=_PUBLIC_BLOCKS[name])
        yield Finding(Risk.PERMISSIONS, sentence)


def _pair(structure: Mapping[str, object]) -> Iterator[Finding]:
    """Attributes given as a name beside a value, and combinations that mean something together."""
    name, value = structure.get("key", structure.get("attributename", structure.get("name"))), structure.get("value")
    if isinstance(name, str) and (is_false(value) or is_true(value)):
        yield from _on(name.casefold()) if is_true(value) else _off(name.casefold())
    if str(structure.get("mfadelete", "")).casefold() == "disabled":
        yield Finding(Risk.PERMISSIONS, tr("Versions can then be deleted without a second factor."))
    if str(structure.get("mfaconfiguration", "")).casefold() == "off":
        yield Finding(Risk.PERMISSIONS, tr("Nobody is asked for a second factor any more."))
    for kind in ("authtype", "functionurlauthtype"):
        if str(structure.get(kind, "")).casefold() == "none":
            yield Finding(Risk.PERMISSIONS, tr(_ANYONE_CALLS))


def _text(name: str, value: str) -> Iterator[Finding]:
    if len(value) > _LONGEST:
        return
    called = name.casefold()
    if called in ("acl", "accesscontrol", "cannedacl") and value.strip().casefold() in _PUBLIC_ACLS:
        sentence = _PUBLIC_ACLS[value.strip().casefold()]
        yield Finding(Risk.PERMISSIONS, tr(sentence, acl=value.strip()))
    elif wide := openness(value):
        lets_in = called.startswith("cidr") or called.endswith("cidrs")
        yield Finding(
            Risk.PERMISSIONS if lets_in else None,
            tr("{range} is the whole internet.", range=value.strip())
            if wide is Openness.ALL
            else tr("{range} is a large part of the internet.", range=value.strip()),
        )
    elif any(group in value.casefold() for group in _EVERYONE):
        yield Finding(Risk.PERMISSIONS, tr("It grants access to everyone."))
    elif value.startswith("arn:") and value.rpartition("/")[2] in _BROAD_POLICIES:
        policy = value.rpartition("/")[2]
        yield Finding(Risk.PERMISSIONS, tr(_BROAD_POLICIES[policy], policy=policy))


# --- templates and other documents whose lines are "name: value" -----------------------------------------------------

_LINE = re.compile(
    r"^[ \t]*(?:-[ \t]+)?['\"]?([\w.]+)['\"]?[ \t]*:[ \t]+['\"]?([^'\"#\n]{1,80})['\"]?[ \t]*$", re.MULTILINE
)
_TEMPLATE_KINDS = re.compile(r"AWS::(?:IAM|SSO|Organizations|RAM|KMS|LakeFormation)::\w+")
_ANYONE_IN = marked("A policy in the template lets anyone in the world in.")
_ANY = {
    "action": marked("A policy in the template allows every action."),
    "principal": _ANYONE_IN,
    "aws": _ANYONE_IN,
}
_STAYS = marked("What its template gives the DeletionPolicy Retain stays, and costs, when the stack is gone.")
_DELETES = marked("What its template gives the DeletionPolicy Delete is deleted with the stack, without a copy.")


def template_findings(text: str) -> Iterator[Finding]:
    """What a CloudFormation template says that a person must see. YAML is read line by line: enough for that."""
    for line in _LINE.finditer(text):
        name, value = line[1].casefold(), line[2].strip()
        if is_true(value):
            yield from _on(name)
        elif is_false(value):
            yield from _off(name) if name in _PUBLIC_BLOCKS or name in _OFF else ()
        elif name in _ANY and value == "*":
            yield Finding(Risk.PERMISSIONS, tr(_ANY[name]))
        else:
            yield from _text(line[1], value)
    if kind := _TEMPLATE_KINDS.search(text):
        yield Finding(Risk.PERMISSIONS, tr("The template has {kind}, which says who may do what.", kind=kind[0]))
    if re.search(r"\bDeletionPolicy['\"]?\s*:\s*['\"]?Delete\b", text):
        yield Finding(None, tr(_DELETES))
    if re.search(r"\bDeletionPolicy['\"]?\s*:\s*['\"]?Retain\b", text):
        yield Finding(None, tr(_STAYS))


def shared_with(*names: str) -> Callable[[Mapping[str, object]], Iterator[Finding]]:
    """A rule for parameters that list whom something is shared with: accounts, or ``all``."""
    wanted = frozenset(name.casefold() for name in names)

    def rule(parameters: Mapping[str, object]) -> Iterator[Finding]:
        for structure in structures(parameters):
            for name, value in folded(structure).items():
                if name not in wanted:
                    continue
                for whom in as_list(value):
                    yield from _shared(whom)

    return rule


def _shared(whom: object) -> Iterator[Finding]:
    if isinstance(whom, Mapping):
        for value in whom.values():
            yield from _shared(value)
    elif str(whom).strip().casefold() in ("all", "*"):
        yield Finding(Risk.PERMISSIONS, tr("Every AWS account will be able to copy it."))
    elif re.fullmatch(r"\d{12}", str(whom).strip()):
        yield Finding(Risk.PERMISSIONS, tr("Account {account} will be able to use it.", account=str(whom).strip()))
