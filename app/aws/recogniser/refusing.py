"""Which texts ask nothing of AWS, whatever words of AWS stand in them. Refuses to say what the others ask.

Another cloud, the person's own machine, code and logs, what is past, supposed or forbidden, questions of understanding
and requests for text: each is a part of ``recogniser_refusals.toml``. A text that names a thing of AWS by its id, ARN
or path is taken for a request where only everyday words speak against it.
"""

from __future__ import annotations

import re
from functools import cache

from app.aws.data import data_table

_BARE_VALUE = re.compile(r"\s*(?:arn:aws[\w:/.*-]+|[\w-]*-[0-9a-f]{8,17}|\d{12}|\S+/\d{1,2})\s*[.?!]?\s*")
_BARE_NAME = re.compile(r"\s*[^\W_]+(?:[-_.][^\W_]+)+\s*[.?!]?\s*")
_NAMED = re.compile(r"\b(called|named|named as|name is|tagged|tag)\s+[\w.:/=-]+", re.IGNORECASE)
_READING = re.compile(r"\W*(?:list|show|get|describe|which|what)\b", re.IGNORECASE)
_BUT_NOT = re.compile(r",?\s*\b(?:but|and) (?:don'?t|do not|never)\b.*$", re.IGNORECASE)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']{3,}'(?!\w)|`[^`]*`|“[^”]*”")
_CONCRETE = re.compile(
    r"(?<![\w-])(?:[a-z]{1,12}(?:-[a-z]{2,10})?-(?=[0-9a-f]*\d)[0-9a-f]{3,17}|d-[A-Z0-9]{8,10})(?![\w-])"
    r"|\barn:aws|\bs3://|\bamazonaws\.com|(?<!\S)/(?:aws|ecs|eks)/|\bA(?:KIA|SIA)[A-Z0-9]{3,}"
    r"|\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b|\btopic \S*/\S"
)
_SERVICE = re.compile(
    r"\b(?:iam|s3|ec2|rds|lambda|sqs|sns|eks|ecs|ecr|kms|ssm|sts|ddb|dynamo(?:db)?|cloudfront|r53|route ?53|cognito|"
    r"athena|glue|emr|redshift|kinesis|firehose|eventbridge|cloudwatch|cloudtrail|guardduty|waf|acm|ses|efs|fsx|elasticache|"
    r"opensearch|sagemaker|cfn|cloudformation|codebuild|codepipeline|codedeploy|appsync|msk|step ?functions|sfn|asg|"
    r"secrets ?manager|parameter store|log group|security group|target group|auto ?scaling|beanstalk|"
    r"lightsail|dms|datasync|api ?gateway|apigw)\b",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"\W*(?:please |pls )?(?:create|make|new|add|put|set|update|change|delete|remove|drop|rm|del|nuke|stop|"
    r"start|run|tag|untag|"
    r"list|show|get|describe|enable|disable|attach|detach|subscribe|publish|send|invoke|turn|switch|grant|revoke|"
    r"allow|open|rotate|restore|copy|register|schedule|scale|bump|raise|reboot|restart|terminate|kill)\b",
    re.IGNORECASE,
)

_NAME = re.compile(r"(?:[\w~]+[-./:@=])+[\w~]+")  # a name of the person's may hold any word: *office-vpn*
_IN_A_NAMES_PLACE = re.compile(
    r"(?<!of )(?<!the )(?<!a )\b(bucket|queue|topic|alarm|rule|role|user|group|table|function|lambda|stack|secret|repo|"
    r"repository|pipeline|cluster) (?!(?:list|for|of|in|at|on|me|my|is|are|was|that|with|to|and|from|by|or|the|a)\b)\w+"
    r"(?=\s*(?:$|[,;.]|\b(?:in|to|for|on|from|with|by|at|and|via)\b))",
    re.IGNORECASE,
)


@cache
def _reasons() -> tuple[tuple[re.Pattern[str], str, bool], ...]:
    """Every pattern, what outweighs it (see the file; nothing where empty), and whether names are no words."""
    table = data_table("recogniser_refusals.toml")
    words = {f"{{{name}}}": table[name]["words"] for name in ("thing", "done", "script")}
    found: list[tuple[re.Pattern[str], str, bool]] = []
    for part in table["refused"]:
        for pattern in part["patterns"]:
            for name, meant in words.items():
                pattern = pattern.replace(name, meant)
            found.append((re.compile(pattern, re.IGNORECASE), part.get("unless", ""), part.get("spoken", False)))
    return tuple(found)


_REPORTED = re.compile(
    r"\b(?:returned|exit code|fails?|failed|failing|errors? out|error|gives|gave|says|said|means?|hangs?|hung|did|does|"
    r"worked|works|printed|threw)\b",
    re.IGNORECASE,
)


def is_told_about(text: str) -> bool:
    """Whether a text tells of a command rather than gives it: *aws ec2 run-instances returned 254*."""
    return _REPORTED.search(_QUOTED.sub(" ", re.sub(r"--?[\w-]+(?:[ =]\S+)?|\S*[/:.=-]\S*", " ", text))) is not None


def asks_nothing(text: str) -> bool:
    """Whether a text, by what it says outside quotation marks, is no request to AWS."""
    if _BARE_VALUE.fullmatch(text) or _is_bare_name(text):
        return True
    outside = _placed(_NAMED.sub(r"\1 ‹›", _QUOTED.sub(" ‹› ", text)))
    if _READING.match(outside):
        outside = _BUT_NOT.sub("", outside)
    concrete = _CONCRETE.search(text) is not None
    served = _SERVICE.search(outside) is not None
    ordered = (concrete or served) and _ORDER.match(outside) is not None
    outweighed = {"": False, "concrete": concrete, "named": concrete or served, "ordered": ordered}
    spoken = _NAME.sub("‹›", outside)
    return any(
        pattern.search(spoken if in_words else outside)
        for pattern, unless, in_words in _reasons()
        if not outweighed[unless]
    )


def _is_bare_name(text: str) -> bool:
    """Whether a text is one name and nothing else, which asks for nothing: *prod-db*, but not *describe-instances*."""
    words = re.split(r"[\W_]+", text)
    return _BARE_NAME.fullmatch(text) is not None and not any(
        _ORDER.fullmatch(word) or _READING.fullmatch(word) for word in words
    )


def _placed(text: str) -> str:
    """An order's text without what stands where a thing's name does: *create iam group oncall*."""
    return _IN_A_NAMES_PLACE.sub(r"\1 ‹›", text) if _ORDER.match(text) else text
