"""Reads a sentence as engineers type it: ids, ARNs, paths, times, names and plain words. Refuses to rank anything.

A value that only fills a parameter ("i-0abc", "10.0.0.0/16", "orders-api") is no word of an operation's name, but its
form tells what it belongs to. So each piece of a sentence is a word, a mark for the form of a value, or a name that
somebody gave to something.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Set
from dataclasses import dataclass

from app.aws.search.words import singular


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a sentence. ``weight`` says how far it is a word: a part of somebody's name for a thing is hardly one.

    ``spoken`` is the word as it stands, ``word`` its singular. ``opens`` is set on the first word of a clause.
    """

    word: str
    spoken: str
    weight: float = 1.0
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence in pieces: its words in order, the marks of its values, and the services that ARNs name.

    ``existing`` are the nouns that its ids stand for.
    """

    tokens: tuple[Token, ...]
    marks: frozenset[str]
    services: frozenset[str]
    existing: frozenset[str] = frozenset()


NAME_WEIGHT = 0.12  # of a word within a name: "orders-queue"
_GUESSED_WEIGHT = 0.45  # of a word that stands where a name stands: "table orders"

_IDS = {
    "i": "instance", "mi": "instance", "vol": "volume", "snap": "snapshot", "ami": "image", "sg": "security group",
    "sgr": "security group rule", "vpc": "vpc", "subnet": "subnet", "eni": "network interface", "rtb": "route table",
    "igw": "internet gateway", "nat": "nat gateway", "eipalloc": "address", "eipassoc": "address",
    "pcx": "vpc peering connection", "tgw": "transit gateway", "lt": "launch template", "acl": "network acl",
    "vpce": "vpc endpoint", "dopt": "dhcp option", "eigw": "egress only internet gateway", "cgw": "customer gateway",
    "vgw": "vpn gateway", "vpn": "vpn connection", "pl": "prefix list", "fl": "flow log", "fs": "file system",
    "fsmt": "mount target", "fsap": "access point", "ou": "organizational unit",
    "lb": "load balancer", "cr": "capacity reservation",
    "r": "reservation", "tgw-attach": "transit gateway attachment", "tgw-rtb": "transit gateway route table",
    "key": "key pair", "ws": "workspace", "mw": "maintenance window", "pb": "patch baseline", "oi": "ops item",
    "rtbassoc": "route table association", "aclassoc": "network acl association",
    "sir": "spot request", "sfr": "spot fleet", "dxcon": "direct connect connection",
}  # fmt: skip
# What an ARN's resource is, where its own word for it is not that of the operations' names.
_ARN_KINDS = {
    "loadbalancer": "load balancer", "targetgroup": "target group", "listener": "listener", "userpool": "user pool",
    "sqs": "queue", "sns": "topic", "s3": "bucket", "function": "function", "table": "table", "cluster": "cluster",
    "db": "db instance", "secret": "secret", "role": "role", "user": "user", "policy": "policy", "key": "key",
    "certificate": "certificate", "service": "service", "repository": "repository", "task": "task", "stream": "stream",
    "instance": "instance", "distribution": "distribution", "workgroup": "workgroup", "nodegroup": "nodegroup",
}  # fmt: skip
_ID = re.compile(r"(?<![\w-])([a-z]{1,8}(?:-attach|-rtb)?)-(?=[0-9a-f]*\d)[0-9a-f]{3,17}(?![\w-])", re.IGNORECASE)
# What ids in forms of their own stand for.
_NAMED_FORMS = {
    "size value": "instance", "queue url": "queue", "access key value": "access key", "quota value": "service quota",
    "distribution value": "distribution", "zone id value": "hosted zone", "unit value": "organizational unit",
    "policy value": "policy", "job flow value": "emr cluster", "broker value": "broker", "pool value": "user pool",
    "alias value": "alias",
}  # fmt: skip
_FORMS = (
    ("port", re.compile(r"(?<![\w.:/-])(?:22|80|443|1433|3306|3389|5432|6379|8080|8443|9200|27017)(?![\w.:%/-])")),
    ("json", re.compile(r"\{[^{}]*\}")),
    ("quoted", re.compile(r"(?<!\w)(\"[^\"]*\"|“[^”]*”|`[^`]*`|'[^']{0,80}'(?!\w))")),
    ("cron", re.compile(r"\bcron\s*\([^)]*\)?", re.IGNORECASE)),
    ("rate", re.compile(r"\brate\s*\([^)]*\)?", re.IGNORECASE)),
    ("arn", re.compile(r"\barn:[^\s,;)]*")),
    ("s3 uri", re.compile(r"\bs3://[^\s,;)]*", re.IGNORECASE)),
    ("image uri", re.compile(r"\b\d{12}\.dkr\.ecr\.[^\s,;)]*", re.IGNORECASE)),
    ("queue url", re.compile(r"\bhttps?://sqs\.[^\s,;)]*", re.IGNORECASE)),
    ("url", re.compile(r"\bhttps?://[^\s,;)]*", re.IGNORECASE)),
    ("email address", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("cidr", re.compile(r"\b(?:\d{1,3}\.){3}\d{1,3}/\d{1,2}\b|(?<!\w)::/0")),
    ("ip value", re.compile(r"\b(?:\d{1,3}\.){3}\d{1,3}\b")),
    ("phone value", re.compile(r"(?<!\w)\+\d[\d -]{7,}\d")),
    ("pool value", re.compile(r"\b[a-z]{2}-[a-z]+-\d_\w+")),
    ("zone value", re.compile(r"\b(?:[a-z]{2}(?:-gov)?-[a-z]+-\d)[a-f]\b")),
    ("region value", re.compile(r"\b[a-z]{2}(?:-gov)?-(?:north|south|east|west|central)[a-z]*-\d\b")),
    ("engine size", re.compile(r"\b(?:db|cache)\.[a-z]\w*\.\w+", re.IGNORECASE)),
    ("size value", re.compile(r"\b[a-z]\d[a-z]*\.(?:nano|micro|small|medium|metal|\d*x?large)\b", re.IGNORECASE)),
    ("account value", re.compile(r"(?<![\w.:/-])\d{12}(?![\w:/-])")),
    ("access key value", re.compile(r"(?<![\w-])(?:akia|asia)[a-z0-9]{3,17}\b")),
    ("quota value", re.compile(r"(?<![\w-])l-[0-9a-f]{8}\b")),
    ("distribution value", re.compile(r"(?<![\w-])e(?=[a-z]*\d)[a-z0-9]{11,13}(?![\w-])")),
    ("zone id value", re.compile(r"(?<![\w-])z(?=[a-z]*\d)[a-z0-9]{9,31}(?![\w-])")),
    ("unit value", re.compile(r"(?<![\w-])ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}\b")),
    ("policy value", re.compile(r"(?<![\w-])p-(?=[a-z]*\d)[0-9a-z]{8,12}\b")),
    ("job flow value", re.compile(r"(?<![\w-])j-(?=[a-z]*\d)[0-9a-z]{8,16}\b")),
    ("broker value", re.compile(r"(?<![\w-])b-[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b")),
    ("alias value", re.compile(r"\balias/[\w/-]+")),
    ("log path", re.compile(r"(?<!\w)/(?:aws|ecs|eks)/[\w./-]+")),
    ("path value", re.compile(r"(?<![\w:])/[\w.*-]*(?:/[\w.*-]+)*")),
    ("host value", re.compile(
        r"(?<![\w.])(?:\*\.)?(?:[\w-]+\.)+(?:com|io|net|org|dev|local|internal|app|co|eu|de|uk)\b"
    )),
    ("file value", re.compile(
        r"(?<![\w.])[\w-]+\.(?:txt|pdf|csv|json|ya?ml|zip|jpe?g|png|mp[34]|wav|gz|tgz|log|html?|pem|graphql|sql|parquet"
        r"|sh|py|docx?)\b",
        re.IGNORECASE,
    )),
)  # fmt: skip
_PIECES = re.compile(r"\x00(\w[\w ]*)\x00|([^\W_][\w.&]*(?:[-'/:#=][\w.]+)*)|([,;:?!/()|&]|->|→| - |…)", re.UNICODE)
_PART = re.compile(r"[^\W_]+")
_NAMING = frozenset({"called", "named", "name"})
_POSSESSIVE = re.compile(r"['’]s\b")
_CONTRACTED = {"what's": "what is", "whats": "what is", "who's": "who is", "where's": "where is", "how's": "how is",
    "wheres": "where is", "hows": "how is", "whos": "who is", "gimme": "give me", "lemme": "let me", "w/o": "without",
    "w/": "with", "don't": "do not", "isn't": "is not", "aren't": "are not", "won't": "will not", "it's": "it is",
    "i'm": "i am", "we're": "we are", "let's": "let us", "there's": "there is", "can't": "can not", "b/c": "because",
    "n't": "not", "x-ray": "xray", "e-mail": "email", "ip-set": "ip set", "on-demand": "on demand"}  # fmt: skip
_CONTRACTIONS = re.compile(
    r"(?<!\w)(?:" + "|".join(re.escape(key) for key in sorted(_CONTRACTED, key=len, reverse=True)) + r")(?!\w)"
)


def read(text: str, known: Set[str]) -> Reading:
    """Read a sentence. ``known`` are the words that mean something to the search."""
    folded = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).replace("’", "'")
    folded = folded.replace("\x00", " ")
    marks: list[str] = []
    services: set[str] = set()
    existing: set[str] = set()

    def marked(form: str, value: str) -> str:
        if form == "arn":
            parts = value.split(":", 5)
            services.update(part for part in parts[2:3] if part)
            resource = re.match(r"[a-z-]+(?=[/:])", parts[5]) if len(parts) > 5 else None
            marks.extend(("arn value", *((f"{parts[2]} {resource.group()}",) if resource else ())))
            kind = _ARN_KINDS.get(resource.group() if resource else parts[2] if len(parts) > 2 else "")
            return f" \x00{kind}\x00 " if kind else " \x00value\x00 "
        marks.append(form)
        named = _NAMED_FORMS.get(form, "value")
        if named != "value" and form != "size value":
            existing.update(named.split()[-1:])
        return f" \x00{named}\x00 "

    shortened = _CONTRACTIONS.sub(lambda found: _CONTRACTED[found.group().casefold()], folded.casefold())
    for form, pattern in _FORMS:
        shortened = pattern.sub(lambda found, form=form: marked(form, found.group()), shortened)  # type: ignore[misc]  # bound at once

    def identified(found: re.Match[str]) -> str:
        noun = _IDS.get(found.group(1))
        if noun is None:
            return " \x00value\x00 "
        marks.append(noun)
        existing.update(noun.split()[-1:])
        return f" \x00{noun}\x00 "

    shortened = _ID.sub(identified, shortened)
    return Reading(
        tuple(_tokens(_POSSESSIVE.sub("", shortened), known)),
        frozenset(marks),
        frozenset(services),
        frozenset(existing),
    )


def _tokens(text: str, known: Set[str]) -> Iterator[Token]:
    opens, naming = True, False
    for found in _PIECES.finditer(text):
        value, piece, stop = found.groups()
        if stop is not None:
            opens = True
            continue
        if value is not None:
            if value != "value":
                for word in value.split():
                    yield Token(word, word, _GUESSED_WEIGHT)
            opens = naming = False
            continue
        key, equals, _ = piece.partition("=")
        piece = key if equals else piece
        parts = _PART.findall(piece)
        if (len(parts) > 1 and not all(singular(part) in known and not part.isdigit() for part in parts)) or (
            naming and piece not in known
        ):
            # A name that somebody gave: its parts say little.
            for part in parts:
                if not part.isdigit():
                    yield Token(singular(part), part, NAME_WEIGHT)
            opens = naming = False
            continue
        compound = len(parts) > 1 and "-" in piece
        for part in parts:
            if part.isdigit():
                continue
            weight = NAME_WEIGHT * 2 if naming or (compound and "".join(parts) not in known) else 1.0
            yield Token(singular(part), part, weight, opens)
            opens = False
        naming = piece in _NAMING
