"""The demo account as a person meets it: its contents, its limits, its life, and that nothing leaves the machine."""

from __future__ import annotations

import asyncio
import socket
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psutil
import pytest

from app.aws.accounts.accounts import BotoAccountDirectory
from app.aws.accounts.clients import AccountClients
from app.aws.catalogue.catalogue import BotocoreCatalogue
from app.aws.demo.account import DemoAccount
from app.aws.demo.constants import DEMO_SERVICES
from app.aws.execution.executor import BotoCallExecutor
from app.aws.execution.reading import AccountReader
from app.aws.inspection import BotoCallInspector
from app.domain.aws import ActionState, Call, CallResult, Decision, Origin
from app.domain.errors import AwsError, AwsParameterError, AwsRejectedError, UnreachableError, UnsupportedError
from app.domain.settings import Settings
from app.services.orchestration import ActionGate
from app.services.policy import PolicyService
from app.services.settings import SettingsService
from app.storage.audit import SqliteAuditLog
from app.storage.conversations import SqliteConversationStore
from app.storage.database import Database
from tests.aws_fixtures import DEMO_COMMAND, MemorySettings, Person, a_call, furnished_anew, nobody, yes
from tests.looking import NoUndo


def run(executor: BotoCallExecutor, call: Call, **more: object) -> CallResult:
    page_limit = more.get("page_limit", 10)
    assert isinstance(page_limit, int)
    return executor.execute(
        call, page_limit=page_limit, timeout_s=30, dry_run=bool(more.get("dry_run")), cancelled=lambda: False
    )


def column(result: CallResult, name: str) -> list[str]:
    assert result.table is not None
    at = result.table.columns.index(name)
    return [row[at] for row in result.table.rows]


def test_it_says_who_you_are(directory: BotoAccountDirectory) -> None:
    identity = directory.identity("demo", "eu-west-1")
    assert identity.alias == "demo"
    assert identity.arn == f"arn:aws:iam::{identity.account_id}:user/you"


def test_it_is_furnished_like_an_account_in_use(executor: BotoCallExecutor) -> None:
    buckets = run(executor, a_call("s3:ListBuckets"))
    assert len(column(buckets, "Name")) >= 6
    assert min(column(buckets, "Created")) < "2024"
    here = run(executor, a_call("ec2:DescribeInstances"))
    there = run(executor, a_call("ec2:DescribeInstances", region="us-east-1"))
    assert len(column(here, "Name")) + len(column(there, "Name")) >= 8
    assert "stopped" in column(here, "State")
    month_ago = f"{datetime.now(UTC) - timedelta(days=30):%Y-%m-%d}"
    assert min(column(here, "Launched")) < month_ago
    assert "available" in column(run(executor, a_call("ec2:DescribeVolumes")), "State")
    groups = run(executor, a_call("ec2:DescribeSecurityGroups"))
    assert ("22", "0.0.0.0/0") in list(zip(column(groups, "Ports"), column(groups, "From"), strict=True))
    assert "ALARM" in column(run(executor, a_call("cloudwatch:DescribeAlarms")), "State")
    status = run(executor, a_call("s3:GetBucketPolicyStatus", {"Bucket": "acorn-website-assets"}))
    assert status.data["PolicyStatus"] == {"IsPublic": True}
    listings = (
        "iam:ListUsers iam:ListRoles dynamodb:ListTables sqs:ListQueues logs:DescribeLogGroups lambda:ListFunctions "
        "rds:DescribeDBInstances sns:ListTopics secretsmanager:ListSecrets ssm:DescribeParameters kms:ListAliases "
        "route53:ListHostedZones"
    )
    for operation in listings.split():
        found = run(executor, a_call(operation)).table
        assert found, operation
        assert found.rows, operation
    assert not run(executor, a_call("iam:ListMFADevices", {"UserName": "tom.becker"})).data["MFADevices"]
    keys = run(executor, a_call("iam:ListAccessKeys", {"UserName": "deploy-bot"}))
    assert column(keys, "Created")[0] < f"{datetime.now(UTC) - timedelta(days=365):%Y-%m-%d}"


