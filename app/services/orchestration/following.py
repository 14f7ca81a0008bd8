"""What follows a call that was carried out: its further pages, and waiting for what it began. Both go through the gate.

Owns the loop of a wait and the joining of pages. Refuses to send a change: what it sends are reads, the first of which
passes the gate as any call does.
"""

from __future__ import annotations

import asyncio
import dataclasses
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol

from app.domain.aws import (
    Action,
    ActionState,
    Call,
    CallResult,
    Origin,
    Poll,
    PollState,
    Risk,
    Waiter,
    WaitProgress,
    WaitState,
)
from app.domain.errors import AwsError, AwsThrottledError, BatonError, NotAllowedError, UnreachableError
from app.domain.language import tr
from app.domain.ports import ConsentAsker
from app.services.judgement import FrozenCall
from app.services.orchestration.parts import GateParts
from app.services.redaction import redact_result

MOST_PAGES = 500
"""How many pages "all" fetches at most, those that were there counted."""

_HIDDEN = "[hidden "  # as redaction writes it
_READS = (Risk.READ, Risk.SENSITIVE_READ)


class Submits(Protocol):
    """The gate's own way in."""

    async def __call__(
        self,
        call: Call,
        *,
        origin: Origin,
        consent: ConsentAsker,
        on_change: Callable[[Action], None] | None = None,
    ) -> Action: ...


class Following:
    """Goes on where a call's answer ended."""

    def __init__(self, parts: GateParts, submit: Submits) -> None:
        self._parts = parts
        self._submit = submit

    async def more(
        self,
        action: Action,
        *,
        consent: ConsentAsker,
        everything: bool = False,
        on_change: Callable[[Action], None] | None = None,
        origin: Origin = Origin.PERSON,
    ) -> Action:
        """``action`` with the next pages of its read; with ``everything``, until there are no more or
        :data:`MOST_PAGES` are there. ``on_change`` is told of every step, for the person's eyes.

        Each step is a call of its own to the policy and in the audit log, and a sensitive read asks again. Returns the
        whole answer, for the person. Raises ``NotAllowedError`` where nothing follows or the step was refused, and
        ``AwsError`` where it failed; what came before stands.
        """
        if action.risk not in _READS or action.result is None or not action.result.more:
            raise NotAllowedError(tr("There is nothing more to load."))
        if _HIDDEN in str(action.call.parameters):
            raise NotAllowedError(
                tr("Secrets in this call's parameters were not kept, so it cannot go on."),
                remedy=tr("Ask for it again."),
            )
        first = action
        try:
            while True:
                assert action.result is not None
                later = await self._next_pages(action, action.result, consent, origin)
                joined = await asyncio.to_thread(self._parts.executor.joined, action.call, action.result, later)
                action = dataclasses.replace(action, result=joined)
                if on_change is not None:
                    on_change(action)
                if not everything or not joined.more or joined.pages >= MOST_PAGES:
                    return action
        finally:
            # Once, at the end, since secrets are looked for in all of it; also where it was stopped on the way.
            if action is not first:
                await self._keep(action)

    async def _next_pages(
        self, action: Action, result: CallResult, consent: ConsentAsker, origin: Origin
    ) -> CallResult:
        seen: list[Action] = []
        call = dataclasses.replace(action.call, parameters={**action.call.parameters, **result.more})
        # Without its conversation: the pages belong to the card that is there, and are no call of their own in it.
        await self._submit(call, origin=origin, consent=consent, on_change=seen.append)
        ended = seen[-1]  # what the listener saw last is whole; what is returned has its secrets hidden
        if ended.state is ActionState.DONE and ended.result is not None:
            return ended.result
        if ended.state is ActionState.FAILED:
            raise AwsError(ended.error or tr("AWS refused the next pages."), code=ended.error_code)
        raise NotAllowedError(ended.error or tr("You said no, so nothing more was loaded."))

    async def _keep(self, action: Action) -> None:
        if action.conversation_id is None or action.result is None:
            return
        stored = await asyncio.to_thread(redact_result, action.result, action.risk)
        await self._parts.conversations.save_action(dataclasses.replace(action, result=stored[0]))

    async def waiters(self, action: Action) -> Sequence[Waiter]:
        """What can be waited for after ``action``; nothing after what was not carried out, and only by plain reads."""
        if action.state is not ActionState.DONE or action.result is None or action.risk in _READS:
            return ()
        return await asyncio.to_thread(self._offers, action.call, action.result)

    def _offers(self, call: Call, result: CallResult) -> Sequence[Waiter]:
        try:
            found = self._parts.executor.waiters(call, result)
            return [waiter for waiter in found if self._parts.judge.risk_of(waiter.call) is Risk.READ]
        except BatonError:
            return ()  # an offer, no answer: where it cannot be made, none is

    async def wait(
        self,
        waiter: Waiter,
        *,
        consent: ConsentAsker,
        on_progress: Callable[[WaitProgress], None],
        origin: Origin = Origin.PERSON,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> WaitProgress:
        """Look again and again until ``waiter`` is satisfied, cannot be any more, or has looked often enough.

        The first look passes the gate (policy, identity, audit log); the later ones are the same read. Cancelling it
        stops it, and ``on_progress`` is told. Returns the last progress; raises nothing but the cancellation.
        """
        started = time.monotonic()
        progress = WaitProgress(waiter=waiter)

        def now(**changes: object) -> WaitProgress:
            nonlocal progress
            changes.setdefault("elapsed_s", time.monotonic() - started)
            progress = dataclasses.replace(progress, **changes)  # type: ignore[arg-type]  # fields of WaitProgress
            on_progress(progress)
            return progress

        try:
            refusal = await self._admitted(waiter, consent, origin)
            if refusal:
                return now(state=WaitState.FAILED, error=refusal)
            for attempt in range(1, waiter.attempts + 1):
                try:
                    look = await asyncio.to_thread(self._look, waiter)
                except (AwsThrottledError, UnreachableError) as error:
                    look = Poll(state=PollState.NOT_YET, seen=str(error.message))
                except BatonError as error:
                    return now(state=WaitState.FAILED, attempt=attempt, error=str(error))
                if look.state is PollState.REACHED:
                    return now(state=WaitState.DONE, attempt=attempt, seen=look.seen)
                if look.state is PollState.FAILED:
                    return now(state=WaitState.FAILED, attempt=attempt, seen=look.seen)
                now(attempt=attempt, seen=look.seen)
                if attempt < waiter.attempts:
                    await pause(waiter.delay_s)
            return now(state=WaitState.TIMED_OUT)
        except asyncio.CancelledError:
            now(state=WaitState.STOPPED)
            raise

    async def _admitted(self, waiter: Waiter, consent: ConsentAsker, origin: Origin) -> str:
        """Why the wait may not begin, or ""."""
        try:
            judged = await self._parts.judge(FrozenCall.of(waiter.call, waiter.call.parameters))
            if judged.risk is not Risk.READ:
                return tr("Waiting would call {id}, which is no plain read.", id=waiter.call.id)
            first = await self._submit(waiter.call, origin=origin, consent=consent)
        except BatonError as error:
            return str(error)
        if first.state in (ActionState.DONE, ActionState.FAILED):
            # Failed is an answer too: what was created may not be there yet, and what is deleted may be gone already.
            return (first.error or "") if first.identity is None else ""
        return first.error or tr("You said no, so nothing was looked at.")

    def _look(self, waiter: Waiter) -> Poll:
        return self._parts.executor.poll(waiter, timeout_s=float(self._parts.settings.current.aws_timeout_s))
