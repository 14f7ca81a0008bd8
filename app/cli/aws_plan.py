"""The command ``baton aws plan``: what the offline recogniser makes of a text. Refuses to run it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict

import click

from app.cli.context import CommandContext, items, print_json
from app.domain.aws import Lookup, Reading, Recognition, SpokenScope, plain_parameters
from app.domain.text import visible
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
        "parameters": _plain(found.parameters),
        "missing": list(found.missing),
        "risk": found.risk.value if found.risk is not None else None,
        "region": found.region,
        "confidence": found.confidence,
        "lookups": [_lookup(one) for one in found.lookups],
        "choices": [_reading(one) for one in found.choices],
        "steps": [_reading(one) for one in found.steps],
        "scope": asdict(found.scope) if found.scope is not None else None,
    }


def _reading(reading: Reading) -> dict[str, object]:
    return {
        "service": reading.operation.service,
        "operation": reading.operation.operation,
        "parameters": _plain(reading.parameters),
        "missing": list(reading.missing),
        "risk": reading.risk.value,
        "region": reading.region,
        "lookups": [_lookup(one) for one in reading.lookups],
    }


def _lookup(lookup: Lookup) -> dict[str, object]:
    return {
        "parameter": lookup.parameter,
        "name": lookup.name,
        "by": str(lookup.read),
        "parameters": _plain(lookup.read_parameters),
        "ids": lookup.ids,
        "labels": lookup.labels,
        "many": lookup.many,
    }


def _plain(values: Mapping[str, object]) -> object:
    return json.loads(json.dumps(dict(values), default=str))


def _as_text(found: Recognition) -> str:
    if found.operation is None or found.risk is None:
        return "This asks nothing of AWS."
    lines = [f"{found.operation}  ({found.risk.value}, confidence {found.confidence:.2f})"]
    if found.parameters:
        lines.append(f"  {plain_parameters(found.parameters)}")
    if found.region is not None:
        lines.append(f"  in {found.region}")
    lines += [f"  to look up: {one.parameter} of {visible(one.name)}, by {one.read}" for one in found.lookups]
    lines += [f"  or: {one.operation}  {plain_parameters(one.parameters)}" for one in found.choices]
    lines += [
        f"  step {place}: {one.operation}  {plain_parameters(one.parameters)}"
        for place, one in enumerate(found.steps, start=1)
    ]
    if found.scope is not None:
        lines.append(f"  where: {_places(found.scope)}")
    if found.missing:
        lines.append(f"  still needed: {', '.join(found.missing)}")
    return "\n".join(lines)


def _places(scope: SpokenScope) -> str:
    regions = "all regions" if scope.all_regions else ", ".join(scope.regions)
    accounts = "all accounts" if scope.all_accounts else ", ".join(f"{name} accounts" for name in scope.accounts)
    return "; ".join(text for text in (regions, accounts) if text)
