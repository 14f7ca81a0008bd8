"""What the person is shown of a call before saying yes: made from the call alone, never from what a model said.

Pure functions. Owns the sentence, the button's words, what must be typed and the warnings; refuses to let a value's
control, direction or invisible characters reach the eye as anything but what they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.domain.aws import Call, Operation, Resource
from app.domain.language import marked, plural, tr
from app.domain.text import visible
from app.domain.wording import singular
from app.services.call_targets import Target, resource_count, target_of

_TYPED_CHARS = 80
_SHOWN_CHARS = 80
_CAMEL = re.compile(r"[A-Z]+(?![a-z])(?:s(?![a-z]))?|[A-Z][a-z0-9]*|[a-z0-9]+")
_SHORT_TITLES = {
    "acm": marked("certificate manager"),
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
    "elbv2": marked("load balancing"),
    "elb": marked("load balancing"),
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

# What most operations begin with; any other verb is said as AWS has it.
_VERBS = frozenset(
    (
        marked("accept"),
        marked("add"),
        marked("allocate"),
        marked("associate"),
        marked("attach"),
        marked("authorize"),
        marked("cancel"),
        marked("change"),
        marked("copy"),
        marked("create"),
        marked("delete"),
        marked("deregister"),
        marked("describe"),
        marked("detach"),
        marked("disable"),
        marked("disassociate"),
        marked("enable"),
        marked("execute"),
        marked("export"),
        marked("filter"),
        marked("get"),
        marked("import"),
        marked("invoke"),
        marked("list"),
        marked("modify"),
        marked("publish"),
        marked("purge"),
        marked("put"),
        marked("query"),
        marked("reboot"),
        marked("register"),
        marked("reject"),
        marked("release"),
        marked("remove"),
        marked("replace"),
        marked("reset"),
        marked("restore"),
        marked("revoke"),
        marked("rotate"),
        marked("run"),
        marked("scan"),
        marked("schedule"),
        marked("search"),
        marked("send"),
        marked("set"),
        marked("start"),
        marked("stop"),
        marked("subscribe"),
        marked("tag"),
        marked("terminate"),
        marked("unsubscribe"),
        marked("untag"),
        marked("update"),
        marked("upload"),
    )
)


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


def wording(call: Call, operation: Operation, *, warnings: Sequence[str], touched: Sequence[Resource]) -> Wording:
    """The words for ``call``. ``warnings`` come from the catalogue, ``touched`` from reads; both are made visible."""
    verb, noun = _verb_and_noun(call.id.operation)
    target = target_of(call, operation)
    what = _what(verb, noun, target, _service_words(operation))
    return Wording(
        sentence=tr("{what} in all regions", what=what)
        if operation.is_global
        else tr("{what} in {region}", what=what, region=visible(call.region)),
        verb=_button(verb, noun, target),
        typed=_typed(call, noun, target),
        warnings=tuple(dict.fromkeys([*map(visible, warnings), *_own_warnings(call, touched)])),
        count=resource_count(call, target),
    )


def _verb_and_noun(operation: str) -> tuple[str, str]:
    """``TerminateInstances`` as ("terminate", "instances"): the verb in the person's language, the noun AWS's."""
    first, *rest = _CAMEL.findall(operation) or [operation]
    words = [_WORDS.get(word.lower(), word if word.isupper() and len(word) > 1 else word.lower()) for word in rest]
    verb = first.lower()
    return tr(verb) if verb in _VERBS else verb, " ".join(word for word in words if word)


def _service_words(operation: Operation) -> str:
    service = operation.id.service
    if service in _ABBREVIATIONS:
        return service.upper()
    known = _SHORT_TITLES.get(service)
    return tr(known) if known else re.sub(r"^(?:AWS|Amazon) ", "", operation.service_title) or service


def _what(verb: str, noun: str, target: Target | None, service: str) -> str:
    if noun.lower().startswith(service.lower() + " "):
        noun = noun[len(service) + 1 :]
    said = {"verb": verb, "service": service, "noun": noun or tr("call")}
    if target is None or not target.names:
        return _capital(tr("{verb} {service} {noun}", **said))
    count = len(target.names)
    if target.is_noun and count == 1:
        said["noun"] = singular(said["noun"])
        return _capital(tr("{verb} the {service} {noun} {name}", **said, name=_quoted(target.names[0])))
    if target.is_noun:
        said["noun"] = _plural(noun) if noun else tr("calls")
        return _capital(tr("{verb} {count} {service} {noun}", **said, count=count))
    name = _quoted(target.names[0]) if count == 1 else _resources(count)
    return _capital(tr("{verb} {service} {noun} for {name}", **said, name=name))


def _button(verb: str, noun: str, target: Target | None) -> str:
    if not noun:
        return _capital(verb)
    if target is None or not target.is_noun or not target.names:
        return _capital(tr("{verb} {noun}", verb=verb, noun=noun))
    if len(target.names) > 1:
        return _capital(tr("{verb} {count} {noun}", verb=verb, count=len(target.names), noun=_plural(noun)))
    return _capital(tr("{verb} {noun}", verb=verb, noun=singular(noun)))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _resources(count: int) -> str:
    return plural("{count} resource", "{count} resources", count)


def _typed(call: Call, noun: str, target: Target | None) -> str:
    """What must be typed: the one name; for several, how many of what; the operation where a name cannot be typed."""
    names = target.names if target is not None else ()
    if len(names) > 1:
        return f"{len(names)} {_plural(noun)}" if noun and target and target.is_noun else _resources(len(names))
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


def _own_warnings(call: Call, touched: Sequence[Resource]) -> Iterator[str]:
    texts = list(_all_texts(call.parameters))
    if any(visible(text) != text for text in texts):
        yield tr("A value has characters that cannot be seen; they are shown as ⟨U+…⟩.")
    mixed = next((text for text in texts if _mixes_alphabets(text)), None)
    if mixed is not None:
        yield tr("{value} mixes letters of different alphabets that look alike.", value=_quoted(mixed))
    if (call.id.service, call.id.operation) == ("s3", "DeleteBucket"):
        for contents in (resource.contents for resource in touched if resource.contents):
            yield tr("This bucket holds {contents}.", contents=visible(contents))


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
