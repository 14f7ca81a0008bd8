"""Playbooks as they ship, run on the demo account: what they find, what they offer, and that nothing runs by itself."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from app.aws.demo.account import DemoAccount
from app.bootstrap import build_application
from app.domain.aws import Action, ActionState, Call, OperationId, Origin, Place
from app.domain.errors import NotFoundError, UsageError
from app.domain.playbooks import PlaybookReport, Severity
from app.services.application import Application
from app.services.nobody import Nobody
from app.services.playbooks.service import Progress, fix_titles
from app.system.paths import Paths
from tests.application_fixtures import Answering
from tests.window_fixtures import Command

SHIPPED = Path(__file__).parents[2] / "resources" / "playbooks"
NAMES = sorted(path.stem for path in SHIPPED.glob("*.yaml"))
HERE = Place(account="demo", region="eu-west-1")


async def test_every_playbook_that_ships_can_be_used(app: Application) -> None:
    listing = await app.playbooks.listing()
    assert not listing.problems
    assert sorted(playbook.name for playbook in listing.playbooks) == NAMES
    wanted = """unattached-volumes idle-instances public-buckets open-security-groups users-without-mfa old-access-keys
        untagged-resources unencrypted-volumes expiring-certificates cost-by-service alarms-firing changed-today"""
    assert set(wanted.split()) <= set(NAMES)


async def test_a_list_of_them_says_what_they_are_whether_they_can_be_run_or_not(app: Application) -> None:
    write(app, "mine.yaml", GOOD.replace("Buckets", "Mine"))
    write(app, "broken.yaml", "- one")
    write(app, "list.yaml", "[1, 2]")
    heads = await app.playbooks.heads()
    assert {head.name for head in heads} == {*NAMES, "mine", "broken", "list"}
    assert next(head for head in heads if head.name == "mine").title == "Mine"
    assert next(head for head in heads if head.name == "broken").title == "broken"
    assert [head.topic for head in heads] == sorted(head.topic for head in heads)


async def run(app: Application, name: str, **more: object) -> PlaybookReport:
    progress = more.get("progress")
    assert progress is None or callable(progress)
    return await app.playbooks.run(
        await app.playbooks.playbook(name), [HERE], consent=Nobody(), progress=progress or (lambda _: None)
    )


FOUND = (
    ("unattached-volumes", 1, Severity.LOW),
    ("public-buckets", 1, Severity.HIGH),
    ("open-security-groups", 1, Severity.HIGH),
    ("old-access-keys", 1, Severity.MEDIUM),
    ("alarms-firing", 1, Severity.HIGH),
    ("unencrypted-volumes", 1, Severity.MEDIUM),
    ("idle-instances", 1, Severity.LOW),
    ("cost-by-service", 5, Severity.INFO),
)


async def test_it_finds_what_is_there(app: Application) -> None:
    for name, least, severity in FOUND:
        report = await run(app, name)
        assert not report.failures, report.failures
        assert len(report.findings) >= least, name
        assert report.findings[0].severity is severity
        assert all(len(row) == len(report.table.columns) for row in report.table.rows)
        assert report.looked_at >= len(report.findings)


async def test_every_playbook_runs_to_its_end(app: Application) -> None:
    for name in NAMES:
        if name != "changed-today":
            report = await run(app, name)
            assert not report.failures, (name, report.failures)
            assert all(any(finding.cells) for finding in report.findings)


async def test_what_the_account_cannot_do_is_told(app: Application) -> None:
    report = await run(app, "changed-today")  # moto has no LookupEvents
    assert not report.findings
    assert "demo account" in report.failures[0].error
    assert "1 could not be looked at" in report.sentence


async def test_a_user_with_a_password_and_no_device_is_found_and_one_with_a_device_is_not(app: Application) -> None:
    yes = Answering()
    for operation, parameters in (
        ("CreateUser", {"UserName": "mfa-none"}),
        ("CreateLoginProfile", {"UserName": "mfa-none", "Password": "A-long-1-passphrase!"}),
        ("CreateUser", {"UserName": "mfa-robot"}),
    ):
        call = Call(id=OperationId("iam", operation), parameters=parameters, account="demo", region="eu-west-1")
        done = await app.aws.gate.submit(call, origin=Origin.PERSON, consent=yes)
        assert done.state is ActionState.DONE, done.error
    report = await run(app, "users-without-mfa")
    users = [finding.cells[0] for finding in report.findings]
    assert "mfa-none" in users
    assert "mfa-robot" not in users, "it has no password, so it cannot sign in to the console"


async def test_a_fix_is_asked_about_and_mends(app: Application) -> None:
    report = await run(app, "public-buckets")
    finding = report.findings[0]
    assert fix_titles([finding]) == ["Block public access"]
    refusing, agreeing = Answering(grant=False), Answering()
    refused = await app.playbooks.fix(finding.fixes, consent=refusing)
    assert isinstance(refused, Action)
    assert refused.state is ActionState.REFUSED
    assert finding.cells[0] in refusing.asked[0].sentence or finding.cells[0] in str(refusing.asked[0].call.parameters)
    assert len((await run(app, "public-buckets")).findings) == len(report.findings)
    done = await app.playbooks.fix(finding.fixes, consent=agreeing)
    assert done.state is ActionState.DONE
    left = [one.cells[0] for one in (await run(app, "public-buckets")).findings]
    assert finding.cells[0] not in left


async def test_several_fixes_are_one_plan(app: Application) -> None:
    report = await run(app, "unattached-volumes")
    fix = next(fix for fix in report.findings[0].fixes if len(fix.calls) == 2)
    assert [call.id.operation for call in fix.calls] == ["CreateSnapshot", "DeleteVolume"]
    done = await app.playbooks.fix([fix], consent=Answering())
    assert done.state.value == "done", done
    volumes = [one.cells[0] for one in (await run(app, "unattached-volumes")).findings]
    assert report.findings[0].cells[0] not in volumes


async def test_too_many_fixes_at_once_are_refused_before_anything_is_asked(app: Application) -> None:
    report = await run(app, "unattached-volumes")
    asked = Answering()
    with pytest.raises(UsageError, match="25 is the most"):
        await app.playbooks.fix([report.findings[0].fixes[0]] * 26, consent=asked)
    assert not asked.asked


async def test_it_looks_in_every_place_and_once_where_the_account_is_one(app: Application) -> None:
    places = await app.playbooks.places(["demo"], ["eu-west-1", "us-east-1"])
    assert [place.region for place in places] == ["eu-west-1", "us-east-1"]
    volumes = await app.playbooks.run(await app.playbooks.playbook("unattached-volumes"), places, consent=Nobody())
    assert volumes.places == 2
    buckets = await app.playbooks.run(await app.playbooks.playbook("public-buckets"), places, consent=Nobody())
    assert buckets.places == 1
    assert len({finding.cells for finding in buckets.findings}) == len(buckets.findings)


async def test_progress_goes_up_to_the_end(app: Application) -> None:
    told: list[Progress] = []
    await run(app, "public-buckets", progress=told.append)
    assert told[-1].done == told[-1].known > 3
    assert [one.done for one in told] == sorted(one.done for one in told)


async def test_reads_need_consent_where_the_person_set_it_so(app: Application) -> None:
    await app.settings.change({"aws_run_reads": False})
    report = await run(app, "unattached-volumes")
    assert not report.findings
    assert "Nobody was there" in report.failures[0].error


def write(app: Application, name: str, text: str | bytes) -> None:
    folder = Path(app.playbooks.own_folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())


GOOD = """
title: Buckets
reach: global
reads:
  buckets: {call: s3:ListBuckets}
