"""``baton history usage``: what was asked of models, and what it cost, by day, model or conversation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

import click

from app.cli.context import CommandContext, print_json
from app.cli.sizes import print_rows
from app.domain.spending import RUN_ID, Spent, Terms, UsageBy, UsageLine
from app.services.application import Application
from app.services.spending.service import Standing

_DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.command()
@click.option("--by", type=click.Choice([by.value for by in UsageBy]), default="day", show_default=True)
@click.option("--since", type=_DAY, metavar="YYYY-MM-DD", help="The first day. Default: since ever.")
@click.option("--until", type=_DAY, metavar="YYYY-MM-DD", help="The last day.")
@click.option("--limit", type=click.IntRange(1, 100_000), default=100, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def usage(
    context: CommandContext, by: str, since: datetime | None, until: datetime | None, limit: int, as_json: bool
) -> None:
    """What was asked of models and what it cost, at the prices of its day; and what is left of the budgets.

    Days are those of your calendar. Nothing of what was said is in this log, and it stays when chats are deleted.
    """
    first, last = _day(since), _day(until)

    async def work(app: Application) -> tuple[Sequence[UsageLine], Spent, Standing]:
        lines, total = await app.spending.report(UsageBy(by), first=first, last=last, limit=limit)
        return lines, total, await app.spending.standing(Terms())

    lines, total, standing = context.run(work)
    if as_json:
        told = [{by: line.key or None, "title": line.title or None, **_plain(line.spent)} for line in lines]
        budgets = [
            {"scope": budget.scope, "unit": budget.unit, "limit": budget.limit, "used": budget.used}
            for budget in standing.budgets
        ]
        print_json({"by": by, "lines": told, "total": _plain(total), "budgets": budgets})
        return
    if not lines:
        click.echo("Nothing was asked of any model.", err=True)
        return
    titles = (by.capitalize(), "Requests", "Read", "of these cached", "Written", "Cost")
    rows = [_row(_name(line, by), line.spent) for line in lines]
    if len(lines) > 1:
        rows.append(_row("All", total))
    print_rows(context, titles, rows, right=titles[1:])
    for budget in standing.budgets:
        words = f"{budget.words[0].upper()}{budget.words[1:]}"
        click.echo(f"{words}: {budget.used_words} used, {min(budget.share, 9.99):.0%}.", err=True)


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else moment.date()


def _name(line: UsageLine, by: str) -> str:
    if by != UsageBy.CONVERSATION:
        return line.key
    if not line.key:
        return "no chat (batches and the like)"
    if line.key.startswith(RUN_ID):
        return "a batch with a budget"
    return f"{line.key[:8]}  {line.title or 'deleted'}"


def _row(name: str, spent: Spent) -> tuple[str, ...]:
    cost = f"${spent.cost_usd:,.4f}" + (" + unknown" if spent.unpriced else "")
    counts = (spent.requests, spent.input_tokens, spent.cached_input_tokens, spent.output_tokens)
    return (name, *(f"{count:,}" for count in counts), cost)


def _plain(spent: Spent) -> dict[str, object]:
    return {
        "requests": spent.requests,
        "input_tokens": spent.input_tokens,
        "cached_input_tokens": spent.cached_input_tokens,
        "cache_write_tokens": spent.cache_write_tokens,
        "output_tokens": spent.output_tokens,
        "reasoning_tokens": spent.reasoning_tokens,
        "cost_usd": spent.cost_usd,
        "unpriced_requests": spent.unpriced,
    }
