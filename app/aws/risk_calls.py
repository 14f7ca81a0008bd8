"""What a call's own parameters add to its operation's risk, and what the person must see. Refuses to lower a risk."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.aws.risk import raised
from app.domain.aws import Call, Classification, Risk

_DEEPEST = 40  # levels of nesting that are looked at
_PUBLIC_ACLS = {
    "public-read": "everyone on the internet can read it",
    "public-read-write": "everyone on the internet can read and change it",
    "authenticated-read": "everyone with any AWS account can read it",
    "website": "everyone on the internet can read it",
}
_EVERYONE = ("groups/global/AllUsers", "groups/global/AuthenticatedUsers")
_WHOLE_INTERNET = frozenset({"0.0.0.0/0", "::/0"})
_BROAD_POLICIES = {
    "AdministratorAccess": "every right in the account",
    "PowerUserAccess": "nearly every right in the account",
    "IAMFullAccess": "the right to give itself every other right",
}
_SQL = re.compile(r"(?:--[^\n]*\n|/\*.*?\*/|\(|\s)*([a-z]+)", re.IGNORECASE | re.DOTALL)
_SQL_KINDS = {
    **dict.fromkeys(("delete", "drop", "truncate"), (Risk.DESTRUCTIVE, "deletes")),
    **dict.fromkeys(("grant", "revoke"), (Risk.PERMISSIONS, "changes who may do what")),
}
_SQL_PARAMETERS = frozenset(
    {
        "Statement",
        "sql",
        "Sql",
        "sqlStatements",
        "Sqls",
        "QueryString",
        "queryString",
        "openCypherQuery",
        "gremlinQuery",
    }
)


@dataclass(frozen=True, slots=True)
class _Finding:
    """Something in the parameters. ``risk`` is what it raises the call to, ``None`` where it only wants to be seen."""

    risk: Risk | None
    sentence: str


def classify_call(classification: Classification, call: Call) -> Classification:
    """The operation's classification, raised where the parameters make the call riskier."""
    for finding in _findings(call, classification.risk):
        if finding.risk is not None:
            classification = raised(classification, finding.risk, finding.sentence)
    return classification


def call_warnings(classification: Classification, call: Call) -> Sequence[str]:
    """What the person must notice, one sentence each."""
    return list(dict.fromkeys(finding.sentence for finding in _findings(call, classification.risk)))


def _findings(call: Call, risk: Risk) -> Iterator[_Finding]:
    own = _OPERATIONS.get(str(call.id))
    if own is not None:
        yield from own(call.parameters)
    if risk not in (Risk.READ, Risk.SENSITIVE_READ):
        yield from _anywhere(call.parameters)


# --- what means the same wherever it stands ------------------------------------------------------------------------


def _anywhere(parameters: Mapping[str, object]) -> Iterator[_Finding]:
    for name, value in _leaves(parameters):
        if isinstance(value, str):
            yield from _text(name, value)
        elif name.casefold() == "publiclyaccessible" and value is True:
            yield _Finding(Risk.PERMISSIONS, "It will be reachable from the whole internet.")
        elif name.casefold() == "deletionprotection" and value is False:
            yield _Finding(None, "It takes the protection against deletion away.")
        elif (
            name in ("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets")
            and value is False
        ):
            yield _Finding(Risk.PERMISSIONS, f"It switches {name} off, which keeps the public out.")


def _text(name: str, value: str) -> Iterator[_Finding]:
    if name in ("ACL", "AccessControl", "acl") and value in _PUBLIC_ACLS:
        yield _Finding(Risk.PERMISSIONS, f"With the ACL {value}, {_PUBLIC_ACLS[value]}.")
    elif value in _WHOLE_INTERNET:
        lets_in = name.casefold().startswith("cidr")
        yield _Finding(Risk.PERMISSIONS if lets_in else None, f"{value} is the whole internet.")
    elif any(group in value for group in _EVERYONE):
        yield _Finding(Risk.PERMISSIONS, "It grants access to everyone.")
    elif value.startswith("arn:") and value.rpartition("/")[2] in _BROAD_POLICIES:
        policy = value.rpartition("/")[2]
        yield _Finding(Risk.PERMISSIONS, f"{policy} gives {_BROAD_POLICIES[policy]}.")
    elif name in _SQL_PARAMETERS:
        yield from _sql(value)
    elif "Statement" in value and value.lstrip()[:1] in ("{", "["):
        yield from _policy(value)


