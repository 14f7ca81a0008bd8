"""Which texts ask nothing of AWS, whatever words of AWS stand in them. Refuses to say what the others ask.

Another cloud, the person's own machine, code and logs, what is past, supposed or forbidden, and requests for text.
Better one request too many refused than one read into what was none: the person then says it more plainly.
"""

from __future__ import annotations

import re
from functools import cache

from app.aws.data import data_text


@cache
def _said() -> tuple[re.Pattern[str], ...]:
    lines = data_text("recogniser_refusals.txt").splitlines()
    return tuple(re.compile(line, re.IGNORECASE) for line in lines if line and not line.startswith("# "))


_BARE_VALUE = re.compile(r"\s*(?:arn:aws[\w:/.*-]+|[\w-]*-[0-9a-f]{8,17}|\d{12}|\S+/\d{1,2})\s*[.?!]?\s*")
_NAMED = re.compile(r"\b(called|named|named as|name is|tagged|tag)\s+[\w.:/=-]+", re.IGNORECASE)
_READING = re.compile(r"\W*(?:list|show|get|describe|which|what)\b", re.IGNORECASE)
_BUT_NOT = re.compile(r",?\s*\b(?:but|and) (?:don'?t|do not|never)\b.*$", re.IGNORECASE)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']{3,}'(?!\w)|`[^`]*`|“[^”]*”")


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
    if _BARE_VALUE.fullmatch(text):
        return True
    outside = _NAMED.sub(r"\1 ‹›", _QUOTED.sub(" ‹› ", text))
    if _READING.match(outside):
        outside = _BUT_NOT.sub("", outside)
    return any(pattern.search(outside) for pattern in _said())
