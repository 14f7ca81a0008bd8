"""How often the recogniser is right, on sentences with hand-written expectations, and that it cannot become worse.

A sentence's hash decides whether it is held out (four in ten are): the recogniser is tuned on the others alone.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.aws.recogniser import OfflineRecogniser
from app.domain.aws import Recognition, Risk
from tests.plan_causes import causes, read_as_told
from tests.plan_scoring import right_operation, wholly_right

_DATA = Path(__file__).resolve().parent.parent / "data"
_FILE = Path(__file__).resolve().parent.parent / "data" / "aws_plan.jsonl"


@dataclass(frozen=True)
class Score:
    asking: int
    operations: int
    exact: int
    silent: int
    false_actions: tuple[str, ...]
    wrongly_destructive: tuple[str, ...]


def rows(held_out: bool) -> list[Mapping[str, object]]:
    found = [json.loads(line) for line in _FILE.read_text(encoding="utf-8").splitlines()]
    return [row for row in found if is_held_out(row["text"]) is held_out]


def is_held_out(text: str) -> bool:
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % 10 >= 6


def named(found: Recognition) -> tuple[str | None, str | None]:
    return (None, None) if found.operation is None else (found.operation.service, found.operation.operation)


def score(recogniser: OfflineRecogniser, held_out: bool) -> Score:
    operations = exact = asking = silent = 0
    false_actions, destructive = [], []
    for row in rows(held_out):
        found = recogniser.recognise(str(row["text"]))
        right = named(found) == (row["service"], row["operation"])
        if found.risk is Risk.DESTRUCTIVE and not right:
            destructive.append(str(row["text"]))
        if row["service"] is None:
            silent += 1
            if found.operation is not None:
                false_actions.append(str(row["text"]))
            continue
        asking += 1
        operations += right
        got = (dict(found.parameters), list(found.missing), found.region)
        exact += right and got == (row["parameters"], row["missing"], row["region"])
    return Score(asking, operations, exact, silent, tuple(false_actions), tuple(destructive))


def test_the_sentences_cover_what_they_claim() -> None:
    every = rows(True) + rows(False)
    asking = [row for row in every if row["service"] is not None]
    assert len(every) >= 300
    assert len({row["service"] for row in asking}) >= 45
    assert len(every) - len(asking) >= 60
    assert sum(1 for row in asking if len(row["parameters"]) > 1) >= 40  # type: ignore[arg-type]  # JSON


@pytest.mark.parametrize(
    ("held_out", "operations", "exact", "false_share"), [(False, 0.98, 0.96, 0.03), (True, 0.93, 0.91, 0.06)]
)
def test_accuracy_stays_above_its_floor(
    recogniser: OfflineRecogniser, held_out: bool, operations: float, exact: float, false_share: float
) -> None:
    reached = score(recogniser, held_out)
    assert reached.operations / reached.asking >= operations, reached
    assert reached.exact / reached.asking >= exact, reached
    assert len(reached.false_actions) / reached.silent <= false_share, reached.false_actions


@pytest.mark.parametrize("held_out", [False, True])
def test_nothing_destructive_is_ever_read_into_another_request(recogniser: OfflineRecogniser, held_out: bool) -> None:
    assert score(recogniser, held_out).wrongly_destructive == ()


def _asked_for(row: Mapping[str, object], found: Recognition) -> bool:
    """Whether the operation is one that the sentence asks for, first or in a later step."""
    steps = row.get("steps")
    wanted = [row, *(steps if isinstance(steps, list) else [])]
    return any(named(found) == (one["service"], one["operation"]) for one in wanted)


def terse_score(recogniser: OfflineRecogniser, half: str) -> dict[str, float]:
    """Totals over one half of the terse sentences. The held one's sentences are to be seen by nobody who tunes."""
    lines = (_DATA / f"aws_plan_terse_{half}.jsonl").read_text(encoding="utf-8").splitlines()
    found = [(row, recogniser.recognise(row["text"])) for row in map(json.loads, lines)]
    asking = [(row, one) for row, one in found if row["service"] is not None]
    return {
        "operations": sum(right_operation(row, one) for row, one in asking) / len(asking),
        "whole": sum(wholly_right(row, one) for row, one in asking) / len(asking),
        "false_actions": sum(row["service"] is None and one.operation is not None for row, one in found),
        "wrongly_destructive": sum(one.risk is Risk.DESTRUCTIVE and not _asked_for(row, one) for row, one in found),
    }


@pytest.mark.parametrize(
    ("half", "operations", "whole", "false_actions", "destructive"),
    [
        ("dev", 0.93, 0.8, 0, 0),
        ("dev2", 0.84, 0.75, 0, 0),
        ("dev3", 0.92, 0.84, 0, 0),
        ("dev4", 0.7, 0.56, 0, 0),
        ("held", 0.68, 0.48, 0, 0),
        ("final", 0.73, 0.56, 0, 0),
    ],
    # where it stands; the goals are 0.85, 0.75, none and none
)
def test_terse_sentences_are_understood_as_well_as_before(
    recogniser: OfflineRecogniser, half: str, operations: float, whole: float, false_actions: int, destructive: int
) -> None:
    reached = terse_score(recogniser, half)
    assert reached["operations"] >= operations, reached
    assert reached["whole"] >= whole, reached
    assert reached["false_actions"] <= false_actions, reached
    assert reached["wrongly_destructive"] <= destructive, reached


@pytest.mark.parametrize(
    ("name", "held_out", "floor"),  # the goal for sentences that nobody tuned by is 0.9
    [
        ("aws_plan.jsonl", False, 0.98),
        ("aws_plan.jsonl", True, 0.97),
        ("aws_plan_terse_dev.jsonl", None, 0.9),
        ("aws_plan_terse_dev4.jsonl", None, 0.74),
        ("aws_plan_terse_held.jsonl", None, 0.66),
    ],
)
def test_calls_are_filled_as_well_as_before_when_the_operation_is_told(
    recogniser: OfflineRecogniser, name: str, held_out: bool | None, floor: float
) -> None:
    every = [json.loads(line) for line in (_DATA / name).read_text(encoding="utf-8").splitlines()]
    told = [row for row in every if row["service"] is not None and held_out in {None, is_held_out(row["text"])}]
    wrong = Counter(cause for row in told for cause in causes(row, read_as_told(recogniser, row)))
    exact = sum(not causes(row, read_as_told(recogniser, row)) for row in told) / len(told)
    assert exact >= floor, (exact, wrong)
