"""The provider ``local``: GGUF files on this machine as models. Knows no process and no library, only the two ports."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from typing import cast

from app.domain.errors import ModelFileError
from app.domain.language import tr
from app.domain.models import Capabilities, LoadPlan, LocalModel, ModelId, ModelInfo
from app.domain.parameters import not_taken
from app.domain.ports import ChatRequest, LocalEngine, LocalModelStore
from app.domain.settings import Settings
from app.domain.stream import StreamEvent
from app.providers.local_parameters import parameters_for


class LocalProvider:
    """The port ``ChatProvider`` over the model files and the engine that runs them."""

    name = "local"
    needs_key = False

    def __init__(self, *, store: LocalModelStore, engine: LocalEngine, settings: Callable[[], Settings]) -> None:
        self.title = tr("On this machine")
        self._store = store
        self._engine = engine
        self._settings = settings

    async def models(self) -> Sequence[ModelInfo]:
        """The models to talk to; one with a problem, or for another use (embeddings, an adapter), is left out."""
        known = await asyncio.to_thread(self._store.models)
        return tuple(self._info(model) for model in known if model.problem is None and model.kind == "chat")

    async def stream(self, request: ChatRequest) -> AsyncGenerator[StreamEvent, None]:
        """Answer; loads the model first where it is not loaded. Raises what the store and the engine raise."""
        model, plan = await self._planned(request.model)
        # Every engine yields from an asynchronous generator; the port says iterator, for which nothing can be closed.
        events = cast("AsyncGenerator[StreamEvent, None]", self._engine.stream(model, plan, request))
        async with aclosing(events):
            async for event in events:
                yield event

    async def count_tokens(self, request: ChatRequest) -> int:
        """How many tokens the request is; loads the model where it is not loaded. Raises what the engine raises."""
        model, plan = await self._planned(request.model)
        return await self._engine.count_tokens(model, plan, request)

    async def context_tokens(self, model: str) -> int:
        """The context of the loaded model, else the one it would be loaded with. Raises what the store raises."""
        # What did not fit as planned was loaded smaller.
        loaded = next((plan for plan in self._engine.loaded if plan.model == model), None)
        return (loaded or (await self._planned(model))[1]).context_tokens

    async def aclose(self) -> None:
        """End every model's process."""
        await self._engine.aclose()

    async def _planned(self, name: str) -> tuple[LocalModel, LoadPlan]:
        model = await asyncio.to_thread(self._store.model, name)
        if model.problem is not None:
            raise ModelFileError(model.problem)
        if (plan := self._engine.plan_of(model)) is not None:
            return model, plan
        return model, await asyncio.to_thread(self._store.plan, model.name, self._settings())

    def _info(self, model: LocalModel) -> ModelInfo:
        context = self._settings().context_for(model.context_tokens)
        lacks = "" if model.has_chat_template else tr("no chat template")
        details = ", ".join(part for part in (model.parameters_label, model.quantisation, lacks) if part)
        parameters = parameters_for(context, dict(model.recommended))
        return ModelInfo(
            id=ModelId(self.name, model.name),
            title=f"{model.name} ({details})" if details else model.name,
            capabilities=Capabilities(
                context_tokens=context,
                max_output_tokens=context,
                tools=True,
                holds_schemas=True,
                json_schema=True,
                continues=True,
                parameters=parameters,
                refused=not_taken(parameters, model=model.name),
            ),
            is_private=True,
            source=tr("The model's own file, and how the settings have it loaded"),
        )
