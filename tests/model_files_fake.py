"""Local models in memory: files that are none, a hub with nothing in it, and an engine that runs nothing."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import replace
from pathlib import Path

from app.domain.errors import NotFoundError, StreamCutError, UnsupportedError
from app.domain.hub import DownloadProgress, FoundModel, HubPage, HubRepository, UnfinishedDownload
from app.domain.models import Adapter, LoadPlan, LocalModel
from app.domain.ports import ChatRequest, CompletionRequest, Embeddings
from app.domain.settings import Settings
from app.domain.stream import StreamEvent


class MemoryModelFiles:
    """Local model files, in memory. Pulling from ``endless`` goes on until it is cancelled."""

    notices: Sequence[str] = ()

    def __init__(self) -> None:
        self.known: dict[str, LocalModel] = {}
        self.found: list[FoundModel] = []
        self.left: list[UnfinishedDownload] = []
        self.blocks_read = threading.Event()
        self.cancelled_seen = threading.Event()

    def models(self) -> Sequence[LocalModel]:
        return tuple(self.known.values())

    def model(self, name: str) -> LocalModel:
        if name not in self.known:
            raise NotFoundError(f"There is no local model {name!r}.")
        return self.known[name]

    def add(self, path: Path) -> LocalModel:
        self.known[path.stem] = LocalModel(name=path.stem, path=str(path), size_bytes=1)
        return self.known[path.stem]

    def remove(self, name: str) -> None:
        self.model(name)
        del self.known[name]

    def pull(
        self,
        repository: str,
        file_name: str | None,
        settings: Settings,
        progress: Callable[[DownloadProgress], None],
        cancelled: Callable[[], bool],
    ) -> LocalModel:
        progress(DownloadProgress(done_bytes=1, total_bytes=2, file_name="m.gguf"))
        if repository == "endless":
            self.blocks_read.set()
            pause = threading.Event()
            while not cancelled():
                pause.wait(0.005)
            self.cancelled_seen.set()
            raise StreamCutError("The download was stopped.")
        if repository == "broken":
            raise StreamCutError("The download broke off.", remedy="Start it again.")
        progress(DownloadProgress(done_bytes=2, total_bytes=2, file_name="m.gguf"))
        return self.add(Path(f"{repository}.gguf"))

    def unfinished(self) -> Sequence[UnfinishedDownload]:
        return tuple(self.left)

    def discard(self, repository: str, file_name: str) -> None:
        kept = [left for left in self.left if (left.repository, left.file_name) != (repository, file_name)]
        if len(kept) == len(self.left):
            raise NotFoundError("There is no such download.")
        self.left = kept

    def discover(self) -> Sequence[FoundModel]:
        by_path = {model.path: model.name for model in self.known.values()}
        return tuple(replace(found, known_as=by_path.get(found.path, "")) for found in self.found)

    def set_adapter(self, name: str, adapter: str, scale: float) -> LocalModel:
        model = self.model(name)
        self.known[name] = replace(model, adapters=(*model.adapters, Adapter(path=adapter, scale=scale)))
        return self.known[name]

    def remove_adapter(self, name: str, adapter: str) -> LocalModel:
        model = self.model(name)
        self.known[name] = replace(model, adapters=tuple(a for a in model.adapters if a.path != adapter))
        return self.known[name]

    def plan(self, name: str, settings: Settings) -> LoadPlan:
        return LoadPlan(
            model=name,
            layers_total=1,
            layers_on_gpu=0,
            context_tokens=settings.local_context_tokens,
            weights_bytes=1,
            context_bytes=1,
            working_bytes=1,
            free_memory_bytes=9,
            device="CPU",
            threads=1,
            fits=True,
        )


class EmptyHub:
    """A hub with nothing in it."""

    def search(self, text: str, *, limit: int, following: str, cancelled: Callable[[], bool]) -> HubPage:
        return HubPage(models=())

    def repository(self, name: str, settings: Settings, cancelled: Callable[[], bool]) -> HubRepository:
        raise NotFoundError(f"There is no public repository {name!r}.")

    def measured(self, name: str, settings: Settings, cancelled: Callable[[], bool]) -> HubRepository:
        return self.repository(name, settings, cancelled)


class MemoryEngine:
    """An engine that keeps plans in memory and runs nothing."""

    def __init__(self, *plans: LoadPlan) -> None:
        self.plans = list(plans)

    @property
    def loaded(self) -> Sequence[LoadPlan]:
        return tuple(self.plans)

    def plan_of(self, model: LocalModel) -> LoadPlan | None:
        """Nothing is loaded by a request."""
        return None

    def listen(self, listener: Callable[[str], None]) -> None:
        """Nothing is ever said."""

    async def unload(self, name: str | None = None) -> None:
        self.plans = [plan for plan in self.plans if name is not None and plan.model != name]

    async def aclose(self) -> None:
        await self.unload()

    def stream(
        self, model: LocalModel, plan: LoadPlan, request: ChatRequest | CompletionRequest
    ) -> AsyncIterator[StreamEvent]:
        raise UnsupportedError("This engine runs nothing.")

    async def count_tokens(self, model: LocalModel, plan: LoadPlan, request: ChatRequest) -> int:
        raise UnsupportedError("This engine runs nothing.")

    async def embed(self, model: LocalModel, plan: LoadPlan, texts: Sequence[str]) -> Embeddings:
        raise UnsupportedError("This engine runs nothing.")
