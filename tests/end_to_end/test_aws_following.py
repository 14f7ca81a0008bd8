"""After a call: more of its pages and waiting for what it began, through the gate, against the demo account."""

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import Sequence
from typing import cast

import pytest

from app.aws.accounts.accounts import BotoAccountDirectory
from app.aws.catalogue.catalogue import BotocoreCatalogue
from app.aws.execution.executor import BotoCallExecutor
from app.aws.expressions.reader import BotoResultReader
from app.aws.recogniser import OfflineRecogniser
from app.domain.aws import (
    Action,
    ActionState,
    Call,
    CallResult,
    OperationId,
    Origin,
    Risk,
    Waiter,
    WaitProgress,
    WaitState,
)
from app.domain.errors import AwsError, NotAllowedError
from app.domain.ports import ConversationStore
from app.domain.settings import Settings
from app.services.aws import AwsService
from app.services.orchestration import ActionGate
from app.services.policy import PolicyService
from app.services.settings import SettingsService
from tests.aws_fixtures import (
    MemoryActions,
    MemoryAudit,
    MemorySettings,
    Person,
    RecordingExecutor,
    StaticAccounts,
    a_call,
    no,
    yes,
)
from tests.looking import NothingFound, NoUndo


@dataclasses.dataclass
class Demo:
    """A gate over the demo account, its log, and what the history was given."""

    gate: ActionGate
    audit: MemoryAudit
    kept: MemoryActions

    async def run(self, operation: str, parameters: dict[str, object], person: Person | None = None) -> Action:
        seen: list[Action] = []
        await self.gate.submit(
            a_call(operation, parameters),
            origin=Origin.COMMAND,
            consent=person or Person([yes]),
            on_change=seen.append,
            conversation_id="c1",
        )
        assert seen[-1].state is ActionState.DONE, seen[-1].error
        return seen[-1]

    async def wait(
        self, waiter: Waiter, person: Person | None = None, **more: object
    ) -> tuple[WaitProgress, list[WaitProgress]]:
        told: list[WaitProgress] = []
        waiter = dataclasses.replace(waiter, delay_s=0.0)
        ended = await self.gate.following.wait(waiter, consent=person or Person(), on_progress=told.append)
        return ended, told


@pytest.fixture
def demo(catalogue: BotocoreCatalogue, directory: BotoAccountDirectory, executor: BotoCallExecutor) -> Demo:
    audit, kept = MemoryAudit(), MemoryActions()
    settings = SettingsService(MemorySettings(Settings(aws_page_limit=1)))
    gate = ActionGate(
        catalogue=catalogue,
        accounts=directory,
        executor=executor,
        audit=audit,
        settings=settings,
        conversations=cast("ConversationStore", kept),
        inspector=NothingFound(),
        undo=NoUndo(),
        policy=PolicyService(settings),
    )
    return Demo(gate, audit, kept)


def keys(result: CallResult | None) -> list[str]:
    assert result is not None
    assert result.table is not None
    at = result.table.columns.index("Key")
    return [row[at] for row in result.table.rows]


async def test_a_read_that_was_cut_goes_on_page_by_page_to_its_end(demo: Demo) -> None:
    await demo.run("s3:CreateBucket", {"Bucket": "following-pages"})
    for number in range(5):
        await demo.run("s3:PutObject", {"Bucket": "following-pages", "Key": f"k{number}", "Body": "x"})
    first = await demo.run("s3:ListObjectsV2", {"Bucket": "following-pages", "MaxKeys": 2})
    assert (keys(first.result), first.result and first.result.truncated) == (["k0", "k1"], True)
    demo.audit.written.clear()
    told: list[Action] = []
    second = await demo.gate.following.more(first, consent=Person(), on_change=told.append)
    assert (second.id, keys(second.result), len(told)) == (first.id, ["k0", "k1", "k2", "k3"], 1)
    assert second.result is not None
    assert (second.result.pages, second.result.limit_note) == (2, "This is 2 pages; there is more.")
    assert demo.audit.steps == ["proposed", "decided", "done"], "the continuation is a call of its own in the log"
    assert demo.kept.saved[-1].id == first.id, "the history keeps the whole of it under the same action"

    whole = await demo.gate.following.more(first, consent=Person(), everything=True)
    assert whole.result is not None
    assert (keys(whole.result), whole.result.truncated, whole.result.more) == ([f"k{n}" for n in range(5)], False, {})
    assert "NextContinuationToken" not in whole.result.data
    with pytest.raises(NotAllowedError, match="nothing more"):
        await demo.gate.following.more(whole, consent=Person())