def _sql(text: str) -> Iterator[_Finding]:
    for statement in text.split(";"):
        found = _SQL.match(statement)
        word = found[1].casefold() if found else ""
        if word in _SQL_KINDS:
            risk, what = _SQL_KINDS[word]
            yield _Finding(risk, f"The statement begins with {word.upper()}: it {what}.")
        if word in ("delete", "update") and not re.search(r"\bwhere\b", statement, re.IGNORECASE):
            yield _Finding(None, f"The {word.upper()} has no WHERE: it takes every row.")
        if word == "with" and re.search(r"\b(?:delete|drop|truncate)\b", statement, re.IGNORECASE):
            yield _Finding(Risk.DESTRUCTIVE, "The statement deletes.")


def _policy(text: str) -> Iterator[_Finding]:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        yield _Finding(Risk.PERMISSIONS, "It holds a policy that cannot be read.")
        return
    if not isinstance(document, Mapping):
        return
    yield _Finding(Risk.PERMISSIONS, "It holds a policy, which says who may do what.")
    statements = document.get("Statement")
    for statement in statements if isinstance(statements, list) else [statements]:
        if not isinstance(statement, Mapping) or statement.get("Effect") != "Allow":
            continue
        if "*" in _listed(_principal(statement.get("Principal"))) and not statement.get("Condition"):
            yield _Finding(Risk.PERMISSIONS, "The policy lets anyone in the world do what it allows.")
        if "*" in _listed(statement.get("Action")) or "*:*" in _listed(statement.get("Action")):
            yield _Finding(Risk.PERMISSIONS, "The policy allows every action.")
        if statement.get("NotAction") or statement.get("NotPrincipal"):
            yield _Finding(Risk.PERMISSIONS, "The policy allows everything but what it lists.")


def _principal(value: object) -> object:
    return [item for entry in value.values() for item in _listed(entry)] if isinstance(value, Mapping) else value


def _listed(value: object) -> list[object]:
    return list(value) if isinstance(value, (list, tuple)) else [value]


def _leaves(value: object, name: str = "", depth: int = 0) -> Iterator[tuple[str, object]]:
    """Every value that holds no others, with the name of the parameter it stands under."""
    if depth > _DEEPEST:
        return
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _leaves(inner, str(key), depth + 1)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _leaves(inner, name, depth + 1)
    else:
        yield name, value


def _holds(value: object, wanted: str, depth: int = 0) -> bool:
    """Whether a parameter named ``wanted`` stands anywhere inside."""
    if depth > _DEEPEST:
        return True
    if isinstance(value, Mapping):
        return wanted in value or any(_holds(inner, wanted, depth + 1) for inner in value.values())
    return isinstance(value, (list, tuple)) and any(_holds(inner, wanted, depth + 1) for inner in value)


# --- what single operations mean by their parameters ---------------------------------------------------------------

_Parameters = Mapping[str, object]
_Rule = Callable[[_Parameters], Iterator[_Finding]]


def _when(name: str, value: object, sentence: str, risk: Risk | None = None) -> _Rule:
    """A rule for one parameter with one value; the value ``...`` stands for any."""

    def rule(parameters: _Parameters) -> Iterator[_Finding]:
        if name in parameters and (value is ... or parameters[name] == value):
            yield _Finding(risk, sentence)

    return rule


def _always(sentence: str) -> _Rule:
    def rule(_: _Parameters) -> Iterator[_Finding]:
        yield _Finding(None, sentence)

    return rule


