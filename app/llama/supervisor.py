"""Runs local models in worker processes: loads them as planned, lets them answer side by side, makes room, unloads.

Owns every worker and leaves none behind. Never imports llama.cpp: what it loads or breaks, it breaks in the child.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace

from app.domain.errors import ModelFileError, OutOfMemoryError, UnsupportedError, WorkerDiedError
from app.domain.language import tr
from app.domain.models import LoadPlan, LocalModel
from app.domain.ports import UNWATCHED, ChatRequest, CompletionRequest, Embeddings, WorkRegister
from app.domain.settings import Settings
from app.domain.stream import Progress, StreamEvent
from app.llama import protocol
from app.llama.memory import MemoryState, free_memory_bytes, memory_state
from app.llama.memory_watch import MemoryWatch
from app.llama.plan.plan import fits_beside
from app.llama.plan.shrinking import shrunk
from app.llama.worker_link import WorkerLink

_HANG_LIMIT_S = 60.0
_MIB = 1024**2


@dataclass(frozen=True, slots=True)
class _Key:
    """What makes a loaded model another one: the file, its adapters, and what the person chose of how it is loaded.

    The plan is no part of it: a model that is loaded has changed what is free, and with it every later plan.
    """

    path: str
    adapters: tuple[tuple[str, float], ...]
    chosen: tuple[object, ...]


class LlamaSupervisor:
    """The port ``LocalEngine``. Use it from one event loop, asyncio's or qasync's.

    ``worker_command`` starts ``app.llama.worker.main``. ``settings`` is asked whenever a model is needed or comes to
    rest; ``idle_unit_s`` is how many seconds its minute has. ``memory`` is looked at every ``look_every_s`` seconds.
    ``hang_limit_s``: a worker that computes and gives no sign of life for so long is ended.
    """

    def __init__(
        self,
        worker_command: Sequence[str],
        *,
        settings: Callable[[], Settings],
        free_memory: Callable[[], int] = free_memory_bytes,
        memory: Callable[[], MemoryState] = memory_state,
        hang_limit_s: float = _HANG_LIMIT_S,
        idle_unit_s: float = 60.0,
        look_every_s: float = 5.0,
        work: WorkRegister = UNWATCHED,
    ) -> None:
        self._work = work
        self._idle_unit_s = idle_unit_s
        self._command = tuple(worker_command)
        self._settings = settings
        self._free_memory = free_memory
        self._hang_limit_s = hang_limit_s
        self._workers: dict[_Key, WorkerLink] = {}
        self._loading = asyncio.Lock()
        self._closed = False
        self._listeners: list[Callable[[str], None]] = []
        self._watch = MemoryWatch(self._unload_idle, self._warn, state=memory, every_s=look_every_s)

    @property
    def loaded(self) -> Sequence[LoadPlan]:
        """The plans by which models are in memory now, the least recently used first."""
        return tuple(worker.plan for worker in self._by_age() if worker.is_ready)

    def plan_of(self, model: LocalModel) -> LoadPlan | None:
        """See the port."""
        worker = self._ready(self._key(model))
        return None if worker is None else worker.plan

    @property
    def process_ids(self) -> Sequence[int]:
        """The workers that run now."""
        return tuple(worker.pid for worker in self._workers.values() if worker.is_running)

    def listen(self, listener: Callable[[str], None]) -> None:
        """See the port."""
        self._listeners.append(listener)

    def notes(self, model: str) -> Sequence[str]:
        """What a loaded model lacks, as sentences (a chat template); empty for one that is not loaded."""
        found = [worker.notes for worker in self._workers.values() if worker.plan.model == model]
        return found[0] if found else ()

    async def stream(
        self, model: LocalModel, plan: LoadPlan, request: ChatRequest | CompletionRequest
    ) -> AsyncGenerator[StreamEvent, None]:
        """Answer ``request``, beside whatever else the model answers now; what the model's makers recommend counts
        where the request does not say otherwise.

        Raises :class:`ModelFileError`, :class:`OutOfMemoryError`, :class:`WorkerDiedError`, and what the engine raises.
        """
        key = self._key(model)
        while (worker := self._ready(key)) is None:
            async with aclosing(self._ensure_loaded(key, model, plan)) as loading:
                async for event in loading:
                    yield event
        with worker.claimed(self._idle_s):
            wanted = replace(request, parameters={**dict(model.recommended), **request.parameters})
            async with aclosing(worker.answer(wanted)) as events:
                async for event in events:
                    yield event

    async def count_tokens(self, model: LocalModel, plan: LoadPlan, request: ChatRequest) -> int:
        """See the port."""
        worker = await self._loaded(model, plan)
        with worker.claimed(self._idle_s):
            return await worker.count(request)

    async def embed(self, model: LocalModel, plan: LoadPlan, texts: Sequence[str]) -> Embeddings:
        """See the port."""
        if model.kind != "embedding":
            raise UnsupportedError(
                tr("{name!r} makes no vectors.", name=model.name), remedy=tr("Choose an embedding model.")
            )
        worker = await self._loaded(model, plan)
        with worker.claimed(self._idle_s):
            return await worker.embed(texts)

    async def unload(self, name: str | None = None) -> None:
        """End the worker of the model called ``name``, or every one; an answer that runs raises ``WorkerDiedError``."""
        for worker in self._by_age():
            if name is None or worker.plan.model == name:
                await self._end(worker)

    async def aclose(self) -> None:
        """End every worker and start none again. Safe to call twice."""
        self._closed = True
        await self.unload()

    def _key(self, model: LocalModel) -> _Key:
        if model.problem is not None:
            raise ModelFileError(model.problem)
        now = self._settings()
        return _Key(
            path=model.path,
            adapters=tuple((adapter.path, adapter.scale) for adapter in model.adapters),
            chosen=(
                now.local_policy,
                now.local_gpu_layers,
                now.local_context_tokens,
                now.local_kv_type,
                now.local_flash_attention,
                now.local_sequences,
                now.local_threads,
            ),
        )

    def _idle_s(self) -> float:
        return self._settings().local_idle_minutes * self._idle_unit_s

    def _by_age(self) -> list[WorkerLink]:
        return sorted(self._workers.values(), key=lambda worker: worker.last_used)

    def _ready(self, key: _Key) -> WorkerLink | None:
        worker = self._workers.get(key)
        return worker if worker is not None and worker.is_ready else None

    async def _loaded(self, model: LocalModel, plan: LoadPlan) -> WorkerLink:
        key = self._key(model)
        while (worker := self._ready(key)) is None:
            async with aclosing(self._ensure_loaded(key, model, plan)) as loading:
                async for _ in loading:
                    pass
        return worker

    async def _ensure_loaded(self, key: _Key, model: LocalModel, plan: LoadPlan) -> AsyncGenerator[StreamEvent, None]:
        if self._loading.locked():
            yield Progress(text=tr("Waiting for another model to load"))
        async with self._loading:
            if self._ready(key) is not None:
                return
            if (worker := self._workers.get(key)) is not None:
                await self._end(worker)  # it is ending, or was given up while it loaded
            async with aclosing(self._make_room(key, plan)) as waiting:
                async for event in waiting:
                    yield event
            attempt: LoadPlan | None = plan
            while attempt is not None:
                try:
                    async with aclosing(self._load(key, model, attempt)) as events:
                        async for event in events:
                            yield event
                    return
                except OutOfMemoryError as error:
                    attempt = shrunk(attempt)
                    if attempt is None:
                        raise
                    yield Progress(text=f"{error.message} {attempt.notes[-1]}")

    async def _load(self, key: _Key, model: LocalModel, plan: LoadPlan) -> AsyncGenerator[StreamEvent, None]:
        if self._closed:
            raise WorkerDiedError(tr("Baton is closing; no model is loaded any more."), remedy=tr("Start Baton again."))
        load = protocol.Load(
            path=model.path,
            context_tokens=plan.context_tokens,
            gpu_layers=plan.gpu_layers,
            threads=plan.threads,
            sequences=plan.sequences,
            batch_tokens=plan.batch_tokens,
            tensor_split=plan.tensor_split,
            kv_type=plan.kv_type,
            flash_attention=plan.flash_attention,
            adapters=key.adapters,
            cache_bytes=self._settings().local_prompt_cache_mib * _MIB,
            embeds=model.kind == "embedding",
        )
        worker = WorkerLink(self._command, plan, hang_limit_s=self._hang_limit_s, on_gone=self._forget)
        self._workers[key] = worker
        self._watch.start()
        stopping: list[asyncio.Task[None]] = []

        def stop() -> None:
            stopping.append(
                asyncio.get_running_loop().create_task(self._end(worker), name=f"stop loading {model.name}")
            )

        with self._work.doing(tr("Load {model}", model=model.name), stop=stop) as work:
            try:
                async with aclosing(worker.load(load)) as progress:
                    async for event in progress:
                        if isinstance(event, Progress):
                            work.reached(event.fraction or 0.0, 1.0)
                        yield event
            except WorkerDiedError as error:
                if work.is_stopped:
                    raise WorkerDiedError(
                        tr("You stopped the loading of {name!r}.", name=model.name), remedy=tr("Ask again to load it.")
                    ) from error
                raise
            finally:
                if not worker.is_ready:  # it failed, or the person stopped waiting
                    await self._end(worker)
                await asyncio.gather(*stopping)

    async def _make_room(self, key: _Key, plan: LoadPlan) -> AsyncGenerator[StreamEvent, None]:
        """Unload other loads of the same file, and other models where the memory would not do, the longest idle first.

        Raises :class:`OutOfMemoryError` before anything is unloaded where even that would not help.
        """
        for other in [worker for known, worker in self._workers.items() if known.path == key.path]:
            if other.is_claimed:
                yield _waiting_for(other)
            await self._end_after_its_turn(other)
        by_age = self._by_age()
        needed = plan.main_memory_bytes
        limit = self._settings().local_memory_limit_mib * _MIB
        # A plan made while others filled the memory says that this one does not fit; without them it may.
        held = sum(other.plan.main_memory_bytes for other in by_age)
        if needed > self._free_memory() + held or (not plan.fits and not by_age):
            raise OutOfMemoryError(
                plan.reason or tr("{model!r} takes more memory than is free.", model=plan.model),
                remedy=tr("Choose a smaller model or a smaller context, or close other programs."),
            )
        if limit and plan.total_bytes > limit:
            raise OutOfMemoryError(
                tr(
                    "{model!r} takes {size} MiB, and local models may take {limit} MiB.",
                    model=plan.model,
                    size=plan.total_bytes // _MIB,
                    limit=limit // _MIB,
                ),
                remedy=tr("Raise 'Memory for models' in the settings, or choose a smaller model or context."),
            )
        for other in by_age:
            total = plan.total_bytes + sum(worker.plan.total_bytes for worker in self._workers.values())
            beside = [worker.plan for worker in self._workers.values()]
            is_room = needed <= self._free_memory() and fits_beside(plan, beside)
            if plan.fits and is_room and (not limit or total <= limit):
                return
            if other.is_claimed:
                yield _waiting_for(other)
            await self._end_after_its_turn(other)

    async def _end_after_its_turn(self, worker: WorkerLink) -> None:
        await worker.rested()
        await self._end(worker)

    async def _end(self, worker: WorkerLink) -> None:
        self._forget(worker)
        await worker.close()

    def _forget(self, worker: WorkerLink) -> None:
        for key, known in list(self._workers.items()):
            if known is worker:
                del self._workers[key]
        if not self._workers:
            self._watch.stop()

    async def _unload_idle(self) -> str:
        """Unload the model that was idle for the longest; its name, or an empty text where all are at work."""
        for worker in self._by_age():
            if worker.is_ready and not worker.is_claimed:
                await self._end(worker)
                return worker.plan.model
        return ""

    def _warn(self, text: str) -> None:
        for listener in self._listeners:
            listener(text)


def _waiting_for(worker: WorkerLink) -> Progress:
    return Progress(text=tr("Waiting for {model}, which answers, to make room", model=worker.plan.model))
