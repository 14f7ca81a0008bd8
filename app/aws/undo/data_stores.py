"""Taking back changes to databases, queues, topics, keys, secrets and parameters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.aws.undo.recipes import (
    Asked,
    Done,
    Recipe,
    Recipes,
    State,
    created,
    document,
    first,
    inverse,
    settings,
    value,
)
from app.aws.undo.tags import TagShape, tag_recipe
from app.domain.aws import Inverse
from app.domain.language import marked

# --- RDS


def _stopped(answer: str, status: str, was: tuple[str, ...], back: str, identifier: str, sentence: str) -> Recipe:
    """Starting and stopping a database. The answer tells the new state, so the one before is read."""
    listing = f"rds:Describe{answer}s"

    def before(asked: Asked) -> State:
        thing = first(asked.read(listing, {identifier: asked.given[identifier]}).get(f"{answer}s")) or {}
        return {"status": thing.get(status)}

    def undone(done: Done) -> Inverse | None:
        if done.before["status"] not in was:
            return None
        return inverse(sentence, done.step(back, done.only(identifier)))

    return Recipe(before=before, inverse=undone)


_INSTANCE = "DBInstanceIdentifier"
_CLUSTER = "DBClusterIdentifier"


def _database_groups(thing: Mapping[str, Any]) -> list[str]:
    return [group["VpcSecurityGroupId"] for group in thing.get("VpcSecurityGroups", [])]


_DATABASE = settings(
    read="rds:DescribeDBInstances",
    read_by=lambda given: {_INSTANCE: given[_INSTANCE]},
    found=lambda answer: first(answer.get("DBInstances")),
    # Not the version, which AWS does not take back, nor the storage, which does not shrink, nor the password.
    restorable={
        name: value(name)
        for name in (
            "DBInstanceClass",
            "DeletionProtection",
            "MultiAZ",
            "PubliclyAccessible",
            "AutoMinorVersionUpgrade",
            "PreferredBackupWindow",
            "PreferredMaintenanceWindow",
            "MonitoringInterval",
            "CopyTagsToSnapshot",
            "BackupRetentionPeriod",
            "Iops",
        )
    }
    | {"VpcSecurityGroupIds": _database_groups},
    identifies=(_INSTANCE,),
    keeps=("ApplyImmediately",),
    operation="ModifyDBInstance",
    sentence=marked("Set the database back as before"),
)

_DATABASE_CLUSTER = settings(
    read="rds:DescribeDBClusters",
    read_by=lambda given: {_CLUSTER: given[_CLUSTER]},
    found=lambda answer: first(answer.get("DBClusters")),
    restorable={
        name: value(name)
        for name in (
            "DeletionProtection",
            "BackupRetentionPeriod",
            "PreferredBackupWindow",
            "PreferredMaintenanceWindow",
            "CopyTagsToSnapshot",
        )
    },
    identifies=(_CLUSTER,),
    keeps=("ApplyImmediately",),
    operation="ModifyDBCluster",
    sentence=marked("Set the cluster back as before"),
)


_DATABASE_TAGS = TagShape(
    service="rds",
    tag="AddTagsToResource",
    untag="RemoveTagsFromResource",
    list_operation="ListTagsForResource",
    list_resource="ResourceName",
    list_tags="TagList",
    tag_resource="ResourceName",
    tag_tags="Tags",
    untag_resource="ResourceName",
    untag_keys="TagKeys",
    key="Key",
    text="Value",
)


# --- DynamoDB


def _table_before(asked: Asked) -> State:
    return {"table": asked.read("dynamodb:DescribeTable", {"TableName": asked.given["TableName"]}).get("Table", {})}


def _table_back(done: Done) -> Inverse | None:
    table, parameters = done.before["table"], done.only("TableName")
    billing = table.get("BillingModeSummary", {}).get("BillingMode", "PROVISIONED")
    throughput = table.get("ProvisionedThroughput", {})
    units = {name: throughput.get(name) for name in ("ReadCapacityUnits", "WriteCapacityUnits")}
    changed = set(done.given) - {"TableName"}
    if not changed or changed - {"BillingMode", "ProvisionedThroughput", "DeletionProtectionEnabled", "TableClass"}:
        return None  # streams, indexes and replicas are more than settings
    if changed & {"BillingMode", "ProvisionedThroughput"}:
        parameters["BillingMode"] = billing
        if billing == "PROVISIONED":
            parameters["ProvisionedThroughput"] = units
    if "DeletionProtectionEnabled" in changed:
        parameters["DeletionProtectionEnabled"] = bool(table.get("DeletionProtectionEnabled"))
    if "TableClass" in changed:
        parameters["TableClass"] = table.get("TableClassSummary", {}).get("TableClass", "STANDARD")
    caveats = (marked("AWS lets the billing mode be switched only once a day."),) if "BillingMode" in changed else ()
    return inverse(marked("Set the table back as before"), done.step("UpdateTable", parameters), caveats=caveats)


def _ttl_before(asked: Asked) -> State:
    answer = asked.read("dynamodb:DescribeTimeToLive", {"TableName": asked.given["TableName"]})
    return {"ttl": answer.get("TimeToLiveDescription", {})}


def _ttl_back(done: Done) -> Inverse | None:
    was = done.before["ttl"].get("TimeToLiveStatus") in ("ENABLED", "ENABLING")
    given = done.given.get("TimeToLiveSpecification", {})
    if was is bool(given.get("Enabled")):
        return None
    name = done.before["ttl"].get("AttributeName") or given.get("AttributeName")
    parameters = done.only("TableName") | {"TimeToLiveSpecification": {"Enabled": was, "AttributeName": name}}
    caveats = () if was else (marked("Items that have expired meanwhile are gone."),)
    return inverse(
        marked("Set the time to live back as before"), done.step("UpdateTimeToLive", parameters), caveats=caveats
    )


# --- SQS and SNS


def _queue_before(asked: Asked) -> State:
    names = sorted(asked.given.get("Attributes", {}))
    answer = asked.read("sqs:GetQueueAttributes", {"QueueUrl": asked.given["QueueUrl"], "AttributeNames": ["All"]})
    return {"attributes": {name: answer.get("Attributes", {}).get(name, "") for name in names}}


def _queue_back(done: Done) -> Inverse | None:
    given = done.given.get("Attributes", {})
    # An empty text takes a queue's policy or its redrive away, which is what having none means.
    back = {name: text for name, text in done.before["attributes"].items() if text != given.get(name)}
    if not back:
        return None
    parameters = done.only("QueueUrl") | {"Attributes": back}
    return inverse(marked("Set the queue back as before"), done.step("SetQueueAttributes", parameters))


_QUEUE_TAGS = TagShape(
    service="sqs",
    tag="TagQueue",
    untag="UntagQueue",
    list_operation="ListQueueTags",
    list_resource="QueueUrl",
    list_tags="Tags",
    tag_resource="QueueUrl",
    tag_tags="Tags",
    untag_resource="QueueUrl",
    untag_keys="TagKeys",
)


def _queue_exists(asked: Asked) -> bool:
    absent = ("QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue", "NonExistentQueue")
    return asked.read_or_none("sqs:GetQueueUrl", {"QueueName": asked.given["QueueName"]}, absent) is not None


def _topic_exists(asked: Asked) -> bool:
    parameters: dict[str, object] = {}
    while True:
        page = asked.read("sns:ListTopics", parameters)
        ending = f":{asked.given['Name']}"
        if any(str(topic.get("TopicArn", "")).endswith(ending) for topic in page.get("Topics", [])):
            return True
        if not page.get("NextToken"):
            return False
        parameters = {"NextToken": page["NextToken"]}


def _topic_before(asked: Asked) -> State:
    answer = asked.read("sns:GetTopicAttributes", {"TopicArn": asked.given["TopicArn"]})
    return {"value": answer.get("Attributes", {}).get(asked.given["AttributeName"], "")}


def _topic_back(done: Done) -> Inverse | None:
    was = done.before["value"]
    if was == done.given.get("AttributeValue"):
        return None
    parameters = done.only("TopicArn", "AttributeName") | {"AttributeValue": was}
    return inverse(marked("Set the topic back as before"), done.step("SetTopicAttributes", parameters))


def _subscription(done: Done) -> Mapping[str, object] | None:
    found = str(done.answer.get("SubscriptionArn", ""))
    return {"SubscriptionArn": found} if found.startswith("arn:") else None  # else it waits for its confirmation


# --- KMS


def _key_state(wanted: tuple[str, ...], back: str, sentence: str) -> Recipe:
    def before(asked: Asked) -> State:
        return {"state": asked.read("kms:DescribeKey", {"KeyId": asked.given["KeyId"]})["KeyMetadata"].get("KeyState")}

    def undone(done: Done) -> Inverse | None:
        if done.before["state"] not in wanted:
            return None
        calls = [done.step(back, done.only("KeyId"))]
        if done.call.id.operation == "ScheduleKeyDeletion" and done.before["state"] == "Enabled":
            calls.append(done.step("EnableKey", done.only("KeyId")))  # after the cancellation a key is disabled
        return inverse(sentence, *calls)

    return Recipe(before=before, inverse=undone)


def _rotation(was: bool, back: str, sentence: str) -> Recipe:
    def before(asked: Asked) -> State:
        return {"on": asked.read("kms:GetKeyRotationStatus", {"KeyId": asked.given["KeyId"]}).get("KeyRotationEnabled")}

    def undone(done: Done) -> Inverse | None:
        return inverse(sentence, done.step(back, done.only("KeyId"))) if done.before["on"] is was else None

    return Recipe(before=before, inverse=undone)


def _alias_before(asked: Asked) -> State:
    parameters: dict[str, object] = {}
    while True:
        page = asked.read("kms:ListAliases", parameters)
        found = [alias for alias in page.get("Aliases", []) if alias.get("AliasName") == asked.given["AliasName"]]
        if found or not page.get("Truncated"):
            return {"key": found[0].get("TargetKeyId") if found else None}
        parameters = {"Marker": page["NextMarker"]}


def _alias_back(operation: str) -> Callable[[Done], Inverse | None]:
    def undone(done: Done) -> Inverse | None:
        key = done.before["key"]
        parameters = done.only("AliasName") | {"TargetKeyId": key}
        return inverse(marked("Let the alias lead to its key again"), done.step(operation, parameters)) if key else None

    return undone


# --- Secrets Manager and Systems Manager


def _secret_back(done: Done) -> Inverse | None:
    if done.given.get("ForceDeleteWithoutRecovery"):
        return None
    return inverse(marked("Restore the secret"), done.step("RestoreSecret", done.only("SecretId")))


def _parameter_exists(asked: Asked) -> bool:
    filters = [{"Key": "Name", "Option": "Equals", "Values": [asked.given["Name"]]}]
    return bool(asked.read("ssm:DescribeParameters", {"ParameterFilters": filters}).get("Parameters"))


def _parameter(done: Done) -> Mapping[str, object] | None:
    return done.only("Name")


RECIPES: Recipes = {
    "rds:StartDBInstance": _stopped(
        "DBInstance", "DBInstanceStatus", ("stopped",), "StopDBInstance", _INSTANCE, marked("Stop the database again")
    ),
    "rds:StopDBInstance": _stopped(
        "DBInstance",
        "DBInstanceStatus",
        ("available",),
        "StartDBInstance",
        _INSTANCE,
        marked("Start the database again"),
    ),
    "rds:StartDBCluster": _stopped(
        "DBCluster", "Status", ("stopped",), "StopDBCluster", _CLUSTER, marked("Stop the cluster again")
    ),
    "rds:StopDBCluster": _stopped(
        "DBCluster", "Status", ("available",), "StartDBCluster", _CLUSTER, marked("Start the cluster again")
    ),
    "rds:ModifyDBInstance": _DATABASE,
    "rds:ModifyDBCluster": _DATABASE_CLUSTER,
    "rds:AddTagsToResource": tag_recipe(_DATABASE_TAGS),
    "rds:RemoveTagsFromResource": tag_recipe(_DATABASE_TAGS),
    "rds:CreateDBSnapshot": created(
        delete="DeleteDBSnapshot", by=lambda done: done.only("DBSnapshotIdentifier"), what=marked("the snapshot")
    ),
    "rds:CreateDBClusterSnapshot": created(
        delete="DeleteDBClusterSnapshot",
        by=lambda done: done.only("DBClusterSnapshotIdentifier"),
        what=marked("the snapshot"),
    ),
    "dynamodb:UpdateTable": Recipe(before=_table_before, inverse=_table_back),
    "dynamodb:UpdateTimeToLive": Recipe(before=_ttl_before, inverse=_ttl_back),
    "dynamodb:CreateTable": created(
        delete="DeleteTable",
        by=lambda done: done.only("TableName"),
        what=marked("the table"),
        caveats=(marked("What was written to it since is lost."),),
    ),
    "sqs:TagQueue": tag_recipe(_QUEUE_TAGS),
    "sqs:UntagQueue": tag_recipe(_QUEUE_TAGS),
    "sqs:SetQueueAttributes": Recipe(before=_queue_before, inverse=_queue_back),
    "sqs:CreateQueue": created(
        delete="DeleteQueue",
        by=lambda done: {"QueueUrl": done.answer.get("QueueUrl")},
        what=marked("the queue"),
        caveats=(marked("Messages sent to it since are lost."),),
        existed=_queue_exists,
    ),
    "sns:SetTopicAttributes": Recipe(before=_topic_before, inverse=_topic_back),
    "sns:CreateTopic": created(
        delete="DeleteTopic",
        by=lambda done: {"TopicArn": done.answer.get("TopicArn")},
        what=marked("the topic"),
        existed=_topic_exists,
    ),
    "sns:Subscribe": created(delete="Unsubscribe", by=_subscription, what=marked("the subscription")),
    "kms:EnableKey": _key_state(("Disabled",), "DisableKey", marked("Disable the key again")),
    "kms:DisableKey": _key_state(("Enabled",), "EnableKey", marked("Enable the key again")),
    "kms:ScheduleKeyDeletion": _key_state(
        ("Enabled", "Disabled"), "CancelKeyDeletion", marked("Cancel the key's deletion")
    ),
    "kms:EnableKeyRotation": _rotation(False, "DisableKeyRotation", marked("Switch the key's rotation off again")),
    "kms:DisableKeyRotation": _rotation(True, "EnableKeyRotation", marked("Switch the key's rotation on again")),
    "kms:PutKeyPolicy": document(
        identifies=("KeyId", "PolicyName"),
        read="kms:GetKeyPolicy",
        restore=lambda found: {"Policy": found.get("Policy")},
        put="PutKeyPolicy",
        what=marked("the key's policy"),
    ),
    "kms:UpdateKeyDescription": settings(
        read="kms:DescribeKey",
        read_by=lambda given: {"KeyId": given["KeyId"]},
        found=lambda answer: answer.get("KeyMetadata"),
        restorable={"Description": value("Description")},
        identifies=("KeyId",),
        operation="UpdateKeyDescription",
        sentence=marked("Put the description back"),
    ),
    "kms:CreateAlias": created(delete="DeleteAlias", by=lambda done: done.only("AliasName"), what=marked("the alias")),
    "kms:DeleteAlias": Recipe(before=_alias_before, inverse=_alias_back("CreateAlias")),
    "kms:UpdateAlias": Recipe(before=_alias_before, inverse=_alias_back("UpdateAlias")),
    "secretsmanager:DeleteSecret": Recipe(inverse=_secret_back),
    "secretsmanager:CreateSecret": created(
        delete="DeleteSecret",
        by=lambda done: {"SecretId": done.answer.get("ARN")},
        what=marked("the secret"),
        caveats=(marked("AWS keeps a deleted secret for some days."),),
    ),
    "ssm:PutParameter": created(
        delete="DeleteParameter", by=_parameter, what=marked("the parameter"), existed=_parameter_exists
    ),
}