async def test_a_sensitive_read_asks_again_for_its_next_pages_and_a_change_has_none(
    catalogue: BotocoreCatalogue,
) -> None:
    executor, audit = RecordingExecutor(), MemoryAudit()
    executor.answer = CallResult(data={"Parameters": [{"Name": "a", "Value": "s"}]}, more={"NextToken": "2"})
    settings = SettingsService(MemorySettings(Settings()))
    gate = ActionGate(
        catalogue=catalogue,
        accounts=StaticAccounts(),
        executor=executor,
        audit=audit,
        settings=settings,
        conversations=cast("ConversationStore", MemoryActions()),
        inspector=NothingFound(),
        undo=NoUndo(),
        policy=PolicyService(settings),
    )
    seen: list[Action] = []
    call = a_call("ssm:GetParametersByPath", {"Path": "/", "WithDecryption": True}, account="prod")
    await gate.submit(call, origin=Origin.PERSON, consent=Person([yes]), on_change=seen.append)
    assert seen[-1].risk is Risk.SENSITIVE_READ
    refusing = Person([no])
    with pytest.raises(NotAllowedError):
        await gate.following.more(seen[-1], consent=refusing)
    assert len(refusing.shown) == 1
    assert len(executor.executed) == 1, "the next page was not sent"
    agreeing = Person([yes])
    await gate.following.more(seen[-1], consent=agreeing)
    assert executor.executed[-1][0].parameters["NextToken"] == "2"
    assert len(agreeing.shown) == 1

    changed = dataclasses.replace(seen[-1], risk=Risk.WRITE)
    with pytest.raises(NotAllowedError):
        await gate.following.more(changed, consent=agreeing)
    hidden = dataclasses.replace(seen[-1], call=dataclasses.replace(call, parameters={"Path": "[hidden value]"}))
    with pytest.raises(NotAllowedError, match="Secrets"):
        await gate.following.more(hidden, consent=agreeing)
    executor.answer = AwsError("Slow down.", code="Throttling")
    with pytest.raises(AwsError, match="Slow down"):
        await gate.following.more(seen[-1], consent=agreeing)


async def test_waiting_until_what_was_begun_is_there(demo: Demo) -> None:
    ran = await demo.run(
        "ec2:RunInstances", {"ImageId": "ami-12c6146b", "InstanceType": "t3.micro", "MinCount": 1, "MaxCount": 1}
    )
    waiters = await demo.gate.following.waiters(ran)
    assert [(waiter.name, waiter.words) for waiter in waiters] == [
        ("InstanceRunning", "running"),
        ("InstanceStatusOk", "its status checks pass"),
    ]
    demo.audit.written.clear()
    ended, told = await demo.wait(waiters[0])
    assert (ended.state, ended.seen) == (WaitState.DONE, "running")
    assert "running" in ended.sentence
    assert [data["operation"] for _, _, data in demo.audit.written][:1] == ["ec2:DescribeInstances"]
    ids = waiters[0].call.parameters["InstanceIds"]
    stopped = await demo.run("ec2:StopInstances", {"InstanceIds": ids})
    (until_stopped,) = await demo.gate.following.waiters(stopped)
    assert (until_stopped.words, (await demo.wait(until_stopped))[0].state) == ("stopped", WaitState.DONE)
    ended, told = await demo.wait(dataclasses.replace(waiters[0], attempts=3))
    assert (ended.state, ended.attempt, ended.seen) == (WaitState.TIMED_OUT, 3, "stopped")
    assert [progress.attempt for progress in told] == [1, 2, 3, 3]
    gone = await demo.run("ec2:TerminateInstances", {"InstanceIds": ids})
    (until_gone,) = await demo.gate.following.waiters(gone)
    assert (await demo.wait(until_gone))[0].state is WaitState.DONE
    ended, _ = await demo.wait(waiters[0])
    assert (ended.state, ended.seen) == (WaitState.FAILED, "terminated"), "a terminated instance never runs again"


async def test_an_error_that_a_waiter_waits_for_ends_it(demo: Demo) -> None:
    await demo.run("s3:CreateBucket", {"Bucket": "following-gone"})
    removed = await demo.run("s3:DeleteBucket", {"Bucket": "following-gone"})
    (until_gone,) = await demo.gate.following.waiters(removed)
    ended, _ = await demo.wait(until_gone)
    assert ended.state is WaitState.DONE
    made = await demo.run(
        "dynamodb:CreateTable",
        {
            "TableName": "following",
            "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
            "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
            "BillingMode": "PAY_PER_REQUEST",
        },
    )
    (until_there,) = await demo.gate.following.waiters(made)
    assert (await demo.wait(until_there))[0].seen == "ACTIVE"


async def test_a_wait_can_be_stopped_and_a_refused_one_never_begins(demo: Demo) -> None:
    started = await demo.run("s3:CreateBucket", {"Bucket": "following-stop"})
    (waiter,) = await demo.gate.following.waiters(started)
    never = dataclasses.replace(
        waiter, call=dataclasses.replace(waiter.call, parameters={"Bucket": "following-never-there"}), delay_s=3_600
    )
    told: list[WaitProgress] = []
    looked = asyncio.Event()

    def note(progress: WaitProgress) -> None:
        told.append(progress)
        looked.set()

    task = asyncio.create_task(demo.gate.following.wait(never, consent=Person(), on_progress=note))
    await looked.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert told[-1].state is WaitState.STOPPED

    secret = dataclasses.replace(waiter, call=a_call("ec2:GetPasswordData", {"InstanceId": "i-0123456789abcdef0"}))
    ended, _ = await demo.wait(secret)
    assert ended.state is WaitState.FAILED
    assert "no plain read" in ended.error
    change = dataclasses.replace(waiter, call=a_call("s3:DeleteBucket", {"Bucket": "following-stop"}))
    assert (await demo.wait(change))[0].state is WaitState.FAILED
    assert "following-stop" in str((await demo.run("s3:ListBuckets", {})).result)


