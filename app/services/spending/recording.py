"""The stage that writes every request of anybody into the usage log, however it ended.

Owns what is written and when; refuses to let a log that cannot be written keep an answer back.
"""

from __future__ import annotations

import asyncio
import dataclasses
import logging
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from datetime import datetime

from app.domain.errors import BatonError
from app.domain.models import ModelInfo
from app.domain.ports import ChatRequest, Proceed, UsageLog
from app.domain.spending import Outcome, UsageEntry, error_kind
from app.domain.stream import Finished, FromCache, ReasoningDelta, StreamEvent, TextDelta
from app.services.spending.meter import Meter, metered
from app.services.to_the_end import to_the_end

log = logging.getLogger(__name__)

_MOST_WAITING = 10_000


def local_now() -> datetime:
    """Now, on the person's calendar."""
    return datetime.now().astimezone()


class UsageBook:
    """Writes entries, and keeps those that could not be written for the next time: a full disk forgives no debts."""

    def __init__(self, usage_log: UsageLog) -> None:
        self._log = usage_log
        self._waiting: list[UsageEntry] = []
        self._writing = asyncio.Lock()

    async def record(self, *entries: UsageEntry) -> None:
        """Write entries; does not fail."""
        self._waiting += entries
        await self.flush()

    async def flush(self) -> None:
        """Write what waits."""
        async with self._writing:
            batch = tuple(self._waiting)
            if not batch:
                return
            try:
                await self._log.record(batch)
            except BatonError as error:
                log.warning("usage could not be logged: %s", error)
                del self._waiting[:-_MOST_WAITING]
            else:
                del self._waiting[: len(batch)]


class UsageStage:
    """Watches what passes: tells first what it is counted by (``Metered``), and writes one entry at its end.

    It stands outside of the cache, so that answers from there are in the log too, at no cost.
    """

    def __init__(
        self,
        book: UsageBook,
        *,
        now: Callable[[], datetime] = local_now,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._book = book
        self._now = now
        self._clock = clock

    async def stream(self, model: ModelInfo, request: ChatRequest, proceed: Proceed) -> AsyncGenerator[StreamEvent]:
        """The same events, after one that says what the answer is counted by."""
        meter, began_s = Meter(), self._clock()
        first_s: float | None = None
        outcome, error = Outcome.STOPPED, ""
        terms = metered(model, request)
        meter.add(terms)
        try:
            yield terms
            async with aclosing(proceed(request)) as events:
                async for event in events:
                    meter.add(event)
                    if isinstance(event, (TextDelta, ReasoningDelta)) and first_s is None:
                        first_s = self._clock() - began_s
                    if isinstance(event, Finished):
                        meter.whole = True
                        outcome = Outcome.OK if meter.is_running else Outcome.CACHED
                    elif isinstance(event, FromCache):
                        outcome = Outcome.CACHED
                    yield event
        except BatonError as fault:
            outcome, error = Outcome.FAILED, error_kind(fault)
            raise
        except (asyncio.CancelledError, GeneratorExit):
            raise
        except BaseException as fault:
            outcome, error = Outcome.FAILED, error_kind(fault)
            raise
        finally:
            usage = dataclasses.replace(
                meter.usage,
                first_token_s=meter.usage.first_token_s if meter.usage.first_token_s is not None else first_s,
                duration_s=self._clock() - began_s,
            )
            entry = UsageEntry(
                at=self._now(),
                provider=model.id.provider,
                model=model.id.name,
                is_private=model.is_private,
                purpose=request.terms.purpose,
                outcome=outcome,
                usage=usage,
                conversation_id=request.terms.conversation_id,
                estimated=meter.estimated,
                cost_usd=meter.cost_usd,
                error=error,
            )
            # To its end even where the person stops the answer: what was read is billed.
            await to_the_end(self._book.record(entry))
