"""Gives an answer again where the same request was answered before, and says so. Never one that asked for a tool.

Owns what may be kept and given: it stands behind the masking of secrets, so that neither key nor answer holds any. A
request with results of tools in its turn is about how AWS is now, and always goes to the model.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Callable, Iterable, Mapping
from contextlib import aclosing
from datetime import UTC, datetime, timedelta
from functools import partial

from app.domain.caching import CacheInfo, KeptAnswer
from app.domain.errors import StorageError
from app.domain.messages import Message, ReasoningPart, Role, TextPart
from app.domain.models import RULES_MODEL, ModelInfo
from app.domain.ports import AnswerCache, ChatProvider, ChatRequest, HasAddress, Proceed
from app.domain.stream import (
    AnswerFold,
    Finished,
    FinishReason,
    FromCache,
    ReasoningDelta,
    StreamEvent,
    TextDelta,
)
from app.services.answer_key import request_key
from app.services.settings import SettingsService

log = logging.getLogger(__name__)

_CHUNK_CHARS = 2_000  # given at once; the window draws in between
_MOST_CHARS = 2_000_000  # of an answer that is kept
_MIB = 1024 * 1024


class AnswerCacheService:
    """A stage for requests, and the person's view of what is kept. ``providers``: where each model is reached."""

    def __init__(
        self,
        cache: AnswerCache,
        settings: SettingsService,
        *,
        providers: Callable[[], Mapping[str, ChatProvider]] = dict,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._cache = cache
        self._settings = settings
        self._providers = providers
        self._now = now

    async def info(self) -> CacheInfo:
        """How much is kept. Raises ``StorageError``."""
        return await self._cache.info(not_before=self._not_before)

    async def clear(self) -> int:
        """Delete every kept answer; returns how many there were. Raises ``StorageError``."""
        return await self._cache.clear()

    async def stream(self, model: ModelInfo, request: ChatRequest, proceed: Proceed) -> AsyncGenerator[StreamEvent]:
        """An answer that was given before, after :class:`FromCache`; else the model's, which is kept if it may be."""
        if not self._may_answer(model, request):
            async with aclosing(proceed(request)) as events:
                async for event in events:
                    yield event
            return
        provider: object = self._providers().get(model.id.provider)
        address = provider.address if isinstance(provider, HasAddress) else ""
        key = await asyncio.to_thread(partial(request_key, model.id, request, address=address))
        kept = None if request.terms.fresh else await self._kept(key)
        if kept is not None:
            async for event in _again(kept):
                yield event
            return
        fold = AnswerFold()
        async with aclosing(proceed(request)) as events:
            async for event in events:
                fold.add(event)
                if isinstance(event, Finished):
                    await self._keep(key, fold, request.terms.conversation_id)
                yield event

    @property
    def _not_before(self) -> datetime:
        return self._now() - timedelta(days=self._settings.current.cache_days)

    def _may_answer(self, model: ModelInfo, request: ChatRequest) -> bool:
        wanted = request.terms.cached
        if wanted is None:
            wanted = self._settings.current.cache_answers and is_repeatable(model, request)
        return bool(wanted) and model.id != RULES_MODEL and request.logprobs is None and not _acted(request.messages)

    async def _kept(self, key: str) -> KeptAnswer | None:
        try:
            kept = await self._cache.get(key, not_before=self._not_before)
        except StorageError as error:
            log.warning("kept answers cannot be read: %s", error)
            return None
        # The clock was set back: how old it is, nobody knows.
        return None if kept is not None and kept.at > self._now() else kept

    async def _keep(self, key: str, fold: AnswerFold, conversation_id: str | None) -> None:
        message = fold.message
        whole = fold.finished is not None and fold.finished.reason is FinishReason.STOP
        if not whole or message.tool_calls or not message.text.strip() or len(message.text) > _MOST_CHARS:
            return
        answer = KeptAnswer(message=message, at=self._now(), conversation_id=conversation_id)
        limit = self._settings.current.cache_mib * _MIB
        try:
            await self._cache.put(key, answer, limit_bytes=limit, not_before=self._not_before)
        except StorageError as error:
            log.warning("an answer could not be kept: %s", error)


def is_repeatable(model: ModelInfo, request: ChatRequest) -> bool:
    """Whether the model writes the likeliest words, so that it would answer the same again: temperature 0."""
    if "temperature" in request.parameters:
        return request.parameters["temperature"] == 0
    return any(spec.name == "temperature" and spec.default == 0 for spec in model.capabilities.parameters)


def _acted(messages: Iterable[Message]) -> bool:
    """Whether tools were used in the turn under way."""
    acted = False
    for message in messages:
        if message.role is Role.USER:
            acted = False
        elif message.role is Role.TOOL:
            acted = True
    return acted


async def _again(kept: KeptAnswer) -> AsyncGenerator[StreamEvent]:
    yield FromCache(at=kept.at)
    for part in kept.message.parts:
        match part:
            case TextPart(text=text):
                for start in range(0, len(text), _CHUNK_CHARS):
                    yield TextDelta(text=text[start : start + _CHUNK_CHARS])
                    await asyncio.sleep(0)
            case ReasoningPart(text=text):
                # Without its signature: that is the vendor's word for another conversation.
                yield ReasoningDelta(text=text)
            case _:
                pass
    yield Finished(reason=FinishReason.STOP)