def _inside(name: str, sentence: str, risk: Risk) -> _Rule:
    """A rule for a parameter that stands anywhere inside the call."""

    def rule(parameters: _Parameters) -> Iterator[_Finding]:
        if _holds(parameters, name):
            yield _Finding(risk, sentence)

    return rule


def _all(*rules: _Rule) -> _Rule:
    def rule(parameters: _Parameters) -> Iterator[_Finding]:
        for part in rules:
            yield from part(parameters)

    return rule


def _record_changes(parameters: _Parameters) -> Iterator[_Finding]:
    if any(name == "Action" and value == "DELETE" for name, value in _leaves(parameters)):
        yield _Finding(Risk.DESTRUCTIVE, "It deletes DNS records.")


def _time_to_live(parameters: _Parameters) -> Iterator[_Finding]:
    if any(name == "Enabled" and value is True for name, value in _leaves(parameters)):
        yield _Finding(Risk.DESTRUCTIVE, "Items past their time will be deleted by themselves.")


def _patched_policy(parameters: _Parameters) -> Iterator[_Finding]:
    if any(name == "path" and str(value).startswith("/policy") for name, value in _leaves(parameters)):
        yield _Finding(Risk.PERMISSIONS, "It changes the API's policy, which says who may call it.")


def _many_instances(parameters: _Parameters) -> Iterator[_Finding]:
    count = parameters.get("MaxCount")
    if isinstance(count, int) and count > 10:
        yield _Finding(None, f"It launches up to {count} instances, and each costs money.")


def _stack_capabilities(parameters: _Parameters) -> Iterator[_Finding]:
    if any("IAM" in str(capability) for capability in _listed(parameters.get("Capabilities"))):
        yield _Finding(Risk.PERMISSIONS, "The template may create roles and policies.")


def _resource_type(parameters: _Parameters) -> Iterator[_Finding]:
    if re.match(r"AWS::(?:IAM|SSO|Organizations|RAM|KMS|LakeFormation)::", str(parameters.get("TypeName", ""))):
        yield _Finding(Risk.PERMISSIONS, "Resources of this type say who may do what.")


def _shared_with_all(parameters: _Parameters) -> Iterator[_Finding]:
    if any(value == "all" for _, value in _leaves(parameters)) and not _holds(parameters, "Remove"):
        yield _Finding(Risk.PERMISSIONS, "Every AWS account will be able to copy it.")


