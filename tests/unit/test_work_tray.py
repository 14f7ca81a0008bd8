"""Long work is known in one place: how far it is, how long it takes, how it ended, and that stopping stops it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from typing import get_args

import pytest
from PySide6.QtCore import QLocale

from app.domain import language, numerals
from app.domain.errors import DiskFullError, UnreachableError
from app.domain.hub import DownloadProgress
from app.domain.models import LocalModel
from app.domain.remedies import RemedyKind
from app.domain.work import BYTES, Counted, Work, WorkState, whole_share
from app.services.downloads import DownloadQueue
from app.services.work.downloads import DownloadWork
from app.services.work.tray import WorkTray, this_task
from app.services.work.words import amount_words, left_words, quit_question, spoken, state_words
from app.ui.language import LocaleNumerals


class Clock:
    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def tray(clock: Clock) -> WorkTray:
    return WorkTray(clock)


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not holds():  # noqa: ASYNC110  (the tray's listeners raise no event)
            await asyncio.sleep(0)


def only(tray: WorkTray) -> Work:
    (work,) = tray.works
    return work


def test_time_left_follows_the_speed_of_late_and_not_single_bursts(tray: WorkTray, clock: Clock) -> None:
    with tray.doing("Copy", unit=BYTES) as report:
        report.reached(0, 1000)
        assert only(tray).left_s is None
        for second in range(1, 11):
            clock.now_s += 1
            report.reached(second * 10, 1000)
        steady = only(tray).left_s
        assert steady == pytest.approx(90, rel=0.01)
        clock.now_s += 1
        report.reached(200, 1000)  # ten times as much in one second
        burst = only(tray).left_s
        assert burst is not None
        assert burst > 30  # at the burst's own speed it would be 9
        for _ in range(60):
            clock.now_s += 1
            report.reached(only(tray).done + 5, 1000)
        slow = only(tray).left_s
        assert slow == pytest.approx((1000 - only(tray).done) / 5, rel=0.02)


def test_time_left_is_unknown_once_nothing_moves(tray: WorkTray, clock: Clock) -> None:
    with tray.doing("Copy") as report:
        clock.now_s += 1
        report.reached(0.5, 1.0)
        assert only(tray).left_s == pytest.approx(1.0)
        clock.now_s += 60
        assert only(tray).left_s is None


def test_an_end_is_told_as_it_came(tray: WorkTray, clock: Clock) -> None:
    with tray.doing("Import") as report:
        report.ends_with("3 chats imported.")
    with pytest.raises(DiskFullError), tray.doing("Export"):
        raise DiskFullError("The disk is full.", remedy="Free space.")
    with pytest.raises(ZeroDivisionError), tray.doing("Count"):
        raise ZeroDivisionError("a text of the person's")
    with pytest.raises(asyncio.CancelledError), tray.doing("Wait"):
        raise asyncio.CancelledError
    told = {work.title: (work.state, work.outcome, work.remedy and work.remedy.kind) for work in tray.works}
    assert told == {
        "Import": (WorkState.DONE, "3 chats imported.", None),
        "Export": (WorkState.FAILED, "The disk is full. Free space.", RemedyKind.FREE_SPACE),
        "Count": (WorkState.FAILED, "Something went wrong inside Baton.", RemedyKind.SHOW_LOG),
        "Wait": (WorkState.STOPPED, "Stopped.", None),
    }


def test_what_took_a_moment_leaves_no_trace_unless_there_is_something_to_say(tray: WorkTray, clock: Clock) -> None:
    with tray.doing("Short"):
        pass
    assert tray.works == ()
    with tray.doing("Long"):
        clock.now_s += 10
    assert only(tray).title == "Long"
    tray.forget_ended()
    assert tray.works == ()


def test_a_retry_is_offered_only_where_it_can_be_done(tray: WorkTray) -> None:
    done: list[str] = []
    with pytest.raises(UnreachableError), tray.doing("Ask once"):
        raise UnreachableError("Nobody answers.")
    with pytest.raises(UnreachableError), tray.doing("Ask", again=lambda: done.append("again")):
        raise UnreachableError("Nobody answers.")
    again, once = tray.works
    assert once.remedy is None
    assert again.remedy is not None
    assert again.remedy.kind is RemedyKind.RETRY
    tray.again(again.id)
    assert done == ["again"]


async def test_stopping_ends_the_task_and_is_told_at_once(tray: WorkTray) -> None:
    cleaned: list[str] = []

    async def work() -> None:
        with tray.doing("Wait", stop=this_task()):
            try:
                await asyncio.Event().wait()
            finally:
                cleaned.append("cleaned")

    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    tray.stop(only(tray).id)
    assert (only(tray).note, only(tray).can_stop) == ("Stopping …", False)
    with pytest.raises(asyncio.CancelledError):
        await task
    assert cleaned == ["cleaned"]
    assert only(tray).state is WorkState.STOPPED


def test_work_on_a_thread_sees_that_it_was_stopped(tray: WorkTray) -> None:
    ended: list[str] = []
    begun = threading.Event()

    def work() -> None:
        with tray.doing("Build", stop=lambda: None) as report:
            begun.set()
            while not report.is_stopped:
                report.reached(1, 2)
            ended.append("ended")
            raise RuntimeError("given up")

    def given_up() -> None:
        with pytest.raises(RuntimeError):
            work()

    thread = threading.Thread(target=given_up)
    thread.start()
    assert begun.wait(10)
    tray.stop(only(tray).id)
    thread.join(10)
    assert ended == ["ended"]
    assert only(tray).state is WorkState.STOPPED


def test_a_listener_that_fails_does_not_end_the_work(tray: WorkTray) -> None:
    seen: list[str] = []

    def fail(_: Work) -> None:
        raise RuntimeError("gone")

    tray.subscribe(fail)
    end = tray.subscribe(lambda work: seen.append(work.state.value))
    with tray.doing("Count") as report:
        report.reached(1, 2)
    assert seen == ["running", "running", "done"]
    end()
    with tray.doing("Count"):
        pass
    assert len(seen) == 3


async def test_a_download_is_shown_paused_and_gone_on_with(tray: WorkTray) -> None:
    going = asyncio.Event()
    model = LocalModel(name="tiny", path="/m/tiny.gguf", kind="chat", size_bytes=100)

    async def pull(_r: str, _f: str | None, progress: object) -> LocalModel:
        assert callable(progress)
        progress(DownloadProgress(file_name="tiny.gguf", done_bytes=40, total_bytes=100, note=""))
        await going.wait()
        return model

    async def discard(_r: str, _f: str) -> None:
        return None

    queue = DownloadQueue(pull=pull, discard=discard)
    DownloadWork(tray, queue)
    queue.start("owner/tiny", "tiny.gguf")
    await asyncio.sleep(0)
    work = only(tray)
    assert (work.title, work.share, work.can_stop) == ("Download tiny.gguf", 0.4, True)
    tray.stop(work.id)
    await until(lambda: not only(tray).is_active)
    assert only(tray).state is WorkState.PAUSED
    assert only(tray).remedy is not None
    tray.again(work.id)
    going.set()
    await until(lambda: only(tray).state is WorkState.DONE)
    assert only(tray).outcome == "tiny can be used."
    await queue.aclose()


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (2, "a few seconds left"),
        (33, "about 35 s left"),
        (58, "about 1 min left"),
        (600, "about 10 min left"),
        (7_900, "about 2 h 10 min left"),
        (7_200, "about 2 h left"),
    ],
    ids=["seconds", "half-a-minute", "minute", "minutes", "hours-minutes", "hours"],
)
def test_time_left_is_rounded_to_what_a_guess_is_good_for(seconds: float, words: str) -> None:
    assert left_words(seconds) == words


@pytest.fixture
def german() -> Iterator[None]:
    def say(text: str, about: str, count: int) -> str:
        if text == "{done} of {total}":
            return "{done} von {total}"
        return "{count} (" + about.removeprefix("{count} ") + ")" if count >= 0 else ""

    language.use(say)
    numerals.use(LocaleNumerals(QLocale("de_DE")))
    yield
    language.use(None)
    numerals.use(None)


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("unit", get_args(Counted))
def test_every_unit_is_counted_in_the_persons_language(unit: Counted) -> None:
    assert amount_words(Work(id=1, title="x", unit=unit, done=3, total=1_200)) == f"3 von 1.200 ({unit})"


def test_work_is_told_in_words() -> None:
    running = Work(
        id=1, title="Answer prompts", unit="prompts", done=12, total=300, left_s=600, on_quit="It is stopped."
    )
    assert amount_words(running) == "12 of 300 prompts"
    assert state_words(running) == "12 of 300 prompts · about 10 min left"
    assert spoken(running) == "Answer prompts: 12 of 300 prompts, about 10 min left, 4 per cent"
    assert amount_words(Work(id=2, title="Get", unit=BYTES, done=1.5e9, total=4.5e9)) == "1.5 GB of 4.5 GB"
    assert amount_words(Work(id=3, title="Load", done=0.35, total=1.0)) == "35%"
    assert quit_question([running]) == "• Answer prompts: It is stopped."
    assert whole_share([running, Work(id=4, title="Wait")]) == pytest.approx(0.02)
    assert whole_share([Work(id=4, title="Wait")]) is None
