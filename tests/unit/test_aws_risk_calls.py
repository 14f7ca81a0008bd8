"""What parameters add to a call's risk: they can only raise it, and each says why."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.aws.catalogue import BotocoreCatalogue
from app.aws.risk_calls import RULED_OPERATIONS
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
