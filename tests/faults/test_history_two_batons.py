"""Two processes with one history, as a window and a command are: neither takes the other's writes away."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.storage.conversations import SqliteConversationStore
from app.storage.database import Database
from app.storage.keeper import SqliteHistoryKeeper
from tests.window_fixtures import ROOT

# A window: it has read and written, and writes on when it is told to.
_WINDOW = """
import asyncio, sys
from pathlib import Path
from app.storage.conversations import SqliteConversationStore
from app.storage.database import Database
from app.storage.keeper import SqliteHistoryKeeper
from tests.storage_fixtures import a_conversation, a_node

async def main():
    database = Database(Path(sys.argv[1]))
    store = SqliteConversationStore(database)
    await store.add_conversation(a_conversation(leaf_id="n0"), [a_node("n0", "before")])
    await asyncio.gather(*(store.tree("c1") for _ in range(8)), SqliteHistoryKeeper(database).is_encrypted())
    for number in range(1, 4):
        print("ready", flush=True)
        await asyncio.to_thread(sys.stdin.readline)
        await store.add_node(a_node(f"n{number}", "later", parent=f"n{number - 1}"))
        await store.tree("c1")
    print("written", flush=True)
    await asyncio.to_thread(sys.stdin.readline)

asyncio.run(main())
"""


@pytest.fixture
def window(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", _WINDOW, str(tmp_path / "baton.db")]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield process
        process.kill()


async def test_what_a_window_writes_beside_commands_outlives_a_kill_of_the_window(
    window: subprocess.Popen[str], tmp_path: Path
) -> None:
    assert window.stdin is not None
    assert window.stdout is not None
    path = tmp_path / "baton.db"
    for _ in range(3):
        assert window.stdout.readline() == "ready\n"
        command = Database(path)  # whose end must not be taken for that of the last one there
        await SqliteConversationStore(command).tree("c1")
        await SqliteHistoryKeeper(command).is_encrypted()
        await command.aclose()
        assert path.with_name("baton.db-wal").exists(), "the log that the window writes to"
        print(file=window.stdin, flush=True)
    assert window.stdout.readline() == "written\n"
    window.kill()
    window.wait()

    again = Database(path)
    assert list((await SqliteConversationStore(again).tree("c1")).nodes) == ["n0", "n1", "n2", "n3"]
    assert (await SqliteHistoryKeeper(again).check()).is_sound
    await again.aclose()
