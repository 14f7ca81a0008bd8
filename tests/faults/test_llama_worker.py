"""The local model's process killed, hung, orphaned, cancelled or fed with bad files: a message, and nothing left."""

from __future__ import annotations

import asyncio
import dataclasses
import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from pathlib import Path

import pytest

from app.domain.errors import ModelFileError, UnsupportedError, WorkerDiedError
from app.domain.messages import Message
from app.domain.ports import ChatRequest
from app.domain.settings import Settings
from app.domain.stream import Finished, Progress, StreamEvent, TextDelta
from app.domain.work import Work, WorkState
from app.llama.supervisor import LlamaSupervisor
from app.services.work.tray import WorkTray
from tests import gguf_files
from tests.llama_fixtures import WORKER_COMMAND, local_model, plan_for

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the faults are made with POSIX signals")

LONG = 120_000  # tokens: an answer that nothing but the test ends


@pytest.fixture
def talker(tmp_path: Path) -> Path:
    """A model that goes on for a long time."""
    return gguf_files.write_tiny_gguf(tmp_path / "talker.gguf", context=131_072, layers=4)


def stream(
    supervisor: LlamaSupervisor, path: Path, *, text: str = "Talk.", **parameters: object
) -> AsyncGenerator[StreamEvent, None]:
    request = ChatRequest(model="m", messages=(Message.user(text),), parameters={"max_tokens": LONG, **parameters})
    return supervisor.stream(local_model(path), plan_for(path, context=131_072), request)


async def until_text(events: AsyncGenerator[StreamEvent, None]) -> None:
    async for event in events:
        if isinstance(event, TextDelta):
            return
    pytest.fail("the answer ended without a word")


async def answers(supervisor: LlamaSupervisor, path: Path) -> bool:
    return [type(event) async for event in stream(supervisor, path, max_tokens=3)][-1] is Finished


