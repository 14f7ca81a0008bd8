"""The group ``baton aws``: find, explain, plan, run, policy."""

from __future__ import annotations

import click

from app.cli.main import LazyGroup


@click.group(
    cls=LazyGroup,
    lazy={
        "explain": "app.cli.aws_find:explain",
        "find": "app.cli.aws_find:find",
        "plan": "app.cli.aws_plan:plan",
        "policy": "app.cli.aws_policy:policy",
        "run": "app.cli.aws_run:run",
    },
)
def aws() -> None:
    """Find, explain, plan and run AWS operations, and say which may run."""
