"""What services that keep data say of it: buckets, objects, tables, queues, topics, keys, secrets and logs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from app.aws.inspection.finding import Finder, by_name, named
from app.aws.inspection.reads import Found, Reads, listed, texts, whole
from app.domain.aws import Call, Resource, tags_of
from app.domain.language import plural, tr
from app.domain.numerals import number

_PAGE = 1000
_OBJECTS_SHOWN = 20


def buckets(reads: Reads, names: Sequence[str]) -> Iterator[Found]:
    """Buckets, with what they hold and what depends on them."""
    for name in names:
        page = reads("s3:ListObjectsV2", Bucket=name, MaxKeys=_PAGE)
        if not page:
            continue
        count = page.get("KeyCount", len(page.get("Contents", ())))
        status = reads("s3:GetBucketVersioning", Bucket=name).get("Status")
        versioning = tr("versioning {state}", state=str(status).lower()) if status else tr("no versioning")
        objects = _objects(whole(count), more=bool(page.get("IsTruncated")))
        facts: tuple[str, ...] = (objects, versioning)
        held = objects if count else ""
        data: dict[str, Any] = {"KeyCount": count, "Versioning": status or ""}
        yield Found(resource=Resource(kind="bucket", id=name, facts=facts, contents=held), data=data)
        if status:
            page = reads("s3:ListObjectVersions", Bucket=name, MaxKeys=_PAGE)
            older = len(page.get("Versions", ())) + len(page.get("DeleteMarkers", ()))
            data["Versions"] = older
            facts = (*facts, _versions(older, more=bool(page.get("IsTruncated"))))
        site = reads("s3:GetBucketWebsite", Bucket=name)
        copies = reads("s3:GetBucketReplication", Bucket=name).get("ReplicationConfiguration", {}).get("Rules", ())
        public = reads("s3:GetBucketPolicyStatus", Bucket=name).get("PolicyStatus", {}).get("IsPublic")
        tags = tags_of(reads("s3:GetBucketTagging", Bucket=name).get("TagSet"))
        dependants = texts(
            site and tr("serves a website"),
            copies
            and tr(
                "copied to {names}",
                names=listed([rule.get("Destination", {}).get("Bucket", "") for rule in copies]),
            ),
            public and tr("anyone on the internet can read from it"),
        )
        bucket = Resource(kind="bucket", id=name, facts=facts, tags=tags, dependants=dependants, contents=held)
        yield Found(resource=bucket, data=data)


def _objects(count: int, *, more: bool) -> str:
    if more:
        return tr("at least {count} objects", count=number(count))
    return plural("1 object", "{count} objects", count)


def _versions(count: int, *, more: bool) -> str:
    if more:
        return tr("at least {count} versions", count=number(count))
    return plural("1 version", "{count} versions", count)


def _bytes(count: object) -> str:
    return plural("1 byte", "{count} bytes", whole(count))


def objects(reads: Reads, keys: Sequence[str]) -> Iterator[Found]:
    """Objects that a call names, of the bucket it names."""
    bucket = reads.call.parameters.get("Bucket")
    for key in keys[:_OBJECTS_SHOWN] if isinstance(bucket, str) else ():
        head = reads("s3:HeadObject", Bucket=bucket, Key=key)
        if not head:
            yield Found(resource=Resource(kind="object", id=key, facts=(tr("not there, or not to be read"),)))
            continue
        facts = texts(
            _bytes(head.get("ContentLength")),
            tr("changed {day}", day=str(head.get("LastModified", ""))[:10]),
        )
        dependants = texts(head.get("ObjectLockMode") and tr("locked ({mode})", mode=head["ObjectLockMode"]))
        yield Found(resource=Resource(kind="object", id=key, facts=facts, dependants=dependants), data=head)
    for key in keys[_OBJECTS_SHOWN:]:
        yield Found(resource=Resource(kind="object", id=key))


def _object_keys(call: Call) -> list[str]:
    if call.id.service != "s3":
        return []
    held = call.parameters.get("Delete")
    listed_keys = held.get("Objects", ()) if isinstance(held, dict) else ()
    several = [str(entry["Key"]) for entry in listed_keys if isinstance(entry, dict) and entry.get("Key")]
    return list(dict.fromkeys([*named(call, "Key"), *several]))


def tables(reads: Reads, names: Sequence[str]) -> Iterator[Found]:
    """Tables, with their size, indexes, streams and copies."""
    for name in names:
        table = reads("dynamodb:DescribeTable", TableName=name).get("Table", {})
        if not table:
            continue
        mode = table.get("BillingModeSummary", {}).get("BillingMode", "PROVISIONED")
        facts = texts(
            plural("about 1 item", "about {count} items", whole(table.get("ItemCount"))),
            table.get("TableStatus"),
            tr("on demand") if mode == "PAY_PER_REQUEST" else tr("provisioned"),
            table.get("DeletionProtectionEnabled") and tr("deletion protection on"),
        )
        dependants = texts(
            table.get("GlobalSecondaryIndexes")
            and plural("1 index", "{count} indexes", len(table["GlobalSecondaryIndexes"])),
            table.get("StreamSpecification", {}).get("StreamEnabled") and tr("a stream that others may read"),
            table.get("Replicas")
            and tr("copies in {regions}", regions=listed([copy.get("RegionName", "") for copy in table["Replicas"]])),
        )
        tags = tags_of(reads("dynamodb:ListTagsOfResource", ResourceArn=table.get("TableArn", "")).get("Tags"))
        yield Found(resource=Resource(kind="table", id=name, facts=facts, tags=tags, dependants=dependants), data=table)


def queues(reads: Reads, urls: Sequence[str]) -> Iterator[Found]:
    """Queues, with what waits in them."""
    for url in urls:
        found = reads("sqs:GetQueueAttributes", QueueUrl=url, AttributeNames=["All"]).get("Attributes", {})
        if not found:
            continue
        waiting = int(str(found.get("ApproximateNumberOfMessages", "0")))
        hidden = int(str(found.get("ApproximateNumberOfMessagesNotVisible", "0")))
        facts = texts(
            plural("about 1 message waiting", "about {count} messages waiting", waiting),
            hidden and tr("{count} being worked on", count=hidden),
        )
        dependants = texts(found.get("RedrivePolicy") and tr("sends what fails to another queue"))
        tags = tags_of(reads("sqs:ListQueueTags", QueueUrl=url).get("Tags"))
        name = url.rpartition("/")[2]
        yield Found(
            resource=Resource(kind="queue", id=url, name=name, facts=facts, tags=tags, dependants=dependants),
            data=found,
        )


def topics(reads: Reads, arns: Sequence[str]) -> Iterator[Found]:
    """Topics, with how many listen to them."""
    for arn in arns:
        found = reads("sns:GetTopicAttributes", TopicArn=arn).get("Attributes", {})
        if not found:
            continue
        confirmed = int(str(found.get("SubscriptionsConfirmed", "0")))
        pending = int(str(found.get("SubscriptionsPending", "0")))
        dependants = texts(
            plural("1 subscription", "{count} subscriptions", confirmed)
            if confirmed
            else tr("no confirmed subscription"),
            pending and plural("1 subscription not confirmed yet", "{count} subscriptions not confirmed yet", pending),
        )
        tags = tags_of(reads("sns:ListTagsForResource", ResourceArn=arn).get("Tags"))
        name = arn.rpartition(":")[2]
        yield Found(resource=Resource(kind="topic", id=arn, name=name, tags=tags, dependants=dependants), data=found)


def keys(reads: Reads, ids: Sequence[str]) -> Iterator[Found]:
    """Keys, with their names and who was granted their use."""
    for id in ids:
        key = reads("kms:DescribeKey", KeyId=id).get("KeyMetadata", {})
        if not key:
            continue
        own = str(key.get("KeyId", id))
        aliases = [str(entry.get("AliasName")) for entry in reads("kms:ListAliases", KeyId=own).get("Aliases", ())]
        grants = reads("kms:ListGrants", KeyId=own).get("Grants", ())
        tags = tags_of(reads("kms:ListResourceTags", KeyId=own).get("Tags"))
        facts = texts(
            key.get("Description"), key.get("KeyState"), key.get("KeyManager") == "AWS" and tr("managed by AWS")
        )
        dependants = texts(
            aliases and tr("called {names}", names=listed(aliases)),
            plural("1 grant of its use", "{count} grants of its use", len(grants)) if grants else "",
            tr("what it encrypted is not known to AWS"),
        )
        name = aliases[0] if aliases else ""
        yield Found(
            resource=Resource(kind="key", id=id, name=name, facts=facts, tags=tags, dependants=dependants), data=key
        )


def secrets(reads: Reads, ids: Sequence[str]) -> Iterator[Found]:
    """Secrets, with when they were last used; never what they hold."""
    for id in ids:
        found = reads("secretsmanager:DescribeSecret", SecretId=id)
        if not found:
            continue
        used = str(found.get("LastAccessedDate") or "")[:10]
        facts = texts(
            tr("last used {when}", when=used) if used else tr("never used, as far as AWS knows"),
            found.get("RotationEnabled") and tr("rotated by itself"),
            found.get("DeletedDate") and tr("being deleted"),
        )
        dependants = texts(
            found.get("ReplicationStatus")
            and tr(
                "copies in {regions}", regions=listed([copy.get("Region", "") for copy in found["ReplicationStatus"]])
            )
        )
        tags = tags_of(found.get("Tags"))
        name = str(found.get("Name", ""))
        yield Found(
            resource=Resource(kind="secret", id=id, name=name, facts=facts, tags=tags, dependants=dependants),
            data=found,
        )


def log_groups(reads: Reads, names: Sequence[str]) -> Iterator[Found]:
    """Log groups, with how much they hold and what reads them."""
    for name in names:
        answers = reads("logs:DescribeLogGroups", logGroupNamePrefix=name).get("logGroups", ())
        group = next((entry for entry in answers if entry.get("logGroupName") == name), None)
        if group is None:
            continue
        days = group.get("retentionInDays")
        facts = (
            _bytes(group.get("storedBytes")),
            tr("kept {days} days", days=days) if days else tr("kept for ever"),
        )
        filters = reads("logs:DescribeMetricFilters", logGroupName=name).get("metricFilters", ())
        readers = reads("logs:DescribeSubscriptionFilters", logGroupName=name).get("subscriptionFilters", ())
        dependants = texts(
            filters and plural("1 metric filter", "{count} metric filters", len(filters)),
            readers and plural("1 subscription", "{count} subscriptions", len(readers)),
        )
        arn = str(group.get("arn", "")).removesuffix(":*")
        tags = tags_of(reads("logs:ListTagsForResource", resourceArn=arn).get("tags")) if arn else {}
        yield Found(
            resource=Resource(kind="log group", id=name, facts=facts, tags=tags, dependants=dependants), data=group
        )


FINDERS = (
    Finder(by_name("s3", "Bucket", creating=("CreateBucket",)), buckets),
    Finder(_object_keys, objects),
    Finder(by_name("dynamodb", "TableName", creating=("CreateTable",)), tables),
    Finder(by_name("sqs", "QueueUrl"), queues),
    Finder(by_name("sns", "TopicArn"), topics),
    Finder(by_name("kms", "KeyId", "TargetKeyId", creating=("CreateKey",)), keys),
    Finder(by_name("secretsmanager", "SecretId"), secrets),
    Finder(by_name("logs", "logGroupName", creating=("CreateLogGroup",)), log_groups),
)
