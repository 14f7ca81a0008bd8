"""The log of requests in SQLite, and its sums, kept as it grows. Holds numbers and names, no text of anybody."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from app.domain.spending import Spent, SpentTogether, UsageBy, UsageEntry, UsageLine
from app.storage import usage_rows
from app.storage.database import Database
from app.storage.migrations.m0005_usage import SUMS

_TOTALS = ", ".join(f"coalesce(sum({name}), 0)" for name in usage_rows.SUM_NAMES)
# As usage_rows.SUM_NAMES, over single requests.
_COUNTED = (
    "count(*), coalesce(sum(input_tokens), 0), coalesce(sum(cached_input_tokens), 0),"
    " coalesce(sum(cache_write_tokens), 0), coalesce(sum(output_tokens), 0), coalesce(sum(reasoning_tokens), 0),"
    " coalesce(sum(cost_nanos), 0), coalesce(sum(cost_nanos IS NULL), 0)"
)


_DEAREST = "ORDER BY sum(cost_nanos) DESC, sum(requests) DESC LIMIT ?"


class SqliteUsageLog:
    """Implements :class:`app.domain.ports.UsageLog` over a :class:`Database`, which its owner closes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def record(self, entries: Sequence[UsageEntry]) -> None:
        """Add entries and add them to the sums, in one transaction."""
        rows = [usage_rows.row_of(entry) for entry in entries]

        def work(at: sqlite3.Connection) -> None:
            for row in rows:
                usage_rows.insert(at, row)

        await self._database.write(work)

    async def spent(self, *, day: date, conversation_id: str | None) -> SpentTogether:
        """What models elsewhere were asked for: a handful of rows, however long the log is."""

        def work(at: sqlite3.Connection) -> SpentTogether:
            days = f"SELECT {_TOTALS} FROM usage_days WHERE is_private = 0 AND day"  # noqa: S608 - our own names
            chats = f"SELECT {SUMS} FROM usage_chats WHERE is_private = 0 AND conversation_id = ?"  # noqa: S608
            month = f"{day:%Y-%m}-"
            return SpentTogether(
                today=_spent(at.execute(f"{days} = ?", (day.isoformat(),)).fetchone()),
                month=_spent(at.execute(f"{days} BETWEEN ? AND ?", (f"{month}01", f"{month}31")).fetchone()),
                chat=_spent(at.execute(chats, (conversation_id,)).fetchone()),
            )

        return await self._database.read(work)

    async def lines(self, by: UsageBy, *, first: date | None, last: date | None, limit: int) -> Sequence[UsageLine]:
        """Sums by day (the newest first), by model or by conversation (the dearest first)."""
        span = _span(first, last)

        def work(at: sqlite3.Connection) -> list[UsageLine]:
            days = f"{_TOTALS} FROM usage_days WHERE day BETWEEN ? AND ? GROUP BY 1"
            match by:
                case UsageBy.DAY:
                    found = at.execute(f"SELECT day, {days} ORDER BY 1 DESC LIMIT ?", (*span, limit))
                case UsageBy.MODEL:
                    found = at.execute(f"SELECT model, {days} {_DEAREST}", (*span, limit))
                case UsageBy.CONVERSATION if first is None and last is None:
                    chats = f"SELECT conversation_id, {_TOTALS} FROM usage_chats GROUP BY 1"  # noqa: S608
                    found = at.execute(f"{chats} {_DEAREST}", (limit,))
                case UsageBy.CONVERSATION:
                    chats = f"SELECT coalesce(conversation_id, ''), {_COUNTED} FROM usage"  # noqa: S608
                    found = at.execute(
                        f"{chats} WHERE day BETWEEN ? AND ? GROUP BY 1 ORDER BY sum(cost_nanos) DESC, 2 DESC LIMIT ?",
                        (*span, limit),
                    )
            rows = found.fetchall()
            titles = _titles(at, (row[0] for row in rows)) if by is UsageBy.CONVERSATION else {}
            return [UsageLine(key=row[0], title=titles.get(row[0], ""), spent=_spent(row[1:])) for row in rows]

        return await self._database.read(work)

    async def total(self, *, first: date | None, last: date | None) -> Spent:
        """The sum of all between two days."""
        sql = f"SELECT {_TOTALS} FROM usage_days WHERE day BETWEEN ? AND ?"  # noqa: S608 - our own names
        span = _span(first, last)
        return _spent(await self._database.read(lambda at: at.execute(sql, span).fetchone()))


def _spent(sums: Sequence[Any] | None) -> Spent:
    if sums is None:
        return Spent()
    requests, read, cached, written_to_cache, written, reasoning, nanos, unpriced = sums
    return Spent(
        requests=requests,
        input_tokens=read,
        cached_input_tokens=cached,
        cache_write_tokens=written_to_cache,
        output_tokens=written,
        reasoning_tokens=reasoning,
        cost_usd=nanos / usage_rows.NANOS,
        unpriced=unpriced,
    )


def _span(first: date | None, last: date | None) -> tuple[str, str]:
    return ("" if first is None else first.isoformat(), "~" if last is None else last.isoformat())


def _titles(at: sqlite3.Connection, ids: Iterable[str]) -> dict[str, str]:
    found = {}
    for identity in ids:
        row = at.execute("SELECT title FROM conversations WHERE id = ?", (identity,)).fetchone()
        if row is not None:
            found[identity] = str(row[0])
    return found
