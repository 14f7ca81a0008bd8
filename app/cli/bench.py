"""``baton bench``: measures this machine and prints each figure beside its goal."""

from __future__ import annotations

import click

from app.cli.context import CommandContext, Failure, print_json
from app.services.application import Application

LATER = ("compare",)


@click.command()
@click.argument("what", type=click.Choice(["start", "local", "chat", "aws", "ui", "history", *LATER]))
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def bench(context: CommandContext, what: str, as_json: bool) -> None:
    """Measure this machine. Figures that matter are ratios taken in the same run; falling short is no failure.

    'history' fills a history of a million messages first, which takes minutes and 2 GB; BATON_BENCH_MESSAGES=20000 in
    the environment makes it a short one.
    """
    if what in LATER:
        raise Failure(f"'baton bench {what}' comes in a later version; the changelog says when it is there.")

    async def work(app: Application) -> None:
        figures = await app.measuring.run(what)
        if as_json:
            rows = [
                {"name": f.name, "value": f.value, "unit": f.unit, "goal": f.goal, "better": f.better, "holds": f.holds}
                for f in figures
            ]
            print_json({"figures": rows, "machine": app.measuring.machine()})
            return
        for figure in figures:
            goal = ""
            if figure.goal is not None:
                goal = f"  goal {'<=' if figure.better == 'lower' else '>='} {figure.goal:g}"
                goal += "  holds" if figure.holds else "  FALLS SHORT"
            click.echo(f"{figure.name:<72} {figure.value:9.2f} {figure.unit:<6}{goal}")

    context.run(work)
