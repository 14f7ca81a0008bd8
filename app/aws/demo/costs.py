"""The demo account's bill, as Cost Explorer tells it, answered before moto sees the request: moto keeps no costs.

Owns what each thing of the seed costs a day, and the sums over days, months, groups and filters. Every figure follows
from its date. Refuses what it does not understand of a question with AWS's own error, so that no wrong sum is shown.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from app.aws.demo.constants import DEMO_ACCOUNT_ID, DEMO_REGION, DEMO_SECOND_REGION
from app.aws.demo.requests import Answer

_CONTENT_TYPE = "application/x-amz-json-1.1"
_METRICS = frozenset(["AmortizedCost", "BlendedCost", "NetAmortizedCost", "NetUnblendedCost", "UnblendedCost"])
_EC2 = "Amazon Elastic Compute Cloud - Compute"


@dataclass(frozen=True, kw_only=True, slots=True)
class _Line:
    """What one thing costs in US dollars a day; ``days`` it has been there, ``tags`` as it carries them."""

    service: str
    usage: str
    usd: float
    region: str = DEMO_REGION
    days: int = 3_000
    tags: Mapping[str, str] = field(default_factory=dict)

    def on(self, day: date, now: datetime) -> float:
        """Its cost on ``day``: as much of today as is over, and all of a day to come, for the forecast."""
        if day < now.date() - timedelta(days=self.days):
            return 0.0
        # Machines cost the same every day; what is paid by use has its days off, and none is like the other.
        by_use = 0.0 if "BoxUsage" in self.usage else 0.12
        stray = zlib.crc32(f"{self.service}{self.usage}{day}".encode()) / 2**32 * 2 - 1
        usual = self.usd * (0.8 if by_use and day.weekday() >= 5 else 1.0)
        over = (now.hour * 60 + now.minute) / 1_440 if day == now.date() else 1.0
        return usual * (1 + by_use * stray) * over


def _machine(kind: str, usd: float, environment: str, team: str, *, region: str = DEMO_REGION, days: int) -> _Line:
    prefix = "EU" if region == DEMO_REGION else "USE1"
    tags = {"env": environment, "team": team}
    return _Line(service=_EC2, usage=f"{prefix}-BoxUsage:{kind}", usd=usd, region=region, days=days, tags=tags)


_BILL = (
    _machine("t3.medium", 2.19, "prod", "shop", days=96),
    _machine("m6i.large", 2.57, "prod", "shop", days=41),
    _machine("c6i.xlarge", 4.38, "prod", "data", days=12),
    _machine("t3.small", 0.55, "staging", "shop", days=210),
    _machine("t3.medium", 1.0, "prod", "shop", region=DEMO_SECOND_REGION, days=74),
    _machine("t3.micro", 0.25, "prod", "platform", region=DEMO_SECOND_REGION, days=388),
    _machine("c6i.4xlarge", 16.32, "dev", "platform", region=DEMO_SECOND_REGION, days=27),
    _Line(service="EC2 - Other", usage="EU-EBS:VolumeUsage.gp2", usd=2.13, tags={"team": "data"}),
    _Line(service="EC2 - Other", usage="EU-EBS:VolumeUsage.gp3", usd=0.59, tags={"team": "data"}),
    _Line(service="Amazon Virtual Private Cloud", usage="EU-PublicIPv4:IdleAddress", usd=0.12),
    _Line(service="Amazon Relational Database Service", usage="EU-InstanceUsage:db.t4g.medium", usd=2.17,
          tags={"env": "prod", "team": "data"}),
    _Line(service="Amazon Simple Storage Service", usage="EU-TimedStorage-ByteHrs", usd=0.21),
    _Line(service="AmazonCloudWatch", usage="EU-CW:MetricMonitorUsage", usd=0.31),
    _Line(service="AWS Lambda", usage="EU-Lambda-GB-Second", usd=0.09),
    _Line(service="Amazon DynamoDB", usage="EU-ReadRequestUnits", usd=0.12),
    _Line(service="AWS Secrets Manager", usage="EU-AWSSecretsManager-Secrets", usd=0.03),
    _Line(service="AWS Key Management Service", usage="eu-west-1-KMS-Keys", usd=0.03),
    _Line(service="Amazon Route 53", usage="HostedZone", usd=0.02, region="global"),
)  # fmt: skip


class _NotUnderstoodError(Exception):
    """The question has a part that this bill cannot answer; the message says which."""


def cost_answer(target: str, body: bytes, now: datetime) -> Answer | None:
    """The answer to a request whose ``X-Amz-Target`` is ``target``; ``None`` where it asks for no costs.

    ``now`` is in UTC.
    """
    try:
        asked = json.loads(body)
        match target.rpartition(".")[2]:
            case "GetCostAndUsage":
                told = _cost_and_usage(asked, now)
            case "GetCostForecast":
                told = _forecast(asked, now)
            case _:
                return None
    except _NotUnderstoodError as error:
        return _refused("ValidationException", str(error))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return _refused("ValidationException", "The demo account's bill does not understand this question.")
    return "200 OK", _CONTENT_TYPE, json.dumps(told).encode()


def _refused(code: str, message: str) -> Answer:
    return "400 Bad Request", _CONTENT_TYPE, json.dumps({"__type": code, "message": message}).encode()


def _cost_and_usage(asked: Mapping[str, object], now: datetime) -> Mapping[str, object]:
    metrics = asked["Metrics"]
    assert isinstance(metrics, list)
    if unknown := [name for name in metrics if name not in _METRICS]:
        raise _NotUnderstoodError(f"The demo account's bill has no {unknown[0]}.")
    groups = asked.get("GroupBy") or []
    assert isinstance(groups, list)
    lines = [line for line in _BILL if _fits(line, asked.get("Filter"))]
    told = []
    for start, end in _periods(asked):
        days = [day for day in _days(start, end) if day <= now.date()]
        sums: dict[tuple[str, ...], float] = {}
        for line in lines:
            keys = tuple(_key(line, group) for group in groups)
            sums[keys] = sums.get(keys, 0.0) + sum(line.on(day, now) for day in days)
        whole = () in sums or not groups
        told.append(
            {
                "TimePeriod": {"Start": start.isoformat(), "End": end.isoformat()},
                "Total": _measured(metrics, sums.get((), 0.0)) if whole else {},
                "Groups": []
                if whole
                else [{"Keys": list(keys), "Metrics": _measured(metrics, sums[keys])}
                      for keys in sorted(sums) if sums[keys]],
                "Estimated": end > now.date().replace(day=1),
            }
        )  # fmt: skip
    return {"GroupDefinitions": groups, "ResultsByTime": told, "DimensionValueAttributes": []}


def _forecast(asked: Mapping[str, object], now: datetime) -> Mapping[str, object]:
    lines = [line for line in _BILL if _fits(line, asked.get("Filter"))]
    told, total = [], 0.0
    for start, end in _periods(asked):
        if start < now.date():
            raise _NotUnderstoodError("A forecast begins today at the earliest.")
        # As of yesterday, so that today counts whole: a forecast is of what days will have cost when they are over.
        amount = sum(line.on(day, now - timedelta(days=1)) for line in lines for day in _days(start, end))
        total += amount
        period = {"Start": start.isoformat(), "End": end.isoformat()}
        told.append({"TimePeriod": period, "MeanValue": f"{amount:.10f}"})
    return {"Total": {"Amount": f"{total:.10f}", "Unit": "USD"}, "ForecastResultsByTime": told}


def _measured(metrics: Sequence[str], usd: float) -> Mapping[str, object]:
    return {name: {"Amount": f"{usd:.10f}", "Unit": "USD"} for name in metrics}


def _periods(asked: Mapping[str, object]) -> Iterator[tuple[date, date]]:
    span = asked["TimePeriod"]
    assert isinstance(span, Mapping)
    start, end = (date.fromisoformat(str(span[name])[:10]) for name in ("Start", "End"))
    if start >= end:
        raise _NotUnderstoodError("Start date (and hour) should be before end date (and hour)")
    match asked.get("Granularity"):
        case "DAILY":
            yield from ((day, day + timedelta(days=1)) for day in _days(start, end))
        case "MONTHLY":
            while start < end:
                after = min((start.replace(day=1) + timedelta(days=32)).replace(day=1), end)
                yield start, after
                start = after
        case _:
            raise _NotUnderstoodError("The demo account's bill knows days and months.")


def _days(start: date, end: date) -> Iterator[date]:
    return (start + timedelta(days=number) for number in range((end - start).days))


def _key(line: _Line, group: Mapping[str, str]) -> str:
    match group.get("Type"):
        case "TAG":
            return f"{group['Key']}${line.tags.get(group['Key'], '')}"
        case "DIMENSION":
            return _dimension(line, group["Key"])
        case kind:
            raise _NotUnderstoodError(f"The demo account's bill cannot be grouped by {kind}.")


def _dimension(line: _Line, name: str) -> str:
    kind = line.usage.partition("BoxUsage:")[2] or "NoInstanceType"
    known = {
        "SERVICE": line.service,
        "REGION": line.region,
        "USAGE_TYPE": line.usage,
        "INSTANCE_TYPE": kind,
        "LINKED_ACCOUNT": DEMO_ACCOUNT_ID,
        "RECORD_TYPE": "Usage",
    }
    if name not in known:
        raise _NotUnderstoodError(f"The demo account's bill does not know {name}.")
    return known[name]


def _fits(line: _Line, wanted: object) -> bool:
    """Whether a line is what an ``Expression`` of Cost Explorer asks for."""
    match wanted:
        case None:
            return True
        case {"And": [*parts]}:
            return all(_fits(line, part) for part in parts)
        case {"Or": [*parts]}:
            return any(_fits(line, part) for part in parts)
        case {"Not": part}:
            return not _fits(line, part)
        case {"Dimensions": {"Key": str(name), "Values": [*values]}}:
            return _dimension(line, name) in values
        case {"Tags": {"Key": str(name), "Values": [*values]}}:
            return line.tags.get(name, "") in values
    raise _NotUnderstoodError("The demo account's bill cannot be filtered by this.")
