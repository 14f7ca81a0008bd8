"""How many of a loop's threads may wait for a network at once."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

_MOST = 72
"""As many calls as the settings allow at the same time, and some for what else is done meanwhile. A thread is started
only when all others are busy.
"""


def use_enough_threads(loop: asyncio.AbstractEventLoop) -> None:
    """Give ``loop`` the threads for calls in many places; to be called before it has used any.

    asyncio's own pool has four threads more than the machine has cores and qasync's has ten: on a small machine they,
    and not the setting, would say how many calls are under way.
    """
    loop.set_default_executor(ThreadPoolExecutor(_MOST, thread_name_prefix="baton"))
