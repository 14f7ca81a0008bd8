"""``baton models`` add, pull, remove, local, adapter and discover: the model files of this machine."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import click

from app.cli.context import CommandContext, Failure, print_json
from app.cli.sizes import print_rows, size_words
from app.domain.errors import BatonError
from app.domain.hub import DownloadProgress, FoundModel
from app.domain.models import LocalModel
from app.domain.text import visible
from app.services.application import Application


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def add(context: CommandContext, file: Path) -> None:
    """Use a GGUF file where it lies."""
    model = context.run(lambda app: app.local.add(file.expanduser().absolute()))
    click.echo(_said_of(model))


@click.command()
@click.argument("repository")
@click.option("--file", "file_name", help="Which file, or which quantisation; without it, the best that fits here.")
@click.pass_obj
def pull(context: CommandContext, repository: str, file_name: str | None) -> None:
    """Download a GGUF file from a model hub. Stopped by Ctrl+C or a fault, it goes on where it was when run again."""
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn, TransferSpeedColumn

    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        disable=not sys.stderr.isatty(),
    )

    async def work(app: Application) -> LocalModel:
        with bar:
            task = bar.add_task(visible(repository), total=None)

            def show(progress: DownloadProgress) -> None:
                bar.update(task, completed=progress.done_bytes, total=progress.total_bytes)
                if progress.note:
                    bar.console.print(f"baton: {visible(progress.note)}", markup=False, highlight=False)

            return await app.local.pull(repository, file_name, show)

    click.echo(_said_of(context.run(work)))


@click.command()
@click.argument("name")
@click.pass_obj
def remove(context: CommandContext, name: str) -> None:
    """Forget a local model; a file that Baton downloaded is deleted, your own file is not."""
    local = name.removeprefix("local:")
    context.run(lambda app: app.local.remove(local))
    click.echo(f"{local} is removed.", err=True)


@click.command("local")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def list_local(context: CommandContext, as_json: bool) -> None:
    """List the model files Baton knows, those for other uses than chat and those with a problem included."""
    known = context.run(lambda app: app.local.models())
    if as_json:
        print_json([asdict(model) for model in known])
        return
    rows = [
        (
            f"local:{model.name}",
            model.kind,
            size_words(model.size_bytes),
            model.quantisation,
            model.source or model.path,
            ", ".join(f"{Path(adapter.path).name} x {adapter.scale:g}" for adapter in model.adapters),
        )
        for model in known
    ]
    print_rows(context, ("Model", "For", "Size", "Quantisation", "From", "Adapters"), rows, right=("Size",))
    for model in known:
        if model.problem is not None:
            click.echo(f"baton: {visible(model.name)}: {visible(model.problem)}", err=True)


@click.command()
@click.argument("name", metavar="MODEL")
@click.argument("file", metavar="ADAPTER")
@click.option("--scale", type=float, default=1.0, show_default=True, help="How strongly it changes the model.")
@click.option("--remove", "is_removal", is_flag=True, help="Take it off the model; its file stays.")
@click.pass_obj
def adapter(context: CommandContext, name: str, file: str, scale: float, is_removal: bool) -> None:
    """Lay a LoRA adapter, a GGUF file or a local adapter's name, over a local model."""
    local, wanted = name.removeprefix("local:"), file.removeprefix("local:")

    async def work(app: Application) -> LocalModel:
        if is_removal:
            return await app.local.remove_adapter(local, wanted)
        return await app.local.set_adapter(local, wanted, scale)

    model = context.run(work)
    laid = ", ".join(f"{visible(Path(each.path).name)} at {each.scale:g}" for each in model.adapters)
    click.echo(f"local:{visible(model.name)} has {laid or 'no adapter'}")


@click.command()
@click.option("--add", "is_adding", is_flag=True, help="Make known all that can be used, where they lie.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def discover(context: CommandContext, is_adding: bool, as_json: bool) -> None:
    """List model files that Ollama, LM Studio and others keep on this machine. Baton uses them without copying."""

    async def work(app: Application) -> tuple[Sequence[FoundModel], int]:
        refused = 0
        for found in await app.local.discover() if is_adding else ():
            if found.known_as:
                continue
            try:
                await app.local.add(Path(found.path))
            except BatonError as error:
                refused += 1
                click.echo(f"baton: {visible(found.name)}: {visible(str(error))}", err=True)
        return await app.local.discover(), refused

    found, refused = context.run(work)
    if as_json:
        print_json([asdict(model) for model in found])
    else:
        rows = [
            (
                model.name,
                model.source,
                size_words(model.size_bytes),
                f"local:{model.known_as}" if model.known_as else "not added",
                model.path,
            )
            for model in found
        ]
        print_rows(context, ("Model", "Kept by", "Size", "In Baton", "File"), rows, right=("Size",))
        if not found:
            click.echo("No other program keeps models here.", err=True)
        elif not is_adding and any(not model.known_as for model in found):
            click.echo("To use one: baton models add FILE, or all of them: baton models discover --add", err=True)
    if refused:
        raise Failure(f"{refused} of the files cannot be used.")


def _said_of(model: LocalModel) -> str:
    facts = " ".join(fact for fact in (model.parameters_label, model.quantisation, model.architecture) if fact)
    return visible(f"local:{model.name}  {size_words(model.size_bytes)}  {facts}".rstrip())
