"""The queue of downloads: turns, pauses, failures, speed, and an end that leaves nothing running."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from app.domain.errors import NotFoundError, StreamCutError
from app.domain.hub import Download, DownloadProgress, DownloadState, UnfinishedDownload
from app.domain.models import LocalModel
from app.services.downloads import DownloadQueue

Report = Callable[[DownloadProgress], None]


@dataclass
class Source:
    """Downloads that go on until they are let go; ``reports`` has each one's way to tell its progress."""

    reports: dict[str, Report] = field(default_factory=dict)
    ends: dict[str, asyncio.Future[LocalModel]] = field(default_factory=dict)
    discarded: list[tuple[str, str]] = field(default_factory=list)
    now: float = 0.0

    async def pull(self, repository: str, file_name: str | None, report: Report) -> LocalModel:
        self.reports[repository] = report
        self.ends[repository] = asyncio.get_running_loop().create_future()
        return await self.ends[repository]

    async def discard(self, repository: str, file_name: str) -> None:
        if (repository, file_name) in self.discarded:
            raise NotFoundError("There is no such download.")
        self.discarded.append((repository, file_name))

    def queue(self, *, at_once: int = 2) -> DownloadQueue:
        return DownloadQueue(pull=self.pull, discard=self.discard, at_once=at_once, clock=lambda: self.now)

    def finish(self, repository: str) -> None:
        self.ends[repository].set_result(LocalModel(name=repository, path="/m.gguf", size_bytes=1))

    def tell(self, repository: str, done: int, *, note: str = "") -> None:
        self.reports[repository](DownloadProgress(done_bytes=done, total_bytes=1000, note=note, file_name="m.gguf"))


def states(queue: DownloadQueue) -> list[str]:
    return [str(download.state) for download in queue.downloads]


async def settle() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def test_so_many_run_at_once_and_the_others_wait_their_turn() -> None:
    source = Source()
    queue = source.queue()
    heard: list[Download] = []
    end = queue.subscribe(heard.append)
    for name in ("a", "b", "c"):
        queue.start(name)
    await settle()
    assert states(queue) == ["running", "running", "waiting"]
    source.finish("a")
    await settle()
    assert states(queue) == ["done", "running", "running"]
    assert queue.downloads[0].model is not None
    end()
    told = len(heard)
    source.finish("b")
    source.finish("c")
    await settle()
    assert states(queue) == ["done", "done", "done"]
    assert len(heard) == told
    queue.dismiss(queue.downloads[0].id)
    assert len(queue.downloads) == 2


async def test_what_is_paused_waits_and_goes_on_and_the_next_takes_its_place() -> None:
    source = Source()
    queue = source.queue(at_once=1)
    first, second = queue.start("a"), queue.start("b")
    await settle()
    queue.pause(first.id)
    await settle()
    assert states(queue) == ["paused", "running"]
    queue.resume(first.id)
    queue.pause(second.id)
    await settle()
    assert states(queue) == ["running", "paused"]
    queue.start("b")  # asked for again, it goes on instead of being there twice
    assert states(queue) == ["running", "waiting"]
    queue.pause(second.id)
    assert states(queue) == ["running", "paused"]
    await queue.aclose()


async def test_a_failure_says_why_and_can_be_tried_again() -> None:
    source = Source()
    queue = source.queue()
    download = queue.start("a")
    await settle()
    source.ends["a"].set_exception(StreamCutError("It broke off.", remedy="Start it again."))
    await settle()
    assert (queue.downloads[0].state, queue.downloads[0].problem) == (
        DownloadState.FAILED,
        "It broke off. Start it again.",
    )
    queue.resume(download.id)
    await settle()
    assert (queue.downloads[0].state, queue.downloads[0].problem) == (DownloadState.RUNNING, "")
    source.ends["a"].set_exception(RuntimeError("a fault of Baton's own"))
    await settle()
    assert "inside Baton" in queue.downloads[0].problem
    assert "RuntimeError" not in queue.downloads[0].problem


async def test_speed_and_time_left_are_those_of_the_last_seconds() -> None:
    source = Source()
    queue = source.queue()
    queue.start("a")
    await settle()
    source.tell("a", 0)
    assert queue.downloads[0].seconds_left is None
    source.now = 2.0
    source.tell("a", 200)
    assert (queue.downloads[0].bytes_per_s, queue.downloads[0].seconds_left) == (100.0, 8.0)
    assert queue.downloads[0].file_name == "m.gguf"
    source.now = 20.0
    source.tell("a", 200)
    source.now = 22.0
    source.tell("a", 600, note="The connection broke.")
    assert queue.downloads[0].bytes_per_s == pytest.approx(200.0)
    assert queue.downloads[0].note == "The connection broke."
    source.now = 23.0
    source.tell("a", 100)  # it began anew
    assert queue.downloads[0].bytes_per_s == 0
    assert queue.downloads[0].note == "The connection broke."
    source.now = 30.0
    source.tell("a", 800)
    assert queue.downloads[0].bytes_per_s == 100.0
    assert queue.downloads[0].note == ""
    await queue.aclose()
    assert (queue.downloads[0].state, queue.downloads[0].bytes_per_s) == (DownloadState.PAUSED, 0)


async def test_a_cancelled_download_ends_and_what_it_brought_is_deleted() -> None:
    source = Source()
    queue = source.queue()
    running, waiting = queue.start("a"), queue.start("b")
    await settle()
    source.tell("a", 10)
    await queue.cancel(running.id)
    assert source.discarded == [("a", "m.gguf")]
    await queue.cancel(waiting.id)  # it had brought nothing
    assert queue.downloads == ()
    assert source.discarded == [("a", "m.gguf")]
    again = queue.start("a", "m.gguf")
    await queue.cancel(again.id)  # and what is gone already is no fault
    with pytest.raises(NotFoundError):
        queue.pause(again.id)


async def test_what_an_earlier_run_left_is_listed_once_and_goes_on() -> None:
    source = Source()
    queue = source.queue()
    left = UnfinishedDownload(repository="a", file_name="m.gguf", done_bytes=4, total_bytes=9)
    queue.restore([left])
    queue.restore([left])
    [download] = queue.downloads
    assert (download.state, download.done_bytes, download.total_bytes) == (DownloadState.PAUSED, 4, 9)
    assert queue.start("a", "m.gguf").id == download.id
    await settle()
    assert states(queue) == ["running"]
    queue.restore([left])
    assert len(queue.downloads) == 1
    await queue.aclose()
    await queue.aclose()
    queue.resume(download.id)
    assert states(queue) == ["waiting"]
