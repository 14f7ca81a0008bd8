"""Nouns in the singular, the awkward ones of AWS's names above all."""

from __future__ import annotations

import pytest

from app.domain.wording import singular


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("Reservations", "Reservation"),
        ("DBInstances", "DBInstance"),
        ("access keys", "access key"),
        ("security group rules", "security group rule"),
        ("Addresses", "Address"),
        ("Policies", "Policy"),
        ("user policies", "user policy"),
        ("Aliases", "Alias"),
        ("Analyses", "Analysis"),
        ("EventBuses", "EventBus"),
        ("event buses", "event bus"),
        ("Statuses", "Status"),
        ("Indices", "Index"),
        ("IpIndexes", "IpIndex"),
        ("Batches", "Batch"),
        ("Hashes", "Hash"),
        ("Prefixes", "Prefix"),
        ("Caches", "Cache"),
        ("Databases", "Database"),
        ("Licenses", "License"),
        ("Lenses", "Lens"),
        ("Devices", "Device"),
        ("Sizes", "Size"),
        ("Schemas", "Schema"),
        ("Findings", "Finding"),
        ("Cookies", "Cookie"),
        ("VpcIds", "VpcId"),
        ("TopicArns", "TopicArn"),
        ("QueueUrls", "QueueUrl"),
        ("ids", "id"),
        ("VPCs", "VPC"),
        ("OUs", "OU"),
        ("RestAPIs", "RestAPI"),
        ("RestApis", "RestApi"),
        ("EC2s", "EC2"),
    ],
)
def test_a_plural_becomes_singular_and_stays_so(plural: str, one: str) -> None:
    assert singular(plural) == one
    assert singular(one) == one


@pytest.mark.parametrize(
    "noun",
    [
        "Status",
        "Access",
        "Redis",
        "Bus",
        "bucket cors",
        "settings",
        "IOPS",
        "DNS",
        "Data",
        "series",
        "s",
        "is",
        "",
        "é",
    ],
)
def test_what_is_no_plural_is_left_alone(noun: str) -> None:
    assert singular(noun) == noun
