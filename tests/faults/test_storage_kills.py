"""Killed at any moment: everything a save returned for is there, and what was unfinished says so."""

from __future__ import annotations

import asyncio
import random
import re
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.domain.aws import ActionState
from app.domain.conversation import NodeState
from app.storage.audit import SqliteAuditLog
from app.storage.conversations import SqliteConversationStore
from app.storage.database import Database
from tests.storage_fixtures import a_conversation, a_node, asked

# A Baton that writes an answer as fast as it can and says after each save how far it is; then its letters are 7 a save.
STREAMS = """
import asyncio, sys
from dataclasses import replace
from pathlib import Path
from app.domain.aws import ActionState
from app.domain.conversation import NodeState
from app.storage.audit import SqliteAuditLog
from app.storage.conversations import SqliteConversationStore
from app.storage.database import Database
from tests.storage_fixtures import BEGUN, a_conversation, a_node, an_action, an_answer

async def main():
    database = Database(Path(sys.argv[1]))
    store = SqliteConversationStore(database)
    log = SqliteAuditLog(database)
    await store.add_conversation(a_conversation())
    await store.add_node(a_node("q", "question"))
    await store.save_action(an_action("runs", state=ActionState.RUNNING))
    await store.save_action(an_action("waits", state=ActionState.WAITING))
    node = a_node("a", parent="q", message=an_answer(""), state=NodeState.STREAMING)
    await store.add_node(node)
    print("begun", flush=True)
    for at in range(1, 100_000):
        await store.save_node(replace(node, message=an_answer("word%02d " % (at % 100) * at)))
        if at % 5 == 0:
            await log.append("done", "a", {"at": at}, at=BEGUN)
        print(at, flush=True)

asyncio.run(main())
"""


@dataclass(frozen=True, kw_only=True)
class Killed:
    """How far a killed process said it had come."""

    saved: int


def stream_and_kill(path: Path, after: int) -> Killed:
    """Let a process stream into ``path`` and kill it somewhere after its ``after``-th save returned."""
    process = subprocess.Popen([sys.executable, "-c", STREAMS, str(path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    saved = 0
    with process, process.stdout:
        for line in process.stdout:
            if line.strip().isdecimal():
                saved = int(line)
                if saved == after:
                    process.kill()
        process.wait()
    return Killed(saved=saved)


@pytest.mark.parametrize("seed", range(6))
def test_a_killed_answer_is_there_as_far_as_it_was_saved_and_marked(tmp_path: Path, seed: int) -> None:
    killed = stream_and_kill(tmp_path / "baton.db", random.Random(seed).randint(1, 120))
    assert killed.saved >= 1

    async def look() -> None:
        database = Database(tmp_path / "baton.db")
        store = SqliteConversationStore(database)
        tree = await store.tree("c1")
        assert database.notices == ()
        assert tree.nodes["q"].state is NodeState.COMPLETE
        answer = tree.nodes["a"]
        assert answer.state is NodeState.INTERRUPTED
        words = re.findall(r"word\d\d ", answer.message.text)
        assert len(words) >= killed.saved
        assert "".join(words) == answer.message.text
        assert (await store.conversation("c1")).leaf_id == "a"
        runs, waits = await store.actions("c1")
        assert (runs.state, waits.state) == (ActionState.INTERRUPTED, ActionState.REFUSED)
        assert [hit.node_id for hit in await store.search(asked("word"))] == ["a"]
        log = SqliteAuditLog(database)
        assert await log.verify() is None
        assert len(await log.entries()) >= killed.saved // 5
        await store.add_node(a_node("next", parent="a"))
        await database.aclose()

    asyncio.run(look())


def test_a_window_that_is_open_meanwhile_sees_the_kill_when_it_opens_the_conversation(tmp_path: Path) -> None:
    async def look() -> None:
        database = Database(tmp_path / "baton.db")
        store = SqliteConversationStore(database)
        await store.add_conversation(a_conversation("mine"))
        killed = await asyncio.to_thread(stream_and_kill, tmp_path / "baton.db", 20)
        answer = (await store.tree("c1")).nodes["a"]
        assert answer.state is NodeState.INTERRUPTED
        assert len(answer.message.text) >= killed.saved * 7
        assert [action.state for action in await store.actions("c1")] == [ActionState.INTERRUPTED, ActionState.REFUSED]
        await database.aclose()

    asyncio.run(look())


def test_an_answer_of_a_living_process_is_left_to_it_and_marked_once_that_is_killed(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", STREAMS, str(tmp_path / "baton.db")], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    drain = threading.Thread(target=process.stdout.read)

    async def state() -> NodeState:
        database = Database(tmp_path / "baton.db")
        answer = (await SqliteConversationStore(database).tree("c1")).nodes["a"]
        await database.aclose()
        return answer.state

    with process, process.stdout:
        assert process.stdout.readline() == "begun\n"
        drain.start()
        assert asyncio.run(state()) is NodeState.STREAMING
        process.kill()
        drain.join()
    assert asyncio.run(state()) is NodeState.INTERRUPTED


UPGRADES = """
import asyncio, sys
from pathlib import Path
from app.storage.database import Database
print("begun", flush=True)
database = Database(Path(sys.argv[1]))
asyncio.run(database.open())
print("done", flush=True)
"""


def test_a_kill_during_an_upgrade_leaves_a_history_that_can_be_upgraded(tmp_path: Path) -> None:
    from tests.unit.test_storage_migrations import opened_of, write_old

    write_old(tmp_path / "baton.db", 1, [opened_of("an ocelot")])
    for delay_ms in (0, 1, 2, 4, 8):
        process = subprocess.Popen(
            [sys.executable, "-c", UPGRADES, str(tmp_path / "baton.db")], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        with process, process.stdout:
            process.stdout.readline()
            # Not a synchronisation: the kill shall hit another moment each time, whichever that is.
            threading.Event().wait(delay_ms / 1000)
            process.kill()

    async def look() -> None:
        database = Database(tmp_path / "baton.db")
        store = SqliteConversationStore(database)
        assert [hit.node_id for hit in await store.search(asked("ocelot"))] == ["q"]
        await database.aclose()

    asyncio.run(look())
    assert not list(tmp_path.glob("baton-damaged-*"))
