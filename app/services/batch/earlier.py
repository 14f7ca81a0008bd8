"""What a file of results held before a run: which lines have an answer, which failed, and by which models."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.domain.batch import BatchJob
from app.domain.errors import UsageError
from app.domain.language import tr
from app.domain.models import ModelInfo
from app.domain.ports import ResultFile
from app.services.batch.lines import digest, read_result


@dataclass(frozen=True, slots=True)
class Earlier:
    """Each line's digest by its number, for answers and for failures."""

    answers: dict[int, str] = field(default_factory=dict)
    failures: dict[int, str] = field(default_factory=dict)
    models: set[str] = field(default_factory=set)

    def check_model(self, job: BatchJob, info: ModelInfo) -> None:
        """Raise ``UsageError`` where the file holds another model's answers."""
        if others := self.models - {str(info.id)}:
            raise UsageError(
                tr(
                    "{target} holds answers of {others}, and {id} was asked for.",
                    target=repr(job.target),
                    others=repr(sorted(others)[0]),
                    id=repr(str(info.id)),
                ),
                remedy=tr("Go on with the same model, or write to another file."),
            )

    def check_line(self, job: BatchJob, number: int, raw: bytes | None) -> None:
        """Raise ``UsageError`` where the line that has a result is not the one that stands there now."""
        known = self.answers.get(number, self.failures.get(number))
        if known is not None and known != ("" if raw is None else digest(raw)):
            raise UsageError(
                tr(
                    "Line {number} of {source} is not the one that {target} has a result for.",
                    number=number,
                    source=repr(job.source),
                    target=repr(job.target),
                ),
                remedy=tr("Go on with the lines as they were, or write to another file."),
            )


def read_earlier(results: ResultFile) -> Earlier:
    """Read a file of results. Raises ``UsageError`` for one that no batch wrote."""
    found = Earlier()
    for raw in results.earlier():
        if (line := read_result(raw)) is None:
            if raw.strip():
                raise UsageError(
                    tr("The file of results holds lines that no batch wrote."),
                    remedy=tr("Name another file with --out."),
                )
        elif line.is_answer:
            found.models.add(line.model)
            found.answers[line.number] = line.digest
            found.failures.pop(line.number, None)
        elif line.number not in found.answers:
            found.failures[line.number] = line.digest
    return found
