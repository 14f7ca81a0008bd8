"""How long a piece of work on the window's thread may go on before the window has its turn again."""

from __future__ import annotations

from collections.abc import Callable

_SLICE_S = 0.003
"""What is left of a frame is for taking the rows in and for painting them."""


class Slice:
    """From when it is made on, by ``clock`` (seconds)."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._until = clock() + _SLICE_S

    def is_over(self) -> bool:
        """Whether it is the window's turn."""
        return self._clock() >= self._until
