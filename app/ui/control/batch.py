"""Runs of many prompts from the window: one at a time, shown in their dialog, stopped there or with the window."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AbstractContextManager, aclosing
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject

from app.domain.batch import BatchJob, BatchProgress
from app.domain.errors import BatonError
from app.domain.language import tr
from app.domain.models import ModelId
from app.domain.ports import WorkReport
from app.domain.remedies import RemedyKind, remedy_of
from app.domain.routing import AUTO_MODEL
from app.ui.control.desk import Desk
from app.ui.control.models import ModelController
from app.ui.dialogs.batch import BatchDialog, progress_words


class BatchController(QObject):
    """Builds the dialog on its first use; closing it leaves a run going."""

    def __init__(self, desk: Desk, models: ModelController) -> None:
        super().__init__(desk)
        self._desk = desk
        self._models = models
        self._dialog: BatchDialog | None = None
        self._task: asyncio.Task[None] | None = None
        self._job: BatchJob | None = None
        self._now = BatchProgress()

    @property
    def dialog(self) -> BatchDialog | None:
        """The dialog, once it was opened."""
        return self._dialog

    def open(self) -> None:
        """Show the dialog."""
        if self._dialog is None:
            self._dialog = BatchDialog(self._desk.window)
            self._dialog.start_requested.connect(self._start)
            self._dialog.stop_requested.connect(self._stop)
            self._dialog.cancel_requested.connect(self._cancel)
            self._dialog.model_changed.connect(self._look_at_model)
            self._dialog.remedy_wanted.connect(self._desk.remedy_wanted)
        if self._task is None:
            self._dialog.set_models([AUTO_MODEL, *sorted(self._models.by_id())], self._models.model_id)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def close(self) -> None:
        """Put the dialog away; the run ends with the window's tasks."""
        if self._dialog is not None:
            self._dialog.close()

    def _look_at_model(self, model: str) -> None:
        assert self._dialog is not None
        try:
            self._desk.app.models.batches(ModelId.parse(model))
        except BatonError:
            self._dialog.set_takes_batches(False)
        else:
            self._dialog.set_takes_batches(True)

    def _start(self, model: str, source: str, target: str, resume: bool, by_vendor: bool, budget_usd: float) -> None:
        if self._task is None:
            run = self._run(model, source, target, resume, by_vendor, budget_usd)
            self._task = self._desk.scope.spawn(run, name="batch")
            # Not left to the task: one that is stopped before its first step runs nothing of its own.
            self._task.add_done_callback(self._forget)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _cancel(self) -> None:
        if self._job is not None:
            self._desk.scope.spawn(self._cancel_batch(self._job), name="cancel a batch")

    async def _cancel_batch(self, job: BatchJob) -> None:
        try:
            await self._desk.app.batch.cancel(job)
        except BatonError as error:
            self._desk.warn(str(error))

    async def _run(
        self, model: str, source: str, target: str, resume: bool, by_vendor: bool, budget_usd: float
    ) -> None:
        assert self._dialog is not None
        self._now = BatchProgress()
        try:
            job = BatchJob(
                model=ModelId.parse(model),
                source=source,
                target=target,
                resume=resume,
                by_vendor=by_vendor,
                budget_usd=budget_usd or None,
            )
            self._job = job
            with self._watched(job, lambda: self._start(model, source, target, True, by_vendor, budget_usd)) as work:
                async with aclosing(self._desk.app.batch.run(job)) as updates:
                    async for progress in updates:
                        self._now = progress
                        self._dialog.set_progress(progress)
                        work.reached(progress.done + progress.failed + progress.earlier, progress.total)
                work.ends_with(tr("{progress}.", progress=progress_words(self._now)))
        except BatonError as error:
            began = self._now.done + self._now.failed + self._now.earlier > 0
            remedy = remedy_of(error)
            if remedy is not None and remedy.kind in (RemedyKind.RETRY, RemedyKind.CHOOSE_MODEL):
                remedy = None  # both are done in this dialog
            self._dialog.set_ended(str(error), look="error", may_go_on=began or resume, remedy=remedy)
        except asyncio.CancelledError:
            left = progress_words(replace(self._now, running=0, note=""))
            if by_vendor and self._now.running:
                words = tr(
                    "Stopped: {progress}. What is done is kept. The provider goes on with its batch: go on here, at "
                    "any time, to fetch it.",
                    progress=left,
                )
            else:
                words = tr("Stopped: {progress}. What is done is kept.", progress=left)
            self._dialog.set_ended(words, look="muted", may_go_on=True)
            raise
        else:
            words = tr("Finished: {progress}.", progress=progress_words(self._now))
            failed = self._now.failed > 0
            self._dialog.set_ended(words, look="warning" if failed else "good", may_go_on=failed)
            if not self._dialog.isVisible():
                self._desk.say(words)

    def _watched(self, job: BatchJob, again: Callable[[], None]) -> AbstractContextManager[WorkReport]:
        return self._desk.app.work.doing(
            tr("Answer {file}", file=Path(job.source).name),
            unit="prompts",
            stop=self._stop,
            again=again,
            on_quit=tr("What is answered is kept, and it can be gone on with."),
        )

    def _forget(self, _ended: asyncio.Task[None]) -> None:
        self._task = self._job = None
