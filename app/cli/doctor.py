"""``baton doctor``: what works here, and the remedy for what does not."""

from __future__ import annotations

import click

from app.cli.context import CommandContext, print_json
from app.domain.checks import CheckState
from app.domain.text import visible

MARKS = {CheckState.OK: ("ok", "green"), CheckState.WARNING: ("warn", "yellow"), CheckState.FAULT: ("FAULT", "red")}


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def doctor(context: CommandContext, as_json: bool) -> None:
    """Check display, keyring, GPU, llama.cpp, AWS profiles and folders. Exits 1 where something is at fault."""
    checks = context.run(lambda app: app.doctor.run())
    if as_json:
        rows = [{"name": c.name, "state": c.state, "finding": c.finding, "remedy": c.remedy} for c in checks]
        print_json({"checks": rows, "ok": all(c.state is not CheckState.FAULT for c in checks)})
    else:
        for check in checks:
            word, colour = MARKS[check.state]
            click.echo(f"{click.style(f'{word:<5}', fg=colour)}  {check.name:<12}  {visible(check.finding)}")
            if check.remedy:
                click.echo(f"{'':<21}{visible(check.remedy)}")
    if any(check.state is CheckState.FAULT for check in checks):
        raise SystemExit(1)
