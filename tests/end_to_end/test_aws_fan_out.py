"""One question in two accounts and several regions of moto, some of which fail; nothing is made up but the failures."""

from __future__ import annotations

import asyncio
import json
import os
import re
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import boto3
import pytest
from moto.backends import get_backend
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import make_server

from app.bootstrap import build_application
from app.domain.aws import (
    Action,
    ActionState,
    Call,
    CallScope,
    Gathered,
    OperationId,
    Origin,
    Place,
    PlanState,
    SpokenScope,
)
from app.domain.conversation import ConversationSettings
from app.domain.errors import AwsParameterError, NotAllowedError, NotFoundError, UsageError
from app.domain.models import RULES_MODEL
from app.services.application import Application
from app.services.nobody import Nobody
from app.system.keyring import MemorySecretStore
from app.system.paths import Paths
from tests.application_fixtures import Answering, Told
from tests.window_fixtures import Command

CONFIG = """
[profile acme-dev]
aws_access_key_id = AKIAEXAMPLEEXAMPLE00
aws_secret_access_key = example
region = eu-west-1
[profile acme-dev-eu]
role_arn = arn:aws:iam::222222222222:role/reader
source_profile = acme-dev
region = eu-west-1
[profile prod-devices]
aws_access_key_id = AKIAEXAMPLEEXAMPLE00
aws_secret_access_key = example
"""
REGIONS = ("eu-west-1", "eu-west-2", "us-east-1")
_SCOPE = re.compile(r"Credential=(?P<key>[^/]+)/\d+/(?P<region>[^/]+)/(?P<service>[^/]+)/")
ENABLED = (*REGIONS, "eu-central-1", "eu-north-1", "us-west-2", "af-south-1")
_DESCRIBED = (
    '<DescribeRegionsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><regionInfo>'
    + "".join(f"<item><regionName>{name}</regionName></item>" for name in ENABLED)
    + "</regionInfo></DescribeRegionsResponse>"
)
_REFUSED = (
    "<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>You are not authorized.</Message></Error>"
    "</Errors><RequestID>r</RequestID></Response>"
)


@dataclass
class Moto:
    """moto, with faults before it. ``faults``: error codes of CloudWatch Logs by region, each once where it is a list.
    moto's EC2 takes seconds to begin, and only says which regions are enabled here: that is said in its stead.
    """

    faults: dict[str, str | list[str]] = field(default_factory=dict)
    hold: dict[str, threading.Event] = field(default_factory=dict)
    regions_refused: bool = False
    asked: Counter[tuple[str, str]] = field(default_factory=Counter)
    busy: int = 0
    busiest: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self._moto = DomainDispatcherApplication(create_backend_app)

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        found = _SCOPE.search(environ.get("HTTP_AUTHORIZATION", ""))
        region, service = (found["region"], found["service"]) if found else ("", "")
        with self.lock:
            self.asked[service, region] += 1
            self.busy += 1
            self.busiest = max(self.busiest, self.busy)
        try:
            if service == "ec2" and self.regions_refused:
                start("403 Forbidden", [("Content-Type", "text/xml")])
                return [_REFUSED.encode()]
            if service == "ec2":
                start("200 OK", [("Content-Type", "text/xml")])
                return [_DESCRIBED.encode()]
            if (gate := self.hold.get(region)) is not None and service == "logs":
                assert gate.wait(30)
            fault = self.faults.get(region, "") if service == "logs" else ""
            if isinstance(fault, list):
                fault = fault.pop(0) if fault else ""
            if not fault:
                return self._moto(environ, start)  # type: ignore[no-any-return]  # moto has no types
            said = f"You are not authorized to perform this operation in {region}."
            start("400 Bad Request", [("Content-Type", "application/x-amz-json-1.1")])
            return [json.dumps({"__type": fault, "message": said}).encode()]
        finally:
            with self.lock:
                self.busy -= 1


