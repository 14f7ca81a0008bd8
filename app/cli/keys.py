"""``baton keys``: set, remove and list keys. Refuses to take a key as an argument, and never prints one."""

from __future__ import annotations

import sys

import click

from app.cli.context import CommandContext, Failure, print_json, stdin
from app.domain.errors import UsageError
from app.services.application import Application

_LONGEST = 16_384  # characters read from stdin: whoever pipes a file by mistake is told so soon


@click.group()
def keys() -> None:
    """Keep the keys of model providers in the system's keyring."""


@keys.command("set")
@click.argument("provider")
@click.pass_obj
def set_key(context: CommandContext, provider: str) -> None:
    """Keep a key, typed at a hidden prompt or read from stdin."""

    async def work(app: Application) -> str | None:
        if provider not in app.models.key_takers:
            raise UsageError(
                f"There is no provider {provider!r} that takes a key.",
                remedy=f"These do: {', '.join(app.models.key_takers)}.",
            )
        return await app.models.set_key(provider, _read(provider))

    warning = context.run(work)
    if warning:  # this run ends here, so a key that only lives as long is not kept at all
        raise Failure(f"The key for {provider} was not kept. {warning}")
    click.echo(f"The key for {provider} is in the keyring.", err=True)


@keys.command("remove")
@click.argument("provider")
@click.pass_obj
def remove_key(context: CommandContext, provider: str) -> None:
    """Forget a key."""
    context.run(lambda app: app.models.remove_key(provider))
    click.echo(f"The key for {provider} is removed.", err=True)


@keys.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def list_keys(context: CommandContext, as_json: bool) -> None:
    """Name the providers that have a key, and where each key is."""

    async def work(app: Application) -> None:
        origins = await app.models.key_origins()
        if as_json:
            print_json([{"provider": name, "origin": origin.value} for name, origin in origins.items()])
        else:
            width = max((len(name) for name in origins), default=0)
            for name, origin in origins.items():
                click.echo(f"{name:<{width}}  {origin.value}")
            if not origins:
                click.echo(f"There are no keys. Providers that take one: {', '.join(app.models.key_takers)}.", err=True)
        if app.models.keyring_problem is not None:
            click.echo(f"baton: {app.models.keyring_problem}", err=True)

    context.run(work)


def _read(provider: str) -> str:
    if sys.stdin.isatty():
        typed: str = click.prompt(f"Key for {provider}", hide_input=True, default="", show_default=False, err=True)
        return typed
    text = stdin().read(_LONGEST + 1)
    if len(text) > _LONGEST:
        raise UsageError("What stands on stdin is too long for a key.", remedy="Pipe in the key alone.")
    return text
