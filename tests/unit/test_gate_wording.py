"""The words a person reads about a call, made from the call alone."""

from __future__ import annotations

import pytest

from app.aws.catalogue.catalogue import BotocoreCatalogue
from app.domain.aws import Resource
from app.services.presentation import Wording, wording
from tests.aws_fixtures import a_call


def words(catalogue: BotocoreCatalogue, operation: str, parameters: dict[str, object], *touched: Resource) -> Wording:
    call = a_call(operation, parameters)
    return wording(call, catalogue.operation(call.id), warnings=(), touched=touched)


@pytest.mark.parametrize(
    ("operation", "parameters", "sentence", "verb", "typed"),
    [
        (
            "ec2:TerminateInstances",
            {"InstanceIds": ["i-1", "i-2"]},
            "Terminate 2 EC2 instances in eu-west-1",
            "Terminate 2 instances",
            "2 instances",
        ),
        (
            "ec2:TerminateInstances",
            {"InstanceIds": ["i-1"]},
            "Terminate the EC2 instance “i-1” in eu-west-1",
            "Terminate instance",
            "i-1",
        ),
        ("s3:DeleteBucket", {"Bucket": "logs"}, "Delete the S3 bucket “logs” in eu-west-1", "Delete bucket", "logs"),
        (
            "s3:DeleteObject",
            {"Bucket": "logs", "Key": "a/b"},
            "Delete the S3 object “a/b” in eu-west-1",
            "Delete object",
            "a/b",
        ),
        (
            "s3:DeleteObjects",
            {"Bucket": "logs", "Delete": {"Objects": [{"Key": "a"}, {"Key": "b"}]}},
            "Delete 2 S3 objects in eu-west-1",
            "Delete 2 objects",
            "2 objects",
        ),
        (
            "s3:PutBucketPolicy",
            {"Bucket": "logs", "Policy": "{}"},
            "Put S3 bucket policy for “logs” in eu-west-1",
            "Put bucket policy",
            "logs",
        ),
        (
            "iam:DeleteAccessKey",
            {"UserName": "kim", "AccessKeyId": "AK1"},
            "Delete the IAM access key “AK1” in all regions",
            "Delete access key",
            "AK1",
        ),
        (
            "iam:DeleteUserPolicy",
            {"UserName": "kim", "PolicyName": "p"},
            "Delete the IAM user policy “p” in all regions",
            "Delete user policy",
            "p",
        ),
        (
            "rds:DeleteDBInstance",
            {"DBInstanceIdentifier": "orders"},
            "Delete the RDS database instance “orders” in eu-west-1",
            "Delete database instance",
            "orders",
        ),
        (
            "ec2:DeleteSecurityGroup",
            {"GroupId": "sg-1"},
            "Delete the EC2 security group “sg-1” in eu-west-1",
            "Delete security group",
            "sg-1",
        ),
        (
            "dynamodb:DeleteItem",
            {"TableName": "orders", "Key": {"id": {"S": "1"}}},
            "Delete DynamoDB item for “orders” in eu-west-1",
            "Delete item",
            "orders",
        ),
        (
            "ec2:CreateTags",
            {"Resources": ["i-1", "i-2"], "Tags": []},
            "Create EC2 tags for 2 resources in eu-west-1",
            "Create tags",
            "2 resources",
        ),
        (
            "sqs:PurgeQueue",
            {"QueueUrl": "https://sqs/1/orders"},
            "Purge the SQS queue “https://sqs/1/orders” in eu-west-1",
            "Purge queue",
            "https://sqs/1/orders",
        ),
    ],
)
def test_the_sentence_names_what_is_hit(
    catalogue: BotocoreCatalogue,
    operation: str,
    parameters: dict[str, object],
    sentence: str,
    verb: str,
    typed: str,
) -> None:
    made = words(catalogue, operation, parameters)
    assert (made.sentence, made.verb, made.typed) == (sentence, verb, typed)


def test_a_bucket_that_holds_something_is_warned_about(catalogue: BotocoreCatalogue) -> None:
    held = Resource(kind="bucket", id="b-1", contents="at least 1,000 objects")
    full = words(catalogue, "s3:DeleteBucket", {"Bucket": "b-1"}, held)
    empty = words(catalogue, "s3:DeleteBucket", {"Bucket": "b-1"}, Resource(kind="bucket", id="b-1"))
    assert "This bucket holds at least 1,000 objects." in full.warnings
    assert not empty.warnings


def test_every_operation_has_words_and_something_to_type(catalogue: BotocoreCatalogue) -> None:
    for identity in list(catalogue.operations())[::97]:
        made = words(catalogue, str(identity), {})
        assert made.sentence
        assert made.verb
        assert made.typed == identity.operation


@pytest.mark.parametrize("name", [" padded", "two\nlines", "x" * 200, "hid\u200bden", "rtl\u202e"])
def test_a_name_that_cannot_be_typed_is_not_asked_for(catalogue: BotocoreCatalogue, name: str) -> None:
    made = words(catalogue, "iam:DeleteUser", {"UserName": name})
    assert made.typed == "DeleteUser"
    assert "\n" not in made.sentence
    assert len(made.sentence) < 160
