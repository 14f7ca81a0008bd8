"""Taking back changes to what watches and steers: logs, alarms, rules, trails, DNS records, stacks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.aws.undo.recipes import Asked, Done, Recipe, Recipes, State, created, first, inverse, settings, value
from app.domain.aws import Inverse
from app.domain.language import marked, plural

# --- CloudWatch Logs


def _retention_before(asked: Asked) -> State:
    name = asked.given["logGroupName"]
    groups = asked.read("logs:DescribeLogGroups", {"logGroupNamePrefix": name, "limit": 50}).get("logGroups", [])
    found = next((group for group in groups if group.get("logGroupName") == name), None)
    return {"known": found is not None, "days": (found or {}).get("retentionInDays")}


def _retention_back(done: Done) -> Inverse | None:
    was, group = done.before["days"], done.only("logGroupName")
    if not done.before["known"] or was == done.given.get("retentionInDays"):
        return None
    caveats = (marked("Events that AWS deleted meanwhile are gone."),)
    if was is None:
        call = done.step("DeleteRetentionPolicy", group)
        return inverse(marked("Keep the logs for ever again"), call, caveats=caveats)
    call = done.step("PutRetentionPolicy", group | {"retentionInDays": was})
    return inverse(
        plural("Keep the logs for 1 day again", "Keep the logs for {count} days again", was), call, caveats=caveats
    )


def _filter_before(listing: str, place: str) -> Callable[[Asked], State]:
    def before(asked: Asked) -> State:
        given = {"logGroupName": asked.given["logGroupName"], "filterNamePrefix": asked.given["filterName"]}
        filters = asked.read(listing, given).get(place, [])
        return {"filter": next((item for item in filters if item.get("filterName") == asked.given["filterName"]), None)}

    return before


def _filter(kind: str, keeps: tuple[str, ...]) -> dict[str, Recipe]:
    """Metric and subscription filters of a log group."""
    put, delete = f"Put{kind}Filter", f"Delete{kind}Filter"

    def undone(done: Done) -> Inverse | None:
        had, who = done.before["filter"], done.only("logGroupName", "filterName")
        if had is not None:
            call = done.step(put, who | {name: had[name] for name in keeps if had.get(name) not in (None, "")})
            return inverse(marked("Put the filter back as before"), call)
        return (
            inverse(marked("Delete the filter that was put"), done.step(delete, who))
            if done.call.id.operation == put
            else None
        )

    recipe = Recipe(
        before=_filter_before(f"logs:Describe{kind}Filters", f"{kind[0].lower()}{kind[1:]}Filters"), inverse=undone
    )
    return {f"logs:{put}": recipe, f"logs:{delete}": recipe}


# --- CloudWatch

_ALARM = (
    "AlarmName",
    "AlarmDescription",
    "ActionsEnabled",
    "OKActions",
    "AlarmActions",
    "InsufficientDataActions",
    "MetricName",
    "Namespace",
    "Statistic",
    "ExtendedStatistic",
    "Dimensions",
    "Period",
    "Unit",
    "EvaluationPeriods",
    "DatapointsToAlarm",
    "Threshold",
    "ComparisonOperator",
    "TreatMissingData",
    "EvaluateLowSampleCountPercentile",
    "Metrics",
    "ThresholdMetricId",
)


def _alarms_before(asked: Asked) -> State:
    names = asked.given.get("AlarmNames") or [asked.given["AlarmName"]]
    answer = asked.read("cloudwatch:DescribeAlarms", {"AlarmNames": list(names), "MaxRecords": 100})
    return {"alarms": answer.get("MetricAlarms", []), "composite": bool(answer.get("CompositeAlarms"))}


def _alarm_put(done: Done) -> Inverse | None:
    if not done.before["alarms"]:
        call = done.step("DeleteAlarms", {"AlarmNames": [done.given["AlarmName"]]})
        return inverse(marked("Delete the alarm that was created"), call)
    return inverse(marked("Put the alarm back as before"), *_alarms(done))


def _alarms(done: Done) -> list[Any]:
    kept = [
        {name: alarm[name] for name in _ALARM if alarm.get(name) not in (None, "", [])}
        for alarm in done.before["alarms"]
    ]
    return [done.step("PutMetricAlarm", parameters) for parameters in kept]


def _alarms_deleted(done: Done) -> Inverse | None:
    if done.before["composite"]:
        return None
    return inverse(marked("Create the alarms again"), *_alarms(done), caveats=(marked("Their history begins anew."),))


def _alarm_actions(was: bool, back: str, sentence: str) -> Recipe:
    def undone(done: Done) -> Inverse | None:
        names = [alarm["AlarmName"] for alarm in done.before["alarms"] if alarm.get("ActionsEnabled") is was]
        return inverse(sentence, done.step(back, {"AlarmNames": names})) if names else None

    return Recipe(before=_alarms_before, inverse=undone)


# --- EventBridge


def _bus(given: Mapping[str, Any]) -> dict[str, object]:
    return {name: given[name] for name in ("EventBusName",) if name in given}


def _rule_before(asked: Asked) -> State:
    parameters = {"Name": asked.given["Name"]} | _bus(asked.given)
    return {"rule": asked.read_or_none("events:DescribeRule", parameters, ("ResourceNotFoundException",))}


def _rule_state(was: str, back: str, sentence: str) -> Recipe:
    def undone(done: Done) -> Inverse | None:
        rule = done.before["rule"] or {}
        return (
            inverse(sentence, done.step(back, done.only("Name", "EventBusName"))) if rule.get("State") == was else None
        )

    return Recipe(before=_rule_before, inverse=undone)


def _rule_back(done: Done) -> Inverse | None:
    rule, who = done.before["rule"], done.only("Name", "EventBusName")
    if rule is None:
        deletes = done.call.id.operation == "PutRule"
        return inverse(marked("Delete the rule that was created"), done.step("DeleteRule", who)) if deletes else None
    kept = ("EventPattern", "ScheduleExpression", "State", "Description", "RoleArn")
    call = done.step("PutRule", who | {name: rule[name] for name in kept if rule.get(name)})
    return inverse(marked("Put the rule back as before"), call)


def _targets_before(asked: Asked) -> State:
    answer = asked.read("events:ListTargetsByRule", {"Rule": asked.given["Rule"]} | _bus(asked.given))
    if answer.get("NextToken"):
        raise ValueError("more targets than one page")
    return {"targets": answer.get("Targets", [])}


def _targets_back(done: Done) -> Inverse | None:
    had = {target["Id"]: target for target in done.before["targets"]}
    who = done.only("Rule", "EventBusName")
    removed = done.call.id.operation == "RemoveTargets"
    ids = done.given.get("Ids", []) if removed else [target["Id"] for target in done.given.get("Targets", [])]
    calls = []
    new = [] if removed else [name for name in ids if name not in had]
    if new:
        calls.append(done.step("RemoveTargets", who | {"Ids": new}))
    back = [had[name] for name in ids if name in had]
    if back:
        calls.append(done.step("PutTargets", who | {"Targets": back}))
    return inverse(marked("Put the rule's targets back as before"), *calls)


# --- Route 53


def _records_before(asked: Asked) -> State:
    found = []
    for change in asked.given.get("ChangeBatch", {}).get("Changes", []):
        record = change["ResourceRecordSet"]
        start = {"StartRecordName": record["Name"], "StartRecordType": record["Type"], "MaxItems": "100"}
        answer = asked.read("route53:ListResourceRecordSets", {"HostedZoneId": asked.given["HostedZoneId"]} | start)
        same = [item for item in answer.get("ResourceRecordSets", []) if _same_record(item, record)]
        found.append(same[0] if same else None)
    return {"records": found}


def _same_record(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    def key(record: Mapping[str, Any]) -> tuple[object, ...]:
        name = str(record.get("Name", "")).rstrip(".").lower().replace("\\052", "*")
        return (name, record.get("Type"), record.get("SetIdentifier"))

    return key(one) == key(other)


def _records_back(done: Done) -> Inverse | None:
    changes = []
    given = done.given.get("ChangeBatch", {}).get("Changes", [])
    if len(given) != len(done.before["records"]):
        return None
    for change, had in reversed(list(zip(given, done.before["records"], strict=True))):
        match change["Action"]:
            case "CREATE":
                changes.append({"Action": "DELETE", "ResourceRecordSet": change["ResourceRecordSet"]})
            case "DELETE":
                changes.append({"Action": "CREATE", "ResourceRecordSet": change["ResourceRecordSet"]})
            case "UPSERT" if had is not None:
                changes.append({"Action": "UPSERT", "ResourceRecordSet": had})
            case "UPSERT":
                changes.append({"Action": "DELETE", "ResourceRecordSet": change["ResourceRecordSet"]})
            case _:
                return None
    parameters = done.only("HostedZoneId") | {"ChangeBatch": {"Changes": changes}}
    caveats = (marked("Resolvers keep what they have until its time to live is over."),)
    return inverse(
        marked("Put the records back as before"), done.step("ChangeResourceRecordSets", parameters), caveats=caveats
    )


# --- CloudTrail and CloudFormation


def _trail(was: bool, back: str, sentence: str) -> Recipe:
    def before(asked: Asked) -> State:
        return {"on": asked.read("cloudtrail:GetTrailStatus", {"Name": asked.given["Name"]}).get("IsLogging")}

    def undone(done: Done) -> Inverse | None:
        return inverse(sentence, done.step(back, done.only("Name"))) if done.before["on"] is was else None

    return Recipe(before=before, inverse=undone)


RECIPES: Recipes = {
    "logs:PutRetentionPolicy": Recipe(before=_retention_before, inverse=_retention_back),
    "logs:DeleteRetentionPolicy": Recipe(before=_retention_before, inverse=_retention_back),
    "logs:CreateLogGroup": created(
        delete="DeleteLogGroup",
        by=lambda done: done.only("logGroupName"),
        what=marked("the log group"),
        caveats=(marked("What was written to it since is lost."),),
    ),
    **_filter("Metric", ("filterPattern", "metricTransformations")),
    **_filter("Subscription", ("filterPattern", "destinationArn", "roleArn", "distribution")),
    "cloudwatch:PutMetricAlarm": Recipe(before=_alarms_before, inverse=_alarm_put),
    "cloudwatch:DeleteAlarms": Recipe(before=_alarms_before, inverse=_alarms_deleted),
    "cloudwatch:EnableAlarmActions": _alarm_actions(
        False, "DisableAlarmActions", marked("Switch the alarms' actions off again")
    ),
    "cloudwatch:DisableAlarmActions": _alarm_actions(
        True, "EnableAlarmActions", marked("Switch the alarms' actions on again")
    ),
    "events:EnableRule": _rule_state("DISABLED", "DisableRule", marked("Disable the rule again")),
    "events:DisableRule": _rule_state("ENABLED", "EnableRule", marked("Enable the rule again")),
    "events:PutRule": Recipe(before=_rule_before, inverse=_rule_back),
    "events:DeleteRule": Recipe(before=_rule_before, inverse=_rule_back),
    "events:PutTargets": Recipe(before=_targets_before, inverse=_targets_back),
    "events:RemoveTargets": Recipe(before=_targets_before, inverse=_targets_back),
    "route53:ChangeResourceRecordSets": Recipe(before=_records_before, inverse=_records_back),
    "cloudtrail:StartLogging": _trail(False, "StopLogging", marked("Stop the trail's logging again")),
    "cloudtrail:StopLogging": _trail(True, "StartLogging", marked("Start the trail's logging again")),
    "cloudformation:CreateStack": created(
        delete="DeleteStack",
        by=lambda done: {"StackName": done.answer.get("StackId")},
        what=marked("the stack"),
        caveats=(marked("All resources of the stack are deleted with it."),),
    ),
    "cloudformation:UpdateTerminationProtection": settings(
        read="cloudformation:DescribeStacks",
        read_by=lambda given: {"StackName": given["StackName"]},
        found=lambda answer: first(answer.get("Stacks")),
        restorable={"EnableTerminationProtection": value("EnableTerminationProtection")},
        identifies=("StackName",),
        operation="UpdateTerminationProtection",
        sentence=marked("Set the stack's protection back as before"),
    ),
    "ecr:CreateRepository": created(
        delete="DeleteRepository", by=lambda done: done.only("repositoryName"), what=marked("the repository")
    ),
}
