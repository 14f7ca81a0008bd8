"""What of a conversation is quoted in the next message: what is selected in it, as a quotation. Changes nothing."""

from __future__ import annotations

from collections.abc import Iterable

from app.ui.transcript.row import MessageRow

MOST_QUOTED_CHARS = 20_000


def selected_text(rows: Iterable[MessageRow]) -> str:
    """What is selected in ``rows``, in reading order; empty where nothing is."""
    texts = (text.textCursor() for row in sorted(rows, key=MessageRow.y) for text in row.texts())
    return "\n\n".join(cursor.selection().toPlainText() for cursor in texts if cursor.hasSelection())


def quoted(text: str) -> str:
    """``text`` as a quotation in Markdown, with a blank line after it; what is very long is cut."""
    if len(text) > MOST_QUOTED_CHARS:
        text = text[: MOST_QUOTED_CHARS - 1] + "…"
    lines = (f"> {line}".rstrip() for line in text.strip().splitlines())
    return "\n".join(lines) + "\n\n"
