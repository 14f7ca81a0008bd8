"""The history's port on SQLite: conversations, their trees, their actions and the search over all of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from app.domain.aws import Action
from app.domain.conversation import Conversation, Node, NodeState, Tree
from app.domain.encoding import from_plain
from app.domain.errors import NotFoundError, UsageError
from app.domain.language import tr
from app.domain.removals import Removal, without
from app.domain.searching import Place, Search, SearchHit
from app.storage import removals, rows
from app.storage.columns import loaded, micros
from app.storage.database import Database
from app.storage.finding import find
from app.storage.interrupted import abandon, ended
from app.storage.placing import changed_heads, erase, erase_old, folders, listed, move_folder
from app.storage.writer import is_alive


class SqliteConversationStore:
    """Implements :class:`app.domain.ports.ConversationStore` over a :class:`Database`, which its owner closes.

    A message being written belongs to this process. What another process was writing when it died becomes
    ``INTERRUPTED`` when the database is opened, or when its conversation is.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def notices(self) -> Sequence[str]:
        """What happened on opening that the person must know; known once the database has been used."""
        return self._database.notices

    async def conversations(
        self, *, place: Place = Place.CHATS, limit: int = 200, offset: int = 0
    ) -> Sequence[Conversation]:
        """What lies in ``place``: pinned ones first, then the most recently changed; in the bin, the last deleted."""
        return await self._database.read(lambda at: listed(at, place, limit, offset))

    async def conversation(self, conversation_id: str) -> Conversation:
        """Raises :class:`NotFoundError`."""
        return await self._database.read(lambda at: _conversation(at, conversation_id))

    async def matching_ids(self, beginning: str, *, limit: int = 2) -> Sequence[str]:
        """Ids of conversations that begin so, at most ``limit``."""
        after = beginning[:-1] + chr(ord(beginning[-1]) + 1) if beginning else "\U0010ffff"
        sql = "SELECT id FROM conversations WHERE id >= ? AND id < ? ORDER BY id LIMIT ?"
        found = await self._database.read(lambda at: at.execute(sql, (beginning, after, limit)).fetchall())
        return [identity for (identity,) in found]

    async def change_conversation(
        self, conversation_id: str, change: Callable[[Conversation], Conversation]
    ) -> Conversation:
        """Replace a conversation's head by what ``change`` makes of it, in one transaction, on the writing thread.

        Raises :class:`NotFoundError`.
        """

        def work(at: sqlite3.Connection) -> Conversation:
            changed = change(_conversation(at, conversation_id))
            rows.put_conversation(at, changed)
            return changed

        return await self._database.write(work)

    async def change_conversations(
        self, ids: Sequence[str], change: Callable[[Conversation], Conversation]
    ) -> Sequence[Conversation]:
        """Like :meth:`change_conversation` for several, all or nothing; those that are not there are left out."""
        return await self._database.write(lambda at: changed_heads(at, ids, change))

    async def erase(self, ids: Sequence[str]) -> None:
        """Delete conversations for good, with their messages and actions; those that are not there are left out.

        Files that no other conversation has stay a while, as one of them may be put back out of an export.
        """
        await self._database.write(lambda at: erase(at, ids))

    async def erase_old(self, deleted_before: datetime) -> Sequence[str]:
        """Erase what has lain in the bin since before that, and return the ids."""
        return await self._database.write(lambda at: erase_old(at, micros(deleted_before)))

    async def folders(self) -> Sequence[str]:
        """The paths of all folders, in the order of their names."""
        return await self._database.read(folders)

    async def add_folder(self, path: str) -> None:
        """Make a folder; one that is there already stays."""
        await self._database.write(lambda at: rows.put_folder(at, path))

    async def move_folder(self, path: str, to: str) -> None:
        """Rename a folder with all that lies in it; an empty ``to`` takes it away and keeps its conversations."""
        await self._database.write(lambda at: move_folder(at, path, to))

    async def tree(self, conversation_id: str) -> Tree:
        """All branches, in order of creation. Raises :class:`NotFoundError`."""
        tree, dead = await self._database.read(lambda at: _tree(at, conversation_id))
        if dead:
            await self._abandon(dead)
            tree, _ = await self._database.read(lambda at: _tree(at, conversation_id))
        return tree

    async def branch_end(self, conversation_id: str, leaf_id: str, *, limit: int) -> Sequence[Node]:
        """The last messages of the branch that ends at ``leaf_id``, oldest first; none where it is not there."""
        return await self._database.read(lambda at: _branch_end(at, conversation_id, leaf_id, limit))

    async def add_node(self, node: Node) -> None:
        """Add a node, make it the conversation's leaf and the conversation the most recently changed, out of the bin.

        Raises :class:`NotFoundError` for an unknown conversation or parent, :class:`UsageError` for a used id.
        """
        writer = self._database.writer

        def work(at: sqlite3.Connection) -> None:
            changed = at.execute(
                "UPDATE conversations SET leaf_id = ?, updated_at = max(updated_at, ?), deleted_at = NULL WHERE id = ?",
                (node.id, micros(node.created_at), node.conversation_id),
            )
            if not changed.rowcount:
                raise _no_conversation(node.conversation_id)
            _insert_nodes(at, [node], writer)

        await self._database.write(work)

    async def save_node(self, node: Node) -> None:
        """Replace what a node holds. Raises :class:`NotFoundError`, also where its conversation was deleted meanwhile.

        Cheap while the node is ``STREAMING``: one row, no index, no flush of its own (see :class:`Database`).
        """
        writer = self._database.writer

        def work(at: sqlite3.Connection) -> None:
            if not rows.update_node(at, node, writer):
                raise NotFoundError(
                    tr("There is no message {id}; its conversation may have been deleted.", id=repr(node.id))
                )

        await self._database.write(work, durable=node.state is not NodeState.STREAMING)

    async def save_action(self, action: Action) -> None:
        """Write an action, new or changed; also one whose conversation was deleted while it ran."""
        await self._database.write(lambda at: rows.put_action(at, action, self._database.writer))

    async def actions(self, conversation_id: str) -> Sequence[Action]:
        """A conversation's actions, oldest first; those of removed messages, and damaged ones, are left out."""
        found, dead = await self._database.read(lambda at: _actions(at, conversation_id))
        if dead:
            await self._abandon(dead)
            found, _ = await self._database.read(lambda at: _actions(at, conversation_id))
        return found

    async def remove_nodes(
        self, conversation_id: str, node_ids: Collection[str], removal: Removal, *, leaf_id: str | None
    ) -> Conversation:
        """Leave messages out from now on, until :meth:`restore_nodes`; ``leaf_id`` ends the branch shown then.

        They can be brought back for a day, also by another run. Raises :class:`NotFoundError`.
        """

        def work(at: sqlite3.Connection) -> Conversation:
            changed = replace(_conversation(at, conversation_id), leaf_id=leaf_id)
            removals.remove(at, conversation_id, node_ids, removal)
            rows.put_conversation(at, changed)
            return changed

        return await self._database.write(work)

    async def restore_nodes(self, conversation_id: str, removal_id: str) -> Conversation:
        """Put back what was removed at once, and show the branch that was shown before.

        Raises :class:`NotFoundError`, also where it was destroyed or brought back meanwhile.
        """

        def work(at: sqlite3.Connection) -> Conversation:
            changed = _conversation(at, conversation_id)
            leaf_id = removals.restore(at, conversation_id, removal_id)
            changed = replace(changed, leaf_id=leaf_id or changed.leaf_id)
            rows.put_conversation(at, changed)
            return changed

        return await self._database.write(work)

    async def removals(self, conversation_id: str) -> Sequence[Removal]:
        """What can be brought back into a conversation, newest first."""
        return await self._database.read(lambda at: removals.removals(at, conversation_id))

    async def search(self, search: Search, *, limit: int = 50, older_than: int | None = None) -> Sequence[SearchHit]:
        """Titles, messages and actions that hold every word and pass every filter, titles first, then the newest.

        What a title or an action is found by leads to the message it belongs to.
        """
        return await self._database.read(lambda at: find(at, search, limit, older_than))

    async def add_conversation(
        self, conversation: Conversation, nodes: Sequence[Node] = (), actions: Sequence[Action] = ()
    ) -> None:
        """Add a conversation with whatever it holds already, all or nothing.

        Raises :class:`UsageError` where the id is used or a parent is missing.

        Nobody writes an imported message or runs an imported action: unfinished ones come in as interrupted.
        """
        writer = self._database.writer

        def work(at: sqlite3.Connection) -> None:
            if at.execute("SELECT 1 FROM conversations WHERE id = ?", (conversation.id,)).fetchone():
                raise UsageError(tr("The conversation {title} is there already.", title=repr(conversation.title)))
            rows.put_conversation(at, conversation)
            try:
                _insert_nodes(at, [_settled(node) for node in nodes], writer)
            except NotFoundError as error:
                raise UsageError(error.message) from error
            held = {
                row[0] for row in at.execute("SELECT id FROM actions WHERE conversation_id = ?", (conversation.id,))
            }
            for action in actions:
                if (
                    action.id not in held
                ):  # one that ended after its conversation was deleted is newer than a restored one
                    rows.put_action(at, ended(action), writer)

        await self._database.write(work, durable=False)

    async def _abandon(self, writers: Sequence[str]) -> None:
        def work(at: sqlite3.Connection) -> None:
            for writer in writers:
                abandon(at, writer)

        await self._database.write(work)


