"""An answer while it is being written: folds its events and keeps the copy on disk at most half a second behind."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import logging
import time
from collections.abc import Callable

from app.domain.context import LeftOut
from app.domain.conversation import Node, NodeState
from app.domain.errors import BatonError
from app.domain.ports import ConversationStore
from app.domain.remedies import Remedy
from app.domain.routing import Route
from app.domain.stream import (
    AnswerFold,
    FinishReason,
    FromCache,
    ReasoningDelta,
    Sent,
    StreamEvent,
    TextDelta,
    ToolCallProgress,
    ToolCallRequested,
    Usage,
)
from app.services.spending.meter import Meter

log = logging.getLogger(__name__)

SAVE_EVERY_S = 0.5
"""How often an answer that is being written is saved: a kill loses at most this much of it."""


class AnswerRecorder:
    """Records one answer. Begin it, add every event, end it exactly once.

    A failed save in the middle (a full disk) is remembered, not raised: the answer goes on, is tried again at the
    next save, and :meth:`end` raises only if the last one fails too.

    It also times the answer, as the person waits for it: from when it is begun, retries included, and also where it is
    stopped. A provider's own figures win. ``clock`` (seconds) is for tests.

    An answer that goes on (``before``: as it stood) keeps what it has: the new text joins it, and what it takes is
    added to what it took.
    """

    def __init__(
        self,
        store: ConversationStore,
        node: Node,
        *,
        before: Node | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._clock = clock
        self._store = store
        self._node = node
        self._before = before
        self._fold = AnswerFold() if before is None else AnswerFold.going_on(before.message.parts)
        self._meter = Meter()
        self._began_s = self._clock()
        self._first_token_s: float | None = None
        self._dirty = asyncio.Event()
        self._saver = asyncio.create_task(self._save_while_written(), name=f"save answer {node.id}")

    def add(self, event: StreamEvent) -> None:
        """Take in one event of the stream."""
        self._fold.add(event)
        if isinstance(event, Sent):
            masked = sum(count for _, count in event.masked) + (0 if self._before is None else self._before.masked)
            self._node = dataclasses.replace(self._node, masked=masked)
        self._meter.add(event)
        if isinstance(event, FromCache):
            self._node = dataclasses.replace(self._node, cached_at=event.at)
        if isinstance(event, (TextDelta, ReasoningDelta, ToolCallProgress, ToolCallRequested)):
            if self._first_token_s is None:
                self._first_token_s = self._clock() - self._began_s
            self._dirty.set()

    def leave_out(self, left_out: LeftOut | None) -> Node:
        """Note what of the branch the model is not sent; returns the node so far."""
        self._node = dataclasses.replace(self._node, left_out=left_out)
        self._dirty.set()
        return self._node

    def route(self, model: str, route: Route | None) -> Node | None:
        """Note who answers and why; returns the node so far, or ``None`` where that is nothing new."""
        if (self._node.model, self._node.route) == (model, route):
            return None
        self._node = dataclasses.replace(self._node, model=model, route=route)
        self._dirty.set()
        return self._node

    @property
    def has_content(self) -> bool:
        """Whether anything of the answer was shown: its text, its thinking or a tool call. Of one that goes on, whether
        anything came since.
        """
        return self._fold.parts != (() if self._before is None else self._before.message.parts)

    @property
    def asks_for_tools(self) -> bool:
        """Whether the answer so far holds a tool call."""
        return bool(self._fold.message.tool_calls)

    async def end(self, state: NodeState, *, error: str | None = None, remedy: Remedy | None = None) -> Node:
        """Write the final state and return the node. Raises ``StorageError`` where that cannot be written."""
        self._saver.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._saver
        finished = self._fold.finished
        self._meter.whole = finished is not None
        reason = finished.reason if finished is not None else None
        detail = finished.detail if finished is not None else ""
        if state is NodeState.STOPPED:
            reason = FinishReason.CANCELLED
        usage = dataclasses.replace(
            self._fold.usage or self._estimated(state),
            first_token_s=self._own(self._first_token_s, "first_token_s"),
            duration_s=self._own(self._clock() - self._began_s, "duration_s"),
        )
        cost_usd = self._meter.cost_usd if self._meter.is_metered else None
        if self._before is not None and self._before.usage is not None:
            usage = usage.with_earlier(self._before.usage)
            earlier = self._before.cost_usd
            cost_usd = None if cost_usd is None or earlier is None else cost_usd + earlier
        self._node = dataclasses.replace(
            self._node,
            message=self._fold.message,
            state=state,
            usage=usage,
            finish_reason=reason,
            finish_detail=detail,
            error=error,
            remedy=remedy,
            cost_usd=cost_usd,
            form_problem=self._fold.form_problem,
            asked_again=self._fold.asked_again,
        )
        await self._store.save_node(self._node)
        return self._node

    def _estimated(self, state: NodeState) -> Usage:
        """What an answer that was cut took, where the vendor did not get to count it; nothing before it answered."""
        return Usage() if state is NodeState.COMPLETE else self._meter.usage

    def _own(self, measured: float | None, name: str) -> float | None:
        """The provider's own figure where it gave one, else what was measured here."""
        told: float | None = getattr(self._fold.usage, name, None)
        return told if told is not None else measured

    async def _save_while_written(self) -> None:
        while True:
            await self._dirty.wait()
            await asyncio.sleep(SAVE_EVERY_S)
            self._dirty.clear()
            try:
                await self._store.save_node(dataclasses.replace(self._node, message=self._fold.message))
            except BatonError as error:
                self._dirty.set()
                log.warning("an answer could not be saved while it was written: %s", error)
