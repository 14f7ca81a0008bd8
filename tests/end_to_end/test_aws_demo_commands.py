"""``baton aws run`` and ``baton audit`` against the demo account, as a script would use them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

import pytest

from app.bootstrap import build_application
from app.cli.context import CommandContext
from app.cli.main import run
from app.system.paths import Paths
from tests.aws_fixtures import Person, nobody, yes


def baton(arguments: Sequence[str], person: Person) -> int:
    return run(list(arguments), CommandContext(build_application, person))


@pytest.mark.usefixtures("whole_home")
def test_read_refuse_agree_and_look_it_up_in_the_log(capsys: pytest.CaptureFixture[str]) -> None:
    assert baton(["aws", "run", "--json", "s3:ListBuckets"], Person()) == 0
    told = capsys.readouterr()
    listed = json.loads(told.out)
    assert told.err == ""
    assert (listed["risk"], listed["state"], listed["decision"]) == ("read", "done", "policy")
    assert (listed["account"], listed["region"]) == ("demo", "eu-west-1")
    assert {"service": "s3", "operation": "ListBuckets"}.items() <= listed.items()
    assert len(listed["result"]["Buckets"]) == len(listed["table"]["rows"])

    secret = ["aws", "run", "--json", "secretsmanager:GetSecretValue", "--param", "SecretId=prod/orders-db"]
    assert baton(secret, Person([nobody])) == 1
    told = capsys.readouterr()
    assert json.loads(told.out)["state"] == "refused"
    assert told.err.count("\n") == 1
    assert baton(secret, Person([yes])) == 0
    assert "demo-not-a-real-password" in json.loads(capsys.readouterr().out)["result"]["SecretString"]

    assert baton(["aws", "run", "--dry-run", "s3:DeleteBucket", "--param", "Bucket=acorn-old-site-2019"], Person()) == 0
    assert "Nothing was sent" in capsys.readouterr().out

    assert baton(["audit", "--json"], Person()) == 0
    log = capsys.readouterr().out
    steps = [(entry["what"], entry["data"]["operation"]) for entry in json.loads(log)["entries"]]
    assert steps[:3] == [(what, "s3:ListBuckets") for what in ("proposed", "decided", "done")]
    assert "demo-not-a-real-password" not in log
    assert baton(["audit", "verify"], Person()) == 0
    capsys.readouterr()

    assert baton(["audit", "undo", "1"], Person()) == 1
    assert capsys.readouterr().err == "baton: That only read something, so there is nothing to undo.\n"
    assert baton(["audit", "undo", "999"], Person()) == 1
    assert "has no entry '999'" in capsys.readouterr().err

    database = Paths.find().database
    with sqlite3.connect(database) as connection:
        triggers = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]
        for name in triggers:
            connection.execute(f'DROP TRIGGER "{name}"')
        connection.execute("UPDATE audit SET data = replace(data, 'demo', 'prod') WHERE number = 2")
    connection.close()
    assert baton(["audit", "verify"], Person()) == 1
    assert "Entry 2" in capsys.readouterr().err


WRONG: tuple[tuple[list[str], int, str], ...] = (
    (["s3ListBuckets"], 2, "service:Operation"),
    (["s3:ListBukets"], 1, "ListBuckets"),
    (["s3:ListBuckets", "--aws", "no-such"], 1, "no-such"),
    (["s3:ListBuckets", "--region", "eu-west-99"], 1, "eu-west-99"),
    (["s3:CreateBucket"], 1, "Bucket"),
    (["s3:CreateBucket", "--param", "Bucket"], 2, "NAME=JSON"),
    (["s3:CreateBucket", "--input", "/nonexistent.json"], 2, "nonexistent"),
)


@pytest.mark.usefixtures("whole_home")
def test_wrong_usage_is_one_line_on_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments, status, words in WRONG:
        assert baton(["aws", "run", *arguments], Person([yes])) == status, arguments
        told = capsys.readouterr()
        assert told.out == ""
        assert words in told.err
        assert told.err.count("\n") == 1


def test_a_group_without_a_command_shows_its_help_line_by_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert baton(["aws", "policy"], Person()) == 2
    assert any(line.split()[:1] == ["trust"] for line in capsys.readouterr().err.splitlines())


@pytest.mark.parametrize("command", [["aws", "run"], ["playbooks", "run"]])
def test_examples_in_the_help_keep_their_lines(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert baton([*command, "--help"], Person()) == 0
    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith(f"  baton {' '.join(command)} ")]
    assert len(lines) >= 2
