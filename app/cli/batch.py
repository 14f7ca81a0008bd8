"""``baton batch``: many prompts from a file, each answer kept as it is done; stopped and gone on with at will."""

from __future__ import annotations

import asyncio
import json
import signal
import sys
import time
from collections.abc import Sequence
from contextlib import aclosing
from pathlib import Path

import click

from app.cli.ask import read_schema
from app.cli.context import CommandContext
from app.domain.batch import STANDARD_STREAM, BatchJob, BatchProgress
from app.domain.errors import BatonError, NotFoundError
from app.domain.models import ModelId
from app.domain.text import visible
from app.services.application import Application

_TOLD_EVERY_S = 0.5
_STOPPED = 130  # as a shell reports what Ctrl+C ended


@click.command()
@click.option("-m", "--model", metavar="ID", required=True, help="As provider:model; auto: by each line.")
@click.option("--in", "source", metavar="FILE", required=True, help="One prompt a line; - is stdin.")
@click.option("--out", "target", metavar="FILE", required=True, help="One answer a line; - is stdout.")
@click.option("--resume", is_flag=True, help="Go on with an --out that is there; what it answers is left out.")
@click.option("--concurrency", type=click.IntRange(1, 256), help="How many at once. Default: as the model takes them.")
@click.option(
    "--provider-batch", "by_vendor", is_flag=True, help="Let the provider answer within a day, at its price for that."
)
@click.option(
    "--cancel-batch", "cancels", is_flag=True, help="End the provider's batch of --out, and keep what it answered."
)
@click.option(
    "--budget",
    type=click.FloatRange(min=0, min_open=True),
    metavar="USD",
    help="What the run may cost at most at models elsewhere; it then stops, and --resume goes on.",
)
@click.option("--schema", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="JSON schema to follow.")
@click.option("--system", metavar="NAME", help="A system prompt of the prompt library.")
@click.option("--param", "parameters", metavar="NAME=JSON", multiple=True, help="A parameter, as temperature=0.2.")
@click.pass_obj
def batch(
    context: CommandContext,
    model: str,
    source: str,
    target: str,
    resume: bool,
    concurrency: int | None,
    by_vendor: bool,
    cancels: bool,
    budget: float | None,
    schema: Path | None,
    system: str | None,
    parameters: Sequence[str],
) -> None:
    """Answer many prompts from a file. A local model works on as many at once as its memory was planned for.

    A line of --in is a JSON text; an object {"prompt", "id", "system", "parameters", "schema"}, with "messages" in
    the prompt's place if wanted; or a line of OpenAI's batch files ("custom_id", "body"), whose model gives way to -m.

    A line of --out is an object: "line" (of --in, from 1), "id", "model", "text", "finish_reason", "usage", "error".
    Lines stand in the order in which answers ended. Each is on disk once its answer is done, so that a run which was
    stopped, killed or out of disk space goes on with --resume; lines that failed are then tried again.

    With --provider-batch, Anthropic or OpenAI answer all lines together, within a day and for about half the price.
    What they are at work on is noted beside --out: stop at any time, and fetch it later with --resume added.
    """
    if concurrency is not None and (by_vendor or cancels):
        raise click.UsageError("--concurrency is not for the provider's own batches.")
    if budget is not None and (by_vendor or cancels):
        raise click.UsageError("--budget is not for the provider's own batches: what they cost is known at their end.")
    wanted = read_schema(schema)
    given = dict(map(_parameter, parameters))

    async def work(app: Application) -> int:
        job = BatchJob(
            model=ModelId.parse(model),
            source=source,
            target=target,
            resume=resume or cancels,
            at_once=concurrency,
            system=app.prompts.get(system).text if system is not None else "",
            parameters=given,
            schema=wanted,
            budget_usd=budget,
            by_vendor=by_vendor or cancels,
            collects_only=cancels,
        )
        if cancels and not await app.batch.cancel(job):
            raise NotFoundError(
                f"The provider has no batch for {target!r}.", remedy="Name the --out of a run with --provider-batch."
            )
        return await _Teller(job).run(app)

    if status := context.run(work):
        raise SystemExit(status)