def alive(pid: int) -> bool:
    """Whether a process runs (one that only waits to be reaped does not)."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat")
    return not status.exists() or status.read_text().rpartition(")")[2].split()[0] != "Z"


def gone_within(pid: int, limit_s: float) -> bool:
    deadline = time.monotonic() + limit_s
    while time.monotonic() < deadline:
        if not alive(pid):
            return True
        time.sleep(0.01)
    return False


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV, signal.SIGTERM])
async def test_killed_in_mid_answer_raises_and_the_next_request_starts_afresh(
    supervisor: LlamaSupervisor, talker: Path, number: signal.Signals
) -> None:
    events = stream(supervisor, talker)
    await until_text(events)
    (pid,) = supervisor.process_ids
    os.kill(pid, number)
    with pytest.raises(WorkerDiedError, match="'talker' ended unexpectedly") as caught:
        async for _ in events:
            pass
    assert caught.value.retryable
    assert f"exit status -{number.value}" in caught.value.detail
    assert await answers(supervisor, talker)
    assert supervisor.process_ids != (pid,)


async def test_killed_while_idle_is_not_noticed_by_the_next_request(supervisor: LlamaSupervisor, talker: Path) -> None:
    assert await answers(supervisor, talker)
    (pid,) = supervisor.process_ids
    os.kill(pid, signal.SIGKILL)
    async with asyncio.timeout(20):
        while supervisor.loaded:  # noqa: ASYNC110 - a poll with a bound
            await asyncio.sleep(0.01)
    assert await answers(supervisor, talker)


async def test_hung_worker_is_ended(talker: Path) -> None:
    supervisor = LlamaSupervisor(WORKER_COMMAND, settings=Settings, hang_limit_s=3.0)
    events = stream(supervisor, talker)
    await until_text(events)
    (pid,) = supervisor.process_ids
    os.kill(pid, signal.SIGSTOP)
    with pytest.raises(WorkerDiedError, match="no sign of life"):
        async for _ in events:
            pass
    assert not alive(pid)
    assert await answers(supervisor, talker)
    await supervisor.aclose()


async def test_answer_that_waits_for_others_is_no_hang(tmp_path: Path) -> None:
    path = gguf_files.write_tiny_gguf(tmp_path / "m.gguf", context=131_072, layers=4)
    plan = dataclasses.replace(plan_for(path, context=131_072), sequences=1)
    supervisor = LlamaSupervisor(WORKER_COMMAND, settings=Settings, hang_limit_s=1.0)
    ask = ChatRequest(model="m", messages=(Message.user("Talk."),), parameters={"max_tokens": LONG})
    first = supervisor.stream(local_model(path), plan, ask)
    await until_text(first)
    began_s = time.monotonic()
    second = supervisor.stream(local_model(path), plan, replace_tokens(ask, 3))
    waiting = asyncio.create_task(until_text(second))
    async for _ in first:
        if time.monotonic() - began_s > 3.0:  # thrice what would be called a hang
            break
    assert not waiting.done()
    await first.aclose()
    await waiting
    await second.aclose()
    await supervisor.aclose()


async def test_model_waited_for_in_vain_stays_usable(tmp_path: Path) -> None:
    one = gguf_files.write_tiny_gguf(tmp_path / "one.gguf", context=131_072, layers=4)
    two = gguf_files.write_tiny_gguf(tmp_path / "two.gguf")
    free = [10_000_000]
    supervisor = LlamaSupervisor(WORKER_COMMAND, settings=Settings, free_memory=lambda: free[0])
    running = stream(supervisor, one)
    await until_text(running)
    free[0] = 2_000_000
    (pid,) = supervisor.process_ids
    waiting = supervisor.stream(local_model(two), plan_for(two), ChatRequest(model="m", messages=(Message.user("x"),)))
    assert await anext(waiting) == Progress(text="Waiting for one, which answers, to make room")
    step = asyncio.ensure_future(anext(waiting))
    await until_text(running)
    step.cancel()
    with pytest.raises(asyncio.CancelledError):
        await step
    assert [plan.model for plan in supervisor.loaded] == ["one"]
    await running.aclose()
    assert await answers(supervisor, one)
    assert supervisor.process_ids == (pid,)
    await supervisor.aclose()


def replace_tokens(request: ChatRequest, tokens: int) -> ChatRequest:
    return dataclasses.replace(request, parameters={"max_tokens": tokens})


async def test_stopped_in_mid_answer_leaves_the_worker_usable(supervisor: LlamaSupervisor, talker: Path) -> None:
    for _ in range(3):
        async with aclosing(stream(supervisor, talker)) as events:
            await until_text(events)
    before = supervisor.process_ids
    assert await answers(supervisor, talker)
    assert supervisor.process_ids == before


async def test_cancelled_task_in_mid_answer_leaves_the_worker_usable(supervisor: LlamaSupervisor, talker: Path) -> None:
    started = asyncio.Event()

    async def consume() -> None:
        async with aclosing(stream(supervisor, talker)) as events:
            async for event in events:
                if isinstance(event, TextDelta):
                    started.set()

    task = asyncio.create_task(consume())
    await started.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    before = supervisor.process_ids
    assert await answers(supervisor, talker)
    assert supervisor.process_ids == before


async def test_stopped_while_the_prompt_is_read_leaves_the_worker_usable(
    supervisor: LlamaSupervisor, talker: Path
) -> None:
    async with aclosing(stream(supervisor, talker, text="x" * 60_000)) as events:
        async for event in events:
            if isinstance(event, Progress) and event.text == "Reading the conversation" and event.fraction:
                break
    before = supervisor.process_ids
    assert await answers(supervisor, talker)
    assert supervisor.process_ids == before


async def test_stopped_while_loading_leaves_no_process(supervisor: LlamaSupervisor, talker: Path) -> None:
    events = stream(supervisor, talker)
    assert isinstance(await anext(events), Progress)
    (pid,) = supervisor.process_ids
    await events.aclose()
    assert supervisor.process_ids == ()
    assert not alive(pid)
    assert await answers(supervisor, talker)


async def test_unloading_in_mid_answer_ends_the_answer_with_a_message(
    supervisor: LlamaSupervisor, talker: Path
) -> None:
    events = stream(supervisor, talker)
    await until_text(events)
    await supervisor.unload()
    with pytest.raises(WorkerDiedError, match="was unloaded"):
        async for _ in events:
            pass


@pytest.mark.parametrize(
    ("write", "words"),
    [
        (gguf_files.write_not_gguf, "cannot be loaded"),
        (gguf_files.write_truncated_header, "cannot be loaded"),
        (gguf_files.write_truncated_tensors, "cannot be loaded"),
        (gguf_files.write_huge_counts, "cannot be loaded"),
        (gguf_files.write_wrong_version, "cannot be loaded"),
        (gguf_files.write_unknown_architecture, "does not know"),
    ],
)
async def test_bad_file_that_slipped_through_is_a_message(
    supervisor: LlamaSupervisor, tmp_path: Path, write: Callable[[Path], Path], words: str
) -> None:
    with pytest.raises(ModelFileError, match=words) as caught:
        async for _ in stream(supervisor, write(tmp_path / "bad.gguf")):
            pass
    assert caught.value.detail
    assert supervisor.process_ids == ()


async def test_command_that_does_not_exist_is_a_message(talker: Path) -> None:
    supervisor = LlamaSupervisor(["/nonexistent/baton"], settings=Settings)
    with pytest.raises(WorkerDiedError, match="cannot be started"):
        async for _ in stream(supervisor, talker):
            pass


@pytest.mark.parametrize("code", ["print('hello')", "raise SystemExit(3)", "import os; os.write(1, b'{}\\n' * 9)"])
async def test_worker_that_is_none_is_a_message(talker: Path, code: str) -> None:
    supervisor = LlamaSupervisor([sys.executable, "-c", code], settings=Settings)
    with pytest.raises(WorkerDiedError):
        async for _ in stream(supervisor, talker):
            pass
    await supervisor.aclose()
    assert supervisor.process_ids == ()


async def test_loading_that_the_person_stops_ends_the_worker_and_says_so(talker: Path) -> None:
    slow = textwrap.dedent(
        """
        import os, sys, time
        from app.llama import protocol
        for message in (protocol.Hello(version=protocol.VERSION, pid=os.getpid()), protocol.Loading(fraction=0.25)):
            os.write(1, protocol.encode(message))
        time.sleep(600)
        """
    )
    tray = WorkTray()
    supervisor = LlamaSupervisor([sys.executable, "-c", slow], settings=Settings, work=tray)

    def look(work: Work) -> None:
        if work.share == 0.25 and work.can_stop:
            tray.stop(work.id)

    tray.subscribe(look)
    with pytest.raises(WorkerDiedError, match="You stopped the loading"):
        async for _ in stream(supervisor, talker):
            pass
    assert supervisor.process_ids == ()
    (work,) = tray.works
    assert (work.state, work.outcome) == (WorkState.STOPPED, "Stopped.")


async def test_what_libraries_print_does_not_disturb_the_protocol(talker: Path) -> None:
    noisy = textwrap.dedent(
        """
        import os, threading
        from app.llama import worker
        real = worker._Worker.run
        def run(self):
            os.write(1, b"noise on descriptor one\\n")
            print("noise from Python")
            real(self)
        worker._Worker.run = run
        worker.main()
        """
    )
    supervisor = LlamaSupervisor([sys.executable, "-c", noisy], settings=Settings)
    assert await answers(supervisor, talker)
    await supervisor.aclose()


async def test_failed_request_leaves_the_worker_usable(supervisor: LlamaSupervisor, talker: Path) -> None:
    assert await answers(supervisor, talker)
    before = supervisor.process_ids
    with pytest.raises(UnsupportedError):
        async for _ in stream(supervisor, talker, temperature="hot"):
            pass
    assert await answers(supervisor, talker)
    assert supervisor.process_ids == before


PARENT = """
import asyncio, sys
from pathlib import Path
from tests.faults.test_llama_worker import stream, until_text
from tests.llama_fixtures import WORKER_COMMAND
from app.domain.settings import Settings
from app.llama.supervisor import LlamaSupervisor