def test_its_instances_were_measured_for_two_weeks_and_up_to_now(executor: BotoCallExecutor) -> None:
    instances = run(executor, a_call("ec2:DescribeInstances"))
    ids = dict(zip(column(instances, "Name"), column(instances, "InstanceId"), strict=True))
    now = datetime.now(UTC)

    def processor(name: str, *, days: int, period: int) -> list[float]:
        asked = {
            "Namespace": "AWS/EC2",
            "MetricName": "CPUUtilization",
            "Dimensions": [{"Name": "InstanceId", "Value": ids[name]}],
            "StartTime": (now - timedelta(days=days)).isoformat(),
            "EndTime": now.isoformat(),
            "Period": period,
            "Statistics": ["Average"],
        }
        points = run(executor, a_call("cloudwatch:GetMetricStatistics", asked)).data["Datapoints"]
        assert isinstance(points, list)
        return [point["Average"] for point in points]

    day = processor("web-1", days=1, period=300)
    assert len(day) >= 280
    assert max(day) > 2 * min(day)
    assert len(processor("web-1", days=14, period=86_400)) >= 13
    assert max(processor("staging-web", days=14, period=86_400)) < 5
    alarms = run(executor, a_call("cloudwatch:DescribeAlarms", {"AlarmNames": ["worker-1-cpu"]})).data["MetricAlarms"]
    assert isinstance(alarms, list)
    assert alarms[0]["Dimensions"] == [{"Name": "InstanceId", "Value": ids["worker-1"]}]


def test_its_bill_adds_up(executor: BotoCallExecutor) -> None:
    today = datetime.now(UTC).date()
    span = {"Start": f"{today - timedelta(days=30)}", "End": f"{today}"}
    asked: dict[str, object] = {"TimePeriod": span, "Granularity": "DAILY", "Metrics": ["UnblendedCost"]}
    days = column(run(executor, a_call("ce:GetCostAndUsage", asked)), "UnblendedCost")
    by_service = asked | {"GroupBy": [{"Type": "DIMENSION", "Key": "SERVICE"}], "Granularity": "MONTHLY"}
    services = run(executor, a_call("ce:GetCostAndUsage", by_service))
    assert "Amazon Elastic Compute Cloud - Compute" in column(services, "Group")
    assert len(days) == 30
    assert sum(map(float, days)) == pytest.approx(sum(map(float, column(services, "UnblendedCost"))), abs=0.2)
    only = asked | {"Filter": {"Not": {"Dimensions": {"Key": "REGION", "Values": ["us-east-1"]}}}}
    assert sum(map(float, column(run(executor, a_call("ce:GetCostAndUsage", only)), "UnblendedCost"))) < sum(
        map(float, days)
    )
    ahead = {"TimePeriod": {"Start": f"{today}", "End": f"{today + timedelta(days=10)}"}}
    forecast = run(executor, a_call("ce:GetCostForecast", ahead | {"Granularity": "DAILY", "Metric": "UNBLENDED_COST"}))
    assert len(forecast.data["ForecastResultsByTime"]) == 10  # type: ignore[arg-type]  # a list, as the API has it
    with pytest.raises(AwsParameterError, match="does not know AZ"):
        run(executor, a_call("ce:GetCostAndUsage", asked | {"GroupBy": [{"Type": "DIMENSION", "Key": "AZ"}]}))


def test_its_simulator_knows_the_policies_that_stand_in_it(executor: BotoCallExecutor) -> None:
    def decisions(user: str, action: str) -> list[str]:
        source = f"arn:aws:iam::482107369154:user/{user}"
        asked = {"PolicySourceArn": source, "ActionNames": [action], "ResourceArns": ["arn:aws:s3:::acorn-ml-scratch"]}
        results = run(executor, a_call("iam:SimulatePrincipalPolicy", asked)).data["EvaluationResults"]
        assert isinstance(results, list)
        return [result["EvalDecision"] for result in results]

    assert decisions("you", "s3:DeleteBucket") == ["allowed"]
    assert decisions("deploy-bot", "s3:PutObject") == ["allowed"]
    assert decisions("deploy-bot", "s3:DeleteBucket") == ["implicitDeny"]
    document = '{"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Action": "s3:Put*", "Resource": "*"}}'
    denial = {"UserName": "deploy-bot", "PolicyName": "frozen", "PolicyDocument": document}
    run(executor, a_call("iam:PutUserPolicy", denial))
    assert decisions("deploy-bot", "s3:PutObject") == ["explicitDeny"]
    run(executor, a_call("iam:DeleteUserPolicy", {"UserName": "deploy-bot", "PolicyName": "frozen"}))


