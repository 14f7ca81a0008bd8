"""Schema 5: the log of requests, without a word of any, and the sums that make its totals quick."""

from __future__ import annotations

import sqlite3

# A conversation is no foreign key: what it cost stays when it is deleted. Days are the person's calendar's, written
# when the request was made, so that travelling and the clock's changes move nothing. Costs are whole nanodollars.
SUMS = (
    "requests, input_tokens, cached_input_tokens, cache_write_tokens, output_tokens, reasoning_tokens, cost_nanos,"
    " unpriced"
)
_SUM_COLUMNS = ", ".join(f"{name.strip()} INTEGER NOT NULL" for name in SUMS.split(","))
_STATEMENTS = (
    """CREATE TABLE usage (
        number INTEGER PRIMARY KEY,
        at INTEGER NOT NULL,
        day TEXT NOT NULL,
        conversation_id TEXT,
        provider TEXT NOT NULL,
        model TEXT NOT NULL,
        is_private INTEGER NOT NULL,
        purpose TEXT NOT NULL,
        outcome TEXT NOT NULL,
        error TEXT NOT NULL,
        input_tokens INTEGER NOT NULL,
        cached_input_tokens INTEGER NOT NULL,
        cache_write_tokens INTEGER NOT NULL,
        output_tokens INTEGER NOT NULL,
        reasoning_tokens INTEGER NOT NULL,
        estimated INTEGER NOT NULL,
        cost_nanos INTEGER,
        first_token_s REAL,
        duration_s REAL
    )""",
    "CREATE INDEX usage_by_day ON usage (day)",
    f"""CREATE TABLE usage_days (
        day TEXT NOT NULL,
        is_private INTEGER NOT NULL,
        model TEXT NOT NULL,
        {_SUM_COLUMNS},
        PRIMARY KEY (day, is_private, model)
    ) WITHOUT ROWID""",
    f"""CREATE TABLE usage_chats (
        conversation_id TEXT NOT NULL,
        is_private INTEGER NOT NULL,
        {_SUM_COLUMNS},
        PRIMARY KEY (conversation_id, is_private)
    ) WITHOUT ROWID""",
    "CREATE INDEX usage_chats_dearest ON usage_chats (cost_nanos DESC)",
)


def migrate(connection: sqlite3.Connection) -> None:
    """From schema 4."""
    for statement in _STATEMENTS:
        connection.execute(statement)
