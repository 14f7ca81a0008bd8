"""The group ``baton aws``: find, explain, plan, run, the policy and the accounts."""

from __future__ import annotations

import click

from app.cli.main import LazyGroup


@click.group(
    cls=LazyGroup,
    lazy={
        "accounts": "app.cli.aws_accounts:accounts",
        "explain": "app.cli.aws_find:explain",
        "find": "app.cli.aws_find:find",
        "login": "app.cli.aws_accounts:login",
        "plan": "app.cli.aws_plan:plan",
        "policy": "app.cli.aws_policy:policy",
        "run": "app.cli.aws_run:run",
    },
)
def aws() -> None:
    """Find, explain, plan and run AWS operations, say which may run, and sign in to accounts."""
