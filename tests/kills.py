"""Batons that are killed in the middle of what they do, and what must be true of the history afterwards.

``python -m tests.kills --count 200`` kills so many at random moments and says what was found; the tests do a few.
Each task is a child process that says ``begun``, then a line for whatever is acknowledged; the kill comes at any moment
within ``span_s`` of its beginning.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import traceback
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path

from app.domain.conversation import NodeState, OpenedConversation, Tree
from app.domain.keeping import BackupKind
from app.domain.stream import TextDelta
from app.services.answer import AnswerRecorder
from app.services.history import HistoryService
from app.services.interchange import conversation_json, exported_json
from app.storage.audit import SqliteAuditLog
from app.storage.blobs import SqliteBlobStore
from app.storage.conversations import SqliteConversationStore
from app.storage.database import Database
from app.storage.keeper import SqliteHistoryKeeper
from app.storage.keys import HistoryKeys
from tests.storage_fixtures import BEGUN, a_conversation, a_node, an_answer, asked

SHOWN_S = 1.0
"""What was shown so long ago is on disk."""
_IMPORTED = 60


class FileSecretStore:
    """A keyring that outlives a kill: a file, which no Baton would use."""

    problem = None

    def __init__(self, path: Path) -> None:
        self._path = path

    def _held(self) -> dict[str, str]:
        return dict(json.loads(self._path.read_text("utf-8"))) if self._path.exists() else {}

    def _write(self, held: dict[str, str]) -> None:
        new = self._path.with_suffix(".new")
        new.write_text(json.dumps(held), "utf-8")
        new.replace(self._path)

    def get(self, name: str) -> str | None:
        return self._held().get(name)

    def set(self, name: str, value: str) -> None:
        self._write({**self._held(), name: value})

    def remove(self, name: str) -> None:
        held = self._held()
        held.pop(name, None)
        self._write(held)


@dataclass(frozen=True, kw_only=True)
class Killed:
    """What a child had acknowledged, and when it was killed by the clock that children share."""

    lines: list[str]
    at_s: float


@dataclass(frozen=True, kw_only=True)
class Task:
    """``prepare`` fills a folder; ``work`` goes on until it is killed; ``look`` raises where something was lost."""

    prepare: Callable[[Path], Awaitable[None]]
    work: Callable[[Path], Awaitable[None]]
    look: Callable[[Database, Killed], Awaitable[None]]
    span_s: float


def opened(folder: Path) -> Database:
    return Database(folder / "data" / "baton.db", HistoryKeys(FileSecretStore(folder / "keyring.json")))


def say(*words: object) -> None:
    print(*words, flush=True)  # noqa: T201 - what the killer reads


# -- streaming: what was shown a second ago is on disk


async def prepare_nothing(folder: Path) -> None:
    (folder / "data").mkdir()


async def stream(folder: Path) -> None:
    database = opened(folder)
    store = SqliteConversationStore(database)
    await store.add_conversation(a_conversation())
    for turn in range(1000):
        await store.add_node(a_node(f"q{turn}", f"question {turn}"))
        say("asked", f"q{turn}")
        node = a_node(f"a{turn}", parent=f"q{turn}", message=an_answer(""), state=NodeState.STREAMING)
        await store.add_node(node)
        recorder = AnswerRecorder(store, node)
        for at in range(600):
            recorder.add(TextDelta(text=f"w{at:04} "))
            say("shown", turn, at, time.monotonic())
            await asyncio.sleep(0.004)
        await recorder.end(NodeState.COMPLETE)
        say("ended", turn)


async def look_streamed(database: Database, killed: Killed) -> None:
    tree = await SqliteConversationStore(database).tree("c1")
    for line in killed.lines:
        kind, *words = line.split()
        if kind == "asked":
            assert words[0] in tree.nodes, f"{words[0]} was acknowledged and is not there"
        elif kind == "shown" and killed.at_s - float(words[2]) > SHOWN_S:
            answer = tree.nodes[f"a{words[0]}"].message.text
            assert f"w{int(words[1]):04}" in answer, f"shown {killed.at_s - float(words[2]):.2f} s before: {line}"
        elif kind == "ended":
            assert tree.nodes[f"a{words[0]}"].state is NodeState.COMPLETE
    assert all(node.state is not NodeState.STREAMING for node in tree.nodes.values())


# -- writing: what a method returned from is there


async def write(folder: Path) -> None:
    database = opened(folder)
    store, log = SqliteConversationStore(database), SqliteAuditLog(database)
    await store.add_conversation(a_conversation())
    for at in range(100_000):
        await store.add_node(a_node(f"n{at}", "words " * 50))
        say("node", f"n{at}")
        if at % 3 == 0:
            await log.append("done", "a", {"at": at}, at=BEGUN)
            say("noted", at)
        if at % 5 == 0:
            say("blob", await SqliteBlobStore(database).put(b"%d" % at * 500))


async def look_written(database: Database, killed: Killed) -> None:
    log = SqliteAuditLog(database)
    said = [line.split() for line in killed.lines]
    nodes = (await SqliteConversationStore(database).tree("c1")).nodes if said else {}
    assert {name for kind, name in said if kind == "node"} <= nodes.keys()
    assert len(await log.entries()) >= sum(kind == "noted" for kind, _ in said)
    assert await log.verify() is None
    for kind, sha in said:
        if kind == "blob":
            await SqliteBlobStore(database).get(sha)


# -- migrating an old history


async def prepare_old(folder: Path) -> None:
    from tests.unit.test_storage_migrations import write_old

    (folder / "data").mkdir()
    chats = []
    for at in range(10):
        nodes = [replace(a_node(f"n{number}", "an ocelot " * 400), conversation_id=f"c{at}") for number in range(20)]
        head = a_conversation(f"c{at}", leaf_id="n0")
        chats.append(OpenedConversation(conversation=head, tree=Tree.of(nodes), actions=()))
    await asyncio.to_thread(write_old, folder / "data" / "baton.db", 1, chats)


async def open_it(folder: Path) -> None:
    database = opened(folder)
    await database.open()
    say("open")
    await asyncio.sleep(60)


async def look_migrated(database: Database, killed: Killed) -> None:
    store = SqliteConversationStore(database)
    for at in range(10):
        assert len((await store.tree(f"c{at}")).nodes) == 20
    assert len(await store.search(asked("ocelot"), limit=1000)) == 200


# -- importing


def export_text() -> str:
    chats = []
    for at in range(_IMPORTED):
        nodes = [replace(a_node(f"n{number}", "imported " * 60), conversation_id=f"c{at}") for number in range(20)]
        head = a_conversation(f"c{at}", leaf_id="n0")
        chats.append(conversation_json(OpenedConversation(conversation=head, tree=Tree.of(nodes), actions=())))
    return exported_json(chats)


async def bring_in(folder: Path) -> None:
    database = opened(folder)
    history = HistoryService(SqliteConversationStore(database), SqliteBlobStore(database))
    report = await history.import_text(export_text())
    say("imported", len(report.added))
    await asyncio.sleep(60)


async def look_imported(database: Database, killed: Killed) -> None:
    store = SqliteConversationStore(database)
    held = await store.conversations(limit=1000)
    for head in held:
        assert len((await store.tree(head.id)).nodes) == 20, "half a conversation"
    if killed.lines:
        assert len(held) == _IMPORTED
    history = HistoryService(store, SqliteBlobStore(database))
    report = await history.import_file(StringIO(export_text()))
    assert len(report.added) + len(held) == _IMPORTED


# -- encrypting and decrypting, with backups


async def prepare_some(folder: Path) -> None:
    database = opened(folder)
    store = SqliteConversationStore(database)
    await store.add_conversation(a_conversation())
    for at in range(200):
        await store.add_node(a_node(f"old{at}", "an ocelot " * 60))
    await SqliteHistoryKeeper(database).back_up(BackupKind.NIGHTLY)
    await database.aclose()


async def convert(folder: Path) -> None:
    database = opened(folder)
    store, keeper = SqliteConversationStore(database), SqliteHistoryKeeper(database)
    for at in range(100):
        await store.add_node(a_node(f"new{time.monotonic_ns()}", "words"))
        say("node", at)
        await (keeper.encrypt() if at % 2 == 0 else keeper.decrypt())
        say("converted", at)


async def look_converted(database: Database, killed: Killed) -> None:
    tree = await SqliteConversationStore(database).tree("c1")
    said = sum(line.startswith("node") for line in killed.lines)
    assert sum(name.startswith("old") for name in tree.nodes) == 200
    assert sum(name.startswith("new") for name in tree.nodes) >= said
    await look_backups(database)


async def look_backups(database: Database) -> None:
    keeper = SqliteHistoryKeeper(database)
    listed = await keeper.backups()
    assert listed
    for backup in listed:
        keeper._folder.check(keeper.folder / backup.name)


# -- backing up and restoring


async def back_and_forth(folder: Path) -> None:
    database = opened(folder)
    store, keeper = SqliteConversationStore(database), SqliteHistoryKeeper(database)
    for at in range(100):
        await store.add_node(a_node(f"kept{at}", "words"))
        made = await keeper.back_up(BackupKind.MANUAL)
        assert made is not None
        say("kept", at)
        await store.add_node(a_node(f"undone{at}", "words"))
        await keeper.restore(made.name)
        say("restored", at)


async def look_restored(database: Database, killed: Killed) -> None:
    tree = await SqliteConversationStore(database).tree("c1")
    for line in killed.lines:
        kind, at = line.split()
        assert f"kept{at}" in tree.nodes
        assert kind != "restored" or f"undone{at}" not in tree.nodes
    assert sum(name.startswith("old") for name in tree.nodes) == 200
    await look_backups(database)


# -- mending


async def prepare_damaged(folder: Path) -> None:
    await prepare_some(folder)
    path = folder / "data" / "baton.db"
    content = bytearray(path.read_bytes())
    for page in range(12, 20):
        content[page * 4096 : (page + 1) * 4096] = b"\xa5" * 4096
    path.write_bytes(content)


async def look_mended(database: Database, killed: Killed) -> None:
    tree = await SqliteConversationStore(database).tree("c1")
    assert len(tree.nodes) == 200
    (kept,) = database.path.parent.glob("baton-damaged-*.db")
    assert b"\xa5" * 4096 in kept.read_bytes()


TASKS = {
    "streaming": Task(prepare=prepare_nothing, work=stream, look=look_streamed, span_s=3.0),
    "writing": Task(prepare=prepare_nothing, work=write, look=look_written, span_s=1.5),
    "migrating": Task(prepare=prepare_old, work=open_it, look=look_migrated, span_s=1.5),
    "importing": Task(prepare=prepare_nothing, work=bring_in, look=look_imported, span_s=2.0),
    "encrypting": Task(prepare=prepare_some, work=convert, look=look_converted, span_s=2.5),
    "restoring": Task(prepare=prepare_some, work=back_and_forth, look=look_restored, span_s=2.0),
    "mending": Task(prepare=prepare_damaged, work=open_it, look=look_mended, span_s=0.8),
}


def kill_once(name: str, folder: Path, chance: random.Random, prepared: Path) -> Killed:
    """Let a child do the task in ``folder``, kill it at a random moment, and see that nothing is lost."""
    task = TASKS[name]
    shutil.copytree(prepared, folder)
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.kills", "--child", name, str(folder)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    with child, child.stdout:
        assert child.stdout.readline() == "begun\n"
        timer = threading.Timer(chance.uniform(0, task.span_s), child.kill)
        timer.start()
        lines = [line.strip() for line in child.stdout if line.endswith("\n")]
        at_s = time.monotonic()
        assert child.wait() < 0, "it ended by itself"
        timer.join()
    killed = Killed(lines=lines, at_s=at_s)
    asyncio.run(_looked_at(task, folder, killed))
    return killed


async def _looked_at(task: Task, folder: Path, killed: Killed) -> None:
    database = opened(folder)
    try:
        if killed.lines or task.prepare is not prepare_nothing:
            await task.look(database, killed)
        else:
            await database.open()
        report = await SqliteHistoryKeeper(database).check()
        assert report.is_sound, report.problems
        await SqliteConversationStore(database).add_conversation(a_conversation("afterwards"))
    finally:
        await database.aclose()
    left = [file.name for file in (folder / "data").iterdir() if "partial" in file.name or "mend" in file.name]
    assert not left or "-mending" in left[0], left


def prepared(name: str, folder: Path) -> Path:
    """A folder to begin a task in, to be copied."""
    folder.mkdir()
    asyncio.run(TASKS[name].prepare(folder))
    return folder


def main() -> int:
    """Kill so many, report."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--task", choices=TASKS, action="append")
    parser.add_argument("--child", nargs=2, metavar=("TASK", "FOLDER"))
    given = parser.parse_args()
    if given.child:
        name, folder = given.child
        say("begun")
        asyncio.run(TASKS[name].work(Path(folder)))
        return 0
    names = given.task or list(TASKS)
    chance = random.Random(given.seed)
    found: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(prefix="baton-kills-") as place:
        begun = {name: prepared(name, Path(place) / name) for name in names}
        for number in range(given.count):
            name = names[number % len(names)]
            folder = Path(place) / f"{number}"
            try:
                killed = kill_once(name, folder, chance, begun[name])
            except Exception as error:  # noqa: BLE001 - whatever it is, it is told, and the others are killed too
                found[f"{name}: LOST"] += 1
                say(number, name, traceback.format_exc(), getattr(error, "detail", ""))
                continue
            finally:
                shutil.rmtree(folder, ignore_errors=True)
            found[f"{name}: well" + ("" if killed.lines else ", before anything was acknowledged")] += 1
    for what, count in sorted(found.items()):
        say(f"{count:4} {what}")
    return 1 if any("LOST" in what for what in found) else 0


if __name__ == "__main__":
    raise SystemExit(main())
