"""Turns markdown-it's tokens into blocks, escaping everything; refuses HTML and links off the web."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from app.domain.language import marked, tr
from app.ui.markdown.blocks import Block, Code, Grid, Picture, Prose
from app.ui.markdown.maths import MATH_CHARS, formula_html
from app.ui.markdown.unseen import mark_direction

if TYPE_CHECKING:
    from markdown_it.token import Token

LINK_SCHEMES = frozenset({"http", "https", "mailto"})
GRID_ROWS = 100  # a longer table is shown as several: Qt lays a document's table out as a whole
LITERAL_CHARS = 4_000  # literal text longer than this is cut into several pieces, so that each is laid out quickly

_BARE_LINK = re.compile(
    r"https?://[^\s<>\"'`]+|(?<![\w./@-])www\.[\w-]+\.[^\s<>\"'`]+|(?<![\w.+/@-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b"
)
_TASK = re.compile(r"\[([ xX])\](?=\s)")
_ALERT = re.compile(r"\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*", re.IGNORECASE)
_ALERT_WORDS = {
    "note": marked("Note"),
    "tip": marked("Tip"),
    "important": marked("Important"),
    "warning": marked("Warning"),
    "caution": marked("Caution"),
}
_DATA_IMAGE = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]+")
_SIMPLE_TAGS = {
    "em_open": "<em>",
    "em_close": "</em>",
    "strong_open": "<strong>",
    "strong_close": "</strong>",
    "s_open": "<s>",
    "s_close": "</s>",
    "hardbreak": "<br>",
    "softbreak": " ",
}


def safe_link(address: str) -> str | None:
    """``address`` if it may be opened (http, https, mailto, with something behind it), else ``None``."""
    if any(ord(character) <= 32 or ord(character) == 127 for character in address):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme.lower() not in LINK_SCHEMES or not (parts.netloc or parts.path):
        return None
    return address


def render(tokens: Sequence[Token]) -> list[Block]:
    """The blocks of a run of complete top-level tokens."""
    return _Renderer(tokens).blocks()


def literal(text: str) -> list[Block]:
    """Text shown exactly as written, line breaks kept; long text comes in several pieces, cut at a line or a word."""
    pieces: list[Block] = []
    at = 0
    while at < len(text):
        end = min(at + LITERAL_CHARS, len(text))
        if end < len(text):
            cut = max(text.rfind("\n", at, end), text.rfind(" ", at, end))
            end = cut + 1 if cut > at else end
        pieces.append(Prose(html=f"<p>{_literal_html(text[at:end])}</p>"))
        at = end
    return pieces


@lru_cache(maxsize=16)  # a long text that streams is asked for again and again, and only its last piece is another
def _literal_html(text: str) -> str:
    lines = mark_direction(text.expandtabs(4)).removesuffix("\n").split("\n")
    return "<br>".join(_linked(line, keep_spaces=True) for line in lines)


def _linked(text: str, *, keep_spaces: bool = False) -> str:
    """Escaped text with bare web addresses made links."""

    def plain(part: str) -> str:
        escaped = escape(part, quote=False)
        return escaped.replace("  ", "&nbsp; ") if keep_spaces else escaped

    out: list[str] = []
    at = 0
    for match in _BARE_LINK.finditer(text):
        address = match.group().rstrip(".,;:!?*_~)]}" if "(" not in match.group() else ".,;:!?*_~")
        target = address
        if not address.startswith("http"):
            target = f"http://{address}" if address.startswith("www.") else f"mailto:{address}"
        if safe_link(target) is None:
            continue
        out.append(plain(text[at : match.start()]))
        out.append(f'<a href="{escape(target)}">{escape(address, quote=False)}</a>')
        at = match.start() + len(address)
    out.append(plain(text[at:]))
    return "".join(out)


def inline_html(children: Sequence[Token]) -> str:
    """The HTML of one run of inline tokens."""
    out: list[str] = []
    links: list[bool] = []  # whether each open link is shown as one
    for at, token in enumerate(children):
        kind = token.type
        if simple := _SIMPLE_TAGS.get(kind):
            out.append(simple)
        elif kind == "text":
            text = mark_direction(token.content)
            out.append(escape(text, quote=False) if any(links) else _linked(text))
        elif kind == "code_inline":
            out.append(f"<code>{escape(mark_direction(token.content), quote=False)}</code>")
        elif kind == "link_open":
            address = safe_link(str(token.attrGet("href") or ""))
            links.append(address is not None)
            if address is not None:
                out.append(f'<a href="{escape(address)}">')
        elif kind == "link_close":
            if links and links.pop():
                out.append("</a>")
        elif kind == "image":
            out.append(_image_html(token))
        elif kind == "math_inline":
            display = token.markup in ("$$", "\\[")
            shown = formula_html(mark_direction(token.content), display=display)
            out.append(_own_line(shown, children, at) if display else shown)
        elif kind == "footnote_ref":
            out.append(_note_mark(int(token.meta["id"]) + 1, use=int(token.meta.get("subId", 0))))
        else:
            out.append(escape(mark_direction(token.content), quote=False))
    return "".join(out)


def _own_line(formula: str, children: Sequence[Token], at: int) -> str:
    """A formula that is written on a line of its own, between lines of a paragraph, is shown on one."""
    before, after = children[at - 1] if at else None, children[at + 1] if at + 1 < len(children) else None
    if any(token is not None and token.type != "softbreak" for token in (before, after)):
        return formula
    return f"{'<br>' if before is not None else ''}{formula}{'<br>' if after is not None else ''}"


def _note_mark(number: int, *, use: int | None = None) -> str:
    """The mark of a footnote: in the text it leads to the note, and there back to the first ``use``, which is 0."""
    to, name = (f"use-{number}-0", f"note-{number}") if use is None else (f"note-{number}", f"use-{number}-{use}")
    return f'<sup><a href="#{to}" name="{name}">[{number}]</a></sup>'


def _inline(token: Token) -> str:
    """The HTML of an inline token; of one too long to be looked into, its text."""
    return inline_html(token.children) if token.children else escape(mark_direction(token.content), quote=False)


def _image_html(token: Token) -> str:
    """A picture is never fetched: its description stands there, as a link to it where it may be opened."""
    words = escape(mark_direction(token.content) or tr("picture"), quote=False)
    address = safe_link(str(token.attrGet("src") or ""))
    shown = f'<a href="{escape(address)}">{words}</a>' if address else words
    return f"[{shown}]"


class _Renderer:
    """One walk over the tokens, with the lists and quotes that are open."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._blocks: list[Block] = []
        self._html: list[str] = []
        self._lists: list[_OpenList] = []
        self._quotes = 0
        self._note = ""  # what stands before the first words of a footnote

    def blocks(self) -> list[Block]:
        at = 0
        while at < len(self._tokens):
            at = self._take(at)
        self._close_prose()
        return self._blocks

    def _take(self, at: int) -> int:
        token = self._tokens[at]
        match token.type:
            case "paragraph_open":
                self._paragraph(self._tokens[at + 1], tight=token.hidden)
                return at + 3
            case "heading_open":
                level = min(int(token.tag[1]), 4)
                self._html.append(f"<h{level}>{_inline(self._tokens[at + 1])}</h{level}>")
                return at + 3
            case "fence" | "code_block":
                self._code(token)
            case "hr":
                self._html.append("<hr>")
            case "bullet_list_open" | "ordered_list_open":
                ordered = token.type == "ordered_list_open"
                start = int(token.attrGet("start") or 1) if ordered else 0
                self._lists.append(_OpenList(ordered=ordered, next_number=start))
                self._html.append(self._lists[-1].opening(bare=self._is_task(at + 2)))
            case "bullet_list_close" | "ordered_list_close":
                self._html.append(self._lists.pop().closing())
            case "list_item_open":
                self._html.append("<li>")
                self._lists[-1].begin_item()
            case "list_item_close":
                self._html.append(self._lists[-1].end_item())
            case "blockquote_open":
                self._quotes += 1
                self._html.append("<blockquote>")
                self._alert(at + 1)
            case "blockquote_close":
                self._quotes -= 1
                self._html.append("</blockquote>")
            case "table_open":
                return self._table(at)
            case "math_block":
                self._formula(token)
            case "footnote_block_open":
                self._html.append("<hr>")
            case "footnote_open":
                self._note = f"{_note_mark(int(token.meta['id']) + 1)} "
            case "footnote_close":
                if self._note:  # it holds no paragraph
                    self._html.append(f"<p>{self._note}</p>")
                    self._note = ""
            case _:
                if token.content:
                    self._html.append(f"<p>{escape(mark_direction(token.content), quote=False)}</p>")
        return at + 1

    def _paragraph(self, inline: Token, *, tight: bool) -> None:
        html = self._note + _inline(inline)
        self._note = ""
        if self._lists and (match := _TASK.match(inline.content)) and self._lists[-1].first_awaited:
            html = ("☐" if match[1] == " " else "☑") + html[len(match[0]) :]
        self._words(html, tight=tight)
        for child in inline.children or ():
            if child.type == "image" and _DATA_IMAGE.fullmatch(source := str(child.attrGet("src") or "")):
                self._apart(Picture(words=mark_direction(child.content) or tr("Picture"), source=source))

    def _is_task(self, at: int) -> bool:
        """Whether an item that begins at a paragraph is one to be ticked."""
        inline = self._tokens[at + 1] if at + 1 < len(self._tokens) else None
        return inline is not None and inline.type == "inline" and _TASK.match(inline.content) is not None

    def _alert(self, at: int) -> None:
        """A quote that begins by saying what it is has that as its heading."""
        inline = self._tokens[at + 1] if at + 1 < len(self._tokens) else None
        if inline is None or inline.type != "inline" or self._quotes > 1 or self._lists:
            return
        children = inline.children or []
        first = children[0].content if children else ""
        match = _ALERT.fullmatch(first)
        if match is None:
            return
        kind = match[1].lower()
        self._html.append(f'<p class="alert-{kind}">{escape(tr(_ALERT_WORDS[kind]), quote=False)}</p>')
        inline.children = children[2:]  # with the break of the line
        inline.content = inline.content[len(first) :].lstrip()

    def _formula(self, token: Token) -> None:
        if not token.markup or len(token.content) > MATH_CHARS:  # not all of it came
            lines = escape(mark_direction(token.content), quote=False).split("\n")
            self._words("<br>".join(lines), tight=False)
        else:
            html = formula_html(mark_direction(token.content), display=True)
            if self._lists:
                self._lists[-1].take_first()
            self._html.append(f'<p align="center">{html}</p>')

    def _words(self, html: str, *, tight: bool) -> None:
        if self._lists and self._lists[-1].take_first():
            # The first words of an item stand beside its mark; a paragraph there would leave the mark alone.
            self._html.append(html if tight else f'<span class="loose">{html}</span>')
        else:
            self._html.append(f"<p>{html}</p>")

    def _code(self, token: Token) -> None:
        text = token.content.removesuffix("\n")
        if self._quotes:  # a quoted block stays part of the quote
            self._html.append(f"<pre>{escape(mark_direction(text), quote=False)}</pre>")
            if self._lists:
                self._lists[-1].take_first()
            return
        words = token.info.split() if token.type == "fence" else []
        self._apart(Code(language=words[0] if words else "", text=text, indent=len(self._lists)))

    def _apart(self, block: Block) -> None:
        """A block inside a list is still one with its own buttons: the lists are closed before it, and opened again
        behind it with their numbers going on.
        """
        for opened in reversed(self._lists):
            opened.take_first()
            self._html.append(("</li>" if opened.in_item else "") + opened.closing())
        self._close_prose()
        self._blocks.append(block)
        for opened in self._lists:
            self._html.append(opened.opening())
            opened.suspend()

    def _table(self, at: int) -> int:
        columns: list[str] = []
        alignments: list[str] = []
        rows: list[list[str]] = []
        while self._tokens[at].type != "table_close":
            token = self._tokens[at]
            if token.type == "th_open":
                style = str(token.attrGet("style") or "")
                alignments.append(style.removeprefix("text-align:"))
                columns.append(_inline(self._tokens[at + 1]))
            elif token.type == "tr_open":
                rows.append([])
            elif token.type == "td_open":
                rows[-1].append(_inline(self._tokens[at + 1]))
            at += 1
        body = [tuple(row) for row in rows if row]
        if self._lists or self._quotes:
            self._html.append(_table_html(columns, body))
            if self._lists:
                self._lists[-1].take_first()
            return at + 1
        self._close_prose()
        for start in range(0, max(len(body), 1), GRID_ROWS):
            self._blocks.append(
                Grid(
                    columns=tuple(columns),
                    alignments=tuple(alignments),
                    rows=tuple(body[start : start + GRID_ROWS]),
                )
            )
        return at + 1

    def _close_prose(self) -> None:
        html = "".join(self._html)
        if _has_words(html):
            self._blocks.append(Prose(html=html))
        self._html = []


