"""``baton audit export`` and ``undo``, and consent to plans on the terminal."""

from __future__ import annotations

import csv
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.cli.consent import TerminalConsent
from app.domain.aws import Approval, AuditEntry
from app.services.audit_files import AuditFormat, audit_text
from tests.aws_fixtures import GateWorld, Person, none


def entry(**data: object) -> AuditEntry:
    return AuditEntry(
        number=1,
        at=datetime(2026, 11, 1, tzinfo=UTC),
        what="done",
        action_id="a" * 32,
        data=data,
        previous="",
        digest="d" * 64,
    )


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_a_spreadsheet_runs_no_formula_from_the_log(tmp_path: Path, start: str) -> None:
    text = audit_text([entry(operation="s3:ListBuckets", error=f"{start}HYPERLINK(1)")], AuditFormat.CSV)
    file = tmp_path / "log.csv"
    file.write_text(text, encoding="utf-8")
    with file.open(encoding="utf-8", newline="") as lines:
        (row,) = csv.DictReader(lines)
    assert row["error"].startswith("'")


def test_json_leaves_nothing_out() -> None:
    told = json.loads(audit_text([entry(parameters={"Bucket": "é"}, plan=None)], AuditFormat.JSON))
    assert told["entries"][0]["data"] == {"parameters": {"Bucket": "é"}, "plan": None}
    assert told["entries"][0]["digest"] == "d" * 64


PLAN = (
    ("s3:CreateBucket", {"Bucket": "team-logs-2026"}),
    ("s3:DeleteBucket", {"Bucket": "old-logs"}),
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("old-logs", Approval.ALL),
        ("yes", Approval.NONE),
        ("", Approval.NONE),
        ("Old-Logs", Approval.NONE),
        ("each", Approval.EACH),
    ],
)
async def test_a_plan_is_shown_whole_on_the_terminal_and_wants_its_text(
    world: GateWorld,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    typed: str,
    expected: Approval,
) -> None:
    person = Person(plan_answer=none)
    await world.submit_plan(person, *PLAN)
    monkeypatch.setattr("click.prompt", lambda *_args, **_more: typed)
    answer = await TerminalConsent(interactive=True).ask_plan(person.plans[0])
    assert answer.approval is expected
    shown = capsys.readouterr().err
    assert "1. Create the S3 bucket “team-logs-2026”" in shown
    assert "2. Delete the S3 bucket “old-logs”" in shown
    assert "Proposed by script" in shown


async def test_where_nobody_can_answer_a_plan_is_refused(world: GateWorld) -> None:
    run = await world.submit_plan(TerminalConsent(interactive=False), *PLAN)  # type: ignore[arg-type]  # who is asked
    assert not world.calls
    assert {str(action.decision) for action in run.actions} == {"nobody-there"}