rows: buckets.Buckets
columns: {Bucket: item.Name, Costs: "'$'"}
"""


async def test_ones_own_playbook_counts_and_takes_the_place_of_one_that_ships(app: Application) -> None:
    write(app, "mine.yaml", GOOD)
    write(app, "public-buckets.yaml", GOOD)
    report = await run(app, "mine")
    assert len(report.findings) >= 6
    assert not (await app.playbooks.playbook("public-buckets")).is_shipped
    assert len((await run(app, "public-buckets")).findings) == len(report.findings)


BROKEN = {
    "no-yaml.yaml": "title: [",
    "no-mapping.yaml": "- one",
    "no-utf8.yaml": b"title: \xff\xfe",
    "huge.yaml": "# " + "x" * 70_000,
    "aliases.yaml": "a: &a [1]\nb: *a\n" + GOOD,
    "twice.yaml": GOOD + "title: again\n",
    "a-tag.yaml": "!!python/object/apply:os.system ['true']",
    "no-title.yaml": GOOD.replace("title: Buckets", "title: ''"),
    "unknown-key.yaml": GOOD + "evil: true\n",
    "unknown-operation.yaml": GOOD.replace("s3:ListBuckets", "s3:ListEverything"),
    "another-spelling.yaml": GOOD.replace("s3:ListBuckets", "s3:listbuckets"),
    "a-change.yaml": GOOD.replace("s3:ListBuckets", "s3:DeleteBucket"),
    "bad-expression.yaml": GOOD.replace("item.Name", "item.[[[Name"),
    "bad-parameter.yaml": GOOD.replace("s3:ListBuckets", 's3:ListBuckets, parameters: {Prefix: "$a.[[["}'),
    "bad-reach.yaml": GOOD.replace("global", "galaxy"),
    "no-columns.yaml": GOOD.replace("columns: {Bucket: item.Name, Costs: \"'$'\"}", "columns: {}"),
    "columns-list.yaml": GOOD.replace("columns: {Bucket: item.Name, Costs: \"'$'\"}", "columns: [a]"),
    "reads-text.yaml": GOOD.replace("{call: s3:ListBuckets}", "s3:ListBuckets"),
    "empty-fix.yaml": GOOD + "fixes: [{title: x, calls: []}]\n",
    "fix-unknown.yaml": GOOD + "fixes: [{title: x, calls: [{call: s3:Nothing}]}]\n",
    "deep.yaml": "a: " + "[" * 5_000 + "]" * 5_000,
}


@pytest.mark.parametrize("name", BROKEN)
async def test_a_broken_file_is_named_and_the_others_can_be_used(app: Application, name: str) -> None:
    write(app, name, BROKEN[name])
    listing = await app.playbooks.listing()
    assert len(listing.playbooks) == len(NAMES)
    stem = name.removesuffix(".yaml")
    assert any(stem in problem for problem in listing.problems), listing.problems
    with pytest.raises((UsageError, NotFoundError)):
        await app.playbooks.playbook(stem)


async def test_an_expression_that_does_not_fit_the_data_is_told(app: Application) -> None:
    write(app, "unfit.yaml", GOOD.replace("item.Name", "abs(item.Name)"))
    report = await run(app, "unfit")
    assert not report.findings
    assert "does not fit" in report.failures[0].error
    assert report.failures[0].count >= 6


def test_the_command_lists_runs_and_mends(
    command: Command,
) -> None:
    listed = command("playbooks", "list", "--json")
    assert listed.status == 0
    assert {item["name"] for item in json.loads(listed.out)["playbooks"]} == set(NAMES)
    found = command("playbooks", "run", "open-security-groups", "--aws", "demo", "--json")
    assert found.status == 0, found.err
    assert json.loads(found.out)["findings"][0]["severity"] == "high"
    table = command("playbooks", "run", "open-security-groups", "--aws", "demo", "--csv")
    assert table.out.splitlines()[0].startswith("Severity,Account,Region,Group")
    alone = command("playbooks", "run", "unattached-volumes", "--aws", "demo", "--fix", "Delete the volume")
    assert alone.status == 1, "nobody is there to agree"
    assert "Nobody" in alone.err
    unknown = command("playbooks", "run", "nothing-like-it", "--aws", "demo")
    assert unknown.status == 1
    assert "There is no playbook" in unknown.err


@pytest.fixture
async def app(paths: Paths, demo: DemoAccount) -> AsyncIterator[Application]:
    built = build_application(paths=paths, demo=demo)
    yield built
    await built.aclose()


async def test_one_no_is_enough_where_reads_are_asked_about(app: Application) -> None:
    await app.settings.change({"aws_run_reads": False})
    person = Answering(grant=False)
    places = [HERE, Place(account="demo", region="us-east-1"), Place(account="demo", region="eu-central-1")]
    report = await app.playbooks.run(await app.playbooks.playbook("unattached-volumes"), places, consent=person)
    assert len(person.asked) == 1
    assert len(report.failures) == len(places)
