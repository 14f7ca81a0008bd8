"""The policy file at the gate, with the demo account behind it: what it denies is not sent, what it allows is."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from app.aws.demo.account import DemoAccount
from app.bootstrap import build_application
from app.cli.aws_run import run as run_command
from app.cli.consent import TerminalConsent
from app.cli.context import CommandContext
from app.services.application import Application
from app.system.keyring import MemorySecretStore
from app.system.paths import Paths

Run = Callable[..., Result]
RULES = """\
[[rules]]
name = "no buckets"
verdict = "deny"
operations = ["s3api create-bucket"]

[[rules]]
name = "queues"
verdict = "allow"
accounts = ["demo"]
services = ["sqs"]
risks = ["write"]

# end of policy
"""


@pytest.fixture
def run(paths: Paths, demo: DemoAccount) -> Run:
    """``baton aws run`` in the demo account, where nobody can answer."""
    paths.policy_file.parent.mkdir(parents=True, exist_ok=True)
    paths.policy_file.write_text(RULES)

    def build() -> Application:
        return build_application(paths=paths, environ={}, secrets=MemorySecretStore(), demo=demo)

    def invoke(operation: str, *parameters: str) -> Result:
        given = [part for parameter in parameters for part in ("--param", parameter)]
        arguments = ["--aws", "demo", "--region", "eu-west-1", "--json", operation, *given]
        context = CommandContext(build, TerminalConsent(interactive=False))
        return CliRunner().invoke(run_command, arguments, obj=context)

    return invoke


def test_the_policy_counts_at_the_gate(run: Run, paths: Paths) -> None:
    denied = run("s3:CreateBucket", "Bucket=not-wanted")
    assert denied.exit_code == 1
    assert "no buckets" in denied.output
    allowed = run("sqs:CreateQueue", "QueueName=wanted")
    assert allowed.exit_code == 0
    assert json.loads(allowed.stdout)["state"] == "done"
    asked = run("sns:CreateTopic", "Name=t")
    assert asked.exit_code == 1
    assert "Nobody was there" in asked.output

    paths.policy_file.write_text(RULES.replace('"deny"', '"dney"'))
    broken = run("sqs:CreateQueue", "QueueName=other")
    assert broken.exit_code == 1
    assert "Line 3" in broken.output
    assert "Nobody was there" in run("s3:ListBuckets").output  # even reads ask
