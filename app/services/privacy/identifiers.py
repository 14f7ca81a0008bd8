"""Which parts of a text say who and where: accounts, names in ARNs, addresses, hosts, the person's own words.

Pure functions, linear in their input. Refuses to guess at what is public: version numbers, AWS's own service hosts and
policies, the loopback. Every kind is a word in capitals that is the end of no other kind, as placeholders need it.
"""

from __future__ import annotations

import ipaddress
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What an identifier is; its placeholders are ``KIND_1``, ``KIND_2``, …"""

    ACCOUNT = "ACCOUNT"
    NAME = "NAME"
    BUCKET = "BUCKET"
    HOST = "HOST"
    IP = "IP"
    EMAIL = "EMAIL"
    WORD = "WORD"
    TEXT = "TEXT"  # what only looks like a placeholder


PLACEHOLDER = re.compile(rf"(?:{'|'.join(Kind)})_[0-9]+")
"""Everything that reads like a placeholder. Text that does so of itself is replaced too, so that none is ambiguous."""


@dataclass(frozen=True, slots=True)
class Identifier:
    """Where an identifier stands (``end`` is the first character after it), and what it is."""

    start: int
    end: int
    kind: Kind


# A text within JSON has its line ends and foreign letters as several characters, whose last one begins no name. What
# comes before an identifier is looked at from its second character: a search begins with the first.
_AFTER_ONE = r"(?:(?<![A-Za-z0-9_].)|(?<=\\[nrtbf].)|(?<=\\u[0-9a-fA-F]{4}.))"
_ACCOUNT = re.compile(rf"[0-9]{_AFTER_ONE}[0-9]{{11}}(?![A-Za-z0-9_])")
_ARN = re.compile(
    r"arn:aws[a-z-]{0,12}:(?P<service>[a-z0-9-]{1,40}):[a-z0-9-]{0,30}:(?P<account>[a-z0-9*]{0,16}):"
    r"(?P<resource>[^\s\"'<>,;()\[\]{}\\`|]{1,1024})"
)
_SEGMENT = re.compile(r"[^/:]+")
_S3_URI = re.compile(r"\bs3[an]?://(?P<bucket>[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])")
_IP4 = re.compile(
    rf"[0-9]{_AFTER_ONE}(?<![.-].)[0-9]{{0,2}}\.(?:[0-9]{{1,3}}\.){{2}}[0-9]{{1,3}}(?![0-9A-Za-z_-])(?!\.[0-9])"
)
_VERSION_BEFORE = re.compile(r"(?:[vV]|(?i:version|release|ver)[\"']?[ :=\"']{0,3}|[=~<>!]=[ ]?)$")
_IP6 = re.compile(r"(?<![0-9A-Za-z_:.])[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}(?![0-9A-Za-z_:])")
_EMAIL = re.compile(
    r"(?<![A-Za-z0-9_.+%-])[A-Za-z0-9_.+%-]{1,64}+@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![A-Za-z0-9_-])"
)
_HOST = re.compile(
    r"(?<![A-Za-z0-9_.-])[A-Za-z0-9-]{1,63}+(?:\.[A-Za-z0-9-]{1,63}+){1,8}+(?![A-Za-z0-9_-])(?!\.[A-Za-z0-9])"
)
_ESCAPE = re.compile(r"[nrtbf]|u[0-9a-fA-F]{4}")
_URL_HOST = re.compile(r"://(?:[^\s/@\"'<>]{0,128}@)?(?P<host>[A-Za-z0-9][A-Za-z0-9.-]{0,251}[A-Za-z0-9])")

# Ends of names that are hosts wherever they stand. Ends that are also words of code (io, info, app, py, sh) count in
# addresses only.
_TOPS = frozenset(
    re.findall(
        r"\w+",
        "internal local lan corp intranet home private localdomain test com net org edu gov mil dev cloud eu de uk fr"
        " nl ch se pl es jp cn br au ca ie dk fi cz",
    )
)
_PUBLIC_HOST = re.compile(
    r"(?:[a-z0-9-]+(?:\.[a-z]{2}(?:-[a-z]+)+-[0-9])?\.)?amazonaws\.com(?:\.cn)?"
    r"|(?:[a-z0-9-]+\.)*(?:aws\.amazon\.com|github\.com|githubusercontent\.com|pypi\.org|python\.org|wikipedia\.org"
    r"|openai\.com|anthropic\.com|example\.(?:com|net|org))|localhost(?:\.localdomain)?",
    re.IGNORECASE,
)
_PUBLIC_IPS = frozenset(["0.0.0.0", "127.0.0.1", "255.255.255.255", "169.254.169.254", "::", "::1"])  # noqa: S104
_TOKEN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
_DISTINCT = re.compile(r"[0-9_.-]")
_LEAST_NAME_CHARS = 4
_KEPT_NUMBER_CHARS = 5  # a version at the end of an ARN


def identifiers(text: str) -> Iterator[Identifier]:
    """Accounts, names in ARNs, buckets, addresses and hosts in ``text``, in no order; they may overlap."""
    for match in PLACEHOLDER.finditer(text):
        yield Identifier(match.start(), match.end(), Kind.TEXT)
    for match in _ACCOUNT.finditer(text):
        yield Identifier(match.start(), match.end(), Kind.ACCOUNT)
    for match in _ARN.finditer(text):
        if match["account"] != "aws":  # what AWS itself owns is the same for everybody
            yield from _resource(match)
    for match in _S3_URI.finditer(text):
        yield Identifier(match.start("bucket"), match.end("bucket"), Kind.BUCKET)
    yield from _addresses(text)
    yield from _hosts(text)


def _resource(match: re.Match[str]) -> Iterator[Identifier]:
    base = match.start("resource")
    segments = list(_SEGMENT.finditer(match["resource"]))
    is_bucket = match["service"] == "s3"
    # The first of several says what it is: role, function, instance.
    named = segments if is_bucket or len(segments) == 1 else segments[1:]
    for number, segment in enumerate(named):
        name = segment[0].rstrip(".*?$")
        if not any(letter.isalnum() for letter in name) or name.startswith("*"):
            continue
        if name.isdigit() and len(name) <= _KEPT_NUMBER_CHARS:
            continue
        start = base + segment.start()
        kind = Kind.BUCKET if is_bucket and number == 0 else Kind.NAME
        yield Identifier(start, start + len(name), kind)


def _addresses(text: str) -> Iterator[Identifier]:
    for pattern in (_IP4, _IP6):
        for match in pattern.finditer(text):
            if match[0].lower() in _PUBLIC_IPS or _VERSION_BEFORE.search(
                text, max(0, match.start() - 14), match.start()
            ):
                continue
            if pattern is _IP6 and not any(letter.isdigit() for letter in match[0]):
                continue  # a::b is a name in many languages
            try:
                ipaddress.ip_address(match[0])
            except ValueError:
                continue
            yield Identifier(match.start(), match.end(), Kind.IP)


def _hosts(text: str) -> Iterator[Identifier]:
    if "@" in text:
        for match in _EMAIL.finditer(text):
            yield Identifier(_behind_escape(text, match), match.end(), Kind.EMAIL)
    for match in _URL_HOST.finditer(text):
        host = match["host"]
        if "." in host and not _PUBLIC_HOST.fullmatch(host) and not host.replace(".", "").isdigit():
            yield Identifier(match.start("host"), match.end("host"), Kind.HOST)
    for match in _HOST.finditer(text):
        start = _behind_escape(text, match)
        host = text[start : match.end()]
        if host.rpartition(".")[2] in _TOPS and not _PUBLIC_HOST.fullmatch(host):
            yield Identifier(start, match.end(), Kind.HOST)


def _behind_escape(text: str, match: re.Match[str]) -> int:
    """Where a name begins that seems to begin with the rest of one of JSON's escapes."""
    start = match.start()
    if text[start - 1 : start] == "\\" and (escape := _ESCAPE.match(match[0])):
        start += escape.end()
        while start < match.end() and text[start] in ".-@":
            start += 1
    return start


