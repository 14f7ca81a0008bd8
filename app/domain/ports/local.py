"""Models on this machine: their files, the hub they come from, the engine that runs them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path
from typing import Protocol

from app.domain.hub import DownloadProgress, FoundModel, HubPage, HubRepository, UnfinishedDownload
from app.domain.models import LoadPlan, LocalModel
from app.domain.requests import ChatRequest, CompletionRequest, Embeddings
from app.domain.settings import Settings
from app.domain.stream import StreamEvent


class LocalModelStore(Protocol):
    """The GGUF files Baton knows, and their download. Blocking."""

    @property
    def notices(self) -> Sequence[str]:
        """What became of a damaged list of models, once it was read."""
        ...

    def models(self) -> Sequence[LocalModel]: ...

    def model(self, name: str) -> LocalModel: ...

    def add(self, path: Path) -> LocalModel:
        """Make a file known by its place, without copying. Raises ``ModelFileError`` for what is no usable GGUF."""
        ...

    def remove(self, name: str) -> None:
        """Forget a model; a file that Baton downloaded is deleted, the person's own file is not."""
        ...

    def pull(
        self,
        repository: str,
        file_name: str | None,
        settings: Settings,
        progress: Callable[[DownloadProgress], None],
        cancelled: Callable[[], bool],
    ) -> LocalModel:
        """Download a model from the hub: ``file_name``, or the best that fits here. What came before is gone on with.

        Raises ``NotAllowedError`` where ``cancelled``; ``DiskFullError`` before it begins, or in the middle: what came
        is kept; and what :class:`ModelHub` raises.
        """
        ...

    def unfinished(self) -> Sequence[UnfinishedDownload]:
        """Downloads that are not complete, those that are running included."""
        ...

    def discard(self, repository: str, file_name: str) -> None:
        """Delete what an unfinished download has brought. Raises ``NotFoundError`` and ``NotAllowedError``."""
        ...

    def discover(self) -> Sequence[FoundModel]:
        """Model files that other programs on this machine keep."""
        ...

    def set_adapter(self, name: str, adapter: str, scale: float) -> LocalModel:
        """Lay an adapter, by its file or its known name, over a model. Raises ``ModelFileError``, ``UsageError``."""
        ...

    def remove_adapter(self, name: str, adapter: str) -> LocalModel:
        """Take an adapter off a model. Raises ``NotFoundError``."""
        ...

    def plan(self, name: str, settings: Settings) -> LoadPlan: ...


class ModelHub(Protocol):
    """Where models are searched. Blocking, until ``cancelled``, which raises ``NotAllowedError``.

    Everything raises ``UnreachableError``, ``TimedOutError``, ``KeyProblemError``, ``RateLimitedError``,
    ``MalformedReplyError`` and ``ProviderFaultError``.
    """

    def search(self, text: str, *, limit: int, following: str, cancelled: Callable[[], bool]) -> HubPage:
        """Repositories with GGUF files, the most downloaded first. ``following``: of an earlier page, or empty."""
        ...

    def repository(self, name: str, settings: Settings, cancelled: Callable[[], bool]) -> HubRepository:
        """A repository's model files; whether they fit is estimated. Raises ``NotFoundError`` and ``UsageError``."""
        ...

    def measured(self, name: str, settings: Settings, cancelled: Callable[[], bool]) -> HubRepository:
        """Like :meth:`repository`, but what fits is worked out from a model's own metadata, which takes longer."""
        ...


class LocalEngine(Protocol):
    """Runs local models, each in a process of its own. Loads a model where it is not loaded, as ``plan`` says.

    Requests to one model run side by side, in one batch. Everything raises ``ModelFileError``, ``OutOfMemoryError`` and
    ``WorkerDiedError``, besides what is named.
    """

    def stream(
        self, model: LocalModel, plan: LoadPlan, request: ChatRequest | CompletionRequest
    ) -> AsyncIterator[StreamEvent]:
        """Answer. Raises ``ContextOverflowError`` and ``UnsupportedError``."""
        ...

    async def count_tokens(self, model: LocalModel, plan: LoadPlan, request: ChatRequest) -> int:
        """How many tokens the request is, written in the model's own template. Raises ``UnsupportedError``."""
        ...

    async def embed(self, model: LocalModel, plan: LoadPlan, texts: Sequence[str]) -> Embeddings:
        """Vectors of texts, by an embedding model. Raises ``ContextOverflowError`` and ``UnsupportedError``."""
        ...

    @property
    def loaded(self) -> Sequence[LoadPlan]:
        """The plans by which models are in memory now, the least recently used first."""
        ...

    def plan_of(self, model: LocalModel) -> LoadPlan | None:
        """The plan by which ``model`` is in memory, if the next request would be answered by that: then no other need
        be made, which asks the machine's devices.
        """
        ...

    @property
    def process_ids(self) -> Sequence[int]:
        """The processes that run now."""
        ...

    def listen(self, listener: Callable[[str], None]) -> None:
        """Tell ``listener`` what the person must know of the models in memory: that the machine's memory runs short."""
        ...

    async def unload(self, name: str | None = None) -> None:
        """End the process of one model, or of all; an answer that is running raises ``WorkerDiedError``."""
        ...

    async def aclose(self) -> None:
        """End every model's process. Safe to call twice."""
        ...
