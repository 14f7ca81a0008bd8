"""Whether the caller may make a call: IAM's policy simulator, and EC2's dry run. Both are advice and never a decision.

The simulator (SimulatePrincipalPolicy) looks at the caller's own policies. By its API reference it takes no account of
the resource's own policies unless they are given, and not of everything an organisation forbids; conditions on values
that it is not told count as not met.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from app.aws.execution.reading import AccountReader
from app.aws.inspection.reads import Reads, listed, strings
from app.domain.aws import Call, Check, Standing, references
from app.domain.errors import AwsAccessDeniedError, AwsError, BatonError
from app.domain.language import marked, tr

_ADVICE = marked(
    "Advice from IAM's simulator: it does not see the resource's own policy, nor all that the organisation forbids."
)
_ROOT = marked(
    "The account's root user may do everything that the organisation does not forbid; this cannot be simulated."
)
_MOST_ACTIONS, _MOST_RESOURCES = 20, 20
_ASSUMED = re.compile(r"arn:([\w-]+):sts::(\d{12}):assumed-role/([^/]+)/.+")
_EC2_KINDS = {
    "i": "instance",
    "vol": "volume",
    "sg": "security-group",
    "subnet": "subnet",
    "vpc": "vpc",
    "snap": "snapshot",
    "eipalloc": "elastic-ip",
    "nat": "natgateway",
    "eni": "network-interface",
    "rtb": "route-table",
    "igw": "internet-gateway",
}
_EC2_ID = re.compile(rf"({'|'.join(_EC2_KINDS)})-[0-9a-f]{{8,17}}")
# A parameter of a service, and the ARN of what it names; {p} is the partition, {r} the region, {a} the account, {v} it.
_ARNS: Mapping[tuple[str, str], str] = {
    ("dynamodb", "TableName"): "arn:{p}:dynamodb:{r}:{a}:table/{v}",
    ("iam", "GroupName"): "arn:{p}:iam::{a}:group/{v}",
    ("iam", "RoleName"): "arn:{p}:iam::{a}:role/{v}",
    ("iam", "UserName"): "arn:{p}:iam::{a}:user/{v}",
    ("lambda", "FunctionName"): "arn:{p}:lambda:{r}:{a}:function:{v}",
    ("logs", "logGroupName"): "arn:{p}:logs:{r}:{a}:log-group:{v}:*",
    ("rds", "DBClusterIdentifier"): "arn:{p}:rds:{r}:{a}:cluster:{v}",
    ("rds", "DBInstanceIdentifier"): "arn:{p}:rds:{r}:{a}:db:{v}",
    ("route53", "HostedZoneId"): "arn:{p}:route53:::hostedzone/{v}",
    ("s3", "Bucket"): "arn:{p}:s3:::{v}",
}
_OBJECT_ACTION = re.compile(r"s3:\w*Object\w*")


def permission(reads: Reads, caller: str, actions: Sequence[str]) -> Check:
    """What the simulator says of ``caller`` (an ARN) doing ``actions`` to what the call names."""
    if not actions:
        return Check(standing=Standing.UNKNOWN, note=tr("Which IAM actions this call needs is not known."))
    source = _principal(reads, caller)
    if source is None:
        note = tr(_ROOT) if caller.endswith(":root") else tr("Only users and roles can be simulated.")
        return Check(standing=Standing.UNKNOWN, note=note)
    resources = resource_arns(reads.call, caller, actions)
    given: dict[str, object] = {"PolicySourceArn": source, "ActionNames": list(actions)[:_MOST_ACTIONS]}
    if resources:
        given["ResourceArns"] = list(resources)
    try:
        answer = reads.strict("iam:SimulatePrincipalPolicy", **given)
    except AwsAccessDeniedError:
        return Check(
            standing=Standing.UNKNOWN, note=tr("You may not ask IAM's simulator (iam:SimulatePrincipalPolicy).")
        )
    except BatonError as error:
        return Check(standing=Standing.UNKNOWN, note=tr("IAM's simulator did not answer: {error}", error=error))
    return _verdict(answer.get("EvaluationResults", ()), named=bool(resources))


def _verdict(results: object, *, named: bool) -> Check:
    found: list[Mapping[str, Any]] = (
        [item for item in results if isinstance(item, Mapping)] if isinstance(results, list) else []
    )
    if not found:
        return Check(standing=Standing.UNKNOWN, note=tr("IAM's simulator said nothing."))
    explicit = _actions(found, "explicitDeny")
    implicit = _actions(found, "implicitDeny")
    if explicit:
        return Check(
            standing=Standing.DENIED,
            note=tr("A policy denies {actions}. {advice}", actions=listed(explicit), advice=tr(_ADVICE)),
            denied=tuple(explicit),
        )
    if not implicit:
        return Check(standing=Standing.ALLOWED, note=tr(_ADVICE))
    if any(item.get("MissingContextValues") for item in found if item.get("EvalDecision") == "implicitDeny"):
        return Check(
            standing=Standing.UNKNOWN,
            note=tr(
                "{actions} depends on conditions that the simulator is not told. {advice}",
                actions=listed(implicit),
                advice=tr(_ADVICE),
            ),
        )
    if not named:
        return Check(
            standing=Standing.UNKNOWN,
            note=tr(
                "{actions} is not allowed on everything, but may be on this resource. {advice}",
                actions=listed(implicit),
                advice=tr(_ADVICE),
            ),
        )
    return Check(
        standing=Standing.DENIED,
        note=tr("No policy of yours allows {actions}. {advice}", actions=listed(implicit), advice=tr(_ADVICE)),
        denied=tuple(implicit),
    )


def _actions(results: Sequence[Mapping[str, Any]], decision: str) -> list[str]:
    return list(
        dict.fromkeys(str(item.get("EvalActionName")) for item in results if item.get("EvalDecision") == decision)
    )


def _principal(reads: Reads, caller: str) -> str | None:
    """The user's or role's own ARN: an assumed role's names a session, and leaves out the role's path."""
    assumed = _ASSUMED.fullmatch(caller)
    if assumed is not None:
        partition, account, role = assumed.groups()
        try:
            found = reads.strict("iam:GetRole", RoleName=role).get("Role")
        except BatonError:
            found = None
        arn = found.get("Arn") if isinstance(found, Mapping) else None
        return str(arn) if arn else f"arn:{partition}:iam::{account}:role/{role}"
    return caller if re.fullmatch(r"arn:[\w-]+:iam::\d{12}:(?:user|role)/.+", caller) else None


def resource_arns(call: Call, caller: str, actions: Sequence[str] = ()) -> tuple[str, ...]:
    """The ARNs of what a call names, as far as names tell them; empty where they do not."""
    parts = caller.split(":")
    partition, account = (parts[1], parts[4]) if len(parts) > 4 else ("aws", "")
    found = [text for text in strings(call.parameters) if text.startswith("arn:") and text.count(":") >= 5]
    found = [text for text in found if len(text) < 2048 and "{" not in text]
    if call.id.service == "ec2":
        for text in strings(call.parameters):
            if matched := _EC2_ID.fullmatch(text):
                found.append(f"arn:{partition}:ec2:{call.region}:{account}:{_EC2_KINDS[matched[1]]}/{text}")
    for (service, name), pattern in _ARNS.items():
        value = call.parameters.get(name)
        if service == call.id.service and isinstance(value, str) and value and not value.startswith("arn:"):
            found.append(pattern.format(p=partition, r=call.region, a=account, v=value))
    bucket, key = call.parameters.get("Bucket"), call.parameters.get("Key")
    if call.id.service == "s3" and isinstance(bucket, str) and any(_OBJECT_ACTION.fullmatch(name) for name in actions):
        found = [f"arn:{partition}:s3:::{bucket}/{key if isinstance(key, str) else '*'}"]
    return tuple(dict.fromkeys(found))[:_MOST_RESOURCES]


def dry_run(reader: AccountReader, call: Call, actions: Sequence[str], *, rehearsed: bool) -> Check | None:
    """What EC2 says to the call as a dry run; ``None`` where it has none. ``rehearsed``: the demo account answers."""
    if any(True for _ in references(call.parameters)):
        return None  # a value comes from an earlier step, which has not run yet
    try:
        passed = reader.dry_run(call)
    except AwsAccessDeniedError as error:
        return Check(
            standing=Standing.DENIED, note=tr("EC2 would refuse it: {error}", error=error), denied=tuple(actions)
        )
    except AwsError as error:
        if error.retryable or not error.code:
            return Check(standing=Standing.UNKNOWN, note=tr("EC2 could not be asked: {error}", error=error))
        return Check(standing=Standing.DENIED, note=tr("EC2 would refuse it: {error}", error=error))
    except BatonError as error:
        return Check(standing=Standing.UNKNOWN, note=tr("EC2 could not be asked: {error}", error=error))
    if passed is None:
        return None
    limits = tr("It looks at permission and parameters, not at what is free or in use.")
    said = (
        tr("The demo account lets every dry run pass.")
        if rehearsed
        else tr("EC2 would carry it out. {limits}", limits=limits)
    )
    return Check(standing=Standing.ALLOWED, note=said)
