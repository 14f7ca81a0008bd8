"""What a process left unfinished when it ended: answers become interrupted, actions that waited are refused.

Rows of a process that still runs are left to it, so that a window and a command can share one database.
"""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime

from app.domain.aws import Action, ActionState, Decision
from app.domain.conversation import NodeState
from app.domain.encoding import from_plain, to_plain
from app.domain.language import tr
from app.storage.columns import dumped, loaded
from app.storage.rows import index_action, index_node
from app.storage.writer import is_alive


def recover(connection: sqlite3.Connection) -> None:
    """Mend the rows of every process that has ended."""
    _abandon(connection, [writer for writer in _writers(connection) if not is_alive(writer)])


def settle(connection: sqlite3.Connection) -> None:
    """Mend the unfinished rows of every process, of a copy that none of them writes to."""
    _abandon(connection, _writers(connection))


def _writers(connection: sqlite3.Connection) -> list[str]:
    found = connection.execute(
        "SELECT writer FROM nodes WHERE writer IS NOT NULL UNION SELECT writer FROM actions WHERE writer IS NOT NULL"
    )
    return [writer for (writer,) in found.fetchall()]


def _abandon(connection: sqlite3.Connection, writers: list[str]) -> None:
    if not writers:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for writer in writers:
            abandon(connection, writer)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def abandon(connection: sqlite3.Connection, writer: str) -> None:
    """Mend what ``writer`` left unfinished. Runs inside the caller's transaction."""
    nodes = connection.execute("SELECT conversation_id, id FROM nodes WHERE writer = ?", (writer,)).fetchall()
    for conversation_id, node_id in nodes:
        connection.execute(
            "UPDATE nodes SET state = ?, writer = NULL WHERE conversation_id = ? AND id = ?",
            (NodeState.INTERRUPTED.value, conversation_id, node_id),
        )
        index_node(connection, conversation_id, node_id)
    rows = connection.execute("SELECT number, body FROM actions WHERE writer = ?", (writer,)).fetchall()
    for number, body in rows:
        try:
            action = ended(from_plain(Action, loaded(body)))
        except ValueError:
            connection.execute("UPDATE actions SET writer = NULL WHERE number = ?", (number,))
            continue
        connection.execute(
            "UPDATE actions SET state = ?, writer = NULL, body = ? WHERE number = ?",
            (action.state.value, dumped(to_plain(action)), number),
        )
        index_action(connection, action)


def ended(action: Action) -> Action:
    """``action`` as it stands once the process that held it is gone; a finished one is returned as it is."""
    match action.state:
        case ActionState.RUNNING:
            return replace(
                action,
                state=ActionState.INTERRUPTED,
                finished_at=datetime.now(UTC),
                error=tr(
                    "Baton ended while AWS worked on this, so whether it was carried out is unknown. "
                    "Look at the resource before trying again."
                ),
            )
        case ActionState.WAITING | ActionState.PROPOSED:
            return replace(
                action,
                state=ActionState.REFUSED,
                decision=Decision.NOBODY_THERE,
                finished_at=datetime.now(UTC),
                error=tr(
                    "Baton ended before anybody agreed to this, so it was not run. Ask for it again if it is wanted."
                ),
            )
        case _:
            return action
