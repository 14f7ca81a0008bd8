"""Colours for code, worked out off the window's thread by Pygments, which is imported on first use.

Owns the mapping of token kinds to the theme's colours; refuses to hold up a frame, and code too long to be worth it.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from app.ui.look.theme import Tokens
from app.ui.off_thread import OffThread

if TYPE_CHECKING:
    from pygments.lexer import Lexer

MAX_CHARS = 300_000
SLICE_MS = 4  # of giving lines their colours at a time
_SHELL = frozenset({"", "console", "shell-session", "text", "plain", "output", "txt"})  # shown as they are


_Line = tuple[int, list[tuple[int, int, str]]]
"""A line's number, and its coloured stretches: start, length and kind."""


class CodeHighlighter(QSyntaxHighlighter):
    """Colours one document. Lines keep the colours they have until better ones are known."""

    def __init__(self, document: QTextDocument, thread: OffThread, parent: QObject) -> None:
        super().__init__(document)
        self._thread = thread
        self._wanted: tuple[str, str] | None = None  # language and text, before the thread has them
        self._number: int | None = None  # of the work, while the thread has it
        self._lines: dict[int, list[tuple[int, int, str]]] = {}
        self._tokens_in_force: Tokens | None = None
        self._formats: dict[str, QTextCharFormat] = {}
        self._work: Iterator[_Line] | None = None  # what came of it
        self._timer = QTimer(parent)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    def start(self, language: str, text: str, tokens: Tokens, *, delay_ms: int = 0) -> None:
        """Colour ``text``, which is the document's, as ``language``; soon, and without holding anything up."""
        self._dress(tokens)
        self.cancel()
        if language.lower() in _SHELL or len(text) > MAX_CHARS:
            return
        self._wanted = language.lower(), text
        self._timer.start(delay_ms)

    def cancel(self) -> None:
        """Stop working."""
        self._timer.stop()
        if self._number is not None:
            self._thread.drop(self._number)
        self._work = self._wanted = self._number = None

    def forget(self) -> None:
        """The document shows something else now."""
        self.cancel()
        self._lines.clear()

    def redress(self, tokens: Tokens) -> None:
        """The colours changed."""
        self._dress(tokens)
        self.rehighlight()

    @property
    def busy(self) -> bool:
        """Whether colours are still being worked out."""
        return self._work is not None or self._wanted is not None or self._number is not None

    def highlightBlock(self, text: str) -> None:
        for start, length, kind in self._lines.get(self.currentBlock().blockNumber(), ()):
            self.setFormat(start, length, self._formats[kind])

    def _go_on(self) -> None:
        if self._wanted is not None:
            language, text = self._wanted
            self._wanted = None
            self._number = self._thread.run(lambda: list(_coloured_lines(language, text)), self._take)
            return
        until = time.perf_counter() + SLICE_MS / 1000
        while self._work is not None and time.perf_counter() < until:
            line = next(self._work, None)
            if line is None:
                self._work = None
                return
            number, spans = line
            if self._lines.get(number, []) != spans:
                self._lines[number] = spans
                block = self.document().findBlockByNumber(number)
                if block.isValid():
                    self.rehighlightBlock(block)
        if self._work is not None:
            self._timer.start(0)

    def _take(self, lines: list[_Line]) -> None:
        self._number = None
        self._work = iter(lines)
        self._go_on()

    def _dress(self, tokens: Tokens) -> None:
        if tokens is self._tokens_in_force:
            return
        self._tokens_in_force = tokens
        colours = {
            "keyword": tokens.accent,
            "string": tokens.good,
            "comment": tokens.muted,
            "number": tokens.write,
            "name": tokens.sensitive_read,
            "tag": tokens.permissions,
            "prompt": tokens.muted,
            "deleted": tokens.destructive,
            "inserted": tokens.good,
        }
        self._formats = {}
        for kind, colour in colours.items():
            form = QTextCharFormat()
            form.setForeground(QColor(colour))
            if kind == "keyword":
                form.setFontWeight(QFont.Weight.DemiBold)
            if kind == "comment":
                form.setFontItalic(True)
            self._formats[kind] = form


@lru_cache(maxsize=32)
def _lexer(language: str) -> Lexer | None:
    from pygments.lexers import get_lexer_by_name  # 40 ms, and only where there is code to colour
    from pygments.util import ClassNotFound

    try:
        return get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None


@lru_cache(maxsize=512)
def _kind(token: Any) -> str | None:
    """Which of the theme's colours a Pygments token type has; ``None`` for plain text."""
    from pygments.token import Comment, Generic, Keyword, Name, Number, String

    table = (
        (Comment, "comment"),
        (Keyword, "keyword"),
        (String, "string"),
        (Number, "number"),
        (Name.Function, "name"),
        (Name.Class, "name"),
        (Name.Builtin, "name"),
        (Name.Decorator, "name"),
        (Name.Tag, "tag"),
        (Name.Attribute, "name"),
        (Name.Constant, "number"),
        (Generic.Prompt, "prompt"),
        (Generic.Deleted, "deleted"),
        (Generic.Inserted, "inserted"),
        (Generic.Heading, "keyword"),
        (Generic.Output, "comment"),
    )
    return next((kind for family, kind in table if token in family), None)


def _coloured_lines(language: str, text: str) -> Iterator[_Line]:
    """Line numbers with their coloured stretches (start, length, kind), in UTF-16 units as Qt counts them."""
    lexer = _lexer(language)
    if lexer is None:
        return
    line, column = 0, 0
    spans: list[tuple[int, int, str]] = []
    for _, token, value in lexer.get_tokens_unprocessed(text):
        kind = _kind(token)
        pieces = value.split("\n")
        for index, piece in enumerate(pieces):
            if index:
                yield line, spans
                line, column, spans = line + 1, 0, []
            length = len(piece) + sum(character > "\uffff" for character in piece)
            if kind is not None and length:
                spans.append((column, length, kind))
            column += length
    yield line, spans
