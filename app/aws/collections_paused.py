"""Python's search for cycles, put off while much is read that holds none.

Every so many new objects Python looks through all there are, and a description of a service is hundreds of thousands:
that was a third of what reading one took. Owns the pause alone; what is no longer used is freed meanwhile as ever.
"""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def no_collections() -> Iterator[None]:
    """Inside, no cycles are looked for, in any thread. Where that was put off already, it stays so afterwards."""
    were_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if were_on:
            gc.enable()
