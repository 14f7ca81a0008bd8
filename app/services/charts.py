"""Answers that are measurements over time, as series: CloudWatch's metrics and Cost Explorer's costs. Draws nothing.

Pure functions over JSON values. Refuses to chart what has no two points in time.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from app.domain.aws import OperationId, Table
from app.domain.language import plural, tr
from app.domain.numerals import exact, number

MOST_SERIES = 9  # the largest; what is left is summed up for costs, and told for metrics
_STATISTICS = ("Average", "Sum", "Minimum", "Maximum", "SampleCount")
_UNITS = {"Percent": "%", "Bytes": "B", "Seconds": "s", "Milliseconds": "ms", "Count": "", "None": "", "N/A": ""}


class ChartKind(StrEnum):
    """How a chart is drawn: what is measured as lines, what adds up as stacked bars."""

    LINES = "lines"
    BARS = "bars"


@dataclass(frozen=True, kw_only=True, slots=True)
class Series:
    """One measure: ``points`` are pairs of seconds since 1970 (UTC) and a value, in order of time."""

    name: str
    points: tuple[tuple[float, float], ...]

    @property
    def values(self) -> tuple[float, ...]:
        """The values alone."""
        return tuple(value for _, value in self.points)


@dataclass(frozen=True, kw_only=True, slots=True)
class Chart:
    """Series to be drawn together. ``unit`` is short (``%``, ``USD``) or empty; ``left_out`` counts what is missing."""

    kind: ChartKind
    series: tuple[Series, ...]
    unit: str = ""
    left_out: int = 0

    @property
    def times(self) -> tuple[float, ...]:
        """Every point in time, in order."""
        return tuple(sorted({at for one in self.series for at, _ in one.points}))

    @property
    def summary(self) -> str:
        """The chart in words, for who cannot see it."""
        times = self.times
        told = []
        for one in self.series:
            values = one.values
            told.append(
                tr(
                    "{name}: lowest {lowest}, highest {highest}, last {last}.",
                    name=one.name,
                    lowest=number_words(min(values), self.unit),
                    highest=number_words(max(values), self.unit),
                    last=number_words(values[-1], self.unit),
                )
            )
        span = {"begin": time_words(times[0]), "end": time_words(times[-1])}
        head = (
            tr("Bar chart from {begin} to {end} UTC.", **span)
            if self.kind is ChartKind.BARS
            else tr("Line chart from {begin} to {end} UTC.", **span)
        )
        return " ".join([head, *told])

    @property
    def table(self) -> Table:
        """The same as rows, a point in time each."""
        at = [dict(one.points) for one in self.series]
        rows = tuple(
            (time_words(time), *(f"{values[time]:.12g}" if time in values else "" for values in at))
            for time in self.times
        )
        unit = f" ({self.unit})" if self.unit else ""
        return Table(columns=(tr("Time"), *(one.name + unit for one in self.series)), rows=rows)


def chart_of(operation: OperationId, data: Mapping[str, object]) -> Chart | None:
    """The chart of an answer, or ``None`` where it is no measurement over time."""
    match (operation.service, operation.operation):
        case ("cloudwatch", "GetMetricData"):
            chart = _lines(_metric_data(data), "")
        case ("cloudwatch", "GetMetricStatistics"):
            chart = _lines(_metric_statistics(data), _statistics_unit(data))
        case ("ce", "GetCostAndUsage" | "GetCostAndUsageWithResources"):
            chart = _costs(data)
        case ("ce", "GetCostForecast" | "GetUsageForecast"):
            chart = _bars({tr("Forecast"): dict(_forecast(data))}, _amount_unit(data.get("Total")))
        case _:
            return None
    return chart if chart.series and len(chart.times) > 1 else None


def points_words(chart: Chart) -> str:
    """How much a chart holds, in the words of its card and of whoever answers with it: ``24 points in time``."""
    return plural("{count} point in time", "{count} points in time", len(chart.times))


def time_words(at: float) -> str:
    """A point in time in UTC: ``2026-11-20``, or with its minute where it is no midnight."""
    moment = datetime.fromtimestamp(at, UTC)
    return f"{moment:%Y-%m-%d}" if at % 86_400 == 0 else f"{moment:%Y-%m-%d %H:%M}"


def number_words(value: float, unit: str) -> str:
    """A value as people read it: ``12.3 %``, ``1,204 USD``."""
    size = abs(value)
    text = number(value) if size >= 1_000 else number(value, 1) if size >= 100 else exact(float(f"{value:.3g}"))
    return f"{text} {unit}".strip()


def _lines(series: Iterator[Series], unit: str) -> Chart:
    found = [one for one in series if one.points]
    shown = sorted(found, key=lambda one: -max(abs(value) for value in one.values))[:MOST_SERIES]
    return Chart(
        kind=ChartKind.LINES,
        series=tuple(one for one in found if one in shown),
        unit=unit,
        left_out=len(found) - len(shown),
    )


def _metric_data(data: Mapping[str, object]) -> Iterator[Series]:
    for place, result in enumerate(_dicts(data.get("MetricDataResults")), start=1):
        times, values = result.get("Timestamps"), result.get("Values")
        if not isinstance(times, list) or not isinstance(values, list):
            continue
        pairs = zip(map(_seconds, times), map(_number, values), strict=False)
        name = str(result.get("Label") or result.get("Id") or tr("Metric {number}", number=place))
        yield Series(name=name, points=_sorted(pairs))


def _metric_statistics(data: Mapping[str, object]) -> Iterator[Series]:
    points = _dicts(data.get("Datapoints"))
    label = str(data.get("Label") or "")
    given = [name for name in _STATISTICS if any(name in point for point in points)]
    for name in given:
        pairs = ((_seconds(point.get("Timestamp")), _number(point.get(name))) for point in points)
        yield Series(name=label if len(given) == 1 and label else f"{label} {name}".strip(), points=_sorted(pairs))
    extended = dict.fromkeys(name for point in points for name in _mapping(point.get("ExtendedStatistics")))
    for name in extended:
        pairs = (
            (_seconds(point.get("Timestamp")), _number(_mapping(point.get("ExtendedStatistics")).get(name)))
            for point in points
        )
        yield Series(name=f"{label} {name}".strip(), points=_sorted(pairs))


def _statistics_unit(data: Mapping[str, object]) -> str:
    units = {str(point.get("Unit", "")) for point in _dicts(data.get("Datapoints"))}
    unit = units.pop() if len(units) == 1 else ""
    return _UNITS.get(unit, unit)


def _costs(data: Mapping[str, object]) -> Chart:
    amounts: dict[str, dict[float, float]] = {}
    unit = ""
    for period in _dicts(data.get("ResultsByTime")):
        at = _seconds(_mapping(period.get("TimePeriod")).get("Start"))
        if at is None:
            continue
        holders = [(", ".join(map(str, _list(group.get("Keys")))), _mapping(group.get("Metrics")))
                   for group in _dicts(period.get("Groups"))]  # fmt: skip
        for keys, metrics in holders or [("", _mapping(period.get("Total")))]:
            for metric, measured in metrics.items():
                value = _number(_mapping(measured).get("Amount"))
                unit = unit or _amount_unit(measured)
                if value is not None:
                    name = keys if keys and len(metrics) == 1 else f"{keys} {metric}".strip()
                    held = amounts.setdefault(name, {})
                    held[at] = held.get(at, 0.0) + value
    return _bars(amounts, unit)


def _bars(amounts: Mapping[str, Mapping[float, float]], unit: str) -> Chart:
    """The largest as series of their own, the others summed up."""
    order = sorted((name for name in amounts if amounts[name]), key=lambda name: -sum(amounts[name].values()))
    shown, rest = (order, []) if len(order) <= MOST_SERIES else (order[: MOST_SERIES - 1], order[MOST_SERIES - 1 :])
    series = [Series(name=name, points=tuple(sorted(amounts[name].items()))) for name in shown]
    if rest:
        other: dict[float, float] = {}
        for name in rest:
            for at, value in amounts[name].items():
                other[at] = other.get(at, 0.0) + value
        series.append(
            Series(name=plural("{count} other", "{count} others", len(rest)), points=tuple(sorted(other.items())))
        )
    return Chart(kind=ChartKind.BARS, series=tuple(series), unit=unit)


def _forecast(data: Mapping[str, object]) -> Iterator[tuple[float, float]]:
    for period in _dicts(data.get("ForecastResultsByTime")):
        at = _seconds(_mapping(period.get("TimePeriod")).get("Start"))
        value = _number(period.get("MeanValue"))
        if at is not None and value is not None:
            yield at, value


def _amount_unit(measured: object) -> str:
    unit = str(_mapping(measured).get("Unit") or "")
    return _UNITS.get(unit, unit)


def _sorted(pairs: Iterator[tuple[float | None, float | None]]) -> tuple[tuple[float, float], ...]:
    return tuple(sorted((at, value) for at, value in pairs if at is not None and value is not None))


def _seconds(value: object) -> float | None:
    if not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return (moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)).timestamp()


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _dicts(value: object) -> list[Mapping[str, object]]:
    return [item for item in _list(value) if isinstance(item, Mapping)]


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}
