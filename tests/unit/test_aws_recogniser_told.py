"""A sentence read for an operation that is told: each value goes where its kind and the words beside it say."""

from __future__ import annotations

import pytest

from app.aws.recogniser import OfflineRecogniser
from app.domain.aws import OperationId

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