def _no_conversation(conversation_id: str) -> NotFoundError:
    return NotFoundError(
        tr("There is no conversation {conversation_id}.", conversation_id=repr(conversation_id)),
        remedy=tr("It may have been deleted; look in the list."),
    )


def _conversation(at: sqlite3.Connection, conversation_id: str) -> Conversation:
    sql = f"SELECT {rows.CONVERSATION} FROM conversations WHERE id = ?"  # noqa: S608 - our own names
    row = at.execute(sql, (conversation_id,)).fetchone()
    if row is None:
        raise _no_conversation(conversation_id)
    return rows.conversation_from(row)


def _tree(at: sqlite3.Connection, conversation_id: str) -> tuple[Tree, list[str]]:
    """The nodes, and the writers among theirs that are dead."""
    _conversation(at, conversation_id)
    sql = f"SELECT {rows.NODE}, writer FROM nodes WHERE conversation_id = ? ORDER BY number"  # noqa: S608 - our own names
    nodes: list[Node] = []
    writers: set[str | None] = set()
    for row in at.execute(sql, (conversation_id,)):  # one by one: all of them would leave holes in memory
        nodes.append(rows.node_from(row[:-1]))
        writers.add(row[-1])
    if removed := removals.removed_ids(at, conversation_id):
        nodes = without(nodes, removed)
    return Tree.of(_whole(nodes)), _dead(writers)


