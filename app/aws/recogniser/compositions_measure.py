"""Metrics, logs, events and costs with the time they are asked for. Refuses to read a clock: the filling brings it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from app.aws.recogniser.filling import Filling
from app.aws.recogniser.fitting import number_of
from app.aws.recogniser.text import Kind, id_prefix
from app.aws.recogniser.times import day_after, iso, span

_METRICS = {  # words -> namespace, metric, dimension
    "cpu": ("AWS/EC2", "CPUUtilization", "InstanceId"),
    "invocation": ("AWS/Lambda", "Invocations", "FunctionName"),
    "error": ("AWS/Lambda", "Errors", "FunctionName"),
    "duration": ("AWS/Lambda", "Duration", "FunctionName"),
    "throttle": ("AWS/Lambda", "Throttles", "FunctionName"),
    "network": ("AWS/EC2", "NetworkIn", "InstanceId"),
    "connection": ("AWS/RDS", "DatabaseConnections", "DBInstanceIdentifier"),
}


def _metric(filling: Filling) -> None:
    """``cpu of i-… in the last 2 hours``: averages of a sensible period over the last three hours unless said."""
    start, end = span(filling.tokens, filling.now) or (filling.now - timedelta(hours=3), filling.now)
    filling.put("StartTime", iso(start))
    filling.put("EndTime", iso(end))
    hours = (end - start).total_seconds() / 3600
    filling.put("Period", 300 if hours <= 24 else 3600 if hours <= 24 * 15 else 86400)
    word = next((token.word for token in filling.tokens if token.word in _METRICS), None)
    for token in filling.tokens:
        known = next((key for key, (_, name, _) in _METRICS.items() if name.casefold() == token.raw.casefold()), None)
        if known is not None:
            word, token.used = known, True
    if word is None:
        return
    namespace, metric, dimension = _METRICS[word]
    if word == "cpu" and filling.has_any("database", "rds"):
        namespace, dimension = "AWS/RDS", "DBInstanceIdentifier"
    wanted = filling.has_any("maximum", "max", "peak")
    counted = metric in {"Invocations", "Errors", "Throttles"}
    filling.put("Namespace", namespace)
    filling.put("MetricName", metric)
    filling.put("Statistics", ["Maximum" if wanted else "Sum" if counted else "Average"])
    for _, token in filling.free(Kind.ID):
        if dimension == "InstanceId" and id_prefix(token.raw.casefold(), filling.words) == "i":
            filling.put("Dimensions", [{"Name": dimension, "Value": token.raw}])
            token.used = True
    for _, token in list(filling.named()):
        if dimension != "InstanceId" and filling.put("Dimensions", [{"Name": dimension, "Value": token.raw}]):
            token.used = True


def _metrics(filling: Filling) -> None:
    for _, token in filling.free(Kind.NAME):
        if token.raw.startswith("AWS/") and filling.put("Namespace", token.raw):
            token.used = True


def _log_events(filling: Filling) -> None:
    when = span(filling.tokens, filling.now)
    if when is not None:
        filling.put("startTime", int(when[0].timestamp() * 1000))
        if when[1] != filling.now.replace(microsecond=0):
            filling.put("endTime", int(when[1].timestamp() * 1000))
    for _, token in filling.free(Kind.PATH):
        token.used = filling.put("logGroupName", token.raw)
    for noun, token in list(filling.named()):
        if token.raw.casefold() in {"error", "exception", "timeout", "warning", "fatal"}:
            continue
        if (noun in {"function", "lambda"} and filling.put("logGroupName", f"/aws/lambda/{token.raw}")) or (
            noun in {"group", "log"} and filling.put("logGroupName", token.raw)
        ):
            token.used = True
    quoted = next((token for _, token in filling.free(Kind.QUOTED)), None)
    if quoted is not None:
        quoted.used = filling.put("filterPattern", f'"{quoted.raw}"' if " " in quoted.raw else quoted.raw)
    else:
        for token in filling.tokens:
            word = token.raw.casefold() if token.kind is Kind.NAME else token.word
            if token.kind in {Kind.WORD, Kind.NAME} and word in {"error", "exception", "timeout", "warning", "fatal"}:
                token.used = filling.put("filterPattern", token.raw if token.raw.isupper() else word.upper()
                                         if word == "error" else word)  # fmt: skip
    for _, token in list(filling.named()):
        if token.kind is Kind.NAME and not token.used:
            token.used = filling.put("logGroupName", token.raw)


def _log_groups(filling: Filling) -> None:
    for _, token in filling.free(Kind.PATH):
        token.used = filling.put("logGroupNamePrefix", token.raw) or filling.put("logGroupName", token.raw)
    for noun, token in list(filling.named()):
        if noun == "group":
            token.used = filling.put("logGroupNamePrefix", token.raw)


def _retention(filling: Filling) -> None:
    for _, token in filling.free(Kind.PATH):
        token.used = filling.put("logGroupName", token.raw)
    for index, token in enumerate(filling.tokens[:-1]):
        unit = {"day": 1, "week": 7, "month": 30, "year": 365}.get(filling.tokens[index + 1].word)
        if unit and (count := number_of(token)) is not None:
            token.used = filling.put("retentionInDays", count * unit)
    number = filling.number_near("retention", "to")
    if number is not None:
        filling.put("retentionInDays", number)


def _log_group(filling: Filling) -> None:
    for _, token in filling.free(Kind.PATH):
        token.used = filling.put("logGroupName", token.raw)


def _alarms(filling: Filling) -> None:
    if filling.has_any("firing", "triggered", "alarming", "red", "ringing", "raised", "fired") or filling.has(
        "in", "state"
    ):
        filling.put("StateValue", "ALARM")
    elif any(token.raw == "ALARM" or token.raw == "INSUFFICIENT_DATA" for token in filling.tokens):
        token = next(token for token in filling.tokens if token.raw in {"ALARM", "INSUFFICIENT_DATA"})
        token.used = filling.put("StateValue", token.raw)


def _cost(filling: Filling) -> None:
    when = span(filling.tokens, filling.now)
    today = filling.now.date()
    if when is None:
        start, end = today.replace(day=1), today + timedelta(days=1)
    else:
        start, end = when[0].date(), day_after(when[1])
    if start >= end:
        end = start + timedelta(days=1)
    filling.put("TimePeriod", {"Start": start.isoformat(), "End": end.isoformat()})
    daily = (
        filling.has_any("daily")
        or filling.has("per", "day")
        or filling.has("by", "day")
        or ((end - start).days < 27 and when is not None and not filling.has("month"))
    )
    filling.put("Granularity", "DAILY" if daily else "MONTHLY")
    blended = any(token.raw.casefold() == "blended" for token in filling.tokens)
    filling.put("Metrics", ["BlendedCost" if blended else "UnblendedCost"])
    said = [token.word for token in filling.tokens]
    for word, key in (("service", "SERVICE"), ("region", "REGION"), ("account", "LINKED_ACCOUNT")):
        if any(said[index : index + 2] in (["by", word], ["per", word], ["each", word]) for index in range(len(said))):
            filling.put("GroupBy", [{"Type": "DIMENSION", "Key": key}])


def _forecast(filling: Filling) -> None:
    today = filling.now.date()
    first_of_next = (today.replace(day=28) + timedelta(days=4)).replace(day=1)
    if filling.has("next", "month"):
        start = first_of_next
        end = (start.replace(day=28) + timedelta(days=4)).replace(day=1)
    else:
        start, end = today, first_of_next
    filling.put("TimePeriod", {"Start": start.isoformat(), "End": end.isoformat()})
    filling.put("Metric", "UNBLENDED_COST")
    filling.put("Granularity", "MONTHLY")


def _events(filling: Filling) -> None:
    when = span(filling.tokens, filling.now)
    if when is not None:
        filling.put("StartTime", iso(when[0]))
        filling.put("EndTime", iso(when[1]))
    for noun, token in sorted(filling.named(), key=lambda pair: not pair[1].raw[:1].isupper()):
        key = {"user": "Username", "bucket": "ResourceName", "instance": "ResourceName"}.get(noun)
        key = ("EventName" if token.raw[:1].isupper() and token.raw.isalpha() else None) or key
        if key and filling.put("LookupAttributes", [{"AttributeKey": key, "AttributeValue": token.raw}]):
            token.used = True
    for _, token in filling.free(Kind.ID):
        token.used = filling.put("LookupAttributes", [{"AttributeKey": "ResourceName", "AttributeValue": token.raw}])


MEASURE: Mapping[str, Callable[[Filling], None]] = {
    "cloudwatch:GetMetricStatistics": _metric,
    "cloudwatch:ListMetrics": _metrics,
    "cloudwatch:DescribeAlarms": _alarms,
    "logs:FilterLogEvents": _log_events,
    "logs:DescribeLogGroups": _log_groups,
    "logs:PutRetentionPolicy": _retention,
    "logs:CreateLogGroup": _log_group,
    "logs:DeleteLogGroup": _log_group,
    "logs:DescribeLogStreams": _log_group,
    "logs:GetLogEvents": _log_group,
    "logs:StartQuery": _log_group,
    "ce:GetCostAndUsage": _cost,
    "ce:GetCostForecast": _forecast,
    "cloudtrail:LookupEvents": _events,
}
