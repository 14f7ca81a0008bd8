"""What rules mean: who wins over whom, the floors that no rule lowers, tags, trusts and clocks."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.aws import Call, OperationId, Policy, PolicyQuestion, PolicyRule, Risk, Verdict
from app.domain.aws.rulings import CHANGING, fits, is_live, matches, ruling
from app.domain.settings import Settings
from app.services.policy import PolicyService
from app.services.settings import SettingsService
from app.services.steady_clock import SteadyClock
from tests.aws_fixtures import MemorySettings

NOW = datetime(2026, 11, 27, 14, 0, tzinfo=UTC)
STRENGTH = {verdict: verdict.severity for verdict in Verdict}
STARTS = ("ec2:StartInstances", Risk.WRITE)


def question(operation: str = STARTS[0], risk: Risk = STARTS[1], **more: object) -> PolicyQuestion:
    names = more.pop("account_names", ("dev", "Development", "111122223333"))
    region = str(more.pop("region", "eu-west-1"))
    call = Call(id=OperationId.parse(operation), parameters={}, account="dev", region=region)
    return PolicyQuestion(call=call, risk=risk, account_names=names, **more)  # type: ignore[arg-type]


def rule(verdict: Verdict, **more: object) -> PolicyRule:
    return PolicyRule(verdict=verdict, **more)  # type: ignore[arg-type]


def trust(**more: object) -> PolicyRule:
    return rule(Verdict.ALLOW, **{"until": NOW + timedelta(hours=1), **more})


def verdict_of(
    *rules: PolicyRule, asked: PolicyQuestion | None = None, now: datetime = NOW, **policy: object
) -> Verdict:
    return ruling(Policy(rules=rules, **policy), asked or question(), now).verdict  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ((), Verdict.ASK),
        ((rule(Verdict.ALLOW),), Verdict.ALLOW),
        ((rule(Verdict.ALLOW), rule(Verdict.ASK)), Verdict.ASK),
        ((trust(), rule(Verdict.ASK)), Verdict.ALLOW),
        ((trust(), rule(Verdict.TYPED)), Verdict.TYPED),
        ((trust(), rule(Verdict.TYPED), rule(Verdict.DENY)), Verdict.DENY),
        ((rule(Verdict.ALLOW), rule(Verdict.TYPED)), Verdict.TYPED),
        ((rule(Verdict.ALLOW), rule(Verdict.DENY)), Verdict.DENY),
    ],
)
def test_who_wins_whatever_the_order(rules: tuple[PolicyRule, ...], expected: Verdict) -> None:
    assert verdict_of(*rules) is expected
    assert verdict_of(*reversed(rules)) is expected


@pytest.mark.parametrize(
    ("risk", "expected"),
    [
        (Risk.READ, Verdict.ALLOW),
        (Risk.SENSITIVE_READ, Verdict.ASK),
        (Risk.WRITE, Verdict.ASK),
        (Risk.PERMISSIONS, Verdict.ASK),
        (Risk.DESTRUCTIVE, Verdict.TYPED),
    ],
)
def test_without_rules_the_defaults_count(risk: Risk, expected: Verdict) -> None:
    asked = question(risk=risk)
    assert ruling(Policy(), asked, NOW).verdict is expected
    assert ruling(Policy(), asked, NOW, run_reads=False).verdict is not Verdict.ALLOW


@pytest.mark.parametrize(
    ("asked", "least"),
    [
        (question(risk=Risk.PERMISSIONS), Verdict.ASK),
        (question(risk=Risk.DESTRUCTIVE), Verdict.TYPED),
        (question(protected=True), Verdict.TYPED),
        (question(tags=({"baton:protected": ""},), resources=1), Verdict.TYPED),
        (question(untrusted=True), Verdict.ASK),
        (question(risk=Risk.SENSITIVE_READ, untrusted=True), Verdict.ASK),
        (question(risk=Risk.DESTRUCTIVE, dry_run=True, untrusted=True), Verdict.ASK),
        (question(resources=11), Verdict.ASK),
    ],
)
def test_no_rule_and_no_trust_lowers_a_floor(asked: PolicyQuestion, least: Verdict) -> None:
    for rules in ((rule(Verdict.ALLOW),), (trust(),), (rule(Verdict.ALLOW), trust())):
        assert verdict_of(*rules, asked=asked) is least


def test_a_read_after_untrusted_text_still_runs() -> None:
    assert verdict_of(asked=question("s3:ListBuckets", Risk.READ, untrusted=True)) is Verdict.ALLOW


def test_a_change_in_bulk_says_how_many_and_that_it_asks_again() -> None:
    allowed = Policy(rules=(rule(Verdict.ALLOW),), bulk_above=3)
    few, many = (ruling(allowed, question(resources=count), NOW) for count in (3, 4))
    assert (few.verdict, few.bulk) == (Verdict.ALLOW, False)
    assert (many.verdict, many.bulk) == (Verdict.ASK, True)
    assert "4 resources" in many.reasons[0]
    typed = ruling(dataclasses.replace(allowed, rules=(rule(Verdict.TYPED),)), question(resources=4), NOW)
    assert any("4 resources" in reason for reason in typed.reasons)


def test_read_only_denies_all_but_reads() -> None:
    for risk in Risk:
        asked = question(risk=risk)
        found = verdict_of(rule(Verdict.ALLOW), trust(), asked=asked, read_only=True)
        assert found is (Verdict.ALLOW if risk is Risk.READ else Verdict.DENY)


def test_with_problems_everything_asks_and_changes_are_denied() -> None:
    for risk in Risk:
        for dry_run in (False, True):
            asked = question(risk=risk, dry_run=dry_run)
            found = ruling(Policy(rules=(rule(Verdict.ALLOW), trust()), problems=("Line 3: no.",)), asked, NOW)
            assert found.verdict is (Verdict.DENY if risk in CHANGING else Verdict.ASK)
            assert "Line 3: no." in found.reasons[0]


@pytest.mark.parametrize(
    ("given_rule", "fitting"),
    [
        (rule(Verdict.DENY, accounts=("dev",)), True),
        (rule(Verdict.DENY, accounts=("Develop*",)), True),
        (rule(Verdict.DENY, accounts=("111122223333",)), True),
        (rule(Verdict.DENY, accounts=("DEV",)), True),
        (rule(Verdict.ALLOW, accounts=("DEV",)), False),
        (rule(Verdict.DENY, accounts=("de",)), False),
        (rule(Verdict.DENY, regions=("eu-*",)), True),
        (rule(Verdict.DENY, regions=("eu-west-2", "us-*")), False),
        (rule(Verdict.DENY, services=("ec2",)), True),
        (rule(Verdict.DENY, services=("s3",)), False),
        (rule(Verdict.DENY, operations=("ec2:Start*",)), True),
        (rule(Verdict.DENY, operations=("ec2:StartInstances", "s3:DeleteBucket")), True),
        (rule(Verdict.DENY, operations=("ec2:Stop*",)), False),
        (rule(Verdict.DENY, risks=(Risk.WRITE,)), True),
        (rule(Verdict.DENY, risks=(Risk.READ,)), False),
        (rule(Verdict.DENY, accounts=("dev",), regions=("us-*",)), False),
    ],
)
def test_a_rule_fits_where_all_it_gives_fits(given_rule: PolicyRule, fitting: bool) -> None:
    assert fits(given_rule, question()) is fitting


@pytest.mark.parametrize("spelled", ["EC2:startinstances", "ec2:start_instances", "ec2:start-instances"])
def test_a_call_spelled_otherwise_is_denied_all_the_same(spelled: str) -> None:
    assert verdict_of(rule(Verdict.DENY, operations=("ec2:StartInstances",)), asked=question(spelled)) is Verdict.DENY


def test_a_tag_denies_where_one_resource_has_it_and_allows_where_all_have_it() -> None:
    mixed = question(tags=({"env": "dev"}, {"env": "prod"}), resources=2)
    assert verdict_of(rule(Verdict.DENY, tags=("env=prod",)), asked=mixed) is Verdict.DENY
    assert verdict_of(rule(Verdict.DENY, tags=("env",)), asked=mixed) is Verdict.DENY
    assert verdict_of(rule(Verdict.ALLOW, tags=("env=dev",)), asked=mixed) is Verdict.ASK
    same = question(tags=({"env": "dev"}, {"env": "dev"}), resources=2)
    assert verdict_of(rule(Verdict.ALLOW, tags=("env=dev",)), asked=same) is Verdict.ALLOW


def test_unknown_tags_loosen_nothing() -> None:
    unknown = question(tags=({"env": "dev"},), resources=2)
    assert verdict_of(rule(Verdict.ALLOW, tags=("env=dev",)), asked=unknown) is Verdict.ASK
    found = ruling(
        Policy(rules=(rule(Verdict.ALLOW), rule(Verdict.DENY, tags=("env=prod",), name="prod"))), unknown, NOW
    )
    assert found.verdict is Verdict.ASK
    assert "tags of what it touches are not known" in found.reasons[0]


@pytest.mark.parametrize(
    ("since", "until"),
    [
        (None, NOW),
        (None, NOW - timedelta(seconds=1)),
        (None, NOW + timedelta(hours=12, seconds=1)),
        (None, datetime(2026, 11, 27, 15, 0)),  # noqa: DTZ001 - a time without a zone is what is tried
        (NOW + timedelta(minutes=1), NOW + timedelta(hours=1)),  # the clock was set back since
        (NOW - timedelta(hours=11), NOW + timedelta(hours=2)),
        (datetime(2026, 11, 27, 13, 0), NOW + timedelta(hours=1)),  # noqa: DTZ001 - likewise
    ],
)
def test_a_trust_that_ended_or_makes_no_sense_is_none(since: datetime | None, until: datetime) -> None:
    given_trust = trust(since=since, until=until)
    assert not is_live(given_trust, NOW)
    assert verdict_of(given_trust) is Verdict.ASK


def test_a_trust_counts_until_its_end() -> None:
    given_trust = trust(since=NOW, until=NOW + timedelta(hours=1))
    assert verdict_of(given_trust, now=NOW + timedelta(minutes=59)) is Verdict.ALLOW
    assert verdict_of(given_trust, now=NOW + timedelta(minutes=60)) is Verdict.ASK


class Hands:
    """A wall clock and a monotonic one, moved by the test."""

    def __init__(self) -> None:
        self.wall, self.passed_s = NOW, 100.0

    def clock(self) -> SteadyClock:
        return SteadyClock(lambda: self.wall, lambda: self.passed_s)


class Held:
    """A policy that is in no file."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy

    def load(self) -> Policy:
        return self.policy


