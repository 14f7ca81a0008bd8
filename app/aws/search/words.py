"""Words of operation names and of people's sentences, in one normal form. Refuses to know what ranks higher."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# A run of capitals with a plural s (VPCs, IDs), a run of capitals before a word (DB|Instances), a word, a number.
_PARTS = re.compile(r"IPv\d|[A-Z]+\d+|[A-Z]{2,}s(?![a-z])|[A-Z]+(?![a-z])|[A-Z]?[a-z]+\d*|\d+")
_WORDS = re.compile(r"[^\W_]+")
_IRREGULAR = {
    "indices": "index",
    "indexes": "index",
    "vertices": "vertex",
    "matrices": "matrix",
    "people": "person",
    "data": "data",
    "metadata": "metadata",
    "analyses": "analysis",
    "statuses": "status",
    "aliases": "alias",
    "alias": "alias",
    "buses": "bus",
    "dns": "dns",
    "aws": "aws",
    "sms": "sms",
    "kms": "kms",
    "sns": "sns",
    "sqs": "sqs",
    "ecs": "ecs",
    "eks": "eks",
    "rds": "rds",
    "ebs": "ebs",
    "efs": "efs",
    "sts": "sts",
    "ses": "ses",
    "dms": "dms",
    "logs": "log",
    "news": "news",
    "https": "https",
    "tls": "tls",
    "this": "this",
    "has": "has",
    "is": "is",
    "was": "was",
    "does": "does",
    "its": "its",
    "us": "us",
    "always": "always",
    "kinesis": "kinesis",
    "redis": "redis",
    "iops": "iops",
    "movies": "movie",
    "cookies": "cookie",
    "apis": "api",
    "amis": "ami",
    "ips": "ip",
    "vms": "vm",
    "dbs": "db",
    "azs": "az",
    "ous": "ou",
    "sgs": "sg",
    "tgs": "tg",
    "lbs": "lb",
    "kbs": "kb",
    "ids": "id",
    "ris": "ri",
    "fns": "fn",
    "prs": "pr",
    "cas": "ca",
    "cis": "ci",
    "csrs": "csr",
}


@lru_cache(maxsize=16_384)  # the index asks for the same words again and again
def singular(word: str) -> str:
    """An English noun or verb without its plural or third-person s (``policies`` → ``policy``)."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1]


def name_words(name: str) -> tuple[str, ...]:
    """``DescribeDBInstances`` → ``describe``, ``db``, ``instance``."""
    return _name_words(name)


@lru_cache(maxsize=16_384)  # the index asks for the same names of operations and members again and again
def _name_words(name: str) -> tuple[str, ...]:
    return tuple([singular(part.casefold()) for part in _PARTS.findall(name)])


def text_words(text: str) -> tuple[str, ...]:
    """A sentence's words, folded, without accents, in the singular."""
    return tuple([singular(word) for word in spoken_words(text)])


def spoken_words(text: str) -> tuple[str, ...]:
    """A sentence's words, folded and without accents."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    folded = text.casefold()
    return tuple(_WORDS.findall(folded.replace("'s ", " ")))


def squashed(name: str) -> str:
    """A name without case, hyphens and underscores: ``list-buckets``, ``list_buckets`` and ``ListBuckets`` agree."""
    return name.replace("-", "").replace("_", "").casefold()
