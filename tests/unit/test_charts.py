"""Measurements over time: which answers are charts, what is drawn, and the same in words and rows."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.aws import OperationId
from app.services.charts import MOST_SERIES, Chart, ChartKind, chart_of

METRICS = OperationId("cloudwatch", "GetMetricData")
STATISTICS = OperationId("cloudwatch", "GetMetricStatistics")
COSTS = OperationId("ce", "GetCostAndUsage")


def chart(operation: OperationId, data: dict[str, object]) -> Chart:
    made = chart_of(operation, data)
    assert made is not None
    return made


def test_metric_data_is_a_line_for_each_metric_in_order_of_time() -> None:
    made = chart(
        METRICS,
        {
            "MetricDataResults": [
                {
                    "Id": "m1",
                    "Label": "web-1",
                    "Timestamps": ["2026-11-20T10:05:00+00:00", "2026-11-20T10:00:00+00:00"],
                    "Values": [20.5, 10],
                },
                {"Id": "m2", "Timestamps": ["2026-11-20T10:00:00+00:00"], "Values": [3.0]},
                {"Id": "empty", "Timestamps": [], "Values": []},
            ]
        },
    )
    ten = datetime(2026, 11, 20, 10, tzinfo=UTC).timestamp()
    assert made.kind is ChartKind.LINES
    assert [(one.name, one.points) for one in made.series] == [
        ("web-1", ((ten, 10.0), (ten + 300, 20.5))),
        ("m2", ((ten, 3.0),)),
    ]
    assert made.table.columns == ("Time", "web-1", "m2")
    assert made.table.rows == (("2026-11-20 10:00", "10", "3"), ("2026-11-20 10:05", "20.5", ""))
    assert "web-1: lowest 10, highest 20.5, last 20.5" in made.summary


def test_statistics_have_their_unit_and_a_line_each() -> None:
    made = chart(
        STATISTICS,
        {
            "Label": "CPUUtilization",
            "Datapoints": [
                {"Timestamp": "2026-11-20T11:00:00+00:00", "Average": 4.0, "Maximum": 9.0, "Unit": "Percent"},
                {"Timestamp": "2026-11-20T10:00:00+00:00", "Average": 2.0, "Maximum": 7.0, "Unit": "Percent"},
            ],
        },
    )
    assert made.unit == "%"
    assert [(one.name, one.values) for one in made.series] == [
        ("CPUUtilization Average", (2.0, 4.0)),
        ("CPUUtilization Maximum", (7.0, 9.0)),
    ]


def test_costs_are_stacked_by_group_largest_first_and_the_small_ones_summed_up() -> None:
    data: dict[str, object] = {
        "ResultsByTime": [
            {
                "TimePeriod": {"Start": f"2026-0{month}-01", "End": f"2026-0{month + 1}-01"},
                "Groups": [
                    {
                        "Keys": [f"service {number}"],
                        "Metrics": {"UnblendedCost": {"Amount": str(number), "Unit": "USD"}},
                    }
                    for number in range(12)
                ],
            }
            for month in (1, 2)
        ]
    }
    made = chart(COSTS, data)
    assert (made.kind, made.unit, len(made.series)) == (ChartKind.BARS, "USD", MOST_SERIES)
    assert (made.series[0].name, made.series[0].values) == ("service 11", (11.0, 11.0))
    assert (made.series[-1].name, made.series[-1].values) == ("4 others", (6.0, 6.0))
    total = chart(
        COSTS,
        {
            "ResultsByTime": [
                {"TimePeriod": {"Start": day}, "Total": {"UnblendedCost": {"Amount": "1.5", "Unit": "USD"}}}
                for day in ("2026-01-01", "2026-01-02")
            ]
        },
    )
    assert [one.name for one in total.series] == ["UnblendedCost"]


@pytest.mark.parametrize("operation", ["ec2:DescribeInstances", "cloudwatch:GetMetricData", "ce:GetCostAndUsage"])
def test_what_is_no_measurement_over_time_is_no_chart(operation: str) -> None:
    assert chart_of(OperationId.parse(operation), {"MetricDataResults": [], "ResultsByTime": []}) is None
    one = {"MetricDataResults": [{"Timestamps": ["2026-01-01T00:00:00+00:00"], "Values": [1]}]}
    assert chart_of(OperationId.parse(operation), one) is None


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(
        ["Timestamps", "Values", "Label", "Groups", "Keys", "Metrics", "TimePeriod", "Start", "Total", "Amount"]
    ), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@given(st.dictionaries(st.sampled_from(["MetricDataResults", "Datapoints", "ResultsByTime", "Label"]), json_values))
def test_any_answer_is_a_chart_or_none_and_never_a_fault(data: dict[str, object]) -> None:
    for operation in (METRICS, STATISTICS, COSTS, OperationId("ce", "GetCostForecast")):
        made = chart_of(operation, data)
        if made is not None:
            assert made.table.rows
            assert made.summary
