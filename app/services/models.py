"""Which models can be used, their keys and endpoints, and the way from a model id to its provider."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from pathlib import Path

from app.domain.models import LoadPlan, LocalModel, ModelId, ModelInfo, ProviderStatus
from app.domain.ports import ChatProvider, ChatRequest, LocalModelStore, SecretStore
from app.domain.stream import StreamEvent
from app.services.settings import SettingsService


class ModelService:
    """Models, providers, keys and local model files."""

    def __init__(
        self,
        *,
        settings: SettingsService,
        secrets: SecretStore,
        providers: Callable[[], Mapping[str, ChatProvider]],  # by name; rebuilt when endpoints change
        local: LocalModelStore,
    ) -> None: ...

    async def statuses(self, *, refresh: bool = False) -> Sequence[ProviderStatus]:
        """Every provider with its models or the reason why not; one provider's failure never hides another's.

        Lists are kept for an hour (``refresh`` asks again); providers without a key are not asked.
        """
        raise NotImplementedError

    async def info(self, model: ModelId) -> ModelInfo:
        """What is known of a model. A name its provider does not list is still usable, with that provider's default
        capabilities (a fine-tuned or brand-new id). Raises ``NotFoundError`` for an unknown provider or local name.
        """
        raise NotImplementedError

    def stream(self, model: ModelId, request: ChatRequest) -> AsyncIterator[StreamEvent]:
        """Answer ``request`` by ``model``. Checks parameters first; retries (at most twice, honouring retry-after up
        to 60 s, saying so through ``Progress``) only where nothing was yielded yet.
        """
        raise NotImplementedError

    async def set_key(self, provider: str, key: str) -> str | None:
        """Keep a key. Returns a sentence where it could be kept for this run only. Raises ``UsageError``."""
        raise NotImplementedError

    async def remove_key(self, provider: str) -> None:
        """Forget a key. Raises ``NotFoundError``."""
        raise NotImplementedError

    async def keys(self) -> Sequence[str]:
        """The names of providers that have a key; never a key."""
        raise NotImplementedError

    @property
    def keyring_problem(self) -> str | None:
        """Why keys live only as long as this run, or ``None``."""
        raise NotImplementedError

    async def local_models(self) -> Sequence[LocalModel]:
        raise NotImplementedError

    async def add_local(self, path: Path) -> LocalModel:
        raise NotImplementedError

    async def remove_local(self, name: str) -> None:
        raise NotImplementedError

    async def pull_local(
        self, repository: str, file_name: str | None, progress: Callable[[int, int | None], None]
    ) -> LocalModel:
        """Download a model; cancelling the task stops the download. ``progress`` is called on the loop's thread."""
        raise NotImplementedError

    async def plan_local(self, name: str) -> LoadPlan:
        raise NotImplementedError
