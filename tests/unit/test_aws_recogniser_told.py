"""A sentence read for an operation that is told: each value goes where its kind and the words beside it say."""

from __future__ import annotations

import pytest

from app.aws.recogniser import OfflineRecogniser
from app.domain.aws import OperationId, Risk

TOLD = [
    ("rds:CreateDBSnapshot", "snapshot database ledger as ledger-may",
     {"DBInstanceIdentifier": "ledger", "DBSnapshotIdentifier": "ledger-may"}),
    ("iam:RemoveUserFromGroup", "throw olga out of ops-admins", {"UserName": "olga", "GroupName": "ops-admins"}),
    ("iam:UpdateRole", "max session of role nightly to 3 hours", {"RoleName": "nightly", "MaxSessionDuration": 10800}),
    ("sqs:ListQueues", "queues beginning with stage-", {"QueueNamePrefix": "stage-"}),
    ("eks:CreateAddon", "addon coredns v1.11.1-eksbuild.4 on data-eks",
     {"clusterName": "data-eks", "addonName": "coredns", "addonVersion": "v1.11.1-eksbuild.4"}),
    ("textract:DetectDocumentText", "text of s3://inbox/a/b.png",
     {"Document": {"S3Object": {"Bucket": "inbox", "Name": "a/b.png"}}}),
    ("ecs:StopTask", "stop task 0f1e2d3c4b5a69788796a5b4c3d2e1f0 on web-ecs because disk full",
     {"cluster": "web-ecs", "task": "0f1e2d3c4b5a69788796a5b4c3d2e1f0", "reason": "disk full"}),
    ("wafv2:CreateIPSet", "regional ip set crawlers 192.0.2.0/24 and 198.51.100.4/32",
     {"Name": "crawlers", "Scope": "REGIONAL", "IPAddressVersion": "IPV4",
      "Addresses": ["192.0.2.0/24", "198.51.100.4/32"]}),
    ("elasticache:CreateCacheCluster", "memcached cluster hot-1", {"CacheClusterId": "hot-1", "Engine": "memcached"}),
    ("organizations:ListPolicies", "our SCPs", {"Filter": "SERVICE_CONTROL_POLICY"}),
    ("batch:UpdateJobQueue", "close job queue slow-q", {"jobQueue": "slow-q", "state": "DISABLED"}),
    ("s3:RestoreObject", "thaw s3://cold/a/b.tar for 3 days",
     {"Bucket": "cold", "Key": "a/b.tar", "RestoreRequest": {"Days": 3}}),
    ("stepfunctions:StartExecution", 'run arn:aws:states:eu-west-1:210987654321:stateMachine:Sync with {"n": 1}',
     {"stateMachineArn": "arn:aws:states:eu-west-1:210987654321:stateMachine:Sync", "input": '{"n": 1}'}),
    ("dynamodb:PutItem", 'put {"sku": "a-1", "left": 4} into table stock-levels',
     {"TableName": "stock-levels", "Item": {"sku": {"S": "a-1"}, "left": {"N": "4"}}}),
    ("secretsmanager:CreateSecret", "store secret qa/mail/key = 'tops3cret'",
     {"Name": "qa/mail/key", "SecretString": "tops3cret"}),
    ("iam:PutRolePermissionsBoundary", "fence in role builder-1: arn:aws:iam::210987654321:policy/fence",
     {"RoleName": "builder-1", "PermissionsBoundary": "arn:aws:iam::210987654321:policy/fence"}),
    ("ecs:UpdateService", "force a new deployment of service cart-api on main",
     {"service": "cart-api", "cluster": "main", "forceNewDeployment": True}),
]  # fmt: skip


@pytest.mark.parametrize(("operation", "text", "parameters"), TOLD)
def test_values_go_where_their_kind_and_their_words_say(
    recogniser: OfflineRecogniser, operation: str, text: str, parameters: dict[str, object]
) -> None:
    found = recogniser.read_as(text, [OperationId.parse(operation)])
    assert dict(found.parameters) == parameters


def test_two_names_for_one_place_fill_none(recogniser: OfflineRecogniser) -> None:
    found = recogniser.read_as("describe role alpha-1 and beta-2", [OperationId("iam", "GetRole")])
    assert found.parameters == {}
    assert found.missing == ("RoleName",)


def test_a_name_where_an_id_belongs_is_looked_up(recogniser: OfflineRecogniser) -> None:
    found = recogniser.read_as("routes of http api storefront", [OperationId("apigatewayv2", "GetRoutes")])
    assert found.missing == ("ApiId",)
    assert [(lookup.parameter, lookup.name) for lookup in found.lookups] == [("ApiId", "storefront")]


def test_a_step_is_handed_what_the_steps_before_it_were_about(recogniser: OfflineRecogniser) -> None:
    found = recogniser.recognise("create user eva and add her to group analysts")
    assert [dict(step.parameters) for step in found.steps] == [
        {"UserName": "eva"},
        {"GroupName": "analysts", "UserName": "eva"},
    ]


@pytest.mark.parametrize(
    ("text", "operation"),
    [
        ("pitr for dynamo table price-list", "dynamodb:UpdateContinuousBackups"),
        ("redshift snapshot dw-7 of cluster dw-main", "redshift:CreateClusterSnapshot"),
        ("free up eipalloc-0a1b2c3d4e5f60718", "ec2:ReleaseAddress"),
    ],
)
def test_a_phrase_without_a_verb_that_speaks_of_a_change_asks_for_it(
    recogniser: OfflineRecogniser, text: str, operation: str
) -> None:
    assert str(recogniser.recognise(text).operation) == operation


@pytest.mark.parametrize("text", ["pitr settings of dynamo table price-list", "snapshots of redshift cluster dw-main"])
def test_a_phrase_of_what_a_thing_has_asks_for_no_change(recogniser: OfflineRecogniser, text: str) -> None:
    assert recogniser.recognise(text).risk is Risk.READ


@pytest.mark.parametrize("text", ["muting the channel for now", "shards of glass everywhere"])
def test_what_is_told_of_everyday_doings_asks_nothing(recogniser: OfflineRecogniser, text: str) -> None:
    assert recogniser.recognise(text).operation is None
