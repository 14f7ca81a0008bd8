"""``baton aws find`` and ``baton aws explain``: contract.md's JSON, streams, exit statuses and narrow terminals."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from click.testing import CliRunner, Result

from app.aws.catalogue.catalogue import BotocoreCatalogue
from app.bootstrap import build_application
from app.cli.aws_find import explain, find
from app.cli.consent import TerminalConsent
from app.cli.context import CommandContext
from app.services.application import Application
from app.system.keyring import MemorySecretStore
from app.system.paths import Paths

Run = Callable[..., Result]


@pytest.fixture
def run(paths: Paths) -> Run:
    """Runs a command over the whole application."""

    def build() -> Application:
        return build_application(paths=paths, environ={}, secrets=MemorySecretStore())

    def invoke(command: Any, *arguments: str, stdin: str = "", columns: int = 100) -> Result:
        context = CommandContext(build, TerminalConsent())
        return CliRunner(env={"COLUMNS": str(columns)}).invoke(command, arguments, obj=context, input=stdin)

    return invoke


def lines(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_find_answers_with_the_agreed_members(run: Run) -> None:
    result = run(find, "--json", "--limit", "3", "list buckets")
    assert result.exit_code == 0
    (answer,) = lines(result)
    assert set(answer) == {"query", "matches"}
    assert answer["query"] == "list buckets"
    assert len(answer["matches"]) == 3
    assert set(answer["matches"][0]) == {"service", "operation", "score", "summary"}
    assert (answer["matches"][0]["service"], answer["matches"][0]["operation"]) == ("s3", "ListBuckets")


def test_find_reads_one_text_a_line(run: Run) -> None:
    result = run(find, "-", stdin='list buckets\n" OR *\nterminate instances\n')
    assert result.exit_code == 0
    assert [answer["query"] for answer in lines(result)] == ["list buckets", '" OR *', "terminate instances"]


def test_find_in_words_names_operations_and_says_when_nothing_fits(run: Run) -> None:
    assert run(find, "list buckets").stdout.startswith("s3:ListBuckets\n")
    nothing = run(find, "?!")
    assert nothing.exit_code == 0
    assert nothing.stdout == ""
    assert "No operation fits" in nothing.stderr


def test_find_refuses_a_limit_of_nothing(run: Run) -> None:
    assert run(find, "--limit", "0", "x").exit_code == 2


def test_explain_answers_with_the_agreed_members(run: Run) -> None:
    result = run(explain, "--json", "ec2:TerminateInstances")
    assert result.exit_code == 0
    (answer,) = lines(result)
    assert list(answer) == ["service", "operation", "risk", "reasons", "iam_actions", "required", "summary"]
    assert answer["risk"] == "destructive"
    assert answer["required"] == ["InstanceIds"]
    assert answer["iam_actions"] == ["ec2:TerminateInstances"]
    assert "IAM calls ec2:TerminateInstances Write." in answer["reasons"]


def test_explain_fails_in_one_line_with_the_nearest_names(run: Run) -> None:
    result = run(explain, "s3:ListBucket")
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "s3:ListBuckets" in result.stderr
    assert run(explain, "no-operation").exit_code != 0


def test_a_stream_answers_every_line_and_fails_at_its_end(run: Run) -> None:
    result = run(explain, "--json", "-", stdin="s3:ListBuckets\nfoo:Bar\nnonsense\n\nsqs:PurgeQueue\n")
    assert result.exit_code == 1
    answers = lines(result)
    assert [answer["service"] for answer in answers] == ["s3", "foo", "nonsense", "sqs"]
    assert [set(answer) == {"service", "operation", "error"} for answer in answers] == [False, True, True, False]
    assert "2 lines name no AWS operation" in result.stderr


def test_a_stream_of_all_operations_is_answered_whole(run: Run, catalogue: BotocoreCatalogue) -> None:
    asked = [str(id) for id in catalogue.operations()]
    result = run(explain, "--json", "-", stdin="\n".join(asked))
    assert result.exit_code == 0
    answers = lines(result)
    assert [f"{answer['service']}:{answer['operation']}" for answer in answers] == asked
    assert {answer["risk"] for answer in answers} == {"read", "sensitive-read", "write", "permissions", "destructive"}


@pytest.mark.parametrize("columns", [1, 30, 80, 400])
@pytest.mark.parametrize("operation", ["ec2:RunInstances", "wafv2:CreateWebACL", "sts:GetCallerIdentity"])
def test_explain_in_words_keeps_to_the_terminal(run: Run, operation: str, columns: int) -> None:
    result = run(explain, operation, columns=columns)
    assert result.exit_code == 0
    assert operation in result.stdout
    assert "Risk" in result.stdout
    if columns >= 30:
        assert max(len(line) for line in result.stdout.splitlines()) <= min(columns, 100)
