"""The history as a person handles it: drafts, names, branches, deleting with a way back, ids by their beginning."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.conversation import ConversationSettings
from app.domain.errors import NotFoundError, UsageError
from app.domain.searching import Place
from app.services.history import HistoryService
from app.storage.blobs import SqliteBlobStore
from app.storage.conversations import SqliteConversationStore
from tests.storage_fixtures import a_conversation, a_node, an_action, an_answer

LONG = "0123456789abcdef"


@pytest.fixture
def history(store: SqliteConversationStore) -> HistoryService:
    return HistoryService(store, SqliteBlobStore(store._database))


@pytest.fixture
async def branched(store: SqliteConversationStore) -> HistoryService:
    """Two answers to one question, the second of which goes on."""
    await store.add_conversation(a_conversation(LONG))
    for identity, parent in (("q", None), ("a1", "q"), ("a2", "q"), ("q2", "a2"), ("a3", "q2")):
        await store.add_node(a_node(identity, identity, parent=parent, conversation=LONG))
    return HistoryService(store, SqliteBlobStore(store._database))


async def test_a_new_conversation_is_not_on_disk_but_can_be_handled(history: HistoryService) -> None:
    draft = await history.create(ConversationSettings(model="local:tiny"))
    assert await history.list() == []
    opened = await history.open(draft.id)
    assert opened.conversation == draft
    assert not opened.tree.nodes
    configured = await history.configure(draft.id, ConversationSettings(model="local:other"))
    named = await history.rename(draft.id, "  My \n chat ")
    assert named == replace(configured, title="My chat", titled=True)
    assert (await history.pin(draft.id, True)).pinned
    assert await history.list() == []


async def test_a_conversation_written_meanwhile_is_changed_on_disk(
    history: HistoryService, store: SqliteConversationStore
) -> None:
    draft = await history.create()
    await store.add_conversation(replace(draft, title="First words"))
    await store.add_node(a_node("q", conversation=draft.id))
    assert (await history.pin(draft.id, True)).title == "First words"
    assert (await history.list())[0].pinned
    assert list((await history.open(draft.id)).tree.nodes) == ["q"]


async def test_names_are_kept_and_empty_ones_refused(branched: HistoryService) -> None:
    renamed = await branched.rename(LONG, "Logs and buckets")
    assert (renamed.title, renamed.titled) == ("Logs and buckets", True)
    with pytest.raises(UsageError):
        await branched.rename(LONG, " \n\t")
    assert (await branched.open(LONG)).conversation == renamed


async def test_a_branch_is_shown_down_to_its_newest_leaf(branched: HistoryService) -> None:
    assert (await branched.show_branch(LONG, "a1")).leaf_id == "a1"
    assert (await branched.show_branch(LONG, "a2")).leaf_id == "a3"
    assert (await branched.open(LONG)).conversation.leaf_id == "a3"
    with pytest.raises(NotFoundError):
        await branched.show_branch(LONG, "nobody")


async def test_what_was_deleted_comes_back_as_it_was(branched: HistoryService, store: SqliteConversationStore) -> None:
    from app.domain.aws import ActionState

    await store.save_action(an_action(conversation=LONG, state=ActionState.DONE))
    before = await branched.open(LONG)
    (deleted,) = await branched.places.to_bin([LONG, "nobody"])
    assert await branched.list() == []
    assert [head.id for head in await branched.list(place=Place.BIN)] == [deleted.id]
    await branched.places.restore([LONG])
    assert await branched.open(LONG) == before


async def test_a_unique_beginning_of_an_id_opens(branched: HistoryService, store: SqliteConversationStore) -> None:
    assert (await branched.open(LONG[:8])).conversation.id == LONG
    with pytest.raises(NotFoundError):
        await branched.open(LONG[:7])
    await store.add_conversation(a_conversation(LONG[:10] + "zzz"))
    with pytest.raises(NotFoundError, match="Several"):
        await branched.open(LONG[:8])
    assert (await branched.open(LONG[:11])).conversation.id == LONG
    with pytest.raises(NotFoundError):
        await branched.open("ffffffffff")


@pytest.mark.parametrize("text", ["", "%", "_", "*", "'"])
async def test_odd_ids_are_not_found(branched: HistoryService, text: str) -> None:
    with pytest.raises(NotFoundError):
        await branched.open(text)
    with pytest.raises(NotFoundError):
        await branched.open(text * 12)


async def test_search_goes_through(branched: HistoryService, store: SqliteConversationStore) -> None:
    await store.add_node(a_node("w", parent="a3", conversation=LONG, message=an_answer("a walrus")))
    assert [hit.node_id for hit in await branched.search("walrus")] == ["w"]


async def test_a_long_chats_end_is_there_before_the_rest(store: SqliteConversationStore) -> None:
    history = HistoryService(store, SqliteBlobStore(store._database))
    await store.add_conversation(a_conversation(LONG))
    for number in range(70):
        parent = f"n{number - 1}" if number else None
        await store.add_node(a_node(f"n{number}", "words", parent=parent, conversation=LONG))
    end = await history.open_end(LONG)
    assert end is not None
    assert list(end.tree.nodes) == [f"n{number}" for number in range(10, 70)]
    assert end.tree.nodes["n10"].parent_id is None
    assert end.conversation.leaf_id == "n69"


async def test_a_short_chat_is_opened_as_a_whole(branched: HistoryService) -> None:
    assert await branched.open_end(LONG) is None
