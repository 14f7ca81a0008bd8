"""Finds the operations a sentence may mean. Refuses to decide: it ranks, and others choose."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from app.aws.search_words import text_words
from app.domain.aws import Match, OperationId


def search(index: sqlite3.Connection, text: str, limit: int) -> Sequence[Match]:
    """The best matches for ``text``, at most ``limit``; empty for a text without words."""
    words = dict.fromkeys(text_words(text[:1000]))
    if not words:
        return []
    query = " OR ".join(f'"{word}"' for word in words)
    rows = index.execute(
        "SELECT operation.service, operation.name, operation.summary, bm25(words, 5, 5, 1) FROM words "
        "JOIN operation ON operation.id = words.rowid WHERE words MATCH ? ORDER BY 4 LIMIT ?",
        (query, limit),
    ).fetchall()
    best = min((row[3] for row in rows), default=0.0) or 1.0
    return [
        Match(id=OperationId(service, name), score=max(0.0, min(1.0, rank / best)), summary=summary)
        for service, name, summary, rank in rows
    ]