async def main():
    supervisor = LlamaSupervisor(WORKER_COMMAND, settings=Settings)
    events = stream(supervisor, Path(sys.argv[1]))
    await until_text(events)
    print(*supervisor.process_ids, flush=True)
    {then}

asyncio.run(main())
"""


@pytest.mark.parametrize(
    "then",
    [
        "await asyncio.sleep(600)",  # and is killed
        "import os; os._exit(1)",
        "raise RuntimeError('a bug of our own')",
        "asyncio.get_running_loop().stop()",
    ],
)
def test_worker_never_outlives_its_parent(talker: Path, then: str) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT.replace("{then}", then), str(talker)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=Path(__file__).parents[2],
    )
    try:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        if "sleep" in then:
            assert alive(pid)
            parent.kill()
        parent.wait(timeout=60)
        assert gone_within(pid, 20)
    finally:
        parent.kill()
        parent.communicate()


def test_worker_ends_when_its_input_does(talker: Path) -> None:
    worker = subprocess.Popen(WORKER_COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    try:
        assert worker.stdin is not None
        assert worker.stdout is not None
        assert b"hello" in worker.stdout.readline()
        worker.stdin.close()
        assert worker.wait(timeout=20) == 0
    finally:
        worker.kill()
        worker.wait()
        worker.stdout.close()


def test_worker_ends_on_a_command_that_is_none() -> None:
    worker = subprocess.Popen(WORKER_COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        assert worker.stdin is not None
        worker.stdin.write(b"this is no command\n")
        worker.stdin.flush()
        assert worker.wait(timeout=20) == 1
    finally:
        worker.kill()
        _, errors = worker.communicate()
    assert b"not JSON" in errors
