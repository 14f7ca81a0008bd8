"""Models on this machine: which files there are, how they would be loaded, what is in memory, and their downloads.

Answers nobody: that is the provider ``local`` and the chat service. Touches no file itself; its ports do.
"""

from __future__ import annotations

import asyncio
import dataclasses
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from app.domain.errors import UsageError
from app.domain.models import LoadPlan, LocalModel
from app.domain.ports import LocalEngine, LocalModelStore
from app.domain.settings import problems
from app.services.settings import SettingsService


class LocalModelService:
    """Local models, for the commands and the window."""

    def __init__(self, *, store: LocalModelStore, engine: LocalEngine, settings: SettingsService) -> None:
        self._store = store
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

    async def pull(
        self, repository: str, file_name: str | None, progress: Callable[[int, int | None], None]
    ) -> LocalModel:
        """Download a model; cancelling the task stops the download. ``progress`` is called on the loop's thread."""
        loop = asyncio.get_running_loop()
        cancelled = threading.Event()

        def report(done: int, total: int | None) -> None:
            if not cancelled.is_set():
                loop.call_soon_threadsafe(progress, done, total)

        download = asyncio.ensure_future(
            asyncio.to_thread(self._store.pull, repository, file_name, report, cancelled.is_set)
        )
        try:
            model = await asyncio.shield(download)
        except asyncio.CancelledError:
            cancelled.set()
            # The thread notices between two blocks; waiting for it leaves no half-written file behind unnoticed.
            await asyncio.wait([download])
            if not download.cancelled():
                download.exception()
            raise
        self._changed()
        return model

    def _changed(self) -> None:
        for listener in tuple(self._listeners):
            listener()
