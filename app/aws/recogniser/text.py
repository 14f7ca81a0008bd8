"""Text to tokens: words in one form, and literal values (ids, ARNs, names, numbers). Refuses to judge meaning."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from app.aws.recogniser.lexicon import Lexicon
from app.aws.search.words import singular

MAX_CHARACTERS = 2000  # what follows is left unread: nobody describes one call in more


class Kind(StrEnum):
    """What a token is."""

    WORD = "word"
    BREAK = "break"  # punctuation that ends a clause
    COMMA = "comma"
    QUOTED = "quoted"
    NAME = "name"  # has digits, dashes, dots or inner capitals: nobody writes an English word so
    NUMBER = "number"
    SIZE = "size"  # 20 GB
    ARN = "arn"
    URL = "url"
    S3_URI = "s3-uri"
    EMAIL = "email"
    CIDR = "cidr"
    IP = "ip"
    ID = "id"  # i-0abc…
    DATE = "date"
    INSTANCE_TYPE = "instance-type"
    PATH = "path"
    PAIR = "pair"  # key=value
    FLAG = "flag"  # --instance-ids
    REGION = "region"
    ZONE = "zone"  # eu-west-1a
    DOMAIN = "domain"  # example.com
    JSON = "json"


@dataclass(slots=True)
class Token:
    """A piece of the text. ``raw`` is as written; ``word`` is folded and singular; ``plural`` where it was none."""

    kind: Kind
    raw: str
    word: str = ""
    plural: bool = False
    key: str = ""  # of a pair
    used: bool = False
    said: tuple[str, ...] = ()  # the words that a phrase of the lexicon replaced
    added: bool = False  # not said here but in the step before: what is spoken of, and no value

    @property
    def literal(self) -> bool:
        """Whether it is a value rather than a word of the sentence."""
        return self.kind not in {Kind.WORD, Kind.BREAK, Kind.COMMA}


# Each alternative is bounded or has one unambiguous way to match: linear on any input.
_PIECES = re.compile(
    r"""
      (?P<pairquoted>[\w.:/-]{1,128}=(?:"[^"\n]{0,2000}"|'[^'\n]{0,2000}'))
    | (?P<quoted>"[^"\n]{1,2000}"|“[^”\n]{1,2000}”|`[^`\n]{1,2000}`
        |(?<![\w])'[^'\n]{1,2000}'(?!\w)|‘[^’\n]{1,2000}’(?!\w))
    | (?P<json>\{[^\s{}][^{}\n]{0,1000}\})
    | (?P<chunk>[^\s,;!?()\[\]{}"“”`]+)
    | (?P<comma>,)
    | (?P<break>[;!?\n]|[()\[\]])
    """,
    re.VERBOSE,
)
_SIZE_UNIT = {"gb": 1, "gib": 1, "tb": 1024, "tib": 1024, "gig": 1, "gigabyte": 1, "terabyte": 1024}
_MEMORY_UNIT = {"mb": 1, "mib": 1, "megabyte": 1}
NUMBER_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "twenty": 20, "thirty": 30, "fifty": 50, "hundred": 100, "zero": 0, "dozen": 12,
}  # fmt: skip
_ID = re.compile(r"[a-z][a-z0-9]{0,11}(?:-[a-z]{2,10})?-(?=[0-9a-z]*[0-9])[0-9a-f]{3,40}(?:-[0-9a-f]{1,12}){0,5}")
_UUID = re.compile(r"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}")
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (Kind.ARN, re.compile(r"arn:aws[\w-]{0,12}:[\w.-]*:[\w-]*:\w*:\S+")),
    (Kind.S3_URI, re.compile(r"s3://\S*")),
    (Kind.URL, re.compile(r"https?://\S+")),
    (Kind.EMAIL, re.compile(r"[^@\s=]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")),
    (Kind.CIDR, re.compile(r"\d{1,3}(?:\.\d{1,3}){3}/\d{1,2}|[0-9a-fA-F:]{2,39}::?/\d{1,3}")),
    (Kind.IP, re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")),
    (Kind.DATE, re.compile(r"\d{4}-\d{2}-\d{2}(?:T[\d:.]{4,15}(?:Z|[+-]\d{2}:?\d{2})?)?")),
    (Kind.PAIR, re.compile(r"[A-Za-z_][\w.:/-]{0,127}=\S+")),
    (Kind.FLAG, re.compile(r"--[A-Za-z][\w-]{0,80}(?:=\S*)?")),
    (Kind.ZONE, re.compile(r"[a-z]{2}(?:-[a-z]{3,9}){1,3}-\d[a-f]")),
    (Kind.SIZE, re.compile(r"\d{1,6}(?:gb|gib|tb|tib|mb|mib)", re.IGNORECASE)),
    (Kind.NUMBER, re.compile(r"-?\d{1,15}(?:\.\d{1,6})?%?")),
    (Kind.INSTANCE_TYPE, re.compile(r"(?:(?:db|cache|ml|kafka|mq|dax)\.)?[a-z]{1,3}\d{1,2}[a-z-]{0,7}\."
                                    r"(?:\d{0,2}x?large|xlplus|nano|micro|small|medium|metal(?:-\d{1,2}xl)?)"
                                    r"(?:\.search)?")),
    (Kind.PATH, re.compile(r"/[\w.@$/{}*#-]{1,500}")),
    (Kind.DOMAIN, re.compile(r"(?:[a-z0-9_*](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,5}"
                             r"(?:com|org|net|io|dev|de|uk|eu|info|app|cloud|ai|co|internal|local|example|test)\.?")),
)  # fmt: skip


def tokens(text: str, words: Lexicon) -> list[Token]:
    """Tokens of the first :data:`MAX_CHARACTERS` of a text; control characters read as spaces."""
    shown = unicodedata.normalize("NFKC", text[:MAX_CHARACTERS])
    clean = "".join(" " if unicodedata.category(char) in {"Cc", "Cf"} and char != "\n" else char for char in shown)
    clean = clean.replace("’", "'")
    found: list[Token] = []
    for piece in _PIECES.finditer(clean):
        raw = piece.group()
        match piece.lastgroup:
            case "quoted":
                found.append(Token(Kind.QUOTED, raw[1:-1].strip()))
            case "pairquoted":
                key, _, value = raw.partition("=")
                found.append(Token(Kind.PAIR, value[1:-1], key=key.removeprefix("--")))
            case "json":
                found.append(Token(Kind.JSON, raw))
            case "comma":
                found.append(Token(Kind.COMMA, raw))
            case "break":
                found.append(Token(Kind.BREAK, raw))
            case _:
                _chunk(raw, words, found)
    return _sizes(found)


def _chunk(raw: str, words: Lexicon, found: list[Token]) -> None:
    ended = ""
    if raw[-1] in ".:…" and not raw.endswith(("::", "://")):
        raw, ended = raw.rstrip(".:…"), raw[-1]
    if raw.startswith("'") or raw.endswith("'"):
        raw = raw.strip("'")
    for suffix in ("'s", "s'"):
        if raw.endswith(suffix) and len(raw) > 3:
            raw = raw.removesuffix(suffix)
    if raw and raw not in {"-", "–", "—", "*", "|", "->", "=>", "→", "•", "&"}:
        found.append(_token(raw, words))
    elif raw in {"–", "—", "->", "=>", "→", "•"}:
        found.append(Token(Kind.BREAK, raw))
    if ended:
        found.append(Token(Kind.BREAK, ended))


def _token(raw: str, words: Lexicon) -> Token:
    lower = raw.casefold()
    if (lower,) in words.regions and "-" in lower:
        return Token(Kind.REGION, lower)
    for kind, pattern in _KINDS:
        if pattern.fullmatch(raw):
            if kind is Kind.PAIR:
                key, _, value = raw.partition("=")
                return Token(Kind.PAIR, value, key=key)
            return Token(kind, raw)
    if is_id(lower, words):
        return Token(Kind.ID, raw)
    lower = _unaccented(lower)
    letters = _unaccented(raw).replace("'", "")
    if "://" in raw or not (letters.isalpha() and letters.isascii()):
        plain = lower.strip("*_#~<>")
        if plain.isalpha() and plain.isascii():
            return _word(plain, plain)
        if plain in words.verbs or (plain,) in words.phrases or (plain,) in words.services:
            return _word(raw, plain)
        if not any(char.isalnum() for char in raw):
            return Token(Kind.COMMA, raw)  # an emoji or a stray sign: no word, no name
        return Token(Kind.NAME, raw)
    return _word(raw, lower)


def _unaccented(text: str) -> str:
    if text.isascii():
        return text
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))


def _word(raw: str, lower: str) -> Token:
    base = singular(lower)
    return Token(Kind.WORD, raw, word=base, plural=base != lower)


def is_id(lower: str, words: Lexicon) -> bool:
    """Whether a text is an id that AWS gave (``i-0abc…``, a UUID), rather than a name of the person's."""
    if _UUID.fullmatch(lower):
        return True
    return bool(_ID.fullmatch(lower)) and id_prefix(lower, words) != ""


def id_prefix(lower: str, words: Lexicon) -> str:
    """The prefix that tells what an id names, or an empty text."""
    head, _, tail = lower.rpartition("-")
    return head if head in words.ids and tail else (lower.split("-")[0] if lower.split("-")[0] in words.ids else "")


def _sizes(found: list[Token]) -> list[Token]:
    """Joins ``20 GB`` to one token, in GiB as AWS counts volumes (``MB`` keeps its own figure, for Lambda)."""
    joined: list[Token] = []
    for token in found:
        previous = joined[-1] if joined else None
        if (
            token.kind is Kind.WORD
            and (token.word in _SIZE_UNIT or token.word in _MEMORY_UNIT)
            and previous is not None
            and previous.kind is Kind.NUMBER
        ):
            joined[-1] = Token(
                Kind.SIZE, str(int(float(previous.raw)) * _SIZE_UNIT.get(token.word, 1)), word=token.word
            )
        elif token.kind is Kind.SIZE and not token.word:
            figure = re.match(r"\d+", token.raw)
            assert figure is not None
            unit = token.raw[figure.end() :].casefold()
            joined.append(Token(Kind.SIZE, str(int(figure.group()) * _SIZE_UNIT.get(unit, 1)), word=unit))
        else:
            joined.append(token)
    return joined
