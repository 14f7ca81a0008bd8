"""Every spelling of an operation is the same operation, and what only looks like one is none."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.aws.catalogue.catalogue import BotocoreCatalogue
from app.domain.aws import OperationId


def spelled(catalogue: BotocoreCatalogue, text: str) -> list[str]:
    return [str(id) for id in catalogue.canonical(text)]


@pytest.mark.parametrize(
    "text",
    [
        "s3:DeleteBucket",
        "S3:deletebucket",
        "s3:delete_bucket",
        "s3:delete-bucket",
        "s3.delete_bucket",
        "s3api delete-bucket",
        "aws s3api delete-bucket",
        "s3 delete-bucket",
        "S3API DELETE-BUCKET",
    ],
)
def test_every_spelling_is_the_same_operation(catalogue: BotocoreCatalogue, text: str) -> None:
    assert spelled(catalogue, text) == ["s3:DeleteBucket"]


@pytest.mark.parametrize(
    ("text", "operations"),
    [
        ("s3:ListAllMyBuckets", ["s3:ListBuckets"]),
        ("s3:listallmybuckets", ["s3:ListBuckets"]),
        ("monitoring:PutMetricAlarm", ["cloudwatch:PutMetricAlarm"]),
        ("states:StartExecution", ["stepfunctions:StartExecution"]),
        ("configservice describe-config-rules", ["config:DescribeConfigRules"]),
        ("iotdata:Publish", ["iot-data:Publish"]),
        ("elasticloadbalancing:DeleteLoadBalancer", ["elb:DeleteLoadBalancer", "elbv2:DeleteLoadBalancer"]),
        ("*:DeleteBucket", ["lightsail:DeleteBucket", "s3:DeleteBucket", "s3control:DeleteBucket"]),
        ("s3:ListAllMy*", ["s3:ListBuckets"]),
        ("rds describe-db-instances", ["rds:DescribeDBInstances"]),
    ],
)
def test_other_names_lead_to_botocores(catalogue: BotocoreCatalogue, text: str, operations: list[str]) -> None:
    assert spelled(catalogue, text) == operations


def test_a_pattern_takes_all_that_fit_and_nothing_else(catalogue: BotocoreCatalogue) -> None:
    found = catalogue.canonical("ec2:Terminate*")
    assert OperationId("ec2", "TerminateInstances") in found
    assert all(id.service == "ec2" and id.operation.startswith("Terminate") for id in found)
    assert {id.service for id in catalogue.canonical("s3:*")} == {"s3"}
    assert len(catalogue.canonical("*:*")) == len(catalogue.operations())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "s3",
        "s3:",
        ":DeleteBucket",
        "s3:DeleteBukket",
        "s4:DeleteBucket",
        " s3:DeleteBucket",
        "s3:DeleteBucket ",
        "s3: DeleteBucket",
        "s3  delete-bucket",
        "s3\tdelete-bucket",
        "s3:DeleteBucket\n",
        "s3:DeleteBucket:x",
        "s3:DeleteBucket\u200b",
        "\u017f3:DeleteBucket",  # a long s, which folds to an s
        "s3:Delete\u0412ucket",  # a Cyrillic letter
        "s3:\uff24eleteBucket",  # a wide letter
        "s3:DeleteBuc\u212aet",  # the sign for kelvin, which folds to a k
        "s3:Delete[B]ucket",
        "s3:Delete?ucket",
        "s3:DeleteBucket' OR '1'='1",
        "s3 rb",
    ],
)
def test_what_only_looks_like_an_operation_is_none(catalogue: BotocoreCatalogue, text: str) -> None:
    assert list(catalogue.canonical(text)) == []


@settings(deadline=None)
@given(data=st.data())
def test_any_spelling_of_any_operation_leads_to_it_alone(catalogue: BotocoreCatalogue, data: st.DataObject) -> None:
    id = data.draw(st.sampled_from(catalogue.operations()))
    kebab = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", id.operation)
    name = data.draw(st.sampled_from([id.operation, kebab, kebab.replace("-", "_"), id.operation.lower()]))
    service = data.draw(st.sampled_from([id.service, id.service.upper()]))
    separator = data.draw(st.sampled_from([":", ".", " "]))
    assert list(catalogue.canonical(f"{service}{separator}{name}")) == [id]
