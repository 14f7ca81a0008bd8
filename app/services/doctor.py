"""What works here and what does not, each fault with its remedy."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class CheckState(StrEnum):
    """How a check went."""

    OK = "ok"
    WARNING = "warning"
    FAULT = "fault"


@dataclass(frozen=True, kw_only=True, slots=True)
class Check:
    """One finding. ``remedy`` is empty where nothing needs doing."""

    name: str
    state: CheckState
    finding: str
    remedy: str = ""


class DoctorService:
    """Runs the checks it is given, each on a thread, and lets none of them fail the rest."""

    def __init__(self, checks: Sequence[Callable[[], Check]]) -> None:
        self._checks = checks

    async def run(self) -> Sequence[Check]:
        raise NotImplementedError