def known_names(text: str, names: Mapping[str, Kind]) -> Iterator[Identifier]:
    """Where the names that stood in ARNs stand alone."""
    for match in _TOKEN.finditer(text):
        token = match[0].rstrip(".-_")
        kind = names.get(token)
        if kind is not None:
            yield Identifier(match.start(), match.start() + len(token), kind)


def is_distinct(name: str) -> bool:
    """Whether a name says anything alone: ``web-prod-1`` does, ``web`` does not."""
    return len(name) >= _LEAST_NAME_CHARS and _DISTINCT.search(name) is not None


def own_words(words: str) -> Callable[[str], Iterator[Identifier]]:
    """Finds the words of a list (one a line) anywhere in a text, whatever their case, also as JSON writes them."""
    forms: set[str] = set()
    for word in words.splitlines():
        if plain := word.strip():
            forms |= {plain, json.dumps(plain)[1:-1], json.dumps(plain, ensure_ascii=False)[1:-1]}
    if not forms:
        return lambda _text: iter(())
    longest_first: Sequence[str] = sorted(forms, key=lambda form: (-len(form), form))
    pattern = re.compile("|".join(re.escape(form) for form in longest_first), re.IGNORECASE)

    def find(text: str) -> Iterator[Identifier]:
        for match in pattern.finditer(text):
            yield Identifier(match.start(), match.end(), Kind.WORD)

    return find
