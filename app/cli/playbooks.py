"""``baton playbooks``: list, show, run, and mend what a run found. Prints; decides nothing."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from app.cli.context import CommandContext, Failure, print_json
from app.cli.turn import explain_end, print_result
from app.domain.aws import Action, ActionState, CallResult, PlanRun, PlanState, Table
from app.domain.errors import UsageError
from app.domain.playbooks import Finding, Playbook, PlaybookReport
from app.domain.spreadsheets import as_csv as csv_of
from app.domain.text import visible
from app.services.application import Application
from app.services.playbooks.service import Progress, fix_titles


@click.group()
def playbooks() -> None:
    """Look an account over: what costs and is not used, what is open, what is about to end; and fix it."""


@playbooks.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def list_(context: CommandContext, as_json: bool) -> None:
    """Every playbook, those that ship and your own."""

    async def work(app: Application) -> None:
        listing = await app.playbooks.listing()
        if as_json:
            print_json({"playbooks": [_facts(item) for item in listing.playbooks], "problems": list(listing.problems)})
            return
        for item in listing.playbooks:
            mark = "" if item.is_shipped else "your own"
            about = f"{item.about} ({mark})" if mark else item.about
            click.echo(visible(f"{item.name:<24} {item.topic:<10} {about}"))
        for problem in listing.problems:
            click.echo(f"baton: {problem}", err=True)

    context.run(work)


@playbooks.command()
@click.argument("name")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def show(context: CommandContext, name: str, as_json: bool) -> None:
    """What a playbook reads, what it finds and what it offers to fix."""

    async def work(app: Application) -> None:
        item = await app.playbooks.playbook(name)
        if as_json:
            print_json(_facts(item))
            return
        click.echo(visible(f"{item.title}\n{item.about}"))
        for read in (*item.reads, *item.each):
            each = " (for each)" if read in item.each else ""
            click.echo(f"  reads {read.operation}{each}")
        for fix in item.fixes:
            calls = ", ".join(str(operation) for operation, _ in fix.calls)
            click.echo(visible(f"  fixes: {fix.title} ({calls})"))
        click.echo(visible(f"  file: {item.path}"))

    context.run(work)


@playbooks.command()
@click.pass_obj
def path(context: CommandContext) -> None:
    """Where your own playbooks lie."""

    async def work(app: Application) -> None:
        click.echo(app.playbooks.own_folder)

    context.run(work)


@playbooks.command()
@click.argument("name")
@click.option("--aws", "accounts", metavar="ACCOUNT", multiple=True, help="demo, or a profile; may be given again.")
@click.option("--region", "regions", multiple=True, help="As in eu-west-1; may be given again, or all.")
@click.option("--fix", metavar="TITLE", help="Propose this fix for what was found; each change is asked about.")
@click.option("--only", metavar="TEXT", help="Of the findings, only those with this text in a cell.")
@click.option("--csv", "as_csv", is_flag=True, help="Print the findings as CSV.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def run(
    context: CommandContext,
    name: str,
    accounts: tuple[str, ...],
    regions: tuple[str, ...],
    fix: str | None,
    only: str | None,
    as_csv: bool,
    as_json: bool,
) -> None:
    """Run a playbook; exit status 1 where something could not be looked at.

    \b
    baton playbooks run public-buckets --aws demo
    baton playbooks run unattached-volumes --region all --fix "Delete the volume"
    """  # noqa: D301 - click reads the backspace itself: what follows it is not to be wrapped

    async def work(app: Application) -> tuple[PlaybookReport, Sequence[Finding], Action | PlanRun | None]:
        item = await app.playbooks.playbook(name)
        keys = accounts or ((await app.aws.account(None)).key,)
        wanted = await app.aws.regions(keys[0]) if "all" in regions else regions
        places = await app.playbooks.places(keys, wanted)
        report = await app.playbooks.run(item, places, consent=context.consent, progress=_tell)
        _tell(None)
        found = [one for one in report.findings if only is None or any(only in cell for cell in one.cells)]
        if fix is None or not found:
            return report, found, None
        titles = fix_titles(found)
        if fix not in titles:
            offered = "; ".join(titles) or "none"
            raise UsageError(f"There is no fix {fix!r} for all of these.", remedy=f"There is: {offered}.")
        fixes = [one for finding in found for one in finding.fixes if one.title == fix]
        return report, found, await app.playbooks.fix(fixes, consent=context.consent)

    report, found, mended = context.run(work)
    _print(context, report, found, mended, as_csv=as_csv, as_json=as_json)
    if mended is not None and mended.state not in (ActionState.DONE, PlanState.DONE):
        raise Failure(explain_end(mended) if isinstance(mended, Action) else mended.error or "It was not carried out.")
    if report.failures:
        raise Failure(f"{len(report.failures)} could not be looked at.")


def _print(
    context: CommandContext,
    report: PlaybookReport,
    found: Sequence[Finding],
    mended: Action | PlanRun | None,
    *,
    as_csv: bool,
    as_json: bool,
) -> None:
    table = report.table
    rows = tuple(row for row, finding in zip(table.rows, report.findings, strict=True) if finding in found)
    if as_json:
        print_json(
            {
                "playbook": report.playbook.name,
                "looked_at": report.looked_at,
                "columns": table.columns,
                "findings": [_finding(one) for one in found],
                "failures": [
                    {"account": one.account, "region": one.region, "error": one.error, "count": one.count}
                    for one in report.failures
                ],
                "mended": None if mended is None else mended.state.value,
            }
        )
        return
    if as_csv:
        click.echo(csv_of(Table(columns=table.columns, rows=rows)), nl=False)
    elif rows:
        print_result(context.console, CallResult(data={}, table=Table(columns=table.columns, rows=rows)))
    for one in report.failures:
        times = f" ({one.count} times)" if one.count > 1 else ""
        click.echo(visible(f"baton: {one.account} {one.region}: {one.error}{times}"), err=True)
    click.echo(report.sentence, err=True)
    if mended is not None:
        click.echo(f"The fix: {mended.state.value}.", err=True)


def _tell(progress: Progress | None) -> None:
    """One line that is written over, on a terminal only."""
    if not sys.stderr.isatty():
        return
    text = "" if progress is None else f"{progress.done} of {progress.known} reads, {progress.found} found"
    click.echo(f"\r\x1b[K{text}", err=True, nl=False)


def _facts(item: Playbook) -> dict[str, object]:
    return {
        "name": item.name,
        "title": item.title,
        "about": item.about,
        "topic": item.topic,
        "reach": item.reach,
        "own": not item.is_shipped,
        "reads": [str(read.operation) for read in (*item.reads, *item.each)],
        "fixes": [fix.title for fix in item.fixes],
        "path": item.path,
    }


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "severity": finding.severity,
        "account": finding.account,
        "region": finding.region,
        "cells": finding.cells,
        "fixes": [fix.title for fix in finding.fixes],
    }
