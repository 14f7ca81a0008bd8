"""Folders, archive and bin: every move has a way back, and an export carries where a chat lies."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.errors import UsageError
from app.domain.searching import Place
from app.services.chat_places import BIN_DAYS, ChatPlaces
from app.services.history import HistoryService
from app.storage.blobs import SqliteBlobStore
from app.storage.conversations import SqliteConversationStore
from app.storage.database import Database
from tests.storage_fixtures import a_conversation, a_node

pytest_plugins = ["tests.storage_fixtures"]


@pytest.fixture
async def history(store: SqliteConversationStore) -> HistoryService:
    for identity in ("a", "b", "c"):
        await store.add_conversation(a_conversation(identity, leaf_id="q"), [a_node("q", conversation=identity)])
    return HistoryService(store, SqliteBlobStore(store._database))


@pytest.fixture
def places(history: HistoryService) -> ChatPlaces:
    return history.places


async def listed(history: HistoryService, place: Place = Place.CHATS) -> set[str]:
    return {head.id for head in await history.list(place=place)}


async def test_several_chats_are_moved_at_once_and_put_back_as_they_lay(
    history: HistoryService, places: ChatPlaces
) -> None:
    await places.move(["b"], "Home")
    before = await places.heads(["a", "b"])
    await places.move(["a", "b", "nobody"], "Work/ Costs  of May")
    assert {head.folder for head in await places.heads(["a", "b"])} == {"Work/Costs of May"}
    assert await places.folders() == ["Home", "Work", "Work/Costs of May"]
    await places.archive(["a"], True)
    assert (await listed(history), await listed(history, Place.ARCHIVE)) == ({"b", "c"}, {"a"})
    await places.to_bin(["a", "b"])
    assert (await listed(history), await listed(history, Place.BIN)) == ({"c"}, {"a", "b"})
    await places.put_as(before)
    assert await listed(history) == {"a", "b", "c"}
    assert [head.folder for head in await places.heads(["a", "b"])] == ["", "Home"]


async def test_a_folder_is_renamed_with_all_in_it_and_taken_away_without_its_chats(
    history: HistoryService, places: ChatPlaces
) -> None:
    await places.move(["a"], "Work")
    await places.move(["b"], "Work/Costs")
    await places.add_folder("Empty")
    await places.rename_folder("Work", "Job")
    assert [head.folder for head in await places.heads(["a", "b"])] == ["Job", "Job/Costs"]
    assert await places.folders() == ["Empty", "Job", "Job/Costs"]
    await places.remove_folder("Job")
    assert [head.folder for head in await places.heads(["a", "b"])] == ["", ""]
    assert await places.folders() == ["Empty"]
    assert await listed(history) == {"a", "b", "c"}


@pytest.mark.parametrize("path", ["", " / ", "a/b/c", "archive", "Bin/x", "x" * 61])
async def test_names_that_no_folder_can_have_are_refused(places: ChatPlaces, path: str) -> None:
    with pytest.raises(UsageError):
        await places.add_folder(path)


async def test_a_folder_lies_neither_in_itself_nor_two_deep(places: ChatPlaces) -> None:
    await places.add_folder("Work/Costs")
    for to in ("Work/Work", "Home/Work"):
        with pytest.raises(UsageError):
            await places.rename_folder("Work", to)
    assert await places.folders() == ["Work", "Work/Costs"]


async def test_the_bin_is_kept_for_a_while_and_then_cleared(history: HistoryService, places: ChatPlaces) -> None:
    await places.to_bin(["a"])
    soon, later = (datetime.now(UTC) + timedelta(days=days) for days in (BIN_DAYS - 1, BIN_DAYS + 1))
    assert await places.erase_old(now=soon) == []
    assert await listed(history, Place.BIN) == {"a"}
    assert await places.erase_old(now=later) == ["a"]
    assert await listed(history, Place.BIN) == set()
    await places.to_bin(["b", "c"])
    assert {*await places.empty_bin()} == {"b", "c"}
    assert await listed(history, Place.BIN) == await listed(history) == set()


async def test_a_chat_that_goes_on_leaves_the_bin(
    history: HistoryService, places: ChatPlaces, store: SqliteConversationStore
) -> None:
    await places.to_bin(["a"])
    await store.add_node(a_node("q2", parent="q", conversation="a"))
    assert await listed(history) == {"a", "b", "c"}


async def test_an_export_carries_where_chats_lie_and_leaves_the_bin_out(
    history: HistoryService, places: ChatPlaces, tmp_path: object
) -> None:
    await places.move(["a"], "Work/Costs")
    await places.archive(["b"], True)
    await places.pin(["b"], True)
    exported = await history.export_json()
    await places.to_bin(["c"])
    assert '"id": "c"' not in await history.export_json()
    database = Database(tmp_path / "other.db")  # type: ignore[operator]  # it is a path
    other = HistoryService(SqliteConversationStore(database), SqliteBlobStore(database))
    await other.import_text(exported)
    assert await other.export_json() == exported
    assert await other.places.folders() == ["Work", "Work/Costs"]
    assert await listed(other, Place.ARCHIVE) == {"b"}
    await database.aclose()
