"""Work done to its end although whoever waits for it is cancelled: what is half written is no use to anybody."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any


async def to_the_end(work: Coroutine[Any, Any, None]) -> None:
    """Do ``work``; a cancellation takes effect once it is done. Raises what ``work`` raises, unless cancelled."""
    doing = asyncio.ensure_future(work)
    try:
        await asyncio.shield(doing)
    except asyncio.CancelledError:
        await asyncio.wait([doing])
        raise
