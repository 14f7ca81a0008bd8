"""Where an address stands in a text that comes in pieces, and whether placeholders within it may be put back.

An address is opened with one click, and takes what it holds to its host: only to the person's own (hidden itself), to
AWS and to this machine may it take what was hidden. Looks no further ahead than an address's host is long, and takes
for a part of an address, rather than not, whatever a reader of Markdown may.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum, auto

from app.services.privacy.identifiers import PLACEHOLDER

HOST_CHARS = 400
"""A host with all that may stand before it is not longer; what is, is nobody's that is trusted."""

_CONTEXT_CHARS = 16  # the longest sign, and what is looked at before it
_SIGN = (
    r"(?P<scheme>://)|(?P<web>(?i:https?:))|(?P<mail>(?i:mailto:))|(?P<www>(?i:www\.))"
    r"|(?P<link>\]\(|\]:)|(?P<odd>&(?:\#\w{1,8}|colon|sol|period);|\\[:/])"
)
_BLANK = r"(?P<end>[\x00-\x20\x7f"
_EVENTS = {
    "text": re.compile(_SIGN),
    "bare": re.compile(rf"{_BLANK}<>])|(?P<query>\?)|{_SIGN}"),
    "quoted": re.compile(rf"{_BLANK}<>\"])|(?P<query>\?)|{_SIGN}"),
    "target": re.compile(
        rf"{_BLANK}])|(?P<open>\()|(?P<close>\))|(?P<query>\?)|{_SIGN}|(?P<escape>\\)|(?P<strange>&|//)"
    ),
    "bracketed": re.compile(rf"(?P<end>[>\n\r])|(?P<query>\?)|{_SIGN}|(?P<escape>\\)|(?P<strange>&|//)"),
    "escaped": re.compile(rf"{_BLANK}])"),
}
"""What matters within a text, by where one is in it: between addresses, in a bare one, in one of JSON, in a link's
target, in one within angle brackets, and behind a target's backslash, where no bracket says any more where it ends."""
_HOST_END = re.compile(r"[/?#\\\s<>\"`)|\]]")
_HOST6_END = re.compile(r"[/?#\\\s<>\"`)|]")
_AFTER_HOST = ".,;:!*_'}"
_AUTHORITY = re.compile(
    r"(?:[\w.~%+$&;=:!'*-]{0,128}@)?(?P<host>\[[0-9a-fA-F:.]{2,45}\]|[\w.{}-]+)(?::[0-9]{0,5})?", re.ASCII
)
_OWN_HOST = re.compile(
    r"(?:[\w{}-]+\.)*(?:amazonaws\.(?:com(?:\.cn)?|eu|cn)|aws\.amazon\.com|amazonaws-us-gov\.com|awsapps\.com"
    r"|(?:aws|awsapps)\.(?:dev|eu)|api\.aws|signin\.aws|console\.aws|docs\.aws)"
    r"|(?:[\w-]+\.)*localhost|127\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}|\[::1\]",
    re.ASCII | re.IGNORECASE,
)
# Hosts that AWS lets to anybody: what they are sent, their tenant reads in a log.
_RENTED = re.compile(
    r"(?:^|[.-])(?:s3|execute-api|elb|compute(?:-[0-9]+)?|elasticbeanstalk|lambda-url|rds|es|aos|cloudfront)(?:[.-]|$)",
    re.ASCII | re.IGNORECASE,
)
_HIDDEN_HOST = re.compile(rf"(?:[A-Za-z0-9-]+\.)*(?P<hidden>{PLACEHOLDER.pattern})(?P<top>\.[a-z]{{2,24}})?")


class _At(Enum):
    TEXT = auto()
    BEFORE_TARGET = auto()
    SLASHES = auto()
    HOST = auto()
    ADDRESS = auto()


