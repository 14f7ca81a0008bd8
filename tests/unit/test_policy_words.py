"""Trusts from plain words, and rules in plain words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.aws import LONGEST_TRUST, PolicyRule, Risk, Verdict
from app.domain.aws.policy_words import rule_sentence, spoken_trust, trust_rule
from app.domain.aws.rulings import NEVER_TRUSTED, is_live
from app.domain.errors import UsageError

NOW = datetime(2026, 11, 27, 14, 0, 30, 5, tzinfo=UTC)
HOUR = timedelta(hours=1)
FLOORED = (
    "All calls in dev that touch only what is tagged env=dev run without asking, "
    "but what destroys or changes permissions is still asked about."
)
READ, SENSITIVE, WRITE = Risk.READ, Risk.SENSITIVE_READ, Risk.WRITE


@pytest.mark.parametrize(
    ("text", "risks", "services", "accounts", "regions", "lasts"),
    [
        ("reads of s3 in dev for an hour", [READ], ["s3"], ["dev"], [], HOUR),
        ("s3 reads in dev for 1h", [READ], ["s3"], ["dev"], [], HOUR),
        ("reads for 30 minutes", [READ], [], [], [], HOUR / 2),
        (
            "sensitive reads of ssm and secretsmanager in dev for half an hour",
            [SENSITIVE],
            ["ssm", "secretsmanager"],
            ["dev"],
            [],
            HOUR / 2,
        ),
        ("writes of sqs in dev in eu-west-1 for 2 hours", [WRITE], ["sqs"], ["dev"], ["eu-west-1"], 2 * HOUR),
        (
            "reads and writes of ec2 in dev, staging and eu-west-1 for 1h30m",
            [READ, WRITE],
            ["ec2"],
            ["dev", "staging"],
            ["eu-west-1"],
            1.5 * HOUR,
        ),
        ('reads in the account "Team dev" for twelve hours', [READ], [], ["Team dev"], [], 12 * HOUR),
        ("reads in 111122223333 for 1 hour and 15 minutes", [READ], [], ["111122223333"], [], 1.25 * HOUR),
        ("Reads of S3 in Dev for an hour", [READ], ["s3"], ["Dev"], [], HOUR),
    ],
)
def test_what_is_said_is_understood(
    text: str, risks: list[Risk], services: list[str], accounts: list[str], regions: list[str], lasts: timedelta
) -> None:
    said = spoken_trust(text)
    found = (list(said.risks), list(said.services), list(said.accounts), list(said.regions), said.lasts)
    assert found == (risks, services, accounts, regions, lasts)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "for",
        "reads of s3 in dev",
        "s3 in dev for an hour",
        "for an hour",
        "deletes of s3 in dev for an hour",
        "destructive calls in dev for an hour",
        "permissions in dev for an hour",
        "everything in dev for an hour",
        "writes of s3 for an hour",
        "writes in eu-west-1 for an hour",
        "reads of s3 in dev for 13 hours",
        "reads of s3 in dev for 12 hours and 1 minute",
        "reads of s3 in dev for 0 minutes",
        "reads of s3 in dev for ever",
        "reads of s3 in dev for -1 hours",
        "reads of s3 in dev for 1.5 hours",
        "reads of s3 in dev for a day",
        "reads of s3 in dev for 1",
        "reads of s3 in dev for an hour or so",
        "reads of s3 in for an hour",
        "sensitive writes in dev for an hour",
        "sensitive in dev for an hour",
        'reads in "dev for an hour',
        "reads of s3 in dev for ١ hour",
    ],
)
def test_what_is_not_wholly_understood_or_may_not_be_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        spoken_trust(text)


def test_a_trust_is_a_rule_that_lives_as_long_as_was_said() -> None:
    rule = trust_rule(spoken_trust("reads of s3 in dev for an hour"), services=("s3",), accounts=("dev",), now=NOW)
    assert rule.is_trust
    assert is_live(rule, NOW)
    assert is_live(rule, NOW + timedelta(minutes=59))
    assert not is_live(rule, NOW + HOUR)


@settings(deadline=None)
@given(
    st.text(max_size=60)
    | st.lists(
        st.sampled_from(
            [
                "reads",
                "writes",
                "of",
                "s3",
                "in",
                "dev",
                "for",
                "an",
                "hour",
                "12",
                "hours",
                "deletes",
                "everything",
                "minutes",
                "sensitive",
                "and",
                "eu-west-1",
                "permissions",
                ",",
                '"',
                "a",
                "half",
            ]
        ),
        max_size=12,
    ).map(" ".join)
)
def test_no_words_make_a_trust_that_may_not_be(text: str) -> None:
    try:
        said = spoken_trust(text)
    except UsageError:
        return
    assert said.risks
    assert not set(said.risks) & NEVER_TRUSTED
    assert timedelta() < said.lasts <= LONGEST_TRUST
    assert said.accounts or WRITE not in said.risks


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        (PolicyRule(verdict=Verdict.DENY), "All calls never run."),
        (
            PolicyRule(verdict=Verdict.DENY, risks=(Risk.DESTRUCTIVE,), services=("s3", "ec2"), accounts=("prod*",)),
            "Calls that destroy of s3 and ec2 in prod* never run.",
        ),
        (
            PolicyRule(verdict=Verdict.TYPED, operations=("ec2:Stop*",), regions=("eu-*",), tags=("env=prod",)),
            "All calls through ec2:Stop* in eu-* that touch what is tagged env=prod want a name typed.",
        ),
        (PolicyRule(verdict=Verdict.ASK, risks=(Risk.READ,)), "Reads are asked about."),
        (
            PolicyRule(verdict=Verdict.ALLOW, accounts=("dev",), tags=("env=dev",)),
            FLOORED,
        ),
    ],
)
def test_a_rule_in_words(rule: PolicyRule, sentence: str) -> None:
    assert rule_sentence(rule) == sentence