def test_setting_the_clock_back_extends_no_trust() -> None:
    hands = Hands()
    store = Held(Policy(rules=(trust(until=NOW + timedelta(hours=1)),)))
    service = PolicyService(SettingsService(MemorySettings(Settings())), store, hands.clock())  # type: ignore[arg-type]
    assert service.ruling(question()).verdict is Verdict.ALLOW
    hands.wall -= timedelta(minutes=50)
    hands.passed_s += 59 * 60
    assert service.ruling(question()).verdict is Verdict.ALLOW
    hands.passed_s += 60
    assert service.ruling(question()).verdict is Verdict.ASK
    hands.wall -= timedelta(days=1)
    assert service.ruling(question()).verdict is Verdict.ASK


def test_a_machine_that_slept_wakes_with_the_trust_over() -> None:
    hands = Hands()
    clock = hands.clock()
    hands.wall += timedelta(hours=2)  # its monotonic clock stood still
    assert clock.now() == NOW + timedelta(hours=2)


def test_the_settings_count_beside_the_file() -> None:
    settings = SettingsService(MemorySettings(Settings(aws_run_reads=False)))
    service = PolicyService(settings)
    assert service.ruling(question("s3:ListBuckets", Risk.READ)).verdict is Verdict.ASK
    read_only = PolicyService(SettingsService(MemorySettings(Settings(aws_read_only=True))))
    assert read_only.ruling(question()).verdict is Verdict.DENY
    assert read_only.policy().read_only


