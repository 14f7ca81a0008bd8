"""A run of many prompts: what is asked of it, and how far it is. Values only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.models import ModelId
from app.domain.stream import StreamEvent

STANDARD_STREAM = "-"
"""In a file's place: standard input, or standard output."""


@dataclass(frozen=True, kw_only=True, slots=True)
class BatchJob:
    """Answer every line of ``source`` by ``model`` into ``target``. Both are paths, or ``-``.

    ``resume``: go on with a target that is there, leaving out what it has answers to. ``at_once``: how many lines are
    answered beside each other, or ``None`` for as many as the model takes at no loss. ``system``, ``parameters`` and
    ``schema`` count for each line that does not bring its own. ``budget_usd``: the run ends where models elsewhere took
    that much for it. ``by_vendor``: the vendor answers all of them at its
    leisure, for less, through its own interface for that. ``collects_only``: fetch what the vendor has, and hand over
    nothing more.
    """

    model: ModelId
    source: str
    target: str
    resume: bool = False
    at_once: int | None = None
    system: str = ""
    parameters: Mapping[str, object] = field(default_factory=dict)
    schema: Mapping[str, object] | None = None
    budget_usd: float | None = None
    by_vendor: bool = False
    collects_only: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class BatchProgress:
    """How far a run is. ``done`` and ``failed`` lines are in the target; ``earlier`` ones were there before.

    ``total`` is ``None`` where nobody knows how many lines will come. ``repeated_ids`` names ids, a few at most, that
    more than one line has. ``note``: what is being waited for, as a sentence, or empty.
    ``elapsed_s`` stays 0 where a vendor answers at its leisure: no pace can be told from it.
    """

    total: int | None = None
    earlier: int = 0
    done: int = 0
    failed: int = 0
    running: int = 0
    output_tokens: int = 0
    elapsed_s: float = 0.0
    repeated_ids: tuple[str, ...] = ()
    note: str = ""

    @property
    def tokens_per_s(self) -> float:
        """Tokens written a second, all lines together."""
        return self.output_tokens / self.elapsed_s if self.elapsed_s else 0.0

    @property
    def left_s(self) -> float | None:
        """Seconds until the end at the pace so far, or ``None`` where nobody can tell."""
        ended = self.done + self.failed
        if self.total is None or not ended or not self.elapsed_s:
            return None
        return max(0, self.total - self.earlier - ended) * self.elapsed_s / ended


class VendorBatchState(StrEnum):
    """How far a vendor is with a batch."""

    RUNNING = "running"
    CANCELLING = "cancelling"
    ENDED = "ended"  # whatever became of it: what was answered can be fetched


@dataclass(frozen=True, kw_only=True, slots=True)
class VendorBatch:
    """A batch in a vendor's hands. ``ended`` requests of ``total`` have an outcome; ``problem``: why the vendor took
    none of it, or ``None``.
    """

    id: str
    state: VendorBatchState
    total: int = 0
    ended: int = 0
    problem: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class VendorResult:
    """What became of one request of a batch: an answer's events, or why there is none."""

    custom_id: str
    events: tuple[StreamEvent, ...] = ()
    error: str | None = None
