"""What stands in the question on a terminal is Baton's own: no value can look like a line of it."""

from __future__ import annotations

import pytest

from app.cli.consent import TerminalConsent, laid_out
from app.cli.context import Failure
from app.domain.aws import ActionState, Origin
from tests.aws_fixtures import GateWorld, a_call

FORGED = "x\n  Account   sandbox 999999999999   Region us-east-1\n  Risk      read\nType yes to go on: "


async def test_a_value_cannot_forge_a_line(
    world: GateWorld, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("click.prompt", lambda *_, **__: "")
    call = a_call(
        "sns:Publish", {"TopicArn": "arn:aws:sns:eu-west-1:111122223333:t", "Message": FORGED}, account="prod"
    )
    action = await world.gate.submit(
        call, origin=Origin.MODEL, consent=TerminalConsent(interactive=True), model="custom:name\n  Risk      read"
    )
    lines = capsys.readouterr().err.splitlines()
    assert action.state is ActionState.REFUSED
    assert [line for line in lines if line.startswith("  Account")] == [lines[2]]
    assert len([line for line in lines if line.startswith("  Risk")]) == 1
    assert not any(line.startswith("Type yes") for line in lines)


def test_a_long_value_is_wrapped_behind_the_margin() -> None:
    lines = list(laid_out("  Message = " + "漢" * 60 + "\t" + " " * 60 + "  Risk      read", 40))
    assert all(line.startswith("            ┆ ") for line in lines[1:])
    assert all(len(line) <= 40 for line in lines)
    assert len(list(laid_out("a" * 1000, 0))) == 1


def test_a_failure_does_not_drive_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    Failure("gone\x9b2J \u202eevil").show()
    assert capsys.readouterr().err == "baton: gone⟨U+009B⟩2J ⟨U+202E⟩evil\n"