def test_pages_are_followed_and_the_limit_is_told(executor: BotoCallExecutor) -> None:
    call = a_call("iam:ListUsers")
    assert len(column(run(executor, call), "UserName")) == 5
    objects = a_call("s3:ListObjectsV2", {"Bucket": "acorn-access-logs", "MaxKeys": 5})
    cut = run(executor, objects)
    assert (len(column(cut, "Key")), cut.truncated, cut.limit_note) == (5, True, "This is 1 page; there is more.")


def test_a_dry_run_changes_nothing(executor: BotoCallExecutor) -> None:
    identifier = column(run(executor, a_call("ec2:DescribeInstances")), "InstanceId")[0]
    checked = run(executor, a_call("ec2:TerminateInstances", {"InstanceIds": [identifier]}), dry_run=True)
    assert checked.dry_run
    assert "would have carried it out" in str(checked.data["DryRun"])
    unsent = run(executor, a_call("s3:DeleteBucket", {"Bucket": "acorn-old-site-2019"}), dry_run=True)
    assert "Nothing was sent" in str(unsent.data["DryRun"])
    assert "acorn-old-site-2019" in column(run(executor, a_call("s3:ListBuckets")), "Name")
    assert "terminated" not in column(run(executor, a_call("ec2:DescribeInstances")), "State")


@pytest.mark.parametrize(
    ("operation", "parameters"),
    [
        ("ec2:CreateVpc", {"CidrBlock": "10.9.0.0/16"}),
        ("ec2:DeleteNatGateway", {"NatGatewayId": "nat-0123456789abcdef0"}),
        ("kms:GenerateDataKey", {"KeyId": "alias/acorn-orders", "KeySpec": "AES_256"}),
    ],
)
def test_a_dry_run_changes_nothing_where_moto_has_none(
    executor: BotoCallExecutor, operation: str, parameters: dict[str, object]
) -> None:
    networks = column(run(executor, a_call("ec2:DescribeVpcs")), "VpcId")
    checked = run(executor, a_call(operation, parameters), dry_run=True)
    assert checked.dry_run
    assert list(checked.data) == ["DryRun"]
    assert column(run(executor, a_call("ec2:DescribeVpcs")), "VpcId") == networks


def test_an_object_is_shown_as_text_with_its_size(executor: BotoCallExecutor) -> None:
    body = run(executor, a_call("s3:GetObject", {"Bucket": "acorn-website-assets", "Key": "index.html"})).data["Body"]
    assert isinstance(body, dict)
    assert body["size_bytes"] == 4213
    assert body["text"].startswith("acorn-website-assets/index.html")


@pytest.mark.parametrize(
    ("call", "kind"),
    [
        (a_call("chime:ListBots", {"AccountId": "1"}), UnsupportedError),
        (a_call("textract:AnalyzeID", {"DocumentPages": [{"Bytes": "x"}]}), UnsupportedError),
        (a_call("s3:ListObjectsV2", {"Bucket": "arn:aws:s3:eu-west-1:111122223333:accesspoint/x"}), UnsupportedError),
        (a_call("s3:ListObjectsV2", {"Bucket": "no-such-bucket-here"}), AwsRejectedError),
        (a_call("ec2:TerminateInstances", {"InstanceIds": ["i-0123456789abcdef0"]}), AwsRejectedError),
        (a_call("ec2:DescribeInstances", {"MaxResults": "many"}), AwsParameterError),
        (a_call("s3:CreateBucket", {"Bucket": "Not Valid!"}), AwsError),
    ],
)
def test_what_it_cannot_do_is_said_plainly(executor: BotoCallExecutor, call: Call, kind: type[Exception]) -> None:
    with pytest.raises(kind) as caught:
        run(executor, call)
    assert "doctype" not in str(caught.value)
    assert "Error:" not in str(caught.value)


def test_every_service_it_claims_is_one_of_botocores() -> None:
    import botocore.session

    assert set(botocore.session.get_session().get_available_services()) >= DEMO_SERVICES


