"""Objects, tables, databases, secrets and parameters: their nested parameters from a clause. Refuses other services."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from itertools import pairwise

from app.aws.recogniser.filling import Filling
from app.aws.recogniser.text import Kind, Token

_NAMELIKE = (
    Kind.NAME, Kind.QUOTED, Kind.DOMAIN, Kind.PATH, Kind.URL, Kind.ARN, Kind.EMAIL, Kind.ID, Kind.IP, Kind.CIDR,
    Kind.DATE, Kind.S3_URI, Kind.REGION, Kind.INSTANCE_TYPE,
)  # fmt: skip


def _bucket_and_key(filling: Filling) -> None:
    """An S3 URI, or a key and a bucket in either order (``report.csv from bucket data``)."""
    for _, token in filling.free(Kind.S3_URI):
        bucket, _, key = token.raw.removeprefix("s3://").partition("/")
        filling.put("Bucket", bucket)
        if key:
            filling.put("Key", key) or filling.put("Prefix", key)
        token.used = True
        return
    for noun, token in list(filling.named()):
        if noun in {"bucket", "s3"} and filling.put("Bucket", token.raw):
            token.used = True
    if filling.shape("Key") is None:
        prefix = filling.after("prefix", "under", "starting")
        if prefix is not None and filling.put("Prefix", prefix.raw.lstrip("/")):
            prefix.used = True
        return
    for noun, token in list(filling.named()):
        if noun in {"object", "file", "key", ""} and filling.put("Key", token.raw):
            token.used = True


def _put_object(filling: Filling) -> None:
    body = filling.after("content", "body", "text", "containing")
    if body is not None and filling.put("Body", body.raw):
        body.used = True
    _bucket_and_key(filling)


def _copy_object(filling: Filling) -> None:
    uris = [token for _, token in filling.free(Kind.S3_URI)]
    if len(uris) == 2:
        source, target = (token.raw.removeprefix("s3://") for token in uris)
        bucket, _, key = target.partition("/")
        filling.put("CopySource", source)
        filling.put("Bucket", bucket)
        filling.put("Key", key or source.rpartition("/")[2])
        for token in uris:
            token.used = True
        return
    paths = [token for _, token in filling.free(Kind.NAME) if "/" in token.raw.strip("/")]
    if paths and filling.put("CopySource", paths[0].raw):
        paths[0].used = True
        for other in paths[1:2]:
            bucket, _, key = other.raw.partition("/")
            other.used = filling.put("Bucket", bucket) and filling.put("Key", key)
        named = filling.after("as", "named", "called")
        if named is not None:
            named.used = filling.put("Key", named.raw)


def _delete_objects(filling: Filling) -> None:
    """``report.pdf and summary.pdf out of q2``: the last name is the bucket's where it follows a preposition."""
    _bucket_and_key(filling)
    names = list(filling.free(Kind.NAME, Kind.DOMAIN, Kind.PATH, Kind.QUOTED))
    for place, token in names:
        before = filling.tokens[place - 1] if place else None
        if before is not None and before.word in {"of", "from", "in"} and filling.put("Bucket", token.raw):
            token.used = True
    keys = [token for _, token in names if not token.used]
    if keys and filling.put("Delete", {"Objects": [{"Key": token.raw} for token in keys]}):
        for token in keys:
            token.used = True


def _create_bucket(filling: Filling) -> None:
    if filling.region is not None and filling.region != "us-east-1":
        filling.put("CreateBucketConfiguration", {"LocationConstraint": filling.region})


def _bucket_versioning(filling: Filling) -> None:
    off = filling.verb in {"disable", "suspend", "pause", "stop"} or filling.has_any("suspended", "off")
    filling.put("VersioningConfiguration", {"Status": "Suspended" if off else "Enabled"})


