"""Which values the recogniser takes from a text, and that they are in the operation's own names and types."""

from __future__ import annotations

import pytest

from app.aws.catalogue.catalogue import BotocoreCatalogue
from app.aws.recogniser import OfflineRecogniser


def test_the_case_of_a_name_is_kept(recogniser: OfflineRecogniser) -> None:
    assert recogniser.recognise("show role MyDeployRole").parameters == {"RoleName": "MyDeployRole"}
    assert recogniser.recognise("SHOW ROLE MyDeployRole").parameters == {"RoleName": "MyDeployRole"}


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("list instances in Ireland", "eu-west-1"),
        ("list instances in N. Virginia", "us-east-1"),
        ("list instances in São Paulo", "sa-east-1"),
        ("list Frankfurt instances", "eu-central-1"),
        ("list instances in ap-southeast-2", "ap-southeast-2"),
        ("list instances in Tel Aviv", "il-central-1"),
        ("list instances", None),
        ("create a bucket called tokyo", None),
    ],
)
def test_a_region_is_known_by_code_and_by_name(recogniser: OfflineRecogniser, text: str, region: str | None) -> None:
    assert recogniser.recognise(text).region == region


def test_a_bucket_outside_the_first_region_is_constrained_to_it(recogniser: OfflineRecogniser) -> None:
    abroad = recogniser.recognise("create bucket x-123 in Paris")
    assert abroad.parameters["CreateBucketConfiguration"] == {"LocationConstraint": "eu-west-3"}
    assert "CreateBucketConfiguration" not in recogniser.recognise("create bucket x-123 in us-east-1").parameters


def test_a_value_that_does_not_fit_is_missing_and_not_sent(recogniser: OfflineRecogniser) -> None:
    found = recogniser.recognise("set the desired capacity of auto scaling group web-asg to many")
    assert found.missing == ("DesiredCapacity",)
    assert found.parameters == {"AutoScalingGroupName": "web-asg"}


def test_a_queues_name_is_no_url(recogniser: OfflineRecogniser) -> None:
    assert recogniser.recognise("delete the queue jobs").missing == ("QueueUrl",)
    url = "https://sqs.eu-west-1.amazonaws.com/123456789012/jobs"
    assert recogniser.recognise(f"delete the queue {url}").parameters == {"QueueUrl": url}


def test_tokens_that_make_a_call_repeatable_are_never_missing(
    recogniser: OfflineRecogniser, catalogue: BotocoreCatalogue
) -> None:
    found = recogniser.recognise("create an efs file system")
    assert found.operation is not None
    tokens = {shape.name for shape in catalogue.operation(found.operation).parameters if shape.idempotency_token}
    assert tokens
    assert not tokens & set(found.missing)


def test_no_source_means_no_open_door(recogniser: OfflineRecogniser) -> None:
    found = recogniser.recognise("open port 22 on sg-0123abcd")
    assert found.missing == ("IpPermissions",)


@pytest.mark.parametrize(
    ("text", "parameters"),
    [
        (
            "aws ec2 describe-instances --instance-ids i-123 i-456 --max-results 5",
            {"InstanceIds": ["i-123", "i-456"], "MaxResults": 5},
        ),
        ("ec2 describe-volumes --filters Name=status,Values=available", {
            "Filters": [{"Name": "status", "Values": ["available"]}]
        }),
        ("aws lambda update-function-configuration --function-name f --timeout 9", {"FunctionName": "f", "Timeout": 9}),
        ("aws s3api put-object --bucket b --key 'a b.txt'", {"Bucket": "b", "Key": "a b.txt"}),
        ("aws ec2 stop-instances --instance-ids i-1 --force", {"InstanceIds": ["i-1"], "Force": True}),
    ],
)  # fmt: skip
def test_the_command_line_of_aws_is_understood(
    recogniser: OfflineRecogniser, text: str, parameters: dict[str, object]
) -> None:
    assert recogniser.recognise(text).parameters == parameters


@pytest.mark.parametrize(
    ("slip", "right"),
    [
        ("lsit my buckets", "list my buckets"),
        ("list my buckts", "list my buckets"),
        ("show running isntances", "show running instances"),
        ("list lamda functions", "list lambda functions"),
        ("descirbe table orders", "describe table orders"),
    ],
)
def test_a_slip_of_one_letter_is_understood(recogniser: OfflineRecogniser, slip: str, right: str) -> None:
    wrong, correct = recogniser.recognise(slip), recogniser.recognise(right)
    assert correct.operation is not None
    assert (wrong.operation, wrong.parameters) == (correct.operation, correct.parameters)


def test_courtesy_changes_nothing(recogniser: OfflineRecogniser) -> None:
    plain = recogniser.recognise("show my queues")
    polite = recogniser.recognise("Hi there! Could you please be so kind and show me all of my queues, thanks")
    assert plain.operation is not None
    assert polite.operation == plain.operation


@pytest.mark.parametrize(
    ("text", "operation", "parameters"),
    [
        ("describe-instances", "DescribeInstances", {}),
        ("run describe_instances", "DescribeInstances", {}),
        ("delete-bucket old-logs-1", "DeleteBucket", {"Bucket": "old-logs-1"}),
        ("s3 ls", "ListBuckets", {}),
        ("s3 ls acme-data", "ListObjectsV2", {"Bucket": "acme-data"}),
        ("invoke lambda list-users", "Invoke", {"FunctionName": "list-users"}),
    ],
)
def test_an_operations_name_at_the_beginning_is_no_name_of_somebodys(
    recogniser: OfflineRecogniser, text: str, operation: str, parameters: dict[str, object]
) -> None:
    found = recogniser.recognise(text)
    assert found.operation is not None
    assert (found.operation.operation, dict(found.parameters)) == (operation, parameters)


@pytest.mark.parametrize(
    "text",
    [
        "remove tag env from i-0abc12345678def90",
        "untag i-0abc12345678def90 env",
        "delete tag env from instance i-0abc12345678def90",
        "drop the env tag on i-0abc12345678def90",
    ],
)
def test_a_tag_that_is_taken_away_is_named_whatever_its_name_means(recogniser: OfflineRecogniser, text: str) -> None:
    found = recogniser.recognise(text)
    assert str(found.operation) == "ec2:DeleteTags"
    assert dict(found.parameters) == {"Resources": ["i-0abc12345678def90"], "Tags": [{"Key": "env"}]}


@pytest.mark.parametrize("text", ["remove tag owner from role ci", "remove tag env from lambda resize"])
def test_where_a_tag_is_taken_away_nothing_else_is_changed(recogniser: OfflineRecogniser, text: str) -> None:
    found = recogniser.recognise(text)
    assert found.operation is None or "untag" in found.operation.operation.casefold()
