"""What a newcomer types to ``builtin:rules`` in the demo account, through the chat, the tools and the gate."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.aws import ActionState, PlanConsent, PlanProposal
from app.domain.aws.plans import Approval
from app.domain.conversation import ConversationSettings
from app.domain.messages import Role
from app.domain.models import RULES_MODEL
from app.services.charts import chart_of
from tests.application_fixtures import Answering, Running, Told


class Agreeing(Answering):
    """Agrees to calls and to whole plans."""

    async def ask_plan(self, proposal: PlanProposal) -> PlanConsent:
        return PlanConsent(approval=Approval.ALL, typed=proposal.confirm_text or "")


def answered(told: Told) -> str:
    return [node.message.text for node in told.ended if node.message.role is Role.ASSISTANT][-1]


async def said(running: Callable[..., Running], text: str, person: Answering) -> Told:
    r = running([])
    conversation = await r.app.history.create(
        ConversationSettings(model=str(RULES_MODEL), account="demo", region="eu-west-1")
    )
    return await Told().of(r.app.chat.send(conversation, text, consent=person))


async def test_steps_become_one_plan_that_is_told_of(running: Callable[..., Running]) -> None:
    text = "create a bucket newcomer-logs and turn on versioning and block public access"
    told = await said(running, text, Agreeing())
    assert {action.call.id.operation for action in told.actions if action.state is ActionState.DONE} == {
        "CreateBucket",
        "PutBucketVersioning",
        "PutPublicAccessBlock",
    }
    assert answered(told) == "Done: all 3 steps."


async def test_a_name_is_looked_up_and_what_it_names_is_stopped(running: Callable[..., Running]) -> None:
    told = await said(running, "stop web-1", Agreeing())
    done = [action for action in told.actions if action.state is ActionState.DONE]
    assert [action.call.id.operation for action in done] == ["DescribeInstances", "StopInstances"]
    assert answered(told).startswith("Done: ec2 StopInstances")


async def test_a_machines_metric_is_asked_for_by_its_id(running: Callable[..., Running]) -> None:
    told = await said(running, "cpu of web-1 last 24 hours", Agreeing())
    looked_up, measured = (action for action in told.actions if action.state is ActionState.DONE)
    assert looked_up.result is not None
    assert measured.result is not None
    assert looked_up.result.table is not None
    identifier = dict(zip(looked_up.result.table.columns, looked_up.result.table.rows[0], strict=True))["InstanceId"]
    assert measured.call.parameters["Dimensions"] == [{"Name": "InstanceId", "Value": identifier}]
    chart = chart_of(measured.call.id, measured.result.data)
    assert chart is not None
    assert len(chart.times) >= 280


async def test_a_fault_is_told_once_and_nothing_is_proposed_again(running: Callable[..., Running]) -> None:
    told = await said(running, "show the instances in all regions", Agreeing())
    assert len([node for node in told.added if node.message.role is Role.TOOL]) == 1
