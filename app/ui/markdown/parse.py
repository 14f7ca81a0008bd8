"""Parses Markdown while it arrives: finished blocks are frozen, and only the tail is parsed again.

Owns the rule of when a block is finished; refuses to guess about lines that are not complete yet.
"""

from __future__ import annotations

import importlib
import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from app.ui.markdown.blocks import Block, Code
from app.ui.markdown.bounds import MAX_INLINE_CHARS, any_costly, bound
from app.ui.markdown.maths import enable_maths
from app.ui.markdown.render import literal, render

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

MAX_NESTING = 60  # of lists and quotes; deeper text is shown as written, since the parser would drop it

_FENCE = re.compile(r"( {0,3})(`{3,}|~{3,})([^\n]*)\n")

_BLANK_LINE = re.compile(r"\n[ \t]*\n")


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # imported here: the window stands before the first message is shown
    from mdit_py_plugins.footnote import footnote_plugin

    markdown = MarkdownIt("commonmark", {"html": False, "maxNesting": MAX_NESTING})
    markdown.enable(["table", "strikethrough"])
    footnote_plugin(markdown, inline=False)
    return enable_maths(bound(markdown))


def prepare() -> None:
    """Read the parser in, on any thread: the first text to be shown would wait a tenth of a second for it."""
    _parser()
    importlib.import_module("pygments.lexers")  # and the first code that is coloured for this


def parse(text: str) -> list[Block]:
    """The blocks of a whole message."""
    streaming = StreamingMarkdown()
    streaming.feed(text)
    return streaming.finish()


def parse_written(text: str) -> list[Block]:
    """The blocks of a person's message: exactly as typed, but for fenced code, which is shown as code."""
    blocks: list[Block] = []
    plain: list[str] = []
    fence: tuple[str, int, str] | None = None
    code: list[str] = []

    def close_plain() -> None:
        text = "".join(plain).strip("\n")
        blocks.extend(literal(text) if text.strip() else ())
        plain.clear()

    for line in _normalised(text).splitlines(keepends=True) if text else ():
        if fence is not None:
            if _closes(line, fence[0], fence[1]):
                blocks.append(Code(language=fence[2], text="".join(code).removesuffix("\n")))
                fence = None
            else:
                code.append(line)
        elif (match := _FENCE.match(line)) and not ("`" in match[3] and match[2][0] == "`"):
            close_plain()
            words = match[3].split()
            fence, code = (match[2][0], len(match[2]), words[0] if words else ""), []
        else:
            plain.append(line)
    if fence is not None:
        blocks.append(Code(language=fence[2], text="".join(code).removesuffix("\n")))
    close_plain()
    return blocks


class StreamingMarkdown:
    """A message that is being written. :meth:`feed` takes text in, :meth:`blocks` says what to show now.

    Blocks once frozen stay the same objects, so that a view can compare them by identity and lay nothing out twice.
    """

    def __init__(self) -> None:
        self._frozen: list[Block] = []
        self._whole: list[str] = []  # kept for the one case that looks back: definitions of links and footnotes
        self._new: list[str] = []  # fed, not yet looked at
        self._tail = ""
        self._settled_chars = 0  # of the tail, up to which it was searched for finished blocks
        self._as_written_chars = 0  # until the tail is as long, or has a blank line, it is shown as written
        self._fence: _OpenFence | None = None
        self._held = ""  # a carriage return whose line feed may follow
        self._references = False

    def feed(self, text: str) -> None:
        """Take more text in; costs nothing until :meth:`blocks` is asked."""
        if self._held:
            text = self._held + text
            self._held = ""
        if text.endswith("\r"):
            self._held, text = "\r", text[:-1]
        if text:
            text = _normalised(text)
            self._whole.append(text)
            self._new.append(text)

    @property
    def source(self) -> str:
        """Everything fed so far, line ends made plain."""
        return "".join(self._whole) + ("\n" if self._held else "")

    @property
    def open_chars(self) -> int:
        """How long the part is that further text may still change."""
        return len(self._tail) + sum(len(text) for text in self._new)

    def blocks(self) -> list[Block]:
        """Everything to show now. The blocks of the tail may still change."""
        self._settle()
        return [*self._frozen, *self._tail_blocks()]

    def finish(self) -> list[Block]:
        """The final blocks: the same however the text was cut on its way."""
        if self._held:
            self._held = ""
            self._whole.append("\n")
            self._new.append("\n")
        self._settle()
        tokens, references = _tokens(self._tail)
        if self._references or references:  # a definition counts for the whole text, also before it
            return _rendered(self.source)
        return [*self._frozen, *_blocks(self._tail, tokens)]

    def _settle(self) -> None:
        """Freeze what no further text can change: every block of complete lines but the last."""
        if not self._new:
            return
        self._tail += "".join(self._new)
        self._new.clear()
        complete = self._tail.rfind("\n") + 1
        if complete <= self._settled_chars or self._is_as_written():
            return
        while complete:
            if self._fence is None:
                self._fence = _OpenFence.at_start_of(self._tail)
            if self._fence is None:
                self._freeze(self._tail[:complete])
                self._settled_chars = len(self._tail[: self._tail.rfind("\n") + 1])
                if _OpenFence.at_start_of(self._tail) is None:
                    return
            else:
                end = self._fence.find_end(self._tail)
                if end is None:
                    self._settled_chars = complete
                    return
                tokens, _ = _tokens(self._tail[:end])
                self._frozen.extend(_blocks(self._tail[:end], tokens))
                self._cut(end)
                self._fence = None
            complete = self._tail.rfind("\n") + 1

    def _freeze(self, text: str) -> None:
        tokens, references = _tokens(text)
        self._references = self._references or references
        starts = [(index, token.map[0]) for index, token in enumerate(tokens) if _opens_block(token) and token.map]
        if len(starts) < 2:
            if any_costly(tokens) and _is_ended_paragraph(tokens[0], text):
                self._frozen.extend(_blocks(text, tokens))
                self._cut(len(text))
            return
        index, line = starts[-1]
        cut = _offset_of_line(text, line)
        self._frozen.extend(_blocks(text[:cut], tokens[:index]))
        self._cut(cut)

    def _cut(self, chars: int) -> None:
        self._tail = self._tail[chars:]
        self._settled_chars = self._as_written_chars = 0

    def _is_as_written(self) -> bool:
        """Whether the tail was too costly to be looked into, and not much came since: it is not looked at each time."""
        if len(self._tail) >= self._as_written_chars:
            return False
        return _BLANK_LINE.search(self._tail, max(self._settled_chars - 1, 0)) is None

    def _tail_blocks(self) -> list[Block]:
        if self._fence is not None:
            return [self._fence.code(self._tail)]
        if (code := _OpenFence.at_start_of(self._tail + "\n")) is not None:
            return [Code(language=code.language, text="", closed=False)]
        if self._is_as_written():
            return literal(self._tail)
        text = _healed(self._tail)
        tokens, _ = _tokens(text)
        if any_costly(tokens):
            self._as_written_chars = 2 * len(self._tail)
        return _blocks(text, tokens)