async def test_a_read_and_a_dry_run_offer_nothing_to_wait_for(demo: Demo) -> None:
    listed = await demo.run("ec2:DescribeInstances", {})
    assert await demo.gate.following.waiters(listed) == ()
    refused = dataclasses.replace(listed, state=ActionState.REFUSED, risk=Risk.WRITE)
    assert await demo.gate.following.waiters(refused) == ()


RULED: Sequence[tuple[str, dict[str, object], dict[str, object], str, dict[str, object]]] = (
    ("eks:CreateCluster", {"name": "blue"}, {"cluster": {"name": "blue"}}, "ClusterActive", {"name": "blue"}),
    ("eks:DeleteCluster", {"name": "blue"}, {}, "ClusterDeleted", {"name": "blue"}),
    (
        "eks:CreateNodegroup",
        {"clusterName": "blue", "nodegroupName": "a"},
        {"nodegroup": {"nodegroupName": "a"}},
        "NodegroupActive",
        {"clusterName": "blue", "nodegroupName": "a"},
    ),
    ("transfer:StartServer", {"ServerId": "s-1"}, {}, "ServerOnline", {"ServerId": "s-1"}),
    ("transfer:StopServer", {"ServerId": "s-1"}, {}, "ServerOffline", {"ServerId": "s-1"}),
    ("iam:CreateUser", {"UserName": "kim"}, {"User": {"UserName": "kim"}}, "UserExists", {"UserName": "kim"}),
    ("sagemaker:DeleteEndpoint", {"EndpointName": "e"}, {}, "EndpointDeleted", {"EndpointName": "e"}),
    (
        "codedeploy:CreateDeployment",
        {"applicationName": "a"},
        {"deploymentId": "d-1"},
        "DeploymentSuccessful",
        {"deploymentId": "d-1"},
    ),
    (
        "rds:DeleteDBClusterSnapshot",
        {"DBClusterSnapshotIdentifier": "s"},
        {},
        "DBClusterSnapshotDeleted",
        {"DBClusterSnapshotIdentifier": "s"},
    ),
)


@pytest.mark.parametrize(("operation", "parameters", "answer", "name", "read"), RULED)
def test_the_rule_finds_the_waiter_and_what_it_reads(
    executor: BotoCallExecutor,
    operation: str,
    parameters: dict[str, object],
    answer: dict[str, object],
    name: str,
    read: dict[str, object],
) -> None:
    call = Call(id=OperationId.parse(operation), parameters=parameters, account="prod", region="eu-west-1")
    found = {waiter.name: waiter for waiter in executor.waiters(call, CallResult(data=answer))}
    assert name in found
    assert found[name].call.parameters == read
    assert (found[name].call.account, found[name].call.region) == ("prod", "eu-west-1")


def test_no_waiter_is_offered_where_nothing_says_which_one(executor: BotoCallExecutor) -> None:
    for operation, parameters in (
        ("ec2:RunInstances", {}),
        ("sqs:CreateQueue", {"QueueName": "q"}),
        ("rds:CopyDBSnapshot", {}),
    ):
        call = Call(id=OperationId.parse(operation), parameters=parameters, account="prod", region="eu-west-1")
        assert executor.waiters(call, CallResult(data={})) == ()
    tested = Call(id=OperationId("ec2", "StartInstances"), parameters={"InstanceIds": ["i-1"]}, account="p", region="r")
    assert executor.waiters(tested, CallResult(data={}, dry_run=True)) == ()


async def test_what_a_missing_value_could_be_is_listed_by_a_read_that_asks_nobody(
    demo: Demo, catalogue: BotocoreCatalogue, directory: BotoAccountDirectory
) -> None:
    settings = SettingsService(MemorySettings(Settings(aws_page_limit=1)))
    aws = AwsService(
        catalogue=catalogue,
        recogniser=OfflineRecogniser(catalogue),
        accounts=directory,
        gate=demo.gate,
        audit=demo.audit,
        settings=settings,
        results=BotoResultReader(),
    )
    await demo.run("s3:CreateBucket", {"Bucket": "listed-to-choose"})
    delete = a_call("s3:DeleteBucket", {})
    assert await aws.choosable(await aws.explain(delete.id)) == {"Bucket"}
    assert ("listed-to-choose", "listed-to-choose") in await aws.choices(delete, "Bucket")
    assert await aws.choosable(await aws.explain(a_call("s3:CreateBucket", {}).id)) == frozenset()
    await demo.gate._parts.settings.change({"aws_run_reads": False})
    async with demo.gate._parts.asking:  # a question stands there, as it does when this is wanted
        with pytest.raises(NotAllowedError, match="may not run unasked"):
            await aws.choices(delete, "Bucket")
