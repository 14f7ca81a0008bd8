"""What a message is about, decided offline by rules that give their reason; asks no model and no network.

Owns the rules. Refuses to choose a model. The same message always gets the same answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.domain.aws import Recognition
from app.domain.language import marked, tr
from app.domain.messages import AttachmentPart
from app.domain.routing import Task
from app.services.redaction import redact_text

KEPT_HERE = marked("you want it kept on this machine")
"""Why a message is private by the person's own words, as a clause."""

_COMMAND_CHARS = 2_000  # a request to AWS is not longer; what is, was pasted
_LOOKED_AT_CHARS = 8_000  # of the beginning and of the end, for signs of code
_SURE = 0.5  # the recogniser's confidence from which a sentence counts as a request to AWS

# --- private: the person's own words. "private subnet", "private key" and "private sector" are none.

_PLACE = r"(?:this|my(?: own)?) (?:machine|computer|laptop|device|mac|pc|disk|hardware)\b(?! learning| vision)"
_ANYWHERE = r"(?:cloud|internet|online|anywhere|any(?:one|body)|outside|third part(?:y|ies)|vendors?|providers?)"
_SENDING = r"(?:send(?:ing)?|share|sharing|upload(?:ing)?|post(?:ing)?|forward(?:ing)?)"
_STAYS = rf"\b(?:keep|stay|stays|remain|answer|process|run|do)\b[^.!?\n]{{0,40}}\b(?:on|to) {_PLACE}"
_LEAVING = re.compile(rf"\b(?:leav(?:e|es|ing)|off)\b[^.!?\n]{{0,20}}\b{_PLACE}", re.IGNORECASE)
_PRIVATE = re.compile(
    r"^\W*privately\b|\bprivately[,.: ]*(?:please)?\W*$"
    r"|\b(?:do|answer|handle|treat|process) (?:this|it|that) (?:strictly |completely )?"
    r"(?:private(?:ly)?|confidential(?:ly)?)\b"
    # Anywhere but at the beginning, "keep it private" is what people ask of buckets and subnets.
    r"|(?:^\W*keep (?:it|that|this)|\bkeep this) (?:strictly |completely )?(?:private|confidential)\b"
    rf"|\b(?:do not|don'?t|never|must not|mustn'?t|may not|without) (?:\w+ ){{0,2}}?"
    rf"{_SENDING} (?:\w+ ){{0,4}}?{_ANYWHERE}\b"
    rf"|{_STAYS}"
    r"|\b(?:answer|process|handle|keep|do|run) (?:this |it |that |everything )?(?:only )?(?:locally|offline)\b"
    r"|\bonly (?:use )?(?:a |the |my )?local model\b|\bstay offline\b|\boffline only\b|\blocally only\b"
    r"|\b(?:this|it|that|the following) (?:is|are) (?:strictly |highly |very )?confidential\b",
    re.IGNORECASE,
)
_LEAVES = re.compile(r"\b(?:not|cannot|nothing|never|without|(?:do|must|may|can|wo|should)n'?t)\b", re.IGNORECASE)

# --- code

_FENCE = re.compile(r"^\s{0,3}(?:```|~~~)", re.MULTILINE)
_CODE_LINE = re.compile(
    r"^\s{0,40}(?:def \w+\(|class \w+[(:{]|from [\w.]+ import |import [\w.{*]+|#include\b|function \w*\s*\("
    r"|(?:const|let|var) \w+ ?=|(?:public|private|protected|static) [\w<>\[\]]+ \w+|func \w+\(|fn \w+[(<]|package \w+"
    r"|@@ -\d|--- a/|\+\+\+ b/|SELECT .+ FROM |INSERT INTO |CREATE TABLE |for \w+ in .+:$|while .+:$|if .+:$"
    r"|resource \"|FROM [\w./-]+:\w|Traceback \(most recent call last\)|File \"[^\"\n]+\", line \d)"
    r"|[;{]\s{0,40}$|\bat [\w.$]+\([\w.]+:\d+\)",
    re.MULTILINE,
)
_SYNTAX = re.compile(
    r"`[^`\n]{0,200}[\w)]`|_\w{1,60}\(|\b[a-z]{1,60}[A-Z]\w{0,60}\(|\b\w+\(\)|\b\w+::\w|=>|\b(?:const|let|var) \w+ ="
    r"|\bSELECT\b.+\bFROM\b|\b\w+(?:Error|Exception)\b|'undefined'|undefined is not|\bfunction \w+\("
    r"|\b[\w-]+\.(?:py|js|ts|tsx|jsx|java|go|rs|rb|c|cc|cpp|h|cs|php|sh|sql|tf|kt|swift)\b"
)
_LANGUAGE = re.compile(
    r"\b(?:python|javascript|typescript|java|kotlin|scala|rust|golang|in go|ruby|php|perl|c\+\+|c#|swift|haskell|bash|"
    r"powershell|shell|zsh|awk|sed|sql|react|vue|angular|django|flask|fastapi|node(?:\.?js)?|css|html|terraform|hcl|"
    r"cloudformation|cdk|pulumi|ansible|dockerfile|docker[- ]compose|kubernetes|helm|makefile|github actions|boto3|"
    r"pytest|junit|webpack|numpy|pandas|graphql|regex|regular expression|yaml|jq)(?!\w)",
    re.IGNORECASE,
)
_CODE_NOUN = re.compile(
    r"\b(?:code|function|method|class|script|program|snippet|one-liner|unit tests?|test case|algorithm|regex|regexp|"
    r"query|decorator|type hints?|data ?class(?:es)?|loop|parser|compiler|library|module|api client|stack ?trace|"
    r"segfaults?|migration|pull request|diff|commit|workflow|template|quicksort|mergesort|binary search|linked list|"
    r"hash ?map|rate limiter|compile|linter|bug|recursion|command)\b",
    re.IGNORECASE,
)
_CODE_VERB = re.compile(
    r"\b(?:write|implement|refactor|debug|fix|review|port|convert|complete|optimi[sz]e|generate|rewrite|add|explain|code|"
    r"program|compile|turn|show me|give me|sort|reverse|parse|speed|what does|big-o)\b",
    re.IGNORECASE,
)
_ALGORITHM = re.compile(
    r"\bimplement\b.*\b(?:quicksort|mergesort|heap|tree|trie|cache|queue|parser|search|sort|limiter|graph|stack)\b|"
    r"\b(?:source|example|sample) code\b|\bunit tests?\b|\bwrite (?:some |the |a bit of )?code\b|\bstack ?trace\b",
    re.IGNORECASE,
)

