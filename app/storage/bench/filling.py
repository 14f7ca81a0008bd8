"""A long history made in no time, the same one every time: words as unevenly common as in any language.

Written straight into the tables in batches, because a million messages one by one would take an hour; what is written
is what the store would have. Refuses a database that holds anything already.
"""

from __future__ import annotations

import itertools
import random
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from app.domain.encoding import to_plain
from app.domain.messages import Message, Role, TextPart
from app.storage.columns import dumped
from app.storage.indexing import OF_MESSAGE, conversation_facet, kind_facet, model_facet, number_at, role_facet
from app.storage.migrations import m0009_filters

MODELS = ("anthropic:claude-opus", "anthropic:claude-haiku", "openai:gpt-large", "local:qwen-coder")
SERVICES = ("ec2", "s3", "iam", "lambda", "rds")
RISKS = ("read", "write", "destructive")
FOLDERS = ("Work", "Work/Costs", "Home")
END = int(datetime(2026, 11, 1, tzinfo=UTC).timestamp() * 1_000_000)

_SYLLABLES = [
    "ka",
    "lo",
    "mi",
    "ter",
    "ra",
    "sen",
    "do",
    "vi",
    "pu",
    "ne",
    "sto",
    "gra",
    "el",
    "in",
    "con",
    "ver",
    "mar",
    "ti",
    "on",
    "as",
]
_COMMON_WORDS = 300
_WORDS = 30_000
_POOL = 400_000
_LENGTHS = (6, 10, 14, 40, 60)  # words in a message
_SECONDS_APART = 20
_BATCH = 10_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Filled:
    """What was written: how many, and the vocabulary, the commonest word first."""

    messages: int
    conversations: int
    words: Sequence[str]


def vocabulary() -> list[str]:
    """Words, the commonest (and shortest) first."""
    chance = random.Random(1)  # noqa: S311 - the same words every time
    found: dict[str, None] = {}
    while len(found) < _WORDS:
        longest = 1 if len(found) < len(_SYLLABLES) else 2 if len(found) < _COMMON_WORDS else 5
        found["".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(1, longest)))] = None
    return list(found)


def fill(at: sqlite3.Connection, messages: int, conversations: int) -> Filled:
    """Write so many messages into so many conversations, question and answer in turn, in transactions of their own."""
    words = vocabulary()
    each = max(2, messages // conversations)
    if at.execute("SELECT 1 FROM conversations").fetchone() is not None:
        raise ValueError("the database is not empty")
    begin = END - messages * _SECONDS_APART * 1_000_000
    at.execute("COMMIT")  # the caller's transaction would hold all of it in the log
    at.execute("BEGIN")
    at.executemany("INSERT INTO folders (path) VALUES (?)", [(folder,) for folder in FOLDERS])
    at.executemany(
        "INSERT INTO conversations"
        " (id, title, created_at, updated_at, settings, leaf_id, pinned, titled, folder, archived)"
        " VALUES (?, ?, ?, ?, '{}', ?, ?, 0, ?, ?)",
        _heads(words, conversations, each, begin),
    )
    at.executemany(
        "INSERT INTO acted (conversation_id, service, risk) VALUES (?, ?, ?)",
        ((f"c{n}", SERVICES[n // 4 % len(SERVICES)], RISKS[n // 4 % len(RISKS)]) for n in range(0, conversations, 4)),
    )
    at.executemany("INSERT INTO searched_models (number, model) VALUES (?, ?)", enumerate(MODELS))
    m0009_filters.lay(at, lambda at: _write_messages(at, _messages(words, messages, conversations, each, begin)))
    return Filled(messages=messages, conversations=conversations, words=words)


def _write_messages(at: sqlite3.Connection, rows: Iterator[tuple[Any, ...]]) -> None:
    while batch := list(itertools.islice(rows, _BATCH)):
        at.executemany(
            "INSERT INTO nodes (conversation_id, id, parent_id, created_at, model, state, body)"
            " VALUES (?, ?, ?, ?, ?, 'complete', ?)",
            (row[:6] for row in batch),
        )
        at.executemany(
            "INSERT INTO passages (number, conversation_id, kind, owner, node_id, facets, text)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            ((number_at(row[3]), row[0], OF_MESSAGE, row[1], row[1], *row[6:]) for row in batch),
        )
        at.execute("COMMIT")
        at.execute("BEGIN")


def _heads(words: Sequence[str], conversations: int, each: int, begin: int) -> Iterator[tuple[object, ...]]:
    chance = random.Random(2)  # noqa: S311 - the same titles every time
    for n in range(conversations):
        first = begin + n * each * _SECONDS_APART * 1_000_000
        last = first + (each - 1) * _SECONDS_APART * 1_000_000
        title = " ".join(chance.choices(words[:_COMMON_WORDS], k=5))
        folder = FOLDERS[n // 20 % len(FOLDERS)] if n % 20 == 0 else ""
        yield f"c{n}", title, first, last, f"n{each - 1}", n % 500 == 0, folder, n % 11 == 3


def _messages(
    words: Sequence[str], messages: int, conversations: int, each: int, begin: int
) -> Iterator[tuple[Any, ...]]:
    chance = random.Random(3)  # noqa: S311 - the same messages every time
    weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(words))))
    pool = chance.choices(words, cum_weights=weights, k=_POOL)
    bodies = {
        role: dumped({"message": to_plain(Message(role=role, parts=(TextPart(text="%"),)))}).split("%")
        for role in (Role.USER, Role.ASSISTANT)
    }
    written = 0
    for n in range(conversations):
        count = messages - written if n == conversations - 1 else each
        for m in range(count):
            size = chance.choice(_LENGTHS)
            start = chance.randrange(_POOL - size)
            role = Role.ASSISTANT if m % 2 else Role.USER
            before, after = bodies[role]
            model = MODELS[n % len(MODELS)] if m % 2 else None
            moment = begin + (n * each + m) * _SECONDS_APART * 1_000_000
            text = " ".join(pool[start : start + size])
            facets = [kind_facet(OF_MESSAGE), conversation_facet(n + 1), role_facet(role)]
            if model is not None:
                facets.append(model_facet(n % len(MODELS)))
            yield (
                f"c{n}",
                f"n{m}",
                f"n{m - 1}" if m else None,
                moment,
                model,
                f"{before}{text}{after}",
                " ".join(facets),
                text,
            )
        written += count