def _bucket_encryption(filling: Filling) -> None:
    by_key = filling.has_any("kms")
    rule: dict[str, object] = {"SSEAlgorithm": "aws:kms" if by_key else "AES256"}
    for _, token in filling.free(Kind.ARN, Kind.ID):
        rule = {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": token.raw}
        token.used = True
    filling.put("ServerSideEncryptionConfiguration", {"Rules": [{"ApplyServerSideEncryptionByDefault": rule}]})


def _public_access_block(filling: Filling) -> None:
    names = ("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets")
    filling.put("PublicAccessBlockConfiguration", dict.fromkeys(names, True))


def _bucket_tags(filling: Filling) -> None:
    pairs = [token for _, token in filling.free(Kind.PAIR)]
    if pairs and filling.put("Tagging", {"TagSet": [{"Key": token.key, "Value": token.raw} for token in pairs]}):
        for token in pairs:
            token.used = True


_KEY_ROLES = {"partition": "HASH", "hash": "HASH", "primary": "HASH", "sort": "RANGE", "range": "RANGE"}
_ATTRIBUTE = {"numeric": "N", "string": "S", "number": "N", "binary": "B", "str": "S", "int": "N", "s": "S", "n": "N"}


def _create_table(filling: Filling) -> None:
    """``with partition key id (string) and sort key created (number)``; on demand unless capacity is said."""
    keys: list[tuple[str, str, str]] = []
    tokens = filling.tokens
    for index, token in enumerate(tokens[:-1]):
        keyed = token.word in {"keyed", "pk", "sk"}
        if token.word != "key" and not keyed:
            continue
        said = [other.word for other in tokens[max(0, index - 2) : index]]
        role = next((_KEY_ROLES[word] for word in reversed(said) if word in _KEY_ROLES), None)
        role = {"keyed": "HASH", "pk": "HASH", "sk": "RANGE"}.get(token.word, role)
        place = index + 1
        while place < len(tokens) and (
            tokens[place].word in {"called", "named", "is", "of", "a", "the", "on", "by"}
            or tokens[place].kind is Kind.COMMA
        ):
            place += 1
        if role is None or place >= len(tokens) or any(name == tokens[place].raw for name, _, _ in keys):
            continue
        kind = next((_ATTRIBUTE[word] for word in reversed(said) if word in _ATTRIBUTE), "")
        for after in tokens[place + 1 : place + 4]:
            if kind or after.word in {"sort", "range", "and"} or after.word == "key":
                break
            if after.word in _ATTRIBUTE:
                kind = _ATTRIBUTE[after.word]
                after.used = True
        keys.append((tokens[place].raw, role, kind or "S"))
        tokens[place].used = True
        if tokens[place].kind is Kind.WORD:
            tokens[place].kind = Kind.NAME
    if keys:
        filling.put("AttributeDefinitions", [{"AttributeName": name, "AttributeType": kind} for name, _, kind in keys])
        filling.put("KeySchema", [{"AttributeName": name, "KeyType": role} for name, role, _ in keys])
        read, write = filling.number_near("read"), filling.number_near("write")
        if read is not None and write is not None:
            filling.put("ProvisionedThroughput", {"ReadCapacityUnits": read, "WriteCapacityUnits": write})
        else:
            filling.put("BillingMode", "PAY_PER_REQUEST")


def _said_keys(filling: Filling) -> list[Token]:
    """``with pk USER#17 and sk PROFILE``, ``email is a@b.io``: attributes and their values as words."""
    found: list[Token] = []
    tokens = filling.tokens
    for place, token in enumerate(tokens[:-1]):
        if token.kind not in {Kind.WORD, Kind.NAME} or place == 0 or token.used or token.word in filling.words.glue:
            continue
        linked = tokens[place + 1].word == "is" and place + 2 < len(tokens)
        value = tokens[place + 2 if linked else place + 1]
        led = tokens[place - 1].word in {"with", "and", "where", "whose", "key", "has"} or found
        if value.used or (
            value.kind in {Kind.WORD, Kind.COMMA, Kind.BREAK, Kind.PAIR}
            and not (value.kind is Kind.WORD and value.raw.isupper())
        ):
            continue
        if (led or linked) and token.word not in {"item", "row", "table", "from", "in"}:
            value.key = token.raw
            token.used = value.used = True
            found.append(value)
    return found


def _item(filling: Filling) -> None:
    name = "Item" if filling.shape("Item") is not None else "Key"
    pairs = [token for _, token in filling.free(Kind.PAIR)] or _said_keys(filling)
    value = {token.key: {"N" if re.fullmatch(r"-?\d+(\.\d+)?", token.raw) else "S": token.raw} for token in pairs}
    if not pairs:
        for _, token in filling.free(Kind.JSON):
            if filling.put(name, _typed(token.raw) or token.raw):
                token.used = True
    elif filling.put(name, value):
        for token in pairs:
            token.used = True


def _typed(text: str) -> dict[str, object] | None:
    """A flat JSON object as DynamoDB types it; nothing for one that is typed already, or deeper."""
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError):
        return None
    typed: dict[str, object] = {}
    for key, value in plain.items() if isinstance(plain, dict) else ():
        match value:
            case bool():
                typed[key] = {"BOOL": value}
            case int() | float():
                typed[key] = {"N": str(value)}
            case str():
                typed[key] = {"S": value}
            case _:
                return None
    return typed or None


def _point_in_time(filling: Filling) -> None:
    filling.put("PointInTimeRecoverySpecification", {"PointInTimeRecoveryEnabled": filling.verb != "disable"})


