"""What parameters add to a call's risk: they can only raise it, and each says why."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.aws.catalogue.catalogue import BotocoreCatalogue
from app.aws.risk.operations import RULED_OPERATIONS
from app.domain.aws import Call, OperationId, Risk

SEVERITY = list(Risk)


def call(operation: str, parameters: Mapping[str, object]) -> Call:
    return Call(id=OperationId.parse(operation), parameters=parameters, account="demo", region="eu-west-1")


def policy(**statement: object) -> str:
    return json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", **statement}]})


@pytest.mark.parametrize(
    ("operation", "parameters", "risk", "told"),
    [
        ("s3:CreateBucket", {"Bucket": "b", "ACL": "public-read"}, Risk.PERMISSIONS, "everyone on the internet"),
        ("s3:PutObject", {"Bucket": "b", "Key": "k", "ACL": "private"}, Risk.WRITE, "overwritten"),
        (
            "sqs:SetQueueAttributes",
            {"QueueUrl": "u", "Attributes": {"Policy": policy(Principal={"AWS": "*"}, Action="sqs:*", Resource="*")}},
            Risk.PERMISSIONS,
            "anyone in the world",
        ),
        ("iam:PutRolePolicy", {"PolicyDocument": policy(Action="*", Resource="*")}, Risk.PERMISSIONS, "every action"),
        ("iam:PutRolePolicy", {"PolicyDocument": "{Statement"}, Risk.PERMISSIONS, "cannot be read"),
        (
            "iam:AttachUserPolicy",
            {"PolicyArn": "arn:aws:iam::aws:policy/AdministratorAccess"},
            Risk.PERMISSIONS,
            "every right",
        ),
        (
            "ec2:AuthorizeSecurityGroupIngress",
            {"IpPermissions": [{"FromPort": 22, "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}]},
            Risk.PERMISSIONS,
            "whole internet",
        ),
        ("ec2:CreateRoute", {"DestinationCidrBlock": "0.0.0.0/0"}, Risk.WRITE, "whole internet"),
        ("dynamodb:ExecuteStatement", {"Statement": "delete from orders"}, Risk.DESTRUCTIVE, "every row"),
        ("dynamodb:ExecuteStatement", {"Statement": "SELECT * FROM orders"}, Risk.WRITE, ""),
        ("rds-data:ExecuteStatement", {"sql": "-- tidy up\n /* x */ DROP TABLE a"}, Risk.DESTRUCTIVE, "DROP"),
        (
            "redshift-data:BatchExecuteStatement",
            {"Sqls": ["select 1", "grant all on a to b"]},
            Risk.PERMISSIONS,
            "GRANT",
        ),
        ("athena:StartQueryExecution", {"QueryString": "select 1; truncate table a"}, Risk.DESTRUCTIVE, "TRUNCATE"),
        (
            "dynamodb:BatchWriteItem",
            {"RequestItems": {"t": [{"DeleteRequest": {}}]}},
            Risk.DESTRUCTIVE,
            "deletes items",
        ),
        ("dynamodb:BatchWriteItem", {"RequestItems": {"t": [{"PutRequest": {}}]}}, Risk.WRITE, ""),
        (
            "route53:ChangeResourceRecordSets",
            {"ChangeBatch": {"Changes": [{"Action": "DELETE"}]}},
            Risk.DESTRUCTIVE,
            "DNS records",
        ),
        (
            "s3:PutBucketLifecycleConfiguration",
            {"LifecycleConfiguration": {"Rules": [{"Expiration": {"Days": 1}}]}},
            Risk.DESTRUCTIVE,
            "by themselves",
        ),
        ("rds:ModifyDBInstance", {"BackupRetentionPeriod": 0}, Risk.DESTRUCTIVE, "automated backups"),
        ("rds:CreateDBInstance", {"PubliclyAccessible": True}, Risk.PERMISSIONS, "whole internet"),
        ("ec2:RunInstances", {"IamInstanceProfile": {"Name": "x"}}, Risk.PERMISSIONS, "rights of a role"),
        ("ec2:RunInstances", {"MaxCount": 500, "MinCount": 1}, Risk.WRITE, "500"),
        ("lambda:CreateFunctionUrlConfig", {"AuthType": "NONE"}, Risk.PERMISSIONS, "Anyone"),
        ("cloudformation:CreateStack", {"Capabilities": ["CAPABILITY_NAMED_IAM"]}, Risk.PERMISSIONS, "roles"),
        ("cloudcontrol:CreateResource", {"TypeName": "AWS::IAM::Role"}, Risk.PERMISSIONS, "who may do what"),
        ("ssm:GetParameter", {"Name": "x", "WithDecryption": True}, Risk.SENSITIVE_READ, "decrypts"),
        ("rds:DeleteDBInstance", {"SkipFinalSnapshot": True}, Risk.DESTRUCTIVE, "gone for good"),
        ("ec2:StopInstances", {"InstanceIds": ["i-1"]}, Risk.WRITE, "instance store"),
        ("ec2:DescribeInstances", {"Filters": [{"Name": "ip", "Values": ["0.0.0.0/0"]}]}, Risk.READ, ""),
    ],
)
def test_parameters_raise_the_risk_and_say_why(
    catalogue: BotocoreCatalogue, operation: str, parameters: dict[str, object], risk: Risk, told: str
) -> None:
    made = call(operation, parameters)
    assert catalogue.classify(made).risk is risk
    said = " ".join(catalogue.warnings(made))
    assert told in said
    assert bool(told) or not said


def opened(first: object, last: object, cidr: str = "0.0.0.0/0", **more: object) -> dict[str, object]:
    rule = {"FromPort": first, "ToPort": last, "IpProtocol": "tcp", "IpRanges": [{"CidrIp": cidr}], **more}
    return {"GroupId": "sg-1", "IpPermissions": [rule]}


@pytest.mark.parametrize(
    ("parameters", "told"),
    [
        (opened(22, 22), "Port 22 (SSH) will be open to the whole internet."),
        (opened(3389, 3389), "Port 3389 (Remote Desktop) will be open to the whole internet."),
        (opened(20, 25), "Ports 20 to 25, many well-known services among them, will be open to the whole internet."),
        (opened(8000, 8100), "Ports 8000 to 8100 will be open to the whole internet."),
        (opened(None, None, IpProtocol="-1"), "Every port will be open to the whole internet."),
        (opened(0, 65535), "Every port will be open to the whole internet."),
        (opened(22, 22, "128.0.0.0/1"), "Port 22 (SSH) will be open to a large part of the internet."),
        (opened(22, 22, "0.0.0.0/00"), "Port 22 (SSH) will be open to the whole internet."),
        (
            opened(22, 22, "10.0.0.0/8", Ipv6Ranges=[{"CidrIpv6": "0:0::0/0"}]),
            "Port 22 (SSH) will be open to the whole internet.",
        ),
        (
            {"GroupId": "sg-1", "CidrIp": "0.0.0.0/0", "FromPort": 5432, "ToPort": 5432, "IpProtocol": "tcp"},
            "Port 5432 (PostgreSQL) will be open to the whole internet.",
        ),
    ],
)
def test_a_security_group_says_which_port_it_opens_to_the_world(
    catalogue: BotocoreCatalogue, parameters: dict[str, object], told: str
) -> None:
    made = call("ec2:AuthorizeSecurityGroupIngress", parameters)
    assert list(catalogue.warnings(made)) == [told]
    assert catalogue.classify(made).risk is Risk.PERMISSIONS


@pytest.mark.parametrize("cidr", ["10.0.0.0/8", "192.168.0.0/16", "203.0.113.7/32", "fd00::/8", "not a range"])
def test_a_small_or_private_range_opens_nothing_to_the_world(catalogue: BotocoreCatalogue, cidr: str) -> None:
    assert not catalogue.warnings(call("ec2:AuthorizeSecurityGroupIngress", opened(22, 22, cidr)))


def test_a_wide_range_is_told_even_where_no_port_stands_beside_it(catalogue: BotocoreCatalogue) -> None:
    made = call("ec2:AuthorizeSecurityGroupIngress", {"GroupId": "sg-1", "CidrIp": "0.0.0.0/0"})
    assert catalogue.warnings(made) == ["0.0.0.0/0 is the whole internet."]


def test_closing_a_port_is_not_called_opening_it(catalogue: BotocoreCatalogue) -> None:
    said = catalogue.warnings(call("ec2:RevokeSecurityGroupIngress", opened(22, 22)))
    assert not any("will be open" in sentence for sentence in said)


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ({"Action": "*"}, "every action"),
        ({"Action": ["*:*"]}, "every action"),
        ({"ACTION": "s3:*"}, "every action of s3"),
        ({"action": "iam:PassRole", "resource": "*"}, "iam:PassRole on everything"),
        ({"Action": ["iam:Pass*"], "Resource": ["arn:aws:iam::*:role/*"]}, "iam:PassRole on everything"),
        ({"Action": "STS:assumerole", "NotResource": "arn:aws:iam::1:role/x"}, "sts:AssumeRole on everything"),
        ({"Action": "i?m:P*Role", "Resource": "*"}, "iam:PassRole on everything"),
        ({"NotAction": "iam:*"}, "everything but what it lists"),
        ({"Principal": "*", "Action": "s3:GetObject"}, "anyone in the world do what it allows"),
        ({"principal": {"aws": ["*"]}, "Action": "s3:GetObject"}, "anyone in the world do what it allows"),
        ({"Principal": {"AWS": "*"}, "Condition": {"Bool": {}}}, "anyone in the world in who meets its conditions"),
        ({"NotPrincipal": {"AWS": "arn:aws:iam::111122223333:root"}}, "everyone in but those"),
        ({"Principal": {"AWS": "999988887777"}, "Action": "sts:AssumeRole"}, "lets account 999988887777 in"),
        ({"Principal": {"AWS": ["arn:aws:iam::999988887777:root"]}}, "lets account 999988887777 in"),
        ({"Principal": {"Federated": "accounts.example.com"}}, "whoever it says they are"),
    ],
)
@pytest.mark.parametrize("spelling", ["text", "one statement", "nested text", "structure"])
def test_a_policy_is_understood_however_it_is_spelled(
    catalogue: BotocoreCatalogue, statement: dict[str, object], told: str, spelling: str
) -> None:
    whole = {"Effect": "Allow", **statement}
    spelled: dict[str, dict[str, object]] = {
        "text": {"PolicyDocument": json.dumps({"Statement": [whole]})},
        "one statement": {"PolicyDocument": json.dumps({"statement": whole})},
        "nested text": {"PolicyDocument": json.dumps({"Wrapped": json.dumps({"Statement": [whole]})})},
        "structure": {"PolicyDocument": {"Statement": [whole]}},
    }
    made = call("sqs:SetQueueAttributes", spelled[spelling])
    assert told in " ".join(catalogue.warnings(made))
    assert catalogue.classify(made).risk is Risk.PERMISSIONS


def test_a_policy_that_denies_grants_nothing(catalogue: BotocoreCatalogue) -> None:
    denied = json.dumps({"Statement": {"Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "*"}})
    said = catalogue.warnings(call("s3:PutBucketPolicy", {"Bucket": "b", "Policy": denied}))
    assert said == ["It holds a policy, which says who may do what."]


def test_a_policy_that_says_a_thing_twice_is_told(catalogue: BotocoreCatalogue) -> None:
    twice = '{"Statement": [{"Effect": "Deny", "effect": "Allow", "Action": "*"}]}'
    assert any("twice" in said for said in catalogue.warnings(call("s3:PutBucketPolicy", {"Policy": twice})))


@pytest.mark.parametrize(
    ("operation", "parameters", "risk", "told"),
    [
        ("ec2:DetachVolume", {"VolumeId": "vol-1", "Force": True}, Risk.DESTRUCTIVE, "may lose data"),
        ("ec2:StopInstances", {"InstanceIds": ["i-1"], "Force": True}, Risk.DESTRUCTIVE, "not shut down"),
        ("ecs:DeleteService", {"service": "s", "force": True}, Risk.DESTRUCTIVE, "Force is set"),
        ("ecs:UpdateService", {"service": "s", "forceNewDeployment": True}, Risk.WRITE, ""),
        ("s3:PutBucketAcl", {"ACL": "PUBLIC-READ"}, Risk.PERMISSIONS, "everyone on the internet"),
        (
            "s3:PutBucketAcl",
            {"GrantRead": "uri=http://acs.amazonaws.com/groups/global/AllUsers"},
            Risk.PERMISSIONS,
            "to everyone",
        ),
        (
            "s3control:PutPublicAccessBlock",
            {"PublicAccessBlockConfiguration": {"BlockPublicPolicy": False}},
            Risk.PERMISSIONS,
            "BlockPublicPolicy off",
        ),
        ("rds:ModifyDBInstance", {"DeletionProtection": False}, Risk.WRITE, "protection against deletion"),
        (
            "ec2:ModifyInstanceAttribute",
            {"DisableApiTermination": {"Value": False}},
            Risk.WRITE,
            "protection against deletion",
        ),
        (
            "elbv2:ModifyLoadBalancerAttributes",
            {"Attributes": [{"Key": "deletion_protection.enabled", "Value": "false"}]},
            Risk.WRITE,
            "protection against deletion",
        ),
        ("kms:ScheduleKeyDeletion", {"KeyId": "k", "PendingWindowInDays": 7}, Risk.DESTRUCTIVE, "In 7 days"),
        ("rds:CreateDBInstance", {"StorageEncrypted": False}, Risk.WRITE, "without encryption"),
        ("dynamodb:UpdateTable", {"SSESpecification": {"Enabled": False}}, Risk.WRITE, "without encryption"),
        (
            "sqs:SetQueueAttributes",
            {"Attributes": {"SqsManagedSseEnabled": "false"}},
            Risk.PERMISSIONS,
            "without encryption",
        ),
        ("cloudtrail:StopLogging", {"Name": "t"}, Risk.DESTRUCTIVE, "not recorded"),
        ("cloudtrail:UpdateTrail", {"IsMultiRegionTrail": False}, Risk.DESTRUCTIVE, "Other regions"),
        ("ec2:DeleteFlowLogs", {"FlowLogIds": ["fl-1"]}, Risk.DESTRUCTIVE, "network is not recorded"),
        ("s3:PutBucketLogging", {"BucketLoggingStatus": {}}, Risk.WRITE, "will not be recorded"),
        ("iam:DeactivateMFADevice", {"UserName": "u"}, Risk.PERMISSIONS, "second factor"),
        ("cognito-idp:SetUserPoolMfaConfig", {"MfaConfiguration": "OFF"}, Risk.PERMISSIONS, "second factor"),
        ("lambda:AddPermission", {"Principal": "arn:aws:iam::999988887777:root"}, Risk.PERMISSIONS, "999988887777"),
        (
            "ec2:ModifySnapshotAttribute",
            {"CreateVolumePermission": {"Add": [{"Group": "all"}]}},
            Risk.PERMISSIONS,
            "Every AWS account",
        ),
        (
            "ec2:ModifySnapshotAttribute",
            {"OperationType": "add", "UserIds": ["999988887777"]},
            Risk.PERMISSIONS,
            "Account 999988887777",
        ),
        (
            "ec2:ModifyImageAttribute",
            {"LaunchPermission": {"Add": [{"UserId": "999988887777"}]}},
            Risk.PERMISSIONS,
            "Account 999988887777",
        ),
        ("rds:ModifyDBSnapshotAttribute", {"ValuesToAdd": ["all"]}, Risk.PERMISSIONS, "Every AWS account"),
        (
            "s3:PutBucketVersioning",
            {"VersioningConfiguration": {"Status": "Suspended"}},
            Risk.WRITE,
            "cannot be brought back",
        ),
        (
            "s3:PutBucketReplication",
            {"ReplicationConfiguration": {"Rules": [{"Destination": {"Account": "999988887777"}}]}},
            Risk.PERMISSIONS,
            "into account 999988887777",
        ),
        ("ec2:RunInstances", {"UserData": "#!/bin/sh"}, Risk.WRITE, "start script"),
        (
            "ssm:SendCommand",
            {"Parameters": {"commands": ["cd /srv", "rm -rf data"]}},
            Risk.DESTRUCTIVE,
            "It runs “cd /srv” and 1 more line.",
        ),
        ("ssm:SendCommand", {"Parameters": {"commands": ["uptime"]}}, Risk.WRITE, "“uptime”"),
        ("ssm:SendCommand", {"Targets": [{"Key": "InstanceIds", "Values": ["*"]}]}, Risk.DESTRUCTIVE, "every machine"),
        (
            "dynamodb:ExecuteTransaction",
            {"TransactStatements": [{"Statement": "DELETE FROM o"}]},
            Risk.DESTRUCTIVE,
            "DELETE",
        ),
        ("ssm:GetParametersByPath", {"Path": "/", "WithDecryption": True}, Risk.SENSITIVE_READ, "decrypts"),
        (
            "cloudformation:CreateStack",
            {"TemplateBody": "A:\n  DeletionPolicy: Delete\n  Properties:\n    PubliclyAccessible: true\n"},
            Risk.PERMISSIONS,
            "DeletionPolicy Delete",
        ),
        (
            "cloudformation:CreateStack",
            {"TemplateBody": json.dumps({"Resources": {"A": {"Properties": {"CidrIp": "0.0.0.0/0", "FromPort": 22}}}})},
            Risk.PERMISSIONS,
            "whole internet",
        ),
        ("ec2:ModifySubnetAttribute", {"MapPublicIpOnLaunch": {"Value": True}}, Risk.WRITE, "the internet can reach"),
        ("secretsmanager:DeleteSecret", {"ForceDeleteWithoutRecovery": True}, Risk.DESTRUCTIVE, "at once"),
    ],
)
def test_what_parameters_mean_is_told_and_raises_the_risk_where_due(
    catalogue: BotocoreCatalogue, operation: str, parameters: dict[str, object], risk: Risk, told: str
) -> None:
    made = call(operation, parameters)
    said = " ".join(catalogue.warnings(made))
    assert told in said
    assert bool(told) or not said
    assert catalogue.classify(made).risk is risk


def test_every_rule_is_about_an_operation_that_exists(catalogue: BotocoreCatalogue) -> None:
    assert {str(id) for id in catalogue.operations()} >= RULED_OPERATIONS


leaves = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(
        [
            "public-read",
            "0.0.0.0/0",
            "*",
            "all",
            "DELETE",
            '{"Statement": 1}',
            '{"Statement": [{"Effect": "Allow"}]}',
            "drop x",
        ]
    )
)
names = st.text(max_size=8) | st.sampled_from(
    [
        "ACL",
        "Policy",
        "Statement",
        "sql",
        "Capabilities",
        "TypeName",
        "Groups",
        "Expiration",
        "path",
        "MaxCount",
        "Delete",
    ]
)
values = st.recursive(leaves, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=4))


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(operation=st.sampled_from(sorted(RULED_OPERATIONS)), parameters=st.dictionaries(names, values, max_size=5))
def test_no_parameters_lower_a_risk_or_break_the_rules(
    catalogue: BotocoreCatalogue, operation: str, parameters: dict[str, object]
) -> None:
    plain = catalogue.brief(OperationId.parse(operation)).classification
    verdict = catalogue.classify(call(operation, parameters))
    assert SEVERITY.index(verdict.risk) >= SEVERITY.index(plain.risk)
    assert set(plain.reasons) <= set(verdict.reasons)
    assert verdict.iam_actions == plain.iam_actions
    assert all(warning.endswith(".") for warning in catalogue.warnings(call(operation, parameters)))


def test_parameters_nested_beyond_reason_do_not_break_the_rules(catalogue: BotocoreCatalogue) -> None:
    nested: object = "x"
    for _ in range(500):
        nested = [{"Item": nested}]
    made = call("dynamodb:BatchWriteItem", {"RequestItems": nested})
    assert catalogue.classify(made).risk is Risk.DESTRUCTIVE  # what is too deep to look at counts as the worst
    catalogue.warnings(made)
