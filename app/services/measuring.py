"""The figures Baton can measure of this machine, by name."""

from __future__ import annotations

import asyncio
import os
import platform
from collections.abc import Callable, Mapping, Sequence

from app.domain.errors import NotFoundError
from app.domain.figures import Figure


class MeasuringService:
    """Runs the measurements it is given, each on a thread. ``stop`` ends what they started where they are cancelled."""

    def __init__(self, measurements: Mapping[str, Callable[[], Sequence[Figure]]], stop: Callable[[], None]) -> None:
        self._measurements = dict(measurements)
        self._stop = stop

    @property
    def names(self) -> Sequence[str]:
        """What can be measured."""
        return tuple(self._measurements)

    async def run(self, name: str) -> Sequence[Figure]:
        """Measure ``name``. Raises ``NotFoundError``."""
        if name not in self._measurements:
            raise NotFoundError(f"There is no measurement {name!r}.", remedy=f"There are: {', '.join(self.names)}.")
        try:
            return await asyncio.to_thread(self._measurements[name])
        except asyncio.CancelledError:
            self._stop()
            raise

    @staticmethod
    def machine() -> dict[str, object]:
        """What the figures were measured on."""
        return {
            "system": platform.system(),
            "release": platform.release(),
            "processor": platform.machine(),
            "cores": os.cpu_count(),
            "python": platform.python_version(),
        }
