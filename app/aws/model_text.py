"""AWS's documentation as plain text: HTML away, entities decoded, first sentences found. Refuses to show markup."""

from __future__ import annotations

import html
import re

_ASIDE = re.compile(r"<(note|important|warning|caution)\b.*?</\1>", re.IGNORECASE | re.DOTALL)
_OTHER_THAN_WORDS = re.compile(r"<(?:note|important|warning|caution)\b|<!--", re.IGNORECASE)
_BREAK = re.compile(r"</?(?:p|div|br|ul|ol|dl|dt|dd|li|h[1-6]|pre|note|important|fullname)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^>]*>", re.DOTALL)
_SPACES = re.compile(r"[^\S\n]+")  # the line separators of Unicode too: a line of JSON must stay one line
_LINES = re.compile(r" *\n\s*")
_SENTENCE_END = re.compile(r"(?<=[.!?:])[\"')\]]*\s+(?=[A-Z0-9(\"'`])")
_NO_END = re.compile(r"(?:\b(?:e\.g|i\.e|etc|vs|cf|approx|no|St|Inc|U\.S|v\d+)\.|:)[\"')\]]*$", re.IGNORECASE)


def plain_text(markup: str) -> str:
    """Documentation as text, one paragraph or list item a line."""
    text = _TAG.sub("", _BREAK.sub("\n", markup)) if "<" in markup else markup
    text = html.unescape(text)
    if text.isprintable() and "  " not in text:  # no line ends, and of blanks the ordinary one alone
        return text.strip()
    return _LINES.sub("\n", _SPACES.sub(" ", text)).strip()


def first_sentence(markup: str, *, longest: int = 240) -> str:
    """The first sentence of what the documentation says of the thing itself; notes before it are passed over."""
    head = markup[:6000]
    first = head.partition("</p>")[0].removeprefix("<p>")
    if not _OTHER_THAN_WORDS.search(first) and (text := plain_text(first)):  # as nearly always: the first paragraph
        return shortened(_sentences(text.split("\n", 1)[0], 1), longest)
    own = _ASIDE.sub(" ", head)
    text = plain_text(own) or plain_text(head)
    text = _sentences(text.split("\n", 1)[0], 1)
    return shortened(text, longest)


def brief_text(markup: str, *, longest: int = 400) -> str:
    """The first two or three sentences, on one line."""
    text = plain_text(markup[:8000]).replace("\n", " ")
    return shortened(_sentences(text, 3), longest)


def shortened(text: str, longest: int) -> str:
    """``text``, cut between words with an ellipsis where it is longer than ``longest`` characters."""
    if len(text) <= longest:
        return text
    cut = text[: longest - 1]
    return cut[: cut.rfind(" ") if " " in cut[longest // 2 :] else None].rstrip(" ,;:") + "…"


def _sentences(text: str, count: int) -> str:
    for end in _SENTENCE_END.finditer(text):
        if _NO_END.search(text[: end.start() + 1].rstrip()):
            continue
        count -= 1
        if count == 0:
            return text[: end.start()].strip() + text[end.start() : end.end()].rstrip()
    return text.strip()
