"""Messages deleted from a conversation: marked, so that they come back whole, and destroyed a day later.

A marked message stays where it is in its table, and is left out of what is read. Only when it can no longer be brought
back are its row, its files' uses, what was sent for it and its actions' cards deleted, and what stood under it hung
where it stood. Owns no transaction.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

from app.domain.aws import Action
from app.domain.encoding import from_plain
from app.domain.errors import NotFoundError
from app.domain.language import tr
from app.domain.removals import Removal
from app.storage.columns import loaded, micros, moment
from app.storage.rows import index_action, index_node

KEPT = timedelta(days=1)
"""How long what was deleted can be brought back."""


def removed_ids(connection: sqlite3.Connection, conversation_id: str) -> frozenset[str]:
    """The messages of a conversation that are deleted."""
    rows = connection.execute("SELECT node_id FROM removed_nodes WHERE conversation_id = ?", (conversation_id,))
    return frozenset(node_id for (node_id,) in rows)


def removed_calls(connection: sqlite3.Connection, conversation_id: str) -> frozenset[str]:
    """The tool calls of deleted messages, by their ids: what came of them is not shown either."""
    return _calls(
        body
        for (body,) in connection.execute(
            "SELECT n.body FROM removed_nodes r JOIN nodes n ON n.conversation_id = r.conversation_id"
            " AND n.id = r.node_id WHERE r.conversation_id = ?",
            (conversation_id,),
        )
    )


def remove(connection: sqlite3.Connection, conversation_id: str, node_ids: Collection[str], removal: Removal) -> None:
    """Mark messages as deleted, and take them out of the search. What is marked already stays as it is."""
    connection.execute(
        "INSERT INTO removals (id, conversation_id, at, leaf_id) VALUES (?, ?, ?, ?)",
        (removal.id, conversation_id, micros(removal.at), removal.leaf_id),
    )
    connection.executemany(
        "INSERT INTO removed_nodes (conversation_id, node_id, removal) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        [(conversation_id, node_id, removal.id) for node_id in node_ids],
    )
    _forget_passages(connection, removal.id)


def removals(connection: sqlite3.Connection, conversation_id: str) -> list[Removal]:
    """What can be brought back, newest first."""
    rows = connection.execute(
        "SELECT r.id, r.conversation_id, r.at, r.leaf_id,"
        " (SELECT count(*) FROM removed_nodes d WHERE d.removal = r.id) FROM removals r"
        " WHERE r.conversation_id = ? ORDER BY r.number DESC",
        (conversation_id,),
    )
    return [
        Removal(id=identity, conversation_id=owner, at=moment(at), leaf_id=leaf, messages=count)
        for identity, owner, at, leaf, count in rows.fetchall()
    ]


def restore(connection: sqlite3.Connection, conversation_id: str, removal_id: str) -> str | None:
    """Put back what was deleted at once; returns the end of the branch that was shown before.

    Raises :class:`NotFoundError` where it was destroyed meanwhile.
    """
    row = connection.execute(
        "SELECT leaf_id FROM removals WHERE id = ? AND conversation_id = ?", (removal_id, conversation_id)
    ).fetchone()
    if row is None:
        raise NotFoundError(
            tr("What was deleted can no longer be brought back."),
            remedy=tr("It is kept for a day, and brought back once."),
        )
    ours = _bodies(connection, removal_id)
    connection.execute("DELETE FROM removals WHERE id = ?", (removal_id,))  # its marks go with it
    for owner, node_id, _ in ours:
        index_node(connection, owner, node_id)
    for _, body in _actions_of(connection, conversation_id, _calls(body for _, _, body in ours)):
        with suppress(ValueError):  # a damaged one is left out
            index_action(connection, from_plain(Action, loaded(body)))
    return None if row[0] is None else str(row[0])


def destroy_old(connection: sqlite3.Connection, *, kept: timedelta = KEPT) -> None:
    """Delete for good what was deleted so long ago, in a transaction of its own."""
    limit = micros(datetime.now(UTC) - kept)
    old = connection.execute("SELECT id, conversation_id FROM removals WHERE at <= ?", (limit,)).fetchall()
    if not old:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for removal_id, conversation_id in old:
            _destroy(connection, removal_id, conversation_id)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def copied(source: sqlite3.Connection, fresh: sqlite3.Connection) -> None:
    """Mark in ``fresh``, saved from the damaged ``source``, what is marked there, so that it stays deleted."""
    marked: dict[str, tuple[Any, Any, Any, list[str]]] = {}
    with suppress(sqlite3.Error, UnicodeDecodeError):  # an older schema, or a page that is lost
        for row in source.execute(
            "SELECT r.id, r.conversation_id, r.at, r.leaf_id, d.node_id FROM removals r"
            " JOIN removed_nodes d ON d.removal = r.id ORDER BY r.number"
        ):
            removal_id, owner, at, leaf, node_id = (v.decode() if isinstance(v, bytes) else v for v in row)
            marked.setdefault(removal_id, (owner, at, leaf, []))[3].append(str(node_id))
    for removal_id, (owner, at, leaf, nodes) in marked.items():
        if fresh.execute("SELECT 1 FROM conversations WHERE id = ?", (owner,)).fetchone() is None:
            continue
        removal = Removal(id=removal_id, conversation_id=owner, at=moment(at), messages=len(nodes), leaf_id=leaf)
        remove(fresh, owner, nodes, removal)


def _destroy(connection: sqlite3.Connection, removal_id: str, conversation_id: str) -> None:
    ours = _bodies(connection, removal_id)
    _forget_passages(connection, removal_id)
    calls = _calls(body for _, _, body in ours)
    for number, _ in _actions_of(connection, conversation_id, calls):
        connection.execute("DELETE FROM actions WHERE number = ?", (number,))
    for _, node_id, _ in ours:
        key = (conversation_id, node_id)
        connection.execute(
            "UPDATE nodes SET parent_id = (SELECT parent_id FROM nodes WHERE conversation_id = ?1 AND id = ?2)"
            " WHERE conversation_id = ?1 AND parent_id = ?2",
            key,
        )
        connection.execute("DELETE FROM nodes WHERE conversation_id = ? AND id = ?", key)
        connection.execute("DELETE FROM blob_uses WHERE conversation_id = ? AND kind = 'message' AND owner = ?", key)
        connection.execute("DELETE FROM sent WHERE conversation_id = ? AND node_id = ?", key)
    connection.execute("DELETE FROM removals WHERE id = ?", (removal_id,))
    # Pieces of requests that no answer names any more, and answers kept for the same question.
    connection.execute(
        "WITH RECURSIVE used (sha256) AS ("
        " SELECT last_piece FROM sent WHERE conversation_id = ?1 AND last_piece IS NOT NULL"
        " UNION SELECT p.before FROM sent_pieces p JOIN used u ON p.sha256 = u.sha256"
        " WHERE p.conversation_id = ?1 AND p.before IS NOT NULL)"
        " DELETE FROM sent_pieces WHERE conversation_id = ?1 AND sha256 NOT IN (SELECT sha256 FROM used)",
        (conversation_id,),
    )
    connection.execute("DELETE FROM kept_answers WHERE conversation_id = ?", (conversation_id,))


def _bodies(connection: sqlite3.Connection, removal_id: str) -> list[tuple[str, str, str]]:
    return connection.execute(
        "SELECT n.conversation_id, n.id, n.body FROM removed_nodes r JOIN nodes n"
        " ON n.conversation_id = r.conversation_id AND n.id = r.node_id WHERE r.removal = ? ORDER BY n.number",
        (removal_id,),
    ).fetchall()


def _forget_passages(connection: sqlite3.Connection, removal_id: str) -> None:
    ours = _bodies(connection, removal_id)
    for conversation_id, node_id, _ in ours:
        connection.execute(
            "DELETE FROM passages WHERE conversation_id = ? AND kind = 'node' AND owner = ?",
            (conversation_id, node_id),
        )
    for conversation_id in {row[0] for row in ours}:
        for number, _ in _actions_of(connection, conversation_id, _calls(body for _, _, body in ours)):
            connection.execute(
                "DELETE FROM passages WHERE conversation_id = ?1 AND kind = 'action'"
                " AND owner = (SELECT id FROM actions WHERE number = ?2)",
                (conversation_id, number),
            )


def _actions_of(connection: sqlite3.Connection, conversation_id: str, calls: Collection[str]) -> list[tuple[int, str]]:
    if not calls:
        return []
    rows = connection.execute(
        "SELECT number, body FROM actions WHERE conversation_id = ? AND json_valid(body)"
        " AND json_extract(body, '$.call_id') IN (SELECT value FROM json_each(?))",
        (conversation_id, json.dumps(sorted(calls))),
    )
    return [(int(number), str(body)) for number, body in rows.fetchall()]


def _calls(bodies: Iterable[str]) -> frozenset[str]:
    found = set()
    for body in bodies:
        if '"call_id"' not in body:
            continue
        try:
            parts = loaded(body)["message"]["parts"]
            found |= {part["call_id"] for part in parts if part.get("type") == "tool_call"}
        except (ValueError, KeyError, TypeError, AttributeError):
            continue  # damaged: nothing is known of what it asked for
    return frozenset(name for name in found if isinstance(name, str))
