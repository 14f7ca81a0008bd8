"""A run whose lines the vendor answers at its leisure: handed over, waited for, fetched, each line kept once.

What a note beside the results says is under way is fetched before anything else is handed over; a run that is stopped
leaves the vendor at work. Nothing is handed over twice, and what an answer took is logged once.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from types import MappingProxyType

from app.domain.batch import BatchJob, BatchProgress, VendorBatch, VendorBatchState
from app.domain.errors import (
    BatonError,
    FilteredError,
    NotFoundError,
    ProviderFaultError,
    RateLimitedError,
    UnreachableError,
    UsageError,
)
from app.domain.language import marked, plural, tr
from app.domain.models import ModelInfo
from app.domain.numerals import number
from app.domain.ports import LineFiles, Outgoing, ResultFile, VendorBatches
from app.domain.stream import Usage
from app.services.batch.earlier import Earlier
from app.services.batch.feed import LineFeed
from app.services.batch.lines import BatchLine, LineAnswer, read_line, result_line
from app.services.batch.note import Note, NotedBatch, read_note, write_note
from app.services.passage import Passage
from app.services.to_the_end import to_the_end
from app.services.token_estimates import estimate

_FIRST_LOOK_S = 2.0
_LONGEST_BETWEEN_S = 60.0
_PATIENCE = 1.5
_UNCERTAIN = (UnreachableError, ProviderFaultError)
"""Failures of a submission after which the vendor may have the batch all the same."""
_NO_VALUES: Mapping[str, str] = MappingProxyType({})
_NO_WORD = marked("The provider sent no answer for this line. Go on with --resume to send it again.")


@dataclass(frozen=True, slots=True)
class _Ready:
    """A line that can be handed over. ``reads_tokens``: what it will make the model read, roughly."""

    line: BatchLine  # without its request
    outgoing: Outgoing
    reads_tokens: int


@dataclass(eq=False)
class VendorRun:
    """One run. ``info`` is the model at what its vendor takes for batches; ``sleep`` takes seconds."""

    batches: VendorBatches
    job: BatchJob
    info: ModelInfo
    files: LineFiles
    results: ResultFile
    earlier: Earlier
    passage: Passage
    sleep: Callable[[float], Awaitable[None]]
    progress: BatchProgress
    _note: Note = field(init=False)
    _here: set[int] = field(default_factory=set)  # lines that have got a result in this run
    _submitted: set[str] = field(default_factory=set)  # marks of this run's batches
    _fetched: set[str] = field(default_factory=set)  # marks

    async def lines(self, open_feed: Callable[[], LineFeed]) -> AsyncGenerator[BatchProgress]:
        """Fetch what is under way, hand over what has no answer, fetch that; yields how far it is."""
        raw = await asyncio.to_thread(self.files.note, self.job.target)
        self._note = Note(model=str(self.info.id)) if raw is None else read_note(raw, target=self.job.target)
        if self._note.batches and not self.job.resume:
            raise UsageError(
                tr("The provider is at work on a batch for {target}.", target=repr(self.job.target)),
                remedy=tr("Go on with it (--resume), or name another file."),
            )
        if self._note.model != str(self.info.id):
            raise UsageError(
                tr(
                    "The batch for {target} is one of {model}.",
                    target=repr(self.job.target),
                    model=repr(self._note.model),
                ),
                remedy=tr("Go on with the same model, or write to another file."),
            )
        yield self.progress
        steps: list[Callable[[], AsyncGenerator[BatchProgress]]] = [self._fetch]
        if not self.job.collects_only:
            steps += [lambda: self._hand_over(open_feed()), self._fetch]
        for step in steps:
            async with aclosing(step()) as updates:
                async for progress in updates:
                    yield progress

    async def forget(self) -> None:
        """Take what was fetched off the note; called once the results are safe on disk."""
        if self._fetched:
            left = tuple(batch for batch in self._note.batches if batch.mark not in self._fetched)
            await self._keep_note(replace(self._note, batches=left))

    async def _hand_over(self, feed: LineFeed) -> AsyncGenerator[BatchProgress]:
        chunk: list[_Ready] = []
        size = 0
        try:
            while (item := await feed.next()) is not None:
                number, raw = item
                if number in self._here:
                    continue
                self.earlier.check_line(self.job, number, raw)
                if number in self.earlier.answers:
                    self._tell(earlier=1)
                    continue
                line = await asyncio.to_thread(read_line, raw, number, self.job, self.info)
                ready = await self._checked(line)
                if ready is None:
                    yield self.progress
                    continue
                request = ready.outgoing.request
                weight = len(raw or b"") + len(request.system) * 2 + len(str(request.schema or ""))
                full = len(chunk) >= self.batches.most_requests or size + weight > self.batches.most_bytes
                if chunk and full:
                    await self._submit(chunk)
                    yield self.progress
                    chunk, size = [], 0
                chunk.append(ready)
                size += weight
            if chunk:
                await self._submit(chunk)
                yield self.progress
        finally:
            feed.close()

    async def _checked(self, line: BatchLine) -> _Ready | None:
        """The line's request as it will be sent, or ``None`` where it cannot be, which is then its result."""
        problem = line.problem
        if line.request is not None:
            try:
                outgoing = await self.passage.outgoing(self.info, line.request)
                await asyncio.to_thread(self.batches.check, outgoing.request)
                reads = await asyncio.to_thread(estimate, outgoing.request, self.info)
            except BatonError as error:
                problem = str(error)
            else:
                return _Ready(replace(line, request=None), outgoing, reads)
        if line.number not in self.earlier.failures or line.request is not None:
            await self._keep(line, LineAnswer(error=problem))
        self._tell(failed=1)
        return None

    async def _submit(self, chunk: Sequence[_Ready]) -> None:
        reads = sum(ready.reads_tokens for ready in chunk)
        under_way = sum(batch.reads_tokens for batch in self._note.batches if not batch.is_logged)
        await self.passage.afford(self.info, under_way + reads)
        noted = NotedBatch(
            mark=f"baton-{secrets.token_hex(4)}",
            id=None,
            at=datetime.now(UTC),
            lines={ready.line.number: ready.line for ready in chunk},
            values={ready.line.number: ready.outgoing.values for ready in chunk if ready.outgoing.values},
            reads_tokens=reads,
        )
        before = self._note
        await self._keep_note(replace(before, batches=(*before.batches, noted)))
        self._submitted.add(noted.mark)
        self._tell(
            running=len(chunk), note=plural("Handing {count} line over…", "Handing {count} lines over…", len(chunk))
        )
        try:
            batch = await self.batches.submit(
                [(noted.custom_id(ready.line), ready.outgoing.request) for ready in chunk], mark=noted.mark
            )
        except BatonError as error:
            if not isinstance(error, _UNCERTAIN):
                await self._keep_note(before)
            raise
        await self._keep_note(replace(before, batches=(*before.batches, replace(noted, id=batch.id))))

    async def _fetch(self) -> AsyncGenerator[BatchProgress]:
        for noted in self._note.batches:
            if noted.mark in self._fetched:
                continue
            found = await self._found(noted)
            if found is None:
                continue
            if noted.mark not in self._submitted:
                self._tell(running=len(found.lines))
            assert found.id is not None
            ended: VendorBatch | None = None
            async with aclosing(self._looks(found.id)) as looks:
                async for batch in looks:
                    ended = batch
                    yield self.progress
            answered: dict[str, Usage] = {}
            async with aclosing(self.batches.results(found.id)) as results:
                async for result in results:
                    line = found.line_of(result.custom_id)
                    if line is None:
                        continue
                    answer = LineAnswer(error=result.error)
                    for event in result.events:
                        answer.fold.add(event)
                    if result.error is None or answer.fold.usage is not None:
                        answered[result.custom_id] = answer.fold.usage or Usage()
                    if line.number in self._here:
                        continue
                    await self._take(line, answer, found.values.get(line.number, {}))
                    yield self.progress
            for line in found.lines.values():
                if line.number not in self._here:
                    problem = ended.problem if ended is not None else None
                    await self._take(line, LineAnswer(error=problem or tr(_NO_WORD)))
            if not found.is_logged:  # at the very end: a run that is stopped before reads all results once more
                await to_the_end(self._log(found, tuple(answered.values())))
            self._fetched.add(noted.mark)
            self._tell(note="")
            yield self.progress

    async def _log(self, batch: NotedBatch, answered: Sequence[Usage]) -> None:
        await self.passage.record(self.info, answered)
        logged = replace(batch, is_logged=True)
        others = (other if other.mark != batch.mark else logged for other in self._note.batches)
        await self._keep_note(replace(self._note, batches=tuple(others)))

    async def _found(self, noted: NotedBatch) -> NotedBatch | None:
        """The batch with the vendor's name for it; one that never arrived is forgotten."""
        if noted.id is not None:
            return noted
        batch = await self.batches.find(noted.mark, requests=len(noted.lines), since=noted.at)
        others = tuple(other for other in self._note.batches if other.mark != noted.mark)
        if batch is None:
            await self._keep_note(replace(self._note, batches=others))
            return None
        named = replace(noted, id=batch.id)
        await self._keep_note(replace(self._note, batches=(*others, named)))
        return named

    async def _looks(self, batch_id: str) -> AsyncGenerator[VendorBatch]:
        """Look at a batch until it has ended; a vendor that cannot be reached is asked again."""
        wait_s = _FIRST_LOOK_S
        while True:
            try:
                batch = await self.batches.look(batch_id)
            except NotFoundError as error:
                raise NotFoundError(
                    tr("The provider no longer knows the batch {batch_id}.", batch_id=repr(batch_id)),
                    remedy=tr(
                        "Move the note {target} away to send its lines anew.", target=repr(self.job.target + ".batch")
                    ),
                    detail=error.detail,
                ) from None
            except (RateLimitedError, *_UNCERTAIN) as error:
                if not error.retryable:
                    raise
                self._tell(
                    note=tr("{message} Asking again in {wait_s} s.", message=error.message, wait_s=number(wait_s))
                )
                yield VendorBatch(id=batch_id, state=VendorBatchState.RUNNING)
            else:
                ended = {"batch": batch_id, "ended": batch.ended, "total": batch.total}
                self._tell(
                    note=tr("The provider is cancelling {batch}: {ended} of {total} lines have ended.", **ended)
                    if batch.state is VendorBatchState.CANCELLING
                    else tr("The provider is at work on {batch}: {ended} of {total} lines have ended.", **ended)
                )
                yield batch
                if batch.state is VendorBatchState.ENDED:
                    return
            await self.sleep(wait_s)
            wait_s = min(wait_s * _PATIENCE, _LONGEST_BETWEEN_S)

    async def _take(self, line: BatchLine, answer: LineAnswer, values: Mapping[str, str] = _NO_VALUES) -> None:
        self._here.add(line.number)
        if self.earlier.answers.get(line.number) == line.digest:
            self._tell(earlier=1, running=-1)  # kept before a run that ended in the middle of fetching
            return
        usage = answer.fold.usage or Usage()
        try:
            answer.restored = await self.passage.back(self.info, answer.fold.message, values)
        except FilteredError as held:
            answer = LineAnswer(error=str(held))
            answer.fold.add(usage)
        await self._keep(line, answer)
        failed = answer.error is not None
        self._tell(done=not failed, failed=failed, running=-1, output_tokens=usage.output_tokens)

    async def _keep(self, line: BatchLine, answer: LineAnswer) -> None:
        self._here.add(line.number)
        await to_the_end(asyncio.to_thread(self.results.append, result_line(line, answer, str(self.info.id))))

    async def _keep_note(self, note: Note) -> None:
        self._note = note
        await asyncio.to_thread(lambda: self.files.write_note(self.job.target, write_note(note)))

    def _tell(
        self,
        *,
        earlier: int = 0,
        done: int = 0,
        failed: int = 0,
        running: int = 0,
        output_tokens: int = 0,
        note: str | None = None,
    ) -> None:
        now = self.progress
        self.progress = replace(
            now,
            earlier=now.earlier + earlier,
            done=now.done + done,
            failed=now.failed + failed,
            running=max(0, now.running + running),
            output_tokens=now.output_tokens + output_tokens,
            note=now.note if note is None else note,
        )
