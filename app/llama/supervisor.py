"""Runs local models in worker processes: starts, loads, streams, unloads, and tells a crash from a hang from a kill.

Owns every worker and leaves none behind. Never imports llama.cpp: what it loads or breaks, it breaks in the child.
"""

from __future__ import annotations

import asyncio
import itertools
import sys
import time
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from pathlib import Path

from app.domain.errors import BatonError, ModelFileError, OutOfMemoryError, WorkerDiedError
from app.domain.models import LoadPlan, LocalModel
from app.domain.ports import ChatRequest
from app.domain.settings import Settings
from app.domain.stream import Finished, Progress, StreamEvent
from app.llama import protocol
from app.llama.child_process import ChildProcess
from app.llama.memory import free_memory_bytes, kills_for_memory
from app.llama.wire import ProtocolError

_HANG_LIMIT_S = 300.0
_LOG_CHARS = 4000


@dataclass(frozen=True, slots=True)
class _Exited:
    """The worker is gone; ``error`` says why."""

    error: BatonError


_Inbox = asyncio.Queue["protocol.Report | _Exited"]


class LlamaSupervisor:
    """The port ``LocalEngine``. Use it from one event loop, asyncio's or qasync's.

    ``worker_command`` starts ``app.llama.worker.main``. ``settings`` is asked for the idle time whenever a model comes
    to rest; ``idle_unit_s`` is how many seconds its minute has. ``hang_limit_s``: a worker that computes and gives no
    sign of life for so long is ended.
    """

    def __init__(
        self,
        worker_command: Sequence[str],
        *,
        settings: Callable[[], Settings],
        free_memory: Callable[[], int] = free_memory_bytes,
        hang_limit_s: float = _HANG_LIMIT_S,
        idle_unit_s: float = 60.0,
    ) -> None:
        self._idle_unit_s = idle_unit_s
        self._command = tuple(worker_command)
        self._settings = settings
        self._free_memory = free_memory
        self._hang_limit_s = hang_limit_s
        self._workers: dict[protocol.Load, _Worker] = {}
        self._turns: dict[protocol.Load, asyncio.Lock] = {}
        self._loading = asyncio.Lock()
        self._closed = False

    @property
    def loaded(self) -> Sequence[str]:
        """The names of the models that are in memory, the least recently used first."""
        workers = sorted(self._workers.values(), key=lambda worker: worker.last_used)
        return tuple(worker.plan.model for worker in workers if worker.is_ready)

    @property
    def process_ids(self) -> Sequence[int]:
        """The workers that run now."""
        return tuple(worker.pid for worker in self._workers.values() if worker.is_running)

    def notes(self, model: str) -> Sequence[str]:
        """What a loaded model lacks, as sentences (a chat template); empty for one that is not loaded."""
        found = [worker.notes for worker in self._workers.values() if worker.plan.model == model]
        return found[0] if found else ()

    async def stream(
        self, model: LocalModel, plan: LoadPlan, request: ChatRequest
    ) -> AsyncGenerator[StreamEvent, None]:
        """Answer ``request``. Requests to one model wait for each other, in order of arrival.

        Raises :class:`ModelFileError`, :class:`OutOfMemoryError`, :class:`WorkerDiedError`, and what the engine raises.
        """
        if model.problem is not None:
            raise ModelFileError(model.problem)
        load = protocol.Load(
            path=model.path,
            context_tokens=plan.context_tokens,
            gpu_layers=protocol.ALL_LAYERS if 0 < plan.layers_total <= plan.layers_on_gpu else plan.layers_on_gpu,
            threads=plan.threads,
        )
        turn = self._turns.setdefault(load, asyncio.Lock())
        while True:
            async with aclosing(self._ensure_loaded(load, plan)) as loading:
                async for event in loading:
                    yield event
            if turn.locked():
                yield Progress(text="Waiting for the local model")
            async with turn:
                worker = self._workers.get(load)
                if worker is None or not worker.is_ready:
                    continue  # it went while this request waited
                try:
                    async with aclosing(worker.answer(request)) as events:
                        async for event in events:
                            yield event
                finally:
                    worker.rest(self._settings().local_idle_minutes * self._idle_unit_s)
                return

    async def unload(self) -> None:
        """End every worker; an answer that is running raises :class:`WorkerDiedError`."""
        workers = list(self._workers.values())
        self._workers.clear()
        for worker in workers:
            await worker.close()

    async def aclose(self) -> None:
        """End every worker and start none again. Safe to call twice."""
        self._closed = True
        await self.unload()

    async def _ensure_loaded(self, load: protocol.Load, plan: LoadPlan) -> AsyncGenerator[StreamEvent, None]:
        worker = self._workers.get(load)
        if worker is not None and worker.is_ready:
            return
        if self._loading.locked():
            yield Progress(text="Waiting for another model to load")
        async with self._loading:
            worker = self._workers.get(load)
            if worker is not None and worker.is_ready:
                return
            if worker is not None:
                await self._end(load)
            await self._make_room(load, plan)
            if self._closed:
                raise WorkerDiedError("Baton is closing; no model is loaded any more.", remedy="Start Baton again.")
            worker = _Worker(self._command, plan, hang_limit_s=self._hang_limit_s, on_gone=self._forget)
            self._workers[load] = worker
            try:
                async with aclosing(worker.load(load)) as progress:
                    async for event in progress:
                        yield event
            finally:
                if not worker.is_ready:  # it failed, or the person stopped waiting
                    await self._end(load)

    async def _make_room(self, load: protocol.Load, plan: LoadPlan) -> None:
        """Unload other loads of the same file, and other models where the memory would not do, the longest idle first.

        Raises :class:`OutOfMemoryError` before anything is unloaded where even that would not help.
        """
        for other in [other for other in self._workers if other.path == load.path]:
            await self._end_after_its_turn(other)
        needed = _main_memory_bytes(plan)
        by_age = sorted(self._workers, key=lambda other: self._workers[other].last_used)
        held = sum(_main_memory_bytes(self._workers[other].plan) for other in by_age)
        # A plan made while others filled the memory says that this one does not fit; without them it may.
        if needed > self._free_memory() + held or (not plan.fits and not by_age):
            raise OutOfMemoryError(
                plan.reason or f"{plan.model!r} takes more memory than is free.",
                remedy="Choose a smaller model or a smaller context, or close other programs.",
            )
        for other in by_age:
            if plan.fits and needed <= self._free_memory():
                return
            await self._end_after_its_turn(other)

    async def _end_after_its_turn(self, load: protocol.Load) -> None:
        async with self._turns[load]:
            await self._end(load)

    async def _end(self, load: protocol.Load) -> None:
        worker = self._workers.pop(load, None)
        if worker is not None:
            await worker.close()

    def _forget(self, worker: _Worker) -> None:
        for load, known in list(self._workers.items()):
            if known is worker:
                del self._workers[load]


