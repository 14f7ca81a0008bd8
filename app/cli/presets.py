"""``baton presets``: the named sets of parameters that ``baton ask --preset`` takes. Changes none of them."""

from __future__ import annotations

from collections.abc import Sequence

import click

from app.cli.context import CommandContext, print_json
from app.domain.presets import Preset
from app.domain.switching import title_of
from app.domain.text import visible
from app.services.application import Application


@click.group()
def presets() -> None:
    """Named sets of parameters, for ask --preset. They are saved and changed in the window."""


@presets.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def list_(context: CommandContext, as_json: bool) -> None:
    """Every preset: its name, its title and what it sets."""

    async def work(app: Application) -> tuple[Sequence[Preset], frozenset[str]]:
        found = app.presets.list()
        for notice in app.presets.notices:
            click.echo(f"baton: {notice}", err=True)
        return found, frozenset(app.presets.own)

    found, own = context.run(work)
    if as_json:
        told = [
            {
                "name": preset.name,
                "title": preset.title,
                "parameters": dict(preset.parameters),
                "own": preset.name in own,
            }
            for preset in found
        ]
        print_json({"presets": told})
        return
    for preset in found:
        values = ", ".join(f"{title_of(name)} {value}" for name, value in preset.parameters.items())
        columns = (preset.name, preset.title, "your own" if preset.name in own else "", values)
        click.echo("\t".join(visible(column) for column in columns))
