"""``baton serve``: local models as an OpenAI-compatible endpoint on this machine, until Ctrl+C."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sys
from collections.abc import Generator

import click

from app.cli.context import CommandContext, stdin
from app.domain.errors import UsageError
from app.domain.models import ModelId
from app.services.application import Application
from app.services.serving.service import LOOPBACK

_LONGEST_LINE = 4096


@click.command()
@click.option("--port", type=click.IntRange(0, 65_535), help="0 takes any free port. Default: as in the settings.")
@click.option("--host", default=LOOPBACK, show_default=True, help="An address of this machine alone.")
@click.option("-m", "--model", metavar="local:NAME", help="Offer this model only, and load it at once.")
@click.option("--key-stdin", is_flag=True, help="Read the key for this run from stdin, instead of the kept one.")
@click.option("--show-key", is_flag=True, help="Print the kept key on stdout, and serve nothing.")
@click.option("--new-key", is_flag=True, help="Replace the kept key by a new one first.")
@click.pass_obj
def serve(
    context: CommandContext,
    port: int | None,
    host: str,
    model: str | None,
    key_stdin: bool,
    show_key: bool,
    new_key: bool,
) -> None:
    """Offer local models to other programs of this machine, as OpenAI's API: chat completions, completions,
    embeddings, models.

    The address is printed on stdout once programs can connect. They send the key as OpenAI's clients do
    (OPENAI_BASE_URL, OPENAI_API_KEY). Baton makes the key and keeps it in the keyring; it is shown here where stderr is
    a terminal, and printed by --show-key for scripts:

        export OPENAI_API_KEY=$(baton serve --show-key)
    """
    if key_stdin and (show_key or new_key):
        raise click.UsageError("--key-stdin cannot be combined with --show-key or --new-key.")

    async def work(app: Application) -> None:
        serving = app.serving
        if new_key:
            await serving.new_key()
        if show_key:
            key = await serving.key()
            if serving.key_problem is not None:
                raise UsageError(
                    f"There is no kept key to show. {serving.key_problem}", remedy="Or give one with --key-stdin."
                )
            click.echo(key)
            return
        given = _read_key() if key_stdin else None
        with _stop_signals() as stopped:
            state = await serving.start(
                host=host, port=port, key=given, only=ModelId.parse(model) if model is not None else None
            )
            if given is None and serving.key_problem is not None and not sys.stderr.isatty():
                raise UsageError(
                    f"Nobody could know the key of this run: {serving.key_problem}", remedy="Give one with --key-stdin."
                )
            click.echo(state.url)
            sys.stdout.flush()
            await _greet(app, own_key=given is None)
            loading = asyncio.create_task(serving.load(), name="load the served model")
            try:
                await _first(loading, stopped)
                if not stopped.is_set():
                    await loading
                    await stopped.wait()
            finally:
                loading.cancel()
                await asyncio.wait([loading])
                await serving.stop()
        click.echo("baton: no longer serving", err=True)

    context.run(work)


async def _greet(app: Application, *, own_key: bool) -> None:
    state = app.serving.state
    what = f"local:{state.only}" if state.only is not None else "the local models"
    click.echo(f"Baton serves {what} at {state.url}; Ctrl+C ends it.", err=True)
    if not own_key:
        return
    if sys.stderr.isatty():
        click.echo(f"Key: {await app.serving.key()}", err=True)
        if app.serving.key_problem is not None:
            click.echo(f"baton: {app.serving.key_problem}", err=True)


def _read_key() -> str:
    return stdin().readline(_LONGEST_LINE).strip()


async def _first(task: asyncio.Task[None], event: asyncio.Event) -> None:
    waiting = asyncio.ensure_future(event.wait())
    try:
        await asyncio.wait([task, waiting], return_when=asyncio.FIRST_COMPLETED)
    finally:
        waiting.cancel()


@contextlib.contextmanager
def _stop_signals() -> Generator[asyncio.Event]:
    """An event that Ctrl+C and a polite kill set. Where the platform has no such handlers, Ctrl+C interrupts."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    numbers = (signal.SIGINT, signal.SIGTERM)
    try:
        for number in numbers:
            loop.add_signal_handler(number, stopped.set)
    except NotImplementedError:
        yield stopped
        return
    try:
        yield stopped
    finally:
        for number in numbers:
            loop.remove_signal_handler(number)
