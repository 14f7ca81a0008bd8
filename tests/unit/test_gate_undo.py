"""Taking back what was done: from the action, from the audit log, and what came of a call that was stopped."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest

from app.aws.catalogue.catalogue import BotocoreCatalogue
from app.domain.aws import (
    Action,
    ActionState,
    AuditEntry,
    CallResult,
    Consent,
    Decision,
    Inverse,
    Origin,
    PlanRun,
    PlanState,
    Proposal,
)
from app.domain.errors import AwsRejectedError, NotFoundError, UsageError
from tests.aws_fixtures import GateWorld, Person, a_call, all_of_it, build_world, no, nobody, yes

STOP = ("ec2:StopInstances", {"InstanceIds": ["i-1"]})


def start_again(*operations: str) -> Inverse:
    names = operations or ("ec2:StartInstances",)
    return Inverse(
        sentence="Start i-1 again",
        calls=tuple(a_call(name, {"InstanceIds": ["i-1"]}, account="prod") for name in names),
        caveats=("Its public address may be another one.",),
    )


async def stopped(world: GateWorld) -> Action:
    world.undo.ways.setdefault("ec2:StopInstances", lambda call: start_again())
    action = await world.submit(*STOP, Person([yes]))
    assert action.state is ActionState.DONE
    return action


async def test_what_was_done_keeps_its_way_back_and_undo_asks_for_it(world: GateWorld) -> None:
    action = await stopped(world)
    assert action.undo == start_again()
    person = Person([yes])
    undone = await world.gate.undo(action, consent=person, on_change=world.hear)
    assert isinstance(undone, Action)
    assert undone.state is ActionState.DONE
    assert (undone.origin, undone.undoes) == (Origin.PERSON, action.id)
    assert "Its public address may be another one." in person.shown[0].warnings
    assert world.ran == ["ec2:StopInstances", "ec2:StartInstances"]
    newest = {one.id: one for one in await world.actions.actions("c1")}
    assert newest[action.id].state is ActionState.UNDONE
    assert newest[action.id].undone_by == undone.id
    what, about, data = world.audit.written[-1]
    assert (what, about, data["by"]) == ("undone", action.id, undone.id)


@pytest.mark.parametrize("answer", [no, nobody])
async def test_an_undo_that_is_refused_leaves_everything_as_it_is(world: GateWorld, answer: object) -> None:
    action = await stopped(world)
    undone = await world.gate.undo(action, consent=Person([answer]))  # type: ignore[list-item]  # an answer
    assert isinstance(undone, Action)
    assert undone.state is ActionState.REFUSED
    assert world.ran == ["ec2:StopInstances"]
    assert "undone" not in world.audit.steps


async def test_nothing_is_undone_twice(world: GateWorld) -> None:
    action = await stopped(world)
    await world.gate.undo_recorded(action.id[:12], consent=Person([yes]))
    with pytest.raises(UsageError, match="undone already"):
        await world.gate.undo_recorded(action.id, consent=Person([yes]))
    assert world.ran.count("ec2:StartInstances") == 1


async def test_the_number_of_an_entry_leads_to_the_way_back(world: GateWorld) -> None:
    await stopped(world)
    number = next(entry.number for entry in world.audit.kept if entry.what == "done")
    ended = await world.gate.undo_recorded(str(number), consent=Person([yes]))
    assert isinstance(ended, Action)
    assert ended.state is ActionState.DONE


@pytest.mark.parametrize("reference", ["", "77", "zzzz", "ffffffffffffffff"])
async def test_what_the_log_does_not_know_cannot_be_undone(world: GateWorld, reference: str) -> None:
    await stopped(world)
    with pytest.raises(NotFoundError):
        await world.gate.undo_recorded(reference, consent=Person([yes]))


async def test_what_baton_did_not_live_to_record_is_unknown_and_not_undone(world: GateWorld) -> None:
    action = await stopped(world)
    assert world.audit.kept.pop().what == "done"  # killed while AWS worked
    with pytest.raises(UsageError, match="unknown"):
        await world.gate.undo_recorded(action.id, consent=Person([yes]))


async def test_several_calls_back_are_a_plan(world: GateWorld) -> None:
    world.undo.ways["ec2:StopInstances"] = lambda call: start_again("ec2:StartInstances", "ec2:RebootInstances")
    action = await stopped(world)
    person = Person(plan_answer=all_of_it)
    ended = await world.gate.undo(action, consent=person)
    assert isinstance(ended, PlanRun)
    assert ended.state is PlanState.DONE
    assert person.plans[0].warnings == ("Its public address may be another one.",)
    assert [one.undoes for one in ended.actions] == [action.id, action.id]
    assert world.audit.steps[-1] == "undone"


async def test_half_an_undo_marks_nothing_undone(world: GateWorld) -> None:
    world.undo.ways["ec2:StopInstances"] = lambda call: start_again("ec2:StartInstances", "ec2:RebootInstances")
    action = await stopped(world)
    world.executor.answers["ec2:RebootInstances"] = AwsRejectedError("No.", code="No")
    ended = await world.gate.undo(action, consent=Person(plan_answer=all_of_it))
    assert isinstance(ended, PlanRun)
    assert ended.state is PlanState.FAILED
    assert "undone" not in world.audit.steps


async def test_a_way_back_with_a_secret_is_kept_nowhere_but_works_while_baton_runs(world: GateWorld) -> None:
    secret = "correct-horse-battery-9"
    world.undo.ways["ec2:StopInstances"] = lambda call: Inverse(
        sentence="Set the password back",
        calls=(
            a_call(
                "rds:ModifyDBInstance",
                {"DBInstanceIdentifier": "db", "MasterUserPassword": secret},
                account="prod",
            ),
        ),
    )
    action = await stopped(world)
    assert action.undo is not None
    assert not action.undo.calls
    assert secret not in repr(world.audit.written)
    assert secret not in repr(world.actions.saved)
    ended = await world.gate.undo(action, consent=Person([yes]))
    assert isinstance(ended, Action)
    assert world.calls[-1].parameters["MasterUserPassword"] == secret
    world.gate._parts.inverses.clear()
    again = await world.submit(*STOP, Person([yes]))
    world.gate._parts.inverses.clear()
    with pytest.raises(UsageError, match="written nowhere"):
        await world.gate.undo_recorded(again.id, consent=Person([yes]))


async def test_a_read_has_no_way_back(world: GateWorld) -> None:
    world.undo.ways["ec2:DescribeInstances"] = lambda call: start_again()
    action = await world.submit("ec2:DescribeInstances", {}, Person())
    assert action.undo is None
    with pytest.raises(UsageError, match="only read something"):
        await world.gate.undo(action, consent=Person([yes]))


async def test_what_a_stopped_call_comes_to_is_recorded_when_it_arrives(world: GateWorld) -> None:
    world.executor.hold = threading.Event()
    world.executor.answer = CallResult(data={"Location": "/b"}, request_id="r-9")
    task = asyncio.create_task(world.submit("s3:CreateBucket", {"Bucket": "team-logs-2026"}, Person([yes])))
    assert await asyncio.to_thread(world.executor.started.wait, 20)
    task.cancel()
    await asyncio.wait([task])
    assert [action.state for action in world.actions.saved][-1] is ActionState.INTERRUPTED
    world.executor.hold.set()
    await world.gate.aclose()
    assert world.actions.saved[-1].state is ActionState.DONE
    assert world.actions.saved[-1].decision is Decision.PERSON
    what, _, data = world.audit.written[-1]
    assert (what, data["request_id"], data["late"]) == ("done", "r-9", True)


async def test_every_entry_says_who_and_what_and_holds_digests_and_no_secret(world: GateWorld) -> None:
    world.undo.states["s3:PutBucketPolicy"] = {"s3:GetBucketPolicy": {"Policy": "{}"}}
    policy = '{"Statement": [], "Note": "password=hunter2-is-secret"}'
    await world.submit("s3:PutBucketPolicy", {"Bucket": "team-logs-2026", "Policy": policy}, Person([yes]))
    by_step = {what: data for what, _, data in world.audit.written}
    assert list(by_step) == ["proposed", "decided", "done"]
    assert all(data["origin"] is Origin.MODEL for data in by_step.values())
    assert by_step["decided"]["decided_by"] == "the person"
    assert len(str(by_step["done"]["before"])) == 64
    assert len(str(by_step["done"]["after"])) == 64
    assert "hunter2" not in repr(world.audit.written)


async def test_what_an_earlier_step_may_have_changed_is_read_again_before_a_step(world: GateWorld) -> None:
    states = ("s3:PutBucketAcl", {"Bucket": "team-logs-2026", "ACL": "private"})
    run = await world.submit_plan(Person(plan_answer=all_of_it), states, states)
    assert run.state is PlanState.DONE
    assert world.undo.read == ["s3:PutBucketAcl"] * 3  # both before the question, and the second again at its turn


async def cancelled_undo(world: GateWorld, action: Action, *, at: str) -> None:
    """Cancels an undo at its ``done`` (just as it ends), or while AWS works on it."""
    hold = world.executor.hold = threading.Event()
    world.executor.started.clear()
    task = asyncio.create_task(world.gate.undo(action, consent=Person([yes], plan_answer=all_of_it)))
    assert await asyncio.to_thread(world.executor.started.wait, 20)
    if at == "work":
        task.cancel()
        await asyncio.wait([task])
        hold.set()
    else:
        append = world.audit.append

        async def cancelling(what: str, *arguments: Any, **more: Any) -> AuditEntry:
            if what == "done":
                task.cancel()
            return await append(what, *arguments, **more)

        world.audit.append = cancelling  # type: ignore[method-assign]  # the log's writer takes a while
        hold.set()
        await asyncio.wait([task])
    assert task.cancelled()
    world.executor.hold = None
    await world.gate.aclose()


@pytest.mark.parametrize("at", ["end", "work"])
async def test_an_undo_that_is_cancelled_but_took_place_is_not_done_twice(world: GateWorld, at: str) -> None:
    action = await stopped(world)
    await cancelled_undo(world, action, at=at)
    assert world.audit.steps[-1] == "undone"
    with pytest.raises(UsageError, match="undone already"):
        await world.gate.undo(action, consent=Person([yes]))
    assert world.ran.count("ec2:StartInstances") == 1


async def test_an_undo_that_nothing_came_of_on_record_is_not_repeated_blindly(world: GateWorld) -> None:
    action = await stopped(world)
    await world.gate.undo(action, consent=Person([yes]))
    assert [world.audit.kept.pop().what for _ in range(2)] == ["undone", "done"]  # killed while AWS worked
    for _ in range(2):
        with pytest.raises(UsageError, match="Whether that was undone already is unknown"):
            await world.gate.undo(action, consent=Person([yes]))
    assert world.ran.count("ec2:StartInstances") == 1


async def test_what_was_undone_when_baton_was_killed_is_marked_so_later(world: GateWorld) -> None:
    action = await stopped(world)
    await world.gate.undo(action, consent=Person([yes]))
    assert world.audit.kept.pop().what == "undone"
    with pytest.raises(UsageError, match="undone already"):
        await world.gate.undo(action, consent=Person([yes]), on_change=world.hear)
    assert world.changes[-1].state is ActionState.UNDONE
    assert world.audit.steps[-1] == "undone"


async def test_of_two_batons_that_undo_the_same_the_first_does_it(
    world: GateWorld, catalogue: BotocoreCatalogue
) -> None:
    action = await stopped(world)
    other = build_world(catalogue)
    other.audit.kept, other.audit.written = world.audit.kept, world.audit.written

    async def meanwhile() -> None:
        await other.gate.undo(action, consent=Person([yes]))

    class Slow(Person):
        async def ask(self, proposal: Proposal) -> Consent:
            await meanwhile()
            return await super().ask(proposal)

    ended = await world.gate.undo(action, consent=Slow([yes]))
    assert isinstance(ended, Action)
    assert (ended.state, ended.error) == (ActionState.REFUSED, "That was undone already, so nothing was sent.")
    assert (world.ran, other.ran) == (["ec2:StopInstances"], ["ec2:StartInstances"])


async def test_half_an_undo_can_be_tried_again(world: GateWorld) -> None:
    world.undo.ways["ec2:StopInstances"] = lambda call: start_again("ec2:StartInstances", "ec2:RebootInstances")
    action = await stopped(world)
    world.executor.answers["ec2:RebootInstances"] = AwsRejectedError("No.", code="No")
    await world.gate.undo(action, consent=Person(plan_answer=all_of_it))
    del world.executor.answers["ec2:RebootInstances"]
    again = await world.gate.undo(action, consent=Person(plan_answer=all_of_it))
    assert isinstance(again, PlanRun)
    assert again.state is PlanState.DONE
    assert world.audit.steps[-1] == "undone"


async def test_a_step_that_was_undone_by_itself_is_left_out_when_its_plan_is(world: GateWorld) -> None:
    world.undo.ways["ec2:StopInstances"] = lambda call: start_again()
    run = await world.submit_plan(Person(plan_answer=all_of_it), STOP, STOP)
    await world.gate.undo(run.actions[1], consent=Person([yes]))
    await world.gate.undo_plan(run.id, consent=Person([yes]))
    with pytest.raises(UsageError, match="undone already"):
        await world.gate.undo_plan(run.id, consent=Person([yes]))
    assert world.ran == ["ec2:StopInstances"] * 2 + ["ec2:StartInstances"] * 2
