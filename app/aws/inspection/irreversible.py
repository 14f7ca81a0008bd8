"""What cannot be taken back, in sentences that rest on what was read. Refuses to promise that anything can."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from app.aws.inspection.ec2 import deletes_with
from app.aws.inspection.reads import Found, counted
from app.domain.aws import Call, Risk

_GONE = "What it deletes cannot be brought back."
_Say = Callable[[Call, Sequence[Found]], Iterator[str]]


def irreversible(call: Call, found: Sequence[Found], risk: Risk) -> tuple[str, ...]:
    """Sentences about ``call``; a destructive one that nothing more is known of gets a general one."""
    say = _SAYINGS.get(str(call.id))
    if say is not None:
        return tuple(dict.fromkeys(say(call, found)))
    return (_GONE,) if risk is Risk.DESTRUCTIVE else ()


def _always(*sentences: str) -> _Say:
    def say(_call: Call, _found: Sequence[Found]) -> Iterator[str]:
        yield from sentences

    return say


def _terminated(_call: Call, found: Sequence[Found]) -> Iterator[str]:
    yield "A terminated instance cannot be started again, and its private address is lost."
    going = sum(deletes_with(volume, one.data) for one in found for volume in one.data.get("Volumes", ()))
    if going:
        yield f"{counted(going, 'volume')} and everything on {'it' if going == 1 else 'them'} go with the instances."


def _object_gone(call: Call, found: Sequence[Found]) -> Iterator[str]:
    versioned = any(one.data.get("Versioning") == "Enabled" for one in found if one.resource.kind == "bucket")
    batch = call.parameters.get("Delete")
    entries = batch.get("Objects", ()) if isinstance(batch, Mapping) else ()
    by_version = "VersionId" in call.parameters or any("VersionId" in entry for entry in entries)
    if by_version:
        yield "A version that is deleted by its id cannot be brought back."
    elif not versioned:
        yield "The bucket keeps no versions, so a deleted object cannot be brought back."


def _overwritten(_call: Call, found: Sequence[Found]) -> Iterator[str]:
    bucket = next((one for one in found if one.resource.kind == "bucket"), None)
    there = any(one.data for one in found if one.resource.kind == "object")
    if there and (bucket is None or bucket.data.get("Versioning") != "Enabled"):
        yield "The object that is there now is overwritten, and the bucket keeps no versions."


def _volume_gone(_call: Call, found: Sequence[Found]) -> Iterator[str]:
    saved = sum(int(one.data.get("Saved", 0)) for one in found if one.resource.kind == "volume")
    yield "What is on the volume is lost" + (
        f", but for {counted(saved, 'snapshot')} of it." if saved else "; there is no snapshot of it."
    )


def _database_gone(call: Call, found: Sequence[Found]) -> Iterator[str]:
    if call.parameters.get("SkipFinalSnapshot") is True:
        saved = [fact for one in found for fact in one.resource.dependants if "snapshot" in fact]
        known = saved[0] if saved else "none known"
        yield f"No last snapshot is taken: what changed since the last one is lost ({known})."
    else:
        yield "The database can only come back as a new one, from its last snapshot."
    if call.parameters.get("DeleteAutomatedBackups") is not False:
        yield "Its automated backups are deleted too."


def _secret_gone(call: Call, _found: Sequence[Found]) -> Iterator[str]:
    if call.parameters.get("ForceDeleteWithoutRecovery") is True:
        yield "The secret is gone at once and for good."
    else:
        days = call.parameters.get("RecoveryWindowInDays", 30)
        yield f"For {days} days the deletion can be taken back; then the secret is gone for good."


def _key_gone(call: Call, _found: Sequence[Found]) -> Iterator[str]:
    days = call.parameters.get("PendingWindowInDays", 30)
    yield f"For {days} days the deletion can be cancelled; then all that the key encrypted is lost for good."


_SAYINGS: Mapping[str, _Say] = {
    "cloudformation:DeleteStack": _always("What the stack made is deleted with it; a new stack makes new resources."),
    "dynamodb:DeleteItem": _always("The item is gone, unless the table keeps backups."),
    "dynamodb:DeleteTable": _always("All items of the table are lost, unless there is a backup."),
    "ec2:DeleteSnapshot": _always("What only this snapshot holds is lost."),
    "ec2:DeleteVolume": _volume_gone,
    "ec2:DeregisterImage": _always("Nothing can be launched from the image any more."),
    "ec2:ReleaseAddress": _always("The address goes back to AWS, and somebody else may get it."),
    "ec2:StopInstances": _always("A public address that is no Elastic IP changes."),
    "ec2:TerminateInstances": _terminated,
    "iam:DeleteAccessKey": _always("Whatever uses the key is refused from then on, and the key does not come back."),
    "iam:DeleteRole": _always("A new role of the same name is another role for those who trusted the old one."),
    "iam:DeleteUser": _always("A new user of the same name is another user, with other keys."),
    "kms:ScheduleKeyDeletion": _key_gone,
    "lambda:DeleteFunction": _always("The function's code is deleted with all its versions."),
    "logs:DeleteLogGroup": _always("All log lines of the group are lost."),
    "logs:PutRetentionPolicy": _always("Log lines that are older than that are deleted."),
    "rds:DeleteDBCluster": _database_gone,
    "rds:DeleteDBInstance": _database_gone,
    "route53:DeleteHostedZone": _always("A new zone of the same name has other name servers."),
    "s3:DeleteBucket": _always("Somebody else may take the bucket's name."),
    "s3:DeleteObject": _object_gone,
    "s3:DeleteObjects": _object_gone,
    "s3:PutObject": _overwritten,
    "secretsmanager:DeleteSecret": _secret_gone,
    "sns:DeleteTopic": _always("Its subscriptions are gone too, and have to be confirmed again."),
    "sqs:DeleteQueue": _always("The messages in the queue are lost."),
    "sqs:PurgeQueue": _always("The messages in the queue are lost."),
}
SPOKEN_OPERATIONS = frozenset(_SAYINGS)
"""The operations that have sentences of their own."""
