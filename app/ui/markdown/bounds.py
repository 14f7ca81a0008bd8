"""What text may cost the parser, which has no limit of its own; refuses to look inside a block that is all marks.

Measured with markdown-it-py 4.3: an unclosed bracket costs about 50 microseconds, since a link is looked for behind
each as deep as brackets nest; any other mark costs about 10. A block's limit is thus about ten milliseconds.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

MAX_INLINE_CHARS = 20_000  # a longer paragraph is shown as written: nobody emphasises a word in it
MAX_MARKS = 1_000  # in one block; more is shown as written
MAX_COLUMNS = 200  # of a table; a wider one is shown as written
_BRACKET_MARKS = 5  # other marks, that a bracket costs as much as
_OTHER_MARK = re.compile(r"[*_~<&$!`\\]")


def is_costly(text: str) -> bool:
    """Whether the text of one block is shown as written, since it would take too long to parse."""
    if len(text) > MAX_INLINE_CHARS:
        return True
    if len(text) <= MAX_MARKS // _BRACKET_MARKS:
        return False
    marks = _BRACKET_MARKS * text.count("[") + len(_OTHER_MARK.findall(text))
    return (
        marks > MAX_MARKS or text.count("|") > 2 * MAX_COLUMNS
    )  # the head of a table that is none, and the line below


def any_costly(tokens: list[Token]) -> bool:
    """Whether a text among ``tokens`` was not looked into."""
    return any(token.type == "inline" and is_costly(token.content) for token in tokens)


def bound(markdown: MarkdownIt) -> MarkdownIt:
    """Let ``markdown`` leave the text of costly blocks alone, and take a table that is too wide for text."""
    from markdown_it.rules_block import table

    parse = markdown.inline.parse

    def parse_bounded(src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        return tokens if is_costly(src) else parse(src, md, env, tokens)

    def narrow_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        below = start + 1
        if below < end and state.src.count("|", state.bMarks[below], state.eMarks[below]) > MAX_COLUMNS + 1:
            return False
        return table(state, start, end, silent)

    markdown.inline.parse = parse_bounded  # type: ignore[method-assign]
    markdown.block.ruler.at("table", narrow_table, {"alt": ["paragraph", "reference"]})
    return markdown