class _OpenFence:
    """A block of code at the start of the tail whose end has not come: found and shown without the parser."""

    def __init__(self, match: re.Match[str]) -> None:
        self.indent = len(match[1])
        self.mark = match[2][0]
        self.length = len(match[2])
        words = match[3].split()
        self.language = words[0] if words else ""
        self.start = match.end()
        self._searched = match.end()

    @classmethod
    def at_start_of(cls, tail: str) -> _OpenFence | None:
        match = _FENCE.match(tail)
        if match is None or (match[2][0] == "`" and "`" in match[3]):
            return None
        return cls(match)

    def find_end(self, tail: str) -> int | None:
        """Where the block's closing line ends, or ``None`` while there is none among the complete lines."""
        while (end := tail.find("\n", self._searched)) >= 0:
            line = tail[self._searched : end]
            self._searched = end + 1
            if _closes(line, self.mark, self.length):
                return end + 1
        return None

    def code(self, tail: str) -> Code:
        body = tail[self.start :]
        last = body[body.rfind("\n") + 1 :].strip(" ")
        if last and not last.strip(self.mark):  # most likely the closing line on its way
            body = body[: body.rfind("\n") + 1]
        if self.indent:
            body = re.sub(rf"^ {{1,{self.indent}}}", "", body, flags=re.MULTILINE)
        return Code(language=self.language, text=body.removesuffix("\n"), closed=False)


def _closes(line: str, mark: str, length: int) -> bool:
    stripped = line.rstrip("\n").rstrip(" \t")
    bare = stripped.lstrip(" ")
    return len(stripped) - len(bare) <= 3 and len(bare) >= length and not bare.strip(mark)


def _opens_block(token: Token) -> bool:
    return token.level == 0 and token.nesting >= 0 and token.type != "inline"


def _is_ended_paragraph(token: Token, text: str) -> bool:
    """Whether the only block of ``text`` is a paragraph that a blank line has ended, which no further text changes."""
    return token.type == "paragraph_open" and token.map is not None and _offset_of_line(text, token.map[1]) < len(text)


def _offset_of_line(text: str, line: int) -> int:
    at = 0
    for _ in range(line):
        at = text.find("\n", at) + 1
        if at == 0:
            return len(text)
    return at


def _tokens(text: str) -> tuple[list[Token], bool]:
    """The tokens of ``text``, and whether it defines links or footnotes that other text may use."""
    environment: dict[str, Any] = {}
    tokens = _parser().parse(text, environment)
    notes = environment.get("footnotes", {}).get("refs")
    return [token for token in tokens if token.type != "footnote_anchor"], bool(environment.get("references") or notes)


def _blocks(text: str, tokens: list[Token]) -> list[Block]:
    """The blocks of ``text``, one top-level block at a time, so that they do not depend on how the text was cut."""
    blocks: list[Block] = []
    notes = next((index for index, token in enumerate(tokens) if token.type == "footnote_block_open"), len(tokens))
    starts = [index for index, token in enumerate(tokens[: notes + 1]) if _opens_block(token)]
    for start, end in pairwise([*starts, len(tokens)]):
        group = tokens[start:end]
        if group[0].map and (any_costly(group) or any(token.level >= MAX_NESTING - 2 for token in group)):
            first, last = group[0].map
            blocks.extend(literal(text[_offset_of_line(text, first) : _offset_of_line(text, last)]))
        else:
            blocks.extend(render(group))
    return blocks


def _rendered(text: str) -> list[Block]:
    return _blocks(text, _tokens(text)[0])


def _normalised(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")


def _healed(tail: str) -> str:
    """The tail with a mark that is still open closed, so that bold text and code do not flicker while they come."""
    start = tail.rfind("\n\n") + 1
    paragraph = tail[start:]
    if len(paragraph) > MAX_INLINE_CHARS or paragraph.lstrip().startswith("```"):
        return tail
    if paragraph.count("`") % 2:
        return tail + "`" if not tail.endswith("`") else tail[:-1]
    if paragraph.count("**") % 2:
        return tail.rstrip("* ") + "**" if not tail.endswith("**") else tail[:-2]
    return tail
