"""Undoing restores what was there: every recipe against moto, from the state read before to the state read after."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from app.aws.accounts.accounts import BotoAccountDirectory
from app.aws.accounts.clients import AccountClients
from app.aws.catalogue.catalogue import BotocoreCatalogue
from app.aws.demo.constants import DEMO_ACCOUNT_ID
from app.aws.execution.executor import BotoCallExecutor
from app.aws.execution.reading import AccountReader
from app.aws.models import ServiceModels
from app.aws.undo import BotoUndoPlanner
from app.aws.undo.planner import RECIPES
from app.domain.aws import Call, CallResult, Inverse, Risk, Snapshot
from app.domain.errors import AwsError, NotAllowedError
from tests.aws_fixtures import a_call

_numbers = itertools.count(1)
OTHER_TRUST = json.dumps(
    {
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}],
    }
)
TRUST = OTHER_TRUST.replace("ec2.", "lambda.")
POLICY = json.dumps(
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:ListAllMyBuckets", "Resource": "*"}]}
)


@dataclass
class Account:
    """The demo account as the tests use it: calls, and calls that are undone."""

    executor: BotoCallExecutor
    planner: BotoUndoPlanner
    catalogue: BotocoreCatalogue

    def run(self, operation: str, parameters: Mapping[str, object] | None = None) -> Any:
        return self._execute(a_call(operation, parameters)).data

    def change(self, operation: str, parameters: Mapping[str, object]) -> Inverse | None:
        call = a_call(operation, parameters)
        before = self.planner.before(call)
        assert not before.problem, before.problem
        return self.planner.inverse(call, before, self._execute(call))

    def undo(self, inverse: Inverse | None) -> None:
        assert inverse is not None
        assert inverse.sentence
        for call in inverse.calls:
            assert not self.catalogue.problems(call.id, call.parameters), call
            self._execute(call)

    def _execute(self, call: Call) -> CallResult:
        return self.executor.execute(call, page_limit=10, timeout_s=30, dry_run=False, cancelled=lambda: False)


@pytest.fixture(scope="module")
def reader(
    account_clients: AccountClients, directory: BotoAccountDirectory, catalogue: BotocoreCatalogue
) -> AccountReader:
    return AccountReader(account_clients, directory, catalogue, timeout_s=30)


@pytest.fixture(scope="module")
def account(executor: BotoCallExecutor, reader: AccountReader, catalogue: BotocoreCatalogue) -> Account:
    account = Account(executor, BotoUndoPlanner(reader), catalogue)
    account.run("iam:CreatePolicy", {"PolicyName": "undo-attached", "PolicyDocument": POLICY})
    return account


def test_the_way_back_is_told_before_the_call_as_far_as_it_is_known(reader: AccountReader) -> None:
    planner = BotoUndoPlanner(reader)

    def told(operation: str, state: dict[str, Any], **parameters: object) -> str:
        return planner.prospect(a_call(operation, parameters), Snapshot(data=state))

    assert told("ec2:CreateVolume", {}, AvailabilityZone="eu-west-1a").startswith("Delete the volume that was created")
    assert "existed" not in told("sqs:CreateQueue", {"existed": True}, QueueName="jobs")
    assert told("sqs:CreateQueue", {"existed": True}, QueueName="jobs") == ""
    assert told("ec2:TerminateInstances", {}, InstanceIds=["i-0123456789abcdef0"]) == ""
    assert planner.prospect(a_call("ec2:CreateVolume"), Snapshot(problem="It could not be read.")) == ""


def fresh(stem: str) -> str:
    return f"{stem}-{next(_numbers)}"


def bucket(at: Account) -> str:
    name = fresh("undo-bucket")
    at.run("s3:CreateBucket", {"Bucket": name, "CreateBucketConfiguration": {"LocationConstraint": "eu-west-1"}})
    return name


def user(at: Account) -> str:
    name = fresh("undo-user")
    at.run("iam:CreateUser", {"UserName": name})
    return name


def role(at: Account) -> str:
    name = fresh("undo-role")
    at.run("iam:CreateRole", {"RoleName": name, "AssumeRolePolicyDocument": TRUST})
    return name


def instance(at: Account) -> str:
    image = at.run("ec2:DescribeInstances")["Reservations"][0]["Instances"][0]["ImageId"]
    given = {"ImageId": image, "InstanceType": "t3.micro", "MinCount": 1, "MaxCount": 1}
    return str(at.run("ec2:RunInstances", given)["Instances"][0]["InstanceId"])


def group(at: Account) -> str:
    return str(at.run("ec2:CreateSecurityGroup", {"GroupName": fresh("undo"), "Description": "undo"})["GroupId"])


def volume(at: Account) -> str:
    return str(at.run("ec2:CreateVolume", {"AvailabilityZone": "eu-west-1a", "Size": 8})["VolumeId"])


def queue(at: Account) -> str:
    return str(at.run("sqs:CreateQueue", {"QueueName": fresh("undo")})["QueueUrl"])


def key(at: Account) -> str:
    return str(at.run("kms:CreateKey")["KeyMetadata"]["KeyId"])


def log_group(at: Account) -> str:
    name = fresh("/undo/logs")
    at.run("logs:CreateLogGroup", {"logGroupName": name})
    return name


def table(at: Account) -> str:
    name = fresh("undo-table")
    at.run(
        "dynamodb:CreateTable",
        {
            "TableName": name,
            "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
            "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
            "BillingMode": "PAY_PER_REQUEST",
        },
    )
    return name


def zone(at: Account) -> str:
    given = {"Name": "undo.example.", "CallerReference": fresh("undo")}
    return str(at.run("route53:CreateHostedZone", given)["HostedZone"]["Id"]).rpartition("/")[2]


def alarm(at: Account) -> str:
    name = fresh("undo-alarm")
    at.run("cloudwatch:PutMetricAlarm", alarm_of(name, 80))
    return name


def alarm_of(name: str, threshold: float) -> dict[str, object]:
    return {
        "AlarmName": name,
        "Namespace": "AWS/EC2",
        "MetricName": "CPUUtilization",
        "Statistic": "Average",
        "Period": 300,
        "EvaluationPeriods": 2,
        "Threshold": threshold,
        "ComparisonOperator": "GreaterThanThreshold",
    }


def rule(at: Account) -> str:
    name = fresh("undo-rule")
    at.run("events:PutRule", {"Name": name, "ScheduleExpression": "rate(5 minutes)"})
    return name


def seen(
    operation: str, parameters: Callable[[str], Mapping[str, object]], *path: str
) -> Callable[[Account, str], Any]:
    """What a read says; nothing where AWS says that there is nothing."""

    def read(at: Account, name: str) -> Any:
        try:
            found = at.run(operation, parameters(name))
        except AwsError as error:
            return error.code
        for step in path:
            if isinstance(found, list):
                found = found[0] if found else None
            found = found.get(step) if found is not None else None
        return found

    return read


def states(at: Account, name: str) -> Any:
    reservations = at.run("ec2:DescribeInstances", {"InstanceIds": [name]})["Reservations"]
    return reservations[0]["Instances"][0]["State"]["Name"]


def tags(at: Account, name: str) -> Any:
    found = at.run("ec2:DescribeTags", {"Filters": [{"Name": "resource-id", "Values": [name]}]})["Tags"]
    return sorted((tag["Key"], tag["Value"]) for tag in found)


def rules(at: Account, name: str) -> Any:
    found = at.run("ec2:DescribeSecurityGroups", {"GroupIds": [name]})["SecurityGroups"][0]
    return json.dumps([found["IpPermissions"], found["IpPermissionsEgress"]], sort_keys=True)


def records(at: Account, name: str) -> Any:
    found = at.run("route53:ListResourceRecordSets", {"HostedZoneId": name})["ResourceRecordSets"]
    return json.dumps(found, sort_keys=True)


def threshold(at: Account, name: str) -> Any:
    found = at.run("cloudwatch:DescribeAlarms", {"AlarmNames": [name]})["MetricAlarms"]
    return found[0]["Threshold"] if found else None


def attributes(at: Account, name: str) -> Any:
    found = at.run("sqs:GetQueueAttributes", {"QueueUrl": name, "AttributeNames": ["All"]})["Attributes"]
    return {key: found[key] for key in ("VisibilityTimeout", "MessageRetentionPeriod")}


SSH = [{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "IpRanges": [{"CidrIp": "10.0.0.0/8"}]}]
MORE = [
    {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "IpRanges": [{"CidrIp": "10.0.0.0/8", "Description": "web"}]}
]


def record(address: str) -> dict[str, object]:
    return {"Name": "www.undo.example.", "Type": "A", "TTL": 60, "ResourceRecords": [{"Value": address}]}


def upsert(address: str) -> dict[str, object]:
    return {"Changes": [{"Action": "UPSERT", "ResourceRecordSet": record(address)}]}


@dataclass
class Case:
    """A thing, what is done to it first, the call that is undone, and what must be the same before and after."""

    thing: Callable[[Account], str]
    operation: str
    parameters: Callable[[str], Mapping[str, object]]
    look: Callable[[Account, str], Any]
    first: tuple[tuple[str, Callable[[str], Mapping[str, object]]], ...] = ()


def _bucket_setting(get: str, put: str, name: str, one: object, other: object) -> list[Case]:
    look = seen(f"s3:{get}", lambda b: {"Bucket": b}, name if get != "GetBucketPolicy" else "Policy")
    set_one = (f"s3:{put}", lambda b: {"Bucket": b, _argument(put): one})
    return [
        Case(bucket, f"s3:{put}", lambda b: {"Bucket": b, _argument(put): one}, look),
        Case(bucket, f"s3:{put}", lambda b: {"Bucket": b, _argument(put): other}, look, (set_one,)),
    ]


def _argument(put: str) -> str:
    return {
        "PutBucketTagging": "Tagging",
        "PutBucketPolicy": "Policy",
        "PutPublicAccessBlock": "PublicAccessBlockConfiguration",
        "PutBucketCors": "CORSConfiguration",
        "PutBucketVersioning": "VersioningConfiguration",
        "PutBucketLifecycleConfiguration": "LifecycleConfiguration",
    }[put]


def _lifecycle(days: int) -> dict[str, object]:
    return {"Rules": [{"ID": "old", "Status": "Enabled", "Filter": {"Prefix": ""}, "Expiration": {"Days": days}}]}


def _cors(origin: str) -> dict[str, object]:
    return {"CORSRules": [{"AllowedMethods": ["GET"], "AllowedOrigins": [origin]}]}


def _block(on: bool) -> dict[str, object]:
    return dict.fromkeys(("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"), on)


def _policy(action: str) -> str:
    statement = {"Effect": "Deny", "Principal": "*", "Action": action, "Resource": "arn:aws:s3:::b/*"}
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})


def _tagging(text: str) -> dict[str, object]:
    return {"TagSet": [{"Key": "env", "Value": text}]}


POLICY_ARN = f"arn:aws:iam::{DEMO_ACCOUNT_ID}:policy/undo-attached"
CASES: list[Case] = [
    Case(instance, "ec2:StopInstances", lambda i: {"InstanceIds": [i]}, states),
    Case(
        instance,
        "ec2:StartInstances",
        lambda i: {"InstanceIds": [i]},
        states,
        (("ec2:StopInstances", lambda i: {"InstanceIds": [i]}),),
    ),
    Case(
        instance,
        "ec2:CreateTags",
        lambda i: {"Resources": [i], "Tags": [{"Key": "env", "Value": "prod"}, {"Key": "new", "Value": "x"}]},
        tags,
        (("ec2:CreateTags", lambda i: {"Resources": [i], "Tags": [{"Key": "env", "Value": "dev"}]}),),
    ),
    Case(
        instance,
        "ec2:DeleteTags",
        lambda i: {"Resources": [i], "Tags": [{"Key": "env"}]},
        tags,
        (("ec2:CreateTags", lambda i: {"Resources": [i], "Tags": [{"Key": "env", "Value": "dev"}]}),),
    ),
    Case(group, "ec2:AuthorizeSecurityGroupIngress", lambda g: {"GroupId": g, "IpPermissions": SSH}, rules),
    Case(
        group,
        "ec2:RevokeSecurityGroupIngress",
        lambda g: {"GroupId": g, "IpPermissions": MORE},
        rules,
        (("ec2:AuthorizeSecurityGroupIngress", lambda g: {"GroupId": g, "IpPermissions": MORE}),),
    ),
    *_bucket_setting("GetBucketTagging", "PutBucketTagging", "TagSet", _tagging("a"), _tagging("b")),
    *_bucket_setting("GetBucketPolicy", "PutBucketPolicy", "Policy", _policy("s3:Get*"), _policy("s3:Put*")),
    *_bucket_setting(
        "GetPublicAccessBlock", "PutPublicAccessBlock", "PublicAccessBlockConfiguration", _block(True), _block(False)
    ),
    *_bucket_setting("GetBucketCors", "PutBucketCors", "CORSRules", _cors("https://a.test"), _cors("https://b.test")),
    *_bucket_setting(
        "GetBucketLifecycleConfiguration", "PutBucketLifecycleConfiguration", "Rules", _lifecycle(9), _lifecycle(30)
    ),
    *_bucket_setting(
        "GetBucketVersioning", "PutBucketVersioning", "Status", {"Status": "Enabled"}, {"Status": "Suspended"}
    )[1:],
    Case(
        bucket,
        "s3:DeleteBucketTagging",
        lambda b: {"Bucket": b},
        seen("s3:GetBucketTagging", lambda b: {"Bucket": b}, "TagSet"),
        (("s3:PutBucketTagging", lambda b: {"Bucket": b, "Tagging": _tagging("a")}),),
    ),
    Case(
        bucket,
        "s3:DeleteBucket",
        lambda b: {"Bucket": b},
        seen("s3:GetBucketTagging", lambda b: {"Bucket": b}, "TagSet"),
        (
            ("s3:PutBucketTagging", lambda b: {"Bucket": b, "Tagging": _tagging("a")}),
            ("s3:PutBucketVersioning", lambda b: {"Bucket": b, "VersioningConfiguration": {"Status": "Enabled"}}),
        ),
    ),
    Case(
        bucket,
        "s3:DeleteObject",
        lambda b: {"Bucket": b, "Key": "a.txt"},
        seen("s3:HeadObject", lambda b: {"Bucket": b, "Key": "a.txt"}, "ETag"),
        (
            ("s3:PutBucketVersioning", lambda b: {"Bucket": b, "VersioningConfiguration": {"Status": "Enabled"}}),
            ("s3:PutObject", lambda b: {"Bucket": b, "Key": "a.txt", "Body": "one"}),
        ),
    ),
    Case(
        bucket,
        "s3:PutObject",
        lambda b: {"Bucket": b, "Key": "a.txt", "Body": "two"},
        seen("s3:HeadObject", lambda b: {"Bucket": b, "Key": "a.txt"}, "ETag"),
        (
            ("s3:PutBucketVersioning", lambda b: {"Bucket": b, "VersioningConfiguration": {"Status": "Enabled"}}),
            ("s3:PutObject", lambda b: {"Bucket": b, "Key": "a.txt", "Body": "one"}),
        ),
    ),
    Case(
        user,
        "iam:AttachUserPolicy",
        lambda u: {"UserName": u, "PolicyArn": POLICY_ARN},
        seen("iam:ListAttachedUserPolicies", lambda u: {"UserName": u}, "AttachedPolicies"),
    ),
    Case(
        role,
        "iam:DetachRolePolicy",
        lambda r: {"RoleName": r, "PolicyArn": POLICY_ARN},
        seen("iam:ListAttachedRolePolicies", lambda r: {"RoleName": r}, "AttachedPolicies"),
        (("iam:AttachRolePolicy", lambda r: {"RoleName": r, "PolicyArn": POLICY_ARN}),),
    ),
    Case(
        user,
        "iam:PutUserPolicy",
        lambda u: {"UserName": u, "PolicyName": "p", "PolicyDocument": POLICY},
        seen("iam:ListUserPolicies", lambda u: {"UserName": u}, "PolicyNames"),
    ),
    Case(
        role,
        "iam:DeleteRolePolicy",
        lambda r: {"RoleName": r, "PolicyName": "p"},
        seen("iam:ListRolePolicies", lambda r: {"RoleName": r}, "PolicyNames"),
        (("iam:PutRolePolicy", lambda r: {"RoleName": r, "PolicyName": "p", "PolicyDocument": POLICY}),),
    ),
    Case(
        role,
        "iam:TagRole",
        lambda r: {"RoleName": r, "Tags": [{"Key": "env", "Value": "b"}, {"Key": "new", "Value": "x"}]},
        seen("iam:ListRoleTags", lambda r: {"RoleName": r}, "Tags"),
        (("iam:TagRole", lambda r: {"RoleName": r, "Tags": [{"Key": "env", "Value": "a"}]}),),
    ),
    Case(
        role,
        "iam:UpdateAssumeRolePolicy",
        lambda r: {"RoleName": r, "PolicyDocument": OTHER_TRUST},
        seen("iam:GetRole", lambda r: {"RoleName": r}, "Role", "AssumeRolePolicyDocument"),
    ),
    Case(
        user, "iam:DeleteUser", lambda u: {"UserName": u}, seen("iam:GetUser", lambda u: {"UserName": u}, "User", "Arn")
    ),
    Case(
        role, "iam:DeleteRole", lambda r: {"RoleName": r}, seen("iam:GetRole", lambda r: {"RoleName": r}, "Role", "Arn")
    ),
    Case(
        queue,
        "sqs:SetQueueAttributes",
        lambda q: {"QueueUrl": q, "Attributes": {"VisibilityTimeout": "99"}},
        attributes,
    ),
    Case(
        queue,
        "sqs:TagQueue",
        lambda q: {"QueueUrl": q, "Tags": {"env": "x"}},
        seen("sqs:ListQueueTags", lambda q: {"QueueUrl": q}, "Tags"),
    ),
    Case(
        key,
        "kms:DisableKey",
        lambda k: {"KeyId": k},
        seen("kms:DescribeKey", lambda k: {"KeyId": k}, "KeyMetadata", "KeyState"),
    ),
    Case(
        key,
        "kms:ScheduleKeyDeletion",
        lambda k: {"KeyId": k, "PendingWindowInDays": 7},
        seen("kms:DescribeKey", lambda k: {"KeyId": k}, "KeyMetadata", "KeyState"),
    ),
    Case(
        key,
        "kms:EnableKeyRotation",
        lambda k: {"KeyId": k},
        seen("kms:GetKeyRotationStatus", lambda k: {"KeyId": k}, "KeyRotationEnabled"),
    ),
    Case(
        key,
        "kms:TagResource",
        lambda k: {"KeyId": k, "Tags": [{"TagKey": "env", "TagValue": "x"}]},
        seen("kms:ListResourceTags", lambda k: {"KeyId": k}, "Tags"),
    ),
    Case(
        log_group,
        "logs:PutRetentionPolicy",
        lambda g: {"logGroupName": g, "retentionInDays": 7},
        seen("logs:DescribeLogGroups", lambda g: {"logGroupNamePrefix": g}, "logGroups", "retentionInDays"),
    ),
    Case(
        log_group,
        "logs:PutRetentionPolicy",
        lambda g: {"logGroupName": g, "retentionInDays": 7},
        seen("logs:DescribeLogGroups", lambda g: {"logGroupNamePrefix": g}, "logGroups", "retentionInDays"),
        (("logs:PutRetentionPolicy", lambda g: {"logGroupName": g, "retentionInDays": 30}),),
    ),
    Case(
        table,
        "dynamodb:UpdateTable",
        lambda t: {"TableName": t, "DeletionProtectionEnabled": True},
        seen("dynamodb:DescribeTable", lambda t: {"TableName": t}, "Table", "DeletionProtectionEnabled"),
    ),
    Case(
        table,
        "dynamodb:UpdateTimeToLive",
        lambda t: {"TableName": t, "TimeToLiveSpecification": {"Enabled": True, "AttributeName": "gone"}},
        seen("dynamodb:DescribeTimeToLive", lambda t: {"TableName": t}, "TimeToLiveDescription", "TimeToLiveStatus"),
    ),
    Case(
        zone,
        "route53:ChangeResourceRecordSets",
        lambda z: {"HostedZoneId": z, "ChangeBatch": upsert("10.0.0.1")},
        records,
    ),
    Case(
        zone,
        "route53:ChangeResourceRecordSets",
        lambda z: {"HostedZoneId": z, "ChangeBatch": upsert("10.0.0.2")},
        records,
        (("route53:ChangeResourceRecordSets", lambda z: {"HostedZoneId": z, "ChangeBatch": upsert("10.0.0.1")}),),
    ),
    Case(alarm, "cloudwatch:PutMetricAlarm", lambda a: alarm_of(a, 95), threshold),
    Case(alarm, "cloudwatch:DeleteAlarms", lambda a: {"AlarmNames": [a]}, threshold),
    Case(
        rule, "events:DisableRule", lambda r: {"Name": r}, seen("events:DescribeRule", lambda r: {"Name": r}, "State")
    ),
    Case(
        rule,
        "events:DeleteRule",
        lambda r: {"Name": r},
        seen("events:DescribeRule", lambda r: {"Name": r}, "ScheduleExpression"),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[f"{number}-{case.operation}" for number, case in enumerate(CASES)])
def test_what_was_there_is_there_again(account: Account, case: Case) -> None:
    thing = case.thing(account)
    for operation, parameters in case.first:
        account.run(operation, parameters(thing))
    before = case.look(account, thing)
    inverse = account.change(case.operation, case.parameters(thing))
    assert case.look(account, thing) != before, "the call must change something"
    account.undo(inverse)
    assert case.look(account, thing) == before


CREATED = [
    ("ec2:CreateVolume", {"AvailabilityZone": "eu-west-1a", "Size": 8}, "DeleteVolume"),
    ("ec2:CreateVpc", {"CidrBlock": "10.77.0.0/16"}, "DeleteVpc"),
    ("ec2:CreateSecurityGroup", {"GroupName": "undo-new", "Description": "x"}, "DeleteSecurityGroup"),
    ("ec2:AllocateAddress", {"Domain": "vpc"}, "ReleaseAddress"),
    (
        "s3:CreateBucket",
        {"Bucket": "undo-new", "CreateBucketConfiguration": {"LocationConstraint": "eu-west-1"}},
        "DeleteBucket",
    ),
    ("iam:CreateGroup", {"GroupName": "undo-new"}, "DeleteGroup"),
    ("iam:CreatePolicy", {"PolicyName": "undo-new", "PolicyDocument": POLICY}, "DeletePolicy"),
    ("sqs:CreateQueue", {"QueueName": "undo-new"}, "DeleteQueue"),
    ("sns:CreateTopic", {"Name": "undo-new"}, "DeleteTopic"),
    ("ssm:PutParameter", {"Name": "/undo/new", "Type": "String", "Value": "x"}, "DeleteParameter"),
    ("secretsmanager:CreateSecret", {"Name": "undo-new", "SecretString": "x"}, "DeleteSecret"),
    ("logs:CreateLogGroup", {"logGroupName": "/undo/new"}, "DeleteLogGroup"),
    ("ecs:CreateCluster", {"clusterName": "undo-new"}, "DeleteCluster"),
    ("ecr:CreateRepository", {"repositoryName": "undo-new"}, "DeleteRepository"),
]


@pytest.mark.parametrize(("operation", "parameters", "back"), CREATED, ids=[row[0] for row in CREATED])
def test_what_was_created_is_deleted(
    account: Account, operation: str, parameters: Mapping[str, object], back: str
) -> None:
    inverse = account.change(operation, parameters)
    assert inverse is not None
    assert [call.id.operation for call in inverse.calls] == [back]
    account.undo(inverse)


@pytest.mark.parametrize(
    ("operation", "parameters"),
    [
        ("sqs:CreateQueue", {"QueueName": "undo-twice"}),
        ("sns:CreateTopic", {"Name": "undo-twice"}),
        ("ecs:CreateCluster", {"clusterName": "undo-twice"}),
        ("ssm:PutParameter", {"Name": "/undo/twice", "Type": "String", "Value": "x", "Overwrite": True}),
        ("iam:AttachUserPolicy", {"UserName": "tom.becker", "PolicyArn": POLICY_ARN}),
        ("ec2:CreateTags", {"Resources": ["vol-0undo"], "Tags": []}),
    ],
)
def test_what_changed_nothing_has_no_inverse(
    account: Account, operation: str, parameters: Mapping[str, object]
) -> None:
    if parameters.get("Tags") == []:
        parameters = {"Resources": [volume(account)], "Tags": [{"Key": "env", "Value": "same"}]}
    account.change(operation, parameters)
    assert account.change(operation, parameters) is None


@pytest.mark.parametrize(
    ("operation", "parameters"),
    [
        ("ec2:TerminateInstances", {"InstanceIds": ["i-0123456789abcdef0"]}),
        ("rds:DeleteDBInstance", {"DBInstanceIdentifier": "orders", "SkipFinalSnapshot": True}),
        ("dynamodb:DeleteTable", {"TableName": "orders"}),
        ("secretsmanager:PutSecretValue", {"SecretId": "a", "SecretString": "b"}),
    ],
)
def test_what_cannot_come_back_has_no_inverse(
    account: Account, operation: str, parameters: Mapping[str, object]
) -> None:
    call = a_call(operation, parameters)
    assert account.planner.inverse(call, account.planner.before(call), CallResult(data={})) is None


def test_a_state_that_cannot_be_read_is_said_and_gives_no_inverse(account: Account) -> None:
    call = a_call("s3:PutBucketPolicy", {"Bucket": "no-such-bucket-anywhere", "Policy": POLICY})
    before = account.planner.before(call)
    assert "cannot be undone" in before.problem
    assert account.planner.inverse(call, before, CallResult(data={})) is None


def test_a_dry_run_has_no_inverse(account: Account) -> None:
    call = a_call("ec2:CreateVolume", {"AvailabilityZone": "eu-west-1a", "Size": 8})
    result = CallResult(data={"VolumeId": "vol-1"}, dry_run=True)
    assert account.planner.inverse(call, account.planner.before(call), result) is None


def test_an_object_that_is_overwritten_without_versions_is_gone(account: Account) -> None:
    name = bucket(account)
    account.run("s3:PutObject", {"Bucket": name, "Key": "a", "Body": "one"})
    assert account.change("s3:PutObject", {"Bucket": name, "Key": "a", "Body": "two"}) is None


def test_half_an_update_is_not_undone(account: Account) -> None:
    machine = instance(account)
    account.run("ec2:StopInstances", {"InstanceIds": [machine]})
    both = {"InstanceId": machine, "InstanceType": {"Value": "t3.small"}, "UserData": {"Value": "x"}}
    assert (
        account.planner.inverse(
            a_call("ec2:ModifyInstanceAttribute", both),
            account.planner.before(a_call("ec2:ModifyInstanceAttribute", both)),
            CallResult(data={}),
        )
        is None
    )
    one = account.change("ec2:ModifyInstanceAttribute", {"InstanceId": machine, "InstanceType": {"Value": "t3.small"}})
    assert one is not None
    assert one.calls[0].parameters == {"InstanceId": machine, "InstanceType": {"Value": "t3.micro"}}


def test_every_recipe_is_for_an_operation_that_changes(catalogue: BotocoreCatalogue) -> None:
    models = ServiceModels()
    for name in RECIPES:
        service, _, operation = name.partition(":")
        assert operation in models.service(service).operation_names, name
        assert catalogue.brief(a_call(name).id).classification.risk not in (Risk.READ, Risk.SENSITIVE_READ), name


@pytest.mark.parametrize(
    "operation",
    [
        "ec2:TerminateInstances",
        "secretsmanager:GetSecretValue",
        "ssm:GetParameter",
        "s3:GetObject",
        "lambda:GetFunction",
    ],
)
def test_the_reader_sends_nothing_but_plain_reads(reader: AccountReader, operation: str) -> None:
    with pytest.raises(NotAllowedError, match="no plain read"):
        reader.read(a_call("s3:ListBuckets"), operation, {})
