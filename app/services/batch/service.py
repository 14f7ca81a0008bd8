"""Runs many prompts by one model: keeps as many going as the model takes at once, and each answer as it is done.

The target's lines come in the order in which answers end; each says which line of the source it answers. A fault of one
line is a line of its own; one that every line would meet (a key, a model file, a full disk) ends the run, which can be
gone on with.
"""

from __future__ import annotations

import asyncio
import time
import uuid
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from typing import cast

from app.domain.batch import STANDARD_STREAM, BatchJob, BatchProgress
from app.domain.errors import (
    BatonError,
    BudgetError,
    KeyProblemError,
    ModelFileError,
    NotFoundError,
    OutOfMemoryError,
    UnreachableError,
    UsageError,
)
from app.domain.language import tr
from app.domain.models import AUTO, ModelId, ModelInfo
from app.domain.parameters import check
from app.domain.ports import LineFiles, ResultFile
from app.domain.spending import RUN_ID, Purpose, Terms
from app.domain.stream import StreamEvent, Usage
from app.services.batch.earlier import Earlier, read_earlier
from app.services.batch.feed import LineFeed
from app.services.batch.lines import BatchLine, LineAnswer, asked_text, digest, read_line, result_line
from app.services.batch.note import read_note
from app.services.batch.vendor import VendorRun
from app.services.limits.lane import Urgency
from app.services.local_models import LocalModelService
from app.services.models import ModelService
from app.services.passage import Passage
from app.services.to_the_end import to_the_end

_AT_ONCE_ELSEWHERE = 4
_MOST_NAMED_IDS = 5
_FOR_EVERY_LINE = (BudgetError, KeyProblemError, ModelFileError, NotFoundError, OutOfMemoryError, UnreachableError)
"""What one line meets, all would; ``UnreachableError`` comes after the model service has tried again."""


