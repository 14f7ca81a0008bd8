"""The history on disk: what is saved comes back, whole and in order, and nothing is overwritten."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from app.domain.aws import ActionState, Decision
from app.domain.conversation import ConversationSettings, NodeState, OpenedConversation
from app.domain.errors import NotFoundError, StorageError, UsageError
from app.domain.stream import FinishReason, Usage
from app.storage.conversations import SqliteConversationStore
from app.storage.database import Database
from tests.storage_fixtures import (
    a_conversation,
    a_node,
    an_action,
    an_answer,
    asked,
    later,
    opened_conversations,
    unhurried,
)


async def test_making_a_store_touches_nothing_on_disk(tmp_path: Path) -> None:
    database = Database(tmp_path / "deep" / "baton.db")
    SqliteConversationStore(database)
    assert not (tmp_path / "deep").exists()
    await database.aclose()


async def test_a_conversation_and_its_branches_come_back_after_a_restart(tmp_path: Path) -> None:
    database = Database(tmp_path / "deep" / "baton.db")
    store = SqliteConversationStore(database)
    head = a_conversation(
        settings=ConversationSettings(model="local:tiny", parameters={"temperature": 0.5}), pinned=True
    )
    await store.add_conversation(head)
    question = a_node("q")
    usage = Usage(input_tokens=10, output_tokens=3, duration_s=0.25)
    first = a_node(
        "a1", parent="q", message=an_answer("one"), usage=usage, finish_reason=FinishReason.STOP, model="local:tiny"
    )
    second = a_node("a2", parent="q", message=an_answer("two"), state=NodeState.FAILED, error="It broke. Try again.")
    for node in (question, first, second):
        await store.add_node(node)
    await database.aclose()

    database = Database(tmp_path / "deep" / "baton.db")
    store = SqliteConversationStore(database)
    assert await store.conversation("c1") == replace(head, leaf_id="a2")
    tree = await store.tree("c1")
    assert list(tree.nodes.values()) == [question, first, second]
    assert tree.siblings("a1") == ("a1", "a2")
    await database.aclose()


async def test_pinned_conversations_stand_first_then_the_most_recently_changed(store: SqliteConversationStore) -> None:
    await store.add_conversation(a_conversation("old", updated_at=later(1)))
    await store.add_conversation(a_conversation("new", updated_at=later(2)))
    await store.add_conversation(a_conversation("kept", pinned=True))
    assert [found.id for found in await store.conversations()] == ["kept", "new", "old"]
    assert [found.id for found in await store.conversations(limit=1, offset=1)] == ["new"]
    await store.add_node(a_node("q", conversation="old", created_at=later(3)))
    assert [found.id for found in await store.conversations()] == ["kept", "old", "new"]


async def test_changing_a_conversation_keeps_its_messages(store: SqliteConversationStore) -> None:
    await store.add_conversation(a_conversation())
    await store.add_node(a_node("q"))
    await store.change_conversation("c1", lambda head: replace(head, title="Renamed"))
    assert list((await store.tree("c1")).nodes) == ["q"]
    assert (await store.conversation("c1")).title == "Renamed"


async def test_changes_made_at_once_all_come_to_stand(store: SqliteConversationStore) -> None:
    await store.add_conversation(a_conversation())
    await asyncio.gather(
        store.change_conversation("c1", lambda head: replace(head, title="Renamed")),
        store.add_node(a_node("q")),
        store.change_conversation("c1", lambda head: replace(head, pinned=True)),
    )
    kept = await store.conversation("c1")
    assert (kept.title, kept.leaf_id, kept.pinned) == ("Renamed", "q", True)


async def test_deleting_removes_messages_actions_and_hits_and_nothing_else(store: SqliteConversationStore) -> None:
    for identity in ("c1", "c2"):
        await store.add_conversation(a_conversation(identity))
        await store.add_node(a_node("q", "quokka", conversation=identity))
        await store.save_action(an_action(conversation=identity, state=ActionState.DONE))
    await store.erase(["c1"])
    with pytest.raises(NotFoundError):
        await store.tree("c1")
    assert await store.actions("c1") == []
    assert [hit.conversation_id for hit in await store.search(asked("quokka"))] == ["c2"]
    assert len(await store.actions("c2")) == 1


async def test_a_very_long_conversation_can_be_deleted(store: SqliteConversationStore) -> None:
    nodes = [a_node(f"n{at}", parent=f"n{at - 1}" if at else None) for at in range(3000)]
    await store.add_conversation(a_conversation(leaf_id="n2999"), nodes, ())
    await store.erase(["c1"])
    assert await store.conversations() == []


@pytest.mark.parametrize(
    "use",
    [
        lambda store: store.conversation("nobody"),
        lambda store: store.tree("nobody"),
        lambda store: store.change_conversation("nobody", lambda head: head),
        lambda store: store.add_node(a_node("q", conversation="nobody")),
        lambda store: store.save_node(a_node("q", conversation="nobody")),
        lambda store: store.add_node(a_node("q", parent="nobody")),
    ],
)
async def test_what_is_not_there_is_named(
    store: SqliteConversationStore, use: Callable[[SqliteConversationStore], Awaitable[object]]
) -> None:
    await store.add_conversation(a_conversation())
    with pytest.raises(NotFoundError, match=r"nobody|'q'"):
        await use(store)
    assert not (await store.tree("c1")).nodes


async def test_a_used_id_is_refused_and_the_message_stays(store: SqliteConversationStore) -> None:
    await store.add_conversation(a_conversation())
    await store.add_node(a_node("q", "first"))
    with pytest.raises(UsageError, match="'q'"):
        await store.add_node(a_node("q", "second"))
    assert (await store.tree("c1")).nodes["q"].message.text == "first"


async def test_an_import_comes_in_whole_or_not_at_all(store: SqliteConversationStore) -> None:
    with pytest.raises(UsageError):
        await store.add_conversation(a_conversation(), [a_node("q"), a_node("r", parent="lost")], [an_action()])
    assert await store.conversations() == []
    assert await store.actions("c1") == []
    assert await store.search(asked("hello")) == []


async def test_an_answer_grows_while_it_is_written(store: SqliteConversationStore) -> None:
    await store.add_conversation(a_conversation())
    node = a_node("a", message=an_answer(""), state=NodeState.STREAMING)
    await store.add_node(node)
    for text in ("The", "The bucket", "The bucket is there"):
        await store.save_node(replace(node, message=an_answer(text)))
        kept = (await store.tree("c1")).nodes["a"]
        assert (kept.message.text, kept.state) == (text, NodeState.STREAMING)
    await store.save_node(replace(node, message=an_answer("Done."), state=NodeState.COMPLETE, model="local:tiny"))
    kept = (await store.tree("c1")).nodes["a"]
    assert (kept.message.text, kept.state, kept.model) == ("Done.", NodeState.COMPLETE, "local:tiny")


async def test_what_is_unfinished_at_closing_is_marked(tmp_path: Path) -> None:
    database = Database(tmp_path / "baton.db")
    store = SqliteConversationStore(database)
    await store.add_conversation(a_conversation())
    await store.add_node(a_node("a", message=an_answer("half an ans"), state=NodeState.STREAMING))
    await store.save_action(an_action("runs", state=ActionState.RUNNING))
    await store.save_action(an_action("waits", state=ActionState.WAITING))
    await store.save_action(an_action("proposed", state=ActionState.PROPOSED))
    await store.save_action(an_action("done", state=ActionState.DONE))
    await database.aclose()

    database = Database(tmp_path / "baton.db")
    store = SqliteConversationStore(database)
    assert (await store.tree("c1")).nodes["a"].state is NodeState.INTERRUPTED
    assert [hit.node_id for hit in await store.search(asked("half"))] == ["a"]
    runs, waits, proposed, done = await store.actions("c1")
    assert runs.state is ActionState.INTERRUPTED
    assert "unknown" in (runs.error or "")
    for refused in (waits, proposed):
        assert (refused.state, refused.decision) == (ActionState.REFUSED, Decision.NOBODY_THERE)
        assert "not run" in (refused.error or "")
    assert done == an_action("done", state=ActionState.DONE)
    await database.aclose()


async def test_two_stores_on_one_file_work_at_once_and_see_each_other(tmp_path: Path) -> None:
    one, other = Database(tmp_path / "baton.db"), Database(tmp_path / "baton.db")
    window, command = SqliteConversationStore(one), SqliteConversationStore(other)
    await asyncio.gather(window.add_conversation(a_conversation()), command.add_conversation(a_conversation("c2")))

    async def fill(store: SqliteConversationStore, conversation: str) -> None:
        for at in range(40):
            await store.add_node(a_node(f"n{at}", parent=f"n{at - 1}" if at else None, conversation=conversation))

    await asyncio.gather(fill(window, "c1"), fill(command, "c2"))
    assert len((await window.tree("c2")).nodes) == 40
    assert len((await command.tree("c1")).nodes) == 40
    await one.aclose()
    await other.aclose()


async def test_many_first_uses_at_once_wait_for_the_one_opening(tmp_path: Path) -> None:
    for attempt in range(10):
        database = Database(tmp_path / f"{attempt}.db")
        store = SqliteConversationStore(database)
        found = await asyncio.gather(
            *(store.conversations() for _ in range(5)),
            store.add_conversation(a_conversation()),
            *(store.search(asked("x")) for _ in range(5)),
        )
        assert all(listed in ([], [a_conversation()]) for listed in found[:5])
        assert await store.conversations() == [a_conversation()]
        await database.aclose()


async def test_an_answer_another_living_baton_writes_is_left_alone(tmp_path: Path) -> None:
    one, other = Database(tmp_path / "baton.db"), Database(tmp_path / "baton.db")
    window, command = SqliteConversationStore(one), SqliteConversationStore(other)
    await window.add_conversation(a_conversation())
    node = a_node("a", message=an_answer("so far"), state=NodeState.STREAMING)
    await window.add_node(node)
    assert (await command.tree("c1")).nodes["a"].state is NodeState.STREAMING
    await other.aclose()
    await window.save_node(replace(node, message=an_answer("so far so good")))
    assert (await window.tree("c1")).nodes["a"].message.text == "so far so good"
    await one.aclose()


async def test_an_action_that_ends_after_its_conversation_was_deleted_is_kept_for_its_return(
    store: SqliteConversationStore,
) -> None:
    running = an_action(state=ActionState.RUNNING)
    await store.add_conversation(a_conversation())
    await store.add_node(a_node("q"))
    await store.save_action(running)
    await store.erase(["c1"])
    await store.save_action(replace(running, state=ActionState.DONE))
    await store.add_conversation(a_conversation(), [a_node("q")], [running])
    assert [action.state for action in await store.actions("c1")] == [ActionState.DONE]


async def test_a_cancelled_caller_leaves_the_store_working(store: SqliteConversationStore) -> None:
    task = asyncio.create_task(store.add_conversation(a_conversation()))
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await store.add_conversation(a_conversation("c2"))
    assert "c2" in [found.id for found in await store.conversations()]


async def test_a_closed_history_says_so(tmp_path: Path) -> None:
    database = Database(tmp_path / "baton.db")
    await database.open()
    await database.aclose()
    await database.aclose()
    with pytest.raises(StorageError, match="closed"):
        await SqliteConversationStore(database).conversations()


async def test_ids_are_found_by_their_beginning(store: SqliteConversationStore) -> None:
    for identity in ("abc1", "abc2", "abd", "ABC3"):
        await store.add_conversation(a_conversation(identity))
    assert await store.matching_ids("abc") == ["abc1", "abc2"]
    assert await store.matching_ids("abd") == ["abd"]
    assert await store.matching_ids("x") == []


@settings(unhurried, max_examples=25)
@given(opened_conversations(identity="c1"))
def test_whatever_is_put_in_comes_out_the_same(opened: OpenedConversation) -> None:
    async def there_and_back() -> None:
        with tempfile.TemporaryDirectory() as folder:
            database = Database(Path(folder) / "baton.db")
            store = SqliteConversationStore(database)
            nodes = tuple(opened.tree.nodes.values())
            await store.add_conversation(opened.conversation, nodes, opened.actions)
            assert await store.conversation("c1") == opened.conversation
            assert tuple((await store.tree("c1")).nodes.values()) == nodes
            assert list(await store.actions("c1")) == list(opened.actions)
            await database.aclose()

    asyncio.run(there_and_back())
