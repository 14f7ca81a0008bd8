"""``baton aws accounts`` and ``baton aws login``: which accounts there are, how each stands, and the way in."""

from __future__ import annotations

import sys

import click

from app.cli.context import CommandContext, Failure, print_json
from app.domain.aws import Account, AccountKind, SignInKind, SignInPrompt, SignInState
from app.domain.sign_in_words import NO_PROFILES, standing_words
from app.domain.text import visible
from app.services.application import Application


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def accounts(context: CommandContext, as_json: bool) -> None:
    """List the accounts that calls can go to, and how each stands."""

    async def work(app: Application) -> None:
        found = await app.aws.accounts()
        states = await app.sign_in.states([account.key for account in found])
        if as_json:
            print_json({"accounts": [_plain(account, states.get(account.key)) for account in found]})
            return
        for account in found:
            state = states.get(account.key)
            words = standing_words(state) if state is not None else "cannot be told"
            click.echo(visible(f"{account.key:<28} {account.kind:<12} {account.region or '':<16} {words}").rstrip())
            for address in account.endpoints:
                click.echo(visible(f"{'':<28} calls go to {address}, not to AWS"))
        if all(account.kind is AccountKind.DEMO for account in found):
            click.echo(NO_PROFILES, err=True)

    context.run(work)


def _plain(account: Account, state: SignInState | None) -> dict[str, object]:
    return {
        "account": account.key,
        "title": account.title,
        "kind": account.kind,
        "region": account.region,
        "endpoints": account.endpoints,
        "sign_in": state.kind if state else None,
        "signed_in": state.signed_in if state else None,
        "expires_at": state.expires_at.isoformat() if state and state.expires_at else None,
        "renews": state.renews if state else None,
    }


@click.command()
@click.argument("account")
@click.option("--browser/--no-browser", default=None, help="Open the address in the browser; else it is printed only.")
@click.pass_obj
def login(context: CommandContext, account: str, browser: bool | None) -> None:
    """Sign in to ACCOUNT: with a code in the browser, or with the code of an MFA device."""
    opens = sys.stderr.isatty() if browser is None else browser

    def show(prompt: SignInPrompt) -> None:
        click.echo(visible(f"Open {prompt.address}"), err=True)
        click.echo(visible(f"and check that it shows this code: {prompt.code}"), err=True)
        click.echo(f"It is good until {prompt.expires_at.astimezone():%H:%M}; Ctrl+C gives up.", err=True)
        if opens:
            click.launch(prompt.address)

    async def work(app: Application) -> tuple[Account, SignInState]:
        chosen = await app.aws.account(account)
        state = await app.sign_in.state(chosen.key)
        if state.kind is SignInKind.NONE:
            raise Failure(
                f"There is nothing to sign in to for {chosen.title!r}. "
                f"{chosen.renewal or 'Its credentials are renewed where they come from.'}"
            )
        return chosen, await app.sign_in.sign_in(chosen.key, on_prompt=show)

    chosen, state = context.run(work)
    click.echo(visible(f"{chosen.title}: {standing_words(state)}"), err=True)
