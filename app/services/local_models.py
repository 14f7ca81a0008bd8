"""Models on this machine: which files there are, how they would be loaded, what is in memory, and their downloads.

Answers nobody: that is the provider ``local`` and the chat service. Touches no file itself; its ports do.
"""

from __future__ import annotations

import asyncio
import dataclasses
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from app.domain.errors import UsageError
from app.domain.hub import DownloadProgress, FoundModel, HubPage, HubRepository
from app.domain.models import LoadPlan, LocalModel
from app.domain.ports import LocalEngine, LocalModelStore, ModelHub
from app.domain.settings import problems
from app.services.downloads import DownloadQueue
from app.services.settings import SettingsService

_T = TypeVar("_T")
_PAGE = 20


class LocalModelService:
    """Local models, for the commands and the window. ``downloads`` go on while nobody looks."""

    def __init__(
        self, *, store: LocalModelStore, hub: ModelHub, engine: LocalEngine, settings: SettingsService
    ) -> None:
        self.downloads = DownloadQueue(pull=self.pull, discard=self._discard)
        self._store = store
        self._hub = hub
        self._engine = engine
        self._settings = settings
        self._listeners: list[Callable[[], None]] = []

    @property
    def notices(self) -> Sequence[str]:
        """What the person must know of the list of local models, once it was read."""
        return self._store.notices

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call ``listener`` after the list of models changed; the returned function ends that."""

        def entry() -> None:
            listener()

        self._listeners.append(entry)

        def end() -> None:
            if entry in self._listeners:
                self._listeners.remove(entry)

        return end

    def listen(self, listener: Callable[[str], None]) -> None:
        """Tell ``listener``, as sentences, what the person must know of the models in memory."""
        self._engine.listen(listener)

    async def models(self) -> Sequence[LocalModel]:
        """The GGUF files that Baton knows, those that cannot be used included."""
        return await asyncio.to_thread(self._store.models)

    async def model(self, name: str) -> LocalModel:
        """The model ``name``. Raises ``NotFoundError``."""
        return await asyncio.to_thread(self._store.model, name)

    async def add(self, path: Path) -> LocalModel:
        """Make a GGUF file known, where it lies. Raises ``ModelFileError``."""
        model = await asyncio.to_thread(self._store.add, path)
        self._changed()
        return model

    async def remove(self, name: str) -> None:
        """Forget a local model, and unload it first. Raises ``NotFoundError``."""
        model = await asyncio.to_thread(self._store.model, name)
        # A file that a process holds open cannot be deleted on Windows, and would not free its space elsewhere.
        await self._engine.unload(model.name)
        await asyncio.to_thread(self._store.remove, model.name)
        self._changed()

    async def plan(self, name: str, tried: Mapping[str, object] | None = None) -> LoadPlan:
        """How a local model would be loaded, with the settings in force or with some ``tried`` in their place.

        Raises ``NotFoundError``, ``ModelFileError``, and ``UsageError`` for a value that no setting may have.
        """
        for problem in problems(tried or {}).values():
            raise UsageError(problem)
        # problems() has checked each value against the type of its field.
        settings = dataclasses.replace(self._settings.current, **dict(tried or {}))  # type: ignore[arg-type]
        return await asyncio.to_thread(self._store.plan, name, settings)

    @property
    def loaded(self) -> Sequence[LoadPlan]:
        """The plans by which models are in memory now, the least recently used first."""
        return self._engine.loaded

    @property
    def process_ids(self) -> Sequence[int]:
        """The processes that hold models now."""
        return self._engine.process_ids

    async def unload(self, name: str | None = None) -> None:
        """Free the memory of one model, or of all; an answer that is running ends with what it has."""
        await self._engine.unload(name)

    async def search(self, text: str, *, limit: int = _PAGE, following: str = "") -> HubPage:
        """Search the model hub; cancelling the task ends the request. ``following``: of the page before."""
        return await self._stoppable(
            lambda cancelled: self._hub.search(text.strip(), limit=limit, following=following, cancelled=cancelled)
        )

    async def repository(self, name: str, *, is_measured: bool = False) -> HubRepository:
        """What a repository of the hub holds, and what of it fits here: estimated, or worked out, which takes longer.

        Raises ``NotFoundError`` and ``UsageError``.
        """
        ask = self._hub.measured if is_measured else self._hub.repository
        return await self._stoppable(lambda cancelled: ask(name.strip(), self._settings.current, cancelled))

    async def pull(
        self, repository: str, file_name: str | None, progress: Callable[[DownloadProgress], None]
    ) -> LocalModel:
        """Download a model; cancelling the task stops the download, and what came is kept.

        ``progress`` is called on the loop's thread.
        """
        loop = asyncio.get_running_loop()

        def work(cancelled: Callable[[], bool]) -> LocalModel:
            def report(reached: DownloadProgress) -> None:
                if not cancelled():
                    loop.call_soon_threadsafe(progress, reached)

            return self._store.pull(repository, file_name, self._settings.current, report, cancelled)

        model = await self._stoppable(work)
        self._changed()
        return model

    async def restore_downloads(self) -> None:
        """List, as paused, what an earlier Baton began to download and did not complete."""
        self.downloads.restore(await asyncio.to_thread(self._store.unfinished))

    async def discover(self) -> Sequence[FoundModel]:
        """Model files that Ollama, LM Studio and others keep on this machine; ``add`` makes one known."""
        return await asyncio.to_thread(self._store.discover)

    async def set_adapter(self, name: str, adapter: str, scale: float = 1.0) -> LocalModel:
        """Lay a LoRA adapter, a file or a known adapter's name, over a model, from its next loading on.

        Raises ``NotFoundError``, ``ModelFileError`` and ``UsageError``.
        """
        model = await asyncio.to_thread(self._store.set_adapter, name, adapter, scale)
        await self._engine.unload(model.name)
        self._changed()
        return model

    async def remove_adapter(self, name: str, adapter: str) -> LocalModel:
        """Take an adapter off a model, from its next loading on. Raises ``NotFoundError``."""
        model = await asyncio.to_thread(self._store.remove_adapter, name, adapter)
        await self._engine.unload(model.name)
        self._changed()
        return model

    async def aclose(self) -> None:
        """Stop the downloads; what they have brought is kept."""
        await self.downloads.aclose()

    async def _discard(self, repository: str, file_name: str) -> None:
        await asyncio.to_thread(self._store.discard, repository, file_name)

    async def _stoppable(self, work: Callable[[Callable[[], bool]], _T]) -> _T:
        """Do ``work`` on a thread; where the task is cancelled, tell it so and wait for it to notice."""
        cancelled = threading.Event()
        working = asyncio.ensure_future(asyncio.to_thread(work, cancelled.is_set))
        try:
            return await asyncio.shield(working)
        except asyncio.CancelledError:
            cancelled.set()
            # Nothing of it may be under way once the caller believes it ended.
            await asyncio.wait([working])
            if not working.cancelled():
                working.exception()
            raise

    def _changed(self) -> None:
        for listener in tuple(self._listeners):
            listener()
