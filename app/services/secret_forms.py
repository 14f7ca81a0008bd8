"""Passwords where no sign says that a value follows: short flags of commands, sentences, the next line, table cells.

Owns those forms. Refuses, where words alone say "password", every value that may be a word of people's: one is taken
only if it mixes letters with digits or signs. Every pattern looks a bounded way ahead, so that all is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_WORD = r"(?:pass(?:word|wd|phrase|wort|code)|kennwort|wachtwoord|contraseña|senha|mot de passe)"
_CHINESE = "(?:密码|密碼|口令)"
_WORDS = (
    *("passw", "passp", "passc", "kennwort", "wachtwoord", "contraseña", "senha"),
    *("mot de passe", "密码", "密碼", "口令"),
)
_LINE = r"(?:[^\n]|(?<=\\)\n){0,200}?(?<=[ \t])"
_COMMANDS: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = (
    (
        ("mysql", "mariadb"),
        re.compile(r"\b(?:mysql|mariadb)[a-z_-]{0,16}[ \t](?:[^\n|;&]|(?<=\\)\n){0,200}?(?<=[ \t])-p(?=\S)"),
    ),
    (("sshpass",), re.compile(r"\bsshpass[ \t]{1,4}(?:-[a-zA-Z]{1,4}[ \t]{1,4}){0,3}?-p[ \t]{0,4}")),
    (
        ("login",),
        re.compile(
            r"\b(?:docker|podman|nerdctl|buildah|skopeo|helm|oc|az)"
            rf"[ \t][a-z \t]{{0,20}}login[ \t]{_LINE}-p[ \t=]{{0,4}}"
        ),
    ),
    (
        ("curl",),
        re.compile(
            rf"\bcurl(?:\.exe)?[ \t]{_LINE}(?:-[a-zA-Z]{{0,6}}[uU]|--(?:proxy-)?user)[ \t=]{{0,4}}(?P<quote>\\?[\"'])?"
            r"[^\s:\"'\\/]{1,100}:"
        ),
    ),
)
"""What comes before a value on a command line; without one of the words before it, in lower case, none does."""

# Of text in lower case.
_SENTENCE = re.compile(
    rf"\b{_WORD}[ \t]{{1,4}}(?:is|was|ist|war|lautet|es|est)"
    r"(?:[ \t]{1,4}(?:now|still|set to|jetzt|nun))?[ \t]{0,2}:?[ \t]{1,4}"
    rf"|{_CHINESE}[ \t]{{0,4}}[是为為][ \t]{{0,2}}[:\uff1a]?[ \t]{{0,4}}"
)
_NEXT_LINE = re.compile(
    rf"^[ \t>*#-]{{0,8}}(?:[a-z]{{1,20}}[ \t_-]){{0,3}}{_WORD}\**[ \t]{{0,4}}:?\**[ \t]{{0,4}}\r?\n[ \t]{{0,16}}", re.M
)
_CELL = re.compile(rf"\|[^|\n]{{0,40}}{_WORD}[^|\n]{{0,10}}\|[ \t]{{0,40}}")

_SPOKEN = re.compile(
    r"(?P<quote>[\"'`])(?P<quoted>[^\"'`\n]{4,128})(?P=quote)|(?P<bare>[^\s\"'`|。\uff0c\uff1b]{6,128})"
)
_LAST_OF_LINE = re.compile(r"[ \t]*(?:\r?$)", re.M)
_LAST_OF_CELL = re.compile(r"[ \t]{0,40}\|")
_SIGNS = frozenset("!@#$%^&*+=~?")
_WORDS_WITH_DIGITS = re.compile(
    r"(?i)(?:base(?:32|58|64)|sha-?\d+|md5|utf-?\d+|bcrypt|pbkdf2|argon2\w*|aes-?\d*|rsa-?\d*|ed25519|oauth2|rfc-?\d+"
    r"|x\.?509|s3|ec2|pkcs\d+|ascii)(?:[-_/][a-z0-9]+)*"
)
_NO_VALUE = re.compile(
    r"\[hidden\b|arn:|<|/|\\|\$|\{|\(|!(?:Ref|Sub|GetAtt)|%\w+%|[A-Z][A-Z0-9]*_[A-Z0-9_]*$|\w+\([^)]*\)|\d{4}-\d\d-\d\d"
    r"|v?\d+(?:\.\d+)+|\d[\d-]*[a-z]{1,12}$|[a-z][\w-]*\.[a-z_]|--|https?:"
)


def told_passwords(text: str, lower: str) -> Iterator[tuple[int, int]]:
    """Where passwords stand in ``text`` that a sentence, a line or a table tells. ``lower``: it, letter by letter."""
    if not any(word in lower for word in _WORDS):
        return
    for match in _SENTENCE.finditer(lower):
        yield from _spoken(text, match.end(), None)
    for match in _NEXT_LINE.finditer(lower):
        yield from _spoken(text, match.end(), _LAST_OF_LINE)
    for match in _CELL.finditer(lower):
        yield from _spoken(text, match.end(), _LAST_OF_CELL)


def command_values(text: str, lower: str) -> Iterator[tuple[int, str]]:
    """Where the values of commands' short flags begin, and the quote that was opened before, if any."""
    for signs, pattern in _COMMANDS:
        if any(sign in lower for sign in signs):
            for match in pattern.finditer(text):
                yield match.end(), match.groupdict().get("quote") or ""


def _spoken(text: str, at: int, end: re.Pattern[str] | None) -> Iterator[tuple[int, int]]:
    match = _SPOKEN.match(text, at)
    if match is None or (end is not None and end.match(text, match.end()) is None):
        return
    group = "quoted" if match["quoted"] is not None else "bare"
    value = match[group]
    if group == "bare":
        value = value.rstrip(".,;:)]?")
    if (
        _NO_VALUE.match(match[group]) is None
        and _looks_secret(value)
        and not (group == "bare" and len(value) < len(match[group]) and match[0].endswith(":"))
    ):
        yield match.start(group), match.start(group) + len(value)


def _looks_secret(value: str) -> bool:
    if len(value) < 6 or _NO_VALUE.match(value) or _WORDS_WITH_DIGITS.fullmatch(value):
        return False
    has_letter = any(letter.isalpha() for letter in value)
    return has_letter and (any(letter.isdigit() for letter in value) or not _SIGNS.isdisjoint(value[:-1]))
