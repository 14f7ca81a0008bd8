"""Plans: shown whole before anything runs, with values that later steps take from earlier answers."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Mapping

import pytest

from app.aws.catalogue.catalogue import BotocoreCatalogue
from app.domain.aws import (
    ActionState,
    CallResult,
    Decision,
    Identity,
    Inspection,
    Inverse,
    PlanConsent,
    PlanProposal,
    PlanRun,
    PlanState,
    Risk,
    Ruling,
    Verdict,
)
from app.domain.aws.plans import Approval
from app.domain.errors import AwsParameterError, AwsRejectedError, UsageError
from app.services.judgement import FrozenCall, Judge
from app.services.orchestration.agreement import Agreement
from tests.aws_fixtures import GateWorld, Person, a_call, all_of_it, each, no, none, yes

VPC = ("ec2:CreateVpc", {"CidrBlock": "10.0.0.0/16"})
SUBNET = ("ec2:CreateSubnet", {"VpcId": {"$from": 1, "path": "Vpc.VpcId"}, "CidrBlock": "10.0.1.0/24"})
BUCKET = ("s3:CreateBucket", {"Bucket": "team-logs-2026"})
DROP = ("s3:DeleteBucket", {"Bucket": "old-logs"})
LIST = ("ec2:DescribeInstances", {})
Step = tuple[str, Mapping[str, object]]


def answered(**data: object) -> CallResult:
    return CallResult(data=data, request_id="r-1")


async def test_a_plan_is_shown_whole_and_its_values_are_filled_in_as_it_runs(world: GateWorld) -> None:
    world.executor.answers["ec2:CreateVpc"] = answered(Vpc={"VpcId": "vpc-1"})
    person = Person(plan_answer=all_of_it)
    run = await world.submit_plan(person, VPC, SUBNET)
    assert run.state is PlanState.DONE
    assert [action.step for action in run.actions] == [1, 2]
    assert {action.plan_id for action in run.actions} == {run.id}
    (shown,) = person.plans
    assert shown.verb == "Run 2 steps"
    assert shown.steps[1].call.parameters["VpcId"] == {"$from": 1, "path": "Vpc.VpcId"}
    assert world.calls[1].parameters == {"VpcId": "vpc-1", "CidrBlock": "10.0.1.0/24"}
    assert not person.shown
    assert world.audit.steps == ["proposed", "proposed", "decided", "done", "decided", "done"]
    assert {data["plan"] for _, _, data in world.audit.written} == {run.id}


async def test_a_path_nested_without_end_is_a_fault_of_the_plan(world: GateWorld) -> None:
    deep = ("ec2:CreateSubnet", {"VpcId": {"$from": 1, "path": "[[" * 200}, "CidrBlock": "10.0.1.0/24"})
    with pytest.raises(AwsParameterError, match="nothing to be told"):
        await world.submit_plan(Person(plan_answer=all_of_it), VPC, deep)
    assert not world.calls


async def test_none_runs_nothing(world: GateWorld) -> None:
    run = await world.submit_plan(Person(plan_answer=none), VPC, SUBNET)
    assert run.state is PlanState.REFUSED
    assert {action.decision for action in run.actions} == {Decision.REFUSED_BY_PERSON}
    assert not world.calls


async def test_each_asks_about_every_step_that_is_no_plain_read(world: GateWorld) -> None:
    person = Person([yes, no], plan_answer=each)
    run = await world.submit_plan(person, LIST, BUCKET, DROP)
    assert [str(shown.call.id) for shown in person.shown] == ["s3:CreateBucket", "s3:DeleteBucket"]
    assert world.ran == ["ec2:DescribeInstances", "s3:CreateBucket"]
    assert run.state is PlanState.FAILED
    assert run.error is not None
    assert run.error.startswith("Steps 1 and 2 of 3 were carried out, step 3 was refused.")


async def test_a_plan_of_plain_reads_runs_unasked(world: GateWorld) -> None:
    person = Person()
    run = await world.submit_plan(person, LIST, ("s3:ListBuckets", {}))
    assert run.state is PlanState.DONE
    assert not person.plans
    assert [action.decision for action in run.actions] == [Decision.POLICY, Decision.POLICY]


@pytest.mark.parametrize(
    ("steps", "says"),
    [
        ([VPC, ("ec2:CreateSubnet", {"VpcId": {"$from": 2, "path": "Vpc.VpcId"}})], "step 2"),
        ([VPC, ("ec2:CreateSubnet", {"VpcId": {"$from": 9, "path": "Vpc.VpcId"}})], "step 9"),
        ([("ec2:CreateSubnet", {"VpcId": {"$from": 1, "path": "Vpc.VpcId"}}), VPC], "Step 1"),
        ([VPC, ("ec2:CreateSubnet", {"VpcId": {"$from": 0, "path": "Vpc.VpcId"}})], "step 0"),
        ([VPC, ("ec2:CreateSubnet", {"VpcId": {"$from": 1, "path": "Vpc.Name"}})], "nothing to be told"),
        ([VPC, ("ec2:CreateSubnet", {"VpcId": {"$from": 1, "path": "Vpc.Tags"}})], "must be a text"),
        ([VPC, ("ec2:CreateSubnet", {"VpcId": {"$from": 1, "path": "Vpc["}})], "nothing to be told"),
        ([VPC, ("ec2:CreateSubnet", {"VpcId": {"$from": 1, "path": "to_string(@)"}})], "nothing to be told"),
        ([LIST, ("ec2:StartInstances", {"InstanceIds": {"$from": 1, "path": "Reservations"}})], "must be"),
        ([VPC, ("ec2:CreateNothing", {})], "Step 2"),
        ([VPC, ("ec2:CreateSubnet", {"Colour": "red"})], "Step 2"),
        ([], "at least one step"),
        ([LIST] * 26, "25 steps"),
    ],
)
async def test_a_plan_that_does_not_fit_is_refused_whole_before_anybody_is_asked(
    world: GateWorld, steps: list[Step], says: str
) -> None:
    person = Person(plan_answer=all_of_it)
    with pytest.raises(AwsParameterError) as raised:
        await world.submit_plan(person, *steps)
    assert says in " ".join((str(raised.value), *raised.value.problems))
    assert not person.plans
    assert not world.calls
    assert not world.audit.steps


async def test_one_denied_step_refuses_the_whole_plan(world: GateWorld) -> None:
    world.policy.says = lambda question: (
        Ruling(verdict=Verdict.DENY, reasons=("Buckets stay.",)) if question.call.id.service == "s3" else None
    )
    person = Person(plan_answer=all_of_it)
    run = await world.submit_plan(person, VPC, DROP)
    assert run.state is PlanState.REFUSED
    assert run.error == "Step 2: Buckets stay."
    assert not person.plans
    assert not world.calls


async def test_what_must_be_typed_for_one_step_must_be_typed_for_the_plan(world: GateWorld) -> None:
    person = Person(plan_answer=lambda proposal: PlanConsent(approval=Approval.ALL, typed="yes"))
    run = await world.submit_plan(person, BUCKET, DROP)
    assert person.plans[0].confirm_text == "old-logs"
    assert person.plans[0].risk is Risk.DESTRUCTIVE
    assert run.state is PlanState.REFUSED
    assert not world.calls
    assert (await world.submit_plan(Person(plan_answer=all_of_it), BUCKET, DROP)).state is PlanState.DONE


async def test_the_first_failure_stops_it_and_what_was_done_can_be_undone_in_reverse(world: GateWorld) -> None:
    world.executor.answers |= {
        "ec2:CreateVpc": answered(Vpc={"VpcId": "vpc-1"}),
        "ec2:CreateVolume": AwsRejectedError("There is no such zone.", code="InvalidZone"),
    }
    world.undo.ways = {
        "ec2:CreateVpc": lambda call: back("Delete the VPC", "ec2:DeleteVpc", VpcId="vpc-1"),
        "ec2:CreateSubnet": lambda call: back("Delete the subnet", "ec2:DeleteSubnet", SubnetId="subnet-1"),
    }
    volume = ("ec2:CreateVolume", {"AvailabilityZone": "eu-west-1a", "Size": 1})
    run = await world.submit_plan(Person(plan_answer=all_of_it), VPC, SUBNET, volume, BUCKET)
    assert run.state is PlanState.FAILED
    assert run.error is not None
    assert "Steps 1 and 2 of 4 were carried out, step 3 failed, step 4 was not begun." in run.error
    assert "Steps 1 and 2 can be undone." in run.error
    assert [action.state for action in run.actions] == [
        ActionState.DONE,
        ActionState.DONE,
        ActionState.FAILED,
        ActionState.REFUSED,
    ]
    undone = await world.gate.undo_plan(run.id, consent=Person(plan_answer=all_of_it), on_change=world.hear)
    assert isinstance(undone, PlanRun)
    assert undone.state is PlanState.DONE
    assert world.ran[-2:] == ["ec2:DeleteSubnet", "ec2:DeleteVpc"]
    newest = {action.id: action for action in await world.actions.actions("c1")}
    assert [newest[action.id].state for action in run.actions[:2]] == [ActionState.UNDONE, ActionState.UNDONE]
    with pytest.raises(UsageError):
        await world.gate.undo(newest[run.actions[0].id], consent=Person([yes]))


async def test_what_a_plan_made_and_then_changed_is_taken_back_once_and_no_second_time(world: GateWorld) -> None:
    named = {"Bucket": "acorn-new"}
    kept = {"VersioningConfiguration": {"Status": "Suspended"}}
    world.undo.ways = {
        "s3:CreateBucket": lambda call: back("Delete the bucket", "s3:DeleteBucket", **named),
        "s3:PutBucketVersioning": lambda call: back("Suspend it", "s3:PutBucketVersioning", **named, **kept),
        "s3:PutObject": lambda call: back("Delete the object", "s3:DeleteObject", **named, Key="a"),
    }
    person = Person([yes], plan_answer=all_of_it)
    versioning = ("s3:PutBucketVersioning", {**named, "VersioningConfiguration": {"Status": "Enabled"}})
    run = await world.submit_plan(
        person, ("s3:CreateBucket", named), versioning, ("s3:PutObject", {**named, "Key": "a"})
    )
    assert run.state is PlanState.DONE
    undone = await world.gate.undo_plan(run.id, consent=person, on_change=world.hear)
    assert isinstance(undone, PlanRun)
    # An object hinders its bucket's deletion and goes first; a setting does not, and is gone with it.
    assert world.ran[3:] == ["s3:DeleteObject", "s3:DeleteBucket"]
    assert "What step 2 changed goes with what step 1 made." in person.plans[-1].warnings
    newest = {action.id: action for action in await world.actions.actions("c1")}
    assert {newest[action.id].state for action in run.actions} == {ActionState.UNDONE}
    with pytest.raises(UsageError, match="undone already"):
        await world.gate.undo_plan(run.id, consent=person)


async def test_what_is_gone_with_a_step_that_was_undone_is_not_asked_for(world: GateWorld) -> None:
    named = {"Bucket": "acorn-new"}
    world.undo.ways = {
        "s3:CreateBucket": lambda call: back("Delete the bucket", "s3:DeleteBucket", **named),
        "s3:PutPublicAccessBlock": lambda call: back("Open it", "s3:DeletePublicAccessBlock", **named),
    }
    blocking = ("s3:PutPublicAccessBlock", {**named, "PublicAccessBlockConfiguration": {"BlockPublicAcls": True}})
    run = await world.submit_plan(Person(plan_answer=all_of_it), ("s3:CreateBucket", named), blocking)
    await world.gate.undo_recorded(run.actions[0].id, consent=Person([yes]))
    person = Person([yes])
    with pytest.raises(UsageError, match="step 2 changed is gone already"):
        await world.gate.undo_plan(run.id, consent=person)
    with pytest.raises(UsageError, match="gone already"):
        await world.gate.undo_recorded(run.actions[1].id, consent=person)
    assert not person.shown


async def test_what_a_step_makes_is_not_missing_to_a_later_one(world: GateWorld) -> None:
    world.inspector.found["s3:PutBucketVersioning"] = Inspection(absent=("acorn-new", "acorn-other"))
    versioning = {"Bucket": "acorn-new", "VersioningConfiguration": {"Status": "Enabled"}}
    person = Person()
    await world.submit_plan(
        person, ("s3:CreateBucket", {"Bucket": "acorn-new"}), ("s3:PutBucketVersioning", versioning)
    )
    assert [step.inspection.absent for step in person.plans[0].steps] == [(), ("acorn-other",)]


def back(sentence: str, operation: str, **parameters: object) -> Inverse:
    return Inverse(sentence=sentence, calls=(a_call(operation, parameters, account="prod"),))


async def test_a_change_to_what_was_only_found_is_asked_about_with_its_names(world: GateWorld) -> None:
    found = {"Reservations": [{"Instances": [{"InstanceId": "i-1"}, {"InstanceId": "i-2"}]}]}
    world.executor.answers["ec2:DescribeInstances"] = CallResult(data=found)
    ids = {"$from": 1, "path": "Reservations[].Instances[].InstanceId"}
    person = Person([no], plan_answer=all_of_it)
    run = await world.submit_plan(person, LIST, ("ec2:TerminateInstances", {"InstanceIds": ids}))
    assert [shown.call.parameters["InstanceIds"] for shown in person.shown] == [["i-1", "i-2"]]
    assert person.shown[0].confirm_text == "2 instances"
    assert world.ran == ["ec2:DescribeInstances"]
    assert run.actions[1].decision is Decision.REFUSED_BY_PERSON


async def test_a_step_that_turns_out_riskier_than_shown_is_asked_about_again(world: GateWorld) -> None:
    world.executor.answers["ec2:CreateVpc"] = answered(Vpc={"CidrBlock": "0.0.0.0/0"})
    step = ("ec2:CreateRoute", {"RouteTableId": "rtb-1", "DestinationCidrBlock": {"$from": 1, "path": "Vpc.CidrBlock"}})
    person = Person([no], plan_answer=all_of_it)
    world.policy.says = lambda question: (
        Ruling(verdict=Verdict.TYPED) if question.call.parameters.get("DestinationCidrBlock") == "0.0.0.0/0" else None
    )
    run = await world.submit_plan(person, VPC, step)
    assert len(person.shown) == 1
    assert world.ran == ["ec2:CreateVpc"]
    assert run.state is PlanState.FAILED


async def test_a_value_that_is_not_there_fails_its_step(world: GateWorld) -> None:
    world.executor.answers["ec2:CreateVpc"] = answered(Vpc={})
    run = await world.submit_plan(Person(plan_answer=all_of_it), VPC, SUBNET)
    assert world.ran == ["ec2:CreateVpc"]
    assert run.actions[1].state is ActionState.FAILED
    assert "nothing at 'Vpc.VpcId'" in str(run.actions[1].error)


async def test_another_identity_stops_the_plan_before_its_next_step(world: GateWorld) -> None:
    kim = world.accounts.identities[0]
    assert isinstance(kim, Identity)
    stranger = Identity(account_id="999999999999", arn="arn:aws:iam::999999999999:user/kim")
    world.accounts.identities = [kim, kim, kim, stranger]
    run = await world.submit_plan(Person(plan_answer=all_of_it), BUCKET, ("s3:CreateBucket", {"Bucket": "another-1"}))
    assert world.ran == ["s3:CreateBucket"]
    assert "another identity" in str(run.actions[1].error)


async def test_stopping_between_steps_leaves_the_rest_not_begun(world: GateWorld) -> None:
    world.executor.hold = threading.Event()
    task = asyncio.create_task(world.submit_plan(Person(plan_answer=all_of_it), BUCKET, VPC))
    assert await asyncio.to_thread(world.executor.started.wait, 20)
    task.cancel()
    await asyncio.wait([task])
    assert task.cancelled()
    world.executor.hold.set()
    await world.gate.aclose()
    assert world.ran == ["s3:CreateBucket"]
    assert world.runs[-1].state is PlanState.INTERRUPTED
    newest = {action.step: action for action in await world.actions.actions("c1")}
    assert newest[1].state is ActionState.DONE, "what came late is recorded"
    assert "Not begun" in str(newest[2].error)


async def test_many_small_steps_are_a_change_in_bulk(world: GateWorld) -> None:
    steps = [("s3:CreateBucket", {"Bucket": f"team-logs-{number}"}) for number in range(11)]
    person = Person(plan_answer=lambda proposal: PlanConsent(approval=Approval.ALL))
    run = await world.submit_plan(person, *steps)
    assert person.plans[0].confirm_text == "11 steps"
    assert run.state is PlanState.REFUSED
    assert not world.calls


async def test_a_reference_outside_of_a_plan_is_no_value(world: GateWorld) -> None:
    with pytest.raises(AwsParameterError, match="plan only"):
        await world.submit("ec2:CreateSubnet", {"VpcId": {"$from": 1, "path": "Vpc.VpcId"}}, Person([yes]))
    assert not world.calls


@pytest.mark.parametrize(
    ("agreed", "said", "covered"),
    [
        (Agreement(risk=Risk.WRITE, verdict=Verdict.ASK), Ruling(verdict=Verdict.ASK), True),
        (Agreement(risk=Risk.READ, verdict=Verdict.ASK), Ruling(verdict=Verdict.ASK), False),
        (Agreement(risk=Risk.WRITE, verdict=Verdict.ASK), Ruling(verdict=Verdict.TYPED), False),
        (Agreement(risk=Risk.WRITE, verdict=Verdict.ASK), Ruling(verdict=Verdict.ASK, bulk=True), False),
        (Agreement(risk=Risk.WRITE, verdict=Verdict.ASK, bulk=True), Ruling(verdict=Verdict.ASK, bulk=True), True),
    ],
)
def test_a_yes_to_a_step_covers_no_more_than_it_was_shown_as(
    catalogue: BotocoreCatalogue, agreed: Agreement, said: Ruling, covered: bool
) -> None:
    call = a_call("s3:CreateBucket", {"Bucket": "team-logs-2026"}, account="prod")
    judged = Judge(catalogue).judged(FrozenCall.of(call, call.parameters))
    assert judged.risk is Risk.WRITE
    assert agreed.covers(judged, said) is covered


async def test_an_identity_that_changes_behind_the_answer_runs_no_step(world: GateWorld) -> None:
    def answered(proposal: PlanProposal) -> PlanConsent:
        world.accounts.identities = [Identity(account_id="999999999999", arn="arn:aws:iam::999999999999:user/kim")]
        return all_of_it(proposal)

    run = await world.submit_plan(Person(plan_answer=answered), BUCKET, BUCKET)
    assert [action.decision for action in run.actions] == [Decision.INVALID] * 2  # none of them was begun
    assert world.ran == []