# --- properties

names = st.sampled_from(["dev", "prod", "p*", "*", "111122223333"])
rules = st.builds(
    PolicyRule,
    verdict=st.sampled_from(Verdict),
    accounts=st.lists(names, max_size=2).map(tuple),
    regions=st.lists(st.sampled_from(["eu-west-1", "eu-*", "us-east-1"]), max_size=1).map(tuple),
    risks=st.lists(st.sampled_from(Risk), max_size=2).map(tuple),
    services=st.lists(st.sampled_from(["s3", "ec2", "e*"]), max_size=1).map(tuple),
    operations=st.lists(st.sampled_from(["ec2:StartInstances", "s3:*", "*:Delete*"]), max_size=1).map(tuple),
    tags=st.lists(st.sampled_from(["env=prod", "env"]), max_size=1).map(tuple),
    until=st.none() | st.sampled_from([NOW + timedelta(hours=1), NOW - timedelta(hours=1), NOW + timedelta(days=2)]),
)
policies = st.builds(
    Policy,
    rules=st.lists(rules, max_size=6).map(tuple),
    read_only=st.booleans(),
    bulk_above=st.integers(0, 5),
    problems=st.sampled_from([(), (), ("no",)]),
)
questions = st.builds(
    question,
    st.sampled_from(["ec2:StartInstances", "s3:DeleteBucket", "s3:ListBuckets"]),
    st.sampled_from(Risk),
    account_names=st.sampled_from([("dev",), ("prod", "111122223333")]),
    region=st.sampled_from(["eu-west-1", "us-east-1"]),
    tags=st.lists(st.sampled_from([{"env": "prod"}, {"env": "dev"}, {}]), max_size=3).map(tuple),
    resources=st.integers(0, 6),
    protected=st.booleans(),
    untrusted=st.booleans(),
    dry_run=st.booleans(),
)


