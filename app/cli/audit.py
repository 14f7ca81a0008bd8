"""``baton audit``: the log of what was proposed, decided and done, and whether it was altered."""

from __future__ import annotations

from pathlib import Path

import click

from app.cli.context import CommandContext, Failure, print_json
from app.cli.turn import explain_end
from app.domain.aws import Action, ActionState, AuditEntry, PlanRun, PlanState, plain_parameters
from app.domain.errors import UsageError
from app.domain.text import visible
from app.services.application import Application
from app.services.audit_files import AuditFormat, audit_text, plain_entry


@click.group(invoke_without_command=True)
@click.option("--limit", type=click.IntRange(1), help="Only the newest that many.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def audit(ctx: click.Context, limit: int | None, as_json: bool) -> None:
    """Show what was proposed, decided and done in AWS, oldest first."""
    if ctx.invoked_subcommand is not None:
        return
    context: CommandContext = ctx.obj

    async def work(app: Application) -> None:
        entries = await app.aws.audit_entries(limit=limit)
        if as_json:
            print_json({"entries": [plain_entry(entry) for entry in entries]})
            return
        if not entries:
            click.echo("Nothing was proposed yet.", err=True)
        for entry in entries:
            click.echo(_line(entry))

    context.run(work)


@audit.command()
@click.pass_obj
def verify(context: CommandContext) -> None:
    """Check the chain of entries; exit status 1 on the first that was altered."""

    async def work(app: Application) -> tuple[AuditEntry | None, int, str]:
        altered = await app.aws.audit_verify()
        newest = await app.aws.audit_entries(limit=1)
        return altered, newest[0].number if newest else 0, newest[0].digest if newest else ""

    altered, count, digest = context.run(work)
    if altered is not None:
        missing = altered.what == "missing"
        what = "is missing" if missing else f"of {altered.at:%Y-%m-%d %H:%M:%S} UTC was altered"
        raise Failure(f"Entry {altered.number} {what}. Entries before it stand as they were written.")
    click.echo(
        f"{count} {'entry' if count == 1 else 'entries'}, none altered." + (f" Newest: {digest}" if digest else "")
    )


@audit.command()
@click.argument("file", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--format", "form", type=click.Choice([form.value for form in AuditFormat]), help="Else by the file's ending."
)
@click.pass_obj
def export(context: CommandContext, file: Path, form: str | None) -> None:
    """Write the whole log to FILE, as json, jsonl or csv; - writes to stdout."""
    ending = file.suffix.lstrip(".").casefold()
    known = {known.value for known in AuditFormat}
    chosen = AuditFormat(form or (ending if ending in known else AuditFormat.JSON))

    async def work(app: Application) -> tuple[int, str]:
        entries = await app.aws.audit_entries()
        return len(entries), audit_text(entries, chosen)

    count, text = context.run(work)
    if str(file) == "-":
        click.echo(text, nl=False)
        return
    try:
        file.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise Failure(f"{str(file)!r} could not be written: {error.strerror or error}.") from error
    click.echo(f"{count:,} {'entry' if count == 1 else 'entries'} written to {visible(str(file))}.", err=True)


@audit.command()
@click.argument("reference", metavar="ENTRY_OR_ACTION")
@click.option("--plan", "whole_plan", is_flag=True, help="Take back the whole plan of that id.")
@click.pass_obj
def undo(context: CommandContext, reference: str, whole_plan: bool) -> None:
    """Take back what an entry's number, or an action's id (or its beginning), stands for. Asks first."""

    async def work(app: Application) -> Action | PlanRun:
        take = app.aws.undo_plan if whole_plan else app.aws.undo_recorded
        try:
            return await take(reference, consent=context.consent)
        except UsageError as error:  # it was asked for rightly; what stands in the log is what cannot be taken back
            raise Failure(str(error)) from error

    ended = context.run(work)
    actions = ended.actions if isinstance(ended, PlanRun) else (ended,)
    for action in actions:
        click.echo(visible(f"{action.state:<11}  {action.sentence}"), err=True)
    if isinstance(ended, PlanRun):
        if ended.state is not PlanState.DONE:
            raise Failure(f"It was not undone. {ended.error or ''}".strip())
    elif ended.state is not ActionState.DONE:
        raise Failure(f"It was not undone. {explain_end(ended)}".strip())
    click.echo("Undone.")


def _line(entry: AuditEntry) -> str:
    data = entry.data
    parameters = data.get("parameters")
    shown = plain_parameters(parameters) if isinstance(parameters, dict) else ""
    outcome = data.get("decision") if entry.what == "decided" else data.get("error") or ""
    parts = (
        f"{entry.number:>6}  {entry.at.astimezone():%Y-%m-%d %H:%M:%S}  {entry.what:<8}  {entry.action_id[:8]}",
        f"{data.get('operation', '')} {shown}".strip() or str(data.get("sentence", "")),  # a trust's
        f"{data.get('account', '')} {data.get('region', '')} {data.get('risk', '')}".strip(),
        str(outcome or ""),
    )
    return visible("  ".join(part for part in parts if part)).replace("\n", " ")
