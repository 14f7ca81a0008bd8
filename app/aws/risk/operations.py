"""What single operations mean by their parameters, beyond what a parameter says by its own name. Lowers no risk."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from app.aws.risk.findings import Finding, as_list, folded, holds, is_false, is_true, leaves, structures
from app.aws.risk.names import shared_with, template_findings
from app.aws.risk.openness import open_ports
from app.aws.risk.statements import command_findings
from app.domain.aws import Risk
from app.domain.language import marked, tr

Parameters = Mapping[str, object]
Rule = Callable[[Parameters], Iterator[Finding]]


def _when(name: str, value: object, sentence: str, risk: Risk | None = None) -> Rule:
    """A rule for one parameter with one value; the value ``...`` stands for any."""

    def rule(parameters: Parameters) -> Iterator[Finding]:
        if name in parameters and (value is ... or parameters[name] == value):
            yield Finding(risk, tr(sentence))

    return rule


def _always(sentence: str, risk: Risk | None = None) -> Rule:
    def rule(_: Parameters) -> Iterator[Finding]:
        yield Finding(risk, tr(sentence))

    return rule


def _inside(name: str, sentence: str, risk: Risk) -> Rule:
    """A rule for a parameter that stands anywhere inside the call."""

    def rule(parameters: Parameters) -> Iterator[Finding]:
        if holds(parameters, name):
            yield Finding(risk, tr(sentence))

    return rule


def _all(*rules: Rule) -> Rule:
    def rule(parameters: Parameters) -> Iterator[Finding]:
        for part in rules:
            yield from part(parameters)

    return rule


def _leaf(name: str, value: object) -> Callable[[Parameters], bool]:
    """Whether a value stands under a name anywhere, whatever the case of either."""

    def held(parameters: Parameters) -> bool:
        return any(
            bool(path) and path[-1].casefold() == name and str(found).casefold() == str(value).casefold()
            for path, found in leaves(parameters)
        )

    return held


def _where(held: Callable[[Parameters], bool], sentence: str, risk: Risk | None = None) -> Rule:
    def rule(parameters: Parameters) -> Iterator[Finding]:
        if held(parameters):
            yield Finding(risk, tr(sentence))

    return rule


def _outgoing(parameters: Parameters) -> Iterator[Finding]:
    yield from open_ports(parameters, outgoing=True)


def _patched_policy(parameters: Parameters) -> Iterator[Finding]:
    if any(path and path[-1] == "path" and str(value).startswith("/policy") for path, value in leaves(parameters)):
        yield Finding(Risk.PERMISSIONS, tr("It changes the API's policy, which says who may call it."))


def _many_instances(parameters: Parameters) -> Iterator[Finding]:
    count = parameters.get("MaxCount")
    if isinstance(count, int) and count > 10:
        yield Finding(None, tr("It launches up to {count} instances, and each costs money.", count=count))


def _start_script(parameters: Parameters) -> Iterator[Finding]:
    if holds(parameters, "UserData"):
        yield Finding(None, tr("Its start script (user data) runs with administrator's rights on the machine."))


def _template(parameters: Parameters) -> Iterator[Finding]:
    if any("IAM" in str(capability) for capability in as_list(parameters.get("Capabilities"))):
        yield Finding(Risk.PERMISSIONS, tr("The template may create roles and policies."))
    text = parameters.get("TemplateBody")
    if isinstance(text, str):
        yield from template_findings(text)
    elif "TemplateURL" in parameters:
        yield Finding(None, tr("Its template lies elsewhere, so Baton cannot look into it."))


def _resource_type(parameters: Parameters) -> Iterator[Finding]:
    if re.match(r"AWS::(?:IAM|SSO|Organizations|RAM|KMS|LakeFormation)::", str(parameters.get("TypeName", ""))):
        yield Finding(Risk.PERMISSIONS, tr("Resources of this type say who may do what."))


def _shared_volume(parameters: Parameters) -> Iterator[Finding]:
    """Adding somebody to those who may use a snapshot or an image, in both spellings that EC2 has."""
    if parameters.get("OperationType") == "remove":
        return
    yield from shared_with("UserIds", "GroupNames", "UserGroups")(parameters)
    for structure in structures(parameters):
        yield from shared_with("Add")(structure if "Add" in structure else {})


def _copied_elsewhere(parameters: Parameters) -> Iterator[Finding]:
    for structure in structures(parameters):
        account = folded(structure).get("account")
        if isinstance(account, str) and re.fullmatch(r"\d{12}", account.strip()):
            yield Finding(Risk.PERMISSIONS, tr("Objects are copied into account {account}.", account=account.strip()))


def _waiting_time(parameters: Parameters) -> Iterator[Finding]:
    days = parameters.get("PendingWindowInDays", 30)
    yield Finding(None, tr("In {days} days the key is gone, and with it all that it encrypted.", days=days))


def _instance_attribute(parameters: Parameters) -> Iterator[Finding]:
    if "Groups" in parameters:
        yield Finding(Risk.PERMISSIONS, tr("It changes which security groups protect the instance."))
    yield from _start_script(parameters)


def _function_permission(parameters: Parameters) -> Iterator[Finding]:
    whom = str(parameters.get("Principal", "")).strip()
    if whom == "*" and not parameters.get("SourceAccount") and not parameters.get("PrincipalOrgID"):
        yield Finding(Risk.PERMISSIONS, tr("Anyone in the world can call the function."))
    elif account := re.search(r"\b\d{12}\b", whom):
        yield Finding(Risk.PERMISSIONS, tr("Account {account} can call the function.", account=account[0]))


def _forced(sentence: str) -> Rule:
    """A rule for operations that lose something when they are forced."""

    def rule(parameters: Parameters) -> Iterator[Finding]:
        if any(is_true(value) for name, value in parameters.items() if name.casefold() == "force"):
            yield Finding(Risk.DESTRUCTIVE, tr(sentence))

    return rule


def _trail(parameters: Parameters) -> Iterator[Finding]:
    for name, sentence in (
        ("IsMultiRegionTrail", marked("Other regions will not be recorded any more.")),
        (
            "IncludeGlobalServiceEvents",
            marked("Changes to IAM and other global services will not be recorded any more."),
        ),
    ):
        if is_false(parameters.get(name)):
            yield Finding(Risk.DESTRUCTIVE, tr(sentence))


def _bucket_logging(parameters: Parameters) -> Iterator[Finding]:
    status = parameters.get("BucketLoggingStatus")
    if not isinstance(status, Mapping) or "LoggingEnabled" not in status:
        yield Finding(None, tr("Access to the bucket will not be recorded any more."))


_EXPIRES = marked("It deletes objects by themselves when they reach an age.")
_LIFECYCLE = _all(
    _inside("Expiration", _EXPIRES, Risk.DESTRUCTIVE),
    _inside("NoncurrentVersionExpiration", _EXPIRES, Risk.DESTRUCTIVE),
)
_SHARED_DATABASE = shared_with("ValuesToAdd")
_NOTHING_RECORDED = marked("What happens from then on is not recorded, and cannot be found out later.")
_UNWATCHED = marked("Threats are not looked for from then on.")
_TERMINATED = marked("All of the group's instances will be terminated.")
_STACK_UPDATE = marked("An update may replace or delete resources.")
_REPLICATES = _all(
    _copied_elsewhere, _always(marked("New objects are copied to another bucket, whoever can read that one."))
)
_BACKUPS_OFF = _when(
    "BackupRetentionPeriod",
    0,
    marked("It switches automated backups off and deletes those there are."),
    Risk.DESTRUCTIVE,
)
_AT_ONCE = _when("ApplyImmediately", True, marked("The change is made at once and may restart the database."))
OPERATION_RULES: Mapping[str, Rule] = {
    "apigateway:UpdateRestApi": _patched_policy,
    "autoscaling:CreateLaunchConfiguration": _start_script,
    "autoscaling:DeleteAutoScalingGroup": _when("ForceDelete", True, _TERMINATED),
    "autoscaling:SetDesiredCapacity": _when("DesiredCapacity", 0, _TERMINATED),
    "autoscaling:UpdateAutoScalingGroup": _when("MaxSize", 0, _TERMINATED),
    "cloudcontrol:CreateResource": _resource_type,
    "cloudcontrol:UpdateResource": _resource_type,
    "cloudformation:CreateChangeSet": _template,
    "cloudformation:CreateStack": _template,
    "cloudformation:DeleteStack": _all(
        _always(marked("All resources of the stack are deleted with it.")),
        _when(
            "DeletionMode",
            "FORCE_DELETE_STACK",
            marked("What cannot be deleted is left behind, and costs."),
        ),
    ),
    "cloudformation:ExecuteChangeSet": _always(marked("A change set may replace or delete resources.")),
    "cloudformation:UpdateStack": _all(_template, _always(_STACK_UPDATE)),
    "cloudtrail:DeleteTrail": _always(_NOTHING_RECORDED, Risk.DESTRUCTIVE),
    "cloudtrail:PutEventSelectors": _always(marked("It changes which events are recorded.")),
    "cloudtrail:StopEventDataStoreIngestion": _always(_NOTHING_RECORDED, Risk.DESTRUCTIVE),
    "cloudtrail:StopLogging": _always(_NOTHING_RECORDED, Risk.DESTRUCTIVE),
    "cloudtrail:UpdateTrail": _trail,
    "config:DeleteConfigurationRecorder": _always(_NOTHING_RECORDED, Risk.DESTRUCTIVE),
    "config:StopConfigurationRecorder": _always(_NOTHING_RECORDED, Risk.DESTRUCTIVE),
    "dynamodb:BatchWriteItem": _inside("DeleteRequest", marked("It deletes items."), Risk.DESTRUCTIVE),
    "dynamodb:TransactWriteItems": _inside("Delete", marked("It deletes items."), Risk.DESTRUCTIVE),
    "dynamodb:UpdateContinuousBackups": _where(
        _leaf("pointintimerecoveryenabled", False),
        marked("It can no longer be restored to a moment, and the older moments are lost."),
        Risk.DESTRUCTIVE,
    ),
    "dynamodb:UpdateTimeToLive": _where(
        _leaf("enabled", True), marked("Items past their time will be deleted by themselves."), Risk.DESTRUCTIVE
    ),
    "ec2:AuthorizeSecurityGroupEgress": _outgoing,
    "ec2:AuthorizeSecurityGroupIngress": open_ports,
    "ec2:CancelSpotFleetRequests": _when("TerminateInstances", True, marked("The fleet's instances are terminated.")),
    "ec2:CreateLaunchTemplate": _start_script,
    "ec2:CreateLaunchTemplateVersion": _start_script,
    "ec2:CreateNetworkAclEntry": open_ports,
    "ec2:DeleteFlowLogs": _always(marked("What flows through the network is not recorded any more."), Risk.DESTRUCTIVE),
    "ec2:DetachVolume": _forced(marked("A volume that is torn away may lose data.")),
    "ec2:DisableEbsEncryptionByDefault": _always(marked("New volumes will be stored without encryption.")),
    "ec2:ModifyImageAttribute": _shared_volume,
    "ec2:ModifyInstanceAttribute": _instance_attribute,
    "ec2:ModifyInstanceMetadataOptions": _when(
        "HttpTokens",
        "optional",
        marked("It allows the older metadata service, from which credentials are stolen more easily."),
    ),
    "ec2:ModifySecurityGroupRules": open_ports,
    "ec2:ModifySnapshotAttribute": _shared_volume,
    "ec2:ReplaceNetworkAclEntry": open_ports,
    "ec2:RequestSpotInstances": _start_script,
    "ec2:RunInstances": _all(
        _many_instances,
        _when("IamInstanceProfile", ..., marked("The instance gets the rights of a role."), Risk.PERMISSIONS),
        _start_script,
    ),
    "ec2:StopInstances": _all(
        _always(marked("What is on instance store volumes is lost when an instance stops.")),
        _forced(marked("A machine that is not shut down may lose what it has not written yet.")),
    ),
    "ecs:ExecuteCommand": command_findings,
    "ecs:RegisterTaskDefinition": _where(
        _leaf("privileged", True),
        marked("Its containers have administrator's rights on the machine."),
        Risk.PERMISSIONS,
    ),
    "ecs:UpdateService": _when("desiredCount", 0, marked("The service will run nothing.")),
    "eks:UpdateClusterConfig": _where(
        _leaf("enabled", False), marked("Its control plane will not be recorded any more.")
    ),
    "guardduty:DeleteDetector": _always(_UNWATCHED),
    "guardduty:UpdateDetector": _where(_leaf("enable", False), _UNWATCHED),
    "iam:CreateAccessKey": _always(marked("The secret key is shown once, in the answer.")),
    "iam:DeactivateMFADevice": _always(marked("The user will no longer be asked for a second factor.")),
    "iam:DeleteVirtualMFADevice": _always(marked("The device can no longer be a second factor.")),
    "kms:CreateGrant": _always(marked("Whoever is given the grant can use the key, whatever its policy says.")),
    "kms:DisableKey": _always(marked("What the key encrypted cannot be read until the key is enabled again.")),
    "kms:ScheduleKeyDeletion": _waiting_time,
    "lambda:AddLayerVersionPermission": _when(
        "Principal", "*", marked("Everyone with any AWS account can read the layer."), Risk.PERMISSIONS
    ),
    "lambda:AddPermission": _function_permission,
    "logs:DeleteLogGroup": _always(marked("Everything it recorded is lost.")),
    "rds:ModifyDBCluster": _all(_BACKUPS_OFF, _AT_ONCE),
    "rds:ModifyDBClusterSnapshotAttribute": _SHARED_DATABASE,
    "rds:ModifyDBInstance": _all(_BACKUPS_OFF, _AT_ONCE),
    "rds:ModifyDBSnapshotAttribute": _SHARED_DATABASE,
    "redshift:AuthorizeSnapshotAccess": shared_with("AccountWithRestoreAccess"),
    "redshift:DisableLogging": _always(marked("Who uses the cluster will not be recorded any more.")),
    "route53:ChangeResourceRecordSets": _where(
        _leaf("action", "DELETE"), marked("It deletes DNS records."), Risk.DESTRUCTIVE
    ),
    "s3:DeleteBucketEncryption": _always(marked("New objects are encrypted with S3's own key alone.")),
    "s3:PutBucketLifecycle": _LIFECYCLE,
    "s3:PutBucketLifecycleConfiguration": _LIFECYCLE,
    "s3:PutBucketLogging": _bucket_logging,
    "s3:PutBucketReplication": _REPLICATES,
    "s3:PutBucketVersioning": _where(
        _leaf("status", "Suspended"),
        marked("What is overwritten or deleted from then on cannot be brought back."),
    ),
    "s3:PutObject": _always(marked("An object of this name, if there is one, is overwritten.")),
    "securityhub:DisableSecurityHub": _always(_UNWATCHED),
    "sns:AddPermission": shared_with("AWSAccountId"),
    "sqs:AddPermission": shared_with("AWSAccountIds"),
    "ssm:ModifyDocumentPermission": shared_with("AccountIdsToAdd"),
    "ssm:SendCommand": _all(
        _always(marked("The commands run with administrator's rights on the machines.")), command_findings
    ),
    "ssm:StartAutomationExecution": command_findings,
}
RULED_OPERATIONS = frozenset(OPERATION_RULES)
"""The operations that have rules of their own."""
