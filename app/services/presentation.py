"""What the person is shown of a call before saying yes: made from the call alone, never from what a model said.

Pure functions. Owns the sentence, the button's words, what must be typed and the warnings; refuses to let a value's
control, direction or invisible characters reach the eye as anything but what they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.domain.aws import Call, Operation
from app.domain.text import visible
from app.domain.wording import singular
from app.services.call_targets import Target, resource_count, target_of

_TYPED_CHARS = 80
_SHOWN_CHARS = 80
_CAMEL = re.compile(r"[A-Z]+(?![a-z])(?:s(?![a-z]))?|[A-Z][a-z0-9]*|[a-z0-9]+")
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


@dataclass(frozen=True, kw_only=True, slots=True)
class Wording:
    """The words about a call. See :class:`app.domain.aws.Proposal`. ``typed``: what must be typed where something must.
    ``count``: how many things it acts on, as far as its parameters say.
    """

    sentence: str
    verb: str
    typed: str
    warnings: tuple[str, ...]
    count: int = 0


def wording(call: Call, operation: Operation, *, warnings: Sequence[str], touched: Sequence[str]) -> Wording:
    """The words for ``call``. ``warnings`` come from the catalogue, ``touched`` from reads; both are made visible."""
    verb, noun = _verb_and_noun(call.id.operation)
    target = target_of(call, operation)
    where = "in all regions" if operation.is_global else f"in {visible(call.region)}"
    return Wording(
        sentence=f"{_what(verb, noun, target, _service_words(operation))} {where}",
        verb=_button(verb, noun, target),
        typed=_typed(call, noun, target),
        warnings=tuple(dict.fromkeys([*map(visible, warnings), *_own_warnings(call, touched)])),
        count=resource_count(call, target),
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


def _what(verb: str, noun: str, target: Target | None, service: str) -> str:
    if noun.lower().startswith(service.lower() + " "):
        noun = noun[len(service) + 1 :]
    noun = noun or "call"
    if target is None or not target.names:
        return f"{verb} {service} {noun}"
    count = len(target.names)
    if target.is_noun and count == 1:
        return f"{verb} the {service} {singular(noun)} {_quoted(target.names[0])}"
    if target.is_noun:
        return f"{verb} {count} {service} {_plural(noun)}"
    return f"{verb} {service} {noun} for {_quoted(target.names[0]) if count == 1 else f'{count} resources'}"


def _button(verb: str, noun: str, target: Target | None) -> str:
    if target is None or not target.is_noun or not target.names:
        return f"{verb} {noun}".strip()
    if len(target.names) > 1:
        return f"{verb} {len(target.names)} {_plural(noun)}".strip()
    return f"{verb} {singular(noun)}".strip()


def _typed(call: Call, noun: str, target: Target | None) -> str:
    """What must be typed: the one name; for several, how many of what; the operation where a name cannot be typed."""
    names = target.names if target is not None else ()
    if len(names) > 1:
        return f"{len(names)} {(_plural(noun) if target and target.is_noun else '') or 'resources'}"
    if len(names) == 1 and is_typeable(names[0]):
        return names[0]
    return call.id.operation


def is_typeable(text: str) -> bool:
    """Whether a person can be asked to type ``text``: short, on one line, and all of it to be seen."""
    return 0 < len(text) <= _TYPED_CHARS and text == text.strip() and "\n" not in text and visible(text) == text


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
            if (match := re.search(r"\b(at least )?([\d,]+) objects?\b", line)) and match[2] != "0":
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
