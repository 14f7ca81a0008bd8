"""Looks at the machine's memory while models are loaded, and says so before it swaps. Unloads nothing itself."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from app.llama.memory import MemoryState

log = logging.getLogger(__name__)


class MemoryWatch:
    """While memory is short, ``relieve`` unloads what is idle and returns its name, or an empty text where nothing is.

    ``warn`` gets the sentence for the person: for every model unloaded, and once for each shortage that is not mended
    so. ``state``, asked every ``every_s`` seconds, blocks and runs on a thread. Use it from one event loop.
    """

    def __init__(
        self,
        relieve: Callable[[], Awaitable[str]],
        warn: Callable[[str], None],
        *,
        state: Callable[[], MemoryState],
        every_s: float,
    ) -> None:
        self._relieve = relieve
        self._warn = warn
        self._state = state
        self._every_s = every_s
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to look, unless it does so already."""
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._look(), name="memory watch")

    def stop(self) -> None:
        """Look no more. Safe to call twice."""
        task, self._task = self._task, None
        # Where the last model was unloaded by this very task, it has yet to say so.
        if task is not None and task is not asyncio.current_task():
            task.cancel()

    async def _look(self) -> None:
        warned = False
        own = self._task
        while self._task is own:
            await asyncio.sleep(self._every_s)
            try:
                state = await asyncio.to_thread(self._state)
            except Exception:
                log.exception("the machine's memory could not be looked at")
                continue
            if not state.is_short:
                warned = False
                continue
            unloaded = await self._relieve()
            if unloaded or not warned:
                warned = not unloaded
                text = state.words(unloaded)
                log.warning("%s", text)
                self._warn(text)
