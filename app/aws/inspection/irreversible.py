"""What cannot be taken back, in sentences that rest on what was read. Refuses to promise that anything can."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from app.aws.inspection.ec2 import deletes_with
from app.aws.inspection.reads import Found
from app.domain.aws import Call, Risk
from app.domain.language import marked, plural, tr

_GONE = marked("What it deletes cannot be brought back.")
_Say = Callable[[Call, Sequence[Found]], Iterator[str]]


def irreversible(call: Call, found: Sequence[Found], risk: Risk) -> tuple[str, ...]:
    """Sentences about ``call``; a destructive one that nothing more is known of gets a general one."""
    say = _SAYINGS.get(str(call.id))
    if say is not None:
        return tuple(dict.fromkeys(say(call, found)))
    return (tr(_GONE),) if risk is Risk.DESTRUCTIVE else ()


def _always(*sentences: str) -> _Say:
    def say(_call: Call, _found: Sequence[Found]) -> Iterator[str]:
        yield from (tr(sentence) for sentence in sentences)

    return say


def _terminated(_call: Call, found: Sequence[Found]) -> Iterator[str]:
    yield tr("A terminated instance cannot be started again, and its private address is lost.")
    going = sum(deletes_with(volume, one.data) for one in found for volume in one.data.get("Volumes", ()))
    if going:
        yield plural(
            "1 volume and everything on it go with the instances.",
            "{count} volumes and everything on them go with the instances.",
            going,
        )


def _object_gone(call: Call, found: Sequence[Found]) -> Iterator[str]:
    versioned = any(one.data.get("Versioning") == "Enabled" for one in found if one.resource.kind == "bucket")
    batch = call.parameters.get("Delete")
    entries = batch.get("Objects", ()) if isinstance(batch, Mapping) else ()
    by_version = "VersionId" in call.parameters or any("VersionId" in entry for entry in entries)
    if by_version:
        yield tr("A version that is deleted by its id cannot be brought back.")
    elif not versioned:
        yield tr("The bucket keeps no versions, so a deleted object cannot be brought back.")


def _overwritten(_call: Call, found: Sequence[Found]) -> Iterator[str]:
    bucket = next((one for one in found if one.resource.kind == "bucket"), None)
    there = any(one.data for one in found if one.resource.kind == "object")
    if there and (bucket is None or bucket.data.get("Versioning") != "Enabled"):
        yield tr("The object that is there now is overwritten, and the bucket keeps no versions.")


def _volume_gone(_call: Call, found: Sequence[Found]) -> Iterator[str]:
    saved = sum(int(one.data.get("Saved", 0)) for one in found if one.resource.kind == "volume")
    if not saved:
        yield tr("What is on the volume is lost; there is no snapshot of it.")
    else:
        yield plural(
            "What is on the volume is lost, but for 1 snapshot of it.",
            "What is on the volume is lost, but for {count} snapshots of it.",
            saved,
        )


def _database_gone(call: Call, found: Sequence[Found]) -> Iterator[str]:
    if call.parameters.get("SkipFinalSnapshot") is True:
        saved = next((int(one.data["Saved"]) for one in found if "Saved" in one.data), 0)
        if saved:
            yield plural(
                "No last snapshot is taken: what changed since the last one is lost (1 snapshot).",
                "No last snapshot is taken: what changed since the last one is lost ({count} snapshots).",
                saved,
            )
        else:
            yield tr("No last snapshot is taken: what changed since the last one is lost (none known).")
    else:
        yield tr("The database can only come back as a new one, from its last snapshot.")
    if call.parameters.get("DeleteAutomatedBackups") is not False:
        yield tr("Its automated backups are deleted too.")


def _secret_gone(call: Call, _found: Sequence[Found]) -> Iterator[str]:
    if call.parameters.get("ForceDeleteWithoutRecovery") is True:
        yield tr("The secret is gone at once and for good.")
    else:
        days = call.parameters.get("RecoveryWindowInDays", 30)
        yield tr("For {days} days the deletion can be taken back; then the secret is gone for good.", days=days)


def _key_gone(call: Call, _found: Sequence[Found]) -> Iterator[str]:
    days = call.parameters.get("PendingWindowInDays", 30)
    yield tr(
        "For {days} days the deletion can be cancelled; then all that the key encrypted is lost for good.", days=days
    )


_SAYINGS: Mapping[str, _Say] = {
    "cloudformation:DeleteStack": _always(
        marked("What the stack made is deleted with it; a new stack makes new resources.")
    ),
    "dynamodb:DeleteItem": _always(marked("The item is gone, unless the table keeps backups.")),
    "dynamodb:DeleteTable": _always(marked("All items of the table are lost, unless there is a backup.")),
    "ec2:DeleteSnapshot": _always(marked("What only this snapshot holds is lost.")),
    "ec2:DeleteVolume": _volume_gone,
    "ec2:DeregisterImage": _always(marked("Nothing can be launched from the image any more.")),
    "ec2:ReleaseAddress": _always(marked("The address goes back to AWS, and somebody else may get it.")),
    "ec2:StopInstances": _always(marked("A public address that is no Elastic IP changes.")),
    "ec2:TerminateInstances": _terminated,
    "iam:DeleteAccessKey": _always(
        marked("Whatever uses the key is refused from then on, and the key does not come back.")
    ),
    "iam:DeleteRole": _always(marked("A new role of the same name is another role for those who trusted the old one.")),
    "iam:DeleteUser": _always(marked("A new user of the same name is another user, with other keys.")),
    "kms:ScheduleKeyDeletion": _key_gone,
    "lambda:DeleteFunction": _always(marked("The function's code is deleted with all its versions.")),
    "logs:DeleteLogGroup": _always(marked("All log lines of the group are lost.")),
    "logs:PutRetentionPolicy": _always(marked("Log lines that are older than that are deleted.")),
    "rds:DeleteDBCluster": _database_gone,
    "rds:DeleteDBInstance": _database_gone,
    "route53:DeleteHostedZone": _always(marked("A new zone of the same name has other name servers.")),
    "s3:DeleteBucket": _always(marked("Somebody else may take the bucket's name.")),
    "s3:DeleteObject": _object_gone,
    "s3:DeleteObjects": _object_gone,
    "s3:PutObject": _overwritten,
    "secretsmanager:DeleteSecret": _secret_gone,
    "sns:DeleteTopic": _always(marked("Its subscriptions are gone too, and have to be confirmed again.")),
    "sqs:DeleteQueue": _always(marked("The messages in the queue are lost.")),
    "sqs:PurgeQueue": _always(marked("The messages in the queue are lost.")),
}
SPOKEN_OPERATIONS = frozenset(_SAYINGS)
"""The operations that have sentences of their own."""
