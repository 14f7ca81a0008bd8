"""Lines from a blocking source for the loop: read ahead on a thread of their own, a few at a time."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable, Iterator

_AHEAD = 32


class LineFeed:
    """``open_lines`` is called on the thread. A source that waits for ever (a terminal) holds up neither the loop nor
    the program's end.
    """

    def __init__(self, open_lines: Callable[[], Iterator[bytes | None]]) -> None:
        self._open = open_lines
        self._loop = asyncio.get_running_loop()
        self._lines: asyncio.Queue[tuple[int, bytes | None] | Exception | None] = asyncio.Queue()
        self._room = threading.Semaphore(_AHEAD)
        self._closed = False
        self._is_over = False
        # No pooled thread: the loop waits for those at its end.
        threading.Thread(target=self._read, name="batch lines", daemon=True).start()

    async def next(self) -> tuple[int, bytes | None] | None:
        """The next line that is not blank, with its number from 1, or ``None`` at the end; one caller at a time.

        Raises what the source raised.
        """
        if self._is_over:
            return None
        item = await self._lines.get()
        if isinstance(item, tuple):
            self._room.release()
            return item
        self._is_over = True
        if item is not None:
            raise item
        return None

    def close(self) -> None:
        """Read no further."""
        self._closed = self._is_over = True
        self._room.release()

    def _read(self) -> None:
        end: Exception | None = None
        try:
            for number, line in enumerate(self._open(), 1):
                if line is not None and not line.strip():
                    continue
                self._room.acquire()
                if self._closed:
                    return
                self._tell((number, line))
        except Exception as error:  # noqa: BLE001  # raised again where the lines are taken
            end = error
        self._tell(end)

    def _tell(self, item: tuple[int, bytes | None] | Exception | None) -> None:
        with contextlib.suppress(RuntimeError):  # a loop that is closed waits for nothing
            self._loop.call_soon_threadsafe(self._lines.put_nowait, item)
