"""Finds passages by their words and filters, the newest first, and leads each to the message it belongs to.

Everything is found: the index gives matches in the order of time as they are asked for, so the first fifty cost the
same however many there are. Refuses to weigh matches against each other, which would read them all.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from app.domain.searching import Place, Search, SearchHit
from app.storage.columns import micros, moment
from app.storage.indexing import (
    OF_ACTION,
    OF_MESSAGE,
    OF_TITLE,
    conversation_facet,
    kind_facet,
    model_facet,
    number_at,
    role_facet,
)
from app.storage.passages import TOKENIZER, query, shown

_FEW_CONVERSATIONS = 250
_LOOKED_AT = 4_000
_MOST_TITLES = 20
_LAST = 1 << 62
_SNIPPET_WORDS = 16
_SNIPPET_CHARS = 50_000
_BEGINNING_CHARS = 160

_SNIPPET = f"snippet(search, 0, char(1), char(2), '…', {_SNIPPET_WORDS})"


_FOUND = "p.number, p.conversation_id, p.kind, p.node_id, p.text, c.title, c.leaf_id, c.updated_at"


@dataclass(frozen=True, kw_only=True, slots=True)
class _Within:
    """What the index is asked beside the words, and the conversations that pass the filters, where they are few."""

    facets: Sequence[str]
    few: Sequence[tuple[int, str]] | None = None


def find(connection: sqlite3.Connection, search: Search, limit: int, older_than: int | None) -> list[SearchHit]:
    """Hits for ``search``: titles first, then messages and actions, the newest first; those after ``older_than``, the
    ``order`` of the last hit so far.
    """
    words = query(search.words, half_typed=search.half_typed)
    if limit <= 0 or (words is None and (search.words or search.is_empty)):
        return []
    within = _within(connection, search)
    if within is None:
        return []
    hits: dict[tuple[str, str], SearchHit] = {}
    if older_than is None and words is not None and not _asks_for_messages(search):
        asked = _and(words, kind_facet(OF_TITLE), *within.facets)
        rows = _rows(connection, search, asked, within.few, _LAST, min(limit, _MOST_TITLES))
        for hit in _hits(connection, words, rows):
            hits.setdefault((hit.conversation_id, ""), hit)
    # Without words, filters ask for messages; those of actions ask for the actions themselves.
    of_actions = _asks_for_actions(search) and not _asks_for_messages(search)
    kinds = () if words is not None else (kind_facet(OF_ACTION if of_actions else OF_MESSAGE),)
    asked = _and(*([] if words is None else [words]), *kinds, *within.facets)
    before = _LAST if older_than is None else older_than
    while len(hits) < limit:
        wanted = limit - len(hits)
        rows = _rows(connection, search, asked, within.few, before, wanted, titles=False)
        for hit in _hits(connection, words, rows):
            # An action and the message that asked for it are one place.
            hits.setdefault((hit.conversation_id, hit.node_id), hit)
        if len(rows) < wanted:
            break
        before = rows[-1][0]
    return list(hits.values())


def _asks_for_messages(search: Search) -> bool:
    return bool(search.models) or search.role is not None or search.after is not None or search.before is not None


def _asks_for_actions(search: Search) -> bool:
    return search.has_actions or bool(search.services) or bool(search.risks)


def _and(*parts: str) -> str:
    return " AND ".join(f"({part})" if " " in part else part for part in parts)


def _or(facets: Sequence[str]) -> str:
    return " OR ".join(f'"{facet}"' for facet in facets)


def _within(connection: sqlite3.Connection, search: Search) -> _Within | None:
    """What matches must have; ``None`` where nothing can match."""
    parts = []
    if search.role is not None:
        parts.append(role_facet(search.role.value))
    if search.models:
        known = connection.execute("SELECT number, model FROM searched_models").fetchall()
        asked = [model.casefold() for model in search.models]
        numbers = [number for number, model in known if any(part in model.casefold() for part in asked)]
        if not numbers:
            return None
        parts.append(_or([model_facet(number) for number in numbers]))
    if not _is_narrow(search):
        return _Within(facets=parts)
    predicate, values = _conversations(connection, search)
    sql = f"SELECT c.number, c.id FROM conversations c WHERE {predicate} LIMIT ?"  # noqa: S608 - our own names
    few = connection.execute(sql, (*values, _FEW_CONVERSATIONS + 1)).fetchall()
    if not few:
        return None
    return _Within(facets=parts, few=few if len(few) <= _FEW_CONVERSATIONS else None)


def _is_narrow(search: Search) -> bool:
    return _asks_for_actions(search) or bool(search.folders) or search.place is not None


def _conversations(connection: sqlite3.Connection, search: Search) -> tuple[str, list[object]]:
    """What SQL says of the conversations (``c``) that are searched."""
    predicates = ["c.deleted_at IS NOT NULL" if search.place is Place.BIN else "c.deleted_at IS NULL"]
    values: list[object] = []
    if search.place in (Place.ARCHIVE, Place.CHATS):
        predicates.append("c.archived = ?")
        values.append(search.place is Place.ARCHIVE)
    if search.folders:
        asked = [folder.casefold() for folder in search.folders]
        known = [path for (path,) in connection.execute("SELECT path FROM folders")]
        paths = [path for path in known if any(_is_in(path.casefold(), folder) for folder in asked)]
        predicates.append(f"c.folder IN ({', '.join('?' * len(paths))})")
        values += paths
    if _asks_for_actions(search):
        acted = ["a.conversation_id = c.id"]
        for column, wanted in (("service", search.services), ("risk", search.risks)):
            if wanted:
                acted.append(f"a.{column} IN ({', '.join('?' * len(wanted))})")
                values += [str(value) for value in wanted]
        predicates.append(f"EXISTS (SELECT 1 FROM acted a WHERE {' AND '.join(acted)})")  # noqa: S608 - our own names
    return " AND ".join(predicates), values


def _is_in(path: str, folder: str) -> bool:
    """Whether a folder is meant: by its path, its own name, or as one within."""
    return path == folder or path.startswith(f"{folder}/") or path.rpartition("/")[2] == folder


def _rows(
    connection: sqlite3.Connection,
    search: Search,
    asked: str,
    few: Sequence[tuple[int, str]] | None,
    before: int,
    limit: int,
    *,
    titles: bool = True,
) -> list[tuple[Any, ...]]:
    """The newest matches before ``before``, in conversations that pass the filters."""
    span, ends = (
        "search.rowid < ?",
        [before if search.before is None else min(before, number_at(micros(search.before)))],
    )
    if search.after is not None:
        span += " AND search.rowid >= ?"
        ends.append(number_at(micros(search.after)))
    of_messages = "" if titles else f" AND p.kind <> '{OF_TITLE}'"
    if few is not None:
        # Most words are rare enough, or common enough, that the newest matches settle it.
        newest = connection.execute(
            f"SELECT rowid FROM search WHERE search MATCH ? AND {span} ORDER BY search.rowid DESC LIMIT ?",  # noqa: S608 - our own names
            (asked, *ends, _LOOKED_AT),
        ).fetchall()
        rows = connection.execute(
            f"SELECT {_FOUND} FROM passages p CROSS JOIN conversations c ON c.id = p.conversation_id"  # noqa: S608 - our own names
            " WHERE p.number IN (SELECT value FROM json_each(?)) AND p.conversation_id IN"
            f" (SELECT value FROM json_each(?)){of_messages} ORDER BY p.number DESC LIMIT ?",
            (json.dumps([number for (number,) in newest]), json.dumps([identity for _, identity in few]), limit),
        ).fetchall()
        if len(rows) == limit or len(newest) < _LOOKED_AT:
            return rows
        # The index goes from one passage of theirs to the next.
        asked = _and(asked, _or([conversation_facet(number) for number, _ in few]))
    predicate, values = _conversations(connection, search)
    return connection.execute(
        f"SELECT {_FOUND} FROM search CROSS JOIN passages p ON p.number = search.rowid CROSS JOIN conversations c"  # noqa: S608 - our own names
        f" ON c.id = p.conversation_id WHERE search MATCH ? AND {span} AND {predicate}{of_messages}"
        " ORDER BY search.rowid DESC LIMIT ?",
        (asked, *ends, *values, limit),
    ).fetchall()


def _hits(connection: sqlite3.Connection, words: str | None, rows: list[tuple[Any, ...]]) -> list[SearchHit]:
    snippets = {} if words is None else _snippets(connection, words, [(row[0], row[4]) for row in rows])
    hits = []
    for number, conversation_id, kind, node, text, title, leaf_id, updated in rows:
        node_id = node or leaf_id or ""
        created = connection.execute(
            "SELECT created_at FROM nodes WHERE conversation_id = ? AND id = ?", (conversation_id, node_id)
        ).fetchone()
        hit = SearchHit(
            conversation_id=conversation_id,
            conversation_title=title,
            node_id=node_id,
            snippet=shown(snippets[number] if words is not None else _beginning(text)),
            created_at=moment(created[0] if created is not None else updated),
            order=_LAST if kind == OF_TITLE else number,
        )
        hits.append(hit)
    return hits


def _beginning(text: str) -> str:
    return text if len(text) <= _BEGINNING_CHARS else text[:_BEGINNING_CHARS] + "…"


def _snippets(connection: sqlite3.Connection, asked: str, passages: list[tuple[int, str]]) -> dict[int, str]:
    """The place in each passage where the words stand.

    Cut out by an index of these passages alone: the great one would look through all matches for each of them. It is
    asked for very long passages only, whose words may stand far behind.
    """
    with closing(sqlite3.connect(":memory:")) as small:
        small.execute(f"CREATE VIRTUAL TABLE search USING fts5 (text, {TOKENIZER})")
        small.executemany(
            "INSERT INTO search (rowid, text) VALUES (?, ?)", [(at, text[:_SNIPPET_CHARS]) for at, text in passages]
        )
        found = dict(small.execute(f"SELECT rowid, {_SNIPPET} FROM search WHERE search MATCH ?", (asked,)))  # noqa: S608 - our own text
    for number, _ in passages:
        if number not in found:
            sql = f"SELECT {_SNIPPET} FROM search WHERE search MATCH ? AND rowid = ?"  # noqa: S608 - our own text
            row = connection.execute(sql, (asked, number)).fetchone()
            found[number] = row[0] if row is not None else ""
    return found