def test_neither_proxies_nor_the_environment_lead_a_demo_call_away(
    demo_account: DemoAccount, monkeypatch: pytest.MonkeyPatch
) -> None:
    dead = "http://127.0.0.1:9"
    for name in (
        "HTTP_PROXY",
        "HTTPS_PROXY",
        "ALL_PROXY",
        "http_proxy",
        "https_proxy",
        "AWS_ENDPOINT_URL",
        "AWS_ENDPOINT_URL_S3",
    ):
        monkeypatch.setenv(name, dead)
    monkeypatch.setenv("AWS_PROFILE", "no-such-profile")
    monkeypatch.setenv("AWS_USE_FIPS_ENDPOINT", "true")
    monkeypatch.setenv("AWS_CONFIG_FILE", __file__)  # no INI file at all
    seen: list[str] = []
    look_up = socket.getaddrinfo
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda host, *rest, **more: (seen.append(str(host)), look_up(host, *rest, **more))[1]
    )
    clients = AccountClients(demo_account)
    executor = BotoCallExecutor(clients, BotoAccountDirectory(clients))
    assert run(executor, a_call("s3:ListBuckets")).table
    for call in (
        a_call("s3:ListObjectsV2", {"Bucket": "arn:aws:s3:eu-west-1:111122223333:accesspoint/x"}),
        a_call("s3control:ListJobs", {"AccountId": "111122223333"}),
        a_call("servicediscovery:DiscoverInstances", {"NamespaceName": "n", "ServiceName": "s"}),
        a_call("sqs:SendMessage", {"QueueUrl": "https://sqs.eu-west-1.amazonaws.com/1/q", "MessageBody": "m"}),
    ):
        with pytest.raises((AwsError, UnsupportedError)):
            run(executor, call)
    assert set(seen) <= {"127.0.0.1"}
    clients.close()


def test_the_account_itself_reaches_nothing(executor: BotoCallExecutor) -> None:
    """moto would deliver a notification over HTTP; the demo account's process may not even try."""
    with socket.create_server(("127.0.0.1", 0)) as allowed:
        allowed.settimeout(10)
        port = allowed.getsockname()[1]
        topic = str(run(executor, a_call("sns:CreateTopic", {"Name": "outward"})).data["TopicArn"])
        subscribe = {"TopicArn": topic, "Protocol": "http", "Endpoint": "http://203.0.113.7/"}
        run(executor, a_call("sns:Subscribe", subscribe))
        with pytest.raises((AwsError, UnsupportedError)):
            run(executor, a_call("sns:Publish", {"TopicArn": topic, "Message": "m"}))
        assert port


def test_begun_anew_it_is_furnished_as_at_first(executor: BotoCallExecutor, demo_account: DemoAccount) -> None:
    def names() -> set[str]:
        return {bucket["Name"] for bucket in run(executor, a_call("s3:ListBuckets")).data["Buckets"]}

    run(
        executor,
        a_call(
            "s3:CreateBucket", {"Bucket": "one-more", "CreateBucketConfiguration": {"LocationConstraint": "eu-west-1"}}
        ),
    )
    assert {"one-more", "acorn-invoices-prod"} <= names()
    furnished_anew(demo_account)
    assert "acorn-invoices-prod" in names()
    assert "one-more" not in names()


def test_it_answers_nobody_else(demo_account: DemoAccount) -> None:
    for path in ("/", "/moto-api/reset", "/moto-api/data.json"):
        with pytest.raises(urllib.error.HTTPError) as caught:
            urllib.request.urlopen(demo_account.endpoint().url + path, timeout=10)
        caught.value.close()
        assert caught.value.code == 403


@pytest.fixture
def own_demo() -> AsyncIterator[DemoAccount]:  # type: ignore[misc]  # a plain generator, closed by pytest
    account = DemoAccount(DEMO_COMMAND)
    yield account
    account.close()


def test_it_starts_on_first_use_restarts_after_a_crash_and_ends_on_close(own_demo: DemoAccount) -> None:
    assert own_demo.pid is None
    clients = AccountClients(own_demo)
    executor = BotoCallExecutor(clients, BotoAccountDirectory(clients))
    run(
        executor,
        a_call("s3:CreateBucket", {"Bucket": "mine", "CreateBucketConfiguration": {"LocationConstraint": "eu-west-1"}}),
    )
    first = own_demo.pid
    assert first is not None
    crashed = psutil.Process(first)
    crashed.kill()
    crashed.wait(10)
    assert "mine" not in column(run(executor, a_call("s3:ListBuckets")), "Name")  # begun afresh
    second = own_demo.pid
    assert second not in (None, first)
    own_demo.close()
    assert own_demo.pid is None
    assert not psutil.pid_exists(second or 0)
    with pytest.raises(AwsError):
        own_demo.endpoint()
    own_demo.close()
    clients.close()


