"""Messages that are deleted from a conversation: what goes, what stays, and that all of it comes back."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.conversation import Node, NodeState, Tree
from app.domain.errors import NotFoundError, UsageError
from app.domain.messages import AttachmentPart, Message, Role, TextPart, ToolCallPart, ToolResultPart
from app.domain.removals import branch_of, leaf_without, turn_of, without
from app.services.history import HistoryService
from app.storage.blobs import SqliteBlobStore
from app.storage.conversations import SqliteConversationStore
from app.storage.database import Database
from app.storage.loose_blobs import drop_loose
from app.storage.removals import destroy_old
from app.storage.salvage import salvage
from tests.storage_fixtures import a_conversation, a_node, an_action, an_answer, unhurried


def answer(identity: str, parent: str, text: str = "yes", **more: object) -> Node:
    return a_node(identity, parent=parent, message=an_answer(text), **more)


def three_turns() -> list[Node]:
    """q1 with two answers, q2 after the newer one with a tool used, q3 after that."""
    asked = Message(role=Role.ASSISTANT, parts=(ToolCallPart(call_id="call-1", name="aws_call", arguments="{}"),))
    told = Message(role=Role.TOOL, parts=(ToolResultPart(call_id="call-1", name="aws_call", content="done"),))
    return [
        a_node("q1", "first question"),
        answer("a1", "q1", "older answer"),
        answer("a1b", "q1", "newer answer"),
        a_node("q2", "second question", parent="a1b"),
        a_node("t2", parent="q2", message=asked),
        a_node("r2", parent="t2", message=told),
        answer("a2", "r2", "second answer"),
        a_node("q3", "third question", parent="a2"),
        answer("a3", "q3", "third answer"),
    ]


async def filled(database: Database) -> tuple[SqliteConversationStore, HistoryService]:
    store = SqliteConversationStore(database)
    await store.add_conversation(a_conversation(leaf_id="a3"), three_turns(), [an_action("x1", call_id="call-1")])
    return store, HistoryService(store, SqliteBlobStore(database))


async def test_a_deleted_turn_takes_its_answers_with_it_and_what_follows_stays(database: Database) -> None:
    _, history = await filled(database)
    removed = await history.remove_turn("c1", "q2")
    assert [node.id for node in removed.opened.tree.path("a3")] == ["q1", "a1b", "q3", "a3"]
    assert removed.opened.conversation.leaf_id == "a3"
    assert removed.removal.messages == 4
    assert not removed.opened.actions, "the card of a call that was deleted"
    assert not await history.search("second")


@pytest.mark.parametrize(("limit", "shown"), [(1, ["a3"]), (2, ["q3", "a3"]), (3, ["a1b", "q3", "a3"])])
async def test_the_end_of_a_branch_is_read_without_what_was_deleted(
    database: Database, limit: int, shown: list[str]
) -> None:
    store, history = await filled(database)
    tree = (await history.remove_turn("c1", "q2")).opened.tree
    found = await store.branch_end("c1", "a3", limit=limit)
    assert [node.id for node in found] == shown
    assert [node.parent_id for node in found] == [tree.nodes[node.id].parent_id for node in found]


async def test_a_deleted_branch_takes_all_after_it_and_shows_the_nearest_version(database: Database) -> None:
    _, history = await filled(database)
    removed = await history.remove_branch("c1", "a1b")
    assert set(removed.opened.tree.nodes) == {"q1", "a1"}
    assert removed.opened.conversation.leaf_id == "a1"


@pytest.mark.parametrize("node_id", ["q2", "a1b", "q3", "t2"])
async def test_what_was_deleted_comes_back_whole_after_a_restart(tmp_path: Path, node_id: str) -> None:
    first = Database(tmp_path / "own.db")
    _, history = await filled(first)
    before = await history.open("c1")
    await history.remove_branch("c1", node_id)
    await first.aclose()

    second = Database(tmp_path / "own.db")
    store = SqliteConversationStore(second)
    history = HistoryService(store, SqliteBlobStore(second))
    assert node_id not in (await history.open("c1")).tree.nodes
    (removal,) = await history.removals("c1")
    after = await history.put_back(removal)
    assert after == before
    assert await history.removals("c1") == []
    assert await history.search("third answer")
    assert await history.search("logs"), "the action's card is found again"
    with pytest.raises(NotFoundError):
        await history.put_back(removal)
    await second.aclose()


async def test_a_message_asked_meanwhile_stays_where_it_was_asked(database: Database) -> None:
    store, history = await filled(database)
    removed = await history.remove_turn("c1", "q3")
    assert removed.opened.conversation.leaf_id == "a2"
    await store.add_node(a_node("q4", "fourth question", parent="a2"))
    after = await history.put_back(removed.removal)
    assert after.tree.siblings("q4") == ("q3", "q4")


async def test_two_deletions_come_back_in_either_order(database: Database) -> None:
    _, history = await filled(database)
    before = await history.open("c1")
    inner = await history.remove_turn("c1", "q3")
    outer = await history.remove_branch("c1", "q2")
    assert [item.id for item in await history.removals("c1")] == [outer.removal.id, inner.removal.id]
    await history.put_back(inner.removal)
    assert (await history.put_back(outer.removal)).tree == before.tree


async def test_a_chat_is_never_left_empty(database: Database) -> None:
    _, history = await filled(database)
    with pytest.raises(UsageError, match="Nothing of this chat would be left"):
        await history.remove_branch("c1", "q1")
    assert len((await history.open("c1")).tree.nodes) == 9


async def test_after_its_time_what_was_deleted_is_gone_from_the_file(database: Database) -> None:
    store, history = await filled(database)
    blobs = SqliteBlobStore(database)
    sha256 = await blobs.put(b"secret bytes")
    part = AttachmentPart(name="key.txt", media_type="text/plain", sha256=sha256, size_bytes=12)
    with_file = Message(role=Role.USER, parts=(part, TextPart(text="look at the key")))
    await store.add_node(a_node("q4", parent="a3", message=with_file))
    await history.remove_turn("c1", "q2")
    await history.remove_branch("c1", "q4")
    shown = await history.open("c1")

    destroying = Database(database.path)
    await destroying.open()
    await database.aclose()
    connection = destroying._connection()  # as opening does a day later
    destroy_old(connection, kept=timedelta(0))
    drop_loose(connection, older_than_s=-1)
    assert {row[0] for row in connection.execute("SELECT id FROM nodes")} == {"q1", "a1", "a1b", "q3", "a3"}
    assert not connection.execute("SELECT 1 FROM actions").fetchall()
    assert not connection.execute("SELECT 1 FROM blobs").fetchall()
    assert not connection.execute("SELECT 1 FROM removed_nodes").fetchall()
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    await destroying.aclose()

    again = Database(database.path)
    assert (await HistoryService(SqliteConversationStore(again), SqliteBlobStore(again)).open("c1")) == shown
    await again.aclose()


async def test_what_was_deleted_stays_deleted_when_a_damaged_file_is_saved(database: Database, tmp_path: Path) -> None:
    _, history = await filled(database)
    await history.remove_turn("c1", "q2")
    await database.aclose()
    fresh = Database(tmp_path / "fresh.db")
    await fresh.open()
    salvage(database.path, fresh._connection())  # as the opening of a damaged file does
    saved = HistoryService(SqliteConversationStore(fresh), SqliteBlobStore(fresh))
    assert "q2" not in (await saved.open("c1")).tree.nodes
    assert not await saved.search("second")
    (removal,) = await saved.removals("c1")
    assert "q2" in (await saved.put_back(removal)).tree.nodes
    await fresh.aclose()


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    nodes: list[Node] = []
    for number in range(draw(st.integers(1, 24))):
        parent = None if number == 0 else draw(st.sampled_from([None, *(node.id for node in nodes)]))
        role = draw(st.sampled_from([Role.USER, Role.ASSISTANT]))
        nodes.append(a_node(f"n{number}", parent=parent, message=Message(role=role, parts=())))
    return Tree.of(nodes)


@unhurried
@given(trees(), st.data())
def test_whatever_is_deleted_the_rest_is_a_tree_in_its_order_and_a_leaf_is_shown(
    tree: Tree, data: st.DataObject
) -> None:
    node_id = data.draw(st.sampled_from(sorted(tree.nodes)))
    leaf_id = tree.newest_leaf(data.draw(st.sampled_from(sorted(tree.nodes))))
    gone = data.draw(st.sampled_from([turn_of, branch_of]))(tree, node_id)
    left = Tree.of(without(tree.nodes.values(), gone))
    assert list(left.nodes) == [name for name in tree.nodes if name not in gone]
    shown = leaf_without(tree, gone, leaf_id)
    assert (shown is None) is not bool(left.nodes)
    if shown is not None:
        assert shown in left.nodes
        assert not left.children.get(shown), "the end of a branch"
    for name in left.nodes:
        kept = [node.id for node in tree.path(name) if node.id not in gone]
        assert [node.id for node in left.path(name)] == kept


def test_thousands_of_turns_are_deleted_without_recursion() -> None:
    nodes = [a_node("n0")]
    nodes += [a_node(f"n{at}", parent=f"n{at - 1}", state=NodeState.COMPLETE) for at in range(1, 6_000)]
    tree = Tree.of(nodes)
    assert len(branch_of(tree, "n1")) == 5_999
    assert leaf_without(tree, branch_of(tree, "n1"), "n5999") == "n0"
