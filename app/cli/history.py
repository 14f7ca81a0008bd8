"""``baton history``: search, export, import; what was sent for an answer, what was spent, which answers are kept.

Backups, checks and encryption are in :mod:`app.cli.history_keeping`; where chats lie, in :mod:`app.cli.history_places`.
"""

from __future__ import annotations

from contextlib import nullcontext
from datetime import datetime
from pathlib import Path

import click

from app.cli.answer_cache import cache
from app.cli.context import CommandContext, Failure, print_json, stdin
from app.cli.history_keeping import backups, check, decrypt, encrypt, recover, recovery_key
from app.cli.history_places import archive, bin_, empty_bin, folders, list_, move, pin, restore, title
from app.cli.input_file import open_input
from app.cli.usage import usage
from app.domain.aws import Risk
from app.domain.errors import NotFoundError, UsageError
from app.domain.messages import Role
from app.domain.searching import PERIODS, filters_in, unknown_filter, with_filter
from app.domain.text import visible
from app.services.application import Application
from app.services.privacy.record import Piece


@click.group()
def history() -> None:
    """Search, list, sort, export and import conversations; what was sent and what it cost; backups and encryption."""


for _command in (
    *(list_, title, pin, folders, move, archive, bin_, restore, empty_bin),
    *(usage, cache, backups, check, encrypt, decrypt, recovery_key, recover),
):
    history.add_command(_command)


@history.command()
@click.argument("text", nargs=-1)
@click.option("--model", "-m", help="Answers of models whose id holds this.")
@click.option("--after", help="Since that day, month, year or period (2026-11-01, 2026-11, last-week).")
@click.option("--before", help="Before that day, month, year or period.")
@click.option("--when", help=f"Within that day, month, year or period ({', '.join(PERIODS)}).")
@click.option("--role", type=click.Choice(["user", "assistant"]), help="What you wrote, or what was answered.")
@click.option("--has", type=click.Choice(["aws"]), help="In chats with AWS actions.")
@click.option("--service", help="In chats with an action of that AWS service.")
@click.option("--risk", type=click.Choice([risk.value for risk in Risk]), help="In chats with an action of that risk.")
@click.option("--in", "place", help="In a folder, or in 'archive' or 'bin'.")
@click.option("--limit", type=click.IntRange(1, 1000), default=50, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def search(
    context: CommandContext,
    /,
    text: tuple[str, ...],
    limit: int,
    as_json: bool,
    place: str | None,
    **filters: str | None,
) -> None:
    """Find messages by their words and by filters, which may also stand in TEXT as in the window (model:claude)."""
    today = datetime.now().astimezone().date()
    query = " ".join(text)
    for name, value in {**filters, "in": place}.items():
        if value is None:
            continue
        if not filters_in(with_filter("", name, value, today), today):
            raise click.UsageError(f"--{name} {value!r} is no day, month, year or period.")
        query = with_filter(query, name, value, today)
    if not query.strip():
        raise click.UsageError("Say what to search for: TEXT, or a filter.")
    query = query.strip()
    if (unknown := unknown_filter(query, today)) is not None:
        name, value, takes = unknown
        raise click.UsageError(
            f"The filter {name}: does not take {value!r}. It takes {', '.join(takes)}; to find it as text, quote it."
        )

    async def work(app: Application) -> None:
        hits = await app.history.search(query, limit=limit)
        if as_json:
            found = [
                {
                    "conversation": hit.conversation_id,
                    "title": hit.conversation_title,
                    "message": hit.node_id,
                    "snippet": hit.snippet.replace("\x01", "").replace("\x02", ""),
                    "at": hit.created_at.isoformat(),
                }
                for hit in hits
            ]
            print_json({"query": query, "hits": found})
            return
        if not hits:
            click.echo("Nothing found.", err=True)
        for hit in hits:
            head = f"{hit.conversation_id}  {hit.created_at.astimezone():%Y-%m-%d %H:%M}  "
            click.echo(head + click.style(visible(hit.conversation_title), bold=True))
            before, *marked = " ".join(hit.snippet.split()).split("\x01")
            line = visible(before)
            for piece in marked:
                word, _, rest = piece.partition("\x02")
                line += click.style(visible(word), bold=True) + visible(rest)
            click.echo(f"          {line}")

    context.run(work)


@history.command()
@click.option("--format", "kind", type=click.Choice(["json", "markdown"]), default="json", show_default=True)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="A file instead of stdout.")
@click.argument("ids", metavar="[ID…]", nargs=-1)
@click.pass_obj
def export(context: CommandContext, kind: str, output: Path | None, ids: tuple[str, ...]) -> None:
    """Write conversations (all, or those named) with every branch: lossless JSON, or Markdown for people.

    All are those of the list and of the archive; one that lies in the bin has to be named.
    """

    async def work(app: Application) -> str:
        return await (app.history.export_json(ids) if kind == "json" else app.history.export_markdown(ids))

    text = context.run(work)
    if output is None:
        click.echo(text)
        return
    try:
        output.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise Failure(f"{str(output)!r} cannot be written: {error.strerror}.") from error