def _branch_end(at: sqlite3.Connection, conversation_id: str, leaf_id: str, limit: int) -> list[Node]:
    removed = removals.removed_ids(at, conversation_id)
    found: list[Node] = []
    shown = 0
    node_id: str | None = leaf_id
    sql = f"SELECT {rows.NODE} FROM nodes WHERE conversation_id = ? AND id = ?"  # noqa: S608 - our own names
    # What stood under a removed one stands higher, so the way goes on to the first that is there.
    while node_id is not None and (shown < limit or node_id in removed):
        row = at.execute(sql, (conversation_id, node_id)).fetchone()
        if row is None:
            break
        found.append(rows.node_from(row))
        shown += node_id not in removed
        node_id = found[-1].parent_id
    return without(found[::-1], removed)


def _whole(nodes: Iterable[Node]) -> Iterable[Node]:
    """``nodes``, those whose parent was lost to damage as roots."""
    seen: set[str | None] = {None}
    for node in nodes:
        yield node if node.parent_id in seen else replace(node, parent_id=None)
        seen.add(node.id)


def _actions(at: sqlite3.Connection, conversation_id: str) -> tuple[list[Action], list[str]]:
    found = at.execute(
        "SELECT body, writer FROM actions WHERE conversation_id = ? ORDER BY number", (conversation_id,)
    ).fetchall()
    actions = []
    hidden = removals.removed_calls(at, conversation_id)
    for body, _ in found:
        try:
            action = from_plain(Action, loaded(body))
        except ValueError:
            continue
        if action.call_id is None or action.call_id not in hidden:
            actions.append(action)
    return actions, _dead(row[-1] for row in found)


def _dead(writers: Iterable[str | None]) -> list[str]:
    return sorted(writer for writer in {*writers} if writer is not None and not is_alive(writer))


def _insert_nodes(at: sqlite3.Connection, nodes: Sequence[Node], writer: str) -> None:
    for node in nodes:
        key = (node.conversation_id, node.id)
        if at.execute("SELECT 1 FROM nodes WHERE conversation_id = ? AND id = ?", key).fetchone():
            raise UsageError(tr("There is a message {id} in this conversation already.", id=repr(node.id)))
        parent = (node.conversation_id, node.parent_id)
        if (
            node.parent_id is not None
            and not at.execute("SELECT 1 FROM nodes WHERE conversation_id = ? AND id = ?", parent).fetchone()
        ):
            raise NotFoundError(
                tr(
                    "There is no message {parent_id} to stand under in this conversation.",
                    parent_id=repr(node.parent_id),
                )
            )
        rows.insert_node(at, node, writer)


def _settled(node: Node) -> Node:
    return replace(node, state=NodeState.INTERRUPTED) if node.state is NodeState.STREAMING else node