def _main_memory_bytes(plan: LoadPlan) -> int:
    """What a plan takes of the machine's own memory: all of it, less the layers that lie on the GPU."""
    share = 1 - plan.layers_on_gpu / plan.layers_total if plan.layers_total else 1.0
    return int((plan.weights_bytes + plan.context_bytes) * share) + plan.working_bytes


@dataclass(eq=False)
class _Worker:
    """One worker process and the requests that run in it."""

    command: Sequence[str]
    plan: LoadPlan
    hang_limit_s: float
    on_gone: Callable[[_Worker], None]
    notes: tuple[str, ...] = ()
    is_ready: bool = False
    last_used: float = field(default_factory=time.monotonic)
    _ids: itertools.count[int] = field(default_factory=lambda: itertools.count(1))
    _inboxes: dict[int | None, _Inbox] = field(default_factory=dict)
    _log: list[str] = field(default_factory=list)
    _idle: asyncio.TimerHandle | None = None
    _closing: bool = False
    _fault: str = ""

    def __post_init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._gone: asyncio.Future[None] = self._loop.create_future()
        self._kills_before = kills_for_memory()
        try:
            self._child = ChildProcess(self.command, loop=self._loop, on_lines=self._hear, on_exit=self._exited)
        except OSError as error:
            raise WorkerDiedError(
                "The process for local models cannot be started.",
                remedy="Install Baton again, or look at baton doctor.",
                detail=str(error),
            ) from error

    @property
    def pid(self) -> int:
        return self._child.pid

    @property
    def is_running(self) -> bool:
        return self._child.is_running

    async def load(self, load: protocol.Load) -> AsyncGenerator[StreamEvent, None]:
        inbox = self._inboxes[None] = asyncio.Queue()
        self._child.send(protocol.encode(load))
        yield Progress(text=f"Loading {self.plan.model}", fraction=0.0)
        try:
            while True:
                match report := await self._next(inbox):
                    case protocol.Loading(fraction=fraction):
                        yield Progress(text=f"Loading {self.plan.model}", fraction=fraction)
                    case protocol.Loaded(notes=notes):
                        self.notes = notes
                        self.is_ready = True
                        return
                    case protocol.Failed():
                        raise protocol.error_of(report)
                    case _:
                        pass
        finally:
            del self._inboxes[None]

    async def answer(self, request: ChatRequest) -> AsyncGenerator[StreamEvent, None]:
        if self._idle is not None:
            self._idle.cancel()
        id = next(self._ids)
        inbox = self._inboxes[id] = asyncio.Queue()
        self._child.send(protocol.encode(protocol.Generate(id=id, request=request)))
        over = False
        try:
            while True:
                match report := await self._next(inbox):
                    case protocol.Said(event=event):
                        over = isinstance(event, Finished)
                        yield event
                        if over:
                            return
                    case protocol.Failed():
                        over = True
                        raise protocol.error_of(report)
                    case _:
                        pass
        finally:
            del self._inboxes[id]
            if not over:
                self._child.send(protocol.encode(protocol.Cancel(id=id)))

    def rest(self, idle_s: float) -> None:
        """An answer is over: unload after ``idle_s`` seconds without another; 0 keeps the model."""
        self.last_used = time.monotonic()
        if self._idle is not None:
            self._idle.cancel()
            self._idle = None
        if idle_s > 0 and not self._closing:
            self._idle = self._loop.call_later(idle_s, self._unload_idle)

    async def close(self) -> None:
        """End the process and wait until it is gone."""
        self._closing = True
        self.is_ready = False
        if self._idle is not None:
            self._idle.cancel()
        self._child.kill()
        # Shielded: a cancelled caller must not leave a process that nobody waits for.
        await asyncio.shield(self._gone)

    async def _next(self, inbox: _Inbox) -> protocol.Report:
        try:
            async with asyncio.timeout(self.hang_limit_s):
                report = await inbox.get()
        except TimeoutError:
            self._fault = f"The local model gave no sign of life for {self.hang_limit_s:.0f} s and was stopped."
            self._child.kill()
            report = await inbox.get()
            while not isinstance(report, _Exited):
                report = await inbox.get()
        if isinstance(report, _Exited):
            raise report.error
        return report

    def _hear(self, lines: list[bytes]) -> None:
        for line in lines:
            try:
                self._take(protocol.decode_report(line))
            except ProtocolError as error:
                self._fault = "The process for local models said something that makes no sense."
                self._log.append(str(error))
                self._child.kill()
                return

    def _take(self, report: protocol.Report) -> None:
        match report:
            case protocol.Said(id=id) | protocol.Failed(id=id):
                receivers = [self._inboxes[id]] if id in self._inboxes else []
            case protocol.Logged(text=text):
                self._log.append(text)
                del self._log[:-100]
                return
            case protocol.Hello(version=version):
                if version != protocol.VERSION:
                    raise ProtocolError(f"version {version}")
                return
            case _:
                receivers = list(self._inboxes.values())
        for inbox in receivers:
            inbox.put_nowait(report)

    def _exited(self, status: int) -> None:
        self.is_ready = False
        if self._idle is not None:
            self._idle.cancel()
        error = self._error_of(status)
        for inbox in self._inboxes.values():
            inbox.put_nowait(_Exited(error))
        if not self._gone.done():
            self._gone.set_result(None)
        self.on_gone(self)

    def _error_of(self, status: int) -> BatonError:
        detail = f"exit status {status}\n" + "\n".join([*self._log, self._child.stderr_tail])[-_LOG_CHARS:]
        if self._closing:
            return WorkerDiedError("The local model was unloaded.", remedy="Send the message again.", detail=detail)
        if self._fault:
            return WorkerDiedError(self._fault, remedy="Send the message again.", detail=detail)
        name = Path(self.plan.model).name
        if status == -9 and sys.platform == "linux" and kills_for_memory() > self._kills_before:
            return OutOfMemoryError(
                f"The system ended {name!r} because memory ran out.",
                remedy="Choose a smaller model or a smaller context, or close other programs.",
                detail=detail,
            )
        return WorkerDiedError(
            f"The process of the local model {name!r} ended unexpectedly.",
            remedy="Send the message again; the model is loaded afresh.",
            detail=detail,
        )

    def _unload_idle(self) -> None:
        self._closing = True
        self.is_ready = False
        self._child.kill()
