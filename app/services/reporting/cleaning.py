"""Takes out of a report what says who and where: secrets, accounts, names, addresses, the home folder.

Pure functions. Refuses to judge what is worth telling; that is the report's business.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.services.privacy.identifiers import Kind, identifiers
from app.services.redaction import redact_text

_USER_INFO = re.compile(r"(?<=://)(?:[^\s/@\"'<>\[]|\[hidden [^\]\n]{1,40}\]){1,300}@")
_QUERY = re.compile(r"(?i)(https?://[^\s\"'<>?#]{1,2000})[?#][^\s\"'<>]{1,4000}")
_HOMES = re.compile(
    r"(?i)(?P<before>[/~][\w.@+-]*)?(?P<head>/home/|/users/|\\{1,2}users\\{1,2})(?P<name>[^/\\\s:;,\"'<>|]{1,64})"
)
# What homes stand in besides the root of the file system: "/" is that of file:///home, "/c" a drive of Windows.
_BEFORE_HOMES = re.compile(r"(?i)/(?:[a-z]|var|usr|export|private|net|nfs|data)?")
_RESOURCE = re.compile(
    r"\b(?:i|r|vol|snap|ami|sg|sgr|subnet|vpc|eni|eipalloc|eipassoc|rtb|igw|nat|lt|acl|pcx|tgw|vpce|fs|fsap|dopt|cgw|vgw"
    r"|vpn|fl|pl|cluster|j|ls|mi|asg|key|lb|tg|d)-(?:[0-9a-f]{8}|[0-9a-f]{17})\b"
)
_UUID = re.compile(r"(?i)\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b")
_HASH = re.compile(r"(?i)\b[0-9a-f]{32}\b")
_LEAST_NAME_CHARS = 3
_LEAST_OWN_CHARS = 2
_COMMON = frozenset(
    {"root", "user", "admin", "demo", "default", "none", "local", "localhost", "ubuntu", "baton", "app"}
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Private:
    """What is taken out wherever it stands, besides what shows by its form.

    ``names`` by the word that says what each is (``account``, ``endpoint``): for each one all it is called. The
    ``home`` folder, and what the person (``user``) and the machine (``host``) are called.
    """

    home: str = ""
    user: str = ""
    host: str = ""
    names: Mapping[str, Sequence[Sequence[str]]] = field(default_factory=dict)


def cleaned(text: str, private: Private) -> str:
    """``text`` without secrets, and without whatever tells whose machine and accounts these are.

    The same thing gets the same number wherever it stands, so that the report can still be followed.
    """
    text = redact_text(text).text
    text = _USER_INFO.sub("[hidden]@", text)
    text = _QUERY.sub(r"\1?[hidden]", text)
    if len(private.home) > 1:
        for form in dict.fromkeys((private.home, private.home.replace("\\", "\\\\"), private.home.replace("\\", "/"))):
            text = re.sub(rf"(?<![\w.~-]){re.escape(form)}(?![\w.-])", "~", text, flags=re.IGNORECASE)
    text = _HOMES.sub(_without_user, text)
    for kind, names in private.names.items():
        text = _without_names(text, kind, names)
    own = (("user", private.user), ("machine", private.host), ("machine", private.host.partition(".")[0]))
    for kind, name in sorted(own, key=lambda item: len(item[1]), reverse=True):  # one may be part of another
        if len(name) >= _LEAST_NAME_CHARS and name.casefold() not in _COMMON:
            text = _word(name).sub(f"[{kind}]", text)
    text = _without_identifiers(text)
    for pattern, word in ((_RESOURCE, "resource"), (_UUID, "id"), (_HASH, "id")):
        text = _numbered(text, pattern, word)
    return text


def _without_user(match: re.Match[str]) -> str:
    """The name of who a home belongs to hidden; a folder somewhere that is called "home" keeps what is in it."""
    before = match["before"] or ""
    if before and "\\" not in match["head"] and _BEFORE_HOMES.fullmatch(before) is None:
        return match[0]
    return f"{before}{match['head']}[user]"


def _without_names(text: str, kind: str, called: Sequence[Sequence[str]]) -> str:
    numbers: dict[str, int] = {}
    for number, names in enumerate(called, 1):
        for name in names:
            if len(name) >= _LEAST_OWN_CHARS and name.casefold() not in _COMMON:
                numbers.setdefault(name, number)
    for name in sorted(numbers, key=len, reverse=True):  # the longest first: one may be part of another
        text = _word(name).sub(f"[{kind} {numbers[name]}]", text)
    return text


def _word(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w]){re.escape(name)}(?![\w])", re.IGNORECASE)


def _without_identifiers(text: str) -> str:
    pieces: list[str] = []
    numbers: dict[tuple[Kind, str], int] = {}
    at = 0
    found = sorted(identifiers(text), key=lambda item: (item.start, -item.end))
    for item in found:
        if item.kind is Kind.TEXT or item.start < at:
            continue
        value = text[item.start : item.end]
        count = sum(kind is item.kind for kind, _ in numbers)
        number = numbers.setdefault((item.kind, value), count + 1)
        pieces += [text[at : item.start], f"[{item.kind.value.lower()} {number}]"]
        at = item.end
    return "".join([*pieces, text[at:]])


def _numbered(text: str, pattern: re.Pattern[str], word: str) -> str:
    numbers: dict[str, int] = {}

    def hidden(match: re.Match[str]) -> str:
        number = numbers.setdefault(match[0].lower(), len(numbers) + 1)
        return f"[{word} {number}]"

    return pattern.sub(hidden, text)
