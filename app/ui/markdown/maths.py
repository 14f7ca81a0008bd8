r"""Finds formulas in Markdown: ``$…$``, ``$$…$$``, ``\(…\)`` and ``\[…\]``; refuses prices. Renders none.

A formula in running text ends on its paragraph; one that stands by itself ends before a blank line, so that a text that
streams needs to look no further. ``$`` opens only before what is no space, and closes only behind what is no space and
before what is no digit (Pandoc's rule); between two of them there must be something that no sentence has.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

MATH_CHARS = 2_000  # a longer formula is shown as its source
_MATH_LIKE = re.compile(r"[\\^_={}<>+*/|]|^\S+$")
_ONLY_NUMBER = re.compile(r"[\d.,]+")
_IMAGE = re.compile(r'<img src="math:([di]):([^"]*)">')


def enable_maths(markdown: MarkdownIt) -> MarkdownIt:
    """Let ``markdown`` know formulas: tokens ``math_inline`` and ``math_block``, whose markup says how they began."""
    markdown.inline.ruler.before("escape", "maths", _inline)
    # It interrupts no paragraph: what began as one stays one, whatever of it has come.
    markdown.block.ruler.before("fence", "maths", _block)
    return markdown


def formula_html(tex: str, *, display: bool) -> str:
    """The place of a formula in a text; :func:`with_formulas` puts there what can be shown of it."""
    return f'<img src="math:{"d" if display else "i"}:{quote(tex, safe="")}">'


def source_of(tex: str, *, display: bool) -> str:
    """A formula as it is written in Markdown."""
    return f"$${tex}$$" if display else f"${tex}$"


def formula_at(address: str) -> tuple[str, bool] | None:
    """The formula that stands at an image's address, and whether it stands by itself; ``None`` for any other."""
    kind, _, rest = address.partition(":")
    if kind != "math" or rest[:2] not in ("d:", "i:"):
        return None
    return unquote(rest[2:]), rest[0] == "d"


def formulas_in(html: str) -> list[tuple[str, bool]]:
    """Every formula of a text, and whether it stands by itself."""
    return [(unquote(match[2]), match[1] == "d") for match in _IMAGE.finditer(html)]


def with_formulas(html: str, drawn: Collection[tuple[str, bool]]) -> str:
    """A text whose formulas that are not drawn (yet, or ever) are shown as their source."""

    def place(match: re.Match[str]) -> str:
        tex, display = unquote(match[2]), match[1] == "d"
        if (tex, display) in drawn:
            return f'<img style="vertical-align: middle" src="math:{match[1]}:{match[2]}">'
        return f"<code>{escape(source_of(tex, display=display), quote=False)}</code>"

    return _IMAGE.sub(place, html)


def _inline(state: StateInline, silent: bool) -> bool:
    at, text = state.pos, state.src
    if text.startswith("\\(", at) or text.startswith("\\[", at):
        opening, closing = text[at : at + 2], "\\)" if text[at + 1] == "(" else "\\]"
    elif text.startswith("$$", at):
        opening = closing = "$$"
    elif text[at] == "$":
        opening = closing = "$"
    else:
        return False
    start = at + len(opening)
    end = _end(text, start, closing)
    tex = text[start:end].strip() if end > 0 else ""
    if not tex or len(tex) > MATH_CHARS or (opening == "$" and not _is_formula(text, start, end)):
        if opening in ("$", "$$") and not silent:
            state.pending += opening
        state.pos += len(opening) if opening in ("$", "$$") else 0
        return opening in ("$", "$$")
    if not silent:
        token = state.push("math_inline", "math", 0)
        token.content, token.markup = tex, opening
    state.pos = end + len(closing)
    return True


def _end(text: str, start: int, closing: str) -> int:
    """Where the closing mark stands, or -1. A mark behind a backslash is part of the formula."""
    at = start
    while (end := text.find(closing, at)) >= 0:
        before = len(text[:end]) - len(text[:end].rstrip("\\"))
        if closing[0] == "\\" or before % 2 == 0:
            return end
        at = end + 1
    return -1


def _is_formula(text: str, start: int, end: int) -> bool:
    body = text[start:end]
    if body[0].isspace() or body[-1].isspace() or text[end + 1 : end + 2].isdigit():
        return False
    return _MATH_LIKE.search(body) is not None and _ONLY_NUMBER.fullmatch(body) is None


def _block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if state.is_code_block(start):
        return False
    first = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    opening = first[:2]
    if opening not in ("$$", "\\["):
        return False
    closing = "$$" if opening == "$$" else "\\]"
    lines: list[str] = []
    for number in range(start, end):
        line = state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]
        if not line.strip() or (number > start and state.sCount[number] < state.blkIndent):
            return False
        line = line[2:] if number == start else line
        found = line.find(closing)
        if found >= 0:
            if line[found + 2 :].strip():
                return False
            lines.append(line[:found])
            return _push(state, start, number + 1, opening, "\n".join(lines).strip(), silent=silent)
        lines.append(line)
    # It may go on: until more has come, no line of it is taken for a list or a heading.
    return _push(state, start, end, "", state.getLines(start, end, state.blkIndent, False), silent=silent)


def _push(state: StateBlock, start: int, end: int, opening: str, tex: str, *, silent: bool) -> bool:
    if opening and not tex:
        return False
    if not silent:
        token = state.push("math_block", "math", 0)
        token.content, token.markup, token.map = tex, opening, [start, end]
        state.line = end
    return True
