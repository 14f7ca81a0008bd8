"""What the person is shown of a call before saying yes: made from the call alone, never from what a model said.

Pure functions. Owns the sentence, the button's words, what must be typed and the warnings; refuses to let a value's
control, direction or invisible characters reach the eye as anything but what they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.domain.aws import Call, Operation, ParameterShape, Risk, ShapeKind
from app.domain.text import visible

_TYPED_CHARS = 80
_SHOWN_CHARS = 80
_CAMEL = re.compile(r"[A-Z]+(?![a-z])(?:s(?![a-z]))?|[A-Z][a-z0-9]*|[a-z0-9]+")
_NAME_ENDINGS = ("name", "id", "identifier", "arn", "url", "bucket", "key", "alias", "resource", "instance")
_SHORT_TITLES = {
    "acm": "certificate manager",
    "dynamodb": "DynamoDB",
    "lambda": "Lambda",
    "cloudwatch": "CloudWatch",
    "cloudformation": "CloudFormation",
    "logs": "CloudWatch Logs",
    "route53": "Route 53",
    "secretsmanager": "Secrets Manager",
    "ssm": "Systems Manager",
    "stepfunctions": "Step Functions",
    "events": "EventBridge",
    "elbv2": "load balancing",
    "elb": "load balancing",
}
_ABBREVIATIONS = frozenset(
    (
        "ec2",
        "s3",
        "iam",
        "sqs",
        "sns",
        "rds",
        "kms",
        "ecs",
        "eks",
        "ecr",
        "efs",
        "emr",
        "sts",
        "ses",
        "mq",
        "fsx",
        "ram",
    )
)
_WORDS = {"db": "database", "acl": "ACL", "mfa": "MFA", "vpc": "VPC", "vpcs": "VPCs", "ip": "IP", "ssh": "SSH"}

# The parameters that name what an operation acts on, in this order, before any rule is asked.
_TARGETS = (
    "InstanceIds",
    "InstanceId",
    "VolumeId",
    "SnapshotId",
    "GroupId",
    "AllocationId",
    "ImageId",
    "VpcId",
    "SubnetId",
    "KeyName",
    "Bucket",
    "Key",
    "UserName",
    "RoleName",
    "GroupName",
    "PolicyName",
    "PolicyArn",
    "AccessKeyId",
    "FunctionName",
    "TableName",
    "QueueUrl",
    "QueueName",
    "TopicArn",
    "SecretId",
    "DBInstanceIdentifier",
    "DBClusterIdentifier",
    "StackName",
    "AlarmNames",
    "logGroupName",
    "KeyId",
    "HostedZoneId",
    "Name",
    "Names",
    "clusterName",
    "cluster",
    "Id",
    "Arn",
    "ResourceArn",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Wording:
    """The words about a call. See :class:`app.domain.aws.Proposal`."""

    sentence: str
    verb: str
    confirm_text: str | None
    warnings: tuple[str, ...]


def wording(
    call: Call, operation: Operation, risk: Risk, *, warnings: Sequence[str], touched: Sequence[str]
) -> Wording:
    """The words for ``call``. ``warnings`` come from the catalogue, ``touched`` from reads; both are made visible."""
    verb, noun = _verb_and_noun(call.id.operation)
    targets = _targets(call, operation)
    own = targets[1] if targets else ()
    where = "in all regions" if operation.is_global else f"in {visible(call.region)}"
    what = _what(verb, noun, own, _service_words(operation))
    return Wording(
        sentence=f"{what} {where}",
        verb=_button(verb, noun, own),
        confirm_text=_confirm_text(call, noun, own) if risk is Risk.DESTRUCTIVE else None,
        warnings=tuple(dict.fromkeys([*map(visible, warnings), *_own_warnings(call, touched)])),
    )


def _verb_and_noun(operation: str) -> tuple[str, str]:
    """``TerminateInstances`` as ("Terminate", "instances")."""
    first, *rest = _CAMEL.findall(operation) or [operation]
    words = [_WORDS.get(word.lower(), word if word.isupper() and len(word) > 1 else word.lower()) for word in rest]
    return first.capitalize(), " ".join(word for word in words if word)


def _service_words(operation: Operation) -> str:
    service = operation.id.service
    if service in _ABBREVIATIONS:
        return service.upper()
    known = _SHORT_TITLES.get(service)
    return known or re.sub(r"^(?:AWS|Amazon) ", "", operation.service_title) or service


def _targets(call: Call, operation: Operation) -> tuple[str, tuple[str, ...]] | None:
    """The parameter that names what the call acts on, and the names."""
    shapes = {shape.name: shape for shape in operation.parameters}
    # Of several names the narrowest counts: an object's key, not its bucket.
    narrow = ["Key"] if "Object" in call.id.operation else []
    required = [name for name in operation.required if _names_something(shapes[name])]
    by_noun = [name for name in required if _normal(name).rstrip("s") in _normal(call.id.operation)]
    for name in [*narrow, *by_noun, *(name for name in _TARGETS if name in shapes), *required]:
        values = _texts(call.parameters.get(name))
        if values:
            return name, values
    return None


def _names_something(shape: ParameterShape) -> bool:
    is_text = shape.kind is ShapeKind.STRING or (
        shape.kind is ShapeKind.LIST and shape.element is not None and shape.element.kind is ShapeKind.STRING
    )
    return is_text and not shape.sensitive and _normal(shape.name).rstrip("s").endswith(_NAME_ENDINGS)


def _normal(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str) and value:
        return (value,)
    if isinstance(value, list | tuple):
        return tuple(item for item in value if isinstance(item, str) and item)
    return ()


def _what(verb: str, noun: str, targets: Sequence[str], service: str) -> str:
    if not noun:
        noun = "call"
    if noun.lower().startswith(service.lower() + " "):
        noun = noun[len(service) + 1 :]
    if not targets:
        return f"{verb} {service} {noun}"
    if len(targets) == 1:
        return f"{verb} the {service} {_singular(noun)} {_quoted(targets[0])}"
    return f"{verb} {len(targets)} {service} {_plural(noun)}"


def _button(verb: str, noun: str, targets: Sequence[str]) -> str:
    if len(targets) > 1:
        return f"{verb} {len(targets)} {_plural(noun)}"
    return f"{verb} {_singular(noun) if targets else noun}".strip()


def _confirm_text(call: Call, noun: str, targets: Sequence[str]) -> str:
    """What must be typed: the one name; for several, how many of what; the operation where a name cannot be typed."""
    if len(targets) > 1:
        return f"{len(targets)} {_plural(noun) or 'resources'}"
    if len(targets) == 1 and is_typeable(targets[0]):
        return targets[0]
    return call.id.operation


def is_typeable(text: str) -> bool:
    """Whether a person can be asked to type ``text``: short, on one line, and all of it to be seen."""
    return 0 < len(text) <= _TYPED_CHARS and text == text.strip() and "\n" not in text and visible(text) == text


def _singular(noun: str) -> str:
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("sses", "ches", "xes", "shes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is", "ings")) else noun


def _plural(noun: str) -> str:
    if not noun or (noun.endswith("s") and not noun.endswith("ss")):
        return noun
    return noun[:-1] + "ies" if noun.endswith("y") else noun + "s"


def _quoted(name: str) -> str:
    shown = visible(name).replace("\n", "⏎").replace("\t", "⇥")
    return f"“{shown if len(shown) <= _SHOWN_CHARS else shown[: _SHOWN_CHARS - 1] + '…'}”"


def _own_warnings(call: Call, touched: Sequence[str]) -> Iterator[str]:
    texts = list(_all_texts(call.parameters))
    if any(visible(text) != text for text in texts):
        yield "A value has characters that cannot be seen; they are shown as ⟨U+…⟩."
    mixed = next((text for text in texts if _mixes_alphabets(text)), None)
    if mixed is not None:
        yield f"{_quoted(mixed)} mixes letters of different alphabets that look alike."
    if (call.id.service, call.id.operation) == ("s3", "DeleteBucket"):
        for line in touched:
            if (match := re.search(r"\((at least )?([\d,]+) objects?", line)) and match[2] != "0":
                yield f"This bucket holds {match[1] or ''}{match[2]} object{'' if match[2] == '1' else 's'}."


def _all_texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case Mapping():
            for key, item in value.items():
                yield str(key)
                yield from _all_texts(item)
        case list() | tuple():
            for item in value:
                yield from _all_texts(item)


def _mixes_alphabets(text: str) -> bool:
    """Whether one word of ``text`` has Latin letters beside Cyrillic or Greek ones."""
    if text.isascii():
        return False
    for word in re.findall(r"\w+", text[:2_000]):
        names = [unicodedata.name(character, "") for character in word if character.isalpha()]
        if any(name.startswith("LATIN") for name in names) and any(
            name.startswith(("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")) for name in names
        ):
            return True
    return False