@pytest.fixture
def moto_server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Moto]:
    moto = Moto()
    server = make_server("127.0.0.1", 0, moto, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{server.server_port}")
    monkeypatch.setenv("HOME", str(tmp_path))
    Path(os.environ["AWS_CONFIG_FILE"]).write_text(CONFIG, encoding="utf-8")
    for profile, region, name in (
        ("acme-dev", "eu-west-1", "web"),
        ("acme-dev", "us-east-1", "mail"),
        ("acme-dev-eu", "eu-west-2", "db"),
    ):
        session = boto3.session.Session(profile_name=profile, region_name=region)
        session.client("logs").create_log_group(logGroupName=name)
    moto.asked.clear()
    yield moto
    server.shutdown()
    thread.join()
    server.server_close()
    for service in ("logs", "iam", "sts", "s3"):
        get_backend(service).reset()


@pytest.fixture
async def app(moto_server: Moto, paths: Paths) -> Any:
    application = build_application(paths=paths, environ={}, secrets=MemorySecretStore())
    yield application
    await application.aclose()


def a_call(operation: str = "logs:DescribeLogGroups", **parameters: object) -> Call:
    return Call(id=OperationId.parse(operation), parameters=parameters, account="acme-dev", region="eu-west-1")


def both(*regions: str) -> CallScope:
    return CallScope(accounts=("acme-dev", "acme-dev-eu"), regions=regions or REGIONS)


async def gather(app: Application, call: Call, scope: CallScope, **more: Any) -> Gathered:
    asked = await app.fan_out.gather(call, scope, origin=Origin.COMMAND, consent=Nobody(), **more)
    return asked.gathered


def named(answer: Gathered) -> set[tuple[str, str, str]]:
    return {(row[0], row[1], next(cell for cell in row if cell in NAMES)) for row in answer.table.rows}


NAMES = ("web", "mail", "db")
EVERY_GROUP = {
    ("acme-dev", "eu-west-1", "web"),
    ("acme-dev", "us-east-1", "mail"),
    ("acme-dev-eu", "eu-west-2", "db"),
}


async def test_every_place_is_asked_and_the_answers_are_one_table(app: Application) -> None:
    heads: list[Action] = []
    counts: list[tuple[int, int]] = []
    answer = await gather(
        app, a_call(), both(), on_change=heads.append, on_progress=lambda done, all_: counts.append((done, all_))
    )
    assert answer.table.columns[:2] == ("Account", "Region")
    assert named(answer) == EVERY_GROUP
    assert len(answer.done) == 6
    assert not answer.failed
    assert counts == [(number, 6) for number in range(1, 7)]
    assert heads[0].state is ActionState.RUNNING
    assert heads[0].sentence == "logs DescribeLogGroups in 3 regions of 2 accounts."
    assert heads[-1].state is ActionState.DONE
    assert heads[-1].result is not None
    assert heads[-1].result.table == answer.table
    assert {head.id for head in heads} == {heads[0].group_id}
    entries = await app.aws.audit_entries()
    assert [entry.data["group"] for entry in entries if entry.what == "done"] == [heads[0].id] * 6


async def test_what_failed_is_told_once_for_each_reason_and_the_rest_stands(
    app: Application, moto_server: Moto
) -> None:
    moto_server.faults = {"us-east-1": "AccessDeniedException", "eu-central-1": "AccessDeniedException"}
    heads: list[Action] = []
    answer = await gather(
        app, a_call(), both("eu-west-1", "eu-west-2", "us-east-1", "eu-central-1"), on_change=heads.append
    )
    assert named(answer) == EVERY_GROUP - {("acme-dev", "us-east-1", "mail")}
    (failed,) = answer.failed
    assert set(failed.places) == {
        Place(account=account, region=region)
        for account in ("acme-dev", "acme-dev-eu")
        for region in ("us-east-1", "eu-central-1")
    }
    assert "Ask an administrator" in failed.reason
    assert heads[-1].state is ActionState.DONE
    assert heads[-1].error is not None
    assert heads[-1].error.startswith("acme-dev (us-east-1, eu-central-1), acme-dev-eu (us-east-1, eu-central-1): ")


async def test_a_region_that_is_not_enabled_is_no_failure(app: Application, moto_server: Moto) -> None:
    moto_server.faults = {"af-south-1": "UnrecognizedClientException"}
    answer = await gather(app, a_call(), both("eu-west-1", "af-south-1"))
    assert not answer.failed
    assert {place.region for place in answer.disabled} == {"af-south-1"}
    assert any(note.startswith("Not enabled") for note in answer.notes)


async def test_credentials_that_no_region_takes_are_a_failure(app: Application, moto_server: Moto) -> None:
    moto_server.faults = dict.fromkeys(REGIONS, "UnrecognizedClientException")
    heads: list[Action] = []
    answer = await gather(app, a_call(), both(), on_change=heads.append)
    assert not answer.done
    assert not answer.disabled
    assert heads[-1].state is ActionState.FAILED


async def test_a_place_that_is_throttled_waits_and_is_asked_again(
    app: Application, moto_server: Moto, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.services.fan_out._FIRST_PAUSE_S", 0.01)
    moto_server.faults = {"us-east-1": ["ThrottlingException"] * 4}  # as often as botocore itself tries
    answer = await gather(app, a_call(), CallScope(accounts=("acme-dev",), regions=("us-east-1",)))
    assert named(answer) == {("acme-dev", "us-east-1", "mail")}
    assert not answer.failed


async def test_regions_that_may_not_be_asked_for_are_asked_for_once(app: Application, moto_server: Moto) -> None:
    moto_server.regions_refused = True
    for _ in range(2):
        answer = await gather(app, a_call(), both())
        assert named(answer) == EVERY_GROUP
    assert sum(count for (service, _), count in moto_server.asked.items() if service == "ec2") == 2  # one an account


async def test_no_more_calls_are_under_way_than_the_setting_says(app: Application, moto_server: Moto) -> None:
    await app.settings.change({"aws_parallel_calls": 2})
    await gather(app, a_call(), both(*REGIONS, "eu-central-1", "eu-north-1", "us-west-2"))
    assert moto_server.busiest <= 2


async def test_stopping_keeps_what_came(app: Application, moto_server: Moto) -> None:
    held = threading.Event()
    moto_server.hold = {"us-east-1": held}
    heads: list[Action] = []
    first = asyncio.Event()
    task = asyncio.create_task(
        gather(
            app,
            a_call(),
            CallScope(accounts=("acme-dev",), regions=("eu-west-1", "us-east-1")),
            on_change=heads.append,
            on_progress=lambda *_: first.set(),
        )
    )
    await first.wait()
    task.cancel()
    held.set()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert heads[-1].state is ActionState.INTERRUPTED
    assert heads[-1].result is not None
    assert heads[-1].result.table is not None
    assert [row[:2] for row in heads[-1].result.table.rows] == [("acme-dev", "eu-west-1")]
    assert "Stopped before 1 place had answered" in heads[-1].result.limit_note


async def test_a_service_without_regions_is_asked_once_for_each_account(app: Application, moto_server: Moto) -> None:
    await gather(app, a_call("iam:ListUsers"), both())
    await gather(app, a_call("s3:ListBuckets"), both())
    assert sum(count for (service, _), count in moto_server.asked.items() if service == "s3") == 2


async def test_an_answer_that_is_no_list_is_a_row(app: Application) -> None:
    answer = await gather(app, a_call("sts:GetCallerIdentity"), both())
    assert answer.table.columns == ("Account", "Region", "UserId", "Account", "Arn")
    assert {row[0]: row[3] for row in answer.table.rows} == {"acme-dev": "123456789012", "acme-dev-eu": "222222222222"}


async def test_what_is_no_plain_read_is_not_asked_everywhere(app: Application, moto_server: Moto) -> None:
    for operation in ("logs:CreateLogGroup", "secretsmanager:GetSecretValue"):
        with pytest.raises(NotAllowedError, match="no plain read"):
            await gather(app, a_call(operation), both())
    assert not moto_server.asked


async def test_a_change_in_several_places_is_one_plan_with_a_step_for_each(app: Application) -> None:
    person = Answering()
    run = await app.fan_out.change(
        a_call("logs:CreateLogGroup", logGroupName="new"),
        both("eu-west-2", "us-east-1"),
        origin=Origin.COMMAND,
        consent=person,
    )
    assert run.state is PlanState.DONE
    assert [(action.call.account, action.call.region) for action in run.actions] == [
        ("acme-dev", "eu-west-2"),
        ("acme-dev", "us-east-1"),
        ("acme-dev-eu", "eu-west-2"),
        ("acme-dev-eu", "us-east-1"),
    ]
    (shown,) = person.plans
    assert [step.account.key for step in shown.steps] == ["acme-dev", "acme-dev", "acme-dev-eu", "acme-dev-eu"]
    numbers = [step.identity.account_id for step in shown.steps if step.identity is not None]
    assert numbers == ["123456789012", "123456789012", "222222222222", "222222222222"]
    assert [action.identity.account_id for action in run.actions if action.identity is not None] == numbers
    found = await gather(app, a_call(logGroupNamePrefix="new"), both())
    assert {(row[0], row[1]) for row in found.table.rows} == {
        (action.call.account, action.call.region) for action in run.actions
    }


async def test_a_change_that_nobody_agrees_to_is_sent_nowhere(app: Application, moto_server: Moto) -> None:
    call = a_call("logs:CreateLogGroup", logGroupName="new")
    run = await app.fan_out.change(call, both(), origin=Origin.COMMAND, consent=Nobody())
    assert run.state is PlanState.REFUSED
    assert not (await gather(app, a_call(logGroupNamePrefix="new"), both())).table.rows


async def test_a_change_in_more_places_than_a_plan_has_steps_is_refused(app: Application, moto_server: Moto) -> None:
    call = a_call("logs:CreateLogGroup", logGroupName="new")
    everywhere = CallScope(accounts=("acme-dev",), regions=tuple(f"mars-north-{number}" for number in range(27)))
    with pytest.raises(UsageError, match="27 places, and a plan may have 25 steps"):
        await app.fan_out.change(call, everywhere, origin=Origin.PERSON, consent=Answering())
    assert not moto_server.asked["logs", "eu-west-1"]


async def test_a_model_cannot_say_where(app: Application, moto_server: Moto) -> None:
    person = Answering()
    for scope in (SpokenScope(all_accounts=True), SpokenScope(regions=("us-east-1",))):
        for call in (a_call(), a_call("logs:CreateLogGroup", logGroupName="new")):
            with pytest.raises(NotAllowedError, match="model cannot choose"):
                await app.fan_out.gather_spoken(call, scope, origin=Origin.MODEL, consent=person)
    assert not moto_server.asked
    assert not person.is_asked.is_set()


async def test_a_sentence_is_asked_in_all_regions_from_the_chat(app: Application) -> None:
    (action,) = (await say(app, "list log groups in all regions", Answering())).values()
    assert action.state is ActionState.DONE
    assert action.result is not None
    assert action.result.table is not None
    assert {tuple(row[:2]) for row in action.result.table.rows} == {
        ("acme-dev", "eu-west-1"),
        ("acme-dev", "us-east-1"),
    }


async def test_a_sentence_that_changes_something_in_two_regions_is_a_plan_in_the_chat(app: Application) -> None:
    person = Answering()
    actions = (await say(app, "create log group audit-2026 in eu-west-2 and us-east-1", person)).values()
    assert {action.call.region for action in actions} == {"eu-west-2", "us-east-1"}
    assert {action.state for action in actions} == {ActionState.DONE}
    (shown,) = person.plans
    assert shown.verb == "Run 2 steps"


async def say(app: Application, text: str, person: Answering) -> dict[str, Action]:
    """What came of a sentence that the recogniser reads: each action as it ended."""
    settings = ConversationSettings(model=str(RULES_MODEL), account="acme-dev", region="eu-west-1")
    told = await Told().of(app.chat.send(await app.history.create(settings), text, consent=person))
    return {action.id: action for action in told.actions}


async def test_parameters_that_fit_nowhere_are_told_once(app: Application) -> None:
    with pytest.raises(AwsParameterError):
        await gather(app, a_call(limit="web"), both())


async def test_where_reads_are_asked_about_one_no_is_enough(app: Application, moto_server: Moto) -> None:
    await app.settings.change({"aws_run_reads": False})
    person = Answering(grant=False)
    heads: list[Action] = []
    await app.fan_out.gather(a_call(), both(), origin=Origin.PERSON, consent=person, on_change=heads.append)
    assert len(person.asked) == 1
    assert heads[-1].state is ActionState.REFUSED
    assert moto_server.asked["logs", "eu-west-1"] == 0


async def test_all_regions_are_those_the_account_has_enabled(app: Application) -> None:
    scope = await app.fan_out.scope(SpokenScope(all_regions=True), account="acme-dev", region="eu-west-1")
    assert set(scope.regions) == set(ENABLED)
    assert scope.accounts == ("acme-dev",)


async def test_accounts_are_meant_by_whole_words_only(app: Application) -> None:
    async def meant(*words: str, **more: Any) -> tuple[str, ...]:
        scope = await app.fan_out.scope(SpokenScope(accounts=words), account="acme-dev", region="eu-west-1", **more)
        return scope.accounts

    assert await meant("dev") == ("acme-dev", "acme-dev-eu")  # not prod-devices
    assert await meant("prod") == ("prod-devices",)
    assert await meant("acme-dev") == ("acme-dev", "acme-dev-eu")
    assert await meant("acme-dev", named=True) == ("acme-dev",)
    assert await meant("*-dev") == ("acme-dev",)
    for word in ("production", "de", "", "-"):
        with pytest.raises(NotFoundError, match="No account fits"):
            await meant(word)


def test_the_command_prints_one_table_and_says_what_failed(moto_server: Moto, command: Command) -> None:
    moto_server.faults = {"us-east-1": "AccessDeniedException"}
    where = ("--accounts", "acme-dev,acme-dev-eu", "--regions", "eu-west-1,eu-west-2,us-east-1")
    ran = command("aws", "run", "logs:DescribeLogGroups", *where, "--json")
    assert ran.status == 0, ran.err
    told = ran.json
    assert told["table"]["columns"][:2] == ["Account", "Region"]
    assert {(row[0], row[1]) for row in told["table"]["rows"]} == {
        ("acme-dev", "eu-west-1"),
        ("acme-dev-eu", "eu-west-2"),
    }
    (failed,) = told["failed"]
    assert {place["region"] for place in failed["places"]} == {"us-east-1"}
    assert "may not perform" in failed["reason"]
    shown = command("aws", "run", "logs:DescribeLogGroups", *where)
    assert shown.status == 0
    assert "web" in shown.out
    assert "us-east-1" in shown.err


def test_the_command_refuses_changes_and_unknown_accounts(moto_server: Moto, command: Command) -> None:
    where = ("--accounts", "acme-dev", "--regions", "eu-west-1,us-east-1")
    ran = command("aws", "run", "logs:CreateLogGroup", "--param", "logGroupName=x", *where)
    assert ran.status == 1
    assert "Nobody was there to agree" in ran.err
    assert ran.out.count("refused") == 2
    assert command("aws", "run", "logs:DescribeLogGroups", "--accounts", "staging").status == 1
    both = command("aws", "run", "logs:DescribeLogGroups", "--regions", "all", "--region", "eu-west-1")
    assert both.status == 2
    nowhere = command("aws", "run", "logs:DescribeLogGroups", "--regions", "eu-west-9", "--accounts", "acme-dev")
    assert nowhere.status == 1
    assert "eu-west-9" in nowhere.err
