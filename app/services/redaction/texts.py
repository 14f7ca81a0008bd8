"""Finds secrets in texts. Refuses to guess at identifiers: ARNs, instance ids, UUIDs and hashes stay readable.

Every function is linear in its input, hostile input included.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.services.secret_forms import command_values, told_passwords

MARK = "[hidden "
_VALUE_CHARS = 8_192  # a secret in a key=value is not longer; bounds the search for its end


@dataclass(frozen=True, slots=True)
class Redacted:
    """A text without its secrets, and how many were replaced."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Span:
    """Where a secret stands in a text, and what it is."""

    start: int
    end: int
    kind: str


_KEY_ID = "AWS access key id"

# --- what secrets look like. Each begins only where a run of its characters begins (lookbehind) and never gives back
# --- what it took (possessive quantifiers), so that no input makes a pattern start over.


@dataclass(frozen=True, slots=True)
class _Shape:
    """What one kind of secret looks like. ``signs``: without one of these, in lower case, a text holds none."""

    kind: str
    signs: tuple[str, ...]
    pattern: re.Pattern[str]


_SHAPES: tuple[_Shape, ...] = (
    _Shape(_KEY_ID, ("akia", "asia"), re.compile(r"(?<![A-Z0-9])(?:(?:AKIA|ASIA)[A-Z0-9]{16})++(?![A-Z0-9])")),
    _Shape(
        "AWS session token",
        ("iqoj", "fwog", "fqog", "aqod"),
        re.compile(r"(?<![A-Za-z0-9/+])(?:IQoJ|FwoG|FQoG|AQoD)[A-Za-z0-9/+]{60,}+={0,2}"),
    ),
    _Shape(  # a JWT
        "token",
        ("eyj",),
        re.compile(r"(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,}+\.[A-Za-z0-9_-]{8,}+\.[A-Za-z0-9_-]{0,}+"),
    ),
    # The vendors' keys that are met most. Of every other vendor's, the catalogue of rules knows what leaves Baton
    # (:class:`app.domain.ports.SecretRules`); these also keep the log and the history clean, without it.
    _Shape(
        "API key",
        (
            *("sk-", "k_live_", "k_test_", "whsec_", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-"),
            *("xox", "aiza", "hf_", "npm_", "pypi-", "gsk_", "dop_v1_", "sg.", "ya29.", "age-secret-key-1"),
            *("bedrock-api-key-", "absk", "nrak-"),
        ),
        re.compile(
            r"(?<![A-Za-z0-9_-])(?:"
            r"sk-(?:ant-|proj-|svcacct-|or-)?[A-Za-z0-9_-]{20,}+"
            r"|(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{16,}+|whsec_[A-Za-z0-9]{16,}+"
            r"|gh[pousr]_[A-Za-z0-9]{30,}+|github_pat_[A-Za-z0-9_]{40,}+|glpat-[A-Za-z0-9_-]{20,}+"
            r"|xox[abeoprs]-[A-Za-z0-9-]{10,}+|AIza[A-Za-z0-9_-]{35}|hf_[A-Za-z0-9]{30,}+|npm_[A-Za-z0-9]{36}"
            r"|pypi-[A-Za-z0-9_-]{50,}+|gsk_[A-Za-z0-9]{40,}+|dop_v1_[a-f0-9]{64}|SG\.[A-Za-z0-9_-]{20,}+\.[A-Za-z0-9_-]{20,}+"
            r"|ya29\.[A-Za-z0-9_-]{20,}+|AGE-SECRET-KEY-1[A-Z0-9]{50,}+|bedrock-api-key-[A-Za-z0-9+/=]{20,}+"
            r"|ABSK[A-Za-z0-9+/]{80,}+={0,2}|NRAK-[A-Z0-9]{27})"
        ),
    ),
    _Shape(
        "token",
        ("bearer", "basic"),
        re.compile(r"(?i)(?<![A-Za-z0-9])(?:bearer|basic)[ \t]{1,4}(?P<value>[A-Za-z0-9._~+/-]{16,}+={0,2})"),
    ),
    _Shape(
        "signature",
        ("x-amz-s",),
        re.compile(r"(?i)X-Amz-(?:Signature|Security-Token)=(?P<value>[^&\s\"'<>]{8,}+)"),
    ),
    _Shape(  # as far as the last @ before the host: many passwords hold one that nobody encoded
        "password",
        ("://",),
        re.compile(r"(?<=://)[^\s/:@\"'<>]{0,128}+:(?P<value>[^\s/\"'<>]{1,256})@"),
    ),
    # Keys of fixed forms, each as its vendor's documentation shows it: Databricks (personal access tokens), Perplexity,
    # xAI, Twilio (account and API key SIDs), Telegram (Bot API, "authorizing your bot"), Discord (reference,
    # "authentication": the bot's id in base64, a time, a signature), Slack and Discord (incoming webhooks).
    _Shape(
        "API key",
        ("dapi", "pplx-", "xai-"),
        re.compile(
            r"(?<![A-Za-z0-9_-])(?:dapi[a-f0-9]{32}(?:-\d)?(?![A-Za-z0-9])|pplx-[A-Za-z0-9]{32,}+|xai-[A-Za-z0-9_-]{32,}+)"
        ),
    ),
    _Shape("API key", ("ac", "sk"), re.compile(r"(?<![A-Za-z0-9_-])(?:AC|SK)[0-9a-f]{32}(?![A-Za-z0-9])")),
    _Shape("token", (":aa",), re.compile(r"(?<!\d)\d{8,10}:AA[A-Za-z0-9_-]{33}(?![A-Za-z0-9_-])")),
    _Shape(
        "token",
        (".",),
        re.compile(
            r"(?<![A-Za-z0-9_-])[MNO][DTjz][A-Za-z0-9_-]{21,26}+\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,45}+(?![A-Za-z0-9_-])"
        ),
    ),
    _Shape(
        "webhook",
        ("hooks.slack.com/", "/api/webhooks/"),
        re.compile(
            r"(?:hooks\.slack\.com/(?:services|workflows|triggers)/|/api/webhooks/)(?P<value>[A-Za-z0-9_/-]{20,}+)"
        ),
    ),
)
_LOOSE_SIGNS = frozenset({"ac", "sk", "."})  # stand in every other word

# One short word, without blank, sign of equality or slash, can be a secret by its shape alone, and holds its sign then.
_SHORT_WORD = re.compile(r"[A-Za-z0-9_.-]{0,39}")
_SIGN = re.compile(
    "|".join(re.escape(sign) for shape in _SHAPES for sign in shape.signs if sign not in _LOOSE_SIGNS)
    + "|(?:ac|sk)[0-9a-f]{32}"
)

_RANDOM_40 = re.compile(r"(?<![A-Za-z0-9/+_-])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=_-])")
_HEX = re.compile(r"[0-9a-fA-F]+")
_RANDOM_BITS = 4.4  # a character; words and paths stay below, AWS's secret keys are near 4.9

_PEM_BEGIN = re.compile(r"-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----")
_PEM_END = re.compile(r"-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----")

# Of text in lower case: ignoring the case of every letter takes three times as long.
_NAMED = re.compile(
    r"(?P<word>pass(?:word|wd|phrase|wort)|kennwort|wachtwoord|contraseña|密码|密碼|口令|pwd|secret(?:[_-]?(?:access)?[_-]?key|[_-]?string|[_-]?value)?"
    r"|api[_-]?key|access[_-]?key|account[_-]?key|private[_-]?key|encryption[_-]?key|signing[_-]?key|token|credentials?"
    r"|connection[_-]?string|authorization)"
    r"(?P<close>\\{0,3}[\"'])?[ \t]{0,4}(?:=>|[:=\uff1a])[ \t]{0,4}"  # the last colon is Chinese
)
_PASSWORDS = ("pass", "pwd", "kennwort", "wachtwoord", "contraseña", "密码", "密碼", "口令")
# On a command line a blank stands for the sign, and in XML the bracket.
_FLAG = re.compile(
    r"(?:(?<![\w-])--(?:[a-z0-9]{1,20}-){0,4}?(?:pass(?:word|wd|phrase)|secret|token|api-?key|access-key|private-key"
    r"|credentials?)(?:-(?:string|value|key|access-key))?|aws_session_token|aws_secret_access_key)[ \t]{1,4}(?!-)"
)
_ELEMENT = re.compile(
    r"<[a-z0-9_:.-]{0,40}(?:pass(?:word|wd|phrase)|secret|token|api[_-]?key|(?:access|private|secret)[_-]?key)>"
    r"(?P<value>[^<\n]{1,2000})</"
)
# Tokens that only say where a list goes on, or which request this is.
_HARMLESS_BEFORE = re.compile(
    r"(?i)(?:next|prev|previous|continuation|page|paging|pagination|client|request|idempoten\w*|forward|backward|max"
    r"|starting|list|sync|marker|execution|csrf|stop|end)[_-]?$"
)
_PASSWORD_END = re.compile(r"[\s\"'`<\\]")  # a password may hold every other sign
_UNQUOTED_END = re.compile(r"[\s,;&\"'`<>|)\]}\\]")
_NO_SECRET = re.compile(r"(?i)(?:true|false|null|none|nil|undefined|yes|no|\d{1,6}|\*+|x{3,}|\.{3}|…|-+)?")
_REFERENCE = re.compile(r"\$\{?[A-Za-z_]|\$\(|\{\{|<[a-z]|arn:aws|\[hidden\b|!(?:Ref|Sub|GetAtt)")
# What stands for a value in code, where it has no quotes.
_CODE = re.compile(
    r"lambda\b|(?:str|[Ss]tring|bytes|int|bool|[Bb]oolean|number|[Aa]ny|object|[Oo]ptional)(?=[\s,)\]|=;:\[]|$)"
    r"|[A-Za-z_][\w.]{0,80}+\([\"')]"
    r"|(?:var|local|data|module|self|this|os|process|config|settings|args|options|opts|env|request|req|each|random_\w+"
    r"|aws_\w+)\.[A-Za-z_]"
)


def redact_text(text: str, *, key_ids: bool = True) -> Redacted:
    """Replace every secret in ``text`` by ``[hidden KIND N]``; ``key_ids``: also the public half of AWS's keys.

    The same secret gets the same number wherever it stands in the text, and the same text always the same answer.
    Redacting twice changes nothing more.
    """
    if _SHORT_WORD.fullmatch(text) and not _SIGN.search(text.lower()):
        return Redacted(text, 0)
    pieces: list[str] = []
    numbers: dict[tuple[str, str], int] = {}
    used: Counter[str] = Counter()
    at = count = 0
    for span in apart(secret_spans(text, key_ids=key_ids)):
        secret = text[span.start : span.end]
        if (span.kind, secret) not in numbers:
            used[span.kind] += 1
            numbers[span.kind, secret] = used[span.kind]
        pieces += [text[at : span.start], f"{MARK}{span.kind} {numbers[span.kind, secret]}]"]
        at, count = span.end, count + 1
    if not count:
        return Redacted(text, 0)
    pieces.append(text[at:])
    return Redacted("".join(pieces), count)


def secret_spans(text: str, *, key_ids: bool = True) -> Iterator[Span]:
    """Every secret in ``text``, in no order; they may overlap. What :func:`redact_text` left behind is none."""
    yield from _private_keys(text)
    lower = _lower(text)
    for shape in _SHAPES:
        if (shape.kind == _KEY_ID and not key_ids) or not any(sign in lower for sign in shape.signs):
            continue
        group = "value" if "value" in shape.pattern.groupindex else 0
        for match in shape.pattern.finditer(text):
            if not match[group].startswith(MARK):
                yield Span(match.start(group), match.end(group), shape.kind)
    for match in _RANDOM_40.finditer(text):
        if _looks_random(match[0]):
            yield Span(match.start(), match.end(), "AWS secret key")
    yield from _named_values(text, lower)
    yield from _flag_values(text, lower)
    for start, end in told_passwords(text, lower):
        yield Span(start, end, "password")
    for at, quote in command_values(text, lower):
        start, end = _value_bounds(text, at)
        if quote and (closed := text.find(quote, at, at + _VALUE_CHARS)) != -1:
            end = closed
        value = text[start:end]
        if not (_NO_SECRET.fullmatch(value) or _REFERENCE.match(value)):
            yield Span(start, end, "password")


def apart(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans in order, those that overlap made one: a key may begin inside what looks like a password's value."""
    current: Span | None = None
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if current is None:
            current = span
        elif span.start >= current.end:
            yield current
            current = span
        elif span.end > current.end:
            longer = max(current, span, key=lambda item: item.end - item.start)
            current = Span(current.start, span.end, longer.kind)
    if current is not None:
        yield current


def _private_keys(text: str) -> Iterator[Span]:
    at = 0
    while begin := _PEM_BEGIN.search(text, at):
        end = _PEM_END.search(text, begin.end())
        # Without its end the key was cut off: everything after it may be key.
        at = end.end() if end else len(text)
        yield Span(begin.start(), at, "private key")


def _looks_random(text: str) -> bool:
    if _HEX.fullmatch(text):
        return False  # a hash
    if not (any(c.islower() for c in text) and any(c.isupper() for c in text) and any(c.isdigit() for c in text)):
        return False
    counts = Counter(text).values()
    bits = -sum(count / len(text) * math.log2(count / len(text)) for count in counts)
    return bits >= _RANDOM_BITS


def _lower(text: str) -> str:
    """``text`` in lower case, each letter in its place: a few become two otherwise."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def _named_values(text: str, lower: str) -> Iterator[Span]:
    """The values of names that say "secret": ``password=…``, ``"token": "…"``, also in JSON within JSON."""
    at = 0
    while match := _NAMED.search(lower, at):
        at = match.end()
        if match["word"] == "token" and _HARMLESS_BEFORE.search(text, max(0, match.start() - 16), match.start()):
            continue
        start, end = _value_bounds(text, match.end())
        is_password = match["word"].startswith(_PASSWORDS)
        if is_password and start == match.end():
            end = _password_end(text, start, end)
        value = text[start:end]
        if _NO_SECRET.fullmatch(value) or _REFERENCE.match(value):
            continue
        if start == match.end() and _CODE.match(text, start, min(len(text), start + 100)):
            continue
        if match["word"] == "authorization" and value.lower() in {"bearer", "basic", "aws4-hmac-sha256"}:
            continue
        yield Span(start, end, "password" if is_password else "secret")
        at = end


def _flag_values(text: str, lower: str) -> Iterator[Span]:
    """The values of flags and elements that say "secret": ``--password …``, ``<password>…</password>``."""
    for match in _FLAG.finditer(lower):
        if _HARMLESS_BEFORE.search(lower, match.start(), max(match.start(), lower.rfind("token", 0, match.end()))):
            continue
        start, end = _value_bounds(text, match.end())
        value = text[start:end]
        if not (_NO_SECRET.fullmatch(value) or _REFERENCE.match(value)):
            yield Span(start, end, "secret")
    for match in _ELEMENT.finditer(lower):
        value = text[match.start("value") : match.end("value")]
        if not (_NO_SECRET.fullmatch(value) or _REFERENCE.match(value)):
            yield Span(match.start("value"), match.end("value"), "secret")


def _value_bounds(text: str, at: int) -> tuple[int, int]:
    """Where the value that begins at ``at`` begins and ends, its quotes left out."""
    slashes = at
    while slashes < len(text) and text[slashes] == "\\" and slashes - at < 4:
        slashes += 1
    if slashes < len(text) and text[slashes] in "\"'":
        opener, start = text[at : slashes + 1], slashes + 1
        limit = min(len(text), start + _VALUE_CHARS)
        end = start
        while (end := text.find(opener, end, limit)) != -1:
            if len(opener) > 1 or _backslashes_before(text, end, start) % 2 == 0:
                return start, end
            end += 1
        line = text.find("\n", start, limit)
        return start, line if line != -1 else limit
    found = _UNQUOTED_END.search(text, at, min(len(text), at + _VALUE_CHARS))
    return at, found.start() if found else min(len(text), at + _VALUE_CHARS)


def _password_end(text: str, start: int, end: int) -> int:
    """Where a password without quotes ends that goes on beyond ``end``: what closes a sentence or a bracket is none
    of it, unless more follows.
    """
    found = _PASSWORD_END.search(text, end, min(len(text), start + _VALUE_CHARS))
    last = found.start() if found else min(len(text), start + _VALUE_CHARS)
    return end + len(text[end:last].rstrip(",;.)]}>|"))


def _backslashes_before(text: str, end: int, start: int) -> int:
    at = end
    while at > start and text[at - 1] == "\\":
        at -= 1
    return end - at
