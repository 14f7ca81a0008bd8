"""What the demo account's things measured, two weeks of processors and a day of the rest, and the alarms on it.

Pure functions of a name and a time, so that two starts agree on what web-1 did at noon. Refuses to draw anything by
chance, and to send anything: :mod:`app.aws.demo.seed` puts it where CloudWatch is asked.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

_STEP_S = 300
_DAY_S = 86_400
_DAYS_OF_PROCESSORS = 14
_COARSE_S = 3_600  # between two points of the days before the last one


@dataclass(frozen=True, kw_only=True, slots=True)
class _Load:
    """A day of something: ``least`` at night, ``most`` at its peak hour (UTC), and how far single points stray."""

    least: float
    most: float
    peak_hour: float = 14.0
    stray: float = 0.08

    def at(self, name: str, second: int) -> float:
        hours = second % _DAY_S / 3_600
        share = (1 + math.cos((hours - self.peak_hour) * math.pi / 12)) / 2
        chance = zlib.crc32(f"{name}:{second // _STEP_S}".encode()) / 2**32 * 2 - 1
        return max(0.0, (self.least + (self.most - self.least) * share) * (1 + self.stray * chance))


# The percentage of its processor that an instance uses. Some are idle, which the playbook of that name finds.
_PROCESSORS: Mapping[str, _Load] = {
    "web-1": _Load(least=14, most=61),
    "web-2": _Load(least=13, most=57),
    "api-1": _Load(least=19, most=72, stray=0.14),
    "worker-1": _Load(least=38, most=79, peak_hour=2.5),
    "staging-web": _Load(least=0.9, most=2.6),
    "us-web-1": _Load(least=11, most=49, peak_hour=19),
    "us-bastion": _Load(least=0.6, most=1.4),
    "load-test": _Load(least=1.1, most=2.2),
}
_BYTES_FOR_A_PERCENT = 410_000  # received in five minutes, by what serves the web

# namespace, metric, unit, dimension, its value, the day
_OTHERS = (
    ("AWS/RDS", "CPUUtilization", "Percent", "DBInstanceIdentifier", "orders-db", _Load(least=9, most=44)),
    ("AWS/RDS", "DatabaseConnections", "Count", "DBInstanceIdentifier", "orders-db", _Load(least=6, most=58)),
    ("AWS/Lambda", "Invocations", "Count", "FunctionName", "order-events", _Load(least=4, most=210)),
    ("AWS/Lambda", "Errors", "Count", "FunctionName", "order-events", _Load(least=0, most=2.4, stray=0.9)),
    ("AWS/Lambda", "Duration", "Milliseconds", "FunctionName", "order-events", _Load(least=38, most=92)),
    (
        "AWS/SQS",
        "ApproximateAgeOfOldestMessage",
        "Seconds",
        "QueueName",
        "orders",
        _Load(least=620, most=940, peak_hour=12, stray=0.05),
    ),
)

# name, namespace, metric, dimension, its value, comparison, limit, state, why
_ALARMS = (
    ("api-5xx-rate", "AWS/ApplicationELB", "HTTPCode_Target_5XX_Count", "", "", "Greater", 10.0, "OK",
     "No more than 10 in the last three periods"),
    ("orders-queue-age", "AWS/SQS", "ApproximateAgeOfOldestMessage", "QueueName", "orders", "Greater", 600.0, "ALARM",
     "Above 600 seconds in the last three periods"),
    ("worker-1-cpu", "AWS/EC2", "CPUUtilization", "InstanceId", "worker-1", "Greater", 85.0, "OK",
     "Below 85 % in the last three periods"),
    ("orders-db-storage", "AWS/RDS", "FreeStorageSpace", "DBInstanceIdentifier", "orders-db", "Less", 5e9,
     "INSUFFICIENT_DATA", "Nothing was measured in the last three periods"),
)  # fmt: skip


def of_instances(identifiers: Mapping[str, str], now: datetime) -> Iterator[Mapping[str, object]]:
    """``AWS/EC2``'s points of the instances in ``identifiers`` (id by name), each a datum of PutMetricData."""
    for name, identifier in identifiers.items():
        if (load := _PROCESSORS.get(name)) is None:
            continue
        for second in _times(now, days=_DAYS_OF_PROCESSORS):
            yield _datum("CPUUtilization", "Percent", ("InstanceId", identifier), second, load.at(name, second))
        for second in _times(now, days=1):
            received = round(load.at(name, second) * _BYTES_FOR_A_PERCENT)
            yield _datum("NetworkIn", "Bytes", ("InstanceId", identifier), second, received)


def of_the_rest(now: datetime) -> Iterator[tuple[str, Mapping[str, object]]]:
    """A day of everything that is no instance: the namespace, and a datum of PutMetricData."""
    for namespace, metric, unit, dimension, value, load in _OTHERS:
        for second in _times(now, days=1):
            measured = load.at(f"{metric}/{value}", second)
            whole = float(int(measured)) if unit == "Count" else measured
            yield namespace, _datum(metric, unit, (dimension, value), second, whole)


def alarms(identifiers: Mapping[str, str]) -> Iterator[tuple[Mapping[str, Any], str, str]]:
    """What PutMetricAlarm is told of each alarm, its state, and why it is in it; ``identifiers`` as above."""
    for name, namespace, metric, dimension, value, comparison, limit, state, why in _ALARMS:
        told = {
            "AlarmName": name,
            "Namespace": namespace,
            "MetricName": metric,
            "Dimensions": [{"Name": dimension, "Value": identifiers.get(value, value)}] if dimension else [],
            "Threshold": limit,
            "ComparisonOperator": f"{comparison}ThanThreshold",
        }
        yield told, state, why


def _times(now: datetime, *, days: int) -> Iterator[int]:
    """Seconds since 1970 of the points up to ``now``: five minutes apart for a day, an hour apart before that."""
    last = int(now.timestamp()) // _STEP_S * _STEP_S
    fine = last - _DAY_S
    first = (fine - (days - 1) * _DAY_S) // _COARSE_S * _COARSE_S
    yield from range(first, fine, _COARSE_S)
    yield from range(fine, last + 1, _STEP_S)


def _datum(metric: str, unit: str, dimension: tuple[str, str], second: int, value: float) -> Mapping[str, object]:
    name, named = dimension
    return {
        "MetricName": metric,
        "Dimensions": [{"Name": name, "Value": named}],
        "Timestamp": datetime.fromtimestamp(second, UTC).replace(tzinfo=None),  # as moto compares them
        "Value": round(value, 2),
        "Unit": unit,
    }
