"""The measure of finding: it measures what it says, each with its goal."""

from __future__ import annotations

from app.aws.bench.finding import measure_finding


def test_every_figure_of_the_issue_is_measured_with_its_goal() -> None:
    figures = {figure.name: figure for figure in measure_finding(rounds=1)}
    assert {figure.goal for figure in figures.values()} == {5.0, 120.0, 50.0, None}
    assert all(figure.value > 0 for figure in figures.values())
