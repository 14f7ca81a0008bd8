"""``baton aws find`` and ``baton aws explain``: what AWS can do, from the index on this machine, without calling it."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence

import click

from app.cli.context import CommandContext, items, print_json
from app.domain.aws import Match, Operation, OperationBrief, OperationId, ParameterShape, Risk
from app.domain.errors import NotFoundError, UsageError
from app.domain.text import visible
from app.services.application import Application

_COLOURS: Mapping[Risk, str] = {
    Risk.READ: "green",
    Risk.SENSITIVE_READ: "magenta",
    Risk.WRITE: "yellow",
    Risk.PERMISSIONS: "bright_red",
    Risk.DESTRUCTIVE: "red",
}
_WIDEST = 100
_NARROWEST = 24


@click.command()
@click.option(
    "--limit", type=click.IntRange(1, 200), default=10, show_default=True, help="The most operations to show."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.argument("words", metavar="TEXT", nargs=-1, required=True)
@click.pass_obj
def find(context: CommandContext, limit: int, as_json: bool, words: tuple[str, ...]) -> None:
    """Find the AWS operations that fit TEXT, best first. '-' reads one text a line from stdin."""
    text = " ".join(words)

    async def work(app: Application) -> bool:
        found_all = True
        for query in items(text):
            if text == "-" and not query.strip():
                continue
            matches = await app.aws.find(query, limit=limit)
            found_all = found_all and bool(matches)
            if as_json or text == "-":
                print_json({"query": query, "matches": [_match_json(match) for match in matches]})
            else:
                _print_matches(matches)
        return found_all

    if not context.run(work) and text != "-" and not as_json:
        click.echo("No operation fits. Name the thing and what to do with it, as in: list buckets", err=True)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.argument("words", metavar="SERVICE:OPERATION", nargs=-1, required=True)
@click.pass_obj
def explain(context: CommandContext, as_json: bool, words: tuple[str, ...]) -> None:
    """Say what SERVICE:OPERATION does, what it risks and needs. '-' reads one operation a line from stdin."""
    operation = ":".join(words)  # also as the AWS CLI writes it, in two words

    async def one(app: Application) -> int:
        id = OperationId.parse(operation)
        if as_json:
            print_json(_brief_json(await app.aws.brief(id)))
        else:
            _print_operation(await app.aws.explain(id))
        return 0

    async def stream(app: Application) -> int:
        failed = 0
        for line in items(operation):
            if not line.strip():
                continue
            try:
                print_json(_brief_json(await app.aws.brief(OperationId.parse(line))))
            except (NotFoundError, UsageError) as error:
                failed += 1
                service, _, name = line.strip().partition(":")
                print_json({"service": service, "operation": name, "error": str(error)})
        return failed

    if failed := context.run(stream if operation == "-" else one):
        lines = "1 line names" if failed == 1 else f"{failed} lines name"
        click.echo(f"baton: {lines} no AWS operation.", err=True)
        raise SystemExit(1)


def _match_json(match: Match) -> dict[str, object]:
    return {
        "service": match.id.service,
        "operation": match.id.operation,
        "score": match.score,
        "summary": match.summary,
    }


def _brief_json(brief: OperationBrief) -> dict[str, object]:
    return {
        "service": brief.id.service,
        "operation": brief.id.operation,
        "risk": brief.classification.risk.value,
        "reasons": list(brief.classification.reasons),
        "iam_actions": list(brief.classification.iam_actions),
        "required": list(brief.required),
        "summary": brief.summary,
    }


def _width() -> int:
    import shutil

    return max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size((_WIDEST, 24)).columns - 1))


def _print_matches(matches: Sequence[Match]) -> None:
    for match in matches:
        click.secho(str(match.id), bold=True)
        _print_text(match.summary, indent=4)


def _print_operation(operation: Operation) -> None:
    classification = operation.classification
    click.secho(str(operation.id), bold=True)
    _print_text(operation.service_title, indent=0)
    click.echo()
    _print_text(operation.summary or "AWS says nothing about it.", indent=0)
    if operation.deprecated:
        _print_text("AWS advises against using it any more.", indent=0)
    click.echo()
    click.echo(f"Risk  {click.style(classification.risk.value, fg=_COLOURS[classification.risk], bold=True)}")
    for reason in classification.reasons:
        _print_text(reason, indent=6)
    _print_heading("IAM actions", ", ".join(classification.iam_actions) or "none known")
    required = [shape for shape in operation.parameters if shape.name in operation.required]
    optional = [shape.name for shape in operation.parameters if shape.name not in operation.required]
    _print_heading("Required", "" if required else "nothing")
    for shape in required:
        _print_text(f"{shape.name} ({_kind(shape)})", indent=6)
        _print_text(shape.documentation, indent=10)
    if optional:
        _print_heading("Optional", ", ".join(optional))
    notes = {
        "comes in pages": operation.paginated,
        "can be tried with a dry run": operation.supports_dry_run,
        "is the same in all regions": operation.is_global,
    }
    told = [note for note, holds in notes.items() if holds]
    if told:
        click.echo()
        _print_text(f"It {', '.join(told)}.", indent=0)


def _kind(shape: ParameterShape) -> str:
    if shape.enum:
        shown = ", ".join(shape.enum[:6])
        return f"one of {shown}{', …' if len(shape.enum) > 6 else ''}"
    return shape.kind.value


def _print_heading(title: str, text: str) -> None:
    click.echo(title)
    _print_text(text, indent=6)


def _print_text(text: str, *, indent: int) -> None:
    space = " " * min(indent, _width() // 4)
    for line in textwrap.wrap(visible(text), _width(), initial_indent=space, subsequent_indent=space):
        click.echo(line)
