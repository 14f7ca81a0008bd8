"""Markdown as blocks to show: parsed piece by piece while it streams, safe to show whoever wrote it. Qt-free."""

from app.ui.markdown.blocks import Block, Code, Grid, Picture, Prose
from app.ui.markdown.parse import StreamingMarkdown, parse, parse_written, prepare
from app.ui.markdown.render import safe_link
from app.ui.markdown.segments import merged
from app.ui.markdown.unseen import has_unseen, mark_direction, mark_unseen

__all__ = [
    "Block",
    "Code",
    "Grid",
    "Picture",
    "Prose",
    "StreamingMarkdown",
    "has_unseen",
    "mark_direction",
    "mark_unseen",
    "merged",
    "parse",
    "parse_written",
    "prepare",
    "safe_link",
]
