"""``baton audit``: the log of what was proposed, decided and done, and whether it was altered."""

from __future__ import annotations

import click

from app.cli.context import CommandContext, Failure, print_json
from app.domain.aws import AuditEntry, plain_parameters
from app.domain.text import visible
from app.services.application import Application


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
            print_json({"entries": [as_plain(entry) for entry in entries]})
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


def as_plain(entry: AuditEntry) -> dict[str, object]:
    """An entry as ``--json`` prints it."""
    return {
        "number": entry.number,
        "at": entry.at.isoformat(),
        "what": entry.what,
        "action": entry.action_id,
        "data": dict(entry.data),
        "previous": entry.previous,
        "digest": entry.digest,
    }


def _line(entry: AuditEntry) -> str:
    data = entry.data
    parameters = data.get("parameters")
    shown = plain_parameters(parameters) if isinstance(parameters, dict) else ""
    outcome = data.get("decision") if entry.what == "decided" else data.get("error") or ""
    parts = (
        f"{entry.number:>6}  {entry.at.astimezone():%Y-%m-%d %H:%M:%S}  {entry.what:<8}  {entry.action_id[:8]}",
        f"{data.get('operation', '')} {shown}".strip(),
        f"{data.get('account', '')} {data.get('region', '')} {data.get('risk', '')}".strip(),
        str(outcome or ""),
    )
    return visible("  ".join(part for part in parts if part)).replace("\n", " ")
