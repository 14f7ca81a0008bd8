"""How many of the loop's threads may wait for a network at once. Does nothing where there are enough."""

from __future__ import annotations

import asyncio
import weakref
from concurrent.futures import ThreadPoolExecutor

_SPARE = 8  # for what else the loop's threads do meanwhile

_widened: weakref.WeakKeyDictionary[asyncio.AbstractEventLoop, int] = weakref.WeakKeyDictionary()


def widen_threads(waiting: int) -> None:
    """Let ``waiting`` calls wait at the same time.

    asyncio's own pool has four threads more than the machine has cores and qasync's has ten: on a small machine they,
    and not the setting, would say how many calls are under way. Threads of the pool before end with it.
    """
    loop = asyncio.get_running_loop()
    wanted = waiting + _SPARE
    if _widened.get(loop, 0) >= wanted:
        return
    loop.set_default_executor(ThreadPoolExecutor(wanted, thread_name_prefix="baton"))
    _widened[loop] = wanted
