"""One worker process as its supervisor sees it: what is asked of it, what it answers, and how it ended.

Tells a crash from a hang from a kill for lack of memory. Decides nothing about which models are loaded.
"""

from __future__ import annotations

import asyncio
import base64
import itertools
import logging
import struct
import sys
import time
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.domain.errors import BatonError, OutOfMemoryError, UnsupportedError, WorkerDiedError
from app.domain.language import tr
from app.domain.models import LoadPlan
from app.domain.ports import ChatRequest, CompletionRequest, Embeddings
from app.domain.stream import Finished, Progress, StreamEvent
from app.llama import protocol
from app.llama.child_process import ChildProcess
from app.llama.memory import kills_for_memory
from app.llama.wire import ProtocolError

if TYPE_CHECKING:
    from collections.abc import Iterator

log = logging.getLogger(__name__)

_LOG_CHARS = 4000
_LOG_LINES = 100
_EMBEDDED_AT_ONCE = 32
_LOADING_PATIENCE = 5  # times the limit: a large tensor on a slow disk, a GPU's kernels compiled for the first time


@dataclass(frozen=True, slots=True)
class _Exited:
    """The worker is gone; ``error`` says why."""

    error: BatonError


_Inbox = asyncio.Queue["protocol.Report | _Exited"]


