"""The note beside a file of results: which batches a vendor has, and which line each of their requests is. Values only.

It is written before a batch is handed over and again once it has a name, so that whatever happens in between, the next
run finds the batch and pays for nothing twice.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from app.domain.errors import StorageError
from app.domain.language import tr
from app.services.batch.lines import BatchLine


@dataclass(frozen=True, kw_only=True, slots=True)
class NotedBatch:
    """A batch. ``mark`` begins the id of each of its requests; ``id`` is the vendor's, or ``None`` where its answer to
    the submission never came. ``lines`` are those it answers, by number, without their requests; ``values``
    what stands in their requests as placeholders. ``reads_tokens``: what the model reads for all of them, roughly;
    ``is_logged``: what they took stands in the log of usage.
    """

    mark: str
    id: str | None
    at: datetime
    lines: Mapping[int, BatchLine]
    values: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    reads_tokens: int = 0
    is_logged: bool = False

    def line_of(self, custom_id: str) -> BatchLine | None:
        """The line that a request is, or ``None`` for one that is not of this batch."""
        mark, _, number = custom_id.rpartition("-")
        return self.lines.get(int(number)) if mark == self.mark and number.isdecimal() else None

    def custom_id(self, line: BatchLine) -> str:
        """The id under which a line's request is submitted."""
        return f"{self.mark}-{line.number}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """The batches of one file of results, all of one model."""

    model: str
    batches: tuple[NotedBatch, ...] = ()


def write_note(note: Note) -> bytes | None:
    """The note as it is kept; ``None`` where there is nothing to keep."""
    if not note.batches:
        return None
    batches = [
        {
            "mark": batch.mark,
            "id": batch.id,
            "at": batch.at.isoformat(),
            "reads": batch.reads_tokens,
            "logged": batch.is_logged,
            "lines": [
                [line.number, line.digest, line.id, dict(batch.values.get(line.number, {}))]
                for line in batch.lines.values()
            ],
        }
        for batch in note.batches
    ]
    return json.dumps({"model": note.model, "batches": batches}, ensure_ascii=False).encode("utf-8", "replace")


def read_note(raw: bytes, *, target: str) -> Note:
    """Read what :func:`write_note` wrote. Raises ``StorageError`` for anything else."""
    try:
        value = json.loads(raw)
        batches = [
            NotedBatch(
                mark=str(entry["mark"]),
                id=None if entry["id"] is None else str(entry["id"]),
                at=datetime.fromisoformat(entry["at"]),
                lines={
                    int(number): BatchLine(number=int(number), digest=str(digest), id=name)
                    for number, digest, name, _ in entry["lines"]
                },
                values={int(number): dict(values) for number, _, _, values in entry["lines"] if values},
                reads_tokens=int(entry["reads"]),
                is_logged=bool(entry["logged"]),
            )
            for entry in value["batches"]
        ]
        return Note(model=str(value["model"]), batches=tuple(batches))
    except (ValueError, TypeError, KeyError, RecursionError):
        raise StorageError(
            tr("The note of the provider's batches beside {target} is damaged.", target=repr(target)),
            remedy=tr("The batches are listed in your account at the provider; move the note away to begin anew."),
        ) from None