class AddressScan:
    """Reads one text. ``values`` by placeholder: as they are put back; ``in_json``: quotes end an address too."""

    def __init__(self, values: Mapping[str, str], *, in_json: bool = False) -> None:
        self._values = values
        self._bare = "quoted" if in_json else "bare"
        self._at = _At.TEXT
        self._within = "text"
        self._before = ""  # what came since the last sign, as far as a sign may have begun in it
        self._host_before = ""  # what belongs to the host and was passed on: www.
        self._is_trusted = True
        self._is_mail = False
        self._is_file = False
        self._depth = 0

    def read(self, text: str, *, safe: int, is_end: bool) -> tuple[str, int]:
        """What can be shown of ``text``, and how many of its characters that are.

        ``safe``: so many hold no beginning of a placeholder without its end. What is left is to be given again, with
        what comes next; where ``is_end``, nothing is.
        """
        shown: list[str] = []
        done = 0
        while done < len(text):
            match self._at:
                case _At.BEFORE_TARGET | _At.SLASHES:
                    step = self._skip(text, done)
                    shown.append(text[done:step])
                case _At.HOST:
                    step = self._host(text, done, is_end=is_end)
                    shown.append(self._put_back(text[done:step]))
                    if self._at is _At.HOST:
                        break
                case _:
                    if done >= safe:
                        break
                    step, trusted = self._next(text, done, safe)
                    shown.append(self._put_back(text[done:step], trusted=trusted))
            done = step
        return "".join(shown), done

    def _put_back(self, text: str, *, trusted: bool | None = None) -> str:
        if not (self._is_trusted if trusted is None else trusted):
            return text
        return PLACEHOLDER.sub(lambda match: self._values.get(match[0], match[0]), text)

    def _skip(self, text: str, at: int) -> int:
        """Past what stands before a link's target, or between ``https:`` and its host."""
        skipped = " \t\r\n" if self._at is _At.BEFORE_TARGET else "/\\"
        while at < len(text) and text[at] in skipped:
            at += 1
        if at == len(text):
            return at
        if self._at is _At.SLASHES:
            self._at = _At.HOST
            return at
        self._at, self._depth = _At.ADDRESS, 0
        self._within = "bracketed" if text[at] == "<" else "target"
        return at + 1 if text[at] == "<" else at

    def _host(self, text: str, at: int, *, is_end: bool) -> int:
        """Past a host, once all of it is there."""
        ends = _HOST6_END if text.startswith("[", at) else _HOST_END
        found = ends.search(text, at, at + HOST_CHARS)
        if found is None and len(text) - at < HOST_CHARS and not is_end:
            return at
        self._at, self._before = _At.ADDRESS, ""
        if found is None and len(text) - at >= HOST_CHARS:
            self._is_trusted = False
            return at
        end = found.start() if found else len(text)
        self._is_trusted = self._is_trusted and self._is_own(text[at:end])
        return end

    def _is_own(self, authority: str) -> bool:
        authority = self._host_before + authority.rstrip(_AFTER_HOST)
        if not authority:
            return self._is_file
        match = _AUTHORITY.fullmatch(authority)
        host = match["host"] if match else authority if self._is_mail else ""
        hidden = _HIDDEN_HOST.fullmatch(host)
        if hidden is not None and hidden["hidden"] in self._values:
            return hidden["top"] is None or hidden["hidden"].startswith("WORD_")
        if _OWN_HOST.fullmatch(host) is None:
            return False
        return _RENTED.search(host) is None or host.partition(".")[0] in self._values

    def _next(self, text: str, at: int, safe: int) -> tuple[int, bool]:
        """Past the next thing that matters, and whether what was passed may be put back."""
        whole = self._before + text[at:safe]
        trusted = self._is_trusted
        for match in _EVENTS[self._within].finditer(whole):
            if match.end() > len(self._before):
                step = at + match.end() - len(self._before)
                self._take(match)
                self._before = ""
                return step, trusted
        self._before = whole[-_CONTEXT_CHARS:]
        return safe, trusted

    def _take(self, match: re.Match[str]) -> None:
        match match.lastgroup:
            case "scheme" | "web" | "mail" | "www" as sign:
                self._at = _At.SLASHES if sign == "web" else _At.HOST
                self._host_before = match[0] if sign == "www" else ""
                self._is_file = sign == "scheme" and match.string[: match.start()].lower().endswith("file")
                self._is_mail = sign == "mail"
                if self._within == "text":
                    self._within = self._bare
            case "link":
                if self._within == "text" or match[0] == "](":
                    self._at = _At.BEFORE_TARGET
            case "odd" | "strange" | "escape" as sign:
                self._is_trusted = False
                if self._within == "text":
                    self._at, self._within = _At.ADDRESS, self._bare
                elif self._within == "target" and match[0].startswith("\\"):
                    self._within = "escaped"
            case "query":
                self._is_trusted = self._is_trusted and not self._is_mail  # copies may go to others
            case "open":
                self._depth += 1
            case "close" if self._depth:
                self._depth -= 1
            case _:
                self._at, self._within, self._is_trusted, self._is_mail = _At.TEXT, "text", True, False
