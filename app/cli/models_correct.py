"""``baton models correct``: what a person knows better of a model than its vendor and Baton's data file."""

from __future__ import annotations

from dataclasses import replace

import click

from app.cli.context import CommandContext, print_json
from app.domain.corrections import ABILITIES, NUMBERS, Correction, for_model
from app.domain.encoding import to_plain
from app.domain.text import visible
from app.services.application import Application

_FLAGS = {
    "context_tokens": "--context",
    "max_output_tokens": "--max-output",
    "input": "--price-in",
    "output": "--price-out",
    "cached_input": "--price-cached",
    "cache_write": "--price-cache-write",
}


def _facts(command: click.decorators.FC) -> click.decorators.FC:
    """An option for each fact that can be corrected."""
    for name, words in reversed(ABILITIES):
        flag = name.replace("_", "-")
        command = click.option(f"--{flag}/--no-{flag}", name, default=None, help=f"{words}: it can, or it cannot.")(
            command
        )
    for name, words, unit in reversed(NUMBERS):
        kind = int if name.endswith("_tokens") else float
        command = click.option(_FLAGS[name], name, type=kind, metavar="N", help=f"{words}, {unit}.")(command)
    return click.option("--title", help="What it is called.")(command)


@click.command()
@click.argument("model", metavar="ID", required=False)
@_facts
@click.option("--clear", is_flag=True, help="Take back all corrections of ID.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def correct(context: CommandContext, /, model: str | None, clear: bool, as_json: bool, **facts: object) -> None:
    """Correct what is said of a model; ID is provider:model, or a pattern such as 'my-server:qwen*'.

    What is given is added to earlier corrections of ID. Without a fact, prints those there are.
    """
    given = {name: value for name, value in facts.items() if value is not None}
    if model is None and (given or clear):
        raise click.UsageError("Give the model's id first; baton models lists them.")
    if clear and given:
        raise click.UsageError("--clear takes everything back, so it goes with no fact.")

    async def work(app: Application) -> list[Correction]:
        corrections = app.corrections
        if model is not None and clear:
            await corrections.clear(model)
        elif model is not None and given:
            known = for_model(model, corrections.current)
            await corrections.set(replace(known, **given))  # type: ignore[arg-type]  # options of the same names
        found = [item for item in corrections.current if model is None or item.model == model]
        for notice in corrections.notices:
            click.echo(f"baton: {visible(notice)}", err=True)
        return found

    found = context.run(work)
    if as_json:
        print_json({"corrections": [to_plain(item) for item in found]})
        return
    for item in found:
        told = {name: value for name, value in to_plain(item).items() if name != "model"}
        click.echo(visible(f"{item.model}  " + ", ".join(f"{name} {value}" for name, value in told.items())))
    if not found:
        click.echo("Nothing is corrected." if model is None else f"Nothing of {visible(model)} is corrected.", err=True)
