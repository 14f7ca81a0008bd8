"""Where a text stands in one row of the conversation: in its documents, and in answers that are shown as a tree.

Marks and moves nothing (:mod:`app.ui.transcript.found_marks`); of rows that are not built it counts only.
"""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from app.ui.transcript.content import Contents
from app.ui.transcript.items import JsonMode
from app.ui.transcript.json_model import paths_with
from app.ui.transcript.json_view import JsonSegment
from app.ui.transcript.row import MessageRow
from app.ui.transcript.segment import ViewState, matches_in
from app.ui.transcript.thread import Row, Thread

Place = tuple[QTextEdit | QPlainTextEdit, QTextCursor] | tuple[JsonSegment, int]
"""A spot in a document, or which of a tree's values it is."""


def places_in(row: MessageRow, text: str) -> list[Place]:
    """Every place of ``text`` in a row, in reading order."""
    places: list[Place] = []
    for segment in row.segments:
        if isinstance(segment, JsonSegment):
            places += [(segment, nth) for nth in range(segment.places(text))]
        for document in segment.documents():
            places += [(document, cursor) for cursor in matches_in(document.document(), text)]
    return places


def count_in_trees(contents: Contents, state: ViewState, thread: Thread | None, text: str, row: Row) -> int | None:
    """At how many values ``text`` stands in an answer that is shown as a tree; ``None`` for any other row."""
    if thread is None or not text:
        return None
    answers = contents.json_answers(thread, row)
    trees = [answer for answer in answers if state.json_modes.get(answer.key, JsonMode.TREE) is JsonMode.TREE]
    return sum(len(paths_with(answer.value, text)) for answer in trees) if trees else None
