"""What the policy may loosen at the gate and what it may not, whatever it says."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import cast

import pytest

from app.aws.catalogue.catalogue import BotocoreCatalogue
from app.domain.aws import (
    ActionState,
    Consent,
    Decision,
    Identity,
    Inspection,
    Inverse,
    PlanConsent,
    PlanProposal,
    Policy,
    PolicyQuestion,
    PolicyRule,
    Proposal,
    Resource,
    Risk,
    Ruling,
    Verdict,
)
from app.domain.ports import PolicyStore
from app.domain.settings import Settings
from tests.aws_fixtures import GateWorld, Person, all_of_it, build_world, no, nobody, yes

WRITE = ("s3:CreateBucket", {"Bucket": "team-logs-2026"})
PERMISSIONS = ("iam:AttachUserPolicy", {"UserName": "kim", "PolicyArn": "arn:aws:iam::aws:policy/ReadOnlyAccess"})
DESTRUCTIVE = ("s3:DeleteBucket", {"Bucket": "old-logs"})
SECRET = ("secretsmanager:GetSecretValue", {"SecretId": "prod/db"})
READ = ("s3:ListBuckets", {})
Call = tuple[str, dict[str, object]]


def allow(question: PolicyQuestion) -> Ruling:
    return Ruling(verdict=Verdict.ALLOW, reasons=("The rule “everything” allows it.",))


@pytest.mark.parametrize(
    ("call", "untrusted", "asked", "typed"),
    [
        (READ, False, False, False),
        (READ, True, False, False),
        (WRITE, False, False, False),
        (WRITE, True, True, False),
        (SECRET, False, False, False),
        (SECRET, True, True, False),
        (PERMISSIONS, False, True, False),
        (PERMISSIONS, True, True, False),
        (DESTRUCTIVE, False, True, True),
        (DESTRUCTIVE, True, True, True),
    ],
)
async def test_no_rule_goes_below_the_floor(
    world: GateWorld, call: Call, untrusted: bool, asked: bool, typed: bool
) -> None:
    world.policy.says = allow
    person = Person([nobody])
    action = await world.submit(*call, person, untrusted=untrusted)
    assert bool(person.shown) is asked
    assert (action.state is ActionState.DONE) is not asked
    if asked:
        assert (person.shown[0].confirm_text is not None) is typed
        assert person.shown[0].untrusted is untrusted
        assert not world.calls
    else:
        assert action.decision is Decision.POLICY
        assert world.audit.written[1][2]["decided_by"] == "the policy: The rule “everything” allows it."


async def test_a_read_that_waits_for_its_turn_is_not_sent_once_the_policy_became_stricter(world: GateWorld) -> None:
    under_way = asyncio.Semaphore(1)
    await under_way.acquire()
    waiting = asyncio.create_task(world.submit(*READ, Person([yes]), under_way=under_way))
    assert await asyncio.to_thread(world.executor.made_ready.wait, 20)
    assert [what for what, *_ in world.audit.written] == ["proposed", "decided"]
    world.policy.says = lambda question: Ruling(verdict=Verdict.ASK, reasons=("Ask.",))
    under_way.release()
    action = await waiting
    assert (action.state, action.decision) == (ActionState.REFUSED, Decision.REFUSED_BY_POLICY)
    assert not world.calls


@pytest.mark.parametrize("call", [WRITE, SECRET, PERMISSIONS, DESTRUCTIVE])
async def test_what_is_denied_is_refused_with_the_reason_and_without_a_question(world: GateWorld, call: Call) -> None:
    world.policy.says = lambda question: Ruling(verdict=Verdict.DENY, reasons=("Not on a Friday.",))
    person = Person([yes])
    action = await world.submit(*call, person)
    assert (action.decision, action.error) == (Decision.REFUSED_BY_POLICY, "Not on a Friday.")
    assert not person.shown
    assert not world.calls


async def test_a_rule_may_want_a_name_typed_for_what_does_not_destroy(world: GateWorld) -> None:
    world.policy.says = lambda question: Ruling(verdict=Verdict.TYPED, reasons=("Prod is typed.",))
    action = await world.submit(*WRITE, Person([Consent(granted=True)]))
    assert action.state is ActionState.REFUSED
    person = Person([yes])
    assert (await world.submit(*WRITE, person)).state is ActionState.DONE
    assert person.shown[0].confirm_text == "team-logs-2026"
    assert person.shown[0].policy == ("Prod is typed.",)


async def test_what_a_tag_protects_wants_its_name_typed(world: GateWorld) -> None:
    world.policy.says = allow
    bucket = Resource(kind="bucket", id="team-logs-2026", tags={"env": "prod"}, protected="baton:protected=yes")
    world.inspector.found["s3:PutBucketTagging"] = Inspection(resources=(bucket,))
    person = Person([no])
    await world.submit("s3:PutBucketTagging", {"Bucket": "team-logs-2026", "Tagging": {"TagSet": []}}, person)
    assert person.shown[0].confirm_text == "team-logs-2026"
    assert world.policy.questions[-1].tags == ({"env": "prod"},)
    assert world.policy.questions[-1].protected


async def test_what_could_not_be_looked_up_is_asked_about(world: GateWorld) -> None:
    world.policy.says = allow
    world.inspector.found["s3:CreateBucket"] = Inspection(notes=("Its tags could not be read.",))
    person = Person([no])
    await world.submit(*WRITE, person)
    assert len(person.shown) == 1


async def test_nothing_is_looked_up_for_plain_reads_nor_where_reads_are_asked_about(
    catalogue: BotocoreCatalogue,
) -> None:
    world = build_world(catalogue)
    await world.submit(*READ, Person())
    assert not world.inspector.asked
    world = build_world(catalogue, Settings(aws_run_reads=False))
    await world.submit(*WRITE, Person([no]))
    assert not world.inspector.asked


async def test_a_policy_that_breaks_asks_about_reads_and_refuses_changes(world: GateWorld) -> None:
    def broken(question: PolicyQuestion) -> Ruling:
        raise RuntimeError("no")

    world.policy.says = broken
    person = Person([no])
    assert (await world.submit(*WRITE, person)).decision is Decision.REFUSED_BY_POLICY
    assert not person.shown
    assert (await world.submit(*READ, person)).decision is Decision.REFUSED_BY_PERSON
    assert not world.calls


async def test_a_policy_that_gets_stricter_while_the_person_reads_counts(world: GateWorld) -> None:
    def agree(proposal: Proposal) -> Consent:
        world.policy.says = lambda question: Ruling(verdict=Verdict.DENY, reasons=("Closed.",))
        return yes(proposal)

    action = await world.submit(*WRITE, Person([agree]))
    assert (action.decision, action.error) == (Decision.REFUSED_BY_POLICY, "Closed.")
    assert not world.calls


async def test_many_resources_are_asked_about_twice_with_their_number(world: GateWorld) -> None:
    ids = [f"i-{number}" for number in range(12)]
    person = Person([yes, no])
    action = await world.submit("ec2:StartInstances", {"InstanceIds": ids}, person)
    assert len(person.shown) == 2
    assert "12 resources" in person.shown[1].sentence
    assert action.state is ActionState.REFUSED
    assert (await world.submit("ec2:StartInstances", {"InstanceIds": ids}, Person([yes]))).state is ActionState.DONE
    assert len(world.calls) == 1


async def test_a_number_that_was_typed_is_not_asked_for_again(world: GateWorld) -> None:
    ids = [f"i-{number}" for number in range(12)]
    person = Person([yes])
    await world.submit("ec2:TerminateInstances", {"InstanceIds": ids}, person)
    assert [shown.confirm_text for shown in person.shown] == ["12 instances"]


def touching(*resources: Resource) -> Inspection:
    return Inspection(resources=resources)


LOGS = Resource(kind="bucket", id="team-logs-2026", tags={"env": "prod", "baton:protected": ""})


async def test_the_tag_that_protects_a_resource_is_shown_and_wants_its_name_typed(world: GateWorld) -> None:
    world.policy.says = allow
    world.inspector.found["s3:PutBucketAcl"] = touching(LOGS)
    person = Person([nobody])
    await world.submit("s3:PutBucketAcl", {"Bucket": "team-logs-2026", "ACL": "private"}, person)
    (shown,) = person.shown
    assert [one.protected for one in shown.inspection.resources] == ["baton:protected"]
    assert shown.confirm_text is not None


async def test_a_resource_of_which_only_the_name_is_known_has_no_known_tags(world: GateWorld) -> None:
    named = Resource(kind="bucket", id="team-logs-2026", found=False)
    world.inspector.found["s3:CreateBucket"] = touching(named, LOGS)
    await world.submit(*WRITE, Person([nobody]))
    last = world.policy.questions[-1]
    assert (last.tags, last.resources) == ((LOGS.tags,), 2)  # fewer tags than resources: not all are known


async def test_how_it_could_be_undone_is_shown_before_it_is_agreed_to(world: GateWorld) -> None:
    world.undo.ways["s3:CreateBucket"] = lambda call: Inverse(sentence="Delete the bucket.", calls=(call,))
    person = Person([no])
    await world.submit(*WRITE, person)
    assert person.shown[0].inspection.undo == "Delete the bucket."


class TrustFile:
    """A policy file that holds one trust of writes, which began at ``since`` and lasts an hour."""

    def __init__(self, since: datetime) -> None:
        self.rule = PolicyRule(
            verdict=Verdict.ALLOW, name="t", risks=(Risk.WRITE,), since=since, until=since + timedelta(hours=1)
        )

    def load(self) -> Policy:
        return Policy(rules=(self.rule,))


@pytest.mark.parametrize(
    ("recorded", "asks"), [(timedelta(minutes=30), False), (timedelta(hours=2), True), (timedelta(days=900), False)]
)
async def test_a_clock_set_back_while_baton_did_not_run_extends_no_trust(
    catalogue: BotocoreCatalogue, recorded: timedelta, asks: bool
) -> None:
    since = datetime.now(UTC) - timedelta(minutes=1)
    world = build_world(catalogue, store=cast("PolicyStore", TrustFile(since)))
    await world.audit.append("done", "earlier", {}, at=since + recorded)
    person = Person([nobody])
    await world.submit(*WRITE, person)
    assert bool(person.shown) is asks


@pytest.mark.parametrize("call", [WRITE, SECRET])
async def test_what_does_not_go_to_aws_is_asked_about_and_says_where_it_goes(world: GateWorld, call: Call) -> None:
    world.policy.says = allow
    world.accounts.endpoints = ("http://evil.example",)
    person = Person([nobody])
    await world.submit(*call, person)
    assert (
        person.shown[0].warnings[0]
        == "The AWS configuration sends calls of 'prod' to http://evil.example instead of AWS."
    )
    assert world.ran == []


async def test_an_address_that_changes_behind_the_question_stops_the_call_and_the_plan(world: GateWorld) -> None:
    def elsewhere(proposal: Proposal) -> Consent:
        world.accounts.endpoints = ("http://evil.example",)
        return yes(proposal)

    def all_elsewhere(proposal: PlanProposal) -> PlanConsent:
        world.accounts.endpoints = ("http://evil.example",)
        return all_of_it(proposal)

    action = await world.submit(*WRITE, Person([elsewhere]))
    assert "go to another address now than was shown" in (action.error or "")
    world.accounts.endpoints = ()
    run = await world.submit_plan(Person(plan_answer=all_elsewhere), WRITE, WRITE)
    assert "go to another address now than was shown" in (run.error or "")
    assert world.ran == []


async def test_a_policy_that_becomes_stricter_behind_the_answer_stops_the_call(
    world: GateWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    person, identity = Person([yes]), world.accounts.identity

    def told(key: str, region: str) -> Identity:
        if person.shown:  # who one is is asked again behind the answer, and takes a while
            world.policy.says = lambda question: Ruling(verdict=Verdict.TYPED, reasons=("It wants a name.",))
        return identity(key, region)

    monkeypatch.setattr(world.accounts, "identity", told)
    action = await world.submit(*WRITE, person)
    assert action.decision is Decision.REFUSED_BY_POLICY
    assert "became stricter" in (action.error or "")
    assert world.ran == []


async def test_a_plan_that_the_policy_denies_behind_the_answer_runs_none_of_its_steps(world: GateWorld) -> None:
    def answered(proposal: PlanProposal) -> PlanConsent:
        world.policy.says = lambda question: Ruling(verdict=Verdict.DENY, reasons=("Not any more.",))
        return all_of_it(proposal)

    run = await world.submit_plan(Person(plan_answer=answered), READ, WRITE)
    assert [one.decision for one in run.actions] == [Decision.REFUSED_BY_POLICY] * 2
    assert world.ran == []


@pytest.mark.parametrize(("call", "decision"), [(READ, None), (WRITE, Decision.REFUSED_BY_POLICY)])
async def test_a_policy_that_cannot_be_asked_lets_no_change_run(
    world: GateWorld, call: Call, decision: Decision | None
) -> None:
    def broken(question: PolicyQuestion) -> Ruling:
        raise RuntimeError("no policy")

    world.policy.says = broken
    person = Person([yes])
    action = await world.submit(*call, person)
    assert decision in (None, action.decision)
    assert bool(person.shown) is (decision is None)
    assert world.ran == (["s3:ListBuckets"] if decision is None else [])


async def test_an_allowed_change_is_asked_about_where_not_all_of_it_could_be_looked_up(world: GateWorld) -> None:
    world.policy.says = allow
    world.inspector.found["s3:CreateBucket"] = Inspection(notes=("Its tags could not be read.",))
    person = Person([nobody])
    await world.submit(*WRITE, person)
    assert person.shown
    assert world.ran == []
