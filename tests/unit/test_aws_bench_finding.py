"""The measure of finding: it measures what it says, each with its goal."""

from __future__ import annotations

from pathlib import Path

from app.aws.bench.finding import measure_finding
from app.bootstrap import worker_command


def test_every_figure_of_the_issue_is_measured_with_its_goal(tmp_path: Path) -> None:
    figures = {figure.name: figure for figure in measure_finding(tmp_path, worker_command("aws-index"), rounds=1)}
    assert len(list(tmp_path.glob("*.sqlite"))) == 1  # built once, for whoever measures on
    assert {figure.goal for figure in figures.values()} == {5.0, 120.0, 50.0, None}
    assert all(figure.value > 0 for figure in figures.values())
