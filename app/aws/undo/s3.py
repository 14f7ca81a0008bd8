"""Taking back changes to S3: a bucket's settings, its creation and deletion, objects where versions are kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from app.aws.undo.recipes import Asked, Done, Recipe, Recipes, State, created, document, inverse
from app.domain.aws import Call, Inverse
from app.domain.language import marked

_OWNER = ("Bucket", "ExpectedBucketOwner")


@dataclass(frozen=True, slots=True)
class _Setting:
    """A setting of a bucket: how it is read, put back and deleted, and the error by which AWS says there is none."""

    read: str
    put: str
    delete: str
    absent: tuple[str, ...]
    restore: Callable[[Mapping[str, Any]], Mapping[str, object]]
    what: str
    may_be_empty: bool = False


_SETTINGS = (
    _Setting(
        "GetBucketPolicy",
        "PutBucketPolicy",
        "DeleteBucketPolicy",
        ("NoSuchBucketPolicy",),
        lambda found: {"Policy": found.get("Policy")},
        marked("the bucket's policy"),
    ),
    _Setting(
        "GetBucketTagging",
        "PutBucketTagging",
        "DeleteBucketTagging",
        ("NoSuchTagSet",),
        lambda found: {"Tagging": {"TagSet": found["TagSet"]} if found.get("TagSet") else {}},
        marked("the bucket's tags"),
    ),
    _Setting(
        "GetPublicAccessBlock",
        "PutPublicAccessBlock",
        "DeletePublicAccessBlock",
        ("NoSuchPublicAccessBlockConfiguration",),
        lambda found: {"PublicAccessBlockConfiguration": found.get("PublicAccessBlockConfiguration")},
        marked("the block of public access"),
    ),
    _Setting(
        "GetBucketEncryption",
        "PutBucketEncryption",
        "DeleteBucketEncryption",
        ("ServerSideEncryptionConfigurationNotFoundError",),
        lambda found: {"ServerSideEncryptionConfiguration": found.get("ServerSideEncryptionConfiguration")},
        marked("the bucket's encryption"),
    ),
    _Setting(
        "GetBucketLifecycleConfiguration",
        "PutBucketLifecycleConfiguration",
        "DeleteBucketLifecycle",
        ("NoSuchLifecycleConfiguration",),
        lambda found: {"LifecycleConfiguration": {"Rules": found["Rules"]} if found.get("Rules") else {}},
        marked("the bucket's lifecycle"),
    ),
    _Setting(
        "GetBucketCors",
        "PutBucketCors",
        "DeleteBucketCors",
        ("NoSuchCORSConfiguration",),
        lambda found: {"CORSConfiguration": {"CORSRules": found["CORSRules"]} if found.get("CORSRules") else {}},
        marked("the bucket's CORS rules"),
    ),
    _Setting(
        "GetBucketWebsite",
        "PutBucketWebsite",
        "DeleteBucketWebsite",
        ("NoSuchWebsiteConfiguration",),
        lambda found: {"WebsiteConfiguration": dict(found)},
        marked("the bucket's website"),
    ),
    _Setting(
        "GetBucketOwnershipControls",
        "PutBucketOwnershipControls",
        "DeleteBucketOwnershipControls",
        ("OwnershipControlsNotFoundError",),
        lambda found: {"OwnershipControls": found.get("OwnershipControls")},
        marked("who owns its objects"),
    ),
    _Setting(
        "GetBucketReplication",
        "PutBucketReplication",
        "DeleteBucketReplication",
        ("ReplicationConfigurationNotFoundError",),
        lambda found: {"ReplicationConfiguration": found.get("ReplicationConfiguration")},
        marked("the bucket's replication"),
    ),
    _Setting(
        "GetBucketLogging",
        "PutBucketLogging",
        "",
        (),
        lambda found: {"BucketLoggingStatus": dict(found)},
        marked("the bucket's access logs"),
        may_be_empty=True,
    ),
    _Setting(
        "GetBucketNotificationConfiguration",
        "PutBucketNotificationConfiguration",
        "",
        (),
        lambda found: {"NotificationConfiguration": dict(found)},
        marked("the bucket's notifications"),
        may_be_empty=True,
    ),
    _Setting(
        "GetBucketAcl",
        "PutBucketAcl",
        "",
        (),
        lambda found: {"AccessControlPolicy": {name: found[name] for name in ("Owner", "Grants") if name in found}},
        marked("the bucket's ACL"),
    ),
    _Setting(
        "GetBucketRequestPayment",
        "PutBucketRequestPayment",
        "",
        (),
        lambda found: {"RequestPaymentConfiguration": {"Payer": found.get("Payer", "BucketOwner")}},
        marked("who pays for requests"),
    ),
    _Setting(
        "GetBucketAccelerateConfiguration",
        "PutBucketAccelerateConfiguration",
        "",
        (),
        lambda found: {"AccelerateConfiguration": {"Status": found.get("Status", "Suspended")}},
        marked("transfer acceleration"),
    ),
)
_RESTORED_WITH_BUCKET = 9  # the first of them have a deletion of their own, so a new bucket lacks them


def _setting_recipes() -> dict[str, Recipe]:
    recipes = {}
    for setting in _SETTINGS:
        recipe = document(
            identifies=_OWNER,
            read=f"s3:{setting.read}",
            restore=setting.restore,
            put=setting.put,
            delete=setting.delete,
            absent=setting.absent,
            what=setting.what,
            may_be_empty=setting.may_be_empty,
        )
        recipes[f"s3:{setting.put}"] = recipe
        if setting.delete:
            recipes[f"s3:{setting.delete}"] = recipe
    return recipes


def _versioning_before(asked: Asked) -> State:
    return {"status": asked.read("s3:GetBucketVersioning", {"Bucket": asked.given["Bucket"]}).get("Status", "")}


def _versioning_back(done: Done) -> Inverse | None:
    was, now = done.before["status"], done.given.get("VersioningConfiguration", {}).get("Status")
    if was == now or (was == "" and now == "Suspended"):
        return None
    caveats = (
        () if was else (marked("A bucket that once kept versions can only suspend that, and keeps those it has."),)
    )
    parameters = done.only(*_OWNER) | {"VersioningConfiguration": {"Status": was or "Suspended"}}
    what = marked("Keep versions again") if was == "Enabled" else marked("Keep versions no more")
    return inverse(what, done.step("PutBucketVersioning", parameters), caveats=caveats)


def _bucket_before(asked: Asked) -> State:
    """Everything that a bucket has beside its objects; AWS deletes only an empty one."""
    bucket = {"Bucket": asked.given["Bucket"]}
    found = {
        setting.put: asked.read_or_none(f"s3:{setting.read}", bucket, setting.absent)
        for setting in _SETTINGS[:_RESTORED_WITH_BUCKET]
    }
    versioning = asked.read("s3:GetBucketVersioning", bucket).get("Status", "")
    place = asked.read("s3:GetBucketLocation", bucket).get("LocationConstraint")
    return {"settings": found, "versioning": versioning, "place": place}


def _bucket_back(done: Done) -> Inverse | None:
    bucket = {"Bucket": done.given["Bucket"]}
    place = done.before["place"]
    where: dict[str, object] = {"CreateBucketConfiguration": {"LocationConstraint": place}} if place else {}
    calls: list[Call] = [done.step("CreateBucket", bucket | where)]
    if done.before["versioning"] == "Enabled":
        calls.append(done.step("PutBucketVersioning", bucket | {"VersioningConfiguration": {"Status": "Enabled"}}))
    # The block of public access last but for the policy: a new bucket blocks it, and so refuses a public policy.
    order = sorted(_SETTINGS[:_RESTORED_WITH_BUCKET], key=lambda setting: setting.put == "PutBucketPolicy")
    for setting in order:
        found = done.before["settings"].get(setting.put)
        restored = {} if found is None else dict(setting.restore(found))
        if any(restored.values()):
            calls.append(done.step(setting.put, bucket | restored))
    caveats = (
        marked("Another account may have taken the name meanwhile."),
        marked("Its ACL, logs and notifications are not restored."),
    )
    return inverse(marked("Create the bucket again, with its settings"), *calls, caveats=caveats)


def _versions_kept(asked: Asked) -> bool:
    return asked.read("s3:GetBucketVersioning", {"Bucket": asked.given["Bucket"]}).get("Status") == "Enabled"


def _object_before(asked: Asked) -> State:
    return {"versions": _versions_kept(asked)}


def _object_back(done: Done) -> Inverse | None:
    """Where versions are kept, the newest one (or the deletion's marker) is removed, and the one before it counts."""
    version = done.answer.get("VersionId")
    deleted = done.call.id.operation == "DeleteObject"
    if (
        not done.before["versions"]
        or not version
        or version == "null"
        or (deleted and not done.answer.get("DeleteMarker"))
    ):
        return None
    if deleted and done.given.get("VersionId"):
        return None  # that version is gone for good
    sentence = (
        marked("Bring the object back, by deleting its deletion marker")
        if deleted
        else marked("Delete the version just written")
    )
    parameters = done.only("Bucket", "Key") | {"VersionId": version}
    return inverse(sentence, done.step("DeleteObject", parameters))


def _exists(asked: Asked) -> bool:
    """In us-east-1 the creation of one's own bucket succeeds although it is there already."""
    return (
        asked.read_or_none("s3:HeadBucket", {"Bucket": asked.given["Bucket"]}, ("404", "NoSuchBucket", "NotFound"))
        is not None
    )


RECIPES: Recipes = {
    **_setting_recipes(),
    "s3:PutBucketVersioning": Recipe(before=_versioning_before, inverse=_versioning_back),
    "s3:CreateBucket": created(
        delete="DeleteBucket",
        by=lambda done: done.only("Bucket"),
        what=marked("the bucket"),
        caveats=(marked("AWS refuses that once something is in it."),),
        existed=_exists,
    ),
    "s3:DeleteBucket": Recipe(before=_bucket_before, inverse=_bucket_back),
    "s3:PutObject": Recipe(before=_object_before, inverse=_object_back),
    "s3:CopyObject": Recipe(before=_object_before, inverse=_object_back),
    "s3:DeleteObject": Recipe(before=_object_before, inverse=_object_back),
    "s3:PutObjectTagging": document(
        identifies=("Bucket", "Key", "VersionId"),
        read="s3:GetObjectTagging",
        restore=lambda found: {"Tagging": {"TagSet": found["TagSet"]} if found.get("TagSet") else {}},
        put="PutObjectTagging",
        delete="DeleteObjectTagging",
        what=marked("the object's tags"),
    ),
    "s3:DeleteObjectTagging": document(
        identifies=("Bucket", "Key", "VersionId"),
        read="s3:GetObjectTagging",
        restore=lambda found: {"Tagging": {"TagSet": found["TagSet"]} if found.get("TagSet") else {}},
        put="PutObjectTagging",
        delete="DeleteObjectTagging",
        what=marked("the object's tags"),
    ),
}