class BatchService:
    """Batches, for the command and the window. ``sleep`` (seconds) is for tests."""

    def __init__(
        self,
        *,
        models: ModelService,
        local: LocalModelService,
        files: LineFiles,
        passage: Passage,
        route: Callable[[str], Awaitable[ModelInfo]],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """``route``: who answers a text where the job's model is chosen automatically; raises ``BatonError``."""
        self._models = models
        self._local = local
        self._files = files
        self._passage = passage
        self._route = route
        self._sleep = sleep

    async def run(self, job: BatchJob) -> AsyncGenerator[BatchProgress]:
        """Answer every line; yields how far it is, at the start and after each line.

        Closing the iterator stops the run: lines in progress are given up, finished ones are kept. Raises
        ``UsageError`` for a job that cannot be done, and what ends a run.
        """
        if job.by_vendor and job.budget_usd is not None:
            raise UsageError(
                tr("What a provider's batch costs is known at its end, so a budget cannot stop it."),
                remedy=tr("Leave the budget or --provider-batch out."),
            )
        if job.by_vendor and job.target == STANDARD_STREAM:
            raise UsageError(
                tr("A provider's batch is answered in hours, and must be gone on with."),
                remedy=tr("Name a file with --out."),
            )
        info = None if job.model == AUTO else await self._models.info(job.model)
        if info is not None:
            check(job.parameters, info.capabilities.parameters, model=str(info.id))
        if job.by_vendor:
            if info is None:
                raise UsageError(
                    tr("A provider's batch goes to one model."),
                    remedy=tr("Name the model, or leave --provider-batch out."),
                )
            self._models.batches(info.id)  # said before anything is opened
        at_once = job.at_once or await self._at_once(info)
        total = await asyncio.to_thread(self._files.count, job.source)
        results = await asyncio.to_thread(lambda: self._files.results(job.target, resume=job.resume))
        try:
            earlier = await asyncio.to_thread(read_earlier, results)
            if info is not None:
                earlier.check_model(job, info)
            if job.by_vendor and info is not None:
                async with aclosing(self._by_vendor(job, info, results, earlier, total)) as updates:
                    async for progress in updates:
                        yield progress
                return
            terms = Terms(purpose=Purpose.BATCH)
            if job.budget_usd is not None:  # what the run takes is summed up in the log of usage, as a chat's is
                terms = replace(terms, conversation_id=f"{RUN_ID}{uuid.uuid4().hex}", budget_usd=job.budget_usd)
            run = _Run(self._models, job, info, results, earlier, self._route, terms)
            run.progress = BatchProgress(total=total)
            async with aclosing(run.lines(LineFeed(lambda: self._files.lines(job.source)), at_once)) as updates:
                async for progress in updates:
                    yield progress
        finally:
            await asyncio.shield(asyncio.to_thread(results.close))

    async def _at_once(self, info: ModelInfo | None) -> int:
        if info is None or info.id.provider != "local":
            return _AT_ONCE_ELSEWHERE
        return max(1, (await self._local.plan(info.id.name)).sequences)

    async def _by_vendor(
        self, job: BatchJob, info: ModelInfo, results: ResultFile, earlier: Earlier, total: int | None
    ) -> AsyncGenerator[BatchProgress]:
        batches = self._models.batches(info.id)
        price = None if info.price is None else info.price.times(batches.price_share)
        run = VendorRun(
            batches=batches,
            job=job,
            info=replace(info, price=price),
            files=self._files,
            results=results,
            earlier=earlier,
            passage=self._passage,
            sleep=self._sleep,
            progress=BatchProgress(total=total),
        )
        async with aclosing(run.lines(lambda: LineFeed(lambda: self._files.lines(job.source)))) as updates:
            async for progress in updates:
                yield progress
        await asyncio.to_thread(results.close)
        await run.forget()

    async def cancel(self, job: BatchJob) -> int:
        """Ask the vendor to answer no more of the batches that a file of results waits for; returns how many there are.

        What was answered is fetched by going on with the run. Raises what asking raises.
        """
        raw = await asyncio.to_thread(self._files.note, job.target)
        if raw is None:
            return 0
        note = read_note(raw, target=job.target)
        batches = self._models.batches(ModelId.parse(note.model))
        for noted in note.batches:
            if noted.id is not None:
                await batches.cancel(noted.id)
        return len(note.batches)


@dataclass(eq=False)
class _Run:
    models: ModelService
    job: BatchJob
    info: ModelInfo | None  # of every line; ``None``: each line's is chosen by what it asks
    results: ResultFile
    earlier: Earlier
    route: Callable[[str], Awaitable[ModelInfo]]
    terms: Terms
    progress: BatchProgress = field(default_factory=BatchProgress)
    _taking: asyncio.Lock = field(default_factory=asyncio.Lock)
    _writing: asyncio.Lock = field(default_factory=asyncio.Lock)
    _changed: asyncio.Event = field(default_factory=asyncio.Event)
    _ids: set[object] = field(default_factory=set)
    _began: float = field(default_factory=time.monotonic)

    async def lines(self, feed: LineFeed, at_once: int) -> AsyncGenerator[BatchProgress]:
        """Run until the feed ends; yields the progress after each change, the newest where several came."""
        workers = [asyncio.create_task(self._work(feed), name=f"batch {number}") for number in range(at_once)]
        over = asyncio.gather(*workers)
        over.add_done_callback(lambda _: self._changed.set())
        try:
            yield self.progress
            while not over.done():
                await self._changed.wait()
                self._changed.clear()
                yield self.progress
            over.result()
        finally:
            feed.close()
            for worker in workers:
                worker.cancel()
            await asyncio.gather(*workers, over, return_exceptions=True)

    async def _work(self, feed: LineFeed) -> None:
        while (taken := await self._take(feed)) is not None:
            line, info = taken
            self._note(running=1)
            try:
                answer = await self._answer(line, info)
                await self._keep(result_line(line, answer, str(self.job.model if info is None else info.id)))
            finally:
                self._note(running=-1)
            usage = answer.fold.usage or Usage()
            failed = answer.error is not None
            self._note(done=not failed, failed=failed, output_tokens=usage.output_tokens)

    async def _take(self, feed: LineFeed) -> tuple[BatchLine, ModelInfo | None] | None:
        """The next line that has no answer yet, and who answers it; nobody, where it has a problem."""
        async with self._taking:
            while (item := await feed.next()) is not None:
                number, raw = item
                self.earlier.check_line(self.job, number, raw)
                if number in self.earlier.answers:
                    self._note(earlier=1)
                    continue
                line, info = await self._read(raw, number)
                if number in self.earlier.failures and line.problem:  # it said so before, and would again
                    self._note(failed=1)
                    continue
                self._note_id(line.id)
                return line, info
        return None

    async def _read(self, raw: bytes | None, number: int) -> tuple[BatchLine, ModelInfo | None]:
        info = self.info
        if info is None:
            text = await asyncio.to_thread(asked_text, raw)
            if not text.strip():  # whoever it went to, there is nothing to answer
                line = await asyncio.to_thread(read_line, raw, number, self.job, ModelInfo(id=AUTO, title=""))
                return replace(line, request=None, problem=line.problem or tr("The line asks nothing.")), None
            try:
                info = await self.route(text)
                check(self.job.parameters, info.capabilities.parameters, model=str(info.id))
            except BatonError as error:
                marked = "" if raw is None else digest(raw)
                return BatchLine(number=number, digest=marked, problem=str(error)), None
        return await asyncio.to_thread(read_line, raw, number, self.job, info), info

    async def _answer(self, line: BatchLine, info: ModelInfo | None) -> LineAnswer:
        answer = LineAnswer()
        if line.request is None or info is None:
            answer.error = line.problem
            return answer
        request = replace(line.request, terms=self.terms)
        try:
            # The service's stream is a generator; its signature says iterator.
            source = self.models.stream(info.id, request, urgency=Urgency.BATCH)
            events = cast("AsyncGenerator[StreamEvent]", source)
            async with aclosing(events):
                async for event in events:
                    answer.fold.add(event)
        except _FOR_EVERY_LINE as error:
            if self.info is not None or isinstance(error, BudgetError):
                raise
            answer.error = str(error)  # the next line may go to another model
        except BatonError as error:
            answer.error = str(error)
        if answer.error is None and (problem := answer.fold.form_problem) is not None:
            answer.error = tr("The answer does not follow the schema: {problem}", problem=problem)
        return answer

    async def _keep(self, line: bytes) -> None:
        async with self._writing:
            # To its end even where the run is being stopped: half a line is no result, and the file is closed next.
            await to_the_end(asyncio.to_thread(self.results.append, line))

    def _note_id(self, id: object) -> None:
        if id is None:
            return
        if id in self._ids and str(id) not in self.progress.repeated_ids[:_MOST_NAMED_IDS]:
            named = (*self.progress.repeated_ids, str(id))[:_MOST_NAMED_IDS]
            self.progress = replace(self.progress, repeated_ids=named)
        self._ids.add(id)

    def _note(
        self, *, earlier: int = 0, running: int = 0, done: int = 0, failed: int = 0, output_tokens: int = 0
    ) -> None:
        now = self.progress
        self.progress = replace(
            now,
            earlier=now.earlier + earlier,
            running=now.running + running,
            done=now.done + done,
            failed=now.failed + failed,
            output_tokens=now.output_tokens + output_tokens,
            elapsed_s=time.monotonic() - self._began,
        )
        self._changed.set()
