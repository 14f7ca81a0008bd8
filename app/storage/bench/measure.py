"""How quick the history is when it is long: searching, opening, listing and writing, beside an empty one.

What has no bare equivalent is told in milliseconds, the best of a few tries, and beside what was waited in processor
time, because other work on the machine makes a search wait that costs little.
"""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import quantiles

from app.domain.conversation import Conversation, Node, NodeState
from app.domain.figures import Figure
from app.domain.messages import Message, Role, TextPart
from app.domain.searching import Search, searched
from app.storage.bench.filling import Filled, fill
from app.storage.conversations import SqliteConversationStore
from app.storage.database import Database
from app.storage.finding import find

_TRIES = 5
_HITS = 50
_OPENED_MESSAGES = 200
_OPENINGS = 41
_WRITES = 40
_LISTED_PAGE = 500
_BEAT_S = 0.002
_TODAY = date(2026, 11, 1)

Kinds = dict[str, list[str]]


async def measure_history(folder: Path, *, messages: int, conversations: int) -> list[Figure]:
    """Fill a database in ``folder`` and measure it."""
    long, empty = Database(folder / "long.db"), Database(folder / "empty.db")
    try:
        began = time.monotonic()
        filled = await long.write(lambda at: fill(at, messages, conversations), durable=False)
        took = time.monotonic() - began
        store, bare = SqliteConversationStore(long), SqliteConversationStore(empty)
        size = await asyncio.to_thread(lambda: sum(file.stat().st_size for file in folder.glob("long.db*")) / 1e6)
        return [
            Figure(name=f"messages in {filled.conversations} conversations", value=filled.messages, unit=""),
            Figure(name="time to fill and index them", value=took, unit="s"),
            Figure(name="size on disk", value=size, unit="MB"),
            *await _searching(long, filled),
            *await _opening(store, bare),
            *await _listing(store),
            *await _writing(store, bare),
        ]
    finally:
        await long.aclose()
        await empty.aclose()


def queries(words: list[str]) -> Kinds:
    """What people search for, by kind."""
    mid, rare = words[800::900][:12], words[15_000::1_000][:12]
    common = words[:24:2]
    return {
        "common words": [f'"{word}"' for word in common],
        "rare words": [f'"{word}"' for word in rare],
        "several words": [f"{a} {b} " for a, b in zip(common, mid, strict=True)],
        "phrases": [f'"{a} {b}"' for a, b in zip(common, [*mid[1:], common[1]], strict=True)],
        "half-typed words": [word[:length] for word in (*mid[:4], *rare[:2]) for length in (1, 2, 4)],
        "with filters": [
            f"{word} {words_of_filters}"
            for word in (common[3], mid[3], rare[3])
            for words_of_filters in (
                "model:claude",
                "model:qwen role:assistant",
                "role:user has:aws",
                "service:ec2 risk:destructive",
                "after:2026-10-25",
                "when:2026-03-10",
                "in:archive",
                'in:"Work/Costs"',
                "model:gpt in:Home before:2026-10",
            )
        ],
        "filters alone": ["model:claude", "has:aws role:user", "in:Home", "when:last-week", "in:archive model:gpt"],
    }


async def _searching(database: Database, filled: Filled) -> list[Figure]:
    """Every query a few times; the best try counts, in time waited and in processor time."""
    kinds, first, first_cpu, further = [], [], [], []
    for kind, texts in queries(list(filled.words)).items():
        times = []
        for text in texts:
            waited, cpu, last = await database.read(lambda at, text=text: _tried(at, searched(text, _TODAY), None))  # type: ignore[misc]
            times.append(cpu)
            first.append(waited)
            first_cpu.append(cpu)
            if last is not None:
                _, cpu, _ = await database.read(
                    lambda at, text=text, last=last: _tried(at, searched(text, _TODAY), last)  # type: ignore[misc]
                )
                further.append(cpu)
        kinds.append(Figure(name=f"search, 95th percentile, processor time, {kind}", value=_p95(times), unit="ms"))
    return [
        Figure(name="search, 95th percentile, first 50 hits, waited", value=_p95(first), unit="ms", goal=30.0),
        Figure(name="search, 95th percentile, processor time", value=_p95(first_cpu), unit="ms", goal=30.0),
        Figure(name="search, 95th percentile, processor time, next 50", value=_p95(further), unit="ms", goal=30.0),
        *kinds,
    ]


