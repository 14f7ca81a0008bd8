"""``baton doctor``: what works here, and the remedy for what does not."""

from __future__ import annotations

import os
from pathlib import Path

import click

from app.cli.context import CommandContext, Failure, print_json
from app.domain.checks import CheckState
from app.domain.text import visible

MARKS = {CheckState.OK: ("ok", "green"), CheckState.WARNING: ("warn", "yellow"), CheckState.FAULT: ("FAULT", "red")}


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option(
    "--report",
    type=click.Path(dir_okay=False, allow_dash=True),
    help="Write a report of a problem to FILE, or with - to the terminal, to be read before it is given to anybody.",
)
@click.option("--names", is_flag=True, help="In the report, call AWS accounts by their names.")
@click.pass_obj
def doctor(context: CommandContext, as_json: bool, report: str | None, names: bool) -> None:
    """Check display, keyring, GPU, llama.cpp, AWS profiles and folders. Exits 1 where something is at fault.

    With --report, gather versions, findings, changed settings and the end of the log instead: without keys, messages
    and names. Nothing is sent anywhere.
    """
    if report is not None:
        if as_json:
            raise click.UsageError("A report is a text; leave --json out.")
        _write_report(context, report, names=names)
        return
    if names:
        raise click.UsageError("--names is for --report.")
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


def _write_report(context: CommandContext, target: str, *, names: bool) -> None:
    file = Path(target)
    if target != "-" and file.exists():
        raise Failure(f"{target!r} is there already. Name another file.")
    text = context.run(lambda app: app.reporter.gather(with_names=names))
    if target == "-":
        click.echo(visible(text), nl=False)
        return
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as opened:
            opened.write(text)
    except OSError as error:
        raise Failure(f"{target!r} cannot be written: {error.strerror}.") from error
    click.echo(f"The report is in {file}. Read it before you give it to anybody; nothing was sent.")
