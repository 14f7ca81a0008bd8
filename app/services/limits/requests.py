"""The one way from a request to a provider: its queue, its limits, its time-outs, its retries, its breaker.

Every request of anybody passes here. Refuses to choose another provider, and to try again once an answer began.
"""

from __future__ import annotations

import asyncio
import math
import random
import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing
from datetime import UTC, datetime
from functools import partial
from typing import cast

from app.domain.errors import BatonError, RateLimitedError, StreamCutError, TimedOutError
from app.domain.language import plural, tr
from app.domain.numerals import number
from app.domain.ports import ChatProvider, ChatRequest
from app.domain.settings import Settings
from app.domain.stream import Finished, FromCache, Progress, RateLimits, Sent, StreamEvent
from app.services.limits.allowance import Allowance
from app.services.limits.backoff import retry_in_s
from app.services.limits.breaker import LONGEST_ASKED_S, Breaker, Skip
from app.services.limits.lane import Lane, Ticket, Urgency
from app.services.token_estimates import estimate

UNTIMED = frozenset({"local", "builtin"})
"""Loading a local model may take minutes, and its worker is supervised and has a queue of its own."""

_NO_ANSWER_YET = (Progress, RateLimits, Sent, FromCache)
_TELL_EVERY_S = 1.0


class RequestLimits:
    """Queues, limits and breakers by provider. ``sleep``, ``clock`` (monotonic seconds), ``jitter`` are for tests."""

    def __init__(
        self,
        *,
        settings: Callable[[], Settings],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        clock: Callable[[], float] = time.monotonic,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self._settings = settings
        self._sleep = sleep
        self._clock = clock
        self._jitter = jitter
        self._lanes: dict[str, Lane] = {}
        self._allowances: dict[str, Allowance] = {}
        self._breakers: dict[str, Breaker] = {}

    def skip(self, provider: str) -> Skip | None:
        """Why ``provider`` is to be passed over where another can answer; ``None`` where it is not."""
        breaker = self._breakers.get(provider)
        return None if breaker is None else breaker.skip()

    def skips(self) -> dict[str, str]:
        """Every provider that is passed over now, each with its sentence."""
        now = datetime.now(UTC)
        found = {name: breaker.skip() for name, breaker in self._breakers.items()}
        return {name: skip.sentence(now) for name, skip in found.items() if skip is not None}

    def reset(self, provider: str) -> None:
        """Ask ``provider`` again, whatever came before."""
        self._breakers.pop(provider, None)
        self._allowances.pop(provider, None)

    async def stream(
        self, provider: ChatProvider, request: ChatRequest, *, urgency: Urgency
    ) -> AsyncGenerator[StreamEvent]:
        """Answer ``request``. Waits are told through ``Progress``; what a provider says of
        its limits goes no further. Tries again, at most twice, where nothing was yielded yet.
        """
        attempt = 0
        while True:
            began = False
            try:
                async with aclosing(self._attempt(provider, request, urgency)) as events:
                    async for event in events:
                        began = began or not isinstance(event, _NO_ANSWER_YET)
                        yield event
                return
            except BatonError as fault:
                wait_s = retry_in_s(fault, attempt, patience_s=self._patience_s(urgency), jitter=self._jitter)
                if began or wait_s is None:
                    raise
                reason = fault.message
                is_limit = isinstance(fault, RateLimitedError) and fault.retry_after_s is not None
            attempt += 1
            if is_limit:
                continue  # the queue waits, for this request and for all that come
            waiting = self._countdown(wait_s, partial(_again_words, reason))
            async with aclosing(waiting) as steps:
                async for told in steps:
                    yield told

    def _patience_s(self, urgency: Urgency) -> float | None:
        return None if urgency is Urgency.BATCH else float(self._settings().rate_limit_wait_s)

    async def _attempt(
        self, provider: ChatProvider, request: ChatRequest, urgency: Urgency
    ) -> AsyncGenerator[StreamEvent]:
        """Once through the queue, and one request."""
        lane, allowance = self._lane(provider.name), self._allowance(provider.name)
        breaker = self._breaker(provider.name)
        ticket = lane.join(urgency)
        began = False
        try:
            async with aclosing(self._admission(provider, lane, ticket, allowance)) as waiting:
                async for told in waiting:
                    yield told
            allowance.take(estimate(request))
            ticket.is_sent = True
            breaker.asked()
            async with aclosing(self._once(provider, request)) as events:
                async for event in events:
                    if isinstance(event, RateLimits):
                        allowance.learn(event, self._clock())
                        continue
                    if not began and not isinstance(event, _NO_ANSWER_YET):
                        began = True
                        breaker.answered()
                    yield event
        except BatonError as fault:
            if ticket.is_sent:
                breaker.failed(fault, patience_s=float(self._settings().rate_limit_wait_s))
            if isinstance(fault, RateLimitedError) and fault.retry_after_s is not None and ticket.is_sent:
                allowance.hold(min(fault.retry_after_s, LONGEST_ASKED_S), self._clock())
            raise
        finally:
            breaker.left()
            lane.leave(ticket)

    async def _admission(
        self, provider: ChatProvider, lane: Lane, ticket: Ticket, allowance: Allowance
    ) -> AsyncGenerator[Progress]:
        if not ticket.admitted.is_set():
            ahead = lane.ahead(ticket)
            yield Progress(
                text=plural(
                    "Waiting for {provider}: {count} request is before this one.",
                    "Waiting for {provider}: {count} requests are before this one.",
                    ahead,
                    provider=provider.title,
                )
            )
            await ticket.admitted.wait()
        while (wait_s := allowance.wait_s(self._clock())) > 0:
            patience_s = self._patience_s(ticket.urgency)
            if patience_s is not None and wait_s > patience_s:
                raise RateLimitedError(
                    tr("The limit of {title} is used up.", title=provider.title), retry_after_s=wait_s
                )
            before = self._clock()
            waiting = self._countdown(
                wait_s,
                lambda left: tr(
                    "Waiting for the limit of {provider}: {seconds} s", provider=provider.title, seconds=math.ceil(left)
                ),
            )
            async with aclosing(waiting) as steps:
                async for told in steps:
                    yield told
            if self._clock() <= before:
                return  # a clock that stands still would keep it here for ever

    async def _countdown(self, wait_s: float, words: Callable[[float], str]) -> AsyncGenerator[Progress]:
        """Wait, and say each second how much is left."""
        left_s = wait_s
        while left_s > 0:
            yield Progress(text=words(left_s))
            step_s = left_s if left_s <= _TELL_EVERY_S else (left_s % _TELL_EVERY_S or _TELL_EVERY_S)
            await self._sleep(step_s)
            left_s -= step_s

    async def _once(self, provider: ChatProvider, request: ChatRequest) -> AsyncGenerator[StreamEvent]:
        """One request: gives up on a provider that does not begin, falls silent, or stops without an end."""
        settings = self._settings()
        timed = provider.name not in UNTIMED
        first_s, silence_s = float(settings.first_token_timeout_s), float(settings.request_timeout_s)
        began_at = self._clock_of_loop()
        began = False
        # Every provider's stream is a generator; the port says iterator, as that is all a front end may count on.
        source = cast("AsyncGenerator[StreamEvent]", provider.stream(request))
        async with aclosing(source) as events:
            while True:
                if not timed:
                    limit_at = None
                elif began:
                    limit_at = self._clock_of_loop() + silence_s
                else:  # counted from the question: what says nothing does not make it longer
                    limit_at = began_at + first_s
                try:
                    async with asyncio.timeout_at(limit_at) as limit:
                        event = await anext(events, None)
                except TimeoutError:
                    if not limit.expired():
                        raise
                    raise _too_late(provider, first_s, silence_s, began=began) from None
                if event is None:
                    raise StreamCutError(
                        tr("The answer from {title} broke off.", title=provider.title),
                        remedy=tr("What came is kept; try again."),
                    )
                began = began or not isinstance(event, _NO_ANSWER_YET)
                yield event
                if isinstance(event, Finished):
                    return

    def _clock_of_loop(self) -> float:
        return asyncio.get_running_loop().time()

    def _lane(self, provider: str) -> Lane:
        def at_once() -> int | None:
            return None if provider in UNTIMED else self._settings().requests_at_once

        return self._lanes.setdefault(provider, Lane(at_once))

    def _allowance(self, provider: str) -> Allowance:
        return self._allowances.setdefault(provider, Allowance())

    def _breaker(self, provider: str) -> Breaker:
        return self._breakers.setdefault(provider, Breaker(clock=self._clock, jitter=self._jitter))


def _again_words(reason: str, left_s: float) -> str:
    return (
        tr("{reason} Trying again in {seconds} s.", reason=reason, seconds=math.ceil(left_s))
        if left_s >= 1
        else tr("{reason} Trying again.", reason=reason)
    )


def _too_late(provider: ChatProvider, first_s: float, silence_s: float, *, began: bool) -> TimedOutError:
    if began:
        return TimedOutError(
            tr("{title} sent nothing for {silence_s} s.", title=provider.title, silence_s=number(silence_s)),
            remedy=tr("Try again, or raise 'Wait for a model at most' in the settings."),
        )
    return TimedOutError(
        tr("{title} did not begin an answer within {first_s} s.", title=provider.title, first_s=number(first_s)),
        remedy=tr("Try again, or raise 'Wait for an answer's first word at most' in the settings."),
    )
