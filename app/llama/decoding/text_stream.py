"""Turns the bytes of tokens into text that is safe to show, and finds stop sequences. Pure."""

from __future__ import annotations

import codecs
from collections.abc import Sequence


class TextStream:
    """Feed it the bytes of each token. Text ends before the first of the ``stop`` texts; then ``stopped`` is true.

    A character cut in two by tokens waits for its rest, and never shows as U+FFFD; one that stays incomplete at the
    end is left out. Characters that may begin a stop text wait too.
    """

    def __init__(self, stop: Sequence[str] = ()) -> None:
        self.stopped = False
        self._stop = tuple(text for text in stop if text)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._held = ""

    def feed(self, data: bytes) -> str:
        """The text that is certain now."""
        if self.stopped:
            return ""
        self._held += self._decoder.decode(data)
        found = [at for text in self._stop if (at := self._held.find(text)) >= 0]
        if found:
            self.stopped = True
            certain, self._held = self._held[: min(found)], ""
            return certain
        keep = self._possible_stop()
        certain = self._held[: len(self._held) - keep]
        self._held = self._held[len(self._held) - keep :]
        return certain

    def finish(self) -> str:
        """The rest, at the end of the answer."""
        held, self._held = self._held, ""
        return held

    def _possible_stop(self) -> int:
        longest = max((len(text) for text in self._stop), default=1) - 1
        for length in range(min(longest, len(self._held)), 0, -1):
            tail = self._held[-length:]
            if any(text.startswith(tail) for text in self._stop):
                return length
        return 0
