"""Sizes and tables as the terminal's commands print them."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from app.cli.context import CommandContext
from app.domain.text import visible


def size_words(count: int) -> str:
    """Bytes in decimal units, as disks and downloads are sold: ``4.7 GB``."""
    value, unit = float(count), "B"
    for unit in ("B", "KB", "MB", "GB", "TB"):
        if value < 1000 or unit == "TB":
            break
        value /= 1000
    return f"{value:.0f} {unit}" if unit in ("B", "KB") else f"{value:.1f} {unit}"


def print_rows(
    context: CommandContext, titles: Sequence[str], rows: Sequence[Sequence[str]], *, right: Sequence[str] = ()
) -> None:
    """A table on a terminal; in a pipe, one row a line with tabs between. ``right``: titles of columns of numbers."""
    if not sys.stdout.isatty():
        for row in rows:
            click.echo("\t".join(visible(cell) for cell in row))
        return
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False)
    for number, title in enumerate(titles):
        table.add_column(title, no_wrap=number == 0, justify="right" if title in right else "left")
    for row in rows:
        table.add_row(*(Text(visible(cell)) for cell in row))  # a model's name is no markup
    context.console.print(table)
