"""Several streams of events as one, each event as soon as it comes; ends all of them together."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from inspect import isasyncgen
from types import TracebackType
from typing import Self

from app.domain.errors import BatonError, StreamCutError
from app.domain.stream import Finished, StreamEvent

_MOST_WAITING = 64  # events that nobody took yet; a source waits beyond


class JoinedStreams:
    """A context manager around ``sources``: :meth:`next` gives their events, with each source's number.

    The sources run beside each other from its entry on. Leaving it closes every source that is not over.
    """

    def __init__(self, sources: Sequence[AsyncIterator[StreamEvent]]) -> None:
        self._sources = sources
        self._events: asyncio.Queue[tuple[int, StreamEvent] | Exception] = asyncio.Queue(_MOST_WAITING)
        self._tasks: list[asyncio.Task[None]] = []
        self._left = len(sources)

    async def __aenter__(self) -> Self:
        self._tasks = [
            asyncio.create_task(self._pump(index, source), name="served answer")
            for index, source in enumerate(self._sources)
        ]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks)

    async def next(self, *, patience_s: float | None = None) -> tuple[int, StreamEvent] | None:
        """The next event of any source, or ``None`` once all of them have finished.

        Raises what a source raised, and ``TimeoutError`` where nothing came for ``patience_s`` seconds.
        """
        if not self._left:
            return None
        async with asyncio.timeout(patience_s):
            item = await self._events.get()
        if isinstance(item, Exception):
            raise item
        if isinstance(item[1], Finished):
            self._left -= 1
        return item

    async def _pump(self, index: int, source: AsyncIterator[StreamEvent]) -> None:
        try:
            async for event in source:
                await self._events.put((index, event))
                if isinstance(event, Finished):
                    return
            raise StreamCutError("The answer broke off.", remedy="Ask again.")
        except BatonError as error:
            await self._events.put(error)
        except Exception as error:  # noqa: BLE001  # raised again where the events are taken
            await self._events.put(error)
        finally:
            if isasyncgen(source):
                await source.aclose()