class _OpenList:
    """A list being written out, and what it takes to close it and go on later."""

    def __init__(self, *, ordered: bool, next_number: int) -> None:
        self.ordered = ordered
        self.in_item = False
        self._next_number = next_number
        self._first_awaited = False
        self._suspended = False
        self._bare = False  # of marks, since its items have boxes

    @property
    def first_awaited(self) -> bool:
        """Whether nothing of the item stands yet."""
        return self._first_awaited

    def opening(self, *, bare: bool | None = None) -> str:
        self._bare = self._bare if bare is None else bare
        if self.ordered:
            return f'<ol start="{self._next_number}">'
        return '<ul class="tasks">' if self._bare else "<ul>"

    def closing(self) -> str:
        return "</ol>" if self.ordered else "</ul>"

    def begin_item(self) -> None:
        self.in_item = True
        self._first_awaited = True
        self._suspended = False
        self._next_number += 1

    def end_item(self) -> str:
        self.in_item = False
        self._first_awaited = False
        return "" if self._suspended else "</li>"

    def suspend(self) -> None:
        """The item was closed in the middle, for a block of code."""
        self._suspended = self.in_item

    def take_first(self) -> bool:
        """Whether nothing of the item stands yet; from now on something does."""
        first, self._first_awaited = self._first_awaited, False
        return first


def _table_html(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    head = "".join(f"<th>{cell}</th>" for cell in columns)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><tr>{head}</tr>{body}</table>"


def _has_words(html: str) -> bool:
    return "<hr>" in html or "<img " in html or bool(re.sub(r"<[^>]*>", "", html).strip())
