"""What ``baton bench history`` says; how long anything takes here is not judged."""

from __future__ import annotations

from pathlib import Path

from app.storage.bench.filling import fill
from app.storage.bench.measure import measure_history
from app.storage.conversations import SqliteConversationStore
from app.storage.database import Database
from tests.storage_fixtures import asked


async def test_every_goal_of_the_history_has_its_figure(tmp_path: Path) -> None:
    figures = await measure_history(tmp_path, messages=600, conversations=40)
    goals = [figure for figure in figures if figure.goal is not None]
    assert all(figure.value >= 0 for figure in goals)
    words = " ".join(figure.name for figure in goals)
    for told in ("first 50 hits", "next 50", "opening", "list", "writing"):
        assert told in words


async def test_what_is_filled_in_batches_is_what_the_store_would_have(tmp_path: Path) -> None:
    database = Database(tmp_path / "long.db")
    store = SqliteConversationStore(database)
    filled = await database.write(lambda at: fill(at, 400, 20))
    (first, *_) = (await store.tree("c3")).nodes.values()
    hits = await store.search(asked(f'"{first.message.text}"'))
    assert [(hit.conversation_id, hit.node_id) for hit in hits] == [("c3", first.id)]
    assert len(await store.search(asked("role:assistant"), limit=1000)) == filled.messages // 2
    assert all(
        hit.conversation_id in ("c1", "c5", "c9", "c13", "c17") for hit in await store.search(asked("model:haiku"))
    )
    await database.aclose()
