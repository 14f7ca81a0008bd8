"""Prints a load plan for people: a table of what each device takes, and whether it fits."""

from __future__ import annotations

import click

from app.cli.context import CommandContext
from app.domain.models import DeviceShare, LoadPlan
from app.domain.settings import KV_TYPES
from app.domain.sizes import memory_words
from app.domain.text import visible


def print_plan(context: CommandContext, plan: LoadPlan) -> None:
    """Print ``plan``: facts, then a line a device, then notes and the verdict."""
    for label, value in _facts(plan):
        click.echo(f"{label:<17}{visible(value)}")
    click.echo()
    _print_devices(context, plan)
    if plan.notes:
        click.echo()
    for note in plan.notes:
        click.echo(visible(note))
    click.echo()
    click.echo(visible(f"{verdict(plan)}{f'. {plan.reason}' if plan.reason else '.'}"))


def verdict(plan: LoadPlan) -> str:
    """Whether it fits, in two words or three."""
    if not plan.fits:
        has_gpu = any(share.kind == "gpu" for share in plan.devices)
        return "Cannot be loaded so" if plan.policy == "gpu" and not has_gpu else "Too big"
    return "Fits partly on the GPU" if 0 < plan.layers_on_gpu < plan.layers_total else "Fits"


def _facts(plan: LoadPlan) -> list[tuple[str, str]]:
    return [
        ("Model", plan.model),
        ("Runs on", f"{plan.device}, {plan.threads} threads"),
        ("Layers on GPU", f"{plan.layers_on_gpu} of {plan.layers_total}"),
        ("Context", f"{plan.context_tokens:,} tokens, shared by {plan.sequences} answers at once"),
        ("Keys and values", dict(KV_TYPES)[plan.kv_type]),
        ("Flash attention", "on" if plan.flash_attention else "off"),
    ]


def _print_devices(context: CommandContext, plan: LoadPlan) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False)
    table.add_column("")
    for title in ("Layers", "Weights", "Context", "Working", "In all", "Free"):
        table.add_column(title, justify="right", no_wrap=True)
    for share in plan.devices:
        table.add_row(*map(Text, _row(share)))
    context.console.print(table)


def _row(share: DeviceShare) -> tuple[str, ...]:
    name = "Main memory" if share.kind == "cpu" else visible(share.title or share.name)
    sizes = (share.weights_bytes, share.context_bytes, share.working_bytes, share.total_bytes, share.free_bytes)
    return (name, str(share.layers), *map(memory_words, sizes))
