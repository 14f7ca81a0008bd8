"""``baton aws run`` in several accounts and regions: one table, and what failed. Decides nothing."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence
from dataclasses import dataclass

import click

from app.cli.context import CommandContext, Failure, print_json
from app.cli.turn import headline, print_result
from app.domain.aws import (
    Action,
    ActionState,
    Call,
    CallScope,
    Gathered,
    Origin,
    Place,
    PlanRun,
    PlanState,
    SpokenScope,
)
from app.domain.errors import UsageError
from app.domain.text import visible
from app.services.application import Application

ALL = "all"


@dataclass(frozen=True, kw_only=True, slots=True)
class InPlaces:
    """What the command came to. ``action`` stands for all of its calls."""

    action: Action
    gathered: Gathered


def spoken_scope(regions: str | None, accounts: str | None) -> SpokenScope:
    """What ``--regions`` and ``--accounts`` say. Raises :class:`UsageError` for an empty list."""
    named = _list(regions, "--regions"), _list(accounts, "--accounts")
    return SpokenScope(
        all_regions=named[0] == (ALL,),
        regions=() if named[0] == (ALL,) else named[0],
        all_accounts=named[1] == (ALL,),
        accounts=() if named[1] == (ALL,) else named[1],
    )


def _list(text: str | None, option: str) -> tuple[str, ...]:
    if text is None:
        return ()
    names = tuple(name.strip() for name in text.split(",") if name.strip())
    if not names:
        raise UsageError(f"{option} names nothing.", remedy="Write names with commas between them, or all.")
    return names


async def run_in_places(
    context: CommandContext, app: Application, call: Call, spoken: SpokenScope
) -> InPlaces | PlanRun:
    """A plain read everywhere at once; anything else as one plan with a step for each place."""
    scope = await app.fan_out.scope(spoken, account=call.account, region=call.region, named=True)
    if await app.fan_out.is_read(call):
        return await _gather(context, app, call, scope)
    return await app.fan_out.change(call, scope, origin=Origin.COMMAND, consent=context.consent)


async def _gather(context: CommandContext, app: Application, call: Call, scope: CallScope) -> InPlaces:
    """Ask in every place. Ctrl+C prints what came until then."""
    seen: list[Action] = []
    try:
        asked = await app.fan_out.gather(
            call,
            scope,
            origin=Origin.COMMAND,
            consent=context.consent,
            on_change=seen.append,
            on_progress=_show_progress,
        )
    except asyncio.CancelledError:
        if seen and seen[-1].result is not None:
            print_result(context.console, seen[-1].result)
        raise
    return InPlaces(action=seen[-1], gathered=asked.gathered)


def report(context: CommandContext, told: InPlaces, *, as_json: bool) -> None:
    """Print it. Raises :class:`Failure` where no place answered."""
    action, answer = told.action, told.gathered
    if as_json:
        print_json(_plain(action, answer))
    elif action.result is not None:
        click.echo(headline(action), err=True)
        print_result(context.console, action.result)
    if action.state is not ActionState.DONE:
        raise Failure(f"{action.call.id}: {visible(action.error or 'not carried out.')}")
    if not as_json:
        for line in (action.error or "").splitlines():
            click.echo(f"baton: {visible(line)}", err=True)


def report_plan(run: PlanRun, *, as_json: bool) -> None:
    """Print how each step ended. Raises :class:`Failure` where not all of them were carried out."""
    if as_json:
        print_json({"state": run.state, "error": run.error, "steps": [_plain_step(action) for action in run.actions]})
    else:
        for action in run.actions:
            place = f"{action.call.account} {action.call.region}"
            click.echo(visible(f"{action.state:<11}  {place}  {action.error or action.sentence}"))
    if run.state is not PlanState.DONE:
        raise Failure(visible(run.error or "It was not carried out."))


def _plain_step(action: Action) -> dict[str, object]:
    return {
        "account": action.call.account,
        "region": action.call.region,
        "operation": str(action.call.id),
        "parameters": action.call.parameters,
        "risk": action.risk,
        "state": action.state,
        "decision": action.decision,
        "result": action.result.data if action.result else None,
        "error": action.error,
    }


def _plain(action: Action, answer: Gathered) -> dict[str, object]:
    return {
        "service": action.call.id.service,
        "operation": action.call.id.operation,
        "parameters": action.call.parameters,
        "risk": action.risk,
        "state": action.state,
        "table": {"columns": answer.table.columns, "rows": answer.table.rows},
        "result": action.result.data if action.result else None,
        "done": _places(answer.done),
        "failed": [
            {"places": _places(group.places), "reason": group.reason, "code": group.code} for group in answer.failed
        ],
        "disabled": _places(answer.disabled),
        "truncated": answer.truncated,
        "notes": answer.notes,
        "error": action.error,
    }


def _places(places: Sequence[Place]) -> list[dict[str, str]]:
    return [{"account": place.account, "region": place.region} for place in places]


def _show_progress(done: int, of: int) -> None:
    """One line on stderr that the next overwrites; nothing in a pipe."""
    if sys.stderr.isatty():
        click.echo("\r\x1b[2K" + (f"{done} of {of} places" if done < of else ""), nl=False, err=True)
