"""What stands in the question on a terminal is Baton's own: no value can look like a line of it."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator

import pytest

from app.cli.consent import TerminalConsent, laid_out
from app.cli.context import Failure
from app.domain.aws import ActionState, Origin, Plan, PlanState
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


class Terminal:
    """A terminal whose person has typed something already, and goes on typing the same until somebody hears it."""

    def __init__(self, keyboard: int) -> None:
        self._keyboard = keyboard
        self._over = threading.Event()
        self._typing: threading.Thread | None = None

    def typed(self, text: str, *, then: str) -> None:
        os.write(self._keyboard, text.encode())
        self._typing = threading.Thread(target=self._type, args=(then.encode(),))
        self._typing.start()

    def _type(self, text: bytes) -> None:
        while not self._over.wait(0.2):
            os.write(self._keyboard, text)

    def close(self) -> None:
        self._over.set()
        if self._typing is not None:
            self._typing.join()


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    terminal = Terminal(ours)
    with os.fdopen(theirs, "r", encoding="utf-8") as typed:
        monkeypatch.setattr("sys.stdin", typed)
        yield terminal
        terminal.close()
    os.close(ours)


@pytest.mark.parametrize(("then", "state"), [("\n", ActionState.REFUSED), ("yes\n", ActionState.DONE)])
async def test_what_was_typed_before_the_question_is_no_answer_to_it(
    world: GateWorld, terminal: Terminal, then: str, state: ActionState
) -> None:
    terminal.typed("yes\nyes\n", then=then)
    call = a_call("s3:CreateBucket", {"Bucket": "team-logs-2026"}, account="prod")
    action = await world.gate.submit(call, origin=Origin.COMMAND, consent=TerminalConsent(interactive=True))
    assert action.state is state


async def test_nor_is_it_one_to_the_question_about_a_plan(world: GateWorld, terminal: Terminal) -> None:
    terminal.typed("yes\n", then="\n")
    call = a_call("s3:CreateBucket", {"Bucket": "team-logs-2026"}, account="prod")
    run = await world.gate.submit_plan(
        Plan(calls=(call,)), origin=Origin.COMMAND, consent=TerminalConsent(interactive=True)
    )
    assert run.state is PlanState.REFUSED
