"""``baton aws run``: one call through the same gate as the window. Reads parameters; decides nothing."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from app.cli.aws_after import ANY_WAITER, MOST_PAGES, Ran, check_query, print_answer, wait_for
from app.cli.aws_run_places import InPlaces, report, report_plan, run_in_places, spoken_scope
from app.cli.context import CommandContext, Failure, print_json, stdin
from app.cli.turn import explain_end, headline, print_result
from app.domain.aws import Action, ActionState, Call, Operation, OperationId, Origin, ParameterShape, PlanRun, ShapeKind
from app.domain.errors import AwsParameterError, UsageError
from app.services.application import Application

_WRITTEN_AS_TEXT = frozenset({ShapeKind.STRING, ShapeKind.TIMESTAMP, ShapeKind.BLOB})


@click.command()
@click.argument("operation", metavar="SERVICE:OPERATION")
@click.option("--aws", "account", metavar="ACCOUNT", help="demo, or a profile of your AWS configuration.")
@click.option("--region", help="As in eu-west-1; else the account's own.")
@click.option("--regions", metavar="R,R", help="Several regions, or all that are enabled.")
@click.option("--accounts", metavar="GLOB,GLOB", help="Several accounts by name, pattern or word, or all.")
@click.option("--param", "given", metavar="NAME=JSON", multiple=True, help="One parameter; a text needs no quotes.")
@click.option("--input", "source", metavar="FILE", help="A JSON object with the parameters; - reads stdin.")
@click.option("--dry-run", is_flag=True, help="Check only: nothing is carried out.")
@click.option("--query", metavar="JMESPATH", help="Print what this makes of the answer, as in Buckets[].Name.")
@click.option("--all-pages", is_flag=True, help=f"Follow a long result to its end ({MOST_PAGES} pages at most).")
@click.option(
    "--wait",
    "awaited",
    metavar="[NAME]",
    is_flag=False,
    flag_value=ANY_WAITER,
    help="Wait for what the call began; NAME as in InstanceRunning, else the likeliest.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def run(
    context: CommandContext,
    operation: str,
    account: str | None,
    region: str | None,
    regions: str | None,
    accounts: str | None,
    given: tuple[str, ...],
    source: str | None,
    dry_run: bool,
    query: str | None,
    all_pages: bool,
    awaited: str | None,
    as_json: bool,
) -> None:
    """Execute one AWS call. Whatever is not a plain read is asked about first, on the terminal.

    \b
    baton aws run ec2:DescribeInstances --region eu-west-1
    baton aws run s3:CreateBucket --param Bucket=team-logs-2026
    baton aws run ec2:StartInstances --param InstanceIds='["i-0abc"]' --wait
    baton aws run ec2:DescribeVolumes --regions all --accounts dev
    """  # noqa: D301 - click reads the backspace itself: what follows it is not to be wrapped
    in_places = regions is not None or accounts is not None
    if in_places and (dry_run or (regions and region) or (accounts and account)):
        raise click.UsageError("Give --region or --regions, --aws or --accounts; and no --dry-run for several places.")

    async def work(app: Application) -> Ran | InPlaces | PlanRun:
        if query is not None:
            await check_query(app, query)
        described = await app.aws.explain(OperationId.parse(operation))
        chosen = await app.aws.account(account)
        call = Call(
            id=described.id,
            parameters=read_parameters(described, given, source),
            account=chosen.key,
            region=region or await app.aws.region(chosen),
        )
        if in_places:
            return await run_in_places(context, app, call, spoken_scope(regions, accounts))
        seen: list[Action] = []
        await app.aws.gate.submit(
            call,
            origin=Origin.COMMAND,
            consent=context.consent,
            on_change=seen.append,
            dry_run=dry_run,
        )
        # What the listener saw last is the whole result, for the person; what submit returns has its secrets hidden.
        ran = Ran(action=seen[-1])
        if all_pages and ran.action.result is not None and ran.action.result.more:
            ran.action = await app.aws.gate.following.more(
                ran.action, consent=context.consent, everything=True, origin=Origin.COMMAND
            )
        if awaited is not None and ran.action.state is ActionState.DONE and not dry_run:
            ran.wait = await wait_for(app, ran.action, awaited, context.consent)
        if query is not None and ran.action.result is not None:
            ran.answer = await app.aws.query(ran.action.result.data, query)
        return ran

    try:
        ran = context.run(work)
    except AwsParameterError as error:
        raise Failure(error) from error
    if isinstance(ran, InPlaces):
        report(context, ran, as_json=as_json)
        return
    if isinstance(ran, PlanRun):
        report_plan(ran, as_json=as_json)
        return
    action = ran.action
    if as_json:
        print_json(as_plain(action) | ran.more())
    elif action.state is ActionState.DONE and action.result is not None:
        click.echo(headline(action), err=True)
        if ran.answer is None:
            print_result(context.console, action.result)
        elif not ran.answer.problem:
            print_answer(ran.answer)
        if action.error:
            click.echo(f"baton: {action.error}", err=True)
    ran.fail_where_it_failed()
    if action.state is not ActionState.DONE:
        raise Failure(f"{action.call.id}: {explain_end(action)}")


def as_plain(action: Action) -> dict[str, object]:
    """The action as ``--json`` prints it."""
    result = action.result
    return {
        "service": action.call.id.service,
        "operation": action.call.id.operation,
        "parameters": action.call.parameters,
        "account": action.call.account,
        "region": action.call.region,
        "identity": dataclasses.asdict(action.identity) if action.identity else None,
        "risk": action.risk,
        "reasons": action.reasons,
        "sentence": action.sentence,
        "state": action.state,
        "decision": action.decision,
        "dry_run": action.dry_run,
        "result": result.data if result else None,
        "table": {"columns": result.table.columns, "rows": result.table.rows} if result and result.table else None,
        "pages": result.pages if result else 0,
        "truncated": result.truncated if result else False,
        "limit_note": result.limit_note if result else "",
        "request_id": result.request_id if result else "",
        "duration_s": round(result.duration_s, 3) if result else 0.0,
        "error": action.error,
        "error_code": action.error_code,
    }


def read_parameters(operation: Operation, given: Sequence[str], source: str | None) -> dict[str, object]:
    """The parameters of ``--input`` and ``--param``; the latter wins. Raises :class:`UsageError`."""
    parameters = _from_file(source) if source is not None else {}
    shapes = {shape.name: shape for shape in operation.parameters}
    named: set[str] = set()
    for text in given:
        name, equals, value = text.partition("=")
        if not equals or not name:
            raise UsageError(f"--param {text!r} is not NAME=JSON.", remedy="Write it as in Bucket=team-logs.")
        if name in named:
            raise UsageError(f"--param {name} is given twice.", remedy='Give a list as JSON, as in Ids=\'["a","b"]\'.')
        named.add(name)
        parameters[name] = _value(name, value, shapes.get(name))
    return parameters


def _value(name: str, text: str, shape: ParameterShape | None) -> object:
    """A parameter's value: JSON, but a text may stand bare (also one that happens to look like a number)."""
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError):
        if shape is None or shape.kind in _WRITTEN_AS_TEXT:
            return text
        raise UsageError(
            f"The value of --param {name} is not JSON.",
            remedy=f"{name} is of type {shape.kind}; quote it for the shell, as in {name}='{_example(shape)}'.",
        ) from None
    if shape is not None and shape.kind in _WRITTEN_AS_TEXT and not isinstance(value, str | dict):
        return text
    return value


def _example(shape: ParameterShape) -> str:
    match shape.kind:
        case ShapeKind.LIST:
            return '["a", "b"]'
        case ShapeKind.BOOLEAN:
            return "true"
        case ShapeKind.INTEGER | ShapeKind.FLOAT:
            return "5"
        case _:
            return '{"a": "b"}'


def _from_file(source: str) -> dict[str, object]:
    try:
        text = stdin().read() if source == "-" else Path(source).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else "it is no UTF-8 text"
        raise UsageError(f"{source!r} cannot be read: {why}.", remedy="Name a JSON file, or - for stdin.") from None
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        raise UsageError(f"{source!r} is not valid JSON.", remedy="It must hold one JSON object.") from None
    if not isinstance(value, Mapping):
        raise UsageError(f"{source!r} does not hold a JSON object.", remedy='Write it as in {"Bucket": "team-logs"}.')
    return dict(value)
