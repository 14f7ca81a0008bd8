"""English nouns as AWS writes them: in the singular; and names one after another. Refuses to guess at any
but the last word of a noun.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.domain.language import tr

_LAST_WORD = re.compile(r"[A-Z]?[a-z]+$")
_IRREGULAR = {
    "aliases": "alias",
    "amis": "ami",
    "analyses": "analysis",
    "apis": "api",
    "atlases": "atlas",
    "axes": "axis",
    "biases": "bias",
    "buses": "bus",
    "caches": "cache",
    "canvases": "canvas",
    "children": "child",
    "cookies": "cookie",
    "cpus": "cpu",
    "diagnoses": "diagnosis",
    "gpus": "gpu",
    "indexes": "index",
    "indices": "index",
    "lenses": "lens",
    "matrices": "matrix",
    "movies": "movie",
    "ous": "ou",
    "people": "person",
    "statuses": "status",
    "uris": "uri",
    "vcpus": "vcpu",
    "vertices": "vertex",
    "viruses": "virus",
}
# They end in an s that is no plural's, or are said in the plural of one thing as well.
_AS_THEY_ARE = frozenset(
    {
        *("alias", "atlas", "aws", "bias", "canvas", "chaos", "cors", "dns", "ebs", "ecs", "efs", "eks", "gas"),
        *("https", "iops", "kms", "lens", "nas", "news", "qos", "rds", "series", "settings", "sms", "sns", "sqs"),
        *("sts", "tls"),
    }
)


def unended(sentence: str) -> str:
    """``sentence`` without the full stop of whichever language it is in: it goes on, or stands within another."""
    return sentence.rstrip(".。")


def listed(names: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``: names or phrases in one sentence, as the person's language has it."""
    if len(names) < 2:
        return "".join(names)
    return tr("{names} and {last}", names=", ".join(names[:-1]), last=names[-1])


def either(names: Sequence[str]) -> str:
    """``a``, ``a or b``, ``a, b or c``: names of which one is meant, as the person's language has it."""
    if len(names) < 2:
        return "".join(names)
    return tr("{names} or {last}", names=", ".join(names[:-1]), last=names[-1])


def singular(noun: str) -> str:
    """``noun`` in the singular, in its own case: ``EventBuses`` as ``EventBus``, ``access policies`` as ``access
    policy``, ``VPCs`` as ``VPC``; what is singular already, or all in capitals, as it is.
    """
    match = _LAST_WORD.search(noun)
    if match is None:
        return noun
    before, word = noun[: match.start()], match[0]
    return before + (word[:-1] if before and word[1:] in ("", "s") and word[-1] == "s" else _singular_word(word))


def _singular_word(word: str) -> str:
    low = word.lower()
    if (known := _IRREGULAR.get(low)) is not None:
        return known.capitalize() if word[0].isupper() else known
    if low in _AS_THEY_ARE or len(word) < 3 or not low.endswith("s") or low.endswith(("ss", "us", "is")):
        return word
    if low.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if low.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1]