@settings(deadline=None)
@given(policies, questions)
def test_deny_always_wins(policy: Policy, asked: PolicyQuestion) -> None:
    denying = [r for r in policy.rules if r.verdict is Verdict.DENY and fits(r, asked)]
    if denying and (not policy.problems or asked.risk in CHANGING):
        assert ruling(policy, asked, NOW).verdict is Verdict.DENY


@settings(deadline=None)
@given(policies, questions, rules, st.booleans())
def test_adding_what_is_strict_never_loosens(
    policy: Policy, asked: PolicyQuestion, more: PolicyRule, run_reads: bool
) -> None:
    before = ruling(policy, asked, NOW, run_reads=run_reads).verdict
    for verdict in (Verdict.DENY, Verdict.TYPED):
        added = dataclasses.replace(policy, rules=(*policy.rules, dataclasses.replace(more, verdict=verdict)))
        assert STRENGTH[ruling(added, asked, NOW, run_reads=run_reads).verdict] >= STRENGTH[before]


@settings(deadline=None)
@given(policies, questions)
def test_no_policy_allows_what_no_policy_may(policy: Policy, asked: PolicyQuestion) -> None:
    found = ruling(policy, asked, NOW).verdict
    if found is Verdict.ALLOW and asked.risk is not Risk.READ:
        assert not policy.problems
        assert not policy.read_only
        assert not asked.untrusted
        if not asked.dry_run:
            assert asked.risk in (Risk.WRITE, Risk.SENSITIVE_READ)
            assert any(
                r.verdict is Verdict.ALLOW and fits(r, asked) and (r.until is None or is_live(r, NOW))
                for r in policy.rules
            )
        if asked.risk in CHANGING and not asked.dry_run:
            assert not asked.protected
            assert asked.resources <= policy.bulk_above
    if asked.risk is Risk.DESTRUCTIVE and not asked.dry_run:
        assert STRENGTH[found] >= STRENGTH[Verdict.TYPED]


@settings(deadline=None)
@given(policies, questions)
def test_trusted_or_not_what_is_dangerous_is_asked_about_the_same(policy: Policy, asked: PolicyQuestion) -> None:
    if asked.risk in (Risk.PERMISSIONS, Risk.DESTRUCTIVE):
        without = dataclasses.replace(policy, rules=tuple(r for r in policy.rules if r.until is None))
        with_ended = dataclasses.replace(
            policy, rules=tuple(r for r in policy.rules if not (r.until is not None and r.verdict is Verdict.ALLOW))
        )
        assert ruling(with_ended, asked, NOW).verdict is ruling(policy, asked, NOW).verdict
        assert STRENGTH[ruling(policy, asked, NOW).verdict] >= STRENGTH[ruling(without, asked, NOW).verdict]


@settings(deadline=None)
@given(st.text("ab*", max_size=8), st.text("ab", max_size=10))
def test_a_star_stands_for_anything(pattern: str, text: str) -> None:
    import re

    expected = re.fullmatch(".*".join(re.escape(part) for part in pattern.split("*")), text) is not None
    assert matches(pattern, text) is expected


def test_a_pattern_of_many_stars_is_quick_to_refuse() -> None:
    assert not matches("a*" * 2_000 + "b", "a" * 20_000)
