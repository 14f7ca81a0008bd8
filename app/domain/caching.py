"""Answers that are kept to be given again, and how much there is of them. Values only; keeps nothing itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain.messages import Message


@dataclass(frozen=True, kw_only=True, slots=True)
class KeptAnswer:
    """A whole answer, as it came from the model at ``at``. ``conversation_id``: it goes when that chat is deleted."""

    message: Message
    at: datetime
    conversation_id: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class CacheInfo:
    """How many answers are kept, and how much room they take on disk."""

    answers: int = 0
    size_bytes: int = 0
    oldest: datetime | None = None