def test_a_crash_in_mid_call_is_told_as_what_it_is(own_demo: DemoAccount) -> None:
    clients = AccountClients(own_demo)
    directory = BotoAccountDirectory(clients)
    client = clients.client(directory.account("demo"), "s3", "eu-west-1", timeout_s=5)
    child = psutil.Process(own_demo.pid or 0)
    child.kill()
    child.wait(10)
    from app.aws.errors import CallPlace, aws_error

    with pytest.raises(Exception) as caught:  # noqa: PT011 - whatever botocore makes of it
        client.list_buckets()
    told = aws_error(caught.value, CallPlace(account=directory.account("demo"), region="eu-west-1"))
    assert isinstance(told, UnreachableError)
    assert "demo account" in str(told)
    clients.close()


def test_first_uses_at_once_start_one_child(own_demo: DemoAccount) -> None:
    found = []
    threads = [threading.Thread(target=lambda: found.append(own_demo.endpoint())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(found)) == 1


def test_it_dies_with_its_parent() -> None:
    program = (
        "import os, sys; from app.aws.demo.account import DemoAccount\n"
        f"demo = DemoAccount({list(DEMO_COMMAND)!r}); demo.endpoint()\n"
        "print(demo.pid, flush=True); os.kill(os.getpid(), 9)"
    )
    import subprocess

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120, check=False)
    pid = int(done.stdout)
    try:
        psutil.Process(pid).wait(20)
    except psutil.NoSuchProcess:
        pass
    assert not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE


@pytest.mark.parametrize("program", ["pass", "print('no json')", "import time; print('{}'); time.sleep(60)"])
def test_a_child_that_does_not_become_an_account_is_given_up(program: str) -> None:
    account = DemoAccount([sys.executable, "-c", program], start_timeout_s=20)
    with pytest.raises(AwsError) as caught:
        account.endpoint()
    assert "did not start" in str(caught.value)
    assert account.pid is None
    account.close()


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = Database(tmp_path / "gate.db")
    yield opened
    await opened.aclose()


async def test_the_whole_way_ask_agree_run_and_find_it_in_the_list(
    database: Database,
    catalogue: BotocoreCatalogue,
    directory: BotoAccountDirectory,
    executor: BotoCallExecutor,
    account_clients: AccountClients,
) -> None:
    audit = SqliteAuditLog(database)
    gate = ActionGate(
        catalogue=catalogue,
        accounts=directory,
        executor=executor,
        audit=audit,
        settings=SettingsService(MemorySettings(Settings())),
        conversations=SqliteConversationStore(database),
        inspector=BotoCallInspector(AccountReader(account_clients, directory, catalogue), directory, catalogue),
        undo=NoUndo(),
        policy=PolicyService(SettingsService(MemorySettings(Settings()))),
    )

    async def submit(
        operation: str, parameters: dict[str, object], person: Person
    ) -> tuple[ActionState, Decision | None]:
        action = await gate.submit(a_call(operation, parameters), origin=Origin.MODEL, consent=person)
        return action.state, action.decision

    bucket: dict[str, object] = {"Bucket": "team-logs-2026"}
    assert await submit("s3:CreateBucket", bucket, Person([nobody])) == (ActionState.REFUSED, Decision.NOBODY_THERE)
    person = Person([yes])
    assert await submit("s3:CreateBucket", bucket, person) == (ActionState.DONE, Decision.PERSON)
    assert person.shown[0].sentence == "Create the S3 bucket “team-logs-2026” in eu-west-1"
    assert person.shown[0].verb == "Create bucket"
    listed = await gate.submit(a_call("s3:ListBuckets"), origin=Origin.PERSON, consent=Person())
    assert listed.result
    assert "team-logs-2026" in column(listed.result, "Name")
    assert await submit("s3:DeleteBucket", bucket, person) == (ActionState.DONE, Decision.PERSON)
    assert person.shown[1].confirm_text == "team-logs-2026"
    steps = [entry.what for entry in await audit.entries()]
    assert steps == ["proposed", "decided", *["proposed", "decided", "done"] * 3]
    assert await audit.verify() is None


async def test_ten_reads_at_once_are_answered(executor: BotoCallExecutor) -> None:
    regions: Sequence[str] = ("eu-west-1", "us-east-1")
    calls = [a_call("ec2:DescribeInstances", region=regions[number % 2]) for number in range(10)]
    results = await asyncio.gather(*(asyncio.to_thread(run, executor, call) for call in calls))
    assert {len(column(result, "Name")) for result in results} == {6, 3}
