"""Groups blocks into what one widget each will show; refuses to make any piece so long that laying it out is felt."""

from __future__ import annotations

from collections.abc import Iterable

from app.ui.markdown.blocks import Block, Prose

SEGMENT_CHARS = 4_000  # of HTML: a text document of this length is laid out in well under a frame


def merged(blocks: Iterable[Block]) -> list[Block]:
    """``blocks`` with neighbouring prose put together, so that a selection can run through several paragraphs.

    The grouping of a text's beginning does not depend on what follows it.
    """
    segments: list[Block] = []
    texts: list[str] = []
    chars = 0

    def close() -> None:
        nonlocal chars
        if texts:
            segments.append(Prose(html="".join(texts)))
        texts.clear()
        chars = 0

    for block in blocks:
        if isinstance(block, Prose):
            texts.append(block.html)
            chars += len(block.html)
            if chars >= SEGMENT_CHARS:
                close()
        else:
            close()
            segments.append(block)
    close()
    return segments
