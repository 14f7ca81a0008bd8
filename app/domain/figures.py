"""Measured figures, each with its goal. Measures nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Better(StrEnum):
    """Which way a figure should go."""

    LOWER = "lower"
    HIGHER = "higher"


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """One measured value. ``goal`` is ``None`` for a figure that only explains the others."""

    name: str
    value: float
    unit: str
    goal: float | None = None
    better: Better = Better.LOWER

    @property
    def holds(self) -> bool | None:
        """Whether the goal is met; ``None`` where there is none."""
        if self.goal is None:
            return None
        return self.value <= self.goal if self.better is Better.LOWER else self.value >= self.goal