def _time_to_live(filling: Filling) -> None:
    token = filling.after("attribute", "field", "column", "on")
    if token is None:
        words = {"attribute", "field", "column"}
        said = [other for before, other in pairwise(filling.tokens) if before.word in words and not other.used]
        token = said[0] if said else None
    if token is not None:
        filling.put("TimeToLiveSpecification", {"Enabled": filling.verb != "disable", "AttributeName": token.raw})
        token.used = True


def _delete_database(filling: Filling) -> None:
    final = filling.after("snapshot")
    if filling.has_any("without", "skip", "skipping", "no") and filling.has_any("snapshot"):
        filling.put("SkipFinalSnapshot", True)
    elif final is not None and filling.put("FinalDBSnapshotIdentifier", final.raw):
        final.used = True


def _storage(filling: Filling) -> None:
    for _, token in filling.free(Kind.SIZE):
        if filling.put("AllocatedStorage", token.raw):
            token.used = True


def _delete_secret(filling: Filling) -> None:
    if filling.has_any("force", "immediately", "permanently") or filling.has("without", "recovery"):
        filling.put("ForceDeleteWithoutRecovery", True)
    elif (days := filling.number_near("day", "window")) is not None:
        filling.put("RecoveryWindowInDays", days)


def _secret_value(filling: Filling) -> None:
    for wanted in ("value", "to", "string", "containing", "content"):
        token = filling.after(wanted)
        if token is not None and token.kind in {*_NAMELIKE, Kind.JSON, Kind.NUMBER}:
            name = "SecretString" if filling.shape("SecretString") is not None else "Value"
            if filling.put(name, token.raw):
                token.used = True
                return
    for _, token in filling.free(Kind.JSON):
        if filling.put("SecretString", token.raw):
            token.used = True


def _stage(filling: Filling) -> None:
    if filling.has_any("previous", "prior", "old"):
        filling.put("VersionStage", "AWSPREVIOUS")


def _parameter(filling: Filling) -> None:
    path = next((token for _, token in filling.free(Kind.PATH)), None)
    if path is not None and any(filling.put(name, path.raw) for name in ("Name", "Path")):
        path.used = True
    if filling.operation.id.operation == "PutParameter":
        if filling.has_any("secure", "securestring", "encrypted"):
            filling.put("Type", "SecureString")
        if filling.verb in {"update", "change", "set", "modify", "overwrite"} or filling.has_any("overwrite"):
            filling.put("Overwrite", True)
        _secret_value(filling)
    elif filling.has_any("decrypted", "decrypt", "decryption", "secure"):
        filling.put("WithDecryption", True)
    if filling.has_any("recursively", "recursive"):
        filling.put("Recursive", True)


def _query(filling: Filling) -> None:
    for _, token in filling.free(Kind.QUOTED):
        if filling.put("QueryString", token.raw):
            token.used = True
            break
    database = filling.after("database")
    if database is not None:
        filling.put("QueryExecutionContext", {"Database": database.raw})
        database.used = True
    for _, token in filling.free(Kind.S3_URI):
        filling.put("ResultConfiguration", {"OutputLocation": token.raw})
        token.used = True


STORE: Mapping[str, Callable[[Filling], None]] = {
    "s3:CreateBucket": _create_bucket,
    "s3:PutBucketVersioning": _bucket_versioning,
    "s3:PutBucketEncryption": _bucket_encryption,
    "s3:PutPublicAccessBlock": _public_access_block,
    "s3:PutBucketTagging": _bucket_tags,
    "s3:ListObjectsV2": _bucket_and_key,
    "s3:ListObjectVersions": _bucket_and_key,
    "s3:GetObject": _bucket_and_key,
    "s3:HeadObject": _bucket_and_key,
    "s3:DeleteObject": _bucket_and_key,
    "s3:GetObjectTagging": _bucket_and_key,
    "s3:GetObjectAcl": _bucket_and_key,
    "s3:PutObject": _put_object,
    "s3:CopyObject": _copy_object,
    "s3:DeleteObjects": _delete_objects,
    "dynamodb:CreateTable": _create_table,
    "dynamodb:PutItem": _item,
    "dynamodb:GetItem": _item,
    "dynamodb:DeleteItem": _item,
    "dynamodb:UpdateContinuousBackups": _point_in_time,
    "dynamodb:UpdateTimeToLive": _time_to_live,
    "rds:DeleteDBInstance": _delete_database,
    "rds:CreateDBInstance": _storage,
    "rds:ModifyDBInstance": _storage,
    "secretsmanager:DeleteSecret": _delete_secret,
    "secretsmanager:CreateSecret": _secret_value,
    "secretsmanager:PutSecretValue": _secret_value,
    "secretsmanager:GetSecretValue": _stage,
    "ssm:PutParameter": _parameter,
    "ssm:GetParameter": _parameter,
    "ssm:GetParametersByPath": _parameter,
    "ssm:DeleteParameter": _parameter,
    "athena:StartQueryExecution": _query,
}
