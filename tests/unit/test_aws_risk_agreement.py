"""Baton's word for an operation's risk, held against AWS's own: access levels and the policy ReadOnlyAccess."""

from __future__ import annotations

import pytest

from app.aws.bench.risk import RiskAgreement, measure_risk, read_only_access, risk_agreement
from app.aws.catalogue.catalogue import BotocoreCatalogue
from app.domain.aws import OperationId, Risk

# Written by hand from the services' API references, apart from Baton's own table.
DISCLOSING = [
    "acm:ExportCertificate",
    "apigateway:GetApiKey",
    "apigateway:GetApiKeys",
    "athena:GetQueryResults",
    "autoscaling:DescribeLaunchConfigurations",
    "cloudformation:GetTemplate",
    "codebuild:BatchGetProjects",
    "codecommit:GetBlob",
    "codecommit:GetFile",
    "cognito-identity:GetCredentialsForIdentity",
    "cognito-idp:AdminGetUser",
    "cognito-idp:DescribeUserPoolClient",
    "cognito-idp:ListUsers",
    "dynamodb:BatchGetItem",
    "dynamodb:GetItem",
    "dynamodb:Query",
    "dynamodb:Scan",
    "dynamodbstreams:GetRecords",
    "ebs:GetSnapshotBlock",
    "ec2:DescribeInstanceAttribute",
    "ec2:DescribeLaunchTemplateVersions",
    "ec2:GetConsoleOutput",
    "ec2:GetConsoleScreenshot",
    "ec2:GetLaunchTemplateData",
    "ec2:GetPasswordData",
    "ecr:GetAuthorizationToken",
    "ecs:DescribeTaskDefinition",
    "glue:GetConnection",
    "iam:GetAccountAuthorizationDetails",
    "iam:GetCredentialReport",
    "kinesis:GetRecords",
    "kms:Decrypt",
    "kms:GenerateDataKey",
    "lambda:GetFunction",
    "lambda:GetFunctionConfiguration",
    "lambda:ListFunctions",
    "logs:FilterLogEvents",
    "logs:GetLogEvents",
    "logs:GetQueryResults",
    "rds:DownloadDBLogFilePortion",
    "redshift-data:GetStatementResult",
    "s3:GetObject",
    "s3:SelectObjectContent",
    "secretsmanager:BatchGetSecretValue",
    "secretsmanager:GetSecretValue",
    "ssm:GetCommandInvocation",
    "ssm:GetParameter",
    "ssm:GetParameterHistory",
    "ssm:GetParameters",
    "ssm:GetParametersByPath",
    "sts:GetFederationToken",
    "sts:GetSessionToken",
]


@pytest.fixture(scope="module")
def agreement(catalogue: BotocoreCatalogue) -> RiskAgreement:
    return risk_agreement(catalogue)


def test_no_operation_that_aws_calls_changing_is_a_read(agreement: RiskAgreement) -> None:
    assert agreement.changing > 10_000
    assert agreement.changing_reads == ()


def test_no_operation_that_is_known_to_disclose_is_a_read(
    agreement: RiskAgreement, catalogue: BotocoreCatalogue
) -> None:
    assert agreement.disclosing > 400
    assert agreement.disclosing_reads == ()
    plain = [name for name in DISCLOSING if catalogue.brief(OperationId.parse(name)).classification.risk is Risk.READ]
    assert plain == []


def test_hardly_any_true_read_is_called_more(agreement: RiskAgreement) -> None:
    assert agreement.true_reads > 7_000
    assert len(agreement.overrated) / agreement.true_reads <= 0.03


def test_the_figures_hold_their_goals(catalogue: BotocoreCatalogue) -> None:
    figures = measure_risk(catalogue)
    assert [figure.holds for figure in figures if figure.goal is not None] == [True, True, True]
    assert len({figure.name for figure in figures}) == len(figures)


def test_aws_own_policy_is_read_with_its_wildcards() -> None:
    allows = read_only_access()
    assert allows("s3:ListAllMyBuckets")
    assert allows("EC2:DescribeInstances")
    assert not allows("s3:DeleteBucket")
    assert not allows("ec2:RunInstances")
