"""The measurement of what a delta costs: both sides of every pair read the same stream to its end."""

from __future__ import annotations

from app.providers.bench.measure import measure_deltas


def test_each_protocol_is_measured_beside_its_sdk_alone() -> None:
    figures = {figure.name: figure for figure in measure_deltas(deltas=30, rate=100_000, rounds=1)}
    for protocol in ("Anthropic", "OpenAI Responses", "chat completions"):
        spent = figures[f"processor time a delta, socket to event, {protocol}"]
        beside = figures[f"the same beside its SDK alone, {protocol}"]
        assert (spent.unit, spent.goal) == ("ms", 0.15)
        assert (beside.unit, beside.goal) == ("x", 1.1)
        assert spent.value > 0
        assert beside.value > 0