# --- AWS: what the recogniser does not know as one call, but is clearly about the person's own account

_SERVICE = re.compile(
    r"\b(?:aws|amazon|ec2|s3|iam|rds|ecs|eks|ecr|sqs|sns|ssm|kms|vpc|elb|alb|nlb|acm|cloudwatch|cloudtrail|cloudfront|"
    r"cloudformation|route ?53|lambda|dynamodb|redshift|elasticache|opensearch|kinesis|glue|athena|sagemaker|bedrock|"
    r"fargate|secrets ?manager|step functions?|eventbridge|guardduty|cognito|api gateway|elastic ips?|auto ?scaling|"
    r"ebs|efs|ami)s?\b",
    re.IGNORECASE,
)
_RESOURCE = re.compile(
    r"\b(?:buckets?|instances?|bastion|security groups?|access keys?|polic(?:y|ies)|roles?|users?|stacks?|clusters?|"
    r"queues?|topics?|tables?|volumes?|snapshots?|alarms?|log groups?|logs|lambdas?|functions?|certificates?|"
    r"hosted zones?|load balancers?|subnets?|parameters?|secrets?|key pairs?|nat gateways?|images?|databases?|mfa|"
    r"account)\b",
    re.IGNORECASE,
)
_IDENTIFIER = re.compile(
    r"\barn:aws[\w-]*:|\bs3://|\b(?:i|vol|sg|subnet|vpc|ami|snap|eni|igw|nat|rtb|eipalloc)-[0-9a-f]{8,17}\b|"
    r"\b(?:us|eu|ap|sa|ca|me|af|il|mx)-(?:gov-)?(?:north|south|east|west|central|northeast|southeast|northwest|southwest)-\d\b"
)
_ACT = re.compile(
    r"^\W*(?:please |can you |could you |now |and |then )?(?:list|show|get|give|find|describe|create|make|delete|"
    r"remove|terminate|stop|start|reboot|restart|launch|attach|detach|enable|disable|rotate|scale|open|close|allow|revoke|grant|"
    r"tag|untag|copy|move|empty|invoke|run|put|set|update|change|add|subscribe|publish|send|tail|check|count|encrypt|"
    r"restore|resize|snapshot|release|associate|look up|who am i|purge)\b",
    re.IGNORECASE,
)
_ASKS_STATE = re.compile(
    r"^\W*(?:which|how many|how much|are there|is there|what'?s|what (?:is|are|changed|happened|did|security|"
    r"instances)|who|why|when|where|do i|does|is|are)\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:my|our|mine|unattached|unused|running|stopped|expiring|in alarm|status of|in the account)\b", re.I
)
_NAMED = re.compile(
    r"\b(?:bucket|instance|role|user|stack|cluster|queue|topic|table|volume|alarm|function|lambda|database|group|policy|"
    r"parameter|secret|distribution|pipeline|repository|key)s? (?:called |named )?"
    r"(?!(?:is|are|for|of|in|a|the|to|and|or|with)\b)[\w./-]*[\w]",
    re.IGNORECASE,
)
_LEARNS = re.compile(
    r"\b(?:difference between|differ|pros and cons|cheaper than|compare|versus|vs\.?|explain|beginner|exam|"
    r"certification|interview|essay|poem|story|cover letter|how do(?:es)? \w+ work|what is an? |study|learn|history of|"
    r"framework)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Judgement:
    """What a message is about; ``reason`` is a clause that says why ("it holds a fenced block of code")."""

    task: Task
    reason: str


@lru_cache(maxsize=16_384)  # a long chat is asked about at every turn and whenever it is opened
def private_words(text: str) -> bool:
    """Whether the person says that this is not to leave the machine."""
    if _PRIVATE.search(text):
        return True
    # "leave this machine" is only a wish where it is denied: "must not leave", "nothing may leave".
    return any(_LEAVES.search(text, max(0, found.start() - 40), found.end()) for found in _LEAVING.finditer(text))


def asks_aws(text: str, recognise: Callable[[str], Recognition]) -> bool:
    """Whether the recogniser alone can make a call of ``text``, and it is no question to learn from."""
    if not text.strip() or len(text) > _COMMAND_CHARS:
        return False
    found = recognise(text.strip())
    return found.operation is not None and found.confidence >= _SURE and not _LEARNS.search(text)


def classify(
    text: str,
    attachments: Sequence[AttachmentPart] = (),
    *,
    recognise: Callable[[str], Recognition],
    secrets_are_private: bool = True,
) -> Judgement:
    """What ``text`` with its ``attachments`` is about. ``recognise`` may block for some milliseconds."""
    if private_words(text):
        return Judgement(task=Task.PRIVATE, reason=tr(KEPT_HERE))
    if secrets_are_private and redact_text(text).count:
        return Judgement(task=Task.PRIVATE, reason=tr("it holds a secret"))
    if any(part.is_image for part in attachments):
        return Judgement(task=Task.IMAGE, reason=tr("it comes with a picture"))
    if reason := _code(text, attachments):
        return Judgement(task=Task.CODE, reason=reason)
    if reason := _aws(text, recognise):
        return Judgement(task=Task.AWS, reason=reason)
    return Judgement(task=Task.CHAT, reason=tr("it is none of the kinds with a rule of their own"))


def _code(text: str, attachments: Sequence[AttachmentPart]) -> str:
    if any(_is_code_file(part) for part in attachments):
        return tr("it comes with a file of code")
    if len(text) > 2 * _LOOKED_AT_CHARS:
        text = f"{text[:_LOOKED_AT_CHARS]}\n{text[-_LOOKED_AT_CHARS:]}"
    if _FENCE.search(text):
        return tr("it holds a fenced block of code")
    if len(_CODE_LINE.findall(text)) >= (1 if "\n" in text or len(text) < _COMMAND_CHARS else 3):
        return tr("it holds lines of code")
    if _ALGORITHM.search(text):
        return tr("it asks for code")
    language, noun, verb = _LANGUAGE.search(text), _CODE_NOUN.search(text), _CODE_VERB.search(text)
    if language is not None and (noun or verb or re.match(r"\W*(?:how|why|what)\b", text, re.IGNORECASE)):
        return tr("it asks for something in {language}", language=language.group().removeprefix("in "))
    if _SYNTAX.search(text) and (noun or verb or language or re.match(r"\W*why\b", text, re.IGNORECASE)):
        return tr("it names parts of a program")
    if noun is not None and re.search(r"\b(?:refactor|debug|compiles?|unit test|type hints?)\b", text, re.IGNORECASE):
        return tr("it asks about a {thing}", thing=noun.group())
    return ""


def _is_code_file(part: AttachmentPart) -> bool:
    kind = part.media_type
    return kind.startswith("text/x-") or kind in {
        "application/javascript",
        "application/json",
        "application/sql",
        "application/x-sh",
        "application/typescript",
        "text/css",
        "text/javascript",
    }


def _aws(text: str, recognise: Callable[[str], Recognition]) -> str:
    asked = text.strip()
    if not asked or len(asked) > _COMMAND_CHARS:
        return ""
    found = recognise(asked)
    if found.operation is not None and found.confidence >= _SURE and not _LEARNS.search(asked):
        return tr(
            "it asks for {service} {operation}", service=found.operation.service, operation=found.operation.operation
        )
    if _LEARNS.search(asked):
        return ""
    service, resource = _SERVICE.search(asked), _RESOURCE.search(asked)
    acts, asks = _ACT.match(asked), _ASKS_STATE.match(asked)
    if _IDENTIFIER.search(asked) and (acts or asks):
        return tr("it names something in an AWS account")
    if service is not None and (acts or (asks and (resource or _OWN.search(asked)))):
        return tr("it asks for something in {service}", service=service.group())
    if resource is not None and acts and (_NAMED.search(asked) or _OWN.search(asked)):
        return tr("it asks for {thing} in an AWS account", thing=resource.group())
    if resource is not None and asks and _OWN.search(asked) and _NAMED.search(asked):
        return tr("it asks after {thing} in an AWS account", thing=resource.group())
    return ""
