"""The command ``baton aws plan``: what the offline recogniser makes of a text. Refuses to run it."""

from __future__ import annotations

import json

import click

from app.cli.context import CommandContext, items, print_json
from app.domain.aws import Recognition, plain_parameters
from app.services.application import Application


@click.command()
@click.option("--aws", "account", metavar="A", help="Check that this account exists (demo, or a profile).")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.argument("words", metavar="TEXT", nargs=-1, required=True)
@click.pass_obj
def plan(context: CommandContext, account: str | None, as_json: bool, words: tuple[str, ...]) -> None:
    """Say which AWS call TEXT asks for, offline and without a model; nothing is run.

    With - for TEXT, reads one text a line from stdin and writes one JSON object a line.
    """
    text = " ".join(words)

    async def work(app: Application) -> None:
        if account is not None:
            await app.aws.account(account)
        for item in items(text):
            found = await app.aws.recognise(item)
            if as_json or text == "-":
                print_json(_as_json(found))
            else:
                click.echo(_as_text(found))

    context.run(work)


def _as_json(found: Recognition) -> dict[str, object]:
    return {
        "query": found.query,
        "service": found.operation.service if found.operation is not None else None,
        "operation": found.operation.operation if found.operation is not None else None,
        "parameters": json.loads(json.dumps(dict(found.parameters), default=str)),
        "missing": list(found.missing),
        "risk": found.risk.value if found.risk is not None else None,
        "region": found.region,
        "confidence": found.confidence,
    }


def _as_text(found: Recognition) -> str:
    if found.operation is None or found.risk is None:
        return "This asks nothing of AWS."
    lines = [f"{found.operation}  ({found.risk.value}, confidence {found.confidence:.2f})"]
    if found.parameters:
        lines.append(f"  {plain_parameters(found.parameters)}")
    if found.region is not None:
        lines.append(f"  in {found.region}")
    if found.missing:
        lines.append(f"  still needed: {', '.join(found.missing)}")
    return "\n".join(lines)