def _tried(at: sqlite3.Connection, search: Search, older_than: int | None) -> tuple[float, float, int | None]:
    """Milliseconds waited and of processor time, and where to go on where there is more."""
    waited, cpu = [], []
    for _ in range(_TRIES):
        began, worked = time.perf_counter(), time.thread_time()
        hits = find(at, search, _HITS, older_than)
        waited.append(time.perf_counter() - began)
        cpu.append(time.thread_time() - worked)
    return min(waited) * 1000, min(cpu) * 1000, hits[-1].order if len(hits) == _HITS else None


async def _best(work: Callable[[], Awaitable[object]]) -> float:
    times = []
    for _ in range(_TRIES):
        began = time.perf_counter()
        await work()
        times.append(time.perf_counter() - began)
    return min(times) * 1000


def _p95(times: list[float]) -> float:
    return quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else sum(times)


async def _opening(store: SqliteConversationStore, bare: SqliteConversationStore) -> list[Figure]:
    for each in (store, bare):
        await each.add_conversation(_head("opened"), [_node("opened", at) for at in range(_OPENED_MESSAGES)])
    ratios = await _side_by_side(store, bare, lambda each, _: each.tree("opened"), _OPENINGS)
    name = f"opening a conversation of {_OPENED_MESSAGES} messages, beside an empty history"
    return [Figure(name=name, value=ratios, unit="times", goal=1.3)]


async def _writing(store: SqliteConversationStore, bare: SqliteConversationStore) -> list[Figure]:
    for each in (store, bare):
        await each.add_conversation(_head("written"))

    async def write(each: SqliteConversationStore, number: int) -> None:
        node = replace(_node("written", number), state=NodeState.STREAMING)
        await each.add_node(node)
        await each.save_node(node)
        await each.save_node(replace(node, state=NodeState.COMPLETE))

    ratio = await _side_by_side(store, bare, write, _WRITES)
    return [Figure(name="writing a message, beside an empty history", value=ratio, unit="times", goal=2.0)]


async def _side_by_side(
    store: SqliteConversationStore,
    bare: SqliteConversationStore,
    work: Callable[[SqliteConversationStore, int], Awaitable[object]],
    count: int,
) -> float:
    """How many times as long ``work`` takes in the one as in the other, taken in turns; the best of each, because other
    work on the machine makes either wait.
    """
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(count):
        pair = list(zip((store, bare), times, strict=True))
        for each, kept in pair if number % 2 else reversed(pair):
            began = time.perf_counter()
            await work(each, number)
            kept.append(time.perf_counter() - began)
    return min(times[0]) / min(times[1])


async def _listing(store: SqliteConversationStore) -> list[Figure]:
    """The whole list, page by page, while a beat on the loop tells how long anything else had to wait."""
    first = await _best(lambda: store.conversations(limit=_LISTED_PAGE))
    longest = 0.0

    async def beat() -> None:
        nonlocal longest
        while True:
            began = time.perf_counter()
            await asyncio.sleep(_BEAT_S)
            longest = max(longest, time.perf_counter() - began - _BEAT_S)

    beating = asyncio.create_task(beat())
    began, read = time.perf_counter(), 0
    while page := await store.conversations(limit=_LISTED_PAGE, offset=read):
        read += len(page)
    took = time.perf_counter() - began
    beating.cancel()
    return [
        Figure(name=f"the first {_LISTED_PAGE} conversations of the list", value=first, unit="ms", goal=50.0),
        Figure(name=f"the whole list of {read} conversations", value=took * 1000, unit="ms"),
        Figure(name="longest wait of anything else meanwhile", value=longest * 1000, unit="ms", goal=16.0),
    ]


def _head(identity: str) -> Conversation:
    now = datetime.now(UTC)
    return Conversation(id=identity, title="Measured", created_at=now, updated_at=now)


def _node(conversation_id: str, number: int) -> Node:
    return Node(
        id=f"m{number}",
        conversation_id=conversation_id,
        parent_id=f"m{number - 1}" if number else None,
        message=Message(
            role=Role.ASSISTANT if number % 2 else Role.USER, parts=(TextPart(text=f"message {number} " * 20),)
        ),
        created_at=datetime(2026, 11, 2, tzinfo=UTC) + timedelta(seconds=number),
    )