class _Teller:
    """Runs a job and tells on stderr how far it is: one line that is written over, on a terminal; else the end."""

    def __init__(self, job: BatchJob) -> None:
        self._job = job
        self._progress = BatchProgress()
        self._overwrites = sys.stderr.isatty()
        self._told_at = 0.0

    async def run(self, app: Application) -> int:
        """The exit status: 0 where every line has an answer, 1 where some failed, 130 where the run was stopped."""
        task = asyncio.create_task(self._follow(app), name="batch")
        loop = asyncio.get_running_loop()
        handled = True
        try:
            loop.add_signal_handler(signal.SIGINT, task.cancel)
            loop.add_signal_handler(signal.SIGTERM, task.cancel)
        except NotImplementedError:
            handled = False
        try:
            await task
        except asyncio.CancelledError:
            self._end_line()
            click.echo(f"baton: stopped; {self._summary()}{self._how_to_go_on()}", err=True)
            return _STOPPED
        except BatonError:
            self._end_line()
            if self._progress.done + self._progress.failed:  # else the failure itself says enough
                click.echo(f"baton: ended; {self._summary()}{self._how_to_go_on()}", err=True)
            raise
        finally:
            if handled:
                loop.remove_signal_handler(signal.SIGINT)
                loop.remove_signal_handler(signal.SIGTERM)
        self._end_line()
        click.echo(f"baton: {self._summary()}.", err=True)
        if repeated := self._progress.repeated_ids:
            names = ", ".join(visible(repr(name)) for name in repeated)
            click.echo(f"baton: more than one line has the id {names}.", err=True)
        return 1 if self._progress.failed else 0

    async def _follow(self, app: Application) -> None:
        async with aclosing(app.batch.run(self._job)) as updates:
            async for progress in updates:
                self._progress = progress
                if self._overwrites and time.monotonic() - self._told_at > _TOLD_EVERY_S:
                    self._told_at = time.monotonic()
                    click.echo(f"\r\x1b[K{self._line()}", err=True, nl=False)

    def _line(self) -> str:
        now = self._progress
        if now.note:
            return visible(now.note)
        total = f" of {now.total}" if now.total is not None else ""
        left = f", {_time(now.left_s)} left" if now.left_s is not None else ""
        return f"{now.earlier + now.done}{total} done, {now.failed} failed, {now.tokens_per_s:.0f} tokens/s{left}"

    def _summary(self) -> str:
        now = self._progress
        total = f" of {now.total}" if now.total is not None else ""
        words = f"{now.earlier + now.done}{total} done"
        if now.earlier:
            words += f" ({now.earlier} of them earlier)"
        if now.failed:
            words += f", {now.failed} failed"
        if now.output_tokens:
            pace = f" at {now.tokens_per_s:.0f} a second" if now.elapsed_s else ""
            words += f", {now.output_tokens} tokens{pace}"
        return words

    def _how_to_go_on(self) -> str:
        if self._job.target == STANDARD_STREAM:
            return "."
        at_work = "The provider goes on with its batch. " if self._job.by_vendor and self._progress.running else ""
        return f". {at_work}Go on with --resume."

    def _end_line(self) -> None:
        if self._overwrites and self._told_at:
            click.echo("\r\x1b[K", err=True, nl=False)


def _parameter(text: str) -> tuple[str, object]:
    name, equals, value = text.partition("=")
    if not equals or not name:
        raise click.UsageError(f"{text!r} is no parameter: write NAME=JSON, as temperature=0.2.")
    try:
        return name, json.loads(value)
    except ValueError:
        raise click.UsageError(f"The value of {name!r} is no JSON: write a text in quotes.") from None


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
