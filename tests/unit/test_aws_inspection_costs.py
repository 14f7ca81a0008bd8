"""What a call adds to the bill: from its parameters and what was read, and unknown rather than guessed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app import RESOURCES
from app.aws import inspection
from app.aws.catalogue.catalogue import BotocoreCatalogue
from app.aws.data import data_table
from app.aws.inspection.costs import PRICED_OPERATIONS, cost
from app.aws.inspection.irreversible import SPOKEN_OPERATIONS
from app.aws.inspection.prices import price_list
from app.aws.inspection.reads import Found
from app.domain.aws import Call, Cost, OperationId, Resource, Risk


def asked(
    operation: str, parameters: Mapping[str, object], found: Sequence[Found] = (), region: str = "us-east-1"
) -> Cost:
    call = Call(id=OperationId.parse(operation), parameters=parameters, account="demo", region=region)
    return cost(call, found)


def machine(kind: str, state: str, **more: Any) -> Found:
    data = {"InstanceId": "i-1", "InstanceType": kind, "State": {"Name": state}, **more}
    return Found(resource=Resource(kind="instance", id="i-1"), data=data)


@pytest.mark.parametrize(
    ("operation", "parameters", "found", "usd"),
    [
        ("ec2:RunInstances", {"InstanceType": "t3.micro", "MinCount": 1, "MaxCount": 2}, [], 15.18),
        (
            "ec2:RunInstances",
            {
                "InstanceType": "m5.large",
                "MaxCount": 1,
                "BlockDeviceMappings": [{"Ebs": {"VolumeSize": 100, "VolumeType": "gp3"}}],
            },
            [],
            78.08,
        ),
        ("ec2:StartInstances", {"InstanceIds": ["i-1"]}, [machine("m5.xlarge", "stopped")], 140.16),
        ("ec2:StartInstances", {"InstanceIds": ["i-1"]}, [machine("m5.xlarge", "running")], 0.0),
        ("ec2:StopInstances", {"InstanceIds": ["i-1"]}, [machine("m5.large", "running")], -70.08),
        ("ec2:TerminateInstances", {"InstanceIds": ["i-1"]}, [machine("m5.large", "stopped")], 0.0),
        (
            "ec2:ModifyInstanceAttribute",
            {"InstanceId": "i-1", "InstanceType": {"Value": "m5.xlarge"}},
            [machine("m5.large", "stopped")],
            70.08,
        ),
        ("ec2:CreateVolume", {"Size": 100, "VolumeType": "io2", "Iops": 1000}, [], 77.5),
        ("ec2:CreateNatGateway", {"SubnetId": "s"}, [], 32.85),
        ("ec2:AllocateAddress", {}, [], 3.65),
        ("elbv2:CreateLoadBalancer", {"Name": "a", "Type": "network"}, [], 16.43),
        (
            "rds:CreateDBInstance",
            {"DBInstanceClass": "db.t3.micro", "Engine": "postgres", "AllocatedStorage": 20, "MultiAZ": True},
            [],
            31.06,
        ),
        (
            "dynamodb:CreateTable",
            {"ProvisionedThroughput": {"ReadCapacityUnits": 10, "WriteCapacityUnits": 10}},
            [],
            5.69,
        ),
        ("cloudwatch:DeleteAlarms", {"AlarmNames": ["a", "b", "c"]}, [], -0.3),
        ("kms:CreateKey", {}, [], 1.0),
        ("secretsmanager:CreateSecret", {"Name": "x"}, [], 0.4),
        ("route53:CreateHostedZone", {"Name": "x"}, [], 0.5),
        ("iam:CreateUser", {"UserName": "x"}, [], 0.0),
    ],
)
def test_a_cost_is_reckoned_for_a_month(
    operation: str, parameters: Mapping[str, object], found: Sequence[Found], usd: float
) -> None:
    said = asked(operation, parameters, found)
    assert said.monthly_usd == pytest.approx(usd, abs=0.01)
    assert said.sentence.endswith(".")


@pytest.mark.parametrize(
    ("operation", "parameters", "found", "region"),
    [
        (
            "ec2:RunInstances",
            {"LaunchTemplate": {"LaunchTemplateName": "x"}, "InstanceType": "t3.micro"},
            [],
            "us-east-1",
        ),
        ("ec2:RunInstances", {"InstanceType": "u-24tb1.112xlarge", "MaxCount": 1}, [], "us-east-1"),
        ("ec2:RunInstances", {"InstanceType": "t3.micro", "MaxCount": 1}, [], "mx-central-1"),
        ("ec2:StopInstances", {"InstanceIds": ["i-1"]}, [], "us-east-1"),
        ("ec2:CreateVolume", {"SnapshotId": "snap-1"}, [], "us-east-1"),
        ("ec2:CreateVolume", {"Size": "plenty"}, [], "us-east-1"),
        ("rds:CreateDBInstance", {"DBInstanceClass": "db.t3.micro", "Engine": "oracle-ee"}, [], "us-east-1"),
        ("dynamodb:CreateTable", {"BillingMode": "PAY_PER_REQUEST"}, [], "us-east-1"),
        ("s3:CreateBucket", {"Bucket": "b"}, [], "us-east-1"),
        ("sagemaker:CreateEndpoint", {}, [], "us-east-1"),
    ],
)
def test_what_is_not_known_is_unknown(
    operation: str, parameters: Mapping[str, object], found: Sequence[Found], region: str
) -> None:
    said = asked(operation, parameters, found, region)
    assert said.monthly_usd is None
    assert not said.sentence or said.sentence.endswith("."), "a reason, where there is one"


def test_a_region_without_prices_of_its_own_is_called_an_estimate() -> None:
    own = asked("ec2:RunInstances", {"InstanceType": "t3.micro", "MaxCount": 1}, region="eu-west-1")
    other = asked("ec2:RunInstances", {"InstanceType": "t3.micro", "MaxCount": 1}, region="eu-central-1")
    assert "estimated" not in own.sentence
    assert "estimated" in other.sentence
    assert own.monthly_usd is not None
    assert other.monthly_usd is not None
    assert other.monthly_usd > own.monthly_usd


def test_the_price_list_says_where_it_is_from_and_covers_what_is_common() -> None:
    text = (RESOURCES / "aws" / "prices.toml").read_text(encoding="utf-8")
    assert "not authoritative" in text
    table = data_table("prices.toml")
    assert date.fromisoformat(table["as_of"]) < date(2026, 11, 1)
    prices = price_list()
    known = [
        f"{family}.{size}"
        for family in table["ec2"]["families"]
        for size in table["ec2"]["sizes"]
        if prices.instance(f"{family}.{size}", "us-east-1")
    ]
    assert len(known) >= 60
    for region in ("us-east-1", "eu-west-1", *table["ratios"]):
        assert prices.instance("t3.micro", region), region
        assert prices.volume("gp3", 1, region), region


def test_what_is_priced_and_what_has_sentences_are_operations_that_exist(catalogue: BotocoreCatalogue) -> None:
    known = {str(id) for id in catalogue.operations()}
    assert known >= PRICED_OPERATIONS
    assert known >= SPOKEN_OPERATIONS


def test_an_inspection_asks_for_plain_reads_alone(catalogue: BotocoreCatalogue) -> None:
    folder = Path(str(inspection.__file__)).parent
    sources = "\n".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    asked_for = set(re.findall(r"(?:reads|strict)\(\s*\"([a-z0-9-]+:[A-Z]\w+)\"", sources))
    assert len(asked_for) > 50
    for name in asked_for:
        assert catalogue.brief(OperationId.parse(name)).classification.risk is Risk.READ, name
