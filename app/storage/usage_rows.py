"""Rows of the usage log and the sums kept beside it; every statement that writes one stands here."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from app.domain.spending import UsageEntry
from app.storage.columns import micros, storable
from app.storage.migrations.m0005_usage import SUMS

ROW = (
    "at, day, conversation_id, provider, model, is_private, purpose, outcome, error, input_tokens, cached_input_tokens,"
    " cache_write_tokens, output_tokens, reasoning_tokens, estimated, cost_nanos, first_token_s, duration_s"
)
_NAMES = tuple(name.strip() for name in ROW.split(","))
SUM_NAMES = tuple(name.strip() for name in SUMS.split(","))
NANOS = 1_000_000_000
_MOST_NANOS = 10**15  # of one request: what claims to cost more than a million dollars is no price
_MOST_TOKENS = 10**12
_ADDED = ", ".join(f"{name} = {name} + excluded.{name}" for name in SUM_NAMES)


def insert(at: sqlite3.Connection, row: Sequence[Any]) -> None:
    """Add a row of :data:`ROW` and add it to the sums."""
    at.execute(f"INSERT INTO usage ({ROW}) VALUES ({', '.join('?' * len(row))})", tuple(row))  # noqa: S608 - our own names
    told = dict(zip(_NAMES, row, strict=True))
    sums = [told.get(name, 0) for name in SUM_NAMES]
    sums[0] = 1
    sums[-2] = told["cost_nanos"] or 0
    sums[-1] = 1 if told["cost_nanos"] is None else 0
    model = f"{told['provider']}:{told['model']}"
    _add(at, "usage_days", "day, is_private, model", (told["day"], told["is_private"], model), sums)
    # What belongs to no chat is summed too, under an empty id, so that a report by chats is whole.
    chat = (told["conversation_id"] or "", told["is_private"])
    _add(at, "usage_chats", "conversation_id, is_private", chat, sums)


def is_whole(row: Sequence[Any]) -> bool:
    """Whether a row of :data:`ROW` that was read from a damaged file can be believed."""
    told = dict(zip(_NAMES, row, strict=True))
    texts = all(isinstance(told[name], str) for name in ("day", "provider", "model", "purpose", "outcome", "error"))
    counts = all(isinstance(told[name], int) and 0 <= told[name] <= _MOST_TOKENS for name in _NAMES[9:14])
    cost = told["cost_nanos"]
    return (
        texts
        and counts
        and isinstance(told["at"], int)
        and told["is_private"] in (0, 1)
        and (cost is None or (isinstance(cost, int) and 0 <= cost <= _MOST_NANOS))
        and (told["conversation_id"] is None or isinstance(told["conversation_id"], str))
    )


def _add(at: sqlite3.Connection, table: str, key: str, values: Sequence[object], sums: Sequence[object]) -> None:
    marks = ", ".join("?" * (len(values) + len(sums)))
    at.execute(
        f"INSERT INTO {table} ({key}, {SUMS}) VALUES ({marks}) ON CONFLICT ({key}) DO UPDATE SET {_ADDED}",  # noqa: S608
        (*values, *sums),
    )


def row_of(entry: UsageEntry) -> tuple[object, ...]:
    usage = entry.usage
    cost = None if entry.cost_usd is None else max(0, min(round(entry.cost_usd * NANOS), _MOST_NANOS))
    return (
        micros(entry.at),
        entry.at.date().isoformat(),
        entry.conversation_id,
        storable(entry.provider),
        storable(entry.model),
        int(entry.is_private),
        entry.purpose.value,
        entry.outcome.value,
        entry.error,
        _count(usage.input_tokens),
        _count(usage.cached_input_tokens),
        _count(usage.cache_write_tokens),
        _count(usage.output_tokens),
        _count(usage.reasoning_tokens),
        int(entry.estimated),
        cost,
        usage.first_token_s,
        usage.duration_s,
    )


def _count(tokens: int) -> int:
    return max(0, min(tokens, _MOST_TOKENS))
