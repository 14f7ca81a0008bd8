"""A model's plan in the demo account: read, then changed with values from the answers, and found in the audit log."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

from app.domain.aws import Action, ActionState, PlanConsent, PlanProposal, PlanRun, PlanState, Proposal, Tool
from app.domain.aws.plans import Approval
from app.domain.messages import ToolCallPart, ToolResultPart
from app.domain.stream import ToolCallRequested
from app.providers.scripted import Step, words
from app.services.audit_files import AuditFormat, audit_text
from tests.application_fixtures import Answering, Running, Told


def asks(tool: Tool, call_id: str, **arguments: object) -> list[Step]:
    return [ToolCallRequested(call=ToolCallPart(call_id=call_id, name=tool, arguments=json.dumps(arguments)))]


def step(operation: str, parameters: dict[str, object]) -> dict[str, object]:
    service, _, name = operation.partition(":")
    return {"service": service, "operation": name, "parameters": parameters}


class Agreeing(Answering):
    """Agrees to plans and keeps what was shown."""

    plans: list[PlanProposal]

    async def ask_plan(self, proposal: PlanProposal) -> PlanConsent:
        self.plans = [proposal]
        return PlanConsent(approval=Approval.ALL, typed=proposal.confirm_text or "")


async def test_a_plan_runs_in_the_account_and_what_was_read_before_marks_it(running: Callable[..., Running]) -> None:
    plan = [
        step("ec2:CreateVpc", {"CidrBlock": "10.77.0.0/16"}),
        step("ec2:CreateSubnet", {"VpcId": {"$from": 1, "path": "Vpc.VpcId"}, "CidrBlock": "10.77.1.0/24"}),
        step(
            "ec2:CreateTags",
            {
                "Resources": [{"$from": 1, "path": "Vpc.VpcId"}, {"$from": 2, "path": "Subnet.SubnetId"}],
                "Tags": [{"Key": "Name", "Value": "lab"}],
            },
        ),
    ]
    r = running(
        [
            asks(Tool.PROPOSE, "c1", **step("ec2:DescribeVpcs", {})),
            asks(Tool.PLAN, "c2", steps=plan),
            words("The network stands."),
        ]
    )
    person = Agreeing()
    told = await Told().of(r.app.chat.send(await r.conversation(), "make a lab network", consent=person))
    (shown,) = person.plans
    assert shown.model == "scripted:script"
    assert all(one.untrusted for one in shown.steps), "an answer of AWS stands before the model"
    steps = {action.step: action for action in told.actions if action.call_id == "c2"}
    assert [steps[number].state for number in (1, 2, 3)] == [ActionState.DONE] * 3
    resources = steps[3].call.parameters["Resources"]
    assert isinstance(resources, list)
    assert [str(name).partition("-")[0] for name in resources] == ["vpc", "subnet"]
    results = [part for node in told.added for part in node.message.parts if isinstance(part, ToolResultPart)]
    outcome = json.loads(results[-1].content)
    assert outcome["state"] == "done"
    assert [one["state"] for one in outcome["steps"]] == ["done"] * 3
    entries = await r.app.aws.audit_entries()
    assert [entry.what for entry in entries].count("done") == 4
    assert await r.app.aws.audit_verify() is None
    assert all(entry.data["model"] == "scripted:script" for entry in entries)
    rows = list(csv.DictReader(io.StringIO(audit_text(entries, AuditFormat.CSV))))
    assert [row["what"] for row in rows] == [entry.what for entry in entries]
    lines = audit_text(entries, AuditFormat.JSONL).splitlines()
    assert [json.loads(line)["digest"] for line in lines] == [entry.digest for entry in entries]


async def test_a_plan_is_taken_back_in_reverse_and_a_call_by_its_entry(running: Callable[..., Running]) -> None:
    plan = [
        step("ec2:CreateVpc", {"CidrBlock": "10.78.0.0/16"}),
        step("ec2:CreateSubnet", {"VpcId": {"$from": 1, "path": "Vpc.VpcId"}, "CidrBlock": "10.78.1.0/24"}),
    ]
    bucket = step("s3:CreateBucket", {"Bucket": "lab-2026-undo"})
    r = running([asks(Tool.PLAN, "c1", steps=plan), asks(Tool.PROPOSE, "c2", **bucket), words("Done.")])
    person = Agreeing()
    told = await Told().of(r.app.chat.send(await r.conversation(), "make a lab network", consent=person))
    done = {action.call_id: action for action in told.actions if action.state is ActionState.DONE}
    assert done["c1"].plan_id is not None
    undone = await r.app.aws.undo_plan(done["c1"].plan_id, consent=person)
    assert isinstance(undone, PlanRun)
    assert [str(action.call.id) for action in undone.actions] == ["ec2:DeleteSubnet", "ec2:DeleteVpc"]
    assert undone.state is PlanState.DONE
    entries = await r.app.aws.audit_entries()
    number = next(entry.number for entry in entries if entry.action_id == done["c2"].id and entry.what == "done")
    back = await r.app.aws.undo_recorded(str(number), consent=person)
    assert isinstance(back, Action)
    assert (str(back.call.id), back.state) == ("s3:DeleteBucket", ActionState.DONE)
    assert [entry.what for entry in await r.app.aws.audit_entries()].count("undone") == 3
    opened = await r.app.history.open(done["c2"].conversation_id or "")
    assert {action.state for action in opened.actions if action.undone_by} == {ActionState.UNDONE}


async def test_a_first_proposal_is_not_marked(running: Callable[..., Running]) -> None:
    r = running([asks(Tool.PROPOSE, "c1", **step("s3:CreateBucket", {"Bucket": "lab-2026-a"})), words("Done.")])
    person = Answering(grant=False)
    await Told().of(r.app.chat.send(await r.conversation(), "make a bucket", consent=person))
    asked: list[Proposal] = person.asked
    assert [one.untrusted for one in asked] == [False]
