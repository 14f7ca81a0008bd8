"""Local models in memory: a store of files that downloads nothing, and an engine that runs nothing."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path

from app.domain.errors import NotFoundError, StreamCutError, UnsupportedError
from app.domain.models import LoadPlan, LocalModel
from app.domain.ports import ChatRequest, CompletionRequest, Embeddings
from app.domain.settings import Settings
from app.domain.stream import StreamEvent


class MemoryModelFiles:
    """Local model files, in memory. Pulling from ``endless`` goes on until it is cancelled."""

    notices: Sequence[str] = ()

    def __init__(self) -> None:
        self.known: dict[str, LocalModel] = {}
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
        progress: Callable[[int, int | None], None],
        cancelled: Callable[[], bool],
    ) -> LocalModel:
        progress(1, 2)
        if repository == "endless":
            self.blocks_read.set()
            pause = threading.Event()
            while not cancelled():
                pause.wait(0.005)
            self.cancelled_seen.set()
            raise StreamCutError("The download was stopped.")
        progress(2, 2)
        return self.add(Path(f"{repository}.gguf"))

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


class MemoryEngine:
    """An engine that keeps plans in memory and runs nothing."""

    def __init__(self, *plans: LoadPlan) -> None:
        self.plans = list(plans)

    @property
    def loaded(self) -> Sequence[LoadPlan]:
        return tuple(self.plans)

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
