"""Findings about the machine Baton runs on."""

from __future__ import annotations

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