@history.command()
@click.argument("conversation")
@click.argument("node", required=False)
@click.option("--originals", is_flag=True, help="Say what each hidden part stands for; never with --json.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def sent(context: CommandContext, conversation: str, node: str | None, originals: bool, as_json: bool) -> None:
    """What left this machine for an answer: NODE, or the last one of the branch shown."""

    async def work(app: Application) -> None:
        opened = await app.history.open(conversation)
        if node is not None:
            answer = opened.tree.nodes.get(node)
        else:
            path = opened.tree.path(opened.conversation.leaf_id)
            answer = next((item for item in reversed(path) if item.message.role is Role.ASSISTANT), None)
        if answer is None or answer.message.role is not Role.ASSISTANT:
            raise NotFoundError(f"There is no answer {node or ''!r} in this conversation.")
        records = await app.sent.of(opened.conversation.id, answer.id)
        if as_json:
            plain = [record.plain() for record in records]
            print_json({"conversation": opened.conversation.id, "node": answer.id, "sent": plain})
            return
        if not records:
            click.echo("Nothing left this machine for this answer.", err=True)
        for record in records:
            click.echo(click.style(f"To {record.sent.model}", bold=True))
            for part in record.parts():
                click.echo(click.style(f"\n{visible(part.head)}", dim=True))
                click.echo("".join(_piece(piece, originals=originals) for piece in part.pieces))

    context.run(work)


def _piece(piece: Piece, *, originals: bool) -> str:
    text = visible(piece.text)
    if not piece.kind:
        return text
    if originals and piece.original is not None:
        text += f" = {visible(piece.original)}"
    return click.style(text, bold=True)


@history.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def import_(context: CommandContext, file: Path, as_json: bool) -> None:
    """Read an export of Baton, ChatGPT, Claude, Open WebUI or LibreChat, of any size. FILE of - reads stdin."""
    try:
        with nullcontext(stdin()) if str(file) == "-" else open_input(file) as source:
            report = context.run(lambda app: app.history.import_file(source))
    except UsageError as error:
        raise Failure(error) from error
    except OSError as error:
        raise Failure(UsageError(f"{str(file)!r} cannot be read: {error.strerror}.")) from error
    if as_json:
        print_json({"added": list(report.added), "skipped": list(report.skipped), "mended": list(report.mended)})
    else:
        for line in report.skipped:
            click.echo(f"Skipped: {visible(line)}", err=True)
        for line in report.mended:
            click.echo(f"Put right: {visible(line)}", err=True)
    if report.skipped and not report.added:
        raise Failure(f"Nothing was imported, {len(report.skipped)} skipped.")
    if not as_json:
        click.echo(f"{len(report.added)} conversations imported, {len(report.skipped)} skipped.")
