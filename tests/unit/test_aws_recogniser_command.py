"""``baton aws plan``: contract.md's JSON, one object a line for each line of stdin, and exit statuses."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from app.aws.demo.account import DemoAccount
from app.bootstrap import build_application
from app.cli.aws_plan import plan
from app.cli.consent import TerminalConsent
from app.cli.context import CommandContext
from app.services.application import Application
from app.system.keyring import MemorySecretStore
from app.system.paths import Paths

Run = Callable[..., Result]
PROMISED = {"query", "service", "operation", "parameters", "missing", "risk", "region", "confidence"}


@pytest.fixture
def run(paths: Paths, demo: DemoAccount) -> Run:
    """Runs the command over the whole application."""

    def build() -> Application:
        return build_application(paths=paths, environ={}, secrets=MemorySecretStore(), demo=demo)

    def invoke(*arguments: str, stdin: str = "") -> Result:
        return CliRunner().invoke(plan, arguments, obj=CommandContext(build, TerminalConsent()), input=stdin)

    return invoke


def test_json_has_the_agreed_members(run: Run) -> None:
    """The promised ones to the letter; others may come."""
    result = run("--json", "stop i-0abc12345678def90 in Ireland")
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    assert found.keys() >= PROMISED
    assert (found["service"], found["operation"], found["risk"]) == ("ec2", "StopInstances", "write")
    assert found["parameters"] == {"InstanceIds": ["i-0abc12345678def90"]}
    assert found["region"] == "eu-west-1"


def test_every_line_of_stdin_gets_an_object_empty_ones_too(run: Run) -> None:
    result = run("-", stdin="list my buckets\n\nhello\r\n")
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row["query"] for row in found] == ["list my buckets", "", "hello"]
    assert [row["service"] for row in found] == ["s3", None, None]
    assert all(row.keys() >= PROMISED for row in found)


def test_a_person_is_told_what_is_still_needed(run: Run) -> None:
    result = run("create a bucket")
    assert result.exit_code == 0
    assert "s3:CreateBucket" in result.stdout
    assert "still needed: Bucket" in result.stdout


def test_a_text_that_asks_nothing_is_no_failure(run: Run) -> None:
    result = run("what is the capital of France?")
    assert result.exit_code == 0
    assert "nothing of AWS" in result.stdout


def test_no_text_is_wrong_usage(run: Run) -> None:
    assert run().exit_code == 2
