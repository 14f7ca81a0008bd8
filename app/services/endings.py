"""Work that is carried to its end though whoever waits for it is cancelled: what was begun must be recorded."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import TypeVar

_Ended = TypeVar("_Ended")


async def to_its_end(work: Coroutine[None, None, _Ended]) -> _Ended:
    """Await ``work`` to its end even where the task is cancelled meanwhile; the cancellation follows after it."""
    task = asyncio.ensure_future(work)
    cancelled = False
    while not task.done():
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError:
            if task.cancelled():
                raise
            cancelled = True
    if cancelled:
        task.result()
        raise asyncio.CancelledError
    return task.result()
