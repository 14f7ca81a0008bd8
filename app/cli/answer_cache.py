"""``baton history cache``: how many answers are kept to be given again, and their deletion."""

from __future__ import annotations

import click

from app.cli.context import CommandContext, print_json
from app.cli.sizes import size_words


@click.group()
def cache() -> None:
    """Answers that are kept to be given again: how many, and their deletion."""


@cache.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def info(context: CommandContext, as_json: bool) -> None:
    """How many answers are kept, and the room they take on disk."""
    kept = context.run(lambda app: app.answers.info())
    oldest = None if kept.oldest is None else kept.oldest.isoformat()
    if as_json:
        print_json({"answers": kept.answers, "size_bytes": kept.size_bytes, "oldest": oldest})
    elif not kept.answers:
        click.echo("No answers are kept.")
    else:
        since = f", since {kept.oldest.astimezone():%Y-%m-%d}" if kept.oldest is not None else ""
        click.echo(f"{_answers(kept.answers)}, {size_words(kept.size_bytes)}{since}.")


@cache.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def clear(context: CommandContext, as_json: bool) -> None:
    """Delete every kept answer. The chats stay as they are."""
    count = context.run(lambda app: app.answers.clear())
    if as_json:
        print_json({"cleared": count})
    else:
        click.echo(f"{_answers(count)} deleted." if count else "No answers were kept.")


def _answers(count: int) -> str:
    return "1 kept answer" if count == 1 else f"{count:,} kept answers"
