"""Local models by name, for programs that speak to them without a conversation of Baton's."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from typing import cast

from app.domain.errors import ModelFileError, NotFoundError, UnsupportedError
from app.domain.messages import Message
from app.domain.models import LoadPlan, LocalModel, ModelId, ModelInfo
from app.domain.ports import ChatRequest, CompletionRequest, Embeddings, LocalEngine, LocalModelStore
from app.domain.stream import StreamEvent
from app.services.models import ModelService
from app.services.settings import SettingsService

PROVIDER = "local"


class LocalRunner:
    """Finds a model, plans its loading and runs it. ``only``: the one model that may be used, or ``None`` for all."""

    def __init__(
        self, *, models: ModelService, store: LocalModelStore, engine: LocalEngine, settings: SettingsService
    ) -> None:
        self._models = models
        self._store = store
        self._engine = engine
        self._settings = settings
        self.only: str | None = None

    async def names(self) -> Sequence[str]:
        """The models that can be used; an adapter is none by itself."""
        found = await asyncio.to_thread(self._store.models)
        usable = (model.name for model in found if model.problem is None and model.kind != "adapter")
        return tuple(name for name in usable if self.only in (None, name))

    async def model(self, asked: str) -> LocalModel:
        """The model that a program asks for, with or without ``local:`` before its name. Raises ``NotFoundError``."""
        name = asked.removeprefix(f"{PROVIDER}:")
        if self.only not in (None, name):
            raise NotFoundError(f"The model {asked!r} is not served here.", remedy=f"This one is: {self.only}.")
        try:
            return await asyncio.to_thread(self._store.model, name)
        except NotFoundError:
            raise NotFoundError(
                f"There is no local model {asked!r}.", remedy="/v1/models lists those that can be used."
            ) from None

    async def writer(self, asked: str) -> ModelInfo:
        """What is known of a model that writes text. Raises ``NotFoundError``, ``ModelFileError``, and
        ``UnsupportedError`` for one that does not.
        """
        model = await self.model(asked)
        if model.problem is not None:
            raise ModelFileError(model.problem)
        if model.kind != "chat":
            raise UnsupportedError(f"{asked!r} writes no text.", remedy="Ask another model.")
        return await self._models.info(ModelId(PROVIDER, model.name))

    async def stream(self, request: ChatRequest | CompletionRequest) -> AsyncGenerator[StreamEvent]:
        """Answer; raises what the store and the engine raise."""
        model, plan = await self._planned(request.model)
        # Every engine yields from an asynchronous generator; the port says iterator, for which nothing can be closed.
        events = cast("AsyncGenerator[StreamEvent]", self._engine.stream(model, plan, request))
        async with aclosing(events):
            async for event in events:
                yield event

    async def embed(self, name: str, texts: Sequence[str]) -> Embeddings:
        """Vectors of texts; raises what the store and the engine raise."""
        model, plan = await self._planned(name)
        return await self._engine.embed(model, plan, texts)

    async def load(self, name: str) -> None:
        """Load a model before it is asked anything."""
        model, plan = await self._planned(name)
        try:
            await self._engine.count_tokens(model, plan, ChatRequest(model=name, messages=(Message.user("Hello"),)))
        except UnsupportedError:  # it does not chat, and is loaded all the same
            return

    async def _planned(self, name: str) -> tuple[LocalModel, LoadPlan]:
        model = await asyncio.to_thread(self._store.model, name)
        if model.problem is not None:
            raise ModelFileError(model.problem)
        if (plan := self._engine.plan_of(model)) is not None:
            return model, plan
        return model, await asyncio.to_thread(self._store.plan, name, self._settings.current)