_EXPIRES = "It deletes objects by themselves when they reach an age."
_OPERATIONS: Mapping[str, _Rule] = {
    "apigateway:UpdateRestApi": _patched_policy,
    "autoscaling:SetDesiredCapacity": _when("DesiredCapacity", 0, "All of the group's instances will be terminated."),
    "autoscaling:UpdateAutoScalingGroup": _when("MaxSize", 0, "All of the group's instances will be terminated."),
    "cloudcontrol:CreateResource": _resource_type,
    "cloudcontrol:UpdateResource": _resource_type,
    "cloudformation:CreateChangeSet": _stack_capabilities,
    "cloudformation:CreateStack": _stack_capabilities,
    "cloudformation:DeleteStack": _always("All resources of the stack are deleted with it."),
    "cloudformation:ExecuteChangeSet": _always("A change set may replace or delete resources."),
    "cloudformation:UpdateStack": _all(_stack_capabilities, _always("An update may replace or delete resources.")),
    "dynamodb:BatchWriteItem": _inside("DeleteRequest", "It deletes items.", Risk.DESTRUCTIVE),
    "dynamodb:TransactWriteItems": _inside("Delete", "It deletes items.", Risk.DESTRUCTIVE),
    "dynamodb:UpdateTimeToLive": _time_to_live,
    "ec2:CancelSpotFleetRequests": _when("TerminateInstances", True, "The fleet's instances are terminated."),
    "ec2:ModifyImageAttribute": _shared_with_all,
    "ec2:ModifyInstanceAttribute": _when(
        "Groups", ..., "It changes which security groups protect the instance.", Risk.PERMISSIONS
    ),
    "ec2:ModifyInstanceMetadataOptions": _when(
        "HttpTokens", "optional", "It allows the older metadata service, from which credentials are stolen more easily."
    ),
    "ec2:ModifySnapshotAttribute": _shared_with_all,
    "ec2:RunInstances": _all(
        _many_instances,
        _when("IamInstanceProfile", ..., "The instance gets the rights of a role.", Risk.PERMISSIONS),
    ),
    "ec2:StopInstances": _always("What is on instance store volumes is lost when an instance stops."),
    "ecs:UpdateService": _when("desiredCount", 0, "The service will run nothing."),
    "iam:CreateAccessKey": _always("The secret key is shown once, in the answer."),
    "kms:DisableKey": _always("What the key encrypted cannot be read until the key is enabled again."),
    "lambda:AddPermission": _when("Principal", "*", "Anyone in the world can call the function.", Risk.PERMISSIONS),
    "lambda:CreateFunctionUrlConfig": _when(
        "AuthType", "NONE", "Anyone who knows the address can call the function.", Risk.PERMISSIONS
    ),
    "lambda:UpdateFunctionUrlConfig": _when(
        "AuthType", "NONE", "Anyone who knows the address can call the function.", Risk.PERMISSIONS
    ),
    "rds:DeleteDBCluster": _when("SkipFinalSnapshot", True, "No last snapshot is taken: the data is gone for good."),
    "rds:DeleteDBInstance": _when("SkipFinalSnapshot", True, "No last snapshot is taken: the data is gone for good."),
    "rds:ModifyDBInstance": _all(
        _when(
            "BackupRetentionPeriod",
            0,
            "It switches automated backups off and deletes those there are.",
            Risk.DESTRUCTIVE,
        ),
        _when("ApplyImmediately", True, "The change is made at once and may restart the database."),
    ),
    "rds:ModifyDBClusterSnapshotAttribute": _shared_with_all,
    "rds:ModifyDBSnapshotAttribute": _shared_with_all,
    "redshift:DeleteCluster": _when(
        "SkipFinalClusterSnapshot", True, "No last snapshot is taken: the data is gone for good."
    ),
    "route53:ChangeResourceRecordSets": _record_changes,
    "s3:PutBucketLifecycle": _all(
        _inside("Expiration", _EXPIRES, Risk.DESTRUCTIVE),
        _inside("NoncurrentVersionExpiration", _EXPIRES, Risk.DESTRUCTIVE),
    ),
    "s3:PutBucketLifecycleConfiguration": _all(
        _inside("Expiration", _EXPIRES, Risk.DESTRUCTIVE),
        _inside("NoncurrentVersionExpiration", _EXPIRES, Risk.DESTRUCTIVE),
    ),
    "s3:PutObject": _always("An object of this name, if there is one, is overwritten."),
    "secretsmanager:DeleteSecret": _when(
        "ForceDeleteWithoutRecovery", True, "The secret is deleted at once and cannot be brought back."
    ),
    "ssm:GetParameter": _when("WithDecryption", True, "It decrypts the parameter's value.", Risk.SENSITIVE_READ),
    "ssm:GetParameterHistory": _when(
        "WithDecryption", True, "It decrypts the parameter's values.", Risk.SENSITIVE_READ
    ),
    "ssm:GetParameters": _when("WithDecryption", True, "It decrypts the parameters' values.", Risk.SENSITIVE_READ),
    "ssm:GetParametersByPath": _when(
        "WithDecryption", True, "It decrypts the parameters' values.", Risk.SENSITIVE_READ
    ),
    "ssm:SendCommand": _always("The commands run with administrator's rights on the machines."),
}
RULED_OPERATIONS = frozenset(_OPERATIONS)
"""The operations that have rules of their own."""