@dataclass(eq=False)
class WorkerLink:
    """A worker for one model. ``hang_limit_s``: one that computes and gives no sign of life for so long is ended.

    ``on_gone`` is called once when the process has ended, for whatever reason. Raises :class:`WorkerDiedError` where
    it cannot be started.
    """

    command: Sequence[str]
    plan: LoadPlan
    hang_limit_s: float
    on_gone: Callable[[WorkerLink], None]
    notes: tuple[str, ...] = ()
    is_ready: bool = False
    last_used: float = field(default_factory=time.monotonic)
    _ids: itertools.count[int] = field(default_factory=lambda: itertools.count(1))
    _inboxes: dict[int | None, _Inbox] = field(default_factory=dict)
    _log: list[str] = field(default_factory=list)
    _claims: int = 0
    _idle: asyncio.TimerHandle | None = None
    _closing: bool = False
    _fault: str = ""

    def __post_init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._gone: asyncio.Future[None] = self._loop.create_future()
        self._heard_s = time.monotonic()
        self._unclaimed = asyncio.Event()
        self._unclaimed.set()
        self._kills_before = kills_for_memory()
        try:
            self._child = ChildProcess(self.command, loop=self._loop, on_lines=self._hear, on_exit=self._exited)
        except (OSError, RuntimeError) as error:  # no program, no process, no thread
            raise WorkerDiedError(
                tr("The process for local models cannot be started."),
                remedy=tr("Close other programs, or look at baton doctor."),
                detail=str(error),
            ) from error

    @property
    def pid(self) -> int:
        return self._child.pid

    @property
    def is_running(self) -> bool:
        return self._child.is_running

    @property
    def is_claimed(self) -> bool:
        """Whether somebody works with it now."""
        return self._claims > 0

    @contextmanager
    def claimed(self, idle_s: Callable[[], float]) -> Iterator[None]:
        """Work with it: it is not unloaded meanwhile, and after that in ``idle_s`` seconds (0: never)."""
        self._claims += 1
        self._unclaimed.clear()
        if self._idle is not None:
            self._idle.cancel()
            self._idle = None
        try:
            yield
        finally:
            self._claims -= 1
            self.last_used = time.monotonic()
            if not self._claims:
                self._unclaimed.set()
                if (wait_s := idle_s()) > 0 and not self._closing:
                    self._idle = self._loop.call_later(wait_s, self._unload_idle)

    async def load(self, load: protocol.Load) -> AsyncGenerator[StreamEvent, None]:
        """Load the model; yields its progress. Raises what the engine raises."""
        inbox = self._inboxes[None] = asyncio.Queue()
        self._send(load)
        yield Progress(text=tr("Loading {model}", model=self.plan.model), fraction=0.0)
        try:
            while True:
                match report := await self._next(inbox):
                    case protocol.Loading(fraction=fraction):
                        yield Progress(text=tr("Loading {model}", model=self.plan.model), fraction=fraction)
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

    async def answer(self, request: ChatRequest | CompletionRequest) -> AsyncGenerator[StreamEvent, None]:
        """Answer; closing the generator stops the worker's part in it within a token."""
        id, inbox = self._ask_for(lambda id: protocol.Generate(id=id, request=request))
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
                self._send(protocol.Cancel(id=id))

    async def count(self, request: ChatRequest) -> int:
        """How many tokens a request is."""
        report = await self._ask(lambda id: protocol.Count(id=id, request=request))
        assert isinstance(report, protocol.Counted)
        return report.tokens

    async def embed(self, texts: Sequence[str]) -> Embeddings:
        """Vectors of texts. Asked for in parts, so that no answer holds the loop up and one that nobody wants ends."""
        vectors: list[Sequence[float]] = []
        tokens = 0
        for start in range(0, len(texts), _EMBEDDED_AT_ONCE):
            report = await self._ask(_embedding(texts[start : start + _EMBEDDED_AT_ONCE]))
            assert isinstance(report, protocol.Embedded)
            vectors += await asyncio.to_thread(_vectors, report)
            tokens += report.tokens
        return Embeddings(vectors=vectors, input_tokens=tokens)

    async def rested(self) -> None:
        """Wait until nobody works with it; nobody new is let in from now on, unless the wait is given up."""
        was_ready, self.is_ready = self.is_ready, False
        try:
            await self._unclaimed.wait()
        except asyncio.CancelledError:
            self.is_ready = was_ready and self.is_running and not self._closing
            raise

    async def close(self) -> None:
        """End the process and wait until it is gone."""
        self._closing = True
        self.is_ready = False
        if self._idle is not None:
            self._idle.cancel()
        self._child.kill()
        # Shielded: a cancelled caller must not leave a process that nobody waits for.
        await asyncio.shield(self._gone)

    def _ask_for(self, make: Callable[[int], protocol.Command]) -> tuple[int, _Inbox]:
        """Send a command that is answered by its id."""
        id = next(self._ids)
        try:
            command = protocol.encode(make(id))
        except ValueError as error:
            raise UnsupportedError(
                tr("The request holds a number that is none, or is infinite."),
                remedy=tr("Look at its schema, its tools and its parameters."),
                detail=str(error),
            ) from error
        inbox = self._inboxes[id] = asyncio.Queue()
        self._send_line(command)
        return id, inbox

    def _send(self, command: protocol.Command) -> None:
        self._send_line(protocol.encode(command))

    def _send_line(self, line: bytes) -> None:
        if len(self._inboxes) == 1:  # it was idle until now, and owed nobody a sign of life
            self._heard_s = time.monotonic()
        self._child.send(line)

    async def _ask(self, make: Callable[[int], protocol.Command]) -> protocol.Report:
        id, inbox = self._ask_for(make)
        try:
            while True:
                match report := await self._next(inbox):
                    case protocol.Counted() | protocol.Embedded():
                        return report
                    case protocol.Failed():
                        raise protocol.error_of(report)
                    case _:
                        pass
        finally:
            del self._inboxes[id]

    async def _next(self, inbox: _Inbox) -> protocol.Report:
        while inbox.empty():
            # Who waits for others hears nothing while the worker writes their answers: any sign of life counts.
            limit_s = self.hang_limit_s if self.is_ready or self._claims else self.hang_limit_s * _LOADING_PATIENCE
            try:
                async with asyncio.timeout(max(limit_s - (time.monotonic() - self._heard_s), 0.01)):
                    report = await inbox.get()
                break
            except TimeoutError:
                if time.monotonic() - self._heard_s < limit_s:
                    continue
                self._fault = tr(
                    "The local model gave no sign of life for {seconds} s and was stopped.", seconds=f"{limit_s:.0f}"
                )
                self._child.kill()
                report = await inbox.get()
                while not isinstance(report, _Exited):
                    report = await inbox.get()
                break
        else:
            report = inbox.get_nowait()
        if isinstance(report, _Exited):
            raise report.error
        return report

    def _hear(self, lines: list[bytes]) -> None:
        self._heard_s = time.monotonic()
        for line in lines:
            try:
                self._take(protocol.decode_report(line))
            except ProtocolError as error:
                self._fault = tr("The process for local models said something that makes no sense.")
                self._log.append(str(error))
                self._child.kill()
                return

    def _take(self, report: protocol.Report) -> None:
        match report:
            case protocol.Said(id=id) | protocol.Counted(id=id) | protocol.Embedded(id=id) | protocol.Failed(id=id):
                receivers = [self._inboxes[id]] if id in self._inboxes else []
            case protocol.Logged(text=text):
                log.info("llama.cpp (%s): %s", self.plan.model, text)
                self._log.append(text)
                del self._log[:-_LOG_LINES]
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
        if not self._closing:
            log.warning("the worker of %s ended: %s %s", self.plan.model, error.message, error.detail)
        for inbox in self._inboxes.values():
            inbox.put_nowait(_Exited(error))
        if not self._gone.done():
            self._gone.set_result(None)
        self.on_gone(self)

    def _error_of(self, status: int) -> BatonError:
        detail = f"exit status {status}\n" + "\n".join([*self._log, self._child.stderr_tail])[-_LOG_CHARS:]
        if self._closing:
            return WorkerDiedError(
                tr("The local model was unloaded."), remedy=tr("Send the message again."), detail=detail
            )
        if self._fault:
            return WorkerDiedError(self._fault, remedy=tr("Send the message again."), detail=detail)
        name = self.plan.model
        if status == -9 and sys.platform == "linux" and kills_for_memory() > self._kills_before:
            return OutOfMemoryError(
                tr("The system ended {name!r} because memory ran out.", name=name),
                remedy=tr("Choose a smaller model or a smaller context, or close other programs."),
                detail=detail,
            )
        return WorkerDiedError(
            tr("The process of the local model {name!r} ended unexpectedly.", name=name),
            remedy=tr("Send the message again; the model is loaded afresh."),
            detail=detail,
        )

    def _unload_idle(self) -> None:
        self._closing = True
        self.is_ready = False
        self._child.kill()


def _embedding(texts: Sequence[str]) -> Callable[[int], protocol.Command]:
    return lambda id: protocol.Embed(id=id, texts=tuple(texts))


def _vectors(report: protocol.Embedded) -> list[tuple[float, ...]]:
    found = (base64.b64decode(vector) for vector in report.vectors)
    return [struct.unpack(f"<{len(data) // 4}f", data) for data in found]
